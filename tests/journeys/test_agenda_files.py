"""The agenda goes out and comes back on the command line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.support.demo_company import DemoCompanies
from tests.support.program import run_here

DAY = ("--demo", "--as-of", "2026-03-02")
Run = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="module")
def home(demo_companies: DemoCompanies, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demo company."""
    return demo_companies.home(tmp_path_factory.mktemp("home"), date(2026, 3, 2))


@pytest.fixture
def agenda(home: Path) -> Run:
    def run(*words: str) -> CompletedProcess[str]:
        return run_here("agenda", *words, *DAY, home=home)

    return run


def test_the_agenda_goes_out_changed_comes_in_and_is_as_it_was_changed(
    agenda: Run, tmp_path: Path
) -> None:
    path = tmp_path / "agenda.ics"
    assert agenda("export", str(path), "--from", "2026-03-03").returncode == 0
    assert "já existe" in agenda("export", str(path)).stderr
    assert agenda("export", str(path), "--force", "--from", "2026-03-03").returncode == 0

    lines = path.read_text("utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("DTSTART;TZID"))
    lines[first] = "DTSTART;TZID=America/Sao_Paulo:20260527T093000"
    changed = next(number for number, line in enumerate(lines) if line.startswith("LAST-MODIFIED"))
    lines[changed] = "LAST-MODIFIED:20991231T120000Z"
    path.write_text("\n".join(lines), "utf-8")

    shown = agenda("import", str(path))
    assert (shown.returncode, "27/05/2026  09:30" in shown.stdout) == (0, True)
    assert "Nada foi mudado" in shown.stdout
    assert shown.stdout == agenda("import", str(path)).stdout, "showing changes nothing"
    assert "Mudanças feitas na agenda: 1." in agenda("import", str(path), "--apply").stdout
    assert "mudar de data" not in agenda("import", str(path)).stdout


def test_an_event_is_given_to_a_client_by_code(agenda: Run, tmp_path: Path) -> None:
    path = tmp_path / "outro.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:x\nSUMMARY:Dentista\n"
        "DTSTART:20260304T130000Z\nEND:VEVENT\nEND:VCALENDAR\n",
        "utf-8",
    )
    assert "qual cliente?" in agenda("import", str(path)).stdout
    assert "não é de um cliente só" in agenda("import", str(path), "--assign", "1=nenhum").stderr
    assert "não tem o evento 7" in agenda("import", str(path), "--assign", "7=1").stderr
    assert "liga um evento" in agenda("import", str(path), "--assign", "7").stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("export", "agenda.txt"), ".ics"),
        (("import", "nenhum.ics"), "Não consigo abrir"),
        (("export", "x.ics", "--user", "ninguem"), "ninguem"),
        (("export", "x.ics", "--from", "ontem"), "ontem"),
        (("frobnicate",), "export, import"),
        ((), "--help"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(
    agenda: Run, words: tuple[str, ...], sentence: str
) -> None:
    done = agenda(*words)
    assert (done.returncode, sentence in done.stderr, done.stderr.count("\n")) == (2, True, 1)
