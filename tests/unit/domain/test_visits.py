"""The order of visiting, and the link to the map."""

from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.visits import Place, VisitStop, map_link, routes
from cockpit.domain.vocabulary import LifecycleStatus


def _stop(key: int, name: str = "Acme", **place: str) -> VisitStop:
    return VisitStop(UUID(int=key), name, Place(**place), at_risk_cents=key)


def _late(key: int, **place: str) -> VisitStop:
    return VisitStop(
        UUID(int=key), "Late", Place(**place), LifecycleStatus.AT_RISK, at_risk_cents=key
    )


def test_a_city_is_one_however_it_is_written() -> None:
    found = routes(
        [_stop(1, city="São Paulo", state="SP"), _stop(2, city="SAO PAULO", state="sp"),
         _stop(3, city="São Paulo", state="SP")]
    )  # fmt: skip
    assert [(one.city, one.state, len(one.stops)) for one in found] == [("São Paulo", "SP", 3)]


def test_cities_of_one_name_in_two_states_are_two() -> None:
    found = routes([_stop(1, city="Bom Jesus", state="PI"), _stop(2, city="Bom Jesus", state="SC")])
    assert [one.state for one in found] == ["SC", "PI"]


def test_the_city_with_most_at_risk_comes_first_and_the_unknown_one_last() -> None:
    found = routes([_stop(900), _stop(5, city="Itu"), _stop(7, city="Salto"), _stop(3, city="Itu")])
    assert [one.city for one in found] == ["Itu", "Salto", ""]


def test_who_is_due_today_comes_first_and_so_does_their_city() -> None:
    due = datetime(2026, 3, 2, 15, tzinfo=UTC)
    stops = [
        _stop(900, city="Salto"),
        replace(_late(1, city="Itu", district="Centro", street="Rua B"), due_at=due),
        replace(_stop(2, city="Itu", district="Centro", street="Rua A"), due_at=due),
        _late(3, city="Itu", district="Alto"),
        _stop(4, city="Itu", district="Alto", street="Rua C", number="100"),
        _stop(5, city="Itu", district="Alto", street="Rua C", number="20"),
    ]
    found = routes(stops)
    assert [(one.city, one.due_count) for one in found] == [("Itu", 2), ("Salto", 0)]
    assert [stop.customer_id.int for stop in found[0].stops] == [2, 1, 3, 5, 4]


def test_within_a_city_late_ones_come_first_and_then_the_postal_code_leads() -> None:
    stops = [
        _stop(1, city="Itu", postal_code="13300-010"),
        _late(2, city="Itu", postal_code="13304-000"),
        _late(3, city="Itu", postal_code="13300-100", street="Rua B", number="20"),
        _late(4, city="Itu", postal_code="13300100", street="Rua B", number="3"),
        _stop(5, city="Itu"),
    ]
    (itu,) = routes(stops)
    assert [stop.customer_id.int for stop in itu.stops] == [4, 3, 2, 1, 5]
    assert itu.late_count == 3


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=4), st.text(max_size=6))))
def test_nobody_is_lost_and_the_order_does_not_hang_on_the_order_given(
    places: list[tuple[str, str, str]],
) -> None:
    stops = [
        _stop(n, city=city, number=number, postal_code=code)
        for n, (city, number, code) in enumerate(places)
    ]
    found = routes(stops)
    assert sorted(s.customer_id for one in found for s in one.stops) == [
        s.customer_id for s in stops
    ]
    assert found == routes(reversed(stops))


def test_the_map_is_asked_for_the_whole_address_and_nothing_breaks_out_of_it() -> None:
    place = Place("Rua A & B #1", "10", "Centro", "São Paulo", "SP", "01000-000")
    link = urlsplit(map_link(place))
    assert (link.scheme, link.netloc, link.fragment) == ("https", "www.google.com", "")
    assert parse_qs(link.query)["query"] == ["Rua A & B #1, 10, Centro, São Paulo - SP, 01000-000"]
    assert sorted(parse_qs(link.query)) == ["api", "query"]


def test_without_a_street_the_name_is_looked_for_and_without_a_city_nothing() -> None:
    assert "Acme%2C%20Itu" in map_link(Place(city="Itu"), "Acme")
    assert map_link(Place(street="Rua A"), "Acme") == ""
