"""One thing that goes wrong at a time; afterwards all the invariants hold."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from threading import Thread
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from cockpit.domain.attachments import LIMIT_KEY, PART_BYTES
from cockpit.domain.clock import DEFAULT_ZONE, SystemClock
from cockpit.domain.errors import GiroError
from cockpit.domain.sync import SyncEnd
from cockpit.sync.lock import SyncLock
from tests.faults.field.laptop import KEY, Laptop
from tests.faults.field.making import AUDITOR
from tests.faults.field.plain_bytes import PAGE, plain_bytes
from tests.faults.field.small_field import SmallField
from tests.support.small_disk import SmallDisk

pytestmark = pytest.mark.timeout(120)


@dataclass(frozen=True)
class ClockThatIsOff:
    """This computer's clock, so much later or earlier."""

    by: timedelta
    zone: ZoneInfo = DEFAULT_ZONE

    def now(self) -> datetime:
        return datetime.now(UTC) + self.by

    def today(self) -> date:
        return self.now().astimezone(self.zone).date()

    @property
    def known_at(self) -> None:
        return


def test_a_day_without_faults(field: SmallField) -> None:
    one, other = field.add("ana", field.customers[:5]), field.add("bia", field.customers[5:8])
    for held in (one, other):
        held.settle()
        for customer in held.seller.customers():
            held.seller.log(customer)
            held.seller.pitch(customer)
            held.seller.wish(customer)
            held.seller.plan(customer)
        held.settle()
    one.settle()
    assert field.violations() == []


def test_a_photo_arrives_in_pieces_and_whole(field: SmallField) -> None:
    held = field.add("ana", field.customers[:1])
    held.settle()
    key, content = held.seller.attach(field.customers[0], PART_BYTES * 2 + 7)
    held.settle()
    pieces = "SELECT string_agg(content, '' ORDER BY part) FROM attachment_contents"
    assert field.value(f"{pieces} WHERE attachment_id = :key", key=key) == content
    assert held.seller.sync.store.unsent_contents() == []
    assert field.violations() == []


def test_a_photo_that_is_too_large_waits_for_the_administrator(field: SmallField) -> None:
    held = field.add("ana", field.customers[:1])
    held.settle()
    large, content = held.seller.attach(field.customers[0], PART_BYTES + 7)
    held.seller.attach(field.customers[0], 9)
    field.execute(
        """INSERT INTO settings (id, scope, key, value, created_at, updated_at) VALUES
            (gen_random_uuid(), 'company', :key, to_jsonb(:most ::int), now(), now())""",
        key=LIMIT_KEY, most=PART_BYTES,
    )  # fmt: skip
    assert held.synchronise().quarantined == 1
    held.settle()
    assert field.value("SELECT count(*) FROM attachment_contents") == 1
    field.execute("SELECT giro_store_fact(id) FROM quarantined_facts WHERE reason = 'too_large'")
    held.settle()
    pieces = "SELECT string_agg(content, '' ORDER BY part) FROM attachment_contents"
    assert field.value(f"{pieces} WHERE attachment_id = :key", key=large) == content
    # It was set aside, and stands on the list with its number still.
    assert field.violations(apart=("2", "4")) == []


def test_pieces_that_do_not_fit_hold_up_no_others(field: SmallField) -> None:
    held = field.add("ana", field.customers[:1])
    held.settle()
    odd, _ = held.seller.attach(field.customers[0], PART_BYTES + 7)
    sound, content = held.seller.attach(field.customers[0], 9)
    with held.engines.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE attachment_contents SET content = zeroblob(8) WHERE part = 1"
        )
    report = held.synchronise()
    assert (report.end, report.quarantined) == (SyncEnd.DONE, 1)
    assert field.value(
        "SELECT content FROM attachment_contents WHERE attachment_id = :key", key=sound
    ) == content  # fmt: skip
    assert held.seller.sync.store.unsent_contents() == []
    assert held.synchronise().quarantined == 0, odd


