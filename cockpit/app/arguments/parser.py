"""The program's parser: its commands, and its own sentences for what argparse refuses."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import fields
from typing import Any, TypeAlias

from cockpit import __version__
from cockpit.app.arguments import (
    agenda,
    audit,
    closing,
    cycle,
    export,
    field,
    import_,
    notify,
    privacy,
    profile,
    report,
    server,
    values,
)
from cockpit.app.arguments.texts import PROGRAM, Parser, Texts
from cockpit.app.options import (
    AgendaOptions,
    AuditOptions,
    ClosingOptions,
    CycleOptions,
    ExportOptions,
    FieldOptions,
    ImportOptions,
    NotifyOptions,
    Options,
    ProfileOptions,
    ReportOptions,
    ServerOptions,
)
from cockpit.app.privacy_options import PrivacyOptions
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language

COMMANDS = (
    "worklist", "import", "export", "agenda", "cycle", "report", "closing", "notify", "audit",
    "profile", "server", "field", "sync", "privacy", "demo", "self-check", "screenshot",
)  # fmt: skip
_ACTIONS: dict[str, Sequence[str]] = {
    "agenda": agenda.ACTIONS, "audit": audit.ACTIONS, "closing": closing.ACTIONS,
    "cycle": cycle.ACTIONS, "profile": profile.ACTIONS, "report": report.ACTIONS,
    "server": server.ACTIONS, "field": field.ACTIONS, "sync": field.SYNC_ACTIONS,
    "privacy": privacy.ACTIONS,
}  # fmt: skip
#: Commands of commands of commands.
_NESTED: dict[str, dict[str, Sequence[str]]] = {
    "cycle": {"policy": cycle.POLICY_ACTIONS},
    "report": {report.SCHEDULE: report.SCHEDULE_ACTIONS},
}
FORMATS = ("table", "csv", "json")
THEMES = ("light", "dark")
_OPTIONS = frozenset(
    {"--help", "--version", "--demo", "--database", "--as-of", "--language", "--format", "--limit",
     "--status", "--theme", "--size", "--insecure", "--profile"}
)  # fmt: skip
_KNOWN_OPTIONS = _OPTIONS.union(
    cycle.OPTIONS,
    import_.OPTIONS,
    export.OPTIONS,
    agenda.OPTIONS,
    notify.OPTIONS,
    server.OPTIONS,
    audit.OPTIONS,
    closing.OPTIONS,
    profile.OPTIONS,
    report.OPTIONS,
    field.OPTIONS,
    privacy.OPTIONS,
)


#: Options of single commands, by the field that holds them.
_GROUPS: dict[str, type[Any]] = {
    "cycle": CycleOptions, "importing": ImportOptions, "exporting": ExportOptions,
    "notifying": NotifyOptions, "agenda": AgendaOptions, "server": ServerOptions,
    "audit": AuditOptions, "closing": ClosingOptions, "profiles": ProfileOptions,
    "reporting": ReportOptions, "fielding": FieldOptions,
    "privacy": PrivacyOptions,
}  # fmt: skip


def parse(arguments: Sequence[str]) -> Options:
    """Return what the arguments ask for.

    Raises:
        BadInputError: An option is unknown, lacks its value, or its value cannot be used.
        SystemExit: Help or the version was asked for, and printed.
    """
    parser = _parser(language_of(arguments))
    try:
        known, unknown = parser.parse_known_args(arguments)
    except argparse.ArgumentError as error:
        raise _explained(error, arguments) from error
    if unknown:
        raise BadInputError("unknown_option", option=unknown[0])
    given = vars(known)
    given["is_language_chosen"] = "language" in given
    given.setdefault("language", language_of(()))
    if given.get("is_demo"):
        if "database" in given:
            raise BadInputError("demo_and_database")
    else:
        given.setdefault("database", os.environ.get("GIRO_DATABASE_URL") or None)
        given.setdefault("profile", os.environ.get("GIRO_PROFILE") or None)
    groups = {name: kind(**_taken(given, kind)) for name, kind in _GROUPS.items()}
    options = Options(**given, **groups)
    if options.command == "import":
        import_.check(options)
    return options


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language asked for by option or environment; Portuguese by default."""
    for position, argument in enumerate(arguments):
        if argument.startswith("--language="):
            return values.language(argument.partition("=")[2])
        if argument == "--language" and position + 1 < len(arguments):
            return values.language(arguments[position + 1])
    return values.language(os.environ.get("GIRO_LANGUAGE") or Language.PORTUGUESE)


