"""No command: the cockpit's window, or the work list where there is no display."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import resources
from cockpit.app.addresses import address_of
from cockpit.app.display import DisplayProblem, missing_display_requirements
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.data.url import SqliteFile

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from cockpit.app.early_start import Start
    from cockpit.app.session import Session
    from cockpit.app.store import Store

SHOWN_WITHOUT_DISPLAY = 25


def run(options: Options, paths: Paths) -> int:
    """Open the window and return when it is closed."""
    problem = missing_display_requirements()
    if problem is not None:
        follows = resources.text("cli.list_follows", options.language)
        sys.stdout.write(f"{explain(problem, options)}\n{follows}\n\n")
        from cockpit.app.commands import work_list  # noqa: PLC0415 - needed without a window alone

        return work_list.run(replace(options, limit=SHOWN_WITHOUT_DISPLAY), paths)
    with _nothing_collected():
        from cockpit.app.early_start import begin  # noqa: PLC0415 - Qt loads only where it can

        start = begin(options, paths)
        # Loaded while the user looks at the first page.
        from cockpit.app.desktop import run_kept, run_window  # noqa: PLC0415 - see above
        from cockpit.app.other_user import OtherUserError  # noqa: PLC0415 - see above

    try:
        code = run_kept(start)
    except OtherUserError:
        code = None
    if code is not None:
        return code
    with _opened(start) as session:
        if session is None:
            return 0
        start = replace(start, options=_with_password(options, session))
        return run_window(start, session)


def _opened(start: "Start") -> "AbstractContextManager[Session | None]":
    """Open a file at once, a server as soon as it answers."""
    from cockpit.app.wiring import open_session  # noqa: PLC0415 - see above

    if isinstance(address_of(start.options, start.paths), SqliteFile):
        if start.early is not None and start.options.is_field:
            return _opened_behind(start)
        return open_session(start.options, start.paths)
    from cockpit.app.server_opening import open_server_session  # noqa: PLC0415 - a file needs none

    return open_server_session(start)


@contextmanager
def _opened_behind(start: "Start") -> "Iterator[Session]":
    """Open a laptop's file while its last page is looked at."""
    from cockpit.app.opening_behind import done_behind  # noqa: PLC0415 - Qt loads only where it can
    from cockpit.app.wiring import wire  # noqa: PLC0415 - see above

    def opened() -> "Store":
        from cockpit.app.store import open_store  # noqa: PLC0415 - what no window waits for

        return open_store(start.options, start.paths, may_ask=False)

    with _nothing_collected():
        store = done_behind(opened)
    try:
        yield wire(store, start.options, start.paths)
    finally:
        store.close()


def _with_password(options: Options, session: "Session") -> Options:
    """Return the options with what let the user in, for the programs beside the window."""
    store = session.store
    if store.field is not None:
        return replace(options, password=store.field.passphrase)
    signed_in = session.store.signed_in
    if signed_in is not None:
        return replace(options, profile=signed_in.login, password=signed_in.passphrase)
    address = session.engines.address
    if isinstance(address, SqliteFile):
        return options
    return replace(options, password=address.password)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Import without looking for garbage, and never look at what was imported.

    Code and mapped tables live as long as the program. Going through them again and again took a
    sixth of the start, and later stops the window each time that all generations are looked at.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def explain(problem: DisplayProblem, options: Options) -> str:
    """Return the sentence that says why no window opens and what would help."""
    packages = " ".join(problem.packages)
    command = problem.install_command or packages
    if problem.kind == "missing_libraries":
        key = "cli.missing_libraries"
    elif problem.display:
        return resources.text("cli.display_refused", options.language, display=problem.display)
    else:
        key = "cli.no_display_packages" if packages else "cli.no_display"
    values = {"packages": packages, "command": command} if packages else {}
    return resources.text(key, options.language, **values)
