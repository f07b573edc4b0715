"""The keys of the campaigns' screen, which it takes itself."""

from PySide6.QtCore import QCoreApplication

from cockpit.ui.actions.spec import ActionSpec, Where

translate = QCoreApplication.translate

CAMPAIGN_ACTIONS = (
    ActionSpec(
        lambda: translate("Actions", "Open the draft, the figures"),
        ("Enter",),
        Where.CAMPAIGNS,
    ),
    ActionSpec(lambda: translate("Actions", "New campaign"), ("N",), Where.CAMPAIGNS),
    ActionSpec(
        lambda: translate("Actions", "End early; archive"),
        ("E", "A"),
        Where.CAMPAIGNS,
    ),
    ActionSpec(lambda: translate("Actions", "Delete a draft"), ("Del",), Where.CAMPAIGNS),
    ActionSpec(
        lambda: translate("Actions", "Save, publish"),
        ("Ctrl+S", "Ctrl+Enter"),
        Where.CAMPAIGNS,
    ),
)
