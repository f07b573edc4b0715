"""Policies of the purchase cycle: what is in force, what a change would do, publishing it."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from cockpit.domain.audit import AuditAction, Deed
from cockpit.domain.columns import VerdictColumns
from cockpit.domain.cycle_policy import (
    CyclePolicy,
    PolicyBook,
    PolicyScope,
    PublishedPolicy,
)
from cockpit.domain.cycle_reports import Simulation, StatusMove, StatusTotal
from cockpit.domain.errors import BadInputError, CancelledError
from cockpit.domain.plain_text import storable
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.services.cycle_state import CycleStates
from cockpit.services.metrics import MetricsService
from cockpit.services.ports import CurrentUser, ScopeName, WriteUnit


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class PolicyService:
    """Reads, tries and publishes policies; a published version is never changed."""

    states: CycleStates
    metrics: MetricsService
    user: CurrentUser

    @property
    def may_publish(self) -> bool:
        """Return whether the user may publish; anybody may look and simulate."""
        return self.user.may(Task.PUBLISH_POLICIES)

    def book(self) -> PolicyBook:
        """Return the rules in force on the clock's day."""
        with self.states.database.read() as unit:
            return unit.policies.book(at=self.states.clock.known_at)

    def history(self) -> list[PublishedPolicy]:
        """Return every version published up to the clock's day, the newest first."""
        known_at = self.states.clock.known_at
        with self.states.database.read() as unit:
            versions = unit.policies.history()
        return [one for one in versions if known_at is None or one.published_at <= known_at]

    def scopes(self) -> list[ScopeName]:
        """Return everybody, then each company, then each segment."""
        with self.states.database.read() as unit:
            return unit.policies.scopes()

    def basis(self, scope: PolicyScope) -> CyclePolicy:
        """Return what a new version of a scope begins with.

        That is the scope's own newest version, else the numbers of the rule that decides there
        now, as version 0.
        """
        book = self.book()
        own = book.rules.get(scope)
        return own or replace(book.deciding(scope.company_id, scope.segment_id), version=0)

    def simulate(
        self,
        scope: PolicyScope,
        policy: CyclePolicy,
        *,
        is_cancelled: Callable[[], bool] = _never,
    ) -> Simulation:
        """Return what a policy would change today; nothing is stored.

        Args:
            scope: Whom it is for.
            policy: Its numbers.
            is_cancelled: Says whether nobody waits any more; asked before each of the three steps.

        Raises:
            BadInputError: A number of the policy makes no sense.
            CancelledError: ``is_cancelled`` said so.
        """
        policy.checked()
        _go_on(is_cancelled)
        with self.states.database.read() as unit:
            state = self.states.everyone(unit)
        _go_on(is_cancelled)
        rules = {**state.policies.rules, scope: policy}
        before = after = self.states.verdicts(state)
        if rules != state.policies.rules:
            _go_on(is_cancelled)
            after = self.states.verdicts(replace(state, policies=PolicyBook(rules)))
        return simulation(policy, state.statistics.customer_id, before, after)

    def publish(self, scope: PolicyScope, policy: CyclePolicy, note: str) -> PublishedPolicy:
        """Publish the version that follows ``policy.version``, and judge everybody by it.

        Args:
            scope: Whom it is for.
            policy: What ``basis`` returned, with other numbers.
            note: Why.

        Raises:
            BadInputError: A number makes no sense, or the user may not publish.
            ConflictError: Somebody published another version of this scope meanwhile.
        """
        if not self.may_publish:
            raise BadInputError("policy_not_allowed")
        policy.checked()
        at = self.states.clock.now()

        def store(unit: WriteUnit) -> PublishedPolicy:
            stored = unit.policies.publish(
                scope, policy, user=self.user, note=storable(note).strip(), at=at
            )
            detail = {"version": stored.policy.version, "kind": stored.policy.kind.value}
            deed = Deed(AuditAction.POLICY_PUBLISHED, "cycle_policies", stored.policy_id, detail)
            unit.audit.record(deed, user=self.user, at=at)
            return stored

        return self.metrics.judge_by(store, rules={scope: policy})

    def roll_back(self, policy_id: UUID, note: str) -> PublishedPolicy:
        """Publish an older version's numbers again, as the newest version of its scope.

        Raises:
            BadInputError: There is no such version, or the user may not publish.
            ConflictError: Somebody published another version of this scope meanwhile.
        """
        versions = self.history()
        wanted = next((one for one in versions if one.policy_id == policy_id), None)
        if wanted is None:
            raise BadInputError("policy_unknown")
        newest = max(one.policy.version for one in versions if one.scope == wanted.scope)
        return self.publish(wanted.scope, replace(wanted.policy, version=newest), note)


def _go_on(is_cancelled: Callable[[], bool]) -> None:
    if is_cancelled():
        raise CancelledError


def simulation(
    policy: CyclePolicy,
    customer_ids: Sequence[UUID],
    before: VerdictColumns,
    after: VerdictColumns,
) -> Simulation:
    """Compare judgements without and with a policy.

    Args:
        policy: The proposed rule.
        customer_ids: The customers, parallel to both judgements.
        before: By the rules in force.
        after: With the proposed one.
    """
    return Simulation(policy, _totals(before, after), _moves(customer_ids, before, after))


def _totals(before: VerdictColumns, after: VerdictColumns) -> tuple[StatusTotal, ...]:
    """Return one line per status that occurs, in the vocabulary's order."""
    counts_before, cents_before = _sums(before)
    counts_after, cents_after = _sums(after)
    return tuple(
        StatusTotal(
            status=status,
            count_before=counts_before[status],
            count_after=counts_after[status],
            at_risk_cents_before=cents_before[status],
            at_risk_cents_after=cents_after[status],
        )
        for status in LifecycleStatus
        if counts_before[status] or counts_after[status]
    )


def _sums(
    verdicts: VerdictColumns,
) -> tuple[Mapping[LifecycleStatus, int], Mapping[LifecycleStatus, int]]:
    """Return how many customers each status has and the money at risk with them."""
    counts: defaultdict[LifecycleStatus, int] = defaultdict(int)
    cents: defaultdict[LifecycleStatus, int] = defaultdict(int)
    for status, at_risk in zip(verdicts.status, verdicts.at_risk_cents, strict=True):
        counts[status] += 1
        cents[status] += at_risk
    return counts, cents


def _moves(
    keys: Sequence[UUID], before: VerdictColumns, after: VerdictColumns
) -> tuple[StatusMove, ...]:
    """Return who would change, by the two statuses, the most money first."""
    places: defaultdict[tuple[LifecycleStatus, LifecycleStatus], list[int]] = defaultdict(list)
    for place, pair in enumerate(zip(before.status, after.status, strict=True)):
        if pair[0] is not pair[1]:
            places[pair].append(place)
    moves = [_move(pair, found, keys, after) for pair, found in places.items()]
    return tuple(sorted(moves, key=lambda move: move.at_risk_cents, reverse=True))


def _move(
    pair: tuple[LifecycleStatus, LifecycleStatus],
    places: list[int],
    keys: Sequence[UUID],
    after: VerdictColumns,
) -> StatusMove:
    """Return one line, the customers with the most money first."""
    places.sort(key=lambda place: after.at_risk_cents[place], reverse=True)
    return StatusMove(
        before=pair[0],
        after=pair[1],
        customer_ids=tuple(keys[place] for place in places),
        at_risk_cents=sum(after.at_risk_cents[place] for place in places),
    )
