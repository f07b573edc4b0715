"""Messages are read before they leave, and nothing unfinished or unwanted leaves."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.domain.customer import CustomerPanel
from cockpit.domain.errors import MailError
from cockpit.domain.message_templates import MailSecurity
from cockpit.domain.vocabulary import Channel, Role
from cockpit.ui.context import UiContext
from cockpit.ui.messages.bulk_mail_dialog import BulkMailDialog
from cockpit.ui.messages.message_dialog import MessageDialog
from cockpit.ui.messages.settings_dialog import SettingsDialog
from cockpit.ui.messages.templates_dialog import TemplatesDialog
from tests.support.list_data import customer_id, make_row
from tests.support.panel_data import HeldTaskRunner
from tests.support.ui_data import UiWorld, make_panel


class Links(QObject):
    """Takes the links that would open another program."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def take(self, link: QUrl) -> None:
        self.opened.append(link)


@pytest.fixture
def ctx(world: UiWorld) -> UiContext:
    return replace(world.ctx, user=replace(world.ctx.user, role=Role.SUPERVISOR))


@pytest.fixture
def links() -> Iterator[Links]:
    found = Links()
    for scheme in ("https", "mailto"):
        QDesktopServices.setUrlHandler(scheme, found, "take")
    yield found
    for scheme in ("https", "mailto"):
        QDesktopServices.unsetUrlHandler(scheme)


def panel_of(**changes: object) -> CustomerPanel:
    panel = make_panel(make_row(1))
    person = replace(panel.profile.persons[0], email="marcia@acatama.example")
    profile = replace(panel.profile, persons=(person,), forbidden_channels=frozenset())
    return replace(panel, profile=replace(profile, **changes))


@pytest.fixture
def dialog(ctx: UiContext, qtbot: QtBot) -> MessageDialog:
    made = MessageDialog(ctx)
    qtbot.addWidget(made)
    return made


