"""Runs inside a measured program: notes when its stages are reached, and when rows are painted.

The program itself knows nothing of this. A function is wrapped as soon as its module is imported,
which neither imports anything earlier nor changes what happens.
"""

import importlib.abc
import importlib.machinery
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any

from typing_extensions import override

Patch = Callable[[ModuleType], None]


def now() -> int:
    """Return nanoseconds on the clock that all processes of a machine share."""
    return time.monotonic_ns()


class Marks:
    """Instants by name, in the order in which they were first reached."""

    def __init__(self) -> None:
        self._at: dict[str, int] = {}

    def note(self, name: str) -> None:
        """Note that a stage is reached; only the first time counts."""
        self._at.setdefault(name, now())

    def has(self, name: str) -> bool:
        """Return whether a stage is reached."""
        return name in self._at

    def report(self) -> str:
        """Return the instants in nanoseconds as one line of JSON."""
        return json.dumps(self._at)

    def around(self, owner: Any, name: str, *, before: str = "", after: str = "") -> None:
        """Wrap a function or method so that its call is noted."""
        wrapped = getattr(owner, name)

        def call(*args: object, **named: object) -> object:
            if before:
                self.note(before)
            result = wrapped(*args, **named)
            if after:
                self.note(after)
            return result

        setattr(owner, name, call)


class AfterImport(importlib.abc.MetaPathFinder):
    """Calls a function with each module of its list, right after that module was imported."""

    def __init__(self, patches: Mapping[str, Patch]) -> None:
        self._patches = dict(patches)

    @override
    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        patch = self._patches.pop(fullname, None)
        if patch is None:
            return None
        spec = importlib.util.find_spec(fullname)
        if spec is not None and spec.loader is not None:
            spec.loader = _Patching(spec.loader, patch)
        return spec


class _Patching(importlib.abc.Loader):
    """A module's own loader, and a function that is called with the loaded module."""

    def __init__(self, loader: importlib.abc.Loader, patch: Patch) -> None:
        self._loader = loader
        self._patch = patch

    @override
    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    @override
    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        self._patch(module)


def tell(marks: Marks) -> None:
    """Write the report to the process that measures."""
    sys.stdout.write(marks.report() + "\n")
    sys.stdout.flush()
