"""Kill imports at random moments, let others go on with them, and compare the databases.

Usage: python scripts/kill_imports.py [--kills 200] [--seed 1]

Each round imports the same files into a copy of the same database, with one program or with two at
once, kills them some times at a random moment (SIGKILL), then lets one come to its end. The tables
must hold what they hold after an import that nobody disturbed, and every line must be counted once.
Exit code 1 says that one round differed. Needs a system with fork.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cockpit.app.options import Options  # noqa: E402 - found by the line above
from cockpit.app.paths import Paths  # noqa: E402
from cockpit.app.wiring import open_session  # noqa: E402
from cockpit.imports import reader, table_file  # noqa: E402, F401 - loaded before any fork
from cockpit.imports.nfe import invoice_file  # noqa: E402
from tests.support.many_kinds import write_all_kinds  # noqa: E402
from tests.support.table_snapshot import Snapshot, differences, snapshot  # noqa: E402

#: Everything that an import stores or that follows from it.
TABLES = (
    "companies", "users", "segments", "regions", "customers", "contact_persons", "phones",
    "customer_blocks", "products", "orders", "order_items", "receivables", "quotes", "contacts",
    "customer_statistics",
)  # fmt: skip
#: Small batches, so that a small file has many moments at which something is half done.
LINES_PER_BATCH = 150
DOCUMENTS_PER_BATCH = 10
#: A program that is killed so often in one round has hardly any import left to be killed in.
MOST_KILLS = 5
_SHOWN = 20


@dataclass(frozen=True)
class Counted:
    """What the database says of one import."""

    kind: str
    state: str
    new: int
    changed: int
    unchanged: int
    flagged: int
    rejected: int
    batches: int


@dataclass(frozen=True)
class Case:
    """A database before an import, the files, and what has to come of it.

    Attributes:
        known: How many imports the database has before.
        seconds: How long an import takes that nobody disturbs.
    """

    name: str
    before: Path
    files: tuple[Path, ...]
    known: int
    expected: Snapshot
    imports: list[Counted]
    seconds: float


def main() -> int:
    """Run the rounds; return 1 when one of them differed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)  # noqa: S311 - keeps no secret
    table_file.MOST_ORDERS = table_file.MOST_RECORDS = LINES_PER_BATCH
    invoice_file.BATCH_SIZE = DOCUMENTS_PER_BATCH
    with tempfile.TemporaryDirectory() as folder:
        cases = _cases(Path(folder), chosen.seed)
        kills = rounds = 0
        while kills < chosen.kills:
            case = cases[rounds % len(cases)]
            killed, trouble = _round(case, Path(folder), chance, chosen.kills - kills)
            kills += killed
            rounds += 1
            for line in trouble[:_SHOWN]:
                sys.stdout.write(f"round {rounds} ({case.name}): {line}\n")
            if trouble:
                return 1
    sys.stdout.write(f"{kills} kills in {rounds} rounds: every database as if undisturbed\n")
    return 0


def _cases(folder: Path, seed: int) -> list[Case]:
    """Return a first import, and one of changed files on top of it."""
    empty = folder / "empty.db"
    _forked(empty, ())
    first = write_all_kinds(folder / "first", seed=seed)
    second = write_all_kinds(folder / "second", seed=seed, is_changed=True)
    cases = [_case("first", empty, first, folder)]
    return [*cases, _case("second", folder / "after-first.db", second, folder)]


def _case(name: str, before: Path, files: tuple[Path, ...], folder: Path) -> Case:
    after = folder / f"after-{name}.db"
    shutil.copy(before, after)
    start = time.perf_counter()
    _forked(after, files)
    seconds = time.perf_counter() - start
    known = len(_imports(before))
    return Case(name, before, files, known, snapshot(after, TABLES), _imports(after), seconds)


def _round(case: Case, folder: Path, chance: random.Random, most: int) -> tuple[int, list[str]]:
    """Return how many programs were killed, and what was wrong afterwards."""
    database = folder / "round.db"
    for suffix in ("", "-wal", "-shm"):
        Path(f"{database}{suffix}").unlink(missing_ok=True)
    shutil.copy(case.before, database)
    kills = 0
    for _ in range(min(chance.randint(1, MOST_KILLS), most)):
        programs = [_fork(database, case.files) for _ in range(chance.choice((1, 1, 2)))]
        time.sleep(chance.uniform(0, case.seconds))
        # One of two may go on alone.
        doomed = programs[: chance.randint(1, len(programs))]
        for program in doomed:
            os.kill(program, signal.SIGKILL)
        for program in programs:
            _, status = os.waitpid(program, 0)
            kills += os.WIFSIGNALED(status)
            if os.WIFEXITED(status) and os.waitstatus_to_exitcode(status):
                return kills, [f"a program ended with {os.waitstatus_to_exitcode(status)}"]
    _forked(database, case.files)
    trouble = differences(case.expected, snapshot(database, TABLES))
    return kills, trouble + _miscounted(case, _imports(database))


def _miscounted(case: Case, imports: list[Counted]) -> list[str]:
    """Return what is wrong with the counts of the imports.

    The first import of each kind has every line once; one that began when that was over has nothing
    new.
    """
    wrong = [f"{one.kind} is {one.state}" for one in imports if one.state != "done"]
    first: dict[str, Counted] = {}
    for one in imports[case.known :]:
        if one.kind not in first:
            first[one.kind] = one
        elif one.new:
            wrong.append(f"{one.kind} brought something twice: {one}")
    expected = {one.kind: one for one in case.imports[case.known :]}
    return wrong + [f"{first.get(kind)} is not {one}" for kind, one in expected.items()
                    if first.get(kind) != one]  # fmt: skip


def _imports(database: Path) -> list[Counted]:
    """Return all imports, the first ones first."""
    connection = sqlite3.connect(database)
    try:
        rows = connection.execute(
            "SELECT kind, state, new_rows, changed_rows, unchanged_rows, flagged_rows,"
            " rejected_rows, batches_done FROM imports ORDER BY started_at, id"
        ).fetchall()
    finally:
        connection.close()
    return [Counted(*row) for row in rows]


def _forked(database: Path, files: tuple[Path, ...]) -> None:
    """Import files, or only make the database, in a program of its own that nobody kills."""
    _, status = os.waitpid(_fork(database, files), 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"an import failed: see {Paths.of_user().logs}")


def _fork(database: Path, files: tuple[Path, ...]) -> int:
    """Begin such a program and return its number."""
    program = os.fork()
    if program:
        return program
    code = 1
    try:
        with open_session(Options(database=str(database)), Paths.of_user()) as session:
            if files:
                session.importing.run(files, origin="terminal")
        code = 0
    except BaseException:  # noqa: BLE001 - it is shown, and the program ends here
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
