"""The client panel: what it shows, when it reloads, and what it must not show."""

import time
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.customer import CustomerPanel as PanelRecord
from cockpit.domain.errors import DatabaseError
from cockpit.domain.vocabulary import Channel, CreditState, LifecycleStatus, Trend
from cockpit.runtime.translation import install_language
from cockpit.ui.customer_panel.cycle_facts import RuleChip
from cockpit.ui.customer_panel.panel import CustomerPanel
from tests.support.cycle_data import make_gap_bins, make_picture, make_verdict
from tests.support.panel_data import (
    HeldTaskRunner,
    PanelWorld,
    make_contact,
    make_panel,
    make_troubled_panel,
)

SIZE = (500, 354)


@pytest.fixture
def world(qapp: QApplication) -> Iterator[PanelWorld]:
    made = PanelWorld(qapp)
    yield made
    made.close()


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened


def opened(qtbot: QtBot, world: PanelWorld, record: PanelRecord) -> CustomerPanel:
    panel = CustomerPanel(world.ctx)
    qtbot.addWidget(panel)
    panel.resize(*SIZE)
    panel.show()
    world.customers.add(record)
    panel.show_customer(record.profile.customer_id)
    with qtbot.waitExposed(panel):
        pass
    QApplication.processEvents()  # lays out
    return panel


def texts(widget: QWidget) -> str:
    """Return every text that can be seen."""
    seen = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return "\n".join(one.text() for one in seen if one.isVisibleTo(widget))


def button(panel: CustomerPanel, start: str) -> QPushButton:
    found = [one for one in panel.findChildren(QPushButton) if one.text().startswith(start)]
    return found[0]


def tell(qtbot: QtBot, world: PanelWorld, customer_id: UUID) -> None:
    """Commit a contact with a customer, and wait until the feed has told it."""
    with qtbot.waitSignal(world.feed.changed):
        world.database.commit(ChangeNotice(frozenset({Topic.CONTACTS}), frozenset({customer_id})))


@pytest.mark.parametrize(
    ("language", "sentence", "tab"),
    [
        (
            "pt_BR",
            "Comprava a cada 16 dias (8 a 23); está há 50 dias, mais que 97% dos seus intervalos; "
            "próximo pedido era esperado até 23/02; chance de comprar nos próximos 90 dias: 28%.",
            "Histórico",
        ),
        (
            "en",
            "Used to buy every 16 days (8 to 23); silent for 50 days, longer than 97% of their "
            "intervals; the next order was expected by 23/02; chance of an order in the next 90 "
            "days: 28%.",
            "History",
        ),
    ],
)
def test_a_customer_is_explained_in_the_user_s_language(
    qtbot: QtBot, qapp: QApplication, language: str, sentence: str, tab: str
) -> None:
    world = PanelWorld(qapp, preferences={"language": language})
    panel = opened(qtbot, world, make_panel())
    assert panel._cycle.sentence() == sentence
    assert panel._tabs.tabText(0).startswith(tab)
    seen = texts(panel).replace("\u00a0", " ")
    for fact in ("Adesivos Plásticos do Vale", "10417", "12.ABC.345/01DE-35", "Caxias do Sul/RS"):
        assert fact in seen
    world.close()


def test_changing_the_language_changes_every_word(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_troubled_panel())
    assert "Crédito negado" in texts(panel)
    world.preferences.set_value("language", "en")
    install_language(QApplication.instance(), world.ctx.language)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: "Credit denied" in texts(panel))
    for words in ("R$ 12,345.67 overdue", "Overdue: Sat 19/03/2022 09:00", "2 open complaints"):
        assert words in texts(panel)
    assert "silent for 50 days" in panel._cycle.sentence()


def test_an_invalid_document_is_flagged(qtbot: QtBot, world: PanelWorld) -> None:
    flag = "CNPJ ou CPF inválido"
    assert flag in texts(opened(qtbot, world, make_troubled_panel()))
    assert flag not in texts(opened(qtbot, world, make_panel()))


def test_credit_overdue_titles_and_complaints_are_told_in_words(
    qtbot: QtBot, world: PanelWorld
) -> None:
    record = make_panel(
        credit_state=CreditState.WATCH, overdue_cents=123_456, open_case_count=1, is_blocked=True
    )
    seen = texts(opened(qtbot, world, record))
    for words in ("Crédito em análise", "R$ 1.234,56", "1 reclamação", "Bloqueado"):
        assert words in seen


