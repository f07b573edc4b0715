"""The morning page's words."""

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.morning import JUDGED, DayResult, Morning, MorningFigure, MorningKind

translate = QCoreApplication.translate


def kind_word(kind: MorningKind) -> str:
    """Return what a figure counts."""
    return {
        MorningKind.REQUESTS: translate("Morning", "Requests to answer by today"),
        MorningKind.OVERDUE: translate("Morning", "Overdue callbacks"),
        MorningKind.TODAY: translate("Morning", "Callbacks of today"),
        MorningKind.WOKEN: translate("Morning", "Objections to take up again"),
        MorningKind.AT_RISK: translate("Morning", "Became at risk"),
        MorningKind.INACTIVE: translate("Morning", "Became inactive"),
    }[kind]


def count_text(page: Morning, figure: MorningFigure, language: Language) -> str:
    """Return how many, or that nobody knows yet."""
    if figure.kind in JUDGED and not page.is_judged:
        return "…"
    return formats.integer(figure.count, language)


def remark_text(page: Morning, figure: MorningFigure, language: Language) -> str:
    """Return what else a figure's line says: whose they are, or since when."""
    if figure.kind in JUDGED:
        if not page.is_judged:
            return translate("Morning", "being calculated")
        day = formats.short_day(page.since_on, page.today)
        return translate("Morning", "since {day}").format(day=day) if figure.count else ""
    if figure.own_count is None or not figure.count:
        return ""
    if figure.own_count >= figure.count:
        return translate("Morning", "all yours")
    own = formats.integer(figure.own_count, language)
    return translate("Morning", "{count} of them yours").format(count=own)


def reais_text(figure: MorningFigure, language: Language) -> str:
    """Return the money at risk of a figure's customers; nothing for none."""
    if not figure.cents:
        return ""
    return formats.integer((figure.cents + 50) // 100, language)


def result_text(result: DayResult | None, language: Language) -> str:
    """Return what the user did on their last day."""
    if result is None:
        return translate("Morning", "You have logged no contact yet.")
    words = translate(
        "Morning", "Contacts: {contacts}   ·   reached: {reached}   ·   sales: {sales}"
    ).format(
        contacts=formats.integer(result.contacts, language),
        reached=formats.integer(result.reached, language),
        sales=formats.integer(result.sales, language),
    )
    if not result.sold_cents:
        return words
    orders = translate("Morning", "orders: {amount}")
    amount = orders.format(amount=formats.money(result.sold_cents, language))
    return f"{words}   ·   {amount}"


def scope_text(page: Morning) -> str:
    """Return whose objections and changes the page counts."""
    if page.is_own_portfolio:
        return translate("Morning", "Objections and changes: those of your own portfolio.")
    return translate("Morning", "Objections and changes: those of the whole list.")
