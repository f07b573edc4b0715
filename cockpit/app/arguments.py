"""The one parser of the command line, in both languages.

Values are converted by functions that raise ``BadInputError`` with a sentence of their own, so that
argparse's English texts never reach the user.
"""

import argparse
import os
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import resources
from cockpit import __version__
from cockpit.app.options import Options
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import LifecycleStatus

PROGRAM = "python main.py"
COMMANDS = ("worklist", "import", "demo", "self-check", "screenshot")
OPTIONS = (
    "--help --version --demo --database --as-of --language --format --limit --status --theme --size"
)
FORMATS = ("table", "csv", "json")
THEMES = ("light", "dark")
SCREENS = ("cockpit", "contact_form", "reminders", "shortcuts", "empty", "crash")
LARGEST_SIDE = 8000

_STATUS_WORDS = {
    "novo": LifecycleStatus.NEW,
    "ativo": LifecycleStatus.ACTIVE,
    "em_risco": LifecycleStatus.AT_RISK,
    "pre_inativo": LifecycleStatus.AT_RISK,
    "inativo": LifecycleStatus.INACTIVE,
    "perdido": LifecycleStatus.LOST,
    "recuperado": LifecycleStatus.RECOVERED,
    "reativado": LifecycleStatus.RECOVERED,
    "bloqueado": LifecycleStatus.BLOCKED,
}


