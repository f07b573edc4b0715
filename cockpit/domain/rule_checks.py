"""What makes a rule's document acceptable: each field by its declaration, then all together.

A checked document is canonical: it has every declared field and no other, and its texts are clean,
so that the same rule is the same document whoever wrote it.
"""

import re
from collections.abc import Callable, Collection
from itertools import pairwise
from typing import Any

from cockpit.domain.messages import Message
from cockpit.domain.plain_text import plain, storable
from cockpit.domain.rule_fields import HOURS, fields_of, fixed_keys
from cockpit.domain.rules import (
    Document,
    Path,
    RuleError,
    RuleField,
    RuleKind,
    Shape,
    entry_name,
)
from cockpit.domain.vocabulary import QueueEffect

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
#: Effects that leave the queue for a while: without a wait they would say nothing.
_WAITING = (QueueEffect.CALL_AGAIN, QueueEffect.COOL_DOWN, QueueEffect.CLOSE_UNTIL)
#: Without an outcome for these a sale could not be told, or a wish for silence not be kept.
_NEEDED = (QueueEffect.SALE, QueueEffect.DO_NOT_CONTACT)


def checked(kind: RuleKind, subject: str, document: Document) -> Document:
    """Return a document in its canonical form.

    Raises:
        RuleError: Something makes no sense; its path says where.
    """
    found = _document(fields_of(kind, subject), document, ())
    together = _TOGETHER.get(kind)
    if together is not None:
        together(found)
    return found


def check_used(kind: RuleKind, before: Document, after: Document, used: Collection[str]) -> None:
    """Check that entries which something was counted by keep what ``fixed_keys`` names.

    Raises:
        RuleError: One of them would change its meaning.
    """
    for field in fields_of(kind):
        if field.shape is not Shape.ROWS:
            continue
        former = {one.get("id"): one for one in before[field.key]}
        for place, one in enumerate(after[field.key]):
            old = former.get(one.get("id"))
            if old is None:
                continue
            for key in fixed_keys(kind, old, used):
                if one[key] != old[key]:
                    name = entry_name(old)
                    raise RuleError(f"rule_fixed_{kind}", (field.key, place, key), name=name)


def _document(fields: tuple[RuleField, ...], document: Document, path: Path) -> Document:
    return {one.key: _value(one, document.get(one.key), (*path, one.key)) for one in fields}


def _value(one: RuleField, value: Any, path: Path) -> Any:
    if one.shape is Shape.HIDDEN:
        return value
    if value is None:
        if one.is_optional:
            return None
        raise RuleError("rule_missing", path, field=one.title)
    return _CHECKS[one.shape](one, value, path)


def _text(one: RuleField, value: Any, path: Path) -> str:
    text = storable(str(value))
    text = text.strip() if one.shape is Shape.LONG_TEXT else " ".join(text.split())
    if len(text) < one.low:
        raise RuleError("rule_missing", path, field=one.title)
    if len(text) > one.high:
        raise RuleError("rule_too_long", path, field=one.title, high=one.high)
    return text


def _number(one: RuleField, value: Any, path: Path) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not one.low <= value <= one.high:
        scale = 100 if one.shape is Shape.PERCENT else 1
        raise RuleError(
            "rule_out_of_range", path, field=one.title,
            low=one.low // scale, high=one.high // scale,
        )  # fmt: skip
    return value


def _clock(one: RuleField, value: Any, path: Path) -> str:
    if not isinstance(value, str) or not _CLOCK.fullmatch(value):
        raise RuleError("rule_no_clock", path, field=one.title)
    return value


def _switch(one: RuleField, value: Any, path: Path) -> bool:
    if not isinstance(value, bool):
        raise RuleError("rule_missing", path, field=one.title)
    return value


def _choice(one: RuleField, value: Any, path: Path) -> str:
    if not isinstance(value, str) or (one.choices and value not in one.choices):
        raise RuleError("rule_missing", path, field=one.title)
    return value


def _choices(one: RuleField, value: Any, path: Path) -> list[str]:
    chosen = [_choice(one, each, path) for each in dict.fromkeys(value)]
    if len(chosen) < one.low:
        raise RuleError("rule_missing", path, field=one.title)
    if one.shape is Shape.ORDERED:
        return chosen
    return sorted(chosen, key=one.choices.index if one.choices else None)


