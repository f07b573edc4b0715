"""The ledger's words: the reasons, their rules, and the moments of return."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

import resources
from cockpit.domain import bars, formats
from cockpit.domain.clock import Clock
from cockpit.domain.eligibility import Bar
from cockpit.domain.formats import Language

translate = QCoreApplication.translate


def bar_word(bar: Bar | None, language: Language) -> str:
    """Return a reason in a few words; None are those who may be called."""
    if bar is None:
        return translate("Ledger", "In the queue")
    return resources.text(bars.label(bar), language)


def rule_text(bar: Bar | None, language: Language) -> str:
    """Return the rule that a reason follows from, in one line."""
    if bar is None:
        return translate("Ledger", "May be called now: due callbacks first, then by money at risk.")
    return resources.text(bars.rule(bar), language)


def return_text(at: datetime | None, clock: Clock) -> str:
    """Return when the first of them returns, as short as it is clear."""
    if at is None:
        return ""
    local = at.astimezone(clock.zone)
    if local.date() == clock.today():
        return translate("Ledger", "from {time}").format(time=f"{local:%H:%M}")
    day = formats.short_day(local.date(), clock.today())
    return translate("Ledger", "from {day} {time}").format(day=day, time=f"{local:%H:%M}")
