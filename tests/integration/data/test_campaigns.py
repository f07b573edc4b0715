"""Campaigns are drawn once, keep their customers to themselves, and are counted as by hand."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.data.bulk_loader import SqlBulkLoader
from cockpit.data.bulk_loader import _insert as insert_rows
from cockpit.domain.campaigns import (
    CampaignPlan,
    CampaignState,
    Exclusion,
    Goal,
    GoalKind,
    strata,
)
from cockpit.domain.eligibility import Bar
from cockpit.domain.errors import BadInputError, ConflictError, DatabaseBusyError, ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.periods import Period
from cockpit.domain.uplift import newcombe
from cockpit.domain.vocabulary import (
    CampaignArm,
    Channel,
    CustomerCategory,
    LifecycleStatus,
    OrderKind,
    Role,
)
from cockpit.services.campaigns import CampaignService
from models import Base
from tests.support.at_once import at_once
from tests.support.plain_reactivation import ZONE, order_days, plainly, rows
from tests.support.team import TeamDatabase, let_superuser_in

DRAWN, TODAY = date(2025, 3, 3), date(2025, 4, 10)
LAST = date(2025, 3, 31)
COUNT = 160
COMPANY = new_id()


def plan(**changes: Any) -> CampaignPlan:
    values = {
        "campaign_id": new_id(), "name": "Retomada", "starts_on": DRAWN, "ends_on": LAST,
        "hold_out_bp": 3_000, "goal": Goal(GoalKind.ORDERS, 60),
    }  # fmt: skip
    return CampaignPlan(**values | changes)


class Company:
    """A company of customers who stopped buying, some of whom come back."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder = url, folder
        self.customers = [UUID(int=(7 << 64) + n) for n in range(COUNT)]
        self._number = 0
        self.chance = random.Random(3)
        with self.on(DRAWN) as session:
            SqlBulkLoader(session.store.engines).load(
                {
                    "companies": [{"id": COMPANY, "code": "MATRIZ", "name": "Matriz"}],
                    "customers": [self._customer(key, n) for n, key in enumerate(self.customers)],
                    "phones": [
                        {"id": new_id(), "customer_id": key, "raw": "11 3555-0101",
                         "is_primary": True}
                        for key in self.customers
                    ],
                    "orders": [one for key in self.customers for one in self._orders(key)],
                }
            )  # fmt: skip

    @contextmanager
    def on(self, day: date, url: str = "") -> Iterator[Session]:
        options = Options(database=url or self.url, as_of=day)
        with open_session(options, Paths(self.folder)) as session:
            yield session

    def more(self, session: Session, **tables: list[dict[str, Any]]) -> None:
        with session.store.engines.writing() as connection:
            for name, lines in tables.items():
                insert_rows(connection, Base.metadata.tables[name], lines)

    def contact(
        self, session: Session, key: UUID, day: date, campaign: UUID | None, **changes: Any
    ) -> UUID:
        """Log a contact of the session's user."""
        self._number += 1
        with session.database.read() as unit:
            outcomes = {one.code: one.outcome_id for one in unit.reference.outcomes()}
        at = datetime.combine(day, time(10), tzinfo=ZONE)
        row = {
            "id": new_id(), "customer_id": key, "user_id": session.user.user_id,
            "device_id": UUID(int=77), "device_seq": self._number, "occurred_at": at,
            "recorded_at": at, "channel": Channel.PHONE, "campaign_id": campaign,
            "outcome_id": outcomes[changes.pop("outcome", "no_decision")],
            "status_at_contact": LifecycleStatus.INACTIVE,
        } | changes  # fmt: skip
        self.more(session, contacts=[row])
        return UUID(str(row["id"]))

    def _customer(self, key: UUID, number: int) -> dict[str, Any]:
        return {
            "id": key, "code": f"{1000 + number}", "legal_name": f"Cliente {number:03d} Ltda",
            "category": CustomerCategory.CUSTOMER, "is_blocked": number % 20 == 0,
            "tax_id": "11222333000181" if number == 7 else None,
        }  # fmt: skip

    def _orders(self, key: UUID) -> list[dict[str, Any]]:
        chance, found = self.chance, []
        for back in range(chance.randrange(1, 6)):
            day = date(2024, 9, 1) - timedelta(days=30 * back + chance.randrange(9))
            found.append(self._order(key, day, OrderKind.SALE))
        for _ in range(chance.choice((0, 0, 1, 2, 3))):
            day = DRAWN + timedelta(days=chance.randrange(-5, 40))
            kind = chance.choice((OrderKind.SALE, OrderKind.SALE, OrderKind.RETURN))
            found.append(self._order(key, day, kind))
        return found

    def _order(self, key: UUID, day: date, kind: OrderKind) -> dict[str, Any]:
        return {
            "id": new_id(), "company_id": COMPANY, "customer_id": key, "ordered_on": day,
            "kind": kind,
            "number": f"{new_id()}", "net_cents": self.chance.randrange(1_000, 90_000),
        }  # fmt: skip


