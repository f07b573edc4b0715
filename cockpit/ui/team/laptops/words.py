"""What is said of laptops, and of what they brought and nobody could store."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

import resources
from cockpit.domain.clock import Clock
from cockpit.domain.formats import Language, integer
from cockpit.domain.laptops import Laptop, SetAside
from cockpit.ui.sync.words import when_text

translate = QCoreApplication.translate

#: Silent for longer, a laptop is pointed out.
LONG_SILENCE = timedelta(days=7)
_HOUR_MINUTES, _DAY_HOURS = 60, 24


def seen_text(laptop: Laptop, clock: Clock) -> str:
    """Return when a laptop was heard of last: so long ago, or a day and an hour."""
    if laptop.last_seen_at is None:
        return translate("Laptops", "never yet")
    minutes = int((clock.now() - laptop.last_seen_at).total_seconds() // 60)
    if minutes in {-1, 0}:
        return translate("Laptops", "just now")
    if 0 < minutes < _HOUR_MINUTES:
        return translate("Laptops", "{count} min ago").format(count=minutes)
    return when_text(laptop.last_seen_at, clock)


def is_long_silent(laptop: Laptop, clock: Clock) -> bool:
    """Return whether a laptop that is in use was not heard of for days."""
    seen = laptop.last_seen_at or laptop.created_at
    return laptop.state in {"open", "repull"} and clock.now() - seen > LONG_SILENCE


def state_word(laptop: Laptop, language: Language) -> str:
    """Return how a laptop stands, in a word or two."""
    return resources.text(f"server.device_is_{laptop.state}", language)


def laptop_name(laptop: Laptop) -> str:
    """Return which laptop it is, and whose."""
    return " · ".join(filter(None, (laptop.name, laptop.owner)))


def laptop_text(laptop: Laptop, clock: Clock, language: Language) -> str:
    """Return how a laptop stands and what that means, in sentences."""
    return " ".join(filter(None, (_standing(laptop, clock), *_rest(laptop, language))))


def _standing(laptop: Laptop, clock: Clock) -> str:
    if laptop.wiped_at is not None:
        words = translate(
            "Laptops",
            "Its key went on {when}: what it holds stays unreadable until it is set up anew.",
        )
        return words.format(when=_day(laptop.wiped_at, clock))
    if laptop.revoked_at is not None:
        words = translate(
            "Laptops",
            "Blocked on {when}: at its next contact its key goes, and what it holds stays"
            " unreadable.",
        )
        return words.format(when=_day(laptop.revoked_at, clock))
    if laptop.repull_at is not None:
        words = translate(
            "Laptops",
            "Asked on {when} to read everything anew: it does at its next contact, after what it"
            " has to send.",
        )
        return words.format(when=_day(laptop.repull_at, clock))
    if laptop.last_seen_at is None:
        return translate("Laptops", "It was set up and not heard of since.")
    return ""


def _rest(laptop: Laptop, language: Language) -> Iterator[str]:
    if laptop.backlog:
        words = translate("Laptops", "It had {count} to send at its last contact.")
        yield words.format(count=integer(laptop.backlog, language))
    elif laptop.last_seen_at is not None:
        yield translate("Laptops", "It had sent everything at its last contact.")
    yield (
        translate("Laptops", "The server keeps a copy of its key.")
        if laptop.has_key
        else translate(
            "Laptops", "The server has no copy of its key: blocked, it loses what it did not send."
        )
    )
    if laptop.quarantined:
        words = translate("Laptops", "{count} of its records are set aside.")
        yield words.format(count=integer(laptop.quarantined, language))


def reason_word(code: str, language: Language) -> str:
    """Return why something was set aside; an unknown reason as it stands."""
    return resources.catalogue("server", language).get(f"reason_{code}", code)


def decided_word(fact: SetAside, language: Language) -> str:
    """Return what was decided about it."""
    return resources.text(f"server.quarantine_is_{fact.resolution or 'open'}", language)


def _day(instant: datetime, clock: Clock) -> str:
    return f"{instant.astimezone(clock.zone):%d/%m/%Y %H:%M}"
