"""What BG/NBD, MBG/NBD and MBG/CNBD-k have in common: they differ in k and in the first order.

Each is ``erlang`` with one regularity for everybody; in the BG model nobody leaves after the first
order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

import numpy as np
from scipy.special import betainc

from cockpit.analytics.population import erlang
from cockpit.analytics.population.fitting import PopulationFit, maximise
from cockpit.analytics.population.summary import PurchaseSummary
from cockpit.analytics.segments import Floats

_IS_SCALE = (False, True, False, False)

#: Orders to come that are less probable are not counted.
_NEGLIGIBLE = 1e-10


@dataclass(frozen=True, slots=True)
class BetaDropoutModel:
    """Gamma rates and beta drop-out; arrays are one entry per customer of the summary.

    Attributes:
        r: Shape of the gamma distribution of the rates.
        alpha: Its scale, in the summary's unit of time; of the rate of the k phases of an interval.
        a: First parameter of the beta distribution of the probabilities to leave.
        b: Its second parameter.
        k: The regularity: how many phases an interval has.
    """

    r: float
    alpha: float
    a: float
    b: float
    k: int = 1

    #: Whether a customer may leave after the very first order.
    LEAVES_AFTER_FIRST: ClassVar[bool] = True

    def parameters(self) -> dict[str, float]:
        """Return the fitted parameters by name, in the field's order."""
        return {"r": self.r, "alpha": self.alpha, "a": self.a, "b": self.b}

    def log_likelihood(self, summary: PurchaseSummary) -> Floats:
        """Return the logarithm of the density of each customer's orders; shape (customers,)."""
        purchases = self._purchases(summary)
        return erlang.log_likelihood((self.k,), self._population, purchases)[:, 0]

    def p_alive(self, summary: PurchaseSummary) -> Floats:
        """Return each customer's probability of not having left; shape (customers,)."""
        alive, left = self._alive_and_left(summary, 0.0)
        return alive / (alive + left)

    def p_none(self, summary: PurchaseSummary, horizon: float) -> Floats:
        """Return each customer's probability of no order within the horizon.

        Args:
            summary: The customers.
            horizon: In the summary's unit of time, from the end of the observation.

        Returns:
            Shape (customers,).
        """
        alive, left = self._alive_and_left(summary, 0.0)
        still_alive, _ = self._alive_and_left(summary, horizon)
        return (still_alive + left) / (alive + left)

    def expected_orders(self, summary: PurchaseSummary, horizon: float) -> Floats:
        """Return how many orders to expect of each customer within the horizon.

        Exact for every k: the sum, over the orders to come, of the probability that the phases up
        to them end within the horizon and that the customer did not leave before; the phases done
        in the present silence are summed out.

        Source: the count's tail probabilities of Platzer & Reutterer (2016), Marketing Science
        35(5), summed up; with k = 1 it equals the conditional expectation of Fader, Hardie & Lee
        (2005), Marketing Science 24(2), equation 10.

        Args:
            summary: The customers.
            horizon: In the summary's unit of time, from the end of the observation.

        Returns:
            Shape (customers,).
        """
        purchases = self._purchases(summary)
        shape = self.r + self.k * summary.repeat_count
        scale = self.alpha + summary.observed
        phases = _phase_weights(self.k, shape, summary.silence / scale)
        within = horizon / (scale + horizon)
        certain = self.b + purchases.chance_count
        expected = np.zeros(len(summary))
        stay = np.ones(len(summary))
        open_ones = np.arange(len(summary))
        order = 1
        while len(open_ones):
            term = np.zeros(len(open_ones))
            for done, weight in enumerate(phases):
                to_come = float(order * self.k - done)
                tail = betainc(to_come, shape[open_ones] + done, within[open_ones])
                term += weight[open_ones] * tail
            expected[open_ones] += stay[open_ones] * term
            after = certain[open_ones] + (order - 1)
            stay[open_ones] *= after / (self.a + after)
            open_ones = open_ones[term * stay[open_ones] > _NEGLIGIBLE]
            order += 1
        return expected * self.p_alive(summary)

    @property
    def _population(self) -> erlang.Population:
        return erlang.Population(self.r, self.k * self.alpha, self.a, self.b)

    def _purchases(self, summary: PurchaseSummary) -> erlang.Purchases:
        return erlang.Purchases(
            gap_count=summary.repeat_count,
            gap_sum=summary.last_at,
            gap_log_sum=summary.log_gaps,
            chance_count=summary.repeat_count + self.LEAVES_AFTER_FIRST,
            silence=summary.silence,
        )

    def _alive_and_left(self, summary: PurchaseSummary, later: float) -> tuple[Floats, Floats]:
        """Return the weights of having stayed silent until later, and of having left."""
        shape = self.r + self.k * summary.repeat_count
        scale = self.k * (self.alpha + summary.last_at)
        alive = erlang.survival(self.k, shape, scale, summary.silence + later)
        chances = summary.repeat_count + self.LEAVES_AFTER_FIRST
        return alive, erlang.leave_odds(self._population, chances)

    def log_likelihood_slope(self, summary: PurchaseSummary) -> tuple[float, Floats]:
        """Return the sum of the log-likelihoods and its slope by the parameters' logarithms.

        Returns:
            The sum, and its gradient by r, alpha, a and b, of shape (4,).
        """
        purchases = self._purchases(summary)
        values, slopes = erlang.log_likelihood_slopes((self.k,), self._population, purchases)
        return float(values.sum()), slopes.sum(axis=(1, 2))


def _phase_weights(k: int, shape: Floats, silence: Floats) -> list[Floats]:
    """Return how probable each number of phases done in the silence is, given that it lasts.

    Args:
        k: Phases of an interval.
        shape: Of the rate's distribution before the silence; shape (customers,).
        silence: Over the scale at its end; shape (customers,).

    Returns:
        k arrays of shape (customers,), for 0 to k - 1 phases done.
    """
    weights = [np.ones(len(shape))]
    for done in range(1, k):
        weights.append(weights[-1] * silence * ((shape + (done - 1)) / done))
    total = np.sum(weights, axis=0)
    return [weight / total for weight in weights]


FittedT = TypeVar("FittedT", bound=BetaDropoutModel)


def fit_beta_dropout(
    summary: PurchaseSummary, build: Callable[[float, float, float, float], FittedT]
) -> PopulationFit[FittedT]:
    """Fit r, alpha, a and b of a model by maximum likelihood.

    Args:
        summary: The customers.
        build: Makes the model of the four.

    Raises:
        BadInputError: The orders cannot be fitted.
    """

    def model(parameters: Floats) -> FittedT:
        r, alpha, a, b = parameters.tolist()
        return build(r, alpha, a, b)

    return maximise(
        summary,
        lambda customers, parameters: model(parameters).log_likelihood_slope(customers),
        model,
        _IS_SCALE,
    )
