"""Typed numbers, orders by header clicks, and the stored forms of a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.errors import BadInputError
from cockpit.domain.filters import Condition, Filter, Operator
from cockpit.domain.formats import Language
from cockpit.domain.list_query import Group, SortKey
from cockpit.ui.work_list.columns import FIELD_COLUMN
from cockpit.ui.work_list.header import toggled
from cockpit.ui.work_list.layout import ColumnLayout
from cockpit.ui.work_list.query_state import (
    definition,
    read_definition,
    sorting_from_json,
    sorting_to_json,
)
from cockpit.ui.work_list.value_editors import number_of

PT, EN = Language.PORTUGUESE, Language.ENGLISH
sortings = st.lists(
    st.builds(SortKey, st.sampled_from(sorted(FIELD_COLUMN)), st.booleans()),
    max_size=4,
    unique_by=lambda key: key.field,
).map(tuple)


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("1.500,50", PT, 1500.5),
        ("1500,5", PT, 1500.5),
        ("R$ 2.000", PT, 2000),
        ("2.5", PT, 2.5),
        ("1.500", PT, 1500),
        ("1,500.5", EN, 1500.5),
        ("-3", PT, -3),
    ],
)
def test_a_number_is_read_as_people_of_the_language_write_it(text, language, number):
    assert number_of(text, language) == number


@pytest.mark.parametrize("text", ["", "x", "1,2,3", "1e9", "nan", "--1", "9" * 40])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(BadInputError):
        number_of(text, PT)


def test_clicks_turn_an_order_round_and_then_take_it_out():
    first = toggled((), "name", largest_first=False, is_added=False)
    second = toggled(first, "name", largest_first=False, is_added=False)
    third = toggled(second, "name", largest_first=False, is_added=False)
    assert (first, second, third) == ((SortKey("name", False),), (SortKey("name", True),), ())


@given(sortings, st.sampled_from(sorted(FIELD_COLUMN)), st.booleans(), st.booleans())
def test_a_click_orders_by_each_column_once(sorting, field, largest_first, is_added):
    after = toggled(sorting, field, largest_first=largest_first, is_added=is_added)
    fields = [key.field for key in after]
    assert len(fields) == len(set(fields))
    if is_added:
        assert [key for key in after if key.field != field] == [
            key for key in sorting if key.field != field
        ]
    else:
        assert set(fields) <= {field}


@given(sortings)
def test_an_order_comes_back_as_it_was_kept(sorting):
    assert sorting_from_json(sorting_to_json(sorting)) == sorting


def test_an_order_of_another_version_is_left_aside():
    stored = [["name", True], ["colour_of_the_van", False], ["city"], "state", None]
    assert sorting_from_json(stored) == (SortKey("name", True),)
    assert sorting_from_json("name") == ()


@given(st.sampled_from(Group), st.text(max_size=20), sortings)
def test_a_view_comes_back_as_it_was_saved(group, text, sorting):
    filter_ = Filter((Condition("city", Operator.ONE_OF, ("Natal",)),), is_any=True)
    layout = ColumnLayout(frozen=2)
    stored = definition(group, text, filter_, sorting, layout)
    assert read_definition(stored) == (group, text, filter_, sorting, layout)


@pytest.mark.parametrize("document", [None, [], "x", 3, {"group": []}, {"filter": 3}])
def test_a_damaged_view_is_refused(document):
    with pytest.raises(BadInputError):
        read_definition(document)
