"""Digests as they are stored: keys and figures, never a customer's name."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import isfinite
from typing import Any
from uuid import UUID

from cockpit.domain.notices import Digest, LeftCustomer, NoticeKind, PortfolioState
from cockpit.domain.vocabulary import LifecycleStatus

#: What a document of another version raises.
_OTHER = (KeyError, TypeError, ValueError, AttributeError, OverflowError)
_COUNTS = ("active", "at_risk", "inactive", "lost", "at_risk_cents", "lost_cents")


def to_document(digest: Digest, everybody: Iterable[LeftCustomer] = ()) -> dict[str, Any]:
    """Return a digest as a JSON document.

    Args:
        digest: What is told.
        everybody: All who left, those beyond the table too: the next notice leaves out whom the
            last day of this one told of.
    """
    last_day = [one for one in everybody if one.since_on == digest.until_on]
    return {
        "last_day": [[str(one.customer_id), one.status.value] for one in last_day],
        "kind": digest.kind.value,
        "since_on": digest.since_on.isoformat(),
        "until_on": digest.until_on.isoformat(),
        "customer_count": digest.customer_count,
        "customer_cents": digest.customer_cents,
        "comment_count": digest.comment_count,
        "customers": [_customer_document(one) for one in digest.customers],
        "portfolios": [
            {"owner_id": None if one.owner_id is None else str(one.owner_id)}
            | {name: getattr(one, name) for name in _COUNTS}
            for one in digest.portfolios
        ],
    }


def from_document(
    stored: Mapping[str, Any], customers: Mapping[UUID, str], owners: Mapping[UUID, str]
) -> Digest:
    """Return a stored digest, with the names that its customers and owners have now.

    Raises:
        ValueError: Another version wrote something else.
    """
    try:
        return _digest(stored, customers, owners)
    except _OTHER as error:
        raise ValueError("a digest of another version") from error


def _digest(
    stored: Mapping[str, Any], customers: Mapping[UUID, str], owners: Mapping[UUID, str]
) -> Digest:
    return Digest(
        kind=NoticeKind(stored["kind"]),
        since_on=date.fromisoformat(stored["since_on"]),
        until_on=date.fromisoformat(stored["until_on"]),
        customer_count=int(stored["customer_count"]),
        customer_cents=int(stored["customer_cents"]),
        comment_count=int(stored.get("comment_count", 0)),
        customers=tuple(_customer(one, customers) for one in stored["customers"]),
        portfolios=tuple(_portfolio(one, owners) for one in stored["portfolios"]),
    )


def told_on_last_day(stored: Mapping[str, Any]) -> set[tuple[UUID, LifecycleStatus]]:
    """Return whom a stored digest told of on its last day, which had not ended then.

    One of another version told of nobody that can be read.
    """
    try:
        return {(UUID(key), LifecycleStatus(status)) for key, status in stored.get("last_day", ())}
    except _OTHER:
        return set()


def named_in(stored: Mapping[str, Any]) -> tuple[list[UUID], list[UUID]]:
    """Return the customers and the owners that a stored digest tells of, where it can be read."""
    try:
        customers = [UUID(one["customer_id"]) for one in stored.get("customers", ())]
        owners = [one["owner_id"] for one in stored.get("portfolios", ())]
        return customers, [UUID(one) for one in owners if one is not None]
    except _OTHER:
        return [], []


def _customer_document(one: LeftCustomer) -> dict[str, Any]:
    return {
        "customer_id": str(one.customer_id),
        "status": one.status.value,
        "since_on": one.since_on.isoformat(),
        "last_order_on": None if one.last_order_on is None else one.last_order_on.isoformat(),
        "frequency_days": one.frequency_days,
        "silence_days": one.silence_days,
        "at_risk_cents": one.at_risk_cents,
    }


def _customer(stored: Mapping[str, Any], names: Mapping[UUID, str]) -> LeftCustomer:
    key, last = UUID(stored["customer_id"]), stored["last_order_on"]
    return LeftCustomer(
        customer_id=key,
        owner_id=None,
        name=names.get(key, ""),
        status=LifecycleStatus(stored["status"]),
        since_on=date.fromisoformat(stored["since_on"]),
        last_order_on=None if last is None else date.fromisoformat(last),
        frequency_days=_days(stored["frequency_days"]),
        silence_days=None if stored["silence_days"] is None else int(stored["silence_days"]),
        at_risk_cents=int(stored["at_risk_cents"]),
    )


def _days(stored: Any) -> float | None:
    if stored is None:
        return None
    found = float(stored)
    if not isfinite(found):
        raise ValueError("no number of days")
    return found


def _portfolio(stored: Mapping[str, Any], names: Mapping[UUID, str]) -> PortfolioState:
    key = None if stored["owner_id"] is None else UUID(stored["owner_id"])
    name = "" if key is None else names.get(key, "")
    return PortfolioState(key, name, *(int(stored[count]) for count in _COUNTS))
