"""All laptops: whose, heard of when, what they had to send, and what is decided about them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from cockpit.domain.formats import integer
from cockpit.domain.laptops import Decision, Laptop
from cockpit.services.laptops import LaptopService
from cockpit.ui.context import UiContext
from cockpit.ui.team.laptops.words import (
    is_long_silent,
    laptop_name,
    laptop_text,
    seen_text,
    state_word,
)
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.list_section import ListSection, lay_out_list
from cockpit.ui.widgets.question import Question
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable

_STATE = 6
_LOCKED = frozenset({"revoked", "wiped"})


class LaptopsPage(ListSection):
    """B blocks the chosen laptop, L lets it in again, A has it read everything anew.

    Attributes:
        table: The laptops, the last one heard of first.
        buttons: What can be decided.
        question: Whether blocking is meant, while that is asked.
    """

    def __init__(
        self, ctx: UiContext, service: Callable[[], LaptopService], parent: QWidget
    ) -> None:
        super().__init__(ctx, parent)
        self._service = service
        self.question: Question | None = None
        self.table: RecordTable[Laptop] = RecordTable(
            ctx, self._columns(), wide=_STATE, key=lambda one: one.id, parent=self.body
        )
        self._name = ranked_label("heading", parent=self.body)
        self._text = ranked_label("muted", parent=self.body)
        self.buttons = {one: QPushButton(self.body) for one in Decision}
        self._lay_out()
        self.table.chosen.connect(self._on_table_chosen)
        self.buttons[Decision.REVOKE].clicked.connect(self._ask_to_block)
        for decision in (Decision.ALLOW, Decision.REPULL):
            self.buttons[decision].clicked.connect(partial(self._decide, decision))
        keys = {"B": Decision.REVOKE, "L": Decision.ALLOW, "A": Decision.REPULL}
        bind_keys(self, {key: self.buttons[decision].click for key, decision in keys.items()})
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Laptops"))
        self.buttons[Decision.REVOKE].setText(self.tr("Block…  B"))
        self.buttons[Decision.ALLOW].setText(self.tr("Let in again  L"))
        self.buttons[Decision.REPULL].setText(self.tr("Read all anew  A"))
        self._on_table_chosen(self.table.current())

    def said(self) -> str:
        """Return what is said of the chosen laptop."""
        return self._text.text()

    # --- building ------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[Laptop], ...]:
        clock = self._ctx.clock
        return (
            Column(lambda: self.tr("Laptop"), lambda one, _: one.name),
            Column(
                lambda: self.tr("Whose"),
                lambda one, _: one.owner or "",
                tip=lambda one, _: one.login or "",
            ),
            Column(
                lambda: self.tr("Last contact"),
                lambda one, _: seen_text(one, clock),
                ink=lambda one: "warning" if is_long_silent(one, clock) else "ink",
            ),
            Column(
                lambda: self.tr("To send"),
                lambda one, language: integer(one.backlog, language) if one.backlog else "",
                RIGHT,
                explain=lambda: self.tr("What it had still to send at its last contact"),
            ),
            Column(
                lambda: self.tr("Set aside"),
                lambda one, language: integer(one.quarantined, language) if one.quarantined else "",
                RIGHT,
                explain=lambda: self.tr("What it brought and could not be stored as it came"),
                ink=lambda _: "warning",
            ),
            Column(
                lambda: self.tr("Version"),
                lambda one, _: one.program or "",
                tip=lambda one, _: self.tr("Schema: %1").replace("%1", one.schema_revision or "–"),
            ),
            Column(
                lambda: self.tr("State"),
                state_word,
                ink=lambda one: "danger" if one.state in _LOCKED else "ink",
            ),
        )

    def _lay_out(self) -> None:
        self._text.setWordWrap(True)
        lay_out_list(self.body, self.table, (self._name, self._text), tuple(self.buttons.values()))

    # --- showing -------------------------------------------------------------------------------

    @override
    def _read(self) -> None:
        self._ask(partial(_laptops, self._service), key="laptops", on_result=self._on_read)

    def _on_read(self, found: Sequence[Laptop]) -> None:
        self.table.set_rows(found)
        if found and self.table.current() is None:
            self.table.selectRow(0)
        self._on_table_chosen(self.table.current())
        self._show_content()
        self.listed.emit()

    @override
    def _empty_sentence(self) -> str:
        if self.table.records.rows:
            return ""
        return self.tr(
            "No laptops yet. Sellers take their own portfolios along: on each one's laptop by"
            " Ctrl+Shift+F6, or by python main.py field setup."
        )

    @Slot(object)
    def _on_table_chosen(self, one: Laptop | None) -> None:
        ctx = self._ctx
        self._name.setText("" if one is None else laptop_name(one))
        self._text.setText("" if one is None else laptop_text(one, ctx.clock, ctx.language))
        state = "" if one is None else one.state
        self.buttons[Decision.REVOKE].setEnabled(state in {"open", "repull"})
        self.buttons[Decision.ALLOW].setEnabled(state == "revoked")
        self.buttons[Decision.REPULL].setEnabled(state == "open")

    # --- what the user does --------------------------------------------------------------------

    @Slot()
    def _ask_to_block(self) -> None:
        one = self.table.current()
        if one is None:
            return
        sentences = [
            self.tr(
                "At its next contact with the server its key goes: nobody reads what it holds any"
                " more, its user either."
            )
        ]
        if one.backlog:
            sentences.append(
                self.tr("What it has still to send is sent no more: %1.").replace(
                    "%1", integer(one.backlog, self._ctx.language)
                )
            )
        sentences.append(self.tr("Until that contact it can be let in again."))
        title = self.tr("Block the laptop %1?").replace("%1", laptop_name(one))
        buttons = (self.tr("Block"), self.tr("Cancel"))
        self.question = Question(title, sentences, buttons, self)
        self.question.confirmed.connect(partial(self._decide_about, one, Decision.REVOKE))
        self.question.finished.connect(self.question.deleteLater)
        self.question.open()

    def _decide(self, decision: Decision) -> None:
        one = self.table.current()
        if one is not None:
            self._decide_about(one, decision)

    def _decide_about(self, one: Laptop, decision: Decision) -> None:
        self._change(
            partial(_decided, self._service, one, decision),
            key=f"decide.{one.id}",
            on_result=partial(self._on_decided, one, decision),
        )

    def _on_decided(self, one: Laptop, decision: Decision, _nothing: None) -> None:
        done = {
            Decision.REVOKE: self.tr("%1 is blocked."),
            Decision.ALLOW: self.tr("%1 may come in again."),
            Decision.REPULL: self.tr("%1 reads everything anew at its next contact."),
        }
        self.message_raised.emit(done[decision].replace("%1", laptop_name(one)))
        self.reload()


def _laptops(service: Callable[[], LaptopService]) -> Sequence[Laptop]:
    return service().laptops()


def _decided(service: Callable[[], LaptopService], one: Laptop, decision: Decision) -> None:
    service().decide(one, decision)
