"""Calendar files of others: zones, series, what is broken."""

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cockpit.calendars.reader import IcsReader
from cockpit.domain.calendar_files import IncomingEvent
from cockpit.domain.errors import BadInputError

ZONE = ZoneInfo("America/Sao_Paulo")
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Casa
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:-0400
TZOFFSETTO:-0400
END:STANDARD
END:VTIMEZONE
"""


def calendar(*events: str, head: str = "") -> str:
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{head}{body}END:VCALENDAR\n"


def read(tmp_path: Path, content: str | bytes) -> tuple[IncomingEvent, ...]:
    path = tmp_path / "outlook.ics"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return IcsReader().read(path, zone=ZONE, now=NOW)


def start(tmp_path: Path, *lines: str, head: str = "") -> datetime | str | None:
    """Return an event's instant, or why there is none."""
    event = read(tmp_path, calendar("UID:a\n" + "\n".join(lines), head=head))[0]
    return event.trouble.key if event.trouble else event.starts_at


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("DTSTART:20260310T150000Z", utc(2026, 3, 10, 15)),
        ("DTSTART:20260310T150000", utc(2026, 3, 10, 18)),
        ("DTSTART;TZID=America/Manaus:20260310T150000", utc(2026, 3, 10, 19)),
        ("DTSTART;TZID=E. South America Standard Time:20260310T150000", utc(2026, 3, 10, 18)),
        ("DTSTART;TZID=Casa:20260310T150000", utc(2026, 3, 10, 19)),
        ("DTSTART;TZID=Marte/Base:20260310T150000", "calendar.unknown_zone"),
        ("DTSTART;TZID=Europe/Lisbon:20260310T150000", utc(2026, 3, 10, 15)),
        ("DTSTART;TZID=Europe/Lisbon:20260410T150000", utc(2026, 4, 10, 14)),
        ("DTSTART;TZID=Europe/Lisbon:20260329T013000", utc(2026, 3, 29, 1, 30)),
        ("DTSTART;VALUE=DATE:20260310", utc(2026, 3, 10, 3)),
        ("DTSTART:20260399T150000", "calendar.no_date"),
        ("SUMMARY:sem data", "calendar.no_date"),
        ("DTSTART:00010101T000000Z", utc(1, 1, 1)),
        ("DTSTART;VALUE=DATE:99991231", utc(9999, 12, 31, 3)),
    ],
)
def test_each_way_of_writing_a_time(tmp_path: Path, line: str, expected: datetime | str) -> None:
    assert start(tmp_path, line, head=OWN_ZONE) == expected


@pytest.mark.parametrize(
    ("first", "rule", "expected"),
    [
        ("DTSTART:20260202T130000Z", "RRULE:FREQ=WEEKLY", utc(2026, 3, 2, 13)),
        ("DTSTART:20260202T110000Z", "RRULE:FREQ=WEEKLY", utc(2026, 3, 9, 11)),
        ("DTSTART:20260202T110000Z", "RRULE:FREQ=WEEKLY;COUNT=3", "calendar.series_is_over"),
        (
            "DTSTART:20260202T110000Z",
            "RRULE:FREQ=WEEKLY;UNTIL=20260301T000000Z",
            "calendar.series_is_over",
        ),
        (
            "DTSTART:20260202T110000Z",
            "RRULE:FREQ=WEEKLY\nEXDATE:20260309T110000Z,20260316T110000Z",
            utc(2026, 3, 23, 11),
        ),
        ("DTSTART;VALUE=DATE:20200115", "RRULE:FREQ=MONTHLY", utc(2026, 3, 15, 3)),
        ("DTSTART:20260201T100000", "RRULE:FREQ=DAILY", utc(2026, 3, 2, 13)),
        (
            "DTSTART;TZID=Europe/Lisbon:20260101T100000",
            "RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1",
            utc(2026, 6, 1, 9),
        ),
        ("DTSTART:20260202T110000Z", "RRULE:FREQ=HOURLY", "calendar.unknown_repetition"),
        ("DTSTART:20260202T110000Z", "RRULE:FREQ=BOGUS", "calendar.unknown_repetition"),
        (
            "DTSTART:20260202T110000Z",
            "RDATE:20260402T110000Z",
            "calendar.unknown_repetition",
        ),
        (
            "DTSTART:20300202T110000Z",
            "RRULE:FREQ=WEEKLY",
            "calendar.series_is_over",
        ),
    ],
)
def test_a_series_is_its_next_date(
    tmp_path: Path, first: str, rule: str, expected: datetime | str
) -> None:
    assert start(tmp_path, first, rule) == expected


