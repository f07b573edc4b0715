"""What a draft of a rule would change today, and for whom: both rules are asked the same."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from cockpit.domain.cadence import CadencePolicy, CadenceRules, CadenceScope, policy_for
from cockpit.domain.cadence_choice import CadenceFacts, capped_until
from cockpit.domain.cadence_documents import rules_of, scope_of
from cockpit.domain.calling_window import (
    Hours,
    Place,
    WindowRules,
    Wishes,
    first_opening,
    window_now,
)
from cockpit.domain.clock import Clock
from cockpit.domain.errors import CancelledError
from cockpit.domain.messages import Message
from cockpit.domain.next_step import NextStep, StepKind
from cockpit.domain.offers import DEFAULT_DISCOUNTS_BP, percent
from cockpit.domain.rule_facts import LastContact
from cockpit.domain.rule_fields import fields_of
from cockpit.domain.rules import Document, Effect, RuleDraft, RuleKind, RuleSubject
from cockpit.domain.vocabulary import Role
from cockpit.services.ports import CurrentUser, MessageRenderer, ReadUnit

_WEEK = timedelta(days=7)
#: Customers who were contacted in this time have a next step that can still change.
_OPEN_DAYS = 30
_REMEMBERED = timedelta(days=366)
#: The most recent of them stand for all: judging one takes reading their contacts of a year.
MOST_JUDGED = 5_000
_CHECK_EVERY = 50
_MOST_SAMPLES = 5
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*%")


class _Change(StrEnum):
    """How a customer's next step changes, the gravest first."""

    OTHER_POLICY = "other_policy"
    NOW_RESTS = "now_rests"
    NO_LONGER_RESTS = "no_longer_rests"
    NOW_CAPPED = "now_capped"
    NO_LONGER_CAPPED = "no_longer_capped"
    SOONER = "sooner"
    LATER = "later"
    OTHER_WAY = "other_way"


