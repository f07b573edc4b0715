"""Invented customers of the work list, and a service that makes real tables of them."""

import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from cockpit.analytics.work_list.maker import ColumnTableMaker
from cockpit.domain.bulk_changes import BulkChange, MembersAdded, OwnersMoved
from cockpit.domain.calling_window import WindowRules
from cockpit.domain.changes import ChangeNotice
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.filters import SavedView
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import LifecycleStatus, Light, Trend
from cockpit.services.ports import WorkTable

TODAY = date(2022, 3, 22)
#: Nine in the morning in São Paulo, when the fakes' clock stands.
NOW = datetime(2022, 3, 22, 12, tzinfo=UTC)
_TRADES = (
    "Metalúrgica", "Distribuidora", "Agropecuária", "Plásticos", "Embalagens", "Ferragens",
    "Autopeças", "Tintas", "Papelaria Industrial", "Química", "Borrachas", "Móveis",
    "Material Elétrico", "Laticínios", "Confecções", "Madeireira", "Cerâmica", "Gráfica",
)  # fmt: skip
_PLACES = (
    "Serra Azul", "Três Rios", "Boa Esperança", "do Vale", "Santa Luzia", "Nova Aurora", "Paranoá",
    "Águas Claras", "São Benedito", "Pedra Branca", "Rio Manso", "Ipê Amarelo", "Campo Largo",
    "Horizonte", "Sertão", "Bandeirante", "Ribeirão", "Capão Alto", "Araçá", "Jatobá",
)  # fmt: skip
_CITIES = (
    ("Natal", "RN"), ("Campinas", "SP"), ("Joinville", "SC"), ("Caxias do Sul", "RS"),
    ("Manaus", "AM"), ("Feira de Santana", "BA"), ("Londrina", "PR"), ("Contagem", "MG"),
)  # fmt: skip
_STATUSES = (
    *[LifecycleStatus.AT_RISK] * 5,
    *[LifecycleStatus.INACTIVE] * 5,
    *[LifecycleStatus.ACTIVE] * 9,
    *[LifecycleStatus.LOST] * 2,
    LifecycleStatus.NEW,
    LifecycleStatus.RECOVERED,
    LifecycleStatus.BLOCKED,
    LifecycleStatus.PROSPECT,
)
_LATE = {
    LifecycleStatus.AT_RISK: (1.5, 3.0),
    LifecycleStatus.INACTIVE: (3.0, 11.0),
    LifecycleStatus.LOST: (8.0, 24.0),
}


_SEGMENTS = ("Indústria", "Revenda", "Construção", "Agro")
_LIGHTS = (*[Light.NONE] * 9, Light.GOOD, Light.ATTENTION, Light.TROUBLE)
#: What decides who may be offered, with what it is by default.
_STANDING: dict[str, object] = {
    "zone": "",
    "is_phone_forbidden": False,
    "is_held_out": False,
    "others_campaign": "",
    "campaign_until": None,
    "claimed_by": "",
    "packed_by": "",
    "packed_until": None,
    "carried_until": None,
    "reserved_by": "",
    "reserved_until": None,
    "hold": None,
    "hold_until": None,
    "preferred_from_minute": None,
    "preferred_until_minute": None,
    "preferred_weekdays": None,
}


def customer_id(number: int) -> UUID:
    """Return the key of the customer of that number."""
    return UUID(int=number + 1)


