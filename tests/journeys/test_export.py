"""``export`` as it is typed: files that say what they hold, and clear sentences where it fails."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.program import run_giro, run_here
from tests.support.small_disk import SmallDisk

_CUSTOMERS = (
    "codigo;razao_social;cnpj_cpf;telefone;contato;observacao\n"
    "1;'=cmd|' /C calc'!A0;12.ABC.345/01DE-35;(11) 98765-4321 ramal 7;Zé;x\n"
    "007;Loja “do” Porto;;;;\n"
)
_ORDERS = (
    "numero;cliente;data;valor;tipo\n"
    "1;007;02/03/2026;1.234,56;venda\n"
    "2;1;03/03/2026;10,00;devolucao\n"
)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two customers and their orders, of which each test gets a copy."""
    folder = tmp_path_factory.mktemp("company")
    (folder / "clientes.csv").write_text(_CUSTOMERS, encoding="utf-8")
    (folder / "pedidos.csv").write_text(_ORDERS, encoding="utf-8")
    files = [str(folder / name) for name in ("clientes.csv", "pedidos.csv")]
    done = run_here("import", *files, home=folder / "home")
    assert done.returncode in {0, 3}, done.stderr
    return folder / "home"


@pytest.fixture
def home(company: Path, tmp_path: Path) -> Path:
    """The company's home."""
    return shutil.copytree(company, tmp_path / "home")


def test_chosen_tables_are_written_and_counted(home: Path, tmp_path: Path) -> None:
    done = run_giro("export", str(tmp_path / "out"), "--tables", "pedidos,clientes", home=home)

    assert done.returncode == 0, done.stderr
    assert [line.rpartition("/")[2] for line in done.stdout.splitlines()] == [
        "clientes.csv: linhas 2.",
        "pedidos.csv: linhas 2.",
    ]
    orders = (tmp_path / "out" / "pedidos.csv").read_text(encoding="utf-8-sig").splitlines()
    assert min(orders).startswith("1;007;02/03/2026;1234,56;;venda;")
    customers = (tmp_path / "out" / "clientes.csv").read_text(encoding="utf-8-sig")
    assert "\n1;'=cmd|' /C calc'!A0;" in customers
    assert "(11) 98765-4321 ramal 7" in customers


def test_what_is_exported_comes_back_as_it_was(home: Path, tmp_path: Path) -> None:
    for form in ("csv", "xlsx"):
        folder, other = tmp_path / form, tmp_path / f"home-{form}"
        assert run_here("export", str(folder), "--format", form, home=home).returncode == 0
        files = [str(folder / f"{name}.{form}") for name in ("clientes", "pedidos")]
        done = run_here("import", *files, "--json", home=other)
        assert done.returncode in {0, 3}, done.stderr
        lists = [
            json.loads(run_here("worklist", "--format", "json", home=one).stdout)
            for one in (home, other)
        ]
        for row in (row for one in lists for row in one):
            row.pop("customer_id", None)
        assert lists[0] == lists[1]
        assert any(row["name"].startswith("=cmd") for row in lists[1])


def test_numbers_of_closed_channels_leave_only_when_asked_for(home: Path, tmp_path: Path) -> None:
    wish = tmp_path / "silencio.csv"
    wish.write_text("codigo;razao_social;nao_contatar\n1;X;sim\n", "utf-8")
    assert run_here("import", str(wish), home=home).returncode in {0, 3}
    for words, count in (((), 0), (("--closed-contacts",), 1)):
        done = run_here("export", str(tmp_path / "out"), "--force", *words, home=home)
        assert done.returncode == 0, done.stderr
        text = (tmp_path / "out" / "clientes.csv").read_text(encoding="utf-8-sig")
        assert text.count("98765-4321") == count


def test_files_that_are_there_are_kept_unless_force_is_given(home: Path, tmp_path: Path) -> None:
    assert run_here("export", str(tmp_path / "out"), home=home).returncode == 0
    refused = run_here("export", str(tmp_path / "out"), home=home)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert run_here("export", str(tmp_path / "out"), "--force", home=home).returncode == 0


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--tables", "pedidos,nfe"), "nfe"),
        (("--format", "pdf"), "pdf"),
        (("--tabelas", "pedidos"), "--tabelas"),
    ],
)
def test_what_cannot_be_exported_is_said(
    home: Path, tmp_path: Path, words: tuple[str, ...], part: str
) -> None:
    done = run_here("export", str(tmp_path / "out"), *words, home=home)

    assert done.returncode == 2
    assert part in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_folders_place_is_said(home: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    done = run_here("export", str(tmp_path / "out"), home=home)

    assert done.returncode == 2
    assert str(tmp_path / "out") in done.stderr


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_full_disk_leaves_no_half_file(
    home: Path, small_disk: Callable[[str], SmallDisk], form: str
) -> None:
    disk = small_disk("1m")
    disk.fill()
    done = run_giro("export", str(disk.path / "out"), "--format", form, home=home)

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not [path for path in disk.path.rglob("*") if path.suffix in {".csv", ".xlsx", ".part"}]
