"""Pictures of the team's laptops as an administrator sees them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from cockpit.app.window import Desk
from cockpit.domain.ids import new_id
from cockpit.domain.laptops import Decision, Laptop, SetAside
from cockpit.services.laptops import LaptopService
from cockpit.ui.team.laptops.screen import ASIDE, LAPTOPS, LaptopsScreen

Settle = Callable[[], None]


class PaintedLaptops:
    """Some laptops of a made-up team; implements ``ports.LaptopKeeper``."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._laptops = (
            self._laptop("nb-rui", "Rui Matos", timedelta(minutes=4), backlog=14),
            self._laptop("nb-carla", "Carla Dias", timedelta(hours=20), quarantined=2),
            self._laptop("nb-joao", "João Pinto", timedelta(days=12), repull_days=3),
            self._laptop("nb-velho", "Ana Prado", timedelta(days=45), revoked_days=40, backlog=3),
        )

    def laptops(self) -> Sequence[Laptop]:
        """Return the laptops."""
        return self._laptops

    def decide(self, laptop: Laptop, decision: Decision) -> None:
        """Decide nothing: nobody presses a key in a picture."""

    def quarantine(self) -> Sequence[SetAside]:
        """Return what two of them brought."""
        note = "Visitei a loja: pediram catálogo novo e prazo de 28 dias."
        return (
            self._aside(1, "contacts", "parent_missing", {"note": note, "channel": "visit"}),
            self._aside(2, "pitch_notes", "not_yours", {"goal": "Retomar a linha de limpeza"}),
            self._aside(3, "contacts", "not_unique", {"note": "Teste"}, resolution="discarded"),
        )

    def store(self, fact: SetAside) -> str:
        """Store nothing, likewise."""
        return fact.reason

    def discard(self, fact: SetAside, why: str) -> None:
        """Discard nothing, likewise."""

    def _laptop(
        self,
        name: str,
        owner: str,
        silence: timedelta,
        *,
        backlog: int = 0,
        quarantined: int = 0,
        repull_days: int | None = None,
        revoked_days: int | None = None,
    ) -> Laptop:
        def ago(days: int | None) -> datetime | None:
            return None if days is None else self._now - timedelta(days=days)

        return Laptop(
            id=new_id(), name=name, owner=owner, login=owner.split(maxsplit=1)[0].lower(),
            last_seen_at=self._now - silence, backlog=backlog, program="1.0.0",
            schema_revision="0025", revoked_at=ago(revoked_days), repull_at=ago(repull_days),
            wiped_at=None, has_key=revoked_days is None, quarantined=quarantined,
            created_at=self._now - timedelta(days=90),
        )  # fmt: skip

    def _aside(
        self,
        number: int,
        entity: str,
        reason: str,
        payload: Mapping[str, Any],
        *,
        resolution: str | None = None,
    ) -> SetAside:
        came = self._now - timedelta(hours=20 * number)
        key = new_id()
        said = {"id": str(key), "occurred_at": came.isoformat(), "device_seq": 40 + number}
        return SetAside(
            number=number, id=new_id(), entity=entity, entity_id=key, device_id=UUID(int=1),
            device="nb-carla", owner="Carla Dias", device_seq=40 + number, reason=reason,
            payload={**said, **payload}, received_at=came,
            resolved_at=None if resolution is None else came + timedelta(hours=1),
            resolution=resolution, resolved_by=None if resolution is None else "Marisa Toledo",
            remark=None if resolution is None else "Teste, não é trabalho de verdade",
        )  # fmt: skip


def _shown(desk: Desk, settle: Settle, *, page: int) -> QWidget:
    clock = desk.ctx.clock
    service = LaptopService(PaintedLaptops(clock.now()), lambda *_deed: None)
    screens = desk.window.screens
    screen = LaptopsScreen(desk.ctx, lambda: service, screens.pages)
    screens.pages.addWidget(screen)
    screens.pages.setCurrentWidget(screen)
    screen.show_page(page)
    settle()
    return desk.window


def _laptops(desk: Desk, settle: Settle) -> QWidget:
    return _shown(desk, settle, page=LAPTOPS)


def _aside(desk: Desk, settle: Settle) -> QWidget:
    return _shown(desk, settle, page=ASIDE)


LAPTOP_SCREENS: dict[str, Callable[[Desk, Settle], QWidget]] = {
    "laptops": _laptops,
    "laptops_aside": _aside,
}
