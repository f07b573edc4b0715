"""``cycle`` and its commands: the purchase cycle without a window."""

import argparse
from collections.abc import Callable

from cockpit.app.arguments import values
from cockpit.app.arguments.texts import Parser, Texts
from cockpit.domain.cycle_policy import PolicyKind

ACTIONS = ("score", "fit", "refresh", "backtest", "histogram", "simulate", "policy")
POLICY_ACTIONS = ("list", "publish")
MODELS = ("k_grid", "bg_nbd", "mbg_nbd", "mbg_cnbd_k", "pareto_nbd")
UNITS = ("days", "weeks")
SCORE_FORMATS = ("csv", "json", "parquet")
REPORT_FORMATS = ("table", "json")

#: Per number of a policy its option, and how its value is read.
_NUMBERS = (
    ("false_alarm_budget", "--budget", values.share),
    ("inactive_return_share", "--return-share", values.share),
    ("inactive_horizon_days", "--horizon-days", values.Number(is_whole=True)),
    ("inactive_horizon_cycles", "--horizon-cycles", values.Number(is_whole=False)),
    ("lost_days", "--lost-days", values.Number(is_whole=True)),
    ("recovered_cycles", "--recovered-cycles", values.Number(is_whole=False)),
    ("fixed_at_risk_days", "--at-risk-days", values.Number(is_whole=True)),
    ("fixed_inactive_days", "--inactive-days", values.Number(is_whole=True)),
)
OPTIONS = frozenset(
    {"--orders", "--output", "--format", "--model", "--unit", "--until", "--per-gap", "--rule",
     "--refit", "--company", "--segment", "--note"} | {option for _, option, _ in _NUMBERS}
)  # fmt: skip


class _Change:
    """Converts an option's value to what it changes in a policy."""

    def __init__(self, field: str, convert: Callable[[str], str | float]) -> None:
        self._field = field
        self._convert = convert

    def __call__(self, text: str) -> tuple[str, str | float]:
        """Return the policy's field and its new value."""
        return self._field, self._convert(text)


def add_cycle(commands: "argparse._SubParsersAction[Parser]", texts: Texts) -> None:
    """Add ``cycle`` with its own commands."""
    cycle = texts.command(commands, "cycle", "cycle")
    texts.add_common(cycle)
    actions = texts.commands(cycle, "action", is_required=True)

    def action(name: str) -> argparse._ArgumentGroup:
        return texts.add_common(texts.command(actions, name, f"cycle_{name}", path="cycle"))

    score = action("score")
    _add_orders(score, texts)
    _add_format(score, SCORE_FORMATS, texts("score_format"))
    score.add_argument(
        "--output", type=values.FileName("--output"), metavar=texts("file"), help=texts("output")
    )
    fit = action("fit")
    _add_orders(fit, texts)
    _add_format(fit, REPORT_FORMATS, texts("format"))
    fit.add_argument("--model", type=values.OneOf("--model", MODELS), default="k_grid",
                     metavar="|".join(MODELS), help=texts("model"))  # fmt: skip
    fit.add_argument("--unit", type=values.OneOf("--unit", UNITS), default="days",
                     metavar="|".join(UNITS), help=texts("unit"))  # fmt: skip
    fit.add_argument("--until", type=values.day, metavar=texts("day"), help=texts("until"))
    action("refresh").add_argument("--refit", dest="is_refit", action="store_true",
                                   help=texts("refit"))  # fmt: skip
    for name in ("backtest", "histogram", "simulate"):
        group = action(name)
        _add_orders(group, texts)
        _add_format(group, REPORT_FORMATS, texts("format"))
        if name == "histogram":
            group.add_argument("--per-gap", dest="is_per_gap", action="store_true",
                               help=texts("per_gap"))  # fmt: skip
        if name == "simulate":
            _add_policy(group, texts)
    _add_policy_actions(texts.command(actions, "policy", "cycle_policy", path="cycle"), texts)


def _add_policy_actions(policy: Parser, texts: Texts) -> None:
    texts.add_common(policy)
    actions = texts.commands(policy, "policy_action", is_required=True)
    listed = texts.command(actions, "list", "cycle_policy_list", path="cycle policy")
    _add_format(texts.add_common(listed), REPORT_FORMATS, texts("format"))
    publish = texts.command(actions, "publish", "cycle_policy_publish", path="cycle policy")
    group = texts.add_common(publish)
    _add_policy(group, texts)
    group.add_argument("--note", metavar=texts("note_form"), help=texts("note"))


def _add_orders(group: argparse._ArgumentGroup, texts: Texts) -> None:
    group.add_argument("--orders", type=values.FileName("--orders"),
                       metavar=texts("file"), help=texts("orders"))  # fmt: skip


def _add_format(group: argparse._ArgumentGroup, formats: tuple[str, ...], text: str) -> None:
    group.add_argument("--format", type=values.OneOf("--format", formats),
                       default=argparse.SUPPRESS,
                       metavar="|".join(formats), help=text)  # fmt: skip


def _add_policy(group: argparse._ArgumentGroup, texts: Texts) -> None:
    """Add the options that describe a policy; each says what changes, the rest stays."""
    kinds = tuple(PolicyKind)
    rule = ("kind", "--rule", values.OneOf("--rule", kinds))
    for name, option, convert in (rule, *_NUMBERS):
        group.add_argument(option, dest="changes", action="append", type=_Change(name, convert),
                           default=argparse.SUPPRESS,
                           metavar="|".join(kinds) if name == "kind" else "N",
                           help=texts(f"policy_{name}"))  # fmt: skip
    group.add_argument("--company", metavar=texts("scope_form"), help=texts("scope_company"))
    group.add_argument("--segment", metavar=texts("scope_form"), help=texts("scope_segment"))