@dataclass(frozen=True, slots=True)
class RuleEffects:
    """Simulates drafts within one reading unit.

    Attributes:
        is_cancelled: Says whether nobody waits any more.
        sample: The customer on whom templates are tried; None takes any.
    """

    unit: ReadUnit
    clock: Clock
    user: CurrentUser
    renderer: Callable[[], MessageRenderer]
    is_cancelled: Callable[[], bool]
    sample: UUID | None = None

    def of(self, draft: RuleDraft, before: RuleSubject) -> tuple[Effect, ...]:
        """Return what a checked draft would change against what is in force.

        Raises:
            CancelledError: Nobody waits any more.
        """
        works: Mapping[RuleKind, Callable[[RuleDraft, RuleSubject], Iterable[Effect]]] = {
            RuleKind.CADENCE: self._cadence,
            RuleKind.WINDOWS: self._windows,
            RuleKind.OFFERS: self._offers,
            RuleKind.OUTCOMES: self._outcomes,
            RuleKind.OBJECTIONS: self._objections,
            RuleKind.TEMPLATES: self._templates,
            RuleKind.SETTINGS: self._settings,
        }
        return tuple(works[draft.kind](draft, before))

    # --- calling hours -------------------------------------------------------------------------

    def _windows(self, draft: RuleDraft, before: RuleSubject) -> Iterable[Effect]:
        """Compare who may be called now, and for how long in the seven days to come."""
        present = self.unit.queue.window_rules()
        contents = {one.key: one.content for one in self.unit.rules.subjects(RuleKind.WINDOWS)}
        old = window_of(contents, present)
        new = window_of({**contents, draft.subject: draft.content}, present)
        now = self.clock.now()
        judged: dict[tuple[Place, Wishes], tuple[bool, int]] = {}
        found: dict[str, list[UUID]] = defaultdict(list)
        for number, (key, place, wishes) in enumerate(self.unit.rules.places()):
            if number % _CHECK_EVERY == 0:
                self._go_on()
            where = (place, wishes)
            if where not in judged:
                judged[where] = self._compared(place, wishes, (old, new), now)
            changes_now, minutes = judged[where]
            if changes_now:
                is_open = window_now(place, wishes, new, now).closed is None
                found["opens_now" if is_open else "closes_now"].append(key)
            if minutes:
                found["more_hours" if minutes > 0 else "fewer_hours"].append(key)
        order = ("opens_now", "closes_now", "more_hours", "fewer_hours")
        return [_effect(f"windows_{one}", found[one]) for one in order if found[one]]

    def _compared(
        self,
        place: Place,
        wishes: Wishes,
        rules: tuple[WindowRules, WindowRules],
        now: datetime,
    ) -> tuple[bool, int]:
        """Return whether "now" changes, and how many minutes of a week are gained."""
        old, new = rules
        was, will = (window_now(place, wishes, one, now).closed is None for one in rules)
        minutes = open_minutes(place, wishes, new, now) - open_minutes(place, wishes, old, now)
        return was != will, minutes

    # --- cadence -------------------------------------------------------------------------------

    def _cadence(self, draft: RuleDraft, before: RuleSubject) -> Iterable[Effect]:
        """Plan again from each customer's last contact, as it is and with the draft."""
        now, today = self.clock.now(), self.clock.today()
        present = tuple(self.unit.cadence.policies())
        scope, rules = cadence_of(draft.content)
        others = tuple(one for one in present if one.name != draft.subject)
        version = max((one.version for one in present if one.name == draft.subject), default=0)
        # What is tried takes the number that it would get: of equals the newer one decides.
        tried = CadencePolicy(None, draft.subject, version + 1, scope, rules)
        contacts = self.unit.rules.last_contacts(
            since=now - timedelta(days=_OPEN_DAYS), today=today, limit=MOST_JUDGED
        )
        found: dict[_Change, list[UUID]] = defaultdict(list)
        for number, last in enumerate(contacts):
            if number % _CHECK_EVERY == 0:
                self._go_on()
            old = policy_for(present, last.subject)
            new = policy_for((*others, tried), last.subject)
            if old.name == new.name and (old.rules == new.rules or new is not tried):
                continue
            for change in self._changes(last, old, new):
                found[change].append(last.customer_id)
        effects = [_effect(f"cadence_{one}", found[one]) for one in _Change if found[one]]
        if len(contacts) == MOST_JUDGED:
            effects.append(Effect(Message.of("rule.would_cadence_sampled", count=MOST_JUDGED)))
        return effects

    def _changes(
        self, last: LastContact, old: CadencePolicy, new: CadencePolicy
    ) -> Iterable[_Change]:
        """Return how the step after a contact differs between two policies."""
        if old.name != new.name:
            yield _Change.OTHER_POLICY
        facts = self.unit.cadence.facts(
            last.customer_id,
            now=last.at,
            today=self.clock.today(),
            since=last.at - _REMEMBERED,
            status=last.subject.status,
            without=last.contact_id,
        )
        if facts is None:
            return
        before = _planned(replace(facts, policy=old), last)
        after = _planned(replace(facts, policy=new), last)
        yield from _step_changes(before[0], after[0])
        if before[1] is None and after[1] is not None:
            yield _Change.NOW_CAPPED
        elif before[1] is not None and after[1] is None:
            yield _Change.NO_LONGER_CAPPED

    # --- offers --------------------------------------------------------------------------------

    def _offers(self, draft: RuleDraft, before: RuleSubject) -> Iterable[Effect]:
        """Compare what pitch notes of the last month promise with both limits."""
        contents = {
            one.key: one.content["discount_bp"] for one in self.unit.rules.subjects(RuleKind.OFFERS)
        }
        after = {**contents, draft.subject: draft.content["discount_bp"]}
        above: dict[str, list[UUID]] = defaultdict(list)
        limits: dict[Role, tuple[int, int]] = {
            role: (limit_of(role, contents), limit_of(role, after)) for role in Role
        }
        since = self.clock.now() - timedelta(days=_OPEN_DAYS)
        for one in self.unit.rules.written_offers(since=since):
            offered, (old, new) = offered_bp(one.offer), limits[one.role]
            if old >= offered > new:
                above["now_above"].append(one.customer_id)
            elif old < offered <= new:
                above["no_longer_above"].append(one.customer_id)
        for role, (old, new) in limits.items():
            if old != new:
                values = {"before": percent(old), "after": percent(new)}
                word = Message.of(f"rule.role_{role}")
                yield Effect(Message.of("rule.would_offers_limit", role=word, **values))
        for key in ("now_above", "no_longer_above"):
            if above[key]:
                yield _effect(f"offers_{key}", above[key])

    # --- catalogues ----------------------------------------------------------------------------

    def _outcomes(self, draft: RuleDraft, before: RuleSubject) -> Iterable[Effect]:
        """Name who rests by an outcome that would change: their rest runs to its end."""
        former = {one["id"]: one for one in before.content["outcomes"]}
        changed = {
            one["id"]: one
            for one in draft.content["outcomes"]
            if one["id"] in former and one != former[one["id"]]
        }
        keys = [UUID(key) for key in changed]
        resting = self.unit.rules.resting_by(keys, now=self.clock.now())
        for key, one in changed.items():
            is_retired = former[key]["is_active"] and not one["is_active"]
            sentence = "outcome_retired" if is_retired else "outcome_changed"
            message = Message.of(f"rule.would_{sentence}", name=former[key]["name"])
            yield Effect(message, tuple(resting.get(key, ())))

    def _objections(self, draft: RuleDraft, before: RuleSubject) -> Iterable[Effect]:
        """Name who has an open objection that would no longer be offered."""
        former = {one["id"]: one for one in before.content["objections"]}
        for one in draft.content["objections"]:
            old = former.get(one["id"])
            if old is not None and old["is_active"] and not one["is_active"]:
                open_with = self.unit.rules.with_open_objection([UUID(one["id"])])
                message = Message.of("rule.would_objection_retired", name=old["name"])
                yield Effect(message, tuple(open_with))

    def _templates(self, draft: RuleDraft, before: RuleSubject) -> Iterable[Effect]:
        """Fill each changed template in with a customer's values."""
        former = {one["id"]: one for one in before.content["templates"]}
        changed = [one for one in draft.content["templates"] if one != former.get(one["id"])]
        sample = self.sample or next((key for key, *_ in self.unit.rules.places()), None)
        if sample is None:
            return
        values = self.unit.messages.placeholders(
            sample, None, user=self.user, today=self.clock.today()
        )
        for one in changed[:_MOST_SAMPLES]:
            text = self.renderer().render(one["subject"], one["body"], values)
            shown = "\n".join(filter(None, (text.subject, text.body)))
            message = Message.of("rule.would_template_read", name=one["name"], text=shown)
            yield Effect(message, (sample,))

    def _settings(self, draft: RuleDraft, before: RuleSubject) -> Iterable[Effect]:
        """Say which numbers change; they hold from the publication on."""
        for one in fields_of(RuleKind.SETTINGS):
            old, new = before.content[one.key], draft.content[one.key]
            if old != new:
                values = {"before": old, "after": new}
                yield Effect(Message.of("rule.would_setting", field=one.title, **values))

    def _go_on(self) -> None:
        if self.is_cancelled():
            raise CancelledError


