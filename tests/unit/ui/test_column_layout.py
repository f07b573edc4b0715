"""Which columns a user sees, as it is remembered."""

import json

from hypothesis import given
from hypothesis import strategies as st

from cockpit.ui.work_list.columns import COLUMNS, ColumnKey
from cockpit.ui.work_list.layout import NARROWEST, WIDEST, ColumnLayout

KEYS = list(ColumnKey)
layouts = st.builds(
    ColumnLayout,
    order=st.permutations(KEYS).map(tuple),
    hidden=st.frozensets(st.sampled_from(KEYS), max_size=len(KEYS) - 4),
    widths=st.dictionaries(st.sampled_from(KEYS), st.integers(NARROWEST, WIDEST)).map(
        lambda widths: tuple(widths.items())
    ),
    frozen=st.integers(0, 4),
)
documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
)


@given(layouts)
def test_a_layout_comes_back_as_it_was_kept(layout):
    assert ColumnLayout.from_json(json.loads(json.dumps(layout.to_json()))) == layout


@given(
    st.fixed_dictionaries(dict.fromkeys(("order", "hidden", "widths", "frozen"), documents))
    | documents
)
def test_any_document_gives_a_layout_with_every_column_once(document):
    layout = ColumnLayout.from_json(document)
    assert sorted(layout.order) == sorted(KEYS)
    assert layout.shown
    assert 0 <= layout.frozen <= len(layout.shown)


def test_a_column_that_came_with_a_newer_version_is_there_as_by_default():
    known = [key.value for key in KEYS if key not in {ColumnKey.AT_RISK, ColumnKey.REGION}]
    layout = ColumnLayout.from_json({"order": known, "hidden": ["city"], "frozen": 0})
    assert ColumnKey.AT_RISK in layout.shown
    assert ColumnKey.REGION in layout.hidden


@given(layouts, st.sampled_from(KEYS), st.integers(-40, 40))
def test_moving_a_column_keeps_all_of_them(layout, key, distance):
    moved = layout.with_moved(key, distance)
    assert sorted(moved.order) == sorted(KEYS)
    wanted = min(max(layout.order.index(key) + distance, 0), len(KEYS) - 1)
    assert moved.order.index(key) == wanted


def test_the_last_column_cannot_be_hidden():
    layout = ColumnLayout()
    for key in KEYS:
        layout = layout.with_shown(key, is_shown=False)
    assert len(layout.shown) == 1


def test_every_column_has_a_header_and_a_field_of_its_own():
    fields = [column.field for column in COLUMNS if column.field]
    assert len(fields) == len(set(fields))
    assert [column.key for column in COLUMNS if not column.header()] == []
