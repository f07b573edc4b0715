"""Who is told what: what notices say, and what became of them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, select, update
from sqlalchemy.orm import InstrumentedAttribute

from cockpit.data.repositories import letters
from cockpit.data.repositories.collisions import collisions_of
from cockpit.data.repositories.raw import in_chunks
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.data.repositories.stored_clock import ahead
from cockpit.data.repositories.upsert import upsert
from cockpit.domain.collisions import KIND as COLLISION
from cockpit.domain.collisions import Collision
from cockpit.domain.digest_documents import from_document, named_in
from cockpit.domain.notices import (
    Digest,
    LeftCustomer,
    Notice,
    NoticeKind,
    PortfolioState,
    Recipient,
    WaitingLetter,
)
from cockpit.domain.plain_text import storable
from cockpit.domain.vocabulary import LifecycleStatus, NoticeChannel, NoticeState
from cockpit.services.ports import CurrentUser
from models import Customer, CustomerMetric, Notification, Team, User

Told = TypeVar("Told")

_OUT_OF_CYCLE = (LifecycleStatus.AT_RISK, LifecycleStatus.INACTIVE, LifecycleStatus.LOST)
_IN_CYCLE = (LifecycleStatus.NEW, LifecycleStatus.ACTIVE, LifecycleStatus.RECOVERED)
_KINDS = (*(kind.value for kind in NoticeKind), COLLISION)
_MOST_UNREAD = 100


class SqlNoticeRepository:
    """Reads what notices say, and keeps one row per user, kind, period and channel."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- what they say -------------------------------------------------------------------------

    def recipients(self) -> list[Recipient]:
        """Return the active users by name."""
        led: dict[UUID, list[UUID]] = {}
        teams = select(Team.supervisor_id, Team.id).where(Team.supervisor_id.is_not(None))
        for supervisor_id, team_id in self._connection.execute(teams):
            if supervisor_id is not None:
                led.setdefault(supervisor_id, []).append(team_id)
        rows = self._connection.execute(_USERS.where(User.is_active).order_by(User.name, User.id))
        return [_recipient(row, led.get(row.id, [])) for row in rows]

    def set_email(self, user_id: UUID, email: str) -> None:
        """Store where a user gets e-mail; empty takes the address away."""
        chosen = update(User).where(User.id == user_id)
        self._connection.execute(chosen.values(email=storable(email) or None))

    def left_cycle(
        self, owner_ids: Collection[UUID] | None = None, *, since: date, until: date
    ) -> list[LeftCustomer]:
        """Return who became at risk, inactive or lost within these days, the dearest first."""
        first = select(func.min(CustomerMetric.status_since_on)).scalar_subquery()
        chosen = (
            select(
                Customer.id, Customer.owner_id, SHOWN_NAME, CustomerMetric.status,
                CustomerMetric.status_since_on, CustomerMetric.last_order_on,
                CustomerMetric.frequency_days, CustomerMetric.silence_days,
                CustomerMetric.at_risk_cents,
            )
            .join(CustomerMetric, CustomerMetric.customer_id == Customer.id)
            .where(
                CustomerMetric.status.in_(_OUT_OF_CYCLE),
                CustomerMetric.status_since_on.between(since, until),
                CustomerMetric.status_since_on > first,
                Customer.owner_id.is_not(None),
            )
            .order_by(CustomerMetric.at_risk_cents.desc(), SHOWN_NAME, Customer.id)
        )  # fmt: skip
        if owner_ids is not None:
            chosen = chosen.where(Customer.owner_id.in_(sorted(owner_ids)))
        return [LeftCustomer(*row) for row in self._connection.execute(chosen)]

    def portfolios(self) -> list[PortfolioState]:
        """Return how each portfolio stands, the one with most at risk first."""
        chosen = (
            select(
                Customer.owner_id, func.coalesce(User.name, ""), _count(_IN_CYCLE),
                _count((LifecycleStatus.AT_RISK,)), _count((LifecycleStatus.INACTIVE,)),
                _count((LifecycleStatus.LOST,)), func.sum(CustomerMetric.at_risk_cents),
                _cents(CustomerMetric.lost_so_far_cents),
            )
            .join(CustomerMetric, CustomerMetric.customer_id == Customer.id)
            .outerjoin(User, User.id == Customer.owner_id)
            .where(CustomerMetric.status.in_((*_IN_CYCLE, *_OUT_OF_CYCLE)))
            .group_by(Customer.owner_id, User.name)
        )  # fmt: skip
        # SQLite sums integers to integers, PostgreSQL to decimals.
        found = [
            PortfolioState(owner_id, name, *(int(figure) for figure in figures))
            for owner_id, name, *figures in self._connection.execute(chosen)
        ]
        return sorted(found, key=lambda one: (-one.at_risk_cents, one.owner_name))

    # --- keeping them --------------------------------------------------------------------------

    def last_told(self, kind: NoticeKind) -> Mapping[UUID, Mapping[str, Any]]:
        """Return the stored digest that each user was told last."""
        of_kind = (Notification.kind == kind.value, Notification.channel == NoticeChannel.SCREEN)
        newest = (
            select(Notification.user_id, func.max(Notification.created_at).label("at"))
            .where(*of_kind)
            .group_by(Notification.user_id)
            .subquery()
        )
        chosen = (
            select(Notification.user_id, Notification.payload)
            .join(
                newest,
                and_(
                    newest.c.user_id == Notification.user_id,
                    newest.c.at == Notification.created_at,
                ),
            )
            .where(*of_kind)
        )
        rows = self._connection.execute(chosen)
        return {key: stored if isinstance(stored, Mapping) else {} for key, stored in rows}

    def add(
        self,
        user_id: UUID,
        kind: NoticeKind,
        channel: NoticeChannel,
        *,
        period: date,
        document: Mapping[str, Any],
        at: datetime,
    ) -> bool:
        """Add a notice to its period; False where it is there already."""
        is_mail = channel is NoticeChannel.EMAIL
        insert = upsert(self._connection, Notification).values(
            user_id=user_id,
            kind=kind.value,
            channel=channel,
            payload=dict(document),
            created_at=at + ahead(self._connection, at),
            state=NoticeState.WAITING if is_mail else NoticeState.SENT,
            dedup_key=f"{kind.value}.{period.isoformat()}.{channel.value}.{user_id}",
        )
        done = insert.on_conflict_do_nothing(index_elements=[Notification.dedup_key])
        # PostgreSQL's driver does not count what an INSERT that may do nothing inserted.
        return self._connection.execute(done.returning(Notification.id)).first() is not None

    # --- letters -------------------------------------------------------------------------------

    def waiting_letters(self, *, at: datetime) -> list[WaitingLetter]:
        """Return the e-mails that are to be sent now, oldest first."""
        chosen = (
            _USERS.join(Notification, Notification.user_id == User.id)
            .add_columns(
                Notification.id.label("notice_id"), Notification.attempts, Notification.payload
            )
            .where(_IS_MAIL, letters.is_due(self._connection, at), User.is_active)
            .order_by(Notification.created_at, Notification.id)
        )
        rows = self._connection.execute(chosen).all()
        digests = self._digests([row.payload or {} for row in rows])
        return [
            WaitingLetter(row.notice_id, _recipient(row, []), row.attempts, digest)
            for row, digest in zip(rows, digests, strict=True)
        ]

    def give_up_letters(self, *, at: datetime) -> int:
        """Mark those that are too old as failed; return how many."""
        return letters.give_up(self._connection, _IS_MAIL, at)

    def begin_letter(self, letter: WaitingLetter, *, at: datetime) -> bool:
        """Mark a letter as under way; False where somebody else did."""
        return letters.begin(self._connection, letter.notice_id, letter.attempts, at)

    def end_letter(self, notice_id: UUID, state: NoticeState, *, detail: str, at: datetime) -> None:
        """Store what became of a letter; one that was sent stays sent."""
        letters.end(self._connection, notice_id, state, detail, at)

    # --- the reader's list ---------------------------------------------------------------------

    def inbox(self, user: CurrentUser, *, limit: int) -> list[Notice]:
        """Return a user's notices on screen, the newest first."""
        chosen = (
            select(
                Notification.id, Notification.kind, Notification.created_at, Notification.read_at,
                Notification.payload,
            )
            .where(_is_of(user))
            .order_by(Notification.created_at.desc(), Notification.id.desc())
            .limit(limit)
        )  # fmt: skip
        rows = self._connection.execute(chosen).all()
        told: dict[UUID, Digest | Collision | None] = {}
        told.update(_by_key(rows, self._digests, is_wanted=lambda kind: kind != COLLISION))
        told.update(_by_key(rows, self._collisions, is_wanted=lambda kind: kind == COLLISION))
        return [
            Notice(row.id, row.created_at, row.read_at, said)
            for row in rows
            if (said := told[row.id]) is not None
        ]

    def unread_collisions(self, user: CurrentUser) -> dict[UUID, Collision]:
        """Return the collisions of which a user was told and did not read yet, by the notice."""
        chosen = select(Notification.id, Notification.payload).where(
            _is_of(user), Notification.kind == COLLISION, Notification.read_at.is_(None)
        )
        rows = self._connection.execute(chosen.limit(_MOST_UNREAD)).all()
        found = self._collisions([row.payload or {} for row in rows])
        return {row.id: one for row, one in zip(rows, found, strict=True) if one is not None}

    def mark_read(self, notice_ids: Iterable[UUID], *, user: CurrentUser, at: datetime) -> int:
        """Mark a user's notices as read; return how many were not."""
        chosen = update(Notification).where(
            Notification.id.in_(sorted(notice_ids)), _is_of(user), Notification.read_at.is_(None)
        )
        return self._connection.execute(chosen.values(read_at=at)).rowcount

    def _collisions(self, documents: Sequence[Mapping[str, Any]]) -> list[Collision | None]:
        return collisions_of(self._connection, documents)

    def _digests(self, documents: Sequence[Mapping[str, Any]]) -> list[Digest | None]:
        """Return stored digests with the names of today; None where one cannot be read."""
        customers: set[UUID] = set()
        owners: set[UUID] = set()
        for stored in documents:
            told, whose = named_in(stored)
            customers.update(told)
            owners.update(whose)
        names = self._names(select(Customer.id, SHOWN_NAME), Customer.id.in_, customers)
        users = self._names(select(User.id, User.name), User.id.in_, owners)
        found: list[Digest | None] = []
        for stored in documents:
            try:
                found.append(from_document(stored, names, users))
            except ValueError:
                found.append(None)
        return found

    def _names(
        self, chosen: Select[*tuple[Any, ...]], among: Any, keys: set[UUID]
    ) -> dict[UUID, str]:
        names: dict[UUID, str] = {}
        for chunk in in_chunks(sorted(keys)):
            rows = self._connection.execute(chosen.where(among(chunk)))
            names.update({key: name for key, name in rows})  # noqa: C416 - rows, not pairs
        return names


