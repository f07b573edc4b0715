"""The morning page: its figures open their customers, and it never pushes a user aside."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.morning import MorningKind
from cockpit.ui.actions import ActionId
from cockpit.ui.main_window import MainWindow
from cockpit.ui.morning.screen import MorningScreen
from tests.support.list_data import NOW, TODAY, customer_id
from tests.support.post_it_fakes import make_morning, make_post_it
from tests.support.ui_data import UiWorld

if TYPE_CHECKING:
    from cockpit.domain.work_list import CustomerRow


@dataclass
class CalendarClock:
    """The calendar's day, as no chosen one."""

    zone = DEFAULT_ZONE
    known_at = None

    def now(self) -> datetime:
        return NOW.astimezone(UTC)

    def today(self) -> date:
        return TODAY


@pytest.fixture
def screen(world: UiWorld, qtbot: QtBot) -> MorningScreen:
    world.morning.page = replace(
        make_morning(TODAY, overdue=2, today=3, at_risk=4), post_its=(make_post_it(1),)
    )
    made = MorningScreen(world.ctx)
    qtbot.addWidget(made)
    QAbstractItemModelTester(
        made.figures.records, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    return made


def shown(screen: MorningScreen, kind: MorningKind) -> list[str]:
    model, row = screen.figures.records, list(MorningKind).index(kind)
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_every_figure_has_its_line(screen: MorningScreen) -> None:
    assert shown(screen, MorningKind.TODAY)[3:] == ["3", "3.000"]
    assert shown(screen, MorningKind.WOKEN)[3:] == ["0", ""]
    assert "31" in screen.result.text()
    assert "12.345" in screen.result.text()
    assert screen.post_its.isVisible()


@pytest.mark.parametrize("key", ["enter", "number"])
def test_a_figure_opens_its_customers(screen: MorningScreen, qtbot: QtBot, key: str) -> None:
    place = list(MorningKind).index(MorningKind.OVERDUE)
    with qtbot.waitSignal(screen.customers_requested) as asked:
        if key == "enter":
            screen.figures.setCurrentIndex(screen.figures.records.index(place, 0))
            qtbot.keyClick(screen.figures, Qt.Key.Key_Return)
        else:
            qtbot.keyClicks(screen.figures, str(place + 1))
    assert asked.args == [(UUID(int=1), UUID(int=2))]


def test_a_figure_of_nobody_opens_nothing(screen: MorningScreen, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(screen.customers_requested):
        qtbot.keyClicks(screen.figures, "4")


def test_who_left_is_not_told_before_the_day_is_judged(
    screen: MorningScreen, world: UiWorld, qtbot: QtBot
) -> None:
    world.morning.page = replace(make_morning(TODAY), is_judged=False)
    screen.reload()
    assert shown(screen, MorningKind.AT_RISK)[3] == "…"
    assert shown(screen, MorningKind.TODAY)[3] == "0"
    world.morning.page = make_morning(TODAY, at_risk=7)
    world.feed.changed.emit(ChangeNotice(frozenset({Topic.METRICS})))
    assert shown(screen, MorningKind.AT_RISK)[3] == "7"


def test_without_a_former_day_nothing_is_claimed(screen: MorningScreen, world: UiWorld) -> None:
    world.morning.page = replace(make_morning(TODAY), result=None)
    screen.reload()
    assert "nenhum contato" in screen.result.text()
    assert not screen.post_its.isVisible()


def test_the_choice_is_kept(screen: MorningScreen, world: UiWorld) -> None:
    assert not screen.opens_box.isChecked()
    screen.opens_box.click()
    assert world.preferences.value("morning.opens", False) is True


# --- in the window ----------------------------------------------------------------------------


@pytest.fixture
def day(world: UiWorld) -> UiWorld:
    """The first start of a calendar's day."""
    world.ctx = replace(world.ctx, clock=CalendarClock())
    world.preferences.set_value("morning.opens", True)
    world.morning.page = make_morning(TODAY, today=3)
    return world


@pytest.fixture
def windows(day: UiWorld, qtbot: QtBot) -> Iterator[list[MainWindow]]:
    made: list[MainWindow] = []
    yield made
    for window in made:
        window.close()


def started(day: UiWorld, windows: list[MainWindow], qtbot: QtBot) -> MainWindow:
    window = MainWindow(day.ctx)
    windows.append(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.start()
    return window


def test_it_opens_with_the_day_s_first_start_alone(
    day: UiWorld, windows: list[MainWindow], qtbot: QtBot
) -> None:
    first = started(day, windows, qtbot)
    assert first.screens.pages.currentWidget() is first.screens.morning
    again = started(day, windows, qtbot)
    assert again.screens.is_desk_shown
    again.action(ActionId.MORNING).trigger()
    assert again.screens.pages.currentWidget() is again.screens.morning


def test_it_stays_away_where_there_is_nothing_to_tell(
    day: UiWorld, windows: list[MainWindow], qtbot: QtBot
) -> None:
    day.morning.page = replace(make_morning(TODAY), result=None)
    assert started(day, windows, qtbot).screens.is_desk_shown


def test_it_stays_away_where_it_is_not_wanted(
    day: UiWorld, windows: list[MainWindow], qtbot: QtBot
) -> None:
    day.preferences.set_value("morning.opens", False)
    assert started(day, windows, qtbot).screens.is_desk_shown
    assert not day.morning.reads


def test_who_has_begun_to_type_is_left_alone(
    day: UiWorld, windows: list[MainWindow], qtbot: QtBot
) -> None:
    window = MainWindow(day.ctx)
    windows.append(window)
    qtbot.addWidget(window)
    window.show()
    window.work_list.filter_bar.focus_search("ac")
    window.start()
    assert window.screens.is_desk_shown


def test_a_figure_shows_exactly_its_customers_in_the_list(
    day: UiWorld, windows: list[MainWindow], qtbot: QtBot
) -> None:
    wanted = {customer_id(number) for number in (3, 5, 8)}
    page = make_morning(TODAY, today=3)
    figures = tuple(
        replace(one, customer_ids=tuple(wanted)) if one.count else one for one in page.figures
    )
    day.morning.page = replace(page, figures=figures)
    window = started(day, windows, qtbot)
    assert window.screens.morning is not None
    qtbot.keyClicks(window.screens.morning.figures, "3")
    assert window.screens.is_desk_shown
    model = window.work_list.model
    rows: list[CustomerRow | None] = [model.row_at(place) for place in range(model.rowCount())]
    assert {row.customer_id for row in rows if row is not None} == wanted


def test_calling_begins_from_the_page(
    day: UiWorld, windows: list[MainWindow], qtbot: QtBot
) -> None:
    window = started(day, windows, qtbot)
    assert window.screens.morning is not None
    window.screens.morning.call_button.click()
    assert window.screens.is_desk_shown
    assert window.calls.controller.claim is not None
