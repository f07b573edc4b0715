"""Rows of the canonical import files, understood but not yet stored."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import (
    Channel,
    CustomerCategory,
    OrderKind,
    PersonKind,
    PhoneKind,
    QuoteState,
    RowVerdict,
)


@dataclass(frozen=True, slots=True)
class TaxId:
    """A CNPJ or CPF, unmasked and upper-case, with lost leading zeros restored.

    Attributes:
        text: The document; an invalid one is kept as it came, without the mask.
        kind: What it identifies; ``UNKNOWN`` where that cannot be told.
        is_valid: Whether the check digits are right.
    """

    text: str
    kind: PersonKind
    is_valid: bool

    @property
    def root(self) -> str:
        """Return the first eight characters of a valid CNPJ, else an empty text."""
        return self.text[:8] if self.is_valid and self.kind is PersonKind.COMPANY else ""


@dataclass(frozen=True, slots=True)
class ParsedPhone:
    """A phone number as the numbering plan reads it."""

    raw: str
    e164: str | None
    extension: str
    kind: PhoneKind

    @property
    def is_valid(self) -> bool:
        """Return whether it can be dialled."""
        return self.e164 is not None


@dataclass(frozen=True, slots=True)
class BlockPeriod:
    """A period without sales to a customer.

    Attributes:
        from_day: Its first day.
        until_day: The first day after it; None while it lasts.
    """

    from_day: date
    until_day: date | None = None


@dataclass(frozen=True, slots=True)
class CustomerRecord:
    """One line of ``clientes``.

    Attributes:
        is_blocked: Whether sales are blocked; None where the file does not say.
        blocks: When they were; at most one period lasts, and only where ``is_blocked``.
        closed_channels: Through which the customer does not want to be contacted.
        is_name_given: Whether the file says the legal name; else another text stands for it.
        flags: What is odd about the line; it is stored all the same.
    """

    code: str
    legal_name: str
    trade_name: str = ""
    tax_id: TaxId | None = None
    phones: tuple[ParsedPhone, ...] = ()
    email: str = ""
    person_name: str = ""
    city: str = ""
    state: str = ""
    segment: str = ""
    region: str = ""
    seller: str = ""
    company: str = ""
    credit_limit_cents: int | None = None
    is_blocked: bool | None = None
    category: CustomerCategory = CustomerCategory.CUSTOMER
    blocks: tuple[BlockPeriod, ...] = ()
    closed_channels: frozenset[Channel] = frozenset()
    is_name_given: bool = True
    flags: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderRecord:
    """One line of ``pedidos``, or an invoice.

    Attributes:
        customer: The customer's code or document.
        net_cents: What the customer pays, never negative; ``kind`` gives it its sense.
        goods_cents: Value without taxes.
        access_key: The 44 digits of an NF-e.
        digest: Signed 64-bit hash of what the line states, flags aside: equal digests, equal
            statements.
    """

    number: str
    customer: str
    ordered_on: date
    net_cents: int
    goods_cents: int | None = None
    kind: OrderKind = OrderKind.SALE
    state_text: str = ""
    seller: str = ""
    company: str = ""
    promised_on: date | None = None
    delivered_on: date | None = None
    access_key: str = ""
    digest: int | None = None
    flags: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One line of ``itens``.

    Attributes:
        order: The number of its order.
        line: Its position among the order's items in the file, from 1.
        product: The product's code; empty where the file has a description alone.
        quantity_milli: Thousandths of the unit of sale, never negative.
        unit_cents: Price of one unit.
        total_cents: Quantity times price less discount, or what the document says.
    """

    order: str
    line: int
    product: str
    description: str
    quantity_milli: int
    unit_cents: int
    discount_cents: int = 0
    total_cents: int = 0
    company: str = ""
    flags: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceivableRecord:
    """One line of ``titulos``; ``customer`` is a code or a document, ``order`` a number."""

    number: str
    customer: str
    due_on: date
    amount_cents: int
    order: str = ""
    issued_on: date | None = None
    paid_on: date | None = None
    company: str = ""
    flags: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ProductRecord:
    """One line of ``produtos``; ``is_active`` is None where the file does not say."""

    code: str
    name: str
    unit: str = ""
    family: str = ""
    brand: str = ""
    company: str = ""
    is_active: bool | None = None
    flags: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """One line of ``orcamentos``; ``state`` is None where the file does not say."""

    number: str
    customer: str
    opened_on: date
    total_cents: int
    expires_on: date | None = None
    state: QuoteState | None = None
    seller: str = ""
    company: str = ""
    stopped_reason: str = ""
    flags: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class PastContactRecord:
    """One line of ``contatos``: a conversation that another system recorded.

    Attributes:
        occurred_at: Local time without a zone; midnight where the file has the day alone.
        seller: Who talked to the customer.
        outcome: The other system's word for how it ended.
    """

    customer: str
    occurred_at: datetime
    seller: str = ""
    person_name: str = ""
    outcome: str = ""
    reason: str = ""
    campaign: str = ""
    note: str = ""
    company: str = ""
    flags: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class InvoiceRecord:
    """One authorised NF-e: who bought what, and when it is to be paid.

    Attributes:
        order: The document with its access key; ``order.company`` is the issuer's document.
        receivables: From ``cobr/dup``.
        returned_keys: Access keys of the invoices that a return takes back.
    """

    customer: CustomerRecord
    order: OrderRecord
    items: tuple[ItemRecord, ...] = ()
    receivables: tuple[ReceivableRecord, ...] = ()
    returned_keys: tuple[str, ...] = ()
    flags: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class InvoiceEventRecord:
    """An event of an NF-e; the only one that counts here is its cancellation."""

    access_key: str
    occurred_on: date
    flags: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with one line of a file.

    Attributes:
        cells: The line as it was read, so that it can be corrected and imported again.
    """

    line: int
    verdict: RowVerdict
    reasons: tuple[Message, ...]
    cells: tuple[str, ...] = ()


ImportRecord: TypeAlias = (
    CustomerRecord
    | ProductRecord
    | OrderRecord
    | ItemRecord
    | ReceivableRecord
    | QuoteRecord
    | PastContactRecord
    | InvoiceRecord
    | InvoiceEventRecord
)
