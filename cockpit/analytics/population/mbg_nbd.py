"""MBG/NBD: customers buy at random and may leave after each order, the first included.

Source: Batislam, Denizel & Filiztekin (2007), "Empirical validation and comparison of models for
customer base analysis", International Journal of Research in Marketing 24(3).
"""

from dataclasses import dataclass

from cockpit.analytics.population.beta_dropout import BetaDropoutModel, fit_beta_dropout
from cockpit.analytics.population.fitting import PopulationFit
from cockpit.analytics.population.summary import PurchaseSummary


@dataclass(frozen=True, slots=True)
class MbgNbd(BetaDropoutModel):
    """The model: exponential intervals."""


def fit(summary: PurchaseSummary) -> PopulationFit[MbgNbd]:
    """Fit by maximum likelihood; alpha is in the summary's unit of time.

    Source: Batislam, Denizel & Filiztekin (2007), section 3.

    Raises:
        BadInputError: The orders cannot be fitted.
    """
    return fit_beta_dropout(summary, MbgNbd)
