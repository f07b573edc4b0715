"""Reading lists on both engines, beside the same lists by a plain program."""

import random
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cockpit.domain.note_search import search_of
from cockpit.domain.review import Mark, Place, ReviewFilter, Wanted
from cockpit.domain.vocabulary import LifecycleStatus
from tests.integration.data.conftest import World
from tests.support.review_rows import MIDNIGHT, NOW, ReadCompany

_TEXTS = ("", "", "pedido", "nao pre", '"preço alto"', "atras", "12", '"nao atras', "ligacao alto")


@pytest.fixture
def company(world: World) -> ReadCompany:
    outcomes = [one.outcome_id for one in list(world.outcomes.values())[:3]]
    made = ReadCompany(outcomes, world.user.user_id).fill(random.Random(7))
    world.load_more(**made.tables)
    return made


def _some(keys: list[UUID]) -> st.SearchStrategy[frozenset[UUID]]:
    return st.one_of(st.just(frozenset()), st.frozensets(st.sampled_from(keys), max_size=2))


def _filters(company: ReadCompany) -> st.SearchStrategy[ReviewFilter]:
    tables = company.tables
    return st.builds(
        ReviewFilter,
        operators=_some(company.people()),
        teams=_some([one["id"] for one in tables["teams"]]),
        outcomes=_some(company.outcomes),
        objections=_some([one["id"] for one in tables["objection_kinds"]]),
        statuses=st.sampled_from((frozenset(), frozenset({LifecycleStatus.INACTIVE}))),
        value_at_least_cents=st.sampled_from((0, 100_000)),
        marks=st.sampled_from((frozenset(), frozenset({Mark.COACH, Mark.CHECKED}))),
        is_unread=st.booleans(),
        of_each=st.sampled_from((0, 0, 2)),
        text=st.sampled_from(_TEXTS),
    )


def test_a_list_is_what_a_plain_program_makes_of_the_rows(
    world: World, company: ReadCompany
) -> None:
    some = frozenset(company.people()[:3])

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        chosen=_filters(company),
        people=st.sampled_from((None, some)),
        days=st.sampled_from((None, 2)),
        size=st.sampled_from((3, 50)),
    )
    def agrees(
        chosen: ReviewFilter, people: frozenset[UUID] | None, days: int | None, size: int
    ) -> None:
        since = None if days is None else MIDNIGHT - timedelta(days=days)
        wanted = Wanted(
            chosen, people, NOW, since, search_of(chosen.text),
            MIDNIGHT if chosen.of_each else None,
        )  # fmt: skip
        expected = company.wanted(chosen, people, since=since)
        with world.database.read() as unit:
            if chosen.of_each:
                drawn = unit.review.sample(wanted, of_each=chosen.of_each)
                rows = unit.review.rows(drawn)
                by_person = company.sampled(chosen, expected)
                assert len(drawn) == sum(map(len, by_person.values()))
                for person, keys in by_person.items():
                    assert {one.contact_id for one in rows if one.operator_id == person} == keys
                return
            found: list[Place] = []
            while places := unit.review.places(
                wanted, after=found[-1] if found else None, size=size
            ):
                found += places
        assert found == [Place(one["occurred_at"], one["id"]) for one in expected]

    agrees()


def test_a_sample_takes_one_of_each_before_it_takes_a_second(
    world: World, company: ReadCompany
) -> None:
    with world.database.read() as unit:
        wanted = Wanted(ReviewFilter(of_each=3), None, NOW, read_since=MIDNIGHT)
        drawn = unit.review.sample(wanted, of_each=3)
        rows = unit.review.rows(drawn)
    people = len(company.people())
    assert len({one.operator_id for one in rows[:people]}) == people
    assert drawn == [one.contact_id for one in rows]


