"""A quote taken at the customer's: what is offered, at which price, and how low it may be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.plain_text import StorableTexts

#: So long a quote holds, unless somebody says otherwise.
DAYS_VALID = 7
_WHOLE_BP = 10_000
_MOST_LINES = 500
#: No amount of a quote is larger: nothing overflows, and a slip of the finger shows.
MOST_CENTS = 10_000_000_000
MOST_MILLI = 1_000_000_000


@dataclass(frozen=True, slots=True)
class QuoteProduct:
    """A product as it can be offered to one customer.

    Attributes:
        list_cents: Its price today; None where no list names one.
        last_cents: What the customer paid last; None where they never bought it.
        promotion_bp: The largest discount of a promotion in force, in basis points.
    """

    product_id: UUID
    code: str
    name: str
    unit: str = ""
    list_cents: int | None = None
    last_cents: int | None = None
    promotion_bp: int = 0

    @property
    def suggested_cents(self) -> int | None:
        """Return the price to begin with: the list's, else the last one."""
        return self.last_cents if self.list_cents is None else self.list_cents

    def least_cents(self, discount_bp: int) -> int:
        """Return the lowest price that somebody with this autonomy may offer; 0 where none is.

        A promotion lets everybody go as low as it does.
        """
        base = self.suggested_cents
        if base is None:
            return 0
        off = min(_WHOLE_BP, max(discount_bp, self.promotion_bp, 0))
        return -(-base * (_WHOLE_BP - off) // _WHOLE_BP)


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One line: quantity in thousandths, price of one in cents."""

    product_id: UUID
    quantity_milli: int
    unit_cents: int

    @property
    def total_cents(self) -> int:
        """Return what the line costs, rounded to the cent."""
        return (self.quantity_milli * self.unit_cents + 500) // 1000


@dataclass(frozen=True, slots=True)
class QuoteDraft(StorableTexts):
    """A quote that is about to be stored.

    Attributes:
        quote_id: Made when the form opens, so that saving twice stores one quote.
        expires_on: Its last day; None where it has none.
    """

    quote_id: UUID
    customer_id: UUID
    lines: tuple[QuoteLine, ...]
    expires_on: date | None = None

    @property
    def total_cents(self) -> int:
        """Return what the whole quote costs."""
        return sum(line.total_cents for line in self.lines)

    def check(self, products: Iterable[QuoteProduct], discount_bp: int, today: date) -> None:
        """Raise ``BadInputError`` where the quote cannot be given.

        Args:
            products: What can be offered to the customer.
            discount_bp: The seller's autonomy, in basis points.
            today: The day of the quote.
        """
        known = {one.product_id: one for one in products}
        if not self.lines:
            raise BadInputError("quote_empty")
        if len(self.lines) > _MOST_LINES or self.total_cents > MOST_CENTS:
            raise BadInputError("quote_too_large")
        if self.expires_on is not None and self.expires_on < today:
            raise BadInputError("quote_expired")
        for line in self.lines:
            _check_line(line, known, discount_bp)


def _check_line(line: QuoteLine, known: Mapping[UUID, QuoteProduct], discount_bp: int) -> None:
    product = known.get(line.product_id)
    if product is None:
        raise BadInputError("quote_product_gone")
    if not 0 < line.quantity_milli <= MOST_MILLI:
        raise BadInputError("quote_quantity", product=product.name)
    if not 0 < line.unit_cents <= MOST_CENTS:
        raise BadInputError("quote_price", product=product.name)
    if line.unit_cents < product.least_cents(discount_bp):
        raise BadInputError("quote_too_cheap", product=product.name)


@dataclass(frozen=True, slots=True)
class OpenQuote:
    """A quote of the user's own that nobody has answered yet, and so may still be changed.

    Attributes:
        lines: In their order; each product stands once.
    """

    quote_id: UUID
    number: str
    opened_on: date
    expires_on: date | None
    lines: tuple[QuoteLine, ...]

    @property
    def total_cents(self) -> int:
        """Return what the whole quote costs."""
        return sum(line.total_cents for line in self.lines)


@dataclass(frozen=True, slots=True)
class QuoteSheet:
    """What a quote is written with.

    Attributes:
        products: Those the customer buys first, then by name.
        discount_bp: The seller's autonomy, in basis points.
        open_quotes: The user's own quotes that may still be changed, the newest first.
    """

    customer_id: UUID
    customer_name: str
    products: tuple[QuoteProduct, ...]
    discount_bp: int
    today: date
    open_quotes: tuple[OpenQuote, ...] = ()

    @property
    def expires_on(self) -> date:
        """Return until when a quote holds that nobody gave another day."""
        return self.today + timedelta(days=DAYS_VALID)


def quote_number(device_id: UUID, numbers: Iterable[str]) -> str:
    """Return the next number of a device, which no other device gives.

    Args:
        device_id: The device that takes the quote.
        numbers: Those in use, of whichever device.
    """
    prefix = number_prefix(device_id)
    tails = (one[len(prefix) :] for one in numbers if one.startswith(prefix))
    return f"{prefix}{1 + max((int(one) for one in tails if one.isdecimal()), default=0)}"


def number_prefix(device_id: UUID) -> str:
    """Return how the numbers of a device begin: the random end of its key."""
    return f"C-{device_id.hex[-8:].upper()}-"
