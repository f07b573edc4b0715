"""The floors' table, as far as import-linter cannot say it.

import-linter sees another's package as one whole and forbids by name. Here each floor's allowed
packages are listed, Qt is told apart by its modules, and the contracts are kept complete.
"""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from tests.architecture.sources import ROOT, floor_files, imports, is_standard, place

OWN = {"cockpit", "models", "resources", "migrations"}
#: Gives Python 3.11 what later ones have; goes when 3.11 is no longer supported.
BACKPORTS = {"typing_extensions"}
#: The packages that a floor may import besides the standard library and the project's own.
ALLOWED: dict[str, set[str]] = {
    "cockpit/domain": {"holidays", "phonenumbers", "stdnum"},
    "cockpit/services": set(),
    "cockpit/data": {"alembic", "argon2", "psycopg", "sqlalchemy", "sqlcipher3"},
    "cockpit/sync": {"alembic", "psycopg", "sqlalchemy", "sqlcipher3"},
    "cockpit/analytics": {"numpy", "pyarrow", "scipy"},
    "cockpit/imports": {"fastexcel", "numpy", "phonenumbers", "pyarrow", "stdnum", "xlsxwriter"},
    "cockpit/messaging": {"jinja2"},
    "cockpit/calendars": {"dateutil", "icalendar"},
    "cockpit/reports": {"reportlab", "xlsxwriter"},
    "cockpit/demo": {"stdnum"},
    "cockpit/runtime": {"PySide6", "apscheduler", "jeepney", "shiboken6"},
    "cockpit/ui": {"PySide6", "pyqtgraph", "shiboken6"},
    "models": {"sqlalchemy"},
    "resources": set(),
    "migrations/versions": {"alembic", "sqlalchemy"},
}
#: The parts of Qt below the screens: no pixels. The bare package tells its version.
RUNTIME_QT = {"", "QtCore", "QtNetwork"}


@pytest.mark.parametrize("floor", ALLOWED)
def test_a_floor_imports_only_the_packages_it_is_allowed(floor: str) -> None:
    known = ALLOWED[floor] | OWN | BACKPORTS
    strays = [
        f"{place(path, node)} imports {module}"
        for path in floor_files(floor)
        for node, module in imports(path)
        if not is_standard(module) and module.partition(".")[0] not in known
    ]
    assert strays == []


def test_every_floor_has_its_packages_listed() -> None:
    floors = {f"cockpit/{folder.parent.name}" for folder in ROOT.glob("cockpit/*/__init__.py")}
    assert floors - {"cockpit/app"} <= set(ALLOWED)


def test_the_runtime_uses_no_part_of_qt_that_draws() -> None:
    strays = [
        f"{place(path, node)} imports {module}"
        for path in floor_files("cockpit/runtime")
        for node, module in imports(path)
        if module.partition(".")[0] == "PySide6" and (module + ".").split(".")[1] not in RUNTIME_QT
    ]
    assert strays == []


def test_a_migration_is_frozen_history_and_imports_nothing_of_the_program() -> None:
    strays = [
        f"{place(path, node)} imports {module}"
        for path in floor_files("migrations/versions")
        for node, module in imports(path)
        if module.partition(".")[0] in OWN
    ]
    assert strays == []


def test_a_new_adapter_floor_stands_in_every_contract_it_must() -> None:
    contracts = _contracts()
    siblings = next(layer for layer in contracts["floors"]["layers"] if "|" in layer)
    born = {
        f"cockpit.{name}"
        for name in (word.strip(" ()") for word in siblings.split("|"))
        if (ROOT / "cockpit" / name / "__init__.py").exists()
    }
    assert born, "the adapters' floors were not found"
    for name in ("adapters", "adapters-without-qt"):
        assert born <= set(contracts[name]["source_modules"]), name
    for name in ("screens", "runtime"):
        assert born <= set(contracts[name]["forbidden_modules"]), name
    assert born - {"cockpit.data", "cockpit.sync"} <= set(contracts["database"]["source_modules"])
    numerical = {"cockpit.analytics", "cockpit.imports"}
    assert born - numerical <= set(contracts["numbers"]["source_modules"])


def _contracts() -> dict[str, Any]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}
