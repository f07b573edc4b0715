"""The page of whom sellers have along, by keys."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from cockpit.domain.packs import LentCustomer
from cockpit.services.lent import LentService
from cockpit.ui.team.lent.screen import LentScreen
from tests.support.list_data import customer_id
from tests.support.ui_data import UiWorld

SELLER = UUID(int=0x77)


class Keeper:
    """Two customers are along with one seller."""

    def __init__(self, world: UiWorld) -> None:
        now = world.clock.now()
        self.found = [
            LentCustomer(
                user_id=SELLER, seller="Rui Matos", login="rui", customer_id=customer_id(number),
                name=f"Bar {number}", city="Itu", state="SP", until=now + timedelta(days=2),
                is_contacted=False, seen_at=now, backlog=0,
            )
            for number in (1, 2)
        ]  # fmt: skip

    def lent(self) -> Sequence[LentCustomer]:
        return tuple(self.found)

    def bring_back(self, seller: UUID, whom: Collection[UUID] | None) -> frozenset[UUID]:
        self.found = [one for one in self.found if whom is not None and one.customer_id not in whom]
        return frozenset(whom or ())


@pytest.fixture
def keeper(world: UiWorld) -> Keeper:
    return Keeper(world)


@pytest.fixture
def screen(world: UiWorld, keeper: Keeper, qtbot: QtBot) -> LentScreen:
    service = LentService(keeper, lambda *_deed: None)
    made = LentScreen(world.ctx, lambda: service)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    return made


def test_whoever_went_to_a_button_stays_there_when_the_list_is_read_again(
    screen: LentScreen, keeper: Keeper
) -> None:
    assert screen.page.table.hasFocus()
    screen.page.all_button.setFocus()
    keeper.found = keeper.found[1:]
    screen.reload()
    assert len(screen.page.table.records.rows) == 1
    assert screen.page.all_button.hasFocus()


def test_the_list_has_the_keyboard_as_soon_as_somebody_goes_along(
    world: UiWorld, keeper: Keeper, qtbot: QtBot
) -> None:
    found, keeper.found = keeper.found, []
    made = LentScreen(world.ctx, lambda: LentService(keeper, lambda *_deed: None))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    assert not made.page.table.isVisible()
    keeper.found = found
    made.reload()
    assert made.page.table.hasFocus()


def test_the_list_has_the_keyboard_again_after_it_was_empty(
    screen: LentScreen, keeper: Keeper
) -> None:
    found, keeper.found = keeper.found, []
    screen.reload()
    assert not screen.page.table.isVisible()
    keeper.found = found
    screen.reload()
    assert screen.page.table.hasFocus()
