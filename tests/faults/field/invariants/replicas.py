"""Whether each laptop's file is what it should be."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, select, text

from cockpit.data.note_index import is_whole
from cockpit.domain.replication import TRAVELS, Down, tables_down
from tests.faults.field.evidence import TABLES, Evidence, customer_of
from tests.faults.field.journal import lines_of
from tests.faults.field.laptop import Laptop

_FEW = 3


def replica_equals_server(evidence: Evidence) -> Iterator[str]:
    """6: A file has, row by row, what the server has of its portfolio and of what all may read."""
    for laptop in evidence.laptops:
        portfolio = evidence.portfolio(laptop)
        with evidence.file_of(laptop) as file, evidence.server_as(laptop) as server:
            for name in tables_down():
                table = TABLES[name]
                theirs = _rows(server, _wanted(table, portfolio))
                mine = _rows(file, _wanted(table, None))
                yield from _differences(laptop, table, theirs, mine)


def _wanted(table: Table, portfolio: frozenset[UUID] | None) -> Any:
    statement = select(table)
    if table.name == "settings":
        return statement.where(table.c.scope == "company")
    if portfolio is not None and TRAVELS[table.name].down is Down.CARRIED:
        source, customer = customer_of(table)
        return statement.select_from(source).where(customer.in_(portfolio))
    return statement


def _rows(connection: Connection, statement: Any) -> dict[Any, dict[str, Any]]:
    """Return rows by their keys; those of a table without one by all that they say."""
    rows = [dict(row) for row in connection.execute(statement).mappings()]
    keyed: dict[Any, dict[str, Any]] = {}
    for row in rows:
        said = {name: value for name, value in row.items() if name != "feed_xid"}
        keyed[row.get("id") or row.get("customer_id") or repr(sorted(said.items()))] = row
    return keyed


def _differences(
    laptop: Laptop,
    table: Table,
    theirs: dict[Any, dict[str, Any]],
    mine: dict[Any, dict[str, Any]],
) -> Iterator[str]:
    missing, extra = theirs.keys() - mine.keys(), mine.keys() - theirs.keys()
    if missing:
        yield f"{laptop.name} misses {len(missing)} {table.name}: {_some(missing)}"
    if extra:
        yield f"{laptop.name} has {len(extra)} {table.name} too many: {_some(extra)}"
    for key in theirs.keys() & mine.keys():
        columns = [name for name, value in theirs[key].items() if mine[key][name] != value]
        if columns:
            values = [(name, theirs[key][name], mine[key][name]) for name in columns]
            yield f"{laptop.name} has other {table.name} {key}: {values[:_FEW]}"


def _some(keys: Any) -> str:
    return ", ".join(str(key) for key in sorted(keys, key=str)[:_FEW])


def nothing_outside_remains(evidence: Evidence) -> Iterator[str]:
    """7: Nothing about a customer who left is in the file."""
    for laptop in evidence.laptops:
        portfolio = evidence.portfolio(laptop)
        with evidence.file_of(laptop) as file:
            for name, table in TABLES.items():
                if TRAVELS[name].down is Down.CARRIED:
                    source, customer = customer_of(table)
                    found = select(customer).select_from(source)
                elif name in _ABOUT_CUSTOMERS:
                    found = select(table.c.customer_id).where(table.c.customer_id.is_not(None))
                else:
                    continue
                outside = set(file.execute(found).scalars()) - portfolio
                if outside:
                    yield (
                        f"{laptop.name} keeps {name} of {len(outside)} customers who left:"
                        f" {_some(outside)}"
                    )


#: The file's own, about customers.
_ABOUT_CUSTOMERS = frozenset(
    {"customer_statistics", "customer_metrics", "sync_conflicts", "outbox"}
)


_UNSENT_PIECES = text(
    """SELECT count(*) FROM attachment_contents AS c JOIN outbox AS o
        ON o.entity = 'attachments' AND o.entity_id = c.attachment_id
    WHERE c.sent_at IS NULL AND o.parked_at IS NULL"""
)


def cursor_never_goes_back(evidence: Evidence) -> Iterator[str]:
    """8: Within an epoch the cursor never goes back."""
    for laptop in evidence.laptops:
        last: dict[str, int] = {}
        for line in lines_of(laptop.journal, "synced"):
            before = last.get(line["epoch"], 0)
            if line["cursor"] < before:
                yield f"{laptop.name} went back from {before} to {line['cursor']}"
            last[line["epoch"]] = line["cursor"]


def nothing_waits(evidence: Evidence) -> Iterator[str]:
    """9: Nothing waits to be sent, and every program came home."""
    for laptop in evidence.laptops:
        with evidence.file_of(laptop) as file:
            waiting = file.execute(
                text("SELECT count(*) FROM outbox WHERE sent_at IS NULL AND parked_at IS NULL")
            ).scalar_one()
            stopped = file.execute(text("SELECT stopped FROM replicas")).scalar_one()
            pieces = file.execute(_UNSENT_PIECES).scalar_one()
        if pieces:
            yield f"{pieces} pieces of attachments of {laptop.name} still wait"
        if waiting:
            yield f"{waiting} words of {laptop.name} still wait"
        if stopped:
            yield f"{laptop.name} does not synchronise any more: {stopped}"


def files_are_sound(evidence: Evidence) -> Iterator[str]:
    """10: Each file passes its own checks, and its index has all notes."""
    for laptop in evidence.laptops:
        with evidence.file_of(laptop) as file:
            said = file.execute(text("PRAGMA integrity_check")).scalars().all()
            orphans = file.execute(text("PRAGMA foreign_key_check")).all()
        with evidence.writing_to(laptop) as file:  # FTS5 checks itself by a statement that writes
            is_indexed = is_whole(file)
        if said != ["ok"]:
            yield f"the file of {laptop.name} is damaged: {said[:_FEW]}"
        if orphans:
            tables = sorted({f"{row[0]} -> {row[2]}" for row in orphans})
            yield f"{len(orphans)} rows of {laptop.name} refer to nothing: {tables[:_FEW]}"
        if not is_indexed:
            yield f"the index of the notes of {laptop.name} is not whole"


def sums_match(evidence: Evidence) -> Iterator[str]:
    """13: Each customer owes the same in a laptop's file and on the server."""
    sums = text(
        "SELECT customer_id, sum(amount_cents - paid_cents) AS cents FROM receivables"
        " WHERE paid_on IS NULL GROUP BY customer_id"
    ).columns(customer_id=TABLES["receivables"].c.customer_id.type)
    with evidence.server() as server:
        owed = {row.customer_id: int(row.cents) for row in server.execute(sums)}
    for laptop in evidence.laptops:
        with evidence.file_of(laptop) as file:
            mine = {row.customer_id: int(row.cents) for row in file.execute(sums)}
        for customer in evidence.portfolio(laptop):
            here, there = mine.get(customer, 0), owed.get(customer, 0)
            if here != there:
                yield f"customer {customer} owes {here} at {laptop.name}, {there} at the office"
