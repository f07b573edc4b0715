"""A wall and portfolios without a database."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from uuid import UUID

from cockpit.domain.bulk_changes import OwnersMoved
from cockpit.domain.eligibility import Bar, Ledger, LedgerLine
from cockpit.domain.rebalance import Holding, Move
from cockpit.domain.wall import Callbacks, Colleague, Moment, Sign, Team, Wall, wall_of
from cockpit.services.ports import WorkTable
from cockpit.services.wall import Portfolios

NORTH, SOUTH = UUID(int=81), UUID(int=82)
ANA, BIA, CAIO, DORA = (UUID(int=90 + number) for number in range(4))
CLIENT = UUID(int=7)
CALLED_AT = datetime(2022, 3, 22, 11, 50, tzinfo=UTC)
COLLEAGUES = (
    Colleague(ANA, "Ana", NORTH),
    Colleague(BIA, "Bia", NORTH),
    Colleague(CAIO, "Caio", SOUTH),
    Colleague(DORA, "Dora", SOUTH),
)
TEAMS = (Team(NORTH, "Norte"), Team(SOUTH, "Sul"))


def make_moment() -> Moment:
    """Return Ana on a call, Bia pausing, Caio free and Dora away."""
    signs = (
        Sign(ANA, is_at_work=True, customer_id=CLIENT, since=CALLED_AT),
        Sign(BIA, is_at_work=True, is_paused=True),
        Sign(CAIO, is_at_work=True),
    )
    return Moment(
        TEAMS,
        COLLEAGUES,
        {one.user_id: one for one in signs},
        {CLIENT: "Padaria Sol"},
        {ANA: Callbacks(3, 2), CAIO: Callbacks(0, 4), None: Callbacks(1, 0)},
    )


def make_wall() -> Wall:
    """Return that moment with queues."""
    queued = Ledger((LedgerLine(None, 12, 345_600), LedgerLine(Bar.IN_CYCLE, 30, 0)))
    small = Ledger((LedgerLine(None, 2, 10_000), LedgerLine(Bar.NO_PHONE, 1, 0)))
    return wall_of(make_moment(), {"Ana": queued, "Bia": small, "Caio": small, "": small})


def make_portfolios() -> Portfolios:
    """Return ten customers of Ana's, of whom one is bound, two of Bia's, one of nobody."""
    own = [Holding(UUID(int=100 + n), ANA, 1_000_00, 5_000_00, is_bound=n == 0) for n in range(10)]
    others = [Holding(UUID(int=200 + n), BIA, 2_000_00, 7_000_00) for n in range(2)]
    return Portfolios(TEAMS, COLLEAGUES, (*own, *others, Holding(UUID(int=300), None)))


@dataclass
class FakeWallService:
    """Shows one moment, and moves customers between portfolios in memory."""

    wall: Wall = field(default_factory=make_wall)
    known: Portfolios = field(default_factory=make_portfolios)
    moved: list[Move] = field(default_factory=list)
    reads: int = 0

    def now(self, table: WorkTable | None) -> Wall:
        self.reads += 1
        return self.wall

    def portfolios(self) -> Portfolios:
        return self.known

    def move(self, move: Move) -> OwnersMoved:
        self.moved.append(move)
        self._put(dict.fromkeys(move.customer_ids, move.target))
        return OwnersMoved(move.target, tuple((key, move.source) for key in move.customer_ids))

    def put_back(self, change: OwnersMoved) -> None:
        """Take a move back, as the list's service does."""
        self._put(dict(change.former))

    def _put(self, owners: dict[UUID, UUID | None]) -> None:
        self.known = replace(
            self.known,
            holdings=tuple(
                replace(one, owner_id=owners.get(one.customer_id, one.owner_id))
                for one in self.known.holdings
            ),
        )
