"""What reports, cuts and days are called in the dialog; the files say the same."""

from PySide6.QtWidgets import QComboBox

import resources
from cockpit.domain.formats import Language
from cockpit.domain.indicators import Cut
from cockpit.domain.report_schedules import Repetition, ReportSchedule, Span
from cockpit.domain.reports import CUTS, ReportName


def title_of(name: ReportName, language: Language) -> str:
    """Return a report's title."""
    return resources.text(f"document.title_{name.value}", language)


def cut_name(cut: Cut, language: Language) -> str:
    """Return what figures are divided by."""
    return resources.text(f"document.cut_{cut.value}", language)


def repetition_name(one: Repetition, language: Language) -> str:
    """Return how often a report comes."""
    return resources.text(f"cli.report_every_{one.value}", language)


def span_name(one: Span, language: Language) -> str:
    """Return which days a report tells of."""
    return resources.text(f"cli.report_span_{one.value}", language)


def schedule_line(one: ReportSchedule, language: Language) -> str:
    """Return a schedule as one line; empty where another version wrote it."""
    plan = one.plan
    if plan is None:
        return ""
    parts = [
        title_of(plan.report, language),
        *([] if plan.cut is None else [cut_name(plan.cut, language)]),
        repetition_name(plan.repetition, language),
        span_name(plan.span, language),
        plan.file_format.value.upper(),
        f"{plan.hour}h",
    ]
    return " · ".join(parts)


def fill_cuts(box: QComboBox, name: ReportName, whole: str, language: Language) -> None:
    """Offer what a report can be divided by; what was chosen stays where it is possible."""
    chosen = box.currentData()
    box.clear()
    box.addItem(whole, None)
    for cut in Cut:
        if cut in CUTS[name]:
            box.addItem(cut_name(cut, language), cut)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    box.setEnabled(box.count() > 1)
