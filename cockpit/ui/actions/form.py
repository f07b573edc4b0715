"""The keys of the contact form, which it takes itself."""

from PySide6.QtCore import QCoreApplication

from cockpit.ui.actions.spec import UP_TO, ActionSpec, Where

translate = QCoreApplication.translate

FORM_ACTIONS = (
    ActionSpec(
        lambda: translate("Actions", "Choose the outcome by number"), ("1", UP_TO, "9"), Where.FORM
    ),
    ActionSpec(
        lambda: translate("Actions", "Propose the next contact"),
        ("Ctrl+1", UP_TO, "Ctrl+5"),
        Where.FORM,
    ),
    ActionSpec(
        lambda: translate("Actions", "Save, and on to the next call"), ("Ctrl+Enter",), Where.FORM
    ),
    ActionSpec(
        lambda: translate("Actions", "Objection; again: another one"), ("Ctrl+O",), Where.FORM
    ),
    ActionSpec(
        lambda: translate("Actions", "More: potential, forecast, who called"),
        ("Ctrl+M",),
        Where.FORM,
    ),
    ActionSpec(lambda: translate("Actions", "Save and stay"), ("Ctrl+S",), Where.FORM),
)
