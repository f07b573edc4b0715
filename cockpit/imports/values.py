"""Amounts, days, yes and no, and other values, as Brazilian exports write them.

A value that can be read in two ways is never taken in silence.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import CustomerCategory, OrderKind
from cockpit.imports.words import word

FIRST_YEAR = 1980
LAST_YEAR = 2100
#: Ten billion reais; the sum of millions of such amounts still fits 64 bits.
MOST_CENTS = 10**12

_EXCEL_EPOCH = date(1899, 12, 30)
_TIME = (
    r"(?:[T ]\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?\s*(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})([/.\-])([0-9]{{1,2}})\2([0-9]{{4}}|[0-9]{{2}}){_TIME}")
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([/.\-])([0-9]{{1,2}})\2([0-9]{{1,2}}){_TIME}")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_SERIAL = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")
_NO_DAY = re.compile(r"[0\s/.:\-]*")

_SIGNED = re.compile(
    r"(?P<open>\()?(?P<minus>[-−–])?\s*(?:R\$)?\s*(?P<inner>[-−–])?\s*"
    r"(?P<body>[0-9.,]+)\s*(?P<after>[-−–])?(?P<close>\))?",
    re.IGNORECASE,
)
_LONGEST_AMOUNT = 40
_GROUPED = {mark: re.compile(rf"[0-9]{{1,3}}(?:\{mark}[0-9]{{3}})+") for mark in ".,"}

_YES = frozenset(
    "sim s yes y 1 x true verdadeiro v bloqueado bloqueada".split()  # noqa: SIM905
)
_NO = frozenset("nao n no 0 false falso f liberado liberada".split())  # noqa: SIM905
_ORDER_KINDS = {
    OrderKind.SALE: ("venda", "vendas", "v", "pedido", "pedido_de_venda", "faturamento", "sale"),
    OrderKind.RETURN: (
        "devolucao", "devolucoes", "dev", "d", "devolvido", "devolucao_de_venda", "retorno",
        "estorno", "return",
    ),
    OrderKind.CANCELLED: (
        "cancelado", "cancelada", "cancelamento", "canc", "cancel", "c", "cancelled", "canceled",
    ),
}  # fmt: skip
_ORDER_KIND_OF = {name: kind for kind, names in _ORDER_KINDS.items() for name in names}
_CATEGORY_OF = {
    "cliente": CustomerCategory.CUSTOMER,
    "customer": CustomerCategory.CUSTOMER,
    "prospect": CustomerCategory.PROSPECT,
    "prospecto": CustomerCategory.PROSPECT,
    "potencial": CustomerCategory.PROSPECT,
}


class UnreadableError(ValueError):
    """A cell does not hold what its column should.

    Attributes:
        reason: Why, as a sentence for the user.
    """

    def __init__(self, key: str, text: str) -> None:
        self.reason = Message.of(f"imports.{key}", value=text[:40])
        super().__init__(key)


class DecimalMark(StrEnum):
    """What parts the cents from the reais."""

    COMMA = ","
    POINT = "."


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money.

    Attributes:
        cents: Its value.
        is_doubtful: Whether the file does not tell if ``1.234`` is a thousand or one.
    """

    cents: int
    is_doubtful: bool = False


def decimal_mark(texts: Iterable[str]) -> DecimalMark | None:
    """Return what a file's amounts have for a decimal mark; None where they do not tell."""
    marks = {_own_mark(found["body"]) for text in texts if (found := _signed(text))}
    marks.discard(None)
    return marks.pop() if len(marks) == 1 else None


def amount(text: str, mark: DecimalMark | None) -> Amount:
    """Read an amount of reais; a minus or parentheses make it negative.

    Args:
        text: For example ``R$ 1.234,56``, ``(12.5)`` or ``1234``.
        mark: The file's decimal mark, which settles what ``1.234`` is.

    Raises:
        UnreadableError: It is no amount, or one beyond belief.
    """
    parts = _signed(text)
    if parts is None or bool(parts["open"]) != bool(parts["close"]):
        raise UnreadableError("amount_unreadable", text)
    signs = [parts[name] for name in ("open", "minus", "inner", "after") if parts[name]]
    if len(signs) > 1:
        raise UnreadableError("amount_unreadable", text)
    body = parts["body"]
    own = _own_mark(body)
    is_doubtful = own is None and mark is None and ("." in body or "," in body)
    if is_doubtful and "," in body:
        raise UnreadableError("amount_ambiguous", text)
    cents = _cents(body, own or mark or DecimalMark.COMMA)
    if cents is None:
        raise UnreadableError("amount_unreadable", text)
    if cents >= MOST_CENTS:
        raise UnreadableError("amount_too_large", text)
    return Amount(-cents if signs else cents, is_doubtful)