def test_an_email_shows_its_text_and_is_sent_with_ctrl_enter(
    dialog: MessageDialog, world: UiWorld, qtbot: QtBot
) -> None:
    with qtbot.waitActive(dialog):
        dialog.open_for(panel_of(), Channel.EMAIL)
    assert "Márcia" in dialog.body.toPlainText()
    dialog.body.appendPlainText("PS: frete grátis.")
    with qtbot.waitSignal(dialog.message_raised):
        qtbot.keyClick(dialog.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (message,) = world.messages.sent
    assert message.address == "marcia@acatama.example"
    assert message.body.endswith("PS: frete grátis.")
    assert not dialog.isVisible()


def test_a_text_with_a_missing_value_does_not_leave(dialog: MessageDialog, world: UiWorld) -> None:
    del world.messages.values["primeiro_nome"]
    dialog.open_for(panel_of(), Channel.EMAIL)
    assert "[primeiro_nome]" in dialog.body.toPlainText()
    assert not dialog.send_button.isEnabled()
    assert not dialog.other_button.isEnabled()
    dialog.body.setPlainText("Bom dia, Márcia.")
    dialog.subject.setText("Reposição")
    assert dialog.send_button.isEnabled()


def test_whatsapp_opens_the_conversation_with_the_text(
    dialog: MessageDialog, world: UiWorld, links: Links
) -> None:
    dialog.open_for(panel_of(), Channel.WHATSAPP)
    text = dialog.body.toPlainText()
    dialog.send_button.click()
    (link,) = links.opened
    assert link.host() == "wa.me"
    assert link.path().startswith("/55")
    assert QUrl.fromPercentEncoding(link.query().encode()) == f"text={text}"
    assert [one.channel for one in world.messages.handed_over] == [Channel.WHATSAPP]


def test_the_mail_program_gets_subject_and_text(
    dialog: MessageDialog, world: UiWorld, links: Links
) -> None:
    world.messages.mail = None
    dialog.open_for(panel_of(), Channel.EMAIL)
    assert not dialog.send_button.isEnabled()
    dialog.other_button.click()
    (link,) = links.opened
    assert link.scheme() == "mailto"
    assert link.path() == "marcia@acatama.example"
    assert not world.messages.sent
    assert len(world.messages.handed_over) == 1


def test_a_server_that_refuses_keeps_the_text_and_says_why(
    dialog: MessageDialog, world: UiWorld
) -> None:
    world.messages.trouble = MailError("mail_refused", host="mail.example")
    dialog.open_for(panel_of(), Channel.EMAIL)
    text = dialog.body.toPlainText()
    dialog.send_button.click()
    assert dialog.isVisible()
    assert dialog.body.toPlainText() == text
    assert "mail.example" in dialog._notice.text()
    assert dialog.send_button.isEnabled()


def test_a_closed_channel_offers_no_address_and_no_text(
    dialog: MessageDialog, world: UiWorld
) -> None:
    world.messages.closed = frozenset({Channel.EMAIL})
    dialog.open_for(panel_of(forbidden_channels=frozenset({Channel.EMAIL})), Channel.EMAIL)
    assert dialog.receiver_box.count() == 0
    assert not dialog.body.toPlainText()
    assert not dialog.send_button.isEnabled()


def test_a_script_is_copied(dialog: MessageDialog) -> None:
    dialog.open_for(panel_of(), Channel.PHONE)
    text = dialog.body.toPlainText()
    dialog.send_button.click()
    assert QApplication.clipboard().text() == text


def test_a_letter_to_many_says_whom_it_reaches_and_counts_what_left(
    ctx: UiContext, world: UiWorld, qtbot: QtBot
) -> None:
    dialog = BulkMailDialog(ctx)
    qtbot.addWidget(dialog)
    dialog.open_for([customer_id(number) for number in range(5)])
    assert "5" in dialog._who.text()
    with qtbot.waitSignal(dialog.message_raised):
        dialog.send_button.click()
    assert len(world.messages.sent) == 5


def test_very_many_letters_are_filled_in_part_by_part_and_can_be_left(
    world: UiWorld, qtbot: QtBot
) -> None:
    runner = HeldTaskRunner()
    dialog = BulkMailDialog(replace(world.ctx, runner=runner))
    qtbot.addWidget(dialog)
    dialog.open_for([customer_id(number) for number in range(500)])
    runner.release()
    runner.release()
    assert "200" in dialog._who.text()
    assert (dialog.progress.value(), dialog.progress.maximum()) == (200, 500)
    runner.release()
    assert not dialog.send_button.isEnabled()
    runner.release()
    assert dialog._who.text().startswith("500 ")
    assert dialog.send_button.isEnabled()
    dialog.open_for([customer_id(number) for number in range(500)])
    runner.release()
    dialog.stop_button.click()
    runner.release()
    assert not dialog.isVisible()
    assert runner.is_idle
    runner.shutdown()


def test_stopping_says_how_many_letters_left_and_how_many_did_not(
    world: UiWorld, qtbot: QtBot
) -> None:
    runner = HeldTaskRunner()
    dialog = BulkMailDialog(replace(world.ctx, runner=runner))
    qtbot.addWidget(dialog)
    dialog.open_for([customer_id(number) for number in range(5)])
    runner.release()
    runner.release()
    dialog.send_button.click()
    runner.release()
    dialog.stop_button.click()
    runner.release()
    assert len(world.messages.sent) == 2
    assert "2" in dialog._who.text()
    assert "3" in dialog._who.text()
    runner.shutdown()


def test_a_server_that_takes_none_is_not_tried_hundreds_of_times(
    ctx: UiContext, world: UiWorld, qtbot: QtBot
) -> None:
    world.messages.trouble = MailError("mail_unreachable", host="x", port=25)
    dialog = BulkMailDialog(ctx)
    qtbot.addWidget(dialog)
    dialog.open_for([customer_id(number) for number in range(50)])
    with qtbot.waitSignal(dialog.message_raised):
        dialog.send_button.click()
    assert dialog.progress.value() == 3


def test_a_supervisor_changes_a_template(ctx: UiContext, world: UiWorld, qtbot: QtBot) -> None:
    dialog = TemplatesDialog(ctx)
    qtbot.addWidget(dialog)
    dialog.start()
    dialog.body.setPlainText("Olá, {{ cliente }}.")
    dialog.save_button.click()
    (stored,) = world.messages.stored
    assert stored.body == "Olá, {{ cliente }}."
    assert stored.template_id == world.messages.templates()[0].template_id
    assert dialog._notice.text() == "Salvo"


def test_a_wrong_template_says_where_it_is_wrong(
    ctx: UiContext, world: UiWorld, qtbot: QtBot
) -> None:
    dialog = TemplatesDialog(ctx)
    qtbot.addWidget(dialog)
    dialog.start()
    dialog.body.setPlainText("Olá,\n{{ cliente")
    dialog.save_button.click()
    assert not world.messages.stored
    assert "2" in dialog._notice.text()


def test_an_operator_only_reads_templates(world: UiWorld, qtbot: QtBot) -> None:
    operator = replace(world.ctx, user=replace(world.ctx.user, role=Role.OPERATOR))
    dialog = TemplatesDialog(operator)
    qtbot.addWidget(dialog)
    dialog.start()
    assert dialog.body.isReadOnly()
    assert not dialog.save_button.isVisible()


def test_the_mail_server_is_set(ctx: UiContext, world: UiWorld, qtbot: QtBot) -> None:
    world.messages.mail = None
    dialog = SettingsDialog(ctx)
    qtbot.addWidget(dialog)
    dialog.start()
    dialog.host.setText("smtp.giro.example")
    dialog.sender_address.setText("ana")
    dialog.save_button.click()
    assert world.messages.mail is None
    dialog.sender_address.setText("ana@giro.example")
    dialog.dial_command.setText("sip:{number}@pbx")
    dialog.save_button.click()
    assert world.messages.server() is not None
    assert world.messages.server().security is MailSecurity.STARTTLS
    assert world.preferences.value("dial.command", "") == "sip:{number}@pbx"


def test_an_emptied_mail_server_is_taken_away(ctx: UiContext, world: UiWorld, qtbot: QtBot) -> None:
    assert world.messages.mail is not None
    dialog = SettingsDialog(ctx)
    qtbot.addWidget(dialog)
    dialog.start()
    dialog.host.clear()
    dialog.save_button.click()
    assert world.messages.mail is None
