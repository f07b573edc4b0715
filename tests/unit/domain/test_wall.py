"""The wall tells what everybody does now, by team and name, and how each team's queue stands."""

from datetime import UTC, datetime
from uuid import UUID

from cockpit.domain.eligibility import Bar, Ledger, LedgerLine
from cockpit.domain.wall import (
    Callbacks,
    Colleague,
    Moment,
    Presence,
    Sign,
    Team,
    joined,
    wall_of,
)

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
NORTH, ANA, BIA, BOSS, CLIENT = (UUID(int=number) for number in range(1, 6))


def moment(*signs: Sign, **changes: object) -> Moment:
    colleagues = (
        Colleague(BIA, "Bia", NORTH),
        Colleague(ANA, "Ana", NORTH),
        Colleague(BOSS, "Chefe", None, calls=False),
    )
    known = {one.user_id: one for one in signs}
    return Moment((Team(NORTH, "Norte"),), colleagues, known, {CLIENT: "Sol"}, **changes)  # type: ignore[arg-type]


def test_a_break_counts_before_a_customer_left_open() -> None:
    assert Sign(ANA, True, True, CLIENT, AT).presence is Presence.ON_BREAK
    assert Sign(ANA, True, False, CLIENT, AT).presence is Presence.CALLING
    assert Sign(ANA, True).presence is Presence.FREE
    assert Sign(ANA).presence is Presence.AWAY


def test_people_stand_by_team_and_name_whatever_they_do() -> None:
    wall = wall_of(moment(Sign(BIA, True, False, CLIENT, AT)), {})
    assert [(one.team, one.colleague.name, one.customer) for one in wall.people] == [
        ("Norte", "Ana", ""),
        ("Norte", "Bia", "Sol"),
    ]


def test_whoever_does_not_call_is_shown_while_they_do() -> None:
    wall = wall_of(moment(Sign(BOSS, True)), {})
    assert wall.people[-1].colleague.name == "Chefe"
    assert wall.teams[-1].team_id is None


def test_a_teams_queue_is_that_of_its_members() -> None:
    ana = Ledger((LedgerLine(None, 3, 100), LedgerLine(Bar.SCHEDULED, 2, 50, AT)))
    bia = Ledger((LedgerLine(None, 1, 10), LedgerLine(Bar.BLOCKED, 4, 0)))
    callbacks = {ANA: Callbacks(1, 2), BIA: Callbacks(3, 0), None: Callbacks(5, 0)}

    wall = wall_of(moment(callbacks=callbacks), {"Ana": ana, "Bia": bia, "": bia})

    north, shared = wall.teams
    assert (north.queued.count, north.queued.at_risk_cents, north.barred) == (4, 110, 6)
    assert north.callbacks == Callbacks(4, 2)
    assert north.counts == {Presence.AWAY: 2}
    assert shared.is_shared
    assert (shared.queued.count, shared.callbacks.due) == (1, 5)


def test_joined_ledgers_keep_the_order_of_rules_and_the_first_return() -> None:
    one = Ledger((LedgerLine(Bar.IN_CYCLE, 1, 1), LedgerLine(Bar.SCHEDULED, 1, 1, AT)))
    other = Ledger((LedgerLine(None, 1, 1), LedgerLine(Bar.SCHEDULED, 1, 1)))
    assert joined([one, other]).lines == (
        LedgerLine(None, 1, 1),
        LedgerLine(Bar.SCHEDULED, 2, 2, AT),
        LedgerLine(Bar.IN_CYCLE, 1, 1),
    )
