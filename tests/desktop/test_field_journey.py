"""A seller on the road and her supervisor at the office, each in a real window, by keys alone."""

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text

from cockpit.app.demo_database import create_demo
from cockpit.data.url import SqliteFile
from tests.support.field_story import ALONE, Road, road_to, tell_of_the_road, work_alone
from tests.support.mortal_server import LASTING
from tests.support.postgres import start_server
from tests.support.team_story import DATABASE, DAY, TeamOffice, keyring_of

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(400)]


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Road]:
    folder = tmp_path_factory.mktemp("road")
    demo = folder / "demo.db"
    create_demo(SqliteFile(demo), DAY, is_renewed=True)
    server = start_server(LASTING)
    try:
        with keyring_of(folder):
            office = TeamOffice(server, folder)
            office.fill(demo)
            with road_to(office) as road:
                yield road
    finally:
        server.stop()


def test_what_two_people_disagree_about_is_asked_and_decided_by_one_key(road: Road) -> None:
    seen: list[str] = []
    tell_of_the_road(road, lambda name, _laptop, _desk: seen.append(name))
    assert seen == ["apart", "conflict", "decided", "collision"]


def test_a_customer_is_worked_without_a_network_and_all_of_it_arrives_once(road: Road) -> None:
    work_alone(road)
    assert ALONE in road.waiting()
    road.cable.heal()
    road.synchronise()
    assert ALONE not in road.waiting()
    engine = create_engine(road.office.server.url(DATABASE))
    with engine.connect() as connection:
        told = [
            connection.execute(text(f"SELECT count(*) FROM {table} WHERE {column} = :said"), said)
            for table, column, said in (
                ("contacts", "note", {"said": ALONE}),
                ("pitch_notes", "why_stopped", {"said": "Parou por prazo."}),
            )
        ]
        assert [one.scalar_one() for one in told] == [1, 1]
    engine.dispose()
