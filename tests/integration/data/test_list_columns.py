"""What the work list shows besides the purchases: lights, claims, rests, campaigns, objections."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import (
    AppointmentKind,
    AppointmentState,
    CampaignArm,
    Channel,
    ClaimState,
    CreditState,
    HoldKind,
    Light,
    ObjectionState,
    OrderKind,
    QuoteState,
    ServiceCaseKind,
    ServiceCaseState,
)
from tests.integration.data.conftest import NOW, World, customer

TODAY = NOW.date()
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass
class Office:
    """A database with one customer of interest, another beside them, and a colleague."""

    world: World
    one: UUID
    other: UUID
    company: UUID
    colleague: UUID

    def load(self, *, changes: dict[str, Any] | None = None, **tables: Any) -> None:
        """Store both customers, the first with changes, and further rows."""
        self.world.load(
            companies=[{"id": self.company, "code": "1", "name": "Matriz"}],
            customers=[customer(self.one, "1", **changes or {}), customer(self.other, "2")],
            **tables,
        )

    def row(self, *, at: datetime = NOW, today: date = TODAY) -> dict[str, Any]:
        """Return the first customer's line, after looking that the other one has nothing."""
        rows = columns_of(self.world, at=at, today=today)
        alone = columns_of(self.world, [self.one], at=at, today=today)
        assert alone == {self.one: rows[self.one]}
        quiet = {name: rows[self.other][name] for name in _QUIET}
        assert quiet == _QUIET
        return rows[self.one]


_QUIET: dict[str, Any] = {
    "orders": Light.NONE,
    "titles": Light.NONE,
    "quotes": Light.NONE,
    "service": Light.NONE,
    "nonconformity": Light.NONE,
    "credit": Light.GOOD,
    "overdue_cents": 0,
    "claimed_by": "",
    "packed_by": "",
    "packed_until": None,
    "carried_until": None,
    "reserved_until": None,
    "hold": None,
    "campaign": "",
    "objection": "",
    "is_held_out": False,
    "others_campaign": "",
    "campaign_until": None,
    "is_woken": False,
    "post_it": "",
    "is_phone_forbidden": False,
    "last_contact_at": None,
    "next_contact_at": None,
}


def columns_of(
    world: World,
    customer_ids: Iterable[UUID] | None = None,
    *,
    at: datetime = NOW,
    today: date = TODAY,
) -> dict[UUID, dict[str, Any]]:
    """Return the stored lines by customer."""
    wanted = None if customer_ids is None else list(customer_ids)
    with world.database.read() as unit:
        columns = unit.work_list.columns(today=today, at=at, customer_ids=wanted)
    return {
        key: {name: getattr(columns, name)[place] for name in columns.__slots__}
        for place, key in enumerate(columns.customer_id)
    }


@pytest.fixture
def office(world: World) -> Office:
    colleague = world.colleague().user.user_id
    return Office(world, new_id(), new_id(), new_id(), colleague)


@pytest.mark.parametrize(
    ("state", "light"),
    [
        (CreditState.GOOD, Light.GOOD),
        (CreditState.WATCH, Light.ATTENTION),
        (CreditState.DENIED, Light.TROUBLE),
    ],
)
def test_the_credit_light_is_the_credit_department_s_verdict(
    office: Office, state: CreditState, light: Light
) -> None:
    office.load(changes={"credit_state": state})
    assert office.row()["credit"] is light


def order(office: Office, number: int, **changes: Any) -> dict[str, Any]:
    row = {"id": new_id(), "company_id": office.company, "customer_id": office.one,
           "number": str(number), "kind": OrderKind.SALE, "ordered_on": TODAY - 9 * DAY,
           "net_cents": 100, "promised_on": TODAY}  # fmt: skip
    return row | changes


@pytest.mark.parametrize(
    ("days", "light"),
    [
        ([], Light.NONE),
        ([4], Light.GOOD),
        ([3], Light.ATTENTION),
        ([0], Light.ATTENTION),
        ([-1], Light.TROUBLE),
        ([9, -2, 1], Light.TROUBLE),
    ],
)
def test_the_light_of_orders_is_that_of_the_latest_promise(
    office: Office, days: list[int], light: Light
) -> None:
    office.load(
        orders=[order(office, n, promised_on=TODAY + one * DAY) for n, one in enumerate(days)]
    )
    assert office.row()["orders"] is light


