"""The ten sections: their counts, what each of them shows, and how the keys go through them."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from cockpit.domain.formats import Language
from cockpit.domain.quotes import OpenQuote, QuoteLine
from cockpit.domain.sections import CustomerStory
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.ui.customer_panel.entry_list import EntryList
from cockpit.ui.customer_panel.pages.orders import OrdersPage
from cockpit.ui.customer_panel.pages.products import Mix, ProductsPage
from cockpit.ui.customer_panel.pages.quotes import QuotesPage
from cockpit.ui.customer_panel.pages.tables import quantity
from cockpit.ui.customer_panel.pages.titles import TitlesPage, ordered
from cockpit.ui.customer_panel.panel import CustomerPanel
from cockpit.ui.customer_panel.section_id import SectionId
from cockpit.ui.quotes.dialog import QuoteDialog
from cockpit.ui.widgets.record_table import RecordTable
from tests.support.panel_data import PanelWorld, make_panel
from tests.support.panel_views import (
    BROWSE,
    CALL,
    activate,
    add,
    big_story,
    opened,
    press,
    story_of,
    tell,
    texts,
)
from tests.support.story_lines import STORY_DAY, titles
from tests.support.visit_fakes import BOLT


def cells(view: QAbstractItemView, column: int) -> list[str]:
    model = view.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount(QModelIndex()))]


def orders_page(panel: CustomerPanel) -> OrdersPage:
    page = panel.sections.page(SectionId.ORDERS)
    assert isinstance(page, OrdersPage)
    return page


def products_page(panel: CustomerPanel) -> ProductsPage:
    page = panel.sections.page(SectionId.PRODUCTS)
    assert isinstance(page, ProductsPage)
    return page


@pytest.mark.parametrize("size", [BROWSE, CALL])
def test_every_section_is_named_in_full_with_its_count(
    qtbot: QtBot, world: PanelWorld, size: tuple[int, int]
) -> None:
    panel = opened(qtbot, world, make_panel(), size=size)
    cells = panel.sections.bar.cells()
    assert [one.words() for one in cells] == [
        "Resumo",
        "Histórico 12",
        "Pedidos 6",
        "Produtos 5",
        "Títulos 3",
        "Orçamentos 2",
        "Objeções 4",
        "Atendim. 2",
        "Anotações 3",
        "Auditoria 4",
    ]
    for cell in cells:
        assert cell.fontMetrics().horizontalAdvance(cell.words()) <= cell.width() + 2


def test_the_sections_are_reached_by_number_and_in_turn(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    activate(qtbot, panel)
    panel.show_section_number(3)
    assert panel.sections.section is SectionId.ORDERS
    assert orders_page(panel).table.hasFocus()
    panel.show_section_number(0)
    assert panel.sections.section is SectionId.AUDIT
    panel.next_section()
    assert panel.sections.section is SectionId.SUMMARY
    panel.previous_section()
    assert panel.sections.section is SectionId.AUDIT
    assert panel.sections.bar.cells()[9].isChecked()


def test_the_section_stays_from_customer_to_customer(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel(1))
    panel.show_section(SectionId.ORDERS)
    panel.show_customer(add(world, make_panel(2)))
    assert panel.sections.section is SectionId.ORDERS
    assert orders_page(panel).isVisibleTo(panel)


def test_a_section_is_filled_only_when_it_is_looked_at(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    table = orders_page(panel).table
    assert table.records.rowCount() == 0
    panel.show_section(SectionId.ORDERS)
    assert table.records.rowCount() == 6


def test_the_newest_order_s_items_and_delivery_are_there_at_once(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel())
    panel.show_section(SectionId.ORDERS)
    page = orders_page(panel)
    assert "Itens do 48120 · prometido para 14/02/2022" in texts(page)
    assert cells(page.items.table, 0)[2] == "Correia em V A-42"
    activate(qtbot, panel)
    page.table.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert "Itens do 48046 · atrasado, prometido para 11/01/2022" in texts(page)
    assert cells(page.table, 4)[3] == "-R$ 2.536,00"


def test_a_refresh_leaves_the_current_order_where_it_is(qtbot: QtBot, world: PanelWorld) -> None:
    record = make_panel()
    panel = opened(qtbot, world, record, big_story(record))
    panel.show_section(SectionId.ORDERS)
    table = orders_page(panel).table
    table.show_row(120)
    value, number = table.verticalScrollBar().value(), cells(table, 1)[120]
    assert value > 0
    story = story_of(world, record)
    newest = replace(story.orders[0], order_id=UUID(int=5), number="99999")
    add(world, record, replace(story, orders=(newest, *story.orders)))
    tell(qtbot, world, record.profile.customer_id)
    current = table.current()
    assert current is not None
    assert current.number == number
    assert table.verticalScrollBar().value() == value


def test_overdue_titles_stand_on_top_with_what_they_come_to(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel())
    panel.show_section(SectionId.TITLES)
    page = panel.sections.page(SectionId.TITLES)
    assert isinstance(page, TitlesPage)
    assert page.late.text() == "1 título vencido: R$ 1.003,00, há 9 dias"
    assert page.open.text() == "1 título a vencer: R$ 1.403,00"
    assert cells(page.table, 1) == ["48120/1", "48120/2", "48083/1"]
    assert cells(page.table, 2) == ["vencido há 9 dias", "vence em 15 dias", "pago em 22/02/2022"]


def test_titles_are_ordered_by_what_they_ask_for() -> None:
    base = titles(STORY_DAY)
    older = replace(base[1], receivable_id=UUID(int=1), days_late=40, due_on=base[2].due_on)
    assert [one.receivable_id.int for one in ordered((*base, older))] == [1, 0xF2, 0xF1, 0xF3]


def test_the_product_mix_has_four_views_with_numbers(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    panel.show_section(SectionId.PRODUCTS)
    page = products_page(panel)
    assert [one.text() for one in page.buttons.values()] == [
        "Mais comprados 5",
        "Para repor 1",
        "Parou 2",
        "Parecidos compram 2",
    ]
    page.buttons[Mix.LAPSED].click()
    assert sorted(cells(page.uses, 1)) == ["parou", "parou"]
    page.buttons[Mix.IDEAS].click()
    assert cells(page.ideas, 2) == ["18 de 40 (45%)", "11 de 40 (28%)"]
    assert not page.uses.isVisibleTo(page)


def test_products_are_copied_as_a_spreadsheet_takes_them(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel(), size=CALL)
    panel.show_section(SectionId.PRODUCTS)
    products_page(panel).show_mix(Mix.IDEAS)
    table = products_page(panel).ideas
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Produto\tFamília\tClientes parecidos",
        "Retentor 35x52x7\tVedação\t18 de 40 (45%)",
        "Luva nitrílica, caixa com 100\tProteção individual\t11 de 40 (28%)",
    ]
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (SectionId.OBJECTIONS, ["Estoque ainda cheio · condição atendida", "até 21/03/2022"]),
        (SectionId.OBJECTIONS, ["Prazo de entrega longo · em espera", "até a promoção Semana"]),
        (SectionId.SERVICE, ["Rolamento com código trocado · aberto", "Reclamação · AT-0417"]),
        (SectionId.SERVICE, ["Correia rompeu", "encerrado em 30/11/2021", "Solução: Trocada"]),
        (SectionId.NOTES, ["Pitch anterior", "Por que parou: Preço", "Objetivo: Recuperar"]),
        (SectionId.NOTES, ["Post-it", "Marisa", "tratar com carinho"]),
    ],
)
def test_objections_cases_and_notes_say_all_that_is_known(
    qtbot: QtBot, world: PanelWorld, section: SectionId, words: list[str]
) -> None:
    panel = opened(qtbot, world, make_panel())
    panel.show_section(section)
    shown = panel.sections.page(section).findChild(EntryList)
    assert isinstance(shown, EntryList)
    entries = [shown.entries.entry(row).text() for row in range(len(shown.entries.rows))]
    assert any(all(word in text for word in words) for text in entries)


def test_a_woken_objection_stands_before_open_and_waiting_ones(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel())
    panel.show_section(SectionId.OBJECTIONS)
    shown = panel.sections.page(SectionId.OBJECTIONS).findChild(EntryList)
    assert isinstance(shown, EntryList)
    heads = [shown.entries.entry(row).headline.rpartition(" · ")[2] for row in range(4)]
    assert heads == ["condição atendida", "aberta", "em espera", "superada"]


def test_the_audit_is_told_in_words(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    panel.show_section(SectionId.AUDIT)
    table = panel.sections.page(SectionId.AUDIT).findChild(QAbstractItemView)
    assert isinstance(table, QAbstractItemView)
    assert cells(table, 2) == [
        "atendimento concluído",
        "contato corrigido: Pediu orçamento",
        "pulado: Ligar à tarde",
        "veio de um arquivo: clientes.csv",
    ]
    assert cells(table, 1)[3] == "o programa"


def test_every_empty_section_says_so_in_one_sentence(qtbot: QtBot, world: PanelWorld) -> None:
    record = make_panel()
    empty = CustomerStory(record.profile.customer_id, LifecycleStatus.PROSPECT)
    panel = opened(qtbot, world, record, empty)
    sentences = []
    for section in list(SectionId)[1:]:
        panel.show_section(section)
        sentences.append(panel.sections.page(section).state_sentence())
    assert all(one.endswith(".") and "\n" not in one for one in sentences)
    assert len(set(sentences)) == len(sentences)
    panel.show_customer(add(world, make_panel(2)))
    assert panel.sections.page(SectionId.AUDIT).state_sentence() == ""


def test_the_pages_are_built_before_somebody_looks(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    qtbot.waitUntil(lambda: panel.sections.is_built, timeout=20_000)
    assert set(panel.sections._pages) == set(SectionId)
    tables = {one.accessibleName() for one in panel.sections.findChildren(RecordTable)}
    assert {"Itens", "O que clientes parecidos compram"} <= tables  # what few customers need


def test_the_models_keep_qt_s_rules(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = []
    for section in SectionId:
        panel.show_section(section)
        page = panel.sections.page(section)
        page.build_rest()
        views = [*page.findChildren(RecordTable), *page.findChildren(EntryList)]
        testers += [QAbstractItemModelTester(view.model(), mode) for view in views]
    assert len(testers) == 12
    record = make_panel(2)
    panel.show_customer(add(world, record, big_story(record)))
    for section in SectionId:
        panel.show_section(section)
        QApplication.processEvents()


@pytest.mark.parametrize(
    ("milli", "words"), [(12_000, "12"), (1_500, "1,5"), (-250, "-0,25"), (1_234_567, "1.234,567")]
)
def test_a_quantity_has_the_decimals_it_needs(milli: int, words: str) -> None:
    assert quantity(milli, Language.PORTUGUESE) == words


def quotes_page(panel: CustomerPanel) -> QuotesPage:
    panel.show_section(SectionId.QUOTES)
    page = panel.sections.page(SectionId.QUOTES)
    assert isinstance(page, QuotesPage)
    return page


def test_a_quote_is_written_from_the_quotes_by_a_key(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    activate(qtbot, panel)
    page = quotes_page(panel)
    press(qtbot, Qt.Key.Key_O)
    dialog = page.findChild(QuoteDialog)
    assert isinstance(dialog, QuoteDialog)
    assert dialog.draft.customer_id == panel.panel.profile.customer_id  # type: ignore[union-attr]
    dialog.add(BOLT)
    with qtbot.waitSignal(panel.message_raised) as told:
        dialog.save()
    assert "C-TEST-1" in told.args[0]
    assert len(world.quotes.taken) == 1


def test_an_open_quote_is_changed_from_its_line_and_no_other(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel())
    activate(qtbot, panel)
    page = quotes_page(panel)
    first, lost = page.table.records.rows
    world.quotes.open = [
        OpenQuote(UUID(int=9), "C-TEST-9", first.opened_on, None, ()),
        OpenQuote(first.quote_id, first.number, first.opened_on, None,
                  (QuoteLine(BOLT.product_id, 2_000, 950),)),
    ]  # fmt: skip
    press(qtbot, Qt.Key.Key_Return)
    dialog = page.findChild(QuoteDialog)
    assert isinstance(dialog, QuoteDialog)
    assert dialog.draft.quote_id == first.quote_id
    dialog.rows[0].quantity.setValue(3)
    dialog.save()
    ((draft, before),) = world.quotes.revised
    assert (before.number, draft.lines[0].quantity_milli) == (first.number, 3_000)
    page.table.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert page.table.current() == lost
    assert not page.change_button.isEnabled()


def test_a_colleagues_open_quote_is_not_changed_and_that_is_said(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel())
    activate(qtbot, panel)
    page = quotes_page(panel)
    with qtbot.waitSignal(panel.message_raised) as told:
        press(qtbot, Qt.Key.Key_Return)
    assert told.args == ["Só se mudam os seus próprios orçamentos, enquanto estão em aberto."]
    assert page.findChild(QuoteDialog) is None


def test_the_first_quote_is_written_where_there_is_none_yet(
    qtbot: QtBot, world: PanelWorld
) -> None:
    record = make_panel()
    panel = opened(qtbot, world, record, replace(big_story(record), quotes=()))
    activate(qtbot, panel)
    page = quotes_page(panel)
    press(qtbot, Qt.Key.Key_Space)
    assert isinstance(page.findChild(QuoteDialog), QuoteDialog)
