"""What is said in the calls of a campaign stands in the form, with the customer's values."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cockpit.data.default_templates import default_templates
from cockpit.domain.customer import CampaignChoice
from cockpit.domain.vocabulary import Channel
from tests.gui.contact_form.keys import FIRST, Keyboard, opened
from tests.gui.contact_form.test_campaign import member
from tests.support.panel_data import PanelWorld

SCRIPT = next(row for row in default_templates() if row["channel"] is Channel.PHONE)
WITH_SCRIPT = CampaignChoice(UUID(int=0xC2), "Retomada", "Trazer de volta", SCRIPT["id"])
PLAIN = CampaignChoice(UUID(int=0xC1), "Semana da manutenção")


def test_the_campaign_s_script_and_purpose_are_in_sight(qtbot: QtBot, world: PanelWorld) -> None:
    form = opened(qtbot, world, member(WITH_SCRIPT, PLAIN))
    note = form._fields.script
    assert note.isVisible()
    assert note.text()
    assert "{{" not in note.text()
    assert note._purpose.text() == "Trazer de volta"


def test_taken_out_of_the_campaign_the_script_goes(qtbot: QtBot, world: PanelWorld) -> None:
    form = opened(qtbot, world, member(WITH_SCRIPT))
    row = form._fields._campaign
    row.which.setFocus()
    Keyboard(qtbot).presses(Qt.Key.Key_Backspace)
    assert row.campaign_id is None
    assert form._fields.script.isHidden()


def test_a_campaign_without_words_takes_no_room(qtbot: QtBot, world: PanelWorld) -> None:
    form = opened(qtbot, world, member(PLAIN))
    assert form._fields.script.isHidden()


def test_a_closed_channel_or_a_removed_script_leaves_the_form_as_it_is(
    qtbot: QtBot, world: PanelWorld
) -> None:
    gone = replace(WITH_SCRIPT, purpose="", script_id=UUID(int=1))
    form = opened(qtbot, world, member(gone, panel=FIRST))
    assert form._fields.script.isHidden()
