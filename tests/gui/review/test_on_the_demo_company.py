"""The reading of contacts on the demo company: its file, and a sample that is fair to everybody."""

import csv
import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.pictures import seen_as
from cockpit.app.session import Session
from cockpit.app.window import Desk, open_picture
from cockpit.app.wiring import open_session
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.review import ReviewFilter
from cockpit.domain.vocabulary import Role
from cockpit.ui.review.list_file import ReviewFile
from tests.support.demo_company import DemoCompanies

TODAY = date(2026, 3, 2)
PATIENCE_MS = 60_000
#: The last form of each contact of the last days, by who made it first and when that was.
LAST_FORMS = """
    SELECT c.id, c.occurred_at, u.name, coalesce(c.note, ''),
           EXISTS (SELECT 1 FROM contact_reviews r WHERE r.contact_id = c.id)
    FROM contacts c JOIN users u ON u.id = c.user_id
    WHERE NOT EXISTS (SELECT 1 FROM contacts a WHERE a.amends_id = c.id)
      AND c.occurred_at >= ? ORDER BY c.occurred_at
"""


@pytest.fixture(scope="module")
def file(demo_companies: DemoCompanies, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo_companies.copy(TODAY, tmp_path_factory.mktemp("demo") / "giro.db")


@pytest.fixture(scope="module")
def session(file: Path) -> Iterator[Session]:
    options = Options(database=str(file), as_of=TODAY)
    with open_session(options, Paths(file.parent)) as made:
        yield seen_as(made, Role.MANAGER)


@pytest.fixture
def desk(session: Session, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    with open_picture(session, qapp, Options()) as made:
        qtbot.addWidget(made.window)
        yield made
        made.window.close()


def plain_contacts(file: Path, days: int) -> list[tuple[datetime, str, str, bool]]:
    """Return instant, operator, note and whether it was read of the contacts of some days."""
    begin = datetime.combine(
        TODAY - timedelta(days=days - 1), datetime.min.time(), DEFAULT_ZONE
    ).astimezone(UTC)
    with sqlite3.connect(file) as connection:
        found = connection.execute(LAST_FORMS, (f"{begin:%Y-%m-%d %H:%M:%S.%f}",)).fetchall()
    return [
        (datetime.fromisoformat(at).replace(tzinfo=UTC), name, note, bool(read))
        for _, at, name, note, read in found
    ]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_the_file_has_every_contact_of_the_filter(
    desk: Desk, qtbot: QtBot, file: Path, tmp_path: Path, suffix: str
) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    part, target = ReviewFile(desk.ctx, home), tmp_path / f"contatos{suffix}"
    with qtbot.waitSignal(part.message_raised, timeout=PATIENCE_MS) as told:
        part.write(target, ReviewFilter(last_days=30))
    lines = read(target)
    expected = plain_contacts(file, 30)
    assert f"{len(expected)} contatos" in told.args[0]
    assert len(lines) == len(expected) > 300
    notes = Counter((line[1], line[12] or "") for line in lines)
    assert notes == Counter((name, note) for _, name, note, _ in expected)


def read(path: Path) -> list[tuple[object, ...]]:
    """Return a file's lines without its head."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [tuple(line) for line in csv.reader(file, delimiter=";")][1:]
    sheet = openpyxl.load_workbook(path, read_only=True).active
    assert sheet is not None
    lines = list(sheet.iter_rows(values_only=True))[1:]
    assert all(isinstance(line[0], datetime) for line in lines)
    assert all(line[10] is None or isinstance(line[10], (int, float)) for line in lines)
    return lines


def test_a_sample_takes_as_many_of_each_operator(session: Session, file: Path) -> None:
    unread = Counter(name for _, name, _, is_read in plain_contacts(file, 30) if not is_read)
    assert len(unread) == 8
    reading = session.review.open(ReviewFilter(last_days=30, of_each=7))
    rows = session.review.rows(list(reading.keys))
    assert Counter(one.operator for one in rows) == {
        name: min(7, count) for name, count in unread.items()
    }
    assert all(one.is_unread for one in rows)
    again = session.review.open(ReviewFilter(last_days=30, of_each=7))
    assert again.keys == reading.keys, "another look draws the same"
