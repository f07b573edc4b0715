"""The form of a rule's document: an editor per declared field, lists of entries within."""

from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

import resources
from cockpit.domain.formats import Language
from cockpit.domain.messages import Message
from cockpit.domain.rule_fields import fixed_keys, new_entry
from cockpit.domain.rules import Document, Path, RuleField, RuleKind, Shape, entry_name
from cockpit.ui.rules.field_editor import FieldEditor
from cockpit.ui.rules.fields import MAKERS
from cockpit.ui.rules.words import Names, field_word, row_text, value_text
from cockpit.ui.theme import Height, Space, Theme
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.labels import ranked_label

_WIDE = frozenset({Shape.ORDERED, Shape.SWITCH})
#: They take the whole width below their words.
_BELOW = frozenset({Shape.ROWS, Shape.LONG_TEXT, Shape.CHOICES})
#: Their words stand beside the box itself.
_SAYS_ITSELF = frozenset({Shape.SWITCH})
_LABEL_WIDTH, _NARROW_LABEL = 176, 96
_MOST_ROWS, _FEWEST_ROWS = 9, 3
#: What tells apart entries of the same name.
_SAID_BESIDE = frozenset({"channel", "tone"})


@dataclass(frozen=True)
class FormContext:
    """What the form of one kind knows.

    Attributes:
        names: Choices that the database names, or that the document itself makes.
        used: Keys of entries whose meaning cannot change.
        measured: What is known of an entry, by key.
    """

    theme: Theme
    language: Language
    kind: RuleKind
    names: Names = field(default_factory=dict)
    used: frozenset[str] = frozenset()
    measured: dict[str, Message] = field(default_factory=dict)


