"""Who is in a seller's pack, until when, and bringing them back."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from cockpit.domain.packs import LentCustomer
from cockpit.services.lent import LentService
from cockpit.ui.context import UiContext
from cockpit.ui.field.pack_words import place_text, until_text
from cockpit.ui.team.lent.words import along_text, done_text, heard_text, title_text
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.list_section import ListSection, lay_out_list
from cockpit.ui.widgets.question import Question
from cockpit.ui.widgets.record_table import Column, RecordTable

_LAST = 4


class LentPage(ListSection):
    """T brings the chosen customer back, Shift+T all whom that seller has along.

    Attributes:
        table: Customers by seller, those who come back first before the others.
        one_button: Brings the chosen one back; ``all_button``, all of the seller's.
        question: Whether it is meant, while that is asked.
    """

    def __init__(self, ctx: UiContext, service: Callable[[], LentService], parent: QWidget) -> None:
        super().__init__(ctx, parent)
        self._service = service
        self._wanted: UUID | None = None
        self.question: Question | None = None
        self.table: RecordTable[LentCustomer] = RecordTable(
            ctx, self._columns(), wide=_LAST, key=lambda one: one.customer_id, parent=self.body
        )
        self._seller = ranked_label("heading", parent=self.body)
        self._text = ranked_label("muted", parent=self.body)
        self.one_button, self.all_button = QPushButton(self.body), QPushButton(self.body)
        self._lay_out()
        self.table.chosen.connect(self._on_table_chosen)
        self.one_button.clicked.connect(self._ask_for_one)
        self.all_button.clicked.connect(self._ask_for_all)
        bind_keys(self, {"T": self.one_button.click, "Shift+T": self.all_button.click})
        self.retranslate()

    def look_for(self, customer_id: UUID | None) -> None:
        """Choose this customer as soon as it is known who is along."""
        self._wanted = customer_id

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Clients in the field"))
        self.one_button.setText(self.tr("Bring back…  T"))
        self._on_table_chosen(self.table.current())

    def said(self) -> str:
        """Return what is said of the chosen customer's seller."""
        return self._text.text()

    # --- building ------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[LentCustomer], ...]:
        clock = self._ctx.clock
        return (
            Column(
                lambda: self.tr("With"), lambda one, _: one.seller, tip=lambda one, _: one.login
            ),
            Column(lambda: self.tr("Client"), lambda one, _: one.name),
            Column(lambda: self.tr("City"), lambda one, _: place_text(one.city, one.state)),
            Column(lambda: self.tr("Until"), lambda one, _: until_text(one.until, clock)),
            Column(
                lambda: self.tr("Contacted"),
                lambda one, _: self.tr("yes") if one.is_contacted else "",
                explain=lambda: self.tr("Whether the seller's contact with them has arrived"),
            ),
        )

    def _lay_out(self) -> None:
        self._text.setWordWrap(True)
        buttons = (self.one_button, self.all_button)
        lay_out_list(self.body, self.table, (self._seller, self._text), buttons)

    # --- showing -------------------------------------------------------------------------------

    @override
    def _read(self) -> None:
        self._ask(partial(_lent, self._service), key="lent", on_result=self._on_read)

    def _on_read(self, found: Sequence[LentCustomer]) -> None:
        row = max(self.table.currentIndex().row(), 0)
        self.table.set_rows(found)
        keys = [one.customer_id for one in found]
        if self._wanted in keys:
            self.table.selectRow(keys.index(self._wanted))
        elif found and self.table.current() is None:
            self.table.selectRow(min(row, len(found) - 1))
        self._wanted = None
        self._on_table_chosen(self.table.current())
        self._show_content()
        self.listed.emit()

    @override
    def _empty_sentence(self) -> str:
        if self.table.records.rows:
            return ""
        return self.tr("No client of the shared list is in the field.")

    def _of_seller(self, seller: UUID) -> list[LentCustomer]:
        return [one for one in self.table.records.rows if one.user_id == seller]

    @Slot(object)
    def _on_table_chosen(self, one: LentCustomer | None) -> None:
        for button in (self.one_button, self.all_button):
            button.setEnabled(one is not None)
        if one is None:
            for part in (self._seller, self._text):
                part.setText("")
            self.all_button.setText(self.tr("Bring all back…  Shift+T"))
            return
        ctx, count = self._ctx, len(self._of_seller(one.user_id))
        self._seller.setText(one.seller)
        self._text.setText(along_text(one, count, ctx.clock, ctx.language))
        words = self.tr("Bring all of %1 back…  Shift+T")
        self.all_button.setText(words.replace("%1", one.seller))

    # --- what the user does --------------------------------------------------------------------

    @Slot()
    def _ask_for_one(self) -> None:
        one = self.table.current()
        if one is not None:
            self._ask_about([one])

    @Slot()
    def _ask_for_all(self) -> None:
        one = self.table.current()
        if one is not None:
            self._ask_about(self._of_seller(one.user_id))

    def _ask_about(self, whom: Sequence[LentCustomer]) -> None:
        ctx, one = self._ctx, whom[0]
        sentences = (
            heard_text(one, ctx.clock, ctx.language),
            self.tr(
                "The laptop hears of it at its next contact; what %1 writes until then still"
                " counts."
            ).replace("%1", one.seller),
        )
        buttons = (self.tr("Bring back"), self.tr("Cancel"))
        self.question = Question(title_text(whom, ctx.language), sentences, buttons, self)
        self.question.confirmed.connect(partial(self._bring_back, whom))
        self.question.finished.connect(self._on_question_finished)
        self.question.open()

    @Slot()
    def _on_question_finished(self) -> None:
        if self.question is not None:
            self.question.deleteLater()
            self.question = None

    def _bring_back(self, whom: Sequence[LentCustomer]) -> None:
        one, keys = whom[0], [each.customer_id for each in whom]
        self._change(
            partial(_brought_back, self._service, one.user_id, keys),
            key=f"back.{one.user_id}",
            on_result=partial(self._on_done, one.seller),
        )

    def _on_done(self, seller: str, count: int) -> None:
        self.message_raised.emit(done_text(seller, count, self._ctx.language))
        self.reload()


def _lent(service: Callable[[], LentService]) -> Sequence[LentCustomer]:
    return service().lent()


def _brought_back(service: Callable[[], LentService], seller: UUID, whom: Sequence[UUID]) -> int:
    return service().bring_back(seller, whom)