def test_a_photo_of_who_left_meanwhile_arrives_before_they_go(field: SmallField) -> None:
    held = field.add("ana", field.customers[:2])
    held.settle()
    held.seller.attach(field.customers[0], PART_BYTES * 2 + 7)
    field.execute("UPDATE customers SET owner_id = NULL WHERE id = :key", key=field.customers[0])
    held.settle()
    assert field.violations() == []
    assert field.customers[0] not in held.seller.customers()


@pytest.mark.parametrize("years", [-10, 10])
def test_the_clock_is_ten_years_off(field: SmallField, years: int) -> None:
    held = field.add("ana", field.customers[:3])
    held.settle()
    held.seller.set_clock(ClockThatIsOff(timedelta(days=365 * years)))
    for customer in field.customers[:3]:
        held.seller.log(customer)
        held.seller.wish(customer)
    held.settle()
    held.seller.set_clock(SystemClock())
    held.seller.log(field.customers[0])
    held.settle()
    assert field.violations() == []


def test_a_file_is_copied_and_both_go_on(field: SmallField) -> None:
    first = field.add("ana", field.customers[:3])
    first.settle()
    first.seller.log(field.customers[0])
    second = field.copy(first, "copia")
    for held in (first, second):
        held.seller.log(field.customers[1])
        held.seller.wish(field.customers[2])
    first.settle()
    second.settle()
    first.settle()
    assert field.violations() == []
    devices = {held.seller.sync.store.standing().device_id for held in (first, second)}
    assert len(devices) == 2


def test_the_disk_is_full(small_disk: Callable[..., SmallDisk], field: SmallField) -> None:
    disk = small_disk("24m")
    held = field.add("ana", field.customers[:3], disk=disk.path)
    held.settle()
    disk.fill()
    for _ in range(20):
        try:
            held.seller.log(field.customers[0])
        except GiroError:
            break
    else:
        pytest.fail("the disk was never full")
    field.execute("UPDATE customers SET city = :much", much="S" * 200_000)
    with pytest.raises(GiroError):
        held.settle()
    disk.empty()
    held.seller.log(field.customers[1])
    held.settle()
    assert field.violations() == []


def test_flipped_bytes_are_told_and_nothing_else_breaks(field: SmallField) -> None:
    held = field.add("ana", field.customers[:3])
    held.settle()
    held.engines.close()
    whole, random = held.laptop.path.read_bytes(), Random(1)
    for _ in range(12):
        place = random.randrange(PAGE, len(whole))
        broken = bytearray(whole)
        broken[place] ^= 1 << random.randrange(8)
        held.laptop.path.write_bytes(broken)
        _use(held.laptop)
    held.laptop.path.write_bytes(whole)
    assert field.violations() == []


def _use(laptop: Laptop) -> None:
    """Read all of a damaged file: what comes out is right, or one of our errors."""
    try:
        engines = laptop.opened()
        try:
            with engines.reading() as connection:
                connection.exec_driver_sql("PRAGMA integrity_check").all()
        finally:
            engines.close()
    except GiroError:
        return


