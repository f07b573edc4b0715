"""The keys of the reading of contacts, which it takes itself."""

from PySide6.QtCore import QCoreApplication

from cockpit.ui.actions.spec import UP_TO, ActionSpec, Where

translate = QCoreApplication.translate

REVIEW_ACTIONS = (
    ActionSpec(
        lambda: translate("Actions", "Contacts, comments to me, what I said"),
        ("Alt+1", UP_TO, "Alt+3"),
        Where.REVIEW,
    ),
    ActionSpec(lambda: translate("Actions", "Next, previous contact"), ("J", "K"), Where.REVIEW),
    ActionSpec(
        lambda: translate("Actions", "Checked, good example, coach, wrong outcome, please correct"),
        ("1", UP_TO, "5"),
        Where.REVIEW,
    ),
    ActionSpec(
        lambda: translate("Actions", "Write a comment; read a comment"), ("Enter",), Where.REVIEW
    ),
    ActionSpec(
        lambda: translate("Actions", "Store the comment with the chosen mark"),
        ("Ctrl+Enter",),
        Where.REVIEW,
    ),
    ActionSpec(
        lambda: translate("Actions", "Store the comment with that mark"),
        ("Ctrl+1", UP_TO, "Ctrl+5"),
        Where.REVIEW,
    ),
    ActionSpec(
        lambda: translate("Actions", "Unread again; take the last mark back"),
        ("0", "Ctrl+Z"),
        Where.REVIEW,
    ),
    ActionSpec(lambda: translate("Actions", "Search in the notes"), ("Ctrl+F",), Where.REVIEW),
    ActionSpec(lambda: translate("Actions", "Open the customer"), ("O",), Where.REVIEW),
    ActionSpec(
        lambda: translate("Actions", "Answer a comment, correct the contact"),
        ("R", "E"),
        Where.REVIEW,
    ),
    ActionSpec(lambda: translate("Actions", "Saved filters, save one"), ("V", "S"), Where.REVIEW),
    ActionSpec(lambda: translate("Actions", "Export the contacts"), ("Ctrl+E",), Where.REVIEW),
)
