"""Parameters of the k-grid: what was learned of a whole portfolio, and its form as stored.

The model: the gaps of a customer are Erlang distributed with a regularity ``k`` and a rate that
varies between customers as Gamma(shape, days); after each order a customer drops out with a
probability that varies as Beta(drop_a, drop_b). ``k`` lies on a grid with a weight for each point.

Source: with ``k`` = 1 this is MBG/NBD (Batislam, Denizel & Filiztekin 2007, IJRM 24(3)); with one
``k`` it is MBG/CNBD-k (Platzer & Reutterer 2016, Marketing Science 35(5); Reutterer, Platzer &
Schröder 2021, IJRM 38(1)); the grid stands in for Pareto/GGG, where regularity varies freely.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from math import isfinite
from typing import cast

#: Points of the grid; the survival function is a finite sum of ``k`` terms for a whole ``k``.
REGULARITIES = (1, 2, 3, 4, 6, 9, 14)
#: Weight of an interval against the one that came after it.
DISCOUNT = 0.9
ENGINE = "k-grid/1"


@dataclass(frozen=True, slots=True)
class CorrectionTerm:
    """One term of the correction that is added to the logit of P(no order).

    Attributes:
        feature: Name of the feature, see ``correction.FEATURES``.
        centre: What is taken off the feature.
        scale: By what it is then divided.
        coefficient: By what it is then multiplied.
    """

    feature: str
    centre: float
    scale: float
    coefficient: float


@dataclass(frozen=True, slots=True)
class Population:
    """How customers differ; the names are those of ``KGridParameters``."""

    shape: float
    days: float
    drop_a: float
    drop_b: float
    weights: tuple[float, ...]
    rate_by_value: float = 0.0
    drop_by_value: float = 0.0


@dataclass(frozen=True, slots=True)
class KGridParameters:
    """What judging a customer needs to know of the portfolio; all finite.

    Attributes:
        shape: Shape ``r`` of the rates, above 0.
        days: Days ``A0`` of the rates: a rate is Gamma(shape, days), per day; above 0.
        drop_a: First parameter ``a`` of the chance to drop out after an order, above 0.
        drop_b: Second parameter ``b``, above 0.
        weights: Weight of each of ``REGULARITIES``; positive, adding up to 1.
        value_centre: Mean over customers of the logarithm of the mean value in cents.
        value_scale: Standard deviation of it, above 0.
        rate_by_value: How much the logarithm of ``days`` falls per standard deviation of value.
        drop_by_value: How much the logarithm of ``drop_a`` falls per standard deviation of value.
        cut_curve: Pairs (false-alarm budget, quantile from which a silence is flagged), budgets
            ascending; empty where there was too little to tune it on: the cut is 1 - budget.
        value_order_centre: Mean over orders of the logarithm of the capped value in cents.
        value_pull: Weight of that centre in a customer's expected value, in orders.
        value_factor: By what capped means are multiplied so that the portfolio's total is right.
        lost_factor: By what expected revenue is multiplied so that its total is right.
        lost_low: Low end (20%) of the observed over the predicted revenue, after the factor.
        lost_high: High end (80%).
        portfolio_cycle: Usual interval of the portfolio, in days; None without.
        segment_cycles: By segment (its key as text) the usual interval, of at least 50 customers.
        clock_first_day: Ordinal of the first day that the portfolio's clock knows.
        clock_knots: Speed of that clock every seven days; empty for one that runs like any other.
        clock_level: Speed that is expected of the coming 90 days, above 0.
        clock_model: How customers differ when intervals are measured in the clock's time.
        correction: Terms added to the logit of P(no order); empty for the pure model.
        correction_limit: The most that they may add or take.
        is_published: Whether these are published parameters, for want of a portfolio to fit.
    """

    shape: float
    days: float
    drop_a: float
    drop_b: float
    weights: tuple[float, ...]
    value_centre: float = 0.0
    value_scale: float = 1.0
    rate_by_value: float = 0.0
    drop_by_value: float = 0.0
    cut_curve: tuple[tuple[float, float], ...] = ()
    value_order_centre: float = 0.0
    value_pull: float = 0.0
    value_factor: float = 1.0
    lost_factor: float = 1.0
    lost_low: float = 0.5
    lost_high: float = 1.6
    portfolio_cycle: float | None = None
    segment_cycles: Mapping[str, float] = field(default_factory=dict)
    clock_first_day: int = 0
    clock_knots: tuple[float, ...] = ()
    clock_level: float = 1.0
    clock_model: Population | None = None
    correction: tuple[CorrectionTerm, ...] = ()
    correction_limit: float = 1.5
    is_published: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be computed with.

        Raises:
            ValueError: A number is missing, not finite, or out of its range.
        """
        positive = (self.shape, self.days, self.drop_a, self.drop_b, self.value_scale)
        factors = (self.value_factor, self.lost_factor, self.lost_low, self.lost_high)
        cycles = (*self.segment_cycles.values(), *filter(None, (self.portfolio_cycle,)))
        scales = tuple(term.scale for term in self.correction)
        if not all(
            isfinite(one) and one > 0
            for one in (*positive, *factors, self.clock_level, *cycles, *scales)
        ):
            raise ValueError("a parameter that must be positive is not")
        free = (
            self.value_centre,
            self.rate_by_value,
            self.drop_by_value,
            self.value_order_centre,
            self.value_pull,
            self.correction_limit,
        )
        if not all(isfinite(one) for one in free):
            raise ValueError("a parameter is not finite")
        if len(self.weights) != len(REGULARITIES) or not all(one > 0 for one in self.weights):
            raise ValueError("there is not one positive weight per regularity")
        if abs(sum(self.weights) - 1.0) > 1e-6:
            raise ValueError("the weights do not add up to 1")
        if self.clock_knots and not (
            all(map(isfinite, self.clock_knots)) and min(self.clock_knots) > 0
        ):
            raise ValueError("the clock stands still")
        budgets = [budget for budget, _ in self.cut_curve]
        if budgets != sorted(budgets) or not all(0 < cut < 1 for _, cut in self.cut_curve):
            raise ValueError("the cut curve is not one")

    def in_clock_time(self) -> "KGridParameters":
        """Return the parameters with the population as the portfolio's clock measures it."""
        if self.clock_model is None:
            return self
        return replace(self, clock_model=None, clock_knots=(), **asdict(self.clock_model))

    def cut(self, budget: float) -> float:
        """Return the gap quantile from which a silence is flagged, for a false-alarm budget.

        Between the tuned budgets it is interpolated linearly, beyond them the nearest one's.
        """
        if not self.cut_curve:
            return 1.0 - budget
        below = [point for point in self.cut_curve if point[0] <= budget]
        above = [point for point in self.cut_curve if point[0] >= budget]
        if not below or not above:
            return (above or below[-1:])[0][1]
        (low, at_low), (high, at_high) = below[-1], above[0]
        return (
            at_low if high == low else at_low + (at_high - at_low) * (budget - low) / (high - low)
        )

    def as_json(self) -> dict[str, object]:
        """Return the parameters as JSON holds them."""
        return asdict(self)


