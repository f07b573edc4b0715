"""The rules in force as one transaction sees them."""

from functools import cached_property

from cockpit.data.repositories.cadence_policies import cadence_policies
from cockpit.data.repositories.policies import policy_book
from cockpit.data.repositories.window_rules import window_rules
from cockpit.data.rules_memory import RulesMemory
from cockpit.data.transaction import Transaction
from cockpit.domain.cadence import CadencePolicy
from cockpit.domain.calling_window import WindowRules
from cockpit.domain.cycle_policy import PolicyBook


class RulesInForce:
    """Read once: a transaction decides for many customers, and by the same rules."""

    def __init__(self, transaction: Transaction, memory: RulesMemory) -> None:
        """Take a transaction, and what was read by former ones."""
        self._transaction = transaction
        self._memory = memory

    @cached_property
    def window(self) -> WindowRules:
        """Return the calling hours and the company's days off."""
        mark = self._transaction.rules_mark
        return self._memory.get(mark, window_rules, self._transaction.connection)

    @cached_property
    def cadences(self) -> tuple[CadencePolicy, ...]:
        """Return the latest version of each cadence that this program understands."""
        mark = self._transaction.rules_mark
        return self._memory.get(mark, cadence_policies, self._transaction.connection)

    @cached_property
    def cycles(self) -> PolicyBook:
        """Return the newest purchase-cycle policies."""
        mark = self._transaction.rules_mark
        return self._memory.get(mark, policy_book, self._transaction.connection)
