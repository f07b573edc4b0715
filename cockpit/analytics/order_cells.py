"""Columns of an order file as arrays: customers, days, amounts and kinds, whatever their type.

What cannot be read is marked and never guessed. How a column writes its days and its decimals is
decided once for the whole column, from the cells that leave no doubt. Nothing here loops over rows.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cockpit.analytics.segments import Flags, Floats, Integers

SALE, RETURN, CANCELLED, UNKNOWN = 0, 1, 2, -1
#: One hundred billion of any currency; the sum of many such amounts still fits 64 bits.
MOST_CENTS = 10**13
#: What counts as no cell at all besides an empty one.
_BLANKS = ("", "nan", "none", "null", "nat", "<na>", "na", "n/a", "-")

_KIND_WORDS = {
    SALE: ("venda", "vendas", "v", "pedido", "pedido de venda", "faturamento", "sale", "sales",
           "order", "invoice", "s"),
    RETURN: ("devolucao", "devolucoes", "dev", "d", "devolvido", "devolvida", "retorno", "estorno",
             "devolucao de venda", "return", "returned", "refund", "credit note", "r"),
    CANCELLED: ("cancelado", "cancelada", "cancelamento", "canc", "cancel", "c", "cancelled",
                "canceled"),
}  # fmt: skip
_KIND_OF = {word: kind for kind, words in _KIND_WORDS.items() for word in words}

_TIME = r"(?:[T ].*)?$"
_YEAR_FIRST = rf"^(?P<y>[0-9]{{4}})[-/.](?P<m>[0-9]{{1,2}})[-/.](?P<d>[0-9]{{1,2}}){_TIME}"
_COMPACT = r"^(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?:\.0)?$"
_YEAR_LAST = (
    rf"^(?P<a>[0-9]{{1,2}})[-/.](?P<b>[0-9]{{1,2}})[-/.](?P<y>[0-9]{{4}}|[0-9]{{2}}){_TIME}"
)
_SERIAL = r"^(?P<n>[0-9]{5})(?:\.[0-9]+)?$"
_UNIX_EPOCH = date(1970, 1, 1).toordinal()
_EXCEL_EPOCH = date(1899, 12, 30).toordinal()
_LAST_DAY = date.max.toordinal()
#: Two digits of a year from here on mean the 20th century.
_CENTURY_TURN = 80

_PLAIN = r"^[-+]?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]{1,3})?$"
_DOUBTFUL_POINT = r"^[-+]?[1-9][0-9]{0,2}\.[0-9]{3}$"
_DOUBTFUL = r"^[1-9][0-9]{0,2}[.,][0-9]{3}$"
_SIGNED = (
    r"^(?P<open>\()?(?P<minus>[-−–])?\+?\s*(?:R\$|US\$|[$€£])?\s*(?P<inner>[-−–])?"
    r"(?P<body>[0-9.,]+)\s*(?:R\$|[$€£])?(?P<after>[-−–])?(?P<close>\))?$"
)
_WRITTEN = {
    ".": r"^(?:[0-9]*|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]*)?$",
    ",": r"^(?:[0-9]*|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,[0-9]*)?$",
}
#: What a column of texts may be.
_TEXTS = (
    pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view,
    pa.types.is_binary, pa.types.is_large_binary, pa.types.is_binary_view, pa.types.is_null,
)  # fmt: skip
#: Wider than the error of a product by 100, far narrower than what half a cent can be missed by.
_NUDGE = 1 + 4 * np.finfo(np.float64).eps


@dataclass(frozen=True, slots=True)
class Encoded:
    """A column as distinct values and, per row, the position among them.

    Attributes:
        values: The distinct values, in no order, without nulls.
        codes: Per row a position in ``values``, -1 for null; shape (rows,).
    """

    values: pa.Array
    codes: Integers


def encode(column: pa.ChunkedArray) -> Encoded:
    """Return a column's distinct values and where each stands; nulls become -1."""
    encoded = _plain(column).dictionary_encode().unify_dictionaries()
    if not encoded.num_chunks:
        return Encoded(pa.array([], encoded.type.value_type), np.zeros(0, dtype=np.int64))
    codes = np.concatenate(
        [chunk.indices.fill_null(-1).to_numpy(zero_copy_only=False) for chunk in encoded.chunks]
    )
    return Encoded(encoded.chunk(0).dictionary, codes.astype(np.int64))


