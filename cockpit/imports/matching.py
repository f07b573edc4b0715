"""How well a header and the cells below it fit each kind of file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cockpit.domain.import_columns import REASON_COLUMN
from cockpit.domain.vocabulary import ImportKind
from cockpit.imports import days, values
from cockpit.imports.headers import JOINED, Layout, LayoutBuilder
from cockpit.imports.rows import Row
from cockpit.imports.synonyms import SHEETS, Column, Content, Sheet
from cockpit.imports.words import word

#: So few columns are no evidence of anything.
FEWEST_KNOWN = 2

_CODE = re.compile(r"[\w./\\-]*[0-9][\w./\\-]*")
_MOST_LOOKED_AT = 200
_HALF = 0.5
#: In a file with a line per item, the order's number stands in several lines.
_FEWEST_DIFFERENT = 0.8
_FEWEST_KEYS = 5

_UNSURE = 0.75
_UNFIT = 1.5
_MISSING = 2.0
_FOREIGN = 1.0
_MOST_FOREIGN = 3.0
_REPEATED_KEY = 1.5
_FILE_NAME = 1.5


@dataclass(frozen=True, slots=True)
class Match:
    """A kind that a file may be.

    Attributes:
        layout: What its columns would mean.
        score: The higher, the better it fits.
    """

    layout: Layout
    score: float


class Sample:
    """The first rows of a table, column by column.

    Args:
        rows: The rows.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows[:_MOST_LOOKED_AT]
        self._shares: dict[tuple[int, Content], float | None] = {}

    def share(self, place: int, content: Content) -> float | None:
        """Return which part of a column's cells look like something; None without any cell."""
        key = (place, content)
        if key not in self._shares:
            texts = [
                text
                for row in self.rows
                if place < len(row.cells) and (text := row.cells[place].strip())
            ]
            found = sum(1 for text in texts if _looks_like(content, text))
            self._shares[key] = found / len(texts) if texts else None
        return self._shares[key]


def ranking(header: tuple[str, ...], sample: Sample, file_name: str) -> list[Match]:
    """Return all kinds, the one that fits best first.

    Args:
        header: The header's cells in comparable form.
        sample: The rows below it.
        file_name: Its words count a little.
    """
    matches = [match(kind, header, sample, file_name) for kind in SHEETS]
    return sorted(matches, key=lambda one: -one.score)


def match(kind: ImportKind, header: tuple[str, ...], sample: Sample, file_name: str = "") -> Match:
    """Return what a file would mean as one kind, and how well that fits."""
    sheet = SHEETS[kind]
    places, unsure = _places(sheet, header, sample)
    builder = LayoutBuilder(kind, header)
    for column, found in places.items():
        builder.put(column, found)
    layout = builder.build()
    score = len(layout.columns) - (1 - _UNSURE) * len(unsure) - _MISSING * len(layout.missing)
    score -= _unfit(sheet, places, sample) + _foreign(sheet, header, places)
    if _repeats_key(sheet.key, layout, sample):
        score -= _REPEATED_KEY
    if not set(sheet.names).isdisjoint(word(file_name).split("_")):
        score += _FILE_NAME
    return Match(layout, score)


def known_columns(header: tuple[str, ...]) -> int:
    """Return how many columns of the kind that fits best a header has; 0 if that is no evidence."""
    names = set(header)
    most = max(
        sum(1 for column in sheet.columns.values() if _is_named(column, names))
        for sheet in SHEETS.values()
    )
    return most if most >= FEWEST_KNOWN else 0


def _is_named(column: Column, names: set[str]) -> bool:
    return not (names.isdisjoint(column.words) and names.isdisjoint(column.unsure))


_Places = dict[str, list[tuple[int, ...]]]


def _places(sheet: Sheet, header: tuple[str, ...], sample: Sample) -> tuple[_Places, set[str]]:
    """Return where the canonical columns stand, and which of them are a guess."""
    positions = {name: index for index, name in reversed(list(enumerate(header))) if name}
    positions.pop(REASON_COLUMN, None)
    places: _Places = {}
    unsure: dict[str, tuple[int, ...]] = {}
    for name, column in sheet.columns.items():
        found = _sure_places(column, positions, sample)
        if not found:
            guess = _unsure_place(column, positions, sample)
            if guess is None:
                continue
            unsure[name] = guess
            found = [guess]
        places[name] = found
    for name, place in unsure.items():
        _leave_to(name, place, places)
    return places, set(unsure)


def _sure_places(
    column: Column, positions: dict[str, int], sample: Sample
) -> list[tuple[int, ...]]:
    """Return the columns of the file by preference; those of a customer's name come last."""
    found = [
        tuple(positions[part] for part in parts)
        for parts in (one.split(JOINED) for one in column.words)
        if all(part in positions for part in parts)
    ]
    joined = {one[0] for one in found if len(one) > 1}
    found = [one for one in found if len(one) > 1 or one[0] not in joined]
    if column.content is Content.CODE and len(found) > 1:
        found.sort(key=lambda one: not _fits(sample.share(one[0], Content.CODE)))
    return found


def _unsure_place(
    column: Column, positions: dict[str, int], sample: Sample
) -> tuple[int, ...] | None:
    for name in column.unsure:
        if name in positions:
            share = sample.share(positions[name], column.content)
            if column.content is Content.NAME if share is None else _fits(share):
                return (positions[name],)
    return None


def _leave_to(owner: str, place: tuple[int, ...], places: _Places) -> None:
    """Take a column that was found to be one thing away from the others."""
    for name in list(places):
        if name != owner and place in places[name]:
            places[name].remove(place)
            if not places[name]:
                del places[name]


def _unfit(sheet: Sheet, places: _Places, sample: Sample) -> float:
    """Return the penalty for columns whose cells are no days or no amounts."""
    checked = (Content.DAY, Content.AMOUNT)
    columns = [name for name in places if sheet.columns[name].content in checked]
    shares = [sample.share(places[name][0][0], sheet.columns[name].content) for name in columns]
    return _UNFIT * sum(1 for share in shares if not _fits(share))


def _fits(share: float | None) -> bool:
    return share is None or share >= _HALF


def _foreign(sheet: Sheet, header: tuple[str, ...], places: _Places) -> float:
    used = {index for found in places.values() for one in found for index in one}
    strange = sum(
        1
        for index, name in enumerate(header)
        if index not in used and name.startswith(sheet.foreign)
    )
    return min(_FOREIGN * strange, _MOST_FOREIGN)


def _repeats_key(column: str, layout: Layout, sample: Sample) -> bool:
    if column not in layout.columns:
        return False
    keys = [key for row in sample.rows if (key := layout.cells(row.cells).raw(column))]
    return len(keys) >= _FEWEST_KEYS and len(set(keys)) < _FEWEST_DIFFERENT * len(keys)


def _looks_like(content: Content, text: str) -> bool:
    if content is Content.DAY:
        return days.looks_like_day(text)
    if content is Content.AMOUNT:
        return values.looks_like_amount(text)
    is_code = _CODE.fullmatch(text) is not None
    if content is Content.CODE:
        return is_code
    return content is Content.ANY or (not is_code and any(map(str.isalpha, text)))
