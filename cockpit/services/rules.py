"""Rules of every kind but the purchase cycle: reading, checking, publishing, rolling back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from cockpit.domain.audit import AuditAction, Deed
from cockpit.domain.cadence import DEFAULT_POLICY
from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.plain_text import storable
from cockpit.domain.rights import Task
from cockpit.domain.rule_checks import check_used, checked
from cockpit.domain.rule_fields import fields_of
from cockpit.domain.rules import (
    CATALOGUES,
    Document,
    Effect,
    RuleDraft,
    RuleError,
    RuleKind,
    RuleReading,
    RuleStanding,
    RuleSubject,
    RuleVersion,
    Shape,
)
from cockpit.services.ports import CurrentUser, Database, MessageRenderer, ReadUnit
from cockpit.services.rule_effects import RuleEffects

_TABLES = {
    RuleKind.CADENCE: "cadence_policies",
    RuleKind.WINDOWS: "calling_window_policies",
    RuleKind.OFFERS: "offer_policies",
}
_TOPICS = {
    RuleKind.CADENCE: (Topic.REFERENCE, Topic.QUEUE, Topic.AGENDA),
    RuleKind.WINDOWS: (Topic.CUSTOMERS, Topic.QUEUE, Topic.AGENDA),
    RuleKind.OFFERS: (Topic.REFERENCE,),
    RuleKind.OUTCOMES: (Topic.REFERENCE, Topic.QUEUE),
    RuleKind.OBJECTIONS: (Topic.REFERENCE,),
    RuleKind.TEMPLATES: (Topic.REFERENCE,),
    RuleKind.SETTINGS: (Topic.SETTINGS, Topic.AGENDA, Topic.REMINDERS),
}
_NAME_LENGTH = 60


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class RuleService:
    """What supervisors edit; a published version is never changed."""

    database: Database
    clock: Clock
    user: CurrentUser
    renderer: Callable[[], MessageRenderer]

    def may_publish(self, kind: RuleKind) -> bool:
        """Return whether the user may publish a kind; anybody may look and simulate."""
        return self.user.may(_task(kind))

    def standings(self) -> tuple[RuleStanding, ...]:
        """Return the newest version of each kind, in the kinds' order."""
        with self.database.read() as unit:
            return tuple(self._standing(unit, kind) for kind in RuleKind)

    def read(self, kind: RuleKind) -> RuleReading:
        """Return everything about a kind, the purchase cycle excepted."""
        with self.database.read() as unit:
            rules = unit.rules
            return RuleReading(
                kind=kind,
                subjects=tuple(rules.subjects(kind)),
                history=tuple(rules.history(kind)),
                may_publish=self.may_publish(kind),
                names=rules.names(kind),
                used=rules.used(kind),
                measured=rules.measured(kind),
            )

    def simulate(
        self,
        draft: RuleDraft,
        *,
        sample: UUID | None = None,
        is_cancelled: Callable[[], bool] = _never,
    ) -> tuple[Effect, ...]:
        """Return what a draft would change for whom; nothing is stored.

        Args:
            draft: What somebody may publish.
            sample: The customer on whom templates are tried; by default any.
            is_cancelled: Says whether nobody waits any more.

        Raises:
            CancelledError: ``is_cancelled`` said so.
            RuleError: A field makes no sense.
        """
        with self.database.read() as unit:
            draft = self._acceptable(unit, draft)
            effects = RuleEffects(unit, self.clock, self.user, self.renderer, is_cancelled, sample)
            return effects.of(draft, self._subject(unit, draft))

    def check(self, draft: RuleDraft) -> Document:
        """Return a draft's document in its canonical form.

        Raises:
            RuleError: A field makes no sense; its path says which.
        """
        _check_name(draft)
        return checked(draft.kind, draft.subject, draft.content)

    def publish(self, draft: RuleDraft) -> RuleVersion:
        """Publish a draft as the version that follows the one it began with.

        Raises:
            ConflictError: Somebody published another version meanwhile.
            ForbiddenError: The user may not publish this.
            RuleError: A field makes no sense; its path says which.
        """
        self._allow(draft.kind)
        at = self.clock.now()
        with self.database.write() as unit:
            unit.rules.lock(draft.kind)
            draft = replace(self._acceptable(unit, draft), note=storable(draft.note).strip())
            version = unit.rules.publish(draft, user=self.user, at=at)
            detail = {
                "version": version.version, "kind": draft.kind.value, "subject": draft.subject,
            }  # fmt: skip
            table = _TABLES.get(draft.kind, "catalogue_versions")
            deed = Deed(AuditAction.POLICY_PUBLISHED, table, version.version_id, detail)
            unit.audit.record(deed, user=self.user, at=at)
            whose = None if draft.kind is RuleKind.WINDOWS else ()
            unit.changed(*_TOPICS[draft.kind], customer_ids=whose)
        return version

    def returning(self, kind: RuleKind, version_id: UUID) -> RuleDraft:
        """Return an older version as a draft to publish again.

        Entries of a catalogue that came later stay, out of use.

        Raises:
            BadInputError: There is no such version.
        """
        with self.database.read() as unit:
            wanted = next(
                (one for one in unit.rules.history(kind) if one.version_id == version_id), None
            )
            if wanted is None:
                raise BadInputError("policy_unknown")
            now = self._subject(unit, RuleDraft(kind, wanted.subject, 0, {}))
        content = wanted.content
        if kind in CATALOGUES:
            content = _with_later(kind, content, now.content)
        return RuleDraft(kind, wanted.subject, now.version, content)

    def roll_back(self, kind: RuleKind, version_id: UUID, note: str) -> RuleVersion:
        """Publish an older version again, as the newest one.

        Raises:
            BadInputError: There is no such version, or its content is no longer acceptable.
            ConflictError: Somebody published another version meanwhile.
            ForbiddenError: The user may not publish this.
        """
        self._allow(kind)
        return self.publish(replace(self.returning(kind, version_id), note=note))

    def _allow(self, kind: RuleKind) -> None:
        if not self.may_publish(kind):
            raise ForbiddenError("policy_not_allowed")

    def _acceptable(self, unit: ReadUnit, draft: RuleDraft) -> RuleDraft:
        content = self.check(draft)
        before = self._subject(unit, draft).content
        check_used(draft.kind, before, content, unit.rules.used(draft.kind))
        if draft.kind is RuleKind.TEMPLATES:
            self._check_templates(content)
        return replace(draft, content=content)

    def _check_templates(self, content: Document) -> None:
        renderer = self.renderer()
        for place, one in enumerate(content["templates"]):
            try:
                renderer.check(one["subject"], one["body"])
            except BadInputError as error:
                _, _, key = error.message.key.partition(".")
                path = ("templates", place, "body")
                raise RuleError(key, path, **error.message.as_dict()) from None

    @staticmethod
    def _subject(unit: ReadUnit, draft: RuleDraft) -> RuleSubject:
        """Return what is in force for a draft's subject; of a new cadence what holds without."""
        for one in unit.rules.subjects(draft.kind):
            if one.key == draft.subject:
                return one
        blank = {one.key: one.default for one in fields_of(draft.kind, draft.subject)}
        return RuleSubject(draft.subject, 0, blank, is_own=False)

    def _standing(self, unit: ReadUnit, kind: RuleKind) -> RuleStanding:
        if kind is RuleKind.CYCLE:
            published = unit.policies.history()
            if not published:
                return RuleStanding(kind)
            rule = published[0]
            return RuleStanding(kind, rule.policy.version, rule.author, rule.published_at)
        versions = unit.rules.history(kind)
        if not versions:
            return RuleStanding(kind)
        latest = versions[0]
        return RuleStanding(kind, latest.version, latest.author, latest.published_at)


