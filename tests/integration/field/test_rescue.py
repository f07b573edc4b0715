"""What a damaged laptop never sent is saved, and comes to a real server exactly once."""

from dataclasses import replace
from datetime import UTC, datetime
from errno import ENOSPC
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import insert, text

from cockpit.app.cli import main
from cockpit.app.field.choice import field_choice
from cockpit.app.field.key_keeper import KeyKeeper
from cockpit.app.options import Options
from cockpit.app.paths import HOME_VARIABLE, Paths
from cockpit.app.wiring import open_session
from cockpit.data.replica.salvage import salvage
from cockpit.domain.contact import ContactDraft
from cockpit.domain.errors import BadInputError, DatabaseError
from cockpit.domain.ids import new_id
from cockpit.domain.rescue import Rescued
from cockpit.domain.vocabulary import Channel, LifecycleStatus, Role
from cockpit.sync.delivery import renumbered
from models import Customer
from tests.support.queues import callable_customers
from tests.support.team import TeamDatabase

OPEN = Options(is_field=True)
NOTES = [f"nota número {number} " + "que ninguém pode perder " * 40 for number in range(60)]


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """The folder of the laptop's user."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return Paths(tmp_path / "home")


@pytest.fixture
def address(team_database: TeamDatabase, paths: Paths) -> str:
    """The server's address, once a laptop was set up from it and sixty contacts wait there."""
    rui = team_database.join("rui", Role.EXTERNAL_SELLER)
    _, rows = callable_customers(1)
    with team_database.superuser.begin() as connection:
        (row,) = rows["customers"]
        connection.execute(insert(Customer).values(row | {"owner_id": rui.user.user_id}))
    address = team_database.url(team_database.login_of("rui"))
    assert main(["field", "setup", "--insecure", "--database", address]) == 0
    with open_session(OPEN, paths) as session:
        with session.database.read() as unit:
            outcome = unit.reference.outcomes()[0]
        for note in NOTES:
            draft = ContactDraft(
                new_id(), row["id"], datetime.now(UTC), Channel.PHONE, outcome, note=note
            )
            with session.database.write() as unit:
                unit.contacts.add(draft, user=session.user, status=LifecycleStatus.ACTIVE)
    return address


def notes_on(team: TeamDatabase) -> list[str]:
    with team.superuser.begin() as connection:
        return sorted(connection.execute(text("SELECT note FROM contacts")).scalars())


