"""What goes into a calendar file is chosen before a file is asked for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cockpit.domain.agenda_view import AgendaOwner, Scope
from cockpit.domain.errors import BadInputError
from cockpit.ui.calendar_files.export_dialog import CalendarExportDialog
from tests.support.list_data import TODAY
from tests.support.runtime_fakes import USER
from tests.support.ui_data import UiWorld

MINE = AgendaOwner(Scope.MINE, "Ana", frozenset({USER.user_id}))
ALL = AgendaOwner(Scope.ALL, "", None)
FILE = Path("agenda.ics")


class Owners:
    def owners(self) -> tuple[AgendaOwner, ...]:
        return (MINE, ALL)


@pytest.fixture
def dialog(world: UiWorld, qtbot: QtBot) -> Iterator[CalendarExportDialog]:
    ctx = replace(world.ctx, agenda=Owners)  # type: ignore[arg-type]
    made = CalendarExportDialog(ctx, str, None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.open_for(None)
    yield made
    made.close()


def test_the_own_next_contacts_from_today_on_are_proposed(
    world: UiWorld, dialog: CalendarExportDialog
) -> None:
    dialog.write(FILE)
    path, chosen = world.calendars.exported[0]
    assert path == FILE
    assert (chosen.users, chosen.first, chosen.last) == (MINE.users, TODAY, None)
    assert not chosen.is_private
    assert not dialog.isVisible()


def test_what_is_chosen_goes_out(world: UiWorld, dialog: CalendarExportDialog) -> None:
    dialog.owner_box.setCurrentIndex(1)
    dialog.days_box.setCurrentIndex(3)
    dialog.private_box.setChecked(True)
    dialog.cancelled_box.setChecked(True)
    dialog.write(FILE)
    chosen = world.calendars.exported[0][1]
    assert chosen.users is None
    assert chosen.is_private
    assert chosen.with_cancelled
    assert chosen.first is not None
    assert (chosen.first.weekday(), chosen.first > TODAY) == (0, True)
    assert chosen.last == chosen.first + timedelta(days=6)


def test_whose_agenda_is_in_view_is_proposed(dialog: CalendarExportDialog) -> None:
    dialog.owner_box.clear()
    dialog.open_for(ALL)
    assert dialog.owner_box.currentIndex() == 1


def test_trouble_is_one_sentence_and_it_may_be_tried_again(
    world: UiWorld, dialog: CalendarExportDialog
) -> None:
    world.calendars.error = BadInputError("calendar_suffix", file="x.txt")
    dialog.write(FILE)
    assert "x.txt" in dialog.notice.text()
    assert dialog.save_button.isEnabled()
    assert dialog.isVisible()
