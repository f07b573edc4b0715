"""``cycle backtest`` and ``cycle histogram``: what the whole portfolio says."""

from collections.abc import Sequence

from cockpit.analytics.file_book import parameters_for
from cockpit.app.lazy_session import open_portfolio
from cockpit.app.options import Options
from cockpit.app.order_source import OrderSource, never, open_source
from cockpit.app.paths import Paths
from cockpit.app.report_text import ReportText, text_table, write_json, write_lines
from cockpit.domain.cycle_policy import PolicyBook
from cockpit.domain.cycle_reports import Backtest, GapBin, GapHistogram, ReturnRow

_BAR = 30


def run(options: Options, paths: Paths) -> int:
    """Print the wanted report on the order file or the database."""
    words = ReportText(options.language)
    if options.cycle.action == "backtest":
        backtest = _backtest(options, paths)
        if options.format == "json":
            write_json(backtest)
        else:
            write_lines(backtest_lines(backtest, words))
        return 0
    histogram = _histogram(options, paths)
    if options.format == "json":
        write_json(histogram)
    else:
        write_lines(histogram_lines(histogram, words))
    return 0


def _backtest(options: Options, paths: Paths) -> Backtest:
    if options.cycle.orders is None:
        with open_portfolio(options, paths) as session:
            return session.reports.backtest()
    source = open_source(options.cycle.orders, options)
    book = source.book
    return source.analyst.backtest(
        book.statistics, book.standing, PolicyBook(), as_of=book.as_of, is_cancelled=never
    )


def _histogram(options: Options, paths: Paths) -> GapHistogram:
    is_per_customer = not options.cycle.is_per_gap
    if options.cycle.orders is None:
        with open_portfolio(options, paths) as session:
            return session.reports.histogram(is_per_customer=is_per_customer)
    source = open_source(options.cycle.orders, options)
    return _file_histogram(source, is_per_customer=is_per_customer)


def _file_histogram(source: OrderSource, *, is_per_customer: bool) -> GapHistogram:
    book = source.book
    verdicts = source.scores(parameters_for(book), PolicyBook()).verdicts
    return source.analyst.histogram(
        book.statistics,
        verdicts,
        book.standing,
        as_of=book.as_of,
        is_per_customer=is_per_customer,
    )


def backtest_lines(backtest: Backtest, words: ReportText) -> list[str]:
    """Return the backtest as text: scores, calibration, and who came back by themselves."""
    if not backtest.cutoffs:
        return [words("backtest_short", day=backtest.as_of)]
    title = words.counted(
        "backtest_title",
        len(backtest.cutoffs),
        days=backtest.horizon_days,
        day=backtest.as_of,
    )
    scores = [
        (
            words(f"score_{row.score}"),
            words.number(row.auc),
            words.share(row.value_caught),
            words.number(row.calibration_error),
            words.share(row.chronic_share),
        )
        for row in backtest.rows
    ]
    bins = [
        (words.share(one.predicted), words.share(one.observed), words.count(one.count))
        for one in backtest.calibration
    ]
    lines = [title, ""]
    lines += text_table(
        words.titles("score", "auc", "value_caught", "calibration_error", "chronic"),
        scores,
        numeric={1, 2, 3, 4},
    )
    lines += ["", words("calibration_title", days=backtest.horizon_days)]
    lines += text_table(words.titles("predicted", "observed", "customers"), bins, numeric={0, 1, 2})
    lines += ["", *(_returned(row, words) for row in backtest.returns)]
    if backtest.lost_factor is not None:
        lines.append(words("lost_factor", factor=words.number(backtest.lost_factor, 2)))
    return lines


def _returned(row: ReturnRow, words: ReportText) -> str:
    return words(
        f"returns_{row.rule}",
        marked=row.marked_count,
        day=row.marked_on,
        returned=row.returned_count,
        share=round(100 * row.returned_share),
    )


def histogram_lines(histogram: GapHistogram, words: ReportText) -> list[str]:
    """Return the histogram as text: bins with bars, the concentration, and fixed alerts."""
    title = words(
        "histogram_title",
        customers=words.counted("customer_count", histogram.customer_count),
        gaps=words.counted("gap_count", histogram.gap_count),
        open=words.counted("open_gap_count", histogram.open_gap_count),
    )
    weight = words("per_customer" if histogram.is_per_customer else "per_gap")
    concentration = words(
        "concentration",
        share=round(100 * histogram.concentration_share),
        low=histogram.concentration_low_days,
        high=histogram.concentration_high_days,
    )
    thresholds = [
        (
            words("threshold_days", days=row.days),
            words.count(row.flagged_count),
            words.share(row.flagged_share),
            words.share(row.false_alarm_share),
        )
        for row in histogram.thresholds
    ]
    titles = words.titles("threshold", "flagged", "share", "false_alarms")
    return [
        title, weight, "",
        *_bin_lines(histogram.bins, words), "",
        concentration, "",
        *text_table(titles, thresholds, numeric={1, 2, 3}),
    ]  # fmt: skip


def _bin_lines(bins: Sequence[GapBin], words: ReportText) -> list[str]:
    most = max((one.share for one in bins), default=0.0) or 1.0
    rows = [
        (
            words("days_open", low=one.low_days)
            if one.high_days is None
            else words("days_range", low=one.low_days, high=one.high_days),
            words.share(one.share),
            words.count(one.count),
            "#" * round(_BAR * one.share / most),
        )
        for one in bins
    ]
    return text_table([*words.titles("gap", "share", "count"), ""], rows, numeric={1, 2})
