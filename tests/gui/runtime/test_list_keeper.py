from dataclasses import dataclass

from pytestqt.qtbot import QtBot

from cockpit.runtime.list_keeper import ListKeeper
from tests.support.immediate_runner import ImmediateTaskRunner


@dataclass
class FakeList:
    """Counts how often the newest list was to be kept."""

    kept: int = 0

    def keep(self) -> None:
        self.kept += 1


def test_the_list_is_kept_now_and_then_and_at_the_end(qtbot: QtBot) -> None:
    work_list, runner = FakeList(), ImmediateTaskRunner()
    keeper = ListKeeper(work_list, runner, pause_ms=5)
    keeper.start()
    qtbot.waitUntil(lambda: work_list.kept >= 2)
    keeper.stop()
    kept = work_list.kept
    with qtbot.assertNotEmitted(runner.failed, wait=30):
        pass
    assert work_list.kept == kept
    runner.shutdown()


def test_a_short_run_keeps_its_list_too(qtbot: QtBot) -> None:
    work_list, runner = FakeList(), ImmediateTaskRunner()
    keeper = ListKeeper(work_list, runner)
    keeper.start()
    keeper.stop()
    assert work_list.kept == 1
    runner.shutdown()