@pytest.fixture
def company(program_url: str, tmp_path: Path) -> Company:
    return Company(program_url, tmp_path)


def members_of(session: Session, campaign: UUID) -> list[Any]:
    return [
        one
        for one in rows(session.store.engines, "campaign_members")
        if one.campaign_id == campaign
    ]


def bars(session: Session, keys: Sequence[UUID]) -> dict[UUID, Any]:
    with session.database.read() as unit:
        found = unit.queue.standings(keys, user=session.user, at=session.clock.now())
    return {key: (one.is_held_out, one.others_campaign) for key, one in found.items()}


def test_publishing_draws_each_part_s_share_as_it_was_previewed(company: Company) -> None:
    wanted = plan()
    with company.on(DRAWN) as session:
        service = session.campaigns
        assert service.save(wanted, company.customers).state is CampaignState.DRAFT
        assert set(service.customers_of(wanted.campaign_id)) == set(company.customers)
        preview = service.preview(wanted, company.customers)
        row = service.publish(wanted.campaign_id)
        stored = members_of(session, wanted.campaign_id)
        orders = order_days(session.store.engines, DRAWN)
    assert row.state is CampaignState.RUNNING
    assert {why: len(whom) for why, whom in preview.excluded().items()} == {Exclusion.BLOCKED: 8}
    assert (row.treated, row.held_out, row.late) == (107, 45, 0)
    assert {one.customer_id: CampaignArm(one.arm) for one in stored} == {
        one.customer_id: one.arm for one in preview.members
    }
    year = DRAWN - timedelta(days=365)
    for one in stored:
        bought = sum(c for day, c in orders.get(one.customer_id, {}).items() if day > year)
        assert one.yearly_cents_at_draw == bought
    free = [one for one in preview.candidates if one.exclusion is None]
    for part in strata(wanted.campaign_id, free, wanted.hold_out_bp):
        assert abs(part.held_out - len(part.customer_ids) * 0.3) < 1


def test_nobody_is_in_two_campaigns_unless_both_allow_it(company: Company) -> None:
    with company.on(DRAWN) as session:
        service = session.campaigns
        free = [key for n, key in enumerate(company.customers) if n % 20]
        first, second = plan(), plan(name="Outra")
        for one in (first, second):
            service.save(one, free[:40])
        service.publish(first.campaign_id)
        preview = service.preview(second, free[:40])
        assert {one.exclusion for one in preview.candidates} == {Exclusion.IN_ANOTHER}
        assert {one.other for one in preview.candidates} == {"Retomada"}
        with pytest.raises(BadInputError, match="campaign_has_nobody"):
            service.publish(second.campaign_id)
        assert session.work_list.add_to_campaign(free[:41], second.campaign_id).members
        later = plan(starts_on=LAST + timedelta(days=1), ends_on=LAST + timedelta(days=9))
        assert len(service.preview(later, free[:40]).members) == 40
        shared = [plan(name=name, allows_overlap=True) for name in ("A", "B")]
        for one in shared:
            service.save(one, free[50:90])
            service.publish(one.campaign_id)
        aside, in_both = (
            {m.customer_id: CampaignArm(m.arm) for m in members_of(session, one.campaign_id)}
            for one in shared
        )
    assert len(aside) == 40
    # Whom one leaves alone is no other's.
    assert in_both.keys() == {key for key, arm in aside.items() if arm is CampaignArm.TREATED}


