"""A laptop is set up, opened, synchronised, blocked, expired, brought back and forgotten."""

import json
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from cockpit.app.addresses import with_chosen_server
from cockpit.app.cli import main
from cockpit.app.commands import cycle_refresh, sync
from cockpit.app.early_start import page_place
from cockpit.app.field import opening
from cockpit.app.field.choice import field_choice
from cockpit.app.field.key_keeper import KeyKeeper
from cockpit.app.field.setup import forget, recover, set_up
from cockpit.app.joining import joining_of
from cockpit.app.options import FieldOptions, Options
from cockpit.app.paths import HOME_VARIABLE, Paths
from cockpit.app.store import open_store
from cockpit.app.wiring import open_session
from cockpit.domain.contact import ContactDraft
from cockpit.domain.errors import BadInputError, DatabaseError, ForbiddenError, GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.sync import ServerSays
from cockpit.domain.vocabulary import Channel, LifecycleStatus, Role
from tests.integration.field.conftest import ADDRESS, Office

NOTE = b"pagamento combinado com a cunhada"
OPEN = Options(is_field=True)


@pytest.fixture
def ready(office: Office, paths: Paths, options: Options) -> Office:
    """A laptop that was set up."""
    done = set_up(options, paths, lambda: "", lambda _key: None)
    assert done.report.entered == 2
    assert not done.is_under_passphrase
    return office


def write_a_contact(paths: Paths) -> None:
    with open_session(OPEN, paths) as session:
        with session.database.read() as unit:
            outcome = unit.reference.outcomes()[0]
        with session.engines.reading() as connection:
            key = connection.exec_driver_sql("SELECT id FROM customers").scalars().first()
        draft = ContactDraft(
            new_id(), type(session.user.user_id)(bytes=key), datetime.now(UTC), Channel.PHONE,
            outcome, note=NOTE.decode(),
        )  # fmt: skip
        with session.database.write() as unit:
            unit.contacts.add(draft, user=session.user, status=LifecycleStatus.ACTIVE)


def test_what_was_set_up_is_opened_from_now_on_as_its_seller(ready: Office, paths: Paths) -> None:
    choice = field_choice(paths)
    assert choice is not None
    assert list(ready.keys.values()) == [KeyKeeper(paths.field_database).kept()]
    chosen = with_chosen_server(Options(), paths)
    assert chosen.is_field
    assert with_chosen_server(Options(is_demo=True), paths).is_field is False
    assert page_place(chosen, paths) == paths.field_page
    assert joining_of(chosen) is None
    store = open_store(chosen, paths)
    assert store.is_sqlite
    assert store.list_mark == ""
    assert store.field is not None
    assert str(store.user.device_id) == choice.device
    assert (store.user.user_id, store.user.role) == (ready.user_id, Role.EXTERNAL_SELLER)
    store.close()
    with pytest.raises(BadInputError):
        set_up(replace(chosen, database="postgresql://x@y/z"), paths, str, lambda _key: None)


def test_the_first_list_is_whole_and_what_comes_is_judged(
    office: Office, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(paths.home))
    assert main(["field", "setup", "--insecure", "--database", ADDRESS]) == 0
    with open_session(OPEN, paths) as session, session.database.read() as unit:
        assert not unit.metrics.missing()
    assert main(["sync", "--once"]) == 0
    with open_session(OPEN, paths) as session, session.database.read() as unit:
        assert not unit.metrics.missing()
    assert office.keys


def test_nothing_is_left_of_a_set_up_that_fails(
    office: Office, paths: Paths, options: Options
) -> None:
    office.says = ServerSays.UPDATE_FIRST
    with pytest.raises(DatabaseError) as error:
        set_up(options, paths, str, lambda _key: None)
    assert error.value.message.key == "error.field_ended_update_first"
    assert field_choice(paths) is None
    assert {place.name for place in paths.home.iterdir()} == {"logs", "field.setup"}
    assert KeyKeeper(paths.field_database).kept() is None


def test_no_word_of_a_days_work_can_be_read_from_the_laptops_files(
    ready: Office, paths: Paths
) -> None:
    write_a_contact(paths)
    with open_session(OPEN, paths) as session:
        session.metrics.refresh_if_stale()
        assert session.store.field is not None
        assert session.store.field.synchroniser.waiting()
        for place in (one for one in paths.home.rglob("*") if one.is_file()):
            content = place.read_bytes()
            assert NOTE not in content
            assert b"Catavento" not in content
            assert b"SQLite format" not in content, place
    assert not ready.sent


