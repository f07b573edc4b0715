"""Pareto/NBD: customers buy at random and may leave at any time.

Source: Schmittlein, Morrison & Colombo (1987), "Counting your customers: who are they and what will
they do next?", Management Science 33(1). The likelihood is the integral over the unseen moment of
leaving; it is computed as such, because the hypergeometric functions of the closed form are
neither stable nor fast: Fader & Hardie (2005), "A note on deriving the Pareto/NBD model".
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import digamma, exprel, gammaln

from cockpit.analytics.population.fitting import PopulationFit, maximise
from cockpit.analytics.population.summary import PurchaseSummary
from cockpit.analytics.segments import Floats

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(32)

#: Where the integrand has fallen by a factor of e to this power, the rest is nothing.
_FAR = 40.0

#: About the largest number whose exponential is finite.
_LARGE = 700.0

_IS_SCALE = (False, True, False, True)


@dataclass(frozen=True, slots=True)
class ParetoNbd:
    """The model; arrays are one entry per customer of the summary.

    Attributes:
        r: Shape of the gamma distribution of the rates of buying.
        alpha: Its scale, in the summary's unit of time.
        s: Shape of the gamma distribution of the rates of leaving.
        beta: Its scale, in the summary's unit of time.
    """

    r: float
    alpha: float
    s: float
    beta: float

    def parameters(self) -> dict[str, float]:
        """Return the fitted parameters by name, in the field's order."""
        return {"r": self.r, "alpha": self.alpha, "s": self.s, "beta": self.beta}

    def log_likelihood(self, summary: PurchaseSummary) -> Floats:
        """Return the logarithm of the density of each customer's orders.

        Source: Fader & Hardie (2005), "A note on deriving the Pareto/NBD model", equation 9, before
        the integral over the moment of leaving is solved.

        Returns:
            Shape (customers,).
        """
        alive, left = self._alive(summary, 0.0), self._left(summary, 0.0)[0]
        return self._log_orders(summary) + np.log(alive + left)

    def p_alive(self, summary: PurchaseSummary) -> Floats:
        """Return each customer's probability of not having left; shape (customers,).

        Source: Schmittlein, Morrison & Colombo (1987), equations 11 to 13.
        """
        alive = self._alive(summary, 0.0)
        return alive / (alive + self._left(summary, 0.0)[0])

    def p_none(self, summary: PurchaseSummary, horizon: float) -> Floats:
        """Return each customer's probability of no order within the horizon.

        It is the likelihood of the same orders seen until the horizon to that of now.

        Args:
            summary: The customers.
            horizon: In the summary's unit of time, from the end of the observation.

        Returns:
            Shape (customers,).
        """
        now = self._alive(summary, 0.0) + self._left(summary, 0.0)[0]
        then = self._alive(summary, horizon) + self._left(summary, horizon)[0]
        return np.minimum(then / now, 1.0)

    def expected_orders(self, summary: PurchaseSummary, horizon: float) -> Floats:
        """Return how many orders to expect of each customer within the horizon.

        Source: Schmittlein, Morrison & Colombo (1987), equation 22; with s = 1 its limit.

        Args:
            summary: The customers.
            horizon: In the summary's unit of time, from the end of the observation.

        Returns:
            Shape (customers,).
        """
        rate = (self.r + summary.repeat_count) / (self.alpha + summary.observed)
        time = self.beta + summary.observed
        log_time = np.log1p(horizon / time)
        lasting = time * log_time * exprel((1.0 - self.s) * log_time)
        expected: Floats = self.p_alive(summary) * rate * lasting
        return expected

    def log_likelihood_slope(self, summary: PurchaseSummary) -> tuple[float, Floats]:
        """Return the sum of the log-likelihoods and its slope by the parameters' logarithms.

        Returns:
            The sum, and its gradient by r, alpha, s and beta, of shape (4,).
        """
        r, alpha, s, beta = self.r, self.alpha, self.s, self.beta
        count, last = summary.repeat_count, summary.last_at
        alive = self._alive(summary, 0.0)
        left, by_alpha, by_beta, log_alpha, log_beta = self._left(summary, 0.0)
        either = alive + left
        bought, there = alpha + summary.observed, beta + summary.observed
        log_bought = np.log(bought / (alpha + last))
        log_there = np.log(there / (beta + last))
        shape = r + count
        slope = np.array(
            [
                r
                * np.sum(
                    digamma(shape)
                    - digamma(r)
                    + np.log(alpha / (alpha + last))
                    - (alive * log_bought + log_alpha) / either
                ),
                np.sum(r - alpha * shape * (alive / bought + by_alpha) / either),
                np.sum(
                    s * np.log(beta / (beta + last))
                    + (left - s * (alive * log_there + log_beta)) / either
                ),
                np.sum(s - beta * (s * alive / there + (s + 1.0) * by_beta) / either),
            ]
        )
        value = self._log_orders(summary) + np.log(either)
        return float(value.sum()), slope

    def _log_orders(self, summary: PurchaseSummary) -> Floats:
        """Return the likelihood's part that does not depend on whether the customer left."""
        shape = self.r + summary.repeat_count
        log_orders: Floats = (
            gammaln(shape)
            - gammaln(self.r)
            + self.r * np.log(self.alpha)
            - shape * np.log(self.alpha + summary.last_at)
            + self.s * np.log(self.beta / (self.beta + summary.last_at))
        )
        return log_orders

    def _alive(self, summary: PurchaseSummary, later: float) -> Floats:
        """Return the weight of neither having left nor ordered until later."""
        silence = summary.silence + later
        shape = self.r + summary.repeat_count
        alive: Floats = np.exp(
            -shape * np.log1p(silence / (self.alpha + summary.last_at))
            - self.s * np.log1p(silence / (self.beta + summary.last_at))
        )
        return alive

    def _left(
        self, summary: PurchaseSummary, later: float
    ) -> tuple[Floats, Floats, Floats, Floats, Floats]:
        """Return the weight of having left in the silence, and means that its gradient needs.

        The integral of s / (beta + y) times the weight of being there at y, y from the last order
        until later, by Gauss and Legendre's 32 nodes. Time is stretched by the logarithm of y plus
        the smaller scale, in which the integrand has no singularity nearby, and cut where the rest
        is negligible.

        Returns:
            The integrals of f, f / (alpha + y), f / (beta + y), f log((alpha + y) / (alpha + t_x))
            and f log((beta + y) / (beta + t_x)); five arrays of shape (customers,).
        """
        shape = self.r + summary.repeat_count
        bought, there = self.alpha + summary.last_at, self.beta + summary.last_at
        base = np.minimum(bought, there)
        far = np.minimum(
            bought * np.expm1(np.minimum(_FAR / shape, _LARGE)),
            there * np.expm1(min(_FAR / self.s, _LARGE)),
        )
        width = np.log1p(np.minimum(summary.silence + later, far) / base)
        sums = tuple(np.zeros(len(summary)) for _ in range(5))
        for node, weight in zip(_NODES.tolist(), _WEIGHTS.tolist(), strict=True):
            stretch = (0.5 * (node + 1.0)) * width
            passed = base * np.expm1(stretch)
            log_bought, log_there = np.log1p(passed / bought), np.log1p(passed / there)
            per_there = 1.0 / (there + passed)
            leaving = np.exp(stretch - shape * log_bought - self.s * log_there)
            leaving *= (0.5 * weight * self.s) * width * base * per_there
            sums[0][:] += leaving
            sums[1][:] += leaving / (bought + passed)
            sums[2][:] += leaving * per_there
            sums[3][:] += leaving * log_bought
            sums[4][:] += leaving * log_there
        return sums[0], sums[1], sums[2], sums[3], sums[4]


def fit(summary: PurchaseSummary) -> PopulationFit[ParetoNbd]:
    """Fit by maximum likelihood; alpha and beta are in the summary's unit of time.

    Source: Fader & Hardie (2005), "A note on deriving the Pareto/NBD model", equation 9.

    Raises:
        BadInputError: The orders cannot be fitted.
    """

    def model(parameters: Floats) -> ParetoNbd:
        r, alpha, s, beta = parameters.tolist()
        return ParetoNbd(r, alpha, s, beta)

    return maximise(
        summary,
        lambda customers, parameters: model(parameters).log_likelihood_slope(customers),
        model,
        _IS_SCALE,
    )
