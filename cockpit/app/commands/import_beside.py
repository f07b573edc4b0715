"""``import --beside``: imports what a window asks for on standard input, and tells it how it goes.

The end of standard input means that nobody wants the import any more: it stops after the batch that
it is in. So it also ends soon after a window that was killed.
"""

import os
import sys
from functools import partial
from pathlib import Path
from threading import Event, Thread

from cockpit.app.commands.after_import import follow_orders
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.domain.errors import BadInputError, GiroError
from cockpit.services.import_exchange import (
    ImportFailure,
    ImportOutcome,
    ImportRequest,
    RefusedFile,
    Said,
    line_of,
    read_line,
)


def run(options: Options, paths: Paths) -> int:
    """Serve one request."""
    request = _request()
    is_unwanted = Event()
    Thread(target=_await_end_of_input, args=(is_unwanted,), daemon=True).start()
    try:
        outcome = _import(request, options, paths, is_unwanted)
    except GiroError as error:
        _say(ImportFailure(error.message))
        return error.exit_code
    _say(outcome)
    return 0


def _request() -> ImportRequest:
    try:
        said = read_line(sys.stdin.buffer.readline().decode("ascii"))
    except ValueError:
        said = None
    if not isinstance(said, ImportRequest):
        raise BadInputError("bad_option", option="--beside")
    return said


def _import(
    request: ImportRequest, options: Options, paths: Paths, is_unwanted: Event
) -> ImportOutcome:
    refused: list[RefusedFile] = []

    def note(path: Path, error: BadInputError) -> None:
        refused.append(RefusedFile(path, error.message))

    with open_session(options, paths) as session:
        begin = session.importing.trial
        if not request.is_trial:
            begin = partial(
                session.importing.run,
                origin=request.origin,
                on_refused=None if request.is_strict else note,
            )
        summaries = begin(
            request.paths,
            mappings=request.mappings,
            report=_say,
            is_cancelled=is_unwanted.is_set,
        )
        follow_orders(session, summaries)
    return ImportOutcome(tuple(summaries), tuple(refused))


def _await_end_of_input(is_unwanted: Event) -> None:
    # Not through sys.stdin, whose lock a waiting thread would hold when the program ends.
    while os.read(0, 64):
        continue
    is_unwanted.set()


def _say(said: Said) -> None:
    sys.stdout.write(line_of(said) + "\n")
    sys.stdout.flush()