@pytest.mark.usefixtures("qapp")
def test_sync_says_how_it_ended(
    ready: Office, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    write_a_contact(paths)
    asked = replace(OPEN, fielding=FieldOptions(is_field_json=True))
    ready.is_away = True
    assert sync.run(asked, paths) == 1
    assert json.loads(capsys.readouterr().out)["end"] == "away"
    waiting = replace(OPEN, fielding=FieldOptions(sync_action="waiting"))
    assert sync.run(waiting, paths) == 0
    told = capsys.readouterr().out
    assert NOTE.decode() in told
    assert "Contato  Mercearia Catavento" in told
    assert sync.run(replace(OPEN, fielding=FieldOptions(sync_action="log")), paths) == 0
    told = capsys.readouterr().out
    assert "Sem conexão com o servidor: o que você salva espera aqui" in told
    assert "2 clientes entraram na sua carteira" in told
    ready.is_away = False
    assert sync.run(asked, paths) == 0
    assert json.loads(capsys.readouterr().out)["sent"] == 1
    assert [one.entity for one in ready.sent] == ["contacts"]
    with pytest.raises(BadInputError):
        sync.run(replace(OPEN, fielding=FieldOptions(sync_action="conflicts", mine=3)), paths)


def test_a_blocked_laptop_forgets_its_key(ready: Office, paths: Paths) -> None:
    write_a_contact(paths)
    key = KeyKeeper(paths.field_database).kept()
    assert key is not None
    ready.says = ServerSays.REVOKED
    assert sync.run(replace(OPEN, fielding=FieldOptions(is_field_json=True)), paths) == 2
    assert len(ready.wiped) == 1
    forms = (key, key.hex().encode(), b64encode(key))
    places = [one for one in paths.home.parent.rglob("*") if one.is_file()]
    assert paths.field_database in places
    for content in (one.read_bytes() for one in places):
        assert not any(form in content for form in (*forms, NOTE))
    with pytest.raises(DatabaseError) as error:
        open_store(OPEN, paths)
    assert error.value.message.key == "error.field_key_gone"


def test_too_long_without_contact_ends_in_one_try_and_comes_back_by_the_servers_copy(
    ready: Office, paths: Paths, options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Later:
        days = 31

        def now(self) -> datetime:
            return datetime.now(UTC) + timedelta(days=self.days)

    monkeypatch.setattr(opening, "SystemClock", Later)
    open_store(OPEN, paths).close()  # the server answers: nothing is forgotten
    ready.is_away = True
    open_store(OPEN, paths).close()  # it answered a moment ago, whatever its clock says
    Later.days = 62
    with pytest.raises(DatabaseError) as error:
        open_store(OPEN, paths)
    assert error.value.message.key == "error.field_expired"
    assert paths.field_database.exists()
    ready.is_away = False
    assert recover(options, paths, str) is False
    open_store(OPEN, paths).close()


def test_a_passphrase_opens_it_where_there_is_no_keyring(
    office: Office, paths: Paths, options: Options
) -> None:
    asked = replace(options, fielding=FieldOptions("setup", has_passphrase=True))
    assert set_up(asked, paths, lambda: "um barco azul", lambda _key: None).is_under_passphrase
    assert KeyKeeper(paths.field_database).kept() is None
    store = open_store(replace(OPEN, password="um barco azul"), paths)
    assert store.field is not None
    assert store.field.passphrase == "um barco azul"
    store.close()
    with pytest.raises(ForbiddenError):
        open_store(replace(OPEN, password="outra"), paths, may_ask=False)
    assert office.keys


def test_upkeep_of_everybodys_rows_is_the_servers(
    ready: Office, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(paths.home))
    for words in (["notify"], ["import", "a.csv"], ["cycle", "fit"], ["closing", "list"]):
        assert main(words) == 2
    assert cycle_refresh.run(OPEN, paths) == 0
    with open_session(OPEN, paths) as session:
        assert not session.audit.may_seal
        assert session.store.field is not None
        assert not session.store.field.synchroniser.waiting()
    assert not ready.sent


def test_a_flipped_byte_is_one_clear_sentence(ready: Office, paths: Paths) -> None:
    content = bytearray(paths.field_database.read_bytes())
    content[100] ^= 1
    paths.field_database.write_bytes(content)
    with pytest.raises(GiroError) as error:
        open_store(OPEN, paths)
    assert error.value.message.key == "error.database_damaged"
    assert ready.keys


def test_a_copied_laptop_asks_for_its_key_under_its_own_name(
    ready: Office, paths: Paths, options: Options
) -> None:
    before = field_choice(paths)
    write_a_contact(paths)
    ready.is_cloned = True
    assert sync.run(replace(OPEN, fielding=FieldOptions(is_field_json=True)), paths) == 0
    after = field_choice(paths)
    assert before is not None
    assert after == replace(before, device=str(ready.sent[0].row["device_id"]))
    assert after != before
    del ready.keys[UUID(before.device)]
    KeyKeeper(paths.field_database).forget()
    assert recover(options, paths, str) is False
    open_store(OPEN, paths).close()


def test_what_waits_is_not_forgotten_by_mistake(
    ready: Office,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_a_contact(paths)
    monkeypatch.setenv(HOME_VARIABLE, str(paths.home))
    assert main(["field", "status"]) == 0
    told = capsys.readouterr().out
    assert "A enviar: registros 1," in told
    assert "apagada daqui em 29 dias" in told
    for words in (["--yes"], ["--yes", "--discard", "2"]):
        assert main(["field", "forget", *words]) == 2
        assert "--discard 1" in capsys.readouterr().err
    assert paths.field_database.exists()
    assert main(["sync", "--once"]) == 0
    assert main(["field", "status", "--json"]) == 0
    status = json.loads(capsys.readouterr().out.partition("{")[2].join(["{", ""]))
    assert status["waiting"] == {"facts": 0, "changes": 0, "attachments": 0}
    assert status["customer_count"] == 2
    assert main(["field", "forget", "--yes"]) == 0
    assert field_choice(paths) is None
    assert not list(paths.home.glob("field*"))
    forget(paths)
    assert ready.sent


def test_a_laptop_is_never_set_up_in_a_synced_folder(
    office: Office, tmp_path: Path, options: Options
) -> None:
    paths = Paths(tmp_path / "Dropbox")
    paths.ensure()
    with pytest.raises(DatabaseError) as error:
        set_up(options, paths, str, lambda _key: None)
    assert error.value.message.key == "error.database_in_synced_folder"
    assert not office.keys