def test_words_are_saved_and_arrive_once(
    team_database: TeamDatabase, address: str, paths: Paths, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    document = tmp_path / "salvo.json"
    content = paths.field_database.read_bytes()
    assert main(["field", "rescue", str(document)]) == 0
    assert paths.field_database.read_bytes() == content
    assert document.stat().st_mode & 0o777 == 0o600
    assert main(["field", "rescue", str(document)]) == 2
    deliver = ["field", "deliver", "--insecure", "--database", address, str(document)]
    capsys.readouterr()
    assert main(deliver) == 0
    assert "60 novos, 0 já" in capsys.readouterr().out
    assert notes_on(team_database) == sorted(NOTES)
    assert main(deliver) == 0
    assert "0 novos, 60 já" in capsys.readouterr().out
    assert main(["sync", "--once"]) == 0  # the laptop itself comes back after all
    assert notes_on(team_database) == sorted(NOTES)
    with team_database.superuser.begin() as connection:
        connection.exec_driver_sql("UPDATE devices SET revoked_at = now() WHERE is_replica")
    assert main(deliver) == 0  # of a blocked one nothing comes twice either
    assert notes_on(team_database) == sorted(NOTES)


def test_a_full_disk_leaves_no_half_of_a_document(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = tmp_path / "salvo.json"
    with monkeypatch.context() as patch:
        patch.setattr("cockpit.app.field.rescue.os.fsync", _full)
        assert main(["field", "rescue", str(document)]) == 2
    assert not document.exists()
    assert main(["field", "rescue", str(document)]) == 0
    assert address


def _full(_file: int) -> None:
    raise OSError(ENOSPC, "no space left")


def test_a_blocked_laptops_words_come_under_the_documents_own_numbers(
    team_database: TeamDatabase, address: str, paths: Paths, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    document = tmp_path / "salvo.json"
    key = KeyKeeper(paths.field_database).kept()
    assert key is not None
    elsewhere = tmp_path / "achado.db"
    elsewhere.write_bytes(paths.field_database.read_bytes())
    with monkeypatch.context() as patch:
        patch.setattr("cockpit.app.commands.field_rescue.sys.stdin", _Typed(key.hex()))
        assert main(["field", "rescue", "--from", str(elsewhere), str(document)]) == 0
    with team_database.superuser.begin() as connection:
        connection.exec_driver_sql("UPDATE devices SET revoked_at = now() WHERE is_replica")
    for _ in range(2):
        command = ["field", "deliver", "--insecure", "--database", address, str(document)]
        assert main(command) == 0
        assert notes_on(team_database) == sorted(NOTES)


class _Typed:
    def __init__(self, line: str) -> None:
        self._line = line

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        return self._line + "\r\n"


def test_damaged_pages_cost_what_stands_on_them_and_no_more(address: str, paths: Paths) -> None:
    key = KeyKeeper(paths.field_database).kept()
    whole = salvage(paths.field_database, key)
    assert [one.row["note"] for one in whole.entries if one.entity == "contacts"] == NOTES
    content = bytearray(paths.field_database.read_bytes())
    pages = len(content) // 4096
    counts = []
    for page in range(5, pages, max(1, pages // 25)):
        harmed = bytearray(content)
        harmed[page * 4096 + 100] ^= 1
        place = paths.home / "harmed.db"
        place.write_bytes(harmed)
        try:
            found = salvage(place, key)
        except DatabaseError:  # the page held the list of tables, or whose file it is
            counts.append(0)
            continue
        said = {one.row["note"] for one in found.entries if one.entity == "contacts"}
        assert said <= set(NOTES)
        counts.append(len(said))
    assert sorted(counts)[len(counts) // 10 + 2] > len(NOTES) * 3 // 4, counts
    assert address


def test_what_its_user_gave_up_stays_given_up(paths: Paths, address: str) -> None:
    with open_session(OPEN, paths) as session, session.engines.writing() as connection:
        connection.exec_driver_sql("UPDATE customers SET trade_name = 'Outro'")
    key = KeyKeeper(paths.field_database).kept()
    found = salvage(paths.field_database, key)
    [wish] = [one for one in found.entries if one.entity == "commands"]
    assert not wish.is_given_up
    with open_session(OPEN, paths) as session, session.engines.writing() as connection:
        connection.exec_driver_sql(
            """INSERT INTO sync_conflicts (id, command_id, entity, entity_id, reason, mine,
                noted_at, decision, decided_at) SELECT randomblob(16), id, entity, entity_id,
                'changed', value, recorded_at, 'theirs', recorded_at FROM commands"""
        )
    found = salvage(paths.field_database, key)
    for made in (found, Rescued.from_text(found.to_text()), renumbered(found)):
        [wish] = [one for one in made.entries if one.entity == "commands"]
        assert wish.is_given_up
    assert address


def test_a_document_that_was_changed_is_none() -> None:
    made = Rescued(UUID(int=1), UUID(int=2), "postgresql://a@b/c", ())
    assert Rescued.from_text(made.to_text()) == made
    for bad in ("", "[]", made.to_text().replace("postgresql", "sqlite")):
        with pytest.raises(BadInputError):
            Rescued.from_text(bad)
    assert renumbered(made).device_id == renumbered(replace(made)).device_id


def test_it_needs_a_server_only_to_deliver(paths: Paths, address: str, tmp_path: Path) -> None:
    choice = field_choice(paths)
    assert choice is not None
    paths.field.unlink()
    assert main(["field", "rescue", str(tmp_path / "um.json")]) == 0
    assert main(["field", "deliver", str(tmp_path / "nenhum.json")]) == 2
    assert address
