"""Stored campaigns: plans, members and who calls.

Its figures' facts stand in ``campaign_facts.py``, what running ones mean in ``campaign_rules.py``.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, case, delete, func, insert, select, update

from cockpit.data.repositories import campaign_facts
from cockpit.data.repositories.bulk_write import raw_codes, raw_guids, replace_rows
from cockpit.data.repositories.campaign_rules import add_alone, taken
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.data.repositories.raw import fetch_columns, guids, in_chunks
from cockpit.data.repositories.shown_name import SHOWN_NAME
from cockpit.domain.campaign_progress import CallFacts
from cockpit.domain.campaigns import (
    CampaignChoices,
    CampaignPlan,
    CampaignRow,
    Candidate,
    Exclusion,
    Goal,
    GoalKind,
    Member,
    Mentioned,
    Person,
    StoredMember,
    state_of,
)
from cockpit.domain.documents import parse_tax_id
from cockpit.domain.errors import ConflictError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import CampaignArm, Channel, LifecycleStatus, Role
from cockpit.services.ports import CurrentUser
from models import (
    Campaign,
    CampaignMember,
    CampaignOperator,
    Customer,
    CustomerMetric,
    MessageTemplate,
    Team,
    User,
)

_CALLERS = (Role.OPERATOR, Role.EXTERNAL_SELLER, Role.SUPERVISOR)
_ARCHIVED = "archived"
#: As far as dates go, for a campaign without a last day.
_ENDLESS = date(9999, 12, 31)


class SqlCampaignRepository:
    """Implements ``CampaignRepository`` of ``cockpit.services.ports.campaigns``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- reading -------------------------------------------------------------------------------

    def rows(self, *, today: date) -> list[CampaignRow]:
        """Return all campaigns, the latest begun first."""
        return self._rows(None, today)

    def row(self, campaign_id: UUID, *, today: date) -> CampaignRow | None:
        """Return one campaign; None where there is none."""
        return next(iter(self._rows(campaign_id, today)), None)

    def choices(self) -> CampaignChoices:
        """Return who may call, and the scripts."""
        people = (
            select(User.id, User.name, func.coalesce(Team.name, ""))
            .outerjoin(Team, Team.id == User.team_id)
            .where(User.is_active, User.role.in_(_CALLERS))
            .order_by(User.name, User.id)
        )
        name = func.coalesce(func.nullif(MessageTemplate.name, ""), MessageTemplate.code)
        scripts = (
            select(MessageTemplate.id, name)
            .where(MessageTemplate.is_active)
            .order_by(name, MessageTemplate.id)
        )
        return CampaignChoices(
            tuple(Person(*row) for row in self._connection.execute(people)),
            tuple((key, text) for key, text in self._connection.execute(scripts)),
        )

    def mentioned(self, lines: Sequence[Sequence[str]]) -> Mentioned:
        """Return whom lines of codes and documents name, each by its first cell that does."""
        cells = {cell for line in lines for cell in line}
        by_code = self._named(Customer.code, cells)
        parsed = {cell: parse_tax_id(cell) for cell in cells - by_code.keys()}
        bare = {cell: one.text for cell, one in parsed.items() if one is not None}
        by_tax_id = self._named(Customer.tax_id, set(bare.values()))
        found: dict[UUID, None] = {}
        unknown, ambiguous = [], []
        for line in lines:
            meant = (by_code.get(one) or by_tax_id.get(bare.get(one, "")) for one in line)
            keys = next(filter(None, meant), [])
            found |= dict.fromkeys(keys)
            unknown += [] if keys else [line[0]]
            ambiguous += [line[0]] if len(keys) > 1 else []
        return Mentioned(tuple(found), tuple(unknown), tuple(ambiguous))

    def chosen(self, plan: CampaignPlan, customer_ids: Collection[UUID]) -> list[Candidate]:
        """Return these customers by name with what keeps them out; who is gone is left out.

        Status and money are the stored judgement's, of whatever day that was made for.
        """
        found: list[Candidate] = []
        span = (plan.starts_on, plan.ends_on)
        for chunk in in_chunks(sorted(set(customer_ids))):
            statement = (
                select(
                    Customer.id, SHOWN_NAME, func.coalesce(Customer.code, ""), Customer.is_blocked,
                    CustomerMetric.status, func.coalesce(CustomerMetric.value_12m_cents, 0),
                )
                .outerjoin(CustomerMetric, CustomerMetric.customer_id == Customer.id)
                .where(Customer.id.in_(chunk))
            )  # fmt: skip
            closed = forbidden_channels(self._connection, chunk)
            others = taken(
                self._connection, plan.campaign_id, span, chunk, allows_overlap=plan.allows_overlap
            )
            for key, name, code, is_blocked, status, cents in self._connection.execute(statement):
                why = _exclusion(closed.get(key, ()), is_blocked=is_blocked, is_taken=key in others)
                known = status or LifecycleStatus.PROSPECT
                other = others.get(key, "")
                found.append(Candidate(key, name, code, known, int(cents), why, other))
        return sorted(found, key=lambda one: (one.name.casefold(), one.customer_id))

    def members(self, campaign_id: UUID) -> list[StoredMember]:
        """Return the members by key."""
        statement = (
            select(
                CampaignMember.customer_id,
                CampaignMember.arm,
                CampaignMember.status_at_draw,
                func.coalesce(CampaignMember.yearly_cents_at_draw, 0),
            )
            .where(CampaignMember.campaign_id == campaign_id)
            .order_by(CampaignMember.customer_id)
        )
        keys, arms, codes, cents = fetch_columns(self._connection, statement)
        arm_of = {code: CampaignArm(code) for code in set(arms)}
        status_of = {code: None if code is None else LifecycleStatus(code) for code in set(codes)}
        return [
            StoredMember(key, arm_of[arm], status_of[code], int(value))
            for key, arm, code, value in zip(guids(keys), arms, codes, cents, strict=True)
        ]

    def calls(self, campaign_id: UUID) -> list[CallFacts]:
        """Return the contacts made for a campaign, by instant."""
        return campaign_facts.calls(self._connection, campaign_id)

    def names(self, user_ids: Collection[UUID]) -> dict[UUID, str]:
        """Return the names of people."""
        statement = select(User.id, User.name).where(User.id.in_(sorted(user_ids)))
        return {row.id: row.name for row in self._connection.execute(statement)}

    # --- writing -------------------------------------------------------------------------------

    def save(
        self,
        plan: CampaignPlan,
        customer_ids: Collection[UUID] | None,
        *,
        user: CurrentUser,
        at: datetime,
    ) -> None:
        """Store a draft, new or changed; without customers those stored before stay."""
        add_alone(self._connection)
        values = _values(plan) | {"updated_at": at}
        if plan.version or self._is_there(plan.campaign_id):
            self._check(plan)
            self._set(plan.campaign_id, **values, row_version=plan.version + 1)
        else:
            born = {"id": plan.campaign_id, "owner_id": user.user_id, "created_at": at}
            self._connection.execute(insert(Campaign).values(**values, **born))
        self._set_operators(plan)
        if customer_ids is not None:
            self._clear(plan.campaign_id)
            seen = self._seen(customer_ids)
            self._add(plan.campaign_id, [(key, CampaignArm.TREATED, None, None) for key in seen])

    def _check(self, plan: CampaignPlan) -> None:
        """Refuse to change what is another draft than the one that a plan was made from."""
        statement = select(Campaign.published_at, Campaign.row_version).where(
            Campaign.id == plan.campaign_id
        )
        stored = self._connection.execute(statement).one_or_none()
        if stored is None:
            raise ConflictError("campaign_gone")
        if stored.published_at is not None:
            raise ConflictError("campaign_published_already")
        if stored.row_version != plan.version:
            raise ConflictError("campaign_changed_meanwhile")

    def lock(self, campaign_id: UUID) -> None:
        """Wait until nobody else publishes, and publish alone until this transaction ends."""
        add_alone(self._connection)
        if not self._is_there(campaign_id):
            raise ConflictError("campaign_gone")

    def publish(self, campaign_id: UUID, members: Sequence[Member], *, at: datetime) -> None:
        """Replace a draft's members by the drawn ones, and let it begin."""
        self._clear(campaign_id)
        self._add(
            campaign_id,
            [(one.customer_id, one.arm, one.status, one.yearly_cents) for one in members],
        )
        self._set(campaign_id, published_at=at, updated_at=at)

    def end(self, campaign_id: UUID, *, at: datetime) -> None:
        """End a campaign now."""
        self._set(campaign_id, ended_at=at, updated_at=at)

    def set_archived(self, campaign_id: UUID, *, is_archived: bool, at: datetime) -> None:
        """Put a campaign away, or bring it back."""
        statement = select(Campaign.source).where(Campaign.id == campaign_id)
        source = dict(self._connection.execute(statement).scalar() or {})
        source.pop(_ARCHIVED, None)
        if is_archived:
            source[_ARCHIVED] = "yes"
        self._set(campaign_id, source=source, updated_at=at)

    def delete(self, campaign_id: UUID) -> None:
        """Remove a draft."""
        self._connection.execute(
            delete(Campaign).where(Campaign.id == campaign_id, Campaign.published_at.is_(None))
        )

    # --- parts ---------------------------------------------------------------------------------

    def _rows(self, campaign_id: UUID | None, today: date) -> list[CampaignRow]:
        statement = (
            select(
                Campaign,
                func.coalesce(User.name, "").label("owner"),
                func.coalesce(MessageTemplate.name, "").label("script"),
            )
            .outerjoin(User, User.id == Campaign.owner_id)
            .outerjoin(MessageTemplate, MessageTemplate.id == Campaign.script_id)
            .order_by(Campaign.starts_on.desc(), Campaign.id.desc())
        )
        callers = select(CampaignOperator.campaign_id, CampaignOperator.user_id)
        if campaign_id is not None:
            statement = statement.where(Campaign.id == campaign_id)
            callers = callers.where(CampaignOperator.campaign_id == campaign_id)
        who: dict[UUID, set[UUID]] = {}
        for campaign, user in self._connection.execute(callers):
            who.setdefault(campaign, set()).add(user)
        counts = self._counts(campaign_id)
        rows = self._connection.execute(statement).all()
        return [
            _row(one, frozenset(who.get(one.id, ())), counts.get(one.id), today) for one in rows
        ]

    def _counts(self, campaign_id: UUID | None) -> dict[UUID, tuple[int, int, int]]:
        """Return how many members are called, left alone, and were added late."""
        is_aside = CampaignMember.arm == CampaignArm.HOLD_OUT
        is_late = CampaignMember.status_at_draw.is_(None)
        statement = select(
            CampaignMember.campaign_id,
            func.count(),
            func.sum(case((is_aside, 1), else_=0)),
            func.sum(case((is_late, 1), else_=0)),
        ).group_by(CampaignMember.campaign_id)
        if campaign_id is not None:
            statement = statement.where(CampaignMember.campaign_id == campaign_id)
        return {
            key: (int(count - aside), int(aside), int(late))
            for key, count, aside, late in self._connection.execute(statement)
        }

    def _named(self, column: Any, words: Collection[str]) -> dict[str, list[UUID]]:
        found: dict[str, list[UUID]] = {}
        for chunk in in_chunks(sorted(words)):
            statement = select(column, Customer.id).where(column.in_(chunk)).order_by(Customer.id)
            for word, key in self._connection.execute(statement):
                found.setdefault(word, []).append(key)
        return found

    def _seen(self, customer_ids: Collection[UUID]) -> list[UUID]:
        """Return those of some customers who are there for the user."""
        found: list[UUID] = []
        for chunk in in_chunks(sorted(set(customer_ids))):
            statement = select(Customer.id).where(Customer.id.in_(chunk)).order_by(Customer.id)
            found += self._connection.execute(statement).scalars()
        return found

    def _is_there(self, campaign_id: UUID) -> bool:
        statement = select(Campaign.id).where(Campaign.id == campaign_id)
        return self._connection.execute(statement).scalar() is not None

    def _set(self, campaign_id: UUID, **values: Any) -> None:
        self._connection.execute(
            update(Campaign).where(Campaign.id == campaign_id).values(**values)
        )

    def _set_operators(self, plan: CampaignPlan) -> None:
        whose = CampaignOperator.campaign_id == plan.campaign_id
        self._connection.execute(delete(CampaignOperator).where(whose))
        rows = [
            {"campaign_id": plan.campaign_id, "user_id": one} for one in sorted(plan.operator_ids)
        ]
        if rows:
            self._connection.execute(insert(CampaignOperator), rows)

    def _clear(self, campaign_id: UUID) -> None:
        self._connection.execute(
            delete(CampaignMember).where(CampaignMember.campaign_id == campaign_id)
        )

    def _add(
        self,
        campaign_id: UUID,
        members: Sequence[tuple[UUID, CampaignArm, LifecycleStatus | None, int | None]],
    ) -> None:
        if not members:
            return
        keys, arms, statuses, cents = zip(*members, strict=True)
        campaign = raw_guids(self._connection, [campaign_id])
        columns: Mapping[str, Sequence[Any]] = {
            "id": raw_guids(self._connection, [new_id() for _ in keys]),
            "campaign_id": campaign * len(keys),
            "customer_id": raw_guids(self._connection, keys),
            "arm": raw_codes(arms),
            "status_at_draw": [None if one is None else one.value for one in statuses],
            "yearly_cents_at_draw": cents,
        }
        replace_rows(self._connection, CampaignMember.__table__, columns)  # type: ignore[arg-type]  # it is a table


