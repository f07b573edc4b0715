"""The true window on a prepared database, opened in this process."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QApplication

from cockpit.app.arguments import parse
from cockpit.app.field.choice import field_choice
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.window import Desk, open_desk
from cockpit.app.wiring import open_session
from scripts.benchmarks.children import Portfolio
from scripts.benchmarks.window import PaintWaiter, settle
from tests.support.ended_windows import end_window

WINDOW = (1366, 768)


@dataclass(frozen=True)
class OpenDesk:
    """A window that shows its list."""

    session: Session
    desk: Desk
    paints: PaintWaiter


@contextmanager
def shown_desk(portfolio: Portfolio, app: QApplication) -> Iterator[OpenDesk]:
    """Open the window and wait until its list is painted; no other page opens by itself."""
    gc.collect()
    gc.freeze()  # as the program does with what it imported: no collection looks at that again
    paths = Paths(portfolio.home)
    options = parse(portfolio.arguments)
    if not portfolio.arguments and field_choice(paths) is not None:
        options = replace(options, is_field=True)
    with (
        open_session(options, paths) as session,
        open_desk(
            session, app, preferences={**session.preferences.load(), "morning.opens": False}
        ) as desk,
    ):
        view = desk.window.work_list.view
        paints = PaintWaiter(view)
        desk.window.resize(*WINDOW)
        desk.window.show()
        desk.window.start()
        paints.wait_for(lambda: bool(view.model().rowCount()))
        settle(500)
        yield OpenDesk(session, desk, paints)
        desk.window.close()
    end_window(desk.window)  # the program would end here
