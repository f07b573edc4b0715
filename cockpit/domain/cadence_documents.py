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
#: What lies further away than ten years is a mistake, and beyond what dates can be counted to.
_MOST_DAYS = 3_660
_MOST_COUNT = 10_000
_WHOLE_BP = 10_000
_MOST_HOURS = _MOST_DAYS * 24
_MOST_MINUTES = _MOST_HOURS * 60


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


def rules_of(document: object) -> CadenceRules:
    """Return the rules of a document; what it does not say is as by default.

    What another version of the program wrote besides is left out.
    """
    if not isinstance(document, Mapping):
        return _DEFAULT
    return CadenceRules(
        retries=_steps(document.get("retries"), _DEFAULT.retries),
        follow_ups=_steps(document.get("follow_ups"), _DEFAULT.follow_ups),
        rest_days=_whole(document.get("rest_days"), _DEFAULT.rest_days, _MOST_DAYS),
        caps=_caps(document.get("caps")),
        request_hours=_whole(document.get("request_hours"), _DEFAULT.request_hours, _MOST_HOURS),
        channels=_codes(Channel, document.get("channels"), _DEFAULT.channels),
        discount_bp=_optional(document.get("discount_bp"), _WHOLE_BP),
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
    try:
        return CadenceScope(
            statuses=frozenset(map(LifecycleStatus, document.get("statuses", ()))),
            segment_ids=frozenset(map(UUID, document.get("segment_ids", ()))),
            campaign_ids=frozenset(map(UUID, document.get("campaign_ids", ()))),
        )
    except (TypeError, AttributeError) as error:
        raise ValueError("no scope of this version") from error


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
        if isinstance(one, dict) and _is_positive(one.get("wait_minutes"), _MOST_MINUTES)
    )


def _caps(stored: object) -> tuple[Cap, ...]:
    if not isinstance(stored, list):
        return _DEFAULT.caps
    return tuple(
        Cap(one["count"], one["days"])
        for one in stored
        if isinstance(one, dict)
        and _is_positive(one.get("count"), _MOST_COUNT)
        and _is_positive(one.get("days"), _MOST_DAYS)
    )


def _orders(stored: object) -> OrderFollowUps:
    if not isinstance(stored, dict):
        return _DEFAULT.orders
    default = asdict(_DEFAULT.orders)
    known = {name: _optional(stored[name], _MOST_DAYS) for name in default if name in stored}
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


def _whole(stored: object, default: int, most: int) -> int:
    return stored if isinstance(stored, int) and _is_positive(stored, most) else default


def _optional(stored: object, most: int) -> int | None:
    if not isinstance(stored, int) or isinstance(stored, bool):
        return None
    return stored if 0 <= stored <= most else None


def _is_positive(stored: object, most: int) -> bool:
    return isinstance(stored, int) and not isinstance(stored, bool) and 0 < stored <= most
