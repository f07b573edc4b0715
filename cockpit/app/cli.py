"""From arguments to an exit code: each error of the environment becomes one sentence."""

import os
import sys
from collections.abc import Callable, Sequence

import resources
from cockpit.app import arguments
from cockpit.app.commands import cockpit, demo, import_files, screenshot, self_check, work_list
from cockpit.app.logs import start_logging, stop_logging
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.domain.errors import BadInputError, GiroError
from cockpit.domain.formats import Language

Command = Callable[[Options, Paths], int]

_COMMANDS: dict[str, Command] = {
    "": cockpit.run,
    "worklist": work_list.run,
    "import": import_files.run,
    "demo": demo.run,
    "self-check": self_check.run,
    "screenshot": screenshot.run,
}


def main(words: Sequence[str]) -> int:
    """Run the program and return its exit code: 0 for success, 2 for unusable input."""
    language = Language.PORTUGUESE
    try:
        language = arguments.language_of(words)
        options = arguments.parse(words)
        return _run(options)
    except GiroError as error:
        sys.stderr.write(resources.text(error.message, language) + "\n")
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output went away (`| head`): close quietly, as tools do.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(options: Options) -> int:
    paths = Paths.of_user()
    paths.ensure()
    start_logging(paths.logs)
    try:
        code = _COMMANDS[options.command](options, paths)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise BadInputError("output_not_written") from error
    finally:
        stop_logging()
    return code
