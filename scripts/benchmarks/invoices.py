"""NF-e files into an empty database: how many a second, beside bare reading and parsing."""

import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

from cockpit.app.paths import HOME_VARIABLE
from cockpit.domain.clock import SystemClock
from cockpit.imports.nfe import open_invoices
from scripts.bench_support import Contest, alternate, seconds, table
from tests.support.nfe_files import trade

_MAIN = Path(__file__).resolve().parents[2] / "main.py"


def print_invoices(count: int, *, pairs: int) -> None:
    """Measure invented invoices of some items each, in a folder of their own."""
    with tempfile.TemporaryDirectory(prefix="giro-bench-") as temporary:
        folder = Path(temporary) / "xml"
        folder.mkdir()
        for invoice in trade(count, customers=max(count // 10, 1)):
            (folder / f"{invoice.access_key}-procNFe.xml").write_bytes(invoice.xml())
        print(f"\n{count:,} NF-e files; reference: reading and parsing them with ElementTree")
        reading = Contest("into records", partial(_read, folder), partial(_parse, folder))
        print(table([alternate(reading, pairs=pairs)]))
        for name in ("into an empty database", "the same again"):
            taken = seconds(lambda: _import(folder, Path(temporary)))
            print(
                f"{name}: {count / taken:,.0f} files/s ({taken:.1f} s, with start and statistics)"
            )


def _read(folder: Path) -> None:
    for batch in open_invoices(folder, SystemClock()).batches():
        if len(batch.records) != batch.count:
            raise AssertionError


def _parse(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        ElementTree.fromstring(path.read_bytes())  # noqa: S314 - our own files


def _import(folder: Path, home: Path) -> None:
    subprocess.run(
        [sys.executable, str(_MAIN), "import", str(folder)],
        env=os.environ | {HOME_VARIABLE: str(home)},
        check=True,
        stdout=subprocess.DEVNULL,
    )
