import io
import signal
import sys

import pytest

from cockpit.app.commands.import_files import exit_code
from cockpit.app.import_terminal import CancelByKey, ProgressLine, progress_line
from cockpit.domain.formats import Language
from cockpit.domain.import_results import ImportCounts, ImportProgress, ImportSummary
from cockpit.domain.vocabulary import ImportKind

PT = Language.PORTUGUESE


def progress(position: int, seconds: float | None) -> ImportProgress:
    return ImportProgress("p.csv", ImportKind.ORDERS, position, 1000, 1234, 617.4, seconds)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_line_says_how_much_how_fast_and_how_long() -> None:
    assert progress_line(progress(500, 12.4), PT) == (
        "p.csv: 50% · 1.234 linhas · 617 por segundo · faltam 12 s"
    )
    assert progress_line(progress(500, 180), PT).endswith("faltam 3 min")
    assert progress_line(progress(0, None), PT).endswith("por segundo")
    assert "ciclos" in progress_line(progress(1000, 0), PT)


def test_a_terminal_gets_one_line_that_is_rewritten(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    line = ProgressLine(PT)
    line(progress(10, None))
    line(progress(20, None))  # too soon for anybody to read
    line.clear()
    assert terminal.getvalue().count("p.csv") == 1
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert "\n" not in terminal.getvalue()


def test_nobody_who_watches_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    line = ProgressLine(PT)
    line(progress(10, None))
    line.clear()
    assert pipe.getvalue() == ""


def test_the_first_key_asks_and_the_second_interrupts() -> None:
    former = signal.getsignal(signal.SIGINT)
    with CancelByKey() as key:
        assert not key.is_asked()
        signal.raise_signal(signal.SIGINT)
        assert key.is_asked()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is former


@pytest.mark.parametrize(
    ("counts", "is_cancelled", "code"),
    [
        (ImportCounts(new=2), False, 0),
        (ImportCounts(unchanged=2), False, 0),
        (ImportCounts(new=2, flagged=1), False, 3),
        (ImportCounts(new=2, rejected=1), False, 3),
        (ImportCounts(rejected=2), False, 2),
        (ImportCounts(), False, 2),
        (ImportCounts(new=2), True, 130),
    ],
)
def test_the_exit_code_says_how_much_was_taken(
    counts: ImportCounts, is_cancelled: bool, code: int
) -> None:
    summary = ImportSummary("p.csv", ImportKind.ORDERS, counts, is_cancelled=is_cancelled)
    assert exit_code([summary]) == code
