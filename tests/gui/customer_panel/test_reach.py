"""Reaching a customer: dialling, writing, and what forbids both."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from cockpit.domain.calling_window import Wishes
from cockpit.domain.contact_wishes import ContactWishes
from cockpit.domain.customer import ContactPerson, PhoneNumber
from cockpit.domain.receivers import receivers
from cockpit.domain.sections import AuditLine
from cockpit.domain.vocabulary import Channel, PhoneKind
from cockpit.ui.customer_panel.dialling import PREFERENCE, dial
from cockpit.ui.customer_panel.pages.audit import AuditPage
from cockpit.ui.customer_panel.panel import CustomerPanel
from cockpit.ui.customer_panel.section_id import SectionId
from cockpit.ui.wishes.dialog import WishesDialog
from tests.support.panel_data import PanelWorld, make_panel, make_troubled_panel
from tests.support.panel_views import button, opened, texts
from tests.support.story_data import make_story

RITA = UUID(int=32)
CELL = PhoneNumber(
    "54 98877-1100", "(54) 98877-1100", "+5554988771100", "", PhoneKind.MOBILE, False, RITA
)


def granting(panel: CustomerPanel) -> CustomerPanel:
    """Let every wish for a number be granted, as the call loop does where nothing is against it."""

    def grant(phone: PhoneNumber, only_copies: bool) -> None:
        panel.header.reach.use(phone, only_copies=only_copies)

    panel.number_requested.connect(grant)
    return panel


def crowded() -> tuple[PhoneNumber, ...]:
    """Return five numbers, one of them a person's."""
    company = make_panel().profile.phones
    more = (
        replace(company[0], display=f"(54) 3221-44{n}", e164=f"+555432214{n}") for n in (20, 30)
    )
    return (*company, CELL, *more)


