"""The figures of a closed period as one document: columns, packed, with readable totals beside."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from cockpit.domain.periods import Period
from cockpit.domain.reactivation import CreditedDay, Face, Faces, FrozenPeriod, totals_of
from cockpit.domain.vocabulary import Channel

FORMAT = 1
_KEYS = ("contact_id", "customer_id", "user_id", "campaign_id")
_DAYS = ("contacted_on", "returned_on", "ordered_on")
_COUNTS = ("returns", "orders", "cents", "goods_cents")
_CUTS = ("company_id", "seller_id", "team_id", "region_id", "segment_id")

Document = dict[str, Any]


def packed(frozen: FrozenPeriod) -> Document:
    """Return the document of a closed period."""
    totals = totals_of(frozen.credits)
    content = {
        "credits": _columns(frozen.credits),
        "corrections": [
            [period.first.isoformat(), period.last.isoformat(), _columns(days)]
            for period, days in frozen.corrections.items()
        ],
        "customers": _faces(frozen.faces.customers.values()),
        "names": {key.hex: name for key, name in frozen.faces.names.items()},
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return {
        "format": FORMAT,
        "known_at": frozen.known_at.isoformat(),
        "clients": totals.clients,
        "returns": totals.returns,
        "orders": totals.orders,
        "cents": totals.cents,
        "goods_cents": totals.goods_cents,
        "packed": b64encode(zlib.compress(text.encode(), 6)).decode("ascii"),
    }


def unpacked(
    document: Mapping[str, Any],
) -> tuple[tuple[CreditedDay, ...], dict[Period, tuple[CreditedDay, ...]], Faces]:
    """Return credits, corrections by closed period, and names of a document.

    Raises:
        ValueError: A newer program wrote it.
    """
    if document["format"] != FORMAT:
        raise ValueError("a closed period of another format")
    content = json.loads(zlib.decompress(b64decode(document["packed"])))
    corrections = {
        Period(date.fromisoformat(first), date.fromisoformat(last)): _days(columns)
        for first, last, columns in content["corrections"]
    }
    names = {UUID(key): name for key, name in content["names"].items()}
    return _days(content["credits"]), corrections, Faces(_customers(content["customers"]), names)


def _columns(days: Sequence[CreditedDay]) -> Document:
    keys = {name: [_hex(getattr(one, name)) for one in days] for name in _KEYS}
    ordinals = {name: [getattr(one, name).toordinal() for one in days] for name in _DAYS}
    counts = {name: [getattr(one, name) for one in days] for name in _COUNTS}
    return {**keys, **ordinals, **counts, "channel": [one.channel.value for one in days]}


def _days(columns: Mapping[str, Sequence[Any]]) -> tuple[CreditedDay, ...]:
    known: dict[str, Any] = {name: map(_key, columns[name]) for name in _KEYS}
    known |= {name: map(date.fromordinal, columns[name]) for name in _DAYS}
    known |= {name: columns[name] for name in _COUNTS}
    known["channel"] = map(Channel, columns["channel"])
    names = list(known)
    rows = zip(*known.values(), strict=True)
    return tuple(CreditedDay(**dict(zip(names, row, strict=True))) for row in rows)


def _faces(faces: Iterable[Face]) -> Document:
    found = list(faces)
    cuts = {name: [_hex(getattr(one, name)) for one in found] for name in _CUTS}
    return {
        "customer_id": [one.customer_id.hex for one in found],
        "code": [one.code for one in found],
        "name": [one.name for one in found],
        **cuts,
    }


def _customers(columns: Mapping[str, Sequence[Any]]) -> dict[UUID, Face]:
    cuts = [map(_key, columns[name]) for name in _CUTS]
    keys = [UUID(one) for one in columns["customer_id"]]
    rows = zip(keys, columns["code"], columns["name"], *cuts, strict=True)
    return {row[0]: Face(*row) for row in rows}


def _hex(key: UUID | None) -> str | None:
    return None if key is None else key.hex


def _key(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
