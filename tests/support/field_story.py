"""A seller with a laptop on the road and her supervisor at the office, in two real windows.

Told once: a test looks whether it comes true, the documents have its pictures.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.cutting_proxy import CuttingProxy
from tests.support.giro_window import GiroWindow, wait_for
from tests.support.team_story import (
    DATABASE,
    DAY,
    OPERATOR,
    SUPERVISOR,
    Painter,
    TeamOffice,
    desktop_at,
    fill_screen,
    says,
)

_DAY = ("--as-of", DAY.isoformat())
_LAPTOP = "laptop"
_NAME = 1
_SOLD, _TALKED = "1", "4"
#: The status bar says that something is saved, and so does the pitch card.
_BAR_AND_CARD = 2
#: What the seller writes without a network.
ALONE = "Sem rede, tudo anotado."
_ROAD, _DESK = "Passei na loja: quer a tabela nova antes de pedir.", "Ligou: volta no fim do mês."
_ROAD_DATE, _DESK_DATE = "03/03/2026 14:00", "05/03/2026 10:00"


@dataclass(frozen=True)
class Road:
    """A laptop whose only way to the office can be cut.

    Attributes:
        office: The server and its people.
        cable: The way.
    """

    office: TeamOffice
    cable: CuttingProxy

    @property
    def home(self) -> Path:
        """Return the laptop's folder of the program."""
        return self.office.home(_LAPTOP)

    def set_up(self) -> None:
        """Take the seller's portfolio along."""
        address = f"postgresql://{OPERATOR}@127.0.0.1:{self.cable.port}/{DATABASE}"
        self.office.run(_LAPTOP, "field", "setup", "--database", address, *_DAY)

    def waiting(self) -> str:
        """Return what the laptop's terminal says that waits."""
        return self.office.run(_LAPTOP, "sync", "waiting")

    def synchronise(self) -> None:
        """Synchronise without a window."""
        self.office.run(_LAPTOP, "sync", "--once")


@contextmanager
def road_to(office: TeamOffice) -> Iterator[Road]:
    """Set a laptop up whose cable to an office can be cut."""
    cable = CuttingProxy(office.server.host, office.server.port)
    try:
        road = Road(office, cable)
        road.set_up()
        yield road
    finally:
        cable.close()


def work_alone(road: Road) -> None:
    """Let the seller open the laptop without a network, work one customer through, and go on."""
    road.cable.part()
    with (
        desktop_at(road.office.folder / "screen of the road") as desktop,
        desktop.open(road.home, *_DAY) as laptop,
    ):
        fill_screen(laptop)
        laptop.press("Escape")
        wait_for("the weather", lambda: says(laptop, "Sem conexão desde"))
        _call_the_next(laptop)
        wait_for("the objection in the head", lambda: says(laptop, "1 objeção aberta"))
        wait_for("the cadence's choice", lambda: says(laptop, "Próximo contato: "))
        laptop.press("ctrl+p")
        laptop.has_keyboard("Por que parou")
        laptop.press("ctrl+a")
        laptop.type("Parou por prazo.")
        laptop.press("ctrl+s")
        wait_for("what is saved of the pitch", lambda: _saved_count(laptop) == _BAR_AND_CARD)
        laptop.press("Escape", "Escape")
        laptop.has_keyboard("Lista de trabalho")
        laptop.press("Down", "ctrl+n")
        laptop.has_keyboard("Próximo contato")
        laptop.type("05/03 10h")
        laptop.press("Return")
        wait_for("the next contact", lambda: says(laptop, "Próximo contato: qui 05/03/2026 10:00"))
        laptop.take_keyboard()
        laptop.press("F4")
        laptop.has_keyboard("Lembretes")
        laptop.quit()


def _call_the_next(laptop: GiroWindow) -> None:
    """Take the next customer, and log what they said with an objection."""
    laptop.has_keyboard("Lista de trabalho")
    laptop.press("F8")
    laptop.has_keyboard("Ocorrência")
    laptop.press("ctrl+o")
    laptop.has_keyboard("Objeção")
    laptop.press("Down", "Tab")
    laptop.has_keyboard("Aberta")
    laptop.press("shift+Tab", "shift+Tab", "shift+Tab")
    laptop.has_keyboard("Ocorrência")
    laptop.press(_TALKED, "Tab", "Tab", "Tab")
    wait_for("the note", lambda: _tab_to(laptop, "Observação"))
    laptop.type(ALONE)
    laptop.press("ctrl+s")
    wait_for("what is saved", lambda: says(laptop, "Salvo"))


def _saved_count(window: GiroWindow) -> int:
    names = [one.name for one in window.reader.widgets()]
    return sum(name.startswith("Salvo") and "·" not in name for name in names)


def _tab_to(window: GiroWindow, name: str) -> bool:
    """Go on by one where the keyboard is not there yet."""
    focused = window.reader.focused()
    if focused is not None and name in focused.name:
        return True
    window.press("Tab")
    return False


