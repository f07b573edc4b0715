"""Keeps the list's first page for the next start, every minute and when the window has closed."""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QPoint, QTimer, Slot

from cockpit.app.early_start import PAGE_MARK, Start, page_place
from cockpit.app.kept_session import KeptSession
from cockpit.app.session import Session
from cockpit.app.window import Desk
from cockpit.domain.errors import GiroError
from cockpit.domain.list_query import ListQuery
from cockpit.runtime.task_runner import Lane
from cockpit.ui.main_window import GEOMETRY_KEY, MainWindow
from cockpit.ui.work_list.kept_page import LENGTH, KeptPage, Place

_OWN_ALONE = 0o600
_PAUSE_MS = 60_000


class PageKeeper(QObject):
    """Keeps the page now and then, so that there is one after a crash."""

    def __init__(self, desk: Desk, session: Session, start: Start) -> None:
        super().__init__(desk.window)
        self._desk, self._session = desk, session
        place = page_place(start.options, start.paths)
        self._place = None if start.lock is None else place
        self._write = _sealing(session, start) if start.options.is_field else _write_plain
        self._is_field = start.options.is_field
        timer = QTimer(self, interval=_PAUSE_MS)
        timer.timeout.connect(self._on_timer_timeout)
        timer.start()

    def keep(self) -> None:
        """Write what the next start shows first; only the user may read it.

        A laptop's is encrypted; nothing of another encrypted database, nor of a server's, is left
        on the machine.
        """
        work = self._work()
        if work is not None:
            work()

    @Slot()
    def _on_timer_timeout(self) -> None:
        work = self._work()
        if work is None:
            return
        if not self._is_field:
            work()
            return
        # What is encrypted asks its database first.
        self._desk.ctx.runner.submit(
            work, lane=Lane.READ, owner=self, key="page", on_result=lambda _: None
        )

    def _work(self) -> Callable[[], None] | None:
        """Return what writes the page as it is now; None where none is kept."""
        place = self._place
        is_kept = self._is_field or bool(self._session.store.list_mark)
        page = _page(self._desk, self._session) if place is not None and is_kept else None
        return None if place is None or page is None else partial(self._write, place, page)


def _write_plain(place: Path, page: KeptPage) -> None:
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN_ALONE)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(page.to_json())


def _sealing(session: Session, start: Start) -> Callable[[Path, KeptPage], None]:
    """Return what writes a laptop's page; from any thread."""
    from cockpit.app.field.page_writing import write_sealed  # noqa: PLC0415 - a laptop alone needs it

    lock, store = Lock(), session.store

    def write(place: Path, page: KeptPage) -> None:
        key = store.engines.key
        if store.field is None or key is None:
            return
        with lock, suppress(OSError, GiroError):
            write_sealed(store.field, key, start.paths, place, page)

    return write


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
