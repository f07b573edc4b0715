"""``cycle`` where there is nothing to say, or nobody to say it to."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import ROOT, environment, run_here


@pytest.mark.parametrize("action", ["score", "fit", "backtest", "histogram", "simulate"])
def test_a_database_without_customers_is_told_how_to_get_some(tmp_path: Path, action: str) -> None:
    more = ("--budget", "10%") if action == "simulate" else ()
    done = run_here("cycle", action, *more, home=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "import clientes.csv pedidos.csv" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such shell")
def test_an_output_that_is_closed_is_no_success(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("customer,date,value\nA,2024-01-01,5\n", encoding="utf-8")
    words = [sys.executable, str(ROOT / "main.py"), "cycle", "score", "--orders", str(path)]
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *words],
        env=environment(tmp_path / "home"),
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) >= 1
