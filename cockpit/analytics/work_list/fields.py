"""The columns by the names that a row has them under; some are worked out of stored ones."""

from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from cockpit.analytics.work_list.columns import Column, NumberColumn
from cockpit.analytics.work_list.moment import Moment
from cockpit.analytics.work_list.standing import Standings
from cockpit.analytics.work_list.store import Store
from cockpit.domain.errors import BadInputError
from cockpit.domain.work_list import ROW_FIELDS

_BASIS_POINTS = 10_000
_SHARES = {"gap_quantile": "gap_quantile_bp", "none_90": "none_90_bp", "alive": "alive_bp"}
_STORED = frozenset(ROW_FIELDS) - {"customer_id"}


class Fields:
    """The columns of a table's rows."""

    def __init__(self, store: Store, standings: Standings, moment: Moment, as_of: date) -> None:
        self._store = store
        self._standings = standings
        self._moment = moment
        self._today = as_of.toordinal()
        self._shares: dict[str, NumberColumn] = {}

    def column(self, name: str) -> Column[Any]:  # noqa: PLR0911 - one answer per kind
        """Return the column of a field of ``CustomerRow``, ``last_order_on`` as an ordinal.

        Raises:
            BadInputError: There is none.
        """
        match name:
            case "bar":
                return self._moment.bar
            case "bar_until":
                return self._moment.until
            case "bar_who":
                return self._moment.who(self._store, self._standings)
            case "recency_days":
                return self._recency
            case "last_order_on":
                return self._store.columns["last_order_day"]
            case _ if name in _SHARES:
                return self._share(_SHARES[name])
            case _ if name in _STORED and name in self._store.columns:
                return self._store.columns[name]
        raise BadInputError("filter_unknown", field=name)

    @cached_property
    def _recency(self) -> NumberColumn:
        """Return whole days since the last order, 0 where the clock was set back behind it."""
        days = np.maximum(self._today - self._store.numbers("last_order_day"), 0.0)
        return NumberColumn(days, is_whole=True)

    def _share(self, name: str) -> NumberColumn:
        if name not in self._shares:
            values = self._store.numbers(name) / _BASIS_POINTS
            self._shares[name] = NumberColumn(values, is_whole=False)
        return self._shares[name]
