"""Four small fields: why they stopped, what to answer, what to offer, to what end."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass, fields
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget
from typing_extensions import override

from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.sections import PitchVersion
from cockpit.ui.contact_form.note_field import NoteField
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

#: The keyboard comes back after these: another window, a menu.
_PASSING = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


@dataclass(frozen=True, slots=True)
class NoteTexts(StorableTexts):
    """What stands in the fields."""

    why_stopped: str = ""
    arguments: str = ""
    offer: str = ""
    goal: str = ""

    @property
    def is_blank(self) -> bool:
        """Return whether nothing is written."""
        return not any(astuple(self))

    @classmethod
    def from_document(cls, document: Mapping[str, object]) -> "NoteTexts | None":
        """Return a draft's texts, or None where the document is not one."""
        try:
            UUID(str(document["note_id"]))
            return cls(*(str(document[one.name]) for one in fields(cls)))
        except (KeyError, ValueError):
            return None

    @classmethod
    def of(cls, version: PitchVersion) -> "NoteTexts":
        """Return a saved version's texts."""
        return cls(version.why_stopped, version.arguments, version.offer, version.goal)


class _Field(NoteField):
    """One of the fields; says when the keyboard leaves it for another part of the window."""

    #: The keyboard went elsewhere.
    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()


class NotesEditor(QWidget):
    """Takes the operator's words."""

    #: The keyboard went elsewhere in the window.
    left = Signal()
    #: The operator wrote something.
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_filling = False
        self._labels = [ranked_label("caption", parent=self) for _ in range(4)]
        self._fields = [_Field(self) for _ in range(4)]
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(Space.S)
        layout.setVerticalSpacing(2)
        for row, (label, field) in enumerate(zip(self._labels, self._fields, strict=True)):
            label.setBuddy(field)
            field.left.connect(self._on_field_left)
            field.textChanged.connect(self._on_field_text_changed)
            layout.addWidget(label, 2 * row, 0)
            layout.addWidget(field, 2 * row + 1, 0)
        self.setFocusProxy(self._fields[0])
        self._retranslate()

    def fill(self, texts: NoteTexts) -> None:
        """Show these texts."""
        self._is_filling = True
        for field, text in zip(self._fields, astuple(texts), strict=True):
            if field.toPlainText() != text:
                field.setPlainText(text)
        self._is_filling = False

    def texts(self) -> NoteTexts:
        """Return what is written."""
        return NoteTexts(*(field.toPlainText().strip() for field in self._fields))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @Slot()
    def _on_field_text_changed(self) -> None:
        if not self._is_filling:
            self.changed.emit()

    @Slot()
    def _on_field_left(self) -> None:
        holder = QApplication.focusWidget()
        if holder is not None and not self.isAncestorOf(holder):
            self.left.emit()

    def _retranslate(self) -> None:
        titles = (
            self.tr("Why they stopped"),
            self.tr("What to answer"),
            self.tr("What to offer"),
            self.tr("Goal of this contact"),
        )
        for label, field, title in zip(self._labels, self._fields, titles, strict=True):
            label.setText(title)
            field.setAccessibleName(title)