def test_delivered_cancelled_and_returned_orders_do_not_light(office: Office) -> None:
    late = TODAY - 5 * DAY
    office.load(
        orders=[
            order(office, 1, promised_on=late, delivered_on=late),
            order(office, 2, promised_on=late, kind=OrderKind.CANCELLED),
            order(office, 3, promised_on=late, kind=OrderKind.RETURN),
            order(office, 4, promised_on=None),
        ]
    )
    assert office.row()["orders"] is Light.NONE


def title(office: Office, days: int, **changes: Any) -> dict[str, Any]:
    row = {"id": new_id(), "customer_id": office.one, "number": str(days), "amount_cents": 1_000,
           "due_on": TODAY + days * DAY}  # fmt: skip
    return row | changes


@pytest.mark.parametrize(
    ("days", "light", "overdue"),
    [
        ([], Light.NONE, 0),
        ([8], Light.GOOD, 0),
        ([7, 30], Light.ATTENTION, 0),
        ([0], Light.ATTENTION, 0),
        ([-1], Light.TROUBLE, 1_000),
        ([30, -3, -40], Light.TROUBLE, 2_000),
    ],
)
def test_titles_light_by_their_due_day_and_what_is_overdue_is_added_up(
    office: Office, days: list[int], light: Light, overdue: int
) -> None:
    office.load(receivables=[title(office, one) for one in days])
    row = office.row()
    assert (row["titles"], row["overdue_cents"]) == (light, overdue)


def test_of_an_overdue_title_what_was_paid_is_not_owed(office: Office) -> None:
    office.load(
        receivables=[
            title(office, -5, paid_cents=400),
            title(office, -9, paid_cents=1_000, paid_on=TODAY),
        ]
    )
    assert office.row()["overdue_cents"] == 600


@pytest.mark.parametrize(
    ("expires", "state", "light"),
    [
        (None, QuoteState.OPEN, Light.GOOD),
        (8, QuoteState.OPEN, Light.GOOD),
        (7, QuoteState.OPEN, Light.ATTENTION),
        (-3, QuoteState.OPEN, Light.ATTENTION),
        (1, QuoteState.LOST, Light.NONE),
    ],
)
def test_open_quotes_light_and_those_about_to_expire_want_attention(
    office: Office, expires: int | None, state: QuoteState, light: Light
) -> None:
    day = None if expires is None else TODAY + expires * DAY
    office.load(
        quotes=[{"id": new_id(), "customer_id": office.one, "number": "1", "opened_on": TODAY,
                 "expires_on": day, "state": state, "total_cents": 1}]
    )  # fmt: skip
    assert office.row()["quotes"] is light


def case(office: Office, kind: ServiceCaseKind, days: int, **changes: Any) -> dict[str, Any]:
    row = {"id": new_id(), "customer_id": office.one, "kind": kind, "title": "Veio quebrado",
           "opened_at": NOW - days * DAY}  # fmt: skip
    return row | changes


def test_service_cases_and_non_conformities_light_apart(office: Office) -> None:
    office.load(service_cases=[case(office, ServiceCaseKind.NON_CONFORMITY, 0)])
    row = office.row()
    assert (row["service"], row["nonconformity"]) == (Light.NONE, Light.TROUBLE)


@pytest.mark.parametrize(("days", "light"), [(7, Light.ATTENTION), (8, Light.TROUBLE)])
def test_a_service_case_that_grows_old_is_trouble(office: Office, days: int, light: Light) -> None:
    office.load(
        service_cases=[
            case(office, ServiceCaseKind.DEFECT, days),
            case(office, ServiceCaseKind.COMPLAINT, 90, state=ServiceCaseState.RESOLVED),
        ]
    )
    row = office.row()
    assert (row["service"], row["nonconformity"]) == (light, Light.NONE)


