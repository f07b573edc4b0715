"""Whatever is installed with Giro stands in ``docs/licences.md`` with its licence."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata

import pytest

from tests.architecture.sources import ROOT

#: Words by which a licence is recognised in a package's own statement, whatever its wording.
FAMILIES = {
    "LGPL": r"LGPL|Lesser General Public",
    "MPL": r"MPL|Mozilla Public",
    "Apache": r"Apache",
    "BSD": r"BSD",
    "MIT": r"\bMIT\b",
    "PSF": r"PSF|Python Software Foundation",
    "Zlib": r"zlib",
}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _listed() -> dict[str, str]:
    """Map the packages of the two tables of installed ones to their licences."""
    text = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    installed = text[text.index("## Installed for running") :]
    rows = (line.strip("| ").split(" | ") for line in installed.splitlines() if line[:2] == "| ")
    return {_normal(row[0].split(" ")[0]): row[1] for row in rows if row[0] != "name"}


def test_every_required_package_is_listed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {_normal(re.split(r"[\[<>=!~;\s]", line, maxsplit=1)[0]) for line in required}
    assert names - set(_listed()) == set()


def test_every_locked_package_is_listed_and_nothing_else() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    locked = {_normal(line.partition("==")[0]) for line in lines if "==" in line}
    assert set(_listed()) == locked


@pytest.mark.parametrize("name", sorted(_listed()))
def test_the_listed_licence_is_the_one_that_the_package_states(name: str) -> None:
    try:
        stated = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return
    statement = " ".join(
        [
            stated.get("License-Expression") or "",
            (stated.get("License") or "")[:200],
            *(line for line in stated.get_all("Classifier", []) if line.startswith("License")),
        ]
    )
    families = [
        word for word, pattern in FAMILIES.items() if re.search(pattern, statement, re.IGNORECASE)
    ]
    assert not families or any(word in _listed()[name] for word in families), statement
