"""A report's texts in one language: its head, its cells, and what stands above them."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

import resources
from cockpit.domain import formats
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.domain.messages import Message, MessageValue
from cockpit.domain.reports import CellKind, KeyFigure, ReportCell, ReportDocument


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Speaks one language.

    Attributes:
        zone: Whose clock instants are shown by.
    """

    language: Language
    zone: ZoneInfo = DEFAULT_ZONE

    def __call__(self, key: str, **values: MessageValue) -> str:
        """Return one of the reports' texts."""
        return resources.text(f"document.{key}", self.language, **values)

    def say(self, text: str | Message) -> str:
        """Return a message as a sentence, or a text as it is."""
        return text if isinstance(text, str) else resources.text(text, self.language)

    def cell(self, kind: CellKind, cell: ReportCell) -> str:
        """Return a cell as people read it; nothing where there is nothing."""
        if cell is None:
            return ""
        if isinstance(cell, (str, Message)):
            return self.say(cell)
        if isinstance(cell, date):
            return formats.day(cell)
        return self._number(kind, cell)

    def _number(self, kind: CellKind, value: float) -> str:
        if kind is CellKind.CENTS:
            return formats.money(round(value), self.language)
        if kind is CellKind.SHARE:
            return formats.decimal(100 * value, self.language) + "%"
        if kind is CellKind.NUMBER:
            return formats.decimal(value, self.language)
        return formats.integer(round(value), self.language)

    def head(self, document: ReportDocument) -> list[str]:
        """Return what a report is about, one line each, its title aside."""
        period = document.period
        lines = [self("period", first=period.first, last=period.last)]
        if document.compared is not None:
            other = document.compared
            lines.append(self("compared", first=other.first, last=other.last))
        lines += self.narrowed(document)
        if document.known_on is not None:
            lines.append(self("known_on", day=document.known_on))
        return lines

    def narrowed(self, document: ReportDocument) -> list[str]:
        """Return whom a report is about, one line per cut."""
        return [
            self(
                "narrowed",
                cut=self(f"cut_{one.cut.value}"),
                names=", ".join(map(self.name, one.names)),
            )
            for one in document.narrowed
        ]

    def name(self, name: str | Message) -> str:
        """Return a name, or the sentence in its place."""
        return name if isinstance(name, str) else self.say(name)

    def made(self, document: ReportDocument) -> str:
        """Return when a report was made, and for whom."""
        at = formats.moment(document.made_at, self.zone)
        return self("made", at=at, who=document.made_by)

    def figure(self, one: KeyFigure) -> tuple[str, str, str]:
        """Return a figure's title, its value, and what it was before; empty without."""
        value = self.cell(one.kind, one.value) or "–"
        before = "" if one.before is None else self.cell(one.kind, one.before)
        return self.say(one.title), value, before

    def definition(self, one: Defined) -> tuple[str, str]:
        """Return a figure's title, and what it means."""
        return (
            resources.text(f"figure.{one.value}", self.language),
            resources.text(f"definition.{one.value}", self.language),
        )
