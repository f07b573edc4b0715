"""A supervisor coaches in one window; the operator reads it in theirs, answers, and corrects."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, select

from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, Role
from models import Base, Contact, Outcome
from tests.support.queues import callable_customers
from tests.support.seats import COUNT, CTRL, Seat, seated
from tests.support.team import TeamDatabase

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
#: "Within seconds"; a busy test machine may take as long by itself.
AT_MOST = 6.0


@contextmanager
def office(team: TeamDatabase, folder: Path, qtbot: QtBot) -> Iterator[tuple[Seat, Seat, UUID]]:
    """Seat Marisa and Ana, whose contact of the morning is stored."""
    keys, rows = callable_customers(COUNT)
    with team.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
    logins = {"marisa": team.add("marisa", Role.SUPERVISOR)}
    lead = team.open(logins["marisa"]).user.user_id
    norte = team.team("Norte", supervisor=lead)
    logins["ana"] = team.add("ana", Role.OPERATOR, team=norte)
    ana = team.open(logins["ana"]).user
    contact = new_id()
    with team.superuser.begin() as connection:
        outcome = connection.execute(select(Outcome.id).where(Outcome.code == "busy")).scalar_one()
        connection.execute(
            insert(Contact).values(
                id=contact, customer_id=keys[0], user_id=ana.user_id, channel=Channel.PHONE,
                occurred_at=datetime(2026, 3, 2, 11, tzinfo=UTC), outcome_id=outcome,
                note="Achou caro", device_id=ana.device_id, device_seq=1, content_sha256="-",
            )
        )  # fmt: skip
    with (
        seated(team.url(logins["ana"]), folder / "ana", qtbot) as operator,
        seated(team.url(logins["marisa"]), folder / "marisa", qtbot) as supervisor,
    ):
        yield supervisor, operator, contact


def test_coaching_reaches_the_operator_and_the_answer_the_supervisor(
    team_database: TeamDatabase, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    with office(team_database, tmp_path, qtbot) as (marisa, ana, contact):
        marisa.press(Qt.Key.Key_O, CTRL | SHIFT)
        reading = marisa.window.review.screen
        assert reading is not None
        marisa.until(lambda: reading.pane.row is not None)
        assert reading.pane.row is not None
        assert (reading.pane.row.contact_id, reading.pane.row.note) == (contact, "Achou caro")

        marisa.press(Qt.Key.Key_3)
        marisa.until(reading.pane.comment.hasFocus)
        qtbot.keyClicks(reading.pane.comment, "Pergunte o consumo antes do valor")
        marisa.press(Qt.Key.Key_Return, CTRL)
        marked_at = monotonic()
        notice = ana.window._status_bar.comments
        ana.until(notice.isVisible)
        assert monotonic() - marked_at <= AT_MOST

        ana.press(Qt.Key.Key_O, CTRL | SHIFT)
        ana.press(Qt.Key.Key_2, ALT)
        inbox = ana.window.review.screen
        assert inbox is not None
        ana.until(lambda: inbox.received.table.current() is not None)
        assert inbox.received.table.current().comment == "Pergunte o consumo antes do valor"
        ana.press(Qt.Key.Key_R)
        ana.until(inbox.received.reply.hasFocus)
        qtbot.keyClicks(inbox.received.reply, "Vou perguntar")
        ana.press(Qt.Key.Key_Return)
        answered_at = monotonic()
        marisa.until(lambda: "Vou perguntar" in reading.pane.history.text())
        assert monotonic() - answered_at <= AT_MOST
        ana.until(lambda: not notice.isVisible())

        ana.press(Qt.Key.Key_E)
        ana.until(lambda: ana.window.contact_form.is_amending)
        assert ana.window.contact_form._fields.note == "Achou caro"
