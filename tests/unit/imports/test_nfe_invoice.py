"""NF-e as records: what counts as a sale, what as a return, and what each of them is worth."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cockpit.domain.clock import AsOfClock
from cockpit.domain.import_records import InvoiceEventRecord, InvoiceRecord, RowProblem
from cockpit.domain.vocabulary import OrderKind, PersonKind
from cockpit.imports.nfe import open_invoices
from cockpit.imports.nfe.operations import is_return_by_buyer, is_return_to_seller, is_sale
from tests.support.nfe_files import (
    BRANCH,
    OWN,
    Item,
    Nfe,
    Title,
    access_key,
    cancellation,
    cnpj,
    with_item,
)

_CLOCK = AsOfClock(date(2026, 3, 16), ZoneInfo("America/Sao_Paulo"))
_OTHER = cnpj("998887770001")


def _read(folder: Path, *files: bytes, own: str = OWN) -> list[object]:
    for position, data in enumerate(files):
        (folder / f"{position}.xml").write_bytes(data)
    return [record for _, record in open_invoices(folder, _CLOCK, frozenset({own})).lines()]


def _each(folder: Path, *files: bytes) -> list[object]:
    """Read files that state the same invoice, each from a folder of its own."""
    records = []
    for position, data in enumerate(files):
        (alone := folder / str(position)).mkdir()
        records += _read(alone, data)
    return records


def _one(folder: Path, invoice: Nfe, own: str = OWN) -> InvoiceRecord:
    record = _read(folder, invoice.xml(), own=own)[0]
    assert isinstance(record, InvoiceRecord), record
    return record


def _reason(folder: Path, data: bytes) -> str:
    record = _read(folder, data)[0]
    assert isinstance(record, RowProblem), record
    assert record.cells == ("0.xml",)
    return record.reasons[0].key.removeprefix("imports.")


def test_a_sale_says_who_bought_what_when_it_is_paid_and_taxes_apart(tmp_path: Path) -> None:
    invoice = Nfe(
        number=4711,
        series=2,
        goods="110.00",
        discount="10.00",
        items=(Item(total="110.00", discount="10.00", quantity="2.5000", price="44.0000000000"),),
        titles=(Title("001", "2026-04-01", "60.00"), Title("002", "2026-05-01", "52.34")),
    )
    record = _one(tmp_path, invoice)
    order, customer, item = record.order, record.customer, record.items[0]

    assert (order.number, order.kind, order.net_cents) == ("NFE-2-4711", OrderKind.SALE, 11234)
    assert (order.goods_cents, order.ordered_on) == (10000, date(2026, 3, 2))
    assert (order.access_key, order.company) == (invoice.access_key, OWN)
    assert order.customer == customer.tax_id.text == invoice.recipient  # type: ignore[union-attr]
    assert (customer.legal_name, customer.city, customer.state) == (
        "Padaria Três Irmãos & Cia",
        "Campinas",
        "SP",
    )
    assert customer.phones[0].e164 == "+5519987654321"
    assert customer.email == "compras@padaria.example"
    assert (item.order, item.line, item.product) == ("NFE-2-4711", 1, "P-001")
    assert item.description == "Parafuso sextavado 3/8 <aço>"
    assert (item.quantity_milli, item.unit_cents) == (2500, 4400)
    assert (item.discount_cents, item.total_cents) == (1000, 10000)
    assert [(one.number, one.due_on, one.amount_cents) for one in record.receivables] == [
        ("4711/2-001 01DE", date(2026, 4, 1), 6000),
        ("4711/2-002 01DE", date(2026, 5, 1), 5234),
    ]
    assert not record.flags
    assert order.digest is not None


def test_the_digest_tells_statements_apart_and_not_copies(tmp_path: Path) -> None:
    plain, later = Nfe(), Nfe(titles=(Title("001", "2026-04-01", "112.34"),))
    copies = _each(tmp_path, plain.xml(), plain.xml(), later.xml())
    digests = [one.order.digest for one in copies if isinstance(one, InvoiceRecord)]

    assert digests[0] == digests[1] != digests[2]


@pytest.mark.parametrize("document", ["12345678909", "A87HBZHB000161"])
def test_persons_and_alphanumeric_companies_are_known_by_their_documents(
    tmp_path: Path, document: str
) -> None:
    customer = _one(tmp_path, Nfe(recipient=document)).customer

    assert customer.tax_id is not None
    assert (customer.tax_id.text, customer.tax_id.is_valid) == (document, True)
    is_person = customer.tax_id.kind is PersonKind.INDIVIDUAL
    assert is_person == (len(document) == 11)


def test_a_foreigner_is_known_by_a_code(tmp_path: Path) -> None:
    invoice = Nfe(recipient_xml="<idEstrangeiro>AB-77</idEstrangeiro>", items=(Item(cfop="7102"),))
    record = _one(tmp_path, invoice)

    assert record.order.customer == record.customer.code == "EXT-AB-77"
    assert record.customer.tax_id is None


def test_a_return_on_our_own_invoice_names_what_it_takes_back(tmp_path: Path) -> None:
    sold = access_key(OWN, date(2026, 2, 1), 1, 7)
    invoice = with_item(Nfe(direction="0", purpose="4", references=(sold,), number=9), cfop="1202")
    record = _one(tmp_path, invoice)

    assert (record.order.kind, record.order.net_cents) == (OrderKind.RETURN, 11234)
    assert record.order.number == "NFE-1-9"
    assert record.returned_keys == (sold,)
    assert record.receivables == ()


def test_a_return_on_the_customers_invoice_is_of_that_customer_and_our_company(
    tmp_path: Path,
) -> None:
    sold = access_key(OWN, date(2026, 2, 1), 1, 7)
    theirs = Nfe(issuer=_OTHER, recipient=OWN, purpose="4", references=(sold,), number=9)
    record = _one(tmp_path, with_item(theirs, cfop="6202"))

    assert record.order.kind is OrderKind.RETURN
    assert (record.order.company, record.order.customer) == (OWN, _OTHER)
    assert record.order.number == f"NFE-1-9-{_OTHER}"
    assert record.customer.legal_name == "Atacado Exemplo Ltda"
    assert record.returned_keys == (sold,)


def test_a_return_of_the_first_layout_that_has_no_purpose_of_its_own_is_one(
    tmp_path: Path,
) -> None:
    record = _one(tmp_path, with_item(Nfe(direction="0", purpose="1"), cfop="2411"))

    assert record.order.kind is OrderKind.RETURN


def test_gifts_on_a_sale_are_no_part_of_its_value(tmp_path: Path) -> None:
    gift = Item(code="G", cfop="5910", total="20.00")
    free = Item(code="F", cfop="5910", total="5.00", in_total="0")
    record = _one(tmp_path, Nfe(items=(Item(), gift, free), goods="120.00", total="132.34"))

    assert (record.order.net_cents, record.order.goods_cents) == (11234, 10000)
    assert [item.product for item in record.items] == ["P-001"]
    assert [flag.key for flag in record.flags] == ["imports.invoice_partly"]


_REFUSED = {
    "invoice_model": Nfe(model="65"),
    "invoice_test": Nfe(environment="2"),
    "invoice_complement": Nfe(purpose="2"),
    "invoice_adjustment": Nfe(purpose="3"),
    "invoice_note": Nfe(purpose="6"),
    "invoice_without_protocol": Nfe(has_protocol=False),
    "invoice_not_authorised": Nfe(status="302"),
    "invoice_key_wrong": Nfe(key="1" * 44),
    "invoice_between_branches": with_item(Nfe(recipient=BRANCH), cfop="5102"),
    "invoice_to_supplier": with_item(Nfe(purpose="4"), cfop="5202"),
    "invoice_of_supplier": Nfe(issuer=_OTHER, recipient=OWN),
    "invoice_of_others": Nfe(issuer=_OTHER),
    "invoice_without_party": Nfe(recipient_xml="<idEstrangeiro/>"),
    "day_impossible": Nfe(day=date(1901, 3, 2)),
    "amount_too_large": Nfe(total="99999999999.99"),
    "amount_unreadable": Nfe(total="1,50"),
    "invoice_incomplete": Nfe(total=""),
}


@pytest.mark.parametrize("reason", sorted(_REFUSED))
def test_what_is_no_authorised_sale_of_ours_is_rejected_with_its_reason(
    tmp_path: Path, reason: str
) -> None:
    assert _reason(tmp_path, _REFUSED[reason].xml()) == reason


def test_the_authorisation_of_another_invoice_authorises_nothing(tmp_path: Path) -> None:
    own, other = Nfe(number=1), Nfe(number=2)
    data = own.xml().replace(
        f"<chNFe>{own.access_key}".encode(), f"<chNFe>{other.access_key}".encode()
    )

    assert _reason(tmp_path, data) == "invoice_key_wrong"


@pytest.mark.parametrize("cfop", ["5910", "6152", "5922", "5949", "5551", "6917", "x", ""])
def test_gifts_transfers_and_other_shipments_are_no_sales(tmp_path: Path, cfop: str) -> None:
    assert _reason(tmp_path, with_item(Nfe(), cfop=cfop).xml()) == "invoice_no_sale"


def test_operations_are_told_by_direction_and_kind() -> None:
    assert all(map(is_sale, ("5101", "6102", "7102", "5405", "6404", "6108", "5116", "5656")))
    assert not any(map(is_sale, ("1102", "5202", "5152", "5910", "5", "51022", "")))
    assert all(map(is_return_to_seller, ("1202", "2201", "1411", "3201")))
    assert not any(map(is_return_to_seller, ("5202", "1102", "1208", "1949")))
    assert all(map(is_return_by_buyer, ("5202", "6411", "5556", "5553")))
    assert not any(map(is_return_by_buyer, ("1202", "5102", "5208", "5209", "5921")))


def test_an_item_or_title_that_cannot_be_read_is_left_out_and_the_sale_kept(
    tmp_path: Path,
) -> None:
    invoice = Nfe(
        items=(Item(quantity="muitos"), Item(code="B")),
        titles=(Title("001", "2026-02-30", "1.00"), Title("002", "2026-04-01", "2.00")),
    )
    record = _one(tmp_path, invoice)

    assert record.order.net_cents == 11234
    assert [(item.line, item.product) for item in record.items] == [(1, "B")]
    assert [one.amount_cents for one in record.receivables] == [200]
    assert [flag.key for flag in record.flags] == [
        "imports.invoice_item_left_out",
        "imports.invoice_title_left_out",
    ]


def test_titles_of_one_number_stay_two(tmp_path: Path) -> None:
    titles = (Title("1", "2026-04-01", "2.00"), Title("1", "2026-05-01", "3.00"))
    record = _one(tmp_path, Nfe(titles=titles))

    assert [one.amount_cents for one in record.receivables] == [200, 300]
    assert len({one.number for one in record.receivables}) == 2


def test_any_prefix_unknown_elements_and_older_layouts_are_read_alike(tmp_path: Path) -> None:
    plain = Nfe().xml()
    prefixed = (
        plain.replace(b"<", b"<n:")
        .replace(b"<n:/", b"</n:")
        .replace(b"<n:?xml", b"<?xml")
        .replace(b"xmlns=", b"xmlns:n=")
    )
    strange = Nfe(extra="<rtcNovo><vNF>9.99</vNF><x:y xmlns:x='u'/></rtcNovo>").xml()
    old = plain.replace(b"<dhEmi>2026-03-02T23:30:00-03:00</dhEmi>", b"<dEmi>2026-03-02</dEmi>")
    records = _each(tmp_path, plain, prefixed, strange, old)

    assert all(record == records[0] for record in records)
    assert isinstance(records[0], InvoiceRecord)


def test_latin_1_is_read_by_its_name_and_where_it_is_not_named(tmp_path: Path) -> None:
    text = Nfe().xml().decode()
    named = text.replace("UTF-8", "ISO-8859-1").encode("iso-8859-1")
    unnamed = text.encode("iso-8859-1")
    first, second = _each(tmp_path, named, unnamed)

    assert isinstance(first, InvoiceRecord)
    assert isinstance(second, InvoiceRecord)
    assert first.customer == second.customer
    assert not first.flags
    assert [flag.key for flag in second.flags] == ["imports.xml_encoding"]


def test_an_invoice_of_tomorrow_is_flagged(tmp_path: Path) -> None:
    record = _one(tmp_path, replace(Nfe(), day=date(2026, 3, 17)))

    assert [flag.key for flag in record.flags] == ["imports.order_in_future"]


def test_a_cancellation_names_the_invoice_and_other_events_say_that_they_change_nothing(
    tmp_path: Path,
) -> None:
    key = Nfe().access_key
    cancelled, letter, refused = _read(
        tmp_path,
        cancellation(key),
        cancellation(key, kind="110110"),
        cancellation(key, status="573"),
    )

    assert cancelled == InvoiceEventRecord(key, date(2026, 3, 3))
    assert isinstance(letter, RowProblem)
    assert letter.reasons[0].key == "imports.event_other"
    assert isinstance(refused, RowProblem)
    assert refused.reasons[0].key == "imports.event_not_registered"


def test_a_cancellation_of_the_first_layout_is_one(tmp_path: Path) -> None:
    key = Nfe().access_key
    data = (
        '<procCancNFe xmlns="http://www.portalfiscal.inf.br/nfe"><cancNFe><infCanc>'
        f"<chNFe>{key}</chNFe></infCanc></cancNFe><retCancNFe><infCanc><cStat>101</cStat>"
        f"<chNFe>{key}</chNFe><dhRecbto>2026-03-03T09:00:00</dhRecbto></infCanc></retCancNFe>"
        "</procCancNFe>"
    )

    assert _read(tmp_path, data.encode()) == [InvoiceEventRecord(key, date(2026, 3, 3))]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'<resNFe xmlns="http://www.portalfiscal.inf.br/nfe"/>', "invoice_summary_only"),
        (b"<procInutNFe/>", "invoice_numbers_unused"),
        (b"<cteProc/>", "invoice_of_transport"),
        (b"<html><body/></html>", "xml_is_no_invoice"),
        (b"<NFe/>", "invoice_incomplete"),
    ],
)
def test_other_documents_say_what_they_are(tmp_path: Path, data: bytes, reason: str) -> None:
    assert _reason(tmp_path, data) == reason
