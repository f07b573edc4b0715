"""The wall's words."""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.rebalance import Measure, Part
from cockpit.domain.wall import PersonNow, Presence, TeamNow

if TYPE_CHECKING:
    from datetime import datetime

translate = QCoreApplication.translate


def presence_word(presence: Presence) -> str:
    """Return what somebody does now."""
    return {
        Presence.CALLING: translate("Wall", "On a call"),
        Presence.FREE: translate("Wall", "Free"),
        Presence.ON_BREAK: translate("Wall", "On a break"),
        Presence.AWAY: translate("Wall", "Away"),
    }[presence]


def presence_ink(presence: Presence) -> str:
    """Return the colour of what somebody does now; the word says the same."""
    return {
        Presence.CALLING: "success",
        Presence.FREE: "ink",
        Presence.ON_BREAK: "warning",
        Presence.AWAY: "ink_quiet",
    }[presence]


def since_text(one: PersonNow, zone: ZoneInfo) -> str:
    """Return from when on somebody holds a customer; of nothing else is it told."""
    at: datetime | None = one.sign.since
    if at is None or one.sign.customer_id is None:
        return ""
    return f"{at.astimezone(zone):%H:%M}"


def customer_text(one: PersonNow) -> str:
    """Return whom somebody holds."""
    if one.sign.customer_id is None or one.customer:
        return one.customer
    return translate("Wall", "a customer of another portfolio")


def team_word(one: TeamNow) -> str:
    """Return a team's name, or what stands for one."""
    if one.is_shared:
        return translate("Wall", "Nobody's portfolio")
    return one.name or translate("Wall", "In no team")


def measure_word(measure: Measure) -> str:
    """Return what is to be even."""
    return {
        Measure.CUSTOMERS: translate("Wall", "Customers"),
        Measure.AT_RISK: translate("Wall", "R$ at risk"),
        Measure.VALUE: translate("Wall", "R$ in 12 months"),
    }[measure]


def part_word(part: Part) -> str:
    """Return how a portfolio takes part."""
    return {
        Part.SHARES: translate("Wall", "shares evenly"),
        Part.GIVES: translate("Wall", "gives all away"),
        Part.KEEPS: translate("Wall", "stays as it is"),
    }[part]


def reais(cents: int, language: Language) -> str:
    """Return whole reais."""
    return formats.integer((cents + 50) // 100, language)
