"""The columns of the closed periods."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.closing import Closing
from cockpit.domain.formats import Language
from cockpit.domain.period_text import period_text
from cockpit.domain.reactivation import Totals
from cockpit.ui.indicators.words import NOTHING, signed_money
from cockpit.ui.widgets.record_table import RIGHT, Column

translate = QCoreApplication.translate


def worth(totals: Totals, language: Language) -> str:
    """Return what was recovered, with and without taxes."""
    words = translate("Closing", "%1 (%2 without taxes)")
    words = words.replace("%1", formats.money(totals.cents, language))
    return words.replace("%2", formats.money(totals.goods_cents, language))


def columns(zone: ZoneInfo) -> tuple[Column[Closing], ...]:
    """Return the columns; instants are told in this zone."""
    return (
        Column(
            lambda: translate("Closing", "Period"),
            lambda one, language: period_text(one.period, language),
        ),
        Column(
            lambda: translate("Closing", "Closed"),
            lambda one, _: formats.moment(one.frozen_at, zone),
        ),
        Column(lambda: translate("Closing", "By"), _author),
        Column(
            lambda: translate("Closing", "Reactivated"),
            lambda one, language: formats.integer(one.totals.clients, language),
            RIGHT,
            lambda: translate(
                "Closing", "Clients who were inactive when contacted and ordered in time"
            ),
        ),
        Column(
            lambda: translate("Closing", "Without taxes"),
            lambda one, language: formats.money(one.totals.goods_cents, language),
            RIGHT,
            lambda: translate("Closing", "Without taxes, as it was told when the month was closed"),
        ),
        Column(
            lambda: translate("Closing", "Value recovered"),
            lambda one, language: formats.money(one.totals.cents, language),
            RIGHT,
            lambda: translate("Closing", "What they pay, as it was told when the month was closed"),
        ),
        Column(
            lambda: translate("Closing", "Adjusted since"),
            _adjusted,
            RIGHT,
            lambda: translate(
                "Closing", "What became known later: late files, contacts and corrections"
            ),
        ),
    )


def _author(one: Closing, language: Language) -> str:
    return one.author or translate("Closing", "by itself")


def _adjusted(one: Closing, language: Language) -> str:
    later = one.adjusted
    if not (later.cents or later.returns or later.orders or later.goods_cents):
        return NOTHING
    return signed_money(later.cents, language)
