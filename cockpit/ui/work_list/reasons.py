"""Why a customer stands where they stand, in words: one line, and the whole decomposition."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

import resources
from cockpit.domain import bars, formats
from cockpit.domain.eligibility import Bar
from cockpit.domain.formats import Language
from cockpit.domain.priority import Factors
from cockpit.domain.work_list import CustomerRow
from cockpit.ui.words import status_word

translate = QCoreApplication.translate
#: Bars that say more than the money: the others let it stand beside them.
_SILENT_BARS = frozenset({Bar.IN_CYCLE})


def reason_text(
    row: CustomerRow, *, language: Language, zone: ZoneInfo, today: date, now: datetime
) -> str:
    """Return one line: a commitment, a woken objection, what keeps them out, or the money.

    Of whom the user took along it says first until when.
    """
    reason = _reason_text(row, language=language, zone=zone, today=today, now=now)
    return " · ".join(filter(None, (_carried_text(row, zone, today, now), reason)))


def _reason_text(
    row: CustomerRow, *, language: Language, zone: ZoneInfo, today: date, now: datetime
) -> str:
    due = _due_text(row, zone, today, now)
    if due and (row.bar is None or row.bar is Bar.IN_CYCLE):
        return due
    if row.is_woken and row.bar is None:
        return translate("WorkListReasons", "objection to take up again: {name}").format(
            name=row.objection
        )
    if row.post_it and row.bar is None:
        return translate("WorkListReasons", "post-it from {words}").format(words=row.post_it)
    if row.bar is not None and row.bar not in _SILENT_BARS:
        return bar_text(row, language=language, zone=zone, now=now)
    return _money_text(row, language)


def bar_text(row: CustomerRow, *, language: Language, zone: ZoneInfo, now: datetime) -> str:
    """Return what keeps a customer out of the queue, whom it is about, and until when."""
    if row.bar is None:
        return translate("WorkListReasons", "in the queue")
    text = resources.text(bars.label(row.bar), language)
    if row.bar_who:
        text = f"{text} ({row.bar_who})"
    if row.bar_until is None:
        return text
    until = bars.moment_text(row.bar_until, now=now, zone=zone)
    return translate("WorkListReasons", "{reason} until {time}").format(reason=text, time=until)


def factor_lines(
    factors: Factors, row: CustomerRow, *, language: Language, zone: ZoneInfo, now: datetime
) -> list[str]:
    """Return the decomposition of a position, line by line."""
    lines = []
    if factors.is_due:
        lines.append(translate("WorkListReasons", "An agreed contact is due: it comes first."))
    if factors.is_woken:
        lines.append(translate("WorkListReasons", "An objection's condition came true."))
    if factors.post_it:
        words = translate("WorkListReasons", "Post-it from {words}")
        lines.append(words.format(words=factors.post_it))
    if row.bar is None:
        lines.append(translate("WorkListReasons", "In the queue: may be called now."))
    else:
        text = bar_text(row, language=language, zone=zone, now=now)
        lines.append(translate("WorkListReasons", "Not in the queue: {reason}").format(reason=text))
    amount = formats.money(round(factors.day_cents), language)
    risk = formats.money(factors.at_risk_cents, language)
    if factors.none is None or factors.alive is None:
        lines.append(translate("WorkListReasons", "No purchases to judge by."))
        return lines
    lines.append(
        translate(
            "WorkListReasons",
            "{amount} a day × {days} days × {none} that nothing comes by itself"
            " × {alive} that they still buy = {risk} at risk",
        ).format(
            amount=amount,
            days=factors.days,
            none=_percent(factors.none, language),
            alive=_percent(factors.alive, language),
            risk=risk,
        )
    )
    if factors.cycles_late is not None:
        cycles = formats.decimal(factors.cycles_late, language)
        lines.append(translate("WorkListReasons", "Silent for {cycles} of their own cycles").format(
            cycles=cycles))  # fmt: skip
    return lines


def _carried_text(row: CustomerRow, zone: ZoneInfo, today: date, now: datetime) -> str:
    """Return until when the user has a customer of the shared list along."""
    if row.carried_until is None:
        return ""
    day = formats.short_day(row.carried_until.astimezone(zone).date(), today)
    if row.carried_until <= now:
        return translate("WorkListReasons", "field time over on {day}").format(day=day)
    return translate("WorkListReasons", "with you until {day}").format(day=day)


def _due_text(row: CustomerRow, zone: ZoneInfo, today: date, now: datetime) -> str:
    at = row.next_contact_at
    if at is None:
        return ""
    local = at.astimezone(zone)
    if local.date() > today:
        return ""
    if local.date() < today:
        day = formats.short_day(local.date(), today)
        return translate("WorkListReasons", "callback overdue since {day}").format(day=day)
    if not row.next_contact_has_time:
        return translate("WorkListReasons", "callback agreed for today")
    if at > now:
        return translate("WorkListReasons", "callback agreed {time}").format(time=f"{local:%H:%M}")
    return translate("WorkListReasons", "callback due since {time}").format(time=f"{local:%H:%M}")


def _money_text(row: CustomerRow, language: Language) -> str:
    parts = []
    if row.cycles_late is None:
        parts.append(status_word(row.status).lower())
    elif row.cycles_late > 1:
        cycles = formats.decimal(row.cycles_late, language)
        parts.append(translate("WorkListReasons", "{cycles} cycles silent").format(cycles=cycles))
    else:
        parts.append(translate("WorkListReasons", "within their own cycle"))
    if row.at_risk_cents:
        amount = formats.integer((row.at_risk_cents + 50) // 100, language)
        parts.append(translate("WorkListReasons", "R$ {amount} at risk").format(amount=amount))
    return " · ".join(parts)


def _percent(share: float, language: Language) -> str:
    return formats.decimal(100 * share, language, 0) + "%"
