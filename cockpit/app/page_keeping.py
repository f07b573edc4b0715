"""Keeps the list's first page for the next start, every minute and when the window has closed."""

import os
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Slot

from cockpit.app.early_start import PAGE_MARK, Start, page_place
from cockpit.app.kept_session import KeptSession
from cockpit.app.session import Session
from cockpit.app.window import Desk
from cockpit.domain.list_query import ListQuery
from cockpit.ui.main_window import GEOMETRY_KEY, MainWindow
from cockpit.ui.work_list.kept_page import LENGTH, KeptPage, Place

_OWN_ALONE = 0o600
_PAUSE_MS = 60_000


class PageKeeper(QObject):
    """Keeps the page now and then, so that there is one after a crash."""

    def __init__(self, desk: Desk, session: Session, start: Start) -> None:
        super().__init__(desk.window)
        self._keep = partial(keep_page, desk, session, start)
        timer = QTimer(self, interval=_PAUSE_MS)
        timer.timeout.connect(self._on_timer_timeout)
        timer.start()

    @Slot()
    def _on_timer_timeout(self) -> None:
        self._keep()


def keep_page(desk: Desk, session: Session, start: Start) -> None:
    """Write what the next start shows first; only the user may read it.

    Nothing of an encrypted database, nor of a server's, is left on the machine.
    """
    place = page_place(start.options, start.paths)
    page = _page(desk, session)
    if place is None or page is None or start.lock is None or not session.store.list_mark:
        return
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN_ALONE)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(page.to_json())


def _page(desk: Desk, session: Session) -> KeptPage | None:
    """Return the first rows as the list shows them after a start; None without a list."""
    screen, preferences = desk.window.work_list, desk.ctx.preferences
    table, sorting = screen.table, screen.query.sorting
    if table is None:
        return None
    kept = KeptSession(session.user, preferences.values, session.store.list_mark)
    selection = table.select(ListQuery(sorting=sorting))
    rows = table.rows(selection.lines(0, min(LENGTH, len(selection))))
    return KeptPage(
        PAGE_MARK,
        preferences.theme,
        preferences.language,
        preferences.value(GEOMETRY_KEY, ""),
        _place(desk.window),
        screen.keeper.layout,
        sorting,
        table.as_of,
        table.now,
        tuple(rows),
        kept.to_document(),
    )


def _place(window: MainWindow) -> Place:
    screen = window.work_list
    top = screen.mapTo(window, QPoint(0, 0)).y()
    return Place(top, window.desk.browsing_width(), window.height() - top - screen.height())
