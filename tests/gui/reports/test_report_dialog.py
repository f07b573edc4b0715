"""A report is asked for by keyboard, made beside the window, and scheduled by e-mail."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QSpinBox
from pytestqt.qtbot import QtBot

from cockpit.domain.errors import BadInputError
from cockpit.domain.ids import new_id
from cockpit.domain.indicators import Comparison, Cut, Narrowing, Question
from cockpit.domain.periods import Period, month_of
from cockpit.domain.report_schedules import Repetition, Span
from cockpit.domain.reports import CUTS, ReportFormat, ReportName, ReportRequest
from cockpit.ui.indicators.corner import IndicatorCorner
from cockpit.ui.main_window import MainWindow
from cockpit.ui.reports.dialog import ReportDialog
from cockpit.ui.reports.file_part import FOLDER_KEY
from tests.support.list_data import TODAY
from tests.support.reading_order import steps_against_reading
from tests.support.ui_data import UiWorld

SHOWN = Period(date(2022, 1, 1), date(2022, 2, 28))
FILE = Path("relatorio.xlsx")
NARROWING = Narrowing({Cut.TEAM: frozenset({new_id()})})
REQUEST = ReportRequest(
    ReportName.CONTACTS, Question(SHOWN, Comparison.YEAR, Cut.OPERATOR, NARROWING)
)


@pytest.fixture
def dialog(world: UiWorld, qtbot: QtBot) -> Iterator[ReportDialog]:
    made = ReportDialog(world.ctx, REQUEST)
    qtbot.addWidget(made)
    made.open()
    yield made
    made.close()


def test_what_the_screen_shows_is_proposed(world: UiWorld, dialog: ReportDialog) -> None:
    assert dialog.request == REQUEST
    dialog.file_part.write(dialog.request, FILE)
    assert world.report_files.written == [(REQUEST, ReportFormat.PDF, FILE)]


def test_what_is_chosen_is_made(world: UiWorld, dialog: ReportDialog) -> None:
    dialog.report_box.setCurrentIndex(dialog.report_box.findData(ReportName.PORTFOLIO))
    dialog.period_box.setCurrentIndex(2)
    dialog.cut_box.setCurrentIndex(dialog.cut_box.findData(Cut.REGION))
    dialog.comparison_box.setCurrentIndex(0)
    dialog.file_part.format_buttons[ReportFormat.XLSX].setChecked(True)
    dialog.file_part.write(dialog.request, FILE)
    ((request, file_format, _),) = world.report_files.written
    assert (request.name, file_format) == (ReportName.PORTFOLIO, ReportFormat.XLSX)
    question = request.question
    assert (question.cut, question.comparison) == (Cut.REGION, Comparison.NONE)
    assert question.period == month_of(TODAY.replace(day=1) - timedelta(days=1))
    assert question.narrowing == NARROWING


@pytest.mark.parametrize("name", ReportName)
def test_only_cuts_that_a_report_has_are_offered(dialog: ReportDialog, name: ReportName) -> None:
    dialog.report_box.setCurrentIndex(dialog.report_box.findData(name))
    offered = {dialog.cut_box.itemData(row) for row in range(dialog.cut_box.count())}
    assert offered == {None, *CUTS[name]}
    assert dialog.cut_box.isEnabled() == bool(CUTS[name])


def test_the_file_is_asked_for_and_its_folder_remembered(
    world: UiWorld, dialog: ReportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.file_part.format_buttons[ReportFormat.CSV].setChecked(True)
    qtbot.keyClick(dialog.file_part.save_button, Qt.Key.Key_Space)
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    assert asked.defaultSuffix() == "csv"
    asked.fileSelected.emit(str(tmp_path / "sem ponto"))
    ((_, file_format, path),) = world.report_files.written
    assert (file_format, path) == (ReportFormat.CSV, tmp_path / "sem ponto.csv")
    assert world.ctx.preferences.value(FOLDER_KEY, "") == str(tmp_path)
    asked.close()


def test_what_was_written_is_told_and_the_folder_offered(
    dialog: ReportDialog, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.message_raised) as told:
        dialog.file_part.write(dialog.request, FILE)
    assert "7" in told.args[0]
    assert dialog.file_part.folder_button.isVisible()
    assert not dialog.file_part.is_busy


def test_trouble_is_one_sentence_and_it_may_be_tried_again(
    world: UiWorld, dialog: ReportDialog
) -> None:
    world.report_files.error = BadInputError("export_not_written", folder="/nowhere")
    dialog.file_part.write(dialog.request, FILE)
    assert "/nowhere" in dialog.file_part.notice.text()
    assert dialog.file_part.save_button.isEnabled()


def test_a_report_that_is_being_made_can_be_stopped(world: UiWorld, dialog: ReportDialog) -> None:
    world.report_files.during = dialog.file_part.cancel
    dialog.file_part.write(dialog.request, FILE)
    assert world.report_files.written == []
    assert dialog.file_part.notice.text()
    assert not dialog.file_part.is_busy


def test_progress_is_told_while_rows_are_written(
    world: UiWorld, dialog: ReportDialog, qtbot: QtBot
) -> None:
    part, told = dialog.file_part, list[str]()

    def look() -> None:
        qtbot.waitUntil(lambda: part.busy.sentence() != "Gerando o relatório…")
        told.append(part.busy.sentence())

    world.report_files.during = look
    part.write(dialog.request, FILE)
    assert told == ["Gravando a linha 3 de 7…"]
    assert not part._look.isActive()


def test_escape_stops_the_report_and_only_then_closes(
    world: UiWorld, dialog: ReportDialog, qtbot: QtBot
) -> None:
    world.report_files.during = lambda: qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.file_part.write(dialog.request, FILE)
    assert world.report_files.written == []
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_report_is_scheduled_and_cancelled(
    world: UiWorld, dialog: ReportDialog, qtbot: QtBot
) -> None:
    part = dialog.mail_part
    dialog.tabs.setCurrentWidget(part)
    assert "ana@giro.example" in part.notice.text()
    assert not dialog.period_box.isEnabled()
    part.repetition_box.setCurrentIndex(part.repetition_box.findData(Repetition.WEEKLY))
    part.span_box.setCurrentIndex(part.span_box.findData(Span.WEEK_BEFORE))
    part.hour_box.setValue(6)
    qtbot.keyClick(part.add_button, Qt.Key.Key_Space)
    (made,) = world.report_schedules.plans
    plan = made.plan
    assert plan is not None
    assert (plan.report, plan.repetition, plan.span, plan.hour, plan.cut, plan.narrowing) == (
        ReportName.CONTACTS, Repetition.WEEKLY, Span.WEEK_BEFORE, 6, Cut.OPERATOR, NARROWING,
    )  # fmt: skip
    assert part.list.count() == 1
    part.list.setCurrentRow(0)
    qtbot.keyClick(part.remove_button, Qt.Key.Key_Space)
    assert world.report_schedules.plans == []
    assert part.list.count() == 0


def test_without_an_address_it_is_said_that_nothing_comes(world: UiWorld, qtbot: QtBot) -> None:
    world.report_schedules.address = ""
    made = ReportDialog(world.ctx, REQUEST)
    qtbot.addWidget(made)
    assert made.mail_part.notice.text()
    assert "ana@giro.example" not in made.mail_part.notice.text()


def test_every_control_has_a_name_for_who_listens(dialog: ReportDialog) -> None:
    labelled = set()
    for form in dialog.findChildren(QFormLayout):
        for row in range(form.rowCount()):
            item = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
            if form.labelForField(item.widget()) is not None:
                labelled.add(item.widget())
    controls = [*dialog.findChildren(QComboBox), *dialog.findChildren(QSpinBox)]
    assert set(controls) <= labelled


def test_the_indicators_page_opens_the_dialog_with_what_it_shows(
    world: UiWorld, qtbot: QtBot
) -> None:
    window = MainWindow(world.ctx)
    qtbot.addWidget(window)
    corner = IndicatorCorner(world.ctx, window.screens)
    corner.open()
    assert corner.screen is not None
    corner.screen.export()
    dialog = corner.screen.findChild(ReportDialog)
    assert dialog is not None
    assert dialog.request.question.period == corner.screen.bar.asked.question.period
    dialog.close()


def test_tab_goes_as_the_eye_does(dialog: ReportDialog) -> None:
    assert steps_against_reading(dialog) == []
    dialog.tabs.setCurrentIndex(1)
    assert steps_against_reading(dialog) == []
