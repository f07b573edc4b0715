"""Campaigns: what was done, and what it earned beside those who were left alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain.campaign_progress import Progress
from cockpit.domain.campaign_results import CampaignResult
from cockpit.domain.campaigns import CampaignState
from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.domain.reports import ReportName
from cockpit.domain.rights import Task
from cockpit.ui.context import UiContext
from cockpit.ui.indicators.figure_table import FigureColumn, FigureTable
from cockpit.ui.indicators.filters import Asked
from cockpit.ui.indicators.opens import Opens, those
from cockpit.ui.indicators.page import IndicatorPage, Read, Watch
from cockpit.ui.indicators.words import (
    NOTHING,
    count,
    points,
    reais,
    share,
    verdict_word,
)
from cockpit.ui.plots.category_plot import Category, CategoryPlot
from cockpit.ui.plots.interval_plot import IntervalPlot, Range

_MOST_BARS = 10


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """One campaign: how it goes on, and what it earned."""

    progress: Progress
    result: CampaignResult

    @property
    def name(self) -> str:
        """Return what it is called."""
        return self.result.row.plan.name


class CampaignsPage(IndicatorPage):
    """The page of campaigns.

    Attributes:
        shares: Who bought, of the called and of those left alone.
        uplift: By how much more, with its interval.
        table: One row per campaign.
    """

    report = ReportName.CAMPAIGNS
    needs = Task.EDIT_CAMPAIGNS
    figures = (
        Defined.CAMPAIGN_MEMBERS,
        Defined.HOLD_OUT,
        Defined.CAMPAIGN_BUYERS,
        Defined.UPLIFT,
        Defined.UPLIFT_INTERVAL,
    )

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.shares, self.uplift = CategoryPlot(ctx, self), IntervalPlot(ctx, self)
        self.table: FigureTable[CampaignLine] = FigureTable(
            ctx, self._columns(), is_strong=lambda _line: False, parent=self
        )
        self._add_cards(*self.figures[:3])
        self._add_plots(self.shares, self.uplift)
        self._add_table(self.table)

    @override
    def title(self) -> str:
        return self.tr("Campaigns")

    @override
    def reads(self, asked: Asked) -> Sequence[Read[Any]]:
        return (Read("campaigns", partial(_lines, self._ctx, asked), self._on_lines),)

    def _on_lines(self, lines: Sequence[CampaignLine]) -> None:
        language = self.language
        results = [one.result for one in lines]
        treated = [key for one in results for key in one.treated.customer_ids]
        held_out = [key for one in results for key in one.held_out.customer_ids]
        buyers = [
            key for one in results for key in (*one.treated.buyer_ids, *one.held_out.buyer_ids)
        ]
        for figure, found in (
            (Defined.CAMPAIGN_MEMBERS, [*treated, *held_out]),
            (Defined.HOLD_OUT, held_out),
            (Defined.CAMPAIGN_BUYERS, buyers),
        ):
            keys = list(dict.fromkeys(found))
            self.cards[figure].show_figure(len(keys), None, count, language, opens=those(keys))
        self._say("" if lines else self.tr("No campaign ran in this period."))
        self.shares.setVisible(bool(lines))
        self.table.setVisible(bool(lines))
        self._show_shares(results[:_MOST_BARS])
        self._show_uplift(results[:_MOST_BARS])
        self.table.set_rows(lines)
        self.table.setAccessibleName(self.tr("Campaigns of the period"))

    def _show_shares(self, results: Sequence[CampaignResult]) -> None:
        language = self.language
        bars = [
            Category(
                one.row.plan.name,
                one.treated.rate or 0.0,
                share(one.treated.rate, language),
                self.tr("{name}: {share} of the called bought, {other} of those left alone").format(
                    name=one.row.plan.name,
                    share=share(one.treated.rate, language),
                    other=share(one.held_out.rate, language),
                ),
                those(one.treated.buyer_ids),
                one.held_out.rate,
            )
            for one in results
        ]
        self.shares.show_categories(
            self.tr("Who bought"),
            "",
            bars,
            now=self.tr("called"),
            before=self.tr("left alone") if any(one.held_out.members for one in results) else "",
        )

    def _show_uplift(self, results: Sequence[CampaignResult]) -> None:
        language = self.language
        ranges = [
            Range(
                one.row.plan.name,
                one.rate.interval.low,
                one.rate.difference or 0.0,
                one.rate.interval.high,
                self.tr("{name}: {points}, between {low} and {high}; {verdict}").format(
                    name=one.row.plan.name,
                    points=points(one.rate.difference, language),
                    low=points(one.rate.interval.low, language),
                    high=points(one.rate.interval.high, language),
                    verdict=verdict_word(one.rate.verdict),
                ),
                those(one.treated.buyer_ids),
                one.rate.interval.low > 0 or one.rate.interval.high < 0,
            )
            for one in results
            if one.rate.interval is not None
        ]
        self.uplift.setVisible(bool(ranges))
        self.uplift.show_ranges(
            self.tr("By how much more the called bought (95%)"), "", ranges, points
        )

    def _columns(self) -> tuple[FigureColumn[CampaignLine], ...]:
        def column(
            title: Callable[[], str],
            show: Callable[[CampaignLine, Language], str],
            opens: Callable[[CampaignLine], Opens | None],
            figure: Defined | None = None,
        ) -> FigureColumn[CampaignLine]:
            return FigureColumn(title, show, opens, figure=figure)

        return (
            FigureColumn(lambda: self.tr("Campaign"), lambda one, _: one.name, is_figure=False),
            column(lambda: self.tr("Called"),
                   lambda one, lang: count(one.result.treated.members, lang),
                   lambda one: those(one.result.treated.customer_ids), Defined.CAMPAIGN_MEMBERS),
            column(lambda: self.tr("Left alone"),
                   lambda one, lang: count(one.result.held_out.members, lang),
                   lambda one: those(one.result.held_out.customer_ids), Defined.HOLD_OUT),
            column(lambda: self.tr("Contacted"),
                   lambda one, lang: count(one.progress.figures.contacted, lang),
                   lambda one: those(one.progress.contacted_ids)),
            column(lambda: self.tr("Reached"),
                   lambda one, lang: count(one.progress.figures.reached, lang),
                   lambda one: those(one.progress.reached_ids)),
            column(lambda: self.tr("Bought: called"),
                   lambda one, lang: _bought(one.result.treated.buyers, one.result.treated.rate,
                                             lang),
                   lambda one: those(one.result.treated.buyer_ids), Defined.CAMPAIGN_BUYERS),
            column(lambda: self.tr("Bought: left alone"),
                   lambda one, lang: _bought(one.result.held_out.buyers, one.result.held_out.rate,
                                             lang),
                   lambda one: those(one.result.held_out.buyer_ids), Defined.CAMPAIGN_BUYERS),
            column(lambda: self.tr("Gain"),
                   lambda one, lang: points(one.result.rate.difference, lang),
                   lambda one: those(one.result.treated.buyer_ids), Defined.UPLIFT),
            column(lambda: self.tr("Interval"), _interval,
                   lambda one: those(one.result.treated.buyer_ids), Defined.UPLIFT_INTERVAL),
            FigureColumn(lambda: self.tr("Verdict"),
                         lambda one, _: verdict_word(one.result.rate.verdict), is_figure=False),
            column(lambda: self.tr("Credited, R$"),
                   lambda one, lang: reais(one.result.credited.cents, lang),
                   lambda one: those(one.result.credited.customer_ids), Defined.RECOVERED),
        )  # fmt: skip


def _bought(buyers: int, rate: float | None, language: Language) -> str:
    if rate is None:
        return NOTHING
    return f"{count(buyers, language)} ({share(rate, language)})"


def _interval(one: CampaignLine, language: Language) -> str:
    found = one.result.rate.interval
    if found is None:
        return NOTHING
    return f"{points(found.low, language)} … {points(found.high, language)}"


def _lines(ctx: UiContext, asked: Asked, watch: Watch) -> list[CampaignLine]:
    """Return the campaigns that ran in the period, the latest begun first."""
    service, found = ctx.campaigns(), []
    for row in service.rows(with_archived=True):
        plan = row.plan
        has_run = row.state not in {CampaignState.DRAFT, CampaignState.PLANNED}
        if has_run and plan.starts_on <= asked.period.last and plan.ends_on >= asked.period.first:
            if watch[0]():
                break
            key = row.campaign_id
            found.append(CampaignLine(service.progress(key), service.result(key)))
    return found
