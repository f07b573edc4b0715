"""What publishing a plan would do now: who would be in it, who would not and why."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.campaign_results import FEWEST_MEMBERS
from cockpit.domain.campaigns import Preview
from cockpit.domain.vocabulary import CampaignArm
from cockpit.ui.campaigns import words
from cockpit.ui.campaigns.figures import Line
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column, RecordTable


class PreviewPanel(QWidget):
    """The draw in numbers; each line opens its clients.

    Attributes:
        lines: The numbers.
        few: Says when the parts are too small to compare.
        preview: What is shown; None until it is read.
    """

    #: These customers (UUIDs) are to be listed.
    customers_requested = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.preview: Preview | None = None
        self._title = ranked_label("title", parent=self)
        self._draw = ranked_label("muted", parent=self)
        self._draw.setWordWrap(True)
        self.trouble = ranked_label("danger", parent=self)
        self.few = ranked_label("warning", parent=self)
        for label in (self.trouble, self.few):
            label.setWordWrap(True)
            label.hide()
        self.lines: RecordTable[Line] = RecordTable(
            ctx, self._columns(), key=lambda one: one.key, parent=self
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.S)
        for widget in (self._title, self.trouble, self.few):
            layout.addWidget(widget)
        layout.addWidget(self.lines, 1)
        layout.addWidget(self._draw)
        self.lines.opened.connect(self._on_lines_opened)
        self.retranslate()

    def show_preview(self, preview: Preview) -> None:
        """Show what publishing would do."""
        self.preview = preview
        _say(self.trouble, "")
        language = self._ctx.language
        members = preview.members
        arms = {
            arm: [one for one in members if one.arm is arm]
            for arm in (CampaignArm.TREATED, CampaignArm.HOLD_OUT)
        }
        titles = {
            CampaignArm.TREATED: self.tr("Will be called"),
            CampaignArm.HOLD_OUT: self.tr("Left alone to compare with"),
        }
        lines = [
            Line(
                arm.value,
                titles[arm],
                len(found),
                formats.money(sum(one.yearly_cents for one in found), language),
                tuple(one.customer_id for one in found),
            )
            for arm, found in arms.items()
        ]
        for why, found in preview.excluded().items():
            title = self.tr("Not in it: {why}").format(why=words.exclusion_word(why))
            names = ", ".join(dict.fromkeys(one.other for one in found if one.other))
            keys = tuple(one.customer_id for one in found)
            lines.append(Line(why.value, title, len(found), names, keys))
        self.lines.set_rows(lines)
        are_few = min(len(found) for found in arms.values()) < FEWEST_MEMBERS
        _say(
            self.few,
            self.tr(
                "Under {count} clients in one of the parts the result will not tell whether the "
                "campaign made the difference."
            ).format(count=formats.integer(FEWEST_MEMBERS, language))
            if are_few and members
            else "",
        )

    def clear(self) -> None:
        """Show nothing, before the draw of another plan is there."""
        self.preview = None
        for label in (self.trouble, self.few):
            _say(label, "")
        self.lines.set_rows([])

    def show_trouble(self, sentence: str) -> None:
        """Say what is wrong with the plan."""
        _say(self.trouble, sentence)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._title.setText(self.tr("What publishing does"))
        self._draw.setText(
            self.tr(
                "Who is left alone is drawn within each status and each third of value, always the "
                "same for this campaign. The queue leaves them alone until it is over; whoever "
                "rings, and what was agreed before, is served as ever."
            )
        )
        self.lines.setAccessibleName(self._title.text())
        self.lines.records.retranslate()
        if self.preview is not None:
            self.show_preview(self.preview)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _columns(self) -> tuple[Column[Line], ...]:
        return (
            Column(lambda: self.tr("Who"), lambda one, _: one.title),
            Column(
                lambda: self.tr("Clients"),
                lambda one, language: formats.integer(one.clients, language),
                RIGHT,
            ),
            Column(lambda: self.tr("Bought in 12 months"), lambda one, _: one.more, RIGHT),
        )

    @Slot(object)
    def _on_lines_opened(self, line: Line) -> None:
        if line.customer_ids:
            self.customers_requested.emit(list(line.customer_ids))


def _say(label: QLabel, sentence: str) -> None:
    """Show a sentence, which takes no room while there is none."""
    label.setText(sentence)
    label.setVisible(bool(sentence))