def customers(column: pa.ChunkedArray) -> Encoded:
    """Return the distinct customers, ascending and as they are written, and whose each row is.

    Empty texts and nulls are nobody: -1.

    Raises:
        ArrowTypeError: They are neither texts nor numbers.
    """
    found = encode(column)
    values = found.values
    if not (pa.types.is_string(values.type) or _is_number(values.type)):
        raise pa.ArrowTypeError(str(values.type))
    is_somebody = np.ones(len(values), dtype=np.bool_)
    if pa.types.is_string(values.type):
        is_somebody = _flags(pc.not_equal(pc.utf8_trim_whitespace(values), ""))
    elif pa.types.is_floating(values.type):
        is_somebody = _flags(pc.is_finite(values))
    order = pc.sort_indices(values).to_numpy()
    order = order[is_somebody[order]]
    place = np.full(len(values) + 1, -1, dtype=np.int64)
    place[order] = np.arange(len(order))
    return Encoded(values.take(pa.array(order)), place[found.codes])


def days(column: pa.ChunkedArray) -> Integers:
    """Return the days as proleptic ordinals, 0 where there is none or it cannot be told.

    A time of day is left out, and so is its zone: the day that the file shows counts. Days before
    months (dd/mm/yyyy), unless the column holds a day past the 12th in the second place and none in
    the first. A number of five digits is a spreadsheet's count of days.
    """
    if _is_calendar(column.type):
        return _calendar_days(column)
    found = encode(column)
    known = np.append(_text_days(_texts(found.values)), 0)
    return known[found.codes]


def cents(column: pa.ChunkedArray) -> tuple[Integers, Flags]:
    """Return the amounts in cents, rounded half away from zero, and whether each could be read.

    Point or comma, thousands, currency signs, a minus before or after, and accountants'
    parentheses are understood. ``1.234`` is a thousand in a column whose other cells do not tell.
    """
    if _is_number(column.type):
        amount = _floats(column)
    else:
        amount = _text_amounts(pc.utf8_trim_whitespace(_texts(column)))
    with np.errstate(invalid="ignore", over="ignore"):
        scaled = np.abs(amount) * 100 * _NUDGE
        is_read = scaled < MOST_CENTS
        whole = np.floor(np.where(is_read, scaled, 0) + 0.5).astype(np.int64)
    return np.where(amount < 0, -whole, whole), is_read


def kinds(column: pa.ChunkedArray) -> Integers:
    """Return ``SALE``, ``RETURN``, ``CANCELLED`` or ``UNKNOWN`` per row; a blank is a sale."""
    found = encode(column)
    words = (_word(value) for value in _texts(found.values).to_pylist())
    known = [_KIND_OF.get(word, SALE if word in _BLANKS else UNKNOWN) for word in words]
    return np.array([*known, SALE], dtype=np.int64)[found.codes]


def is_blank(column: pa.ChunkedArray) -> Flags:
    """Return which cells hold nothing but blanks; shape (rows,)."""
    cells = _plain(column)
    if not pa.types.is_string(cells.type):
        return _flags(cells.is_null())
    return ~_flags(pc.not_equal(pc.utf8_trim_whitespace(cells), ""))


