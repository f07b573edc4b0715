"""The window among other programs: it follows them, is there once, and keeps how it was set."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.domain.vocabulary import Role
from cockpit.ui.work_list.columns import SECTION_OF, ColumnKey
from tests.support.giro_window import GiroDesktop, GiroWindow, ask, wait_for

pytestmark = pytest.mark.desktop

CLIENT, LAST_ORDER = SECTION_OF[ColumnKey.CLIENT], SECTION_OF[ColumnKey.LAST_ORDER]


def preferences(home: Path) -> dict[str, object]:
    stored = ask(home / "demo.db", "SELECT value FROM settings WHERE key = 'preferences'")
    kept: dict[str, object] = json.loads(stored[0][0]) if stored else {}
    return kept


def last_order_of(giro: GiroWindow, client: str) -> str:
    """Return what the list says of a client's last order."""
    for row in range(giro.reader.row_count(giro.table)):
        name, day = giro.reader.row(giro.table, row, (CLIENT, LAST_ORDER))
        if name == client:
            return day
    return ""


def import_as_manager(orders: Path, home: Path) -> None:
    """Import into the demo company, whose own user may not, from this other program."""
    with open_session(Options(is_demo=True), Paths(home)) as session:
        manager = replace(session.user, role=Role.MANAGER)
        (summary,) = replace(session.importing, user=manager).run([orders], origin="terminal")
    assert summary.counts.new == 1


def chosen(giro: GiroWindow) -> str:
    """Return the selected client."""
    (row,) = giro.reader.selected_rows(giro.table)
    return giro.reader.row(giro.table, row, (CLIENT,))[0]


def test_the_list_shows_what_another_program_imported_and_keeps_the_chosen_client(
    giro_desktop: GiroDesktop, demo_home: Path, tmp_path: Path
) -> None:
    today = datetime.now(ZoneInfo("America/Sao_Paulo")).date()
    orders = tmp_path / "pedidos.csv"
    with giro_desktop.open(demo_home, "--demo") as giro:
        giro.has_keyboard("Lista de trabalho")
        giro.press("Down", "Down")
        wait_for("the third row", lambda: giro.reader.selected_rows(giro.table) == [2])
        (other,) = giro.reader.row(giro.table, 5, (CLIENT,))
        before, stays = last_order_of(giro, other), chosen(giro)
        code = other.partition(" - ")[0]
        orders.write_text(
            f"numero;cliente;data;valor;tipo\n990001;{code};{today:%d/%m/%Y};1.234,56;venda\n"
        )
        import_as_manager(orders, demo_home)
        shown = f"{today:%d/%m/%y}"
        assert before != shown
        wait_for("the order in the list", lambda: last_order_of(giro, other) == shown)
        assert chosen(giro) == stays
        giro.quit()


def test_a_second_start_brings_the_first_window_to_the_front(
    giro_desktop: GiroDesktop, demo_home: Path
) -> None:
    other_database = demo_home / "other.db"
    other_database.write_bytes((demo_home / "demo.db").read_bytes())
    with (
        giro_desktop.open(demo_home, "--demo") as first,
        giro_desktop.open(demo_home, "--database", str(other_database)) as other,
    ):
        assert other.is_on_top()
        assert not first.is_on_top()
        done = giro_desktop.start_again(demo_home, "--demo")
        assert done.returncode == 0
        assert "O Giro já está aberto com este banco de dados" in done.stdout
        wait_for("the first window on top", first.is_on_top)


def test_language_and_theme_chosen_by_keyboard_are_kept(
    giro_desktop: GiroDesktop, demo_home: Path
) -> None:
    with giro_desktop.open(demo_home, "--demo") as giro:
        giro.has_keyboard("Lista de trabalho")
        giro.press("F9")
        wait_for("the dark theme", lambda: preferences(demo_home).get("theme") == "dark")
        giro.press("ctrl+shift+g")
        giro.shows("check box", "All: 600")
        wait_for("the language", lambda: preferences(demo_home).get("language") == "en")
        giro.quit()
    with giro_desktop.open(demo_home, "--demo") as giro:
        giro.shows("check box", "All: 600")
        giro.press("F9")
        wait_for("light after dark", lambda: preferences(demo_home).get("theme") == "light")
        giro.quit()
