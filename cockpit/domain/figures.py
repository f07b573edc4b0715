"""Every figure that has a definition, by name.

A figure's title is the text ``figure.<name>``, its definition ``definition.<name>``; the long form
with examples stands in ``docs/indicators.md`` under the same name. The names of ``Figure`` and of
``PortfolioFigure`` are among them.
"""

from enum import StrEnum


class Defined(StrEnum):
    """A figure that is shown, exported or sent."""

    CONTACTS = "contacts"
    CLIENTS = "clients"
    REACHED = "reached"
    REACH_RATE = "reach_rate"
    NEVER_REACHED = "never_reached"
    ORDERS = "orders"
    ORDER_VALUE = "order_value"
    REACTIVATED = "reactivated"
    RECOVERED = "recovered"
    RECOVERED_GOODS = "recovered_goods"
    DAYS_TO_RETURN = "days_to_return"
    ADJUSTMENT = "adjustment"
    ATTEMPTS = "attempts"
    ATTEMPTS_REACHED = "attempts_reached"
    ATTEMPTS_SOLD = "attempts_sold"
    HOUR = "hour"
    HOUR_REACHED = "hour_reached"
    OBJECTIONS = "objections"
    OBJECTIONS_OPEN = "objections_open"
    OBJECTIONS_OVERCOME = "objections_overcome"
    OBJECTIONS_WAITING = "objections_waiting"
    ARGUMENT_USED = "argument_used"
    ARGUMENT_WORKED = "argument_worked"
    QUOTES = "quotes"
    QUOTES_EXPIRED = "quotes_expired"
    QUOTES_SILENT = "quotes_silent"
    CUSTOMERS = "customers"
    INACTIVITY_RATE = "inactivity_rate"
    AT_RISK = "at_risk"
    AT_RISK_VALUE = "at_risk_value"
    INACTIVE = "inactive"
    RECURRING = "recurring"
    TICKET = "ticket"
    LOST_SO_FAR = "lost_so_far"
    LOST_12M = "lost_12m"
    BRIDGE_CUSTOMERS = "bridge_customers"
    BRIDGE_VALUE = "bridge_value"
    BRIDGE_CHANGE = "bridge_change"
    CAMPAIGN_MEMBERS = "campaign_members"
    HOLD_OUT = "hold_out"
    CAMPAIGN_BUYERS = "campaign_buyers"
    UPLIFT = "uplift"
    UPLIFT_INTERVAL = "uplift_interval"
    UPLIFT_VALUE = "uplift_value"
    CYCLE_HISTOGRAM = "cycle_histogram"
    CYCLE_CONCENTRATION = "cycle_concentration"
