"""Rows of the canonical import files, understood but not yet stored."""

from dataclasses import dataclass, field
from datetime import date

from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import (
    CustomerCategory,
    OrderKind,
    PersonKind,
    PhoneKind,
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
class CustomerRecord:
    """One line of ``clientes``.

    Attributes:
        is_blocked: Whether sales are blocked; None where the file does not say.
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
    flags: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderRecord:
    """One line of ``pedidos``; ``customer`` is a code or a document."""

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
    flags: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with one line of a file."""

    line: int
    verdict: RowVerdict
    reasons: tuple[Message, ...]


@dataclass(slots=True)
class ImportSummary:
    """What an import did: every line is counted once.

    Attributes:
        total: Lines read, headers and blank lines aside.
        problems: The first thousand flagged and rejected lines, in the file's order.
    """

    file_name: str
    kind: str = ""
    total: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    flagged: int = 0
    rejected: int = 0
    problems: list[RowProblem] = field(default_factory=list)