#: By the clock of a server as well as by the test's.
LONG_AGO, LATER = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def claim(office: Office, user_id: UUID, **changes: Any) -> dict[str, Any]:
    row = {"id": new_id(), "customer_id": office.one, "user_id": user_id, "claimed_at": NOW - HOUR,
           "lease_until": LATER}  # fmt: skip
    return row | changes


def test_another_s_claim_shows(office: Office) -> None:
    office.load(claims=[claim(office, office.colleague)])
    assert office.row()["claimed_by"] == "beatriz"


@pytest.mark.parametrize("changes", [{"state": ClaimState.RELEASED}, {"lease_until": LONG_AGO}])
def test_an_ended_claim_does_not_show(office: Office, changes: dict[str, Any]) -> None:
    office.load(claims=[claim(office, office.colleague, **changes)])
    assert office.row()["claimed_by"] == ""


def test_an_own_claim_does_not_show(office: Office) -> None:
    office.load(claims=[claim(office, office.world.user.user_id)])
    assert office.row()["claimed_by"] == ""


def pack(office: Office, user_id: UUID, **changes: Any) -> dict[str, Any]:
    row = {"id": new_id(), "customer_id": office.one, "user_id": user_id, "is_pack": True,
           "entered_at": LONG_AGO, "left_at": None,
           "expires_at": datetime.now(UTC) + timedelta(days=1)}  # fmt: skip
    return row | changes


def test_whom_a_colleague_took_along_a_server_alone_knows(office: Office) -> None:
    taken = pack(office, office.colleague)
    office.load(portfolio_entries=[taken])
    is_server = office.world.engines.writer.dialect.name == "postgresql"
    row = office.row()
    assert row["packed_by"] == ("beatriz" if is_server else "")
    assert row["packed_until"] == (taken["expires_at"] if is_server else None)
    assert row["carried_until"] is None


@pytest.mark.parametrize("changes", [{"left_at": LONG_AGO}, {"is_pack": False}])
def test_a_pack_given_back_and_a_loan_do_not_show(office: Office, changes: dict[str, Any]) -> None:
    mine = office.world.user.user_id
    office.load(
        portfolio_entries=[pack(office, one, **changes) for one in (mine, office.colleague)]
    )
    row = office.row()
    assert (row["packed_by"], row["packed_until"], row["carried_until"]) == ("", None, None)


def test_ones_own_pack_shows_until_when(office: Office) -> None:
    taken = pack(office, office.world.user.user_id)
    office.load(portfolio_entries=[taken])
    assert office.row()["carried_until"] == taken["expires_at"]


def test_ones_own_pack_that_is_over_shows_in_a_file_alone(office: Office) -> None:
    taken = pack(office, office.world.user.user_id, expires_at=LONG_AGO)
    office.load(portfolio_entries=[taken])
    is_server = office.world.engines.writer.dialect.name == "postgresql"
    assert office.row()["carried_until"] == (None if is_server else LONG_AGO)


@pytest.mark.parametrize("kind", HoldKind)
def test_a_rest_shows_until_it_ends(office: Office, kind: HoldKind) -> None:
    office.load(
        queue_holds=[{"customer_id": office.one, "kind": kind, "until_at": NOW + HOUR,
                      "user_id": office.colleague, "set_at": NOW}]
    )  # fmt: skip
    row = office.row()
    assert (row["hold"], row["hold_until"]) == (kind, NOW + HOUR)
    assert office.row(at=NOW + HOUR)["hold"] is None


def test_a_rest_without_an_end_goes_on(office: Office) -> None:
    office.load(
        queue_holds=[{"customer_id": office.one, "kind": HoldKind.CLOSED, "until_at": None,
                      "user_id": office.colleague, "set_at": NOW}]
    )  # fmt: skip
    row = office.row(at=NOW + 900 * DAY)
    assert (row["hold"], row["hold_until"]) == (HoldKind.CLOSED, None)


def appointment(office: Office, user_id: UUID | None, **changes: Any) -> dict[str, Any]:
    row = {"id": new_id(), "customer_id": office.one, "user_id": user_id, "due_at": NOW + HOUR,
           "kind": AppointmentKind.MY_CALLBACK, "has_time": True}  # fmt: skip
    return row | changes


