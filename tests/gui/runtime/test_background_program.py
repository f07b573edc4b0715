import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cockpit.runtime.background_program import BROKEN, BackgroundProgram, Command


def python(code: str, **variables: str) -> Command:
    return Command(sys.executable, ("-c", code), variables)


@pytest.fixture
def program(qapp: object) -> Iterator[BackgroundProgram]:
    program = BackgroundProgram()
    yield program
    program.end()


def code_of(program: BackgroundProgram, command: Command, qtbot: QtBot) -> int:
    with qtbot.waitSignal(program.ended) as blocker:
        program.start(command)
        assert program.is_running
    assert not program.is_running
    code: int = blocker.args[0]
    return code


def test_the_exit_code_is_told(program: BackgroundProgram, qtbot: QtBot) -> None:
    assert code_of(program, python("raise SystemExit(0)"), qtbot) == 0
    assert code_of(program, python("raise SystemExit(3)"), qtbot) == 3


def test_a_crash_and_a_program_that_is_not_there_are_told_as_broken(
    program: BackgroundProgram, qtbot: QtBot
) -> None:
    assert code_of(program, python("import os; os.abort()"), qtbot) == BROKEN
    with qtbot.waitSignal(program.ended) as blocker:
        program.start(Command("/nowhere/giro", ()))
    assert blocker.args == [BROKEN]
    assert code_of(program, python("raise SystemExit(0)"), qtbot) == 0


def test_what_it_prints_goes_nowhere_and_never_holds_it_up(
    program: BackgroundProgram, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    loud = "import sys; print('x' * 10**6); print('y' * 10**6, file=sys.stderr); sys.stdin.read()"
    assert code_of(program, python(loud), qtbot) == 0
    assert capfd.readouterr() == ("", "")


def test_variables_reach_it_beside_the_inherited_ones(
    program: BackgroundProgram, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIRO_HOME", "inherited")
    names = ("GIRO_HOME", "GIRO_DATABASE_URL")
    seen = (
        f"import os; seen = [os.environ.get(name) for name in {names}]\n"
        "raise SystemExit(seen != ['inherited', 'secret'])"
    )
    assert code_of(program, python(seen, GIRO_DATABASE_URL="secret"), qtbot) == 0
    assert "GIRO_DATABASE_URL" not in os.environ


def test_a_password_is_not_shown_by_the_command(qapp: object) -> None:
    assert "secret" not in repr(python("pass", GIRO_DATABASE_URL="secret"))


def test_it_ends_at_once_in_the_middle_of_a_calculation_and_says_nothing(
    program: BackgroundProgram, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[int] = []
    program.ended.connect(told.append)
    up, survived = tmp_path / "up", tmp_path / "survived"
    program.start(
        python(
            f"import pathlib, time; pathlib.Path({str(up)!r}).touch(); time.sleep(1)\n"
            f"pathlib.Path({str(survived)!r}).touch()"
        )
    )
    qtbot.waitUntil(up.exists)
    started = time.monotonic()
    program.end()
    assert time.monotonic() - started < 0.5
    assert not program.is_running
    with qtbot.assertNotEmitted(program.ended, wait=1200):
        pass
    assert not survived.exists()
    assert code_of(program, python("raise SystemExit(0)"), qtbot) == 0


def test_two_at_a_time_are_refused(program: BackgroundProgram) -> None:
    program.start(python("import time; time.sleep(5)"))
    with pytest.raises(RuntimeError):
        program.start(python("pass"))
