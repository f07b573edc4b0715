"""Write docs/erd.md from the mapped classes: a diagram and a table of columns for each family.

Usage: python scripts/make_erd.py
"""

import sys
from pathlib import Path
from typing import Any

from sqlalchemy import CheckConstraint, Column, Enum, Table, UniqueConstraint
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapper

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from models import Base  # noqa: E402 - found once the path is set
from models.base import Fact, Fed, Ruled  # noqa: E402

TARGET = ROOT / "docs" / "erd.md"
FAMILIES = (
    "organisation",
    "customers",
    "orders",
    "relationship",
    "agenda",
    "rules",
    "notices",
    "queue",
    "imports",
    "sync",
)
HEAD = """\
# The tables and how they hang together

Made by `python scripts/make_erd.py` from the mapped classes in `models/`; do not edit. The
conventions are in [decision 0002](decisions/0002-schema.md). A diagram shows a family's tables
and, without columns, the tables of other families that they refer to. Lines to `users` are left
out, since almost every table has one.

Marks: **F** a fact, immutable and travelling between devices · **f** fed, pulled by laptops ·
**R** a published version of a policy.
"""


def document() -> str:
    """Return the whole page."""
    mappers = _mappers()
    parts = [HEAD]
    for family in FAMILIES:
        members = [mapper for mapper in mappers if _family(mapper) == family]
        package = sys.modules[f"models.{family}"]
        parts.append(f"## {family.capitalize()}\n\n{package.__doc__}\n\n{_diagram(members)}")
        parts.extend(_details(mapper) for mapper in members)
    return "\n".join(parts)


def _mappers() -> list[Mapper[Any]]:
    """Return all mapped classes in the order of their tables' names."""
    return sorted(Base.registry.mappers, key=lambda mapper: _table(mapper).name)


def _table(mapper: Mapper[Any]) -> Table:
    table = mapper.local_table
    if not isinstance(table, Table):
        raise TypeError(f"{mapper} is not mapped to a table")
    return table


def _family(mapper: Mapper[Any]) -> str:
    return str(mapper.class_.__module__).split(".")[1]


def _mark(mapper: Mapper[Any]) -> str:
    """Return what kind of row it is: a fact, a policy's version, a fed row, or none of them."""
    kinds = ((Fact, " **F**"), (Ruled, " **R**"), (Fed, " **f**"))
    return next((mark for kind, mark in kinds if issubclass(mapper.class_, kind)), "")


def _diagram(members: list[Mapper[Any]]) -> str:
    """Return a family's diagram: keys and references only, the columns follow in tables."""
    lines = ["```mermaid", "erDiagram"]
    tables = [_table(mapper) for mapper in members]
    for table in tables:
        lines.append(f"    {table.name} {{")
        lines += [
            f"        uuid {column.name} {'PK' if column.primary_key else 'FK'}"
            for column in table.columns
            if column.primary_key or column.foreign_keys
        ]
        lines.append("    }")
    lines += sorted({_line(table, column) for table in tables for column in _drawn(table)})
    return "\n".join([*lines, "```", ""])


def _drawn(table: Table) -> list[Column[Any]]:
    """Return the references that a line is drawn for."""
    return [
        column
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name != "users" or table.name in {"teams", "devices"}
    ]


def _line(table: Table, column: Column[Any]) -> str:
    (key,) = column.foreign_keys
    one = "|o" if column.nullable else "||"
    many = "o|" if column.unique or column.primary_key else "o{"
    return f"    {key.column.table.name} {one}--{many} {table.name} : {column.name}"


def _details(mapper: Mapper[Any]) -> str:
    """Return one table's columns and what it holds together."""
    table = _table(mapper)
    summary = (mapper.class_.__doc__ or "").split("\n\n")[0].strip().replace("\n    ", " ")
    lines = [
        f"### {table.name}{_mark(mapper)}",
        "",
        f"`models.{mapper.class_.__name__}`. {summary}",
        "",
        "| column | PostgreSQL | SQLite | null | refers to, or holds |",
        "|---|---|---|---|---|",
    ]
    lines += [_row(column) for column in table.columns]
    rules = sorted(_rules(table))
    return "\n".join([*lines, "", *rules, ""] if rules else [*lines, ""])


def _row(column: Column[Any]) -> str:
    server = column.type.compile(postgresql.dialect()).lower()  # type: ignore[no-untyped-call]
    local = column.type.compile(sqlite.dialect()).lower()
    return (
        f"| {column.name} | {server} | {local} | {'yes' if column.nullable else ''} "
        f"| {_meaning(column)} |"
    )


def _meaning(column: Column[Any]) -> str:
    """Return the table that a column refers to, or the codes that it may hold."""
    for key in column.foreign_keys:
        return f"{key.column.table.name} ({(key.ondelete or 'no action').lower()})"
    if isinstance(column.type, Enum):
        return ", ".join(f"`{code}`" for code in column.type.enums)
    return "key" if column.primary_key else ""


def _rules(table: Table) -> list[str]:
    """Return the indexes, and the rules that are more than one column's codes."""
    codes = {f"ck_{table.name}_{c.name}" for c in table.columns if isinstance(c.type, Enum)}
    found = []
    for part in table.constraints:
        if isinstance(part, UniqueConstraint):
            found.append(f"- `{part.name}` unique ({', '.join(part.columns.keys())})")
        elif isinstance(part, CheckConstraint) and part.name not in codes:
            found.append(f"- `{part.name}` {part.sqltext}")
    for index in table.indexes:
        where = index.dialect_options["sqlite"]["where"]
        found.append(
            f"- `{index.name}` {'unique ' if index.unique else ''}"
            f"({', '.join(index.columns.keys())}){'' if where is None else f' where {where}'}"
        )
    return found


if __name__ == "__main__":
    TARGET.write_text(document(), encoding="utf-8")