def _exclusion(
    closed: Collection[Channel], *, is_blocked: bool, is_taken: bool
) -> Exclusion | None:
    if Channel.PHONE in closed:
        return Exclusion.DO_NOT_CONTACT
    if is_blocked:
        return Exclusion.BLOCKED
    return Exclusion.IN_ANOTHER if is_taken else None


def _values(plan: CampaignPlan) -> dict[str, Any]:
    return {
        "name": plan.name.strip(),
        "starts_on": plan.starts_on,
        "ends_on": plan.ends_on,
        "goal": plan.purpose.strip() or None,
        "goal_kind": None if plan.goal is None else plan.goal.kind.value,
        "goal_target": None if plan.goal is None else plan.goal.target,
        "script_id": plan.script_id,
        "hold_out_bp": plan.hold_out_bp,
        "allows_overlap": plan.allows_overlap,
        "source": dict(plan.source),
    }


def _row(
    one: Row[*tuple[Any, ...]],
    callers: frozenset[UUID],
    counts: tuple[int, int, int] | None,
    today: date,
) -> CampaignRow:
    source = one.source or {}
    has_goal = one.goal_kind is not None and one.goal_target
    plan = CampaignPlan(
        campaign_id=one.id,
        name=one.name,
        starts_on=one.starts_on,
        ends_on=one.ends_on or _ENDLESS,
        goal=Goal(GoalKind(one.goal_kind), int(one.goal_target)) if has_goal else None,
        purpose=one.goal or "",
        script_id=one.script_id,
        hold_out_bp=one.hold_out_bp,
        allows_overlap=one.allows_overlap,
        operator_ids=callers,
        source={str(key): str(text) for key, text in source.items() if key != _ARCHIVED},
        version=one.row_version,
    )
    treated, held_out, late = counts or (0, 0, 0)
    is_drawn = one.published_at is not None
    return CampaignRow(
        plan,
        state_of(plan, published_at=one.published_at, ended_at=one.ended_at, today=today),
        treated=treated,
        held_out=held_out,
        late=late if is_drawn else 0,
        published_at=one.published_at,
        ended_at=one.ended_at,
        owner=one.owner,
        script=one.script,
        is_archived=_ARCHIVED in source,
    )
