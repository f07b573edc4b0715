"""A start that fails: whoever clicked on an icon reads why in a window, and no other way."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.giro_window import GiroDesktop, wait_for
from tests.support.small_disk import SmallDisk

pytestmark = pytest.mark.desktop


def _not_a_folder(home: Path) -> str:
    home.write_text("not a folder")
    return "Não é possível gravar na pasta"


def _newer(home: Path) -> str:
    home.mkdir()
    with sqlite3.connect(home / "giro.db") as database:
        database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        database.execute("INSERT INTO alembic_version VALUES ('9999_of_a_year_to_come')")
    database.close()
    return "mais nova"


def _not_a_database(home: Path) -> str:
    home.mkdir()
    (home / "giro.db").write_bytes(b"no database at all " * 400)
    return "danificado"


def _says(giro_desktop: GiroDesktop, home: Path, words: str) -> None:
    with giro_desktop.failing(home) as start:
        wait_for("the sentence", lambda: start.says(words))
        assert start.close() == 2


@pytest.mark.parametrize("spoil", [_not_a_folder, _newer, _not_a_database])
def test_a_start_that_fails_says_why_in_a_window(
    giro_desktop: GiroDesktop, tmp_path: Path, spoil: Callable[[Path], str]
) -> None:
    home = tmp_path / "home"
    words = spoil(home)
    _says(giro_desktop, home, words)


def test_a_start_on_a_full_disk_says_so_in_a_window(
    giro_desktop: GiroDesktop, small_disk: Callable[[str], SmallDisk]
) -> None:
    disk = small_disk("4m")
    disk.fill()
    _says(giro_desktop, disk.path / "home", "espaço")
