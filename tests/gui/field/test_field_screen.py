"""The field mode: route, map, visit, quote and attachments, by keys and by fingers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from cockpit.domain.errors import BadInputError, ConflictError
from cockpit.domain.formats import Language
from cockpit.domain.quotes import OpenQuote, QuoteLine
from cockpit.domain.visits import VisitStop
from cockpit.domain.vocabulary import Channel
from cockpit.runtime.translation import install_language
from cockpit.ui.actions import ActionId
from cockpit.ui.contact_form.who_row import WhoRow
from cockpit.ui.field.route_list import Role
from cockpit.ui.field.screen import FieldScreen
from cockpit.ui.main_window import MainWindow
from cockpit.ui.quotes.dialog import QuoteDialog
from tests.support.list_data import customer_id
from tests.support.ui_data import UiWorld
from tests.support.visit_fakes import BOLT, DUE, NUT

CONTACT = UUID(int=0xC0)
NOW = datetime(2022, 3, 22, 12, tzinfo=UTC)
FINGER = 44


@pytest.fixture
def screen(world: UiWorld, qtbot: QtBot) -> FieldScreen:
    made = FieldScreen(world.ctx)
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.view.records, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    return made


def names(screen: FieldScreen) -> list[str]:
    model = screen.view.records
    records = [model.index(row).data(Role.RECORD) for row in range(model.rowCount())]
    return [one.name if isinstance(one, VisitStop) else f"[{one.city}]" for one in records]


def dialog(screen: FieldScreen, qtbot: QtBot) -> QuoteDialog:
    qtbot.keyClicks(screen.view, "o")
    found = screen.findChild(QuoteDialog)
    assert isinstance(found, QuoteDialog)
    found.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is found)
    return found


def test_customers_stand_by_city_late_ones_first(screen: FieldScreen) -> None:
    assert names(screen) == [
        "[Itu]", "Ferragens Aurora", "Depósito Central", "Casa Bela", "[Salto]", "Lojas Dias",
        "[]", "Sem Endereço",
    ]  # fmt: skip
    assert screen.view.stop is not None
    assert screen.view.stop.name == "Ferragens Aurora"


def test_who_is_due_today_stands_first_with_the_hour(world: UiWorld, screen: FieldScreen) -> None:
    stops = world.visits.stops
    stops[3] = replace(stops[3], due_at=DUE, has_time=True)
    stops[1] = replace(stops[1], due_at=DUE - timedelta(days=2))
    screen.reload()
    assert names(screen)[:5] == ["[Itu]", "Casa Bela", "Ferragens Aurora", "Depósito Central",
                                 "[Salto]"]  # fmt: skip
    said = [str(screen.view.records.index(row).data()) for row in (0, 1, 5)]
    assert "para hoje: 1" in said[0]
    assert "marcado desde 20/03/2022" in said[1]
    assert "marcado para hoje, 14:30" in said[2]


def test_arrows_go_from_customer_to_customer_over_the_headings(
    screen: FieldScreen, qtbot: QtBot
) -> None:
    for _ in range(3):
        qtbot.keyClick(screen.view, Qt.Key.Key_Down)
    assert screen.view.stop is not None
    assert screen.view.stop.name == "Lojas Dias"


def test_one_city_alone_and_escape_back_to_all(screen: FieldScreen) -> None:
    screen.cities.setCurrentIndex(2)
    assert names(screen) == ["[Salto]", "Lojas Dias"]
    assert screen.step_back()
    assert len(names(screen)) == 8
    assert not screen.step_back()


def test_everything_is_large_enough_for_a_finger(screen: FieldScreen) -> None:
    model = screen.view.records
    for row in range(model.rowCount()):
        assert screen.view.visualRect(model.index(row)).height() >= FINGER
    assert screen.view.visualRect(model.index(1)).height() >= 56
    assert min(button.height() for button in screen.buttons.values()) >= FINGER
    assert screen.cities.height() >= FINGER


def test_the_map_opens_only_when_it_is_asked_for(
    screen: FieldScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def note(link: QUrl) -> bool:
        opened.append(bytes(link.toEncoded().data()).decode())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    assert opened == []
    qtbot.keyClicks(screen.view, "m")
    assert opened == [
        "https://www.google.com/maps/search/?api=1&query="
        "Rua%20A%2C%2010%2C%20Centro%2C%20Itu%20-%20SP%2C%2013300-010"
    ]


def test_without_an_address_there_is_no_map(screen: FieldScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(screen.view, Qt.Key.Key_End)
    assert not screen.buttons["M"].isEnabled()


def test_who_wants_no_visit_is_not_visited(screen: FieldScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(screen.view, Qt.Key.Key_Down)
    assert not screen.buttons["V"].isEnabled()
    with qtbot.assertNotEmitted(screen.visit_requested):
        qtbot.keyClick(screen.view, Qt.Key.Key_Return)


def test_a_quote_is_written_by_keys_alone(
    screen: FieldScreen, world: UiWorld, qtbot: QtBot
) -> None:
    written = dialog(screen, qtbot)
    qtbot.keyClicks(written.search, "p1")
    qtbot.keyClick(written.search, Qt.Key.Key_Return)
    (row,) = written.rows
    assert row.price.value() == pytest.approx(10)
    row.quantity.setValue(2.5)
    with qtbot.waitSignal(screen.message_raised) as told:
        qtbot.keyClick(row.quantity, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (draft,) = world.quotes.taken
    assert [(one.product_id, one.quantity_milli, one.unit_cents) for one in draft.lines] == [
        (BOLT.product_id, 2_500, 1_000)
    ]
    assert "C-TEST-1" in told.args[0]


def test_a_price_below_the_autonomy_is_said_at_once_and_not_stored(
    screen: FieldScreen, world: UiWorld, qtbot: QtBot
) -> None:
    written = dialog(screen, qtbot)
    written.add(BOLT)
    written.rows[0].price.setValue(9.49)
    written.save()
    assert world.quotes.taken == []
    assert any("alçada" in label for label in texts(written))
    written.rows[0].price.setValue(9.5)
    assert not any("alçada" in label for label in texts(written))


def test_ones_own_open_quote_is_changed_by_keys(
    screen: FieldScreen, world: UiWorld, qtbot: QtBot
) -> None:
    lines = (QuoteLine(BOLT.product_id, 2_000, 980),)
    stored = OpenQuote(UUID(int=9), "C-TEST-7", date(2022, 3, 20), date(2022, 3, 27), lines)
    world.quotes.open = [stored]
    written = dialog(screen, qtbot)
    assert written.rows == []
    qtbot.keyClick(written.which, Qt.Key.Key_Down)
    (row,) = written.rows
    assert (row.quantity.value(), row.price.value()) == (2, pytest.approx(9.8))
    assert any("27/03/2022" in label for label in texts(written))
    row.quantity.setValue(4)
    world.quotes.trouble = ConflictError("quote_changed", number="C-TEST-7")
    written.save()
    assert any("Alguém mudou o orçamento C-TEST-7" in label for label in texts(written))
    world.quotes.trouble = None
    with qtbot.waitSignal(screen.message_raised) as told:
        qtbot.keyClick(row.quantity, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    ((draft, before),) = world.quotes.revised
    assert (draft.quote_id, draft.lines[0].quantity_milli, draft.expires_on) == (
        stored.quote_id, 4_000, stored.expires_on,
    )  # fmt: skip
    assert before == stored
    assert world.quotes.taken == []
    assert "C-TEST-7" in told.args[0]


def test_a_new_quote_after_looking_at_an_open_one_is_a_new_one(
    screen: FieldScreen, world: UiWorld, qtbot: QtBot
) -> None:
    lines = (QuoteLine(BOLT.product_id, 2_000, 980),)
    world.quotes.open = [OpenQuote(UUID(int=9), "C-TEST-7", date(2022, 3, 20), None, lines)]
    written = dialog(screen, qtbot)
    written.which.setCurrentIndex(1)
    written.which.setCurrentIndex(0)
    assert written.rows == []
    written.add(NUT)
    written.rows[0].price.setValue(1)
    written.save()
    (draft,) = world.quotes.taken
    assert draft.quote_id != UUID(int=9)


def test_a_product_stands_once_and_can_be_taken_out(screen: FieldScreen, qtbot: QtBot) -> None:
    written = dialog(screen, qtbot)
    for product in (BOLT, NUT, BOLT):
        written.add(product)
    assert [row.product for row in written.rows] == [BOLT, NUT]
    written.rows[0].removed.emit()
    assert [row.product for row in written.rows] == [NUT]
    buttons = [one for one in written.findChildren(QAbstractButton) if one.isVisible() and
               one.text()]  # fmt: skip
    assert min(one.height() for one in buttons) >= FINGER


def test_a_file_goes_with_the_newest_contact(
    screen: FieldScreen, world: UiWorld, qtbot: QtBot
) -> None:
    assert screen.view.stop is not None
    screen.attach(screen.view.stop, Path("foto.jpg"))
    assert world.attachments.added == []
    assert any("Registre a visita" in label for label in texts(screen))
    world.visits.contact = (CONTACT, NOW)
    screen.attach(screen.view.stop, Path("foto.jpg"))
    assert world.attachments.added == [(Path("foto.jpg"), CONTACT)]


def test_what_is_wrong_with_a_file_is_said(screen: FieldScreen, world: UiWorld) -> None:
    world.visits.contact = (CONTACT, NOW)
    world.attachments.trouble = BadInputError("attachment_too_large", name="v.mp4", limit=10)
    assert screen.view.stop is not None
    screen.attach(screen.view.stop, Path("v.mp4"))
    assert any("10 MB" in label for label in texts(screen))


def test_the_key_opens_the_mode_and_a_visit_is_what_the_form_begins_with(
    world: UiWorld, qtbot: QtBot
) -> None:
    window = MainWindow(world.ctx)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.start()
    window.action(ActionId.FIELD).trigger()
    screen = window.findChild(FieldScreen)
    assert isinstance(screen, FieldScreen)
    assert screen.isVisible()
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert window.screens.is_desk_shown
    assert window.work_list.chosen == customer_id(1)
    who = window.contact_form.findChild(WhoRow)
    assert isinstance(who, WhoRow)
    assert who.channel is Channel.VISIT
    window.action(ActionId.FIELD).trigger()
    window.action(ActionId.FIELD).trigger()
    assert window.screens.is_desk_shown


def texts(widget: FieldScreen | QuoteDialog) -> list[str]:

    return [label.text() for label in widget.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("days", "words"), [(3, "com você até sexta, 25/03"), (-4, "prazo terminou: sexta, 18/03")]
)
def test_who_was_taken_along_says_until_when(
    world: UiWorld, qapp: QApplication, qtbot: QtBot, days: int, words: str
) -> None:
    install_language(qapp, Language.PORTUGUESE)
    until = world.clock.now() + timedelta(days=days)
    first, *others = world.visits.stops
    world.visits.stops = [replace(first, carried_until=until), *others]
    screen = FieldScreen(world.ctx)
    qtbot.addWidget(screen)
    screen.open()
    qtbot.waitUntil(lambda: bool(screen.view.stop))
    model = screen.view.records
    told = [str(model.index(row).data()) for row in range(model.rowCount())]
    assert sum(words in one for one in told) == 1
    screen.resize(1366, 768)
    screen.show()
    screen.view.grab()


@pytest.fixture
def window(world: UiWorld, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(world.ctx)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.start()
    made.action(ActionId.FIELD).trigger()
    yield made
    made.close()


def route_of(window: MainWindow) -> FieldScreen:
    found = window.findChild(FieldScreen)
    assert isinstance(found, FieldScreen)
    return found


@pytest.mark.parametrize("save", [Qt.Key.Key_S, Qt.Key.Key_Return])
def test_a_saved_visit_leads_back_to_the_route(
    window: MainWindow, qtbot: QtBot, save: Qt.Key
) -> None:
    screen = route_of(window)
    qtbot.keyClicks(screen.view, "v")
    qtbot.waitUntil(lambda: window.screens.is_desk_shown and window.contact_form.has_keyboard())
    qtbot.keyClicks(QApplication.focusWidget(), "4")
    qtbot.keyClick(QApplication.focusWidget(), save, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(screen.isVisible)
    assert screen.view.stop is not None
    assert screen.view.stop.customer_id == customer_id(1)
    qtbot.waitUntil(screen.view.hasFocus)
    qtbot.wait(50)
    assert screen.isVisible()


@pytest.mark.parametrize("key", ["v", "l"])
def test_who_was_only_looked_at_leads_back_too_and_nobody_else_does(
    window: MainWindow, qtbot: QtBot, key: str
) -> None:
    screen = route_of(window)
    qtbot.keyClicks(screen.view, key)
    qtbot.waitUntil(window.contact_form.has_keyboard)
    window.action(ActionId.BACK_TO_LIST).trigger()
    qtbot.waitUntil(screen.isVisible)
    qtbot.waitUntil(screen.view.hasFocus)
    window.action(ActionId.BACK_TO_LIST).trigger()
    assert window.screens.is_desk_shown
    window.action(ActionId.CONTACT_FORM).trigger()
    qtbot.waitUntil(window.contact_form.has_keyboard)
    window.action(ActionId.BACK_TO_LIST).trigger()
    qtbot.wait(50)
    assert window.screens.is_desk_shown


def test_home_goes_to_the_first_customer_below_the_first_city(
    screen: FieldScreen, qtbot: QtBot
) -> None:
    first = screen.view.stop
    qtbot.keyClick(screen.view, Qt.Key.Key_End)
    assert screen.view.stop != first
    qtbot.keyClick(screen.view, Qt.Key.Key_Home)
    assert screen.view.stop == first
    assert screen.view.verticalScrollBar().value() == 0
