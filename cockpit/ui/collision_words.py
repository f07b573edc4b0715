"""That two people talked with one customer at about the same time, in words."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.clock import Clock
from cockpit.domain.collisions import Collision

translate = QCoreApplication.translate

#: In minutes; what is farther away is said in hours.
_TWO_HOURS = 120


def apart_text(minutes: int) -> str:
    """Return a distance in time, in minutes or in hours."""
    return f"{minutes} min" if minutes < _TWO_HOURS else f"{round(minutes / 60)} h"


def also_talked(name: str, at: datetime, own_at: datetime, clock: Clock) -> str:
    """Return that a colleague talked with the customer of a contact as well.

    Args:
        name: The colleague's.
        at: When they did, aware.
        own_at: The contact's own instant.
        clock: Knows the zone.
    """
    minutes = round((at - own_at).total_seconds() / 60)
    if minutes < 0:
        words = translate(
            "Collisions", "{name} also talked with this client on {when} ({far} before)"
        )
    elif minutes:
        words = translate(
            "Collisions", "{name} also talked with this client on {when} ({far} after)"
        )
    else:
        words = translate("Collisions", "{name} also talked with this client on {when}")
    when = formats.moment(at, clock.zone)
    return words.format(name=name, when=when, far=apart_text(abs(minutes)))


def also_talked_lines(
    colleagues: Sequence[tuple[str, datetime]], own_at: datetime, clock: Clock
) -> str:
    """Return a line for each colleague who talked with the customer of a contact as well."""
    return "\n".join(also_talked(name, at, own_at, clock) for name, at in colleagues)


def collision_headline(found: Collision, reader_id: UUID) -> str:
    """Return who talked with the same customer, and how far apart; without the customer's name."""
    first, second = found.talks
    if reader_id in (first.user_id, second.user_id):
        other = second if first.user_id == reader_id else first
        one_name, other_name = translate("Collisions", "You"), _name(other.who)
    else:
        one_name, other_name = _name(first.who), _name(second.who)
    words = translate("Collisions", "{one} and {other} talked with the same client, {far} apart")
    if not found.minutes:
        words = translate("Collisions", "{one} and {other} talked with the same client at one time")
    return words.format(one=one_name, other=other_name, far=apart_text(found.minutes))


def collision_explanation(found: Collision) -> str:
    """Return whom it was with, and how it came about."""
    why = translate("Collisions", "One of the two was in the field, so neither could know.")
    if found.customer:
        return f"{found.customer}. {why}"
    return translate("Collisions", "This client is not in your sight.") + f" {why}"


def _name(who: str) -> str:
    return who or translate("Collisions", "A colleague")
