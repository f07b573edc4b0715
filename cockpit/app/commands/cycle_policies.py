"""``cycle simulate`` and ``cycle policy``: other rules, tried or published."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import resources
from cockpit.analytics.file_book import parameters_for
from cockpit.app.lazy_session import open_portfolio, open_session
from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import CycleOptions, Options
from cockpit.app.order_source import open_source
from cockpit.app.paths import Paths
from cockpit.app.report_text import ReportText, text_table, write_json, write_lines
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.cycle_policy import (
    EVERYBODY,
    CyclePolicy,
    PolicyBook,
    PolicyKind,
    PolicyScope,
    PublishedPolicy,
)
from cockpit.domain.cycle_reports import Simulation
from cockpit.domain.errors import BadInputError
from cockpit.services.policies import simulation
from cockpit.services.ports import ScopeName

if TYPE_CHECKING:
    from cockpit.app.session import Session

_FIXED = frozenset({"fixed_at_risk_days", "fixed_inactive_days"})
_OWN = frozenset(
    {"false_alarm_budget", "inactive_return_share", "inactive_horizon_days",
     "inactive_horizon_cycles"}
)  # fmt: skip


def run(options: Options, paths: Paths) -> int:
    """Try a rule, list the published ones, or publish one."""
    words, asked = ReportText(options.language), options.cycle
    if asked.action == "simulate" and asked.orders is not None:
        _simulate_on_file(asked.orders, options, words)
        return 0
    opened = open_portfolio if asked.action == "simulate" else open_session
    with opened(options, paths) as session:
        if asked.action == "simulate":
            scope = _scope(session.policies.scopes(), asked).scope
            policy = changed(session.policies.basis(scope), asked.changes)
            _show(session.policies.simulate(scope, policy), _names(session), options, words)
        elif asked.policy_action == "publish":
            _publish(session, asked, words)
        else:
            _list(session, options, words)
    return 0


def changed(policy: CyclePolicy, changes: Sequence[tuple[str, str | float]]) -> CyclePolicy:
    """Return a policy with some of its fields changed.

    Who names the fixed rule's days, and nothing of the own cycle's, wants the fixed rule to decide,
    and the other way round; a rule that is named decides in any case.

    Raises:
        BadInputError: A number makes no sense, or nothing is changed.
    """
    if not changes:
        raise BadInputError("policy_unchanged")
    named = dict(changes)
    kind = PolicyKind(str(named.pop("kind", _meant(named.keys()) or policy.kind)))
    return replace(policy, kind=kind, **named).checked()  # type: ignore[arg-type]


def _meant(names: Set[str]) -> PolicyKind | None:
    """Return which rule somebody means who changes such numbers; None where it may be both."""
    if names & _FIXED and not names & _OWN:
        return PolicyKind.FIXED_DAYS
    return PolicyKind.OWN_CYCLE if names & _OWN and not names & _FIXED else None


def _simulate_on_file(orders: Path, options: Options, words: ReportText) -> None:
    """Try a rule on an order file, against the program's default rule."""
    if options.cycle.company or options.cycle.segment:
        raise BadInputError("orders_without_scopes")
    policy = changed(CyclePolicy(), options.cycle.changes)
    source = open_source(orders, options)
    book, parameters = source.book, parameters_for(source.book)
    before, after = (
        source.scores(parameters, rules).verdicts
        for rules in (PolicyBook(), PolicyBook({EVERYBODY: policy}))
    )
    keys = book.statistics.customer_id
    names = dict(zip(keys, map(str, book.customers.to_pylist()), strict=True))
    _show(simulation(policy, keys, before, after), names, options, words)


def _names(session: "Session") -> dict[UUID, str]:
    """Return every customer's code, else their name."""
    return {row.customer_id: row.code or row.name for row in listed_rows(session.work_list.load())}


