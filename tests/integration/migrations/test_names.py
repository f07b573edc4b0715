"""Every constraint and index has a name by the convention, so that a migration can drop it.

That the database has the same names is part of test_head_equals_models.
"""

import re

from models import Base

CONSTRAINTS = [
    (table.name, part)
    for table in Base.metadata.tables.values()
    for part in [*table.constraints, *table.indexes]
]
# PostgreSQL cuts longer names, and two cut names may be one.
LONGEST = 63


PREFIXES = {
    "PrimaryKeyConstraint": "pk",
    "ForeignKeyConstraint": "fk",
    "UniqueConstraint": "uq",
    "CheckConstraint": "ck",
    "Index": "ix",
}


def test_the_models_name_everything() -> None:
    wrong = [
        (table, part.name)
        for table, part in CONSTRAINTS
        if not re.match(rf"{PREFIXES[type(part).__name__]}_{table}(_|$)", str(part.name))
        or len(str(part.name)) > LONGEST
    ]
    assert wrong == []


def test_no_name_is_used_twice() -> None:
    names = [str(part.name) for _, part in CONSTRAINTS]
    assert len(names) == len(set(names))
