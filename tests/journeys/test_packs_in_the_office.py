"""A supervisor's window: who is along with sellers, and bringing them back by keys."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.domain.vocabulary import Role
from cockpit.ui.actions import ActionId
from cockpit.ui.team.lent.page import LentPage
from cockpit.ui.team.lent.screen import LentScreen
from tests.integration.server.sync.laptops import Laptop
from tests.integration.server.sync.test_packs import Field, carried, take
from tests.support.seats import COUNT, CTRL, Seat, seated
from tests.support.team import TeamDatabase

SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(seat: Seat) -> LentPage:
    seat.press(Qt.Key.Key_F12, CTRL | SHIFT)
    screen = seat.window.screens.pages.currentWidget()
    assert isinstance(screen, LentScreen)
    seat.until(lambda: bool(screen.page.table.records.rows) and screen.page.table.hasFocus())
    return screen.page


def answered(seat: Seat, page: LentPage, words: str) -> None:
    """Say yes to a question that says this."""
    assert page.question is not None
    assert words in page.question.text()
    page.question.yes_button.click()
    seat.until(lambda: page.question is None)


def test_a_supervisor_brings_customers_back_by_keys(
    team_database: TeamDatabase, tmp_path: Path, qtbot: QtBot
) -> None:
    field = Field(team_database, COUNT)
    lia = team_database.add("lia", Role.SUPERVISOR)
    south = team_database.team("Sul", supervisor=team_database.open(lia).user.user_id)
    seller = team_database.add("rui", Role.EXTERNAL_SELLER, team=south)
    rui = Laptop.of(team_database.open(seller))
    taken = set(take(rui, 3)["customers"])
    field.run("UPDATE devices SET backlog = 4 WHERE id = :key", key=rui.key)
    last = UUID(max(taken))
    with seated(team_database.url(lia), tmp_path / "lia", qtbot) as seat:
        seat.window.work_list.show_customer(last)
        page = opened(seat)
        chosen = page.table.current()
        assert chosen is not None
        assert chosen.customer_id == last
        assert "3 clients" in page.said()
        assert "it had 4 to send" in page.said()
        seat.press(Qt.Key.Key_T)
        answered(seat, page, chosen.name)
        seat.until(lambda: len(page.table.records.rows) == 2)
        assert carried(rui) == taken - {str(last)}
        assert "1 client of Rui" in seat.window._status_bar.message()
        seat.press(Qt.Key.Key_T, SHIFT)
        answered(seat, page, "all 2 clients")
        seat.until(lambda: page.state_sentence().startswith("No client"))
        assert carried(rui) == set()
        assert "2 clients of Rui" in seat.window._status_bar.message()


def test_an_operator_has_no_such_page(
    team_database: TeamDatabase, tmp_path: Path, qtbot: QtBot
) -> None:
    Field(team_database, COUNT)
    login = team_database.add("ana", Role.OPERATOR)
    with seated(team_database.url(login), tmp_path / "ana", qtbot) as seat:
        assert ActionId.LENT not in {one.action for one in seat.window.shortcuts}
        seat.press(Qt.Key.Key_F12, CTRL | SHIFT)
        assert seat.window.screens.is_desk_shown
