"""Parsers that speak one language, the user's."""

import argparse
from collections.abc import Iterable
from typing import NoReturn

import resources
from cockpit.app.arguments import values
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language

PROGRAM = "python main.py"


class Parser(argparse.ArgumentParser):
    """A parser whose errors are the program's own."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing argparse's English."""
        raise BadInputError("incomplete_command", command=self.prog) from None


class Texts:
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

    def parser(self, description: str) -> Parser:
        """Return the parser of the program."""
        return Parser(prog=PROGRAM, epilog=self("epilog"), **self._settings(description))  # type: ignore[arg-type]

    def commands(
        self, parser: argparse.ArgumentParser, dest: str, *, is_required: bool = False
    ) -> "argparse._SubParsersAction[Parser]":
        """Let a parser have commands and return where they are added."""
        return parser.add_subparsers(
            dest=dest,
            metavar=self("command"),
            title=self("commands"),
            parser_class=Parser,
            required=is_required,
        )

    def command(
        self, commands: "argparse._SubParsersAction[Parser]", name: str, key: str, *, path: str = ""
    ) -> Parser:
        """Add a command and return its parser.

        Args:
            commands: Where it is added.
            name: Its last word.
            key: Name of its description.
            path: The words before the last one.
        """
        words = " ".join(filter(None, (PROGRAM, path, name)))
        settings = self._settings(key) | {"prog": words}
        return commands.add_parser(name, help=self(key), **settings)  # type: ignore[arg-type]

    def add_common(self, parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
        """Add the options that stand before and after a command alike; return their group."""
        group = parser.add_argument_group(self("options"))
        kept = argparse.SUPPRESS
        group.add_argument("-h", "--help", action="help", help=self("help"))
        group.add_argument("--demo", dest="is_demo", action="store_true", default=kept,
                           help=self("demo_option"))  # fmt: skip
        group.add_argument("--database", metavar="URL", default=kept, help=self("database"))
        group.add_argument("--insecure", dest="is_insecure", action="store_true", default=kept,
                           help=self("insecure"))  # fmt: skip
        group.add_argument("--profile", metavar=self("login"), default=kept,
                           help=self("profile_option"))  # fmt: skip
        group.add_argument("--as-of", metavar=self("day"), type=values.day, default=kept,
                           help=self("as_of"))  # fmt: skip
        group.add_argument("--language", metavar="pt_BR|en", type=values.language, default=kept,
                           help=self("language"))  # fmt: skip
        return group

    def _settings(self, description: str) -> dict[str, object]:
        """Return the keyword arguments that all parsers share."""
        return {
            "description": self(description),
            "formatter_class": self._formatter,
            "add_help": False,
            "allow_abbrev": False,
            "exit_on_error": False,
        }