def test_a_colleague_s_own_callback_reserves_and_is_not_shown(office: Office) -> None:
    office.load(appointments=[appointment(office, office.colleague)])
    row = office.row()
    assert (row["reserved_by"], row["reserved_until"]) == ("beatriz", NOW + HOUR)
    assert (row["next_contact_at"], row["next_contact_has_time"]) == (None, False)


def test_a_callback_that_has_passed_reserves_nobody(office: Office) -> None:
    office.load(appointments=[appointment(office, office.colleague)])
    row = office.row(at=NOW + HOUR)
    assert (row["reserved_by"], row["reserved_until"]) == ("", None)


def test_a_callback_without_a_time_reserves_its_whole_day(office: Office) -> None:
    office.load(appointments=[appointment(office, office.colleague, due_at=NOW, has_time=False)])
    assert office.row(at=NOW + 23 * HOUR)["reserved_until"] == NOW + DAY
    assert office.row(at=NOW + DAY)["reserved_until"] is None


@pytest.mark.parametrize("kind", AppointmentKind)
def test_a_next_contact_of_one_s_own_or_of_the_team_is_shown(
    office: Office, kind: AppointmentKind
) -> None:
    is_own = kind is AppointmentKind.MY_CALLBACK
    user_id = office.world.user.user_id if is_own else office.colleague
    office.load(appointments=[appointment(office, user_id, kind=kind)])
    row = office.row()
    assert (row["next_contact_at"], row["next_contact_has_time"]) == (NOW + HOUR, True)
    assert row["reserved_until"] is None


def test_a_next_contact_that_is_over_is_gone(office: Office) -> None:
    office.load(
        appointments=[appointment(office, office.colleague, state=AppointmentState.REPLACED)]
    )
    row = office.row()
    assert (row["next_contact_at"], row["reserved_until"]) == (None, None)


def campaigns(office: Office, *spans: tuple[int, int | None, CampaignArm]) -> dict[str, Any]:
    """Return campaigns from and until so many days from today, the customer in each."""
    keys = [new_id() for _ in spans]
    return {
        "campaigns": [
            {"id": key, "name": f"Campanha {n}", "starts_on": TODAY + first * DAY,
             "ends_on": None if last is None else TODAY + last * DAY, "published_at": NOW}
            for n, (key, (first, last, _)) in enumerate(zip(keys, spans, strict=True))
        ],
        "campaign_members": [
            {"id": new_id(), "campaign_id": key, "customer_id": office.one, "arm": arm}
            for key, (_, _, arm) in zip(keys, spans, strict=True)
        ],
    }  # fmt: skip


def test_the_campaign_that_began_last_is_shown(office: Office) -> None:
    treated = CampaignArm.TREATED
    office.load(**campaigns(office, (-9, None, treated), (-1, 0, treated), (-30, 9, treated)))
    row = office.row()
    assert (row["campaign"], row["is_held_out"]) == ("Campanha 1", False)


def test_a_campaign_to_come_or_over_is_none(office: Office) -> None:
    aside = CampaignArm.HOLD_OUT
    office.load(**campaigns(office, (1, None, aside), (-9, -1, aside)))
    row = office.row()
    assert (row["campaign"], row["is_held_out"]) == ("", False)


def test_one_campaign_s_control_group_is_kept_aside_whatever_the_others_say(
    office: Office,
) -> None:
    office.load(
        **campaigns(office, (-9, None, CampaignArm.HOLD_OUT), (-1, None, CampaignArm.TREATED))
    )
    row = office.row()
    assert (row["campaign"], row["is_held_out"]) == ("Campanha 1", True)


def objections(office: Office, *rows: dict[str, Any]) -> dict[str, Any]:
    kinds = [
        {"id": new_id(), "code": f"kind_{n}", "name": f"Objeção {n}"} for n in range(len(rows))
    ]
    return {
        "objection_kinds": kinds,
        "objections": [
            {"id": new_id(), "customer_id": office.one, "kind_id": kind["id"],
             "state": ObjectionState.OPEN, "opened_at": NOW - 9 * DAY} | row
            for kind, row in zip(kinds, rows, strict=True)
        ],
    }  # fmt: skip


