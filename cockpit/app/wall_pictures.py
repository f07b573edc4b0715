"""The team's wall as it is painted for the documents: a made-up moment of the demo company."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from cockpit.app.window import Desk
from cockpit.domain.clock import Clock
from cockpit.domain.eligibility import Bar
from cockpit.domain.vocabulary import BreakKind
from cockpit.services.ports import CurrentUser
from cockpit.ui.wall.screen import WallScreen

Settle = Callable[[], None]
_FREE = 6
#: Since when some are on a call.
_AGO = tuple(timedelta(minutes=minutes) for minutes in (7, 2, 4, 11))


@dataclass(frozen=True)
class _EarlierClock:
    """A clock that is behind another one."""

    clock: Clock
    behind: timedelta

    @property
    def zone(self) -> ZoneInfo:
        return self.clock.zone

    @property
    def known_at(self) -> datetime | None:
        return self.clock.known_at

    def today(self) -> date:
        return self.clock.today()

    def now(self) -> datetime:
        return self.clock.now() - self.behind


def _open(desk: Desk, settle: Settle) -> WallScreen:
    desk.window.screens.show_wall()
    settle()
    screen = desk.window.screens.wall
    assert screen is not None  # noqa: S101 - it has just been opened
    return screen


def _now(desk: Desk, settle: Settle) -> QWidget:
    """Let some operators call, one pause and some be free."""
    screen = _open(desk, settle)
    assert screen.wall is not None  # noqa: S101 - it was read
    table = desk.window.work_list.table
    assert table is not None  # noqa: S101 - the picture is taken once the list is there
    waiting = table.customer_ids(range(min(60, len(table))))
    people = [one for one in screen.wall.people if one.colleague.user_id != desk.ctx.user.user_id]
    for number, one in enumerate(people[: _FREE + 2]):
        user = replace(desk.ctx.user, user_id=one.colleague.user_id, name=one.colleague.name)
        day = replace(desk.ctx.day_keeper.service(), user=user)
        day.begin()
        if number < len(_AGO):
            _call(desk, user, waiting[number * 9 :], _AGO[number])
        elif number == _FREE:
            day.pause(BreakKind.REST)
    settle()
    screen.reload()
    settle()
    screen.now.people.setCurrentIndex(screen.now.people.records.index(1, 0))
    return desk.window


def _call(desk: Desk, user: CurrentUser, waiting: Sequence[UUID], ago: timedelta) -> None:
    """Let somebody hold a customer since a while ago."""
    queue = replace(desk.ctx.queue, user=user)
    earlier = replace(queue, clock=_EarlierClock(queue.clock, ago))
    claim = earlier.next(waiting, also=frozenset(Bar)).claim
    if claim is not None:
        queue.renew(claim)


def _portfolios(desk: Desk, settle: Settle) -> QWidget:
    """Plan to make them even."""
    screen = _open(desk, settle)
    screen.show_page(1)
    settle()
    screen.portfolios.level()
    settle()
    screen.portfolios.take_focus()
    return desk.window


WALL_SCREENS: dict[str, Callable[[Desk, Settle], QWidget]] = {
    "wall": _now,
    "wall_portfolios": _portfolios,
}
