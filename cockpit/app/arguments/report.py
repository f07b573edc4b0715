"""``report``: the indicators as files or on the terminal, and who gets them by e-mail."""

import argparse
import calendar
import re
from datetime import date
from functools import partial

from cockpit.app.arguments import values
from cockpit.app.arguments.texts import Parser, Texts
from cockpit.domain.errors import BadInputError
from cockpit.domain.indicators import Comparison, Cut
from cockpit.domain.report_schedules import Repetition, Span
from cockpit.domain.reports import (
    ATTACHABLE,
    COMPARED,
    CUTS,
    NARROWED,
    ReportFormat,
    ReportName,
)

SCHEDULE = "schedule"
ACTIONS = (*ReportName, SCHEDULE)
SCHEDULE_ACTIONS = ("list", "add", "remove")
OPTIONS = frozenset({"--from", "--to", "--by", "--compare", "--format", "--out", "--only",
                     "--force", "--every", "--about", "--hour"})  # fmt: skip
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_KEPT = argparse.SUPPRESS
_COMPARED = (Comparison.BEFORE, Comparison.YEAR)
_ALL = frozenset(Cut)


def add_report(commands: "argparse._SubParsersAction[Parser]", texts: Texts) -> None:
    """Add ``report``; what is left out stays as ``ReportOptions`` has it."""
    report = texts.command(commands, "report", "report")
    texts.add_common(report)
    names = texts.commands(report, "report_name", is_required=True)
    for name in ReportName:
        group = texts.add_common(texts.command(names, name, f"report_{name}", path="report"))
        for option, dest, convert in (("--from", "report_first", first_day),
                                      ("--to", "report_last", last_day)):  # fmt: skip
            group.add_argument(option, dest=dest, type=convert, default=_KEPT,
                               metavar=texts("report_day"), help=texts(dest))  # fmt: skip
        _add_about(group, texts, cuts=CUTS[name], narrowed_by=NARROWED[name],
                   is_compared=name in COMPARED)  # fmt: skip
        group.add_argument("--format", dest="report_format", default=_KEPT,
                           type=values.OneOf("--format", tuple(ReportFormat)),
                           metavar="|".join(ReportFormat), help=texts("report_format"))  # fmt: skip
        group.add_argument("--out", dest="report_file", type=values.FileName("--out"),
                           default=_KEPT, metavar=texts("file"),
                           help=texts("report_out"))  # fmt: skip
        group.add_argument("--force", dest="is_report_replacing", action="store_true",
                           default=_KEPT, help=texts("report_force"))  # fmt: skip
    _add_schedule(texts.command(names, SCHEDULE, "report_schedule", path="report"), texts)


def _add_schedule(schedule: Parser, texts: Texts) -> None:
    texts.add_common(schedule)
    actions = texts.commands(schedule, "schedule_action", is_required=True)

    def action(name: str) -> argparse._ArgumentGroup:
        key = f"report_schedule_{name}"
        return texts.add_common(texts.command(actions, name, key, path="report schedule"))

    action("list")
    add = action("add")
    add.add_argument("scheduled_report", type=values.OneOf(texts("report_form"), tuple(ReportName)),
                     metavar=texts("report_form"), help=", ".join(ReportName))  # fmt: skip
    add.add_argument("--every", dest="report_every", default=_KEPT,
                     type=values.OneOf("--every", tuple(Repetition)),
                     metavar="|".join(Repetition), help=texts("report_every"))  # fmt: skip
    add.add_argument("--about", dest="report_span", default=_KEPT,
                     type=values.OneOf("--about", tuple(Span)), metavar="|".join(Span),
                     help=texts("report_span"))  # fmt: skip
    add.add_argument("--hour", dest="report_hour", type=values.count, default=_KEPT,
                     metavar="0-23", help=texts("report_hour"))  # fmt: skip
    add.add_argument("--format", dest="report_format", default=_KEPT,
                     type=values.OneOf("--format", ATTACHABLE), metavar="|".join(ATTACHABLE),
                     help=texts("report_attached"))  # fmt: skip
    _add_about(add, texts, cuts=_ALL, narrowed_by=_ALL, is_compared=True)
    remove = action("remove")
    remove.add_argument("schedule_number", type=values.count, metavar="N",
                        help=texts("report_schedule_number"))  # fmt: skip


def _add_about(
    group: argparse._ArgumentGroup,
    texts: Texts,
    *,
    cuts: frozenset[Cut],
    narrowed_by: frozenset[Cut],
    is_compared: bool,
) -> None:
    """Add what a report can be divided by, compared with and narrowed to; nothing else."""
    if cuts:
        words = tuple(one for one in Cut if one in cuts)
        group.add_argument("--by", dest="report_cut", type=values.OneOf("--by", words),
                           default=_KEPT, metavar="|".join(words),
                           help=texts("report_cut"))  # fmt: skip
    if is_compared:
        group.add_argument("--compare", dest="report_comparison", default=_KEPT,
                           type=values.OneOf("--compare", _COMPARED), metavar="|".join(_COMPARED),
                           help=texts("report_comparison"))  # fmt: skip
    if narrowed_by:
        group.add_argument("--only", dest="report_only", action="append",
                           type=partial(narrowed, by=narrowed_by), default=_KEPT,
                           metavar=texts("report_only_form"),
                           help=texts("report_only"))  # fmt: skip


def first_day(text: str) -> date:
    """Return a day, or the first one of a month."""
    match = _MONTH.fullmatch(text)
    return values.day(text) if match is None else _month_begun(text)


def last_day(text: str) -> date:
    """Return a day, or the last one of a month."""
    match = _MONTH.fullmatch(text)
    if match is None:
        return values.day(text)
    first = _month_begun(text)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _month_begun(text: str) -> date:
    """Return the first day of a month, or refuse one that is none by what was typed."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise BadInputError("bad_day", value=text) from None


def narrowed(text: str, by: frozenset[Cut] = _ALL) -> tuple[Cut, tuple[str, ...]]:
    """Return a cut out of ``by`` and names of it, from ``seller=Ana,Bruno``."""
    name, _, names = text.partition("=")
    choices = tuple(one for one in Cut if one in by)
    if name.strip() not in set(Cut) or not names.strip():
        raise BadInputError("report_only_form", value=text, choices=", ".join(choices))
    values.OneOf("--only", choices)(name.strip())
    return Cut(name.strip()), tuple(one.strip() for one in names.split(","))
