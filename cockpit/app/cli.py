"""From arguments to an exit code: each error of the environment becomes one sentence."""

import gc
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import resources
from cockpit.app import arguments
from cockpit.app.addresses import with_chosen_server
from cockpit.app.logs import start_logging, stop_logging
from cockpit.app.options import Options
from cockpit.app.password_input import with_password_input
from cockpit.app.paths import Paths, folder_trouble
from cockpit.app.start_trouble import show_trouble
from cockpit.app.terminal import complain, prepare_streams
from cockpit.domain.errors import BadInputError, GiroError
from cockpit.domain.formats import Language

FAILED = 1
INTERRUPTED = 130
#: When Python's collector looks for cycles. Its own 700 new objects make it run 700 times over one
#: start, and stop everybody each time; that is a fifth of what importing takes.
COLLECTOR_THRESHOLDS = (10_000, 20, 20)
#: How long a thread may keep the interpreter from another that waits for it. Each of a window's
#: paintings waits anew while something is read behind it: with Python's own 5 ms a window of thirty
#: of them took 7 ms (p90 74), with this 2.5 (p90 4.5), and reading took as long as before.
SWITCH_SECONDS = 0.0005

#: Modules by command: only the chosen one is imported, because some need Qt and start slower.
_MODULES = {
    "": "cockpit",
    "worklist": "work_list",
    "import": "import_files",
    "export": "export",
    "agenda": "agenda",
    "cycle": "cycle",
    "report": "report",
    "notify": "notify",
    "closing": "closing",
    "audit": "audit",
    "profile": "profile",
    "server": "server",
    "field": "field",
    "sync": "sync",
    "privacy": "privacy",
    "demo": "demo",
    "self-check": "self_check",
    "screenshot": "screenshot",
}
#: What the office does, on the server: a laptop's file holds one person's customers alone.
_OFFICE = frozenset(
    {"import", "notify", "closing", "profile", "privacy", "cycle fit", "cycle policy"}
)
_log = logging.getLogger(__name__)


def main(words: Sequence[str]) -> int:
    """Run the program and return its exit code: 0 for success, 2 for unusable input."""
    prepare_streams()
    language = Language.PORTUGUESE
    options: Options | None = None
    try:
        language = arguments.language_of(words)
        options = arguments.parse(words)
        return _run(options)
    except GiroError as error:
        sentence = resources.text(error.message, language)
        complain(sentence)
        if options is not None:
            show_trouble(sentence, options)
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away (`| head`): close quietly, as tools do.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _refuse_office_work(options: Options) -> None:
    """Refuse what a laptop in the field leaves to the server.

    Raises:
        BadInputError: It is meant to be done on the laptop's file.
    """
    words = [options.command]
    if options.command == "cycle":
        words.append(options.cycle.action)
    if options.is_field and not _OFFICE.isdisjoint({words[0], " ".join(words)}):
        raise BadInputError("field_office_only", command=" ".join(words))


def _run(options: Options) -> int:
    gc.set_threshold(*COLLECTOR_THRESHOLDS)
    sys.setswitchinterval(SWITCH_SECONDS)
    paths = Paths.of_user()
    paths.ensure()
    try:
        start_logging(paths.logs)
    except OSError as error:
        raise folder_trouble(paths.logs, error) from error
    options = with_password_input(with_chosen_server(options, paths))
    _refuse_office_work(options)
    try:
        command = import_module(f"cockpit.app.commands.{_MODULES[options.command]}")
        code: int = command.run(options, paths)
        sys.stdout.flush()
    except (GiroError, BrokenPipeError):
        raise
    except OSError as error:
        raise BadInputError("output_not_written") from error
    except Exception:  # noqa: BLE001 - whatever it is, the user gets a sentence
        # A fault of the program: its places go to the log, its text may hold a customer's name.
        _log.critical("the program failed", exc_info=True)
        sentence = resources.text("error.program_failed", options.language, folder=str(paths.logs))
        complain(sentence)
        show_trouble(sentence, options)
        return FAILED
    finally:
        stop_logging()
    return code
