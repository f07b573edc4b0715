"""Four small fields: why they stopped, what to answer, what to offer, to what end."""

from dataclasses import astuple, dataclass

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget
from typing_extensions import override

from cockpit.domain.sections import PitchVersion
from cockpit.ui.contact_form.note_field import NoteField
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label


@dataclass(frozen=True, slots=True)
class NoteTexts:
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
    def of(cls, version: PitchVersion) -> "NoteTexts":
        """Return a saved version's texts."""
        return cls(version.why_stopped, version.arguments, version.offer, version.goal)


class NotesEditor(QWidget):
    """Takes the operator's words."""

    #: The keyboard went elsewhere in the window.
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels = [ranked_label("caption", parent=self) for _ in range(4)]
        self._fields = [NoteField(self) for _ in range(4)]
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(Space.S)
        layout.setVerticalSpacing(2)
        for row, (label, field) in enumerate(zip(self._labels, self._fields, strict=True)):
            label.setBuddy(field)
            layout.addWidget(label, 2 * row, 0)
            layout.addWidget(field, 2 * row + 1, 0)
        self.setFocusProxy(self._fields[0])
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)
        self._retranslate()

    def fill(self, texts: NoteTexts) -> None:
        """Show these texts."""
        for field, text in zip(self._fields, astuple(texts), strict=True):
            if field.toPlainText() != text:
                field.setPlainText(text)

    def texts(self) -> NoteTexts:
        """Return what is written."""
        return NoteTexts(*(field.toPlainText().strip() for field in self._fields))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    @Slot("QWidget*", "QWidget*")
    def _on_app_focus_changed(self, former: QWidget | None, new: QWidget | None) -> None:
        was_here = former is not None and self.isAncestorOf(former)
        is_elsewhere = new is not None and not self.isAncestorOf(new)
        if was_here and is_elsewhere:
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
