"""Which commands work on the database of a window, run beside it."""

import sys
from pathlib import Path

import cockpit
from cockpit.app.options import Options
from cockpit.app.password_input import PASSWORD_VARIABLE, password_line
from cockpit.runtime.background_program import Command
from cockpit.runtime.cycle_keeper import Upkeep

_MAIN = Path(cockpit.__file__).parent.parent / "main.py"


def upkeep_of(options: Options) -> Upkeep:
    """Return the commands that keep the cycles up to date."""
    return Upkeep(
        refresh=_command(options, "cycle", "refresh"),
        refit=_command(options, "cycle", "refresh", "--refit"),
    )


def notify_of(options: Options) -> Command | None:
    """Return the command that tells everybody; None on a day that is not today."""
    return _command(options, "notify") if options.as_of is None else None


def import_of(options: Options) -> Command:
    """Return the command that imports what it is asked to on its standard input."""
    return _command(options, "import", "--beside")


def _command(options: Options, *words: str) -> Command:
    """Return a command for the database that the options mean."""
    more: tuple[str, ...] = ("--demo",) if options.is_demo else ()
    more += ("--insecure",) if options.is_insecure else ()
    more += () if options.profile is None else ("--profile", options.profile)
    variables = {} if options.database is None else {"GIRO_DATABASE_URL": options.database}
    program, secret = (str(_MAIN), *words, *more), b""
    if options.password is not None:
        variables[PASSWORD_VARIABLE] = "1"
        secret = password_line(options.password)
    return Command(sys.executable, program, variables, secret)
