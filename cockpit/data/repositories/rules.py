"""Rules of every kind but the purchase cycle: their versions, and putting one in force."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, exists, func, insert, select
from sqlalchemy.exc import IntegrityError

from cockpit.data.repositories import rule_effects
from cockpit.data.repositories.rule_rows import read_catalogue, write_catalogue
from cockpit.data.repositories.rule_tables import (
    insert_version,
    newest_version,
    table_history,
    table_subjects,
    unpublished,
)
from cockpit.domain.calling_window import Place, Wishes
from cockpit.domain.errors import ConflictError
from cockpit.domain.ids import new_id
from cockpit.domain.messages import Message
from cockpit.domain.rule_facts import LastContact, WrittenOffer
from cockpit.domain.rule_fields import fields_of
from cockpit.domain.rules import (
    CATALOGUES,
    Document,
    RuleDraft,
    RuleKind,
    RuleSubject,
    RuleVersion,
    differences,
)
from cockpit.services.ports import CurrentUser
from models import (
    ArgumentUse,
    Campaign,
    CatalogueVersion,
    Contact,
    CounterArgument,
    MessageTemplate,
    Outcome,
    Segment,
    User,
)

#: The first of the locks that keep two publications of a kind apart.
_LOCK = 0x6769726F0100


class SqlRuleRepository:
    """Reads and publishes rules; a published version is never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def history(self, kind: RuleKind) -> list[RuleVersion]:
        """Return every version of a kind, the newest first."""
        if kind not in CATALOGUES:
            return table_history(self._connection, kind)
        statement = (
            select(CatalogueVersion.__table__, func.coalesce(User.name, "").label("author"))
            .outerjoin(User, User.id == CatalogueVersion.author_id)
            .where(CatalogueVersion.kind == kind.value)
            .order_by(CatalogueVersion.version.desc())
        )
        return [
            RuleVersion(
                row.id, kind, "", row.version, row.content, row.author, row.published_at,
                row.note or "",
            )
            for row in self._connection.execute(statement)
        ]  # fmt: skip

    def subjects(self, kind: RuleKind) -> list[RuleSubject]:
        """Return what is in force, the widest subject first."""
        if kind not in CATALOGUES:
            return table_subjects(self._connection, kind)
        content = read_catalogue(self._connection, kind)
        return [RuleSubject("", self._newest(kind, ""), content)]

    def names(self, kind: RuleKind) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Return the choices that the database names, by field."""
        if kind is not RuleKind.CADENCE:
            return {}
        segments = select(Segment.id, Segment.name).order_by(Segment.name, Segment.id)
        campaigns = select(Campaign.id, Campaign.name).order_by(Campaign.name, Campaign.id)
        return {
            field: tuple((str(key), name) for key, name in self._connection.execute(statement))
            for field, statement in (("segment_ids", segments), ("campaign_ids", campaigns))
        }

    def used(self, kind: RuleKind) -> frozenset[str]:
        """Return the keys of the outcomes that contacts name, or of the stored templates."""
        match kind:
            case RuleKind.OUTCOMES:
                named = exists().where(Contact.outcome_id == Outcome.id)
                keys = self._connection.execute(select(Outcome.id).where(named))
            case RuleKind.TEMPLATES:
                keys = self._connection.execute(select(MessageTemplate.id))
            case _:
                return frozenset()
        return frozenset(str(key) for key in keys.scalars())

    def measured(self, kind: RuleKind) -> Mapping[str, Message]:
        """Return how often each answer to an objection was used and worked, by its key."""
        if kind is not RuleKind.OBJECTIONS:
            return {}
        statement = (
            select(
                ArgumentUse.argument_id,
                func.count().label("used"),
                func.count().filter(ArgumentUse.worked.is_(True)).label("worked"),
            )
            .join(CounterArgument, CounterArgument.id == ArgumentUse.argument_id)
            .where(
                ArgumentUse.worked.is_not(None), ~rule_effects.is_amended(ArgumentUse.contact_id)
            )
            .group_by(ArgumentUse.argument_id)
        )
        return {
            str(key): Message.of("rule.argument_worked", used=used, worked=worked)
            for key, used, worked in self._connection.execute(statement)
        }

    def lock(self, kind: RuleKind) -> None:
        """Let nobody else publish this kind until the transaction ends."""
        if self._connection.dialect.name == "postgresql":
            key = _LOCK + list(RuleKind).index(kind)
            self._connection.execute(select(func.pg_advisory_xact_lock(key)))

    def publish(self, draft: RuleDraft, *, user: CurrentUser, at: datetime) -> RuleVersion:
        """Store a draft as the version that follows its own, and put it in force.

        Raises:
            ConflictError: Somebody published another version meanwhile.
        """
        kind = draft.kind
        self.lock(kind)
        newest = self._newest(kind, draft.subject)
        if newest != draft.version:
            raise self._conflict(draft)
        is_new = kind is RuleKind.CADENCE
        if not newest and not is_new:
            self._insert(draft, self._in_force(draft), version=1, author=None, note="", at=at)
            newest = 1
        content = draft.content
        if kind in CATALOGUES:
            write_catalogue(self._connection, kind, content, at=at)
            content = read_catalogue(self._connection, kind)
        try:
            key = self._insert(
                draft, content, version=newest + 1, author=user.user_id, note=draft.note, at=at
            )
        except IntegrityError:
            raise ConflictError("policy_overtaken") from None
        return RuleVersion(key, kind, draft.subject, newest + 1, content, user.name, at, draft.note)

    def keep_first(self, kind: RuleKind, *, at: datetime) -> None:
        """Store a catalogue as it is now as its first version, where it has none."""
        self.lock(kind)
        if not self._newest(kind, ""):
            draft = RuleDraft(kind, "", 0, read_catalogue(self._connection, kind))
            self._insert(draft, draft.content, version=1, author=None, note="", at=at)

    def keep(self, kind: RuleKind, *, user: CurrentUser, at: datetime, note: str) -> None:
        """Store a catalogue as it is now as its next version."""
        self.lock(kind)
        draft = RuleDraft(kind, "", self._newest(kind, ""), read_catalogue(self._connection, kind))
        self._insert(
            draft, draft.content, version=draft.version + 1, author=user.user_id, note=note, at=at
        )

    def places(self) -> Sequence[tuple[UUID, Place, Wishes]]:
        """Return where customers are and when they like to be called."""
        return rule_effects.places(self._connection)

    def last_contacts(self, *, since: datetime, today: date, limit: int) -> Sequence[LastContact]:
        """Return the latest contact of each customer, the newest first, corrections applied."""
        return rule_effects.last_contacts(self._connection, since=since, today=today, limit=limit)

    def written_offers(self, *, since: datetime) -> Sequence[WrittenOffer]:
        """Return the latest pitch note of each customer that says what to offer."""
        return rule_effects.written_offers(self._connection, since=since)

    def resting_by(
        self, outcome_ids: Collection[UUID], *, now: datetime
    ) -> Mapping[str, list[UUID]]:
        """Return who rests now after such an outcome, by the outcome's key as text."""
        return rule_effects.resting_by(self._connection, outcome_ids, now=now)

    def with_open_objection(self, kind_ids: Collection[UUID]) -> list[UUID]:
        """Return who has an open or waiting objection of these kinds."""
        return rule_effects.with_open_objection(self._connection, kind_ids)

    def _newest(self, kind: RuleKind, subject: str) -> int:
        if kind not in CATALOGUES:
            return newest_version(self._connection, kind, subject)
        statement = select(func.max(CatalogueVersion.version)).where(
            CatalogueVersion.kind == kind.value
        )
        return self._connection.execute(statement).scalar() or 0

    def _in_force(self, draft: RuleDraft) -> Document:
        """Return what holds before a subject's first publication."""
        if draft.kind in CATALOGUES:
            return read_catalogue(self._connection, draft.kind)
        return unpublished(draft.kind, draft.subject)

    def _insert(
        self,
        draft: RuleDraft,
        content: Document,
        *,
        version: int,
        author: UUID | None,
        note: str,
        at: datetime,
    ) -> UUID:
        if draft.kind not in CATALOGUES:
            stored = RuleDraft(draft.kind, draft.subject, version, content, note)
            return insert_version(self._connection, stored, author_id=author, at=at)
        key = new_id()
        self._connection.execute(
            insert(CatalogueVersion).values(
                id=key,
                kind=draft.kind.value,
                version=version,
                content=content,
                author_id=author,
                published_at=at,
                note=note or None,
            )
        )
        return key

    def _conflict(self, draft: RuleDraft) -> ConflictError:
        """Return the error that says who published meanwhile, and what they changed."""
        versions = [one for one in self.history(draft.kind) if one.subject == draft.subject]
        if not versions:
            return ConflictError("policy_overtaken")
        newest = max(versions, key=lambda one: one.version)
        begun = next((one for one in versions if one.version == draft.version), versions[-1])
        found = differences(fields_of(draft.kind, draft.subject), begun.content, newest.content)
        titles = tuple(dict.fromkeys(one.field.title for one in found))
        if not titles:
            return ConflictError("policy_overtaken")
        return ConflictError(
            "rule_overtaken", author=newest.author, version=newest.version, fields=titles
        )
