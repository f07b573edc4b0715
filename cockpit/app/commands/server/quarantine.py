"""``server quarantine``: what laptops brought and the server could not store as it came."""

from collections.abc import Sequence
from dataclasses import asdict

import resources
from cockpit.app.commands.server.noting import note_deed
from cockpit.app.commands.server.texts import Words
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.report_text import text_table, write_json, write_lines
from cockpit.app.server_administration import administration
from cockpit.data.server.sync.administration import discard, quarantine, set_aside, store
from cockpit.domain.audit import AuditAction
from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.laptops import SetAside

#: It cannot be stored yet.
STILL_ASIDE = 1


def run(options: Options, paths: Paths) -> int:
    """List what is set aside, show one, store it after all, or discard it."""
    asked, say = options.server, Words(options.language)
    with administration(options, paths) as connection:
        if asked.quarantine_action == "list":
            _show(quarantine(connection), options)
            return 0
        if not asked.quarantine_number:
            raise BadInputError("server_quarantine_which")
        fact = set_aside(connection, asked.quarantine_number)
        if asked.quarantine_action == "show":
            write_json(asdict(fact))
            return 0
        about = ("quarantined_facts", fact.id)
        if asked.quarantine_action == "store":
            if why := store(connection, fact):
                say("quarantine_still", number=fact.number, reason=_reason(why, options.language))
                return STILL_ASIDE
            note_deed(
                connection, AuditAction.FACT_RESCUED, about, options, paths, entity=fact.entity
            )
            say("quarantine_stored", number=fact.number)
            return 0
        discard(connection, fact, asked.quarantine_reason)
        note_deed(connection, AuditAction.FACT_DISCARDED, about, options, paths, entity=fact.entity)
    say("quarantine_discarded", number=fact.number)
    return 0


def _show(found: Sequence[SetAside], options: Options) -> None:
    if options.server.is_server_json:
        write_json([asdict(one) for one in found])
        return
    if not found:
        Words(options.language)("quarantine_none")
        return
    write_lines(_table(found, options.language))


def _table(found: Sequence[SetAside], language: Language) -> list[str]:
    def say(key: str) -> str:
        return resources.text(f"server.quarantine_{key}", language)

    clock = SystemClock()
    columns = ("number", "came", "device", "owner", "entity", "reason", "state")
    rows = [
        (
            str(one.number),
            one.received_at.astimezone(clock.zone).strftime("%Y-%m-%d %H:%M"),
            one.device or one.device_id.hex[:12],
            one.owner or "",
            one.entity,
            _reason(one.reason, language),
            say(f"is_{one.resolution or 'open'}"),
        )
        for one in found
    ]
    return text_table([say(f"column_{column}") for column in columns], rows)


def _reason(code: str, language: Language) -> str:
    """Return a reason in words; an unknown one as it stands."""
    sentences = resources.catalogue("server", language)
    return sentences.get(f"reason_{code}", code)
