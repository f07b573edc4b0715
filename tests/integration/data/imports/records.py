"""Invented records that tests import."""

from datetime import date, datetime

from cockpit.domain.documents import parse_tax_id
from cockpit.domain.import_records import (
    CustomerRecord,
    InvoiceEventRecord,
    InvoiceRecord,
    ItemRecord,
    OrderRecord,
    ParsedPhone,
    PastContactRecord,
    ProductRecord,
    QuoteRecord,
    ReceivableRecord,
)
from cockpit.domain.vocabulary import PhoneKind

OURS = "11222333000181"
THEIRS = "12ABC34501DE35"
ACCESS_KEY = "35260311222333000181550010000000101000000017"

MOBILE = ParsedPhone("11 98765-4321", "+5511987654321", "", PhoneKind.MOBILE)
FIXED = ParsedPhone("11 3333-4444", "+551133334444", "12", PhoneKind.FIXED)
PARAFUSOS = CustomerRecord(
    code="0007",
    legal_name="Parafusos São João Ltda",
    trade_name="Parafusos",
    tax_id=parse_tax_id("12.ABC.345/01DE-35"),
    phones=(MOBILE,),
    email="celia@exemplo.com.br",
    person_name="Célia",
    city="São Paulo",
    state="SP",
    segment="Metalurgia",
    region="Capital",
    seller="Davi Luz",
    company="01",
    credit_limit_cents=1000_00,
)
PEDIDO = OrderRecord("10", "0007", date(2026, 3, 1), 1500_00, seller="Davi Luz", company="01")
ITEM = ItemRecord("10", 1, "P1", "Parafuso 8 mm", 12_000, 125_00, 0, 1500_00)
TITULO = ReceivableRecord("10-1", "0007", date(2026, 4, 1), 1500_00, "10", date(2026, 3, 1))
PRODUTO = ProductRecord("P1", "Parafuso 8 mm", "CX", "Parafusos", "Forte", "01")
ORCAMENTO = QuoteRecord("77", "0007", date(2026, 3, 2), 900_00, seller="Davi Luz")
CONVERSA = PastContactRecord(
    "0007",
    datetime(2025, 11, 3, 14, 30),  # noqa: DTZ001 - a file's local time
    "Davi Luz",
    "Célia",
    "Não atendeu",
    "Preço",
    "Natal 2025",
    "Ligar de novo na segunda",
)
NOTA = InvoiceRecord(
    CustomerRecord("", "PARAFUSOS SAO JOAO LTDA", tax_id=parse_tax_id(THEIRS), city="SAO PAULO",
                   state="SP", phones=(FIXED,)),
    OrderRecord("NFE-1-10", THEIRS, date(2026, 3, 1), 1500_00, 1300_00, company=OURS,
                access_key=ACCESS_KEY),
    (ItemRecord("NFE-1-10", 1, "P1", "PARAFUSO 8MM", 12_000, 125_00, 0, 1500_00),),
    (ReceivableRecord("10/1-001", THEIRS, date(2026, 4, 1), 1500_00, "NFE-1-10"),),
)  # fmt: skip
CANCELAMENTO = InvoiceEventRecord(ACCESS_KEY, date(2026, 3, 2))
