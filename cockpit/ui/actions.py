"""Every action of the window, declared once: it makes the shortcuts, tooltips and the F1 sheet."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


class Where(Enum):
    """Where an action's keys work; the sheet is grouped by it."""

    EVERYWHERE = "everywhere"
    LIST = "list"
    CUSTOMER = "customer"
    FORM = "form"
    REMINDERS = "reminders"
    CYCLE = "cycle"
    IMPORTS = "imports"


class ActionId(StrEnum):
    """The window's own actions."""

    SEARCH = "search"
    NEXT_CUSTOMER = "next_customer"
    PREVIOUS_CUSTOMER = "previous_customer"
    NEXT_GROUP = "next_group"
    PREVIOUS_GROUP = "previous_group"
    BACK_TO_LIST = "back_to_list"
    CONTACT_FORM = "contact_form"
    DIAL = "dial"
    COPY_PHONE = "copy_phone"
    CALLING_ORDER = "calling_order"
    REMINDERS = "reminders"
    CYCLE = "cycle"
    IMPORT = "import"
    REFRESH = "refresh"
    THEME = "theme"
    SHORTCUTS = "shortcuts"
    QUIT = "quit"


#: What is done at the list and its customer; asleep while another screen hides them.
DESK_ACTIONS = (
    ActionId.SEARCH,
    ActionId.NEXT_CUSTOMER,
    ActionId.PREVIOUS_CUSTOMER,
    ActionId.NEXT_GROUP,
    ActionId.PREVIOUS_GROUP,
    ActionId.CONTACT_FORM,
    ActionId.DIAL,
    ActionId.COPY_PHONE,
    ActionId.CALLING_ORDER,
)
#: Stands between the first and the last of a row of keys.
UP_TO = "…"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    Attributes:
        title: Returns what it does, in the present language.
        keys: Its shortcuts; the first one is shown beside the title.
        action: The window's action that the keys trigger; None where a screen takes them itself
            and the sheet only tells of them.
    """

    title: Callable[[], str]
    keys: tuple[str, ...]
    where: Where
    action: ActionId | None = None


ACTIONS: tuple[ActionSpec, ...] = (
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
        lambda: translate("Actions", "Back to the list"),
        ("Esc",),
        Where.EVERYWHERE,
        ActionId.BACK_TO_LIST,
    ),
    ActionSpec(
        lambda: translate("Actions", "Log a contact"),
        ("F2",),
        Where.EVERYWHERE,
        ActionId.CONTACT_FORM,
    ),
    ActionSpec(
        lambda: translate("Actions", "Reminders"), ("F4",), Where.EVERYWHERE, ActionId.REMINDERS
    ),
    ActionSpec(
        lambda: translate("Actions", "Purchase cycle"), ("F6",), Where.EVERYWHERE, ActionId.CYCLE
    ),
    ActionSpec(
        lambda: translate("Actions", "Import files"), ("F7",), Where.EVERYWHERE, ActionId.IMPORT
    ),
    ActionSpec(
        lambda: translate("Actions", "Read the list again"),
        ("F5",),
        Where.EVERYWHERE,
        ActionId.REFRESH,
    ),
    ActionSpec(
        lambda: translate("Actions", "Light or dark"), ("F9",), Where.EVERYWHERE, ActionId.THEME
    ),
    ActionSpec(
        lambda: translate("Actions", "Keyboard shortcuts"),
        ("F1",),
        Where.EVERYWHERE,
        ActionId.SHORTCUTS,
    ),
    ActionSpec(lambda: translate("Actions", "Quit"), ("Ctrl+Q",), Where.EVERYWHERE, ActionId.QUIT),
    ActionSpec(
        lambda: translate("Actions", "Order of calling"),
        ("Ctrl+0",),
        Where.LIST,
        ActionId.CALLING_ORDER,
    ),
    ActionSpec(lambda: translate("Actions", "Open the customer"), ("Enter",), Where.LIST),
    ActionSpec(lambda: translate("Actions", "Up and down the list"), ("Up", "Down"), Where.LIST),
    ActionSpec(
        lambda: translate("Actions", "Tabs of the customer"),
        ("Alt+1", UP_TO, "Alt+3"),
        Where.CUSTOMER,
    ),
    ActionSpec(
        lambda: translate("Actions", "Along the bars of a chart"),
        ("Left", "Right"),
        Where.CUSTOMER,
    ),
    ActionSpec(lambda: translate("Actions", "Dial"), ("F3",), Where.CUSTOMER, ActionId.DIAL),
    ActionSpec(
        lambda: translate("Actions", "Copy the phone number"),
        ("Ctrl+Shift+C",),
        Where.CUSTOMER,
        ActionId.COPY_PHONE,
    ),
    ActionSpec(
        lambda: translate("Actions", "Choose the outcome by number"), ("1", UP_TO, "9"), Where.FORM
    ),
    ActionSpec(
        lambda: translate("Actions", "Propose the next contact"),
        ("Ctrl+1", UP_TO, "Ctrl+5"),
        Where.FORM,
    ),
    ActionSpec(lambda: translate("Actions", "Save the contact"), ("Ctrl+Enter",), Where.FORM),
    ActionSpec(lambda: translate("Actions", "Open the customer"), ("Enter",), Where.REMINDERS),
    ActionSpec(
        lambda: translate("Actions", "Snooze 5 min, 15 min, 1 h"), ("1", "2", "3"), Where.REMINDERS
    ),
    ActionSpec(lambda: translate("Actions", "Done"), ("D",), Where.REMINDERS),
    ActionSpec(
        lambda: translate("Actions", "Portfolio, accuracy, policy"),
        ("Alt+1", UP_TO, "Alt+3"),
        Where.CYCLE,
    ),
    ActionSpec(lambda: translate("Actions", "Publish the rule"), ("Ctrl+Enter",), Where.CYCLE),
    ActionSpec(lambda: translate("Actions", "Check, then import"), ("Ctrl+Enter",), Where.IMPORTS),
    ActionSpec(lambda: translate("Actions", "Result of an import"), ("Enter",), Where.IMPORTS),
)


def where_word(where: Where) -> str:
    """Return the heading of a place in the sheet."""
    return {
        Where.EVERYWHERE: translate("Actions", "Everywhere"),
        Where.LIST: translate("Actions", "In the list"),
        Where.CUSTOMER: translate("Actions", "At the customer"),
        Where.FORM: translate("Actions", "In the contact form"),
        Where.REMINDERS: translate("Actions", "In the reminders"),
        Where.CYCLE: translate("Actions", "In the purchase cycle"),
        Where.IMPORTS: translate("Actions", "When importing"),
    }[where]


def key_text(key: str) -> str:
    """Return a shortcut as it stands on the keyboard."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class ActionRegistry:
    """The window's ``QAction`` for each declared action that its user may use.

    Attributes:
        specs: Those actions, and the keys that go with them.
    """

    def __init__(self, window: QWidget, handlers: dict[ActionId, Callable[[], object]]) -> None:
        """Make the actions.

        Args:
            window: Whose keys they are.
            handlers: What each does; an action without one does not exist for this user.
        """
        self._actions: dict[ActionId, QAction] = {}
        self.specs = tuple(spec for spec in ACTIONS if _is_for(spec, handlers))
        for spec in self.specs:
            if spec.action is None:
                continue
            action = QAction(window)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(handlers[spec.action])
            window.addAction(action)
            self._actions[spec.action] = action
        self.retranslate()

    def __contains__(self, action: ActionId) -> bool:
        """Return whether there is such an action for this user."""
        return action in self._actions

    def __getitem__(self, action: ActionId) -> QAction:
        """Return the action of that name."""
        return self._actions[action]

    def set_enabled(self, actions: Iterable[ActionId], *, is_enabled: bool) -> None:
        """Let these actions and their keys work, or sleep."""
        for action in actions:
            self._actions[action].setEnabled(is_enabled)

    def retranslate(self) -> None:
        """Name the actions in the present language."""
        for spec in self.specs:
            if spec.action is not None:
                self._actions[spec.action].setText(spec.title())


def _is_for(spec: ActionSpec, handlers: Container[ActionId]) -> bool:
    """Return whether an action, or a key of its screen, means something to this user."""
    needed = ActionId.IMPORT if spec.where is Where.IMPORTS else spec.action
    return needed is None or needed in handlers