def test_two_who_publish_at_once_share_nobody(company: Company) -> None:
    free = [key for n, key in enumerate(company.customers) if n % 20]
    drafts = [plan(name=f"Campanha {n}", hold_out_bp=0) for n in range(4)]
    with company.on(DRAWN) as session:
        for n, one in enumerate(drafts):
            session.campaigns.save(one, free[n * 20 : n * 20 + 80])

    def publish(key: UUID) -> None:
        with company.on(DRAWN) as own:
            while True:
                try:
                    own.campaigns.publish(key)
                except BadInputError:
                    return
                except DatabaseBusyError:
                    continue
                return

    at_once([partial(publish, one.campaign_id) for one in drafts])
    with company.on(DRAWN) as session:
        running = {
            row.campaign_id
            for row in session.campaigns.rows()
            if row.state is CampaignState.RUNNING
        }
        found = Counter(
            one.customer_id
            for one in rows(session.store.engines, "campaign_members")
            if one.campaign_id in running
        )
    assert set(found) == set(free[:140])
    assert set(found.values()) == {1}


def test_a_draft_that_somebody_else_saved_meanwhile_is_not_overwritten(company: Company) -> None:
    with company.on(DRAWN) as session:
        campaigns, some = session.campaigns, company.customers[1:20]
        read = campaigns.save(plan(name="lido"), some).plan
        campaigns.save(replace(read, name="dela"), company.customers[20:40])
        for late in (replace(read, name="dele"), replace(read, version=0)):
            with pytest.raises(ConflictError, match="campaign_changed_meanwhile"):
                campaigns.save(late, some)
            with pytest.raises(ConflictError, match="campaign_changed_meanwhile"):
                campaigns.publish(late.campaign_id, late, some)
        (row,) = campaigns.rows()
        assert (row.plan.name, row.state) == ("dela", CampaignState.DRAFT)
        assert {*campaigns.customers_of(row.campaign_id)} == {*company.customers[20:40]}
        again = campaigns.save(replace(row.plan, name="dela 2"))
        campaigns.delete(row.campaign_id)
        with pytest.raises(ConflictError, match="campaign_gone"):
            campaigns.save(again.plan)
        assert campaigns.rows() == []


@pytest.mark.parametrize("turn", range(6))
def test_of_saving_and_publishing_at_once_one_wins_whole(company: Company, turn: int) -> None:
    first, second = company.customers[1:60], company.customers[60:140]
    with company.on(DRAWN) as session:
        read = session.campaigns.save(plan(name="rascunho", hold_out_bp=0), first).plan
    errors: list[str] = []

    def save() -> None:
        done(lambda one: one.save(replace(read, name="salvo"), second))

    def publish() -> None:
        done(lambda one: one.publish(read.campaign_id, replace(read, name="publicado"), first))

    def done(work: Callable[[CampaignService], object]) -> None:
        with company.on(DRAWN) as own:
            while True:
                try:
                    work(own.campaigns)
                except DatabaseBusyError:
                    continue
                except ConflictError as error:
                    errors.append(error.message.key)
                return

    at_once([save, publish] if turn % 2 else [publish, save])
    with company.on(DRAWN) as session:
        (row,) = session.campaigns.rows()
        members = {*session.campaigns.customers_of(row.campaign_id)}
    if row.state is CampaignState.DRAFT:
        assert (row.plan.name, members) == ("salvo", {*second})
        assert errors == ["error.campaign_changed_meanwhile"]
    else:
        assert row.plan.name == "publicado"
        assert members <= {*first}
        assert errors == ["error.campaign_published_already"]


