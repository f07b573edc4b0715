"""The wall of those who answer for others: the moment of their people, and their portfolios."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from cockpit.domain.audit import AuditAction, Deed
from cockpit.domain.bulk_changes import OwnersMoved
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import ForbiddenError
from cockpit.domain.rebalance import Holding, Move
from cockpit.domain.rights import Task
from cockpit.domain.wall import Colleague, Team, Wall, wall_of
from cockpit.services.ports import CurrentUser, Database, WorkTable

#: Who was talked to within it was so lately: others go into another portfolio first.
LATELY = timedelta(days=30)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Portfolios:
    """Whose portfolios may be changed, and who is in them.

    Attributes:
        teams: Those of the owners, by name.
        owners: By team and name.
        holdings: Their customers, and those of nobody.
    """

    teams: tuple[Team, ...] = ()
    owners: tuple[Colleague, ...] = ()
    holdings: tuple[Holding, ...] = field(default=(), repr=False)

    def team_name(self, owner: Colleague) -> str:
        """Return the name of somebody's team; empty without one."""
        return next((one.name for one in self.teams if one.team_id == owner.team_id), "")


@dataclass(frozen=True, slots=True)
class WallService:
    """Reads for those who answer for others, and moves customers between their people."""

    database: Database
    clock: Clock
    user: CurrentUser

    def now(self, table: WorkTable | None) -> Wall:
        """Return the moment.

        Args:
            table: The viewer's work list, which the queues are counted from; None before there is
                one.

        Raises:
            ForbiddenError: The user answers for nobody.
        """
        self._check()
        at = self.clock.now()
        until = datetime.combine(self.clock.today() + _DAY, time(), tzinfo=self.clock.zone)
        with self.database.read() as unit:
            moment = unit.wall.moment(viewer=self.user, at=at, until=until)
        return wall_of(moment, {} if table is None else table.ledgers("owner"))

    def portfolios(self) -> Portfolios:
        """Return the portfolios of those whom the user answers for.

        Raises:
            ForbiddenError: The user answers for nobody.
        """
        self._check()
        at = self.clock.now()
        with self.database.read() as unit:
            moment = unit.wall.moment(viewer=self.user, at=at, until=at)
            keys = [one.user_id for one in moment.colleagues]
            held = unit.wall.holdings(keys, at=at, since=at - LATELY)
        names = {one.team_id: one.name for one in moment.teams}
        owning = {one.owner_id for one in held}
        owners = [one for one in moment.colleagues if one.calls or one.user_id in owning]
        owners.sort(key=lambda one: (one.team_id not in names, names.get(one.team_id), one.name))
        return Portfolios(tuple(moment.teams), tuple(owners), tuple(held))

    def move(self, move: Move) -> OwnersMoved:
        """Put customers into another portfolio, except whom somebody moved meanwhile.

        Raises:
            ForbiddenError: The user does not answer for both whose portfolios these are.
        """
        if not self.user.may(Task.REASSIGN):
            raise ForbiddenError("wall_not_allowed")
        wanted = OwnersMoved(move.source, tuple((key, move.target) for key in move.customer_ids))
        with self.database.write() as unit:
            own = {one.user_id for one in unit.wall.colleagues(viewer=self.user)}
            if not {move.source, move.target} - {None} <= own:
                raise ForbiddenError("portfolio_not_yours")
            moved = unit.portfolio.give_back(wanted)
            if moved:
                unit.audit.record(_deed(move, len(moved)), user=self.user, at=self.clock.now())
            unit.changed(Topic.CUSTOMERS, customer_ids=moved)
        return OwnersMoved(move.target, tuple((key, move.source) for key in moved))

    def _check(self) -> None:
        if not self.user.may(Task.TAKE_OVER):
            raise ForbiddenError("wall_not_allowed")


def _deed(move: Move, count: int) -> Deed:
    """Return what the trail says of a move: keys and how many, no names."""
    ends = {"from": move.source, "to": move.target}
    detail = {name: None if key is None else str(key) for name, key in ends.items()}
    return Deed(AuditAction.PORTFOLIO_MOVED, "users", move.target, {**detail, "customers": count})
