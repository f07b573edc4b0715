"""One customer, as the panel shows it."""

from dataclasses import dataclass, replace
from uuid import UUID

from cockpit.domain.clock import Clock
from cockpit.domain.customer import CustomerPanel, CustomerProfile
from cockpit.domain.cycle import CyclePolicy, explain
from cockpit.domain.vocabulary import CustomerCategory
from cockpit.services.ports import CycleEngine, Database


@dataclass(frozen=True, slots=True)
class CustomerService:
    """Reads the client panel."""

    database: Database
    engine: CycleEngine
    clock: Clock

    def panel(self, customer_id: UUID) -> CustomerPanel | None:
        """Return the panel for the clock's day, or None where the customer is gone."""
        today = self.clock.today()
        with self.database.read() as unit:
            profile = unit.customers.profile(customer_id, today=today)
            if profile is None:
                return None
            policy = unit.reference.cycle_policy()
            orders = unit.order_book.columns(until=today, customer_ids=[customer_id])
        statistics = self.engine.statistics(orders, as_of=today).get(customer_id)
        if statistics is not None:
            profile = replace(profile, statistics=statistics)
        return self._judged(profile, policy)

    def _judged(self, profile: CustomerProfile, policy: CyclePolicy) -> CustomerPanel:
        key = profile.customer_id
        is_prospect = profile.category is CustomerCategory.PROSPECT
        verdict = self.engine.verdicts(
            {key: profile.statistics},
            frozenset({key}) if profile.is_blocked else frozenset(),
            frozenset({key}) if is_prospect else frozenset(),
            policy,
            as_of=self.clock.today(),
        )[key]
        return CustomerPanel(profile, verdict, explain(profile.statistics, verdict))
