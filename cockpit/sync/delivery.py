"""Delivering what was saved out of a laptop's file: each thing once, however often it is tried."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from cockpit.domain.errors import ClonedError, DatabaseError
from cockpit.domain.facts import content_of, fingerprint
from cockpit.domain.rescue import Rescued
from cockpit.domain.sync import Answer, Entry, within_one_push
from cockpit.services.ports.sync import SyncTransport

_NAME = "rescue"
#: The laptop was blocked, or is another's.
_NOT_THIS_LAPTOP = "error.server_no_permission"


def deliver(rescued: Rescued, transport: SyncTransport, name: str) -> Counter[Answer]:
    """Deliver it under the laptop's own numbers, and return what became of each thing.

    Where the server does not take these any more (the laptop was blocked, or they were given to
    other things since), it comes under the numbers of a device that stands for this document: the
    same one at each time.

    Args:
        rescued: What was saved.
        transport: The way to the server, as its user.
        name: What such a device is called there.

    Raises:
        ServerAwayError: The server is away; what it took stays, and is known at the next time.
        ServerRefusedError: It does not take this login.
    """
    try:
        transport.register(rescued.device_id, name)
        answers, aside = _pushed(rescued.device_id, rescued.entries, transport)
    except DatabaseError as error:
        if not isinstance(error, ClonedError) and error.message.key != _NOT_THIS_LAPTOP:
            raise
        moved = renumbered(rescued)
        transport.register(moved.device_id, name)
        answers, aside = _pushed(moved.device_id, moved.entries, transport)
    for whose, part, content in rescued.contents:
        # Of what was set aside the server takes no pieces; they stay in the document.
        if str(whose) not in aside and transport.send_content(whose, part, content):
            answers[Answer.QUARANTINED] += 1
            aside |= {str(whose)}
    return answers


def renumbered(rescued: Rescued) -> Rescued:
    """Return the same under the numbers of the device that stands for the document."""
    device_id = uuid5(rescued.device_id, _NAME)
    entries: list[Entry] = []
    previous: str | None = None
    for number, one in enumerate(rescued.entries, start=1):
        row = {**one.row, "device_id": str(device_id), "device_seq": number}
        if one.entity == "audit_events":
            row["previous_sha256"] = previous
            previous = row["content_sha256"] = fingerprint(one.entity, content_of(row))
        entries.append(replace(one, number=number, row=row))
    return replace(rescued, device_id=device_id, entries=entries)


def _pushed(
    device_id: UUID, entries: Sequence[Entry], transport: SyncTransport
) -> tuple[Counter[Answer], frozenset[str]]:
    """Send entries in their order; return what became of them, and the keys of those set aside.

    Raises:
        ClonedError: The server has something else under one of the numbers.
    """
    answers: Counter[Answer] = Counter()
    keys = {one.number: str(one.row.get("id")) for one in entries}
    aside: set[str] = set()
    rest: list[Any] = list(entries)
    while rest:
        outcomes = transport.push(device_id, within_one_push(rest))
        answers.update(one.answer for one in outcomes)
        aside |= {keys[one.number] for one in outcomes if one.answer is Answer.QUARANTINED}
        rest = rest[len(outcomes) :]
    return answers, frozenset(aside)
