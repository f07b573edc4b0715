from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts import lock

PROJECT = tomllib.loads((lock.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LINES = (lock.ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
PINS = dict(line.split("==") for line in LINES if not line.startswith("#"))


def test_conditions_are_dropped_so_that_one_list_serves_all_machines() -> None:
    lines = ["mypy==2.4.1", "colorama==0.4.6 ; sys_platform == 'win32'"]

    assert lock.plain_pins(lines) == ["colorama==0.4.6", "mypy==2.4.1"]


def test_a_package_in_two_versions_stops_the_lock() -> None:
    with pytest.raises(SystemExit, match="numpy would need two versions"):
        lock.plain_pins(["numpy==2.2 ; python_version < '3.12'", "numpy==2.4"])


def test_an_unwanted_package_stops_the_lock() -> None:
    with pytest.raises(SystemExit, match="greenlet"):
        lock.plain_pins(["greenlet==3.2"])


def test_the_lock_names_nothing_but_packages_and_versions() -> None:
    strays = [line for line in LINES if not re.fullmatch(r"#.*|[a-z0-9-]+==[0-9][0-9a-z.]*", line)]
    assert strays == []


@pytest.mark.parametrize("line", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"])
def test_the_lock_fits_what_the_project_requires(line: str) -> None:
    requirement = Requirement(line)
    assert requirement.specifier.contains(PINS[canonicalize_name(requirement.name)])
