"""What contacts came to: reach, orders captured, customers who came back, tries in a row, hours.

Definitions: docs/indicators.md.
"""

from dataclasses import dataclass

#: Tries from this one on are counted together.
MOST_ATTEMPTS = 5
#: A row of tries ends when nobody tries for more than so many days.
ATTEMPTS_APART_DAYS = 30
#: So many days after a sale without its document, an order of the customer is taken for it.
CAPTURED_WITHIN_DAYS = 7
#: Rates of fewer are told with their count, never alone.
FEW = 5


@dataclass(frozen=True, slots=True)
class ContactLine:
    """The contacts of a period, or of one row of a cut.

    Attributes:
        contacts: In their last corrected form.
        clients: Distinct customers contacted.
        reached: Contacts that reached somebody.
        clients_reached: Distinct customers reached.
        orders: Contacts with a sale.
        order_cents: Net value of their orders.
        orders_found: How many of these contacts have an order in the book; the value is theirs.
        reactivated: Customers who came back in the period, each once however often they did.
        recovered_cents: Net value of the credited orders of the period's days.
        mean_days: From the contact to the return, mean; None without returns.
        median_days: The median of the same; None without returns.
    """

    contacts: int = 0
    clients: int = 0
    reached: int = 0
    clients_reached: int = 0
    orders: int = 0
    order_cents: int = 0
    orders_found: int = 0
    reactivated: int = 0
    recovered_cents: int = 0
    mean_days: float | None = None
    median_days: float | None = None

    @property
    def reach_rate(self) -> float | None:
        """Return the share of contacts that reached somebody; None without contacts."""
        return self.reached / self.contacts if self.contacts else None


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """The tries of one number: the first, or the n-th in a row after n - 1 in vain.

    Attributes:
        number: Which; ``MOST_ATTEMPTS`` stands for it and all later ones.
        tries: How many the period has.
        reached: How many of them reached somebody.
        sold: How many of them ended with a sale.
    """

    number: int
    tries: int = 0
    reached: int = 0
    sold: int = 0

    @property
    def reach_rate(self) -> float | None:
        """Return the share that reached somebody; None without tries."""
        return self.reached / self.tries if self.tries else None

    @property
    def sale_rate(self) -> float | None:
        """Return the share that ended with a sale; None without tries."""
        return self.sold / self.tries if self.tries else None


@dataclass(frozen=True, slots=True)
class HourLine:
    """The contacts that began in one local hour of one weekday.

    Attributes:
        weekday: Monday is 0.
        hour: 0 to 23.
        contacts: How many.
        reached: How many of them reached somebody.
    """

    weekday: int
    hour: int
    contacts: int = 0
    reached: int = 0
