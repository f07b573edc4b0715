"""What the environment does to a database, as the user is told."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, text

from cockpit.data import sqlite
from cockpit.data.engine import Engines, connect_to
from cockpit.data.migrate import _patient
from cockpit.data.startup import open_database
from cockpit.data.url import PostgresqlServer, SqliteFile, parse_address
from cockpit.domain.errors import DatabaseBusyError, DatabaseError, GiroError, StorageFullError
from tests.support.migrated import migrate
from tests.support.postgres import PostgresServer

ROOT = Path(__file__).parents[3]
IN_A_NAMESPACE = ["unshare", "--map-root-user", "--mount"]


@contextmanager
def told(key: str, kind: type[GiroError] = DatabaseError) -> Iterator[None]:
    """Expect a trouble by its sentence."""
    with pytest.raises(kind) as caught:
        yield
    assert caught.value.message.key == f"error.{key}"


def can_mount() -> bool:
    try:
        probe = subprocess.run([*IN_A_NAMESPACE, "true"], capture_output=True, check=False)
    except FileNotFoundError:
        return False
    return probe.returncode == 0


def run_on_small_disk(script: str, folder: Path, *arguments: str) -> list[str]:
    """Run a script with a folder on a disk of 4 MB of its own; return what it prints."""
    mounted = f'mount -t tmpfs -o size=4m tmpfs "{folder}" && exec "$@"'
    done = subprocess.run(
        [*IN_A_NAMESPACE, "sh", "-c", mounted, "sh", sys.executable, "-c", script, str(folder),
         *arguments],
        capture_output=True, text=True, cwd=ROOT, timeout=100, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


FILL_WHILE_LOGGING = """
import sys
from pathlib import Path
from sqlalchemy import text
from cockpit.data.startup import open_database
from cockpit.data.url import SqliteFile
from cockpit.domain.errors import GiroError
path = Path(sys.argv[1]) / "giro.db"
engines = open_database(SqliteFile(path))
def put(number, size):
    with engines.writing() as connection:
        connection.execute(
            text("INSERT INTO sync_log (id, kind, noted_at) "
                 "VALUES (:id, :kind, '2026-03-02 12:00:00.000000')"),
            {"id": number.to_bytes(16, "big"), "kind": str(number) * size})
stored = 0
try:
    while True:
        put(stored, 20_000)
        stored += 1
except GiroError as error:
    print(type(error).__name__, error.message.key)
with engines.reading() as connection:
    print(connection.execute(text("SELECT count(*) FROM sync_log")).scalar() == stored > 0)
    print(connection.exec_driver_sql("PRAGMA integrity_check").scalar())
engines.close()
"""

MIGRATE_WITHOUT_ROOM = """
import shutil, sys
from pathlib import Path
from cockpit.data import sqlite
from cockpit.data.startup import open_database
from cockpit.data.url import SqliteFile
from cockpit.domain.errors import GiroError
folder = Path(sys.argv[1])
path = folder / "giro.db"
shutil.copy(sys.argv[2], path)
sqlite.connect(path).close()
before = path.read_bytes()
room = shutil.disk_usage(folder).free - int(sys.argv[3])
(folder / "filling").write_bytes(bytes(max(room, 0)))
try:
    open_database(SqliteFile(path))
except GiroError as error:
    print(type(error).__name__, error.message.key)
