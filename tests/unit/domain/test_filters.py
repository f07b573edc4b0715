"""Stored filters that somebody or something damaged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.errors import BadInputError
from cockpit.domain.filters import FIELDS, Filter, Operator

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=9,
)
NEARLY = st.lists(
    st.tuples(st.sampled_from(sorted(FIELDS)), st.sampled_from(list(Operator)), ANYTHING).map(list),
    max_size=3,
)


@given(ANYTHING | st.fixed_dictionaries({"conditions": NEARLY}))
def test_a_damaged_filter_is_refused_or_holds_values_that_can_be_compared(document):
    try:
        found = Filter.from_json(document)
    except BadInputError:
        return
    for condition in found.conditions:
        assert all(isinstance(value, str | int | float) for value in condition.values)


@pytest.mark.parametrize("value", [[1], {"a": 1}, None])
def test_a_value_that_is_a_list_an_object_or_nothing_is_refused(value):
    document = {"conditions": [["name", "contains", [value]]]}
    with pytest.raises(BadInputError) as caught:
        Filter.from_json(document)
    assert caught.value.message.key == "error.filter_unreadable"
