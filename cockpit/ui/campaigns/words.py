"""The words of campaigns."""

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.campaign_progress import Progress
from cockpit.domain.campaign_results import FEWEST_BUYERS, FEWEST_MEMBERS, CampaignResult
from cockpit.domain.campaigns import CampaignPlan, CampaignRow, CampaignState, Exclusion, GoalKind
from cockpit.domain.formats import Language
from cockpit.domain.uplift import Verdict
from cockpit.ui.indicators.words import points, signed_money

translate = QCoreApplication.translate
_NO_END = 9999


def state_word(row: CampaignRow) -> str:
    """Return where a campaign stands."""
    if row.is_archived:
        return translate("Campaigns", "archived")
    return {
        CampaignState.DRAFT: translate("Campaigns", "draft"),
        CampaignState.PLANNED: translate("Campaigns", "to begin"),
        CampaignState.RUNNING: translate("Campaigns", "running"),
        CampaignState.OVER: translate("Campaigns", "over"),
        CampaignState.ENDED: translate("Campaigns", "ended early"),
    }[row.state]


def days_text(plan: CampaignPlan) -> str:
    """Return a campaign's first and last day."""
    first = formats.day(plan.starts_on)
    if plan.ends_on.year == _NO_END:
        return translate("Campaigns", "from {first}").format(first=first)
    return f"{first} – {formats.day(plan.ends_on)}"


def goal_word(kind: GoalKind) -> str:
    """Return what a goal counts."""
    return {
        GoalKind.CONTACTS: translate("Campaigns", "clients contacted"),
        GoalKind.ORDERS: translate("Campaigns", "orders"),
        GoalKind.REACTIVATIONS: translate("Campaigns", "clients reactivated"),
        GoalKind.MONEY: translate("Campaigns", "R$ in orders"),
    }[kind]


def amount(kind: GoalKind, number: int, language: Language) -> str:
    """Return so many of what a goal counts."""
    if kind is GoalKind.MONEY:
        return formats.money(number, language)
    return formats.integer(number, language)


def goal_text(plan: CampaignPlan, language: Language) -> str:
    """Return a campaign's goal; empty without one."""
    if plan.goal is None:
        return ""
    number = amount(plan.goal.kind, plan.goal.target, language)
    return number if plan.goal.kind is GoalKind.MONEY else f"{number} {goal_word(plan.goal.kind)}"


def exclusion_word(why: Exclusion) -> str:
    """Return why somebody is not in a campaign."""
    return {
        Exclusion.DO_NOT_CONTACT: translate("Campaigns", "do not want to be contacted"),
        Exclusion.BLOCKED: translate("Campaigns", "sales are blocked"),
        Exclusion.IN_ANOTHER: translate("Campaigns", "in another campaign"),
    }[why]


def pace_sentence(progress: Progress, language: Language) -> str:
    """Return how the goal is kept pace with."""
    goal = progress.goal
    if goal is None:
        return translate("Campaigns", "This campaign has no goal in numbers.")
    done, target, expected, projected = (
        amount(goal.kind, number, language)
        for number in (progress.done, goal.target, progress.expected, progress.projected)
    )
    if not progress.days_gone:
        words = translate("Campaigns", "The goal is {target} ({what}); the campaign is to begin.")
    elif progress.days_gone >= progress.days:
        words = translate("Campaigns", "{done} of {target} ({what}) when the days were over.")
    else:
        words = translate(
            "Campaigns",
            "{done} of {target} ({what}). At an even pace it would be {expected} by today; like "
            "this it ends with {projected}.",
        )
    return words.format(
        done=done, target=target, expected=expected, projected=projected, what=goal_word(goal.kind)
    )


def rate_sentence(result: CampaignResult, language: Language) -> str:
    """Return what may be said of the shares who bought."""
    uplift = result.rate
    if uplift.verdict is Verdict.NOT_COMPARED:
        return translate("Campaigns", "Nobody was left alone, so nothing can be compared.")
    if uplift.verdict is Verdict.TOO_FEW or uplift.interval is None or uplift.difference is None:
        words = translate(
            "Campaigns",
            "Too few to tell: each group needs {members} clients, and both together {buyers} who "
            "bought.",
        )
        return words.format(members=FEWEST_MEMBERS, buyers=FEWEST_BUYERS)
    words = {
        Verdict.MORE: translate(
            "Campaigns", "The campaign made more clients buy: {middle} (95%: {low} to {high})"
        ),
        Verdict.LESS: translate(
            "Campaigns", "Fewer of the called clients bought: {middle} (95%: {low} to {high})"
        ),
        Verdict.UNCLEAR: translate(
            "Campaigns", "It may as well be chance: {middle} (95%: {low} to {high})"
        ),
    }[uplift.verdict]
    return words.format(
        middle=points(uplift.difference, language),
        low=points(uplift.interval.low, language),
        high=points(uplift.interval.high, language),
    )


def value_sentence(result: CampaignResult, language: Language) -> str:
    """Return what may be said of the money per client; empty where nothing may."""
    uplift = result.value
    if uplift.interval is None or uplift.difference is None:
        return ""
    words = translate("Campaigns", "Per client {middle} in orders (Welch, 95%: {low} to {high})")
    return words.format(
        middle=signed_money(uplift.difference, language),
        low=signed_money(uplift.interval.low, language),
        high=signed_money(uplift.interval.high, language),
    )


def why_both_differ() -> str:
    """Return why the comparison and the credited returns are two figures."""
    return translate(
        "Campaigns",
        "Credited returns count everybody who was inactive when called and ordered soon after, "
        "also those who would have come back by themselves. The comparison counts everybody who "
        "was drawn, called or not, and takes those off.",
    )
