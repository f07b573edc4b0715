from zoneinfo import ZoneInfo

import pytest

from cockpit.domain.states import STATES, state_code, time_zone


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_a_known_time_zone(state: str) -> None:
    zone = time_zone(state)
    assert zone is not None
    assert ZoneInfo(zone).key == zone


@pytest.mark.parametrize(
    ("state", "city", "zone"),
    [
        ("AM", "Manaus", "America/Manaus"),
        ("AM", "tabatinga", "America/Eirunepe"),
        ("MT", "Cuiabá", "America/Cuiaba"),
        ("AC", "Rio Branco", "America/Rio_Branco"),
        ("PE", "Fernando de Noronha", "America/Noronha"),
        ("PE", "Recife", "America/Recife"),
        ("São Paulo", "", "America/Sao_Paulo"),
    ],
)
def test_a_place_has_the_time_of_its_law(state: str, city: str, zone: str) -> None:
    assert time_zone(state, city) == zone


def test_a_state_is_known_by_code_and_by_name() -> None:
    assert len(STATES) == 27
    assert state_code(" sp ") == state_code("SAO PAULO") == "SP"
    assert state_code("XX") is None
    assert time_zone("") is None
