"""``report``: the indicators of a period, on the terminal or in a file, and by e-mail."""

import csv
import io
import json
import sys
from datetime import date
from pathlib import Path

import resources
from cockpit.app.arguments.report import SCHEDULE
from cockpit.app.options import Options, ReportOptions
from cockpit.app.paths import Paths
from cockpit.app.report_text import channel_words
from cockpit.app.reporting import report_files_of, reports_of
from cockpit.app.session import Session
from cockpit.app.terminal import is_output_closed, is_unicode, one_line
from cockpit.app.wiring import open_session
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.indicators import Comparison, Cut, Question
from cockpit.domain.messages import MessageValue
from cockpit.domain.periods import Period, month_of
from cockpit.domain.reports import ReportDocument, ReportFormat, ReportName, ReportRequest
from cockpit.reports.words import ReportWords
from cockpit.services.reporting.narrowing import narrowing_of


def run(options: Options, paths: Paths) -> int:
    """Write the wanted report, or do what is asked of the schedules.

    Raises:
        BadInputError: What is asked for cannot be answered, or written there.
    """
    chosen = options.reporting
    if chosen.report_name == SCHEDULE:
        from cockpit.app.commands.report_schedules import run_schedules  # noqa: PLC0415

        with open_session(options, paths) as session:
            return run_schedules(session, options)
    file_format = format_of(chosen)
    if chosen.report_file is None and is_output_closed():
        raise BadInputError("output_not_written")
    is_there = chosen.report_file is not None and chosen.report_file.exists()
    if is_there and not chosen.is_report_replacing:
        raise BadInputError("export_file_exists", file=str(chosen.report_file))
    with open_session(options, paths) as session:
        request = _request(session, options)
        if chosen.report_file is not None:
            _write(session, request, file_format, chosen.report_file, options.language)
            return 0
        document = reports_of(session).document(request)
        session.audit.note_export(f"report_{document.name.value}", document.row_count)
    _print(document, file_format, options.language)
    return 0


def format_of(chosen: ReportOptions) -> ReportFormat:
    """Return what is to be written.

    Raises:
        BadInputError: It does not fit on a terminal, or the file's name does not say it.
    """
    file = chosen.report_file
    ending = "" if file is None else file.suffix.lower()
    known = {one.suffix: one for one in ReportFormat}
    if chosen.report_format:
        found = ReportFormat(chosen.report_format)
    else:
        if file is not None and ending not in known:
            choices = ", ".join(ReportFormat)
            raise BadInputError("orders_output_suffix", file=str(file), choices=choices)
        found = known.get(ending, ReportFormat.TEXT)
    if found.is_binary and file is None:
        raise BadInputError("report_needs_file", format=found.value.upper())
    return found


def period_of(chosen: ReportOptions, today: date) -> Period:
    """Return the wanted days; a month that is not over yet ends today.

    Raises:
        BadInputError: They end before they begin.
    """
    first, last = chosen.report_first, chosen.report_last
    if first is None:
        first = (last or today).replace(day=1)
    if last is None:
        last = month_of(first).last
        if first <= today < last:
            last = today
    return Period(first, last)


def _request(session: Session, options: Options) -> ReportRequest:
    chosen = options.reporting
    question = Question(
        period=period_of(chosen, session.clock.today()),
        comparison=Comparison(chosen.report_comparison or Comparison.NONE),
        cut=Cut(chosen.report_cut) if chosen.report_cut else None,
        narrowing=narrowing_of(
            session.database, chosen.report_only, channel_words(options.language)
        ),
        known_on=options.as_of,
    )
    return ReportRequest(ReportName(chosen.report_name), question)


def _write(
    session: Session,
    request: ReportRequest,
    file_format: ReportFormat,
    path: Path,
    language: Language,
) -> None:
    count = report_files_of(session).write(request, file_format, path, language)
    _say("report_written", language, file=str(path), count=count)


def _print(document: ReportDocument, file_format: ReportFormat, language: Language) -> None:
    """Write a report to the terminal, or to whoever reads on."""
    if file_format is ReportFormat.JSON:
        from cockpit.reports.json_report import json_of  # noqa: PLC0415 - one format per run

        text = json.dumps(json_of(document, language), ensure_ascii=not is_unicode(), indent=1)
        sys.stdout.write(text + "\n")
    elif file_format is ReportFormat.CSV:
        from cockpit.reports.csv_report import rows_of  # noqa: PLC0415 - see above

        lines = io.StringIO()
        writer = csv.writer(lines, delimiter=";", lineterminator="\n")
        writer.writerows(rows_of(document, ReportWords(language)))
        sys.stdout.write(lines.getvalue())
    else:
        from cockpit.reports.text_report import lines_of  # noqa: PLC0415 - see above

        for line in lines_of(document, language):
            sys.stdout.write(line + "\n")


def _say(key: str, language: Language, **values: MessageValue) -> None:
    """Write one of the command line's sentences."""
    sys.stdout.write(one_line(resources.text(f"cli.{key}", language, **values)) + "\n")