def test_enter_on_a_number_dials_it_and_c_copies_it(
    qtbot: QtBot, world: PanelWorld, dialled: list[str]
) -> None:
    panel = opened(qtbot, world, make_troubled_panel())
    number = button(panel, "(54) 3221-4410")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton)
    assert dialled == ["tel:+555432214410;ext=214"] * 2
    qtbot.keyClick(number, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "+555432214410"


def test_the_panel_dials_the_primary_number(
    qtbot: QtBot, world: PanelWorld, dialled: list[str]
) -> None:
    panel = opened(qtbot, world, make_panel())
    panel.dial()
    panel.copy_phone()
    assert dialled == ["tel:+5554999812044"]
    assert QGuiApplication.clipboard().text() == "+5554999812044"


def test_do_not_contact_shows_no_number_and_dials_nothing(
    qtbot: QtBot, world: PanelWorld, dialled: list[str]
) -> None:
    panel = opened(qtbot, world, make_panel(forbidden_channels=frozenset(Channel)))
    seen = texts(panel)
    assert "Não contatar" in seen
    assert "99981" not in seen
    assert "WhatsApp" not in seen
    panel.dial()
    assert dialled == []


def test_a_channel_that_is_left_open_stays_usable_without_showing_the_number(
    qtbot: QtBot, world: PanelWorld, dialled: list[str]
) -> None:
    panel = opened(qtbot, world, make_panel(forbidden_channels=frozenset({Channel.PHONE})))
    assert "99981" not in texts(panel)
    qtbot.mouseClick(button(panel, "WhatsApp"), Qt.MouseButton.LeftButton)
    assert dialled == ["https://wa.me/5554999812044"]


def test_a_closed_whatsapp_leaves_the_telephone(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel(forbidden_channels=frozenset({Channel.WHATSAPP})))
    assert "(54) 99981-2044" in texts(panel)
    assert [one for one in panel.findChildren(QPushButton) if one.text() == "WhatsApp"] == []


def test_a_new_contact_does_not_move_what_is_being_read(qtbot: QtBot, world: PanelWorld) -> None:
    record = make_panel()
    panel = opened(qtbot, world, record)
    history = panel._history
    bar = history.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    read = history.indexAt(history.viewport().rect().center())
    before = (read.data(), history.visualRect(read).top())
    late = replace(make_contact(0), contact_id=UUID(int=1), note="Acabou de ligar de volta.")
    contacts = (late, *record.profile.contacts)
    world.customers.add(replace(record, profile=replace(record.profile, contacts=contacts)))
    tell(qtbot, world, record.profile.customer_id)
    after = history.indexAt(history.viewport().rect().center())
    assert (after.data(), history.visualRect(after).top()) == before
    assert history.model().rowCount(QModelIndex()) == len(contacts)


def test_another_customer_s_change_is_not_asked_for(qtbot: QtBot, world: PanelWorld) -> None:
    opened(qtbot, world, make_panel())
    asked = len(world.customers.asked)
    tell(qtbot, world, UUID(int=1))
    assert len(world.customers.asked) == asked


def test_a_late_answer_about_the_former_customer_is_dropped(
    qtbot: QtBot, qapp: QApplication
) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    panel = opened(qtbot, world, make_panel(1))
    world.customers.add(make_panel(2))
    with qtbot.waitSignal(panel.panel_shown) as shown:
        panel.show_customer(make_panel(2).profile.customer_id)
        runner.release()
    assert world.customers.asked == [make_panel(2).profile.customer_id]
    assert shown.args[0].profile.trade_name.endswith(" 2")
    world.close()


def test_the_former_customer_stays_in_view_but_is_left_while_the_next_one_loads(
    qtbot: QtBot, qapp: QApplication
) -> None:
    runner = HeldTaskRunner()
    world = PanelWorld(qapp, runner=runner)
    panel = opened(qtbot, world, make_panel(1))
    runner.release()
    world.customers.add(make_panel(2))
    with qtbot.waitSignal(panel.panel_left):
        panel.show_customer(make_panel(2).profile.customer_id)
    assert panel.panel is None
    assert "do Vale 1" in texts(panel)
    qtbot.waitUntil(lambda: "Abrindo" in texts(panel))
    runner.release()
    assert "do Vale 2" in texts(panel)
    assert panel.panel is not None
    world.close()


def test_a_failed_load_can_be_tried_again(qtbot: QtBot, world: PanelWorld) -> None:
    world.customers.trouble = DatabaseError("database_locked")
    panel = opened(qtbot, world, make_panel())
    assert panel.panel is None
    world.customers.trouble = None
    qtbot.mouseClick(button(panel, "Tentar"), Qt.MouseButton.LeftButton)
    assert "Adesivos" in texts(panel)


def test_a_customer_that_is_gone_and_nobody_at_all_are_told_apart(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel())
    panel.show_customer(UUID(int=404))
    assert "não existe mais" in texts(panel)
    panel.show_customer(None)
    assert "Escolha um cliente" in texts(panel)
    assert panel.panel is None


def test_the_tabs_are_reached_by_keyboard(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    with qtbot.waitActive(panel):
        panel.activateWindow()
    qtbot.keyClick(panel, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert panel._tabs.currentIndex() == 1
    assert panel._orders.hasFocus()
    qtbot.keyClick(panel, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert panel._history.hasFocus()


def test_the_charts_are_reached_by_keyboard_and_have_the_room_they_need(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_panel())
    with qtbot.waitActive(panel):
        panel.activateWindow()
    qtbot.keyClick(panel, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    page = panel._cycle_page
    assert panel._tabs.tabText(2) == "Ciclo"
    assert page.plot.hasFocus()
    qtbot.waitUntil(lambda: page.plot.height() >= page.plot.minimumSizeHint().height())
    assert page.gaps.height() >= page.gaps.minimumSizeHint().height()
    qtbot.keyClick(page.plot, Qt.Key.Key_Tab)
    assert page.gaps.hasFocus()
    qtbot.keyClick(panel, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert panel._tabs.minimumHeight() < page.plot.minimumSizeHint().height()


def test_the_intervals_stand_beside_the_present_silence(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    gaps = panel._cycle_page.gaps
    assert [mark.text for mark in gaps.marks] == ["há 50 dias sem comprar"]
    assert gaps.marks[0].place == pytest.approx(3 + 5 / 15)
    assert gaps.bars[1].reading == "de 15 a menos de 30 dias: 8 intervalos (62%)"
    assert gaps.bars[-1].reading == "365 dias ou mais: nenhum intervalo (0%)"
    assert "13 intervalos" in gaps.accessibleDescription()


@pytest.mark.parametrize(
    ("orders", "words"), [(0, "Ainda não há pedido"), (1, "Só um pedido até agora")]
)
def test_who_has_no_interval_is_told_so_instead_of_an_empty_chart(
    qtbot: QtBot, world: PanelWorld, orders: int, words: str
) -> None:
    days = make_picture().order_on[-orders:] if orders else ()
    picture = make_picture(
        order_on=days,
        value_cents=(100,) * orders,
        is_outlier=(False,) * orders,
        gap_bins=make_gap_bins([]),
        silence_days=50 if orders else None,
    )
    panel = opened(qtbot, world, replace(make_panel(), picture=picture))
    panel._show_tab(2)
    assert words in texts(panel._cycle_page)
    assert panel._cycle_page.gaps.isHidden()
    assert panel._cycle_page.plot.isHidden() is not bool(orders)
    assert panel._cycle.plot.isHidden() is not bool(orders)


def test_both_rules_are_shown_where_they_differ(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    seen = panel._cycle.facts.text()
    assert "Ciclo próprio: Inativo" in seen
    assert "Regra fixa: Ativo" in seen
    chips = {one.accessibleName() for one in panel.findChildren(RuleChip)}
    assert chips == {
        "Ciclo próprio: Inativo. Esta regra decide.",
        "Regra fixa: Ativo. Esta regra serve só de comparação.",
    }
    record = make_panel()
    agreed = make_verdict(fixed_status=LifecycleStatus.INACTIVE)
    panel._cycle.show_panel(replace(record, verdict=agreed))
    assert "Regra fixa" not in panel._cycle.facts.text()
    blocked = make_verdict(status=LifecycleStatus.BLOCKED)
    panel._cycle.show_panel(replace(record, verdict=blocked))
    assert "Regra fixa" not in panel._cycle.facts.text()


def test_the_trend_and_the_lost_revenue_are_told_in_words(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    seen = panel._cycle.facts.text()
    assert "Comprando menos" in seen
    assert "Perdido até agora: R$ 3.104 · próximos 12 meses: R$ 33.670" in seen
    quiet = make_verdict(
        status=LifecycleStatus.AT_RISK,
        own_status=LifecycleStatus.AT_RISK,
        fixed_status=LifecycleStatus.AT_RISK,
        trend=Trend.FLAT,
        lost_so_far_cents=0,
        lost_12m_cents=99,
    )
    panel._cycle.show_panel(replace(make_panel(), verdict=quiet))
    assert panel._cycle.facts.text() == ""
    assert panel._cycle.facts.isHidden()


def test_a_customer_is_shown_within_forty_milliseconds(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    panel._show_tab(2)
    spans = []
    for number in range(1, 10):
        record = world.customers.add(make_panel(number))
        began = time.perf_counter()
        panel.show_customer(record.profile.customer_id)
        panel.grab()
        spans.append(time.perf_counter() - began)
    assert min(spans) < 0.040


def test_the_models_keep_qt_s_rules(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_panel())
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(view.model(), mode) for view in (panel._history, panel._orders)
    ]
    panel.show_customer(world.customers.add(make_troubled_panel()).profile.customer_id)
    assert all(tester.model().rowCount(QModelIndex()) == 14 for tester in testers)


def test_nothing_is_cut_in_the_smallest_window(qtbot: QtBot, world: PanelWorld) -> None:
    panel = opened(qtbot, world, make_troubled_panel())
    qtbot.waitUntil(lambda: panel._scroll.verticalScrollBar().maximum() > 0)
    for label in panel.findChildren(QLabel):
        if label.isVisibleTo(panel) and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed, label.text()


def test_another_customer_is_shown_from_the_name_on_and_the_key_returns_to_the_charts(
    qtbot: QtBot, world: PanelWorld
) -> None:
    panel = opened(qtbot, world, make_troubled_panel())
    bar = panel._scroll.verticalScrollBar()
    panel.show_cycle()
    qtbot.waitUntil(lambda: bar.value() > 0)
    panel.show_customer(world.customers.add(make_panel(2)).profile.customer_id)
    assert bar.value() == 0
    panel.show_cycle()
    assert bar.value() > 0