def parse(arguments: Sequence[str]) -> Options:
    """Return what the arguments ask for.

    Raises:
        BadInputError: An option is unknown, lacks its value, or its value cannot be used.
        SystemExit: Help or the version was asked for, and printed.
    """
    parser = _parser(language_of(arguments))
    try:
        values, unknown = parser.parse_known_args(arguments)
    except argparse.ArgumentError as error:
        raise _explained(error, values_of=arguments) from error
    if unknown:
        raise BadInputError("unknown_option", option=unknown[0])
    given = vars(values)
    given["is_language_chosen"] = "language" in given
    given.setdefault("language", language_of(()))
    if given.get("is_demo"):
        if "database" in given:
            raise BadInputError("demo_and_database")
    else:
        given.setdefault("database", os.environ.get("GIRO_DATABASE_URL") or None)
    return Options(**given)


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language asked for by option or environment; Portuguese by default."""
    for position, argument in enumerate(arguments):
        if argument.startswith("--language="):
            return _language(argument.partition("=")[2])
        if argument == "--language" and position + 1 < len(arguments):
            return _language(arguments[position + 1])
    return _language(os.environ.get("GIRO_LANGUAGE") or Language.PORTUGUESE)


def _explained(error: argparse.ArgumentError, values_of: Sequence[str]) -> BadInputError:
    """Return the program's own sentence for what argparse refused."""
    for word in values_of:
        if word.startswith("--") and word.partition("=")[0] not in OPTIONS.split():
            return BadInputError("unknown_option", option=word)
    words = [word for word in values_of if not word.startswith("-")]
    if error.argument_name is not None and not error.argument_name.startswith("-"):
        unknown = next((word for word in words if word not in COMMANDS), "")
        return BadInputError("unknown_command", command=unknown, choices=", ".join(COMMANDS))
    command = next((word for word in words if word in COMMANDS), None)
    if error.argument_name is None and command:  # Python 3.13 raises what 3.11 hands to error()
        return BadInputError("incomplete_command", command=f"{PROGRAM} {command}")
    return BadInputError("bad_option", option=error.argument_name or " ".join(words))


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are the program's own."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing argparse's English."""
        raise BadInputError("incomplete_command", command=self.prog) from None


class _Help:
    """Builds parsers with the texts of one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        usage = self("usage")

        class Formatter(argparse.RawDescriptionHelpFormatter):
            def add_usage(
                self,
                usage: str | None,
                actions: Iterable[argparse.Action],
                groups: Iterable[argparse._MutuallyExclusiveGroup],
                prefix: str | None = None,
            ) -> None:
                super().add_usage(usage, actions, groups, prefix or heading)

        heading = f"{usage}: "
        self._formatter = Formatter

    def __call__(self, name: str) -> str:
        """Return one of the command line's texts."""
        return resources.text(f"cli.{name}", self._language)

    def settings(self, description: str) -> dict[str, object]:
        """Return the keyword arguments that all parsers share."""
        return {
            "description": self(description),
            "formatter_class": self._formatter,
            "add_help": False,
            "allow_abbrev": False,
            "exit_on_error": False,
        }

    def add_common(self, parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
        """Add the options that stand before and after a command alike; return their group."""
        group = parser.add_argument_group(self("options"))
        kept = argparse.SUPPRESS
        group.add_argument("-h", "--help", action="help", help=self("help"))
        group.add_argument("--demo", dest="is_demo", action="store_true", default=kept,
                           help=self("demo_option"))  # fmt: skip
        group.add_argument("--database", metavar="URL", default=kept, help=self("database"))
        group.add_argument("--as-of", metavar=self("day"), type=_day, default=kept,
                           help=self("as_of"))  # fmt: skip
        group.add_argument("--language", metavar="pt_BR|en", type=_language, default=kept,
                           help=self("language"))  # fmt: skip
        return group


def _parser(language: Language) -> argparse.ArgumentParser:
    texts = _Help(language)
    parser = _Parser(prog=PROGRAM, epilog=texts("epilog"), **texts.settings("description"))  # type: ignore[arg-type]
    texts.add_common(parser).add_argument(
        "--version", action="version", version=f"Giro {__version__}", help=texts("version")
    )
    commands = parser.add_subparsers(
        dest="command", metavar=texts("command"), title=texts("commands"), parser_class=_Parser
    )
    parser.set_defaults(command="")

    def command(name: str, key: str) -> argparse._ArgumentGroup:
        settings = texts.settings(key) | {"prog": f"{PROGRAM} {name}"}
        return texts.add_common(commands.add_parser(name, help=texts(key), **settings))  # type: ignore[arg-type]

    work_list = command("worklist", "worklist")
    work_list.add_argument("--format", type=_one_of("--format", FORMATS), default="table",
                           metavar="|".join(FORMATS), help=texts("format"))  # fmt: skip
    work_list.add_argument("--limit", type=_count, metavar="N", help=texts("limit"))
    work_list.add_argument("--status", dest="statuses", type=_statuses, default=(),
                           metavar="STATUS[,STATUS]", help=texts("status"))  # fmt: skip
    command("import", "import").add_argument(
        "files", type=Path, nargs="+", metavar=texts("file"), help=texts("import_file")
    )
    command("demo", "demo")
    command("self-check", "self_check")
    screenshot = command("screenshot", "screenshot")
    screenshot.add_argument("screen", type=_screen, metavar=texts("screen"),
                            help=", ".join(SCREENS))  # fmt: skip
    screenshot.add_argument("files", type=_single_path, metavar=texts("file"),
                            help=texts("screenshot_file"))  # fmt: skip
    screenshot.add_argument("--theme", type=_one_of("--theme", THEMES), default="light",
                            metavar="|".join(THEMES), help=texts("theme"))  # fmt: skip
    screenshot.add_argument("--size", type=_size, default=(1366, 768), metavar=texts("size_form"),
                            help=texts("size"))  # fmt: skip
    return parser


class _OneOf:
    """Converts a value that must be one of a few words."""

    def __init__(self, option: str, words: Sequence[str]) -> None:
        self._option = option
        self._words = words

    def __call__(self, text: str) -> str:
        if text not in self._words:
            raise BadInputError(
                "bad_choice", option=self._option, value=text, choices=", ".join(self._words)
            )
        return text


_one_of = _OneOf


def _language(text: str) -> Language:
    try:
        return Language(text)
    except ValueError:
        raise BadInputError(
            "bad_choice", option="--language", value=text, choices=", ".join(Language)
        ) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInputError("bad_day", value=text) from None


def _count(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text):
        raise BadInputError("bad_count", value=text)
    return int(text)


def _statuses(text: str) -> tuple[LifecycleStatus, ...]:
    words = {status.value: status for status in LifecycleStatus} | _STATUS_WORDS
    bare = text.lower().replace("é", "e").replace("-", "_").split(",")
    names = ["_".join(name.split()) for name in bare]
    for name in names:
        if name not in words:
            raise BadInputError("bad_status", value=name)
    return tuple(words[name] for name in names)


def _screen(text: str) -> str:
    if text not in SCREENS:
        raise BadInputError("bad_screen", value=text, choices=", ".join(SCREENS))
    return text


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,4})[xX](\d{3,4})", text)
    if match is None or max(int(match[1]), int(match[2])) > LARGEST_SIDE:
        raise BadInputError("bad_size", value=text)
    return int(match[1]), int(match[2])


def _single_path(text: str) -> tuple[Path]:
    return (Path(text),)
