"""The receivables: overdue ones on top, and what they come to."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.sections import StoryEntry, StoryKind, TitleLine
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.pages.page import Client, ClientPage
from cockpit.ui.customer_panel.pages.tables import ClientTable
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.record_table import RIGHT, Column

translate = QCoreApplication.translate

#: From this width on the table has room for the whole value beside what is owed.
ROOMY = 500
_VALUE_COLUMN = 3


def owed(title: TitleLine) -> int:
    """Return what is still to be paid, in cents."""
    return 0 if title.days_late is None else title.amount_cents - title.paid_cents


def ordered(titles: Sequence[TitleLine]) -> tuple[TitleLine, ...]:
    """Return overdue ones first, the oldest on top; then by due day; paid ones last."""
    late = [one for one in titles if one.days_late is not None and one.days_late > 0]
    open_ones = [one for one in titles if one.days_late is not None and one.days_late <= 0]
    paid = [one for one in titles if one.days_late is None]
    paid.sort(key=lambda one: one.paid_on or one.due_on, reverse=True)
    late.sort(key=lambda one: one.due_on)
    open_ones.sort(key=lambda one: one.due_on)
    return (*late, *open_ones, *paid)


def _ink(title: TitleLine) -> str:
    if title.days_late is None:
        return "ink_quiet"
    return "danger" if title.days_late > 0 else "ink"


class TitlesPage(ClientPage):
    """Sums above, titles below."""

    icon = "receipt"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.late = ranked_label("danger", parent=self.body)
        self.open = ranked_label("muted", parent=self.body)
        for label in (self.late, self.open):
            label.setWordWrap(True)
            label.setContentsMargins(11, Space.XS, 11, 0)
            self.content.addWidget(label)
        self.table: ClientTable[TitleLine] = ClientTable(
            ctx,
            self._columns(),
            self.body,
            key=lambda one: one.receivable_id,
            wide=2,
            is_strong=_is_late,
        )
        self.content.addWidget(self.table, 1)
        self.retranslate()

    @override
    def fill(self, client: Client, *, keep_place: bool) -> None:
        if client.story is None:
            return
        titles = ordered(client.story.titles)
        late = [one for one in titles if _is_late(one)]
        to_come = [one for one in titles if one.days_late is not None and one.days_late <= 0]
        self.late.setVisible(bool(late))
        if late:
            count = len(late)
            words = self.tr("%n overdue title(s): %1, the oldest for %2 days", "", count)
            oldest = max(one.days_late or 0 for one in late)
            words = words.replace("%1", self._sum(late))
            self.late.setText(words.replace("%2", formats.integer(oldest, self._ctx.language)))
        self.open.setVisible(bool(to_come))
        if to_come:
            words = self.tr("%n title(s) to fall due: %1", "", len(to_come))
            self.open.setText(words.replace("%1", self._sum(to_come)))
        self.table.renew_rows(titles, keep_place=keep_place)

    @override
    def empty_sentence(self, client: Client) -> str:
        has_any = client.story is None or bool(client.story.titles)
        return "" if has_any else self.tr("No title: nothing is owed.")

    @override
    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def show_record(self, entry: StoryEntry) -> None:
        if entry.kind is StoryKind.TITLE and self._client is not None and self._client.story:
            titles = ordered(self._client.story.titles)
            keys = [one.receivable_id for one in titles]
            self.table.show_row(keys.index(entry.key) if entry.key in keys else -1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(_VALUE_COLUMN, self.width() < ROOMY)

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Titles"))

    def _columns(self) -> tuple[Column[TitleLine], ...]:
        return (
            Column(
                lambda: translate("TitlesPage", "Due"),
                lambda one, language: formats.day(one.due_on),
                ink=_ink,
            ),
            Column(
                lambda: translate("TitlesPage", "Title"), lambda one, language: one.number, ink=_ink
            ),
            Column(lambda: translate("TitlesPage", "State"), self._standing, ink=_ink),
            Column(
                lambda: translate("TitlesPage", "Value"),
                lambda one, language: formats.money(one.amount_cents, language, symbol=False),
                RIGHT,
                ink=_ink,
            ),
            Column(
                lambda: translate("TitlesPage", "Owed"),
                lambda one, language: (
                    formats.money(owed(one), language, symbol=False) if owed(one) else ""
                ),
                RIGHT,
                ink=_ink,
            ),
        )

    def _standing(self, title: TitleLine, language: Language) -> str:
        if title.days_late is None:
            if title.paid_on is None:
                return self.tr("paid")
            return self.tr("paid on %1").replace("%1", formats.day(title.paid_on))
        if title.days_late > 0:
            return self.tr("overdue for %n day(s)", "", title.days_late)
        if title.days_late == 0:
            return self.tr("due today")
        return self.tr("due in %n day(s)", "", -title.days_late)

    def _sum(self, titles: Sequence[TitleLine]) -> str:
        return formats.money(sum(owed(one) for one in titles), self._ctx.language)


def _is_late(title: TitleLine) -> bool:
    return (title.days_late or 0) > 0
