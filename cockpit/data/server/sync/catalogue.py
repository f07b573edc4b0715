"""What the server's functions know of each table that laptops send rows of, as one document.

``giro_sync_form(entity)`` hands out a table's part of it: how it travels (``replication.py``), who
may do what (``access.py``) and which rows (``data/server/access.py``), so that a laptop's change is
judged by the same declarations as an office window's.
"""

import json
from typing import Any

from sqlalchemy import Table

from cockpit.data.server.access import ACCESS, Access
from cockpit.data.server.policies import own_rows
from cockpit.domain.access import Grant, Verb
from cockpit.domain.replication import (
    FEED_COLUMNS,
    STAMP_COLUMNS,
    TRAVELS,
    Up,
    tables_up,
    way_to_customer,
)
from cockpit.domain.vocabulary import Role
from models import Base

_VERBS = {"add": Verb.ADD, "remove": Verb.REMOVE}
#: They have no policy that says so: nobody but the server's functions touches them.
_SIGNED = {"commands": "commands.user_id = (SELECT giro_me())"}


def forms() -> str:
    """Return the function that hands a table's form out; null for what no laptop sends."""
    document = json.dumps({name: _form(Base.metadata.tables[name]) for name in tables_up()})
    return f"""CREATE OR REPLACE FUNCTION giro_sync_form(entity text) RETURNS jsonb
        LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
        AS $giro$ SELECT $form${document}$form$::jsonb -> entity $giro$"""


def customer_of(table: str, row: str) -> str:
    """Return the SQL of whose a row is; NULL where it is nobody's."""
    way = way_to_customer(table)
    if not way:
        return "NULL::uuid"
    found = f"{row}.{way[0][1]}"
    for parent, column in way[1:]:
        found = f"(SELECT led.{column} FROM public.{parent} AS led WHERE led.id = {found})"
    return found


def added_by(table: str) -> str:
    """Return the SQL of what a new row says of who adds it, in their laptop or at the office."""
    return _SIGNED.get(table) or _condition(ACCESS[table], table, is_new=True)


def _form(table: Table) -> dict[str, Any]:
    travel, access = TRAVELS[table.name], ACCESS[table.name]
    columns = [one.name for one in table.columns if one.name not in FEED_COLUMNS]
    return {
        "up": travel.up.name,
        "key": travel.key,
        "columns": columns,
        "unasked": [*FEED_COLUMNS, *STAMP_COLUMNS, *travel.silent],
        "customer": customer_of(table.name, table.name),
        "added": added_by(table.name),
        "seen": access.scope.rows.of(table.name),
        "kept": _condition(access, table.name, is_new=False),
        "roles": {} if travel.up is Up.FACTS else _roles(access.grant, columns),
    }


def _condition(access: Access, table: str, *, is_new: bool) -> str:
    return own_rows(access.scope, is_new=is_new).of(table)


def _roles(grant: Grant, columns: list[str]) -> dict[str, dict[str, Any]]:
    """Return by role which verbs are granted; of a change, which columns."""
    return {
        role.value: {
            **{name: role in grant.who(verb) for name, verb in _VERBS.items()},
            "change": [one for one in columns if grant.changeable(role, one)],
        }
        for role in Role
    }
