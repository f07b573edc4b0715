"""The sentences of the log: what happened in the synchronisations, for whoever works there."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from cockpit.domain.clock import Clock
from cockpit.domain.field_log import SYNCED
from cockpit.domain.formats import Language
from cockpit.domain.sync import LogEntry
from cockpit.ui.sync.entity_words import entity_word, reason_text
from cockpit.ui.sync.words import done_text, when_text

translate = QCoreApplication.translate

_HOUR_MINUTES, _DAY_MINUTES = 60, 24 * 60


def log_text(entry: LogEntry, clock: Clock, language: Language) -> str:
    """Return a line of the log; a figure that is not there is 0."""
    detail = entry.detail or {}
    if entry.kind == SYNCED:
        return _synced(detail, language)
    sentence = _plain(entry.kind)
    if sentence:
        return _with_end(sentence, detail, clock)
    made = _MADE.get(entry.kind)
    return translate("Sync", "Synchronised") if made is None else made(detail)


def _synced(detail: Mapping[str, Any], language: Language) -> str:
    told = done_text(detail, language)
    reasons = detail.get("reasons")
    if reasons:
        why = " ".join(reason_text(reason, is_gone=False) for reason in reasons)
        told = f"{told}: {why}"
    times = int(detail.get("times") or 0)
    if times > 1:
        told = translate("Sync", "{what} ({count} times)").format(what=told, count=times)
    return told


def _with_end(sentence: str, detail: Mapping[str, Any], clock: Clock) -> str:
    """Return a sentence about what lasted, with its end where it is over."""
    until = detail.get("until")
    if not until:
        return sentence
    ended = datetime.fromisoformat(str(until))
    ended = ended if ended.tzinfo is not None else ended.replace(tzinfo=UTC)
    when = when_text(ended, clock)
    return translate("Sync", "{what} (until {when})").format(what=sentence, when=when)


def _plain(kind: str) -> str:
    """Return the sentence of what is told without figures; empty for everything else."""
    words = {
        "away": translate("Sync", "No connection to the server: what you save waits here"),
        "refused": translate("Sync", "The server did not take this login"),
        "revoked": translate("Sync", "An administrator blocked this laptop: its key was erased"),
        "unknown_device": translate("Sync", "The server does not know this laptop"),
        "update_first": translate(
            "Sync", "This Giro is too old for the server: it sends, but receives nothing"
        ),
        "server_behind": translate("Sync", "The server is older than this Giro: it waits"),
        "cloned": translate(
            "Sync",
            "This laptop is a copy of another one: the server registered it as a new one",
        ),
        "restored": translate(
            "Sync", "The server came back from a backup: what you sent of late is offered again"
        ),
        "expired": translate(
            "Sync", "Too long without contact with the server: the key was erased from here"
        ),
        "recovered": translate("Sync", "The key came back from the server's copy"),
    }
    return words.get(kind, "")


def _whole(detail: Mapping[str, Any]) -> str:
    if detail.get("is_asked"):
        return translate("Sync", "Everything was read anew: the administrator asked for it")
    return translate("Sync", "Everything was read anew from the server")


def _decided(detail: Mapping[str, Any]) -> str:
    thing = entity_word(str(detail.get("entity")))
    if detail.get("choice") == "mine":
        return translate("Sync", "You kept your version: {thing}").format(thing=thing)
    return translate("Sync", "You kept the server's version: {thing}").format(thing=thing)


def _clock(detail: Mapping[str, Any]) -> str:
    minutes = int(detail.get("minutes") or 0)
    by = _lasting(abs(minutes))
    if minutes > 0:
        sentence = translate("Sync", "This computer's clock is ahead by {by}: set it right")
    else:
        sentence = translate("Sync", "This computer's clock is behind by {by}: set it right")
    return sentence.format(by=by)


def _lasting(minutes: int) -> str:
    if minutes >= 2 * _DAY_MINUTES:
        return translate("Sync", "{count} days").format(count=minutes // _DAY_MINUTES)
    if minutes >= 2 * _HOUR_MINUTES:
        return translate("Sync", "{count} h").format(count=minutes // _HOUR_MINUTES)
    return translate("Sync", "{count} min").format(count=minutes)


_MADE: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "whole": _whole,
    "decided": _decided,
    "clock": _clock,
}
