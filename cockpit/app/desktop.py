"""The Qt application: one window, its event loop, its end."""

import sys
from collections.abc import Mapping
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

import resources
from cockpit.app.addresses import address_of
from cockpit.app.early_start import Start
from cockpit.app.kept_session import KeptSession
from cockpit.app.later_store import LaterStore
from cockpit.app.opening import Opening
from cockpit.app.page_keeping import PageKeeper
from cockpit.app.session import Session
from cockpit.app.window import Desk, open_desk
from cockpit.app.wiring import wire
from cockpit.runtime.quit_signals import QuitSignals
from cockpit.runtime.single_instance import SingleInstance
from cockpit.ui.early_window import Succession
from cockpit.ui.window_place import keep_on_screen

if TYPE_CHECKING:
    from cockpit.app.store import Store


def run_kept(start: Start) -> int | None:
    """Show the cockpit by what the last run kept, and open the database behind it.

    Returns:
        The exit code; None where nothing was kept.

    Raises:
        OtherUserError: The database is not the last run's.
        GiroError: It cannot be opened.
    """
    kept = KeptSession.from_document(start.kept)
    if kept is None:
        return None

    def opened() -> "Store":
        from cockpit.app.store import open_store  # noqa: PLC0415 - what no window waits for

        return open_store(start.options, start.paths, may_ask=False)

    with closing(LaterStore(opened, kept.user, kept.list_mark)) as store:
        session = wire(store, start.options, start.paths)
        opening = Opening(store, session.preferences.load)
        code = run_window(start, session, opening=opening, preferences=kept.preferences)
        if store.trouble is not None:
            raise store.trouble
        return code


def run_window(
    start: Start,
    session: Session,
    *,
    opening: Opening | None = None,
    preferences: Mapping[str, object] | None = None,
) -> int:
    """Show the cockpit until it is closed; a second start brings the first to the front.

    Args:
        start: The start under way.
        session: What the window works on.
        opening: Opens its database, where it is not open yet.
        preferences: The user's, where they are known without it.
    """
    app, options, paths = start.app, start.options, start.paths
    instance = SingleInstance(f"{address_of(options, paths)}\n{session.user.login}", paths.home)
    if not instance.acquire():
        sys.stdout.write(resources.text("cli.already_running", options.language) + "\n")
        return 0
    signals = QuitSignals()
    try:
        with open_desk(session, app, options, start.theme, preferences) as desk:
            if options.is_language_chosen:
                desk.ctx.preferences.language = options.language
            instance.front_requested.connect(desk.window.come_to_front)
            desk.window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
            keeper = PageKeeper(desk, session, start)
            _show(start, desk, opening)
            try:
                code = app.exec()
            finally:
                if opening is not None:
                    opening.finish()
            if opening is None or opening.is_open:
                keeper.keep()
            return code
    finally:
        signals.close()
        instance.release()


def _show(start: Start, desk: Desk, opening: Opening | None) -> None:
    """Bring the window onto the screen, and its database behind it."""
    window, early = desk.window, start.early
    if opening is not None:
        opening.opened.connect(desk.ctx.preferences.catch_up)
    if early is None:
        keep_on_screen(window)
        window.show()
    else:
        succession = Succession(early, window, window.work_list.view)
        early.keys.left_out.connect(window.show_message)
        if opening is not None:
            succession.ended.connect(opening.start)
    window.start()
