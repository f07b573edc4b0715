"""Which objections came up, what became of them, and what overcame them; quotes that stopped.

Definitions: docs/indicators.md.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cockpit.domain.contact_figures import FEW
from cockpit.domain.periods import Period


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
