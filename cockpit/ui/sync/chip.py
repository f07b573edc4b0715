"""The status bar's word on the synchronisation: an icon, a few words, quiet if well."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain.field import FieldMood
from cockpit.domain.sync import SyncReport
from cockpit.ui.context import UiContext
from cockpit.ui.sync.words import advice_text, portfolio_text, state_text, synced_text
from cockpit.ui.widgets.plain_tip import plain_tip
from cockpit.ui.widgets.state_chip import StateChip

_ICON = 12
LOOKS = {
    FieldMood.NEW: ("refresh", "ink_muted"),
    FieldMood.SYNCED: ("check", "ink_muted"),
    FieldMood.WAITING: ("clock", "ink_muted"),
    FieldMood.AWAY: ("ban", "warning"),
    FieldMood.CONFLICTS: ("alert", "warning"),
    FieldMood.OUTDATED: ("refresh", "danger"),
    FieldMood.STOPPED: ("lock", "danger"),
}


class SyncChip(StateChip):
    """Hidden where the database is no laptop's."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(ctx.theme, parent, kind="status", icon=_ICON)
        self._ctx = ctx
        self._news = ""
        self.setVisible(ctx.sync is not None)
        if ctx.sync is not None:
            ctx.sync.standing_changed.connect(self._on_sync_standing_changed)
            ctx.sync.synced.connect(self._on_sync_synced)
        self.refresh()

    @Slot(object)
    def _on_sync_standing_changed(self, _state: object) -> None:
        self.refresh()

    @Slot(object)
    def _on_sync_synced(self, report: SyncReport) -> None:
        """Keep who came and who left for the tip, until somebody else does."""
        self._news = portfolio_text(report.entered, report.left) or self._news
        self.refresh()

    @override
    @Slot()
    def refresh(self) -> None:
        sync = self._ctx.sync
        if sync is None:
            return
        state, clock = sync.state, sync.field.clock
        icon, tint = LOOKS[state.mood]
        self.setIcon(self._ctx.theme.icon(icon, tint))
        text, brief = state_text(state, clock), state_text(state, clock, is_brief=True)
        if sync.is_at_work and state.mood is FieldMood.NEW:
            text = brief = self.tr("Synchronising…")
        self.setText(brief)
        self.setAccessibleName(self.tr("Synchronisation: {state}").format(state=text))
        lines = (text, synced_text(state.synced_at, clock), advice_text(state.end), self._news)
        told = list(dict.fromkeys(line for line in lines if line))
        if self._key:
            told.append(self.tr("What waits, conflicts, log ({key})").format(key=self._key))
        self.setToolTip(plain_tip("\n".join(told)))