def tell_of_the_road(road: Road, paint: Painter, *, is_dark: bool = False) -> None:
    """Let both work with one customer while the cable is cut, and settle what they disagree about.

    Args:
        road: The laptop and its office.
        paint: Paints the laptop's window and the office's at the moments worth a picture.
        is_dark: Whether both like it dark.
    """
    homes = {OPERATOR: road.home, SUPERVISOR: road.office.home(SUPERVISOR)}
    with ExitStack() as stack:
        opened = []
        for login, home in homes.items():
            desktop = stack.enter_context(desktop_at(road.office.folder / f"screen of {login}"))
            window = stack.enter_context(desktop.open(home, *_DAY))
            fill_screen(window)
            window.press("Escape", "shift+F4", *(["F9"] if is_dark else []))
            opened.append(window)
        laptop, desk = opened
        wait_for("the first synchronisation", lambda: says(laptop, "Sincronizado"))
        _work_apart(road, laptop, desk)
        paint("apart", laptop, desk)
        _meet_again(road, laptop, desk)
        paint("conflict", laptop, desk)
        _decide(laptop, desk)
        paint("decided", laptop, desk)
        _read_of_it(laptop, desk)
        paint("collision", laptop, desk)


def _work_apart(road: Road, laptop: GiroWindow, desk: GiroWindow) -> None:
    """Both call the same customer, agree on another day, and hear of another favourite channel."""
    names = [one.reader.row(one.table, 0, [_NAME]) for one in (laptop, desk)]
    assert names[0] == names[1]
    road.cable.part()
    _log(laptop, _ROAD, _ROAD_DATE)
    _log(desk, _DESK, _DESK_DATE)
    _prefer(laptop, "E-mail")
    _prefer(desk, "Telefone")
    laptop.press("ctrl+shift+y")
    wait_for("the weather", lambda: says(laptop, "Sem conexão desde"))
    wait_for("what waits", lambda: says(laptop, "Tudo funciona e o que você salva fica aqui"))
    wait_for("the office's date", lambda: says(desk, f"qui {_DESK_DATE}"))


def _meet_again(road: Road, laptop: GiroWindow, desk: GiroWindow) -> None:
    """The cable is mended: what was written arrives, and what disagrees is asked."""
    road.cable.heal()
    laptop.press("ctrl+F9")
    wait_for("what disagrees", lambda: says(laptop, "2 conflitos"))
    laptop.press("alt+2")
    laptop.has_keyboard("Conflitos")
    both = f"{_ROAD_DATE}, no servidor qui, {_DESK_DATE}"
    wait_for("both dates", lambda: says(laptop, both))
    desk.press("alt+2")
    wait_for("the road's words at the office", lambda: says(desk, _ROAD))


def _decide(laptop: GiroWindow, desk: GiroWindow) -> None:
    """One key for each: the road's date stays, and the office's word on the channel."""
    laptop.press("m")
    wait_for("the other question", lambda: says(laptop, "meu E-mail, no servidor Telefone"))
    wait_for("one question left", lambda: says(laptop, "1 conflito"))
    laptop.press("s")
    wait_for("no question", lambda: says(laptop, "Sem conflitos"))
    wait_for("the decision at the office", lambda: says(desk, f"ter {_ROAD_DATE}"))
    laptop.press("Escape")
    wait_for("the decision on the laptop", lambda: says(laptop, f"ter {_ROAD_DATE}"))
    wait_for("the channel on the laptop", lambda: says(laptop, "prefere Telefone"))


def _read_of_it(laptop: GiroWindow, desk: GiroWindow) -> None:
    """Both talked to one customer: the seller has a notice of it, the supervisor reads it."""
    laptop.press("ctrl+F4")
    laptop.has_keyboard("Avisos")
    wait_for("the notice", lambda: says(laptop, "falaram com o mesmo cliente"))
    desk.press("ctrl+shift+o")
    desk.has_keyboard("Contatos")
    wait_for("who else talked", lambda: says(desk, "também falou com este cliente"))


def _log(window: GiroWindow, note: str, date: str) -> None:
    """Log a contact with the customer in sight, and agree on a next one."""
    window.has_keyboard("Lista de trabalho")
    window.press("Return")
    window.has_keyboard("Ocorrência")
    window.press(_SOLD, "Tab", "Tab", "Tab")
    window.has_keyboard("Observação")
    window.type(note)
    window.press("Tab")
    window.has_keyboard("Próximo contato")
    window.press("ctrl+a")
    window.type(date.replace("/2026", ""))
    window.press("ctrl+s")
    wait_for("what is saved", lambda: says(window, "Salvo"))


def _prefer(window: GiroWindow, channel: str) -> None:
    """Note how the customer likes to be contacted best."""
    window.press("ctrl+shift+w")
    window.has_keyboard("", role="combo box")
    window.type(channel[0])
    window.has_keyboard(channel, role="combo box")
    window.press("Return")
    wait_for("the closed dialog", lambda: window.reader.find("push button", "Cancelar") is None)
    window.take_keyboard()
    wait_for("the favourite channel", lambda: says(window, f"prefere {channel}"))
