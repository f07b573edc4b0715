"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.sources import (
    PROGRAM,
    ROOT,
    calls,
    imports,
    place,
    project_files,
    python_files,
    tree,
)

# Put together from parts, so that this file passes its own test.
REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("crates", "io"),
    )
]
#: SQLite does not wait by itself for the switch to its write-ahead log, which another program may
#: be making at the same moment.
MAY_SLEEP = {ROOT / "cockpit" / "data" / "sqlite.py"}
MUTABLE_MAKERS = {"list", "dict", "set", "defaultdict", "deque", "OrderedDict", "Counter"}


def test_translated_texts_are_literal_so_that_they_are_found_when_translating() -> None:
    strays = [
        place(path, call)
        for path in python_files(*PROGRAM)
        for call, name in calls(path)
        if _is_translation(name)
        for text in call.args[_text_position(name) : _text_position(name) + 1]
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]
    assert strays == []


def test_nothing_runs_the_event_loop_by_hand() -> None:
    strays = [
        place(path, node)
        for path in python_files(*PROGRAM)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr == "processEvents"
    ]
    assert strays == []


def test_the_program_never_sleeps() -> None:
    wakeful = set(python_files(*PROGRAM)) - MAY_SLEEP
    called = [
        place(path, call) for path in wakeful for call, name in calls(path) if name == "time.sleep"
    ]
    fetched = [
        place(path, node)
        for path in wakeful
        for node, module in imports(path)
        if module == "time.sleep"
    ]
    assert called + fetched == []


def test_only_the_command_line_prints() -> None:
    allowed = ROOT / "cockpit" / "app"
    strays = [
        place(path, call)
        for path in python_files(*PROGRAM)
        for call, name in calls(path)
        if name == "print" and not path.is_relative_to(allowed)
    ]
    assert strays == []


def test_no_module_collects_state() -> None:
    strays = [
        place(path, node)
        for path in python_files(*PROGRAM)
        for node in tree(path).body
        if isinstance(node, ast.Assign | ast.AnnAssign) and _is_empty_collection(node.value)
    ]
    assert strays == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in python_files()
        if not ast.get_docstring(tree(path)) and not _says_it_by_name(path.relative_to(ROOT).parts)
    ]
    assert silent == []


@pytest.mark.parametrize("host", REGISTRY_HOSTS)
def test_no_file_names_a_package_registry(host: str) -> None:
    naming = [
        path.relative_to(ROOT).as_posix()
        for path in project_files()
        if host.encode() in path.read_bytes()
    ]
    assert naming == []


def _is_translation(name: str) -> bool:
    return name.endswith((".tr", "QCoreApplication.translate")) or name == "tr"


def _text_position(name: str) -> int:
    return 1 if name.endswith("translate") else 0


def _is_empty_collection(value: ast.expr | None) -> bool:
    if isinstance(value, ast.List | ast.Set):
        return not value.elts
    if isinstance(value, ast.Dict):
        return not value.keys
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return value.func.id in MUTABLE_MAKERS and not value.args and not value.keywords
    return False


def _says_it_by_name(parts: tuple[str, ...]) -> bool:
    """Leave out test modules, whose tests' names say the behaviour, and the folders they lie in."""
    return parts[0] == "tests" and (parts[-1].startswith("test_") or parts[-1] == "__init__.py")
