"""The inset that numbers in spin boxes lack."""

from PySide6.QtWidgets import QAbstractSpinBox

_INSET = 7


def inset(*boxes: QAbstractSpinBox) -> None:
    """Let the numbers begin where the texts of other fields do.

    Workaround: of a style sheet's padding Qt (6.11) leaves out the left one, because a spin box
    puts its field at 0. Remove when it does not.
    """
    for box in boxes:
        box.lineEdit().setTextMargins(_INSET, 0, 0, 0)