def test_enter_on_a_number_dials_it_and_c_copies_it(
    qtbot: QtBot, world: PanelWorld, dialled: list[str]
) -> None:
    panel = granting(opened(qtbot, world, make_troubled_panel()))
    number = button(panel, "(54) 3221-4410")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton)
    assert dialled == ["tel:+555432214410;ext=214"] * 2
    qtbot.keyClick(number, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "+555432214410"


def test_the_panel_dials_the_primary_number(
    qtbot: QtBot, world: PanelWorld, dialled: list[str]
) -> None:
    panel = granting(opened(qtbot, world, make_panel()))
    panel.dial()
    panel.copy_phone()
    assert dialled == ["tel:+5554999812044"]
    assert QGuiApplication.clipboard().text() == "+5554999812044"


def test_a_dial_program_that_does_not_start_is_told_and_the_number_copied(
    qtbot: QtBot, world: PanelWorld, dialled: list[str]
) -> None:
    world.preferences.set_value(PREFERENCE, "no-such-telephone {number}")
    panel = granting(opened(qtbot, world, make_panel()))
    panel.dial()
    assert QGuiApplication.clipboard().text() == "+5554999812044"
    qtbot.waitUntil(lambda: "Nenhum programa" in QToolTip.text())


def test_all_numbers_are_in_the_list_with_whose_they_are(
    qtbot: QtBot, world: PanelWorld, dialled: list[str]
) -> None:
    panel = granting(opened(qtbot, world, make_panel(phones=crowded())))
    assert "98877" not in texts(panel)
    panel.choose_phone()
    menu = panel.header.reach.menu
    qtbot.waitUntil(menu.isVisible)
    assert len(menu.actions()) == 5
    assert menu.actions()[-1].text() == "Rita (54) 98877-1100"
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert dialled == ["tel:+5554988771100"]


def test_do_not_contact_shows_no_number_and_reaches_nobody(
    qtbot: QtBot, world: PanelWorld, dialled: list[str]
) -> None:
    persons = (ContactPerson(RITA, "Rita", "Financeiro", "rita@adesivos.example", True),)
    record = make_panel(forbidden_channels=frozenset(Channel), phones=crowded(), persons=persons)
    panel = granting(opened(qtbot, world, record))
    seen = texts(panel.header)
    assert "Não contatar" in seen
    assert "99981" not in seen
    with pytest.raises(LookupError):
        button(panel.header, "WhatsApp")
    with pytest.raises(LookupError):
        button(panel.header, "Escrever")
    panel.dial()
    panel.copy_phone()
    panel.choose_phone()
    panel.write_whatsapp()
    panel.write_email()
    assert dialled == []
    assert panel.header.reach.menu.actions() == []


@pytest.mark.parametrize("closed", [Channel.PHONE, Channel.WHATSAPP, Channel.EMAIL])
def test_a_closed_channel_leaves_the_others(
    qtbot: QtBot, world: PanelWorld, dialled: list[str], closed: Channel
) -> None:
    persons = (ContactPerson(RITA, "Rita", "Financeiro", "rita@adesivos.example", True),)
    record = make_panel(forbidden_channels=frozenset({closed}), persons=persons)
    panel = granting(opened(qtbot, world, record))
    written: list[Channel] = []
    panel.message_requested.connect(lambda channel, person: written.append(channel))
    panel.dial()
    panel.write_whatsapp()
    panel.write_email()
    assert dialled == ([] if closed is Channel.PHONE else ["tel:+5554999812044"])
    assert written == [one for one in (Channel.WHATSAPP, Channel.EMAIL) if one is not closed]


def test_the_number_confirmed_for_whatsapp_is_the_one_written_to(
    qtbot: QtBot, world: PanelWorld
) -> None:
    old = replace(CELL, whatsapp_e164="+555488771100")
    record = make_panel(phones=(*make_panel().profile.phones, old))
    panel = opened(qtbot, world, record)
    with qtbot.waitSignal(panel.message_requested) as wanted:
        qtbot.mouseClick(button(panel, "WhatsApp"), Qt.MouseButton.LeftButton)
    assert wanted.args[0] is Channel.WHATSAPP
    assert receivers(record.profile, Channel.WHATSAPP)[0].address == "+555488771100"


def test_another_link_takes_the_number_without_its_extension(
    world: PanelWorld, dialled: list[str]
) -> None:
    world.preferences.set_value(PREFERENCE, "sip:{number}@pbx.example")
    assert dial(replace(CELL, extension="214"), world.preferences)
    assert dialled == ["sip:+5554988771100@pbx.example"]


def test_a_program_gets_the_number_as_one_argument(
    qtbot: QtBot, world: PanelWorld, tmp_path: Path
) -> None:
    told = tmp_path / "a number; touch it.txt"
    script = tmp_path / "phone.py"
    script.write_text(
        "import pathlib, sys\npathlib.Path(sys.argv[1]).write_text(repr(sys.argv[2:]))\n"
    )
    command = f'"{sys.executable}" "{script}" "{told}" --call={{number}} "$(id)"'
    world.preferences.set_value(PREFERENCE, command)
    assert dial(CELL, world.preferences)
    qtbot.waitUntil(lambda: told.exists() and bool(told.read_text()), timeout=10_000)
    assert told.read_text() == "['--call=+5554988771100', '$(id)']"


@pytest.mark.parametrize("command", ['"not closed', "/no/such/program {number}"])
def test_a_program_that_does_not_start_is_told(world: PanelWorld, command: str) -> None:
    world.preferences.set_value(PREFERENCE, command)
    assert not dial(CELL, world.preferences)


def test_what_is_no_number_is_never_dialled(world: PanelWorld, dialled: list[str]) -> None:
    assert not dial(replace(CELL, e164=None), world.preferences)
    assert not dial(replace(CELL, e164="+55;rm"), world.preferences)
    assert dialled == []


@pytest.mark.parametrize("closed", [frozenset(), frozenset(Channel)])
def test_wishes_are_written_down_from_the_panel_also_where_everything_is_closed(
    qtbot: QtBot, world: PanelWorld, closed: frozenset[Channel]
) -> None:
    panel = opened(qtbot, world, make_panel(forbidden_channels=closed))
    world.wishes.shut[make_panel().profile.customer_id, None] = closed
    qtbot.mouseClick(panel.header.wishes_button, Qt.MouseButton.LeftButton)
    (dialog,) = panel.window().findChildren(WishesDialog)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.closing.draft().closed == closed
    dialog.reject()


def test_what_they_like_is_said_in_the_head(qtbot: QtBot, world: PanelWorld) -> None:
    wishes = Wishes(14 * 60, None, 0b00011)
    record = make_panel(preferred_channel=Channel.WHATSAPP, wishes=wishes)
    seen = texts(opened(qtbot, world, record).header)
    assert "prefere WhatsApp · a partir das 14:00 · seg, ter" in seen


def test_the_audit_tells_wishes_and_what_was_overruled_in_words(
    qtbot: QtBot, world: PanelWorld
) -> None:
    at = datetime(2022, 3, 21, 12, tzinfo=UTC)
    wishes = ContactWishes(Channel.EMAIL, Wishes(until_minute=11 * 60))
    record = make_panel()
    story = replace(
        make_story({"customer_id": record.profile.customer_id, "status": record.verdict.status}),
        audit=(
            AuditLine(at, "Ana", "wishes_changed", "", wishes),
            AuditLine(at, "Ana", "queue_overridden", "hours, rest: pediu: à noite"),
            AuditLine(at, "Ana", "queue_overridden", "scheduled: urgente"),
            AuditLine(at, "Ana", "person_forbidden_phone", "Saiu"),
        ),
    )
    panel = opened(qtbot, world, record, story)
    panel.show_section(SectionId.AUDIT)
    (page,) = panel.findChildren(AuditPage)
    model = page.table.records
    told = [model.index(row, 2).data() for row in range(model.rowCount())]
    assert told == [
        "quer ser contatado: E-mail · até 11:00",
        "ligação feita fora da regra: fora do horário, aguardando nova tentativa: pediu: à noite",
        "ligação feita fora da regra: próximo contato ainda por vir: urgente",
        "uma pessoa de lá: pediu para não ser contatado: Telefone: Saiu",
    ]
