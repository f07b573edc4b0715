"""The work list: made whole, brought up to date for a few customers, kept for the next start."""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from threading import Lock
from uuid import UUID

from cockpit.domain.bulk_changes import BulkChange, MembersAdded, OwnersMoved
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.columns import VerdictColumns, WorkListColumns
from cockpit.domain.errors import BadInputError, DatabaseError
from cockpit.domain.filters import SavedView
from cockpit.domain.rights import Task
from cockpit.services.cycle_state import CycleState, CycleStates
from cockpit.services.ports import CurrentUser, ReadUnit, WorkTable, WorkTableMaker

#: Beyond so many changed customers, reading everybody is as fast.
MOST_CHANGED = 2_000
#: What the list shows nothing of.
_ASIDE = frozenset({Topic.REMINDERS, Topic.POST_ITS})
_JUDGED = tuple(
    {field.name for field in fields(WorkListColumns)}
    & {field.name for field in fields(VerdictColumns)}
)


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """Where the last table is kept on this machine.

    Attributes:
        path: The file; only this program's user may read it.
        mark: What the table depends on: database, user, versions.
    """

    path: Path
    mark: str


@dataclass(slots=True)
class _Latest:
    """The newest table, until it is on the disk."""

    lock: Lock = field(default_factory=Lock)
    table: WorkTable | None = None


