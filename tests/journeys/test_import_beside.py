"""The program that a window starts for an import: asked and heard line by line."""

import subprocess
import sys
from pathlib import Path

from cockpit.domain.import_results import ImportProgress
from cockpit.services.import_exchange import (
    ImportFailure,
    ImportOutcome,
    ImportRequest,
    Said,
    line_of,
    read_line,
)
from tests.support.program import PATIENCE_SECONDS, ROOT, environment


def ask(request: ImportRequest, home: Path, *, is_wanted: bool = True) -> tuple[int, list[Said]]:
    """Return its exit code and what it said."""
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "import", "--beside"],
        env=environment(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(line_of(request) + "\n")
        program.stdin.flush()
        if not is_wanted:
            program.stdin.close()
        said = [read_line(line) for line in program.stdout]
        return program.wait(PATIENCE_SECONDS), said


def customers(folder: Path) -> Path:
    path = folder / "clientes são.csv"
    path.write_text("codigo;razao_social\n1;Loja do Porto\n", encoding="utf-8")
    return path


def test_a_window_hears_the_progress_and_then_the_outcome(tmp_path: Path) -> None:
    code, said = ask(ImportRequest((customers(tmp_path),)), tmp_path)
    assert code == 0
    assert all(isinstance(one, ImportProgress) for one in said[:-1])
    assert isinstance(said[-1], ImportOutcome)
    (summary,) = said[-1].summaries
    assert (summary.counts.new, summary.is_cancelled) == (1, False)


def test_a_trial_stores_nothing(tmp_path: Path) -> None:
    request = ImportRequest((customers(tmp_path),), is_trial=True)
    for _ in range(2):
        _, said = ask(request, tmp_path)
        assert isinstance(said[-1], ImportOutcome)
        assert said[-1].summaries[0].counts.new == 1


def test_a_bad_file_is_told_or_left_out_as_asked(tmp_path: Path) -> None:
    paths = (tmp_path / "fantasma.csv", customers(tmp_path))
    code, said = ask(ImportRequest(paths), tmp_path)
    assert (code, isinstance(said[-1], ImportFailure)) == (2, True)
    _, said = ask(ImportRequest(paths, is_strict=False), tmp_path)
    assert isinstance(said[-1], ImportOutcome)
    assert [one.path.name for one in said[-1].refused] == ["fantasma.csv"]
    assert [one.counts.new for one in said[-1].summaries] == [1]


def test_when_nobody_listens_any_more_it_stops(tmp_path: Path) -> None:
    _, said = ask(ImportRequest((customers(tmp_path),)), tmp_path, is_wanted=False)
    assert isinstance(said[-1], ImportOutcome)
    assert said[-1].summaries[0].is_cancelled
