"""A user's notices, held in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from cockpit.domain.collisions import Collision, Talk
from cockpit.domain.ids import new_id
from cockpit.domain.notices import (
    Audience,
    Digest,
    LeftCustomer,
    Notice,
    NoticeKind,
    NoticeSchedule,
    PortfolioState,
    Recipient,
)
from cockpit.domain.vocabulary import Channel, LifecycleStatus, Role

SINCE, UNTIL = date(2022, 3, 15), date(2022, 3, 22)


def left_customer(name: str = "Acme", cents: int = 150_000) -> LeftCustomer:
    """Return a customer who left their cycle."""
    return LeftCustomer(
        customer_id=new_id(),
        owner_id=None,
        name=name,
        status=LifecycleStatus.AT_RISK,
        since_on=SINCE,
        last_order_on=date(2022, 1, 31),
        frequency_days=16.0,
        silence_days=50,
        at_risk_cents=cents,
    )


def cycle_left(*customers: LeftCustomer, count: int | None = None) -> Digest:
    """Return what a seller is told."""
    return Digest(
        NoticeKind.CYCLE_LEFT,
        SINCE,
        UNTIL,
        customers=customers,
        customer_count=len(customers) if count is None else count,
        customer_cents=sum(one.at_risk_cents for one in customers),
        portfolios=(portfolio("Ana Prado"),),
    )


def portfolio(name: str, at_risk_cents: int = 500_000) -> PortfolioState:
    """Return how a portfolio stands."""
    return PortfolioState(new_id(), name, 40, 9, 7, 2, at_risk_cents, 1_000_000)


def portfolios(*states: PortfolioState) -> Digest:
    """Return what a manager is told."""
    return Digest(NoticeKind.PORTFOLIOS, SINCE, UNTIL, portfolios=states)


def collision(user_id: UUID, *, minutes: int = 35) -> Collision:
    """Return that somebody called a client whom Ana visited a little later."""
    at = datetime(2022, 3, 22, 13, 5, tzinfo=UTC)
    later = at + timedelta(minutes=minutes)
    own = Talk(user_id, "Rui", at, Channel.PHONE, "Não atendeu")
    anas = Talk(new_id(), "Ana", later, Channel.VISIT, "Vai pensar")
    return Collision(new_id(), "Acme", (own, anas))


def notice(told: Digest | Collision, *, is_read: bool = False) -> Notice:
    """Return a notice in somebody's list."""
    at = datetime(2022, 3, 22, 11, tzinfo=UTC)
    return Notice(new_id(), at, at if is_read else None, told)


def recipient(name: str = "Ana Prado", **changes: object) -> Recipient:
    """Return somebody who may be told."""
    one = Recipient(new_id(), name, Role.OPERATOR, None, (), "ana@giro.example", "pt_BR")
    return replace(one, **changes)  # type: ignore[arg-type]


@dataclass
class FakeNoticeService:
    """Keeps what it was asked to keep."""

    notices: list[Notice] = field(default_factory=list)
    people: list[Recipient] = field(default_factory=list)
    saved: list[tuple[dict[Audience, NoticeSchedule], dict[UUID, str]]] = field(
        default_factory=list
    )

    def inbox(self) -> list[Notice]:
        return list(self.notices)

    def unread_collisions(self) -> dict[UUID, Collision]:
        return {
            one.notice_id: one.told
            for one in self.notices
            if isinstance(one.told, Collision) and one.read_at is None
        }

    def mark_read(self, notice_ids: Iterable[UUID]) -> None:
        wanted, at = set(notice_ids), datetime(2022, 3, 22, 12, tzinfo=UTC)
        self.notices = [
            replace(one, read_at=at) if one.notice_id in wanted else one for one in self.notices
        ]

    def schedules(self) -> dict[Audience, NoticeSchedule]:
        return {one: NoticeSchedule() for one in Audience}

    def recipients(self) -> list[Recipient]:
        return list(self.people)

    def save(
        self, schedules: Mapping[Audience, NoticeSchedule], emails: Mapping[UUID, str]
    ) -> None:
        self.saved.append((dict(schedules), dict(emails)))
