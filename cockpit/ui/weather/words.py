"""What is said of the server, and of what waits for it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from cockpit.domain.kept_writes import Delivered, KeptKind
from cockpit.domain.weather import Weather, WeatherState
from cockpit.ui.context import UiContext

translate = QCoreApplication.translate


def state_word(state: WeatherState) -> str:
    """Return how the server stands, in a word or two."""
    words = {
        WeatherState.CONNECTED: translate("Weather", "Connected"),
        WeatherState.SLOW: translate("Weather", "Slow server"),
        WeatherState.AWAY: translate("Weather", "No server"),
        WeatherState.REFUSED: translate("Weather", "Access refused"),
        WeatherState.OTHER_VERSION: translate("Weather", "Other version"),
    }
    return words[state]


def short_text(ctx: UiContext, present: Weather, waiting: int, refused: int) -> str:
    """Return what stands in the top bar: nothing while all is well."""
    parts = []
    if present.state is not WeatherState.CONNECTED:
        parts.append(state_word(present.state))
    if present.is_closed and present.answered_at is not None:
        parts.append(translate("Weather", "data of {time}").format(
            time=clock_time(ctx, present.answered_at)))  # fmt: skip
    if waiting:
        parts.append(translate("Weather", "kept here: {count}").format(count=waiting))
    if refused:
        parts.append(translate("Weather", "not taken: {count}").format(count=refused))
    return " · ".join(parts)


def what_next(present: Weather, seconds: int, *, is_lasting: bool) -> str:
    """Return what happens next, and what the user need not care about meanwhile."""
    if present.state is WeatherState.CONNECTED:
        return translate("Weather", "Whatever you save is stored on the server at once.")
    if present.state is WeatherState.SLOW:
        return translate("Weather", "Go on working: it only takes longer to answer.")
    if is_lasting:
        kept = translate(
            "Weather",
            "Contacts, notes and next contacts are kept on this computer, encrypted, and go"
            " there by themselves once it is back.",
        )
    else:
        kept = translate(
            "Weather",
            "Contacts, notes and next contacts are kept until you close the program, as this"
            " computer has no keyring; they go there by themselves once it is back.",
        )
    again = translate("Weather", "Next attempt in {seconds} s.")
    return f"{kept} {again.format(seconds=max(1, seconds))}"


def kind_word(kind: KeptKind) -> str:
    """Return what a kept write is."""
    words = {
        KeptKind.CONTACT: translate("Weather", "Contact"),
        KeptKind.PITCH: translate("Weather", "Pitch notes"),
        KeptKind.NEXT_CONTACT: translate("Weather", "Next contact"),
        KeptKind.MESSAGE: translate("Weather", "Message"),
        KeptKind.PREFERENCE: translate("Weather", "Setting"),
    }
    return words[kind]


def delivered_text(delivered: Delivered) -> str:
    """Return what became of what waited."""
    parts = []
    if delivered.count:
        parts.append(translate("Weather", "Stored on the server: {count}"))
    if delivered.taken_over:
        parts.append(translate("Weather", "{colleagues} had the customer by then; it counts"))
    if delivered.stands:
        text = translate("Weather", "newer next contact of {standing} stays")
        parts.append(text)
    if delivered.refused_count:
        parts.append(translate("Weather", "Not taken by the server: {refused} (Ctrl+F5)"))
    values = {
        "count": delivered.count,
        "colleagues": ", ".join(sorted(set(delivered.taken_over))),
        "standing": ", ".join(sorted(set(delivered.stands))),
        "refused": delivered.refused_count,
    }
    return " · ".join(part.format(**values) for part in parts)


def clock_time(ctx: UiContext, instant: datetime) -> str:
    """Return an instant's time of day, with the day where that is not today."""
    local = instant.astimezone(ctx.clock.zone)
    is_today = local.date() == ctx.clock.now().astimezone(ctx.clock.zone).date()
    return f"{local:%H:%M}" if is_today else f"{local:%d/%m %H:%M}"
