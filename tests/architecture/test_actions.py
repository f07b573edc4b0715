"""Every key is declared in the action registry, once for each place where it works."""

from __future__ import annotations

import ast
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from cockpit.ui.actions import ACTIONS, DESK_ACTIONS, UP_TO, ActionId
from tests.architecture.sources import ROOT, floor_files, place, tree

if TYPE_CHECKING:
    from collections.abc import Iterable

_REGISTRY = ROOT / "cockpit" / "ui" / "actions"
#: Names of functions whose second argument has what keys do, by the key.
_BINDERS = {"bind_keys", "bind_own_keys"}
#: The window's own keys are awake at the same time, whatever place the sheet tells them under.
_WINDOW_WIDE = [spec for spec in ACTIONS if spec.action is not None]


def known(key: str) -> str:
    return QKeySequence(key.replace("Return", "Enter")).toString()


def declared() -> set[str]:
    return {known(key) for spec in ACTIONS for key in spec.keys if key != UP_TO}


def bound_keys() -> list[tuple[str, str]]:
    """Return the keys that the screens bind, and where."""
    return [
        (key.value, place(path, call))
        for path in floor_files("cockpit/ui")
        if _REGISTRY not in path.parents
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call)
        for key in _keys(call)
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    ]


def _keys(call: ast.Call) -> Iterable[ast.expr | None]:
    """Return what stands for keys in a call: a text of its own, or those of a mapping."""
    if _name(call.func) == "QKeySequence":
        return call.args[:1]
    if _name(call.func) in _BINDERS and isinstance(call.args[1], ast.Dict):
        return call.args[1].keys
    return ()


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_bound_key_is_declared() -> None:
    strays = [f"{where}: {key}" for key, where in bound_keys() if known(key) not in declared()]
    assert strays == []


def test_the_search_for_bound_keys_finds_some() -> None:
    assert {"Ctrl+S", "F1", "F2", "Alt+Left"} <= {key for key, _where in bound_keys()}


def test_no_key_of_the_window_means_two_things() -> None:
    taken = Counter(known(key) for spec in _WINDOW_WIDE for key in spec.keys)
    assert [key for key, times in taken.items() if times > 1] == []


def test_no_key_means_two_things_in_one_place() -> None:
    taken = Counter(
        (spec.where, known(key)) for spec in ACTIONS for key in spec.keys if key != UP_TO
    )
    assert [key for key, times in taken.items() if times > 1] == []


def test_every_action_is_declared_once_and_has_a_key() -> None:
    assert sorted(spec.action for spec in _WINDOW_WIDE if spec.action) == sorted(ActionId)
    assert all(spec.keys for spec in ACTIONS)


def test_the_desks_actions_are_declared_once() -> None:
    assert len(set(DESK_ACTIONS)) == len(DESK_ACTIONS)
