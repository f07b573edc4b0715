"""``cycle fit``: parameters of the whole order book, and how good they are."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cockpit.analytics.order_events import Documents, documents
from cockpit.analytics.population.models import NamedFit, fit_named
from cockpit.analytics.population.summary import TimeUnit, summary_from_documents
from cockpit.app.lazy_session import open_portfolio
from cockpit.app.options import Options
from cockpit.app.order_source import open_documents, open_source
from cockpit.app.paths import Paths
from cockpit.app.report_text import ReportText, text_table, write_json, write_lines
from cockpit.domain.cycle_fit import CycleFit

OWN_MODEL = "k_grid"
_LONGEST_LIST = 8


def run(options: Options, paths: Paths) -> int:
    """Fit the chosen model to the order file or the database, and print what came out."""
    words = ReportText(options.language)
    if options.cycle.model != OWN_MODEL:
        _show_named(_named(options, paths), options, words)
        return 0
    if options.cycle.orders is not None:
        source = open_source(options.cycle.orders, options, until=options.cycle.until)
        _show(source.fit(), options, words, remark="")
        return 0
    with open_portfolio(_on_day(options), paths) as session:
        if _on_day(options).as_of is None:
            fit, remark = session.fits.refit(), words("stored")
        else:
            found = session.reports.fit()
            fit, remark = found or session.fits.refit(), words("not_stored")
    _show(fit, options, words, remark=remark)
    return 0


def _on_day(options: Options) -> Options:
    """Return the options with the last day that the fit may see as the day of the program."""
    return replace(options, as_of=options.cycle.until or options.as_of)


def _show(fit: CycleFit, options: Options, words: ReportText, *, remark: str) -> None:
    """Print the program's own model."""
    likelihood = _in_unit(fit, TimeUnit(options.cycle.unit))
    figures = replace(fit.figures, log_likelihood=likelihood)
    if options.format == "json":
        write_json(replace(fit, figures=figures))
        return
    title = words(
        "fit_title",
        engine=fit.engine,
        customers=words.counted("customer_count", fit.customer_count),
        start=words.day(fit.data_from_on),
        end=words.day(fit.data_until_on),
    )
    rows = [
        (words("log_likelihood"), words.number(likelihood)),
        (words("event_count"), words.count(figures.event_count)),
        (words("auc"), words.number(figures.auc)),
        (words("calibration_error"), words.number(figures.calibration_error)),
        (words("log_loss"), words.number(figures.log_loss)),
        (words("tested_on"), words.day(figures.tested_on)),
        (words("seconds"), words.number(figures.seconds)),
    ]
    published = [words("published")] if fit.is_published else []
    shown = [(name, text) for name, value in fit.parameters.items() if (text := _shown(value))]
    table = text_table(words.titles("parameter", "number"), [*shown, *rows])
    write_lines([title, *published, "", *table, *filter(None, ("", remark))])


def _in_unit(fit: CycleFit, unit: TimeUnit) -> float | None:
    """Return the log likelihood in another unit of time, which changes each interval's density."""
    likelihood = fit.figures.log_likelihood
    if likelihood is None:
        return None
    gaps = fit.figures.event_count - fit.customer_count
    return likelihood + gaps * math.log(unit.days)


def _shown(value: object) -> str:
    """Return a parameter as a table shows it; nothing where it is a long list."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return f"{value:.6g}"
    if isinstance(value, str):
        return value
    if isinstance(value, Sequence) and len(value) <= _LONGEST_LIST:
        parts = [_shown(one) for one in value]
        return " ".join(parts) if all(parts) else ""
    return ""


@dataclass(frozen=True, slots=True)
class _Named:
    """A named model's fit with what it was fitted to.

    Attributes:
        fit: The fit.
        until: The last day that it saw.
        seconds: What it took.
    """

    fit: NamedFit
    until: date
    seconds: float


def _named(options: Options, paths: Paths) -> _Named:
    """Fit a named model."""
    book, until = _documents(options, paths)
    started = time.perf_counter()
    summary = summary_from_documents(book, until=until, unit=TimeUnit(options.cycle.unit))
    fit = fit_named(options.cycle.model, summary)
    return _Named(fit, until, time.perf_counter() - started)


def _documents(options: Options, paths: Paths) -> tuple[Documents, date]:
    """Return the order book and the last day that the fit may see."""
    wanted = options.cycle.until or options.as_of
    if options.cycle.orders is not None:
        return open_documents(options.cycle.orders, _on_day(options))
    with open_portfolio(_on_day(options), paths) as session:
        clock = session.clock
        with session.database.read() as unit:
            orders = unit.order_book.columns(known_at=clock.known_at)
    return documents(orders), wanted or clock.today()


def _show_named(named: _Named, options: Options, words: ReportText) -> None:
    fit = named.fit
    if options.format == "json":
        write_json(
            {
                "model": fit.name,
                "unit": options.cycle.unit,
                "until": named.until,
                "customer_count": fit.customer_count,
                "parameters": dict(fit.parameters),
                "log_likelihood": fit.log_likelihood,
                "is_at_bound": fit.is_at_bound,
                "seconds": named.seconds,
            }
        )
        return
    title = words(
        "named_title",
        engine=fit.name,
        customers=words.counted("customer_count", fit.customer_count),
        end=words.day(named.until),
        unit=words(f"unit_{options.cycle.unit}"),
    )
    rows = [(name, f"{value:.6g}") for name, value in fit.parameters.items()]
    rows.append((words("log_likelihood"), words.number(fit.log_likelihood)))
    rows.append((words("seconds"), words.number(named.seconds)))
    bound = [words("at_bound")] if fit.is_at_bound else []
    table = text_table(words.titles("parameter", "number"), rows, numeric={1})
    write_lines([title, *bound, "", *table])
