"""A real disk without room, while a laptop is set up and while it synchronises: nothing is lost."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import insert, text

from cockpit.app.cli import main
from cockpit.app.field.choice import field_choice
from cockpit.app.options import Options
from cockpit.app.paths import HOME_VARIABLE, Paths
from cockpit.app.wiring import open_session
from cockpit.domain.contact import ContactDraft
from cockpit.domain.errors import StorageFullError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, LifecycleStatus, Role
from models import Customer
from tests.support.queues import callable_customers
from tests.support.small_disk import SmallDisk
from tests.support.team import TeamDatabase

OPEN = Options(is_field=True)
_FULL = "O disco está cheio; nada foi salvo: libere espaço e tente de novo."


@pytest.fixture
def disk(small_disk: Callable[[str], SmallDisk]) -> SmallDisk:
    return small_disk("24m")


@pytest.fixture
def paths(disk: SmallDisk, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """The user's folder, on a disk of its own."""
    monkeypatch.setenv(HOME_VARIABLE, str(disk.path / "home"))
    paths = Paths(disk.path / "home")
    paths.ensure()
    return paths


@pytest.fixture
def customer(team_database: TeamDatabase) -> UUID:
    """The one whom Rui has on the server."""
    rui = team_database.join("rui", Role.EXTERNAL_SELLER)
    _, rows = callable_customers(1)
    (row,) = rows["customers"]
    with team_database.superuser.begin() as connection:
        connection.execute(insert(Customer).values(row | {"owner_id": rui.user.user_id}))
    return UUID(str(row["id"]))


def leave(disk: SmallDisk, room: int) -> None:
    """Fill the disk up to so many bytes."""
    disk.fill()
    filler = disk.path / "filler"
    with filler.open("r+b") as file:
        file.truncate(max(0, filler.stat().st_size - room))


def set_up(team: TeamDatabase) -> int:
    address = team.url(team.login_of("rui"))
    return main(["field", "setup", "--insecure", "--database", address])


def test_a_set_up_without_room_leaves_nothing_and_says_why(
    team_database: TeamDatabase, disk: SmallDisk, paths: Paths, customer: UUID,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    failed = 0
    for kilobytes in (0, 200, 900, 1_800, 3_000, 4_500):
        leave(disk, kilobytes * 1024)
        code, said = set_up(team_database), capsys.readouterr().err
        disk.empty()
        if code == 0:
            break
        failed += 1
        assert said.strip() == _FULL, (kilobytes, said)
        assert field_choice(paths) is None
        assert not list(paths.home.glob("field.db*"))
    assert failed >= 3
    if field_choice(paths) is None:
        assert set_up(team_database) == 0
    assert length_of_city(paths) < 100


def test_a_synchronisation_without_room_loses_nothing(
    team_database: TeamDatabase, disk: SmallDisk, paths: Paths, customer: UUID,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert set_up(team_database) == 0
    notes = [log(paths, customer, "antes do disco cheio")]
    with team_database.superuser.begin() as connection:
        connection.execute(text("UPDATE customers SET city = repeat('S', 400000)"))
    for kilobytes in (0, 40, 300):
        leave(disk, kilobytes * 1024)
        capsys.readouterr()
        assert main(["sync", "--once"]) != 0
        said = capsys.readouterr().err
        assert said.strip() == _FULL, (kilobytes, said)
        with suppress(StorageFullError):
            notes.append(log(paths, customer, f"com {kilobytes} KB"))
        disk.empty()
    assert main(["sync", "--once"]) == 0
    with team_database.superuser.connect() as connection:
        there = connection.execute(text("SELECT note FROM contacts")).scalars().all()
    assert sorted(there) == sorted(notes)
    assert length_of_city(paths) == 400_000


def length_of_city(paths: Paths) -> int:
    """Look at the one customer in the laptop's file."""
    with open_session(OPEN, paths) as session, session.store.engines.reading() as connection:
        return int(connection.exec_driver_sql("SELECT length(city) FROM customers").scalar_one())


def log(paths: Paths, customer: UUID, note: str) -> str:
    """Write a contact down; return its note once it is told as saved."""
    with open_session(OPEN, paths) as session:
        with session.database.read() as unit:
            outcome = unit.reference.outcomes()[0]
        draft = ContactDraft(
            new_id(), customer, datetime.now(UTC), Channel.PHONE, outcome, note=note
        )
        with session.database.write() as unit:
            unit.contacts.add(draft, user=session.user, status=LifecycleStatus.ACTIVE)
    return note
