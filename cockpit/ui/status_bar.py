"""The line at the foot of the window: database, day, last message, what the list adds up to."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.ui.context import UiContext
from cockpit.ui.sync.chip import SyncChip
from cockpit.ui.theme import Height, Space
from cockpit.ui.widgets.labels import ElidedLabel, divider, ranked_label
from cockpit.ui.work_list.summary import ListSummary

#: A colleague's name may be long; the last message needs the room.
_LABEL_WIDTH = 160


class StatusBar(QWidget):
    """Quiet facts; a chosen "today" is marked, because every figure depends on it.

    Attributes:
        day_state: Says how the working day stands, and opens its record.
        comments: Says how many comments to the user's contacts are unread, and opens them.
        post_its: Says how many post-its are unread, and opens them; out of sight without.
        sync: Says how a laptop in the field stands, and opens what waits; out of sight elsewhere.
        drafts: Says how many drafts wait, and opens them; out of sight where there are none.
    """

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._summary = ListSummary(0, 0)
        self._contact_count = self._draft_count = self._post_it_count = self._comment_count = 0
        self.setFixedHeight(Height.STATUS_BAR)
        self._database = ElidedLabel("small", self)
        self._database.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._database.setMaximumWidth(_LABEL_WIDTH)
        self._database.set_full_text(ctx.database_label)
        self._day = ranked_label("reference" if ctx.is_as_of else "small", parent=self)
        self._message = ElidedLabel("small", self)
        self.day_state, self.drafts = self._button(), self._button()
        self.post_its, self.comments = self._button(), self._button()
        self.drafts.hide()
        self.post_its.hide()
        self.comments.hide()
        self.sync = SyncChip(ctx, self)
        self._calls = ranked_label("small", parent=self)
        self._totals = ranked_label("totals", parent=self)
        self._totals.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._totals.setFixedHeight(Height.STATUS_BAR)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, 0, Space.M, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.day_state, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._separator())
        layout.addWidget(self._database)
        layout.addWidget(self._separator())
        layout.addWidget(self._day, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.sync, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.post_its, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.comments, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.drafts, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._message, 1)
        layout.addWidget(self._calls, alignment=Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._separator())
        layout.addWidget(self._totals, alignment=Qt.AlignmentFlag.AlignRight)
        self.retranslate()

    def show_message(self, sentence: str) -> None:
        """Show the last thing that happened."""
        self._message.set_full_text(sentence)

    def message(self) -> str:
        """Return the last thing that happened."""
        return self._message.full_text()

    def show_summary(self, summary: ListSummary) -> None:
        """Show what the rows in the list add up to."""
        self._summary = summary
        self._write_totals()

    def show_contacts(self, count: int) -> None:
        """Show how many contacts the user logged today."""
        self._contact_count = count
        self.retranslate()

    def show_drafts(self, count: int) -> None:
        """Show how many drafts wait."""
        self._draft_count = count
        self.drafts.setVisible(count > 0)
        self.retranslate()

    def show_post_its(self, count: int) -> None:
        """Show how many post-its wait to be read."""
        self._post_it_count = count
        self.post_its.setVisible(count > 0)
        self.retranslate()

    def show_comments(self, count: int) -> None:
        """Show how many comments to the user's contacts wait to be read."""
        self._comment_count = count
        self.comments.setVisible(count > 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the facts in the present language and for the present day."""
        day = formats.day(self._ctx.clock.today())
        self._day.setText(
            self.tr("As of {day}").format(day=day)
            if self._ctx.is_as_of
            else self.tr("Today {day}").format(day=day)
        )
        self.drafts.setText(self.tr("%n draft(s) kept", "", self._draft_count))
        self.drafts.setToolTip(self.tr("Go on with them, or discard them (Ctrl+Shift+D)"))
        self.post_its.setText(self.tr("%n post-it(s) to read", "", self._post_it_count))
        self.post_its.setToolTip(self.tr("Read them (Ctrl+Shift+P)"))
        self.comments.setText(self.tr("%n comment(s) to read", "", self._comment_count))
        self.comments.setToolTip(self.tr("Read them (Ctrl+Shift+O, Alt+2)"))
        counted = self.tr("%n contact(s) today", "", self._contact_count)
        self._calls.setText(counted if self._contact_count else self.tr("no contacts today"))
        self._write_totals()

    def _write_totals(self) -> None:
        """Write the sums; they change at each key, so their room grows and never shrinks.

        Nothing beside them moves then, and a label of fixed size has nothing laid out anew.
        """
        self._totals.setText(self._totals_text(self._ctx.language))
        needed = self._totals.sizeHint().width()
        if needed > self._totals.minimumWidth():
            self._totals.setFixedWidth(needed)

    def _totals_text(self, language: Language) -> str:
        """Say what the rows add up to; while some are marked, what these do."""
        summary = self._summary
        if summary.marked_count > 1:
            marked = self.tr("%n chosen", "", summary.marked_count)
            return f"{marked}  ·  {self._at_risk(summary.marked_at_risk_cents, language)}"
        customers = self.tr("%n customer(s)", "", summary.count).replace(
            str(summary.count), formats.integer(summary.count, language)
        )
        shown = customers if summary.count else self.tr("no customers")
        return f"{shown}  ·  {self._at_risk(summary.at_risk_cents, language)}"

    def _at_risk(self, cents: int, language: Language) -> str:
        reais = formats.integer((cents + 50) // 100, language)
        return self.tr("R$ {amount} at risk").format(amount=reais)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _button(self) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "status")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it has its key
        return button

    def _separator(self) -> QWidget:
        line = divider(self, vertical=True)
        line.setFixedHeight(Space.M)
        return line
