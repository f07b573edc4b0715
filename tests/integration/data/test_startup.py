"""Opening a database: refused, backed up, migrated."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text

from cockpit.data import backup, migrate
from cockpit.data.backup import KEPT, back_up
from cockpit.data.revisions import MIGRATIONS, Revisions, own_revisions, stored_revision
from cockpit.data.startup import open_database
from cockpit.data.url import SqliteFile, parse_address
from cockpit.domain.errors import BadInputError, DatabaseError, GiroError
from tests.integration.data.conftest import World
from tests.support.migrated import migrate as migrate_to

ROOT = MIGRATIONS.parent
OPEN_AND_SAY = """
import sys
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.data.identity import ensure_identity
engines = open_database(parse_address(sys.argv[1]))
print("alembic" in sys.modules, ensure_identity(engines, login=sys.argv[2], machine="pc").login)
engines.close()
"""


def started(url: str, login: str = "ana") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", OPEN_AND_SAY, url, login],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def refusal(url: str) -> str:
    with pytest.raises(GiroError) as caught:
        open_database(parse_address(url))
    return caught.value.message.key


def copies(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("*"))


def make_older(url: str, revision: str = "0009") -> None:
    migrate_to(url, revision)


def test_the_scanned_revisions_are_alembics() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    own = own_revisions()
    assert own.head == script.get_current_head()
    assert own.known == {one.revision for one in script.walk_revisions()}


def test_an_empty_database_is_brought_to_the_head(empty_database_url: str) -> None:
    engines = open_database(parse_address(empty_database_url))
    with engines.reading() as connection:
        assert stored_revision(connection) == own_revisions().head
    engines.close()


def test_a_database_at_the_head_opens_without_alembic(database_url: str) -> None:
    first = started(database_url)
    out, problems = first.communicate(timeout=60)
    assert (out, problems) == ("False ana\n", "")


def test_programs_that_start_at_once_on_nothing_all_succeed(empty_database_url: str) -> None:
    programs = [started(empty_database_url, f"user{number}") for number in range(3)]
    answers = [program.communicate(timeout=100) for program in programs]
    assert [problems for _, problems in answers] == ["", "", ""]
    assert [out.split()[1] for out, _ in answers] == ["user0", "user1", "user2"]
    engines = open_database(parse_address(empty_database_url))
    with engines.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM users")).scalar() == 3
        codes = connection.execute(text("SELECT code FROM outcomes")).scalars().all()
        assert len(codes) == len(set(codes)) > 0
    engines.close()


def test_a_newer_database_is_refused_and_left_alone(database_url: str) -> None:
    address = parse_address(database_url)
    engines = open_database(address)
    with engines.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'ffff'"))
    engines.close()
    assert refusal(database_url) == "error.database_newer"
    if isinstance(address, SqliteFile):
        assert copies(address.path) == []


def test_a_migrated_file_knows_how_its_tables_are_filled(tmp_path: Path) -> None:
    path = tmp_path / "giro.db"
    make_older(f"sqlite:///{path}", "0014")
    with sqlite3.connect(path) as connection:
        connection.executemany(
            "INSERT INTO segments (id, code, name, created_at, updated_at) "
            "VALUES (?, ?, 'Autopeças', '2026-01-01 00:00:00', '2026-01-01 00:00:00')",
            [(bytes([number]), str(number)) for number in range(50)],
        )
    connection.close()
    engines = open_database(SqliteFile(path))
    with engines.reading() as connection:
        known = text("SELECT stat FROM sqlite_stat1 WHERE tbl = 'segments'")
        figures = set(connection.execute(known).scalars())
    engines.close()
    assert "50 1" in figures


def test_an_older_file_is_backed_up_and_migrated(tmp_path: Path) -> None:
    path = tmp_path / "giro.db"
    make_older(f"sqlite:///{path}")
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO segments (id, code, name, created_at, updated_at) "
            "VALUES (x'00', 'a', 'Autopeças', '2026-01-01 00:00:00', '2026-01-01 00:00:00')"
        )
    connection.close()
    engines = open_database(SqliteFile(path))
    with engines.reading() as connection:
        assert stored_revision(connection) == own_revisions().head
        assert connection.execute(text("SELECT name FROM segments")).scalar() == "Autopeças"
    engines.close()
    (copy,) = copies(path)
    assert "0009" in copy.name
    restored = tmp_path / "restored.db"
    restored.write_bytes(copy.read_bytes())
    again = open_database(SqliteFile(restored))
    with again.reading() as connection:
        assert connection.execute(text("SELECT name FROM segments")).scalar() == "Autopeças"
    again.close()


def test_a_new_file_needs_no_backup(tmp_path: Path) -> None:
    open_database(SqliteFile(tmp_path / "giro.db")).close()
    assert copies(tmp_path / "giro.db") == []


def test_the_last_five_backups_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "giro.db"
    open_database(SqliteFile(path)).close()
    (tmp_path / "backups").mkdir()
    mine = tmp_path / "backups" / "giro-minha-copia.db"
    mine.write_bytes(b"x")
    made = [back_up(path, "0009") for _ in range(KEPT + 2)]
    assert copies(path) == sorted([*made[-KEPT:], mine])


def test_a_failed_migration_leaves_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "giro.db"
    make_older(f"sqlite:///{path}")

    def full(*_args: object) -> None:
        raise DatabaseError("disk_full")

    with monkeypatch.context() as patched:
        patched.setattr(backup, "_copy", full)
        assert refusal(str(path)) == "error.disk_full"
    assert copies(path) == []
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
            ("0009",)
        ]
    connection.close()


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (body TEXT)")
    connection.close()
    assert refusal(str(path)) == "error.database_not_giro"


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "planilha.db"
    content = b"codigo;razao_social\n1;Parafusos Ltda\n" * 200
    path.write_bytes(content)
    assert refusal(str(path)) == "error.database_damaged"
    assert path.read_bytes() == content


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(str(tmp_path)) == "error.database_is_folder"
    assert refusal(str(tmp_path / "nada" / "giro.db")) == "error.database_folder_missing"
    assert not (tmp_path / "nada").exists()


def test_a_synced_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    assert refusal(str(folder / "giro.db")) == "error.database_in_synced_folder"
    assert list(folder.iterdir()) == []


def test_an_encrypted_file_opens_with_its_key_alone(tmp_path: Path) -> None:
    path, key = tmp_path / "giro.db", bytes(range(32))
    open_database(SqliteFile(path), key=key).close()
    assert not path.read_bytes().startswith(b"SQLite format 3")
    open_database(SqliteFile(path), key=key).close()
    assert refusal(str(path)) == "error.database_damaged"
    copy = back_up(path, "0010", key)
    assert not copy.read_bytes().startswith(b"SQLite format 3")
    open_database(SqliteFile(copy), key=key).close()


def test_an_encrypted_older_file_is_backed_up_with_its_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, key = tmp_path / "giro.db", bytes(range(32))
    open_database(SqliteFile(path), key=key).close()
    own = own_revisions()
    later = Revisions(own.known | {"9999"}, "9999")
    monkeypatch.setattr(migrate, "own_revisions", lambda: later)
    monkeypatch.setattr(migrate, "upgrade_schema", lambda _connection: None)
    open_database(SqliteFile(path), key=key).close()
    assert len(copies(path)) == 1


def test_the_pragmas_hold_on_every_connection(tmp_path: Path) -> None:
    engines = open_database(SqliteFile(tmp_path / "giro.db"))
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1,
                "busy_timeout": 5000}  # fmt: skip
    for unit, is_read_only in ((engines.reading, 1), (engines.writing, 0)):
        with unit() as connection:
            for name, value in (expected | {"query_only": is_read_only}).items():
                assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == value, name
    engines.close()


def test_a_servers_sessions_are_named_and_bounded(postgres_url: str) -> None:
    engines = open_database(parse_address(postgres_url))
    expected = {"application_name": f"giro {own_revisions().head}", "statement_timeout": "1min",
                "idle_in_transaction_session_timeout": "1min"}  # fmt: skip
    with engines.reading() as connection:
        for name, value in expected.items():
            assert connection.exec_driver_sql(f"SHOW {name}").scalar() == value
        assert connection.exec_driver_sql("SHOW transaction_read_only").scalar() == "on"
        isolation = connection.exec_driver_sql("SHOW transaction_isolation").scalar()
        assert isolation == "repeatable read"
    with engines.writing() as connection:
        assert connection.exec_driver_sql("SHOW transaction_read_only").scalar() == "off"
    engines.close()


def test_an_engine_shows_no_values_of_a_statement(world: World) -> None:
    assert world.engines.writer.hide_parameters
    assert world.engines.reader.hide_parameters


def test_a_path_needs_more_than_a_name(tmp_path: Path) -> None:
    with pytest.raises(BadInputError):
        open_database(SqliteFile(tmp_path / "a" / "b" / "giro.db"))
