"""Whatever a user gets wrong: one clear sentence, exit code 2, nothing lost, no traceback."""

import json
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from tests.support.postgres import PostgresServer
from tests.support.program import run_giro
from tests.support.small_disk import SmallDisk

CUSTOMERS = "codigo;razao_social\n1;Loja do Porto\n"


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    path = tmp_path / "clientes.csv"
    path.write_text(CUSTOMERS, encoding="utf-8")
    return path


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """Return the one sentence with which the program refused."""
    assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
    sentences = done.stderr.splitlines()
    assert len(sentences) == 1, done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert sentences[0].endswith(".")
    return sentences[0]


def test_unknown_option(tmp_path: Path) -> None:
    assert "--colour" in refused(run_giro("--colour", home=tmp_path))


def test_missing_file(tmp_path: Path) -> None:
    assert "fantasma.csv" in refused(run_giro("import", "fantasma.csv", home=tmp_path))


def test_binary_file_as_csv(tmp_path: Path) -> None:
    binary = tmp_path / "foto.csv"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    assert "foto.csv" in refused(run_giro("import", str(binary), home=tmp_path))


def test_one_bad_file_stops_the_import_before_anything_is_written(
    tmp_path: Path, customers: Path
) -> None:
    refused(run_giro("import", str(customers), "fantasma.csv", home=tmp_path))
    assert run_giro("worklist", "--format", "json", home=tmp_path).stdout == "[]\n"


@pytest.mark.parametrize(
    "url",
    ["mysql://u:segredo@h/d", "postgresql://", "postgresql://u:segredo@h:port/d", "sqlite:/x"],
)
def test_broken_url_is_refused_without_repeating_its_password(tmp_path: Path, url: str) -> None:
    assert "segredo" not in refused(run_giro("worklist", "--database", url, home=tmp_path))


def test_server_that_is_not_there(tmp_path: Path) -> None:
    url = "postgresql://giro:segredo@127.0.0.1:1/giro"
    assert "segredo" not in refused(run_giro("worklist", "--database", url, home=tmp_path))


def test_wrong_password(tmp_path: Path, postgres_server: PostgresServer) -> None:
    url = postgres_server.password_url("outra-senha")
    answer = refused(run_giro("worklist", "--database", url, home=tmp_path))
    assert "senha" in answer
    assert "outra-senha" not in answer


def test_file_that_is_no_database(tmp_path: Path) -> None:
    other = tmp_path / "notas.db"
    other.write_text("isto é um texto " * 400, encoding="utf-8")
    refused(run_giro("worklist", "--database", str(other), home=tmp_path))
    assert other.read_text(encoding="utf-8").startswith("isto é um texto")


def test_database_of_another_program(tmp_path: Path) -> None:
    other = tmp_path / "outro.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE notes (text TEXT)")
        connection.execute("INSERT INTO notes VALUES ('keep')")
    connection.close()
    refused(run_giro("worklist", "--database", str(other), home=tmp_path))
    connection = sqlite3.connect(other)
    assert connection.execute("SELECT text FROM notes").fetchall() == [("keep",)]
    connection.close()


def test_database_of_a_newer_version(tmp_path: Path, customers: Path) -> None:
    assert run_giro("import", str(customers), home=tmp_path).returncode == 0
    connection = sqlcipher.connect(str(tmp_path / "giro.db"))
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    refused(run_giro("worklist", home=tmp_path))
    connection = sqlcipher.connect(str(tmp_path / "giro.db"))
    assert connection.execute("SELECT count(*) FROM customers").fetchone() == (1,)
    connection.close()


def test_locked_database(tmp_path: Path, customers: Path) -> None:
    assert run_giro("worklist", home=tmp_path).returncode == 0
    holder = sqlcipher.connect(str(tmp_path / "giro.db"), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        refused(run_giro("import", str(customers), home=tmp_path))
    finally:
        holder.execute("ROLLBACK")
        holder.close()
    assert run_giro("import", str(customers), home=tmp_path).returncode == 0


def test_home_that_is_a_file(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.touch()
    assert "GIRO_HOME" in refused(run_giro("worklist", home=place))


@pytest.mark.parametrize("size", ["16k", "256k", "1m"])
def test_disk_too_small_to_begin_with(
    customers: Path, small_disk: Callable[[str], SmallDisk], size: str
) -> None:
    refused(run_giro("import", str(customers), home=small_disk(size).path))


def test_disk_that_fills_up_in_the_middle_keeps_what_was_saved(
    tmp_path: Path, customers: Path, small_disk: Callable[[str], SmallDisk]
) -> None:
    disk = small_disk("12m")
    assert run_giro("import", str(customers), home=disk.path).returncode == 0
    disk.fill()
    many = tmp_path / "muitos.csv"
    lines = (f"{number};Loja {'x' * 200} {number}" for number in range(100, 5_000))
    many.write_text("codigo;razao_social\n" + "\n".join(lines), encoding="utf-8")
    refused(run_giro("import", str(many), home=disk.path))
    disk.empty()
    listed = run_giro("worklist", "--format", "json", home=disk.path)
    assert [row["name"] for row in json.loads(listed.stdout)] == ["Loja do Porto"]
    assert run_giro("import", str(many), home=disk.path).returncode == 0


def test_read_only_folder(customers: Path, small_disk: Callable[[str], SmallDisk]) -> None:
    disk = small_disk("12m")
    assert run_giro("import", str(customers), home=disk.path).returncode == 0
    disk.set_read_only()
    refused(run_giro("import", str(customers), home=disk.path))


def test_read_only_database_elsewhere(
    tmp_path: Path, customers: Path, small_disk: Callable[[str], SmallDisk]
) -> None:
    disk = small_disk("12m")
    database = str(disk.path / "equipe.db")
    assert run_giro("import", str(customers), "--database", database, home=tmp_path).returncode == 0
    disk.set_read_only()
    refused(run_giro("import", str(customers), "--database", database, home=tmp_path))


def test_demo_on_a_full_disk_leaves_no_half_company(
    small_disk: Callable[[str], SmallDisk],
) -> None:
    disk = small_disk("6m")
    refused(run_giro("demo", home=disk.path))
    assert not (disk.path / "demo.db").exists()
