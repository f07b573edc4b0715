"""Scores as a table, and the table as CSV, JSON or Parquet: one line per customer.

The files are made for programs: codes instead of words, points for decimals, days in ISO 8601,
numbers with all the digits that mean something, money in the orders' own currency.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import numpy as np
import pyarrow as pa
from pyarrow import csv as arrow_csv
from pyarrow import parquet

from cockpit.analytics import judging
from cockpit.analytics.judgement import Judgement
from cockpit.analytics.judging import judged_parts
from cockpit.analytics.k_grid import KGridParameters
from cockpit.analytics.segments import Flags, Floats, Integers
from cockpit.analytics.verdicts import joined, verdict_columns
from cockpit.domain.columns import StandingColumns, StatisticsColumns, VerdictColumns
from cockpit.domain.cycle_policy import PolicyBook

FORMATS = ("csv", "json", "parquet")
_UNIX_EPOCH = date(1970, 1, 1).toordinal()
_CENTS = 100
#: What computing in floats may add to a number is cut off; of what it means, nothing is.
_MONEY_DECIMALS, _DAY_DECIMALS = 4, 9


@dataclass(frozen=True, slots=True)
class Scores:
    """A day's judgement of some customers, in the order of their statistics.

    Attributes:
        as_of: The day.
        statistics: What their orders say.
        judgement: Probabilities and money with all their digits.
        verdicts: The same as it is stored and explained.
    """

    as_of: date
    statistics: StatisticsColumns
    judgement: Judgement
    verdicts: VerdictColumns

    def calling_rows(self) -> Integers:
        """Return positions by P(no order in 90 days) x revenue of the last 365 days, most first.

        Who bought nothing in those days follows by P(no order in 90 days) x value; what is equal
        still keeps its order. Source: "rank of a file" of docs/purchase-cycle.md.
        """
        none, value = self.judgement.none_90, self.judgement.value_cents
        revenue = np.asarray(self.verdicts.value_12m_cents, dtype=np.float64)
        return np.lexsort((-none * value, -none * revenue))

    def table(
        self, names: Mapping[str, Sequence[str] | pa.Array], explanations: Sequence[str]
    ) -> "ScoreTable":
        """Return what is said of each customer.

        Args:
            names: The columns that say who the customers are.
            explanations: A sentence per customer.

        Returns:
            ``names``, then ``orders, cycle_days, recency_days, gap_quantile, p_alive, p_none_90,
            next_order_p20, next_order_p50, next_order_p80, value, trend, status, lost_so_far,
            lost_12m, explanation``. What cannot be told of a customer is null.
        """
        judgement, verdicts = self.judgement, self.verdicts
        counts = np.asarray(self.statistics.order_count, dtype=np.int64)
        last = np.asarray(self.statistics.last_order_day, dtype=np.int64)
        has = counts > 0
        recency = np.maximum(self.as_of.toordinal() - last, 0)
        columns = {
            **names,
            "orders": pa.array(counts),
            "cycle_days": _floats(
                np.round(judgement.beliefs.cycle_days, _DAY_DECIMALS), counts > 1
            ),
            "recency_days": pa.array(recency, mask=~has),
            "gap_quantile": _floats(judgement.gap_quantile, has),
            "p_alive": _floats(judgement.beliefs.alive, has),
            "p_none_90": _floats(judgement.none_90, has),
            "next_order_p20": _dates(verdicts.next_order_p20_day),
            "next_order_p50": _dates(verdicts.next_order_p50_day),
            "next_order_p80": _dates(verdicts.next_order_p80_day),
            "value": _money(judgement.value_cents, has),
            "trend": pa.array([one.value for one in verdicts.trend], pa.string()),
            "status": pa.array([one.value for one in verdicts.status], pa.string()),
            "lost_so_far": _money(judgement.lost_so_far_cents, has),
            "lost_12m": _money(judgement.lost_12m_cents, has),
            "explanation": pa.array(explanations, pa.string()),
        }
        return ScoreTable(pa.table(columns))


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Columns of numbers, texts and days, one line per customer.

    Attributes:
        table: The columns.
    """

    table: pa.Table

    def __len__(self) -> int:
        """Return how many customers there are."""
        return int(self.table.num_rows)

    def in_order(self, rows: Integers | Sequence[int]) -> "ScoreTable":
        """Return the lines at some positions, in that order."""
        return ScoreTable(self.table.take(pa.array(rows, pa.int64())))

    def as_bytes(self, form: str) -> bytes:
        """Return the content of a file.

        CSV has commas and UTF-8; texts stand in quotes and are what they are, so that they can be
        joined with the file that they came from. JSON is a list with an object per line.

        Args:
            form: One of ``FORMATS``.
        """
        if form == "json":
            return self._json().encode()
        target = BytesIO()
        if form == "parquet":
            parquet.write_table(self.table, target)
            return target.getvalue()
        target.write((",".join(self.table.column_names) + "\n").encode())
        options = arrow_csv.WriteOptions(include_header=False)
        arrow_csv.write_csv(self.table, target, write_options=options)
        return target.getvalue()

    def _json(self) -> str:
        names = self.table.column_names
        columns = (_jsonable(column).to_pylist() for column in self.table.columns)
        lines = (
            json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False)
            for row in zip(*columns, strict=True)
        )
        return "[" + ",\n ".join(lines) + "]\n"


def scored(
    statistics: StatisticsColumns,
    standing: StandingColumns,
    policies: PolicyBook,
    parameters: KGridParameters,
    *,
    as_of: date,
) -> Scores:
    """Judge customers on a day.

    Args:
        statistics: What their orders say.
        standing: Parallel to the statistics.
        policies: The rules in force.
        parameters: What was learned of the portfolio.
        as_of: The day, not before the statistics' own.
    """
    judgements, verdicts = [], []
    for book, judgement in judged_parts(statistics, standing, policies, parameters, as_of=as_of):
        judgements.append(judgement)
        verdicts.append(verdict_columns(book, judgement))
    return Scores(as_of, statistics, judging.joined(judgements), joined(verdicts))


def _jsonable(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return a column of types that JSON knows; days and the like become texts."""
    kind = column.type
    is_known = pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_string(kind)
    return column if is_known else column.cast(pa.string())


def _floats(values: Floats, is_known: Flags) -> pa.Array:
    """Return numbers, null where they are not known."""
    return pa.array(values + 0.0, mask=~is_known | ~np.isfinite(values))


def _money(cents: Floats, is_known: Flags) -> pa.Array:
    """Return amounts in the orders' currency, null where they are not known."""
    return _floats(np.round(cents / _CENTS, _MONEY_DECIMALS), is_known)


def _dates(days: Sequence[int | None]) -> pa.Array:
    """Return days from their proleptic ordinals."""
    ordinals = np.array([np.nan if day is None else day for day in days], dtype=np.float64)
    is_known = ~np.isnan(ordinals)
    since_epoch = np.where(is_known, ordinals - _UNIX_EPOCH, 0).astype(np.int32)
    return pa.array(since_epoch, mask=~is_known).cast(pa.date32())