def day(text: str) -> date | None:
    """Read a day; return None for a blank one such as ``  /  /    `` or ``00/00/0000``.

    The day comes before the month, as everywhere in Brazil, unless the year comes first. A time
    of day after it is left out, and so is its zone: the file's day counts. A number of five digits
    is Excel's count of days.

    Raises:
        UnreadableError: It is no day, or one that no order book holds.
    """
    text = text.strip()
    if _NO_DAY.fullmatch(text):
        return None
    if found := _DAY_FIRST.fullmatch(text):
        year, month, number = _full_year(found[4]), int(found[3]), int(found[1])
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, number = int(found[1]), int(found[3]), int(found[4])
    elif found := _COMPACT.fullmatch(text):
        year, month, number = int(found[1]), int(found[2]), int(found[3])
    elif found := _SERIAL.fullmatch(text):
        serial = _EXCEL_EPOCH + timedelta(days=int(found[1]))
        year, month, number = serial.year, serial.month, serial.day
    else:
        raise UnreadableError("day_unreadable", text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadableError("day_impossible", text)
    try:
        return date(year, month, number)
    except ValueError as error:
        raise UnreadableError("day_impossible", text) from error


def yes_or_no(text: str) -> bool:
    """Read yes or no; nothing is no.

    Raises:
        UnreadableError: It is neither.
    """
    answer = word(text)
    if answer and answer not in _YES | _NO:
        raise UnreadableError("yes_or_no_unreadable", text)
    return answer in _YES


def order_kind(text: str) -> OrderKind:
    """Read what an order is.

    Raises:
        UnreadableError: It is no known kind; whether it is a purchase is then unknown.
    """
    try:
        return _ORDER_KIND_OF[word(text)]
    except KeyError:
        raise UnreadableError("order_kind_unknown", text) from None


def is_cancelled(text: str) -> bool:
    """Return whether the ERP's own word says that an order is cancelled."""
    return word(text) in _ORDER_KINDS[OrderKind.CANCELLED]


def category(text: str) -> CustomerCategory:
    """Read whether somebody is a customer or a prospect.

    Raises:
        UnreadableError: It is neither.
    """
    try:
        return _CATEGORY_OF[word(text)]
    except KeyError:
        raise UnreadableError("category_unknown", text) from None


def _signed(text: str) -> re.Match[str] | None:
    """Return sign, currency and digits of an amount, or None where it is none."""
    return _SIGNED.fullmatch(text.strip()) if len(text) <= _LONGEST_AMOUNT else None


def _own_mark(body: str) -> DecimalMark | None:
    """Return the decimal mark that an amount shows by itself, or None."""
    points, commas = body.count("."), body.count(",")
    if points and commas:
        return DecimalMark.COMMA if body.rindex(",") > body.rindex(".") else DecimalMark.POINT
    if not points and not commas:
        return None
    sign = "." if points else ","
    if points + commas > 1:
        return DecimalMark.COMMA if sign == "." else DecimalMark.POINT
    head, _, tail = body.partition(sign)
    may_be_thousands = len(tail) == 3 and 0 < len(head) <= 3 and head[0] != "0"
    return None if may_be_thousands else DecimalMark(sign)


def _cents(body: str, mark: DecimalMark) -> int | None:
    """Return an unsigned amount in cents, rounded half up; None where it is malformed."""
    head, _, tail = body.partition(mark)
    thousands = "." if mark is DecimalMark.COMMA else ","
    if thousands in head:
        if not _GROUPED[thousands].fullmatch(head):
            return None
        head = head.replace(thousands, "")
    if not (head or tail) or not (head + tail).isdigit():
        return None
    exact = Decimal(f"{head or '0'}.{tail or '0'}") * 100
    return int(exact.to_integral_value(ROUND_HALF_UP))


def _full_year(text: str) -> int:
    """Return a year of two digits as the one from 1980 to 2079."""
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year < FIRST_YEAR % 100 else 1900)
