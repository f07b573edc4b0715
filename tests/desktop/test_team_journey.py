"""An operator and her supervisor at one server, each in a real window, by keys alone."""

from pathlib import Path

import pytest

from tests.support.demo_company import DemoCompanies
from tests.support.mortal_server import LASTING
from tests.support.postgres import start_server
from tests.support.team_story import DAY, TeamOffice, keyring_of, tell

pytestmark = pytest.mark.desktop


def test_a_call_is_seen_taken_over_and_kept_while_the_server_is_away(
    demo_companies: DemoCompanies, tmp_path: Path
) -> None:
    demo = tmp_path / "demo.db"
    seen: list[str] = []
    demo_companies.copy(DAY, demo)
    server = start_server(LASTING)
    try:
        with keyring_of(tmp_path):
            office = TeamOffice(server, tmp_path)
            office.fill(demo)
            tell(office, lambda name, _ana, _marisa: seen.append(name))
    finally:
        server.stop()
    assert seen == ["call", "taken_over", "away"]
