"""Setting up is interrupted, done twice, and meets what should not be there."""

from dataclasses import replace

import pytest

from cockpit.app.field import setup
from cockpit.app.field.choice import field_choice, unchoose_field
from cockpit.app.field.key_keeper import KeyKeeper
from cockpit.app.field.setup import SetUp, set_up
from cockpit.app.field.synchronising import server_of
from cockpit.app.field.watch import SetUpWatch
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_passwords import kept_password
from cockpit.app.store import open_store
from cockpit.domain.errors import BadInputError, GiroError
from cockpit.sync.lock import SyncLock
from tests.integration.field.conftest import Office

OPEN = Options(is_field=True)


def made(options: Options, paths: Paths) -> SetUp:
    return set_up(options, paths, lambda: "um barco azul", lambda _key: None)


def why(options: Options, paths: Paths) -> str:
    with pytest.raises(GiroError) as error:
        made(options, paths)
    return error.value.message.key.removeprefix("error.")


def is_bare(paths: Paths) -> bool:
    names = {place.name for place in paths.home.iterdir()}
    return names <= {"logs", "field.setup"} and KeyKeeper(paths.field_database).kept() is None


MOMENTS = {
    "choosing": "choose_field",
    "filling": "create_replica",
    "fetching": "field_store",
    "registering": "enrol",
    "looking": "_me",
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_ctrl_c_leaves_nothing_whenever_it_comes(
    moment: str, office: Office, paths: Paths, options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(setup, MOMENTS[moment])

    def interrupted(*words: object, **more: object) -> None:
        real(*words, **more)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(setup, MOMENTS[moment], interrupted)
        with pytest.raises(KeyboardInterrupt):
            made(options, paths)
    assert is_bare(paths)
    assert len(office.wiped) == (0 if moment == "looking" else 1)


def test_it_stops_when_somebody_says_so(office: Office, paths: Paths, options: Options) -> None:
    def stop_at(moment: str) -> SetUpWatch:
        def told(key: str) -> None:
            if key == moment:
                watch.stop()

        watch = SetUpWatch(told)
        return watch

    for moment in ("registering", "fetching"):
        with pytest.raises(BadInputError) as error:
            set_up(options, paths, str, lambda _key: None, watch=stop_at(moment))
        assert error.value.message.key == "error.field_cancelled"
        assert is_bare(paths)
    assert office.wiped


def test_a_set_up_that_was_killed_is_begun_anew(
    office: Office, paths: Paths, options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCut(BaseException):
        pass

    def cut(*_words: object, **_more: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(setup, "field_store", cut)
        patch.setattr(setup._Making, "_undo", lambda *_: None)
        with pytest.raises(PowerCut):
            made(options, paths)
    assert paths.field_database.exists()
    assert made(options, paths).report.entered == 2
    assert not office.sent


def test_a_file_whose_settings_were_lost_is_taken_up_again(
    office: Office, paths: Paths, options: Options
) -> None:
    made(options, paths)
    choice = field_choice(paths)
    unchoose_field(paths)
    assert why(options, paths) == "field_already"
    found = field_choice(paths)
    assert choice is not None
    assert found is not None
    assert (found.server, found.device) == (choice.server, choice.device)
    open_store(OPEN, paths).close()
    assert office.keys


def test_a_file_that_nobody_can_read_is_set_aside_whole(
    office: Office, paths: Paths, options: Options
) -> None:
    made(options, paths)
    content = paths.field_database.read_bytes()
    unchoose_field(paths)
    KeyKeeper(paths.field_database).forget()
    assert made(options, paths).report.entered == 2
    (aside,) = paths.home.glob("field-*.db")
    assert aside.read_bytes() == content
    assert office.keys


def test_no_two_set_ups_meet(office: Office, paths: Paths, options: Options) -> None:
    with SyncLock(paths.field.with_suffix(".setup")):
        assert why(options, paths) == "field_being_set_up"
    made(options, paths)
    assert why(replace(options, database="postgresql://eva@giro.example/giro"), paths) == (
        "field_already"
    )
    assert office.keys


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("postgresql://rui:segredo@giro.example/giro", "password_in_address"),
        ("postgresql://rui@giro.example/giro?password=segredo", "password_in_address"),
        ("sqlite:///other.db", "field_server_needed"),
        ("giro.db", "field_server_needed"),
        ("http://giro.example/giro", "database_url_unknown"),
        ("postgresql://rui@giro.example:porta/giro", "database_url_broken"),
    ],
)
def test_a_bad_address_is_one_sentence(
    address: str, key: str, office: Office, paths: Paths, options: Options
) -> None:
    assert why(replace(options, database=address), paths) == key
    assert is_bare(paths)
    assert not office.keys


def test_a_seller_without_customers_is_told_so(
    office: Office, paths: Paths, options: Options
) -> None:
    with office.engines.writing() as connection:
        connection.exec_driver_sql("DELETE FROM customers")
    assert why(options, paths) == "field_no_portfolio"
    assert is_bare(paths)
    assert office.wiped


def test_a_folder_that_takes_no_file_is_told_so(
    office: Office, paths: Paths, options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_words: object) -> None:
        raise PermissionError

    monkeypatch.setattr(SyncLock, "__enter__", refused)
    assert why(options, paths) == "home_not_writable"
    assert not office.keys


def test_the_password_of_a_window_is_kept_where_the_key_is(
    office: Office, paths: Paths, options: Options
) -> None:
    made(replace(options, password="senha-do-servidor"), paths)
    choice = field_choice(paths)
    assert choice is not None
    assert kept_password(server_of(choice)) == "senha-do-servidor"
    assert office.keys
