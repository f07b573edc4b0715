"""Drop-down lists for narrow places: a cut text ends in an ellipsis, or an icon stands for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget
from typing_extensions import override

from cockpit.ui.widgets.plain_tip import plain_tip

ICON_ONLY_WIDTH = 58
LIST_WIDTH = 140


class CompactCombo(QComboBox):
    """A list whose closed state never cuts a letter in two; the tooltip has the whole text."""

    def __init__(self, parent: QWidget, *, is_icon_only: bool = False) -> None:
        super().__init__(parent)
        self._is_icon_only = is_icon_only
        self._title = ""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.view().setMinimumWidth(LIST_WIDTH)
        if is_icon_only:
            self.setFixedWidth(ICON_ONLY_WIDTH)
        self.currentTextChanged.connect(self._update_names)

    def set_title(self, title: str) -> None:
        """Set what is chosen here."""
        self._title = title
        self._update_names()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEditable():
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        text = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, field.width() - 2
        )
        option.currentText = "" if self._is_icon_only else text
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _update_names(self) -> None:
        self.setAccessibleName(self._title)
        self.setToolTip(plain_tip(f"{self._title}: {self.currentText()}"))
