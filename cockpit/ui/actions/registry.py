"""Makes the window's ``QAction`` for each declared action."""

from collections.abc import Callable, Container, Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from cockpit.ui.actions.ids import ActionId
from cockpit.ui.actions.spec import ActionSpec, Where
from cockpit.ui.actions.specs import ACTIONS


class ActionRegistry:
    """The window's ``QAction`` for each declared action that its user may use.

    Attributes:
        specs: Those actions, and the keys that go with them.
    """

    def __init__(self, window: QWidget, handlers: Mapping[ActionId, Callable[[], object]]) -> None:
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
            if action in self._actions:
                self._actions[action].setEnabled(is_enabled)

    def retranslate(self) -> None:
        """Name the actions in the present language."""
        for spec in self.specs:
            if spec.action is not None:
                self._actions[spec.action].setText(spec.title())


def _is_for(spec: ActionSpec, handlers: Container[ActionId]) -> bool:
    """Return whether an action, or a key of its screen, means something to this user."""
    place = ActionId.IMPORT if spec.where is Where.IMPORTS else None
    return all(one is None or one in handlers for one in (spec.action, spec.needs, place))