def _text_days(texts: pa.Array) -> Integers:
    """Return the ordinals of days in writing, 0 where unreadable; shape (texts,)."""
    trimmed = pc.utf8_trim_whitespace(texts)
    found = np.zeros(len(texts), dtype=np.int64)
    for pattern in (_YEAR_FIRST, _COMPACT):
        parts = pc.extract_regex(trimmed, pattern)
        found += _ordinals(_part(parts, "y"), _part(parts, "m"), _part(parts, "d"))
    parts = pc.extract_regex(trimmed, _YEAR_LAST)
    first, second, year = _part(parts, "a"), _part(parts, "b"), _part(parts, "y")
    is_short = _integers(pc.utf8_length(pc.struct_field(parts, "y"))) == 2
    year = year + np.where(is_short, np.where(year < _CENTURY_TURN, 2000, 1900), 0)
    is_american = bool(np.any(second > 12)) and not np.any(first > 12)
    day, month = (second, first) if is_american else (first, second)
    found += _ordinals(year, month, day)
    serial = _part(pc.extract_regex(trimmed, _SERIAL), "n")
    return found + np.where(serial > 0, serial + _EXCEL_EPOCH, 0)


def _ordinals(year: Integers, month: Integers, day: Integers) -> Integers:
    """Return proleptic ordinals, 0 where the numbers are no day of the calendar."""
    is_near = (year >= 1) & (month >= 1) & (month <= 12) & (day >= 1) & (day <= 31)
    months = (np.where(is_near, year, 1970) - 1970) * 12 + np.where(is_near, month, 1) - 1
    month_starts = months.astype("datetime64[M]")
    offset = np.where(is_near, day, 1) - 1
    found = month_starts.astype("datetime64[D]").astype(np.int64) + offset
    is_day = is_near & (found.astype("datetime64[D]").astype("datetime64[M]") == month_starts)
    return np.where(is_day, found + _UNIX_EPOCH, 0)


def _calendar_days(column: pa.ChunkedArray) -> Integers:
    """Return the ordinals of a column of dates or instants, each on the day its own zone shows."""
    if pa.types.is_timestamp(column.type):
        if column.type.tz is not None:
            column = pc.local_timestamp(column)
        column = pc.floor_temporal(column, unit="day")
    since_epoch = column.cast(pa.date32(), safe=False).cast(pa.int32()).cast(pa.int64())
    found = since_epoch.fill_null(-_UNIX_EPOCH).to_numpy() + _UNIX_EPOCH
    return np.where((found >= 1) & (found <= _LAST_DAY), found, 0)


def _text_amounts(texts: pa.ChunkedArray) -> Floats:
    """Return amounts in writing, trimmed, as numbers; NaN where they are none."""
    is_plain = pc.match_substring_regex(texts, _PLAIN).fill_null(False)
    if pc.all(is_plain, min_count=0).as_py():
        has_point = pc.match_substring(texts, ".")
        is_doubtful = pc.match_substring_regex(texts, _DOUBTFUL_POINT)
        if pc.any(pc.and_not(has_point, is_doubtful), min_count=0).as_py() or not (
            pc.any(has_point, min_count=0).as_py()
        ):
            return _floats(texts)
    found = encode(texts)
    return np.append(_written_amounts(found.values), np.nan)[found.codes]


def _written_amounts(texts: pa.Array) -> Floats:
    """Return amounts as people write them; NaN where they are none; shape (texts,)."""
    bare = pc.replace_substring_regex(texts, r"[\s\x{a0}\x{202f}']", "")
    parts = pc.extract_regex(bare, _SIGNED)
    body = pc.struct_field(parts, "body")
    opened, minus, inner, after, closed = (
        _filled(parts, name) for name in ("open", "minus", "inner", "after", "close")
    )
    signs = opened + minus + inner + after
    amount = np.where(_has_decimal_comma(body), _numbers(body, ","), _numbers(body, "."))
    signed = np.where((opened == closed) & (signs <= 1), np.where(signs == 1, -1, 1), np.nan)
    is_exponential = pc.and_(
        pc.match_substring_regex(bare, "[eE]"), pc.match_substring_regex(bare, _PLAIN)
    )
    exponential = _floats(pc.if_else(is_exponential, bare, None))
    return np.where(np.isnan(exponential), amount * signed, exponential)


