"""The contact's campaign: there without a key, taken out or changed with a few."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.domain.customer import CampaignChoice, CustomerPanel
from cockpit.ui.contact_form.form import ContactForm
from tests.gui.contact_form.keys import FIRST, SECOND, Keyboard, only, opened
from tests.gui.contact_form.test_calls import entry_of
from tests.support.panel_data import PanelWorld

LATEST = CampaignChoice(UUID(int=0xC2), "Semana da manutenção")
EARLIER = CampaignChoice(UUID(int=0xC1), "Retomada")
BACKTAB, BACK = Qt.Key.Key_Backtab, Qt.Key.Key_Backspace


def member(*campaigns: CampaignChoice, panel: CustomerPanel = FIRST) -> CustomerPanel:
    return replace(panel, profile=replace(panel.profile, campaigns=campaigns))


def stored_under(panel: CustomerPanel, campaign: CampaignChoice) -> CustomerPanel:
    """Return the client with the contact that ``entry_of`` tells made for a campaign."""
    contacts = list(panel.profile.contacts)
    contacts[2] = replace(contacts[2], campaign=campaign.name, campaign_id=campaign.campaign_id)
    return replace(panel, profile=replace(panel.profile, contacts=tuple(contacts)))


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot)


def save(keyboard: Keyboard) -> None:
    keyboard.presses(Qt.Key.Key_S, ctrl=True)


def test_the_latest_campaign_goes_along_without_a_key(
    qtbot: QtBot, world: PanelWorld, keyboard: Keyboard
) -> None:
    form = opened(qtbot, world, member(LATEST, EARLIER))
    row = form._fields._campaign
    assert row.isVisible()
    assert row.which.currentText() == "Semana da manutenção"
    keyboard.types("1")
    save(keyboard)
    assert only(world).campaign_id == LATEST.campaign_id
    assert keyboard.count == 2


def test_who_is_in_none_sees_no_line(
    world: PanelWorld, form: ContactForm, keyboard: Keyboard
) -> None:
    assert form._fields._campaign.isHidden()
    keyboard.types("1")
    save(keyboard)
    assert only(world).campaign_id is None


def test_it_is_taken_out_by_key(qtbot: QtBot, world: PanelWorld, keyboard: Keyboard) -> None:
    form = opened(qtbot, world, member(LATEST))
    keyboard.types("1")
    keyboard.presses(BACKTAB, BACK)
    assert form._fields._campaign.which.currentText() == "sem campanha"
    save(keyboard)
    assert only(world).campaign_id is None


def test_another_is_chosen_by_its_letters_and_kept_in_the_draft(
    qtbot: QtBot, world: PanelWorld, keyboard: Keyboard
) -> None:
    form = opened(qtbot, world, member(LATEST, EARLIER))
    keyboard.types("1")
    keyboard.presses(BACKTAB)
    keyboard.types("ret")
    form.open_for(SECOND)
    assert form._fields._campaign.isHidden()
    form.open_for(member(LATEST, EARLIER))
    save(keyboard)
    assert only(world).campaign_id == EARLIER.campaign_id


def test_a_refreshed_customer_keeps_the_choice_and_offers_a_new_campaign_to_who_made_none(
    qtbot: QtBot, world: PanelWorld, keyboard: Keyboard
) -> None:
    form = opened(qtbot, world, member(EARLIER))
    form.open_for(member(LATEST, EARLIER))
    assert form._fields._campaign.campaign_id == LATEST.campaign_id
    keyboard.presses(BACKTAB, BACK)
    form.open_for(member(LATEST))
    assert form._fields._campaign.campaign_id is None


def test_a_draft_of_a_campaign_that_ended_is_for_none(
    qtbot: QtBot, world: PanelWorld, keyboard: Keyboard
) -> None:
    form = opened(qtbot, world, member(LATEST, EARLIER))
    keyboard.types("1")
    keyboard.presses(BACKTAB)
    keyboard.types("ret")
    form.open_for(SECOND)
    form.open_for(member(LATEST))
    save(keyboard)
    assert only(world).campaign_id is None


def test_a_correction_carries_the_campaign_of_what_it_corrects_though_it_ended(
    qtbot: QtBot, world: PanelWorld, keyboard: Keyboard
) -> None:
    form = opened(qtbot, world, stored_under(member(LATEST), EARLIER))
    form.open_amendment(entry_of())
    assert form._fields._campaign.which.currentText() == "Retomada"
    keyboard.presses(Qt.Key.Key_Return, ctrl=True)
    assert only(world).campaign_id == EARLIER.campaign_id
    assert form._fields._campaign.campaign_id == LATEST.campaign_id


def test_a_correction_of_a_contact_without_a_campaign_has_none(
    qtbot: QtBot, world: PanelWorld, keyboard: Keyboard
) -> None:
    form = opened(qtbot, world, member(LATEST))
    form.open_amendment(entry_of())
    keyboard.presses(Qt.Key.Key_Return, ctrl=True)
    assert only(world).campaign_id is None
