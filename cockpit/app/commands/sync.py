"""``sync``: one synchronisation without a window, and what there is to know of it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import resources
from cockpit.app.field.opening import open_field
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.report_text import write_json, write_lines
from cockpit.app.terminal import one_line
from cockpit.app.wiring import open_session
from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import BadInputError
from cockpit.domain.messages import MessageValue
from cockpit.domain.sync import SyncEnd
from cockpit.services.field import FieldService

if TYPE_CHECKING:
    from cockpit.app.commands.sync_words import SyncWords

AWAY, STOPPED = 1, 2
_CODES = {SyncEnd.DONE: 0, SyncEnd.BUSY: 0, SyncEnd.AWAY: AWAY}


def run(options: Options, paths: Paths) -> int:
    """Synchronise once, or show something; 1 where the server is away, 2 where it refuses."""
    if not options.is_field:
        raise BadInputError("field_not_set_up")
    asked = options.fielding
    if (asked.mine or asked.theirs) and asked.sync_action != "conflicts":
        raise BadInputError("field_decide_where")
    if asked.mine and asked.theirs:
        raise BadInputError("field_decide_one")
    if not asked.sync_action:
        return _once(options, paths)
    opened = open_field(options, paths)
    try:
        shown = _SHOWN[asked.sync_action]
        field = FieldService(opened.field.synchroniser, opened.field.book, SystemClock())
        return shown(field, options)
    finally:
        opened.engines.close()


def _once(options: Options, paths: Paths) -> int:
    with open_session(options, paths) as session:
        field = session.store.field
        if field is None:
            raise BadInputError("field_not_set_up")
        judge = session.metrics.refresh_if_stale
        service = FieldService(field.synchroniser, field.book, session.clock, judge)
        report = service.synchronise()
    if options.fielding.is_field_json:
        write_json(asdict(report))
    else:
        line = _say(options, f"end_{report.end}", sent=report.sent, received=report.received)
        write_lines([line] if report.conflicts == 0 else [line, _say(options, "to_decide")])
    return _CODES.get(report.end, STOPPED)


def _log(field: FieldService, options: Options) -> int:
    entries = field.log()
    if options.fielding.is_field_json:
        write_json([asdict(one) for one in entries])
        return 0
    return _written(_words(options, field).log(entries), options)


def _waiting(field: FieldService, options: Options) -> int:
    items = field.waiting()
    if options.fielding.is_field_json:
        write_json([asdict(one) for one in items])
        return 0
    return _written(_words(options, field).waiting(items), options)


def _conflicts(field: FieldService, options: Options) -> int:
    found, asked = field.conflicts(), options.fielding
    number = asked.mine or asked.theirs
    if number:
        if number > len(found):
            raise BadInputError("field_no_conflict", number=number)
        field.decide(found[number - 1].key, is_mine=bool(asked.mine))
        return _written([_say(options, "decided")], options)
    if asked.is_field_json:
        write_json([asdict(one) for one in field.synchroniser.conflicts()])
        return 0
    lines = _words(options, field).conflicts(found)
    return _written([*lines, _say(options, "how_to_decide")] if lines else [], options)


def _words(options: Options, field: FieldService) -> "SyncWords":
    from cockpit.app.commands.sync_words import SyncWords  # noqa: PLC0415 - Qt's translations

    return SyncWords(options.language, field.clock)


def _written(lines: Sequence[str], options: Options) -> int:
    write_lines([one_line(line) for line in lines] or [_say(options, "nothing")])
    return 0


def _say(options: Options, key: str, **values: MessageValue) -> str:
    return resources.text(f"field.{key}", options.language, **values)


_SHOWN = {"log": _log, "waiting": _waiting, "conflicts": _conflicts}
