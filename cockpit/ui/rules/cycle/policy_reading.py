"""What the policy section reads, and which rule decides for each scope."""

from dataclasses import dataclass, replace

from cockpit.domain.cycle_policy import (
    EVERYBODY,
    CyclePolicy,
    PolicyBook,
    PolicyKind,
    PublishedPolicy,
)
from cockpit.services.policies import PolicyService
from cockpit.services.ports import ScopeName


@dataclass(frozen=True, slots=True)
class PolicyReading:
    """All that is known of the rules.

    Attributes:
        may_publish: Whether this user's role allows it.
    """

    book: PolicyBook
    history: tuple[PublishedPolicy, ...]
    names: tuple[ScopeName, ...]
    may_publish: bool


def read_policies(policies: PolicyService) -> PolicyReading:
    """Read rules, history and scopes."""
    return PolicyReading(
        policies.book(), tuple(policies.history()), tuple(policies.scopes()), policies.may_publish
    )


@dataclass(frozen=True, slots=True)
class ScopeLine:
    """A scope with the rule that decides for it.

    Attributes:
        rule: Its own newest rule; where it never had one, one that follows the wider rule.
        deciding: The rule that decides.
    """

    name: ScopeName
    rule: CyclePolicy
    deciding: CyclePolicy

    @property
    def is_own(self) -> bool:
        """Return whether the scope decides by a rule of its own."""
        return self.rule.kind is not PolicyKind.INHERITED


def scope_lines(reading: PolicyReading) -> list[ScopeLine]:
    """Return one line per scope, the widest first."""
    lines = []
    for name in reading.names:
        scope = name.scope
        deciding = reading.book.deciding(scope.company_id, scope.segment_id)
        rule = reading.book.rules.get(scope)
        if rule is None:
            kind = deciding.kind if scope == EVERYBODY else PolicyKind.INHERITED
            rule = replace(deciding, version=0, kind=kind)
        lines.append(ScopeLine(name, rule, deciding))
    return lines
