"""What a contact is for, and what to answer: by rule, from the customer's standing and history."""

from collections.abc import Iterable

from cockpit.domain.customer import CustomerPanel, CustomerProfile, NextAttempt, NextContact
from cockpit.domain.messages import Message
from cockpit.domain.objections import ObjectionKind, by_success
from cockpit.domain.pitch import Answer
from cockpit.domain.pitch_evidence import standing_objections
from cockpit.domain.pitch_words import money, worded
from cockpit.domain.sections import CustomerStory
from cockpit.domain.vocabulary import (
    ContactGoal,
    LifecycleStatus,
    ObjectionState,
    QuoteState,
    ServiceCaseState,
)

_BY_STATUS = {
    LifecycleStatus.NEW: "thank_new",
    LifecycleStatus.ACTIVE: "keep",
    LifecycleStatus.AT_RISK: "prevent",
    LifecycleStatus.INACTIVE: "recover",
    LifecycleStatus.LOST: "lost",
    LifecycleStatus.RECOVERED: "thank_recovered",
    LifecycleStatus.BLOCKED: "blocked",
    LifecycleStatus.PROSPECT: "first",
}

_PROMISED = {
    ContactGoal.CONFIRM_DELIVERY: "goal_confirm_delivery",
    ContactGoal.SETTLE_DELAY: "goal_settle_delay",
    ContactGoal.THANK: "goal_thank",
}
_PLANNED = {
    ContactGoal.DECIDE: "goal_decide",
    ContactGoal.TRY_AGAIN: "goal_try_again",
}


def goal(panel: CustomerPanel, story: CustomerStory) -> Message:
    """Return what this contact is for: money owed first, then what was promised, then trouble."""
    planned, attempt = panel.profile.next_contact, panel.profile.next_attempt
    found = _money_goal(panel.profile) or _promised_goal(planned)
    found = found or _matter_goal(story) or _planned_goal(planned or attempt)
    return found or worded(f"goal_{_BY_STATUS[panel.verdict.status]}")


def _money_goal(profile: CustomerProfile) -> Message | None:
    """Return what must be settled before anything can be sold."""
    if profile.overdue_cents > 0:
        return worded("goal_collect", amount=money(profile.overdue_cents))
    if profile.is_blocked:
        return worded("goal_blocked")
    return worded("goal_credit") if profile.is_credit_lane else None


def _promised_goal(planned: NextContact | None) -> Message | None:
    """Return what the customer expects of the next contact."""
    if planned is None or planned.goal is None:
        return None
    if planned.goal is ContactGoal.ANSWER and planned.deadline is not None:
        return worded("goal_answer", deadline=planned.deadline)
    name = _PROMISED.get(planned.goal)
    return None if name is None else worded(name)


def _planned_goal(planned: NextContact | NextAttempt | None) -> Message | None:
    """Return what the cadence wants of the next contact, where nothing weightier is at hand."""
    name = None if planned is None or planned.goal is None else _PLANNED.get(planned.goal)
    return None if name is None else worded(name)


def _matter_goal(story: CustomerStory) -> Message | None:
    """Return what is open between us and them."""
    if any(case.state is ServiceCaseState.OPEN for case in story.cases):
        return worded("goal_case")
    for objection in story.objections:
        if objection.woken_at is not None and objection.state is ObjectionState.OPEN:
            return worded("goal_woken", name=objection.name)
    for quote in story.quotes:
        if quote.state is QuoteState.OPEN:
            return worded("goal_quote", number=quote.number, amount=money(quote.total_cents))
    return None


def answers(story: CustomerStory, catalogue: Iterable[ObjectionKind]) -> tuple[Answer, ...]:
    """Return what to answer to each objection that stands, the woken ones first.

    A kind that the catalogue has no answer to is left out.
    """
    arguments = {kind.kind_id: by_success(kind.arguments) for kind in catalogue}
    return tuple(
        Answer(one.name, arguments[one.kind_id])
        for one in standing_objections(story)
        if arguments.get(one.kind_id)
    )