def test_a_moved_date_of_a_series_takes_the_originals_place(tmp_path: Path) -> None:
    series = "UID:s\nDTSTART:20260302T130000Z\nRRULE:FREQ=WEEKLY"
    moved = "UID:s\nRECURRENCE-ID:20260302T130000Z\nDTSTART:20260303T130000Z"
    events = read(tmp_path, calendar(series, moved))
    assert [one.starts_at for one in events] == [utc(2026, 3, 9, 13), utc(2026, 3, 3, 13)]
    assert all(one.repeats for one in events)


def test_rules_that_never_hold_do_not_hold_the_program_up(tmp_path: Path) -> None:
    never = "UID:n\nDTSTART:20260302T130000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    began = time.monotonic()
    events = read(tmp_path, calendar(*[never] * 200))
    assert time.monotonic() - began < 10
    assert {one.trouble.key for one in events if one.trouble} == {"calendar.unknown_repetition"}
    assert len(events) == 200


@pytest.mark.parametrize(
    ("first", "rule"),
    [
        ("00010101T100000", "FREQ=DAILY"),
        (
            "19700101T100000",
            f"FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,1,2;BYSECOND={','.join(map(str, range(60)))}",
        ),
    ],
)
def test_a_rule_with_endless_dates_does_not_hold_the_program_up(
    tmp_path: Path, first: str, rule: str
) -> None:
    bomb = f"UID:b\nDTSTART:{first}\nRRULE:{rule}"
    began = time.monotonic()
    *bombs, good = read(tmp_path, calendar(*[bomb] * 3, "UID:g\nDTSTART:20260310T150000Z"))
    assert time.monotonic() - began < 10
    assert {one.trouble.key for one in bombs if one.trouble} == {"calendar.unknown_repetition"}
    assert good.starts_at == utc(2026, 3, 10, 15)


def test_a_files_series_share_their_time(tmp_path: Path) -> None:
    seconds = iter(range(1000))
    path = tmp_path / "many.ics"
    series = "UID:s\nDTSTART:20260201T130000Z\nRRULE:FREQ=DAILY"
    path.write_text(calendar(*[series] * 30, "UID:g\nDTSTART:20260310T150000Z"), encoding="utf-8")
    reader = IcsReader(stopwatch=lambda: float(next(seconds)))
    *events, good = reader.read(path, zone=ZONE, now=NOW)
    troubles = [one.trouble.key for one in events if one.trouble]
    assert troubles == ["calendar.unknown_repetition"] * 30
    assert good.starts_at == utc(2026, 3, 10, 15)


def test_an_end_that_is_no_day_is_a_rule_that_is_not_followed(tmp_path: Path) -> None:
    rule = "RRULE:FREQ=WEEKLY;UNTIL=000000"
    assert start(tmp_path, "DTSTART:20260302T130000Z", rule) == "calendar.unknown_repetition"


def test_a_line_folded_within_a_letter_is_read(tmp_path: Path) -> None:
    folded = b"SUMMARY:A\xc3\r\n \xa7\xc3\r\n \xa3o\nDTSTART:20260310T150000Z"
    whole = calendar("UID:a\nHERE").encode().replace(b"HERE", folded)
    assert read(tmp_path, whole)[0].summary == "A\u00e7\u00e3o"


def test_a_files_zone_is_not_the_next_files(tmp_path: Path) -> None:
    line = "DTSTART;TZID=Casa:20260310T150000"
    assert start(tmp_path, line, head=OWN_ZONE) == utc(2026, 3, 10, 19)
    assert start(tmp_path, line, head=OWN_ZONE.replace("-0400", "-0200")) == utc(2026, 3, 10, 17)
    assert start(tmp_path, line) == "calendar.unknown_zone"


def test_a_zone_with_broken_rules_does_not_stop_the_other_events(tmp_path: Path) -> None:
    own, utc_time = "DTSTART;TZID=Casa:20260310T150000", "DTSTART:20260310T150000Z"
    broken = OWN_ZONE.replace("-0400", "-9900")
    events = read(tmp_path, calendar(f"UID:a\n{own}", f"UID:b\n{utc_time}", head=broken))
    assert events[0].trouble is not None
    assert events[0].trouble.key == "calendar.unknown_zone"
    assert events[1].starts_at == utc(2026, 3, 10, 15)


def test_a_cancelling_file_cancels_all_of_it(tmp_path: Path) -> None:
    event = "UID:a\nDTSTART:20260310T150000Z"
    assert read(tmp_path, calendar(event, head="METHOD:CANCEL\n"))[0].is_cancelled
    assert read(tmp_path, calendar(f"{event}\nSTATUS:cancelled"))[0].is_cancelled
    assert not read(tmp_path, calendar(event))[0].is_cancelled


