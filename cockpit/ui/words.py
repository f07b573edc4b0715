"""The words for the closed vocabularies, translated when they are asked for."""

from PySide6.QtCore import QCoreApplication

from cockpit.domain.vocabulary import (
    Channel,
    ContactGoal,
    CreditState,
    LifecycleStatus,
    Light,
    Trend,
)

translate = QCoreApplication.translate


def status_word(status: LifecycleStatus) -> str:  # noqa: PLR0911 - one word per status
    """Return the word for a status."""
    match status:
        case LifecycleStatus.NEW:
            return translate("Words", "New")
        case LifecycleStatus.ACTIVE:
            return translate("Words", "Active")
        case LifecycleStatus.AT_RISK:
            return translate("Words", "At risk")
        case LifecycleStatus.INACTIVE:
            return translate("Words", "Inactive")
        case LifecycleStatus.LOST:
            return translate("Words", "Lost")
        case LifecycleStatus.RECOVERED:
            return translate("Words", "Recovered")
        case LifecycleStatus.BLOCKED:
            return translate("Words", "Blocked")
        case LifecycleStatus.PROSPECT:
            return translate("Words", "Prospect")


def trend_word(trend: Trend) -> str:
    """Return the word for a trend."""
    match trend:
        case Trend.UP:
            return translate("Words", "Buying more")
        case Trend.FLAT:
            return translate("Words", "Buying as usual")
        case Trend.DOWN:
            return translate("Words", "Buying less")


def channel_word(channel: Channel) -> str:
    """Return the word for a channel."""
    match channel:
        case Channel.PHONE:
            return translate("Words", "Phone")
        case Channel.WHATSAPP:
            return translate("Words", "WhatsApp")
        case Channel.EMAIL:
            return translate("Words", "E-mail")
        case Channel.VISIT:
            return translate("Words", "Visit")


def goal_word(goal: ContactGoal | None) -> str:
    """Return what a contact is for; empty where nobody said."""
    if goal is None:
        return ""
    return {
        ContactGoal.RESUME: lambda: translate("Agenda", "Take it up again"),
        ContactGoal.REACH: lambda: translate("Agenda", "Reach them"),
        ContactGoal.DECIDE: lambda: translate("Agenda", "Get a decision"),
        ContactGoal.ANSWER: lambda: translate("Agenda", "Answer a request"),
        ContactGoal.CONFIRM_DELIVERY: lambda: translate("Agenda", "Confirm the delivery"),
        ContactGoal.SETTLE_DELAY: lambda: translate("Agenda", "Settle a delay"),
        ContactGoal.THANK: lambda: translate("Agenda", "Thank them"),
        ContactGoal.TRY_AGAIN: lambda: translate("Agenda", "Try again"),
    }[goal]()


def credit_word(state: CreditState) -> str:
    """Return the words for the credit department's verdict."""
    match state:
        case CreditState.GOOD:
            return translate("Words", "Credit approved")
        case CreditState.WATCH:
            return translate("Words", "Credit under review")
        case CreditState.DENIED:
            return translate("Words", "Credit denied")


def light_word(name: str, light: Light) -> str:
    """Return what a status light says; ``name`` as in ``work_list.lights``."""
    if light is Light.NONE:
        return translate("Words", "nothing")
    good, attention, trouble = {
        "credit": (
            translate("Words", "Credit approved"),
            translate("Words", "Credit under review"),
            translate("Words", "Credit denied"),
        ),
        "orders": (
            translate("Words", "Open order"),
            translate("Words", "Order due in days"),
            translate("Words", "Order late"),
        ),
        "titles": (
            translate("Words", "Open titles"),
            translate("Words", "Title due within a week"),
            translate("Words", "Title overdue"),
        ),
        "quotes": (
            translate("Words", "Open quote"),
            translate("Words", "Quote expires within a week"),
            translate("Words", "Quote expired"),
        ),
        "service": (
            translate("Words", "Service case"),
            translate("Words", "Open service case"),
            translate("Words", "Service case open for over a week"),
        ),
        "nonconformity": (
            translate("Words", "Non-conformity"),
            translate("Words", "Open non-conformity"),
            translate("Words", "Open non-conformity"),
        ),
        "agenda": (
            translate("Words", "Contact agreed"),
            translate("Words", "Contact agreed for today"),
            translate("Words", "Contact overdue"),
        ),
        "blocked": (translate("Words", "Sales blocked"),) * 3,
    }[name]
    return {Light.GOOD: good, Light.ATTENTION: attention, Light.TROUBLE: trouble}[light]
