"""An invented portfolio as the columns of the work list: plausible, seeded, quick at a million."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import numpy as np

from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import HoldKind, LifecycleStatus, Light, Trend

#: A Tuesday at ten in the morning in São Paulo.
TODAY = date(2026, 3, 17)
NOW = datetime.combine(TODAY, time(10), tzinfo=DEFAULT_ZONE).astimezone(UTC)

_KINDS = ("Comércio", "Distribuidora", "Mercado", "Padaria", "Açougue", "Agropecuária", "Farmácia")
_KINDS += ("Construções", "Auto Peças", "Bazar", "Papelaria", "Ferragens", "Atacado", "Empório")
_NAMES = ("São João", "Silva", "Souza & Filhos", "Boa Vista", "Irmãos Araújo", "Três Marias")
_NAMES += ("Conceição", "Paraná", "do Nordeste", "Central", "União", "Bom Preço", "Estrela", "Lima")
_ENDS = ("Ltda", "ME", "EPP", "S.A.", "Eireli", "")
_CITIES = (
    ("São Paulo", "SP", 11), ("Campinas", "SP", 19), ("Rio de Janeiro", "RJ", 21),
    ("Belo Horizonte", "MG", 31), ("Uberlândia", "MG", 34), ("Curitiba", "PR", 41),
    ("Florianópolis", "SC", 48), ("Porto Alegre", "RS", 51), ("Goiânia", "GO", 62),
    ("Cuiabá", "MT", 65), ("Manaus", "AM", 92), ("Rio Branco", "AC", 68), ("Salvador", "BA", 71),
    ("Recife", "PE", 81), ("Fortaleza", "CE", 85), ("Natal", "RN", 84), ("Belém", "PA", 91),
)  # fmt: skip
_OWNERS = ("Ana Prado", "Bruno Dias", "Célia Rocha", "Davi Nunes", "")
_COLLEAGUES = ("Ana Prado", "Bruno Dias", "Célia Rocha")
_SEGMENTS = ("Varejo", "Indústria", "Alimentação", "Construção", "")
_REGIONS = ("Sul", "Sudeste", "Norte", "")
_CAMPAIGNS = ("", "", "Volta às aulas", "Reativação de março")
_OBJECTIONS = ("", "", "", "Preço", "Prazo de entrega")
_STATUSES = (
    LifecycleStatus.ACTIVE, LifecycleStatus.AT_RISK, LifecycleStatus.INACTIVE,
    LifecycleStatus.LOST, LifecycleStatus.NEW, LifecycleStatus.RECOVERED,
    LifecycleStatus.BLOCKED, LifecycleStatus.PROSPECT,
)  # fmt: skip


def work_columns(count: int, *, seed: int = 5, today: date = TODAY) -> WorkListColumns:
    """Return so many customers as the work list stores them."""
    maker = _Maker(count, seed, today)
    texts = maker.texts()
    return WorkListColumns(**texts, **maker.judgements(), **maker.relations())


class _Maker:
    def __init__(self, count: int, seed: int, today: date) -> None:
        self._count = count
        self._random = np.random.default_rng(seed)
        self._today = today.toordinal()
        noon = datetime.combine(today, time(12), tzinfo=DEFAULT_ZONE).astimezone(UTC)
        self._noon = noon

    def texts(self) -> dict[str, Any]:
        count, some = self._count, self._random
        place = some.integers(0, len(_CITIES), count)
        kinds, names, ends = self._of(_KINDS), self._of(_NAMES), self._of(_ENDS)
        numbers = some.integers(1, 9_999, count).tolist()
        together = zip(kinds, names, numbers, ends, strict=True)
        name = [f"{one} {two} {three} {four}".strip() for one, two, three, four in together]
        roots = some.integers(10**7, 10**8, count).tolist()
        tax_id = [
            f"{root}0001{number % 100:02d}" for root, number in zip(roots, numbers, strict=True)
        ]
        code = [f"{number:06d}" for number in some.permutation(count).tolist()]
        areas = np.array([area for _, _, area in _CITIES])[place].tolist()
        lines = some.integers(10**7, 10**8, count).tolist()
        digits = [f"{area}9{line}" for area, line in zip(areas, lines, strict=True)]
        has_phone = (some.random(count) > 0.04).tolist()
        phone = [
            f"({one[:2]}) {one[2:7]}-{one[7:]}" if known else ""
            for one, known in zip(digits, has_phone, strict=True)
        ]
        cities = [_CITIES[one][0] for one in place.tolist()]
        words: dict[str, str] = {one: plain(one) for one in {*kinds, *names, *ends, *cities}}
        fields = zip(kinds, names, numbers, ends, code, tax_id, cities, digits, strict=True)
        search = [
            f"{words[a]} {words[b]} {n} {words[c]} {d} {e} {words[f]} 55{g}".replace("  ", " ")
            for a, b, n, c, d, e, f, g in fields
        ]
        highs = (some.integers(0, 1 << 40, count) + (1 << 60)).tolist()
        lows = some.integers(0, 1 << 62, count).tolist()
        return {
            "customer_id": [UUID(int=a << 64 | b) for a, b in zip(highs, lows, strict=True)],
            "code": code,
            "name": name,
            "company": self._of(("01", "02")),
            "tax_id": tax_id,
            "phone": phone,
            "city": cities,
            "state": [_CITIES[one][1] for one in place.tolist()],
            "segment": self._of(_SEGMENTS),
            "region": self._of(_REGIONS),
            "owner": self._of(_OWNERS),
            "campaign": self._of(_CAMPAIGNS),
            "objection": self._of(_OBJECTIONS),
            "search_text": search,
        }

    def judgements(self) -> dict[str, Any]:
        count, some = self._count, self._random
        status = self._of(_STATUSES)
        is_prospect = [one is LifecycleStatus.PROSPECT for one in status]
        silence = some.integers(0, 1_500, count)
        frequency = some.uniform(5, 120, count)
        late = np.round(silence / frequency, 2)
        year = some.integers(0, 50_000_00, count)
        none, alive = some.integers(0, 10_001, count), some.integers(0, 10_001, count)
        at_risk = np.rint(year / 365 * 90 * none / 10_000 * alive / 10_000).astype(np.int64)
        at_risk[np.array(is_prospect, dtype=np.bool_)] = 0
        known: dict[str, Sequence[Any]] = {
            "last_order_day": (self._today - silence).tolist(),
            "frequency_days": np.round(frequency, 1).tolist(),
            "cycles_late": late.tolist(),
            "gap_quantile_bp": some.integers(0, 10_001, count).tolist(),
            "none_90_bp": none.tolist(),
            "alive_bp": alive.tolist(),
        }
        return {
            "status": status,
            "trend": self._of(tuple(Trend)),
            "value_cents": some.integers(0, 900_000, count).tolist(),
            "value_12m_cents": year.tolist(),
            "at_risk_cents": at_risk.tolist(),
            "lost_so_far_cents": some.integers(0, 9_000_000, count).tolist(),
        } | {
            name: [None if none else value for none, value in zip(is_prospect, values, strict=True)]
            for name, values in known.items()
        }

    def relations(self) -> dict[str, Any]:
        lights = tuple(Light)
        rare = (False,) * 49 + (True,)
        holds = (*HoldKind, *((None,) * 40))
        return {
            "last_contact_at": self._instants(0.7, -400 * 24, 0),
            "last_contact_by": self._of(_COLLEAGUES),
            "next_contact_at": self._instants(0.12, -72, 240),
            "next_contact_has_time": self._of((True, True, False)),
            "overdue_cents": self._of((0, 0, 0, 12_345, 900_000)),
            "zone": self._of(("",) * 30 + ("America/Noronha",)),
            "is_phone_forbidden": self._of(rare),
            "is_blocked": self._of(rare),
            "is_held_out": self._of(rare),
            "others_campaign": self._of(("",) * 60 + ("Retomada", "Verão")),
            "campaign_until": self._instants(0.05, 1, 900),
            "is_woken": self._of(rare),
            "post_it": self._of(("",) * 60 + ("Bia: ligar hoje", "Caio: oferta de tubos")),
            "claimed_by": self._of(("",) * 30 + _COLLEAGUES),
            "packed_by": self._of(_COLLEAGUES),
            "packed_until": self._instants(0.02, -24, 90),
            "carried_until": self._instants(0.02, -24, 90),
            "reserved_by": self._of(_COLLEAGUES),
            "reserved_until": self._instants(0.03, 1, 90),
            "hold": self._of(holds),
            "hold_until": self._instants(0.5, -50, 200),
            "preferred_from_minute": self._of((None,) * 20 + (540, 840)),
            "preferred_until_minute": self._of((None,) * 20 + (720, 1_080)),
            "preferred_weekdays": self._of((None,) * 20 + (0b11111, 0b10)),
        } | {
            name: self._of((lights[0], *lights))
            for name in ("credit", "orders", "titles", "quotes", "service", "nonconformity")
        }

    def _of(self, choices: Sequence[Any]) -> list[Any]:
        codes = self._random.integers(0, len(choices), self._count)
        values = np.empty(len(choices), dtype=object)
        values[:] = choices
        return values[codes].tolist()

    def _instants(self, share: float, first_hour: int, last_hour: int) -> list[datetime | None]:
        """Return instants for a share of the customers, hours from noon; some fall together."""
        some = self._random
        steps = some.integers(first_hour * 4, last_hour * 4 + 1, self._count)
        known = some.random(self._count) < share
        noon, quarter = self._noon, timedelta(minutes=15)
        known_steps = {step: noon + step * quarter for step in np.unique(steps).tolist()}
        return [
            known_steps[step] if is_known else None
            for step, is_known in zip(steps.tolist(), known.tolist(), strict=True)
        ]
