"""Make the documents' pictures of two real windows at one server, on screens of their own.

Usage: python scripts/make_team_pictures.py

Needs what the tests of the desktop need (Xvfb, xdotool, dbus-daemon), and ImageMagick.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cockpit.app.demo_database import create_demo  # noqa: E402 - the project comes first
from cockpit.data.url import SqliteFile  # noqa: E402
from tests.support.mortal_server import LASTING  # noqa: E402
from tests.support.postgres import start_server  # noqa: E402
from tests.support.team_story import DAY, TeamOffice, keyring_of, tell  # noqa: E402

if TYPE_CHECKING:
    from tests.support.giro_window import GiroWindow

PICTURES = ROOT / "docs" / "pictures"
_GAP = "16"


def main() -> int:
    """Tell the story once in each theme."""
    for theme in ("light", "dark"):
        with tempfile.TemporaryDirectory() as name:
            _tell(Path(name), theme)
    return 0


def _tell(folder: Path, theme: str) -> None:
    demo = folder / "demo.db"
    create_demo(SqliteFile(demo), DAY, is_renewed=True)
    server = start_server(LASTING)
    try:
        with keyring_of(folder):
            office = TeamOffice(server, folder)
            office.fill(demo)
            tell(office, partial(_paint, folder, theme), is_dark=theme == "dark")
    finally:
        server.stop()


def _paint(folder: Path, theme: str, name: str, ana: GiroWindow, marisa: GiroWindow) -> None:
    """Paint both screens into one picture, the operator's above."""
    screens = [str(folder / f"{number}.png") for number in range(2)]
    for window, screen in zip((ana, marisa), screens, strict=True):
        window.session.run("import", "-window", "root", screen)
    picture = PICTURES / f"two_windows_{name}_{theme}.png"
    joined = ["convert", *screens, "-background", "gray", "-smush", _GAP, str(picture)]
    subprocess.run(joined, check=True)


if __name__ == "__main__":
    sys.exit(main())
