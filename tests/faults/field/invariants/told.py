"""Whether what people were told is so: facts and changes on their way up."""

from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select, text

from cockpit.data.audit.canonical import STORAGE
from cockpit.data.facts import FACT_TABLES
from cockpit.domain.erasure import ERASED_MARK
from cockpit.domain.facts import ARRIVAL, fingerprint
from tests.faults.field.evidence import TABLES, Evidence

_MARKS = (("contacts", "note"), ("pitch_notes", "why_stopped"))
#: Its events name the hash of the one before, which is worked out where they are written.
_OUTSIDE = frozenset({"audit_events"})
#: Facts out of which an erased person's words were taken, and what they say since.
_REDACTIONS = """SELECT f->>'entity' AS entity, (f->>'row')::uuid AS row_id, f->>'is' AS became
    FROM audit_events AS a, jsonb_array_elements(a.detail->'facts') AS f
    WHERE a.action = 'facts_redacted' ORDER BY a.device_seq"""


def survives_locally(evidence: Evidence) -> Iterator[str]:
    """1: What was told as saved is still in the file, unless its customer left with it."""
    kept = {(entity, key) for entity, key, _ in evidence.set_aside}
    for laptop in evidence.laptops:
        carried = evidence.portfolio(laptop)
        lost = {
            (line["entity"], UUID(line["key"])): line["mark"]
            for line in evidence.told(laptop)
            if line["entity"] != "commands"
        }
        with evidence.file_of(laptop) as file:
            for entity in {entity for entity, _ in lost}:
                for key in file.execute(select(TABLES[entity].c.id)).scalars():
                    lost.pop((entity, key), None)
        with evidence.server() as server:
            for (entity, key), mark in lost.items():
                table = TABLES[entity]
                found = select(table.c.customer_id).where(table.c.id == key)
                customer = server.execute(found).scalar()
                is_gone = customer is None and (entity, key) not in kept
                if is_gone or customer in carried:
                    yield f"{entity} {mark} of {laptop.name} was told and is not in the file"


def is_there_once(evidence: Evidence) -> Iterator[str]:
    """2: It is on the server exactly once, and says the same."""
    with evidence.server() as server:
        there = {
            entity: {
                row.id: row.content_sha256
                for row in server.execute(select(TABLES[entity].c["id", "content_sha256"]))
            }
            for entity in ("contacts", "pitch_notes", "commands")
        }
        counted = {
            entity: Counter(server.execute(select(TABLES[entity].c[column])).scalars())
            for entity, column in _MARKS
        }
    for entity, key, reason in evidence.set_aside:
        if reason not in evidence.excused:
            yield f"{entity} {key} was set aside: {reason}"
    kept = {(entity, key) for entity, key, _ in evidence.set_aside}
    for laptop in evidence.laptops:
        for line in evidence.told(laptop):
            entity, key = line["entity"], UUID(line["key"])
            if key not in there[entity] and (entity, key) not in kept:
                yield f"{entity} {key} of {laptop.name} was told and is not on the server"
            elif line["hash"] and there[entity].get(key, line["hash"]) != line["hash"]:
                yield f"{entity} {key} of {laptop.name} says something else on the server"
    yield from _pieces(evidence)
    for entity, marks in counted.items():
        for mark, count in marks.items():
            if mark and count > 1 and ERASED_MARK not in mark:
                yield f"{entity} {mark} is on the server {count} times"


_PIECES = text(
    """SELECT a.id, a.size, coalesce(sum(octet_length(c.content)), 0) AS come
    FROM attachments AS a LEFT JOIN attachment_contents AS c ON c.attachment_id = a.id
    WHERE a.name <> :erased GROUP BY a.id, a.size"""
)


def _pieces(evidence: Evidence) -> Iterator[str]:
    """What was attached is there whole."""
    with evidence.server() as server:
        for row in server.execute(_PIECES, {"erased": ERASED_MARK}):
            if row.come != row.size:
                yield f"attachment {row.id} has {row.come} of {row.size} bytes on the server"


def nothing_is_invented(evidence: Evidence) -> Iterator[str]:
    """3: Nobody's words are on the server but those that somebody wrote."""
    with evidence.server() as server:
        for entity, column in _MARKS:
            for mark in server.execute(select(TABLES[entity].c[column])).scalars():
                if mark and mark not in evidence.attempted and ERASED_MARK not in mark:
                    yield f"{entity} {mark} is nobody's"


