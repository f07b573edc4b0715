"""BG/NBD: customers buy at random and may leave after each repeat order.

Source: Fader, Hardie & Lee (2005), "Counting your customers the easy way: an alternative to the
Pareto/NBD model", Marketing Science 24(2).
"""

from dataclasses import dataclass
from typing import ClassVar

from cockpit.analytics.population.beta_dropout import BetaDropoutModel, fit_beta_dropout
from cockpit.analytics.population.fitting import PopulationFit
from cockpit.analytics.population.summary import PurchaseSummary


@dataclass(frozen=True, slots=True)
class BgNbd(BetaDropoutModel):
    """The model: exponential intervals; who never ordered again is taken to be there still."""

    LEAVES_AFTER_FIRST: ClassVar[bool] = False


def fit(summary: PurchaseSummary) -> PopulationFit[BgNbd]:
    """Fit by maximum likelihood; alpha is in the summary's unit of time.

    Source: Fader, Hardie & Lee (2005), equation 6.

    Raises:
        BadInputError: The orders cannot be fitted.
    """
    return fit_beta_dropout(summary, BgNbd)
