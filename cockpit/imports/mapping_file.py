"""Mappings as JSON files, for imports without a screen.

``{"kind": "pedidos", "columns": {"numero": "Nº Doc", "cliente": ["CNPJ", "Código+Loja"]},
"encoding": "cp1252", "delimiter": ";", "sheet": "", "header_line": 3, "decimal_mark": ",",
"day_order": "dmy"}``; all but the kind may be left out. A list of such objects is several mappings.
"""

import codecs
import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_sources import DayOrder, ImportMapping, SourceFormat
from cockpit.domain.vocabulary import ImportKind
from cockpit.imports.headers import comparable
from cockpit.imports.synonyms import SHEETS

_KEYS = (
    "kind", "name", "columns", "headers", "encoding", "delimiter", "sheet", "header_line",
    "decimal_mark", "day_order",
)  # fmt: skip
_LARGEST = 1 << 20

_Object = Mapping[str, object]


def load_mappings(path: Path) -> tuple[ImportMapping, ...]:
    """Read a file of mappings.

    Raises:
        BadInputError: It cannot be read or is no such file; the sentence names the key.
    """
    try:
        with path.open("rb") as stream:
            text = stream.read(_LARGEST + 1)
        if len(text) > _LARGEST:
            raise BadInputError("import_mapping_not_json", file=str(path))
        found = json.loads(text.decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        key = "import_file_unreadable" if isinstance(error, OSError) else "import_mapping_not_json"
        raise BadInputError(key, file=str(path)) from error
    objects = found if isinstance(found, list) else [found]
    if not objects or not all(isinstance(one, dict) for one in objects):
        raise BadInputError("import_mapping_not_json", file=str(path))
    return tuple(_mapping(cast("_Object", one)) for one in objects)


def dump_mapping(mapping: ImportMapping) -> str:
    """Return a mapping as the text of such a file."""
    written = mapping.format
    entries: dict[str, object] = {
        "kind": mapping.kind.value,
        "name": mapping.name,
        "columns": {column: list(texts) for column, texts in mapping.columns.items()},
        "headers": list(mapping.headers),
        "encoding": written.encoding,
        "delimiter": written.delimiter,
        "sheet": written.sheet,
        "header_line": written.header_line,
        "decimal_mark": written.decimal_mark,
        "day_order": written.day_order.value if written.day_order else None,
    }
    kept = {key: value for key, value in entries.items() if value or key == "columns"}
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def _mapping(found: _Object) -> ImportMapping:
    for key in found:
        if key not in _KEYS:
            raise BadInputError(
                "import_mapping_key_unknown", name=str(key)[:60], known=", ".join(_KEYS)
            )
    kind = _kind(found)
    return ImportMapping(
        kind=kind,
        columns=_columns(found, kind),
        headers=comparable(_texts(found, "headers")),
        name=_text(found, "name"),
        format=SourceFormat(
            encoding=_encoding(found),
            delimiter=_one_of(found, "delimiter", ";", ",", "\t", "|"),
            sheet=_text(found, "sheet"),
            header_line=_header_line(found),
            decimal_mark=_one_of(found, "decimal_mark", ",", "."),
            day_order=_day_order(found),
        ),
    )


def _kind(found: _Object) -> ImportKind:
    names = [kind.value for kind in ImportKind]
    name = _one_of(found, "kind", *names)
    if not name:
        raise _wrong("kind", ", ".join(names))
    return ImportKind(name)


def _columns(found: _Object, kind: ImportKind) -> dict[str, tuple[str, ...]]:
    columns = found.get("columns", {})
    if not isinstance(columns, dict):
        raise _wrong("columns", '{"numero": "Pedido"}')
    known = SHEETS[kind].columns if kind in SHEETS else {"empresa": None}
    for column in columns:
        if column not in known:
            raise BadInputError(
                "import_mapping_column_unknown",
                column=column[:60],
                kind=kind.value,
                known=", ".join(known),
            )
    return {column: _texts(columns, column) for column in columns}


def _texts(found: _Object, key: str) -> tuple[str, ...]:
    """Return a text or a list of texts."""
    value = found.get(key, [])
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(one, str) for one in texts):
        raise _wrong(key, '"Código", ["CNPJ", "Código+Loja"]')
    return tuple(texts)


def _text(found: _Object, key: str) -> str:
    value = found.get(key) or ""
    if not isinstance(value, str):
        raise _wrong(key, '"…"')
    return value


def _one_of(found: _Object, key: str, *known: str) -> str:
    text = _text(found, key)
    if text and text not in known:
        raise _wrong(key, ", ".join(json.dumps(one) for one in known))
    return text


def _encoding(found: _Object) -> str:
    name = _text(found, "encoding")
    try:
        if name:
            codecs.lookup(name)
    except (LookupError, ValueError) as error:
        raise _wrong("encoding", '"cp1252", "utf-8"') from error
    return name


def _header_line(found: _Object) -> int | None:
    line = found.get("header_line")
    if line is None:
        return None
    if not isinstance(line, int) or isinstance(line, bool) or line < 1:
        raise _wrong("header_line", "1, 2, 3, …")
    return line


def _day_order(found: _Object) -> DayOrder | None:
    text = _one_of(found, "day_order", *(order.value for order in DayOrder))
    return DayOrder(text) if text else None


def _wrong(key: str, known: str) -> BadInputError:
    return BadInputError("import_mapping_value_wrong", name=key, known=known)
