"""The indicators' screen over invented figures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from cockpit.domain.indicators import CutName
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import (
    Adjustment,
    CutTotals,
    ReactivatedClient,
    ReactivationReport,
    Totals,
)
from cockpit.domain.vocabulary import Channel, Role
from cockpit.ui.indicators.screen import IndicatorScreen
from tests.support.indicator_fakes import NORTH
from tests.support.ui_data import UiWorld

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def make_report(question: object) -> ReactivationReport:
    """Return two who came back, one who was known too late, and last month closed."""

    def client(number: int, cents: int) -> ReactivatedClient:
        return ReactivatedClient(
            UUID(int=number), "Matriz", f"{number}", f"Cliente {number}", "Ana", UUID(int=50),
            UUID(int=60), "Bia", Channel.PHONE, "Verão", date(2022, 3, 1), date(2022, 3, 5),
            True, 2, cents, cents * 9 // 10, date(2022, 3, 9),
        )  # fmt: skip

    february = Period(date(2022, 2, 1), date(2022, 2, 28))
    late = Adjustment(
        february,
        None,
        UUID(int=3),
        "Matriz",
        "3",
        "Cliente 3",
        UUID(int=60),
        "Bia",
        1,
        1,
        5_000,
        4_500,
    )
    return ReactivationReport(
        question=question,  # type: ignore[arg-type]
        closed=(february,),
        clients=(client(1, 200_050), client(2, 100_000)),
        totals=Totals(2, 2, 4, 300_050, (4, 4), 270_045),
        before=Totals(1, 1, 1, 100_000, (9,), 90_000),
        cuts=(CutTotals(CutName(NORTH, "Norte"), Totals(2, 2, 4, 300_050, (4, 4), 270_045), None,
                        (UUID(int=1), UUID(int=2)), (UUID(int=1),)),),
        adjustments=(late,),
        adjusted=Totals(1, 1, 1, 5_000, goods_cents=4_500),
        later=(late,),
        returned_ids=(UUID(int=1), UUID(int=2)),
    )  # fmt: skip


@pytest.fixture
def managing(world: UiWorld) -> UiWorld:
    """A world whose user answers for everybody."""
    world.ctx = replace(world.ctx, user=replace(world.ctx.user, role=Role.MANAGER))
    world.reactivation.answer = make_report(None)
    return world


@pytest.fixture
def screen(managing: UiWorld, qtbot: QtBot) -> Iterator[IndicatorScreen]:
    made = IndicatorScreen(managing.ctx)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    yield made
    made.stop()
