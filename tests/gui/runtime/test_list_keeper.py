from pytestqt.qtbot import QtBot

from cockpit.runtime.list_keeper import ListKeeper
from tests.support.immediate_runner import ImmediateTaskRunner


def test_the_list_is_kept_now_and_then_and_at_the_end(qtbot: QtBot) -> None:
    kept: list[bool] = []
    runner = ImmediateTaskRunner()
    keeper = ListKeeper(lambda: kept.append(True), runner, pause_ms=5)
    keeper.start()
    qtbot.waitUntil(lambda: len(kept) >= 2)
    keeper.stop()
    count = len(kept)
    with qtbot.assertNotEmitted(runner.failed, wait=30):
        pass
    assert len(kept) == count
    runner.shutdown()


def test_a_short_run_keeps_its_list_too(qtbot: QtBot) -> None:
    kept: list[bool] = []
    runner = ImmediateTaskRunner()
    keeper = ListKeeper(lambda: kept.append(True), runner)
    keeper.start()
    keeper.stop()
    assert len(kept) == 1
    runner.shutdown()
