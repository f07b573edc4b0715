"""Killing the program in the middle of its work, and programs that work at once."""

import subprocess
import sys
from pathlib import Path
from uuid import UUID

from sqlalchemy import text

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.ids import new_id
from tests.integration.data.conftest import NOW, World, customer

ROOT = Path(__file__).parents[3]

LOG_FOR_EVER = """
import sys
from datetime import UTC, datetime
from uuid import UUID
from cockpit.data.database import SqlDatabase
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.contact import ContactDraft
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, LifecycleStatus
engines = open_database(parse_address(sys.argv[1]))
user = ensure_identity(engines, login="ana", machine="pc-1")
database = SqlDatabase(engines, user.user_id)
with database.read() as unit:
    outcome = unit.reference.outcomes()[0]
customer = UUID(sys.argv[2])
while True:
    now = datetime.now(UTC)
    draft = ContactDraft(new_id(), customer, now, Channel.PHONE, outcome)
    with database.write() as unit:
        unit.contacts.add(draft, user=user, status=LifecycleStatus.ACTIVE)
        unit.agenda.set_next_contact(
            customer, AppointmentDraft(now, has_time=True), user=user,
            contact_id=draft.contact_id, at=now)
    print(draft.contact_id, flush=True)
"""

RAISE_WHEN_TOLD = """
import sys
from datetime import datetime
from uuid import UUID
from cockpit.data.database import SqlDatabase
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
engines = open_database(parse_address(sys.argv[1]))
user = ensure_identity(engines, login="ana", machine=sys.argv[2])
database = SqlDatabase(engines, user.user_id)
at = datetime.fromisoformat(sys.argv[3])
with database.read() as unit:
    waiting = unit.reminders.waiting(user=user, at=at)
print(len(waiting), flush=True)
sys.stdin.readline()
raised = []
for _ in range(len(waiting)):
    with database.write() as unit:
        raised += [str(one.reminder_id) for one in unit.reminders.claim(user=user, at=at)]
print(*raised)
"""


def run(script: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip


def address(world: World) -> str:
    found = world.engines.address
    if world.engines.is_sqlite:
        return str(found)
    return found.url.render_as_string(hide_password=False)  # type: ignore[union-attr]


def test_what_was_told_saved_survives_kill_9(world: World, acme: UUID) -> None:
    told: set[str] = set()
    for count in (1, 4, 9):
        program = run(LOG_FOR_EVER, address(world), str(acme))
        assert program.stdout is not None
        for _ in range(count):
            told.add(program.stdout.readline().strip())
        program.kill()
        told.update(line.strip() for line in program.stdout if line.endswith("\n"))
        program.wait()
        program.communicate()
    with world.engines.reading() as connection:
        stored = {str(UUID(bytes=key) if isinstance(key, bytes) else key)
                  for (key,) in connection.execute(text("SELECT id FROM contacts"))}  # fmt: skip
        numbers = sorted(
            number
            for table in ("contacts", "appointment_events", "reminder_events")
            for number in connection.execute(text(f"SELECT device_seq FROM {table}")).scalars()
        )
        open_ones = "SELECT count(*) FROM appointments WHERE state = 'open'"
        assert connection.execute(text(open_ones)).scalar() == 1
        if world.engines.is_sqlite:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert told <= stored
    assert len(stored - told) <= 3
    assert numbers == list(range(1, len(numbers) + 1))


def test_of_a_users_programs_that_raise_at_once_one_raises_each_reminder(world: World) -> None:
    keys = [new_id() for _ in range(12)]
    world.load(customers=[customer(key, str(place)) for place, key in enumerate(keys)])
    draft = AppointmentDraft(NOW, has_time=True)
    with world.database.write() as unit:
        for key in keys:
            unit.agenda.set_next_contact(key, draft, user=world.user, contact_id=None, at=NOW)
    programs = [
        run(RAISE_WHEN_TOLD, address(world), name, NOW.isoformat()) for name in ("mesa", "casa")
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline().strip() == "12"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
    raised = [program.communicate(timeout=60)[0].split() for program in programs]
    assert len(raised[0]) + len(raised[1]) == 12
    assert set(raised[0]).isdisjoint(raised[1])
