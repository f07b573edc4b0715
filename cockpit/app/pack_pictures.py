"""Pictures of packs: as the seller sees them, and as those do who answer for sellers."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from cockpit.app.field_pictures import painted_field
from cockpit.app.window import Desk
from cockpit.domain.clock import Clock
from cockpit.domain.ids import new_id
from cockpit.domain.packs import LentCustomer, PackedCustomer, PackOffer, PackPlace, PackWish
from cockpit.services.lent import LentService
from cockpit.services.packs import PackService
from cockpit.ui.field.pack_dialog import PackDialog
from cockpit.ui.team.lent.screen import LentScreen

Settle = Callable[[], None]
_LONG_NAME = "Distribuidora de Alimentos Nossa Senhora da Conceição"


class _Packs:
    """A server and a file with packs; implements ``ports.PackDesk`` and ``ports.PackBook``."""

    def __init__(self, clock: Clock) -> None:
        self._now = clock.now()

    def packed(self) -> Sequence[PackedCustomer]:
        """Return who is along: one is over, one stays longer, one may, and one is new."""
        told = (
            ("Bar do Porto", -1, True, True),
            (_LONG_NAME, 2, True, True),
            ("Empório Tapajós", 3, False, True),
            ("Mercearia Alter do Chão", 3, False, False),
        )
        return [
            PackedCustomer(
                new_id(), name, "Santarém", "PA", self._now + timedelta(days=days),
                is_extended, is_contacted,
            )
            for name, days, is_extended, is_contacted in told
        ]  # fmt: skip

    def offered(self, device_id: UUID) -> PackOffer:
        """Return what there is in two cities."""
        bars, shops = new_id(), new_id()
        places = (
            PackPlace("Santarém", "PA", shops, "Mercearias", 20),
            PackPlace("Santarém", "PA", bars, "Bares", 12),
            PackPlace("Belterra", "PA", bars, "Bares", 3),
        )
        return PackOffer(50, 7, 4, places)

    def check_out(self, device_id: UUID, wish: PackWish) -> tuple[frozenset[UUID], datetime | None]:
        """Give nobody out: nobody presses a key in a picture."""
        return frozenset(), None

    def check_in(self, device_id: UUID, whom: Collection[UUID] | None) -> frozenset[UUID]:
        """Take nobody back, likewise."""
        return frozenset()

    def extend(
        self, device_id: UUID, whom: Collection[UUID] | None, days: int
    ) -> tuple[frozenset[UUID], datetime | None]:
        """Keep nobody longer, likewise."""
        return frozenset(), None


def _packs(desk: Desk, settle: Settle) -> QWidget:
    painted = _Packs(desk.ctx.clock)
    field = painted_field(desk.ctx.clock)
    service = PackService(field, painted, painted, lambda *_deed: None)
    dialog = PackDialog(desk.ctx, lambda: service, desk.window)
    dialog.show()
    settle()
    return dialog


class _Lent:
    """Packs of a made-up team; implements ``ports.PackKeeper``."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def lent(self) -> Sequence[LentCustomer]:
        """Return who is along with two sellers."""
        carla = self._pack(
            ("Carla Dias", 2, 3, timedelta(hours=20)),
            (("Empório Rio Claro", "Rio Claro", True), ("Padaria Três Irmãos", "Araras", False)),
        )
        rui = self._pack(
            ("Rui Matos", 4, 14, timedelta(minutes=4)),
            (
                (_LONG_NAME, "Santarém", True),
                ("Bar do Porto", "Santarém", False),
                ("Mercearia Tapajós", "Belterra", False),
            ),
        )
        return (*carla, *rui)

    def bring_back(self, seller: UUID, whom: Collection[UUID] | None) -> frozenset[UUID]:
        """Bring nobody back: nobody presses a key in a picture."""
        return frozenset()

    def _pack(
        self,
        whose: tuple[str, int, int, timedelta],
        whom: Sequence[tuple[str, str, bool]],
    ) -> Sequence[LentCustomer]:
        name, days, backlog, silence = whose
        seller, states = new_id(), {"Santarém": "PA", "Belterra": "PA"}
        return [
            LentCustomer(
                user_id=seller, seller=name, login=name.split(maxsplit=1)[0].lower(),
                customer_id=new_id(), name=customer, city=city, state=states.get(city, "SP"),
                until=self._now + timedelta(days=days), is_contacted=is_contacted,
                seen_at=self._now - silence, backlog=backlog,
            )
            for customer, city, is_contacted in whom
        ]  # fmt: skip


def _lent(desk: Desk, settle: Settle) -> QWidget:
    service = LentService(_Lent(desk.ctx.clock.now()), lambda *_deed: None)
    screens = desk.window.screens
    screen = LentScreen(desk.ctx, lambda: service, screens.pages)
    screens.pages.addWidget(screen)
    screens.pages.setCurrentWidget(screen)
    screen.open()
    settle()
    return desk.window


def _lent_question(desk: Desk, settle: Settle) -> QWidget:
    _lent(desk, settle)
    screen = desk.window.screens.pages.currentWidget()
    assert isinstance(screen, LentScreen)  # noqa: S101 - it has just been shown
    screen.page.table.selectRow(screen.page.table.model().rowCount() - 1)
    screen.page.all_button.click()
    assert screen.page.question is not None  # noqa: S101 - see above
    return screen.page.question


PACK_SCREENS: Mapping[str, Callable[[Desk, Settle], QWidget]] = {
    "packs": _packs,
    "lent": _lent,
    "lent_question": _lent_question,
}
