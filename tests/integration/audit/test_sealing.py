"""Seals follow each other, one at a time, whatever is sealed by whom."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from cockpit.data.audit import seals
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.data.watcher import watch
from cockpit.domain.ids import new_id
from models import AuditSeal
from tests.support.at_once import at_once
from tests.support.audit_trail import Office


@pytest.fixture
def office(database_url: str) -> Iterator[Office]:
    engines = open_database(parse_address(database_url))
    try:
        yield Office(engines)
    finally:
        engines.close()


def _numbers(office: Office) -> list[int]:
    with office.engines.reading() as connection:
        found = connection.execute(select(AuditSeal.heads).order_by(AuditSeal.sealed_at))
        return [heads["number"] for heads in found.scalars()]


def test_nothing_is_sealed_twice_within_a_minute_or_without_anything_new(office: Office) -> None:
    office.clock.go_on(timedelta(minutes=1))
    assert office.audit.seal() is not None
    office.audit.log_in()
    assert office.audit.seal() is None
    office.clock.go_on(timedelta(minutes=1))
    assert office.audit.seal() is not None
    office.clock.go_on(timedelta(minutes=1))
    assert office.audit.seal() is None
    assert _numbers(office) == [1, 2, 3, 4]


def test_a_clock_put_back_leaves_the_seals_in_their_order(office: Office) -> None:
    office.clock.go_on(-timedelta(days=3))
    office.audit.log_in()
    assert office.audit.seal() is not None
    assert _numbers(office) == [1, 2, 3]
    assert office.audit.verify().is_whole


def test_more_than_a_seal_takes_goes_into_the_next_ones(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seals, "MOST_FACTS", 2)
    monkeypatch.setattr(seals, "CHECKPOINT", 3)
    for _ in range(3):
        office.audit.note_export("work_list", 1)
    last = office.audit.seal(is_at_once=True)
    assert last is not None
    assert last.number > 4
    found = office.audit.verify(kept=last)
    assert (found.unsealed, found.is_whole) == (0, True)
    assert _numbers(office) == list(range(1, last.number + 1))


def test_those_who_seal_at_once_make_one_chain(office: Office) -> None:
    for _ in range(4):
        office.audit.note_export("work_list", 1)
        at_once([lambda: office.audit.seal(is_at_once=True, most=1)] * 4)
    found = office.audit.verify()
    assert found.is_whole
    assert found.unsealed == 0
    assert _numbers(office) == list(range(1, found.seals + 1))


def test_a_number_that_is_missing_before_it_is_sealed_is_told(office: Office) -> None:
    office.audit.note_export("work_list", 1)
    office.audit.note_export("work_list", 2)
    with office.engines.writing() as connection:
        connection.exec_driver_sql(
            "DELETE FROM audit_events WHERE device_seq = (SELECT max(device_seq) - 1 FROM"
            " audit_events AS e WHERE e.device_id = audit_events.device_id"
            " AND e.action = 'exported') AND action = 'exported'"
        )
    assert not office.audit.verify().is_whole
    office.audit.seal(is_at_once=True)
    assert not office.audit.verify().is_whole


def test_looks_are_written_together_and_once(office: Office) -> None:
    audit, before = office.audit, office.audit.verify().events
    for _ in range(3):
        audit.looks.note(office.keys[0])
        audit.looks.note(office.keys[1])
    assert audit.write_looks() == 2
    assert audit.write_looks() == 0
    audit.looks.note(office.keys[0])
    assert not audit.looks.are_there
    office.clock.go_on(timedelta(minutes=10))
    audit.looks.note(office.keys[0])
    assert audit.write_looks() == 1
    found = audit.verify()
    assert found.events == before + 3
    assert found.is_whole


def test_other_programs_read_nothing_anew_because_somebody_looked(office: Office) -> None:
    """Nor does the own one: a commit without a word would be taken for a change of everything."""
    watcher = watch(office.engines)
    try:
        assert watcher.look() is None
        for act in (
            office.audit.log_in,
            lambda: office.audit.looks.note(office.keys[0]),
            office.audit.write_looks,
            lambda: office.audit.seal(is_at_once=True),
            lambda: office.audit.note_export("work_list", 3),
        ):
            act()
            assert watcher.look() is None
    finally:
        watcher.close()


def test_looks_that_could_not_be_written_are_written_later(office: Office) -> None:
    office.audit.looks.note(new_id())
    taken = office.audit.looks.take()
    office.audit.looks.give_back(taken)
    assert office.audit.write_looks() == 1
