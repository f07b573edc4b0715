"""The index of notes follows the notes, whoever writes them and however they go."""

import random
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, update

from cockpit.domain.ids import new_id
from cockpit.domain.note_search import search_of
from cockpit.domain.review import ReviewFilter, Wanted
from models import Contact
from tests.integration.data.conftest import World
from tests.support.review_rows import NOW, ReadCompany

NOW_BEFORE = NOW - timedelta(hours=2)


def found(world: World, text: str) -> set[object]:
    wanted = Wanted(ReviewFilter(text=text), None, NOW, search=search_of(text))
    with world.database.read() as unit:
        return {one.contact_id for one in unit.review.places(wanted, after=None, size=1_000)}


def test_logging_changing_and_removing_a_note_is_followed(world: World, acme: UUID) -> None:
    key = new_id()
    world.log(
        world.draft(acme, contact_id=key, note="Cotação do rolamento", occurred_at=NOW_BEFORE)
    )
    assert found(world, "cotacao rola") == {key}
    with world.keeper.writing() as connection:
        connection.execute(update(Contact).where(Contact.id == key).values(note="Nada a declarar"))
    assert found(world, "cotacao") == set()
    assert found(world, "declar") == {key}
    with world.keeper.writing() as connection:
        connection.execute(update(Contact).where(Contact.id == key).values(note=None))
    assert found(world, "declar") == set()
    with world.keeper.writing() as connection:
        connection.execute(update(Contact).where(Contact.id == key).values(note="De volta"))
        connection.execute(delete(Contact).where(Contact.id == key))
    assert found(world, "volta") == set()


def test_rows_stored_many_at_a_time_are_found(world: World) -> None:
    outcomes = [one.outcome_id for one in list(world.outcomes.values())[:3]]
    company = ReadCompany(outcomes, world.user.user_id).fill(random.Random(3), contacts=400)
    world.load_more(**company.tables)
    expected = company.wanted(ReviewFilter(text="ligacao"), None, since=None)
    assert found(world, "ligacao") == {one["id"] for one in expected}
    assert expected


def test_what_is_erased_leaves_no_word_in_a_files_index(world: World, acme: UUID) -> None:
    """Erasing somebody's note erases it for whoever opens the file with another program, too."""
    if not world.engines.is_sqlite:
        return
    key = new_id()
    world.log(
        world.draft(acme, contact_id=key, note="xilofone secretissimo", occurred_at=NOW_BEFORE)
    )
    assert b"secretissimo" in _index(world)
    with world.keeper.writing() as connection:
        connection.execute(update(Contact).where(Contact.id == key).values(note="apagado"))
    assert b"secretissimo" not in _index(world)
    assert b"xilofone" not in _index(world)


def test_a_vacuum_leaves_the_index_right(world: World, acme: UUID) -> None:
    """SQLite numbers rows without a number of their own anew."""
    if not world.engines.is_sqlite:
        return
    keys = [new_id() for _ in range(6)]
    for number, key in enumerate(keys):
        world.log(
            world.draft(
                acme, contact_id=key, note=f"nota {number} x{number}", occurred_at=NOW_BEFORE
            )
        )
    with world.keeper.writing() as connection:
        connection.execute(delete(Contact).where(Contact.id.in_(keys[:3])))
    driver = world.keeper.writer.raw_connection()
    try:
        driver.cursor().execute("VACUUM")
    finally:
        driver.close()
    assert found(world, "x4") == {keys[4]}
    assert found(world, "nota") == set(keys[3:])


def _index(world: World) -> bytes:
    with world.keeper.reading() as connection:
        blocks = connection.exec_driver_sql("SELECT block FROM contact_notes_data").scalars()
        return b"".join(blocks)