def window_of(contents: Mapping[str, Document], present: WindowRules) -> WindowRules:
    """Return calling hours from the documents of all subjects; days off stay as they are."""
    everywhere = contents[""]
    return replace(
        present,
        default=_hours(everywhere),
        by_state={
            state: _hours(one) for state, one in contents.items() if state and not one["follows"]
        },
        optional_days=everywhere["optional_days"],
    )


def open_minutes(place: Place, wishes: Wishes, rules: WindowRules, since: datetime) -> int:
    """Return how many minutes of the seven days from an instant on a customer may be called."""
    until, total = since + _WEEK, timedelta()
    opens_at = first_opening(place, wishes, rules, since)
    while opens_at is not None and opens_at < until:
        closes_at = window_now(place, wishes, rules, opens_at).closes_at
        if closes_at is None:
            break
        total += min(closes_at, until) - opens_at
        opens_at = first_opening(place, wishes, rules, closes_at)
    return round(total / timedelta(minutes=1))


def limit_of(role: Role, discounts: Mapping[str, int | None]) -> int:
    """Return what a role may offer in basis points: its own, else everybody's, else the usual."""
    for key in (role.value, ""):
        found = discounts.get(key)
        if found is not None:
            return found
    return DEFAULT_DISCOUNTS_BP[role]


def offered_bp(offer: str) -> int:
    """Return the largest percentage that a text names, in basis points; 0 without one."""
    found = [float(one.replace(",", ".")) for one in _PERCENT.findall(offer)]
    return round(100 * max(found, default=0.0))


def cadence_of(content: Document) -> tuple[CadenceScope, CadenceRules]:
    """Return a cadence's document as the planner takes it."""
    orders = {key: content[key] for key in ("confirm_days", "late_days", "thank_days")}
    return scope_of(content), rules_of({**content, "orders": orders})


def _planned(facts: CadenceFacts, last: LastContact) -> tuple[NextStep, datetime | None]:
    contacts = facts.with_contact(last.outcome, last.at, last.channel, last.direction)
    return facts.step(last.outcome, contacts), capped_until(facts, contacts, last.at)


def _step_changes(before: NextStep, after: NextStep) -> Iterable[_Change]:
    if after.kind is StepKind.REST and before.kind is not StepKind.REST:
        yield _Change.NOW_RESTS
    elif before.kind is StepKind.REST and after.kind is not StepKind.REST:
        yield _Change.NO_LONGER_RESTS
    elif before.due_at is not None and after.due_at is not None and before.due_at != after.due_at:
        yield _Change.SOONER if after.due_at < before.due_at else _Change.LATER
    if (before.channel, before.goal) != (after.channel, after.goal):
        yield _Change.OTHER_WAY


def _hours(content: Document) -> Hours:
    return Hours(
        opens=time.fromisoformat(content["opens"]),
        closes=time.fromisoformat(content["closes"]),
        weekdays=frozenset(int(one) for one in content["weekdays"]),
    )


def _effect(key: str, customer_ids: Sequence[UUID]) -> Effect:
    return Effect(Message.of(f"rule.would_{key}"), tuple(customer_ids))
