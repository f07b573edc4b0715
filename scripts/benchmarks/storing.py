"""Import files into the database of a company that has its customers, beside bare bulk inserts."""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import fastexcel

from scripts.bench_support import aligned, alternate_told, seconds, table
from scripts.benchmarks.children import ROOT, command, environment
from scripts.benchmarks.import_files import (
    OrdersPlan,
    write_customers_csv,
    write_orders_csv,
    write_orders_xlsx,
)
from scripts.benchmarks.storing_databases import Databases, EmbeddedFiles, Server

_HEADER = (
    "", "wall", "CPU", "server's CPU", "longest batch", "end", "peak memory", "ratio",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoringPlan:
    """How much is stored.

    Attributes:
        orders: Lines of the text file.
        rows: Rows of the spreadsheet.
        customers: Different customers in each of them.
        day_orders: Lines of one more day's file.
        day_customers: Different customers in it.
        pairs: Counted turns of the text file; none is left uncounted, as one takes minutes.
        sheet_pairs: Counted turns of the spreadsheet.
    """

    orders: int = 3_000_000
    rows: int = 100_000
    customers: int = 100_000
    day_orders: int = 2_000
    day_customers: int = 1_500
    pairs: int = 1
    sheet_pairs: int = 3


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing a file took, a line of the table.

    Attributes:
        name: What was stored.
        seconds: From begin to end, per turn.
        cpu: Processor time of the program, per turn.
        server_cpu: Processor time of the server, per turn; zero for an embedded file.
        peaks: Highest memory of the program in MiB, per turn.
        longest: The longest batch in seconds, per turn; empty for the bare insert.
        ends: Closing the import in seconds, per turn; empty for the bare insert.
    """

    name: str
    seconds: tuple[float, ...]
    cpu: tuple[float, ...]
    server_cpu: tuple[float, ...]
    peaks: tuple[float, ...]
    longest: tuple[float, ...] = ()
    ends: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a company."""

    customers: Path
    orders: Path
    day: Path
    sheet: Path


def print_storing(plan: StoringPlan) -> None:
    """Measure both engines, each on copies of a database that has the customers."""
    with tempfile.TemporaryDirectory(prefix="giro-bench-") as temporary:
        folder = Path(temporary)
        files = write_files(folder, plan)
        for databases in (EmbeddedFiles(folder), Server()):
            with databases.opened():
                _Engine(databases, files, plan, folder).print_all()


def write_files(folder: Path, plan: StoringPlan) -> Files:
    """Write all files of a plan."""
    past = OrdersPlan(orders=plan.orders, customers=plan.customers)
    day = replace(
        past,
        orders=plan.day_orders,
        customers=min(plan.day_customers, plan.customers),
        first_number=past.first_number + plan.orders,
        first_on=past.first_on + timedelta(days=past.days),
        days=1,
        seed=past.seed + 1,
    )
    sheet = replace(past, orders=plan.rows, is_whole=True)
    return Files(
        write_customers_csv(folder / "clientes.csv", past),
        write_orders_csv(folder / "pedidos.csv", past),
        write_orders_csv(folder / "dia.csv", day),
        write_orders_xlsx(folder / "pedidos.xlsx", sheet),
    )


def stored_table(lines: Sequence[Stored]) -> str:
    """Return what storing took as aligned lines; the ratio is to the line above, in wall time."""
    rows = [_HEADER]
    for above, one in zip([None, *lines], lines, strict=False):
        ratio = "" if above is None else f"x {_ratio(one, above):.2f}"
        rows.append((
            one.name, _seconds(one.seconds), _seconds(one.cpu),
            _seconds(one.server_cpu) if any(one.server_cpu) else "",
            _seconds(one.longest), _seconds(one.ends),
            f"{statistics.median(one.peaks):.0f} MiB", ratio,
        ))  # fmt: skip
    return aligned(rows)


def _ratio(one: Stored, other: Stored) -> float:
    """Return the median of one over the other, turn by turn."""
    pairs = zip(one.seconds, other.seconds, strict=True)
    return statistics.median(mine / theirs for mine, theirs in pairs)


def _seconds(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.2f} s" if values else ""


@dataclass(frozen=True, slots=True)
class _Engine:
    """One engine that is measured; ``home`` is the user's folder of the programs."""

    databases: Databases
    files: Files
    plan: StoringPlan
    home: Path

    def print_all(self) -> None:
        """Measure it, each time on a copy of one database with the customers."""
        name, plan = self.databases.name, self.plan
        template = self.databases.made()
        self._run(["import", str(self.files.customers)], template)
        print(
            f"\n{name}: {plan.orders:,} orders of {plan.customers:,} known customers, CSV; "
            "reference: a bare bulk insert; each ratio is to the line above"
        )
        turns = [self._turn(template) for _ in range(plan.pairs)]
        names = ("bare", "ours, into an empty order book", "ours, the same file again")
        columns = zip(*(reports for reports, _ in turns), strict=True)
        print(stored_table([_stored(one, of) for one, of in zip(names, columns, strict=True)]))
        day = statistics.median(taken for _, taken in turns)
        print(
            f"one more day, {plan.day_orders:,} orders: {day:.2f} s "
            "(the program from its start, with statistics)"
        )
        print("\nThe program from its start, with statistics; reference: the sheet's cells alone")
        outcome = alternate_told(
            f"{name}: {plan.rows:,} x 11 orders, XLSX (fastexcel)",
            partial(self._import_sheet, template),
            partial(seconds, partial(_read_sheet, self.files.sheet)),
            pairs=plan.sheet_pairs,
        )
        print(table([outcome]))

    def _turn(self, template: str) -> tuple[list[dict[str, float]], float]:
        """Measure bare, ours and ours again; and the seconds of a day's file after that."""
        with self.databases.copied(template) as url:
            reports = [self._report("bare", url)]
        with self.databases.copied(template) as url:
            # Nobody joins an import that came to its end: the same file is another one.
            reports += [self._report("ours", url) for _ in range(2)]
            self._run(["cycle", "refresh"], url)
            taken = seconds(lambda: self._run(["import", str(self.files.day)], url))
        return reports, taken

    def _report(self, way: str, url: str) -> dict[str, float]:
        """Run one measured program; return its figures."""
        used = self.databases.cpu()
        done = subprocess.run(
            command("import_storing", way, url, str(self.files.orders)),
            cwd=ROOT,
            env=environment(self.home),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        report: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        if report["taken"] != self.plan.orders:
            raise AssertionError(report)
        return report | {"server_cpu": self.databases.cpu() - used}

    def _import_sheet(self, template: str) -> float:
        with self.databases.copied(template) as url:
            return seconds(lambda: self._run(["import", str(self.files.sheet)], url))

    def _run(self, words: Sequence[str], url: str) -> None:
        """Run the program itself."""
        subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *words, "--database", url],
            env=environment(self.home),
            stdout=subprocess.DEVNULL,
            check=True,
        )


def _stored(name: str, reports: Sequence[dict[str, float]]) -> Stored:
    columns = {key: tuple(report[key] for report in reports) for key in reports[0]}
    return Stored(
        name,
        columns["seconds"],
        columns["cpu"],
        columns["server_cpu"],
        columns["peak_mebibytes"],
        columns.get("longest_batch", ()),
        columns.get("end", ()),
    )


def _read_sheet(path: Path) -> None:
    fastexcel.read_excel(path).load_sheet(0).to_arrow()
