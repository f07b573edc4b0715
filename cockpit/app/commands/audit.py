"""``audit``: shows the trail, and checks it with all facts that it covers."""

import sys
from dataclasses import asdict
from datetime import date, datetime, time, timedelta

import resources
from cockpit.app.lazy_session import open_session
from cockpit.app.options import AuditOptions, Options
from cockpit.app.paths import Paths
from cockpit.app.report_text import text_table, write_json, write_lines
from cockpit.app.terminal import is_output_closed
from cockpit.domain.audit import Finding, TrailEntry, TrailFilter, Verification
from cockpit.domain.clock import Clock
from cockpit.domain.formats import Language, integer
from cockpit.domain.messages import MessageValue

#: Something was tampered with.
TAMPERED = 4


def run(options: Options, paths: Paths) -> int:
    """Show events, or check everything; 4 where something is not as it was."""
    asked = options.audit
    with open_session(options, paths) as session:
        if asked.audit_action == "show":
            entries = session.audit.show(wanted(asked, session.clock))
            if asked.is_audit_json:
                write_json([asdict(entry) for entry in entries])
            else:
                write_lines(_table(entries, session.clock, options.language))
            return 0
        found = session.audit.verify(kept=asked.kept_seal)
    if asked.is_audit_json:
        write_json(found)
    elif not is_output_closed():
        write_lines(report(found, options.language))
    sys.stdout.flush()
    return 0 if found.is_whole else TAMPERED


def wanted(asked: AuditOptions, clock: Clock) -> TrailFilter:
    """Return which events are asked for; days are the clock's, the last one counts."""
    until = None if asked.audit_until is None else asked.audit_until + timedelta(days=1)
    return TrailFilter(
        since=_midnight(asked.audit_since, clock),
        until=_midnight(until, clock),
        login=asked.audit_login,
        action=asked.audit_deed,
        customer=asked.audit_customer,
        limit=asked.audit_limit,
    )


def report(found: Verification, language: Language) -> list[str]:
    """Return what a check found, in sentences."""

    def say(key: str, **values: MessageValue) -> str:
        return resources.text(f"audit.{key}", language, **values)

    lines = [
        say(
            "checked",
            facts=integer(found.facts, language),
            events=integer(found.events, language),
            seals=integer(found.seals, language),
        )
    ]
    if found.hidden:
        lines.append(say("hidden", count=integer(found.hidden, language)))
    if found.redacted:
        lines.append(say("redacted", count=integer(found.redacted, language)))
    if found.unsealed:
        lines.append(say("unsealed", count=integer(found.unsealed, language)))
    lines += [_finding(one, language) for one in found.findings]
    if found.found > len(found.findings):
        more = integer(found.found - len(found.findings), language)
        lines.append(say("more_findings", count=more))
    if found.is_whole:
        lines.append(say("whole"))
    else:
        lines.append(say("tampered", count=integer(found.found, language)))
    if found.last_seal is not None:
        lines.append(say("last_seal", seal=str(found.last_seal)))
    return lines


def _finding(one: Finding, language: Language) -> str:
    """Return a sentence that names the row."""
    place = "place_seal" if one.entity == "audit_seals" else "place_row" if one.row_id else "place"
    named = resources.text(
        f"audit.{place}",
        language,
        table=one.entity,
        row=one.row_id,
        number=one.number,
        device=one.device_id,
    )
    return resources.text(f"audit.finding_{one.kind}", language, place=named)


def _table(entries: list[TrailEntry], clock: Clock, language: Language) -> list[str]:
    titles = [
        resources.text(f"audit.column_{name}", language)
        for name in ("when", "who", "machine", "action", "what", "detail")
    ]
    rows = [
        (
            f"{entry.at.astimezone(clock.zone):%d/%m/%Y %H:%M:%S}",
            entry.who,
            entry.machine,
            action_text(entry.action, language),
            entry.customer or f"{entry.entity} {entry.entity_id or ''}".rstrip(),
            "; ".join(
                f"{name}={len(value) if isinstance(value, list) else value}"
                for name, value in entry.detail.items()
            ),
        )
        for entry in entries
    ]
    return text_table(titles, rows)


def action_text(action: str, language: Language) -> str:
    """Return the words for an action; its code where there are none."""
    return resources.catalogue("audit", language).get(f"did_{action}", action)


def _midnight(day: date | None, clock: Clock) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), tzinfo=clock.zone)
