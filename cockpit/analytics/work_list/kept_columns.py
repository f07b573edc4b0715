"""A store as plain arrays and a few lists, and back."""

from typing import Any

from numpy.typing import NDArray

from cockpit.analytics.work_list.columns import (
    ChoiceColumn,
    Column,
    FlagColumn,
    InstantColumn,
    IntegerColumn,
    MemberColumn,
    NumberColumn,
)
from cockpit.analytics.work_list.search import SearchColumn
from cockpit.analytics.work_list.store import (
    FIELDS,
    FLAGS,
    INSTANTS,
    INTEGERS,
    MEMBERS,
    NUMBERS,
    SEARCH,
    TEXTS,
    WHOLE_NUMBERS,
    Store,
)
from cockpit.analytics.work_list.text_column import TextColumn
from cockpit.analytics.work_list.text_rows import PlainRows, TextRows

Arrays = dict[str, NDArray[Any]]


def arrays_of(store: Store) -> tuple[Arrays, dict[str, list[str]]]:
    """Return a store's arrays, and the texts that its codes mean by column."""
    arrays: Arrays = {"keys": store.keys, "is_there": store.is_there}
    choices: dict[str, list[str]] = {}
    for name, column in store.columns.items():
        match column:
            case TextColumn():
                whole = column.whole()
                arrays[f"{name}.blob"] = whole.rows.blob
                arrays[f"{name}.starts"] = whole.rows.starts
                arrays[f"{name}.ranks"] = whole.ranks
            case SearchColumn():
                texts = column.whole()
                arrays[f"{name}.blob"] = texts.rows.blob
                arrays[f"{name}.starts"] = texts.rows.first_block
                arrays[f"{name}.signs"] = texts.signs
            case ChoiceColumn():
                arrays[name], choices[name] = column.codes, list(column.choices)
            case MemberColumn():
                arrays[name] = column.codes
            case FlagColumn() | InstantColumn() | IntegerColumn() | NumberColumn():
                arrays[name] = column.array
    return arrays, choices


def store_of(arrays: Arrays, choices: dict[str, list[str]]) -> Store:
    """Return the store of some arrays; its texts have no index.

    Raises:
        KeyError: An array is missing.
    """
    columns: dict[str, Column[Any]] = {}
    for name in TEXTS:
        rows = TextRows(arrays[f"{name}.blob"], arrays[f"{name}.starts"])
        rows.__dict__["ranks"] = arrays[f"{name}.ranks"]
        columns[name] = TextColumn(rows, {}, len(rows))
    plain = PlainRows(arrays[f"{SEARCH}.blob"], arrays[f"{SEARCH}.starts"])
    columns[SEARCH] = SearchColumn(plain, arrays[f"{SEARCH}.signs"], None, {}, len(plain))
    for name, texts in choices.items():
        columns[name] = ChoiceColumn(arrays[name], tuple(texts))
    for name, kind in MEMBERS.items():
        columns[name] = MemberColumn(arrays[name], tuple(kind))
    for name in INSTANTS:
        columns[name] = InstantColumn(arrays[name])
    for name in FLAGS:
        columns[name] = FlagColumn(arrays[name])
    for name in INTEGERS:
        columns[name] = IntegerColumn(arrays[name])
    for name in (*NUMBERS, *WHOLE_NUMBERS):
        columns[name] = NumberColumn(arrays[name], name in WHOLE_NUMBERS)
    return Store(arrays["keys"], arrays["is_there"], {name: columns[name] for name in FIELDS})
