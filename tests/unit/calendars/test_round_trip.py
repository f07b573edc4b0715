"""What is written into a calendar file is read out of it again."""

import string
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from cockpit.calendars.reader import IcsReader
from cockpit.calendars.writer import IcsWriter
from cockpit.domain.agenda import WHOLE_DAY_REMINDER
from cockpit.domain.calendar_files import OutgoingEvent, local_midnight
from cockpit.domain.vocabulary import AppointmentKind

ZONES = tuple(
    ZoneInfo(name)
    for name in (
        "America/Sao_Paulo",
        "America/Noronha",
        "America/Rio_Branco",
        "Europe/Lisbon",
        "Asia/Tokyo",
    )
)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=60
)
SECONDS = st.integers(0, 60 * 365 * 24 * 3600)


@st.composite
def events(draw: st.DrawFn, zone: ZoneInfo) -> OutgoingEvent:
    has_time = draw(st.booleans())
    at = datetime(1990, 1, 1, tzinfo=UTC) + timedelta(seconds=draw(SECONDS))
    starts_at = at if has_time else local_midnight(at.date(), zone)
    lead = timedelta(minutes=draw(st.integers(0, 7 * 24 * 60)))
    return OutgoingEvent(
        uid=draw(st.text(string.ascii_letters + string.digits + "@-.", min_size=1, max_size=60)),
        starts_at=starts_at,
        has_time=has_time,
        minutes=draw(st.integers(1, 600)),
        summary=" ".join(draw(WORDS).split()),
        description="\n".join(draw(st.lists(WORDS, max_size=4))).strip(),
        alarm=-lead if has_time else WHOLE_DAY_REMINDER,
        is_cancelled=draw(st.booleans()),
        changed_at=NOW - timedelta(seconds=draw(st.integers(0, 10**8))),
        kind=draw(st.sampled_from(AppointmentKind)),
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), st.sampled_from(ZONES))
def test_what_is_written_is_read_again(tmp_path: Path, data: st.DataObject, zone: ZoneInfo) -> None:
    written = data.draw(st.lists(events(zone), min_size=1, max_size=4))
    path = tmp_path / "agenda.ics"
    assert IcsWriter().write(path, "Agenda", written, zone) == len(written)
    read = IcsReader().read(path, zone=zone, now=NOW)
    assert [one.trouble for one in read] == [None] * len(written)
    for before, after in zip(written, read, strict=True):
        assert after.uid == before.uid
        assert after.starts_at == before.starts_at
        assert after.has_time == before.has_time
        assert after.is_cancelled == before.is_cancelled
        assert after.kind is before.kind
        assert after.changed_at == before.changed_at.replace(microsecond=0)
        assert after.summary == before.summary
        assert after.description == before.description
        if before.has_time and not before.is_cancelled:
            assert after.lead == -before.alarm
        assert not after.repeats


def test_lines_are_folded_and_end_as_the_standard_says(tmp_path: Path) -> None:
    zone = ZONES[0]
    event = OutgoingEvent(
        "uid@giro", NOW, True, 15, "Retorno: Ação; e, mais \\ ação " * 5, "linha 1\nlinha 2",
        timedelta(minutes=-15), False, NOW, AppointmentKind.MY_CALLBACK,
    )  # fmt: skip
    path = tmp_path / "agenda.ics"
    IcsWriter().write(path, "Agenda", [event], zone)
    content = path.read_bytes()
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    calendar = Calendar.from_ical(content)
    assert [one["TZID"] for one in calendar.walk("VTIMEZONE")] == ["America/Sao_Paulo"]
    assert calendar.walk("VALARM")[0]["TRIGGER"].dt == timedelta(minutes=-15)


def test_a_later_change_has_a_higher_revision(tmp_path: Path) -> None:
    path, found = tmp_path / "agenda.ics", []
    for seconds in (0, 1):
        event = OutgoingEvent(
            "uid@giro", NOW, True, 15, "x", "", timedelta(0), False,
            NOW + timedelta(seconds=seconds), AppointmentKind.MY_CALLBACK,
        )  # fmt: skip
        IcsWriter().write(path, "Agenda", [event], ZONES[0])
        found.append(int(Calendar.from_ical(path.read_bytes()).walk("VEVENT")[0]["SEQUENCE"]))
    assert found[0] < found[1]


def test_an_agenda_without_contacts_is_a_calendar_too(tmp_path: Path) -> None:
    path = tmp_path / "agenda.ics"
    assert IcsWriter().write(path, "Agenda", [], ZONES[0]) == 0
    assert Calendar.from_ical(path.read_bytes()).walk("VEVENT") == []
