"""Columns answer as the values that they were made of."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from cockpit.analytics.work_list.columns import InstantColumn, NumberColumn, ranks_of

ZONES = st.sampled_from(("America/Sao_Paulo", "America/Manaus", "Asia/Kolkata")).map(ZoneInfo)
#: Years in which clocks were still put forward in São Paulo are among them.
INSTANTS = st.datetimes(datetime(2015, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis takes naive bounds
SAO_PAULO = ZoneInfo("America/Sao_Paulo")
CHANGED_AT = datetime(2018, 11, 4, 3, tzinfo=UTC)


@given(st.lists(st.none() | INSTANTS, max_size=20), ZONES)
@example([CHANGED_AT + timedelta(minutes=one) for one in (-61, -1, 0, 1, 1_259)], SAO_PAULO)
def test_instants_come_back_with_their_local_days(
    values: list[datetime | None], zone: ZoneInfo
) -> None:
    column = InstantColumn.of(values)
    assert column.values(np.arange(len(values))) == values
    assert [column.value(line) for line in range(len(values))] == values
    assert column.local_days(zone).tolist() == [
        0 if one is None else one.astimezone(zone).date().toordinal() for one in values
    ]


@given(st.lists(st.none() | st.integers(-5, 10**9) | st.floats(-5, 5), max_size=20))
def test_numbers_are_ranked_and_the_unknown_ones_are_not(values: list[float | None]) -> None:
    column = NumberColumn.of(values, is_whole=False)
    order = sorted({0.0 + one for one in values if one is not None})
    ranks = column.ranks.tolist()
    for one, rank in zip(values, ranks, strict=True):
        assert (rank == -1) == (one is None)
    for one, first in zip(values, ranks, strict=True):
        for other, second in zip(values, ranks, strict=True):
            if one is not None and other is not None:
                assert (first < second) == (order.index(one) < order.index(other))


@given(st.lists(st.integers(-(2**62), 2**62) | st.integers(0, 9), max_size=20))
def test_whole_numbers_are_ranked_by_counting_or_by_order(values: list[int]) -> None:
    order = sorted(set(values))
    assert ranks_of(np.array(values, dtype=np.int64)).tolist() == [order.index(v) for v in values]
