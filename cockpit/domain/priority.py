"""Why a customer stands where they stand: money per silent day x how late x reachable now.

The order of calling, most important first:

1. Due callbacks are commitments: the longest due first.
2. Woken objections: the customer gave a condition and it came true.
3. Customers whom a supervisor's post-it names that is for the user, until somebody contacts them.
4. Who is in the queue before who is not (see ``eligibility``).
5. Money at risk, the largest first. It is the product of the factors below.
6. At equal money: at risk before inactive before the others, then the later one first, then name.

Money at risk = money per day (net value of the own last year of buying, by 365) x 90 days
x the chance that nothing comes by itself in them x the chance that they still buy
(``cockpit.analytics.judgement``; docs/purchase-cycle.md).
"""

from dataclasses import dataclass

SAVING_DAYS = 90


@dataclass(frozen=True, slots=True)
class Factors:
    """The decomposition of one position.

    Attributes:
        day_cents: What the customer brought per day in their own last year of buying, in cents; not
            rounded; 0 where nothing is at risk.
        days: The days that count.
        none: Chance that no order comes in them by itself, 0 to 1.
        alive: Chance that the customer still buys, 0 to 1.
        at_risk_cents: The product, rounded.
        cycles_late: Silence in own cycles, which ``none`` grows with.
        is_due: Whether an agreed callback is due.
        is_woken: Whether an objection's condition came true.
        is_reachable: Whether they may be called now.
        post_it: Author and words of the post-it that raises them, or an empty text.
    """

    day_cents: float
    days: int
    none: float | None
    alive: float | None
    at_risk_cents: int
    cycles_late: float | None
    is_due: bool
    is_woken: bool
    is_reachable: bool
    post_it: str = ""
