"""A program beside the window that only a test lets begin and end."""

from typing_extensions import override

from cockpit.runtime.background_program import BackgroundProgram, Command
from cockpit.runtime.cycle_keeper import Pace, Upkeep

REFRESH = Command("giro", ("cycle", "refresh"))
REFIT = Command("giro", ("cycle", "refresh", "--refit"))
UPKEEP = Upkeep(REFRESH, REFIT)
#: No waiting, except after a failure.
AT_ONCE = Pace(first=0, spread=0, retry=300_000)


class FakeProgram(BackgroundProgram):
    """Notes what it was asked to run, and ends when the test says so.

    Attributes:
        started: Every command, in order.
        ends: How often it was ended in the middle.
    """

    def __init__(self) -> None:
        super().__init__()
        self.started: list[Command] = []
        self.ends = 0
        self._is_up = False

    @property
    @override
    def is_running(self) -> bool:
        return self._is_up

    @override
    def start(self, command: Command) -> None:
        assert not self._is_up, "one at a time"
        self._is_up = True
        self.started.append(command)

    @override
    def end(self) -> None:
        self.ends += self._is_up
        self._is_up = False

    def finish(self, code: int = 0) -> None:
        """Let it come to its end."""
        assert self._is_up
        self._is_up = False
        self.ended.emit(code)
