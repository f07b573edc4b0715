"""What is done at the client's panel and with the pitch card."""

from PySide6.QtCore import QCoreApplication

from cockpit.ui.actions.ids import ActionId
from cockpit.ui.actions.spec import UP_TO, ActionSpec, Where

translate = QCoreApplication.translate

CUSTOMER_ACTIONS = (
    ActionSpec(lambda: translate("Actions", "Dial"), ("F3",), Where.CUSTOMER, ActionId.DIAL),
    ActionSpec(
        lambda: translate("Actions", "Choose the number to dial"),
        ("Ctrl+F3",),
        Where.CUSTOMER,
        ActionId.CHOOSE_PHONE,
    ),
    ActionSpec(
        lambda: translate("Actions", "Copy the phone number"),
        ("Ctrl+Shift+C",),
        Where.CUSTOMER,
        ActionId.COPY_PHONE,
    ),
    ActionSpec(
        lambda: translate("Actions", "Write on WhatsApp"),
        ("Ctrl+W",),
        Where.CUSTOMER,
        ActionId.WHATSAPP,
    ),
    ActionSpec(
        lambda: translate("Actions", "Write an e-mail"), ("Ctrl+E",), Where.CUSTOMER, ActionId.EMAIL
    ),
    ActionSpec(
        lambda: translate("Actions", "How to contact them, and how not"),
        ("Ctrl+Shift+W",),
        Where.CUSTOMER,
        ActionId.WISHES,
    ),
    ActionSpec(
        lambda: translate("Actions", "Sections of the customer"),
        ("Alt+1", UP_TO, "Alt+0"),
        Where.CUSTOMER,
    ),
    ActionSpec(
        lambda: translate("Actions", "Next section"),
        ("Ctrl+Tab",),
        Where.CUSTOMER,
        ActionId.NEXT_SECTION,
    ),
    ActionSpec(
        lambda: translate("Actions", "Previous section"),
        ("Ctrl+Shift+Tab",),
        Where.CUSTOMER,
        ActionId.PREVIOUS_SECTION,
    ),
    ActionSpec(
        lambda: translate("Actions", "Along the bars of a chart"),
        ("Left", "Right"),
        Where.CUSTOMER,
    ),
    ActionSpec(
        lambda: translate("Actions", "In the timeline: search"), ("A", UP_TO, "Z"), Where.CUSTOMER
    ),
    ActionSpec(
        lambda: translate("Actions", "In the timeline: one kind, all kinds"),
        ("1", UP_TO, "9", "0"),
        Where.CUSTOMER,
    ),
    ActionSpec(
        lambda: translate("Actions", "In the timeline: open, or correct a contact"),
        ("Enter",),
        Where.CUSTOMER,
    ),
    ActionSpec(
        lambda: translate("Actions", "In the quotes: write one; Enter changes an open one"),
        ("O",),
        Where.CUSTOMER,
    ),
    ActionSpec(
        lambda: translate("Actions", "Pitch card"), ("Ctrl+P",), Where.PITCH, ActionId.PITCH_CARD
    ),
    ActionSpec(lambda: translate("Actions", "Save the pitch notes"), ("Ctrl+S",), Where.PITCH),
)
