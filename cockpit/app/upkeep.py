"""Which commands keep the database of a window up to date, run beside it."""

import sys
from pathlib import Path

import cockpit
from cockpit.app.options import Options
from cockpit.runtime.background_program import Command
from cockpit.runtime.cycle_keeper import Upkeep

_MAIN = Path(cockpit.__file__).parent.parent / "main.py"


def upkeep_of(options: Options) -> Upkeep:
    """Return the commands for the database that the options mean."""
    words = (str(_MAIN), "cycle", "refresh", *(("--demo",) if options.is_demo else ()))
    # By the environment, because a server's address may hold a password.
    variables = {} if options.database is None else {"GIRO_DATABASE_URL": options.database}
    return Upkeep(
        refresh=Command(sys.executable, words, variables),
        refit=Command(sys.executable, (*words, "--refit"), variables),
    )
