"""The key of a laptop's file: kept by a keyring, else under a passphrase."""

from pathlib import Path

import keyring
import pytest
from sqlalchemy import insert

from cockpit.app.field.key_keeper import KeyKeeper, Unwrapped, new_key
from cockpit.data.identity import ensure_identity
from cockpit.data.replica.making import create_replica, open_replica
from cockpit.domain.errors import DatabaseError, ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from models import User
from tests.support.file_keyring import FileKeyring


@pytest.fixture
def keeper(tmp_path: Path) -> KeyKeeper:
    return KeyKeeper(tmp_path / "field.db")


def test_a_keyring_keeps_the_key_until_it_is_forgotten(keeper: KeyKeeper) -> None:
    key = new_key()
    assert keeper.kept() is None
    assert keeper.keep(key)
    assert keeper.kept() == key
    keeper.forget()
    assert keeper.kept() is None


def test_a_passphrase_keeps_the_key_where_there_is_no_keyring(
    keeper: KeyKeeper, tmp_path: Path
) -> None:
    key = new_key()
    keeper.wrap(key, "um barco azul", "senha do servidor")
    assert keeper.asks_passphrase
    assert keeper.unwrap("um barco azul") == Unwrapped(key, "senha do servidor")
    with pytest.raises(ForbiddenError) as refused:
        keeper.unwrap("um barco verde")
    assert refused.value.message.key == "error.field_wrong_passphrase"
    assert not any(key in place.read_bytes() for place in tmp_path.iterdir())
    keeper.forget()
    assert not keeper.asks_passphrase
    assert not list(tmp_path.glob("field.*"))


def test_a_laptops_file_says_whose_it_is_and_never_makes_an_administrator(tmp_path: Path) -> None:
    key, user, device = new_key(), new_id(), new_id()
    path = tmp_path / "field.db"
    engines = create_replica(path, key, device_id=device, user_id=user, server="postgresql://s/g")
    with pytest.raises(DatabaseError) as early:
        ensure_identity(engines)
    assert early.value.message.key == "error.field_not_synchronised"
    with engines.writing() as connection:
        connection.exec_driver_sql("UPDATE replicas SET is_applying = 1")
        row = {"id": user, "login": "rui", "name": "Rui", "role": Role.MANAGER}
        connection.execute(insert(User).values(row))
        connection.exec_driver_sql("UPDATE replicas SET is_applying = 0")
    found = ensure_identity(engines)
    engines.close()
    assert (found.user_id, found.device_id, found.role) == (user, device, Role.EXTERNAL_SELLER)
    with pytest.raises(DatabaseError) as other:
        open_replica(path, new_key())
    assert other.value.message.key == "error.database_damaged"


def test_an_accent_is_the_same_whichever_keyboard_typed_it(keeper: KeyKeeper) -> None:
    key = new_key()
    keeper.wrap(key, "maçã de São João ﬁ")
    assert keeper.unwrap("mac\u0327a\u0303 de Sa\u0303o Joa\u0303o fi").key == key


def test_a_locked_keyring_is_not_taken_for_an_empty_one(
    keeper: KeyKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_words: str) -> None:
        raise OSError("the collection is locked")

    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(keyring, name, locked)
    with pytest.raises(DatabaseError) as closed:
        keeper.kept()
    assert closed.value.message.key == "error.field_keyring_closed"
    assert not keeper.keep(new_key())
    assert not keeper.can_keep()
    keeper.forget()


def test_asking_whether_a_keyring_keeps_leaves_nothing_in_it(keeper: KeyKeeper) -> None:
    key = new_key()
    keeper.keep(key)
    assert keeper.can_keep()
    assert keeper.kept() == key
    assert list(FileKeyring()._stored()) == [f"Giro field file {keeper._name}"]
