"""What happened, or would happen, to each file: a table of counts."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.import_results import ImportRun, ImportSummary
from cockpit.ui.imports.words import kind_word
from cockpit.ui.widgets.record_table import RIGHT, Column

translate = QCoreApplication.translate


def count_columns() -> tuple[Column[Any], ...]:
    """Return the columns of the five ends, for anything that has ``counts``."""
    return (
        _count(lambda: translate("ImportCounts", "New"), "new"),
        _count(lambda: translate("ImportCounts", "Changed"), "changed"),
        _count(lambda: translate("ImportCounts", "Unchanged"), "unchanged"),
        _count(lambda: translate("ImportCounts", "Warnings"), "flagged", "warning"),
        _count(lambda: translate("ImportCounts", "Rejected"), "rejected", "danger"),
    )


def summary_columns() -> tuple[Column[ImportSummary], ...]:
    """Return the columns of a trial's files."""
    return (
        Column(lambda: translate("ImportCounts", "File"), lambda one, _language: one.file_name),
        Column(
            lambda: translate("ImportCounts", "What it is"),
            lambda one, _language: kind_word(one.kind),
        ),
        Column(
            lambda: translate("ImportCounts", "Lines"),
            lambda one, language: formats.integer(one.counts.total, language),
            RIGHT,
        ),
        *count_columns(),
    )


def run_columns() -> tuple[Column[ImportRun], ...]:
    """Return the columns of imports that were made together."""
    return (
        Column(
            lambda: translate("ImportCounts", "File"),
            lambda one, _language: one.source.file_name,
        ),
        Column(
            lambda: translate("ImportCounts", "What it is"),
            lambda one, _language: kind_word(one.source.kind),
        ),
        Column(
            lambda: translate("ImportCounts", "Lines"),
            lambda one, language: formats.integer(one.counts.total, language),
            RIGHT,
        ),
        *count_columns(),
    )


def odd_lines(run: ImportRun) -> int:
    """Return how many lines of an import have a warning or were rejected."""
    return run.counts.flagged + run.counts.rejected


def _count(title: Callable[[], str], name: str, ink: str = "ink") -> Column[Any]:
    value = attrgetter(name)

    def show(one: Any, language: Language) -> str:
        count: int = value(one.counts)
        return formats.integer(count, language) if count else "–"

    return Column(title, show, RIGHT, ink=lambda one: ink if value(one.counts) else "ink_quiet")