def test_two_programs_synchronise_at_once(field: SmallField) -> None:
    held = field.add("ana", field.customers[:3])
    held.settle()
    with SyncLock(held.laptop.path.with_suffix(".lock")) as is_ours:
        assert is_ours
        assert held.synchronise().end is SyncEnd.BUSY
    others = [held.laptop.engine(held.engines) for _ in range(2)]

    def go_on(number: int) -> None:
        for _ in range(10):
            others[number].synchronise()

    threads = [Thread(target=go_on, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for _ in range(10):
        held.seller.log(field.customers[0])
    for thread in threads:
        thread.join()
    held.settle()
    assert field.violations() == []


@pytest.mark.parametrize("days", [1, 30, 200])
def test_a_laptop_was_away_for_days(field: SmallField, days: int) -> None:
    held = field.add("ana", field.customers[:3])
    _owe(field, field.customers[0])
    held.settle()
    held.seller.log(field.customers[0])
    held.seller.wish(field.customers[1])
    field.execute("DELETE FROM receivables")
    field.execute("UPDATE customers SET city = 'Santos' WHERE id = :key", key=field.customers[2])
    field.execute("UPDATE tombstones SET deleted_at = deleted_at - make_interval(days => :days)",
                  days=days)  # fmt: skip
    field.execute("UPDATE devices SET last_seen_at = last_seen_at - make_interval(days => :days)",
                  days=days)  # fmt: skip
    keeper = field.team.open(field.team.login_of(AUDITOR)).engines
    with keeper.writing() as connection:
        connection.execute(text("SELECT * FROM giro_sync_upkeep()"))
    is_kept = field.value("SELECT count(*) FROM tombstones WHERE entity = 'receivables'")
    assert bool(is_kept) is (days < 180)
    held.settle()
    assert field.violations() == []


def _owe(field: SmallField, customer_id: UUID) -> None:
    field.execute(
        "INSERT INTO receivables (id, customer_id, number, due_on, amount_cents, paid_cents)"
        " VALUES (gen_random_uuid(), :key, '1', '2026-03-01', 100, 0)",
        key=customer_id,
    )


def test_a_customer_was_given_away_while_words_waited(field: SmallField) -> None:
    ana, bia = field.add("ana", field.customers[:2]), field.add("bia")
    ana.settle()
    bia.settle()
    given = field.customers[0]
    ana.seller.log(given)
    ana.seller.plan(given)
    field.execute("UPDATE customers SET owner_id = :bia WHERE id = :key",
                  bia=bia.laptop.user_id, key=given)  # fmt: skip
    ana.settle()
    bia.settle()
    assert field.violations() == []
    assert field.value("SELECT count(*) FROM contacts WHERE customer_id = :key", key=given) == 1


def test_a_stolen_file_says_nothing(field: SmallField) -> None:
    """The raw bytes say nothing; with the key, the name is found: so the search does search."""
    field.execute("UPDATE customers SET legal_name = 'Metalúrgica Jacarandá Segredo'")
    held = field.add("ana", field.customers[:3])
    held.settle()
    word = "Jacarandá Segredo".encode()
    assert word in plain_bytes(held.laptop.path)
    for path in held.laptop.folder.glob(f"{held.laptop.name}*"):
        if path.suffix != ".journal":
            assert word not in path.read_bytes()
            assert KEY not in path.read_bytes()


def test_nothing_of_who_left_is_in_any_page(field: SmallField) -> None:
    held = field.add("ana", field.customers[:3])
    field.execute("UPDATE customers SET legal_name = 'Quem Foi Embora' WHERE id = :key",
                  key=field.customers[0])  # fmt: skip
    held.settle()
    assert b"Quem Foi Embora" in plain_bytes(held.laptop.path)
    field.execute("UPDATE customers SET owner_id = NULL WHERE id = :key", key=field.customers[0])
    held.settle()
    assert field.violations() == []
    assert b"Quem Foi Embora" not in plain_bytes(held.laptop.path)


def test_the_server_is_dumped_and_restored(field: SmallField, tmp_path: Path) -> None:
    ana, bia = field.add("ana", field.customers[:3]), field.add("bia", field.customers[3:5])
    for held in (ana, bia):
        held.settle()
        held.seller.log(next(iter(held.seller.customers())))
        held.settle()
    field.dump(tmp_path / "dump")
    for held in (ana, bia):
        for customer in held.seller.customers():
            held.seller.log(customer)
            held.seller.wish(customer)
        held.settle()
        held.seller.pitch(next(iter(held.seller.customers())))
    field.restore(tmp_path / "dump")
    # What the second one offers again, such as a new kind of objection, is the first one's too.
    for held in (ana, bia, ana):
        held.settle()
    assert field.violations(apart=["4"]) == []
