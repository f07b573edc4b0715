"""Every column of text is declared: it goes with its person, or it is nobody's."""

from sqlalchemy import JSON, Enum, String

from cockpit.domain.erasure import LOOKED_THROUGH, NOBODYS, REMOVED, WORDINGS
from models import Base

_STORAGE = "content_sha256"


def test_every_column_of_text_is_declared() -> None:
    missing = []
    for name, table in Base.metadata.tables.items():
        if NOBODYS.get(name, ()) is None or name in REMOVED:
            continue
        known = {_STORAGE, *(NOBODYS.get(name) or ())}
        for wording in (WORDINGS.get(name), LOOKED_THROUGH.get(name)):
            if wording is not None:
                known |= {*wording.words, *wording.documents, *(one for one, _ in wording.own)}
        missing += [
            f"{name}.{column.name}"
            for column in table.columns
            if isinstance(column.type, String | JSON)
            and not isinstance(column.type, Enum)
            and column.name not in known
        ]
    assert missing == []


def test_what_is_declared_is_there() -> None:
    for name, wording in {**WORDINGS, **LOOKED_THROUGH}.items():
        columns = Base.metadata.tables[name].c
        for one in (*wording.words, *wording.documents, *(word for word, _ in wording.own)):
            assert one in columns, f"{name}.{one}"
    assert set(NOBODYS) | set(WORDINGS) | set(LOOKED_THROUGH) <= set(Base.metadata.tables)
