"""The window shows a judged list before it loads what judges."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SLOW = (
    "scipy", "pandas", "pyarrow", "psycopg", "icalendar", "dateutil", "argon2", "keyring",
    "pyqtgraph", "reportlab", "xlsxwriter", "cockpit.reports", "cockpit.services.reporting",
    "cockpit.app.keeping", "cockpit.data.server_probe",
)  # fmt: skip
PROGRAM = f"""
import sys
{{}}
print([name for name in {SLOW} if name in sys.modules])
"""


def loaded_by(code: str) -> str:
    """Return which slow packages a new interpreter has loaded after some code."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(code)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("module", ["cockpit.app.wiring", "cockpit.app.desktop"])
def test_nothing_slow_is_loaded_before_the_first_list(module: str) -> None:
    assert loaded_by(f"import {module}") == "[]"


def test_a_file_is_opened_without_what_a_server_needs() -> None:
    assert loaded_by("import cockpit.app.store") == "[]"


def test_a_judged_list_becomes_a_table_without_what_judges() -> None:
    code = """
from dataclasses import fields
from datetime import UTC, date, datetime
from cockpit.app.late_parts import load_table_maker
from cockpit.domain.calling_window import WindowRules
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.columns import WorkListColumns
empty = WorkListColumns(**{field.name: [] for field in fields(WorkListColumns)})
now = datetime(2022, 3, 22, tzinfo=UTC)
load_table_maker(DEFAULT_ZONE).make(empty, WindowRules(), as_of=date(2022, 3, 22), now=now)
"""
    assert loaded_by(code) == "[]"


def test_the_question_can_find_something() -> None:
    assert loaded_by("import cockpit.analytics.judgement") == "['scipy']"
