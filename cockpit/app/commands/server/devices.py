"""``server devices``: the team's laptops, and what is decided about them."""

from collections.abc import Sequence
from dataclasses import asdict

import resources
from cockpit.app.commands.server.noting import note_deed
from cockpit.app.commands.server.texts import Words
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.report_text import text_table, write_json, write_lines
from cockpit.app.server_administration import administration
from cockpit.data.server.sync.administration import decide, key_of, laptop_of, laptops
from cockpit.domain.audit import AuditAction
from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language, integer
from cockpit.domain.laptops import Decision, Laptop
from cockpit.services.laptops import DEEDS


def run(options: Options, paths: Paths) -> int:
    """List the laptops, decide about one, or print the copy of its key."""
    asked, say = options.server, Words(options.language)
    with administration(options, paths) as connection:
        if asked.device_action == "list":
            _show(laptops(connection), options)
            return 0
        if not asked.device:
            raise BadInputError("server_device_which")
        laptop = laptop_of(connection, asked.device)
        if asked.device_action == "key":
            key = key_of(connection, laptop)
            about = ("devices", laptop.id)
            note_deed(connection, AuditAction.DEVICE_KEY_TAKEN, about, options, paths)
            say.plain(key.hex())
            return 0
        decision = Decision(asked.device_action)
        decide(connection, laptop, decision)
        note_deed(connection, DEEDS[decision], ("devices", laptop.id), options, paths)
    say(f"device_{decision}", name=laptop.name)
    return 0


def _show(found: Sequence[Laptop], options: Options) -> None:
    if options.server.is_server_json:
        write_json([asdict(one) | {"state": one.state} for one in found])
        return
    if not found:
        Words(options.language)("device_none")
        return
    write_lines(_table(found, options.language))


def _table(found: Sequence[Laptop], language: Language) -> list[str]:
    def say(key: str) -> str:
        return resources.text(f"server.device_{key}", language)

    clock = SystemClock()
    columns = ("key", "name", "owner", "seen", "backlog", "aside", "program", "schema", "state")
    rows = [
        (
            one.id.hex[:12],
            one.name,
            one.owner or "",
            "" if one.last_seen_at is None
            else one.last_seen_at.astimezone(clock.zone).strftime("%Y-%m-%d %H:%M"),
            integer(one.backlog, language),
            integer(one.quarantined, language),
            one.program or "",
            one.schema_revision or "",
            say(f"is_{one.state}"),
        )
        for one in found
    ]  # fmt: skip
    return text_table([say(f"column_{column}") for column in columns], rows)
