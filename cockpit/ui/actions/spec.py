"""What an action is: its words, its keys, and where they work."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from cockpit.ui.actions.ids import ActionId

translate = QCoreApplication.translate

#: Stands between the first and the last of a row of keys.
UP_TO = "…"


class Where(Enum):
    """Where an action's keys work; the sheet is grouped by it."""

    EVERYWHERE = "everywhere"
    CALL = "call"
    LIST = "list"
    CUSTOMER = "customer"
    PITCH = "pitch"
    FORM = "form"
    AGENDA = "agenda"
    REMINDERS = "reminders"
    NOTICES = "notices"
    MESSAGES = "messages"
    LEDGER = "ledger"
    PALETTE = "palette"
    POST_ITS = "post_its"
    MORNING = "morning"
    WALL = "wall"
    REVIEW = "review"
    INDICATORS = "indicators"
    CAMPAIGNS = "campaigns"
    FIELD = "field"
    CYCLE = "cycle"
    RULES = "rules"
    WORKING_TIME = "working_time"
    IMPORTS = "imports"
    SYNC = "sync"
    LAPTOPS = "laptops"
    LENT = "lent"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    Attributes:
        title: Returns what it does, in the present language.
        keys: Its shortcuts; the first one is shown beside the title.
        action: The window's action that the keys trigger; None where a screen takes them itself
            and the sheet only tells of them.
        needs: Another action that only users have who may do this; None is everybody's.
    """

    title: Callable[[], str]
    keys: tuple[str, ...]
    where: Where
    action: ActionId | None = None
    needs: ActionId | None = None


def where_word(where: Where) -> str:
    """Return the heading of a place in the sheet."""
    return {
        Where.EVERYWHERE: translate("Actions", "Everywhere"),
        Where.CALL: translate("Actions", "While calling"),
        Where.LIST: translate("Actions", "In the list"),
        Where.CUSTOMER: translate("Actions", "At the customer"),
        Where.PITCH: translate("Actions", "On the pitch card"),
        Where.FORM: translate("Actions", "In the contact form"),
        Where.AGENDA: translate("Actions", "In the agenda"),
        Where.REMINDERS: translate("Actions", "In the reminders"),
        Where.NOTICES: translate("Actions", "In the notices"),
        Where.MESSAGES: translate("Actions", "Writing a message"),
        Where.LEDGER: translate("Actions", "In the queue's ledger"),
        Where.PALETTE: translate("Actions", "In the command palette"),
        Where.POST_ITS: translate("Actions", "In the post-its"),
        Where.MORNING: translate("Actions", "On the morning page"),
        Where.WALL: translate("Actions", "On the team's wall"),
        Where.REVIEW: translate("Actions", "In the review of contacts"),
        Where.INDICATORS: translate("Actions", "In the indicators"),
        Where.CAMPAIGNS: translate("Actions", "In the campaigns"),
        Where.FIELD: translate("Actions", "In the visits by city"),
        Where.CYCLE: translate("Actions", "In the purchase cycle"),
        Where.RULES: translate("Actions", "In the rules"),
        Where.WORKING_TIME: translate("Actions", "In my working time"),
        Where.IMPORTS: translate("Actions", "When importing"),
        Where.SYNC: translate("Actions", "In the synchronisation"),
        Where.LAPTOPS: translate("Actions", "At the team's laptops"),
        Where.LENT: translate("Actions", "At the clients in the field"),
    }[where]


def key_text(key: str) -> str:
    """Return a shortcut as it stands on the keyboard."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
