"""Words about post-its: for whom, until when, read when."""

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.clock import Clock
from cockpit.domain.post_its import PostIt, Receipt

translate = QCoreApplication.translate


def receivers_text(one: PostIt) -> str:
    """Return for whom a post-it is."""
    return ", ".join(one.receivers) or translate("PostIts", "everybody")


def state_text(one: PostIt, clock: Clock) -> str:
    """Return how a post-it stands: withdrawn, over, read, or until when it holds."""
    today = clock.today()
    if one.withdrawn_at is not None:
        day = formats.short_day(one.withdrawn_at.astimezone(clock.zone).date(), today)
        return translate("PostIts", "withdrawn {day}").format(day=day)
    if one.valid_until_on is None:
        return translate("PostIts", "until withdrawn")
    day = formats.short_day(one.valid_until_on, today)
    if not one.holds_on(today):
        return translate("PostIts", "ended {day}").format(day=day)
    return translate("PostIts", "until {day}").format(day=day)


def reading_text(one: PostIt, clock: Clock) -> str:
    """Return what came of a post-it: how many read it, or when the viewer did."""
    if one.is_own:
        words = translate("PostIts", "{count} of {all}")
        return words.format(count=one.receipt_count, all=one.reader_count)
    if one.read_at is None:
        return translate("PostIts", "to read")
    local = one.read_at.astimezone(clock.zone)
    day = formats.short_day(local.date(), clock.today())
    return translate("PostIts", "{day} {time}").format(day=day, time=f"{local:%H:%M}")


def receipt_text(one: Receipt, clock: Clock) -> str:
    """Return who read a post-it and when, or that they did not."""
    if one.read_at is None:
        return translate("PostIts", "{name}: not yet").format(name=one.name)
    local = one.read_at.astimezone(clock.zone)
    when = f"{formats.short_day(local.date(), clock.today())} {local:%H:%M}"
    return translate("PostIts", "{name}: read {when}").format(name=one.name, when=when)


def customers_text(names: tuple[str, ...], count: int) -> str:
    """Return whom a post-it is about, the first by name."""
    if count > len(names):
        words = translate("PostIts", "{names} and {count} more")
        return words.format(names=", ".join(names), count=count - len(names))
    return ", ".join(names)


def posted_text(one: PostIt, clock: Clock) -> str:
    """Return who wrote a post-it and when."""
    local = one.posted_at.astimezone(clock.zone)
    when = f"{formats.short_day(local.date(), clock.today())} {local:%H:%M}"
    return translate("PostIts", "{author}, {when}").format(author=one.author, when=when)