_IS_MAIL = and_(Notification.channel == NoticeChannel.EMAIL, Notification.kind.in_(_KINDS))
_USERS: Select[*tuple[Any, ...]] = select(
    User.id, User.name, User.role, User.team_id, User.email, User.language
)


def _by_key(
    rows: Sequence[Any],
    read: Callable[[Sequence[Mapping[str, Any]]], Sequence[Told]],
    *,
    is_wanted: Callable[[str], bool],
) -> dict[UUID, Told]:
    """Return what the notices of some kinds say, by their keys."""
    chosen = [row for row in rows if is_wanted(row.kind)]
    said = read([row.payload or {} for row in chosen])
    return {row.id: one for row, one in zip(chosen, said, strict=True)}


def _is_of(user: CurrentUser) -> ColumnElement[bool]:
    return and_(
        Notification.user_id == user.user_id,
        Notification.channel == NoticeChannel.SCREEN,
        Notification.kind.in_(_KINDS),
    )


def _count(statuses: Iterable[LifecycleStatus]) -> ColumnElement[int]:
    return func.sum(case((CustomerMetric.status.in_(tuple(statuses)), 1), else_=0))


def _cents(column: ColumnElement[int] | InstrumentedAttribute[int]) -> ColumnElement[int]:
    """Return the sum of an amount over those who are out of their cycle."""
    return func.sum(case((CustomerMetric.status.in_(_OUT_OF_CYCLE), column), else_=0))


def _recipient(row: Any, led_team_ids: list[UUID]) -> Recipient:
    return Recipient(
        user_id=row.id,
        name=row.name,
        role=row.role,
        team_id=row.team_id,
        led_team_ids=tuple(led_team_ids),
        email=(row.email or "").strip(),
        language=row.language,
    )
