"""The list's groups and orders, without Qt."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.ui.work_list.columns import ColumnKey
from cockpit.ui.work_list.prepared import Group, PreparedList, Sorting
from tests.support.ui_data import make_list, make_row, make_rows


def prepared(rows: list[dict[str, object]]) -> PreparedList:
    return PreparedList(make_list(rows), DEFAULT_ZONE)


@given(
    st.sampled_from(Group),
    st.sampled_from(["", "a", "serra", "natal 1", "zzz"]),
    st.none() | st.builds(Sorting, st.sampled_from(ColumnKey), st.booleans()),
)
def test_an_order_neither_loses_nor_invents_customers(group, query, sorting):
    rows = prepared(make_rows(60))
    chosen = rows.select(group, query, sorting)
    assert sorted(chosen) == sorted(rows.select(group, query, None))
    assert set(chosen) <= set(rows.groups[group])


@given(st.sampled_from(ColumnKey), st.booleans())
def test_an_order_follows_the_column_and_puts_nothing_last(key, is_descending):
    rows = prepared(make_rows(60))
    values = [
        rows.sort_key(key, line) for line in rows.select(Group.ALL, "", Sorting(key, is_descending))
    ]
    known = [value for value in values if value is not None]
    assert values[: len(known)] == sorted(known, reverse=is_descending)


def test_callbacks_are_those_due_by_the_end_of_the_local_day():
    instants = [
        None,
        datetime(2022, 3, 20, 12, tzinfo=UTC),
        datetime(2022, 3, 23, 2, 59, tzinfo=UTC),  # 23:59 of the 22nd in São Paulo
        datetime(2022, 3, 23, 3, 0, tzinfo=UTC),
    ]
    rows = [make_row(i, next_contact_at=instant) for i, instant in enumerate(instants)]
    assert list(prepared(rows).groups[Group.CALLBACKS]) == [1, 2]


def test_a_recovered_customer_counts_as_active_and_a_blocked_one_only_in_all():
    rows = prepared(
        [make_row(0, status=LifecycleStatus.RECOVERED), make_row(1, status=LifecycleStatus.BLOCKED)]
    )
    assert list(rows.groups[Group.ACTIVE]) == [0]
    assert [group for group, lines in rows.groups.items() if 1 in lines] == [Group.ALL]


def test_names_sort_without_regard_to_accents():
    rows = prepared([make_row(0, name="Zinco"), make_row(1, name="Ágil"), make_row(2, name="bom")])
    assert list(rows.select(Group.ALL, "", Sorting(ColumnKey.CLIENT, is_descending=False))) == [
        1,
        2,
        0,
    ]


def test_money_at_risk_is_that_of_the_lines_asked_for():
    rows = prepared([make_row(i, at_risk_cents=10**i) for i in range(4)])
    assert rows.at_risk_cents([1, 3]) == 1010
