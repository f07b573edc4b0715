"""A seller on the road and her supervisor at the office, each in a real window, by keys alone."""

from pathlib import Path

import pytest

from cockpit.app.demo_database import create_demo
from cockpit.data.url import SqliteFile
from tests.support.field_story import road_to, tell_of_the_road
from tests.support.mortal_server import LASTING
from tests.support.postgres import start_server
from tests.support.team_story import DAY, TeamOffice, keyring_of

pytestmark = pytest.mark.desktop


def test_what_two_people_disagree_about_is_asked_and_decided_by_one_key(tmp_path: Path) -> None:
    demo = tmp_path / "demo.db"
    seen: list[str] = []
    create_demo(SqliteFile(demo), DAY, is_renewed=True)
    server = start_server(LASTING)
    try:
        with keyring_of(tmp_path):
            office = TeamOffice(server, tmp_path)
            office.fill(demo)
            with road_to(office) as road:
                tell_of_the_road(road, lambda name, _laptop, _desk: seen.append(name))
    finally:
        server.stop()
    assert seen == ["apart", "conflict", "decided"]
