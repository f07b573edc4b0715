"""Words of the notices, translated when they are asked for."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.clock import Clock
from cockpit.domain.collisions import Collision, Talk
from cockpit.domain.formats import Language
from cockpit.domain.notices import (
    Audience,
    Digest,
    LeftCustomer,
    NoticeKind,
    Periodicity,
    PortfolioState,
)
from cockpit.ui.collision_words import collision_explanation, collision_headline
from cockpit.ui.widgets.record_table import RIGHT, Column
from cockpit.ui.words import channel_word, status_word

translate = QCoreApplication.translate

Told = Digest | Collision


def headline(told: Told, reader_id: UUID, language: Language) -> str:
    """Return a notice in one line."""
    if isinstance(told, Collision):
        return collision_headline(told, reader_id)
    return _digest_headline(told, language)


def _digest_headline(digest: Digest, language: Language) -> str:
    if digest.kind is NoticeKind.CYCLE_LEFT:
        count, cents = digest.customer_count, digest.customer_cents
        words = translate("Notices", "{count} customers left the cycle: {money} at risk")
        if count == 1:
            words = translate("Notices", "1 customer left the cycle: {money} at risk")
    else:
        total = digest.total
        count, cents = total.inactive, total.at_risk_cents
        words = translate("Notices", "Portfolios: {count} inactive, {money} at risk")
    money = formats.money(cents, language)
    return words.format(count=formats.integer(count, language), money=money)


def short_headline(told: Told, language: Language) -> str:
    """Return a notice in few words, for the list of many."""
    if isinstance(told, Collision):
        return translate("Notices", "Two talked with one client")
    return _short_digest(told, language)


def _short_digest(digest: Digest, language: Language) -> str:
    if digest.kind is NoticeKind.PORTFOLIOS:
        return translate("Notices", "How the portfolios stand")
    if digest.customer_count == 1:
        return translate("Notices", "1 customer left the cycle")
    words = translate("Notices", "{count} customers left the cycle")
    return words.format(count=formats.integer(digest.customer_count, language))


def explanation(told: Told) -> str:
    """Return what a notice's table holds."""
    return collision_explanation(told) if isinstance(told, Collision) else _digest_explanation(told)


def _digest_explanation(digest: Digest) -> str:
    if digest.kind is NoticeKind.CYCLE_LEFT:
        words = translate("Notices", "Silent for longer than they usually are, since {day}.")
        return words.format(day=formats.day(digest.since_on))
    words = translate("Notices", "How the portfolios stood on {day}.")
    return words.format(day=formats.day(digest.until_on))


def left_out(digest: Digest, language: Language) -> str:
    """Return how many customers the table leaves out; empty where it leaves out nobody."""
    count = digest.customer_count - len(digest.customers)
    if count <= 0:
        return ""
    words = translate("Notices", "And {count} more: see them all in the list.")
    return words.format(count=formats.integer(count, language))


def audience_word(audience: Audience) -> str:
    """Return who an audience is."""
    return {
        Audience.SELLERS: translate("Notices", "Sellers"),
        Audience.SUPERVISORS: translate("Notices", "Supervisors"),
        Audience.MANAGERS: translate("Notices", "Managers"),
    }[audience]


def periodicity_word(periodicity: Periodicity) -> str:
    """Return how often."""
    return {
        Periodicity.DAILY: translate("Notices", "Monday to Friday"),
        Periodicity.WEEKLY: translate("Notices", "Once a week"),
        Periodicity.OFF: translate("Notices", "Never"),
    }[periodicity]


def customer_columns() -> tuple[Column[LeftCustomer], ...]:
    """Return the columns of those who left their cycle; the name takes the room."""
    return (
        Column(lambda: translate("Notices", "Customer"), _name),
        Column(
            lambda: translate("Notices", "Status"), lambda one, _language: status_word(one.status)
        ),
        Column(lambda: translate("Notices", "Last order"), _last_order, RIGHT),
        Column(
            lambda: translate("Notices", "Every"),
            lambda one, language: _days(one.frequency_days, language),
            RIGHT,
            explain=lambda: translate("Notices", "How often the customer usually buys"),
        ),
        Column(
            lambda: translate("Notices", "Silent for"),
            lambda one, language: _days(one.silence_days, language),
            RIGHT,
        ),
        Column(
            lambda: translate("Notices", "R$ at risk"),
            lambda one, language: formats.money(one.at_risk_cents, language),
            RIGHT,
        ),
    )


def talk_columns(reader_id: UUID, clock: Clock) -> tuple[Column[Talk], ...]:
    """Return the columns of the two who talked with one client; the name takes the room."""

    def who(one: Talk, _language: Language) -> str:
        if one.user_id == reader_id:
            return translate("Notices", "You")
        return one.who or translate("Notices", "A colleague")

    return (
        Column(lambda: translate("Notices", "Who"), who),
        Column(
            lambda: translate("Notices", "When"),
            lambda one, _language: formats.moment(one.at, clock.zone),
        ),
        Column(
            lambda: translate("Notices", "How"),
            lambda one, _language: "" if one.channel is None else channel_word(one.channel),
        ),
        Column(lambda: translate("Notices", "Result"), lambda one, _language: one.outcome),
    )


def portfolio_columns() -> tuple[Column[PortfolioState], ...]:
    """Return the columns of the portfolios; the owner takes the room."""
    return (
        Column(lambda: translate("Notices", "Portfolio"), _owner),
        _count(lambda: translate("Notices", "Active"), lambda one: one.active),
        _count(lambda: translate("Notices", "At risk"), lambda one: one.at_risk),
        _count(lambda: translate("Notices", "Inactive"), lambda one: one.inactive),
        _count(lambda: translate("Notices", "Lost"), lambda one: one.lost),
        Column(
            lambda: translate("Notices", "R$ at risk"),
            lambda one, language: formats.money(one.at_risk_cents, language),
            RIGHT,
        ),
        Column(
            lambda: translate("Notices", "R$ lost so far"),
            lambda one, language: formats.money(one.lost_cents, language),
            RIGHT,
        ),
    )


def _count(
    title: Callable[[], str], count: Callable[[PortfolioState], int]
) -> Column[PortfolioState]:
    return Column(title, lambda one, language: formats.integer(count(one), language), RIGHT)


def _name(one: LeftCustomer, _language: Language) -> str:
    return one.name or translate("Notices", "Removed customer")


def total_of(digest: Digest) -> PortfolioState:
    """Return all portfolios together, as the table's last row."""
    return replace(digest.total, owner_name=translate("Notices", "Total"))


def _owner(one: PortfolioState, _language: Language) -> str:
    return one.owner_name or translate("Notices", "Nobody's")


def _last_order(one: LeftCustomer, _language: Language) -> str:
    return "" if one.last_order_on is None else formats.day(one.last_order_on)


def _days(count: float | None, language: Language) -> str:
    if count is None:
        return ""
    words = translate("Notices", "{count} days")
    if round(count) == 1:
        words = translate("Notices", "1 day")
    return words.format(count=formats.integer(round(count), language))
