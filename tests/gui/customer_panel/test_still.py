"""Filling many parts at once."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cockpit.ui.widgets.still import held_still


def test_parts_that_are_shown_move_the_others_only_when_all_are_filled(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    upper, lower = QLabel("Primeiro o financeiro"), QLabel("Adesivos do Vale")
    upper.hide()
    layout = QVBoxLayout(holder)
    layout.addWidget(upper)
    layout.addWidget(lower)
    holder.resize(300, 200)
    with qtbot.waitExposed(holder):
        holder.show()
    place = lower.geometry()
    with held_still(holder):
        upper.show()
        assert lower.geometry() == place
    qtbot.waitUntil(lambda: lower.y() > place.y())
