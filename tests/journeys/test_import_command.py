"""``import`` as it is used on a server at night: exit codes, JSON, trials, mappings, undo."""

import csv
import hashlib
import json
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cockpit.domain.clock import DEFAULT_ZONE
from tests.support.program import run_giro, run_here

GOOD = "codigo;razao_social\n1;Loja do Porto\n2;Mercado São João\n"
ODD = "codigo;razao_social;telefone\n1;Loja do Porto;12\n;;\n2;Mercado;(11) 3555-0101\n"
ORDERS = "numero;cliente;data;valor\n10;1;02/03/2026;100,00\n11;9;03/03/2026;50,00\n"

#: The first start is shown elsewhere: here the home has its database, which takes most of a start.
pytestmark = pytest.mark.usefixtures("sqlite_file")


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="cp1252")
    return path


def content(home: Path) -> str:
    """Return a hash of everything that the database holds."""
    connection = sqlite3.connect(home / "giro.db")
    try:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        ).fetchall()
        rows = {
            name: sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"')))
            for (name,) in tables
        }
        return hashlib.sha256(repr(sorted(rows.items())).encode()).hexdigest()
    finally:
        connection.close()


def document(home: Path, *words: str) -> Any:
    done = run_here("import", *words, "--json", home=home)
    return {"code": done.returncode, **json.loads(done.stdout)}


def names(home: Path) -> list[str]:
    listed = run_here("worklist", "--format", "json", home=home)
    return sorted(row["name"] for row in json.loads(listed.stdout))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GOOD, 0),
        (ODD, 3),
        ("codigo;razao_social\n;\n;;\n", 2),
        ("codigo;razao_social;uf\n;;SP\n", 2),
    ],
    ids=["all taken", "some flagged or rejected", "no line at all", "every line rejected"],
)
def test_the_exit_code_says_how_much_was_taken(tmp_path: Path, text: str, code: int) -> None:
    done = run_here("import", str(write(tmp_path / "clientes.csv", text)), home=tmp_path)
    assert done.returncode == code, done.stdout + done.stderr
    assert done.stderr == "", "no progress where nobody watches"


def test_json_is_one_document_with_every_count_and_reason(tmp_path: Path) -> None:
    write(tmp_path / "clientes.csv", ODD)
    write(tmp_path / "pedidos.csv", ORDERS)
    files = [str(tmp_path / "pedidos.csv"), str(tmp_path / "clientes.csv")]
    done = run_giro("import", *files, "--json", home=tmp_path)
    found = json.loads(done.stdout)
    assert (done.returncode, found["dry_run"], found["cancelled"]) == (3, False, False)
    customers, orders = found["files"]
    assert (customers["kind"], customers["lines"], customers["new"]) == ("clientes", 2, 1)
    assert customers["reasons"] == [{"code": "phone_invalid", "verdict": "flagged", "lines": 1}]
    assert (orders["lines"], orders["new"], orders["rejected"]) == (2, 1, 1)
    (problem,) = orders["problems"]
    assert (problem["line"], problem["codes"]) == (3, ["customer_unknown"])
    assert "“9”" in problem["reasons"][0]


def test_a_trial_says_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "clientes.csv", GOOD)
    run_here("import", str(tmp_path / "clientes.csv"), home=tmp_path)
    write(tmp_path / "clientes.csv", GOOD.replace("Porto", "Cais") + "3;Nova\n")
    write(tmp_path / "pedidos.csv", ORDERS.replace(";9;", ";3;"))
    before = content(tmp_path)
    found = document(
        tmp_path, "--dry-run", str(tmp_path / "clientes.csv"), str(tmp_path / "pedidos.csv")
    )
    customers, orders = found["files"]
    assert found["dry_run"]
    assert (customers["new"], customers["changed"], customers["unchanged"]) == (1, 1, 1)
    assert (orders["new"], orders["rejected"]) == (2, 0), "the orders know the customer to come"
    assert content(tmp_path) == before
    told = run_here("import", "--dry-run", str(tmp_path / "clientes.csv"), home=tmp_path)
    assert "nada foi gravado" in told.stdout


