"""Import files into batches of lines, beside the bare reading of the same files."""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import fastexcel
from pyarrow import csv

from cockpit.domain.clock import SystemClock
from cockpit.imports.reader import ImportFileReader
from scripts.bench_support import Contest, alternate, table
from scripts.benchmarks.children import ROOT
from scripts.benchmarks.import_files import OrdersPlan, write_orders_csv, write_orders_xlsx

_CHILD = (
    "import sys; from pathlib import Path;"
    "from scripts.bench_support import peak_mebibytes;"
    "from scripts.benchmarks.import_reading import read_batches;"
    "read_batches(Path(sys.argv[1]));"
    "print(peak_mebibytes())"
)


@dataclass(frozen=True, slots=True)
class ReadingPlan:
    """How large the files are.

    Attributes:
        orders: Lines of the text file.
        rows: Rows of the spreadsheet.
        customers: Different customers in each of them.
        pairs: Counted turns of each reading.
    """

    orders: int = 3_000_000
    rows: int = 100_000
    customers: int = 100_000
    pairs: int = 3


def print_reading(plan: ReadingPlan) -> None:
    """Measure invented orders in a text file and in a spreadsheet."""
    text = OrdersPlan(orders=plan.orders, customers=plan.customers)
    sheet = OrdersPlan(orders=plan.rows, customers=plan.customers, is_whole=True)
    with tempfile.TemporaryDirectory(prefix="giro-bench-") as temporary:
        folder = Path(temporary)
        csv_file = write_orders_csv(folder / "pedidos.csv", text)
        xlsx_file = write_orders_xlsx(folder / "pedidos.xlsx", sheet)
        print("\nImport files understood line by line; reference: its cells alone")
        contests = [
            Contest(
                f"{plan.orders:,} orders, CSV (pyarrow)",
                partial(read_batches, csv_file), partial(_bare_text, csv_file),
            ),
            Contest(
                f"{plan.rows:,} x 11 orders, XLSX (fastexcel)",
                partial(read_batches, xlsx_file), partial(_bare_sheet, xlsx_file),
            ),
        ]  # fmt: skip
        print(table([alternate(one, pairs=plan.pairs) for one in contests]))
        print(f"peak memory of reading the CSV: {_peak_mebibytes(csv_file)} MiB")


def read_batches(path: Path) -> int:
    """Read a file as an import does; return its lines, none of which may be odd."""
    lines = 0
    for batch in ImportFileReader(SystemClock()).open(path).batches():
        if batch.records:
            raise AssertionError(batch.records[0])
        lines += batch.count
    return lines


def _bare_text(path: Path) -> None:
    csv.read_csv(
        path,
        read_options=csv.ReadOptions(encoding="cp1252"),
        parse_options=csv.ParseOptions(delimiter=";"),
        convert_options=csv.ConvertOptions(decimal_point=","),
    )


def _bare_sheet(path: Path) -> None:
    fastexcel.read_excel(path).load_sheet(0).to_arrow()


def _peak_mebibytes(path: Path) -> int:
    """Return what a program takes that does nothing but read a file (on Linux)."""
    words = [sys.executable, "-c", _CHILD, str(path)]
    done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return int(done.stdout)
