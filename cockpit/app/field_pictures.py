"""A laptop in the field, painted for the documents; the demo's own database needs no server."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from cockpit.app.call_pictures import Picture, Settle
from cockpit.app.field.blocked import cover_blocked
from cockpit.app.listed_rows import listed_rows
from cockpit.app.window import Desk
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError
from cockpit.domain.ids import new_id
from cockpit.domain.sync import (
    Backlog,
    ConflictItem,
    LogEntry,
    Standing,
    Storage,
    SyncEnd,
    SyncReport,
    WaitingItem,
)
from cockpit.runtime.change_feed import ChangeFeed
from cockpit.runtime.sync_controller import SyncController
from cockpit.runtime.task_runner import TaskRunner
from cockpit.services.field import FieldService
from cockpit.ui.actions import ActionId
from cockpit.ui.field.screen import FieldScreen
from cockpit.ui.quotes.dialog import QuoteDialog
from cockpit.ui.sync.screen import CONFLICTS, LOG, STORAGE, WAITING

_MEBI = 1024 * 1024
_ME, _COLLEAGUE = new_id(), new_id()
#: Invented, as everything here.
_NAMES = {_ME: "Ana Prado", _COLLEAGUE: "Marisa Toledo"}
_SOME = 4
_QUOTED = 3


@dataclass
class _Painted:
    """A synchroniser that stands still.

    Attributes:
        clock: The picture's.
        customers: Whose words wait: key and name.
        end: How the last synchronisation ended.
    """

    clock: Clock
    end: SyncEnd
    customers: list[tuple[UUID, str]] = field(default_factory=list)

    def synchronise(self) -> SyncReport:
        return SyncReport(self.end)

    def standing(self) -> Standing:
        synced = self.clock.now() - timedelta(days=2, hours=16, minutes=48)
        if self.end is SyncEnd.DONE:
            synced = self.clock.now() - timedelta(minutes=2)
        return Standing(
            device_id=_ME, user_id=_ME, server="", epoch="1", cursor=1, schema_revision="",
            own_revision="", carried="", waiting_count=len(self.waiting()), stopped="",
            contact_at=synced, synced_at=synced, lives_days=30, is_first=False,
        )  # fmt: skip

    def waiting(self) -> Sequence[WaitingItem]:
        if self.end is SyncEnd.DONE:
            return ()
        told = (
            ("contacts", "add", "Passei na loja: quer a tabela nova antes de pedir."),
            ("quotes", "add", "C-7F3A91C4-12"),
            ("attachments", "add", "gôndola.jpg"),
            ("customers", "change", ""),
            ("appointments", "add", "Levar a amostra da correia."),
            ("reminders", "add", ""),
            ("appointment_events", "add", ""),
        )
        return [self._waiting(number, *one) for number, one in enumerate(told)]

    def _waiting(self, number: int, entity: str, verb: str, words: str) -> WaitingItem:
        _, name = self.customers[number % len(self.customers)] if self.customers else (None, "")
        made_at = self.clock.now() - timedelta(hours=20 - 3 * number)
        is_own = entity not in {"reminders", "appointment_events"}
        return WaitingItem(number, entity, verb, name, words, made_at, 0, goes_along=not is_own)

    def backlog(self) -> Backlog:
        return Backlog(len(self.waiting()), 0, 0)

    def conflicts(self) -> Sequence[ConflictItem]:
        if self.end is not SyncEnd.DONE or len(self.customers) < _SOME:
            return ()
        now = self.clock.now()
        days = [(now + timedelta(days=day)).replace(minute=30, second=0) for day in (1, 3)]
        mine, theirs = (
            {"due_at": due.isoformat(), "has_time": True, "kind": "my_callback", "state": "open",
             "user_id": str(who), "channel": channel, "note": note}
            for due, who, channel, note in (
                (days[0], _ME, "visit", "Quer a tabela nova antes de pedir."),
                (days[1], _COLLEAGUE, "phone", "Ligou: volta no fim do mês."),
            )
        )  # fmt: skip
        return [
            self._conflict(0, "appointments", "place_taken", mine, theirs),
            self._conflict(1, "customers", "changed", {"preferred_channel": "email"},
                           {"preferred_channel": "whatsapp"}),
        ]  # fmt: skip

    def _conflict(
        self, number: int, entity: str, reason: str, mine: dict[str, object],
        theirs: dict[str, object],
    ) -> ConflictItem:  # fmt: skip
        key, name = self.customers[number]
        when = self.clock.now() - timedelta(minutes=4)
        stamped = theirs | {"updated_at": (when - timedelta(hours=1)).isoformat()}
        return ConflictItem(new_id(), entity, new_id(), key, name, reason, mine, stamped, when)

    def decide(self, key: UUID, *, is_mine: bool) -> None:
        """Nobody decides anything in a picture."""

    def log(self) -> Sequence[LogEntry]:
        now = self.clock.now()
        lines = (
            (2, "synced", {"sent": 23, "received": 41, "conflicts": 2}),
            (26, "away", {"until": (now - timedelta(minutes=3)).isoformat()}),
            (1500, "synced", {"sent": 4, "received": 126, "entered": 3, "left": 1}),
            (4320, "synced", {"received": 32_360, "entered": 191}),
        )
        return [LogEntry(now - timedelta(minutes=ago), kind, said) for ago, kind, said in lines]

    def storage(self) -> Storage:
        return Storage(48 * _MEBI, 7 * _MEBI, 191, 5_210, 1_534)


class _Names:
    """Knows who is in the pictures."""

    def names(self, keys: Collection[UUID]) -> Mapping[UUID, str]:
        return {key: _NAMES[key] for key in keys if key in _NAMES}

    def last_author(self, entity: str, key: UUID) -> str:
        return _NAMES[_COLLEAGUE] if entity == "appointments" else ""


def _revoked(desk: Desk, settle: Settle) -> QWidget:
    assert desk.ctx.sync is not None  # noqa: S101 - the picture is of one
    desk.ctx.sync.synchronise()
    settle()
    cover_blocked(desk.window, desk.ctx.theme, desk.ctx.language)
    settle()
    return desk.window


def _sync_page(desk: Desk, settle: Settle, *, page: int) -> QWidget:
    sync = desk.ctx.sync
    assert sync is not None  # noqa: S101 - the picture is of one
    table = desk.window.work_list.table
    rows = [] if table is None else listed_rows(table, limit=_SOME)
    painted = sync.field.synchroniser
    assert isinstance(painted, _Painted)  # noqa: S101 - see above
    painted.customers = [(row.customer_id, row.name) for row in rows]
    sync.synchronise()
    settle()
    desk.window.action(ActionId.SYNC).trigger()
    settle()
    screen = desk.window.sync.screen
    assert screen is not None  # noqa: S101 - it has just been opened
    screen.show_page(page)
    settle()
    return desk.window


def _visits(desk: Desk, settle: Settle) -> QWidget:
    desk.window.action(ActionId.FIELD).trigger()
    settle()
    return desk.window


def _quote(desk: Desk, settle: Settle) -> QWidget:
    """Write a quote of what the first customer of the route buys."""
    _visits(desk, settle)
    screen = desk.window.findChild(FieldScreen)
    assert isinstance(screen, FieldScreen)  # noqa: S101 - it has just been opened
    screen.take_quote()
    settle()
    dialog = screen.findChild(QuoteDialog)
    if not isinstance(dialog, QuoteDialog):
        raise BadInputError("picture_needs_client")
    for product in dialog.products[:_QUOTED]:
        dialog.add(product)
    settle()
    return dialog


_PAGES = {
    "sync_waiting": (WAITING, SyncEnd.AWAY),
    "sync_conflicts": (CONFLICTS, SyncEnd.DONE),
    "sync_log": (LOG, SyncEnd.DONE),
    "sync_storage": (STORAGE, SyncEnd.DONE),
}
_ENDS = {name: end for name, (_, end) in _PAGES.items()} | {"sync_revoked": SyncEnd.REVOKED}
FIELD_SCREENS: Mapping[str, Picture] = {
    **{name: partial(_sync_page, page=page) for name, (page, _) in _PAGES.items()},
    "sync_revoked": _revoked,
    "visits": _visits,
    "quote": _quote,
}


def sync_of(screen: str, clock: Clock) -> Callable[[TaskRunner, ChangeFeed], SyncController] | None:
    """Return what makes the synchronisation of a picture; None where it has none."""
    end = _ENDS.get(screen)
    return None if end is None else partial(SyncController, painted_field(clock, end))


def painted_field(clock: Clock, end: SyncEnd = SyncEnd.DONE) -> FieldService:
    """Return what synchronises a laptop that stands still.

    Args:
        clock: The picture's.
        end: How its last synchronisation ended.
    """
    return FieldService(_Painted(clock, end), _Names(), clock)
