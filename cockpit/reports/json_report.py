"""Reports for programs: the values as they are, days in ISO 8601, money in cents."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from cockpit.domain.formats import Language
from cockpit.domain.messages import Message
from cockpit.domain.periods import Period
from cockpit.domain.reports import ReportCell, ReportDocument, ReportTable
from cockpit.reports.words import ReportWords
from cockpit.services.ports import OnRow, nobody_counts


class JsonReport:
    """Writes reports as one JSON document."""

    def write_report(
        self,
        path: Path,
        document: ReportDocument,
        language: Language,
        on_row: OnRow = nobody_counts,
    ) -> None:
        """Write a report to a new file; see ``ReportWriter``."""
        text = json.dumps(json_of(document, language, on_row), ensure_ascii=False, indent=1)
        path.write_text(text + "\n", encoding="utf-8")


def json_of(
    document: ReportDocument, language: Language, on_row: OnRow = nobody_counts
) -> Mapping[str, Any]:
    """Return a report as JSON; names of columns are the same in every language."""
    words = ReportWords(language)
    return {
        "report": document.name.value,
        "title": words.say(document.title),
        "company": document.company,
        "period": _period(document.period),
        "compared": None if document.compared is None else _period(document.compared),
        "by": None if document.cut is None else document.cut.value,
        "only": {
            one.cut.value: [words.name(name) for name in one.names] for one in document.narrowed
        },
        "known_on": None if document.known_on is None else document.known_on.isoformat(),
        "made_at": document.made_at.isoformat(),
        "made_by": document.made_by,
        "figures": {
            one.figure.value: {"kind": one.kind.value, "value": one.value, "before": one.before}
            for one in document.figures
        },
        "tables": {table.name: _table(table, words, on_row) for table in document.tables},
        "notes": [words.say(note) for note in document.notes],
    }


def _period(period: Period) -> dict[str, str]:
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}


def _table(table: ReportTable, words: ReportWords, on_row: OnRow) -> dict[str, Any]:
    names = [column.name for column in table.columns]

    def row(cells: tuple[ReportCell, ...]) -> dict[str, Any]:
        return {name: _cell(cell, words) for name, cell in zip(names, cells, strict=True)}

    rows = []
    for cells in table.rows:
        rows.append(row(cells))
        on_row()
    return {
        "columns": [{"name": one.name, "kind": one.kind.value} for one in table.columns],
        "rows": rows,
        "total": row(table.total) if table.total else None,
    }


def _cell(cell: ReportCell, words: ReportWords) -> str | float | None:
    if isinstance(cell, Message):
        return words.say(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
