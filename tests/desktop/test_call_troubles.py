"""Bad luck in the middle of a call, in a real window."""

import re
import shutil
import signal
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from cockpit.data.database import SqlDatabase
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import SqliteFile
from cockpit.domain.contact import ContactDraft
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, LifecycleStatus, QueueEffect
from tests.support.demo_company import DemoCompanies
from tests.support.demo_day import forgive_debts
from tests.support.giro_window import GiroDesktop, GiroWindow, ask, wait_for, writing_is_held
from tests.support.queues import MovableClock, Operator

pytestmark = pytest.mark.desktop

DAY = date(2026, 3, 2)
NO_ANSWER = "5"
LATER = datetime(2026, 3, 2, 13, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def day(demo_companies: DemoCompanies, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo company on a Monday, in which nobody owes money."""
    path = demo_companies.copy(DAY, tmp_path_factory.mktemp("day") / "day.db")
    forgive_debts(path)
    return path


@pytest.fixture
def database(day: Path, tmp_path: Path) -> Path:
    path = tmp_path / "company.db"
    shutil.copy(day, path)
    return path


@pytest.fixture
def bia(database: Path) -> Iterator[Operator]:
    """A colleague at another program, some hours later."""
    engines = open_database(SqliteFile(database))
    user = ensure_identity(engines, login="bia", machine="pc-bia")
    yield Operator(user, SqlDatabase(engines, user.user_id), MovableClock(LATER))
    engines.close()


def words(database: Path) -> tuple[str, ...]:
    return ("--database", f"sqlite:///{database}", "--as-of", DAY.isoformat())


def contacts(database: Path) -> int:
    return int(
        ask(database, "SELECT count(*) FROM contacts WHERE occurred_at >= ?", "2026-03-02")[0][0]
    )


def claimed(database: Path) -> list[UUID]:
    rows = ask(database, "SELECT customer_id FROM claims WHERE state = 'active'")
    return [UUID(bytes=row[0]) for row in rows]


def begin_call(giro: GiroWindow, database: Path) -> UUID:
    giro.has_keyboard("Lista de trabalho")
    giro.press("F8")
    giro.has_keyboard("Ocorrência")
    return wait_for("a claim", lambda: claimed(database))[0]


def test_fifty_times_the_key_that_saves_stores_one_contact(
    giro_desktop: GiroDesktop, database: Path, tmp_path: Path
) -> None:
    with giro_desktop.open(tmp_path / "home", *words(database)) as giro:
        begin_call(giro, database)
        giro.press(NO_ANSWER, *["ctrl+Return"] * 50)
        wait_for("the contact", lambda: contacts(database))
        giro.press(*["F8"] * 20)
        giro.has_keyboard("Ocorrência")
        assert len(claimed(database)) <= 1
        giro.quit()
    assert contacts(database) == 1
    assert claimed(database) == []


def test_closing_while_a_client_is_being_claimed_leaves_nobody_claimed(
    giro_desktop: GiroDesktop, database: Path, tmp_path: Path
) -> None:
    with giro_desktop.open(tmp_path / "home", *words(database)) as giro:
        giro.has_keyboard("Lista de trabalho")
        with writing_is_held(database):
            giro.press("F8", "ctrl+q")
        assert giro.process.wait(20) == 0
    assert claimed(database) == []


def test_a_contact_after_a_long_stop_is_stored_and_the_collision_is_told(
    giro_desktop: GiroDesktop, database: Path, bia: Operator, tmp_path: Path
) -> None:
    with giro_desktop.open(tmp_path / "home", *words(database)) as giro:
        customer = begin_call(giro, database)
        giro.process.send_signal(signal.SIGSTOP)
        theirs = bia.queue.take(customer)
        giro.process.send_signal(signal.SIGCONT)
        giro.press(NO_ANSWER, "ctrl+s")
        wait_for("the contact", lambda: contacts(database))
        wait_for(
            "the collision",
            lambda: [one for one in giro.reader.widgets() if "bia já está com" in one.name],
        )
        assert bia.queue.renew(theirs) is not None
        giro.quit()
    assert claimed(database) == [customer]


def test_who_closes_all_channels_during_the_call_shows_no_number_any_more(
    giro_desktop: GiroDesktop, database: Path, bia: Operator, tmp_path: Path
) -> None:
    with giro_desktop.open(tmp_path / "home", *words(database)) as giro:
        customer = begin_call(giro, database)
        rows = ask(database, "SELECT e164 FROM phones WHERE customer_id = ?", customer.bytes)
        numbers = {row[0].lstrip("+")[2:] for row in rows if row[0]}
        assert numbers
        wait_for("the number", lambda: numbers & shown_digits(giro))
        outcomes = bia.contacts.form_options().outcomes
        stop = next(one for one in outcomes if one.effect is QueueEffect.DO_NOT_CONTACT)
        told_at, reason = LATER - timedelta(hours=1), bia.contacts.form_options().reasons[0]
        said = ContactDraft(new_id(), customer, told_at, Channel.PHONE, stop, reason)
        bia.contacts.log(said, status=LifecycleStatus.AT_RISK)
        wait_for("nothing to dial", lambda: not numbers & shown_digits(giro))
        giro.press("F3", "ctrl+F3")
        assert not numbers & shown_digits(giro)
        giro.quit()


def shown_digits(giro: GiroWindow) -> set[str]:
    """Return what can be seen, letters and signs left out."""
    return {re.sub(r"\D", "", one.name) for one in giro.reader.widgets()}
