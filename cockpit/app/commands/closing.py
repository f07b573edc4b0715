"""``closing``: closes months, lists and checks closed ones, and shows or sets the rule."""

import sys
from dataclasses import asdict

import resources
from cockpit.app.lazy_session import open_session
from cockpit.app.options import ClosingOptions, Options
from cockpit.app.paths import Paths
from cockpit.app.report_text import ReportText, text_table, write_json, write_lines
from cockpit.app.session import Session
from cockpit.domain import formats
from cockpit.domain.closing import Check, Closing, ClosingRule
from cockpit.domain.errors import BadInputError
from cockpit.domain.messages import MessageValue
from cockpit.domain.period_text import period_text
from cockpit.domain.periods import Period
from cockpit.domain.reactivation import CreditedDay, Totals, totals_of
from cockpit.services.frozen_periods import FrozenPeriodService

#: A closed period that cannot be worked out again.
DIFFERS = 4


class _Words(ReportText):
    """Speaks of closings."""

    def said(self, key: str, **values: MessageValue) -> str:
        """Return a sentence."""
        return resources.text(f"closing.{key}", self.language, **values)

    def period(self, period: Period) -> str:
        """Return a period as screens write it."""
        return period_text(period, self.language)

    def worth(self, one: Totals | CreditedDay) -> str:
        """Return a value with and without taxes."""
        value = formats.money(one.cents, self.language)
        goods = formats.money(one.goods_cents, self.language)
        return self.said("worth", value=value, goods=goods)


def run(options: Options, paths: Paths) -> int:
    """Do what is asked; ``DIFFERS`` where a check finds another figure."""
    asked, words = options.closing, _Words(options.language)
    with open_session(options, paths) as session:
        if asked.closing_action == "list":
            return _list(session, asked, words)
        if asked.closing_action == "close":
            return _close(session.frozen_periods, asked, words)
        if asked.closing_action == "check":
            return _check(session, asked, words)
        return _rule(session, asked, words)


def _list(session: Session, asked: ClosingOptions, words: _Words) -> int:
    found = session.frozen_periods.closings()
    if asked.is_closing_json:
        write_json([asdict(one) for one in found])
        return 0
    if not found:
        write_lines([words.said("none")])
        return 0
    keys = (
        "period", "closed_at", "author", "clients", "orders", "goods", "value", "adjusted",
    )  # fmt: skip
    titles = [words.said(f"column_{key}") for key in keys]
    rows = [_row(one, session, words) for one in found]
    write_lines(text_table(titles, rows))
    return 0


def _row(one: Closing, session: Session, words: _Words) -> tuple[str, ...]:
    at = one.frozen_at.astimezone(session.clock.zone)
    return (
        words.period(one.period),
        f"{at:%d/%m/%Y %H:%M}",
        one.author,
        words.count(one.totals.clients),
        words.count(one.totals.orders),
        words.money(one.totals.goods_cents),
        words.money(one.totals.cents),
        words.money(one.adjusted.cents),
    )


def _close(service: FrozenPeriodService, asked: ClosingOptions, words: _Words) -> int:
    """Close a month, or one after the other up to another."""
    first = asked.closing_month
    assert first is not None  # noqa: S101 - the parser demands it
    last = asked.closing_until or first
    for month in Period(first.first, last.last).months():
        frozen = service.close(month)
        totals = totals_of(frozen.credits)
        sentence = words.said(
            "closed",
            period=words.period(month),
            clients=words.count(totals.clients),
            value=words.worth(totals),
        )
        lines = [sentence]
        for of, days in frozen.corrections.items():
            worth = words.worth(totals_of(days))
            lines.append(words.said("corrected", period=words.period(of), value=worth))
        write_lines(lines)
        sys.stdout.flush()
    return 0


def _check(session: Session, asked: ClosingOptions, words: _Words) -> int:
    month = asked.closing_month
    assert month is not None  # noqa: S101 - the parser demands it
    service = session.frozen_periods
    periods = (one.period for one in service.closings())
    period = next((one for one in periods if month.first in one), month)
    found = service.check(period)
    if asked.is_closing_json:
        write_json({"is_equal": found.is_equal, **asdict(found)})
    else:
        write_lines(_told(found, words))
    return 0 if found.is_equal else DIFFERS


def _told(found: Check, words: _Words) -> list[str]:
    values = {
        "period": words.period(found.period),
        "value": words.worth(found.stored),
        "clients": words.count(found.stored.clients),
    }
    if found.is_equal:
        return [words.said("equal", **values)]
    lines = [words.said("differs", again=words.worth(found.again), **values)]
    for one in found.differing:
        face = found.faces.customers.get(one.customer_id)
        name = "" if face is None else f"{face.code} {face.name}"
        day = words.day(one.ordered_on)
        lines.append(words.said("difference", day=day, name=name, value=words.worth(one)))
    return lines


def _rule(session: Session, asked: ClosingOptions, words: _Words) -> int:
    """Set what is given, and tell what holds."""
    if asked.closing_day is not None and asked.is_never_closed:
        raise BadInputError("closing_day_and_never")
    if asked.closing_day is not None or asked.is_never_closed:
        session.frozen_periods.set_rule(ClosingRule(asked.closing_day))
    if asked.within_days is not None:
        session.reactivation.set_within_days(asked.within_days)
    days = session.reactivation.within_days().on(session.clock.today().toordinal())
    day = session.frozen_periods.rule().day
    lines = [words.said("within_days", days=days)]
    lines.append(words.said("never") if day is None else words.said("on_day", day=day))
    write_lines(lines)
    return 0
