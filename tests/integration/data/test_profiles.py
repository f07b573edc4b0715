"""Several people share one file, each with their role and a passphrase where they want one."""

from pathlib import Path

import pytest
from sqlalchemy import text

from cockpit.app.options import Options
from cockpit.app.other_user import OtherUserError
from cockpit.app.profile_choice import SignedIn, choose_profile
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.profiles import ProfileBook
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.rights import Task
from cockpit.domain.vocabulary import Role

PHRASE = "uma frase longa"


@pytest.fixture
def file(sqlite_file: Path):
    engines = open_database(parse_address(f"sqlite:///{sqlite_file}"))
    yield engines
    engines.close()


@pytest.fixture
def book(file: Engines) -> ProfileBook:
    book = ProfileBook(file)
    book.add("alice", "Alice Prado", Role.ADMINISTRATOR)
    book.add("ana", "", Role.OPERATOR)
    book.guard("alice", PHRASE)
    return book


def asked(**options: object) -> Options:
    return Options(command="worklist", **options)


def test_a_file_without_profiles_asks_nobody(file: Engines) -> None:
    assert choose_profile(file, asked(), may_ask=False) is None


def test_a_profile_has_its_role(file: Engines, book: ProfileBook) -> None:
    signed_in = choose_profile(file, asked(profile="ana"), may_ask=True)
    assert signed_in == SignedIn("ana")
    user = ensure_identity(file, login="ana", machine="pc")
    assert (user.role, user.may(Task.IMPORT)) == (Role.OPERATOR, False)
    assert [(one.name, one.is_guarded) for one in book.all()] == [
        ("Alice Prado", True), ("ana", False),
    ]  # fmt: skip


def test_a_passphrase_is_asked_for_and_stored_as_its_argon2_alone(
    file: Engines, book: ProfileBook
) -> None:
    assert choose_profile(file, asked(profile="alice", password=PHRASE), may_ask=True) == (
        SignedIn("alice", PHRASE)
    )
    for wrong in ("", "uma frase longa ", "UMA FRASE LONGA"):
        with pytest.raises(ForbiddenError, match="passphrase_wrong"):
            choose_profile(file, asked(profile="alice", password=wrong), may_ask=True)
    with file.reading() as connection:
        stored = connection.execute(text("SELECT value FROM settings")).scalars().all()
    assert any("$argon2id$v=19$m=65536," in str(value) for value in stored)
    assert not any(PHRASE in str(value) for value in stored)
    assert PHRASE not in repr(SignedIn("alice", PHRASE))


def test_whoever_says_nothing_is_told_who_there_is(file: Engines, book: ProfileBook) -> None:
    with pytest.raises(BadInputError, match="profile_needed"):
        choose_profile(file, asked(), may_ask=True)
    with pytest.raises(BadInputError, match="profile_unknown"):
        choose_profile(file, asked(profile="bruno"), may_ask=True)


def test_behind_a_window_nobody_is_asked(file: Engines, book: ProfileBook) -> None:
    for options in (asked(), asked(profile="alice")):
        with pytest.raises(OtherUserError):
            choose_profile(file, options, may_ask=False)


def test_an_empty_passphrase_guards_no_more_and_a_short_one_never(
    file: Engines, book: ProfileBook
) -> None:
    with pytest.raises(BadInputError, match="passphrase_short"):
        book.guard("ana", "curta")
    book.guard("alice", "")
    assert choose_profile(file, asked(profile="alice"), may_ask=True) == SignedIn("alice")


def test_the_last_administrator_stays(book: ProfileBook) -> None:
    with pytest.raises(BadInputError, match="profile_last_administrator"):
        book.remove("alice")
    book.remove("ana")
    assert [one.login for one in book.all()] == ["alice"]


@pytest.mark.parametrize("name", ["", "   ", "erp:7", "x" * 81])
def test_what_is_no_short_name_makes_no_profile(book: ProfileBook, name: str) -> None:
    with pytest.raises(BadInputError, match="profile_name"):
        book.add(name, "", Role.OPERATOR)
