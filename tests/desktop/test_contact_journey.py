"""A contact is logged by keyboard in a real window, and nothing of it is ever lost."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cockpit.domain.calling_window import STATES, WindowRules, holiday_on
from tests.support.giro_window import GiroDesktop, GiroWindow, ask, wait_for, writing_is_held

pytestmark = pytest.mark.desktop

SAO_PAULO = ZoneInfo("America/Sao_Paulo")
NOTE = "Ligação: São João não vê preço, só prazo."


def open_form(giro: GiroWindow) -> None:
    giro.has_keyboard("Lista de trabalho")
    giro.press("Return")
    giro.has_keyboard("Ocorrência")


def write_note(giro: GiroWindow) -> None:
    """Choose "Venda realizada", which no rest keeps from having a date, and write the note."""
    giro.press("1")
    giro.press("Tab", "Tab", "Tab")  # past reason and objection
    giro.has_keyboard("Observação")
    giro.type(NOTE)


def write_next_contact(giro: GiroWindow, day: date) -> None:
    giro.press("Tab")
    giro.has_keyboard("Próximo contato")
    giro.press("ctrl+a")
    giro.type(f"{day:%d/%m} 14h")


def save_with_reason(giro: GiroWindow) -> None:
    """Save; where the customer prefers another hour, say why it is this one."""
    why = "Por que a data sai da cadência"
    giro.press("ctrl+Return")

    def is_asked() -> bool:
        focused = giro.reader.focused()
        return focused is not None and why in focused.name

    wait_for("an answer", lambda: is_asked() or giro.reader.find("label", "Salvo"))
    if is_asked():
        giro.type("Combinado com o cliente")
        giro.press("ctrl+Return")
    giro.shows("label", "Salvo")


def working_day() -> date:
    """Return the next day on which anybody in the country may be called."""
    day, rules = datetime.now(SAO_PAULO).date() + timedelta(days=1), WindowRules()
    while day.isoweekday() > 5 or any(holiday_on(day, state, "", rules) for state in STATES):
        day += timedelta(days=1)
    return day


def customers_contacted(database: Path) -> list[bytes]:
    rows = ask(database, "SELECT customer_id FROM contacts WHERE note = ?", NOTE)
    return [customer_id for (customer_id,) in rows]


def test_a_newcomer_logs_a_contact_by_keyboard_and_sets_the_next_one(
    giro_desktop: GiroDesktop, demo_home: Path
) -> None:
    database = demo_home / "demo.db"
    with giro_desktop.open(demo_home, "--demo") as giro:
        open_form(giro)
        write_note(giro)
        day = working_day()
        write_next_contact(giro, day)
        save_with_reason(giro)
        giro.quit()
    (customer_id,) = customers_contacted(database)
    at_14 = datetime(day.year, day.month, day.day, 14, tzinfo=SAO_PAULO)
    stored = f"{at_14.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}"
    appointments = "SELECT due_at, has_time FROM appointments WHERE customer_id = ? AND state = ?"
    assert ask(database, appointments, customer_id, "open") == [(stored, 1)]
    reminders = "SELECT remind_at FROM reminders WHERE customer_id = ? AND state = ?"
    assert ask(database, reminders, customer_id, "pending") == [(stored,)]


def test_what_was_said_to_be_saved_outlives_a_power_cut(
    giro_desktop: GiroDesktop, demo_home: Path
) -> None:
    database = demo_home / "demo.db"
    with giro_desktop.open(demo_home, "--demo") as giro:
        open_form(giro)
        write_note(giro)
        giro.press("ctrl+Return")
        giro.shows("label", "Salvo")
        giro.kill()
    assert len(customers_contacted(database)) == 1
    with giro_desktop.open(demo_home, "--demo") as giro:
        open_form(giro)
        assert giro.reader.text(giro.shows("text", "Observação")) == ""
        giro.quit()
    assert ask(database, "PRAGMA integrity_check") == [("ok",)]
    assert len(customers_contacted(database)) == 1


def test_a_note_cut_short_by_a_power_cut_is_offered_again(
    giro_desktop: GiroDesktop, demo_home: Path
) -> None:
    database = demo_home / "demo.db"

    def is_kept() -> bool:
        kept = ask(database, "SELECT value FROM settings WHERE key = 'preferences'")
        return any(NOTE in json.dumps(json.loads(one), ensure_ascii=False) for (one,) in kept)

    with giro_desktop.open(demo_home, "--demo") as giro:
        open_form(giro)
        write_note(giro)
        wait_for("the draft", is_kept)
        giro.kill()
    with giro_desktop.open(demo_home, "--demo") as giro:
        open_form(giro)
        giro.shows("label", "rascunho recuperado")
        assert giro.reader.text(giro.shows("text", "Observação")) == NOTE
        giro.quit()
    assert not customers_contacted(database)


def test_closing_the_window_waits_for_the_contact_that_is_being_saved(
    giro_desktop: GiroDesktop, demo_home: Path
) -> None:
    database = demo_home / "demo.db"
    with giro_desktop.open(demo_home, "--demo") as giro:
        open_form(giro)
        write_note(giro)
        with writing_is_held(database):
            giro.press("ctrl+Return")
            giro.shows("label", "Salvando…")
            giro.press("ctrl+q")
            wait_for("the window to close", lambda: not giro.is_visible())
            assert giro.process.poll() is None
            assert not customers_contacted(database)
        assert giro.process.wait(20) == 0
    assert len(customers_contacted(database)) == 1