def test_the_newest_standing_objection_is_shown(office: Office) -> None:
    office.load(
        **objections(
            office,
            {"opened_at": NOW - 3 * DAY, "state": ObjectionState.WAITING},
            {"opened_at": NOW - 5 * DAY},
            {"opened_at": NOW - DAY, "state": ObjectionState.OVERCOME},
        )
    )
    row = office.row()
    assert (row["objection"], row["is_woken"]) == ("Objeção 0", False)


def test_an_objection_whose_condition_came_true_is_told(office: Office) -> None:
    office.load(**objections(office, {"woken_at": NOW}, {"opened_at": NOW}))
    row = office.row()
    assert (row["objection"], row["is_woken"]) == ("Objeção 1", True)


def test_an_objection_overcome_after_it_woke_is_over(office: Office) -> None:
    office.load(**objections(office, {"woken_at": NOW, "state": ObjectionState.OVERCOME}))
    row = office.row()
    assert (row["objection"], row["is_woken"]) == ("", False)


@pytest.mark.parametrize(
    ("channel", "is_closed"), [(None, True), (Channel.PHONE, True), (Channel.EMAIL, False)]
)
def test_who_closed_the_phone_has_no_number_to_dial(
    office: Office, channel: Channel | None, is_closed: bool
) -> None:
    office.load(
        phones=[{"id": new_id(), "customer_id": office.one, "raw": "11 3333-4444",
                 "e164": "+551133334444", "is_primary": True}],
        contact_permissions=[
            {"id": new_id(), "customer_id": office.one, "channel": channel, "is_forbidden": True,
             "author_id": office.colleague, "stated_at": NOW, "device_id": new_id(),
             "device_seq": 1}
        ],
    )  # fmt: skip
    row = office.row()
    assert row["is_phone_forbidden"] is is_closed
    assert (row["phone"] == "") is is_closed


def contact(office: Office, number: int, at: datetime, **changes: Any) -> dict[str, Any]:
    outcome = office.world.outcomes["no_answer"].outcome_id
    row = {"id": new_id(), "customer_id": office.one, "user_id": office.colleague,
           "occurred_at": at, "outcome_id": outcome, "device_id": office.colleague,
           "device_seq": number}  # fmt: skip
    return row | changes


def test_the_last_contact_is_shown_with_who_made_it(office: Office) -> None:
    own = office.world.user.user_id
    office.load(
        contacts=[
            contact(office, 1, NOW - HOUR, user_id=own),
            contact(office, 2, NOW - 2 * HOUR),
        ]
    )
    row = office.row()
    assert (row["last_contact_at"], row["last_contact_by"]) == (NOW - HOUR, "ana")


def test_a_corrected_contact_is_not_the_last_one(office: Office) -> None:
    wrong = contact(office, 1, NOW - HOUR)
    right = contact(office, 2, NOW - 3 * HOUR, amends_id=wrong["id"])
    office.load(contacts=[wrong, contact(office, 3, NOW - 4 * HOUR), right])
    assert office.row()["last_contact_at"] == NOW - 3 * HOUR


def test_place_segment_and_wishes_come_along(office: Office) -> None:
    segment, region = new_id(), new_id()
    office.world.load(
        segments=[{"id": segment, "code": "s", "name": "Revenda"}],
        regions=[{"id": region, "code": "r", "name": "Sul"}],
        companies=[{"id": office.company, "code": "1", "name": "Matriz"}],
        customers=[
            customer(office.one, "1", segment_id=segment, region_id=region,
                     time_zone="America/Manaus", preferred_from_minute=540,
                     preferred_until_minute=660,
                     preferred_weekdays=3, is_blocked=True),
            customer(office.other, "2"),
        ],
    )  # fmt: skip
    row = office.row()
    assert (row["segment"], row["region"], row["zone"]) == ("Revenda", "Sul", "America/Manaus")
    wishes = [row[f"preferred_{name}"] for name in ("from_minute", "until_minute", "weekdays")]
    assert wishes == [540, 660, 3]
    assert row["is_blocked"] is True


def test_who_is_gone_is_left_out_of_a_part(office: Office) -> None:
    office.load()
    assert list(columns_of(office.world, [office.other, new_id()])) == [office.other]
    assert columns_of(office.world, []) == {}
