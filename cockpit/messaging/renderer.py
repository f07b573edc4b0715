"""Fills templates in Jinja2's sandbox; a value that is missing shows itself and is told.

Templates are edited by people: they may ask conditions, walk through lists and give a value a name
for a while. There are no globals, no macros over the program's objects, no arithmetic that could
grow without end, and the filters are few. What has a name stays short, and all loops and joins
of a text together take so many steps, so that no template keeps the program busy.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import (
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    meta,
    nodes,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cockpit.domain.errors import BadInputError
from cockpit.domain.message_templates import PLACEHOLDERS, RenderedMessage

_FILTERS = ("capitalize", "default", "first", "join", "last", "length", "lower", "title", "upper")
_TESTS = ("defined", "undefined", "none", "eq", "ne", "lt", "le", "gt", "ge", "in", "odd", "even")
_TOO_LONG = 20_000
#: A value with a name: longer ones could double with each line of the template.
_LONGEST_NAMED = 2_000
_MOST_STEPS = 5_000
_STEPS = "_steps"
_NAMED, _COUNTED = "_named", "_counted"
_KEPT = 64
_TROUBLE = (
    TemplateError, ArithmeticError, TypeError, ValueError, AttributeError, RecursionError,
)  # fmt: skip
_FORBIDDEN = (
    nodes.Import, nodes.FromImport, nodes.Include, nodes.Extends, nodes.Macro, nodes.Call,
    nodes.AssignBlock, nodes.FilterBlock, nodes.NSRef,
)  # fmt: skip


class _Sandbox(ImmutableSandboxedEnvironment):
    """An environment without anything but values, conditions, lists and a few filters."""

    intercepted_binops = frozenset(("*", "**", "%", "+"))

    def __init__(self) -> None:
        super().__init__(
            autoescape=False, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
        )
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters |= {"join": _joined, _NAMED: _named, _COUNTED: _counted}
        self.tests = {name: self.tests[name] for name in _TESTS}

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse arithmetic: ``"a" * 10**9`` is a way to stop the program."""
        raise SecurityError(operator)


class Missing:
    """A placeholder without a value: false in a condition, its name in brackets in the text."""

    def __init__(self, name: str, told: dict[str, None]) -> None:
        self._name = name
        self._told = told

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        self._told[self._name] = None
        return f"[{self._name}]"

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __eq__(self, other: object) -> bool:
        return other is None

    def __hash__(self) -> int:
        return hash(self._name)

    def _is_never(self, other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _is_never


class JinjaRenderer:
    """Renders subject and body with a customer's values."""

    def __init__(self) -> None:
        self._sandbox = _Sandbox()
        self._template = lru_cache(_KEPT)(self._compiled)  # compiling costs more than filling in

    def render(self, subject: str, body: str, values: Mapping[str, Any]) -> RenderedMessage:
        """Return the text with these values.

        Args:
            subject: One line; line breaks become blanks.
            body: Plain text.
            values: By placeholder; None and empty texts count as missing.

        Raises:
            BadInputError: The template itself is wrong; the sentence says where.
        """
        missing: dict[str, None] = {}
        known: dict[str, Any] = {
            name: Missing(name, missing) if value is None or value == "" else value
            for name, value in ((name, values.get(name)) for name in PLACEHOLDERS)
        }
        known[_STEPS] = _Steps()
        filled_subject = " ".join(self._filled(subject, known).split())
        filled_body = self._filled(body, known).strip()
        return RenderedMessage(filled_subject, filled_body, tuple(missing))

    def check(self, *texts: str) -> None:
        """Raise ``BadInputError`` where a template is wrong or names an unknown placeholder."""
        for text in texts:
            self._template(text)

    def _filled(self, text: str, values: Mapping[str, Any]) -> str:
        template = self._template(text)
        try:
            return _limited(template.generate(**values))
        except BadInputError:
            raise
        except _TROUBLE as error:
            raise BadInputError("template_wrong", detail=type(error).__name__) from error

    def _compiled(self, text: str) -> Template:
        try:
            tree = self._sandbox.parse(text)
            named = meta.find_undeclared_variables(tree)
        except TemplateSyntaxError as error:
            raise BadInputError("template_syntax", line=error.lineno or 1) from error
        except RecursionError as error:
            raise BadInputError("template_forbidden") from error
        if next(tree.find_all(_FORBIDDEN), None) is not None or len(text) > _TOO_LONG:
            raise BadInputError("template_forbidden")
        unknown = sorted(named - set(PLACEHOLDERS))
        if unknown:
            raise BadInputError("template_unknown", name=unknown[0])
        try:
            return self._sandbox.from_string(_bounded(tree))
        except RecursionError as error:
            raise BadInputError("template_forbidden") from error


class _Steps:
    """What one text may still do."""

    def __init__(self) -> None:
        self._left = _MOST_STEPS

    def take(self) -> None:
        """Do one thing more, or raise ``BadInputError``."""
        self._left -= 1
        if self._left < 0:
            raise BadInputError("template_endless")


def _bounded(tree: nodes.Template) -> nodes.Template:
    """Let each value that gets a name and each list that is walked through be looked at."""
    for assigned in tree.find_all(nodes.Assign):
        assigned.node = _looked_at(assigned.node, _NAMED)
    for block in tree.find_all(nodes.With):
        block.values = [_looked_at(value, _NAMED) for value in block.values]
    for loop in tree.find_all(nodes.For):
        loop.iter = _looked_at(loop.iter, _COUNTED)
    return tree


def _looked_at(value: nodes.Node, by: str) -> nodes.Filter:
    return nodes.Filter(value, by, [], [], None, None, lineno=value.lineno)


def _take_step(context: Context) -> None:
    # The template's own names are in ``vars``: none of them can stand in for this one.
    context.parent[_STEPS].take()


@pass_context
def _counted(context: Context, value: Iterable[Any]) -> Iterator[Any]:
    """Yield a list's members, as many as a text may walk through."""
    for one in value:
        _take_step(context)
        yield one


@pass_context
def _named(context: Context, value: Any) -> Any:
    """Return a value that is to get a name: short, and no list of lists, which could double."""
    _take_step(context)
    members = value if isinstance(value, list | tuple) else (value,)
    if any(isinstance(one, list | tuple | dict) for one in members):
        raise BadInputError("template_forbidden")
    # A missing value is told of where the text shows it.
    length = sum(0 if isinstance(one, Missing) else len(str(one)) for one in members)
    if length > _LONGEST_NAMED:
        raise BadInputError("template_too_long", limit=_LONGEST_NAMED)
    return value


@pass_context
def _joined(context: Context, value: Iterable[Any], between: str = "") -> str:
    """Return a list as one text that does not grow beyond all letters."""
    _take_step(context)
    parts = list(value)
    between = str(between)
    length = sum(len(str(part)) for part in parts) + len(between) * len(parts)
    if length > _TOO_LONG:
        raise BadInputError("template_too_long", limit=_TOO_LONG)
    return between.join(str(part) for part in parts)


def _limited(parts: Iterable[str]) -> str:
    """Return a text, refusing to go on where it grows beyond all letters."""
    text: list[str] = []
    length = 0
    for part in parts:
        length += len(part)
        if length > _TOO_LONG:
            raise BadInputError("template_too_long", limit=_TOO_LONG)
        text.append(part)
    return "".join(text)
