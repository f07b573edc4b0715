"""Whatever a user gets wrong: one clear sentence, exit code 2, nothing lost, no traceback."""

import json
import os
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from tests.support.postgres import PostgresServer
from tests.support.program import ROOT, run_giro, run_here
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
    assert "fantasma.csv" in refused(run_here("import", "fantasma.csv", home=tmp_path))


def test_binary_file_as_csv(tmp_path: Path) -> None:
    binary = tmp_path / "foto.csv"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    assert "foto.csv" in refused(run_here("import", str(binary), home=tmp_path))


def test_one_bad_file_stops_the_import_before_anything_is_written(
    tmp_path: Path, customers: Path
) -> None:
    refused(run_here("import", str(customers), "fantasma.csv", home=tmp_path))
    assert run_here("worklist", "--format", "json", home=tmp_path).stdout == "[]\n"


@pytest.mark.parametrize(
    "url",
    ["mysql://u:segredo@h/d", "postgresql://", "postgresql://u:segredo@h:port/d", "sqlite:/x"],
)
def test_broken_url_is_refused_without_repeating_its_password(tmp_path: Path, url: str) -> None:
    assert "segredo" not in refused(run_here("worklist", "--database", url, home=tmp_path))


def test_database_named_by_an_empty_variable_is_not_the_users_own(
    tmp_path: Path, customers: Path
) -> None:
    refused(run_here("import", str(customers), "--database", "", home=tmp_path))
    assert not (tmp_path / "giro.db").exists()


def test_links_that_lead_in_a_circle(tmp_path: Path) -> None:
    link = tmp_path / "giro.db"
    link.symlink_to(link.name)
    refused(run_here("worklist", "--database", str(link), home=tmp_path))


def test_line_breaks_and_commands_to_the_terminal_in_a_value(tmp_path: Path) -> None:
    answer = refused(run_here("worklist", "--status", "a\n\x1b[2Jb", home=tmp_path))
    assert "\x1b" not in answer


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_pipe_that_never_ends_as_csv(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "cano.csv")
    assert "cano.csv" in refused(run_here("import", str(tmp_path / "cano.csv"), home=tmp_path))
    assert "zero" in refused(run_here("import", "/dev/zero", home=tmp_path))


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "9999-12-31"])
def test_demo_company_on_a_day_outside_its_world(tmp_path: Path, day: str) -> None:
    refused(run_here("demo", "--as-of", day, home=tmp_path))
    assert not list(tmp_path.glob("*.db*"))


def test_fault_of_the_program_is_told_without_its_text(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import cockpit.app.wiring\n"
        "def fail(*_):\n    raise LookupError('Maria da Silva')\n"
        "cockpit.app.wiring.address_of = fail\n"
    )
    done = run_giro("worklist", home=tmp_path, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    log = (tmp_path / "logs" / "giro.log").read_text(encoding="utf-8")
    assert "LookupError" in log
    assert "Maria" not in log + done.stderr


def test_server_that_is_not_there(tmp_path: Path) -> None:
    refused(run_here("worklist", "--database", "postgresql://giro@127.0.0.1:1/giro", home=tmp_path))


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://giro:segredo@127.0.0.1:1/giro",
        "postgresql://giro@127.0.0.1:1/giro?password=segredo",
    ],
)
def test_password_in_the_address(tmp_path: Path, url: str) -> None:
    for words, more in ((("--database", url), {}), ((), {"GIRO_DATABASE_URL": url})):
        answer = refused(run_here("worklist", *words, home=tmp_path, **more))
        assert "troque-a" in answer
        assert "segredo" not in answer


def test_server_that_proves_nothing(tmp_path: Path) -> None:
    url = "postgresql://giro@servidor.invalid/giro?sslmode=require"
    assert "--insecure" in refused(run_here("worklist", "--database", url, home=tmp_path))


def test_server_that_nobody_prepared(tmp_path: Path, postgres_url: str) -> None:
    answer = refused(run_here("worklist", "--database", postgres_url, home=tmp_path))
    assert "server init" in answer


def test_wrong_password(tmp_path: Path, postgres_server: PostgresServer) -> None:
    url = postgres_server.guarded_url()
    answer = refused(
        run_here("worklist", "--database", url, home=tmp_path, PGPASSWORD="outra-senha")
    )
    assert "senha" in answer
    assert "outra-senha" not in answer


