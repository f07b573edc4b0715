"""The named models by name, for the command line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cockpit.analytics.population import bg_nbd, mbg_cnbd_k, mbg_nbd, pareto_nbd
from cockpit.analytics.population.beta_dropout import BetaDropoutModel
from cockpit.analytics.population.fitting import PopulationFit
from cockpit.analytics.population.pareto_nbd import ParetoNbd
from cockpit.analytics.population.summary import PurchaseSummary
from cockpit.domain.errors import BadInputError

Model = BetaDropoutModel | ParetoNbd


@dataclass(frozen=True, slots=True)
class NamedFit:
    """What a fit has to show.

    Attributes:
        name: The model's name, for example ``bg_nbd``.
        model: With its parameters, for predictions.
        parameters: By name, in the field's order; scales are in the summary's unit of time.
        log_likelihood: Sum over customers.
        customer_count: How many there were.
        is_at_bound: Whether a parameter ran to the end of its range.
    """

    name: str
    model: Model
    parameters: Mapping[str, float]
    log_likelihood: float
    customer_count: int
    is_at_bound: bool


_FITS: Mapping[str, Callable[[PurchaseSummary], PopulationFit[Model]]] = MappingProxyType(
    {
        "bg_nbd": bg_nbd.fit,
        "mbg_nbd": mbg_nbd.fit,
        "mbg_cnbd_k": mbg_cnbd_k.choose_k,
        "pareto_nbd": pareto_nbd.fit,
    }
)

#: The models' names.
MODEL_NAMES = tuple(_FITS)


def fit_named(name: str, summary: PurchaseSummary) -> NamedFit:
    """Fit a model by its name; MBG/CNBD-k chooses its k.

    Sources: those of the models' modules.

    Args:
        name: One of ``MODEL_NAMES``.
        summary: The customers.

    Raises:
        BadInputError: There is no such model, or the orders cannot be fitted.
    """
    if name not in _FITS:
        raise BadInputError("population_unknown_model", value=name, choices=", ".join(MODEL_NAMES))
    fitted = _FITS[name](summary)
    return NamedFit(
        name=name,
        model=fitted.model,
        parameters=fitted.model.parameters(),
        log_likelihood=fitted.log_likelihood,
        customer_count=fitted.customer_count,
        is_at_bound=fitted.is_at_bound,
    )
