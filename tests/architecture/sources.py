"""The project's own files, read as text and as syntax trees."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
#: What is installed and run, as opposed to what tests and tools are made of.
PROGRAM = ("main.py", "cockpit", "models", "resources", "migrations")


@cache
def project_files() -> tuple[Path, ...]:
    """List the files under version control or about to be; all files outside a checkout."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        ours = (path for path in ROOT.rglob("*") if not any(p[0] == "." for p in _parts(path)))
        return tuple(path for path in ours if path.is_file() and "__pycache__" not in path.parts)
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode().split("\0")
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def python_files(*tops: str) -> list[Path]:
    """List the Python files under these files or folders of the project; all without any."""
    found = [path for path in project_files() if path.suffix == ".py"]
    return [path for path in found if not tops or _parts(path)[0] in tops]


def floor_files(floor: str) -> list[Path]:
    """List the Python files of a floor, such as ``cockpit/ui``."""
    parts = tuple(floor.split("/"))
    return [path for path in python_files() if _parts(path)[: len(parts)] == parts]


@cache
def tree(path: Path) -> ast.Module:
    """Parse a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def place(path: Path, node: ast.AST) -> str:
    """Say where a node stands, for a failure's text."""
    return f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 1)}"


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Yield the calls of a file with the dotted name of what is called, as far as it has one."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield node, _dotted(node.func)


def imports(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Yield the import statements of a file, once for each absolute module or name they fetch."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            for alias in node.names:
                yield node, f"{node.module}.{alias.name}"


def is_standard(module: str) -> bool:
    """Tell whether a module comes with Python."""
    return module.partition(".")[0] in sys.stdlib_module_names


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _parts(path: Path) -> tuple[str, ...]:
    return path.relative_to(ROOT).parts