def test_file_that_is_no_database(tmp_path: Path) -> None:
    other = tmp_path / "notas.db"
    other.write_text("isto é um texto " * 400, encoding="utf-8")
    refused(run_here("worklist", "--database", str(other), home=tmp_path))
    assert other.read_text(encoding="utf-8").startswith("isto é um texto")


def test_database_of_another_program(tmp_path: Path) -> None:
    other = tmp_path / "outro.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE notes (text TEXT)")
        connection.execute("INSERT INTO notes VALUES ('keep')")
    connection.close()
    refused(run_here("worklist", "--database", str(other), home=tmp_path))
    connection = sqlite3.connect(other)
    assert connection.execute("SELECT text FROM notes").fetchall() == [("keep",)]
    connection.close()


def test_database_of_a_newer_version(tmp_path: Path, customers: Path) -> None:
    assert run_here("import", str(customers), home=tmp_path).returncode == 0
    connection = sqlcipher.connect(str(tmp_path / "giro.db"))
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    refused(run_here("worklist", home=tmp_path))
    connection = sqlcipher.connect(str(tmp_path / "giro.db"))
    assert connection.execute("SELECT count(*) FROM customers").fetchone() == (1,)
    connection.close()


def test_locked_database(tmp_path: Path, customers: Path) -> None:
    assert run_here("worklist", home=tmp_path).returncode == 0
    holder = sqlcipher.connect(str(tmp_path / "giro.db"), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        refused(run_giro("import", str(customers), home=tmp_path))
    finally:
        holder.execute("ROLLBACK")
        holder.close()
    assert run_here("import", str(customers), home=tmp_path).returncode == 0


def test_home_that_is_a_file(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.touch()
    assert "GIRO_HOME" in refused(run_here("worklist", home=place))


def test_log_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "logs" / "giro.log").mkdir(parents=True)
    assert "GIRO_HOME" in refused(run_here("worklist", home=tmp_path))


def test_home_of_somebody_unknown() -> None:
    assert "GIRO_HOME" in refused(run_here("worklist", home=Path("~ninguem-com-este-nome/giro")))


@pytest.mark.parametrize("size", ["16k", "256k", "1m"])
def test_disk_too_small_to_begin_with(
    customers: Path, small_disk: Callable[[str], SmallDisk], size: str
) -> None:
    refused(run_here("import", str(customers), home=small_disk(size).path))


def test_disk_that_fills_up_in_the_middle_keeps_what_was_saved(
    tmp_path: Path, customers: Path, small_disk: Callable[[str], SmallDisk]
) -> None:
    disk = small_disk("12m")
    assert run_here("import", str(customers), home=disk.path).returncode == 0
    disk.fill()
    many = tmp_path / "muitos.csv"
    lines = (f"{number};Loja {'x' * 200} {number}" for number in range(100, 5_000))
    many.write_text("\n".join(["codigo;razao_social", *lines, ""]), encoding="utf-8")
    refused(run_giro("import", str(many), home=disk.path))
    disk.empty()
    listed = run_here("worklist", "--format", "json", home=disk.path)
    assert [row["name"] for row in json.loads(listed.stdout)] == ["Loja do Porto"]
    assert run_here("import", str(many), home=disk.path).returncode == 0


def test_read_only_folder(customers: Path, small_disk: Callable[[str], SmallDisk]) -> None:
    disk = small_disk("12m")
    assert run_here("import", str(customers), home=disk.path).returncode == 0
    disk.set_read_only()
    refused(run_here("import", str(customers), home=disk.path))


def test_read_only_database_elsewhere(
    tmp_path: Path, customers: Path, small_disk: Callable[[str], SmallDisk]
) -> None:
    disk = small_disk("12m")
    database = str(disk.path / "equipe.db")
    assert run_here("import", str(customers), "--database", database, home=tmp_path).returncode == 0
    disk.set_read_only()
    refused(run_here("import", str(customers), "--database", database, home=tmp_path))


def test_demo_on_a_full_disk_leaves_no_half_company(
    small_disk: Callable[[str], SmallDisk],
) -> None:
    disk = small_disk("6m")
    refused(run_here("demo", home=disk.path))
    assert not (disk.path / "demo.db").exists()
