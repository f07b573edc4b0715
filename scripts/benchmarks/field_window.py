"""The window on a laptop's file under its cipher, held to what the window is held to elsewhere."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import keyring
from PySide6.QtWidgets import QApplication

from cockpit.app.application import make_application
from cockpit.app.arguments import parse
from cockpit.app.field.kept_key import SERVICE, name_in_keyring
from cockpit.app.field.setup import set_up
from cockpit.app.paths import Paths
from scripts.bench_support import milliseconds, table
from scripts.benchmarks.calls import calls_text
from scripts.benchmarks.children import (
    OFFSCREEN,
    ROOT,
    Portfolio,
    command,
    environment,
    run_to_report,
)
from scripts.benchmarks.field_company import FieldCompany
from scripts.benchmarks.field_sync import measure_synchronising
from scripts.benchmarks.first_paint import PAINTED
from scripts.benchmarks.start_up import StartUp, stage_table
from scripts.benchmarks.upkeep import wait_table
from scripts.benchmarks.window_speed import measure_window
from tests.support.file_keyring import VARIABLE
from tests.support.secret_service import BUS, secret_service

_REFRESH = ("cycle", "refresh")
_MOVE = "import keyring, sys; keyring.set_password(*sys.argv[1:], sys.stdin.read())"
_BACKEND = "PYTHON_KEYRING_BACKEND"


@dataclass(frozen=True, slots=True)
class WindowPlan:
    """How much is measured.

    Attributes:
        pairs: How many counted starts.
        rounds: How much is typed, sorted and scrolled, from 1 to 3.
        days: How many days' words are exchanged under its window.
        calls: How many calls are made.
        is_start_alone: Whether only the start is measured.
    """

    pairs: int = 5
    rounds: int = 2
    days: int = 3
    calls: int = 50
    is_start_alone: bool = False


def print_field_window(company: FieldCompany, folder: Path, plan: WindowPlan) -> None:
    """Set a laptop up as its user does, and measure its window."""
    with _keyring(folder):
        portfolio = _set_up(company, folder / "home")
        environ = environment(portfolio.home)
        first = run_to_report(command("first_paint"), environ)[1][PAINTED]
        # Statuses are worked out on the laptop, beside its first window.
        subprocess.run([sys.executable, "main.py", *_REFRESH], cwd=ROOT, env=environ, check=True)
        print(f"\nThe very first start of a new laptop: {milliseconds(first)}; the later ones,")
        print("from the process's start to the first painted rows; reference: an empty table")
        with _desktops_keyring(portfolio) as screen:
            start = StartUp("no screen", screen)
            print(table([start.measure(portfolio, pairs=plan.pairs)]))
        print(stage_table(start.stages[portfolio.name]))
        if plan.is_start_alone:
            return
        print("\nThe laptop's window; reference: a default QTableView over the same rows")
        app = QApplication.instance() or make_application()
        if not isinstance(app, QApplication):
            raise TypeError(app)
        print(table(measure_window(portfolio, app, rounds=plan.rounds)))
        print("\nIts window while it synchronises, 200 ms away and 1% lost; reference: idle")
        waits = measure_synchronising(company, portfolio, app, days=plan.days)
        print(wait_table(portfolio.name, waits))
        print(f"\n{plan.calls} calls by keys in the laptop's window")
        print(calls_text(portfolio, plan.calls))


def _set_up(company: FieldCompany, home: Path) -> Portfolio:
    words = ("--database", company.server_url, "field", "setup")
    paths = Paths(home)
    paths.ensure()
    set_up(parse(words), paths, lambda: "", lambda _: None, may_ask=False)
    return Portfolio("laptop", home)


@contextmanager
def _keyring(folder: Path) -> Iterator[None]:
    """Keep keys in a file of this folder, here and in programs that are started."""
    ours = {
        _BACKEND: "tests.support.file_keyring.FileKeyring",
        VARIABLE: str(folder / "keyring.json"),
    }
    former = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in former.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _desktops_keyring(portfolio: Portfolio) -> Iterator[Mapping[str, str]]:
    """Move the key to a desktop's keyring, as a user's is; where there is no bus it stays.

    Yields:
        The environment of the programs.
    """
    if which("dbus-daemon") is None:
        yield OFFSCREEN
        return
    name = name_in_keyring(Paths(portfolio.home).field_database)
    key = keyring.get_password(SERVICE, name) or ""
    with secret_service() as address:
        ours, file = {BUS: address}, os.environ.pop(_BACKEND)
        try:
            words = [sys.executable, "-c", _MOVE, SERVICE, name]
            given = {**os.environ, **ours}
            subprocess.run(words, input=key, text=True, env=given, check=True)
            yield {**OFFSCREEN, **ours}
        finally:
            os.environ[_BACKEND] = file
