"""The campaigns as they are painted for the documents, on the demo company."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cockpit.app.window import Desk
from cockpit.domain.campaigns import CampaignState
from cockpit.domain.list_query import Group, ListQuery
from cockpit.ui.campaigns.screen import CampaignScreen

Settle = Callable[[], None]
_CHOSEN = 180


def _open(desk: Desk, settle: Settle) -> CampaignScreen:
    desk.window.campaigns.show()
    settle()
    screen = desk.window.campaigns.screen
    assert screen is not None  # noqa: S101 - it has just been opened
    return screen


def _shown(desk: Desk, settle: Settle, state: CampaignState) -> QWidget:
    screen = _open(desk, settle)
    for place, row in enumerate(screen.table.records.rows):
        if row.state is state:
            screen.table.setCurrentIndex(screen.table.records.index(place, 0))
    return desk.window


def _running(desk: Desk, settle: Settle) -> QWidget:
    return _shown(desk, settle, CampaignState.RUNNING)


def _result(desk: Desk, settle: Settle) -> QWidget:
    return _shown(desk, settle, CampaignState.OVER)


def _plan(desk: Desk, settle: Settle) -> QWidget:
    """Plan a campaign for some customers of the list."""
    table = desk.window.work_list.table
    assert table is not None  # noqa: S101 - the picture is taken once the list is there
    found = table.select(ListQuery(Group.INACTIVE))
    keys = table.customer_ids(found.lines(0, min(_CHOSEN, len(found))))
    screen = _open(desk, settle)
    screen.begin(keys, "group=inactive")
    settle()
    screen.planning.editor.name.setText("Volta antes da safra")
    screen.planning.editor.goal_kind.setCurrentIndex(2)
    screen.planning.editor.script.setCurrentIndex(1)
    screen.planning.editor.goal_target.setText("40")
    screen.planning.editor.changed.emit()
    return desk.window


CAMPAIGN_SCREENS: dict[str, Callable[[Desk, Settle], QWidget]] = {
    "campaigns": _running,
    "campaigns_result": _result,
    "campaigns_plan": _plan,
}