def from_json(stored: Mapping[str, object]) -> KGridParameters:
    """Return parameters from what ``as_json`` gave, read back from JSON.

    Args:
        stored: Numbers, texts, lists and mappings by name; unknown names are ignored.

    Raises:
        ValueError: Something is missing or out of its range.
    """
    known = {one.name for one in fields(KGridParameters)}
    values = {name: value for name, value in stored.items() if name in known}
    try:
        values["weights"] = tuple(cast("list[float]", stored["weights"]))
        curve = cast("list[list[float]]", values.get("cut_curve", ()))
        values["cut_curve"] = tuple((budget, cut) for budget, cut in curve)
        terms = cast("list[dict[str, object]]", values.get("correction", ()))
        values["correction"] = tuple(CorrectionTerm(**term) for term in terms)  # type: ignore[arg-type]
        values["clock_knots"] = tuple(cast("list[float]", values.get("clock_knots", ())))
        values["clock_model"] = _population(values.get("clock_model"))
        return KGridParameters(**values)  # type: ignore[arg-type]
    except (KeyError, TypeError) as error:
        raise ValueError("these are no parameters of the k-grid") from error


def population_of(parameters: KGridParameters) -> Population:
    """Return how customers differ, apart from all else that parameters hold."""
    names = [one.name for one in fields(Population)]
    return Population(**{name: getattr(parameters, name) for name in names})


def _population(stored: object) -> Population | None:
    """Return a population from what JSON holds of it."""
    if stored is None:
        return None
    values = dict(cast("Mapping[str, object]", stored))
    values["weights"] = tuple(cast("list[float]", values["weights"]))
    return Population(**values)  # type: ignore[arg-type]


def published() -> KGridParameters:
    """Return parameters for a portfolio that is too small to be fitted.

    Rates and drop-out are MBG/NBD's of CDNOW (Fader, Hardie & Lee 2005, "Counting Your Customers"
    the Easy Way, Marketing Science 24(2); weeks there, days here), whose rates vary so much that
    three orders of a customer outweigh them. Little is said about regularity: each point of the
    grid weighs the less the more regular it is.
    """
    whole = sum(1 / k for k in REGULARITIES)
    return KGridParameters(
        shape=0.525,
        days=6.183 * 7,
        drop_a=0.891,
        drop_b=1.614,
        weights=tuple(1 / k / whole for k in REGULARITIES),
        is_published=True,
    )
