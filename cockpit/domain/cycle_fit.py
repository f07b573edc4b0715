"""What the program learned of the whole order book, and how well it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class FitFigures:
    """How good a fit is, measured on days whose outcome is known.

    Attributes:
        log_likelihood: Of the order book under the parameters (days as the unit).
        event_count: Order events that it saw.
        auc: Share of pairs ranked rightly by P(no order in 90 days), of customers with at least 3
            orders, the last of them at most 120 days before; None with too few of either kind.
        calibration_error: Expected calibration error of that probability, as a share.
        log_loss: Mean logarithmic loss of that probability; a rise of it calls for a new fit.
        tested_on: The day from which the 90 days of these figures were predicted.
        seconds: What the fit took.
    """

    log_likelihood: float | None = None
    event_count: int = 0
    auc: float | None = None
    calibration_error: float | None = None
    log_loss: float | None = None
    tested_on: date | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class CycleFit:
    """Parameters fitted to an order book; immutable, one per fit.

    Attributes:
        fit_id: Its key; None for the published priors and for one that is not stored.
        fitted_at: When it was made.
        data_from_on: Day of the first order event it saw.
        data_until_on: The day up to which orders were believed.
        customer_count: Customers with at least one order event.
        is_published: Whether the portfolio was too small, so that these are published parameters.
        engine: What made it, with its version, for example ``k-grid/1``.
        parameters: Numbers and lists as JSON holds them; known to the engine alone.
        figures: How good it is.
    """

    fit_id: UUID | None
    fitted_at: datetime
    data_from_on: date | None
    data_until_on: date
    customer_count: int
    is_published: bool
    engine: str
    parameters: Mapping[str, object]
    figures: FitFigures = field(default_factory=FitFigures)