def test_who_is_left_alone_is_so_until_the_end_and_for_the_queue_alone(company: Company) -> None:
    wanted = plan()
    with company.on(DRAWN) as session:
        session.campaigns.save(wanted, company.customers)
        assert set(bars(session, company.customers).values()) == {(False, "")}
        session.campaigns.publish(wanted.campaign_id)
        arms = {m.customer_id: m.arm for m in members_of(session, wanted.campaign_id)}
        aside = {key for key, arm in arms.items() if arm == CampaignArm.HOLD_OUT}
        assert {key for key, one in bars(session, company.customers).items() if one[0]} == aside
        table = session.work_list.load()
        ledger = {row.customer_id: row for row in listed_rows(table)}
        assert {key for key, row in ledger.items() if row.bar is Bar.HOLD_OUT} == aside
        midnight = datetime.combine(LAST + timedelta(days=1), time(), tzinfo=ZONE)
        assert {ledger[key].bar_until for key in aside} == {midnight}
        with session.database.read() as unit:
            shown = {key: unit.customers.profile(key, today=DRAWN) for key in sorted(arms)[:40]}
        for key, profile in shown.items():
            assert profile is not None
            named = [one.campaign_id for one in profile.campaigns]
            assert named == ([] if key in aside else [wanted.campaign_id])
        assert session.campaigns.end(wanted.campaign_id).state is CampaignState.ENDED
        assert set(bars(session, company.customers).values()) == {(False, "")}
        with pytest.raises(ConflictError, match="campaign_not_under_way"):
            session.campaigns.end(wanted.campaign_id)
        trail = {one.action: one.detail for one in rows(session.store.engines, "audit_events")}
    assert "campaign_published" in trail
    assert "campaign_ended" in trail


def test_what_was_published_is_not_changed_any_more(company: Company) -> None:
    wanted = plan()
    with company.on(DRAWN) as session:
        service = session.campaigns
        stored = service.save(wanted, company.customers[:9]).plan
        row = service.save(replace(stored, name="Com outro nome"))
        assert (row.plan.name, row.treated) == ("Com outro nome", 9)
        service.publish(wanted.campaign_id)
        with pytest.raises(ConflictError, match="campaign_published_already"):
            service.save(wanted, company.customers)
        with pytest.raises(ConflictError, match="campaign_published_already"):
            service.publish(wanted.campaign_id)
        with pytest.raises(ConflictError, match="campaign_under_way"):
            service.archive(wanted.campaign_id)
        service.delete(wanted.campaign_id)
        assert [one.campaign_id for one in service.rows()] == [wanted.campaign_id]
    with company.on(TODAY) as session:
        service = session.campaigns
        service.archive(wanted.campaign_id)
        assert service.rows() == []
        assert [one.is_archived for one in service.rows(with_archived=True)] == [True]
        service.archive(wanted.campaign_id, is_archived=False)
        assert [one.state for one in service.rows()] == [CampaignState.OVER]
        past = plan(starts_on=DRAWN, ends_on=LAST)
        service.save(past, company.customers[10:12])
        with pytest.raises(BadInputError, match="campaign_is_past"):
            service.publish(past.campaign_id)
        service.delete(past.campaign_id)
        assert len(service.rows()) == 1


def test_late_ones_are_called_and_not_compared(company: Company) -> None:
    wanted = plan()
    with company.on(DRAWN) as session:
        session.campaigns.save(wanted, company.customers[:80])
        session.campaigns.publish(wanted.campaign_id)
        before = session.campaigns.result(wanted.campaign_id)
        late = company.customers[81:90]
        session.work_list.add_to_campaign(late, wanted.campaign_id)
        row = session.campaigns.rows()[0]
        after = session.campaigns.result(wanted.campaign_id)
    assert row.late == len(late)
    assert set(after.late_ids) == set(late)
    assert (after.treated, after.held_out) == (before.treated, before.held_out)


def test_a_pasted_list_names_customers_by_code_and_document(company: Company) -> None:
    text = "1003;Cliente 003\n11.222.333/0001-81\n\n  1005\t\n9999;Ninguém\n1003\n"
    with company.on(DRAWN) as session:
        found = session.campaigns.mentioned(text)
    assert found.customer_ids == tuple(company.customers[n] for n in (3, 7, 5))
    assert (found.unknown, found.ambiguous) == (("9999",), ())


def test_a_list_of_a_hundred_thousand_lines_names_whom_it_names(company: Company) -> None:
    lines = [f"{10_000 + n};Cliente {n}" for n in range(100_000)]
    lines[50_000], lines[99_999] = "1003", "11.222.333/0001-81"
    with company.on(DRAWN) as session:
        found = session.campaigns.mentioned("\n".join(lines))
        assert found.customer_ids == (company.customers[3], company.customers[7])
        assert len(found.unknown) == 100_000 - 2
        row = session.campaigns.save(plan(), found.customer_ids)
    assert row.treated == 2


