from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from cockpit.domain.errors import GiroError
from cockpit.domain.import_results import ImportCounts, ImportSummary
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind
from cockpit.runtime.import_runner import ImportRunner
from cockpit.runtime.import_watch import FOLDER, IS_WATCHING, ImportWatch, WatchPace, WatchReport
from cockpit.runtime.preferences import Preferences
from cockpit.runtime.watched_folder import DONE, PROBLEMS, TAKEN
from cockpit.services.import_exchange import ImportRequest, RefusedFile
from cockpit.services.preferences import PreferenceService
from tests.support.immediate_runner import ImmediateTaskRunner
from tests.support.runtime_fakes import USER, FakeDatabase

NEVER = 3_600_000


class FakeRunner(ImportRunner):
    """Ends when the test says so."""

    def __init__(self) -> None:
        super().__init__(None)
        self.requests: list[ImportRequest] = []
        self.stops = 0

    @override
    def start(self, request: ImportRequest) -> None:
        self.requests.append(request)

    @override
    def stop(self) -> None:
        self.stops += 1

    def finish(self, *rejected: int, refused: tuple[RefusedFile, ...] = ()) -> None:
        """End the last import with so many rejected lines per file that was not refused."""
        if refused:
            self.refused.emit(refused)
        out = {one.path for one in refused}
        taken = [path for path in self.requests[-1].paths if path not in out]
        self.finished.emit(
            [
                ImportSummary(path.name, ImportKind.ORDERS, ImportCounts(new=2, rejected=count))
                for path, count in zip(taken, rejected, strict=True)
            ]
        )


class World:
    """A watch, and what it told."""

    def __init__(self, folder: Path, pace: WatchPace | None = None) -> None:
        self.folder = folder
        self.tasks = ImmediateTaskRunner()
        service = PreferenceService(FakeDatabase(), USER)
        self.preferences = Preferences(service, self.tasks, service.load())
        self.runner = FakeRunner()
        pace = pace or WatchPace(look=NEVER, retry=NEVER)
        self.watch = ImportWatch(self.preferences, self.tasks, self.runner, pace=pace)
        self.reports: list[WatchReport] = []
        self.errors: list[GiroError] = []
        self.watch.imported.connect(self.reports.append)
        self.watch.failed.connect(self.errors.append)

    def switch_on(self) -> None:
        self.preferences.set_value(FOLDER, str(self.folder))
        self.preferences.set_value(IS_WATCHING, True)
        self.watch.start()

    def bring(self, *names: str) -> None:
        """Let files appear and be taken."""
        for name in names:
            (self.folder / name).write_text("x")
        self.watch.look()
        self.watch.look()

    def names(self, *parts: str) -> list[str]:
        folder = self.folder.joinpath(*parts)
        return sorted(path.name for path in folder.iterdir() if path.suffix == ".csv")


@pytest.fixture
def world(qapp: object, tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    yield world
    world.watch.stop()
    world.tasks.shutdown()


def test_nothing_is_watched_where_nobody_asked_for_it(world: World) -> None:
    world.preferences.set_value(FOLDER, str(world.folder))
    world.watch.start()
    world.bring("p.csv")
    assert (world.runner.requests, world.names()) == ([], ["p.csv"])


def test_what_appears_is_imported_together_and_put_aside_by_its_end(world: World) -> None:
    world.switch_on()
    world.bring("clientes.csv", "pedidos.csv")
    (request,) = world.runner.requests
    assert (request.origin, request.is_strict, request.is_trial) == ("folder", False, False)
    assert [path.name for path in request.paths] == ["clientes.csv", "pedidos.csv"]
    world.runner.finish(0, 1)
    assert world.names(DONE) == ["clientes.csv"]
    assert world.names(PROBLEMS) == ["pedidos.csv"]
    assert [len(one.summaries) for one in world.reports] == [2]


def test_a_file_that_cannot_be_used_does_not_hold_up_the_others(world: World) -> None:
    world.switch_on()
    world.bring("a.csv", "b.csv")
    bad = RefusedFile(
        world.folder / TAKEN / "a.csv", Message.of("error.import_empty", file="a.csv")
    )
    world.runner.finish(0, refused=(bad,))
    assert (world.names(PROBLEMS), world.names(DONE)) == (["a.csv"], ["b.csv"])
    assert world.reports[0].refused == (bad,)


def test_while_nothing_can_be_stored_the_files_wait(world: World) -> None:
    world.switch_on()
    world.bring("p.csv")
    for _ in range(2):
        world.runner.failed.emit(GiroError("database_locked"))
        world.watch.look()
    assert world.names(TAKEN) == ["p.csv"]
    assert len(world.runner.requests) == 3
    world.runner.finish(0)
    assert world.names(DONE) == ["p.csv"]


def test_what_breaks_the_import_is_put_aside(world: World) -> None:
    world.switch_on()
    world.bring("p.csv")
    world.runner.failed.emit(GiroError("import_program_failed"))
    assert world.names(PROBLEMS) == ["p.csv"]
    assert [one.message.key for one in world.errors] == ["error.import_program_failed"]


def test_a_folder_that_is_gone_is_told_once(world: World) -> None:
    world.folder /= "nowhere"
    world.switch_on()
    for _ in range(3):
        world.watch.look()
    assert [one.message.key for one in world.errors] == ["error.watched_folder_unusable"]
    world.folder.mkdir()
    world.watch.look()
    assert world.folder.joinpath(TAKEN).is_dir()
    assert len(world.errors) == 1


def test_switching_off_stops_the_import_and_lets_others_look(world: World) -> None:
    world.switch_on()
    world.bring("p.csv")
    before = world.runner.stops
    world.preferences.set_value(IS_WATCHING, False)
    assert world.runner.stops == before + 1
    assert world.names(TAKEN) == ["p.csv"], "the next start goes on with it"
    assert not (world.folder / TAKEN / ".giro.lock").exists()


def test_it_looks_by_itself_from_the_start(qapp: object, tmp_path: Path, qtbot: QtBot) -> None:
    world = World(tmp_path, WatchPace(look=10, retry=10))
    (tmp_path / "p.csv").write_text("x")
    world.switch_on()
    qtbot.waitUntil(lambda: len(world.runner.requests) == 1)
    world.runner.finish(0)
    assert world.names(DONE) == ["p.csv"]
    world.watch.stop()
    world.tasks.shutdown()
