"""The audit trail as the administrator sees it, and what the window writes down by itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.audit import AuditAction, Finding, FindingKind, TrailEntry
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from cockpit.runtime.audit_keeper import AuditKeeper
from cockpit.runtime.task_runner import TaskRunner
from cockpit.services.audit import Looks
from cockpit.ui.actions import ActionId
from cockpit.ui.audit_trail.corner import AuditCorner
from cockpit.ui.audit_trail.dialog import AuditDialog
from tests.support.panel_data import PanelWorld
from tests.support.queues import MovableClock

OPENED = TrailEntry(
    new_id(), datetime(2026, 3, 2, 12, tzinfo=UTC), "Ana", "pc", "customer_opened", "customers",
    new_id(), "7 - Parafusos", {},
)  # fmt: skip
EXPORTED = TrailEntry(
    new_id(), datetime(2026, 3, 2, 11, tzinfo=UTC), "Bia", "pc", "exported", "work_list", None, "",
    {"rows": 12},
)  # fmt: skip


@pytest.fixture
def world(qapp: QApplication) -> Iterator[PanelWorld]:
    made = PanelWorld(qapp)
    made.audit.entries = [OPENED, EXPORTED]
    yield made
    made.close()


@pytest.fixture
def dialog(world: PanelWorld, qtbot: QtBot) -> AuditDialog:
    window = QWidget()
    qtbot.addWidget(window)
    world.shown.append(window)
    window.show()
    made = AuditDialog(world.ctx, window)
    made.start()
    qtbot.waitUntil(lambda: made.table.records.rowCount() == 2)
    return made


def _cells(dialog: AuditDialog, row: int) -> list[str]:
    model = dialog.table.records
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_events_are_listed_with_who_and_what(dialog: AuditDialog) -> None:
    assert _cells(dialog, 0) == [
        "02/03/2026 09:00:00", "Ana", "abriu o cliente", "7 - Parafusos", "", "pc",
    ]  # fmt: skip
    assert _cells(dialog, 1)[3:5] == ["lista de trabalho", "linhas: 12"]
    assert dialog.said() == "Eventos, os mais novos primeiro: 2."


def test_events_are_narrowed_down(world: PanelWorld, dialog: AuditDialog, qtbot: QtBot) -> None:
    dialog.action.setCurrentIndex(dialog.action.findData(AuditAction.EXPORTED.value))
    dialog.login.setText(" ana ")
    dialog.customer.setText("7")
    qtbot.keyPress(dialog.customer, "\r")
    wanted = world.audit.asked[-1]
    assert (wanted.action, wanted.login, wanted.customer) == ("exported", "ana", "7")
    assert wanted.since is not None


def test_a_check_says_that_nothing_was_touched_or_what_was(
    world: PanelWorld, dialog: AuditDialog, qtbot: QtBot
) -> None:
    dialog.verify()
    qtbot.waitUntil(lambda: "7 registros" in dialog.said())
    finding = Finding(FindingKind.CHANGED, "contacts", "0-1", "d", 9)
    world.audit.found = replace(world.audit.found, findings=(finding,), found=1)
    dialog.verify()
    qtbot.waitUntil(lambda: "contacts 0-1" in dialog.said())


@pytest.mark.parametrize("role", list(Role))
def test_only_an_administrator_has_the_key(world: PanelWorld, role: Role, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ctx = replace(world.ctx, user=replace(world.ctx.user, role=role))
    keys = AuditCorner(ctx, window).handlers()
    assert (ActionId.AUDIT in keys) is (role is Role.ADMINISTRATOR)


@dataclass
class _Service:
    """Notes what the keeper asks for."""

    clock: MovableClock = field(default_factory=MovableClock)
    may_seal: bool = True
    done: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.looks = Looks(self.clock)

    def log_in(self) -> None:
        self.done.append("in")

    def log_out(self) -> None:
        self.done.append("out")

    def write_looks(self) -> int:
        self.done.append(f"looks {len(self.looks.take())}")
        return 0

    def seal(self, *, most: int) -> None:
        self.done.append("seal")


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shutdown()


def test_the_window_writes_who_came_what_they_opened_and_that_they_went(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    service = _Service()
    keeper = AuditKeeper(service, runner)  # type: ignore[arg-type]
    keeper.start()
    keeper._first.timeout.emit()
    service.looks.note(UUID(int=1))
    service.looks.note(UUID(int=2))
    keeper.write()
    qtbot.waitUntil(lambda: service.done == ["in", "looks 2"])
    keeper.write()
    keeper.seal()
    keeper.stop()
    qtbot.waitUntil(lambda: service.done[2:] == ["seal", "out"])


def test_who_never_came_does_not_go(runner: TaskRunner) -> None:
    service = _Service()
    keeper = AuditKeeper(service, runner)  # type: ignore[arg-type]
    keeper.start()
    keeper.stop()
    assert service.done == []
