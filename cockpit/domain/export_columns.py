"""What the cells of each exported table hold; its columns are the canonical ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from cockpit.domain.import_columns import CANONICAL_COLUMNS
from cockpit.domain.vocabulary import ImportKind

#: Text, cents or thousandths, reais, a day, a local instant without a zone, yes or no, or nothing.
ExportCell: TypeAlias = str | int | Decimal | date | datetime | bool | None


class CellKind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    CENTS = "cents"
    MILLI = "milli"
    REAIS = "reais"
    DAY = "day"
    MOMENT = "moment"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a list that goes into a file.

    Attributes:
        header: Its first line.
        kind: What its cells hold.
    """

    header: str
    kind: CellKind


#: In the order in which an import of them all stores them.
EXPORTED_KINDS: tuple[ImportKind, ...] = tuple(
    kind for kind in ImportKind if CANONICAL_COLUMNS[kind]
)

_CENTS = ("valor", "valor_sem_impostos", "desconto", "limite_credito")
_DAYS = ("data", "entrega_prevista", "entregue_em", "emissao", "vencimento", "pago_em", "validade")
_KINDS: Mapping[str, CellKind] = MappingProxyType(
    dict.fromkeys(_CENTS, CellKind.CENTS)
    | dict.fromkeys(_DAYS, CellKind.DAY)
    | {
        "quantidade": CellKind.MILLI,
        "valor_unitario": CellKind.REAIS,
        "bloqueado": CellKind.YES_NO,
        "ativo": CellKind.YES_NO,
    }
)


def cell_kinds(kind: ImportKind) -> tuple[CellKind, ...]:
    """Return what each column of a table holds; a past contact's day has its time."""
    kinds = [_KINDS.get(column, CellKind.TEXT) for column in CANONICAL_COLUMNS[kind]]
    if kind is ImportKind.CONTACTS:
        kinds[CANONICAL_COLUMNS[kind].index("data")] = CellKind.MOMENT
    return tuple(kinds)
