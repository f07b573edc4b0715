"""A seller's days without a network: on a laptop's real file under its cipher, the server gone."""

import sys
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from cockpit.analytics.analyst import KGridAnalyst
from cockpit.analytics.engine import KGridEngine
from cockpit.app.field.setup import set_up
from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import FieldOptions, Options
from cockpit.app.paths import HOME_VARIABLE, Paths
from cockpit.app.session import Session
from cockpit.app.window import open_desk
from cockpit.app.wiring import open_session
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.clock import AsOfClock
from cockpit.domain.contact import ContactDraft
from cockpit.domain.ids import new_id
from cockpit.domain.indicators import Question
from cockpit.domain.periods import Period
from cockpit.domain.sync import SyncEnd
from cockpit.domain.vocabulary import Channel, LifecycleStatus, OrderKind
from cockpit.services.cycle_state import CycleStates
from cockpit.services.metrics import MetricsService
from models import Company, Order, Phone
from tests.integration.field.conftest import Office
from tests.support.ended_windows import end_window
from tests.support.program import ROOT

FIELD = Options(is_field=True, fielding=FieldOptions())
PATIENCE_MS = 60_000
#: The customers bought each month, the last time so many days ago.
SILENT, EVERY, TIMES = 45, 30, 8
SERVER_GONE = "Sem conexão"


@pytest.fixture
def laptop(
    office: Office, paths: Paths, options: Options, monkeypatch: pytest.MonkeyPatch
) -> Paths:
    """A laptop with two customers who buy each month; then the server goes, for programs too."""
    _sell(office, datetime.now(UTC).date() - timedelta(days=SILENT))
    set_up(options, paths, str, lambda _key: None)
    office.is_away = True
    monkeypatch.setenv(HOME_VARIABLE, str(paths.home))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.support.file_keyring.FileKeyring")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert not paths.field_database.read_bytes().startswith(b"SQLite")
    return paths


def _sell(office: Office, last: date) -> None:
    company = new_id()
    with office.engines.reading() as connection:
        keys = connection.exec_driver_sql("SELECT id FROM customers ORDER BY code").scalars().all()
    orders = [
        {"id": new_id(), "company_id": company, "customer_id": UUID(bytes=key),
         "number": f"{who}-{number}", "kind": OrderKind.SALE, "net_cents": 10_000,
         "ordered_on": last - timedelta(days=EVERY * number)}
        for who, key in enumerate(keys) for number in range(TIMES)
    ]  # fmt: skip
    with office.engines.writing() as connection:
        connection.execute(insert(Company).values(id=company, code="1", name="Giro"))
        connection.execute(insert(Order), orders)
        phones = [
            {"customer_id": UUID(bytes=key), "raw": "11 3000-1000", "e164": "+551130001000",
             "is_primary": True, "is_valid": True}
            for key in keys
        ]  # fmt: skip
        connection.execute(insert(Phone), phones)


def opened(paths: Paths) -> AbstractContextManager[Session]:
    return open_session(FIELD, paths)


def statuses(session: Session) -> set[tuple[str, str]]:
    """Return the stored statuses with the day of judging."""
    with session.engines.reading() as connection:
        rows = connection.exec_driver_sql("SELECT status, computed_for_on FROM customer_metrics")
        return {(status, str(day)[:10]) for status, day in rows}


def judge_on(session: Session, day: date) -> None:
    """Judge everybody as on an earlier day, when the laptop was open last."""
    clock = AsOfClock(day)
    states = CycleStates(session.database, KGridEngine(zone=clock.zone), KGridAnalyst, clock)
    MetricsService(states).refresh()


def customers(session: Session) -> list[UUID]:
    with session.engines.reading() as connection:
        keys = connection.exec_driver_sql("SELECT id FROM customers ORDER BY code").scalars()
        return [UUID(bytes=key) for key in keys]