def numbers_have_no_gaps(evidence: Evidence) -> Iterator[str]:
    """4: The numbers of each device run from one without gaps and doubles."""
    numbers = " UNION ALL ".join(
        f"SELECT device_id, device_seq FROM {name}"
        for name in [*(table.name for table in FACT_TABLES), "quarantined_facts"]
    )
    heads = text(
        "SELECT device_id, count(*) AS many, count(DISTINCT device_seq) AS different,"
        f" max(device_seq) AS last FROM ({numbers}) AS facts GROUP BY device_id"
    )
    with evidence.server() as server:
        found = {row.device_id: row for row in server.execute(heads)}
    lasts = {device: row.last for device, row in found.items()}
    for device, row in found.items():
        # What the office wrote after the copy is lost with a server that is set back.
        if (row.many != row.last and not evidence.is_restored) or row.different != row.many:
            yield f"device {device}: {row.many} facts, the last is number {row.last}"
    for laptop in evidence.laptops:
        with evidence.file_of(laptop) as file:
            own = file.execute(text("SELECT device_id, last_number FROM replicas")).one()
        device = UUID(bytes=own.device_id)
        last = lasts.get(device, 0)
        if own.last_number != last:
            yield f"{laptop.name} gave number {own.last_number}, the server has {last}"


def changes_have_one_outcome(evidence: Evidence) -> Iterator[str]:
    """5: The server decided about each change once, and both sides say the same of it."""
    outcomes = TABLES["command_outcomes"].c
    decided = select(outcomes.command_id, outcomes.result)
    with evidence.server() as server:
        rows = server.execute(decided).all()
        known = {row.command_id: row.result for row in rows}
        undecided = set(server.execute(select(TABLES["commands"].c.id)).scalars()) - set(known)
    if len(known) != len(rows):
        yield "a change has two outcomes on the server"
    for key in undecided:
        yield f"change {key} is on the server and nobody decided"
    for laptop in evidence.laptops:
        with evidence.file_of(laptop) as file:
            own = file.execute(decided).all()
            asked = set(file.execute(select(TABLES["commands"].c.id)).scalars())
            conflicts = set(file.execute(select(TABLES["sync_conflicts"].c.command_id)).scalars())
        for row in own:
            theirs = known.get(row.command_id)
            if theirs != row.result:
                yield f"change {row.command_id}: {row.result} at {laptop.name}, {theirs} there"
        for key in asked - {row.command_id for row in own}:
            yield f"{laptop.name} does not know what became of change {key}"
        for key in conflicts:
            if known.get(key) == "applied":
                yield f"{laptop.name} shows change {key} as refused, which was applied"


def deleted_stays_deleted(evidence: Evidence) -> Iterator[str]:
    """14: What was deleted or erased is nowhere again."""
    tables = {table for table, _ in evidence.deleted}
    with evidence.server() as server:
        for name in tables:
            for key in server.execute(select(TABLES[name].c.id)).scalars():
                if (name, key) in evidence.deleted:
                    yield f"{name} {key} came back on the server"
    for laptop in evidence.laptops:
        with evidence.file_of(laptop) as file:
            for name in tables:
                for key in file.execute(select(TABLES[name].c.id)).scalars():
                    if (name, key) in evidence.deleted:
                        yield f"{name} {key} is back in the file of {laptop.name}"


def facts_say_what_was_hashed(evidence: Evidence) -> Iterator[str]:
    """17: Each fact, of whatever version, decodes to what its hash was made of."""
    with evidence.server() as server:
        erased = {(row.entity, row.row_id): row.became for row in server.execute(text(_REDACTIONS))}
        for table in FACT_TABLES:
            if table.name in _OUTSIDE:
                continue
            for row in server.execute(select(table)).mappings():
                said = {
                    name: value for name, value in row.items() if name not in {*STORAGE, ARRIVAL}
                }
                hashed = erased.get((table.name, row["id"]), row["content_sha256"])
                if fingerprint(table.name, said) != hashed:
                    yield f"{table.name} {row['id']} decodes to something else than was hashed"
