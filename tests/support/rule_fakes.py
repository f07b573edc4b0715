"""Rules in memory for the windows' tests: checked, versioned and simulated as the real ones."""

from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from cockpit.data.default_templates import default_templates
from cockpit.data.defaults import OUTCOMES, REASONS
from cockpit.domain.errors import ConflictError
from cockpit.domain.ids import new_id
from cockpit.domain.messages import Message
from cockpit.domain.rule_checks import check_used, checked
from cockpit.domain.rule_fields import SUBJECTS, fields_of
from cockpit.domain.rules import (
    Document,
    Effect,
    RuleDraft,
    RuleKind,
    RuleReading,
    RuleStanding,
    RuleSubject,
    RuleVersion,
)

FIRST = datetime(2026, 1, 5, 12, tzinfo=UTC)
AUTHOR = "Marta Lima"


def sample(kind: RuleKind, subject: str = "") -> Document:
    """Return a document of a kind as the program begins with it."""
    found = {one.key: deepcopy(one.default) for one in fields_of(kind, subject)}
    if kind is RuleKind.CADENCE:
        step = {"wait_minutes": 1440, "goal": "reach", "channel": None}
        caps = [{"count": 3, "days": 1}, {"count": 5, "days": 7}]
        return found | {"retries": [step], "follow_ups": [dict(step)], "caps": caps}
    if kind is RuleKind.OUTCOMES:
        return found | {"outcomes": _outcomes(), "reasons": _reasons()}
    if kind is RuleKind.OBJECTIONS:
        answers = [{"id": str(new_id()), "text": "Mostre o prazo.", "is_active": True}]
        return {"objections": [_objection("Preço", answers), _objection("Prazo", [])]}
    if kind is RuleKind.TEMPLATES:
        return {"templates": [_template(row) for row in default_templates()]}
    return found


def _outcomes() -> list[Document]:
    return [
        {
            "id": str(one.outcome_id), "code": one.code, "name": one.name,
            "effect": one.effect.value, "wait_minutes": one.wait_minutes,
            "is_reached": one.is_reached, "needs_reason": one.needs_reason,
            "needs_date": one.needs_date, "needs_objection": one.needs_objection,
            "is_request": one.is_request, "is_active": True,
        }
        for one in OUTCOMES
    ]  # fmt: skip


def _reasons() -> list[Document]:
    return [
        {
            "id": str(one.reason_id), "code": one.code, "name": one.name,
            "outcome_code": one.outcome_code, "is_active": True,
        }
        for one in REASONS
    ]  # fmt: skip


def _objection(name: str, arguments: list[Document]) -> Document:
    return {
        "id": str(new_id()), "code": name.upper(), "name": name, "arguments": arguments,
        "is_active": True,
    }  # fmt: skip


def _template(row: dict[str, Any]) -> Document:
    return row | {
        "id": str(row["id"]), "channel": row["channel"].value, "tone": str(row["tone"]),
        "subject": row["subject"] or "",
    }  # fmt: skip


@dataclass
class FakeRules:
    """Follows the promises of ``RuleService``.

    Attributes:
        effects: What every draft would change.
        asked: The drafts that were simulated.
        used: Keys of entries that contacts name.
    """

    may: bool = True
    effects: tuple[Effect, ...] = ()
    asked: list[RuleDraft] = field(default_factory=list)
    published: list[RuleDraft] = field(default_factory=list)
    used: frozenset[str] = frozenset()
    versions: list[RuleVersion] = field(default_factory=list)
    contents: dict[tuple[RuleKind, str], Document] = field(default_factory=dict)

    def may_publish(self, kind: RuleKind) -> bool:
        return self.may

    def standings(self) -> tuple[RuleStanding, ...]:
        return tuple(self._standing(kind) for kind in RuleKind)

    def read(self, kind: RuleKind) -> RuleReading:
        keys = ("default",) if kind is RuleKind.CADENCE else ("", *SUBJECTS.get(kind, ()))
        keys = tuple(dict.fromkeys((*keys, *(s for k, s in self.contents if k is kind))))
        subjects = tuple(self._subject(kind, key) for key in keys)
        answers = {}
        if kind is RuleKind.OBJECTIONS:
            for one in subjects[0].content["objections"]:
                for answer in one["arguments"]:
                    answers[answer["id"]] = Message.of("rule.argument_worked", used=9, worked=4)
        history = tuple(reversed([one for one in self.versions if one.kind is kind]))
        names = {"segment_ids": ((str(UUID(int=1)), "Oficinas"),), "campaign_ids": ()}
        return RuleReading(kind, subjects, history, self.may, names, self.used, answers)

    def check(self, draft: RuleDraft) -> Document:
        return checked(draft.kind, draft.subject, deepcopy(draft.content))

    def simulate(self, draft: RuleDraft, **_how: object) -> tuple[Effect, ...]:
        self._accept(draft)
        self.asked.append(draft)
        return self.effects

    def publish(self, draft: RuleDraft) -> RuleVersion:
        content = self._accept(draft)
        newest = self._subject(draft.kind, draft.subject).version
        if newest != draft.version:
            raise ConflictError("rule_overtaken", author=AUTHOR, version=newest, fields=())
        self.published.append(draft)
        return self._store(draft, content)

    def returning(self, kind: RuleKind, version_id: UUID) -> RuleDraft:
        wanted = next(one for one in self.versions if one.version_id == version_id)
        now = self._subject(kind, wanted.subject)
        return RuleDraft(kind, wanted.subject, now.version, deepcopy(wanted.content))

    def roll_back(self, kind: RuleKind, version_id: UUID, note: str) -> RuleVersion:
        return self.publish(replace(self.returning(kind, version_id), note=note))

    def _accept(self, draft: RuleDraft) -> Document:
        content = self.check(draft)
        before = self._subject(draft.kind, draft.subject).content
        check_used(draft.kind, before, content, self.used)
        return content

    def _store(self, draft: RuleDraft, content: Document) -> RuleVersion:
        if not draft.version and draft.kind is not RuleKind.CADENCE:
            first = self._subject(draft.kind, draft.subject).content
            self.versions.append(self._version(draft, 1, first, ""))
        number = max((v.version for v in self._of(draft.kind, draft.subject)), default=0) + 1
        version = self._version(draft, number, content, AUTHOR)
        self.versions.append(version)
        self.contents[draft.kind, draft.subject] = content
        return version

    def _version(
        self, draft: RuleDraft, number: int, content: Document, author: str
    ) -> RuleVersion:
        at = FIRST + timedelta(days=len(self.versions))
        return RuleVersion(
            new_id(), draft.kind, draft.subject, number, deepcopy(content), author, at, draft.note
        )

    def _of(self, kind: RuleKind, subject: str) -> list[RuleVersion]:
        return [one for one in self.versions if (one.kind, one.subject) == (kind, subject)]

    def _subject(self, kind: RuleKind, subject: str) -> RuleSubject:
        content = self.contents.setdefault((kind, subject), sample(kind, subject))
        number = max((one.version for one in self._of(kind, subject)), default=0)
        return RuleSubject(subject, number, deepcopy(content), is_own=bool(number))

    def _standing(self, kind: RuleKind) -> RuleStanding:
        found = [one for one in self.versions if one.kind is kind]
        if not found:
            return RuleStanding(kind)
        return RuleStanding(kind, found[-1].version, found[-1].author, found[-1].published_at)
