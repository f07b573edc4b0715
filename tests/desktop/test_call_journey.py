"""One call after the other in a real window, by keys alone."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.support.demo_company import DemoCompanies
from tests.support.demo_day import forgive_debts
from tests.support.giro_window import GiroDesktop, GiroWindow, ask, wait_for

pytestmark = pytest.mark.desktop

#: A Monday on which nobody has a holiday; the program's clock starts at nine.
DAY = date(2026, 3, 2)
AS_OF = ("--as-of", DAY.isoformat())
NO_ANSWER = "5"
_SESSION = 100
_TWICE = 2
_PUT_OFF, _SKIPPED, _UNDONE = 11, 7, 13
_FINISHED = "claims WHERE state = 'finished'"
_EVENTS = (
    "queue_holds WHERE kind = 'skipped'",
    "queue_events WHERE kind = 'snoozed'",
    "queue_events WHERE kind = 'undone'",
    "queue_events WHERE kind = 'skipped'",
)


@pytest.fixture(scope="session")
def working_day(demo_companies: DemoCompanies, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo company on that day, in which nobody owes money: every form looks the same."""
    path = demo_companies.copy(DAY, tmp_path_factory.mktemp("day") / "day.db")
    closed = [f"UPDATE {table} SET state = 'done'" for table in ("reminders", "appointments")]
    forgive_debts(path, *closed)
    return path


@pytest.fixture
def database(working_day: Path, tmp_path: Path) -> Path:
    """A copy for one test."""
    path = tmp_path / "company.db"
    shutil.copy(working_day, path)
    return path


def words(database: Path) -> tuple[str, ...]:
    return ("--database", f"sqlite:///{database}", *AS_OF)


def count(database: Path, question: str, *values: object) -> int:
    return int(ask(database, f"SELECT count(*) FROM {question}", *values)[0][0])


def contacts(database: Path) -> int:
    return count(database, "contacts WHERE occurred_at >= ?", DAY.isoformat())


def claimed(database: Path) -> list[tuple[bytes, bytes]]:
    return ask(database, "SELECT id, customer_id FROM claims WHERE state = 'active'")


def take_next(giro: GiroWindow, database: Path, former: list[tuple[bytes, bytes]]) -> None:
    """Wait until another client is claimed, in sight, and the keyboard is in their form."""
    ((_claim, customer),) = wait_for(
        "another claim", lambda: (now := claimed(database)) and now != former and now
    )
    is_in_sight(giro, database, customer)


def is_in_sight(giro: GiroWindow, database: Path, customer: bytes) -> None:
    """Wait until a client's name stands over the call and over their panel."""
    question = "SELECT coalesce(nullif(trade_name, ''), legal_name) FROM customers WHERE id = ?"
    ((name,),) = ask(database, question, customer)

    def look() -> bool:
        labels = [one for one in giro.reader.widgets() if one.role == "label" and one.name == name]
        return len(labels) >= _TWICE

    wait_for(f"the client “{name}”", look)
    giro.has_keyboard("Ocorrência")


def test_no_answer_and_the_next_client_take_three_keys(
    giro_desktop: GiroDesktop, database: Path, tmp_path: Path
) -> None:
    with giro_desktop.open(tmp_path / "home", *words(database)) as giro:
        giro.has_keyboard("Lista de trabalho")
        pressed = 0
        for _ in range(3):
            former = claimed(database)
            keys = ("F8",) if not pressed else (NO_ANSWER, "ctrl+Return")
            giro.press(*keys)
            pressed += len(keys)
            take_next(giro, database, former)
        assert contacts(database) == 2
        assert pressed == 1 + 2 * 2
        giro.quit()
    assert claimed(database) == []


@pytest.mark.timeout(900)
def test_a_session_of_a_hundred_calls_leaves_a_hundred_contacts_and_nobody_claimed(
    giro_desktop: GiroDesktop, database: Path, tmp_path: Path
) -> None:
    before = {kind: count(database, kind) for kind in (*_EVENTS, "contacts", _FINISHED)}
    with giro_desktop.open(tmp_path / "home", *words(database)) as giro:
        giro.has_keyboard("Lista de trabalho")
        giro.press("F8")
        take_next(giro, database, [])
        for call in range(1, _SESSION + 1):
            step_aside(giro, database, call)
            former = claimed(database)
            giro.press(NO_ANSWER, "ctrl+Return")
            take_next(giro, database, former)
            assert contacts(database) == call
        giro.quit()
    after = {kind: count(database, kind) - before[kind] for kind in before}
    assert after["contacts"] == after[_FINISHED] == _SESSION
    assert claimed(database) == []
    check_next_dates(database, [after[kind] for kind in _EVENTS])


def step_aside(giro: GiroWindow, database: Path, call: int) -> None:
    """Now and then skip, put off or skip and undo before the call is made."""
    former = claimed(database)
    if call % _UNDONE == 0:
        giro.press("ctrl+j", "2")
        take_next(giro, database, former)
        between = claimed(database)
        giro.press("alt+z")
        wait_for("the client", lambda: (now := claimed(database)) and now != between)
        assert claimed(database)[0][1] == former[0][1]
        is_in_sight(giro, database, former[0][1])
    elif call % _PUT_OFF == 0:
        giro.press("ctrl+d", "4", "Return")
        take_next(giro, database, former)
    elif call % _SKIPPED == 0:
        giro.press("ctrl+j", "1")
        take_next(giro, database, former)


def check_next_dates(database: Path, noted: list[int]) -> None:
    """Who was put off is called tomorrow at eight, and who was skipped rests."""
    calls = [call for call in range(1, _SESSION + 1) if call % _UNDONE]
    put_off = sum(call % _PUT_OFF == 0 for call in calls)
    skipped = sum(call % _SKIPPED == 0 and call % _PUT_OFF != 0 for call in calls)
    undone = _SESSION // _UNDONE
    assert noted == [skipped, put_off, undone, skipped + undone]
    eight = datetime(2026, 3, 3, 11, tzinfo=UTC)
    stored = f"{eight:%Y-%m-%d %H:%M:%S.%f}"
    assert count(database, "appointments WHERE state = 'open' AND due_at = ?", stored) == put_off


def test_two_operators_on_one_database_are_never_offered_the_same_client(
    giro_desktop: GiroDesktop, database: Path, tmp_path: Path
) -> None:
    (tmp_path / "ana").mkdir()
    (tmp_path / "bia").mkdir()
    start = giro_desktop.open
    with (
        start(tmp_path / "ana", *words(database), login="ana") as ana,
        start(tmp_path / "bia", *words(database), login="bia") as bia,
    ):
        for calls in range(1, 6):
            for giro in (ana, bia):
                giro.take_keyboard()
                giro.press(*(("F8",) if calls == 1 else (NO_ANSWER, "ctrl+Return")))
                giro.has_keyboard("Ocorrência")
            expected = 2 * (calls - 1)
            wait_for("the contacts", lambda wanted=expected: contacts(database) == wanted)
            wait_for("two claims", lambda: len({one for _id, one in claimed(database)}) == 2)
        for giro in (bia, ana):
            giro.take_keyboard()
            giro.quit()
    called = ask(
        database, "SELECT customer_id FROM contacts WHERE occurred_at >= ?", DAY.isoformat()
    )
    assert len(called) == len(set(called)) == 8
    assert claimed(database) == []