def _work(company: Company, session: Session, wanted: CampaignPlan) -> None:
    """Let the treated be called, some of them twice, some calls corrected, some for no campaign."""
    chance = random.Random(8)
    for member in members_of(session, wanted.campaign_id):
        if member.arm == CampaignArm.HOLD_OUT or chance.random() < 0.2:
            continue
        for _ in range(chance.choice((1, 1, 2))):
            day = DRAWN + timedelta(days=chance.randrange(28))
            outcome = chance.choice(("no_decision", "no_answer", "sale"))
            campaign = chance.choice((wanted.campaign_id,) * 4 + (None,))
            key = company.contact(session, member.customer_id, day, campaign, outcome=outcome)
            if chance.random() < 0.2:
                company.contact(
                    session, member.customer_id, day, chance.choice((None, wanted.campaign_id)),
                    amends_id=key, outcome=chance.choice(("no_decision", "no_answer")),
                )  # fmt: skip


def test_progress_and_result_are_what_plain_loops_count(company: Company) -> None:
    wanted = plan(campaign_id=UUID(int=5))
    with company.on(DRAWN) as session:
        session.campaigns.save(wanted, company.customers)
        session.campaigns.publish(wanted.campaign_id)
        _work(company, session, wanted)
    with company.on(TODAY) as session:
        engines = session.store.engines
        progress = session.campaigns.progress(wanted.campaign_id)
        result = session.campaigns.result(wanted.campaign_id)
        longer = session.campaigns.result(wanted.campaign_id, after_days=5)
        bought = order_days(engines, TODAY)
        contacts = rows(engines, "contacts")
        reached = {one.id for one in rows(engines, "outcomes") if one.is_reached}
        members = members_of(session, wanted.campaign_id)
        credits = plainly(engines, DRAWN, LAST, today=TODAY)
        campaign_of = {one.id: one for one in contacts}
    amended = {one.amends_id for one in contacts}
    calls = [
        one for one in contacts if one.campaign_id == wanted.campaign_id and one.id not in amended
    ]
    first: dict[UUID, date] = {}
    for one in calls:
        day = one.occurred_at.astimezone(ZONE).date()
        first[one.customer_id] = min(day, first.get(one.customer_id, day))
    orders = [
        (key, cents)
        for key, begin in first.items()
        for day, cents in bought.get(key, {}).items()
        if begin <= day <= LAST
    ]
    assert progress.figures.contacts == len(calls) > 70
    assert set(progress.contacted_ids) == set(first)
    assert set(progress.reached_ids) == {
        one.customer_id for one in calls if one.outcome_id in reached
    }
    assert progress.figures.orders == len(orders) > 10
    assert progress.figures.order_cents == sum(cents for _, cents in orders)
    assert (progress.done, progress.days_gone, progress.days) == (len(orders), 29, 29)
    assert result.is_over
    assert result.period == Period(DRAWN, LAST)

    def last_form(key: UUID) -> Any:
        after = [one for one in contacts if one.amends_id == key]
        return last_form(after[0].id) if after else campaign_of[key]

    own = {
        key: value for key, value in credits.items()
        if last_form(key[1]).campaign_id == wanted.campaign_id
    }  # fmt: skip
    assert result.credited == progress.credited
    assert result.credited.cents == sum(value[1] for value in own.values()) > 0
    assert set(result.credited.customer_ids) == {key[0] for key, value in own.items() if value[0]}
    for told, until in ((result, LAST), (longer, LAST + timedelta(days=5))):
        hits = []
        for part, arm in ((told.treated, "treated"), (told.held_out, "hold_out")):
            drawn = [one.customer_id for one in members if one.arm == arm]
            events = [
                (key, cents)
                for key in drawn
                for day, cents in bought.get(key, {}).items()
                if DRAWN <= day <= until
            ]
            assert set(part.customer_ids) == set(drawn)
            assert set(part.buyer_ids) == {key for key, _ in events}
            assert part.orders == len(events)
            assert part.cents == sum(cents for _, cents in events)
            hits += [len({key for key, _ in events}), len(drawn)]
        assert told.rate.interval == newcombe(*hits)
    assert longer.treated.orders > result.treated.orders