@dataclass(frozen=True, slots=True)
class WorkListService:
    """Reads the work list in the order of calling; safe to use from several threads.

    Attributes:
        states: Judges whom nobody judged for the day.
        user: Whose list it is.
        make_maker: Returns who makes tables; asked for late, for that code takes time to load.
        kept_place: Where the last table is kept; None where it is not, as with encrypted data.
    """

    states: CycleStates
    user: CurrentUser
    make_maker: Callable[[], WorkTableMaker]
    kept_place: KeptPlace | None = None
    _latest: _Latest = field(default_factory=_Latest)

    def first(self) -> WorkTable | None:
        """Return the table of the last run, to be caught up at once.

        It may be one of a day before: then it is only looked at until today's is there.
        """
        place, clock = self._place(), self.states.clock
        if place is None:
            return None
        return self.make_maker().kept(place.path, mark=place.mark, now=clock.now())

    def caught_up(self, table: WorkTable) -> WorkTable:
        """Return a table of the last run with what anybody changed since.

        Those customers alone are read, where the table is of this day, holds everything up to a
        known change and was made by the calling hours in force; else everybody is.
        """
        clock = self.states.clock
        if table.seen is None or table.as_of != clock.today():
            return self.load()
        with self.states.database.read() as unit:
            is_older = unit.queue.changes_seen() < table.seen
            is_other = is_older or unit.queue.window_rules() != table.rules
            notice = unit.queue.changed_since(table.seen)
            lapsed = unit.queue.lapsed(at=clock.now())
        # An older backup that was put back counts its changes anew.
        if is_other or notice.customer_ids is None:
            return self.load()
        whose = notice.customer_ids.union(lapsed)
        return self.refreshed(table, ChangeNotice(frozenset(Topic), whose))

    def load(self) -> WorkTable:
        """Return the list for the clock's day.

        Where the stored judgements are of another day, everybody is judged afresh with what was
        known on the clock's day, and nothing is stored.
        """
        clock = self.states.clock
        with self.states.database.read() as unit:
            seen = unit.queue.changes_seen()
            columns, state = self._read(unit, None)
            rules = unit.queue.window_rules()
        columns = self._judged(columns, state)
        maker, today, now = self.make_maker(), clock.today(), clock.now()
        made = maker.make(columns, rules, as_of=today, now=now, seen=seen)
        return self._remembered(made)

    def refreshed(self, table: WorkTable, notice: ChangeNotice) -> WorkTable:
        """Return a table with what changed since; only the changed customers are read.

        All are where the notice names none, too many of them, or the day is another.
        """
        clock = self.states.clock
        whose = notice.customer_ids
        if table.as_of != clock.today():
            return self.load()
        if whose is None or len(whose) > MOST_CHANGED:
            return table.at(clock.now()) if notice.topics <= _ASIDE else self.load()
        if not whose:
            return table.at(clock.now())
        with self.states.database.read() as unit:
            columns, state = self._read(unit, whose)
        columns = self._judged(columns, state)
        gone = whose.difference(columns.customer_id)
        return self._remembered(table.with_changed(columns, gone=gone).at(clock.now()))

    def moved_on(self, table: WorkTable) -> WorkTable:
        """Return a table as it is at this minute.

        Claims that end without anybody's doing, as those of a program that crashed, are told by
        nobody: whose they were are read again, unless the database is out of reach.
        """
        lapsed: Sequence[UUID] = ()
        with suppress(DatabaseError), self.states.database.read() as unit:
            lapsed = unit.queue.lapsed(at=self.states.clock.now())
        return self.refreshed(table, ChangeNotice(frozenset({Topic.QUEUE}), frozenset(lapsed)))

    def keep(self) -> None:
        """Write the newest table to the disk for the next start, unless it is there already."""
        place = self._place()
        with self._latest.lock:
            table, self._latest.table = self._latest.table, None
        if place is not None and table is not None:
            self.make_maker().keep(table, place.path, mark=place.mark)

    def views(self) -> list[SavedView]:
        """Return the user's own saved views and the shared ones, by name."""
        with self.states.database.read() as unit:
            return unit.views.views(user=self.user)

    def save_view(self, view: SavedView) -> None:
        """Store a view, new or changed.

        Raises:
            BadInputError: It is another's, or the user may not share views.
        """
        if view.is_shared and not self.user.may(Task.SHARE_VIEWS):
            raise BadInputError("view_sharing_not_allowed")
        with self.states.database.write() as unit:
            self._check_mine(unit.views.views(user=self.user), view.view_id)
            unit.views.save(view, user=self.user, at=self.states.clock.now())
            unit.changed(Topic.SETTINGS, customer_ids=())

    def delete_view(self, view_id: UUID) -> None:
        """Remove a view; one that is gone already is no error.

        Raises:
            BadInputError: It is another's.
        """
        with self.states.database.write() as unit:
            self._check_mine(unit.views.views(user=self.user), view_id)
            unit.views.delete(view_id)
            unit.changed(Topic.SETTINGS, customer_ids=())

    def owners(self) -> Sequence[tuple[UUID, str]]:
        """Return the active users by name."""
        with self.states.database.read() as unit:
            return unit.portfolio.owners()

    def campaigns(self) -> Sequence[tuple[UUID, str]]:
        """Return the campaigns that have not ended, by name."""
        with self.states.database.read() as unit:
            return unit.portfolio.campaigns(today=self.states.clock.today())

    def set_owner(self, customer_ids: Collection[UUID], owner_id: UUID | None) -> OwnersMoved:
        """Put customers into a portfolio, or into nobody's; return what that replaced.

        Raises:
            BadInputError: The user may not.
        """
        self._check_may_move()
        with self.states.database.write() as unit:
            moved = unit.portfolio.set_owner(customer_ids, owner_id)
            unit.changed(Topic.CUSTOMERS, customer_ids=[key for key, _ in moved.former])
        return moved

    def add_to_campaign(self, customer_ids: Collection[UUID], campaign_id: UUID) -> MembersAdded:
        """Add customers to a campaign; return who was not in it, and is in no other one.

        The draw of a published one is over: they are called, and not compared.

        Raises:
            BadInputError: The user may not.
        """
        if not self.user.may(Task.EDIT_CAMPAIGNS):
            raise BadInputError("campaigns_not_allowed")
        with self.states.database.write() as unit:
            added = unit.portfolio.add_to_campaign(customer_ids, campaign_id)
            unit.changed(Topic.CUSTOMERS, customer_ids=[key for key, _ in added.members])
        return added

    def take_back(self, change: BulkChange) -> int:
        """Undo a change of many customers where nobody changed it since; return of how many.

        Raises:
            BadInputError: The user may not.
        """
        if isinstance(change, OwnersMoved):
            self._check_may_move()
        with self.states.database.write() as unit:
            if isinstance(change, OwnersMoved):
                whose = unit.portfolio.give_back(change)
            else:
                whose = unit.portfolio.take_out(change)
            unit.changed(Topic.CUSTOMERS, customer_ids=whose)
        return len(whose)

    def _check_may_move(self) -> None:
        if not self.user.may(Task.REASSIGN):
            raise BadInputError("reassigning_not_allowed")

    def _check_mine(self, views: Sequence[SavedView], view_id: UUID) -> None:
        """Refuse to change another's view; supervisors take care of the shared ones."""
        for view in views:
            may_change = view.is_own or self.user.may(Task.SHARE_VIEWS)
            if view.view_id == view_id and not may_change:
                raise BadInputError("view_not_own")

    def _read(
        self, unit: ReadUnit, whose: Collection[UUID] | None
    ) -> tuple[WorkListColumns, CycleState | None]:
        """Return stored columns, and what judges them where they are not judged for the day."""
        clock = self.states.clock
        columns = unit.work_list.columns(
            today=clock.today(), at=clock.now(), known_at=clock.known_at, customer_ids=whose
        )
        if whose is None:
            is_judged = self.states.is_judged(unit)
            return columns, None if is_judged else self.states.everyone(unit)
        found = columns.customer_id
        if not found or self.states.is_judged(unit, found):
            return columns, None
        return columns, self.states.some(unit, found)

    def _judged(self, columns: WorkListColumns, state: CycleState | None) -> WorkListColumns:
        """Return the columns with other judgements in place of the stored ones."""
        if state is None:
            return columns
        verdicts = self.states.verdicts(state)
        place_of = {key: place for place, key in enumerate(state.statistics.customer_id)}
        places = [place_of[key] for key in columns.customer_id]
        last = state.statistics.last_order_day
        found = {
            name: [values[place] for place in places]
            for name, values in ((name, getattr(verdicts, name)) for name in _JUDGED)
        }
        return replace(columns, last_order_day=[last[place] or None for place in places], **found)

    def _remembered(self, table: WorkTable) -> WorkTable:
        with self._latest.lock:
            self._latest.table = table
        return table

    def _place(self) -> KeptPlace | None:
        """Return where the newest table is kept; a past day's is not."""
        if self.kept_place is None or self.states.clock.known_at is not None:
            return None
        return self.kept_place
