"""From arguments to an exit code: each error of the environment becomes one sentence."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import resources
from cockpit.app import arguments
from cockpit.app.logs import start_logging, stop_logging
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.domain.errors import BadInputError, GiroError
from cockpit.domain.formats import Language

INTERRUPTED = 130
#: When Python's collector looks for cycles. Its own 700 new objects make it run 700 times over one
#: start, and stop everybody each time; that is a fifth of what importing takes.
COLLECTOR_THRESHOLDS = (10_000, 20, 20)

#: Modules by command: only the chosen one is imported, because some need Qt and start slower.
_MODULES = {
    "": "cockpit",
    "worklist": "work_list",
    "import": "import_files",
    "demo": "demo",
    "self-check": "self_check",
    "screenshot": "screenshot",
}


def main(words: Sequence[str]) -> int:
    """Run the program and return its exit code: 0 for success, 2 for unusable input."""
    language = Language.PORTUGUESE
    try:
        language = arguments.language_of(words)
        return _run(arguments.parse(words))
    except GiroError as error:
        sys.stderr.write(resources.text(error.message, language) + "\n")
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away (`| head`): close quietly, as tools do.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(options: Options) -> int:
    gc.set_threshold(*COLLECTOR_THRESHOLDS)
    paths = Paths.of_user()
    paths.ensure()
    start_logging(paths.logs)
    try:
        command = import_module(f"cockpit.app.commands.{_MODULES[options.command]}")
        code: int = command.run(options, paths)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise BadInputError("output_not_written") from error
    finally:
        stop_logging()
    return code