def _scope(scopes: Sequence[ScopeName], asked: CycleOptions) -> ScopeName:
    """Return the scope that is meant, by the words that the database has for it.

    Raises:
        BadInputError: There is no such company or segment.
    """
    wanted = [(asked.company or "").casefold(), (asked.segment or "").casefold()]
    for one in scopes:
        if [one.company.casefold(), one.segment.casefold()] == wanted:
            return one
    known = [name for one in scopes for name in (one.company, one.segment) if name]
    raise BadInputError(
        "policy_scope_unknown",
        value=" / ".join(filter(None, (asked.company, asked.segment))),
        choices=", ".join(dict.fromkeys(known)),
    )


def _publish(session: "Session", asked: CycleOptions, words: ReportText) -> None:
    meant = _scope(session.policies.scopes(), asked)
    policy = changed(session.policies.basis(meant.scope), asked.changes)
    published = session.policies.publish(meant.scope, policy, asked.note or "")
    version = str(published.policy.version)
    write_lines([words("policy_published", version=version, scope=_scope_text(meant, words))])


def _list(session: "Session", options: Options, words: ReportText) -> None:
    """Print the published versions, the newest first."""
    history = session.policies.history()
    if options.format == "json":
        write_json([asdict(one) for one in history])
        return
    if not history:
        write_lines([words("no_policies")])
        return
    names = {one.scope: _scope_text(one, words) for one in session.policies.scopes()}
    rows = [_policy_cells(one, names, words) for one in history]
    titles = words.titles("scope", "version", "published_at", "author", "rule", "numbers", "note")
    write_lines(text_table(titles, rows, numeric={1}))


def _policy_cells(
    one: PublishedPolicy, names: Mapping[PolicyScope, str], words: ReportText
) -> list[str]:
    numbers = (field.name for field in fields(CyclePolicy) if field.name not in ("version", "kind"))
    default, policy = CyclePolicy(), one.policy
    changes = (
        f"{name}={getattr(policy, name):g}"
        for name in numbers
        if getattr(policy, name) != getattr(default, name)
    )
    return [
        names.get(one.scope, ""),
        str(policy.version),
        words.day(one.published_at.astimezone(DEFAULT_ZONE).date()),
        one.author,
        words(f"rule_{policy.kind}"),
        " ".join(changes),
        one.note,
    ]


def _scope_text(scope: ScopeName, words: ReportText) -> str:
    return " / ".join(filter(None, (scope.company, scope.segment))) or words("everybody")


def _show(
    tried: Simulation, names: Mapping[UUID, str], options: Options, words: ReportText
) -> None:
    """Print what a rule would change; JSON names every customer who would move."""
    if options.format == "json":
        document = asdict(tried)
        for move, found in zip(document["moves"], tried.moves, strict=True):
            move["customers"] = [names[key] for key in found.customer_ids]
            del move["customer_ids"]
        write_json(document)
    else:
        write_lines(simulation_lines(tried, words))


def simulation_lines(tried: Simulation, words: ReportText) -> list[str]:
    """Return a simulation as text: each status before and after, and who moves between them."""

    def status(one: str) -> str:
        return resources.text(f"status.{one}", words.language)

    totals = [
        (
            status(one.status),
            words.count(one.count_before),
            words.count(one.count_after),
            _signed(one.count_after - one.count_before, words),
            words.money(one.at_risk_cents_before),
            words.money(one.at_risk_cents_after),
        )
        for one in tried.totals
    ]
    titles = words.titles(
        "status", "now", "proposed", "difference", "at_risk_now", "at_risk_proposed"
    )
    lines = [*text_table(titles, totals, numeric={1, 2, 3, 4, 5}), ""]
    if not tried.moves:
        return [*lines, words("no_moves")]
    moves = [
        (
            status(one.before),
            status(one.after),
            words.count(len(one.customer_ids)),
            words.money(one.at_risk_cents),
        )
        for one in tried.moves
    ]
    titles = words.titles("before", "after", "customers", "at_risk")
    return [*lines, words("moves_title"), *text_table(titles, moves, numeric={2, 3})]


def _signed(count: int, words: ReportText) -> str:
    return ("+" if count > 0 else "") + words.count(count)
