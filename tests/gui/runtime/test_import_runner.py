"""The program beside the window, played by small ones that speak its language."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cockpit.domain.import_results import ImportCounts, ImportProgress, ImportSummary
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind
from cockpit.runtime.background_program import Command
from cockpit.runtime.import_runner import ImportRunner
from cockpit.services.import_exchange import (
    ImportFailure,
    ImportOutcome,
    ImportRequest,
    RefusedFile,
    line_of,
)

REQUEST = ImportRequest((Path("são josé.csv"),))
PROGRESS = ImportProgress("são josé.csv", ImportKind.ORDERS, 5, 10, 3, 2.5, 1.0)
SUMMARY = ImportSummary("são josé.csv", ImportKind.ORDERS, ImportCounts(new=3))
REFUSED = RefusedFile(Path("x.csv"), Message.of("error.import_empty", file="x.csv"))
HEAR = "import sys; asked = sys.stdin.readline(); "


def saying(*lines: str, then: str = "") -> Command:
    """Return a program that hears the request, says some lines and does something more."""
    code = HEAR + "".join(f"print({line!r}, flush=True); " for line in lines) + then
    return Command(sys.executable, ("-c", code))


@pytest.fixture
def runners(qapp: object) -> Iterator[list[ImportRunner]]:
    made: list[ImportRunner] = []
    yield made
    for runner in made:
        runner.stop()


def make(runners: list[ImportRunner], command: Command | None) -> ImportRunner:
    runners.append(ImportRunner(command))
    return runners[-1]


def test_progress_then_the_summaries_are_told(runners: list[ImportRunner], qtbot: QtBot) -> None:
    outcome = ImportOutcome((SUMMARY,), (REFUSED,))
    runner = make(runners, saying(line_of(PROGRESS), "a stray line", line_of(outcome)))
    told: list[object] = []
    for signal in (runner.progressed, runner.refused, runner.finished):
        signal.connect(told.append)
    with qtbot.waitSignal(runner.finished):
        runner.start(REQUEST)
        assert runner.is_running
    assert told == [PROGRESS, (REFUSED,), [SUMMARY]]
    assert not runner.is_running


def test_the_program_is_told_what_to_import(
    runners: list[ImportRunner], qtbot: QtBot, tmp_path: Path
) -> None:
    heard = tmp_path / "heard"
    runner = make(
        runners, saying(line_of(ImportOutcome(())), then=f"open({str(heard)!r}, 'w').write(asked)")
    )
    with qtbot.waitSignal(runner.finished):
        runner.start(REQUEST)
    assert heard.read_text(encoding="ascii") == line_of(REQUEST) + "\n"


def test_why_nothing_was_imported_is_told(runners: list[ImportRunner], qtbot: QtBot) -> None:
    failure = ImportFailure(Message.of("error.import_empty", file="x.csv"))
    runner = make(runners, saying(line_of(failure), then="sys.exit(2)"))
    with qtbot.waitSignal(runner.failed) as blocker:
        runner.start(REQUEST)
    assert blocker.args[0].message == failure.message


@pytest.mark.parametrize(
    "command",
    [saying(line_of(PROGRESS), then="import os; os.abort()"), Command("/nowhere/giro", ())],
    ids=["crashes", "is not there"],
)
def test_a_program_that_says_nothing_at_its_end_failed(
    runners: list[ImportRunner], qtbot: QtBot, command: Command
) -> None:
    runner = make(runners, command)
    with qtbot.waitSignal(runner.failed) as blocker:
        runner.start(REQUEST)
    assert blocker.args[0].message.key == "error.import_program_failed"
    assert not runner.is_running


def test_cancelling_asks_by_ending_its_input(runners: list[ImportRunner], qtbot: QtBot) -> None:
    cancelled = ImportSummary("a", ImportKind.ORDERS, is_cancelled=True)
    then = f"sys.stdin.read(); print({line_of(ImportOutcome((cancelled,)))!r})"
    runner = make(runners, saying(line_of(PROGRESS), then=then))
    with qtbot.waitSignal(runner.progressed):
        runner.start(REQUEST)
    with qtbot.waitSignal(runner.finished) as blocker:
        runner.cancel()
    assert blocker.args[0] == [cancelled]


def test_it_can_import_again_after_each_end(runners: list[ImportRunner], qtbot: QtBot) -> None:
    runner = make(runners, saying(line_of(ImportOutcome((SUMMARY,)))))
    for _ in range(2):
        with qtbot.waitSignal(runner.finished):
            runner.start(REQUEST)


def test_stopping_lets_it_end_in_order_and_tells_nobody(
    runners: list[ImportRunner], qtbot: QtBot, tmp_path: Path
) -> None:
    ended = tmp_path / "ended"
    then = f"sys.stdin.read(); open({str(ended)!r}, 'w').close()"
    runner = make(runners, saying(line_of(PROGRESS), then=then))
    with qtbot.waitSignal(runner.progressed):
        runner.start(REQUEST)
    with qtbot.assertNotEmitted(runner.finished), qtbot.assertNotEmitted(runner.failed):
        runner.stop()
    assert ended.exists()
    assert not runner.is_running


def test_one_at_a_time_and_none_where_nothing_is_imported(
    runners: list[ImportRunner], qtbot: QtBot
) -> None:
    with pytest.raises(RuntimeError):
        make(runners, None).start(REQUEST)
    runner = make(runners, saying(line_of(PROGRESS), then="sys.stdin.read()"))
    runner.start(REQUEST)
    with pytest.raises(RuntimeError):
        runner.start(REQUEST)
