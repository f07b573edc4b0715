"""The revisions are one line of frozen history."""

import ast
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from tests.support.migrated import MIGRATIONS

REVISIONS = sorted((MIGRATIONS / "versions").glob("*.py"))
ALLOWED = {"alembic", "sqlalchemy"} | sys.stdlib_module_names


def imported(source: str) -> set[str]:
    """Return the top-level packages that a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add("." if node.level else str(node.module).split(".")[0])
    return names


@pytest.mark.parametrize("path", REVISIONS, ids=lambda path: path.stem)
def test_a_revision_imports_only_alembic_and_sqlalchemy(path: Path) -> None:
    assert imported(path.read_text(encoding="utf-8")) <= ALLOWED


@pytest.mark.parametrize(
    "line", ["import models", "from cockpit.domain import ids", "from . import x"]
)
def test_the_check_sees_a_forbidden_import(line: str) -> None:
    assert not imported(f"def upgrade():\n    {line}\n") <= ALLOWED


def test_the_revisions_are_one_line_in_the_order_of_their_numbers() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    scripts = ScriptDirectory.from_config(config)
    line = [script.revision for script in scripts.walk_revisions()]
    assert scripts.get_heads() == [line[0]]
    assert sorted(line) == list(reversed(line))
    assert [path.stem.split("_")[0] for path in REVISIONS] == sorted(line)
