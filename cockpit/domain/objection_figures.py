"""Which objections came up, what became of them, and what overcame them; quotes that stopped.

Definitions: docs/indicators.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cockpit.domain.contact_figures import FEW
from cockpit.domain.periods import Period

#: So many days without a contact stop a quote, unless the company says otherwise.
SILENT_DAYS = 15


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    """The objections of one kind that customers raised in a period, and where they stand now.

    Attributes:
        kind_id: Which kind; None for all.
        name: Its name.
        raised: How many.
        clients: By how many customers.
        still_open: How many of them stand.
        overcome: How many were overcome.
        waiting: How many wait on a condition.
    """

    kind_id: UUID | None
    name: str
    raised: int = 0
    clients: int = 0
    still_open: int = 0
    overcome: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class ArgumentLine:
    """One answer to objections, as it was used in a period.

    Attributes:
        argument_id: Which.
        text: What is said.
        kind_id: To which kind of objection.
        used: In how many contacts.
        judged: In how many of them somebody said whether it worked.
        worked: In how many of them it did.
    """

    argument_id: UUID
    text: str
    kind_id: UUID
    used: int = 0
    judged: int = 0
    worked: int = 0

    @property
    def rate(self) -> float | None:
        """Return the share of success among the judged; None where nobody judged."""
        return self.worked / self.judged if self.judged else None

    @property
    def is_few(self) -> bool:
        """Return whether the rate is of too few, which has to be said beside it."""
        return self.judged < FEW


@dataclass(frozen=True, slots=True)
class ObjectionReport:
    """The objections of a period.

    Attributes:
        total: All kinds together.
        kinds: The most frequent first (Pareto), then by name.
        before: The same kinds in the period that is compared with; None without one.
        trend: Per month of the period, how often each kind was raised; parallel to ``kinds``.
        arguments: Those used, by kind, the most used first.
    """

    total: ObjectionLine
    kinds: tuple[ObjectionLine, ...] = ()
    before: tuple[ObjectionLine, ...] | None = None
    trend: tuple[tuple[Period, tuple[int, ...]], ...] = ()
    arguments: tuple[ArgumentLine, ...] = ()

    def cumulative(self) -> list[float]:
        """Return for each kind the share of all that it and those before it have (Pareto)."""
        shares, running = [], 0
        for kind in self.kinds:
            running += kind.raised
            shares.append(running / self.total.raised)
        return shares


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """Quotes that stopped, on the period's last day.

    Attributes:
        stopped: Open, and past their date or without a contact for so many days.
        cents: Their value.
        expired: How many of them are past their date.
        silent: How many of them had no contact for so many days.
        clients: Of how many customers.
    """

    stopped: int = 0
    cents: int = 0
    expired: int = 0
    silent: int = 0
    clients: int = 0

    @classmethod
    def of(cls, quotes: Sequence["StoppedQuote"]) -> "QuoteLine":
        """Return the figures of some quotes."""
        return cls(
            stopped=len(quotes),
            cents=sum(one.cents for one in quotes),
            expired=sum(one.is_expired for one in quotes),
            silent=sum(one.is_silent for one in quotes),
            clients=len({one.customer_id for one in quotes}),
        )


@dataclass(frozen=True, slots=True)
class OpenQuote:
    """An open quote.

    Attributes:
        talked_on: Local day of the customer's last contact; None without.
        cents: Its value.
        reason: Why it stopped, where somebody said so.
    """

    customer_id: UUID
    customer: str
    number: str
    opened_on: date
    expires_on: date | None
    cents: int
    talked_on: date | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StoppedQuote:
    """One quote that stopped.

    Attributes:
        customer_id: Whose.
        customer: As it is shown.
        number: Of the quote.
        opened_on: When it was made.
        expires_on: Up to when it holds; None where nothing says so.
        talked_on: Local day of the last contact since then; None without.
        cents: Its value.
        is_expired: Whether it is past its date.
        is_silent: Whether nobody talked to the customer for so many days.
        reason: Why it stopped, where somebody said so.
    """

    customer_id: UUID
    customer: str
    number: str
    opened_on: date
    expires_on: date | None
    talked_on: date | None
    cents: int
    is_expired: bool
    is_silent: bool
    reason: str = ""


def stopped_quote(quote: OpenQuote, day: date, silent_days: int) -> StoppedQuote | None:
    """Return an open quote as a stopped one; None where it had not stopped by a day.

    Args:
        quote: Open, and made by that day.
        day: On which it is judged.
        silent_days: So many days without a contact stop it.
    """
    is_expired = quote.expires_on is not None and quote.expires_on < day
    talked_on = quote.talked_on
    if talked_on is not None and talked_on < quote.opened_on:
        talked_on = None
    is_silent = (day - (talked_on or quote.opened_on)).days >= silent_days
    if not is_expired and not is_silent:
        return None
    return StoppedQuote(
        quote.customer_id, quote.customer, quote.number, quote.opened_on, quote.expires_on,
        talked_on, quote.cents, is_expired, is_silent, quote.reason,
    )  # fmt: skip
