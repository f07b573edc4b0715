"""The words for the closed vocabularies, translated when they are asked for."""

from PySide6.QtCore import QCoreApplication

from cockpit.domain.vocabulary import AppointmentKind, Channel, CreditState, LifecycleStatus, Trend

_translate = QCoreApplication.translate


def status_word(status: LifecycleStatus) -> str:  # noqa: PLR0911 - one word per status
    """Return the word for a status."""
    match status:
        case LifecycleStatus.NEW:
            return _translate("Words", "New")
        case LifecycleStatus.ACTIVE:
            return _translate("Words", "Active")
        case LifecycleStatus.AT_RISK:
            return _translate("Words", "At risk")
        case LifecycleStatus.INACTIVE:
            return _translate("Words", "Inactive")
        case LifecycleStatus.LOST:
            return _translate("Words", "Lost")
        case LifecycleStatus.RECOVERED:
            return _translate("Words", "Recovered")
        case LifecycleStatus.BLOCKED:
            return _translate("Words", "Blocked")
        case LifecycleStatus.PROSPECT:
            return _translate("Words", "Prospect")


def trend_word(trend: Trend) -> str:
    """Return the word for a trend."""
    match trend:
        case Trend.UP:
            return _translate("Words", "Buying more")
        case Trend.FLAT:
            return _translate("Words", "Buying as usual")
        case Trend.DOWN:
            return _translate("Words", "Buying less")


def channel_word(channel: Channel) -> str:
    """Return the word for a channel."""
    match channel:
        case Channel.PHONE:
            return _translate("Words", "Phone")
        case Channel.WHATSAPP:
            return _translate("Words", "WhatsApp")
        case Channel.EMAIL:
            return _translate("Words", "E-mail")
        case Channel.VISIT:
            return _translate("Words", "Visit")


def credit_word(state: CreditState) -> str:
    """Return the words for the credit department's verdict."""
    match state:
        case CreditState.GOOD:
            return _translate("Words", "Credit approved")
        case CreditState.WATCH:
            return _translate("Words", "Credit under review")
        case CreditState.DENIED:
            return _translate("Words", "Credit denied")


def appointment_word(kind: AppointmentKind) -> str:
    """Return the words for a kind of next contact."""
    match kind:
        case AppointmentKind.MY_CALLBACK:
            return _translate("Words", "My callback")
        case AppointmentKind.TEAM_CALLBACK:
            return _translate("Words", "Anyone's callback")
        case AppointmentKind.APPOINTMENT:
            return _translate("Words", "Appointment")
        case AppointmentKind.FOLLOW_UP:
            return _translate("Words", "Follow-up")
