"""The reminder engine with a large agenda: arming at the start, and a burst in the true window.

Both use a copy of the large portfolio in which every customer has a next contact. What is armed
lies ahead; for the burst some of it is made to fall due, by another connection, as a colleague's
commit would be.
"""

import gc
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import bindparam, insert, select, update

from cockpit.app.arguments import parse
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import AppointmentKind, AppointmentState, ReminderState
from cockpit.services.reminders import ReminderService
from models import Appointment, Customer, Reminder
from scripts.bench_support import milliseconds
from scripts.benchmarks.children import Portfolio
from scripts.benchmarks.desk import OpenDesk, shown_desk
from scripts.benchmarks.upkeep import Wait, watched
from scripts.benchmarks.window import settle

ARMED, BURST, STARTS = 100_000, 5_000, 5
_SOON, _SPREAD = timedelta(seconds=5), timedelta(minutes=1)
_IDLE_MS, _AT_ONCE_MS, _MINUTE_MS = 5_000, 15_000, 75_000


@contextmanager
def armed_portfolio(portfolio: Portfolio, *, count: int = ARMED) -> Iterator[Portfolio]:
    """Return a copy in which so many customers have a next contact, all of the user's."""
    with tempfile.TemporaryDirectory(prefix="giro-reminders-") as folder:
        home = Path(folder) / "home"
        shutil.copytree(portfolio.home, home)
        armed = replace(portfolio, home=home)
        with open_session(parse(armed.arguments), Paths(home)) as session:
            _arm(session, count)
        yield armed


def measure_start(portfolio: Portfolio, *, times: int = STARTS) -> str:
    """Return what the first question of a program costs, in a line."""
    with (
        open_session(parse(portfolio.arguments), Paths(portfolio.home)) as session,
        session.engines.reading() as connection,
    ):
        armed = len(connection.execute(select(Reminder.id)).all())
        seconds = _timed(lambda: connection.execute(select(Reminder.remind_at)).all())
    first, later = [], []
    for _ in range(times):
        with open_session(parse(portfolio.arguments), Paths(portfolio.home)) as session:
            service = ReminderService(session.database, session.clock, session.user)
            first.append(_timed(partial(service.raise_due, is_start=True)))
            later.append(_timed(service.raise_due))
    return (
        f"  {armed:,} armed: at the start {milliseconds(statistics.median(first))} "
        f"(longest {milliseconds(max(first))}), later {milliseconds(statistics.median(later))}; "
        f"reading them all would take {milliseconds(seconds)}"
    )


def measure_bursts(portfolio: Portfolio, app: QApplication) -> list[Wait]:
    """Return how the event loop waits in idleness, in a burst at once, and in one of a minute."""
    with shown_desk(portfolio, app) as opened:
        settle(_IDLE_MS)
        gc.collect()
        gc.freeze()  # as the program does once its window is there
        waits = [watched("idle window", lambda done: QTimer.singleShot(_IDLE_MS, done))]
        for name, spread, lasts in (
            (f"{BURST:,} due at once", timedelta(0), _AT_ONCE_MS),
            (f"{BURST:,} due within a minute", _SPREAD, _MINUTE_MS),
        ):
            before = opened.desk.window.reminders_list.count
            _let_fall_due(opened, spread)
            waits.append(watched(name, partial(QTimer.singleShot, lasts)))
            came = opened.desk.window.reminders_list.count - before
            if came != BURST:
                raise RuntimeError(f"{came} reminders came instead of {BURST}")
        return waits


def _let_fall_due(opened: OpenDesk, spread: timedelta) -> None:
    """Let some of what is armed fall due soon."""
    with opened.session.engines.writing() as connection:
        ahead = select(Reminder.id).where(
            Reminder.remind_at > datetime.now(UTC) + _SOON,
            Reminder.state == ReminderState.PENDING,
        )
        keys = list(connection.execute(ahead.limit(BURST)).scalars())
        start = datetime.now(UTC) + _SOON
        change = update(Reminder).where(Reminder.id == bindparam("key"))
        connection.execute(
            change.values(remind_at=bindparam("due")),
            [
                {"key": key, "due": start + spread * number / BURST}
                for number, key in enumerate(keys)
            ],
        )
    opened.desk.ctx.feed.tell(ChangeNotice(frozenset({Topic.REMINDERS}), frozenset()))


def _arm(session: Session, count: int) -> None:
    start = datetime.now(UTC) + timedelta(days=30)
    with session.engines.writing() as connection:
        taken = select(Appointment.customer_id).where(Appointment.state == AppointmentState.OPEN)
        free = select(Customer.id).where(Customer.id.not_in(taken)).limit(count)
        customers = list(connection.execute(free).scalars())
        appointments = [
            {
                "id": new_id(),
                "customer_id": key,
                "kind": AppointmentKind.MY_CALLBACK,
                "user_id": session.user.user_id,
                "due_at": start + timedelta(minutes=number),
                "has_time": True,
            }
            for number, key in enumerate(customers)
        ]
        reminders = [
            {
                "id": new_id(),
                "appointment_id": one["id"],
                "customer_id": one["customer_id"],
                "user_id": one["user_id"],
                "due_at": one["due_at"],
                "remind_at": one["due_at"],
            }
            for one in appointments
        ]
        connection.execute(insert(Appointment), appointments)
        connection.execute(insert(Reminder), reminders)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
