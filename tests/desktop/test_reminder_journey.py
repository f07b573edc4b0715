"""Reminders reach the desktop once, as the user wants them, and are answered from it."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.data.sqlite import connect
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.vocabulary import AppointmentKind
from tests.support.desktop_session import NotificationDaemon
from tests.support.giro_window import GiroDesktop, ask, wait_for

pytestmark = pytest.mark.desktop


def agree(
    home: Path, *waits: timedelta, kind: AppointmentKind = AppointmentKind.MY_CALLBACK
) -> list[str]:
    """Agree on next contacts with the first clients, as another program; return their names."""
    with open_session(Options(is_demo=True), Paths(home)) as session:
        rows = listed_rows(session.work_list.load(), limit=len(waits))
        for row, wait in zip(rows, waits, strict=True):
            draft = AppointmentDraft(session.clock.now() + wait, has_time=True, kind=kind)
            session.contacts.set_next_contact(row.customer_id, draft)
    return [row.name for row in rows]


def reminders(home: Path) -> list[tuple[str, str | None]]:
    """Return the states of the reminders that are not over, and until when each waits."""
    question = "SELECT state, snoozed_until FROM reminders WHERE state <> 'done'"
    return [(state, until) for state, until in ask(home / "demo.db", question)]


def raised_count(home: Path, since: datetime) -> int:
    question = "SELECT count(*) FROM reminder_events WHERE kind = 'raised' AND occurred_at > ?"
    return int(ask(home / "demo.db", question, f"{since:%Y-%m-%d %H:%M:%S}")[0][0])


def unshown_count(home: Path) -> int:
    question = "SELECT count(*) FROM reminder_raises WHERE shown_at IS NULL"
    return int(ask(home / "demo.db", question)[0][0])


def test_a_reminder_comes_once_by_name_and_a_click_opens_its_client(
    giro_desktop: GiroDesktop, dunst: NotificationDaemon, quiet_home: Path
) -> None:
    start = datetime.now(UTC)
    with giro_desktop.open(quiet_home, "--demo") as giro:
        (name,) = agree(quiet_home, timedelta(seconds=1))
        wait_for("the notification", lambda: dunst.shown_count() == 1)
        giro.shows("list item", name)
        giro.has_keyboard("Lista de trabalho")
        dunst.click()
        giro.has_keyboard("Ocorrência")
        wait_for("the client", lambda: giro.reader.find("label", name))
        wait_for("the notification to go", lambda: dunst.shown_count() == 0)
        giro.press("Escape")
        giro.quit()
    (notification,) = dunst.history()
    assert notification["summary"] == name
    assert re.fullmatch(r"Retorno: .*\d\d:\d\d", notification["body"])
    assert reminders(quiet_home) == [("raised", None)]
    assert raised_count(quiet_home, start) == 1
    assert unshown_count(quiet_home) == 0


def test_nobodys_name_reaches_the_desktop_where_the_user_hides_it(
    giro_desktop: GiroDesktop, dunst: NotificationDaemon, quiet_home: Path
) -> None:
    with open_session(Options(is_demo=True), Paths(quiet_home)) as session:
        session.preferences.store("notifications.names", False)
    with giro_desktop.open(quiet_home, "--demo") as giro:
        (name,) = agree(quiet_home, timedelta(seconds=-1))
        wait_for("the notification", lambda: dunst.shown_count() == 1)
        giro.shows("list item", name)
        giro.quit()
    dunst.dismiss()
    wait_for("the history", dunst.history)
    (notification,) = dunst.history()
    assert notification["summary"] == "Retorno agora"
    assert name not in notification["body"]


def test_a_reminder_is_put_off_from_the_desktop_for_a_quarter_of_an_hour(
    giro_desktop: GiroDesktop, dunst: NotificationDaemon, quiet_home: Path
) -> None:
    with giro_desktop.open(quiet_home, "--demo") as giro:
        (name,) = agree(quiet_home, timedelta(seconds=-1))
        wait_for("the notification", lambda: dunst.shown_count() == 1)
        giro.shows("list item", name)
        before = datetime.now(UTC)
        dunst.choose("Adiar 15 min")
        wait_for("the answer", lambda: reminders(quiet_home)[0][0] == "snoozed")
        after = datetime.now(UTC)
        wait_for("the list without it", lambda: giro.reader.find("list item", name) is None)
        giro.quit()
    ((_, until),) = reminders(quiet_home)
    assert until is not None
    moment = datetime.fromisoformat(until).replace(tzinfo=UTC)
    assert before <= moment - timedelta(minutes=15) <= after


def test_a_reminder_is_finished_from_the_desktop(
    giro_desktop: GiroDesktop, dunst: NotificationDaemon, quiet_home: Path
) -> None:
    with giro_desktop.open(quiet_home, "--demo") as giro:
        (name,) = agree(quiet_home, timedelta(seconds=-1))
        wait_for("the notification", lambda: dunst.shown_count() == 1)
        giro.shows("list item", name)
        dunst.choose("Concluir")
        wait_for("the answer", lambda: not reminders(quiet_home))
        wait_for("the list without it", lambda: giro.reader.find("list item", name) is None)
        wait_for("the notification to go", lambda: dunst.shown_count() == 0)
        giro.quit()


def test_what_fell_due_while_the_program_was_closed_comes_at_the_start_and_once(
    giro_desktop: GiroDesktop, dunst: NotificationDaemon, quiet_home: Path
) -> None:
    names = agree(quiet_home, *[-timedelta(minutes=30 * n) for n in range(7, 0, -1)])
    with giro_desktop.open(quiet_home, "--demo") as giro:
        wait_for("the notification", lambda: dunst.shown_count() == 1)
        giro.shows("list item", names[0])
        giro.press("Escape")
        wait_for("the list to close", lambda: giro.reader.find("list item", names[0]) is None)
        dunst.click()
        for name in names[:3]:
            giro.shows("list item", name)
        giro.quit()
    with giro_desktop.open(quiet_home, "--demo") as giro:
        giro.press("F4")
        giro.shows("list item", names[0])
        (*_, last) = agree(quiet_home, *[timedelta(days=1)] * 7, timedelta(seconds=-1))
        wait_for("the new notification", lambda: dunst.shown_count() == 1)
        giro.shows("list item", last)
        giro.quit()
    dunst.dismiss()
    wait_for("both in the history", lambda: len(dunst.history()) == 2)
    newest, burst = dunst.history()
    assert (newest["summary"], burst["summary"]) == (last, "7 retornos agora")
    assert burst["body"] == f"{', '.join(names[:3])} e mais 4"


def test_of_two_programs_of_one_user_one_shows_a_reminder(
    giro_desktop: GiroDesktop, dunst: NotificationDaemon, quiet_home: Path, tmp_path: Path
) -> None:
    words = ("--database", f"sqlite:///{quiet_home / 'demo.db'}")
    connection = connect(quiet_home / "demo.db")
    connection.execute("UPDATE users SET team_id = NULL")  # a team's callback is everybody's
    connection.close()
    homes = [tmp_path / "mesa", tmp_path / "notebook"]
    for home in homes:
        home.mkdir()
    with (
        giro_desktop.open(homes[0], *words, login="ana") as first,
        giro_desktop.open(homes[1], *words, login="ana") as second,
    ):
        (name,) = agree(quiet_home, timedelta(seconds=2), kind=AppointmentKind.TEAM_CALLBACK)
        wait_for("the notification", lambda: dunst.shown_count() == 1)
        wait_for("its being stored", lambda: unshown_count(quiet_home) == 0)
        for giro in (second, first):
            giro.take_keyboard()
            giro.quit()
    assert dunst.shown_count() == 1
    dunst.dismiss()
    wait_for("the history", dunst.history)
    assert [one["summary"] for one in dunst.history()] == [name]


def test_during_the_quiet_nothing_comes_and_afterwards_all_as_one(
    giro_desktop: GiroDesktop, dunst: NotificationDaemon, quiet_home: Path
) -> None:
    with giro_desktop.open(quiet_home, "--demo") as giro:
        giro.has_keyboard("Lista de trabalho")
        giro.press("shift+F4")
        wait_for(
            "the bell", lambda: any("em silêncio" in one.name for one in giro.reader.widgets())
        )
        names = agree(quiet_home, *[timedelta(seconds=-1)] * 4)
        giro.press("F4")
        giro.shows("list item", names[0])
        assert dunst.shown_count() == 0
        giro.press("Escape", "shift+F4")
        wait_for("the notification", lambda: dunst.shown_count() == 1)
        giro.quit()
    dunst.dismiss()
    wait_for("the history", dunst.history)
    assert [one["summary"] for one in dunst.history()] == ["4 retornos agora"]