print(path.read_bytes() == before, list((folder / "backups").glob("*.part*")))
(folder / "filling").unlink()
open_database(SqliteFile(path)).close()
print("opened")
"""


@pytest.mark.skipif(not can_mount(), reason="may not mount a small disk; max_page_count stands in")
def test_a_full_disk_loses_nothing_that_was_told_saved(tmp_path: Path) -> None:
    said = run_on_small_disk(FILL_WHILE_LOGGING, tmp_path)
    assert said == ["StorageFullError error.disk_full", "True", "ok"]


@pytest.mark.skipif(not can_mount(), reason="may not mount a small disk; max_page_count stands in")
@pytest.mark.parametrize("room", [100_000, 600_000])
def test_a_migration_without_room_leaves_the_old_database(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, room: int
) -> None:
    old = tmp_path_factory.mktemp("old") / "giro.db"
    migrate(f"sqlite:///{old}", "0006")
    said = run_on_small_disk(MIGRATE_WITHOUT_ROOM, tmp_path, str(old), str(room))
    assert said == ["StorageFullError error.disk_full", "True []", "opened"]


def test_a_full_file_is_told_and_the_unit_undone(tmp_path: Path) -> None:
    engines = open_database(SqliteFile(tmp_path / "giro.db"))

    @event.listens_for(engines.writer, "begin")
    def _limit(connection: object) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()  # type: ignore[attr-defined]
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

    insert = text("INSERT INTO sync_log (id, kind, noted_at) "
                  "VALUES (x'00', :kind, '2026-03-02 12:00:00.000000')")  # fmt: skip
    with told("disk_full", StorageFullError), engines.writing() as connection:
        connection.execute(insert, {"kind": "x" * 1_000_000})
    with engines.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM sync_log")).scalar() == 0
    engines.close()


def test_a_locked_file_is_told_after_waiting(
    sqlite_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = tuple(
        "PRAGMA busy_timeout = 50" if "busy_timeout" in one else one for one in sqlite._PRAGMAS
    )
    monkeypatch.setattr(sqlite, "_PRAGMAS", short)
    engines, other = (open_database(SqliteFile(sqlite_file)) for _ in range(2))
    with other.writing():
        with told("database_locked", DatabaseBusyError), engines.writing():
            pass
        with engines.reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM users")).scalar() == 0
    with engines.writing():
        pass
    for one in (engines, other):
        one.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders have no such permission")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    """As a user without privileges, since nothing is read-only for root."""
    script = (
        "import os, sys\n"
        "from cockpit.data.startup import open_database\n"
        "from cockpit.data.url import parse_address\n"
        "from cockpit.domain.errors import GiroError\n"
        # All modules are loaded first: nobody else may read a clone in root's own folder.
        "open_database(parse_address(sys.argv[2])).close()\n"
        "if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        "try: open_database(parse_address(sys.argv[1]))\n"
        "except GiroError as error: print(error.message.key)\n"
    )
    folder = tmp_path / "protegida"
    folder.mkdir()
    for parent in (folder, *folder.parents):
        if parent.owner() == folder.owner() and str(parent).startswith("/tmp/pytest"):
            parent.chmod(0o755)
    existing = folder / "giro.db"
    open_database(SqliteFile(existing)).close()
    existing.chmod(0o444)
    folder.chmod(0o555)
    answers = [
        subprocess.run([sys.executable, "-c", script, str(path), str(tmp_path / "first.db")],
                       capture_output=True, text=True, cwd=ROOT, check=False).stdout.strip()
        for path in (folder / "new.db", existing)
    ]  # fmt: skip
    folder.chmod(0o755)
    assert answers[0] == "error.database_cannot_open"
    assert answers[1] in {"error.database_read_only", "error.database_cannot_open"}


def test_a_file_that_is_damaged_later_is_told(sqlite_file: Path) -> None:
    engines = open_database(SqliteFile(sqlite_file))
    engines.close()
    content = bytearray(sqlite_file.read_bytes())
    content[4096 * 2 :] = b"\xff" * (len(content) - 4096 * 2)
    sqlite_file.write_bytes(content)
    broken = connect_to(SqliteFile(sqlite_file))
    with told("database_damaged"), broken.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM customers ORDER BY legal_name").all()
    broken.close()


def test_a_file_that_was_replaced_takes_no_more_words(sqlite_file: Path) -> None:
    engines = open_database(SqliteFile(sqlite_file))
    count = "SELECT count(*) FROM customers"
    with engines.reading() as connection:
        connection.exec_driver_sql(count)
    aside = sqlite_file.with_suffix(".aside")
    sqlite_file.rename(aside)
    for unit in (engines.reading, engines.writing, engines.reading):
        with told("database_moved"), unit() as connection:
            connection.exec_driver_sql(count)
    assert not sqlite_file.exists()
    sqlite_file.write_bytes(aside.read_bytes())
    with told("database_moved"), engines.writing() as connection:
        connection.exec_driver_sql(count)
    aside.replace(sqlite_file)
    with engines.writing() as connection:
        connection.exec_driver_sql(count)
    engines.close()


def with_changes(url: str, **parts: object) -> PostgresqlServer:
    address = parse_address(url)
    assert isinstance(address, PostgresqlServer)
    return PostgresqlServer(address.url.set(**parts))  # type: ignore[arg-type]


@pytest.fixture
def guarded(postgres_server: PostgresServer) -> None:
    """Ask the user ``carla`` for a password."""
    rules = postgres_server.folder / "data" / "pg_hba.conf"
    kept = rules.read_text()
    if "carla" not in kept:
        rules.write_text(f"local all carla scram-sha-256\n{kept}")
        with psycopg.connect(
            host=postgres_server.host, user="postgres", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute("CREATE ROLE carla LOGIN PASSWORD 'certa'")
            connection.execute("SELECT pg_reload_conf()")


def wait_for_guard(server: PostgresServer) -> None:
    """Return once the server has read its new rules."""
    while True:
        try:
            psycopg.connect(
                host=server.host, user="carla", dbname="postgres", password="errada"
            ).close()
        except psycopg.OperationalError:
            return


@pytest.mark.usefixtures("guarded")
def test_a_wrong_password_is_told_without_it(
    postgres_server: PostgresServer, postgres_url: str
) -> None:
    wait_for_guard(postgres_server)
    for password in ("s3gr3d0", None):
        with pytest.raises(DatabaseError) as caught:
            open_database(with_changes(postgres_url, username="carla", password=password))
        assert caught.value.message.key == "error.server_password"
        assert "s3gr3d0" not in f"{caught.value.message} {caught.value.__cause__}"


def test_an_unknown_database_is_told(postgres_url: str) -> None:
    with told("server_unknown_database"):
        open_database(with_changes(postgres_url, database="nada"))


@pytest.mark.parametrize("host", ["127.0.0.1", "/nada"])
def test_a_missing_server_is_told(host: str) -> None:
    with told("server_missing"):
        open_database(parse_address(f"postgresql://ana@/giro?host={host}&port=1"))


def test_a_statement_that_takes_too_long_is_told(postgres_url: str) -> None:
    engines = open_database(parse_address(postgres_url))
    with told("server_slow", DatabaseBusyError), engines.reading() as connection:
        connection.exec_driver_sql("SET LOCAL statement_timeout = 20")
        connection.exec_driver_sql("SELECT pg_sleep(30)")
    engines.close()


def test_a_lost_connection_is_told_and_mended_by_the_next_unit(postgres_url: str) -> None:
    engines = open_database(parse_address(postgres_url))
    other = connect_to(parse_address(postgres_url))
    with told("server_connection_lost"), engines.writing() as connection:
        own = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
        with other.writing() as killer:
            killer.execute(text("SELECT pg_terminate_backend(:own, 5000)"), {"own": own})
        connection.exec_driver_sql("SELECT 1")
    with engines.reading() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    for one in (engines, other):
        one.close()


def test_missing_permission_is_told(postgres_server: PostgresServer, postgres_url: str) -> None:
    engines = open_database(parse_address(postgres_url))
    with told("server_no_permission"), engines.writing() as connection:
        connection.exec_driver_sql("SET LOCAL ROLE pg_monitor")
        connection.exec_driver_sql("SELECT * FROM customers")
    engines.close()


def test_waiting_for_another_migration_ends_with_the_usual_limits(engines: Engines) -> None:
    ask = "PRAGMA busy_timeout" if engines.is_sqlite else "SHOW statement_timeout"
    with engines.writer.connect() as connection:
        with _patient(connection):
            patient = connection.connection.cursor().execute(ask).fetchone()[0]
            connection.connection.rollback()
        usual = connection.connection.cursor().execute(ask).fetchone()[0]
        connection.connection.rollback()
    assert (patient, usual) == ((120_000, 5000) if engines.is_sqlite else ("0", "1min"))