def test_a_campaign_that_has_not_begun_has_no_figures(company: Company) -> None:
    wanted = plan(starts_on=DRAWN + timedelta(days=2))
    with company.on(DRAWN) as session:
        session.campaigns.save(wanted, company.customers)
        assert session.campaigns.publish(wanted.campaign_id).state is CampaignState.PLANNED
        assert session.campaigns.progress(wanted.campaign_id).days_gone == 0
        with pytest.raises(BadInputError, match="campaign_not_begun"):
            session.campaigns.result(wanted.campaign_id)
        with pytest.raises(ConflictError, match="campaign_gone"):
            session.campaigns.progress(new_id())


def test_everybody_sees_campaigns_of_their_own_customers(
    team_database: TeamDatabase, tmp_path: Path
) -> None:
    url = team_database.url("postgres")
    let_superuser_in(team_database.superuser)
    company = Company(url, tmp_path)
    carla = team_database.add("carla", Role.SUPERVISOR)
    north = team_database.team("Norte", supervisor=team_database.open(carla).user.user_id)
    ana = team_database.add("ana", Role.OPERATOR, team=north)
    dora = team_database.add("dora", Role.OPERATOR)
    owners = [team_database.open(one).user.user_id for one in (ana, dora)]
    table = Base.metadata.tables["customers"]
    with team_database.superuser.begin() as connection:
        for n, key in enumerate(company.customers):
            connection.execute(
                table.update().where(table.c.id == key).values(owner_id=owners[n % 2])
            )
    wanted = plan(operator_ids=frozenset({owners[0]}))
    with company.on(DRAWN, team_database.url(carla)) as session:
        service = session.campaigns
        service.save(wanted, company.customers)
        seen = service.customers_of(wanted.campaign_id)
        assert set(seen) <= set(company.customers[::2])
        row = service.publish(wanted.campaign_id)
        assert 0 < row.treated + row.held_out <= COUNT // 2
        treated = [
            one.customer_id
            for one in members_of(session, wanted.campaign_id)
            if one.arm == CampaignArm.TREATED
        ]
        assert set(bars(session, treated).values()) == {(False, "Retomada")}
    with company.on(DRAWN, team_database.url(ana)) as session:
        service = session.campaigns
        assert [one.plan.name for one in service.rows()] == ["Retomada"]
        assert set(bars(session, treated).values()) == {(False, "")}
        assert service.progress(wanted.campaign_id).waiting_ids
        for forbidden in (
            partial(service.save, plan(), ()),
            partial(service.publish, wanted.campaign_id),
            partial(service.end, wanted.campaign_id),
            partial(service.result, wanted.campaign_id),
        ):
            with pytest.raises(ForbiddenError):
                forbidden()
    with company.on(DRAWN, team_database.url(dora)) as session:
        assert session.campaigns.progress(wanted.campaign_id).waiting_ids == ()


@pytest.mark.parametrize("last", [date.max, date(9999, 12, 1)])
def test_a_campaign_may_last_as_long_as_the_calendar(company: Company, last: date) -> None:
    with company.on(DRAWN) as session:
        made = session.campaigns.save(plan(ends_on=last), company.customers[:20])
        session.campaigns.publish(made.campaign_id)
    with company.on(TODAY) as session:
        result = session.campaigns.result(made.campaign_id, after_days=60)
        assert (result.period, result.is_over) == (Period(DRAWN, TODAY), False)
        progress = session.campaigns.progress(made.campaign_id)
    assert progress.days == (last - DRAWN).days + 1


@pytest.mark.parametrize("torn", ["\ud800", "\x00", "\x1b"])
def test_a_list_with_torn_signs_names_whom_it_names(company: Company, torn: str) -> None:
    with company.on(DRAWN) as session:
        found = session.campaigns.mentioned(f"1003{torn}\n{torn}\nNinguém{torn}")
    assert found.customer_ids == (company.customers[3],)
    assert found.unknown == ("Ninguém",)
