"""Make the documents' pictures of two real windows at one server, on screens of their own.

Usage: python scripts/make_team_pictures.py [calls|road]

Needs what the tests of the desktop need (Xvfb, xdotool, dbus-daemon).
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter  # noqa: E402 - our own path
from sqlalchemy import NullPool, create_engine, text  # noqa: E402

from cockpit.app.demo_database import create_demo  # noqa: E402 - the project comes first
from cockpit.data.url import SqliteFile  # noqa: E402
from tests.support.field_story import road_to, tell_of_the_road  # noqa: E402
from tests.support.giro_window import wait_for  # noqa: E402
from tests.support.mortal_server import LASTING  # noqa: E402
from tests.support.postgres import start_server  # noqa: E402
from tests.support.screens import paint_screen  # noqa: E402
from tests.support.team_story import (  # noqa: E402
    DATABASE,
    DAY,
    TeamOffice,
    keyring_of,
    says,
    tell,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.giro_window import GiroWindow
    from tests.support.team_story import Painter

PICTURES = ROOT / "docs" / "pictures"
_GAP = 16
_DATE_NOTICES = text("UPDATE notifications SET created_at = :at WHERE kind = 'collision'")
#: Half an hour after the windows' clocks start.
_NOTICED = time(12, 30)
#: Tells a story in a theme.
_Story: TypeAlias = "Callable[[TeamOffice, str], None]"


def main(arguments: list[str]) -> int:
    """Tell the stories that are asked for, or all, once in each theme."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    stories = {"calls": _tell_of_calls, "road": _tell_of_the_road}
    for name in arguments or stories:
        for theme in ("light", "dark"):
            with tempfile.TemporaryDirectory() as folder:
                _tell(Path(folder), theme, stories[name])
    del application
    return 0


def _tell(folder: Path, theme: str, story: _Story) -> None:
    demo = folder / "demo.db"
    create_demo(SqliteFile(demo), DAY, is_renewed=True)
    server = start_server(LASTING)
    try:
        with keyring_of(folder):
            office = TeamOffice(server, folder)
            office.fill(demo)
            story(office, theme)
    finally:
        server.stop()


def _tell_of_calls(office: TeamOffice, theme: str) -> None:
    tell(office, _painter(office, "two_windows", theme), is_dark=theme == "dark")


def _tell_of_the_road(office: TeamOffice, theme: str) -> None:
    paint = _painter(office, "road", theme)

    def paint_and_date(name: str, laptop: GiroWindow, desk: GiroWindow) -> None:
        paint(name, laptop, desk)
        if name == "decided":  # the next one is of the notice
            _date_notices(office)
            laptop.press("ctrl+F9")
            wait_for("the notice's day", lambda: _is_synchronised(laptop))

    with road_to(office) as road:
        tell_of_the_road(road, paint_and_date, is_dark=theme == "dark")


def _date_notices(office: TeamOffice) -> None:
    """Date what the server noticed into the day of the windows, whose clocks alone stand there."""
    engine = create_engine(office.server.url(DATABASE), poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(_DATE_NOTICES, {"at": datetime.combine(DAY, _NOTICED, tzinfo=UTC)})


def _is_synchronised(laptop: GiroWindow) -> bool:
    return says(laptop, "recebido") or says(laptop, "nada de novo")


def _painter(office: TeamOffice, story: str, theme: str) -> Painter:
    return partial(_paint, office.folder, f"{story}_{{}}_{theme}.png")


def _paint(folder: Path, file: str, name: str, first: GiroWindow, second: GiroWindow) -> None:
    """Paint both screens into one picture, the first one above."""
    screens = []
    for number, window in enumerate((first, second)):
        painted = folder / f"{number}.png"
        paint_screen(window.session, painted)
        screens.append(QImage(str(painted)))
    width = max(one.width() for one in screens)
    height = sum(one.height() for one in screens) + _GAP * (len(screens) - 1)
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("gray"))
    painter, top = QPainter(picture), 0
    for one in screens:
        painter.drawImage(0, top, one)
        top += one.height() + _GAP
    painter.end()
    if not picture.save(str(PICTURES / file.format(name))):
        raise OSError(file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
