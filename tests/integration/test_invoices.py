"""NF-e files from the folder into the database, on both engines."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.import_results import ImportCounts
from cockpit.domain.vocabulary import Role
from tests.support.nfe_files import OWN, Item, Nfe, Title, cancellation, cnpj, with_item

_DAY = date(2026, 3, 16)
_CUSTOMER = cnpj("112223330001")


@contextmanager
def _session(url: str, home: Path) -> Iterator[Session]:
    with open_session(Options(database=url, as_of=_DAY), Paths(home)) as session:
        yield replace(session, user=replace(session.user, role=Role.ADMINISTRATOR))


def _import(session: Session, path: Path) -> ImportCounts:
    (summary,) = session.importing.run([path], origin="terminal")
    return summary.counts


def _all(session: Session, columns: str, table: str) -> list[tuple[Any, ...]]:
    with session.engines.reading() as connection:
        found = connection.exec_driver_sql(f"SELECT {columns} FROM {table} ORDER BY {columns}")
        return [tuple(row) for row in found]


def _folder(tmp_path: Path, **files: bytes) -> Path:
    folder = tmp_path / "xml"
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / f"{name}.xml").write_bytes(data)
    return folder


def test_sales_bring_customers_orders_items_and_titles_once(
    program_url: str, tmp_path: Path
) -> None:
    titles = (Title("001", "2026-04-01", "60.00"), Title("002", "2026-05-01", "52.34"))
    sold = Nfe(number=1, items=(Item(), Item(code="B")), titles=titles)
    folder = _folder(tmp_path, a=sold.xml(), b=Nfe(number=2).xml(), c=b"<resNFe/>")
    with zipfile.ZipFile(tmp_path / "same.zip", "w") as archive:
        archive.writestr("renamed.xml", sold.xml())
    with _session(program_url, tmp_path) as session:
        first = _import(session, folder)
        again = _import(session, tmp_path / "same.zip")
        orders = _all(session, "number, kind, net_cents, goods_cents", "orders")
        listed = listed_rows(session.work_list.load())

        assert first == ImportCounts(new=2, rejected=1)
        assert again == ImportCounts(unchanged=1)
        assert orders == [("NFE-1-1", "sale", 11234, 10000), ("NFE-1-2", "sale", 11234, 10000)]
        assert _all(session, "number, amount_cents", "receivables") == [
            ("1/1-001 01DE", 6000),
            ("1/1-002 01DE", 5234),
        ]
        assert len(_all(session, "description", "order_items")) == 3
        assert _all(session, "tax_id", "companies") == [(OWN,)]
        assert [listed[0].tax_id, len(listed)] == [_CUSTOMER, 1]
        assert listed[0].last_order_on == date(2026, 3, 2)


def test_a_return_names_its_sale_and_a_cancellation_takes_a_sale_away(
    program_url: str, tmp_path: Path
) -> None:
    kept, lost = Nfe(number=1), Nfe(number=2, day=date(2026, 3, 9))
    back = with_item(
        Nfe(number=3, direction="0", purpose="4", references=(kept.access_key,), total="40.00",
            day=date(2026, 3, 12)),
        cfop="1202",
    )  # fmt: skip
    folder = _folder(
        tmp_path, a_event=cancellation(lost.access_key), b=kept.xml(), c=lost.xml(), d=back.xml()
    )
    with _session(program_url, tmp_path) as session:
        counts = _import(session, folder)
        kinds = _all(session, "number, kind, net_cents", "orders")
        references = _all(session, "number, references_id IS NOT NULL", "orders")
        listed = listed_rows(session.work_list.load())

        assert counts == ImportCounts(new=3, changed=1)
        assert kinds == [
            ("NFE-1-1", "sale", 11234),
            ("NFE-1-2", "cancelled", 11234),
            ("NFE-1-3", "return", 4000),
        ]
        assert [bool(one) for _, one in references] == [False, False, True]
        assert listed[0].last_order_on == date(2026, 3, 2)


def test_a_cancellation_that_comes_first_waits_for_its_sale(
    program_url: str, tmp_path: Path
) -> None:
    sold = Nfe(number=1)
    (tmp_path / "event.xml").write_bytes(cancellation(sold.access_key))
    (tmp_path / "sold.xml").write_bytes(sold.xml())
    with _session(program_url, tmp_path) as session:
        assert _import(session, tmp_path / "event.xml").flagged == 1
        _import(session, tmp_path / "sold.xml")

        assert _all(session, "number, kind", "orders") == [("NFE-1-1", "cancelled")]


def test_another_companys_invoices_are_rejected_once_the_own_is_known(
    program_url: str, tmp_path: Path
) -> None:
    supplier = cnpj("998887770001")
    (tmp_path / "own.xml").write_bytes(Nfe(number=1).xml())
    (tmp_path / "bought.xml").write_bytes(Nfe(issuer=supplier, recipient=OWN).xml())
    (tmp_path / "back.xml").write_bytes(
        with_item(Nfe(issuer=_CUSTOMER, recipient=OWN, purpose="4"), cfop="5202").xml()
    )
    with _session(program_url, tmp_path) as session:
        assert _import(session, tmp_path / "own.xml") == ImportCounts(new=1)
        assert _import(session, tmp_path / "bought.xml") == ImportCounts(rejected=1)
        assert _import(session, tmp_path / "back.xml").rejected == 0

        assert _all(session, "number, kind", "orders") == [
            ("NFE-1-1", "sale"),
            (f"NFE-1-1-{_CUSTOMER}", "return"),
        ]
