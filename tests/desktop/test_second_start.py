"""The second start: real rows at once, then the window that answers in the same place."""

from pathlib import Path

import pytest

from tests.support.giro_window import GiroDesktop, wait_for

pytestmark = pytest.mark.desktop

_OWN_ALONE = 0o600


def test_the_second_start_shows_the_list_early_and_then_works(
    giro_desktop: GiroDesktop, demo_home: Path
) -> None:
    with giro_desktop.open(demo_home, "--demo") as giro:
        giro.has_keyboard("Lista de trabalho")
        before = giro.reader.row(giro.table, 0, (1,))
        giro.quit()
    (page,) = (demo_home / "cache").glob("page-*.json")
    assert page.stat().st_mode & 0o777 == _OWN_ALONE
    assert before[0].partition(" - ")[2] in page.read_text(encoding="utf-8")
    with giro_desktop.starting(demo_home, "--demo") as early:
        wait_for("the early window", early.early_windows)
        assert not early.windows()
        wait_for("the true window", early.windows)
        wait_for("the early window's end", lambda: not early.early_windows())
        assert not page.exists()
    with giro_desktop.open(demo_home, "--demo") as giro:
        giro.has_keyboard("Lista de trabalho")
        giro.press("Down")
        wait_for("the second row", lambda: giro.reader.selected_rows(giro.table) == [1])
        giro.quit()
    assert page.exists()
