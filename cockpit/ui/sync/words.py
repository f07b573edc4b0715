"""What is said of a laptop's synchronisation: how it stands, what happened."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from cockpit.domain.clock import Clock
from cockpit.domain.field import FieldMood, FieldState
from cockpit.domain.formats import Language, integer
from cockpit.domain.sync import SyncEnd, SyncReport

translate = QCoreApplication.translate

_HOUR_MINUTES = 60
_WEEK = timedelta(days=6)


def weekday_name(weekday: int) -> str:
    """Return the name of a day of the week; Monday is 0."""
    return (
        translate("Sync", "Monday"),
        translate("Sync", "Tuesday"),
        translate("Sync", "Wednesday"),
        translate("Sync", "Thursday"),
        translate("Sync", "Friday"),
        translate("Sync", "Saturday"),
        translate("Sync", "Sunday"),
    )[weekday]


def when_text(instant: datetime, clock: Clock) -> str:
    """Return when something was: the hour, with its day where that is not today."""
    local, now = instant.astimezone(clock.zone), clock.now().astimezone(clock.zone)
    if local.date() == now.date():
        return f"{local:%H:%M}"
    if timedelta(0) <= now.date() - local.date() <= _WEEK:
        return f"{weekday_name(local.weekday())}, {local:%H:%M}"
    year = "" if local.year == now.year else f"/{local:%Y}"
    return f"{local:%d/%m}{year}, {local:%H:%M}"


def synced_text(synced_at: datetime | None, clock: Clock) -> str:
    """Return when the laptop was in step with the server last."""
    if synced_at is None:
        return translate("Sync", "Not synchronised yet")
    minutes = int((clock.now() - synced_at).total_seconds() // 60)
    if minutes == 0:
        return translate("Sync", "Synchronised just now")
    if 0 < minutes < _HOUR_MINUTES:
        return translate("Sync", "Synchronised {count} min ago").format(count=minutes)
    when = when_text(synced_at, clock)
    return translate("Sync", "Synchronised: {when}").format(when=when)


def state_text(state: FieldState, clock: Clock, *, is_brief: bool = False) -> str:
    """Return how the laptop stands, in a few words; briefly, since when only where it is all."""
    mood, parts = state.mood, []
    if mood in {FieldMood.STOPPED, FieldMood.OUTDATED}:
        parts.append(trouble_text(state.end))
    if state.conflict_count:
        parts.append(conflicts_text(state.conflict_count))
    if state.end is SyncEnd.AWAY:
        is_all = not state.conflict_count and not state.waiting_count
        parts.append(away_text(state.synced_at if is_all or not is_brief else None, clock))
    if state.waiting_count:
        parts.append(translate("Sync", "{count} to send").format(count=state.waiting_count))
    return " · ".join(parts) or synced_text(state.synced_at, clock)


def away_text(since: datetime | None, clock: Clock) -> str:
    """Return since when nobody answers."""
    if since is None:
        return translate("Sync", "Offline")
    return translate("Sync", "Offline since {when}").format(when=when_text(since, clock))


def trouble_text(end: SyncEnd | None) -> str:
    """Return why nothing is synchronised, with what to do; empty where it is."""
    words = {
        SyncEnd.REFUSED: translate("Sync", "Access refused: sign in again"),
        SyncEnd.REVOKED: translate("Sync", "This laptop was blocked"),
        SyncEnd.UNKNOWN_DEVICE: translate("Sync", "Laptop not registered"),
        SyncEnd.UPDATE_FIRST: translate("Sync", "Update Giro to receive news"),
        SyncEnd.SERVER_BEHIND: translate("Sync", "The server awaits its update"),
    }
    return "" if end is None else words.get(end, "")


def advice_text(end: SyncEnd | None) -> str:
    """Return what a trouble means and what to do about it; empty where there is none."""
    words = {
        SyncEnd.REFUSED: translate(
            "Sync",
            "The server does not take this login. What you save stays here; ask whoever runs the"
            " server for a new password, open Giro again and synchronise.",
        ),
        SyncEnd.REVOKED: translate(
            "Sync",
            "An administrator blocked this laptop: after it is closed its data cannot be opened"
            " any more. Talk to whoever runs the server.",
        ),
        SyncEnd.UNKNOWN_DEVICE: translate(
            "Sync",
            "The server does not know this laptop. What you save stays here; talk to whoever runs"
            " the server.",
        ),
        SyncEnd.UPDATE_FIRST: translate(
            "Sync",
            "This Giro is too old for the server: what you save is sent, but nothing new comes"
            " before you update it.",
        ),
        SyncEnd.SERVER_BEHIND: translate(
            "Sync",
            "This Giro is newer than the server. What you save stays here until the server is"
            " updated.",
        ),
        SyncEnd.AWAY: translate(
            "Sync", "Everything works and what you save stays here; it is sent by itself later."
        ),
    }
    return "" if end is None else words.get(end, "")


def portfolio_text(entered: int, left: int) -> str:
    """Return who came into the portfolio and who left it; empty where nobody did."""
    came = _of(
        entered,
        translate("Sync", "1 customer came into your portfolio"),
        translate("Sync", "{count} customers came into your portfolio"),
    )
    if entered and left:
        more = _of(left, translate("Sync", "1 left it"), translate("Sync", "{count} left it"))
        return f"{came}, {more}"
    gone = _of(
        left,
        translate("Sync", "1 customer left your portfolio"),
        translate("Sync", "{count} customers left your portfolio"),
    )
    return came if entered else gone if left else ""


def _brief_portfolio(entered: int, left: int) -> str:
    changes = [f"+{entered}"] * bool(entered) + [f"\N{MINUS SIGN}{left}"] * bool(left)
    words = translate("Sync", "portfolio {changes}")
    return words.format(changes=" ".join(changes)) if changes else ""


def conflicts_text(count: int) -> str:
    """Return how many conflicts there are."""
    return _of(count, translate("Sync", "1 conflict"), translate("Sync", "{count} conflicts"))


def report_text(report: SyncReport, language: Language) -> str:
    """Return what a synchronisation that was asked for did."""
    if report.end is SyncEnd.AWAY:
        return translate("Sync", "No connection to the server; it is tried again by itself.")
    if report.end is SyncEnd.BUSY:
        return translate("Sync", "Another Giro is synchronising this laptop at this moment.")
    if report.end is not SyncEnd.DONE:
        return trouble_text(report.end)
    return done_text(
        {name: getattr(report, name) for name in ("sent", "received", "entered", "left",
                                                  "conflicts", "quarantined")},
        language, is_brief=True,
    )  # fmt: skip


def done_text(figures: Mapping[str, Any], language: Language, *, is_brief: bool = False) -> str:
    """Return what was done, the figures that are there; briefly, for the status bar."""

    def of(name: str) -> int:
        return int(figures.get(name) or 0)

    parts = []
    for count, one, many in (
        (of("sent"), translate("Sync", "1 sent"), translate("Sync", "{count} sent")),
        (of("received"), translate("Sync", "1 received"), translate("Sync", "{count} received")),
    ):
        if count:
            parts.append(one if count == 1 else many.format(count=integer(count, language)))
    tell = _brief_portfolio if is_brief and parts else portfolio_text
    parts.append(tell(of("entered"), of("left")))
    if of("conflicts"):
        parts.append(conflicts_text(of("conflicts")))
    if of("quarantined"):
        brief = translate("Sync", "set aside: {count}")
        whole = translate("Sync", "set aside for the administrator: {count}")
        parts.append((brief if is_brief else whole).format(count=of("quarantined")))
    told = " · ".join(part for part in parts if part)
    return told or translate("Sync", "Synchronised: nothing new")


def _of(count: int, one: str, many: str) -> str:
    """Return the words for one, or for many; lupdate finds plural forms in methods alone."""
    return one if count == 1 else many.format(count=count)
