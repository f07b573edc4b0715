"""The list's first page of the last run: what is kept, and when it is shown."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cockpit.app.early_start import PAGE_MARK, lock_page, page_place, take_page
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.domain.clock import SystemClock
from cockpit.domain.formats import Language
from cockpit.domain.list_query import ListQuery, SortKey
from cockpit.ui.work_list.kept_page import KeptPage, Place
from cockpit.ui.work_list.layout import ColumnLayout
from tests.support.list_data import NOW, make_list, make_rows

ROOT = Path(__file__).parents[3]
PLAIN, ENCRYPTED = b"SQLite format 3\0 and so on", b"\x8a\x02 nobody can read this"


TODAY = SystemClock().today()


def made_page(day: date = TODAY) -> KeptPage:
    table = make_list(make_rows(80))
    rows = table.rows(table.select(ListQuery()).lines(0, 60))
    columns = ColumnLayout().with_width(ColumnLayout().shown[0], 90)
    sorting = (SortKey("name", is_descending=True), SortKey("city"))
    place = Place(49, 893, 27)
    return KeptPage(
        PAGE_MARK, "dark", "en", "AdnQywAD", place, columns, sorting, day, NOW, tuple(rows)
    )


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths(tmp_path)
    paths.ensure()
    paths.database.write_bytes(PLAIN)
    return paths


def keep(paths: Paths, text: str) -> Path:
    place = page_place(Options(), paths)
    assert place is not None
    place.parent.mkdir(exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return place


def test_a_page_is_read_as_it_was_kept() -> None:
    page = made_page()
    assert len(page.rows) == 60
    assert KeptPage.from_json(page.to_json()) == page


def without(name: str) -> str:
    stored = json.loads(made_page().to_json())
    del stored[name]
    return json.dumps(stored)


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "{}", '{"mark": 1', without("rows"), without("place")]
)
def test_what_is_no_page_is_none(text: str) -> None:
    assert KeptPage.from_json(text) is None


def test_a_row_of_another_shape_makes_no_page() -> None:
    stored = json.loads(made_page().to_json())
    stored["rows"][3] = stored["rows"][3][:-1]
    assert KeptPage.from_json(json.dumps(stored)) is None


def test_a_page_is_shown_once(paths: Paths) -> None:
    page = made_page()
    place = keep(paths, page.to_json())
    assert take_page(Options(), paths) == page
    assert not place.exists()
    assert take_page(Options(), paths) is None


def test_a_second_start_beside_a_running_one_finds_the_page_locked(paths: Paths) -> None:
    lock = lock_page(Options(), paths)
    assert lock is not None
    assert lock_page(Options(), paths) is None
    assert lock_page(Options(is_demo=True), paths) is not None
    lock.unlock()
    assert lock_page(Options(), paths) is not None


def test_what_a_crash_left_locked_is_nobodys(paths: Paths) -> None:
    place = page_place(Options(), paths)
    assert place is not None
    code = f"""
import os
from PySide6.QtCore import QLockFile
lock = QLockFile({str(place.with_suffix(".lock"))!r})
assert lock.tryLock(0)
os._exit(1)
"""
    place.parent.mkdir()
    subprocess.run([sys.executable, "-c", code], check=False)
    assert place.with_suffix(".lock").exists()
    assert lock_page(Options(), paths) is not None


def test_a_chosen_language_is_the_pages(paths: Paths) -> None:
    keep(paths, made_page().to_json())
    options = Options(language=Language.PORTUGUESE, is_language_chosen=True)
    taken = take_page(options, paths)
    assert taken is not None
    assert taken.language == "pt_BR"


@pytest.mark.parametrize("age", [0, 1, 7])
def test_the_days_first_start_shows_the_list_of_the_days_before(paths: Paths, age: int) -> None:
    page = made_page(TODAY - timedelta(days=age))
    keep(paths, page.to_json())
    assert take_page(Options(), paths) == page


@pytest.mark.parametrize("age", [-1, 8])
def test_neither_an_old_list_nor_one_of_a_day_to_come_is_shown(paths: Paths, age: int) -> None:
    keep(paths, made_page(TODAY - timedelta(days=age)).to_json())
    assert take_page(Options(), paths) is None


def test_another_versions_page_is_not_shown(paths: Paths) -> None:
    keep(paths, replace(made_page(), mark="0.0.1").to_json())
    assert take_page(Options(), paths) is None


def test_a_page_without_rows_is_not_shown(paths: Paths) -> None:
    keep(paths, replace(made_page(), rows=()).to_json())
    assert take_page(Options(), paths) is None


def test_nothing_is_shown_of_a_database_that_cannot_be_read_without_a_key(paths: Paths) -> None:
    keep(paths, made_page().to_json())
    paths.database.write_bytes(ENCRYPTED)
    assert take_page(Options(), paths) is None


def test_nothing_is_shown_of_a_database_that_is_gone(paths: Paths) -> None:
    keep(paths, made_page().to_json())
    paths.database.unlink()
    assert take_page(Options(), paths) is None


@pytest.mark.parametrize(
    "options",
    [Options(as_of=date(2026, 3, 17)), Options(is_demo=True, as_of=date(2026, 3, 17)),
     Options(database="postgresql://host/giro"), Options(database="other.db")],
)  # fmt: skip
def test_a_past_day_and_a_named_database_have_no_page(paths: Paths, options: Options) -> None:
    assert page_place(options, paths) is None
    assert take_page(options, paths) is None


def test_the_demo_has_a_page_of_its_own(paths: Paths) -> None:
    assert page_place(Options(is_demo=True), paths) != page_place(Options(), paths)


def test_the_early_window_needs_neither_services_nor_database_nor_arrays() -> None:
    code = """
import sys
import cockpit.app.early_start
unwanted = ("sqlalchemy", "numpy", "cockpit.services", "cockpit.data", "cockpit.ui.main_window")
print([name for name in unwanted if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