def test_a_mapping_file_says_what_strange_columns_are(tmp_path: Path) -> None:
    strange = write(tmp_path / "export.txt", "Coluna A|Coluna B\n1|Loja do Porto\n")
    mapping = tmp_path / "mapa.json"
    columns = {"codigo": "Coluna A", "razao_social": "Coluna B"}
    mapping.write_text(
        json.dumps({"kind": "clientes", "columns": columns, "delimiter": "|"}), encoding="utf-8"
    )
    assert run_here("import", str(strange), home=tmp_path).returncode == 2
    done = run_here("import", str(strange), "--mapping", str(mapping), home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert names(tmp_path) == ["Loja do Porto"]


def test_the_kind_can_be_said(tmp_path: Path) -> None:
    done = run_here("import", "x.csv", "--kind", "fantasmas", home=tmp_path)
    assert (done.returncode, "clientes" in done.stderr) == (2, True)
    path = write(tmp_path / "x.csv", GOOD)
    found = document(tmp_path, str(path), "--kind", "clientes")
    assert (found["code"], found["files"][0]["kind"]) == (0, "clientes")


def test_problem_lines_come_back_in_the_files_form_and_can_be_corrected(tmp_path: Path) -> None:
    write(tmp_path / "clientes.csv", GOOD)
    orders = write(tmp_path / "pedidos.csv", ORDERS + "12;1;não sei;=2+3\n")
    saved = tmp_path / "problemas.csv"
    done = run_here(
        "import", str(tmp_path / "clientes.csv"), str(orders), "--problems", str(saved),
        home=tmp_path,
    )  # fmt: skip
    assert done.returncode == 3
    with saved.open(encoding="cp1252", newline="") as stream:
        header, first, second = csv.reader(stream, delimiter=";")
    assert header == ["numero", "cliente", "data", "valor", "motivo_do_aviso"]
    assert first[:4] == ["11", "9", "03/03/2026", "50,00"]
    assert first[4].startswith("não há cliente")
    assert second[3] == "'=2+3", "a spreadsheet must not take it for a formula"
    text = saved.read_text(encoding="cp1252")
    saved.write_text(
        text.replace("11;9;", "11;2;").replace("não sei", "04/03/2026").replace("'=2+3", "5,00"),
        encoding="cp1252",
    )
    again = document(tmp_path, str(saved))
    assert (again["code"], again["files"][0]["new"]) == (0, 2)


def test_problems_of_invoices_are_listed_but_not_to_be_corrected_there(tmp_path: Path) -> None:
    folder = tmp_path / "notas"
    folder.mkdir()
    for name in ("a.xml", "b.xml"):
        (folder / name).write_text("<outra/>", encoding="utf-8")
    saved = tmp_path / "p.csv"
    done = run_here("import", str(folder), "--problems", str(saved), home=tmp_path)
    assert saved.exists(), done.stdout + done.stderr
    assert str(saved) in done.stdout
    assert "Corrija" not in done.stdout


def test_a_file_of_problem_lines_never_replaces_another_file(tmp_path: Path) -> None:
    path = write(tmp_path / "clientes.csv", ODD)
    before = path.read_bytes()
    done = run_here("import", str(path), "--problems", str(path), home=tmp_path)
    assert (done.returncode, path.read_bytes()) == (2, before)
    assert "clientes.csv" in done.stderr


def test_history_names_each_import_and_undo_takes_one_back(tmp_path: Path) -> None:
    assert "Nada foi importado" in run_here("import", "--history", home=tmp_path).stdout
    run_here("import", str(write(tmp_path / "clientes.csv", GOOD)), home=tmp_path)
    line = run_here("import", "--history", home=tmp_path).stdout
    assert "clientes.csv (clientes): linhas 2; novas 2" in line
    assert "concluída" in line
    code = line.split(" ", 1)[0]
    undone = run_here("import", "--undo", code, home=tmp_path)
    assert (undone.returncode, "desfeita" in undone.stdout) == (0, True)
    assert names(tmp_path) == []
    assert "desfeita" in run_here("import", "--history", home=tmp_path).stdout
    assert run_here("import", "--undo", "last", home=tmp_path).returncode == 2


@pytest.mark.parametrize(
    "words",
    [("--dry-run",), ("--dry-run", "--json"), ("--problems", "p.csv"), ("--history",),
     ("--mapping", "m.json"), ("--kind", "clientes"), ("pedidos.csv",)],
)  # fmt: skip
def test_undo_with_anything_else_undoes_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    run_here("import", str(write(tmp_path / "clientes.csv", GOOD)), home=tmp_path)
    done = run_here("import", *words, "--undo", "last", home=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "nada foi desfeito" in done.stderr
    assert len(names(tmp_path)) == 2


def test_what_others_built_on_is_explained_and_left(tmp_path: Path) -> None:
    customers = write(tmp_path / "clientes.csv", GOOD)
    orders = write(tmp_path / "pedidos.csv", ORDERS)
    run_here("import", str(customers), home=tmp_path)
    run_here("import", str(orders), home=tmp_path)
    runs = json.loads(run_here("import", "--history", "--json", home=tmp_path).stdout)
    (first,) = [one["import"] for one in runs if one["kind"] == "clientes"]
    found = json.loads(run_here("import", "--undo", first, "--json", home=tmp_path).stdout)
    assert found["undone"] is False
    assert found["obstacles"]
    assert names(tmp_path) == ["Loja do Porto", "Mercado São João"]


@pytest.mark.parametrize(
    "words",
    [("import",), ("import", "--undo", "zzzz"), ("import", "--mapping", ""),
     ("import", "--dry-run", "--problems", "x.csv", "y.csv"),
     ("import", "--problems", "x.pdf", "y.csv")],
)  # fmt: skip
def test_what_makes_no_sense_gets_one_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run_here(*words, home=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def follow_ups(home: Path) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(home / "giro.db")
    try:
        return connection.execute(
            "SELECT kind, appointment_id IS NULL FROM order_follow_ups"
        ).fetchall()
    finally:
        connection.close()


def test_orders_are_followed_up_as_soon_as_they_are_imported(tmp_path: Path) -> None:
    today = datetime.now(DEFAULT_ZONE).date()
    called = "codigo;razao_social;telefone;uf\n1;Loja do Porto;(11) 3555-0101;SP\n"
    customers = write(tmp_path / "clientes.csv", called)
    day, promised = today - timedelta(days=20), today - timedelta(days=3)
    orders = write(
        tmp_path / "pedidos.csv",
        "numero;cliente;data;valor;entrega_prevista\n"
        f"9;1;{day - timedelta(days=90):%d/%m/%Y};100,00;\n"
        f"10;1;{day:%d/%m/%Y};100,00;{promised:%d/%m/%Y}\n",
    )
    document(tmp_path, str(customers), str(orders), "--dry-run")
    assert follow_ups(tmp_path) == []
    assert document(tmp_path, str(customers), str(orders))["code"] == 0
    assert ("late", 0) in follow_ups(tmp_path)
