"""Arrays of facts for the indicators."""

from zoneinfo import ZoneInfo

from cockpit.analytics.indicators.contact_book import PeriodContacts
from cockpit.analytics.indicators.contact_rows import contact_rows, span_of
from cockpit.analytics.indicators.credit_rows import CreditRows
from cockpit.analytics.indicators.cutting import Customers
from cockpit.analytics.indicators.objection_book import PeriodObjections
from cockpit.domain.credited_days import CreditedDays
from cockpit.domain.fact_columns import (
    ContactFacts,
    FactNames,
    Packed,
)
from cockpit.domain.periods import Period


class ColumnEngine:
    """Implements ``IndicatorEngine`` of ``cockpit.services.ports.indicators``."""

    def span(self, period: Period) -> Period:
        """Return the days whose contacts the figures of a period depend on."""
        return span_of(period)

    def customers(self, packed: Packed, names: FactNames, zone: ZoneInfo) -> Customers:
        """Return the customers as arrays."""
        return Customers(packed, names, zone)

    def contacts(
        self,
        facts: ContactFacts,
        customers: object,
        period: Period,
        credits: CreditedDays,
    ) -> PeriodContacts:
        """Return a period's contacts as arrays."""
        known = _arrays(customers)
        rows = contact_rows(facts, known, self.span(period))
        return PeriodContacts(rows, known, period, CreditRows(known, credits))

    def objections(
        self,
        objections: Packed,
        arguments: Packed,
        customers: object,
        period: Period,
    ) -> PeriodObjections:
        """Return a period's objections as arrays."""
        return PeriodObjections.of(objections, arguments, _arrays(customers), period)


def _arrays(customers: object) -> Customers:
    if not isinstance(customers, Customers):
        raise TypeError("these customers are of another engine")
    return customers
