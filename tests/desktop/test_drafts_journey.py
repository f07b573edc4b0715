"""Words that a killed program kept: told at the next start, and gone on with by keyboard."""

import json
import signal
from datetime import date
from pathlib import Path

import pytest

from tests.support.demo_company import DemoCompanies
from tests.support.giro_window import GiroDesktop, ask, wait_for

pytestmark = pytest.mark.desktop

DAY = date(2026, 3, 2)


@pytest.fixture
def database(demo_companies: DemoCompanies, tmp_path: Path) -> Path:
    return demo_companies.copy(DAY, tmp_path / "company.db")


def kept(database: Path) -> list[str]:
    """Return every text of the drafts on disk."""
    rows = ask(database, "SELECT value FROM settings WHERE key = 'preferences'")
    places = [item for row in rows for item in json.loads(row[0]).items()]
    return [str(value) for key, value in places if "draft." in key]


def test_what_a_killed_program_had_in_hand_is_found_at_the_next_start(
    giro_desktop: GiroDesktop, database: Path, tmp_path: Path
) -> None:
    words = ("--database", f"sqlite:///{database}", "--as-of", DAY.isoformat())
    with giro_desktop.open(tmp_path / "home", *words) as giro:
        giro.has_keyboard("Lista de trabalho")
        giro.press("F8")
        giro.has_keyboard("Ocorrência")
        giro.press("5", "Tab", "Tab", "Tab")
        giro.type("meia frase do contato")
        giro.press("ctrl+p")
        giro.has_keyboard("Por que parou")
        giro.press("ctrl+a")
        giro.type("Trocou de comprador")
        for word in ("meia frase do contato", "Trocou de comprador"):
            wait_for(word, lambda word=word: [one for one in kept(database) if word in one])
        giro.kill()
        assert giro.process.wait(20) == -signal.SIGKILL
    with giro_desktop.open(tmp_path / "home", *words) as giro:
        giro.has_keyboard("Lista de trabalho")
        wait_for(
            "the quiet line",
            lambda: [one for one in giro.reader.widgets() if one.name == "2 rascunhos guardados"],
        )
        giro.press("ctrl+shift+d")
        giro.has_keyboard("Rascunhos")
        giro.type("meia frase")
        giro.press("Return")
        giro.has_keyboard("Ocorrência")
        giro.press("ctrl+s")
        wait_for(
            "the contact",
            lambda: ask(database, "SELECT 1 FROM contacts WHERE note = 'meia frase do contato'"),
        )
        giro.quit()
