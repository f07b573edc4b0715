"""``server packs``: whom sellers have along of the shared list, and bringing them back."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

import resources
from cockpit.app.commands.server.noting import note_deed
from cockpit.app.commands.server.texts import Words
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.report_text import text_table, write_json, write_lines
from cockpit.app.server_administration import administration
from cockpit.data.server.sync.lent import bring_back, lent, seller_of
from cockpit.domain.audit import AuditAction
from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.packs import LentCustomer


def run(options: Options, paths: Paths) -> int:
    """List who is in a pack, or bring all of a seller's back."""
    asked, say = options.server, Words(options.language)
    with administration(options, paths) as connection:
        if asked.packs_action == "list":
            _show(lent(connection), options)
            return 0
        if not asked.packs_seller:
            raise BadInputError("server_pack_which")
        one = seller_of(connection, asked.packs_seller)
        count = len(bring_back(connection, one.user_id, None))
        if count:
            about, action = ("users", one.user_id), AuditAction.PACK_BROUGHT_BACK
            note_deed(connection, action, about, options, paths, rows=count)
    say("pack_end_one" if count == 1 else "pack_end", name=one.seller, count=count)
    return 0


def _show(found: Sequence[LentCustomer], options: Options) -> None:
    if options.server.is_server_json:
        write_json([asdict(one) for one in found])
        return
    if not found:
        Words(options.language)("pack_none")
        return
    write_lines(_table(found, options.language))


def _table(found: Sequence[LentCustomer], language: Language) -> list[str]:
    def say(key: str) -> str:
        return resources.text(f"server.pack_{key}", language)

    zone = SystemClock().zone

    def moment(at: datetime | None) -> str:
        return "" if at is None else at.astimezone(zone).strftime("%Y-%m-%d %H:%M")

    columns = ("seller", "login", "customer", "city", "until", "contacted", "seen", "backlog")
    rows = [
        (
            one.seller, one.login, one.name, " - ".join(filter(None, (one.city, one.state))),
            moment(one.until), say("contacted") if one.is_contacted else "",
            moment(one.seen_at), str(one.backlog),
        )
        for one in found
    ]  # fmt: skip
    titles = [say(f"column_{column}") for column in columns]
    return text_table(titles, rows, numeric={len(columns) - 1})
