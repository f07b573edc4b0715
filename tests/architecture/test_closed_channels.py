"""Whoever reads numbers and addresses is known, and says why no closed one gets out."""

import ast

from tests.architecture.sources import ROOT, python_files, tree

#: Columns that hold a number, an address or a link by which somebody is reached.
REACHING = frozenset({"e164", "raw", "whatsapp_e164", "email", "address", "extension"})
MAPPED = frozenset({"Phone", "ContactPerson", "ContactPersonRow", "SentMessage"})
#: Who reads them of the database, and what holds closed ones back; each of the first kind is a
#: place of ``tests/integration/test_closed_channels.py``.
READERS = {
    "cockpit/data/repositories/customers.py": "profile() asks domain.closed_channels",
    "cockpit/data/repositories/work_list.py": "_dialled() leaves out who may not be called",
    "cockpit/data/repositories/reminders.py": "_numbers() asks who may be called",
    "cockpit/data/repositories/cadence.py": "tells which channels have an open address, not which",
    "cockpit/data/repositories/person_wishes.py": "dialled_instead() leaves out who wants no calls",
    "cockpit/data/repositories/messages.py": "the service asks forbidden() before the receiver",
    "cockpit/data/repositories/stories/talks.py": "messages() leaves closed addresses out",
    "cockpit/data/exports/customers.py": "_open_numbers(), _open_person(), unless asked for",
    "cockpit/data/repositories/search_texts.py": "is searched, never shown",
    "cockpit/data/repositories/standings.py": "tells whether there is a number at all",
    "cockpit/data/repositories/calendars.py": "finds whom an event is about, never shown",
    "cockpit/data/imports/customer_rows.py": "is compared with a file, never shown",
}


def _reads(path_tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.Attribute)
        and node.attr in REACHING
        and isinstance(node.value, ast.Name)
        and node.value.id in MAPPED
        for node in ast.walk(path_tree)
    )


def test_every_reader_of_numbers_and_addresses_is_known() -> None:
    found = {
        path.relative_to(ROOT).as_posix() for path in python_files("cockpit") if _reads(tree(path))
    }
    assert found == set(READERS)
