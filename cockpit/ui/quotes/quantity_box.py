"""A number of pieces, kilograms or metres: three decimals where they are needed, none else."""

from PySide6.QtWidgets import QDoubleSpinBox, QWidget
from typing_extensions import override

_MOST = 1_000_000


class QuantityBox(QDoubleSpinBox):
    """Shows "1" rather than "1,000", which half of the readers take for a thousand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDecimals(3)
        self.setMaximum(_MOST)
        self.setValue(1)

    @override
    def textFromValue(self, val: float) -> str:
        text = super().textFromValue(val)
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text