def test_a_new_day_is_judged_beside_the_window_without_the_server(
    laptop: Paths, qapp: QApplication, qtbot: QtBot
) -> None:
    with opened(laptop) as session:
        today = session.clock.today()
        before = today - timedelta(days=SILENT - 1)
        judge_on(session, before)
        assert statuses(session) == {("active", before.isoformat())}
        with open_desk(session, qapp, FIELD) as desk:
            keeper = desk.ctx.cycle_keeper
            with qtbot.waitSignal(keeper.work_ended, timeout=PATIENCE_MS) as ended:
                keeper.refit_now()
            assert ended.args == [None]
            end_window(desk.window)
        ((status, day),) = statuses(session)
        assert day == today.isoformat()
        assert status == "at_risk"


def test_after_a_contact_the_cadence_sets_the_next_one_and_all_of_it_waits(
    laptop: Paths, office: Office
) -> None:
    with opened(laptop) as session:
        customer = customers(session)[0]
        judge_on(session, session.clock.today())
        outcomes = {one.code: one for one in session.contacts.form_options().outcomes}
        draft = ContactDraft(
            new_id(), customer, session.clock.now(), Channel.PHONE, outcomes["call_later"]
        )
        logged = session.contacts.log(draft, status=LifecycleStatus.AT_RISK)
        assert logged.until is not None
        assert logged.until > session.clock.now()
        panel = session.customers.panel(customer)
        assert panel is not None
        standing = panel.profile.next_contact
        assert standing is not None
        assert standing.due_at == logged.until
        story = session.stories.story(customer)
        assert story is not None
        assert draft.contact_id in {one.key for one in story.timeline}
        field = session.store.field
        assert field is not None
        assert field.synchroniser.synchronise().end is SyncEnd.AWAY
        waiting = {one.entity for one in field.synchroniser.waiting()}
        assert {"contacts", "appointments", "reminders"} <= waiting
    assert office.sent == []


def test_a_contact_is_in_the_list_the_story_and_the_days_figures_at_once(laptop: Paths) -> None:
    with opened(laptop) as session:
        customer, other = customers(session)
        now = session.clock.now()
        today = Question(Period(session.clock.today(), session.clock.today()))
        judge_on(session, session.clock.today())
        listed = {one.customer_id: one for one in listed_rows(session.work_list.load())}
        assert listed[customer].last_contact_at is None
        assert session.indicators.contacts(today).total.now.contacts == 0
        outcomes = session.contacts.form_options().outcomes
        draft = ContactDraft(new_id(), customer, now, Channel.PHONE, outcomes[0])
        session.contacts.log(draft, status=LifecycleStatus.AT_RISK)

    with opened(laptop) as session:
        listed = {one.customer_id: one for one in listed_rows(session.work_list.load())}
        assert listed[customer].last_contact_at == now
        assert listed[customer].last_contact_by == session.user.name
        assert listed[other].last_contact_at is None
        assert session.indicators.contacts(today).total.now.contacts == 1
        story = session.stories.story(customer)
        assert story is not None
        assert [one.key for one in story.timeline].count(draft.contact_id) == 1


@pytest.mark.desktop
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a desktop of Linux")
def test_a_reminder_comes_by_itself_to_the_desktop(laptop: Paths, tmp_path: Path) -> None:
    from tests.support.desktop_session import notification_daemon  # noqa: PLC0415 - needs Linux
    from tests.support.giro_window import wait_for  # noqa: PLC0415 - likewise
    from tests.support.team_story import desktop_at, says  # noqa: PLC0415 - likewise

    with (
        desktop_at(tmp_path / "screen") as desktop,
        notification_daemon(desktop.session) as dunst,
        desktop.open(laptop.home) as giro,
    ):
        wait_for("the weather", lambda: says(giro, SERVER_GONE))
        with opened(laptop) as session:
            customer = customers(session)[0]
            draft = AppointmentDraft(session.clock.now() + timedelta(seconds=2), has_time=True)
            session.contacts.set_next_contact(customer, draft)
        wait_for("the notification", lambda: dunst.shown_count() == 1)
        giro.shows("list item", "Mercearia Catavento 1")
        giro.quit()
        dunst.dismiss()
        wait_for("the history", dunst.history)
        (told,) = dunst.history()
        assert told["summary"] == "Mercearia Catavento 1"
    with opened(laptop) as session, session.engines.reading() as connection:
        raised = connection.exec_driver_sql("SELECT state FROM reminders").scalars().all()
        assert raised == ["raised"]
