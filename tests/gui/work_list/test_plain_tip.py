"""What a customer or an outcome is called is never taken for markup."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QWidget

from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.contact import Outcome
from cockpit.domain.formats import Language
from cockpit.domain.list_query import ListQuery
from cockpit.domain.vocabulary import QueueEffect
from cockpit.ui.contact_form.outcome_model import OutcomeItemModel
from cockpit.ui.widgets.plain_tip import plain_tip
from cockpit.ui.work_list.cell_texts import Style
from cockpit.ui.work_list.columns import COLUMNS, ColumnKey
from cockpit.ui.work_list.item_model import WorkListItemModel
from tests.support.list_data import NOW, TODAY, make_list, make_row


@pytest.mark.parametrize(
    "name",
    [
        "<b>Agro</b> Ltda",
        "<img src='file:///etc/hostname'>",
        "<table><tr><td>x",
        "</p><h1>Agro",
        "A < B & C > D",
        "Agro & Filhos",
    ],
)
def test_a_tool_tip_shows_each_letter(name):
    tip = plain_tip(name)
    shown = QTextDocumentFragment.fromHtml(tip).toPlainText() if GuiQt.mightBeRichText(tip) else tip
    assert shown == name


def test_the_tool_tip_of_an_outcome_shows_the_tags_of_a_name(qtbot):
    name = "<h1>Vendeu</h1>"
    parent = QWidget()
    qtbot.addWidget(parent)
    model = OutcomeItemModel(parent)
    model.set_outcomes(
        [Outcome(UUID(int=1), "sale", name, QueueEffect.SALE, 60, True, False, False)]
    )
    tip = model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert name in QTextDocumentFragment.fromHtml(tip).toPlainText()


def test_the_tool_tip_of_a_row_shows_the_tags_of_a_name(qapp):
    style = Style(Language.PORTUGUESE, DEFAULT_ZONE, TODAY, NOW)
    model, table = WorkListItemModel(style), make_list([make_row(1, name="<h1>Agro</h1>")])
    model.set_lines(table, table.select(ListQuery()), style)
    column = next(place for place, one in enumerate(COLUMNS) if one.key is ColumnKey.CLIENT)
    tip = model.data(model.index(0, column), Qt.ItemDataRole.ToolTipRole)
    assert "<h1>Agro</h1>" in QTextDocumentFragment.fromHtml(tip).toPlainText()
