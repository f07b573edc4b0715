"""The figures of the indicators by name: each has a definition that a reader can look up.

A figure's title is the text ``figure.<name>``, its definition ``definition.<name>``; the long form
with examples stands in ``docs/indicators.md`` under the same name.
"""

from enum import StrEnum


class Figure(StrEnum):
    """A figure that is shown, exported or sent."""

    # Contacts
    CONTACTS = "contacts"
    CUSTOMERS_CONTACTED = "customers_contacted"
    REACHED = "reached"
    REACH_RATE = "reach_rate"
    CAPTURED_ORDERS = "captured_orders"
    CAPTURED_VALUE = "captured_value"
    ATTEMPT_CONVERSION = "attempt_conversion"
    # Reactivation
    APPROACHES = "approaches"
    REACTIVATED = "reactivated"
    RECOVERED_VALUE = "recovered_value"
    DAYS_TO_RETURN = "days_to_return"
    ADJUSTMENT = "adjustment"
    # Objections
    OBJECTIONS = "objections"
    OVERCOME = "overcome"
    OVERCOME_RATE = "overcome_rate"
    ARGUMENT_SUCCESS = "argument_success"
    # Portfolio
    ACTIVE_CUSTOMERS = "active_customers"
    INACTIVITY_RATE = "inactivity_rate"
    AT_RISK = "at_risk"
    AT_RISK_VALUE = "at_risk_value"
    RECURRING_REVENUE = "recurring_revenue"
    AVERAGE_TICKET = "average_ticket"
    LOST_REVENUE = "lost_revenue"
    STOPPED_QUOTES = "stopped_quotes"
    # Bridge
    BRIDGE_CUSTOMERS = "bridge_customers"
    BRIDGE_VALUE = "bridge_value"
    BRIDGE_CHANGE = "bridge_change"
    # Campaigns
    CAMPAIGN_MEMBERS = "campaign_members"
    HOLD_OUT = "hold_out"
    CAMPAIGN_BUYERS = "campaign_buyers"
    UPLIFT = "uplift"
    UPLIFT_INTERVAL = "uplift_interval"
    # Cycles
    CYCLE_HISTOGRAM = "cycle_histogram"
    CYCLE_CONCENTRATION = "cycle_concentration"
