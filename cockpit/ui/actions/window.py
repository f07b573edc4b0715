"""What the window does wherever the keyboard is."""

from PySide6.QtCore import QCoreApplication

from cockpit.ui.actions.ids import ActionId
from cockpit.ui.actions.spec import ActionSpec, Where

translate = QCoreApplication.translate

WINDOW_ACTIONS = (
    ActionSpec(
        lambda: translate("Actions", "Commands, clients, views"),
        ("Ctrl+K",),
        Where.EVERYWHERE,
        ActionId.PALETTE,
    ),
    ActionSpec(
        lambda: translate("Actions", "Search"), ("Ctrl+F", "/"), Where.EVERYWHERE, ActionId.SEARCH
    ),
    ActionSpec(
        lambda: translate("Actions", "Next customer"),
        ("Ctrl+PgDown",),
        Where.EVERYWHERE,
        ActionId.NEXT_CUSTOMER,
    ),
    ActionSpec(
        lambda: translate("Actions", "Previous customer"),
        ("Ctrl+PgUp",),
        Where.EVERYWHERE,
        ActionId.PREVIOUS_CUSTOMER,
    ),
    ActionSpec(
        lambda: translate("Actions", "Next group"),
        ("Ctrl+Shift+PgDown",),
        Where.EVERYWHERE,
        ActionId.NEXT_GROUP,
    ),
    ActionSpec(
        lambda: translate("Actions", "Previous group"),
        ("Ctrl+Shift+PgUp",),
        Where.EVERYWHERE,
        ActionId.PREVIOUS_GROUP,
    ),
    ActionSpec(
        lambda: translate("Actions", "One step back"),
        ("Esc",),
        Where.EVERYWHERE,
        ActionId.BACK_TO_LIST,
    ),
    ActionSpec(
        lambda: translate("Actions", "Agenda"),
        ("Ctrl+Shift+A",),
        Where.EVERYWHERE,
        ActionId.AGENDA,
    ),
    ActionSpec(
        lambda: translate("Actions", "Next contact"),
        ("Ctrl+N",),
        Where.EVERYWHERE,
        ActionId.NEXT_CONTACT,
    ),
    ActionSpec(
        lambda: translate("Actions", "Reminders"), ("F4",), Where.EVERYWHERE, ActionId.REMINDERS
    ),
    ActionSpec(
        lambda: translate("Actions", "No reminders for an hour, or again"),
        ("Shift+F4",),
        Where.EVERYWHERE,
        ActionId.QUIET,
    ),
    ActionSpec(
        lambda: translate("Actions", "Notices"), ("Ctrl+F4",), Where.EVERYWHERE, ActionId.NOTICES
    ),
    ActionSpec(
        lambda: translate("Actions", "When everybody is told"),
        ("Ctrl+Shift+F4",),
        Where.EVERYWHERE,
        ActionId.NOTICE_SETTINGS,
    ),
    ActionSpec(
        lambda: translate("Actions", "What the day holds"),
        ("Ctrl+Shift+H",),
        Where.EVERYWHERE,
        ActionId.MORNING,
    ),
    ActionSpec(
        lambda: translate("Actions", "The team now"),
        ("Ctrl+Shift+T",),
        Where.EVERYWHERE,
        ActionId.WALL,
    ),
    ActionSpec(
        lambda: translate("Actions", "Review of contacts"),
        ("Ctrl+Shift+O",),
        Where.EVERYWHERE,
        ActionId.REVIEW,
    ),
    ActionSpec(
        lambda: translate("Actions", "Indicators"),
        ("Ctrl+Shift+I",),
        Where.EVERYWHERE,
        ActionId.INDICATORS,
    ),
    ActionSpec(
        lambda: translate("Actions", "Campaigns"),
        ("Ctrl+Shift+M",),
        Where.EVERYWHERE,
        ActionId.CAMPAIGNS,
    ),
    ActionSpec(
        lambda: translate("Actions", "Visits by city"),
        ("Ctrl+Shift+X",),
        Where.EVERYWHERE,
        ActionId.FIELD,
    ),
    ActionSpec(
        lambda: translate("Actions", "Customers to take along"),
        ("Ctrl+Shift+F9",),
        Where.EVERYWHERE,
        ActionId.PACKS,
    ),
    ActionSpec(
        lambda: translate("Actions", "Post-its"),
        ("Ctrl+Shift+P",),
        Where.EVERYWHERE,
        ActionId.POST_ITS,
    ),
    ActionSpec(
        lambda: translate("Actions", "Write a post-it"),
        ("Ctrl+Shift+N",),
        Where.EVERYWHERE,
        ActionId.NEW_POST_IT,
    ),
    ActionSpec(
        lambda: translate("Actions", "Drafts that wait"),
        ("Ctrl+Shift+D",),
        Where.EVERYWHERE,
        ActionId.DRAFTS,
    ),
    ActionSpec(
        lambda: translate("Actions", "Take a break, or come back"),
        ("F12",),
        Where.EVERYWHERE,
        ActionId.BREAK,
    ),
    ActionSpec(
        lambda: translate("Actions", "My working time"),
        ("Shift+F12",),
        Where.EVERYWHERE,
        ActionId.WORKING_TIME,
    ),
    ActionSpec(
        lambda: translate("Actions", "Begin or end the day"),
        ("Ctrl+F12",),
        Where.EVERYWHERE,
        ActionId.DAY,
    ),
    ActionSpec(
        lambda: translate("Actions", "Read the list again"),
        ("F5",),
        Where.EVERYWHERE,
        ActionId.REFRESH,
    ),
    ActionSpec(
        lambda: translate("Actions", "The server, and what waits for it"),
        ("Ctrl+F5",),
        Where.EVERYWHERE,
        ActionId.SERVER,
    ),
    ActionSpec(
        lambda: translate("Actions", "Synchronisation: what waits, conflicts, log"),
        ("Ctrl+Shift+Y",),
        Where.EVERYWHERE,
        ActionId.SYNC,
    ),
    ActionSpec(
        lambda: translate("Actions", "Synchronise now"),
        ("Ctrl+F9",),
        Where.EVERYWHERE,
        ActionId.SYNC_NOW,
    ),
    ActionSpec(
        lambda: translate("Actions", "Accept an invitation to the team"),
        ("Ctrl+Shift+F5",),
        Where.EVERYWHERE,
        ActionId.JOIN,
    ),
    ActionSpec(
        lambda: translate("Actions", "Take my portfolio along on this laptop"),
        ("Ctrl+Shift+F6",),
        Where.EVERYWHERE,
        ActionId.TAKE_ALONG,
    ),
    ActionSpec(
        lambda: translate("Actions", "Purchase cycle"), ("F6",), Where.EVERYWHERE, ActionId.CYCLE
    ),
    ActionSpec(
        lambda: translate("Actions", "Rules"),
        ("Ctrl+Shift+U",),
        Where.EVERYWHERE,
        ActionId.RULES,
    ),
    ActionSpec(
        lambda: translate("Actions", "Import files"), ("F7",), Where.EVERYWHERE, ActionId.IMPORT
    ),
    ActionSpec(
        lambda: translate("Actions", "Light or dark"), ("F9",), Where.EVERYWHERE, ActionId.THEME
    ),
    ActionSpec(
        lambda: translate("Actions", "The queue, and who is not in it"),
        ("F10",),
        Where.EVERYWHERE,
        ActionId.LEDGER,
    ),
    ActionSpec(
        lambda: translate("Actions", "Message templates"),
        ("Ctrl+T",),
        Where.EVERYWHERE,
        ActionId.TEMPLATES,
    ),
    ActionSpec(
        lambda: translate("Actions", "Days without calls"),
        ("Ctrl+Shift+K",),
        Where.EVERYWHERE,
        ActionId.DAYS_OFF,
    ),
    ActionSpec(
        lambda: translate("Actions", "Closed periods"),
        ("Ctrl+Shift+B",),
        Where.EVERYWHERE,
        ActionId.CLOSING,
    ),
    ActionSpec(
        lambda: translate("Actions", "Audit trail"),
        ("Ctrl+Shift+R",),
        Where.EVERYWHERE,
        ActionId.AUDIT,
    ),
    ActionSpec(
        lambda: translate("Actions", "The team's laptops"),
        ("Shift+F9",),
        Where.EVERYWHERE,
        ActionId.LAPTOPS,
    ),
    ActionSpec(
        lambda: translate("Actions", "Clients in the field"),
        ("Ctrl+Shift+F12",),
        Where.EVERYWHERE,
        ActionId.LENT,
    ),
    ActionSpec(
        lambda: translate("Actions", "Settings"), ("Ctrl+,",), Where.EVERYWHERE, ActionId.SETTINGS
    ),
    ActionSpec(
        lambda: translate("Actions", "Portuguese or English"),
        ("Ctrl+Shift+G",),
        Where.EVERYWHERE,
        ActionId.LANGUAGE,
    ),
    ActionSpec(
        lambda: translate("Actions", "Keyboard shortcuts"),
        ("F1",),
        Where.EVERYWHERE,
        ActionId.SHORTCUTS,
    ),
    ActionSpec(lambda: translate("Actions", "Quit"), ("Ctrl+Q",), Where.EVERYWHERE, ActionId.QUIT),
)
