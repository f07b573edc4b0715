"""Credits for contacts, from columns of keys to columns of credits."""

import numpy as np

from cockpit.analytics.indicators.credit import Approaches, credited_events, in_days, returns_of
from cockpit.analytics.packing import unpacked
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import ApproachColumns, CreditColumns, EventColumns


class ColumnCrediting:
    """Implements ``cockpit.services.ports.Crediting``."""

    def credited(
        self, approaches: ApproachColumns, events: EventColumns, period: Period
    ) -> CreditColumns:
        """Return the order events of a period that belong to a return; see the port."""
        ids = list(dict.fromkeys(approaches.customer_id))
        place = {key: at for at, key in enumerate(ids)}
        count = len(approaches.customer_id)
        customer = np.fromiter(map(place.__getitem__, approaches.customer_id), np.int64, count)
        days: list[bytes] = [b""] * len(ids)
        cents: list[bytes] = [b""] * len(ids)
        for key, its_days, its_cents in zip(
            events.customer_id, events.event_days, events.event_cents, strict=True
        ):
            at = place.get(key)
            if at is not None:
                days[at], cents[at] = its_days, its_cents
        history = unpacked(days, cents)
        found = returns_of(
            Approaches(customer, np.asarray(approaches.day, dtype=np.int64)),
            history,
            within_days=np.asarray(approaches.within_days, dtype=np.int64),
        )
        event, owner = credited_events(found, history)
        day = history.day[event]
        inside = np.flatnonzero(in_days(day, period.first.toordinal(), period.last.toordinal()))
        inside = inside[np.argsort(day[inside], kind="stable")]
        event, owner = event[inside], owner[inside]
        return CreditColumns(
            approach=found.approach[owner].tolist(),
            day=day[inside].tolist(),
            cents=history.value_cents[event].tolist(),
            return_day=found.day[owner].tolist(),
        )
