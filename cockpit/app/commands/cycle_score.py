"""``cycle score``: every customer's figures for other programs, in the order of calling."""

import sys
from pathlib import Path

import resources
from cockpit.analytics.engine import parameters_of
from cockpit.analytics.file_book import parameters_for
from cockpit.analytics.score_table import FORMATS, ScoreTable, scored
from cockpit.app.explanations import explanations
from cockpit.app.lazy_session import open_portfolio
from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.order_source import open_source
from cockpit.app.paths import Paths
from cockpit.app.report_text import ReportText
from cockpit.app.terminal import complain
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.errors import BadInputError

_FORMAT_OF = {"": "csv", ".txt": "csv", **{f".{form}": form for form in FORMATS}}


def run(options: Options, paths: Paths) -> int:
    """Score the customers of the order file, or of the database, and write the table.

    Raises:
        BadInputError: The file cannot be used, or the output cannot be written.
    """
    form = _form(options)
    _check_output(options, form)
    orders, output = options.cycle.orders, options.cycle.output
    table = _of_database(options, paths) if orders is None else _of_file(orders, options)
    content = table.as_bytes(form)
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return 0
    try:
        output.write_bytes(content)
    except OSError as error:
        raise BadInputError("orders_output_folder", file=str(output)) from error
    complain(ReportText(options.language).counted("written", len(table), file=str(output)))
    return 0


def _form(options: Options) -> str:
    """Return the wanted format: the one that is named, else the output's suffix, else CSV.

    Raises:
        BadInputError: The suffix is another program's, and no format is named.
    """
    if options.format in FORMATS:
        return options.format
    output = options.cycle.output
    form = _FORMAT_OF.get(output.suffix.lower() if output else "")
    if form is None:
        raise BadInputError("orders_output_suffix", file=str(output), choices=", ".join(FORMATS))
    return form


def _check_output(options: Options, form: str) -> None:
    """Refuse an output that would be lost, before anything is computed.

    Raises:
        BadInputError: It is the order file itself, or bytes would go to a terminal.
    """
    output, orders = options.cycle.output, options.cycle.orders
    if output is None:
        if form == "parquet" and sys.stdout.isatty():
            raise BadInputError("orders_output_terminal")
        return
    if not output.parent.is_dir() or output.is_dir():
        raise BadInputError("orders_output_folder", file=str(output))
    if orders is not None and output.exists() and orders.exists() and output.samefile(orders):
        raise BadInputError("orders_output_is_input", file=str(output))


def _of_file(orders: Path, options: Options) -> ScoreTable:
    """Score an order file's customers with parameters fitted to the file itself."""
    source = open_source(orders, options)
    book, policies = source.book, PolicyBook()
    parameters = parameters_for(book)
    if parameters.is_published:
        complain(resources.text("report.published", options.language))
    scores = source.scores(parameters, policies)
    sentences = explanations(
        book.statistics,
        book.standing,
        policies,
        scores.verdicts,
        is_prior_published=parameters.is_published,
        as_of=book.as_of,
        language=options.language,
    )
    table = scores.table({"customer": book.customers}, list(sentences))
    return table.in_order(scores.calling_rows())


def _of_database(options: Options, paths: Paths) -> ScoreTable:
    """Score the database's customers as its list does: by stored parameters and policies."""
    with open_portfolio(options, paths) as session:
        listed = listed_rows(session.work_list.load())
        with session.database.read() as unit:
            state = session.reports.states.everyone(unit)
    scores = scored(
        state.statistics,
        state.standing,
        state.policies,
        parameters_of(state.fit),
        as_of=state.as_of,
    )
    sentences = explanations(
        state.statistics,
        state.standing,
        state.policies,
        scores.verdicts,
        is_prior_published=state.is_prior_published,
        as_of=state.as_of,
        language=options.language,
    )
    keys = [str(key) for key in state.statistics.customer_id]
    place_of = {str(row.customer_id): place for place, row in enumerate(listed)}
    who = {
        "customer": keys,
        "code": [listed[place_of[key]].code for key in keys],
        "name": [listed[place_of[key]].name for key in keys],
    }
    rows = sorted(range(len(keys)), key=[place_of[key] for key in keys].__getitem__)
    return scores.table(who, list(sentences)).in_order(rows)