_Asked: TypeAlias = (
    AgendaOptions
    | AuditOptions
    | ClosingOptions
    | CycleOptions
    | ExportOptions
    | FieldOptions
    | ImportOptions
    | NotifyOptions
    | PrivacyOptions
    | ProfileOptions
    | ReportOptions
    | ServerOptions
)


def _taken(given: dict[str, Any], kind: type[_Asked]) -> dict[str, Any]:
    """Take out what one command's own options say."""
    taken = {one.name: given.pop(one.name) for one in fields(kind) if one.name in given}
    return {name: tuple(one) if isinstance(one, list) else one for name, one in taken.items()}


def _explained(error: argparse.ArgumentError, arguments: Sequence[str]) -> BadInputError:
    """Return the program's own sentence for what argparse refused."""
    for word in arguments:
        if word.startswith("--") and word.partition("=")[0] not in _KNOWN_OPTIONS:
            return BadInputError("unknown_option", option=word)
    words = [word for word in arguments if not word.startswith("-")]
    command = next((word for word in words if word in COMMANDS), None)
    if error.argument_name is not None and not error.argument_name.startswith("-"):
        choices, words = _choices(command, words)
        unknown = next((word for word in words if word not in choices), "")
        return BadInputError("unknown_command", command=unknown, choices=", ".join(choices))
    if error.argument_name is None and command:  # Python 3.13 raises what 3.11 hands to error()
        after = words[words.index(command) + 1 :]
        is_nested = after[:1] != [] and after[0] in _NESTED.get(command, {})
        given = f"{command} {after[0]}" if is_nested else command
        return BadInputError("incomplete_command", command=f"{PROGRAM} {given}")
    return BadInputError("bad_option", option=error.argument_name or " ".join(words))


def _choices(command: str | None, words: list[str]) -> tuple[Sequence[str], list[str]]:
    """Return the commands that were possible where something else stands, and the words there."""
    if command not in _ACTIONS:
        return COMMANDS, words
    after = words[words.index(command) + 1 :]
    for name, choices in _NESTED.get(command, {}).items():
        if after[:1] == [name]:
            return choices, after[1:]
    return _ACTIONS[command], after


def _parser(language: Language) -> Parser:
    texts = Texts(language)
    parser = texts.parser("description")
    texts.add_common(parser).add_argument(
        "--version", action="version", version=f"Giro {__version__}", help=texts("version")
    )
    commands = texts.commands(parser, "command")
    parser.set_defaults(command="")

    def command(name: str, key: str) -> argparse._ArgumentGroup:
        return texts.add_common(texts.command(commands, name, key))

    work_list = command("worklist", "worklist")
    work_list.add_argument("--format", type=values.OneOf("--format", FORMATS), default="table",
                           metavar="|".join(FORMATS), help=texts("format"))  # fmt: skip
    work_list.add_argument("--limit", type=values.count, metavar="N", help=texts("limit"))
    work_list.add_argument("--status", dest="statuses", type=values.statuses, default=(),
                           metavar="STATUS[,STATUS]", help=texts("status"))  # fmt: skip
    import_.add_import(commands, texts)
    export.add_export(commands, texts)
    agenda.add_agenda(commands, texts)
    cycle.add_cycle(commands, texts)
    notify.add_notify(commands, texts)
    closing.add_closing(commands, texts)
    audit.add_audit(commands, texts)
    profile.add_profile(commands, texts)
    report.add_report(commands, texts)
    server.add_server(commands, texts)
    field.add_field(commands, texts)
    field.add_sync(commands, texts)
    privacy.add_privacy(commands, texts)
    command("demo", "demo")
    command("self-check", "self_check")
    _add_screenshot(command("screenshot", "screenshot"), texts)
    return parser


def _add_screenshot(group: argparse._ArgumentGroup, texts: Texts) -> None:
    group.add_argument("screen", type=values.screen, metavar=texts("screen"),
                       help=", ".join(values.SCREENS))  # fmt: skip
    group.add_argument("files", type=values.single_path, metavar=texts("file"),
                       help=texts("screenshot_file"))  # fmt: skip
    group.add_argument("--theme", type=values.OneOf("--theme", THEMES), default="light",
                       metavar="|".join(THEMES), help=texts("theme"))  # fmt: skip
    group.add_argument("--size", type=values.size, default=(1366, 768), metavar=texts("size_form"),
                       help=texts("size"))  # fmt: skip