class DocumentForm(QWidget):
    """Edits one document; what is not declared goes through untouched."""

    #: Some field has another value.
    changed = Signal()

    def __init__(
        self,
        fields: tuple[RuleField, ...],
        about: FormContext,
        parent: QWidget | None = None,
        *,
        is_entry: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._fields, self._about, self._is_entry = fields, about, is_entry
        self._base: Document = {}
        self.editors: dict[str, FieldEditor] = {}
        self._labels: dict[str, QLabel] = {}
        self._trouble = ranked_label("danger", parent=self)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._measure = ranked_label("small", parent=self)
        self._measure.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnMinimumWidth(0, _NARROW_LABEL if is_entry else _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        for one in fields:
            if one.shape is not Shape.HIDDEN:
                self._add(one)
        self._grid.addWidget(self._measure, self._grid.rowCount(), 0, 1, 2)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def show_document(self, document: Document) -> None:
        """Show a document."""
        self._base = deepcopy(document)
        self.clear_trouble()
        fixed = fixed_keys(self._about.kind, document, self._about.used)
        for key, editor in self.editors.items():
            editor.set_value(document.get(key, editor.field.default))
            editor.set_fixed(is_fixed=key in fixed)
        known = self._about.measured.get(str(document.get("id")))
        self._measure.setVisible(known is not None)
        if known is not None:
            self._measure.setText(resources.text(known, self._about.language))
        self._show_which_count()

    def document(self) -> Document:
        """Return the document as the fields have it, not checked."""
        values = {key: editor.value() for key, editor in self.editors.items()}
        return {**deepcopy(self._base), **values}

    def show_trouble(self, path: Path, sentence: str) -> None:
        """Say what is wrong under the field that a path names, and go there."""
        editor = self.editors.get(str(path[0])) if path else None
        if editor is None:
            return
        if isinstance(editor, RowsEditor) and len(path) > 1:
            editor.show_trouble(path[1:], sentence)
            return
        place = self._grid.getItemPosition(self._grid.indexOf(editor))
        row = place[0] if isinstance(place, tuple) else 0
        self._grid.addWidget(self._trouble, row + 1, 0, 1, 2)
        self._trouble.setText(sentence)
        self._trouble.show()
        editor.take_focus()

    def clear_trouble(self) -> None:
        """Take back what was said to be wrong."""
        self._trouble.hide()
        for editor in self.editors.values():
            if isinstance(editor, RowsEditor):
                editor.form.clear_trouble()

    def trouble(self) -> str:
        """Return what is said to be wrong, here or in an entry; nothing while nothing is."""
        if self._trouble.isVisibleTo(self):
            return self._trouble.text()
        lists = (one for one in self.editors.values() if isinstance(one, RowsEditor))
        return next(filter(None, (one.form.trouble() for one in lists)), "")

    def _add(self, one: RuleField) -> None:
        if one.shape is Shape.ROWS:
            editor: FieldEditor = RowsEditor(one, self._about, self, is_nested=self._is_entry)
        else:
            editor = MAKERS[one.shape](one, self._about, self)
        self.editors[one.key] = editor
        editor.changed.connect(self._on_editor_changed)
        # Below each field stays a row free, for what may be wrong with it, and above one.
        row = 3 * len(self.editors)
        if one.shape in _SAYS_ITSELF:
            self._grid.addWidget(editor, row, 0, 1, 2)
            return
        label = ranked_label("muted", field_word(one, self._about.language), self)
        label.setBuddy(editor)
        label.setWordWrap(True)
        self._labels[one.key] = label
        is_wide = one.shape in _BELOW
        top = Qt.AlignmentFlag.AlignTop if one.shape in _WIDE else Qt.AlignmentFlag.AlignVCenter
        if is_wide:
            label.setProperty("role", "heading" if one.shape is Shape.ROWS else "muted")
            self._grid.addWidget(label, row - 1, 0, 1, 2)
            self._grid.addWidget(editor, row, 0, 1, 2)
        else:
            self._grid.addWidget(label, row, 0, top)
            self._grid.addWidget(editor, row, 1)

    def _show_which_count(self) -> None:
        """Close the hours of a state that follows everywhere's."""
        follows = self.editors.get("follows")
        if follows is not None:
            for key, editor in self.editors.items():
                if key != "follows":
                    editor.setEnabled(not follows.value())

    @Slot()
    def _on_editor_changed(self) -> None:
        self.clear_trouble()
        self._show_which_count()
        self.changed.emit()


class RowsEditor(FieldEditor):
    """A list of entries, and the form of the chosen one beside it."""

    def __init__(
        self, one: RuleField, about: FormContext, parent: QWidget, *, is_nested: bool = False
    ) -> None:
        super().__init__(one, parent)
        self._about, self._is_nested = about, is_nested
        self._rows: list[Document] = []
        self._row = -1
        self.list = QListWidget(self)
        self.list.setAccessibleName(field_word(one, about.language))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.form = DocumentForm(one.fields, about, self, is_entry=True)
        self._keeps = "is_active" in {each.key for each in one.fields}
        self.add = self._button("plus", self.tr("Add"), self._on_add_clicked)
        self.up = self._button("chevron-up", self.tr("Up"), partial(self._move, -1))
        self.down = self._button("chevron-down", self.tr("Down"), partial(self._move, 1))
        self.remove = self._button("close", self.tr("Remove"), self._on_remove_clicked)
        self._lay_out()
        self.setFocusProxy(self.list)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.form.changed.connect(self._on_form_changed)

    @override
    def value(self) -> list[Document]:
        return deepcopy(self._rows)

    @override
    def set_value(self, value: Any) -> None:
        kept = self._rows[self._row].get("id") if 0 <= self._row < len(self._rows) else None
        self._rows = deepcopy(value or [])
        ids = [row.get("id") for row in self._rows]
        row = ids.index(kept) if kept is not None and kept in ids else 0
        self._fill(row)

    def show_trouble(self, path: Path, sentence: str) -> None:
        """Choose the entry that a path begins with, and say there what is wrong."""
        self.list.setCurrentRow(int(path[0]))
        self.form.show_trouble(path[1:], sentence)

    def _lay_out(self) -> None:
        has_text = any(one.shape in {Shape.TEXT, Shape.LONG_TEXT} for one in self.field.fields)
        tools = QHBoxLayout()
        tools.setSpacing(Space.XS)
        for button in (self.add, self.up, self.down, self.remove):
            tools.addWidget(button)
        tools.addStretch()
        left = QVBoxLayout()
        left.setSpacing(Space.XS)
        left.addWidget(self.list, 1)
        left.addLayout(tools)
        # Within an entry there is no room for two columns.
        layout = QVBoxLayout(self) if self._is_nested else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS if self._is_nested else Space.M)
        layout.addLayout(left, 4 if has_text else 2)
        layout.addWidget(self.form, 5 if has_text else 3)
        self._most = _MOST_ROWS if has_text and not self._is_nested else _FEWEST_ROWS
        if self._most == _FEWEST_ROWS:
            self.list.setFixedHeight(Height.ROW * (_FEWEST_ROWS + 1))

    def _button(self, icon: str, title: str, slot: Any) -> IconButton:
        button = IconButton(self._about.theme, icon, self)
        button.set_title(title)
        button.clicked.connect(slot)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _fill(self, row: int) -> None:
        self._row = -1
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._rows:
            item = QListWidgetItem(self._words(one), self.list)
            item.setSizeHint(QSize(0, Height.ROW - Space.XS))
        self.list.blockSignals(False)
        shown = min(max(len(self._rows), _FEWEST_ROWS), self._most)
        if self._most > _FEWEST_ROWS:
            self.list.setMinimumHeight(Height.ROW * shown)
        self.list.setCurrentRow(min(row, len(self._rows) - 1))
        self._on_row_changed(self.list.currentRow())

    def _words(self, row: Document) -> str:
        about = self._about
        words = entry_name(row) or row_text(self.field, row, about.language, about.names)
        if entry_name(row):
            said = (one for one in self.field.fields if one.key in _SAID_BESIDE)
            extra = [value_text(one, row.get(one.key), about.language, about.names) for one in said]
            words = " · ".join((*extra, words))
        words = " ".join(words.split()) or self.tr("New")
        return words if row.get("is_active", True) else f"({words})"

    def _show_what_may_be_done(self) -> None:
        row, count = self._row, len(self._rows)
        self.add.setEnabled(count < self.field.high)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
        # What is published is put out of use and not removed: contacts may name it.
        self.remove.setEnabled(row >= 0 and not (self._keeps and self._is_stored(row)))
        self.remove.setVisible(not self._keeps or self.remove.isEnabled())

    def _is_stored(self, row: int) -> bool:
        return not self._rows[row].get("is_new", False)

    def _move(self, step: int) -> None:
        row = self._row
        if 0 <= row + step < len(self._rows):
            self._rows.insert(row + step, self._rows.pop(row))
            self._fill(row + step)
            self.changed.emit()

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        self._row = row
        self.form.setVisible(row >= 0)
        if row >= 0:
            self.form.show_document(self._rows[row])
        self._show_what_may_be_done()

    @Slot()
    def _on_form_changed(self) -> None:
        if self._row >= 0:
            self._rows[self._row] = self.form.document()
            self.list.item(self._row).setText(self._words(self._rows[self._row]))
            self.changed.emit()

    @Slot()
    def _on_add_clicked(self) -> None:
        entry = new_entry(self.field.fields)
        if self._keeps:
            entry["is_new"] = True
        self._rows.append(entry)
        self._fill(len(self._rows) - 1)
        self.changed.emit()
        first = next(iter(self.form.editors.values()))
        first.take_focus()

    @Slot()
    def _on_remove_clicked(self) -> None:
        if self._row >= 0 and self.remove.isEnabled():
            row = self._row
            del self._rows[row]
            self._fill(row)
            self.changed.emit()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
