"""What is exported and imported again is the same company, on both engines."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.data.bulk_loader import SqlBulkLoader
from cockpit.data.defaults import OUTCOMES, REASONS
from cockpit.data.repositories.permissions import forbidden_channels
from cockpit.demo.company import build_company
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import Channel, ImportKind, Role
from cockpit.domain.work_list import ROW_FIELDS
from cockpit.imports.csv_export import CsvTableWriter
from cockpit.imports.xlsx_export import XlsxTableWriter
from models import Customer, CustomerBlock

_DAY = date(2026, 3, 16)
_WRITERS = {"sqlite": CsvTableWriter, "postgresql": XlsxTableWriter}
#: What has no place in the files: what was agreed for the future, and the relationship's own.
_NOT_EXPORTED = (
    "reminders", "appointment_events", "appointments", "queue_events", "queue_holds", "claims",
    "campaign_members", "objection_events", "objections", "service_cases", "post_its",
    "post_it_customers", "post_it_recipients",
)  # fmt: skip
_NOT_IN_FILES = {"customer_id", "credit"}
_WISHES = ("preferred_channel", "preferred_from_minute", "preferred_until_minute",
           "preferred_weekdays")  # fmt: skip


@contextmanager
def _session(url: str, home: Path) -> Iterator[Session]:
    with open_session(Options(database=url, as_of=_DAY), Paths(home)) as session:
        yield replace(session, user=replace(session.user, role=Role.ADMINISTRATOR))


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A third of the demo company as far as an ERP knows it, judged and fitted."""
    home = tmp_path_factory.mktemp("company")
    tables = build_company(_DAY, OUTCOMES, REASONS)
    kept = _a_third({name: rows for name, rows in tables.items() if name not in _NOT_EXPORTED})
    kept["customers"] = [
        {name: row[name] for name in row if name not in _WISHES} for row in kept["customers"]
    ]
    with _session(f"sqlite:///{home / 'company.db'}", home) as session:
        SqlBulkLoader(session.engines).load(kept)
        session.metrics.refresh()
        session.fits.refit()
        yield session


def _a_third(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Keep every third customer, with all that belongs to them alone."""
    gone = {row["id"] for number, row in enumerate(tables["customers"]) if number % 3}
    kept: dict[str, list[dict[str, Any]]] = {}
    for name, rows in tables.items():
        kept[name] = []
        for row in rows:
            if any(row[key] in gone for key in row if key == "id" or key.endswith("_id")):
                gone |= {row["id"]} if "id" in row else set()
            else:
                kept[name].append(row)
    return kept


@pytest.mark.timeout(300)
def test_the_demo_company_exported_and_imported_has_the_same_work_list(
    company: Session, program_url: str, tmp_path: Path
) -> None:
    writer = _WRITERS[program_url.partition(":")[0].partition("+")[0]]()
    tables = company.exporting.run(tmp_path / "out", writer)
    with _session(program_url, tmp_path) as target:
        summaries = target.importing.run([table.path for table in tables], origin="terminal")
        after, limits = _rows(target), _limits(target)

    assert [(one.kind, one.counts.total) for one in summaries] == [
        (table.kind, table.count) for table in tables
    ]
    assert [one.counts.rejected for one in summaries] == [0] * len(tables)
    assert after == _rows(company)
    assert limits == _limits(company)


def test_a_second_import_of_an_export_changes_nothing(
    company: Session, program_url: str, tmp_path: Path
) -> None:
    kinds = (ImportKind.CUSTOMERS, ImportKind.PRODUCTS, ImportKind.QUOTES)
    tables = company.exporting.run(tmp_path / "out", CsvTableWriter(), kinds=kinds)
    paths = [table.path for table in tables]
    with _session(program_url, tmp_path) as target:
        target.importing.run(paths, origin="terminal")
        again = target.exporting.run(tmp_path / "again", CsvTableWriter(), kinds=kinds)

    for first, second in zip(tables, again, strict=True):
        assert sorted(first.path.read_text().splitlines()) == sorted(
            second.path.read_text().splitlines()
        )


def test_files_that_are_there_stay_unless_they_may_go(company: Session, tmp_path: Path) -> None:
    there = tmp_path / "produtos.csv"
    there.write_text("mine")
    kinds = (ImportKind.CUSTOMERS, ImportKind.PRODUCTS)
    with pytest.raises(BadInputError) as caught:
        company.exporting.run(tmp_path, CsvTableWriter(), kinds=kinds)
    assert caught.value.message.key == "error.export_file_exists"
    assert list(tmp_path.iterdir()) == [there]
    assert there.read_text() == "mine"

    company.exporting.run(tmp_path, CsvTableWriter(), kinds=kinds, is_replacing=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clientes.csv", "produtos.csv"]
    assert there.read_text(encoding="utf-8-sig").startswith("codigo;nome;")


def test_an_operator_takes_no_data_out(company: Session, tmp_path: Path) -> None:
    operator = replace(company, user=replace(company.user, role=Role.OPERATOR))

    with pytest.raises(BadInputError) as caught:
        operator.exporting.run(tmp_path / "out", CsvTableWriter())
    assert caught.value.message.key == "error.export_not_allowed"
    assert not (tmp_path / "out").exists()


def _limits(session: Session) -> tuple[list[tuple[Any, ...]], dict[str | None, set[Channel]]]:
    """Return when which customers were blocked, and by code who closed which channels."""
    with session.engines.reading() as connection:
        blocks = connection.execute(
            select(Customer.code, CustomerBlock.blocked_on, CustomerBlock.unblocked_on)
            .join(Customer, CustomerBlock.customer_id == Customer.id)
            .order_by(Customer.code, CustomerBlock.blocked_on)
        ).all()
        codes = {row.id: row.code for row in connection.execute(select(Customer.id, Customer.code))}
        closed = forbidden_channels(connection)
    assert blocks
    assert closed
    return [tuple(row) for row in blocks], {codes[key]: set(closed[key]) for key in closed}


def _rows(session: Session) -> list[dict[str, Any]]:
    """Return the work list in its order, keys aside."""
    rows = listed_rows(session.work_list.load())
    assert len(rows) > 180
    return [
        {name: getattr(row, name) for name in ROW_FIELDS if name not in _NOT_IN_FILES}
        for row in rows
    ]
