"""Killing the program while the user writes and the server's rows are stored."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random
from threading import Timer

from cockpit.data import sqlite
from cockpit.data.replica import open_replica
from tests.integration.data.replica.conftest import KEY, Laptop

ROOT = Path(__file__).parents[4]
WORK_FOR_EVER = """
import sys
from pathlib import Path
from threading import Thread
from uuid import UUID
from cockpit.data.database import SqlDatabase
from cockpit.data.replica import SqlReplicaStore, open_replica
from cockpit.domain.sync import Pulled, Rows
from cockpit.domain.vocabulary import LifecycleStatus, Role
from cockpit.services.ports import CurrentUser
from cockpit.domain.contact import ContactDraft
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel
from datetime import UTC, datetime
engines = open_replica(Path(sys.argv[1]), bytes(range(32)))
store = SqlReplicaStore(engines)
standing = store.standing()
user = CurrentUser(standing.user_id, standing.device_id, "ana", "Ana", Role.OPERATOR)
database = SqlDatabase(engines, user.user_id)
with database.read() as unit:
    outcome = unit.reference.outcomes()[0]

def pull():
    while True:
        with engines.reading() as connection:
            found = connection.exec_driver_sql("SELECT * FROM customers").mappings().all()
        cursor = store.standing().cursor
        columns = tuple(found[0])
        values = [tuple((dict(row) | {"trade_name": str(cursor + 1)}).values()) for row in found]
        now = datetime.now(UTC)
        store.apply(
            Pulled(cursor, "one", cursor + 1, "", "d", None, [Rows("customers", columns, values)]),
            at=now,
        )

Thread(target=pull, daemon=True).start()
customers = sorted(store.carried_now())
while True:
    draft = ContactDraft(
        new_id(), customers[0], datetime.now(UTC), Channel.PHONE, outcome, note="palavra"
    )
    with database.write() as unit:
        unit.contacts.add(draft, user=user, status=LifecycleStatus.ACTIVE)
    print(draft.contact_id.hex, flush=True)
"""


def test_what_was_told_as_saved_waits_after_every_kill(laptop: Laptop) -> None:
    path = laptop.engines.address.path  # type: ignore[union-attr]
    laptop.engines.close()
    random, told, cursors = Random(9), set[str](), set[int]()
    for _ in range(4):
        told |= _killed(path, 1.5 + random.random())
        open_replica(path, KEY).close()
        with closing(sqlite.connect(path, KEY)) as connection:
            rows = connection.execute("SELECT device_seq, hex(entity_id), entity FROM outbox")
            waiting = rows.fetchall()
            ((device, applying, last, cursor),) = connection.execute(
                "SELECT device_id, is_applying, last_number, cursor FROM replicas"
            ).fetchall()
            assert not applying
            assert sorted(number for number, _, _ in waiting) == list(range(1, last + 1))
            assert told <= {key.lower() for _, key, entity in waiting if entity == "contacts"}
            stored = connection.execute(
                "SELECT count(*) FROM contacts WHERE device_id = ?", (device,)
            ).fetchone()[0]
            assert stored == sum(entity == "contacts" for _, _, entity in waiting)
            names = {name for (name,) in connection.execute("SELECT trade_name FROM customers")}
            assert names == ({str(cursor)} if cursor > 10 else {None})
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            cursors.add(cursor)
    assert told
    assert len(cursors) > 1


def _killed(path: Path, seconds: float) -> set[str]:
    """Let a program work on the file, kill it, and return what it told as saved."""
    with subprocess.Popen(
        [sys.executable, "-c", WORK_FOR_EVER, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline()]
        timer = Timer(seconds, process.kill)
        timer.start()
        told += process.stdout.readlines()
    return {line.strip() for line in told if len(line.strip()) == 32}
