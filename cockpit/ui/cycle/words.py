"""How rules, shares and scores are said, in the language of the interface."""

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.cycle_policy import CyclePolicy, PolicyKind
from cockpit.domain.formats import Language
from cockpit.services.ports import ScopeName
from cockpit.ui.charts import figures

translate = QCoreApplication.translate

#: Stands where a figure could not be taken.
NOTHING = "–"


def percent(share: float | None, language: Language, places: int = 0) -> str:
    """Return a share between 0 and 1 as a percentage; a dash for None."""
    return NOTHING if share is None else figures.percent(share, language, places)


def reais(cents: int, language: Language) -> str:
    """Return an amount without its cents, as sums over many customers are read."""
    return f"R$\u00a0{formats.integer(round(cents / 100), language)}"


def score_word(code: str) -> str:
    """Return the name of a backtest's score; an unknown code is its own name."""
    return {
        "own_cycle": translate("CycleWords", "Each customer's own cycle"),
        "recency": translate("CycleWords", "Days without an order"),
        "ratio": translate("CycleWords", "Days ÷ usual interval"),
        "fixed_days": translate("CycleWords", "Fixed number of days"),
    }.get(code, code)


def rule_word(code: str) -> str:
    """Return the name of a rule in "of those marked as inactive"."""
    return {
        "own_cycle": translate("CycleWords", "own cycle"),
        "fixed_days": translate("CycleWords", "fixed rule"),
    }.get(code, code)


def policy_words(policy: CyclePolicy, language: Language) -> str:
    """Return what decides under a policy, in a few words."""
    match policy.kind:
        case PolicyKind.OWN_CYCLE:
            budget = percent(policy.false_alarm_budget, language)
            return translate("CycleWords", "Own cycle, {budget} false alarms").format(budget=budget)
        case PolicyKind.FIXED_DAYS:
            return translate("CycleWords", "Fixed: {risk} and {inactive} days").format(
                risk=policy.fixed_at_risk_days, inactive=policy.fixed_inactive_days
            )
        case PolicyKind.INHERITED:
            return translate("CycleWords", "The wider rule")


def scope_words(name: ScopeName) -> str:
    """Return whom a rule is for."""
    if name.company and name.segment:
        return f"{name.company} · {name.segment}"
    if name.company:
        return translate("CycleWords", "Company {name}").format(name=name.company)
    if name.segment:
        return translate("CycleWords", "Segment {name}").format(name=name.segment)
    return translate("CycleWords", "All customers")


def short_scope_words(name: ScopeName) -> str:
    """Return whom a rule is for, where the place says whether it is a company or a segment."""
    if name.company and name.segment:
        return scope_words(name)
    return name.company or name.segment or scope_words(name)
