"""A choice is made by the letters of its name, and never by those of another word."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cockpit.ui.contact_form.keyed_combo import Choice, KeyedCombo


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def combo(window: QWidget) -> KeyedCombo:
    made = KeyedCombo(window)
    made.offer([Choice("price", "Preço acima"), Choice("delivery", "Prazo de entrega")])
    return made


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("pre", "price"), ("praz", "delivery"), ("entr", "delivery"), ("pp", "delivery")],
)
def test_letters_choose_by_the_beginning_of_a_word(
    combo: KeyedCombo, qtbot: QtBot, typed: str, chosen: str
) -> None:
    qtbot.keyClicks(combo, typed)
    assert combo.key() == chosen


def test_a_word_that_leads_nowhere_chooses_nothing(combo: KeyedCombo, qtbot: QtBot) -> None:
    qtbot.keyClicks(combo, "estoque")
    assert combo.key() == ""


def test_one_stray_letter_changes_nothing(combo: KeyedCombo, qtbot: QtBot) -> None:
    combo.choose("price")
    qtbot.keyClicks(combo, "x")
    assert combo.key() == "price"
