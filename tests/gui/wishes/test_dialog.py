"""Writing down how a client wants to be contacted, and how not."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.calling_window import Wishes
from cockpit.domain.contact_wishes import ClosingDraft, ContactWishes
from cockpit.domain.customer import ContactPerson
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import Channel
from cockpit.ui.wishes.dialog import WishesDialog
from cockpit.ui.wishes.wishes_fields import WishesFields
from tests.support.panel_data import PanelWorld, make_panel

RITA = ContactPerson(UUID(int=32), "Rita", "Compras", "", True)


@pytest.fixture
def world(qapp: QApplication):
    made = PanelWorld(qapp)
    yield made
    made.close()


@pytest.fixture
def dialog(world: PanelWorld, qtbot: QtBot) -> WishesDialog:
    window = QWidget()
    qtbot.addWidget(window)
    world.shown.append(window)
    window.show()
    made = WishesDialog(world.ctx, make_panel(persons=(RITA,)).profile, window)
    made.start()
    qtbot.waitUntil(made.save_button.isEnabled)
    return made


def whom(dialog: WishesDialog) -> UUID:
    return dialog._profile.customer_id


def test_everything_is_written_down_in_one_gesture(
    world: PanelWorld, dialog: WishesDialog, qtbot: QtBot
) -> None:
    dialog.likes.channel.setCurrentIndex(dialog.likes.channel.findData(Channel.WHATSAPP))
    dialog.likes.hours.setText("depois das 14")
    for day in (1, 2):
        dialog.likes.days[day].click()
    dialog.likes.person.setCurrentIndex(1)
    qtbot.keyClick(dialog.likes.hours, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wished = ContactWishes(Channel.WHATSAPP, Wishes(14 * 60, None, 0b110), RITA.person_id)
    assert world.wishes.kept[whom(dialog)] == wished
    assert world.wishes.closings == []
    assert not dialog.isVisible()


def test_who_has_a_main_person_goes_back_to_anybody(world: PanelWorld, qtbot: QtBot) -> None:
    fields = WishesFields(world.ctx)
    qtbot.addWidget(fields)
    fields.set_wishes(ContactWishes(person_id=RITA.person_id), (RITA,))
    assert fields.person.currentData() == RITA.person_id
    qtbot.keyClick(fields.person, Qt.Key.Key_Home)
    assert fields.person.currentText() == "qualquer pessoa"
    assert fields.wishes() == ContactWishes()


def test_what_is_not_understood_is_said_and_not_saved(
    world: PanelWorld, dialog: WishesDialog
) -> None:
    dialog.likes.hours.setText("quando der")
    assert not dialog.save_button.isEnabled()
    dialog.save()
    assert world.wishes.kept == {}
    assert dialog.isVisible()


def test_a_channel_is_closed_with_a_reason_and_not_without(
    world: PanelWorld, dialog: WishesDialog
) -> None:
    dialog.closing.channels[Channel.PHONE].click()
    dialog.save()
    assert world.wishes.closings == []
    assert dialog.closing.reason.isEnabled()
    dialog.closing.reason.setText("Pediu por e-mail")
    dialog.save()
    ((customer_id, draft),) = world.wishes.closings
    assert customer_id == whom(dialog)
    assert draft == ClosingDraft(frozenset({Channel.PHONE}), "Pediu por e-mail")


def test_all_channels_are_closed_and_opened_at_once(
    world: PanelWorld, dialog: WishesDialog
) -> None:
    dialog.closing.every.click()
    assert dialog.closing.draft().closed == frozenset(Channel)
    dialog.closing.channels[Channel.EMAIL].click()
    assert not dialog.closing.every.isChecked()
    dialog.closing.every.click()
    dialog.closing.every.click()
    assert dialog.closing.draft().closed == frozenset()
    assert not dialog.closing.reason.isEnabled()


def test_a_persons_own_channels_are_shown_and_closed(
    world: PanelWorld, dialog: WishesDialog
) -> None:
    world.wishes.shut[whom(dialog), RITA.person_id] = frozenset({Channel.EMAIL})
    dialog.closing.whose.setCurrentIndex(1)
    dialog.closing.whose.activated.emit(1)
    assert dialog.closing.channels[Channel.EMAIL].isChecked()
    dialog.closing.channels[Channel.WHATSAPP].click()
    dialog.closing.reason.setText("Só por telefone")
    dialog.save()
    ((_, draft),) = world.wishes.closings
    assert draft.person_id == RITA.person_id
    assert draft.closed == {Channel.EMAIL, Channel.WHATSAPP}


def test_what_the_law_refuses_is_said_where_it_stands(
    world: PanelWorld, dialog: WishesDialog
) -> None:
    world.wishes.trouble = BadInputError("wishes_leave_no_time", opens="08:00", closes="18:00")
    dialog.likes.hours.setText("19-21")
    dialog.save()
    assert dialog.isVisible()
    assert "08:00" in dialog._notice.text()
    assert dialog.save_button.isEnabled()
