"""Reminders reach the desktop once, tell nobody's name there, and are answered from it."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import open_session
from cockpit.domain.agenda import AppointmentDraft
from tests.support.desktop_session import NotificationDaemon
from tests.support.giro_window import GiroDesktop, ask, wait_for

pytestmark = pytest.mark.desktop


ONE_CALLBACK = "1 retorno agora"
_NOBODY = re.compile(r"Combinado para \d\d:\d\d(, \d\d:\d\d)*\. Abra o Giro para ver com quem\.")


def agree(home: Path, *waits: timedelta) -> list[str]:
    """Agree on next contacts with the first clients, as another program; return their names."""
    with open_session(Options(is_demo=True), Paths(home)) as session:
        rows = listed_rows(session.work_list.load(), limit=len(waits))
        for row, wait in zip(rows, waits, strict=True):
            draft = AppointmentDraft(due_at=session.clock.now() + wait, has_time=True)
            session.contacts.set_next_contact(row.customer_id, draft)
    return [row.name for row in rows]


def reminders(home: Path) -> list[tuple[str, str | None]]:
    """Return the states of the reminders that are not over, and until when each waits."""
    question = "SELECT state, snoozed_until FROM reminders WHERE state <> 'done'"
    return [(state, until) for state, until in ask(home / "demo.db", question)]


def raised_count(home: Path, since: datetime) -> int:
    question = "SELECT count(*) FROM reminder_events WHERE kind = 'raised' AND occurred_at > ?"
    return int(ask(home / "demo.db", question, f"{since:%Y-%m-%d %H:%M:%S}")[0][0])


def test_a_reminder_is_raised_on_the_desktop_once_and_tells_nobodys_name(
    giro_desktop: GiroDesktop, dunst: NotificationDaemon, quiet_home: Path
) -> None:
    start = datetime.now(UTC)
    with giro_desktop.open(quiet_home, "--demo") as giro:
        (name,) = agree(quiet_home, timedelta(seconds=1))
        wait_for("the notification", lambda: dunst.shown_count() == 1)
        giro.shows("list item", name)
        giro.has_keyboard("Lista de trabalho")
        giro.press("Escape")
        wait_for("the list to close", lambda: giro.reader.find("list item", name) is None)
        dunst.click()
        giro.shows("list item", name)
        wait_for("the notification to go", lambda: dunst.shown_count() == 0)
        giro.quit()
    (notification,) = dunst.history()
    assert notification["summary"] == ONE_CALLBACK
    assert _NOBODY.fullmatch(notification["body"])
    assert reminders(quiet_home) == [("raised", None)]
    assert raised_count(quiet_home, start) == 1


def test_a_reminder_is_put_off_from_the_desktop_for_a_quarter_of_an_hour(
    giro_desktop: GiroDesktop, dunst: NotificationDaemon, quiet_home: Path
) -> None:
    with giro_desktop.open(quiet_home, "--demo") as giro:
        (name,) = agree(quiet_home, timedelta(seconds=-1))
        wait_for("the notification", lambda: dunst.shown_count() == 1)
        giro.shows("list item", name)
        before = datetime.now(UTC)
        dunst.choose("Adiar")
        wait_for("the answer", lambda: reminders(quiet_home)[0][0] == "snoozed")
        after = datetime.now(UTC)
        wait_for("the list without it", lambda: giro.reader.find("list item", name) is None)
        giro.quit()
    ((_, until),) = reminders(quiet_home)
    assert until is not None
    moment = datetime.fromisoformat(until).replace(tzinfo=UTC)
    assert before <= moment - timedelta(minutes=15) <= after


def test_what_fell_due_while_the_program_was_closed_is_raised_together_at_the_start_and_once(
    giro_desktop: GiroDesktop, dunst: NotificationDaemon, quiet_home: Path
) -> None:
    names = agree(quiet_home, *[-timedelta(minutes=minutes) for minutes in (150, 90, 30)])
    with giro_desktop.open(quiet_home, "--demo") as giro:
        wait_for("the notification", lambda: dunst.shown_count() == 1)
        for name in names:
            giro.shows("list item", name)
        giro.press("Return")
        wait_for("the client in sight", lambda: giro.reader.find("list item", names[0]) is None)
        giro.quit()
    dunst.dismiss()
    with giro_desktop.open(quiet_home, "--demo") as giro:
        giro.press("F4")
        for name in names:
            giro.shows("list item", name)
        (*_, last) = agree(quiet_home, *[timedelta(days=1)] * 3, timedelta(seconds=-1))
        wait_for("the new notification", lambda: dunst.shown_count() == 1)
        giro.shows("list item", last)
        giro.quit()
    dunst.dismiss()
    wait_for("both in the history", lambda: len(dunst.history()) == 2)
    assert [one["summary"] for one in dunst.history()] == [ONE_CALLBACK, "3 retornos agora"]
    assert all(_NOBODY.fullmatch(one["body"]) for one in dunst.history())
