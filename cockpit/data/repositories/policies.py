"""The versions of the purchase-cycle policies."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select
from sqlalchemy.exc import IntegrityError

from cockpit.domain.cycle_policy import (
    EVERYBODY,
    CyclePolicy,
    PolicyBook,
    PolicyKind,
    PolicyScope,
    PublishedPolicy,
)
from cockpit.domain.errors import ConflictError
from cockpit.domain.ids import new_id
from cockpit.services.ports import CurrentUser, ScopeName
from models import Company, Segment, User
from models import CyclePolicy as CyclePolicyRow

_PARAMETERS = frozenset(field.name for field in fields(CyclePolicy)) - {"version", "kind"}
_KINDS = {kind.value: kind for kind in PolicyKind}
_RULES = select(
    CyclePolicyRow.company_id,
    CyclePolicyRow.segment_id,
    CyclePolicyRow.version,
    CyclePolicyRow.kind,
    CyclePolicyRow.parameters,
).order_by(CyclePolicyRow.version)


def policy_book(connection: Connection) -> PolicyBook:
    """Return the newest rules."""
    return _book(connection, _RULES)


def _book(connection: Connection, statement: Select[*tuple[Any, ...]]) -> PolicyBook:
    rows = connection.execute(statement)
    return PolicyBook(
        {
            PolicyScope(company_id, segment_id): _policy(version, kind, parameters)
            for company_id, segment_id, version, kind, parameters in rows
        }
    )


class SqlPolicyRepository:
    """Reads and publishes policies; a published one is never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def book(self, *, at: datetime | None = None) -> PolicyBook:
        """Return the rules in force at an instant; by default the newest ones."""
        statement = _RULES if at is None else _RULES.where(CyclePolicyRow.published_at <= at)
        return _book(self._connection, statement)

    def history(self) -> list[PublishedPolicy]:
        """Return every version, the newest first."""
        statement = (
            select(
                CyclePolicyRow.id,
                CyclePolicyRow.company_id,
                CyclePolicyRow.segment_id,
                CyclePolicyRow.version,
                CyclePolicyRow.kind,
                CyclePolicyRow.parameters,
                func.coalesce(User.name, "").label("author"),
                CyclePolicyRow.published_at,
                func.coalesce(CyclePolicyRow.note, "").label("note"),
            )
            .outerjoin(User, User.id == CyclePolicyRow.author_id)
            .order_by(CyclePolicyRow.published_at.desc(), CyclePolicyRow.version.desc())
        )
        return [
            PublishedPolicy(
                policy_id=row.id,
                scope=PolicyScope(row.company_id, row.segment_id),
                policy=_policy(row.version, row.kind, row.parameters),
                author=row.author,
                published_at=row.published_at,
                note=row.note,
            )
            for row in self._connection.execute(statement)
        ]

    def scopes(self) -> list[ScopeName]:
        """Return everybody, then each company, then each segment, by name."""
        companies = self._connection.execute(
            select(Company.id, Company.name).order_by(Company.name, Company.id)
        )
        segments = self._connection.execute(
            select(Segment.id, Segment.name).order_by(Segment.name, Segment.id)
        )
        return [
            ScopeName(EVERYBODY, "", ""),
            *(ScopeName(PolicyScope(company_id=key), name, "") for key, name in companies),
            *(ScopeName(PolicyScope(segment_id=key), "", name) for key, name in segments),
        ]

    def publish(
        self, scope: PolicyScope, policy: CyclePolicy, *, user: CurrentUser, note: str, at: datetime
    ) -> PublishedPolicy:
        """Store a policy as the version that follows ``policy.version``.

        Raises:
            ConflictError: Somebody published another version of this scope meanwhile.
        """
        newest = select(func.max(CyclePolicyRow.version)).where(
            CyclePolicyRow.company_id.is_not_distinct_from(scope.company_id),
            CyclePolicyRow.segment_id.is_not_distinct_from(scope.segment_id),
        )
        if (self._connection.execute(newest).scalar() or 0) != policy.version:
            raise ConflictError("policy_overtaken")
        following = replace(policy, version=policy.version + 1)
        key = new_id()
        try:
            self._connection.execute(
                insert(CyclePolicyRow).values(
                    id=key,
                    company_id=scope.company_id,
                    segment_id=scope.segment_id,
                    version=following.version,
                    kind=following.kind.value,
                    parameters=_document(following),
                    author_id=user.user_id,
                    published_at=at,
                    note=note or None,
                )
            )
        except IntegrityError:
            raise ConflictError("policy_overtaken") from None
        return PublishedPolicy(key, scope, following, user.name, at, note)


def _policy(version: int, kind: str, parameters: Mapping[str, Any]) -> CyclePolicy:
    """Return a stored policy; parameters that this version does not know are left aside."""
    known = {name: value for name, value in parameters.items() if name in _PARAMETERS}
    return CyclePolicy(version=version, kind=_KINDS.get(kind, PolicyKind.OWN_CYCLE), **known)


def _document(policy: CyclePolicy) -> dict[str, Any]:
    return {name: value for name, value in asdict(policy).items() if name in _PARAMETERS}
