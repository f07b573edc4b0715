"""The dialog of reports, as it is painted for the documents."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cockpit.app.window import Desk
from cockpit.domain.indicators import Comparison, Cut, Question
from cockpit.domain.periods import month_of
from cockpit.domain.report_schedules import Repetition, ReportPlan, Span
from cockpit.domain.reports import ReportFormat, ReportName, ReportRequest
from cockpit.ui.reports.dialog import ReportDialog

Settle = Callable[[], None]


def report_file(desk: Desk, settle: Settle) -> QWidget:
    """Ask what goes into a file."""
    return _dialog(desk, settle)


def report_mail(desk: Desk, settle: Settle) -> QWidget:
    """Show what comes by e-mail already."""
    schedules = desk.ctx.report_schedules()
    if not schedules.mine():
        schedules.add(ReportPlan(ReportName.REACTIVATION))
        weekly = ReportPlan(
            ReportName.CONTACTS,
            ReportFormat.XLSX,
            Repetition.WEEKLY,
            Span.WEEK_BEFORE,
            cut=Cut.TEAM,
        )
        schedules.add(weekly)
    dialog = _dialog(desk, settle)
    dialog.tabs.setCurrentWidget(dialog.mail_part)
    return dialog


def _dialog(desk: Desk, settle: Settle) -> ReportDialog:
    last_month = month_of(desk.ctx.clock.today()).before()
    question = Question(last_month, Comparison.BEFORE, Cut.TEAM)
    request = ReportRequest(ReportName.REACTIVATION, question)
    dialog = ReportDialog(desk.ctx, request, desk.window)
    dialog.open()
    settle()
    return dialog


REPORT_SCREENS = {"report_file": report_file, "report_mail": report_mail}
