"""MBG/CNBD-k: as MBG/NBD, but customers buy at Erlang-k intervals, all with one regularity k.

Source: Platzer & Reutterer (2016), "Ticking away the moments: timing regularity helps to better
predict customer activity", Marketing Science 35(5); Reutterer, Platzer & Schröder (2021),
International Journal of Research in Marketing 38(1).
"""

from dataclasses import dataclass

from cockpit.analytics.population.beta_dropout import BetaDropoutModel, fit_beta_dropout
from cockpit.analytics.population.fitting import PopulationFit
from cockpit.analytics.population.summary import PurchaseSummary

#: Regularities that ``choose_k`` tries at most.
MAX_K = 12


@dataclass(frozen=True, slots=True)
class MbgCnbdK(BetaDropoutModel):
    """The model; alpha is the scale of the rate of the phases, as its authors count it."""

    def parameters(self) -> dict[str, float]:
        """Return the fitted parameters by name, in the field's order."""
        return {"k": self.k, "r": self.r, "alpha": self.alpha, "a": self.a, "b": self.b}


def fit(summary: PurchaseSummary, k: int) -> PopulationFit[MbgCnbdK]:
    """Fit with a given regularity by maximum likelihood; alpha is in the summary's unit of time.

    Source: Platzer & Reutterer (2016), appendix.

    Args:
        summary: The customers.
        k: A whole number from 1.

    Raises:
        BadInputError: The orders cannot be fitted.
    """
    return fit_beta_dropout(summary, lambda r, alpha, a, b: MbgCnbdK(r, alpha, a, b, k))


def choose_k(summary: PurchaseSummary) -> PopulationFit[MbgCnbdK]:
    """Fit with the regularity that makes the orders most likely.

    Tries 1, 2, … and stops once the likelihood falls, ``MAX_K`` at most.

    Source: Platzer & Reutterer (2016), section 3: k by grid search on the likelihood, in which the
    intervals' logarithms must not be left out.

    Raises:
        BadInputError: The orders cannot be fitted.
    """
    best = fit(summary, 1)
    for k in range(2, MAX_K + 1):
        candidate = fit(summary, k)
        if candidate.log_likelihood <= best.log_likelihood:
            break
        best = candidate
    return best
