"""``agenda``: next contacts into calendar files, and calendar files into next contacts."""

import argparse
import re
from pathlib import Path

from cockpit.app.arguments import values
from cockpit.app.arguments.texts import Parser, Texts
from cockpit.domain.errors import BadInputError

ACTIONS = ("export", "import")
OPTIONS = frozenset(
    {"--user", "--everybody", "--from", "--until", "--hide-names", "--with-cancelled", "--force",
     "--apply", "--replace", "--assign"}
)  # fmt: skip


def add_agenda(commands: "argparse._SubParsersAction[Parser]", texts: Texts) -> None:
    """Add ``agenda``; what is left out stays as ``AgendaOptions`` has it."""
    agenda = texts.command(commands, "agenda", "agenda")
    texts.add_common(agenda)
    actions = texts.commands(agenda, "agenda_action", is_required=True)
    _add_export(texts.command(actions, "export", "agenda_export", path="agenda"), texts)
    _add_import(texts.command(actions, "import", "agenda_import", path="agenda"), texts)


def _add_export(parser: Parser, texts: Texts) -> None:
    group, kept = _with_file(parser, texts), argparse.SUPPRESS
    whose = group.add_mutually_exclusive_group()
    whose.add_argument("--user", dest="whose_login", default=kept, metavar="LOGIN",
                       help=texts("agenda_user"))  # fmt: skip
    whose.add_argument("--everybody", dest="is_everybody", action="store_true", default=kept,
                       help=texts("agenda_everybody"))  # fmt: skip
    group.add_argument("--from", dest="first_day", type=values.day, default=kept,
                       metavar=texts("day"), help=texts("agenda_from"))  # fmt: skip
    group.add_argument("--until", dest="last_day", type=values.day, default=kept,
                       metavar=texts("day"), help=texts("agenda_until"))  # fmt: skip
    group.add_argument("--hide-names", dest="is_private", action="store_true", default=kept,
                       help=texts("agenda_hide_names"))  # fmt: skip
    group.add_argument("--with-cancelled", dest="with_cancelled", action="store_true",
                       default=kept, help=texts("agenda_with_cancelled"))  # fmt: skip
    group.add_argument("--force", dest="is_overwriting", action="store_true", default=kept,
                       help=texts("export_force"))  # fmt: skip


def _add_import(parser: Parser, texts: Texts) -> None:
    group, kept = _with_file(parser, texts), argparse.SUPPRESS
    group.add_argument("--apply", dest="is_applying", action="store_true", default=kept,
                       help=texts("agenda_apply"))  # fmt: skip
    group.add_argument("--replace", dest="with_replaced", action="store_true", default=kept,
                       help=texts("agenda_replace"))  # fmt: skip
    group.add_argument("--assign", dest="assigned", action="append", type=_assignment,
                       default=kept, metavar=texts("agenda_assign_form"),
                       help=texts("agenda_assign"))  # fmt: skip


def _with_file(parser: Parser, texts: Texts) -> argparse._ArgumentGroup:
    group = texts.add_common(parser)
    group.add_argument("calendar_file", type=Path, metavar=texts("file"),
                       help=texts("agenda_file"))  # fmt: skip
    return group


def _assignment(text: str) -> tuple[int, str]:
    """Return an event's number and a client's code, from ``3=001234``."""
    match = re.fullmatch(r"(\d{1,5})=(\S.*)", text.strip())
    if match is None:
        raise BadInputError("bad_assignment", value=text)
    return int(match[1]), match[2].strip()
