"""What the columns of a file mean: for each column of Giro, one of the file's."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from cockpit.domain.import_columns import CANONICAL_COLUMNS
from cockpit.domain.import_sources import FilePreview
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import ImportKind
from cockpit.ui.imports.column_words import column_word
from cockpit.ui.imports.wheel import still_under_the_wheel
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label

_EXAMPLES = 3
_LONGEST_EXAMPLE = 18
_LONGEST_CHOICE = 37
_LEAST_CHOICE = 200


class ColumnFields(QWidget):
    """One choice per canonical column of the file's kind.

    Attributes:
        choices: The choices by canonical column.
    """

    #: Another column was chosen somewhere.
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self.choices: dict[str, QComboBox] = {}
        self._labels: dict[str, QLabel] = {}
        self._shape: tuple[object, ...] = ()
        self._preview: FilePreview | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, Space.S, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)

    def show_preview(self, preview: FilePreview) -> None:
        """Show a file's columns; the choices stay the same widgets while its header does."""
        self._preview = preview
        self._build(preview.mapping.kind)
        shape = (preview.mapping.kind, preview.headers, tuple(preview.cells))
        if shape != self._shape:
            self._shape = shape
            self._offer(preview)
        for name, choice in self.choices.items():
            self._choose(choice, preview.mapping.columns.get(name, ()))
        self._mark(preview.missing)

    def columns(self) -> dict[str, tuple[str, ...]]:
        """Return which of the file's columns stand for which canonical ones."""
        chosen = {name: choice.currentData() for name, choice in self.choices.items()}
        return {name: tuple(headers) for name, headers in chosen.items() if headers}

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._preview is not None:
            self._shape = ()
            self.show_preview(self._preview)

    def _build(self, kind: ImportKind) -> None:
        """Make the rows of a kind, where they are not there."""
        names = CANONICAL_COLUMNS[kind]
        if tuple(self.choices) != names:
            for widget in (*self.choices.values(), *self._labels.values()):
                widget.deleteLater()
            self.choices, self._labels, self._shape = {}, {}, ()
            for row, name in enumerate(names):
                self._add_row(row, name)
            self._grid.setRowStretch(len(names), 1)

    def _add_row(self, row: int, name: str) -> None:
        label, choice = ranked_label("muted", parent=self), QComboBox(self)
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        choice.setMinimumWidth(_LEAST_CHOICE)
        still_under_the_wheel(choice)
        choice.activated.connect(self._on_activated)
        label.setBuddy(choice)
        self.choices[name], self._labels[name] = choice, label
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(choice, row, 1)

    def _offer(self, preview: FilePreview) -> None:
        texts = [
            (header, _with_examples(header, _cells(preview, place)))
            for place, header in enumerate(preview.headers)
            if header  # a column without a name cannot be meant
        ]
        for choice in self.choices.values():
            choice.clear()
            choice.addItem(self.tr("— not in the file —"), ())
            for header, text in texts:
                choice.addItem(text, (header,))

    def _choose(self, choice: QComboBox, headers: Sequence[str]) -> None:
        """Make the headers current, with an item of their own where they are several."""
        wanted = [plain(one) for one in headers]
        for place in range(choice.count()):
            if [plain(one) for one in choice.itemData(place)] == wanted:
                choice.setCurrentIndex(place)
                return
        choice.addItem(self.tr(" or ").join(headers), tuple(headers))
        choice.setCurrentIndex(choice.count() - 1)

    def _mark(self, missing: Sequence[str]) -> None:
        """Mark the columns that are missing by word and by colour."""
        for name, label in self._labels.items():
            is_missing = name in missing
            word = column_word(name)
            label.setText(self.tr("{column}: choose").format(column=word) if is_missing else word)
            _set_property(label, "role", "danger" if is_missing else "muted")
            self.choices[name].setAccessibleName(label.text())
            _set_property(self.choices[name], "invalid", "true" if is_missing else "false")

    @Slot()
    def _on_activated(self) -> None:
        self.changed.emit()


def missing_sentence(names: Sequence[str], words: Mapping[int, str]) -> str:
    """Return which columns are missing, in the words for one and for several of them."""
    listed = ", ".join(column_word(name) for name in names)
    return words[min(len(names), 2)].format(columns=listed) if names else ""


def _with_examples(header: str, cells: Sequence[str]) -> str:
    """Return a header with its first few different values."""
    found = list(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))[:_EXAMPLES]
    shown = [
        one if len(one) <= _LONGEST_EXAMPLE else one[: _LONGEST_EXAMPLE - 1] + "…" for one in found
    ]
    text = f"{header}   ({'; '.join(shown)})" if shown else header
    return text if len(text) <= _LONGEST_CHOICE else text[: _LONGEST_CHOICE - 1] + "…"


def _cells(preview: FilePreview, place: int) -> list[str]:
    return [row[place] for row in preview.cells if place < len(row)]


def _set_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property of the style sheet, and let the style see it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