def _task(kind: RuleKind) -> Task:
    return Task.EDIT_TEMPLATES if kind is RuleKind.TEMPLATES else Task.PUBLISH_POLICIES


def _check_name(draft: RuleDraft) -> None:
    if draft.kind is not RuleKind.CADENCE or draft.subject == DEFAULT_POLICY.name:
        return
    name = draft.subject
    if not name.strip() or len(name) > _NAME_LENGTH or name != storable(name).strip():
        raise RuleError("rule_bad_name", ("",), high=_NAME_LENGTH)


def _with_later(kind: RuleKind, content: Document, now: Document) -> Document:
    """Return an older document with the entries that came after it, out of use."""
    found = dict(content)
    for one in fields_of(kind):
        if one.shape is Shape.ROWS:
            known = {row["id"] for row in content[one.key]}
            later = [row for row in now[one.key] if row["id"] not in known]
            found[one.key] = [*content[one.key], *({**row, "is_active": False} for row in later)]
    if kind is RuleKind.OBJECTIONS:
        found["objections"] = [_with_answers(one, now) for one in found["objections"]]
    return found


def _with_answers(objection: Document, now: Document) -> Document:
    """Return an objection with the answers that came later, out of use."""
    present = next((one for one in now["objections"] if one["id"] == objection["id"]), None)
    if present is None:
        return objection
    known = {one["id"] for one in objection["arguments"]}
    later = [one for one in present["arguments"] if one["id"] not in known]
    answers = [*objection["arguments"], *({**one, "is_active": False} for one in later)]
    return {**objection, "arguments": answers}
