"""What every editor of a rule's field is, and what it needs to know beside its field."""

from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cockpit.domain.formats import Language
from cockpit.domain.rules import Path, RuleField
from cockpit.ui.rules.words import Names
from cockpit.ui.theme import Space


class Surroundings(Protocol):
    """What editors need to know beside their field."""

    @property
    def language(self) -> Language: ...  # noqa: D102
    @property
    def names(self) -> Names: ...  # noqa: D102


class FieldEditor(QWidget):
    """Holds one field's value.

    Attributes:
        field: Its declaration.
    """

    #: Another value.
    changed = Signal()

    def __init__(self, field: RuleField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field

    def value(self) -> Any:
        """Return the value."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value; nothing is told of it."""
        raise NotImplementedError

    def set_fixed(self, *, is_fixed: bool) -> None:
        """Close the field, whose value cannot change, or open it."""
        self.setEnabled(not is_fixed)

    def go_to(self, path: Path) -> None:
        """Take the keyboard to the place within that a path names."""
        self.take_focus()

    def take_focus(self) -> None:
        """Take the keyboard."""
        proxy = self.focusProxy()
        (proxy or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold(self, widget: QWidget, name: str, *, stretches: bool = True) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(widget, int(stretches))
        if not stretches:
            layout.addStretch()
        widget.setAccessibleName(name)
        self.setFocusProxy(widget)
