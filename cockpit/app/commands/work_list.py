"""``worklist``: the cockpit's list on the terminal, in the same order."""

import csv
import io
import json
import shutil
import sys
from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum

import resources
from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.terminal import is_unicode
from cockpit.app.wiring import open_session
from cockpit.domain import formats
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.eligibility import Bar
from cockpit.domain.filters import Condition, Filter, Operator
from cockpit.domain.formats import Language
from cockpit.domain.list_query import ListQuery
from cockpit.domain.vocabulary import LifecycleStatus, Light, Trend
from cockpit.domain.work_list import ROW_FIELDS, CustomerRow
from cockpit.services.ports import WorkTable

ARROWS = {Trend.UP: "↑", Trend.FLAT: "→", Trend.DOWN: "↓"}
NARROWEST_NAME = 30
# A spreadsheet runs a cell that begins with one of these, or its full-width twin, as a formula
# (https://owasp.org/www-community/attacks/CSV_Injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def run(options: Options, paths: Paths) -> int:
    """Print the work list of the chosen database."""
    with open_session(options, paths) as session:
        work_list = session.work_list.load()
    sys.stdout.write(render(work_list, options))
    return 0


def render(work_list: WorkTable, options: Options) -> str:
    """Return the wanted part of the list in the wanted format."""
    rows = _chosen(work_list, options)
    if options.format == "json":
        documents = [_as_document(row) for row in rows]
        return json.dumps(documents, ensure_ascii=not is_unicode(), indent=1) + "\n"
    if options.format == "csv":
        return _as_csv(rows, options.language)
    if not rows:
        key = "cli.list_empty_status" if len(work_list) else "cli.list_empty"
        return resources.text(key, options.language) + "\n"
    return _as_table(rows, len(work_list), work_list.as_of, options.language)


def _chosen(work_list: WorkTable, options: Options) -> list[CustomerRow]:
    wanted = None
    if options.statuses:
        wanted = Filter((Condition("status", Operator.ONE_OF, tuple(options.statuses)),))
    return listed_rows(work_list, ListQuery(filter=wanted), limit=options.limit)


def _as_document(row: CustomerRow) -> dict[str, object]:
    """Return a row for JSON: days and instants in ISO 8601, money in whole cents."""
    document: dict[str, object] = {}
    for name in ROW_FIELDS:
        value = getattr(row, name)
        if isinstance(value, (date, datetime)):
            value = value.isoformat()
        elif isinstance(value, float):
            value = round(value, 4)
        elif isinstance(value, Light):
            value = value.name.lower()
        elif name == "customer_id":
            value = str(value)
        document[name] = value
    return document


def _as_csv(rows: Sequence[CustomerRow], language: Language) -> str:
    """Return rows as a Brazilian spreadsheet reads them: semicolons, decimal comma."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\n")
    writer.writerow(resources.text(f"columns.{name}", language) for name in ROW_FIELDS[1:])
    for row in rows:
        writer.writerow(_cell(name, getattr(row, name), language) for name in ROW_FIELDS[1:])
    return target.getvalue()


def _cell(name: str, value: object, language: Language) -> str:
    """Return a value as a spreadsheet's cell."""
    if value is None:
        return ""
    if isinstance(value, (Enum, bool)):
        return _word(value, language)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_STARTS) else value
    return _figure(name, value, language)


def _word(value: Enum | bool, language: Language) -> str:
    """Return the word for a code, a light, or yes and no."""
    match value:
        case Trend():
            return ARROWS[value]
        case Light():
            key = f"columns.light_{value.name.lower()}"
        case LifecycleStatus():
            key = f"status.{value}"
        case Bar():
            key = f"queue.bar_{value}"
        case _:
            key = "columns.yes" if value else "columns.no"
    return resources.text(key, language)


def _figure(name: str, value: object, language: Language) -> str:
    """Return an instant, a day, an amount or a number as a spreadsheet reads it."""
    match value:
        case datetime():
            return formats.moment(value, DEFAULT_ZONE)
        case date():
            return formats.day(value)
        case int() if name.endswith("_cents"):
            return formats.money(value, language, symbol=False)
        case float():
            return formats.decimal(value, language, places=2)
    return str(value)


def _as_table(rows: Sequence[CustomerRow], total: int, as_of: date, language: Language) -> str:
    lines = [_table_line(row, language) for row in rows]
    titles = [
        resources.text(f"columns.short_{name}", language)
        for name in ("trend", "client", "phone", "last_order", "frequency", "recency", "cycles",
                     "value", "at_risk", "next_contact", "status", "queue")
    ]  # fmt: skip
    widths = [max(map(len, column)) for column in zip(titles, *lines, strict=True)]
    room = shutil.get_terminal_size((120, 40)).columns - sum(widths) - 2 * (len(widths) - 1)
    widths[1] = max(NARROWEST_NAME, min(widths[1], widths[1] + room))
    numeric = {4, 5, 6, 7, 8}

    def line(cells: Sequence[str]) -> str:
        return "  ".join(
            cell.rjust(width) if index in numeric else cell[:width].ljust(width)
            for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ).rstrip()

    title = resources.text(
        "cli.list_title", language, shown=len(rows), total=total, day=as_of,
        money=formats.money(sum(row.at_risk_cents for row in rows), language, symbol=False),
    )  # fmt: skip
    return "\n".join((title, "", line(titles), *map(line, lines))) + "\n"


def _table_line(row: CustomerRow, language: Language) -> list[str]:
    code = f"{row.code} - " if row.code else ""
    return [
        ARROWS[row.trend],
        code + row.name,
        row.phone,
        formats.day(row.last_order_on) if row.last_order_on else "",
        "" if row.frequency_days is None else formats.decimal(row.frequency_days, language, 0),
        "" if row.recency_days is None else formats.integer(row.recency_days, language),
        "" if row.cycles_late is None else formats.decimal(row.cycles_late, language),
        formats.money(row.value_cents, language, symbol=False),
        formats.money(row.at_risk_cents, language, symbol=False),
        _next_contact(row),
        resources.text(f"status.{row.status}", language),
        "" if row.bar is None else resources.text(f"queue.bar_{row.bar}", language),
    ]


def _next_contact(row: CustomerRow) -> str:
    if row.next_contact_at is None:
        return ""
    shown = formats.moment(row.next_contact_at, DEFAULT_ZONE)
    return shown if row.next_contact_has_time else shown.partition(" ")[0]