def _rows(one: RuleField, value: Any, path: Path) -> list[Document]:
    if not isinstance(value, list) or not one.low <= len(value) <= one.high:
        raise RuleError("rule_row_count", path, field=one.title, low=one.low, high=one.high)
    return [_document(one.fields, row, (*path, place)) for place, row in enumerate(value)]


_CHECKS: dict[Shape, Callable[[RuleField, Any, Path], Any]] = {
    Shape.TEXT: _text,
    Shape.LONG_TEXT: _text,
    Shape.WHOLE: _number,
    Shape.PERCENT: _number,
    Shape.MINUTES: _number,
    Shape.CLOCK: _clock,
    Shape.SWITCH: _switch,
    Shape.CHOICE: _choice,
    Shape.CHOICES: _choices,
    Shape.ORDERED: _choices,
    Shape.ROWS: _rows,
}


def _hours_together(document: Document) -> None:
    """Check hours; those of a state that follows everywhere's say nothing, and are the usual."""
    if document.get("follows"):
        document.update({one.key: one.default for one in HOURS})
    closes = "24:00" if document["closes"] == "00:00" else document["closes"]
    if document["opens"] >= closes:
        raise RuleError("rule_closes_before_opening", ("closes",))


def _cadence_together(document: Document) -> None:
    caps = sorted(enumerate(document["caps"]), key=lambda one: int(one[1]["days"]))
    for (_, shorter), (place, longer) in pairwise(caps):
        if longer["days"] == shorter["days"]:
            raise RuleError("rule_cap_twice", ("caps", place, "days"), days=longer["days"])
        if longer["count"] < shorter["count"]:
            raise RuleError(
                "rule_cap_unreachable", ("caps", place, "count"),
                count=longer["count"], days=longer["days"], other=shorter["days"],
            )  # fmt: skip


def _outcomes_together(document: Document) -> None:
    outcomes, reasons = document["outcomes"], document["reasons"]
    _once(outcomes, "outcomes")
    _once(reasons, "reasons")
    for place, one in enumerate(outcomes):
        if one["effect"] in _WAITING and one["wait_minutes"] is None:
            raise RuleError(
                "rule_wait_missing", ("outcomes", place, "wait_minutes"), outcome=one["name"]
            )
    in_use = {one["effect"] for one in outcomes if one["is_active"]}
    for effect in _NEEDED:
        if effect.value not in in_use:
            raise RuleError(
                "rule_effect_missing", ("outcomes",), effect=Message.of(f"rule.effect_{effect}")
            )
    codes = {one["code"] for one in outcomes}
    for place, one in enumerate(reasons):
        if one["outcome_code"] is not None and one["outcome_code"] not in codes:
            raise RuleError(
                "rule_missing", ("reasons", place, "outcome_code"),
                field=Message.of("rule.field_outcome_code"),
            )  # fmt: skip


def _objections_together(document: Document) -> None:
    _once(document["objections"], "objections")


def _templates_together(document: Document) -> None:
    seen = set()
    for place, one in enumerate(document["templates"]):
        what = (plain(one["name"]), one["channel"], one["tone"], one["language"])
        if one["is_active"] and what in seen:
            raise RuleError("rule_template_twice", ("templates", place, "tone"), name=one["name"])
        if one["is_active"]:
            seen.add(what)


def _once(rows: list[Document], key: str) -> None:
    """Check that no two entries in use have the same name, however it is written."""
    seen: set[str] = set()
    for place, one in enumerate(rows):
        name = plain(one["name"])
        if one["is_active"] and name in seen:
            raise RuleError("rule_name_twice", (key, place, "name"), name=one["name"])
        if one["is_active"]:
            seen.add(name)


_TOGETHER: dict[RuleKind, Callable[[Document], None]] = {
    RuleKind.WINDOWS: _hours_together,
    RuleKind.CADENCE: _cadence_together,
    RuleKind.OUTCOMES: _outcomes_together,
    RuleKind.OBJECTIONS: _objections_together,
    RuleKind.TEMPLATES: _templates_together,
}
