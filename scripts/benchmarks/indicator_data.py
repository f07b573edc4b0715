"""Adds to an invented portfolio what indicators look at: people, cuts, outcomes, objections.

Of five contacts one found the customer inactive, of eight sales without a document one names it,
and one contact of a hundred was corrected.
"""

from collections.abc import Iterable
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from cockpit.data import sqlite
from scripts.benchmarks.big_portfolio import SEED

_AT = "2024-01-01 03:00:00.000000"
_TEAMS, _PEOPLE, _GROUPS, _CAMPAIGNS = 8, 48, 12, 6
_KINDS, _ARGUMENTS_EACH = 8, 3
_DEVICE = b"indicators-bench"

_CUTS = """
UPDATE customers SET
 owner_id = (SELECT id FROM new_people WHERE n = customers.rowid % :people),
 region_id = (SELECT id FROM regions WHERE code = CAST(customers.rowid % :groups AS TEXT)),
 segment_id = (SELECT id FROM segments WHERE code = CAST(customers.rowid / 7 % :groups AS TEXT))
"""
_CONTACTS = """
UPDATE contacts SET
 user_id = (SELECT id FROM new_people WHERE n = (contacts.device_seq / 5 + contacts.device_seq) %
  :people),
 campaign_id = (SELECT id FROM new_campaigns WHERE n = contacts.device_seq % 20),
 status_at_contact = CASE WHEN device_seq % 5 = 0 THEN 'inactive' ELSE 'active' END,
 channel = CASE device_seq % 10 WHEN 0 THEN 'whatsapp' WHEN 1 THEN 'email' ELSE 'phone' END,
 direction = CASE WHEN device_seq % 13 = 0 THEN 'inbound' ELSE 'outbound' END
"""
_NAMED = """
UPDATE contacts SET order_id = (
 SELECT o.id FROM orders AS o WHERE o.customer_id = contacts.customer_id AND o.kind = 'sale'
 AND o.ordered_on >= substr(contacts.occurred_at, 1, 10) ORDER BY o.ordered_on LIMIT 1)
WHERE device_seq % 8 = 0
 AND outcome_id IN (SELECT id FROM outcomes WHERE queue_effect = 'sale')
"""
_CORRECTED = """
INSERT INTO contacts (id, customer_id, user_id, occurred_at, channel, direction, outcome_id,
 campaign_id, status_at_contact, amends_id, device_id, device_seq, content_sha256, recorded_at)
SELECT randomblob(16), customer_id, user_id, occurred_at, channel, direction,
 (SELECT id FROM outcomes WHERE queue_effect = 'sale'), campaign_id, status_at_contact, id,
 :device, device_seq, hex(randomblob(32)), recorded_at
FROM contacts WHERE device_seq % 100 = 7 AND amends_id IS NULL
"""
_OBJECTIONS = """
INSERT INTO objections (id, customer_id, kind_id, contact_id, state, opened_at, created_at,
 updated_at)
SELECT randomblob(16), customer_id, (SELECT id FROM new_kinds WHERE n = device_seq / 10 % :kinds),
 id, CASE device_seq % 3 WHEN 0 THEN 'open' WHEN 1 THEN 'overcome' ELSE 'waiting' END,
 occurred_at, occurred_at, occurred_at
FROM contacts WHERE device_seq % 10 = 3 AND amends_id IS NULL
"""
_USES = """
INSERT INTO argument_uses (id, contact_id, argument_id, worked, device_id, device_seq,
 content_sha256, recorded_at)
SELECT randomblob(16), id, (SELECT id FROM new_arguments WHERE n = device_seq / 10 % :arguments),
 CASE device_seq / 10 % 3 WHEN 0 THEN NULL WHEN 1 THEN 1 ELSE 0 END, :device, device_seq,
 hex(randomblob(32)), recorded_at
FROM contacts WHERE device_seq % 10 = 3 AND amends_id IS NULL
"""


def enrich(database: Path) -> None:
    """Add it to the portfolio of ``make_portfolio``, once."""
    connection = sqlite.connect(database)
    try:
        if connection.execute("SELECT count(*) FROM teams").fetchone()[0]:
            return
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN IMMEDIATE")
        _add_small(connection)
        for statement in (_CUTS, _CONTACTS, _NAMED, _CORRECTED, _OBJECTIONS, _USES):
            connection.execute(
                statement,
                {
                    "people": _PEOPLE,
                    "groups": _GROUPS,
                    "kinds": _KINDS,
                    "arguments": _KINDS * _ARGUMENTS_EACH,
                    "device": _DEVICE,
                },
            )
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    finally:
        connection.close()


def _add_small(connection: Any) -> None:
    """Add teams, people, regions, segments, campaigns, kinds of objections and arguments."""
    random = Random(SEED)  # noqa: S311 - invents rows, keeps no secret

    def keys(many: int) -> list[bytes]:
        return [random.randbytes(16) for _ in range(many)]

    def add(table: str, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
        names = [*columns.split(), "created_at", "updated_at"]
        marks = ", ".join("?" * len(names))
        statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
        connection.executemany(statement, [(*row, _AT, _AT) for row in rows])

    def number(table: str, found: list[bytes]) -> None:
        connection.execute(f"CREATE TEMP TABLE new_{table} (n INTEGER PRIMARY KEY, id BLOB)")
        connection.executemany(f"INSERT INTO new_{table} VALUES (?, ?)", zip(count(), found))  # noqa: S608

    teams, people, campaigns = keys(_TEAMS), keys(_PEOPLE), keys(_CAMPAIGNS)
    kinds, arguments = keys(_KINDS), keys(_KINDS * _ARGUMENTS_EACH)
    leads = people[:_TEAMS]
    add("teams", "id name supervisor_id", [(key, f"Equipe {n}", leads[n]) for n, key in
        enumerate(teams)])  # fmt: skip
    add("users", "id login name role team_id is_active language",
        [(key, f"pessoa{n}", f"Pessoa {n:02d}", "supervisor" if n < _TEAMS else "operator",
          teams[n % _TEAMS], True, "pt_BR") for n, key in enumerate(people)])  # fmt: skip
    for table in ("regions", "segments"):
        add(table, "id code name", [(key, str(n), f"Grupo {n:02d}") for n, key in
            enumerate(keys(_GROUPS))])  # fmt: skip
    add("campaigns", "id name starts_on hold_out_bp", [(key, f"Campanha {n}", "2024-01-01", 0)
        for n, key in enumerate(campaigns)])  # fmt: skip
    add("objection_kinds", "id code name is_active", [(key, f"bench{n}", f"Objeção {n}", True)
        for n, key in enumerate(kinds)])  # fmt: skip
    add("counter_arguments", "id objection_kind_id text is_active position",
        [(key, kinds[n // _ARGUMENTS_EACH], f"Argumento {n}", True, n)
         for n, key in enumerate(arguments)])  # fmt: skip
    for table, found in (("people", people), ("campaigns", campaigns), ("kinds", kinds),
                         ("arguments", arguments)):  # fmt: skip
        number(table, found)
