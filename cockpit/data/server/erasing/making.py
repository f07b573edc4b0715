"""What makes the server's functions for erasing somebody; applied twice it changes nothing."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Enum, Integer, String, Table

from cockpit.data.audit.canonical import STORAGE
from cockpit.data.facts import FACT_TABLES
from cockpit.data.server.sync.catalogue import customer_of
from cockpit.domain.erasure import ERASED_MARK, LOOKED_THROUGH, WORDINGS, Wording
from cockpit.domain.facts import ARRIVAL
from cockpit.domain.replication import TRAVELS, Up
from models import Base
from models.types import Guid, UtcDateTime

_HERE = Path(__file__).parent
_FACTS = frozenset(table.name for table in FACT_TABLES)
_INSTANT = "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"+00:00\"')"
#: Of which rows all words go, of those that name nobody by a key: they repeat an erased row.
_REPEATS = {
    "commands": "entity_id = ANY($3)",
    "command_outcomes": (
        "command_id IN (SELECT asked.id FROM public.commands AS asked"
        " WHERE asked.entity_id = ANY($3))"
    ),
    "import_rows": "entity_id = ANY($3)",
    "quarantined_facts": (
        "(entity_id = ANY($3) OR payload->>'person_id' = $2::text"
        " OR $2 IS NULL AND payload->>'customer_id' = $1::text)"
    ),
}


def erasing_statements() -> Iterator[str]:
    """Return what makes the functions and triggers."""
    yield (_HERE / "words.sql").read_text(encoding="utf-8")
    yield _fact_hash()
    yield _erasable()
    for name in ("trail.sql", "erase.sql"):
        yield (_HERE / name).read_text(encoding="utf-8")


def _erasable() -> str:
    """Return the function that tells what of each table may say something of somebody."""
    forms = {
        **{name: _of_customer(name, one) for name, one in WORDINGS.items()},
        **{name: _looked_through(name, one) for name, one in LOOKED_THROUGH.items()},
    }
    document = json.dumps(
        {name: {**form, "place": place} for place, (name, form) in enumerate(forms.items())}
    )
    return f"""CREATE OR REPLACE FUNCTION giro_erasable() RETURNS jsonb
        LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
        AS $giro$ SELECT $form${document}$form$::jsonb $giro$"""


def _form(name: str, one: Wording) -> dict[str, Any]:
    table = Base.metadata.tables[name]
    return {
        "key": TRAVELS[name].key or "id",
        "is_fact": name in _FACTS,
        "words": {word: None if table.c[word].nullable else ERASED_MARK for word in one.words},
        # Undoing an import puts nothing back; elsewhere a document stays one.
        "documents": {word: None if word == "before" else {} for word in one.documents},
        "own": dict(one.own),
    }


def _of_customer(name: str, one: Wording) -> dict[str, Any]:
    """Return a table's form: ``$1`` is the customer, ``$2`` the one person, where it is but one."""
    person = f"{one.person} = $2" if one.person else "false"
    rest = "" if one.has_mentions else f" AND ($2 IS NULL OR {person})"
    return {
        **_form(name, one),
        "whole": f"coalesce($2 IS NULL OR {person}, false)",
        "near": "true",
        "where": f"{customer_of(name, name)} = $1{rest}",
        "is_visited": TRAVELS[name].up in {Up.ASKED, Up.YIELDING} and name != "customers",
    }


def _looked_through(name: str, one: Wording) -> dict[str, Any]:
    """Return a table's form: ``$3`` are the keys of the customer's rows, ``$4`` what is sought."""
    columns = " OR ".join(f"{word}::text ~* $4" for word in (*one.words, *one.documents))
    repeats = _REPEATS.get(name, "false")
    is_near = f"({repeats})"
    return {
        **_form(name, one),
        # Of the rows of a customer's that were gone through, only those buried are its all.
        "whole": f"({repeats}) AND ($2 IS NULL OR {_buried(name)})"
        if name in _REPEATS
        else "false",
        "near": is_near,
        "where": f"({repeats}) OR {columns}",
        "is_visited": False,
    }


def _buried(name: str) -> str:
    """Return whether what a row repeats is the person's own, not only their customer's."""
    own = "SELECT t.entity_id FROM public.tombstones AS t WHERE t.reason = 'erased'"
    if name == "command_outcomes":
        return (
            "command_id IN (SELECT asked.id FROM public.commands AS asked"
            f" WHERE asked.entity_id IN ({own}))"
        )
    if name == "quarantined_facts":
        return f"(entity_id IN ({own}) OR payload->>'person_id' = $2::text)"
    return f"entity_id IN ({own})"


def _fact_hash() -> str:
    """Return the function for the fingerprint of a fact, as ``cockpit.domain.facts`` makes it."""
    cases = "\n".join(
        f"WHEN '{table.name}' THEN RETURN (SELECT encode(sha256(convert_to("
        f"'[\"{table.name}\",{{' || concat_ws(',', {_said(table)}) || '}}]', 'UTF8')), 'hex')"
        f" FROM jsonb_populate_record(NULL::public.{table.name}, said) AS r);"
        for table in FACT_TABLES
    )
    return f"""CREATE OR REPLACE FUNCTION giro_fact_hash(of_entity text, said jsonb) RETURNS text
        LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET timezone = 'UTC'
        AS $$ BEGIN CASE of_entity {cases} END CASE; END $$"""


def _said(table: Table) -> str:
    names = sorted(set(table.c.keys()) - {*STORAGE, ARRIVAL})
    return ", ".join(f"'\"{name}\":' || {_printed(table.c[name])}" for name in names)


def _printed(column: Column[Any]) -> str:
    value, kind = f"r.{column.name}", column.type
    if isinstance(kind, Guid):
        return f"to_json({value}::text)::text"
    if isinstance(kind, UtcDateTime):
        return f"to_json({_INSTANT.format(value)})::text"
    if isinstance(kind, Date):
        return f"to_json(to_char({value}, 'YYYY-MM-DD'))::text"
    if isinstance(kind, JSON):
        return f"giro_sorted_document({value})"
    if isinstance(kind, Boolean | Integer | BigInteger):
        return f"{value}::text"
    if isinstance(kind, String | Enum):
        return f"to_json({value}::text)::text"
    raise TypeError(f"no form for {column}")
