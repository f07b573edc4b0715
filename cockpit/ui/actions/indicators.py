"""The keys of the indicators, which their screen takes itself."""

from PySide6.QtCore import QCoreApplication

from cockpit.ui.actions.spec import UP_TO, ActionSpec, Where

translate = QCoreApplication.translate

INDICATOR_ACTIONS = (
    ActionSpec(
        lambda: translate("Actions", "Contacts, reactivation, … cycles"),
        ("Alt+1", UP_TO, "Alt+7"),
        Where.INDICATORS,
    ),
    ActionSpec(
        lambda: translate("Actions", "List the customers behind a figure"),
        ("Enter",),
        Where.INDICATORS,
    ),
    ActionSpec(
        lambda: translate("Actions", "Read a plot's values"),
        ("Left", "Right", "Up", "Down"),
        Where.INDICATORS,
    ),
    ActionSpec(lambda: translate("Actions", "The period"), ("P",), Where.INDICATORS),
    ActionSpec(
        lambda: translate("Actions", "Whom the figures are about"), ("F",), Where.INDICATORS
    ),
    ActionSpec(lambda: translate("Actions", "What the figures count"), ("I",), Where.INDICATORS),
    ActionSpec(lambda: translate("Actions", "Export the page"), ("E",), Where.INDICATORS),
    ActionSpec(lambda: translate("Actions", "Stop the calculation"), ("Esc",), Where.INDICATORS),
)
