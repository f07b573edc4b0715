"""Mappings that people made, applied to the header of a file."""

from collections.abc import Callable, Mapping, Sequence

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_columns import REASON_COLUMN
from cockpit.domain.import_sources import ImportMapping
from cockpit.imports.headers import JOINED, Layout, LayoutBuilder, comparable, header_word
from cockpit.imports.matching import known_columns
from cockpit.imports.synonyms import SHEETS

_SAME_HEADER = 1_000_000
_MAPPED_HEADER = 1_000


def header_score(mappings: Sequence[ImportMapping]) -> Callable[[Sequence[str]], int]:
    """Return what tells how much like a header a row looks.

    Args:
        mappings: Known layouts; their headers look more like one than any other words.
    """
    whole = {one.headers for one in mappings if one.headers}
    named = {
        header_word(part)
        for one in mappings
        if not one.headers
        for texts in one.columns.values()
        for text in texts
        for part in text.split(JOINED)
    }

    def score(cells: Sequence[str]) -> int:
        header = comparable(cells)
        found = known_columns(header) + _MAPPED_HEADER * len(named.intersection(header))
        return found + (_SAME_HEADER if _key(header) in whole else 0)

    return score


def chosen(header: Sequence[str], mappings: Sequence[ImportMapping]) -> ImportMapping | None:
    """Return the mapping that decides what a file's columns mean.

    The first one with this header, or that names no header and whose columns are all there; else
    the first that names no header, since whoever gave it means this file.
    """
    key = _key(comparable(header))
    for mapping in mappings:
        if mapping.headers == key or (
            not mapping.headers and not _absent(mapping.columns, _places(header))
        ):
            return mapping
    return next((one for one in mappings if not one.headers), None)


def layout_of(mapping: ImportMapping, header: Sequence[str], file_name: str) -> Layout:
    """Return what a mapping makes of a file.

    Args:
        mapping: Names its columns.
        header: The header's cells as they stand in the file.
        file_name: For the sentence to the user.

    Raises:
        BadInputError: It names a column that its kind or the file does not have.
    """
    known = SHEETS[mapping.kind].columns
    for column in mapping.columns:
        if column not in known:
            raise BadInputError(
                "import_mapping_column_unknown",
                column=column[:60],
                kind=mapping.kind.value,
                known=", ".join(known),
            )
    places = _places(header)
    if absent := _absent(mapping.columns, places):
        raise BadInputError(
            "import_mapping_header_missing", file=file_name, header=", ".join(absent)[:200]
        )
    builder = LayoutBuilder(mapping.kind, comparable(header))
    for column, texts in mapping.columns.items():
        builder.put(column, [found for text in texts if (found := _find(text, places))])
    return builder.build()


def columns_of(layout: Layout, header: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return what a layout's columns mean in the words of the file's header."""
    names = unique_names(header)

    def name(place: int) -> str:
        if place < layout.width:
            return names[place]
        return JOINED.join(names[part] for part in layout.joins[place - layout.width].places)

    return {column: tuple(map(name, places)) for column, places in layout.columns.items()}


def unique_names(header: Sequence[str]) -> tuple[str, ...]:
    """Return the columns' names, of which no two are alike: ``Valor``, ``Valor (2)``."""
    seen: dict[str, int] = {}
    names = []
    for cell in header:
        name = " ".join(cell.split())
        seen[name] = seen.get(name, 0) + 1
        names.append(f"{name} ({seen[name]})".strip() if seen[name] > 1 else name)
    return tuple(names)


def _key(header: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in header if name != REASON_COLUMN)


def _places(header: Sequence[str]) -> dict[str, int]:
    """Return the positions by name, as it is written and in comparable form."""
    names = unique_names(header)
    written = {name: index for index, name in enumerate(names) if name}
    words = {
        found: index
        for index, name in reversed(list(enumerate(names)))
        if (found := header_word(name))
    }
    return words | written


def _find(text: str, places: Mapping[str, int]) -> tuple[int, ...] | None:
    """Return the positions that a mapping's text means; one that is no header but joins some."""
    whole = _find_one(text, places)
    if whole is not None:
        return (whole,)
    parts = [_find_one(part, places) for part in text.split(JOINED)]
    found = tuple(part for part in parts if part is not None)
    return found if len(found) == len(parts) > 1 else None


def _find_one(text: str, places: Mapping[str, int]) -> int | None:
    name = " ".join(text.split())
    return places.get(name, places.get(header_word(name) or name))


def _absent(columns: Mapping[str, Sequence[str]], places: Mapping[str, int]) -> list[str]:
    return [text for texts in columns.values() for text in texts if _find(text, places) is None]
