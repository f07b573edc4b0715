"""A morning of an operator and her supervisor at one server, in two real windows.

Told once: a test looks whether it comes true, the documents have its pictures.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.support.desktop_session import DesktopSession, running
from tests.support.giro_window import GiroDesktop, GiroWindow, giro_desktop_on, wait_for
from tests.support.mortal_server import crash, resume
from tests.support.postgres import PostgresServer
from tests.support.program import run_giro

#: A Monday on which nobody has a holiday; the programs' clocks start at nine.
DAY = date(2026, 3, 2)
#: What the team's database is called.
DATABASE = "equipe"
_CHIEF = "clara"
#: Who calls, and who answers for her.
OPERATOR, SUPERVISOR = "ana.prado", "marisa.toledo"
_MARK = "giro-convite:"
_BUSY = "6"

#: Paints Ana's window and Marisa's under a name.
Painter = Callable[[str, GiroWindow, GiroWindow], object]
_SCREEN = "1366x768"


@dataclass(frozen=True)
class TeamOffice:
    """A server with the demo company, and a computer for each of its people.

    Attributes:
        server: Runs; ends and comes back within the story.
        folder: Holds everybody's computer.
    """

    server: PostgresServer
    folder: Path

    def home(self, who: str) -> Path:
        """Return somebody's folder of the program."""
        path = self.folder / who
        path.mkdir(exist_ok=True)
        return path

    def run(self, who: str, *words: str) -> str:
        """Run a command at somebody's computer and return what it said."""
        done = run_giro(*words, home=self.home(who))
        assert done.returncode == 0, done.stderr
        return done.stdout

    def fill(self, demo: Path) -> None:
        """Prepare the server, move the demo company there, and let its people in."""
        url = self.server.url(DATABASE).replace("+psycopg", "")
        init = self.run("dba", "server", "init", "--database", url, "--admin", _CHIEF,
                        "--name", "Clara Lima")  # fmt: skip
        self.run("dba", "server", "migrate-from", str(demo), "--database", url)
        self.run(_CHIEF, "server", "accept", _line(init))
        for login in (OPERATOR, SUPERVISOR):
            invitation = self.run(_CHIEF, "server", "invite", login)
            self.run(login, "server", "accept", _line(invitation))


@contextmanager
def keyring_of(folder: Path) -> Iterator[None]:
    """Let programs that are started meanwhile keep their passwords in a file."""
    names = {
        "PYTHON_KEYRING_BACKEND": "tests.support.file_keyring.FileKeyring",
        "GIRO_TEST_KEYRING": str(folder / "keyring.json"),
    }
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(names)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


@contextmanager
def desktop_at(folder: Path) -> Iterator[GiroDesktop]:
    """Give somebody a desktop of their own, on a screen of the smallest size."""
    folder.mkdir(mode=0o700)
    screen = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{_SCREEN}x24", "-nolisten", "tcp"]
    bus = ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address=1"]
    environment = dict(os.environ)
    with (
        running([*screen, "-noreset"], environment) as number,
        running(bus, environment) as address,
        giro_desktop_on(DesktopSession(f":{number}", address, folder)) as desktop,
    ):
        yield desktop


def tell(office: TeamOffice, paint: Painter, *, is_dark: bool = False) -> None:
    """Let Ana call, Marisa see it and take over, and the server be away for a moment.

    Args:
        office: Whose windows.
        paint: Paints both at the moments worth a picture.
        is_dark: Whether both like it dark.
    """
    day = ("--as-of", DAY.isoformat())
    with ExitStack() as stack:
        opened = []
        for login in (OPERATOR, SUPERVISOR):
            desktop = stack.enter_context(desktop_at(office.folder / f"desktop of {login}"))
            window = stack.enter_context(desktop.open(office.home(login), *day))
            fill_screen(window)
            window.press("Escape", *(["F9"] if is_dark else []))
            opened.append(window)
        ana, marisa = opened
        _call(ana, marisa)
        paint("call", ana, marisa)
        _take_over(ana, marisa)
        paint("taken_over", ana, marisa)
        _lose_the_server(office, ana)
        paint("away", ana, marisa)
        resume(office.server)
        wait_for("what was kept", lambda: says(ana, "Gravados no servidor: 1"))


def fill_screen(window: GiroWindow) -> None:
    """Make a window as large as its screen and give it the keyboard."""
    it = window.window
    place = ("windowmove", it, "0", "0", "windowsize", it, *_SCREEN.split("x"))
    window.session.run("xdotool", *place)
    window.take_keyboard()


def _call(ana: GiroWindow, marisa: GiroWindow) -> None:
    """Ana calls somebody; Marisa sees it on the wall that she looks at."""
    marisa.press("ctrl+shift+t")
    wait_for("the wall", lambda: says(marisa, "0 em ligação"))
    ana.press("F8")
    ana.shows("label", "Registrar contato")
    wait_for("the call on the wall", lambda: says(marisa, "1 em ligação"))


def _take_over(ana: GiroWindow, marisa: GiroWindow) -> None:
    """Marisa takes the call; Ana reads who has it."""
    marisa.press("t")
    wait_for("the question", lambda: says(marisa, "Por que assumir a ligação?"))
    marisa.press("1")
    wait_for("the notice", lambda: says(ana, "Marisa Toledo assumiu este cliente"))
    marisa.shows("label", "Registrar contato")


def _lose_the_server(office: TeamOffice, ana: GiroWindow) -> None:
    """Ana saves what she wrote while the server is away."""
    ana.press(_BUSY)
    crash(office.server)
    wait_for("the weather", lambda: says(ana, "Sem servidor"))
    ana.press("ctrl+s")
    wait_for("what is kept", lambda: says(ana, "Guardado neste computador"))
    wait_for("the count", lambda: says(ana, "guardados aqui: 1"))


def says(giro: GiroWindow, words: str) -> bool:
    """Return whether something on a window says these words."""
    return any(words in one.name for one in giro.reader.widgets())


def _line(text: str) -> str:
    (line,) = (one for one in text.splitlines() if one.startswith(_MARK))
    return line
