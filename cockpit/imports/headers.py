"""Which columns of a file mean what: the layout of its lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cockpit.domain.import_columns import REASON_COLUMN
from cockpit.domain.vocabulary import ImportKind
from cockpit.imports.cells import Cells
from cockpit.imports.synonyms import SHEETS
from cockpit.imports.words import word

#: Parts the headers of two columns that make one value together.
JOINED = "+"
#: ``D_E_L_E_T_`` in comparable form.
_DELETION = "d_e_l_e_t"


@dataclass(frozen=True, slots=True)
class Join:
    """Several columns that make one value, such as a code and a branch.

    Attributes:
        places: Their positions.
        separator: What stands between the parts.
    """

    places: tuple[int, ...]
    separator: str

    def text(self, cells: Sequence[str]) -> str:
        """Return the value: the parts that hold something; none without the first one."""
        parts = [cells[place].strip() if place < len(cells) else "" for place in self.places]
        return self.separator.join(part for part in parts if part) if parts[0] else ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file's lines are read.

    Attributes:
        kind: What they are.
        header: The header's cells in comparable form.
        columns: Per canonical column its positions; the first one that holds something counts. A
            position from ``width`` on is that of a joined column.
        joins: The joined columns.
    """

    kind: ImportKind
    header: tuple[str, ...]
    columns: Mapping[str, tuple[int, ...]]
    joins: tuple[Join, ...] = ()

    @property
    def width(self) -> int:
        """Return how many cells the header has."""
        return len(self.header)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the canonical columns without which no line can be stored."""
        return tuple(
            group[0]
            for group in SHEETS[self.kind].required
            if not any(column in self.columns for column in group)
        )

    @property
    def deletion_place(self) -> int | None:
        """Return where a table as Protheus keeps it tells the deleted lines, if it does."""
        return self.header.index(_DELETION) if _DELETION in self.header else None

    @property
    def has_reasons(self) -> bool:
        """Return whether it is a file of problem lines, which states some lines only."""
        return REASON_COLUMN in self.header

    def cells(self, values: Sequence[str]) -> Cells:
        """Return a line's cells by their canonical names, joined columns included."""
        if not self.joins:
            return Cells(self.columns, values)
        physical = [*values[: self.width], *[""] * (self.width - len(values))]
        return Cells(self.columns, physical + [join.text(values) for join in self.joins])

    def headers_of(self, column: str) -> tuple[str, ...]:
        """Return the headers, in comparable form, of a canonical column."""
        return tuple(
            self.header[self.joins[place - self.width].places[0]]
            if place >= self.width
            else self.header[place]
            for place in self.columns.get(column, ())
        )

    def materialised(self) -> "Layout":
        """Return the layout of a table in which the joined columns stand behind the others."""
        joined = (JOINED.join(self.header[place] for place in join.places) for join in self.joins)
        return replace(self, header=(*self.header, *joined), joins=())


def comparable(headers: Sequence[str]) -> tuple[str, ...]:
    """Return a header's cells in comparable form; a percent sign counts."""
    return tuple(header_word(cell) for cell in headers)


def header_word(text: str) -> str:
    """Return a header in comparable form: ``Desconto %`` is no ``desconto``, ``N°`` is ``Nº``."""
    return word(text[:200].replace("%", " perc ").replace("°", "º"))


class LayoutBuilder:
    """Collects the positions of a layout's columns.

    Args:
        kind: What the lines are.
        header: The header's cells in comparable form.
    """

    def __init__(self, kind: ImportKind, header: tuple[str, ...]) -> None:
        self._kind = kind
        self._header = header
        self._joins: list[Join] = []
        self._columns: dict[str, tuple[int, ...]] = {}

    def put(self, column: str, places: Sequence[tuple[int, ...]]) -> None:
        """Say where a canonical column stands.

        Args:
            column: Its name.
            places: The columns of the file in the order in which they are preferred; several
                positions make one value together.
        """
        positions = [one[0] if len(one) == 1 else self._joined(column, one) for one in places]
        if positions:
            self._columns[column] = tuple(dict.fromkeys(positions))

    def build(self) -> Layout:
        """Return the layout."""
        return Layout(self._kind, self._header, dict(self._columns), tuple(self._joins))

    def _joined(self, column: str, places: tuple[int, ...]) -> int:
        self._joins.append(Join(places, SHEETS[self._kind].columns[column].joined_by))
        return len(self._header) + len(self._joins) - 1
