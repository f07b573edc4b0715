"""The keys of the campaigns' screen, which it takes itself."""

from PySide6.QtCore import QCoreApplication

from cockpit.ui.actions.spec import ActionSpec, Where

translate = QCoreApplication.translate

CAMPAIGN_ACTIONS = (
    ActionSpec(
        lambda: translate("Actions", "Go on with a draft, or to a campaign's figures"),
        ("Enter",),
        Where.CAMPAIGNS,
    ),
    ActionSpec(lambda: translate("Actions", "New campaign"), ("N",), Where.CAMPAIGNS),
    ActionSpec(
        lambda: translate("Actions", "End a campaign early; archive it"),
        ("E", "A"),
        Where.CAMPAIGNS,
    ),
    ActionSpec(lambda: translate("Actions", "Delete a draft"), ("Del",), Where.CAMPAIGNS),
    ActionSpec(
        lambda: translate("Actions", "Save the draft, publish it"),
        ("Ctrl+S", "Ctrl+Enter"),
        Where.CAMPAIGNS,
    ),
)
