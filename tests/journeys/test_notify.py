"""``notify``, as cron runs it: nobody twice, and nobody left out when it is killed."""

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from cockpit.data.database import SqlDatabase
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.clock import SystemClock
from cockpit.domain.vocabulary import SettingScope
from models import Duty, Notification, Setting
from tests.support.demo_company import DemoCompanies
from tests.support.mail_server import MailServer, mail_server
from tests.support.program import PATIENCE_SECONDS, ROOT, environment, run_giro

PEOPLE = 11  # eight sellers, two supervisors, the manager


@pytest.fixture(scope="module")
def company(demo_companies: DemoCompanies, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo company of today."""
    home = tmp_path_factory.mktemp("company")
    demo_companies.copy(SystemClock().today(), home / "demo.db")
    return home


@pytest.fixture
def box(company: Path) -> Iterator[MailServer]:
    """A mail server that the company hands its letters to; nobody was told of anything yet."""
    with mail_server() as (server, _trusted):
        address = parse_address(f"sqlite:///{company / 'demo.db'}")
        with closing(open_database(address)) as engines:
            with engines.writing() as connection:
                connection.execute(delete(Notification))
                connection.execute(delete(Duty))
                connection.execute(delete(Setting).where(Setting.key.startswith("notices.")))
            user = ensure_identity(engines, login="ana.prado")
            with SqlDatabase(engines, user.user_id).write() as unit:
                told = {"host": "127.0.0.1", "port": server.port, "security": "none", "login": "",
                        "sender_name": "Giro", "sender_address": "giro@giro.example"}  # fmt: skip
                unit.settings.put(SettingScope.COMPANY, None, "mail.server", told)
                unit.changed(customer_ids=[])
        yield server


def program(home: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "notify", "--demo"],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def later(home: Path) -> None:
    """Let the leases of a program that is gone run out."""
    past = datetime(2026, 1, 1, tzinfo=UTC)
    address = parse_address(f"sqlite:///{home / 'demo.db'}")
    with closing(open_database(address)) as engines, engines.writing() as connection:
        connection.execute(update(Duty).values(lease_until=past))
        tried = update(Notification).where(Notification.tried_at.is_not(None))
        connection.execute(tried.values(tried_at=past))


def wait_until(is_so: Callable[[], bool]) -> None:
    """Return when something is so; another program brings it about."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def receivers(letters: list[EmailMessage]) -> Counter[str]:
    return Counter(str(letter["To"]) for letter in letters)


def test_two_programs_at_once_tell_everybody_once(company: Path, box: MailServer) -> None:
    programs = [program(company), program(company)]
    said = [one.communicate(timeout=PATIENCE_SECONDS) for one in programs]
    assert [one.returncode for one in programs] == [0, 0], said
    again = run_giro("notify", "--demo", home=company)
    assert "enviados: 0" in again.stdout
    assert len(box.letters) == PEOPLE
    assert set(receivers(box.letters).values()) == {1}
    letter = next(one for one in box.letters if one["To"] == "ana.prado@giro.example")
    kinds = [part.get_content_type() for part in letter.walk()]
    assert kinds == [
        "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png",
    ]  # fmt: skip


def test_a_program_that_was_killed_leaves_nobody_out(company: Path, box: MailServer) -> None:
    box.is_silent = True
    killed = program(company)
    wait_until(lambda: bool(box.letters))
    killed.kill()
    killed.communicate(timeout=PATIENCE_SECONDS)
    box.is_silent = False
    busy = run_giro("notify", "--demo", home=company)
    assert "Outro Giro" in busy.stdout
    later(company)
    done = run_giro("notify", "--demo", home=company)
    assert done.returncode == 0, done.stderr
    assert len(receivers(box.letters)) == PEOPLE
    ids = Counter(str(letter["Message-ID"]) for letter in box.letters)
    assert len(ids) == PEOPLE, "the letter that was under way went out under its own name"


def test_a_server_that_is_away_is_said_by_the_exit_code(company: Path, box: MailServer) -> None:
    box.refused = {"ana.prado@giro.example"}
    done = run_giro("notify", "--demo", "--kind", "cycle_left", home=company)
    assert done.returncode == 1
    assert "não enviados: 1" in done.stdout
    assert "Ana Prado (ana.prado@giro.example): o servidor não aceita este endereço" in done.stdout


def test_looking_stores_and_sends_nothing(company: Path, box: MailServer, tmp_path: Path) -> None:
    for _ in range(2):
        words = ("notify", "--demo", "--dry-run", "--output", str(tmp_path / "out"))
        looked = run_giro(*words, home=company)
        assert looked.returncode == 0, looked.stderr
        assert looked.stdout.count("será avisado") == PEOPLE
    assert box.letters == []
    assert len(list((tmp_path / "out").glob("*.html"))) == PEOPLE
    assert len(list((tmp_path / "out").glob("*.png"))) == PEOPLE


def test_a_past_day_is_looked_at_and_not_told(company: Path) -> None:
    told = run_giro("notify", "--demo", "--as-of", "2026-03-02", home=company)
    assert (told.returncode, "--as-of" in told.stderr) == (2, True)