def make_row(number: int, **changes: object) -> dict[str, object]:
    """Return one line of the work list by field name."""
    chance = random.Random(number)
    status = chance.choice(_STATUSES)
    city, state = chance.choice(_CITIES)
    name = f"{chance.choice(_TRADES)} {chance.choice(_PLACES)}"
    is_prospect = status is LifecycleStatus.PROSPECT
    frequency = None if is_prospect or status is LifecycleStatus.NEW else chance.uniform(7, 90)
    late = None if frequency is None else chance.uniform(*_LATE.get(status, (0.1, 1.4)))
    recency = None if is_prospect else round((late or 0.2) * (frequency or 40))
    value = 0 if is_prospect else chance.randrange(40_000, 2_500_000)
    has_contact = chance.random() < 0.4
    row: dict[str, object] = {
        "customer_id": customer_id(number),
        "code": "" if is_prospect else str(1000 + number),
        "name": name,
        "company": "01",
        "tax_id": f"{number:08d}000191",
        "phone": f"({chance.randrange(11, 99)}) 9{chance.randrange(8000, 9999)}-{number:04d}"[:15],
        "city": city,
        "state": state,
        "segment": chance.choice(_SEGMENTS),
        "region": "Sul" if state in ("SC", "RS", "PR") else "Demais regiões",
        "owner": "Ana",
        "campaign": "",
        "status": status,
        "trend": chance.choice(tuple(Trend)),
        "last_order_on": None if recency is None else TODAY - timedelta(days=recency),
        "last_contact_at": None,
        "last_contact_by": "",
        "frequency_days": frequency,
        "recency_days": recency,
        "cycles_late": late,
        "gap_quantile": None if recency is None else min(0.999, 0.55 * (late or 0.5)),
        "none_90": None if recency is None else min(0.99, 0.12 * (late or 1.0)),
        "alive": None if recency is None else max(0.02, 0.98 - 0.05 * (late or 0.5)),
        "value_cents": value,
        "value_12m_cents": 0 if frequency is None else round(value * 365 / frequency),
        "at_risk_cents": round(value * max(0.0, (late or 0) - 1)),
        "lost_so_far_cents": round(0.6 * value * max(0.0, (late or 0) - 1)),
        "overdue_cents": 0,
        "next_contact_at": _instant(chance) if has_contact else None,
        "next_contact_has_time": has_contact and chance.random() < 0.5,
        "is_blocked": status is LifecycleStatus.BLOCKED,
        "objection": "",
        "is_woken": False,
        "post_it": "",
    }
    return {**row, **_lights(chance), **dict.fromkeys(_STANDING), **changes}


def _lights(chance: random.Random) -> Mapping[str, object]:
    """Return lights, of which most are off."""
    kinds = ("orders", "titles", "quotes", "service", "nonconformity")
    lit = {kind: chance.choice(_LIGHTS) for kind in kinds}
    return lit | {"credit": chance.choice((*[Light.GOOD] * 8, Light.ATTENTION, Light.TROUBLE))}


def make_columns(rows: Sequence[dict[str, object]]) -> WorkListColumns:
    """Return these lines as the database hands them over.

    A line may have any field of ``CustomerRow`` or of ``WorkListColumns``.
    """
    made: dict[str, list[Any]] = {
        "search_text": [_search_text(row) for row in rows],
        "last_order_day": [_ordinal(row["last_order_on"]) for row in rows],
    }
    for name in ("gap_quantile", "none_90", "alive"):
        made[f"{name}_bp"] = [_basis_points(row[name]) for row in rows]
    for name, empty in _STANDING.items():
        made[name] = [row[name] or empty for row in rows]
    names = {field.name for field in fields(WorkListColumns)} - set(made)
    made |= {name: [row[name] for row in rows] for name in names}
    return WorkListColumns(**made)


def make_list(
    rows: Sequence[dict[str, object]], as_of: date = TODAY, now: datetime = NOW
) -> WorkTable:
    """Return the table of these lines."""
    return ColumnTableMaker(DEFAULT_ZONE).make(
        make_columns(rows), WindowRules(), as_of=as_of, now=now
    )


def make_rows(count: int) -> list[dict[str, object]]:
    """Return invented lines, the most money at risk first."""
    rows = [make_row(number) for number in range(count)]
    return sorted(rows, key=lambda row: row["at_risk_cents"], reverse=True)  # type: ignore[arg-type,return-value]


def _ordinal(day: object) -> int | None:
    return day.toordinal() if isinstance(day, date) else None


