"""The full-text table of a file: what it leaves behind, and how it is put right."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import delete, update

from cockpit.data import sqlite
from cockpit.data.note_index import mended
from cockpit.domain.ids import new_id
from models import Contact
from tests.integration.data.conftest import World
from tests.integration.data.test_note_index import NOW_BEFORE, found

ROOT = Path(__file__).resolve().parents[3]


def test_what_is_erased_leaves_no_word_in_a_files_index(world: World, acme: UUID) -> None:
    """Erasing somebody's note erases it for whoever opens the file with another program, too."""
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


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM contact_note_keys",
        "DELETE FROM contact_note_keys WHERE key = (SELECT max(key) FROM contact_note_keys)",
        "INSERT INTO contact_note_keys (key, contact_id) VALUES (1, x'00')",
        "UPDATE contact_notes_data SET block = x'0011' WHERE id > 10",
    ],
)
def test_an_index_that_lacks_notes_is_noticed_and_made_anew(
    world: World, acme: UUID, damage: str
) -> None:
    keys = [new_id() for _ in range(3)]
    for key in keys:
        world.log(world.draft(acme, contact_id=key, note="Frete caro", occurred_at=NOW_BEFORE))
    assert not mended(world.keeper)
    with world.keeper.writing() as connection:
        connection.exec_driver_sql(damage)
    assert mended(world.keeper)
    assert not mended(world.keeper)
    assert found(world, "frete caro") == set(keys)


def test_the_check_of_an_installation_tells_of_the_index_and_mends_it(tmp_path: Path) -> None:
    def checked() -> str:
        environ = {**os.environ, "GIRO_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
        words = [sys.executable, "main.py", "self-check"]
        done = subprocess.run(
            words, cwd=ROOT, env=environ, capture_output=True, check=True, timeout=120
        )
        return done.stdout.decode()

    assert "✓ índice das anotações: inteiro" in checked()
    with closing(sqlite.connect(tmp_path / "giro.db")) as file:
        file.execute("INSERT INTO contact_note_keys (key, contact_id) VALUES (1, x'00')")
    assert "índice das anotações: estava incompleto e foi refeito" in checked()
    assert "✓ índice das anotações: inteiro" in checked()
