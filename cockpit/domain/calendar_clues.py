"""Whom an event of somebody's calendar is about, as far as its words say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cockpit.domain.calendar_files import IncomingEvent
from cockpit.domain.documents import parse_tax_id
from cockpit.domain.phones import parse_phones
from cockpit.domain.plain_text import plain


class ClueKind(StrEnum):
    """By what a client is known, the surest first."""

    TAX_ID = "tax_id"
    CODE = "code"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"


#: Clues of an event: by kind the values, the best first.
Clues = Mapping[ClueKind, tuple[str, ...]]

_TAX_ID = re.compile(
    r"(?<![\w.])(?:[0-9A-Z]{2}\.?[0-9A-Z]{3}\.?[0-9A-Z]{3}/?[0-9A-Z]{4}-?[0-9]{2}"
    r"|[0-9]{3}\.?[0-9]{3}\.?[0-9]{3}-?[0-9]{2})(?!\w)"
)
_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(
    r"(?<!\w)(?:\+?55[ .-]?)?\(?0?[1-9][0-9]\)?[ .-]?9?[0-9]{4}[ .-]?[0-9]{4}(?!\w)"
)
_CODE = re.compile(
    r"(?:\bc[óo]d(?:igo)?\b|\bcode\b|\bclient[e]?\b|#)[ .:#nº]{0,4}([0-9A-Za-z][\w./-]{0,19})",
    re.IGNORECASE,
)
_CODE_FIRST = re.compile(r"\s*([0-9A-Za-z][\w./]{0,19})\s+[-–—]\s+")
_PARTS = re.compile(r"[:|–—·()\[\],;/\n\r\t]+|\s-\s")
_SIGNS = re.compile(r"[^\w]+|_+")
_LONGEST_TEXT = 4_000
_MOST_WORDS = 25
_LONGEST_NAME = 10


@dataclass(slots=True)
class _Found:
    """Collects each value once, in the order of finding."""

    values: dict[str, None] = field(default_factory=dict)

    def add(self, value: str | None) -> None:
        if value:
            self.values.setdefault(value)


def clues_of(event: IncomingEvent) -> Clues:
    """Return by what an event may name its client."""
    text = f"{event.summary}\n{event.description}"[:_LONGEST_TEXT]
    found = {kind: _Found() for kind in ClueKind}
    for address in (*event.addresses, *_EMAIL.findall(text)):
        found[ClueKind.EMAIL].add(address.lower())
    text = _EMAIL.sub(" ", text)
    for match in _TAX_ID.finditer(text.upper()):
        tax_id = parse_tax_id(match[0])
        if tax_id is not None and tax_id.is_valid:
            found[ClueKind.TAX_ID].add(tax_id.text)
    for match in _PHONE.finditer(text):
        for number in parse_phones(match[0]):
            found[ClueKind.PHONE].add(number.e164)
    for code in _codes(event.summary, text):
        found[ClueKind.CODE].add(code)
    for name in _names(event):
        found[ClueKind.NAME].add(name)
    return {kind: tuple(one.values) for kind, one in found.items() if one.values}


def name_key(name: str) -> str:
    """Return a name as names are compared: "Agro Box Ltda." is "agro box ltda"."""
    return " ".join(_SIGNS.sub(" ", plain(name)).split())


def _codes(summary: str, text: str) -> Iterator[str]:
    if first := _CODE_FIRST.match(summary):
        yield first[1]
    for match in _CODE.finditer(text):
        if any(sign.isdigit() for sign in match[1]):
            yield match[1].rstrip(".,-/")


def _names(event: IncomingEvent) -> list[str]:
    """Return what may be a name, the longest first: whole parts, and runs of several words."""
    names: dict[str, None] = {}
    parts = _PARTS.split(f"{event.summary}\n{event.description}"[:_LONGEST_TEXT])
    whole = [event.summary, *parts, *event.description.splitlines()]
    for part in whole:
        names.setdefault(name_key(part[:_LONGEST_TEXT]))
    for part in (event.summary, *_PARTS.split(event.summary)):
        words = name_key(part).split()[:_MOST_WORDS]
        for size in range(2, min(len(words), _LONGEST_NAME) + 1):
            for start in range(len(words) - size + 1):
                names.setdefault(" ".join(words[start : start + size]))
    names.pop("", None)
    return sorted(names, key=lambda name: (-name.count(" "), -len(name)))
