"""The page about the tables is the one that the models make."""

import runpy

from models import Base
from tests.support.migrated import MIGRATIONS

SCRIPT = MIGRATIONS.parent / "scripts" / "make_erd.py"
PAGE = MIGRATIONS.parent / "docs" / "erd.md"


def test_the_page_is_current() -> None:
    page = runpy.run_path(str(SCRIPT))["document"]()
    assert page == PAGE.read_text(encoding="utf-8"), "run: python scripts/make_erd.py"


def test_every_table_has_its_place_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in Base.metadata.tables if f"\n### {name}" not in page] == []
