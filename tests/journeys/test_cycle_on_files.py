"""Trying the engine on one's own order file, in a process of its own, as the README says."""

import csv
import io
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from tests.support.order_files import order_lines, write_orders
from tests.support.program import ROOT, environment, run_giro, run_here

CDNOW = ROOT / "tests" / "data" / "cdnow" / "orders.csv"


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_orders(tmp_path_factory.mktemp("orders") / "pedidos.csv", order_lines(100))


def test_a_file_is_scored_without_a_database_and_without_qt(tmp_path: Path, orders: Path) -> None:
    done = run_giro("cycle", "score", "--orders", str(orders), home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == 100
    assert rows[0]["explanation"].startswith("compra")
    assert [path.name for path in tmp_path.iterdir()] == ["logs"]
    again = run_giro("cycle", "score", "--orders", str(orders), home=tmp_path)
    assert again.stdout == done.stdout


def test_scoring_reads_no_code_of_qt_or_the_database(tmp_path: Path, orders: Path) -> None:
    program = (
        "import sys; from cockpit.app.cli import main; "
        f"main(['cycle', 'score', '--orders', {str(orders)!r}, '--output', 'scores.csv']); "
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment(tmp_path, PYTHONPATH=str(ROOT)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"PySide6", "sqlalchemy", "sqlcipher3", "models"} & set(done.stdout.split())


def test_the_readmes_example_works(tmp_path: Path, orders: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    example = (
        "cycle score --orders FILE --as-of 2024-06-30 --format parquet --output scores.parquet"
    )
    assert f"python main.py {example}" in readme
    target = tmp_path / "scores.parquet"
    words = example.replace("FILE", str(orders)).split()
    done = run_giro(*words, "--output", str(target), "--language", "en", home=tmp_path)
    assert done.returncode == 0
    assert "documents dated after 30/06/2024 were not believed" in done.stderr
    table = parquet.read_table(target)
    for column in table.column_names:
        assert f"| `{column}` |" in readme


def test_parquet_goes_through_a_pipe(tmp_path: Path, orders: Path) -> None:
    words = [sys.executable, str(ROOT / "main.py"), "cycle", "score", "--orders", str(orders)]
    done = subprocess.run(
        [*words, "--format", "parquet"], env=environment(tmp_path), capture_output=True, check=True
    )
    assert parquet.read_table(pa.BufferReader(done.stdout)).num_rows == 100


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("", "vazio"),
        ("customer,date,value\n", "só o cabeçalho"),
        ("customer,when,value\nA,2024-01-01,1\n", "falta a coluna date"),
        ("customer,date,value\nA,hoje,1\n", "linha 2"),
        ("customer,date,value\nA,0001-01-01,1\n", "desde 01/01/1980"),
        ("customer,date,value\nA,2024-01-01,0\n", "nenhuma compra"),
    ],
)
def test_a_file_that_cannot_be_used_gets_one_sentence(
    tmp_path: Path, content: str, part: str
) -> None:
    path = tmp_path / "x.csv"
    path.write_text(content, encoding="utf-8")
    done = run_here("cycle", "score", "--orders", str(path), home=tmp_path / "home")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert part in done.stderr


@pytest.mark.parametrize("name", [".", "missing.csv", "a\tb.parquet"])
def test_a_place_without_a_file_gets_one_sentence(tmp_path: Path, name: str) -> None:
    done = run_here("cycle", "score", "--orders", str(tmp_path / name), home=tmp_path / "home")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_the_published_parameters_come_out_of_the_command_line(tmp_path: Path) -> None:
    done = run_here(
        "cycle", "fit", "--orders", str(CDNOW), "--model", "bg_nbd", "--unit", "weeks",
        "--until", "1997-09-30", "--format", "json", home=tmp_path,
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert found["customer_count"] == 2357
    assert [round(one, 3) for one in found["parameters"].values()] == [0.243, 4.414, 0.793, 2.426]
    assert found["log_likelihood"] == pytest.approx(-9582.43, abs=0.01)


def test_a_files_own_fit_backtest_histogram_and_simulation(tmp_path: Path, orders: Path) -> None:
    file = ("--orders", str(orders))
    fit = json.loads(run_here("cycle", "fit", *file, "--format", "json", home=tmp_path).stdout)
    assert (fit["customer_count"], fit["is_published"]) == (100, False)
    backtest = run_here("cycle", "backtest", *file, "--language", "en", home=tmp_path)
    assert backtest.stdout.startswith("Predictions from 8 past days")
    histogram = run_here("cycle", "histogram", *file, home=tmp_path).stdout
    assert "dos intervalos ficam entre" in histogram
    tried = run_here(
        "cycle", "simulate", *file, "--at-risk-days", "20", "--format", "json", home=tmp_path
    )
    moves = json.loads(tried.stdout)["moves"]
    assert {move["after"] for move in moves} >= {"at_risk"}
    assert all(name.startswith("C0") for move in moves for name in move["customers"])


@pytest.fixture
def _heeded_signal() -> Iterator[None]:
    """Let programs that start heed Ctrl+C, also where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.usefixtures("_heeded_signal")
def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    path = write_orders(tmp_path / "many.csv", order_lines(1500) * 20)
    words = [sys.executable, str(ROOT / "main.py"), "cycle", "backtest", "--orders", str(path)]
    with subprocess.Popen(
        words,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        while not (tmp_path / "logs").exists():
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        output, errors = running.communicate(timeout=60)
    assert (running.returncode, output, errors) == (130, "", "")