def _basis_points(share: Any) -> int | None:
    return None if share is None else round(share * 10_000)


def _instant(chance: random.Random) -> datetime:
    day = TODAY + timedelta(days=chance.choice((-3, -1, 0, 0, 1, 2, 6, 20)))
    return datetime(day.year, day.month, day.day, chance.randrange(12, 20), 30, tzinfo=UTC)


def _search_text(row: dict[str, object]) -> str:
    digits = "".join(sign for sign in str(row["phone"]) if sign.isdigit())
    return plain(f"{row['name']} {row['code']} {row['tax_id']} {digits} {row['city']}")


@dataclass
class FakeWorkListService:
    """Makes real tables of lines that a test can change, or raises.

    Attributes:
        rows: One document per customer, as ``make_row`` makes it.
        kept: What ``first`` returns.
        trouble: Raised instead of any answer while it is set.
        loads: How often the whole list was asked for.
        refreshes: The notices that came.
        saved: The saved views by key.
        asked: The bulk changes that were asked for.
        taken_back: Those that were undone.
    """

    rows: list[dict[str, object]] = field(default_factory=lambda: make_rows(120))
    kept: WorkTable | None = None
    trouble: Exception | None = None
    loads: int = 0
    refreshes: list[ChangeNotice] = field(default_factory=list)
    saved: dict[UUID, SavedView] = field(default_factory=dict)
    asked: list[tuple[str, frozenset[UUID], UUID | None]] = field(default_factory=list)
    taken_back: list[BulkChange] = field(default_factory=list)

    def first(self) -> WorkTable | None:
        self._fail()
        return self.kept

    def load(self) -> WorkTable:
        self.loads += 1
        self._fail()
        return make_list(self.rows)

    def caught_up(self, table: WorkTable) -> WorkTable:
        return self.load()

    def refreshed(self, table: WorkTable, notice: ChangeNotice) -> WorkTable:
        self.refreshes.append(notice)
        self._fail()
        whose = notice.customer_ids
        if whose is None:
            return make_list(self.rows)
        changed = [row for row in self.rows if row["customer_id"] in whose]
        gone = whose - {row["customer_id"] for row in changed}
        return table.with_changed(make_columns(changed), gone=gone)

    def moved_on(self, table: WorkTable) -> WorkTable:
        return table.at(self.now())

    def keep(self) -> None:
        """Nothing is kept."""

    def views(self) -> list[SavedView]:
        self._fail()
        return sorted(self.saved.values(), key=lambda view: view.name)

    def save_view(self, view: SavedView) -> None:
        self._fail()
        self.saved[view.view_id] = view

    def delete_view(self, view_id: UUID) -> None:
        self._fail()
        self.saved.pop(view_id, None)

    def owners(self) -> Sequence[tuple[UUID, str]]:
        return [(UUID(int=501), "Ana"), (UUID(int=502), "Beatriz")]

    def campaigns(self) -> Sequence[tuple[UUID, str]]:
        return [(UUID(int=601), "Volta às aulas")]

    def set_owner(self, customer_ids: Collection[UUID], owner_id: UUID | None) -> OwnersMoved:
        self._ask("owner", customer_ids, owner_id)
        return OwnersMoved(owner_id, tuple((key, None) for key in customer_ids))

    def add_to_campaign(self, customer_ids: Collection[UUID], campaign_id: UUID) -> MembersAdded:
        self._ask("campaign", customer_ids, campaign_id)
        return MembersAdded(campaign_id, tuple((key, key) for key in customer_ids))

    def take_back(self, change: BulkChange) -> int:
        self._fail()
        self.taken_back.append(change)
        return len(change)

    def _ask(self, what: str, customer_ids: Collection[UUID], key: UUID | None) -> None:
        self._fail()
        self.asked.append((what, frozenset(customer_ids), key))

    def _fail(self) -> None:
        if self.trouble is not None:
            raise self.trouble