def test_who_takes_part_is_read_with_the_earliest_alarm(tmp_path: Path) -> None:
    event = """UID:a
DTSTART:20260310T150000Z
ORGANIZER:mailto:Eu@x.com
ATTENDEE;CN=Ana:MAILTO:ana@cliente.com.br
ATTENDEE:mailto:bia@cliente.com.br
BEGIN:VALARM
TRIGGER:-PT30M
END:VALARM
BEGIN:VALARM
TRIGGER:-PT10M
END:VALARM
BEGIN:VALARM
TRIGGER:PT5M
END:VALARM
"""
    found = read(tmp_path, calendar(event))[0]
    assert set(found.addresses) == {"eu@x.com", "ana@cliente.com.br", "bia@cliente.com.br"}
    assert found.lead == timedelta(minutes=10)


def test_a_broken_alarm_is_left_out_and_the_event_read(tmp_path: Path) -> None:
    event = """UID:a
DTSTART:20260310T150000Z
BEGIN:VALARM
TRIGGER:agora
END:VALARM
SUMMARY:Acme"""
    found = read(tmp_path, calendar(event))[0]
    assert (found.summary, found.lead) == ("Acme", timedelta(0))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("", "calendar_broken"),
        ("nada disso é um calendário", "calendar_broken"),
        ("BEGIN:VCARD\nFN:x\nEND:VCARD\n", "calendar_broken"),
        ("BEGIN:VCALENDAR\nEND:VEVENT\n", "calendar_without_events"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n", "calendar_broken"),
        (b"\x00\xff\xfe\x00" * 40, "calendar_broken"),
        (calendar(), "calendar_without_events"),
        (calendar("UID:a", head="METHOD:REPLY\n"), "calendar_is_an_answer"),
        (calendar(*["UID:a"] * 20_001), "calendar_too_many"),
        (b"x" * 20_000_001, "calendar_too_large"),
    ],
)
def test_a_bad_file_gets_one_sentence(tmp_path: Path, content: str | bytes, error: str) -> None:
    with pytest.raises(BadInputError) as caught:
        read(tmp_path, content)
    assert caught.value.message.key == f"error.{error}"


def test_a_file_of_endless_beginnings_is_refused_in_time(tmp_path: Path) -> None:
    began = time.monotonic()
    for line in ("BEGIN:VALARM\n", "BEGIN:VEVENT\n", "BEGIN:VALARM\nTRIGGER:x\n"):
        with pytest.raises(BadInputError):
            read(tmp_path, f"BEGIN:VCALENDAR\n{line * 50_000}")
    assert time.monotonic() - began < 30


def test_a_missing_file_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="calendar_not_opened"):
        IcsReader().read(tmp_path / "nenhum.ics", zone=ZONE, now=NOW)


@pytest.mark.parametrize("name", ["pipe.ics", "nul\0.ics"])
def test_what_is_no_file_gets_one_sentence(tmp_path: Path, name: str) -> None:
    if name == "pipe.ics":
        if not hasattr(os, "mkfifo"):
            pytest.skip("no pipes with names here")
        os.mkfifo(tmp_path / name)
    with pytest.raises(BadInputError, match="calendar_not_opened"):
        IcsReader().read(tmp_path / name, zone=ZONE, now=NOW)


def test_a_file_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    text = calendar("UID:a\nSUMMARY:Ligação\nDTSTART:20260310T150000Z")
    assert read(tmp_path, text.encode("cp1252"))[0].summary == "Ligação"
    assert read(tmp_path, text.encode("utf-8-sig"))[0].summary == "Ligação"


LINES = st.sampled_from(
    ["UID:a", "DTSTART:20260310T150000Z", "DTSTART;VALUE=DATE:20260310", "DTSTART:x", "RRULE:",
     "RRULE:FREQ=DAILY;COUNT=0", "RRULE:FREQ=WEEKLY;INTERVAL=0", "RRULE:FREQ=MONTHLY;BYDAY=9MO",
     "EXDATE:x", "EXDATE:20260310T150000Z", "RECURRENCE-ID:x", "STATUS:", "ATTENDEE:x",
     "BEGIN:VALARM", "END:VALARM", "TRIGGER:x", "TRIGGER;VALUE=DATE-TIME:20260310T150000Z",
     "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:Casa",
     "DTSTART;TZID=Casa:20260310T150000", "LAST-MODIFIED:x", "DTSTAMP:20260301T150000",
     "SUMMARY;X=\"a:b", "SUMMARY", ":", " dobra", "X-GIRO-KIND:x", "X-GIRO-KIND:follow_up",
     "DTSTART:99991231T235959Z", "DTSTART:00010101T000000", "RRULE:FREQ=DAILY;UNTIL=20270101"]
)  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINES, max_size=25))
def test_whatever_a_file_holds_is_read_or_refused(tmp_path: Path, lines: list[str]) -> None:
    body = "\n".join(lines)
    for content in (calendar(body), body, f"BEGIN:VCALENDAR\n{body}\nEND:VCALENDAR\n"):
        try:
            events = read(tmp_path, content)
        except BadInputError:
            continue
        assert all(one.trouble or one.starts_at for one in events)
