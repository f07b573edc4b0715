"""The orders in time: what the cursor reads, by mouse and keys, and pictures that are hostile."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cockpit.domain.cycle_reports import CyclePicture
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.runtime.translation import install_language
from cockpit.ui.charts import canvas
from cockpit.ui.charts.canvas import NOWHERE
from cockpit.ui.charts.time_plot import TimePlot
from tests.support.cycle_data import make_picture
from tests.support.panel_data import PanelWorld
from tests.support.ui_data import TODAY

SIZE = QSize(440, 160)


def shown(
    qtbot: QtBot,
    world: PanelWorld,
    picture: CyclePicture,
    status: LifecycleStatus = LifecycleStatus.AT_RISK,
) -> TimePlot:
    plot = TimePlot(world.ctx)
    qtbot.addWidget(plot)
    plot.resize(SIZE)
    plot.show_picture(picture, status)
    plot.show()
    return plot


def drawn(plot: TimePlot) -> QImage:
    return plot.grab().toImage()


def days(*ago: int) -> tuple[date, ...]:
    return tuple(TODAY - timedelta(days=one) for one in ago)


def test_the_keys_go_from_order_to_order_and_on_to_what_is_expected(
    qtbot: QtBot, world: PanelWorld
) -> None:
    plot = shown(qtbot, world, make_picture())
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.reading(plot.point) == "04/03/2021 · R$ 1.823,40 · primeiro pedido"
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.reading(plot.point).endswith("131 dias depois do anterior")
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert plot.point == 0
    qtbot.keyClick(plot, Qt.Key.Key_End)
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.point == plot.point_count() - 1
    told = [plot.reading(point) for point in range(14, plot.point_count())]
    assert told == [
        "Em risco desde 01/03",
        "Próximo pedido, se ainda compra, entre 26/03 e 20/04, por volta de 04/04",
        "Sem pedido há 50 dias, desde 31/01",
    ]
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.point == NOWHERE


def test_a_value_far_beyond_the_usual_is_told_and_does_not_flatten_the_others(
    qtbot: QtBot, world: PanelWorld
) -> None:
    picture = make_picture()
    plot = shown(qtbot, world, picture)
    outlier = picture.is_outlier.index(True)
    assert "muito acima do valor usual" in plot.reading(outlier)
    heights = [plot.point_rect(point).height() for point in range(14)]
    usual = [height for point, height in enumerate(heights) if point != outlier]
    assert max(usual) > 0.8 * heights[outlier]


def test_the_mouse_reads_the_nearest_order_and_the_periods_between(
    qtbot: QtBot, world: PanelWorld
) -> None:
    plot = shown(qtbot, world, make_picture(blocked=((days(300)[0], days(260)[0]),)))
    for point in (0, 5, 13):
        qtbot.mouseMove(plot, plot.point_rect(point).center().toPoint())
        assert plot.point == point
    reached = {plot.point_at(QPointF(x, SIZE.height() / 2)) for x in range(SIZE.width())}
    parts = set(range(14, plot.point_count()))
    assert len(parts) == 4
    assert parts <= reached
    assert "Vendas bloqueadas de 26/05/2021 a 05/07/2021" in map(plot.reading, parts)
    QApplication.sendEvent(plot, QEvent(QEvent.Type.Leave))
    assert plot.point == NOWHERE


def test_a_screen_reader_gets_the_glance_and_each_order(
    qtbot: QtBot, world: PanelWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(canvas.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        canvas.QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    plot = shown(qtbot, world, make_picture())
    described = QAccessible.queryAccessibleInterface(plot)
    assert described.text(QAccessible.Text.Name) == "Pedidos no tempo"
    summary = described.text(QAccessible.Text.Description)
    for part in ("14 pedidos", "Sem pedido há 50 dias", "Em risco desde", "se ainda compra, entre"):
        assert part in summary
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert said == ["04/03/2021 · R$ 1.823,40 · primeiro pedido"]


def test_changing_the_language_changes_what_is_read(
    qtbot: QtBot, qapp: QApplication, world: PanelWorld
) -> None:
    plot = shown(qtbot, world, make_picture())
    world.preferences.set_value("language", "en")
    install_language(qapp, world.ctx.language)
    qtbot.waitUntil(lambda: plot.accessibleName() == "Orders in time")
    assert "14 orders" in plot.accessibleDescription()
    assert plot.reading(0) == "04/03/2021 · R$ 1,823.40 · first order"


def test_a_future_risk_is_announced_and_a_past_one_dated(qtbot: QtBot, world: PanelWorld) -> None:
    later = shown(qtbot, world, make_picture(at_risk_on=TODAY + timedelta(days=9)))
    assert "se não vier pedido" in later.summary()
    assert "Em risco desde" not in later.summary()


def _many(count: int) -> CyclePicture:
    orders = days(*range(count + 30, 30, -1))
    return make_picture(
        order_on=orders, value_cents=tuple(range(count)), is_outlier=(False,) * count
    )


@pytest.mark.parametrize(
    ("status", "expected", "risk"),
    [
        (LifecycleStatus.ACTIVE, "Próximo pedido esperado entre", True),
        (LifecycleStatus.INACTIVE, "Próximo pedido, se ainda compra, entre", True),
        (LifecycleStatus.LOST, "", True),
        (LifecycleStatus.BLOCKED, "", False),
    ],
)
def test_nothing_is_expected_of_who_is_lost_or_blocked(
    qtbot: QtBot, world: PanelWorld, status: LifecycleStatus, expected: str, *, risk: bool
) -> None:
    summary = shown(qtbot, world, make_picture(), status).summary()
    assert ("Em risco" in summary) is risk
    assert ("róximo pedido" in summary) is bool(expected)
    assert expected in summary


def test_the_axis_has_room_for_its_figures(qtbot: QtBot, world: PanelWorld) -> None:
    small = shown(qtbot, world, make_picture())
    large = make_picture(value_cents=tuple(10**15 + number for number in range(14)))
    wide = shown(qtbot, world, large)
    drawn(small)
    drawn(wide)
    assert wide.plot_rect().left() > small.plot_rect().left()
    assert wide.plot_rect().left() >= wide.fontMetrics().horizontalAdvance("R$ 10.000 bi")


HOSTILE = {
    "no orders": CyclePicture(TODAY),
    "one order, today": CyclePicture(TODAY, days(0), (100,), (False,)),
    "one order, long ago": CyclePicture(TODAY, days(9000), (0,), (False,), silence_days=9000),
    "one order in the future": CyclePicture(TODAY, days(-40), (100,), (False,)),
    "all on one day": CyclePicture(TODAY, days(3, 3, 3), (1, 2, 3), (False, False, True)),
    "nothing but outliers": CyclePicture(TODAY, days(9, 5), (10**12, 10**13), (True, True)),
    "no value": CyclePicture(TODAY, days(9, 5), (0, 0), (False, False)),
    "five thousand orders": _many(5000),
    "the first and the last day there are": CyclePicture(
        date.max, (date.min, date.max), (1, 2), (False, False), at_risk_on=date.min
    ),
    "blocked on the last day there is": CyclePicture(
        date.max, (date.max,), (1,), (False,), blocked=((date.max, None),)
    ),
    "expected when nobody lives any more": make_picture(
        expected_from_on=date(9990, 1, 1), expected_on=date.max, expected_until_on=date.max
    ),
    "expected before today": make_picture(
        expected_from_on=days(40)[0], expected_on=days(39)[0], expected_until_on=days(38)[0]
    ),
    "blocked for ever, and before the first order": make_picture(
        blocked=((date.min, days(5000)[0]), (days(20)[0], None))
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_picture_is_drawn_and_every_point_of_it_is_read(
    qtbot: QtBot, world: PanelWorld, name: str
) -> None:
    plot = shown(qtbot, world, HOSTILE[name])
    for size in (SIZE, QSize(60, 30), QSize(900, 300)):
        plot.resize(size)
        drawn(plot)
        for x in range(0, size.width(), 7):
            point = plot.point_at(QPointF(x, size.height() / 2))
            assert NOWHERE <= point < plot.point_count()
    for point in range(min(plot.point_count(), 40)):
        assert plot.reading(point)
        plot.move_cursor(point)
        drawn(plot)
    assert plot.accessibleDescription()


def test_both_themes_draw_the_same_things_in_other_colours(qtbot: QtBot, world: PanelWorld) -> None:
    plot = shown(qtbot, world, make_picture())
    light = drawn(plot)
    world.theme.apply("dark")
    assert drawn(plot) != light


def test_the_silence_is_shaded_up_to_today(qtbot: QtBot, world: PanelWorld) -> None:
    plot = shown(qtbot, world, make_picture(at_risk_on=None))
    silence = plot.point_rect(plot.point_count() - 1)
    picture = drawn(plot)
    inside = picture.pixelColor(silence.center().toPoint())
    before = picture.pixelColor(int(silence.left()) - 8, int(silence.top()) + 4)
    assert inside != before


def test_a_chart_has_the_focus_by_tab_and_shows_it(qtbot: QtBot, world: PanelWorld) -> None:
    plot = shown(qtbot, world, make_picture())
    plot.clearFocus()
    edge = (plot.width() // 2, 0)
    without = drawn(plot).pixelColor(*edge)
    with qtbot.waitActive(plot):
        plot.activateWindow()
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    assert plot.hasFocus()
    assert drawn(plot).pixelColor(*edge) != without


def test_blocked_periods_are_hatched(qtbot: QtBot, world: PanelWorld) -> None:
    free = make_picture(at_risk_on=None)
    blocked = make_picture(at_risk_on=None, blocked=((days(300)[0], days(260)[0]),))
    plot = shown(qtbot, world, blocked)
    rect = plot.point_rect(14).toRect().adjusted(4, 0, -4, -4)
    hatched = drawn(plot).copy(rect)
    plot.show_picture(free, LifecycleStatus.AT_RISK)
    assert drawn(plot).copy(rect) != hatched
