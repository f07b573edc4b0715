"""The index of notes follows the notes, whoever writes them and however they go."""

import random
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import Connection, delete, insert, update

from cockpit.data.engine import Engines
from cockpit.data.note_index import indexed_afterwards
from cockpit.domain.ids import new_id
from cockpit.domain.note_search import finds, search_of
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


#: Of other scripts and languages, and signs that are nearly letters.
_STRANGE = (
    "peça de 5µm", "Straße 7", "привет abcпривет", "xªb nº5", "k\u212ak", "ÿŸ", "Dvořák", "œuvre",
    "a\u0306b", "a\u0345b", "liga\u0327a\u0303o", "ﬁm", "²3", "٣x", "İx", "12e5 7e 0x1f 1e",
    "fechado🤝ontem 🫡ok ok👍",
)  # fmt: skip


def test_letters_beyond_portuguese_are_alike_wherever_they_are_looked_for(
    world: World, acme: UUID
) -> None:
    notes = {new_id(): note for note in _STRANGE}
    for key, note in notes.items():
        world.log(world.draft(acme, contact_id=key, note=note, occurred_at=NOW_BEFORE))
    typed = {part for note in _STRANGE for part in (*note, *note.split(), f'"{note}"')}
    for one in sorted(typed):
        search = search_of(one)
        if search:
            expected = {key for key, note in notes.items() if finds(search, note)}
            assert found(world, one) == expected, one
    assert len(found(world, "m")) == 2, "5µm, and what is left of a word with a ligature"


def test_what_is_indexed_afterwards_is_as_the_triggers_leave_it(world: World) -> None:
    """Thrice: into an empty index, beside what is there, and after an error that was caught."""
    outcomes = [one.outcome_id for one in list(world.outcomes.values())[:3]]
    company = ReadCompany(outcomes, world.user.user_id).fill(random.Random(5), contacts=300)
    rows = company.tables.pop("contacts")
    reviews, objections = company.tables.pop("contact_reviews"), company.tables.pop("objections")
    world.load_more(**company.tables)
    _put(world.keeper, rows[:100])
    with world.keeper.writing() as connection, pytest.raises(OSError, match="on purpose"):
        _put_and_fail(connection, rows[100:200])
    world.load_more(contacts=rows[200:], contact_reviews=reviews, objections=objections)
    for text in ("ligacao", "preco alto", "12"):
        company.tables["contacts"] = rows
        expected = company.wanted(ReviewFilter(text=text), None, since=None)
        assert found(world, text) == {one["id"] for one in expected}
        assert expected


def _put(engines: Engines, rows: list[dict[str, object]]) -> None:
    with engines.writing() as connection, indexed_afterwards(connection):
        connection.execute(insert(Contact), [{**one, "content_sha256": "-"} for one in rows])


def _put_and_fail(connection: Connection, rows: list[dict[str, object]]) -> None:
    with indexed_afterwards(connection):
        connection.execute(insert(Contact), [{**one, "content_sha256": "-"} for one in rows])
        raise OSError("on purpose")
