"""What a laptop's start shows before its file is open: its own last list, and only with its key."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import keyring
import pytest

from cockpit.app.early_start import PAGE_MARK, page_key, take_page
from cockpit.app.field import asking
from cockpit.app.field.choice import field_choice
from cockpit.app.field.key_keeper import KeyKeeper
from cockpit.app.field.opening import OpenedField, open_field
from cockpit.app.field.page_writing import write_sealed
from cockpit.app.field.setup import forget, set_up
from cockpit.app.options import FieldOptions, Options
from cockpit.app.paths import Paths
from cockpit.data.sealed_text import SealedText
from cockpit.domain.clock import SystemClock
from cockpit.domain.list_query import ListQuery
from cockpit.domain.sync import ServerSays
from cockpit.ui.work_list.kept_page import KeptPage, Place
from cockpit.ui.work_list.layout import ColumnLayout
from tests.integration.field.conftest import Office
from tests.support.list_data import make_list, make_rows

ROOT = Path(__file__).parents[3]
OPEN = Options(is_field=True)


@pytest.fixture
def ready(office: Office, paths: Paths, options: Options) -> Office:
    """A laptop that was set up."""
    set_up(options, paths, lambda: "", lambda _key: None)
    return office


@pytest.fixture
def laptop(ready: Office, paths: Paths) -> Iterator[OpenedField]:
    assert ready.keys
    opened = open_field(OPEN, paths)
    with closing(opened.engines):
        yield opened


@pytest.fixture
def page() -> KeptPage:
    table = make_list(make_rows(80))
    rows = table.rows(table.select(ListQuery()).lines(0, 60))
    now = SystemClock().now()
    return KeptPage(
        PAGE_MARK, "light", "pt_BR", "AdnQywAD", Place(49, 893, 27), ColumnLayout(), (),
        SystemClock().today(), now, tuple(rows),
    )  # fmt: skip


def keep(laptop: OpenedField, paths: Paths, page: KeptPage) -> None:
    key = laptop.engines.key
    assert key is not None
    write_sealed(laptop.field, key, paths, paths.field_page, page)


def taken_by(options: Options, paths: Paths) -> KeptPage | None:
    """Return what a start shows at once."""
    given, key = page_key(options, paths)
    return take_page(given, paths, key)


def test_a_laptops_page_is_shown_once_and_read_by_nobody_else(
    laptop: OpenedField, paths: Paths, page: KeptPage
) -> None:
    keep(laptop, paths, page)
    stored = paths.field_page.read_bytes()
    assert page.rows[0].name.encode() not in stored
    assert not stored.startswith(b"SQLite")
    assert paths.field_page.stat().st_mode & 0o077 == 0
    taken = taken_by(OPEN, paths)
    assert taken is not None
    assert taken.rows == page.rows
    assert not paths.field_page.exists()
    assert taken_by(OPEN, paths) is None


def test_without_its_key_a_page_is_gone(laptop: OpenedField, paths: Paths, page: KeptPage) -> None:
    keep(laptop, paths, page)
    stored = paths.field_page.read_bytes()
    KeyKeeper(paths.field_database).forget()
    assert not paths.field_page.exists()
    paths.field_page.write_bytes(stored)  # as where the key went and the page could not
    assert taken_by(OPEN, paths) is None
    assert not paths.field_page.exists()


def test_another_laptops_page_is_not_shown(
    laptop: OpenedField, paths: Paths, page: KeptPage
) -> None:
    keep(laptop, paths, page)
    KeyKeeper(paths.field_database).keep(b"k" * 32)
    assert taken_by(OPEN, paths) is None
    assert not paths.field_page.exists()


def test_a_page_that_was_changed_is_not_shown(
    laptop: OpenedField, paths: Paths, page: KeptPage
) -> None:
    keep(laptop, paths, page)
    whole = bytearray(paths.field_page.read_bytes())
    whole[len(whole) // 2] ^= 1
    paths.field_page.write_bytes(whole)
    assert taken_by(OPEN, paths) is None


@pytest.mark.parametrize(("days_later", "is_shown"), [(29, True), (31, False)])
def test_a_page_lives_no_longer_than_the_key_without_contact(  # noqa: PLR0917 - fixtures
    laptop: OpenedField,
    paths: Paths,
    page: KeptPage,
    monkeypatch: pytest.MonkeyPatch,
    days_later: int,
    is_shown: bool,
) -> None:
    later = SystemClock().now() + timedelta(days=days_later)
    monkeypatch.setattr(SystemClock, "now", lambda _self: later)
    keep(laptop, paths, replace(page, day=SystemClock().today()))
    assert (taken_by(OPEN, paths) is not None) is is_shown


def test_a_blocked_laptop_keeps_no_page_any_more(
    ready: Office, laptop: OpenedField, paths: Paths, page: KeptPage
) -> None:
    keep(laptop, paths, page)
    ready.says = ServerSays.REVOKED
    laptop.field.synchroniser.synchronise()
    assert not paths.field_page.exists()
    keep(laptop, paths, page)
    assert not paths.field_page.exists()


def test_what_the_server_sends_makes_a_page_old(
    laptop: OpenedField, paths: Paths, page: KeptPage
) -> None:
    keep(laptop, paths, page)
    assert laptop.field.synchroniser.synchronise().received
    assert not paths.field_page.exists()


def test_a_laptop_that_was_given_up_has_none_and_gets_none(
    laptop: OpenedField, paths: Paths, page: KeptPage
) -> None:
    keep(laptop, paths, page)
    forget(paths)
    assert field_choice(paths) is None
    assert not paths.field_page.exists()
    keep(laptop, paths, page)
    assert not paths.field_page.exists()


def test_under_a_passphrase_a_page_is_shown_once_it_was_typed(
    office: Office,
    paths: Paths,
    options: Options,
    page: KeptPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    phrase, asked = "três cajus na sacola", []

    def typed(*_: object, is_again: bool) -> str:
        asked.append(is_again)
        return phrase if is_again else "quatro cajus"

    wrapped = replace(options, fielding=FieldOptions("setup", has_passphrase=True))
    set_up(wrapped, paths, lambda: phrase, lambda _key: None)
    assert office.keys
    assert page_key(OPEN, paths) == (OPEN, None)  # nobody is asked where there is no page
    opened = open_field(replace(OPEN, password=phrase), paths)
    with closing(opened.engines):
        keep(opened, paths, page)
    monkeypatch.setattr(asking, "_asked", typed)
    given, key = page_key(OPEN, paths)
    assert asked == [False, True]
    taken = take_page(given, paths, key)
    assert taken is not None
    assert taken.rows == page.rows
    with closing(open_field(given, paths, may_ask=False).engines):  # and is not asked again
        assert given.password == phrase


def test_a_keyring_that_is_locked_shows_nothing(
    laptop: OpenedField, paths: Paths, page: KeptPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: str) -> str:
        raise OSError("locked")

    keep(laptop, paths, page)
    monkeypatch.setattr(keyring, "get_password", locked)
    assert taken_by(OPEN, paths) is None


def test_a_text_is_another_purposes_no_more(tmp_path: Path) -> None:
    place = tmp_path / "text"
    SealedText(place, b"k" * 32, "one").write("à vista")
    SealedText(place, b"k" * 32, "one").write("a prazo")
    assert SealedText(place, b"k" * 32, "one").read() == "a prazo"
    assert SealedText(place, b"k" * 32, "two").read() is None
    assert [one.name for one in tmp_path.iterdir()] == ["text"]


def test_a_page_is_read_without_database_code() -> None:
    code = """
import sys
from pathlib import Path
import cockpit.app.early_start
import cockpit.app.field.kept_page
import cockpit.app.field.asking
cockpit.app.field.asking.early_key(Path("field.db"))
unwanted = ("sqlalchemy", "numpy", "psycopg", "cockpit.services", "cockpit.data.replica")
print([name for name in unwanted if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
