"""The keys of the other screens, which they take themselves."""

from PySide6.QtCore import QCoreApplication

from cockpit.ui.actions.campaigns import CAMPAIGN_ACTIONS
from cockpit.ui.actions.field import FIELD_ACTIONS
from cockpit.ui.actions.ids import ActionId
from cockpit.ui.actions.indicators import INDICATOR_ACTIONS
from cockpit.ui.actions.review import REVIEW_ACTIONS
from cockpit.ui.actions.spec import UP_TO, ActionSpec, Where
from cockpit.ui.actions.sync import SYNC_ACTIONS
from cockpit.ui.actions.wall import WALL_ACTIONS

translate = QCoreApplication.translate

SCREEN_ACTIONS = (
    ActionSpec(
        lambda: translate("Actions", "Day, overdue, week, month"),
        ("Alt+1", UP_TO, "Alt+4"),
        Where.AGENDA,
    ),
    ActionSpec(lambda: translate("Actions", "Whose agenda"), ("Alt+5",), Where.AGENDA),
    ActionSpec(
        lambda: translate("Actions", "The days before, after"),
        ("Ctrl+PgUp", "Ctrl+PgDown"),
        Where.AGENDA,
    ),
    ActionSpec(lambda: translate("Actions", "Back to today"), ("Ctrl+Home",), Where.AGENDA),
    ActionSpec(lambda: translate("Actions", "Open the customer"), ("Enter",), Where.AGENDA),
    ActionSpec(
        lambda: translate("Actions", "A working day earlier, later"),
        ("Alt+Left", "Alt+Right"),
        Where.AGENDA,
    ),
    ActionSpec(
        lambda: translate("Actions", "Half an hour earlier, later"),
        ("Alt+Up", "Alt+Down"),
        Where.AGENDA,
    ),
    ActionSpec(lambda: translate("Actions", "Another date, in words"), ("F2",), Where.AGENDA),
    ActionSpec(lambda: translate("Actions", "Done"), ("D",), Where.AGENDA),
    ActionSpec(lambda: translate("Actions", "Note"), ("N",), Where.AGENDA),
    ActionSpec(lambda: translate("Actions", "Spread over working days"), ("S",), Where.AGENDA),
    ActionSpec(lambda: translate("Actions", "Take it back"), ("Ctrl+Z",), Where.AGENDA),
    ActionSpec(
        lambda: translate("Actions", "Export, import a calendar file"), ("E", "I"), Where.AGENDA
    ),
    ActionSpec(
        lambda: translate("Actions", "How many a day may hold"),
        ("C",),
        Where.AGENDA,
        needs=ActionId.DAYS_OFF,
    ),
    ActionSpec(lambda: translate("Actions", "Open the customer"), ("Enter",), Where.REMINDERS),
    ActionSpec(
        lambda: translate("Actions", "Snooze 5 min, 15 min, 1 h"), ("1", "2", "3"), Where.REMINDERS
    ),
    ActionSpec(lambda: translate("Actions", "Done"), ("D",), Where.REMINDERS),
    ActionSpec(
        lambda: translate("Actions", "Open the notice, then the customer"),
        ("Enter",),
        Where.NOTICES,
    ),
    ActionSpec(
        lambda: translate("Actions", "Send, or save the template"), ("Ctrl+Enter",), Where.MESSAGES
    ),
    ActionSpec(
        lambda: translate("Actions", "The other way to send"),
        ("Ctrl+Shift+Enter",),
        Where.MESSAGES,
    ),
    ActionSpec(
        lambda: translate("Actions", "Whole list, or what it shows"),
        ("Alt+1", "Alt+2"),
        Where.LEDGER,
    ),
    ActionSpec(
        lambda: translate("Actions", "Show these customers in the list"), ("Enter",), Where.LEDGER
    ),
    ActionSpec(lambda: translate("Actions", "Go to the rule"), ("R",), Where.LEDGER),
    ActionSpec(
        lambda: translate("Actions", "Write about these customers"),
        ("P",),
        Where.LEDGER,
        needs=ActionId.NEW_POST_IT,
    ),
    ActionSpec(
        lambda: translate("Actions", "I have read it; on to the next"), ("Enter",), Where.POST_ITS
    ),
    ActionSpec(lambda: translate("Actions", "List its customers"), ("C",), Where.POST_ITS),
    ActionSpec(
        lambda: translate("Actions", "Write a post-it"),
        ("N",),
        Where.POST_ITS,
        needs=ActionId.NEW_POST_IT,
    ),
    ActionSpec(
        lambda: translate("Actions", "Withdraw an own one"),
        ("Del",),
        Where.POST_ITS,
        needs=ActionId.NEW_POST_IT,
    ),
    ActionSpec(
        lambda: translate("Actions", "Received, sent"),
        ("Alt+1", "Alt+2"),
        Where.POST_ITS,
        needs=ActionId.NEW_POST_IT,
    ),
    ActionSpec(
        lambda: translate("Actions", "List a figure's customers"),
        ("Enter", "1", UP_TO, "6"),
        Where.MORNING,
    ),
    ActionSpec(lambda: translate("Actions", "Begin to call"), ("F8",), Where.MORNING),
    *WALL_ACTIONS,
    *REVIEW_ACTIONS,
    *INDICATOR_ACTIONS,
    *CAMPAIGN_ACTIONS,
    *SYNC_ACTIONS,
    *FIELD_ACTIONS,
    ActionSpec(
        lambda: translate("Actions", "Correct a stretch or a break"), ("Enter",), Where.WORKING_TIME
    ),
    ActionSpec(
        lambda: translate("Actions", "Add what was not recorded"), ("Ins",), Where.WORKING_TIME
    ),
    ActionSpec(
        lambda: translate("Actions", "The day before, the day after"),
        ("Alt+Left", "Alt+Right"),
        Where.WORKING_TIME,
    ),
    ActionSpec(
        lambda: translate("Actions", "Export my working time"),
        ("Ctrl+Shift+E",),
        Where.WORKING_TIME,
    ),
    ActionSpec(lambda: translate("Actions", "Run it"), ("Enter",), Where.PALETTE),
    ActionSpec(
        lambda: translate("Actions", "Portfolio, accuracy"), ("Alt+1", "Alt+2"), Where.CYCLE
    ),
    ActionSpec(
        lambda: translate("Actions", "The kinds of rules"), ("Alt+1", UP_TO, "Alt+8"), Where.RULES
    ),
    ActionSpec(
        lambda: translate("Actions", "Edit this kind; list the customers; return to a version"),
        ("Enter",),
        Where.RULES,
    ),
    ActionSpec(
        lambda: translate("Actions", "Move a channel up, down"), ("Alt+Up", "Alt+Down"), Where.RULES
    ),
    ActionSpec(lambda: translate("Actions", "Publish the rule"), ("Ctrl+Enter",), Where.RULES),
    ActionSpec(lambda: translate("Actions", "Check, then import"), ("Ctrl+Enter",), Where.IMPORTS),
    ActionSpec(lambda: translate("Actions", "Result of an import"), ("Enter",), Where.IMPORTS),
)