def _has_decimal_comma(body: pa.Array) -> Flags:
    """Return of which unsigned amounts the decimal mark is the comma; shape (amounts,).

    With both marks the last one is the decimals'; one that is repeated is the thousands'. A lone
    group of three digits is what the column's other cells say, else thousands.
    """
    backwards = pc.utf8_reverse(body)
    point, comma = (_integers(pc.find_substring(backwards, mark)) for mark in ".,")
    points, commas = (_integers(pc.count_substring(body, mark)) for mark in ".,")
    is_doubtful = _flags(pc.match_substring_regex(body, _DOUBTFUL))
    found = np.where(
        (points > 0) & (commas > 0),
        comma < point,
        np.where(points > 0, (points > 1) | is_doubtful, (commas == 1) & ~is_doubtful),
    )
    told = np.unique(found[(points + commas > 0) & ~is_doubtful])
    if len(told) == 1:
        found[is_doubtful] = told[0]
    return found


def _numbers(body: pa.Array, mark: str) -> Floats:
    """Return unsigned amounts whose decimal mark is known; NaN where they are malformed."""
    is_good = pc.and_(
        pc.match_substring_regex(body, _WRITTEN[mark]), pc.match_substring_regex(body, "[0-9]")
    )
    digits = pc.replace_substring(body, "," if mark == "." else ".", "")
    return _floats(pc.if_else(is_good, pc.replace_substring(digits, ",", "."), None))


def _floats(column: pa.Array | pa.ChunkedArray) -> Floats:
    """Return numbers, or texts that are some, as floats; NaN for null; shape (rows,)."""
    numbers = column.cast(pa.float64(), safe=False).fill_null(np.nan)
    return np.asarray(numbers.to_numpy(), dtype=np.float64)


def _texts(column: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    """Return a column as texts."""
    return _plain(column).cast(pa.string(), safe=False)


def _plain(column: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    """Return a column without dictionary, and texts of whatever kind as plain ones."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return _plain(column.cast(kind.value_type))
    if not any(is_text(kind) for is_text in _TEXTS):
        return column
    try:
        texts = column.cast(pa.string())
        texts.validate(full=True)
    except pa.ArrowInvalid:
        return _decoded(column)
    return texts


def _decoded(column: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    """Return texts of which some are not UTF-8; those are Windows-1252."""
    encoded = column.cast(pa.binary()).dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        return pa.chunked_array([_decoded_chunk(chunk) for chunk in encoded.chunks], pa.string())
    return _decoded_chunk(encoded)


def _decoded_chunk(encoded: pa.DictionaryArray) -> pa.Array:
    texts = [_text(value) for value in encoded.dictionary.to_pylist()]
    return pa.array(texts, pa.string()).take(encoded.indices)


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return western(content)


def western(content: bytes) -> str:
    """Return a text in Windows-1252, which every sequence of bytes is here."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:  # one of the five bytes that Windows-1252 leaves undefined
        return content.decode("latin-1")


def _part(parts: pa.StructArray, name: str) -> Integers:
    """Return one group of a match as whole numbers, 0 where nothing matched."""
    return _integers(pc.struct_field(parts, name).cast(pa.int64()))


def _filled(parts: pa.StructArray, name: str) -> Integers:
    """Return whether a group of a match holds something, as 0 or 1."""
    return _flags(pc.not_equal(pc.struct_field(parts, name), "")).astype(np.int64)


def _flags(column: pa.Array | pa.ChunkedArray) -> Flags:
    """Return yes and no; no for null."""
    return np.asarray(column.cast(pa.int8()).fill_null(0).to_numpy(), dtype=np.bool_)


def _integers(column: pa.Array) -> Integers:
    """Return whole numbers; 0 for null."""
    return np.asarray(column.fill_null(0).to_numpy(), dtype=np.int64)


def _is_calendar(kind: pa.DataType) -> bool:
    return bool(pa.types.is_date(kind) or pa.types.is_timestamp(kind))


def _is_number(kind: pa.DataType) -> bool:
    return bool(
        pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind)
    )


def _word(text: str) -> str:
    """Return a kind for comparing: lower case, no accents, single blanks."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("_", " "))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())