@pytest.mark.parametrize("most", [1, 2])
def test_of_a_long_time_everybody_is_drawn_for_on_some_days_and_else_on_all(
    world: World, company: ReadCompany, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr("cockpit.data.repositories.review.drawn_days._MOST", most)
    for each in (1, 4, 40):
        chosen = ReviewFilter(of_each=each)
        wanted = Wanted(chosen, None, NOW, read_since=MIDNIGHT)
        with world.database.read() as unit:
            drawn = unit.review.sample(wanted, of_each=each)
            assert drawn == unit.review.sample(wanted, of_each=each)
        rows = {one["id"]: one for one in company.wanted(chosen, None, since=None)}
        assert len(set(drawn)) == len(drawn)
        if each == 1:
            assert len({rows[key]["occurred_at"].date() for key in drawn}) <= most
        for person in company.people():
            own = [one for one in rows.values() if one["user_id"] == person]
            of_person = [rows[key] for key in drawn if rows[key]["user_id"] == person]
            assert len(of_person) == min(each, len(own)), "nobody is drawn for less than others"
    days = {rows[key]["occurred_at"].date() for key in drawn}
    assert len(days) > most, "whoever has too few on those days is drawn for among all"


def test_a_row_tells_all_that_is_read_of_a_contact(world: World, company: ReadCompany) -> None:
    contact = next(
        one for one in company.tables["contacts"]
        if one["note"] and company.mark_of(one["id"]) is not None
        and any(o["contact_id"] == one["id"] for o in company.tables["objections"])
    )  # fmt: skip
    with world.database.read() as unit:
        (row,) = unit.review.rows([contact["id"]])
        reviews = unit.review.reviews(contact["id"])
    metric = next(
        one for one in company.tables["customer_metrics"]
        if one["customer_id"] == contact["customer_id"]
    )  # fmt: skip
    assert (row.note, row.occurred_at) == (contact["note"], contact["occurred_at"])
    assert row.mark is company.mark_of(contact["id"])
    assert (row.yearly_cents, row.at_risk_cents) == (
        metric["value_12m_cents"], metric["at_risk_cents"],
    )  # fmt: skip
    assert row.objections
    assert row.is_correction is (contact["amends_id"] is not None)
    assert reviews[0].mark in (row.mark, Mark.TAKEN_BACK)


@pytest.mark.parametrize("looked_at", [1, 3, 8])
def test_both_ways_go_on_where_few_matches_are_in_the_list(
    world: World, company: ReadCompany, monkeypatch: pytest.MonkeyPatch, looked_at: int
) -> None:
    """Common and rare words, and a narrow filter: each way ends, and the other one goes on."""
    for name in ("_LOOKED_THROUGH", "_MATCHES", "_FEW"):
        monkeypatch.setattr(f"cockpit.data.repositories.review.lists.{name}", looked_at)
    for text, size in (("pedido", 2), ("pre", 5), ("nao", 1_000)):
        for person, cents in ((one, cents) for one in company.people() for cents in (0, 100_000)):
            chosen = ReviewFilter(
                operators=frozenset({person}), text=text, is_unread=True,
                value_at_least_cents=cents,
            )  # fmt: skip
            wanted = Wanted(chosen, None, NOW, search=search_of(text))
            found: list[Place] = []
            with world.database.read() as unit:
                while places := unit.review.places(
                    wanted, after=found[-1] if found else None, size=size
                ):
                    found += places
            expected = company.wanted(chosen, None, since=None)
            assert [one.contact_id for one in found] == [one["id"] for one in expected]


def test_contacts_of_one_instant_are_all_found(world: World) -> None:
    """An import gives many of them the same one; a file's matches come in whole seconds."""
    outcomes = [one.outcome_id for one in list(world.outcomes.values())[:3]]
    company = ReadCompany(outcomes, world.user.user_id).fill(random.Random(9), contacts=60)
    for one in company.tables["contacts"]:
        one["occurred_at"] = MIDNIGHT - timedelta(days=one["device_seq"] % 3, milliseconds=7)
    world.load_more(**company.tables)
    for text in ("", "p", "pre"):
        chosen = ReviewFilter(text=text)
        found: list[Place] = []
        wanted = Wanted(chosen, None, NOW, search=search_of(text))
        with world.database.read() as unit:
            while places := unit.review.places(wanted, after=found[-1] if found else None, size=2):
                found += places
        expected = company.wanted(chosen, None, since=None)
        assert [one.contact_id for one in found] == [one["id"] for one in expected]
        assert expected
