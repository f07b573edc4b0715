"""Why the customer stands where they stand in the list, and what that is made of."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.priority import Factors

translate = QCoreApplication.translate
#: Asks the list for a customer's reason and factors; None where they are not in it.
ReasonProvider = Callable[[UUID], tuple[str, Factors | None] | None]


def decomposition(factors: Factors, language: Language) -> str:
    """Return the product behind a position: money per day x days x chances = money at risk."""
    if not factors.at_risk_cents or factors.none is None or factors.alive is None:
        return ""
    day = formats.money(round(factors.day_cents), language)
    days = translate("Reason", "%1 days").replace("%1", str(factors.days))
    none = translate("Reason", "%1 that nothing comes by itself").replace(
        "%1", _share(factors.none)
    )
    alive = translate("Reason", "%1 that they still buy").replace("%1", _share(factors.alive))
    amount = formats.money(factors.at_risk_cents, language)
    whole = translate("Reason", "%1 at risk").replace("%1", amount)
    per_day = translate("Reason", "%1 a day").replace("%1", day)
    return f"{per_day} × {days} × {none} × {alive} = {whole}"


def _share(value: float) -> str:
    return f"{round(100 * value)}%"
