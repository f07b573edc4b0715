"""Several programs at one queue: nobody is called twice."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest

from cockpit.data.bulk_loader import SqlBulkLoader
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.contact import ContactDraft
from cockpit.domain.errors import DatabaseBusyError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, LifecycleStatus
from tests.support.at_once import at_once
from tests.support.queues import NOW, Operator, callable_customers, values

ROOT = Path(__file__).parents[2]
Answer = TypeVar("Answer")

#: SQLite's writers do not queue: whoever begins again at once may keep the other out until the end,
#: so that each takes a breath between its batches, as an operator does.
CLAIM_ALL = """
import sys
import time
from random import Random
from uuid import UUID
from cockpit.data.database import SqlDatabase
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from tests.support.queues import NOW
engines = open_database(parse_address(sys.argv[1]))
user = ensure_identity(engines, login=sys.argv[2], machine="pc-" + sys.argv[2])
database = SqlDatabase(engines, user.user_id)
keys = [UUID(line.strip()) for line in open(sys.argv[3])]
batches = [keys[first:first + 10] for first in range(0, len(keys), 10)]
Random(sys.argv[2]).shuffle(batches)
print("ready", flush=True)
sys.stdin.readline()
for batch in batches:
    with database.read() as unit:
        seen = unit.queue.standings(batch, user=user, at=NOW)
    batch = [key for key in batch if not seen[key].claimed_by]
    with database.write() as unit:
        won = [key for key in batch if unit.queue.claim(key, user=user, at=NOW)]
        unit.changed(customer_ids=[])
    print(*won, sep="\\n", flush=True)
    time.sleep(0.01)
engines.close()
"""


@pytest.fixture
def engines(database_url: str) -> Iterator[Engines]:
    opened = open_database(parse_address(database_url))
    yield opened
    opened.close()


def test_of_two_programs_one_claims_each_customer(
    engines: Engines, database_url: str, tmp_path: Path
) -> None:
    keys, rows = callable_customers(600)
    SqlBulkLoader(engines).load(rows)
    listed = tmp_path / "keys.txt"
    listed.write_text("\n".join(map(str, keys)), encoding="utf-8")
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", CLAIM_ALL, database_url, login, str(listed)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for login in ("ana", "bia")
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    said = [program.communicate(timeout=120) for program in programs]
    assert [error for _, error in said] == ["", ""]
    won = [lines.split() for lines, _ in said]
    assert Counter(key for one in won for key in one) == Counter(map(str, keys))
    assert min(map(len, won)) > 0
    active = "SELECT count(*), count(DISTINCT customer_id) FROM claims WHERE state = 'active'"
    assert values(engines, active) == [(600, 600)]


def test_operators_who_work_at_once_call_each_customer_once(
    engines: Engines, database_url: str
) -> None:
    keys, rows = callable_customers(60)
    SqlBulkLoader(engines).load(rows)
    with ExitStack() as stack:
        operators = []
        for login in ("ana", "bia", "caio", "davi"):
            own = stack.enter_context(closing(open_database(parse_address(database_url))))
            user = ensure_identity(own, login=login, machine=f"pc-{login}")
            operators.append(Operator(user, SqlDatabase(own, user.user_id)))
        called = at_once([partial(_call_all, operator, keys) for operator in operators])
    assert Counter(key for one in called for key in one) == Counter(keys)
    counted = values(engines, "SELECT count(*), count(DISTINCT customer_id) FROM contacts")
    assert counted == [(60, 60)]
    assert values(engines, "SELECT count(*) FROM claims WHERE state = 'active'") == [(0,)]


def _call_all(operator: Operator, keys: list[UUID]) -> list[UUID]:
    """Call whom the queue offers until nobody is left, with a list that is never refreshed."""
    outcomes = {one.code: one for one in operator.contacts.form_options().outcomes}
    called: list[UUID] = []
    while (claim := _patiently(partial(operator.queue.next, keys)).claim) is not None:
        draft = ContactDraft(
            new_id(), claim.customer_id, NOW, Channel.PHONE, outcomes["wrong_number"]
        )
        log = partial(operator.contacts.log, draft, status=LifecycleStatus.AT_RISK, claim=claim)
        logged = _patiently(log)
        assert not logged.is_claim_lost
        called.append(claim.customer_id)
    return called


def _patiently(step: Callable[[], Answer]) -> Answer:
    """Take a step again where four programs without a pause kept the file's lock too long."""
    while True:
        try:
            return step()
        except DatabaseBusyError:
            continue
