"""A next contact that was set beside the form outlives the form as a draft, with all it says."""

from datetime import datetime, timedelta

from pytestqt.qtbot import QtBot

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.vocabulary import AppointmentKind, Channel, ContactGoal
from cockpit.ui.contact_form.form import ContactForm
from cockpit.ui.contact_form.form_text import FormText
from cockpit.ui.contact_form.written_text import WrittenText
from tests.gui.contact_form.keys import FIRST, SECOND, opened
from tests.support.panel_data import PanelWorld


def written(world: PanelWorld) -> AppointmentDraft:
    day = world.clock.today() + timedelta(days=2)
    return AppointmentDraft(
        datetime(day.year, day.month, day.day, 15, tzinfo=DEFAULT_ZONE),
        has_time=True,
        kind=AppointmentKind.TEAM_CALLBACK,
        note="Levar a tabela",
        lead=timedelta(minutes=30),
        goal=ContactGoal.RESUME,
        channel=Channel.PHONE,
    )


def test_kind_note_and_lead_come_back_with_the_draft(
    qtbot: QtBot, world: PanelWorld, form: ContactForm
) -> None:
    form.write_next_contact(written(world))
    form.open_for(SECOND)
    assert form._fields._next.draft() is None
    form.open_for(FIRST)
    assert form._fields._next.draft() == written(world)


def test_they_outlive_the_program(qtbot: QtBot, world: PanelWorld, form: ContactForm) -> None:
    form.write_next_contact(written(world))
    form.flush_draft()
    world.preferences._values = world.preferences._service.load()  # as a new start reads them
    assert opened(qtbot, world)._fields._next.draft() == written(world)


def test_another_date_is_another_contact(world: PanelWorld, form: ContactForm) -> None:
    form.write_next_contact(written(world))
    form._fields._next.line.setText("+3d")
    form.open_for(SECOND)
    form.open_for(FIRST)
    draft = form._fields._next.draft()
    assert draft is not None
    assert (draft.kind, draft.note) == (AppointmentKind.MY_CALLBACK, "")


def test_what_another_program_stored_is_left_out(world: PanelWorld) -> None:
    assert WrittenText("x", kind="my_callback").draft() is None
    assert WrittenText(written(world).due_at.isoformat(), kind="nothing").draft() is None
    key = "00000000-0000-0000-0000-000000000001"
    text = FormText.from_document({"contact_id": key, "written": ["x"]})
    assert text is not None
    assert text.written is None
