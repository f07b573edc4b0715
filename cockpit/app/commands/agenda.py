"""``agenda``: the agenda as a calendar file, out and in.

Taking a file in first tells what it would do; ``--apply`` does it.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from functools import partial
from zoneinfo import ZoneInfo

import resources
from cockpit.app.options import AgendaOptions, Options
from cockpit.app.paths import Paths
from cockpit.app.terminal import one_line
from cockpit.app.wiring import open_session
from cockpit.domain import formats
from cockpit.domain.calendar_files import CalendarFilter
from cockpit.domain.calendar_plan import CalendarStep, PlannedEvent
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.messages import Message
from cockpit.services.calendar_files import CalendarFileService


def run(options: Options, paths: Paths) -> int:
    """Write the agenda, or take a calendar file in."""
    with open_session(options, paths) as session:
        if options.agenda.agenda_action == "export":
            _export(session.calendars, options)
        else:
            _import(session.calendars, options, session.clock.zone)
    return 0


def _export(calendars: CalendarFileService, options: Options) -> None:
    chosen = options.agenda
    count = calendars.export(
        chosen.calendar_file,
        _filter(calendars, chosen),
        say=partial(resources.text, language=options.language),
        is_replacing=chosen.is_overwriting,
    )
    _tell("agenda_exported", options.language, file=str(chosen.calendar_file), count=count)


def _filter(calendars: CalendarFileService, chosen: AgendaOptions) -> CalendarFilter:
    login = chosen.whose_login or calendars.user.login
    return CalendarFilter(
        None if chosen.is_everybody else calendars.users_of(login),
        first=chosen.first_day,
        last=chosen.last_day,
        with_cancelled=chosen.with_cancelled,
        is_private=chosen.is_private,
    )


def _import(calendars: CalendarFileService, options: Options, zone: ZoneInfo) -> None:
    chosen = options.agenda
    events = calendars.read(chosen.calendar_file)
    numbers = {event.number for event in events}
    for number, _ in chosen.assigned:
        if number not in numbers:
            raise BadInputError("calendar_no_such_event", number=number)
    assigned = {number: calendars.client_of(code) for number, code in chosen.assigned}
    planned = calendars.plan(events, assigned)
    wanted = [
        one
        for one in planned
        if one.is_chosen or (chosen.with_replaced and one.step is CalendarStep.REPLACE)
    ]
    _print_plan(planned, options.language, zone)
    if not chosen.is_applying:
        _tell("agenda_planned", options.language, count=len(wanted))
        return
    result = calendars.apply(wanted)
    _tell("agenda_imported", options.language, count=len(result.done))
    for number in result.overtaken:
        _tell("agenda_overtaken", options.language, number=number)


def _print_plan(planned: Sequence[PlannedEvent], language: Language, zone: ZoneInfo) -> None:
    """Print one line per event, and how many there are of each step."""
    say = partial(resources.text, language=language)
    for one in planned:
        event = one.event
        at = event.starts_at
        day = at.astimezone(zone) if at is not None else None
        when = "" if day is None else formats.day(day.date())
        hour = f"{day:%H:%M}" if day is not None and event.has_time else ""
        client = one.customer_name
        if one.clue is not None:
            client = f"{client} ({say(f'calendar.clue_{one.clue}')})"
        step = say(f"calendar.step_{one.step}")
        why = "" if one.reason is None else say(one.reason)
        names = " / ".join(name for _, name in one.candidates)
        words = (str(event.number), step, when, hour, client or event.summary, why, names)
        sys.stdout.write(one_line("  ".join(word for word in words if word)) + "\n")
    steps = Counter(one.step for one in planned)
    parts = (
        f"{say(f'calendar.step_{step}')}: {steps[step]}" for step in CalendarStep if steps[step]
    )
    sys.stdout.write("; ".join(parts) + "\n")


def _tell(key: str, language: Language, **values: str | int) -> None:
    sentence = resources.text(Message.of(f"cli.{key}", **values), language)
    sys.stdout.write(one_line(sentence) + "\n")
