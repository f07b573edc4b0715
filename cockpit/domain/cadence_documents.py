"""Cadence policies as documents: what is stored of them, and what an old document leaves open."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from cockpit.domain.cadence import CadenceRules, CadenceScope, CadenceStep, OrderFollowUps
from cockpit.domain.contact_caps import Cap
from cockpit.domain.vocabulary import Channel, ContactGoal, LifecycleStatus

_Code = TypeVar("_Code", bound=StrEnum)
_DEFAULT = CadenceRules()


def rules_document(rules: CadenceRules) -> dict[str, Any]:
    """Return rules as a JSON document."""
    return {
        "retries": [_step_document(one) for one in rules.retries],
        "follow_ups": [_step_document(one) for one in rules.follow_ups],
        "rest_days": rules.rest_days,
        "caps": [asdict(one) for one in rules.caps],
        "request_hours": rules.request_hours,
        "channels": [one.value for one in rules.channels],
        "discount_bp": rules.discount_bp,
        "orders": asdict(rules.orders),
    }


def rules_of(document: Mapping[str, Any]) -> CadenceRules:
    """Return the rules of a document; what it does not say is as by default.

    What another version of the program wrote besides is left out.
    """
    return CadenceRules(
        retries=_steps(document.get("retries"), _DEFAULT.retries),
        follow_ups=_steps(document.get("follow_ups"), _DEFAULT.follow_ups),
        rest_days=_whole(document.get("rest_days"), _DEFAULT.rest_days),
        caps=_caps(document.get("caps")),
        request_hours=_whole(document.get("request_hours"), _DEFAULT.request_hours),
        channels=_codes(Channel, document.get("channels"), _DEFAULT.channels),
        discount_bp=_optional(document.get("discount_bp")),
        orders=_orders(document.get("orders")),
    )


def scope_document(scope: CadenceScope) -> dict[str, Any]:
    """Return whom a policy is for as a JSON document."""
    return {
        "statuses": sorted(one.value for one in scope.statuses),
        "segment_ids": sorted(map(str, scope.segment_ids)),
        "campaign_ids": sorted(map(str, scope.campaign_ids)),
    }


def scope_of(document: Mapping[str, Any]) -> CadenceScope:
    """Return whom a policy is for.

    Raises:
        ValueError: It names what this version does not know: then it is for nobody it can tell.
    """
    return CadenceScope(
        statuses=frozenset(map(LifecycleStatus, document.get("statuses", ()))),
        segment_ids=frozenset(map(UUID, document.get("segment_ids", ()))),
        campaign_ids=frozenset(map(UUID, document.get("campaign_ids", ()))),
    )


def _step_document(step: CadenceStep) -> dict[str, Any]:
    return {"wait_minutes": step.wait_minutes, "goal": step.goal, "channel": step.channel}


def _steps(stored: object, default: tuple[CadenceStep, ...]) -> tuple[CadenceStep, ...]:
    if not isinstance(stored, list):
        return default
    return tuple(
        CadenceStep(
            wait_minutes=one["wait_minutes"],
            goal=_code(ContactGoal, one.get("goal")) or ContactGoal.RESUME,
            channel=_code(Channel, one.get("channel")),
        )
        for one in stored
        if isinstance(one, dict) and _is_positive(one.get("wait_minutes"))
    )


def _caps(stored: object) -> tuple[Cap, ...]:
    if not isinstance(stored, list):
        return _DEFAULT.caps
    return tuple(
        Cap(one["count"], one["days"])
        for one in stored
        if isinstance(one, dict)
        and _is_positive(one.get("count"))
        and _is_positive(one.get("days"))
    )


def _orders(stored: object) -> OrderFollowUps:
    if not isinstance(stored, dict):
        return _DEFAULT.orders
    default = asdict(_DEFAULT.orders)
    known = {name: _optional(stored[name]) for name in default if name in stored}
    return OrderFollowUps(**(default | known))


def _codes(kind: type[_Code], stored: object, default: Sequence[_Code]) -> tuple[_Code, ...]:
    if not isinstance(stored, list):
        return tuple(default)
    found = (_code(kind, one) for one in stored)
    return tuple(one for one in found if one is not None)


def _code(kind: type[_Code], stored: object) -> _Code | None:
    if not isinstance(stored, str):
        return None
    try:
        return kind(stored)
    except ValueError:
        return None


def _whole(stored: object, default: int) -> int:
    return stored if isinstance(stored, int) and _is_positive(stored) else default


def _optional(stored: object) -> int | None:
    is_number = isinstance(stored, int) and not isinstance(stored, bool) and stored >= 0
    return stored if is_number and isinstance(stored, int) else None


def _is_positive(stored: object) -> bool:
    return isinstance(stored, int) and not isinstance(stored, bool) and stored > 0
