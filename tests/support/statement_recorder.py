"""A pytest plugin that writes down which statements a run sends to PostgreSQL.

``GIRO_STATEMENTS=FILE pytest -p tests.support.statement_recorder …``
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from tests.support.statements import one_of_many

_VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")
_seen: set[str] = set()


@event.listens_for(Engine, "after_cursor_execute")
def _note(  # noqa: PLR0917 - SQLAlchemy's
    connection: Connection, cursor: Any, statement: str, parameters: Any, context: Any, many: bool
) -> None:
    if connection.dialect.name == "postgresql" and context.compiled is not None:
        text = one_of_many(statement)
        if text.startswith(_VERBS):
            _seen.add(text)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the list."""
    path = Path(os.environ["GIRO_STATEMENTS"])
    path.write_text(json.dumps(sorted(_seen), indent=0, ensure_ascii=False), encoding="utf-8")
