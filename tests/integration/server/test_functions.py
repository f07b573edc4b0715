"""Who may call which function of the database, against what is declared."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from cockpit.data.server.execution import EXECUTION
from cockpit.data.server.roles import GATEKEEPER, GROUPS, OWNER, group_of
from cockpit.domain.queue import LEASE
from tests.support.company_rows import PEOPLE, Company
from tests.support.plain_sql import REFUSED, connect, undone

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
_MAY = """
    SELECT p.proname, has_function_privilege(%s, p.oid, 'EXECUTE') FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.proowner <> %s::regrole
"""
_CALLS = """
    SELECT p.proname, format('SELECT %%I(%%s)', p.proname, array_to_string(ARRAY(
        SELECT 'NULL::' || format_type(one, NULL) FROM unnest(p.proargtypes) one), ', '))
    FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.prorettype <> 'trigger'::regtype
"""


def test_every_function_is_declared(company: Company) -> None:
    with connect(company, "postgres") as connection:
        found = connection.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
        ).fetchall()
    assert sorted(name for (name,) in found) == sorted(EXECUTION)


def test_roles_may_call_what_is_declared_and_nothing_else(company: Company) -> None:
    wrong = []
    with connect(company, "postgres") as connection:
        for role in (*GROUPS, GATEKEEPER, OWNER):
            for name, may in connection.execute(_MAY, (role, role)).fetchall():
                if may != (role in EXECUTION[name]):
                    wrong.append((role, name, may))
    assert wrong == []


def _let(
    company: Company, name: str, calls: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, bool]]:
    """Yield the functions, and whether somebody is let into each."""
    with connect(company, company.logins[name]) as connection:
        for function, call in calls:
            with undone(connection) as cursor:
                try:
                    cursor.execute(call)
                except REFUSED as error:
                    yield function, "permission denied" not in str(error)
                except psycopg.Error:
                    yield function, True
                else:
                    yield function, True


def test_each_person_is_refused_every_function_that_is_not_theirs(company: Company) -> None:
    with connect(company, "postgres") as connection:
        calls = connection.execute(_CALLS, ()).fetchall()
    wrong = [
        (name, function)
        for name in PEOPLE
        for function, is_let in _let(company, name, calls)
        if is_let != (group_of(PEOPLE[name][0]) in EXECUTION[function])
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["bruno", "sofia", "marta", "alice", "zoe"])
def test_nobody_locks_the_device_of_another(company: Company, name: str) -> None:
    with (
        connect(company, company.logins[name]) as connection,
        undone(connection) as cursor,
        pytest.raises(REFUSED),
    ):
        cursor.execute("SELECT giro_last_number(%s)", (company.devices["ana"],))
    with connect(company, company.logins["ana"]) as connection, undone(connection) as cursor:
        own = cursor.execute("SELECT giro_last_number(%s)", (company.devices["ana"],)).fetchone()
        assert own is not None
        assert own[0] >= 0


def _claim(company: Company, fence: int, until: datetime) -> tuple[str, tuple[object, ...]]:
    statement = (
        "INSERT INTO claims (id, customer_id, user_id, device_id, state, claimed_at, lease_until,"
        " fence) SELECT gen_random_uuid(), id, giro_me(), %s, 'finished', now(), %s, %s"
        " FROM customers WHERE code = 'A1' RETURNING fence, lease_until"
    )
    return statement, (company.devices["ana"], until, fence)


def test_nobody_chooses_a_fence_or_holds_a_customer_for_ever(company: Company) -> None:
    far = datetime(2999, 1, 1, tzinfo=UTC)
    with connect(company, company.logins["ana"]) as connection, undone(connection) as cursor:
        first = cursor.execute(*_claim(company, 2**62, far)).fetchone()
        second = cursor.execute(*_claim(company, 1, far)).fetchone()
        later = cursor.execute(
            "UPDATE claims SET lease_until = 'infinity' WHERE user_id = giro_me()"
            " AND lease_until > now() RETURNING lease_until"
        ).fetchall()
    assert first is not None
    assert second is not None
    assert second[0] == first[0] + 1
    most = timedelta(minutes=10)
    assert most > LEASE
    longest = datetime.now(UTC) + most
    assert all(one <= longest for (one,) in [*later, first[1:], second[1:]])


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE claims SET fence = 1",
        "UPDATE claims SET customer_id = customer_id",
        "UPDATE claims SET claimed_at = now()",
        "UPDATE users SET database_role = login",
        "UPDATE users SET login = login",
    ],
)
def test_not_even_an_administrator_rewrites_who_is_who_and_who_holds_whom(
    company: Company, change: str
) -> None:
    with (
        connect(company, company.logins["alice"]) as connection,
        undone(connection) as cursor,
        pytest.raises(REFUSED),
    ):
        cursor.execute(change)


_CONTACT = (
    "INSERT INTO contacts (id, customer_id, user_id, occurred_at, channel, direction, outcome_id,"
    " status_at_contact, stored_at, device_id, device_seq, content_sha256, recorded_at)"
    " SELECT gen_random_uuid(), c.id, %(user)s, now(), 'phone', 'outbound', o.id, 'inactive',"
    " %(stored_at)s, %(device)s, giro_last_number(%(device)s) + 1, repeat('0', 64), %(recorded_at)s"
    " FROM customers c CROSS JOIN outcomes o WHERE c.code = 'A1' ORDER BY o.id LIMIT 1"
    " RETURNING stored_at"
)


@pytest.mark.parametrize("told", [None, LONG_AGO, datetime(2999, 1, 1, tzinfo=UTC)])
@pytest.mark.parametrize("login", ["ana", "alice"])
def test_nobody_chooses_when_a_contact_arrived(
    company: Company, login: str, told: datetime | None
) -> None:
    with connect(company, company.logins[login]) as connection, undone(connection) as cursor:
        cursor.execute("SELECT giro_me(), clock_timestamp()")
        user, before = cursor.fetchone() or (None, None)
        device = company.devices[login]
        values = {"user": user, "device": device, "stored_at": told, "recorded_at": LONG_AGO}
        (stored_at,) = cursor.execute(_CONTACT, values).fetchone() or (None,)
        cursor.execute("SELECT clock_timestamp()")
        (after,) = cursor.fetchone() or (None,)
    assert before <= stored_at <= after


def test_a_file_that_moves_here_keeps_when_its_contacts_arrived(company: Company) -> None:
    with connect(company, "postgres") as connection, undone(connection) as cursor:
        cursor.execute("SELECT id FROM users WHERE login = 'ana'")
        (user,) = cursor.fetchone() or (None,)
        for told in (None, LONG_AGO):
            values = {"user": user, "device": company.devices["ana"], "stored_at": told,
                      "recorded_at": LONG_AGO}  # fmt: skip
            assert cursor.execute(_CONTACT, values).fetchone() == (told,)
