"""How a user says how they want to be reminded."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QTime
from pytestqt.qtbot import QtBot

from cockpit.domain.announcements import Manner, Quiet
from cockpit.domain.vocabulary import Role, SettingScope
from cockpit.services.reminders import ESCALATE_MINUTES
from cockpit.ui.context import UiContext
from cockpit.ui.reminders_list.settings_page import RemindersPage
from tests.support.ui_data import UiWorld


def page_of(qtbot: QtBot, ctx: UiContext) -> RemindersPage:
    page = RemindersPage(ctx)
    qtbot.addWidget(page)
    page.start()
    return page


@pytest.fixture
def supervisor(world: UiWorld) -> UiContext:
    user = replace(world.ctx.user, role=Role.SUPERVISOR)
    return replace(world.ctx, user=user, reminders=replace(world.ctx.reminders, user=user))


def test_at_first_names_and_sound_are_on_and_no_hour_is_quiet(world: UiWorld, qtbot: QtBot) -> None:
    page = page_of(qtbot, world.ctx)
    assert (page.names.isChecked(), page.sound.isChecked(), page.daily.isChecked()) == (
        True,
        True,
        False,
    )
    assert not page.daily_from.isEnabled()
    page.save()
    assert world.reminder_clock.quiet.manner == Manner()


def test_what_is_chosen_is_in_force_and_shown_again(world: UiWorld, qtbot: QtBot) -> None:
    page = page_of(qtbot, world.ctx)
    page.names.setChecked(False)
    page.daily.setChecked(True)
    page.daily_from.setTime(QTime(20, 0))
    page.daily_until.setTime(QTime(7, 30))
    page.save()
    quiet = Quiet(daily_from=time(20), daily_until=time(7, 30))
    assert world.reminder_clock.quiet.manner == Manner(names_customers=False, quiet=quiet)
    again = page_of(qtbot, world.ctx)
    assert not again.names.isChecked()
    assert again.daily_until.time() == QTime(7, 30)
    again.daily.setChecked(False)
    again.save()
    assert world.reminder_clock.quiet.manner == Manner(names_customers=False)


def test_a_supervisor_says_when_the_team_is_told(
    supervisor: UiContext, world: UiWorld, qtbot: QtBot
) -> None:
    page = page_of(qtbot, supervisor)
    assert page.minutes.value() == 30
    page.minutes.setValue(0)
    assert page.minutes.text() == "nunca"
    page.save()
    key = (SettingScope.COMPANY, None, ESCALATE_MINUTES)
    assert world.database.settings.values[key] == 0
    assert page_of(qtbot, supervisor).minutes.value() == 0


def test_an_operator_only_sees_it(world: UiWorld, qtbot: QtBot) -> None:
    page = page_of(qtbot, world.ctx)
    assert not page.minutes.isEnabled()
    page.save()
    assert (SettingScope.COMPANY, None, ESCALATE_MINUTES) not in world.database.settings.values
