"""One chosen file: what it is, how it is written, what its columns mean, and its first lines."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.import_sources import FilePreview, ImportMapping
from cockpit.domain.vocabulary import ImportKind
from cockpit.ui.context import UiContext
from cockpit.ui.imports.column_fields import ColumnFields, missing_sentence
from cockpit.ui.imports.format_fields import FormatFields
from cockpit.ui.imports.sample import SampleLine, sample_columns, sample_lines, shows_reasons
from cockpit.ui.imports.wheel import still_under_the_wheel
from cockpit.ui.imports.words import kind_word
from cockpit.ui.theme import Height, Space
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.record_table import RecordTable

_COLUMNS_WIDTH = 470
_WIDEST_CELL = 360
_REASON_WIDTH = 230


class FileForm(QWidget):
    """Shows a ``FilePreview`` and says how the user would have it read instead.

    Attributes:
        kind: What the lines are.
        format: How the file is written.
        columns: What its columns mean.
        sample: Its first lines.
    """

    #: The file is to be read like this (ImportMapping).
    corrected = Signal(object)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: FilePreview | None = None
        self.kind = QComboBox(self)
        self.format = FormatFields(self)
        self.columns = ColumnFields(self)
        self.sample: RecordTable[SampleLine] = RecordTable(ctx, (), parent=self)
        self.sample.horizontalHeader().setMaximumSectionSize(_WIDEST_CELL)
        self._kind_label = ranked_label("caption", parent=self)
        self._kind_label.setBuddy(self.kind)
        self._columns_title = ranked_label("heading", parent=self)
        self._sample_title = ranked_label("heading", parent=self)
        self._missing = ranked_label("alert", parent=self)
        self._missing.setWordWrap(True)
        self._lay_out()
        self._retranslate()
        still_under_the_wheel(self.kind)
        self.kind.activated.connect(self._on_kind_activated)
        self.format.changed.connect(self._on_format_changed)
        self.columns.changed.connect(self._on_columns_changed)

    def show_preview(self, preview: FilePreview) -> None:
        """Show a file as it would be taken."""
        self._preview = preview
        self.kind.clear()
        others = [one for one in ImportKind if one not in preview.kinds]
        for kind in (*preview.kinds, *others):
            if kind is not ImportKind.INVOICES:
                self.kind.addItem(kind_word(kind), kind)
        self.kind.setCurrentIndex(self.kind.findText(kind_word(preview.mapping.kind)))
        self.format.show_format(preview.format, preview.sheets)
        self.columns.show_preview(preview)
        self._order_tabs()
        self.sample.set_columns(sample_columns(preview))
        if shows_reasons(preview):
            header = self.sample.horizontalHeader()
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(1, _REASON_WIDTH)
        self.sample.set_rows(sample_lines(preview))
        self._say()

    def _order_tabs(self) -> None:
        """Let the keyboard go as the eye does: the format's row, the columns, the sample."""
        fields = (self.kind, *self.format.fields(), *self.columns.choices.values(), self.sample)
        for before, after in pairwise(fields):
            self.setTabOrder(before, after)

    def missing(self) -> str:
        """Return what is said of the columns that are missing, or nothing."""
        return self._missing.text() if self._missing.isVisibleTo(self) else ""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        self.kind.setFixedHeight(Height.FIELD)
        kind = QVBoxLayout()
        kind.setSpacing(2)
        kind.addWidget(self._kind_label)
        kind.addWidget(self.kind)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addLayout(kind)
        head.addWidget(self.format, 1)
        left, right = QVBoxLayout(), QVBoxLayout()
        area = QScrollArea(self)
        area.setWidget(self.columns)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(_COLUMNS_WIDTH)
        for column, title, content in (
            (left, self._columns_title, area),
            (right, self._sample_title, self.sample),
        ):
            column.setSpacing(Space.XS)
            column.addWidget(title)
            column.addWidget(content, 1)
        body = QHBoxLayout()
        body.setSpacing(Space.L)
        body.addLayout(left)
        body.addWidget(divider(self, vertical=True))
        body.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.M)
        layout.addLayout(head)
        layout.addWidget(self._missing)
        layout.addWidget(divider(self))
        layout.addLayout(body, 1)

    def _retranslate(self) -> None:
        self._kind_label.setText(self.tr("What the lines are"))
        self.kind.setAccessibleName(self._kind_label.text())
        self._columns_title.setText(self.tr("Which of the file's columns is which"))
        self._sample_title.setText(self.tr("The first lines, as they would be taken"))
        self.sample.setAccessibleName(self._sample_title.text())
        if self._preview is not None:
            self.show_preview(self._preview)

    def _say(self) -> None:
        missing = () if self._preview is None else self._preview.missing
        words = {
            1: self.tr("A column is missing: choose which one of the file is “{columns}”."),
            2: self.tr("Columns are missing: choose which ones of the file are “{columns}”."),
        }
        self._missing.setText(missing_sentence(missing, words))
        self._missing.setVisible(bool(missing))

    def _correct(self, mapping: ImportMapping) -> None:
        """Ask for the file to be read so; a mapping without headers counts for any header."""
        self.corrected.emit(replace(mapping, headers=()))

    @Slot()
    def _on_kind_activated(self) -> None:
        """Recognise the columns anew: they mean something else in another kind of file."""
        if self._preview is not None:
            kind = ImportKind(self.kind.currentData())
            self._correct(replace(self._preview.mapping, kind=kind, columns={}))

    @Slot()
    def _on_format_changed(self) -> None:
        """Read the header anew; the columns are kept where only amounts or dates are concerned."""
        if self._preview is None:
            return
        how, old, mapping = self.format.format(), self._preview.format, self._preview.mapping
        is_same_table = how == replace(old, decimal_mark=how.decimal_mark, day_order=how.day_order)
        columns = mapping.columns if is_same_table else {}
        self._correct(replace(mapping, format=how, columns=columns))

    @Slot()
    def _on_columns_changed(self) -> None:
        if self._preview is not None:
            self._correct(replace(self._preview.mapping, columns=self.columns.columns()))
