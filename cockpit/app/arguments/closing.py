"""``closing``: months whose figures stay, a check of them, and the rule behind them."""

import argparse
import re
from datetime import date

from cockpit.app.arguments import values
from cockpit.app.arguments.texts import Parser, Texts
from cockpit.domain.errors import BadInputError
from cockpit.domain.periods import Period, month_of

ACTIONS = ("list", "close", "check", "rule")
OPTIONS = frozenset({"--until", "--json", "--within-days", "--on-day", "--never"})
_MONTH = re.compile(r"(?:(?P<year>\d{4})-(?P<month>\d\d)|(?P<month2>\d\d)/(?P<year2>\d{4}))")
_KEPT = argparse.SUPPRESS


def add_closing(commands: "argparse._SubParsersAction[Parser]", texts: Texts) -> None:
    """Add ``closing``; what is left out stays as ``ClosingOptions`` has it."""
    closing = texts.command(commands, "closing", "closing")
    texts.add_common(closing)
    actions = texts.commands(closing, "closing_action", is_required=True)
    groups = {}
    for name in ACTIONS:
        command = texts.command(actions, name, f"closing_{name}", path="closing")
        groups[name] = texts.add_common(command)
        if name in ("close", "check"):
            command.add_argument("closing_month", type=month, metavar=texts("closing_month"),
                                 help=texts("closing_month_help"))  # fmt: skip
    groups["close"].add_argument("--until", dest="closing_until", type=month, default=_KEPT,
                                 metavar=texts("closing_month"),
                                 help=texts("closing_until"))  # fmt: skip
    for name in ("list", "check"):
        groups[name].add_argument("--json", dest="is_closing_json", action="store_true",
                                  default=_KEPT, help=texts("closing_json"))  # fmt: skip
    rule = groups["rule"]
    rule.add_argument("--within-days", dest="within_days", type=values.count, default=_KEPT,
                      metavar="N", help=texts("closing_within_days"))  # fmt: skip
    rule.add_argument("--on-day", dest="closing_day", type=values.count, default=_KEPT,
                      metavar="N", help=texts("closing_on_day"))  # fmt: skip
    rule.add_argument("--never", dest="is_never_closed", action="store_true", default=_KEPT,
                      help=texts("closing_never"))  # fmt: skip


def month(text: str) -> Period:
    """Return the month that is written as 2026-01 or 01/2026.

    Raises:
        BadInputError: It is none.
    """
    found = _MONTH.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError
        year = int(found["year"] or found["year2"])
        return month_of(date(year, int(found["month"] or found["month2"]), 1))
    except ValueError as error:
        raise BadInputError("closing_month_unknown", value=text) from error
