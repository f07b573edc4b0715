"""A user's notices by keyboard, their button, and the supervisors' settings."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.notices import Audience, NoticeSchedule, Periodicity
from cockpit.domain.vocabulary import Role
from cockpit.runtime.desktop_notifier import NotifierChain
from cockpit.runtime.translation import install_language
from cockpit.services.ports import Popup
from cockpit.ui.actions import ActionId
from cockpit.ui.context import UiContext
from cockpit.ui.notices.corner import NoticesButton, NoticesCorner
from cockpit.ui.notices.dialog import NoticesDialog
from cockpit.ui.notices.settings_dialog import NoticeSettingsDialog
from tests.support.notice_fakes import (
    collision,
    cycle_left,
    left_customer,
    notice,
    portfolio,
    portfolios,
    recipient,
)
from tests.support.ui_data import UiWorld


@pytest.fixture
def supervisor(world: UiWorld) -> UiContext:
    return replace(world.ctx, user=replace(world.ctx.user, role=Role.SUPERVISOR))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


def opened(qtbot: QtBot, ctx: UiContext) -> NoticesDialog:
    dialog = NoticesDialog(ctx)
    qtbot.addWidget(dialog)
    dialog.start()
    return dialog


def cells(dialog: NoticesDialog, row: int) -> list[str]:
    model = dialog.customers.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_newest_notice_is_shown_and_counts_as_read(qtbot: QtBot, world: UiWorld) -> None:
    acme = left_customer("Acme", 1_000_000)
    world.notices.notices = [notice(cycle_left(acme)), notice(portfolios(portfolio("Ana")))]
    dialog = opened(qtbot, world.ctx)
    assert cells(dialog, 0) == [
        "Acme", "Em risco", "31/01/2022", "16 dias", "50 dias", "R$ 10.000,00",
    ]  # fmt: skip
    assert dialog._heading.text() == "1 cliente saiu do ciclo: R$ 10.000,00 em risco"
    assert [one.read_at is None for one in world.notices.notices] == [False, True]
    QAbstractItemModelTester(dialog.list.model())
    dialog.close()


def test_enter_goes_from_the_notice_to_the_customer(qtbot: QtBot, world: UiWorld) -> None:
    acme, beta = left_customer("Acme"), left_customer("Beta")
    world.notices.notices = [notice(cycle_left(acme, beta))]
    dialog = opened(qtbot, world.ctx)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.customers, Qt.Key.Key_Down)
    wanted: list[object] = []
    dialog.customer_requested.connect(wanted.append)
    qtbot.keyClick(dialog.customers, Qt.Key.Key_Return)
    assert wanted == [beta.customer_id]
    assert not dialog.isVisible()


def test_a_customer_who_is_gone_cannot_be_opened(qtbot: QtBot, world: UiWorld) -> None:
    world.notices.notices = [notice(cycle_left(left_customer("")))]
    dialog = opened(qtbot, world.ctx)
    assert cells(dialog, 0)[0] == "Cliente removido"
    wanted: list[object] = []
    dialog.customer_requested.connect(wanted.append)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.customers, Qt.Key.Key_Return)
    assert wanted == []
    dialog.close()


def test_portfolios_end_with_their_total(qtbot: QtBot, world: UiWorld) -> None:
    world.notices.notices = [notice(portfolios(portfolio("Ana", 100), portfolio("Bia", 250)))]
    dialog = opened(qtbot, world.ctx)
    assert dialog.portfolios.isVisible()
    assert not dialog.customers.isVisible()
    assert [one.owner_name for one in dialog.portfolios.records.rows] == ["Ana", "Bia", "Total"]
    assert dialog.portfolios.records.rows[-1].at_risk_cents == 350
    dialog.close()


def test_what_the_table_leaves_out_is_counted(qtbot: QtBot, world: UiWorld) -> None:
    world.notices.notices = [notice(cycle_left(left_customer(), count=1_200))]
    dialog = opened(qtbot, world.ctx)
    assert dialog._more.text() == "E mais 1.199: veja todos na lista."
    dialog.close()


def test_nobody_told_is_one_sentence(qtbot: QtBot, world: UiWorld) -> None:
    dialog = opened(qtbot, world.ctx)
    assert dialog._empty.isVisible()
    assert not dialog.list.isVisible()
    assert not dialog.settings_button.isVisible()
    dialog.close()


def test_the_button_tells_how_many_are_unread(
    qtbot: QtBot, world: UiWorld, window: QWidget
) -> None:
    button = NoticesButton(world.theme, window)
    button.name("Avisos", "Ctrl+F4")
    corner = NoticesCorner(world.ctx, window)
    corner.attend(button, lambda _text: None, lambda _key: None)
    assert (button.count, button.accessibleName()) == (0, "Avisos")
    world.notices.notices = [notice(cycle_left(left_customer())), notice(portfolios())]
    world.feed.changed.emit(ChangeNotice(frozenset({Topic.NOTICES}), frozenset()))
    assert button.count == 2
    assert button.accessibleName() == "Avisos, 2 não lidos"
    window.show()
    assert not button.grab().isNull()


def test_only_supervisors_decide_for_others(
    world: UiWorld, supervisor: UiContext, window: QWidget
) -> None:
    assert ActionId.NOTICE_SETTINGS not in NoticesCorner(world.ctx, window).handlers()
    assert ActionId.NOTICE_SETTINGS in NoticesCorner(supervisor, window).handlers()


def test_schedules_and_addresses_are_saved(
    qtbot: QtBot, world: UiWorld, supervisor: UiContext
) -> None:
    ana, bia = recipient("Ana Prado"), recipient("Bia Reis", email="")
    world.notices.people = [ana, bia]
    dialog = NoticeSettingsDialog(supervisor)
    qtbot.addWidget(dialog)
    dialog.start()
    row = dialog.rows[Audience.SELLERS]
    row.periodicity.setCurrentIndex(row.periodicity.findData(Periodicity.DAILY.value))
    row.hour.setValue(7)
    assert not row.weekday.isEnabled()
    dialog.rows[Audience.MANAGERS].is_mailed.setChecked(False)
    dialog.emails[bia].setText(" bia@giro.example ")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    ((schedules, emails),) = world.notices.saved
    assert schedules[Audience.SELLERS] == NoticeSchedule(Periodicity.DAILY, 0, 7)
    assert schedules[Audience.SUPERVISORS] == NoticeSchedule()
    assert not schedules[Audience.MANAGERS].is_mailed
    assert emails == {bia.user_id: "bia@giro.example"}
    assert not dialog.isVisible()


def test_a_wrong_address_is_said_and_nothing_is_lost(
    qtbot: QtBot, world: UiWorld, supervisor: UiContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_schedules: object, _emails: object) -> None:
        raise BadInputError("notices_address", address="bia@")

    monkeypatch.setattr(world.notices, "save", refuse)
    dialog = NoticeSettingsDialog(supervisor)
    qtbot.addWidget(dialog)
    dialog.start()
    dialog._save()
    assert "bia@" in dialog._notice.text()
    assert dialog.isVisible()
    dialog.close()


def test_english_is_complete(qtbot: QtBot, qapp: QApplication, world: UiWorld) -> None:
    install_language(qapp, Language.ENGLISH)
    world.preferences.language = Language.ENGLISH
    world.notices.notices = [notice(cycle_left(left_customer("Acme", 1_000_000)))]
    dialog = opened(qtbot, world.ctx)
    assert dialog._heading.text() == "1 customer left the cycle: R$ 10,000.00 at risk"
    dialog.close()
    install_language(qapp, Language.PORTUGUESE)


def test_a_collision_says_who_and_when_and_enter_opens_the_customer(
    qtbot: QtBot, world: UiWorld
) -> None:
    met = collision(world.ctx.user.user_id)
    world.notices.notices = [notice(met)]
    dialog = opened(qtbot, world.ctx)
    assert dialog._heading.text() == (
        "Você e Ana falaram com o mesmo cliente, com 35 min de diferença"
    )
    assert dialog._explanation.text() == (
        "Acme. Um dos dois estava em campo: não havia como saber."
    )
    assert dialog.talks.isVisible()
    assert not dialog.customers.isVisible()
    assert not dialog.portfolios.isVisible()
    model = dialog.talks.model()
    shown = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(2)
    ]
    assert shown == [
        ["Você", "22/03/2022 10:05", "Telefone", "Não atendeu"],
        ["Ana", "22/03/2022 10:40", "Visita", "Vai pensar"],
    ]
    wanted: list[object] = []
    dialog.customer_requested.connect(wanted.append)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.talks, Qt.Key.Key_Return)
    assert wanted == [met.customer_id]


def test_a_supervisor_reads_both_names_and_of_a_strange_customer_none(
    qtbot: QtBot, world: UiWorld
) -> None:
    met = replace(collision(new_id()), customer="")
    world.notices.notices = [notice(met)]
    dialog = opened(qtbot, world.ctx)
    assert dialog._heading.text().startswith("Rui e Ana falaram")
    assert "não está na sua carteira" in dialog._explanation.text()
    wanted: list[object] = []
    dialog.customer_requested.connect(wanted.append)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.talks, Qt.Key.Key_Return)
    assert wanted == []
    dialog.close()


def test_the_desktop_hears_of_what_comes_and_never_the_customers_name(
    qtbot: QtBot, world: UiWorld, window: QWidget
) -> None:
    heard = Heard()
    chain = NotifierChain(world.ctx.runner, background=[], foreground=[heard], parent=window)
    ctx = replace(world.ctx, notifier=chain)
    me = ctx.user.user_id
    world.notices.notices = [notice(collision(me))]
    corner = NoticesCorner(ctx, window)
    corner.teller.look()
    assert heard.popups == []
    news = ChangeNotice(frozenset({Topic.NOTICES}), frozenset())
    world.notices.notices.append(notice(collision(me)))
    for _ in range(2):
        world.feed.changed.emit(news)
    [popup] = heard.popups
    assert popup.title == "Você e Ana falaram com o mesmo cliente, com 35 min de diferença"
    assert "Acme" not in popup.title + popup.body
    world.notices.notices += [notice(collision(me)) for _ in range(5)]
    world.feed.changed.emit(news)
    assert [one.title for one in heard.popups[1:]] == [
        "5 clientes com dois contatos quase ao mesmo tempo"
    ]
    ctx.reminder_clock.quiet.toggle()
    world.notices.notices.append(notice(collision(me)))
    world.feed.changed.emit(news)
    assert len(heard.popups) == 2


class Heard:
    """A desktop that takes every notification."""

    def __init__(self) -> None:
        self.popups: list[Popup] = []

    def notify(self, popup: Popup) -> bool:
        self.popups.append(popup)
        return True
