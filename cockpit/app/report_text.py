"""What the reports on the purchase cycle have in common on the terminal."""

import json
import sys
from collections.abc import Collection, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from uuid import UUID

import resources
from cockpit.app.terminal import is_unicode, one_line
from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.messages import MessageValue
from cockpit.domain.vocabulary import Channel

_GAP = "  "


class ReportText:
    """Speaks one language: titles, shares and amounts of a report."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **values: MessageValue) -> str:
        """Return a sentence or a title of the reports."""
        return resources.text(f"report.{key}", self.language, **values)

    def counted(self, key: str, count: int, **values: MessageValue) -> str:
        """Return a sentence about so many; about one it has a form of its own, ``<key>_one``."""
        if count == 1:
            return self(f"{key}_one", **values)
        return self(key, count=count, **values)

    def share(self, value: float | None) -> str:
        """Return a share in percent; nothing where it is not known."""
        return "" if value is None else formats.decimal(100 * value, self.language) + "%"

    def number(self, value: float | None, places: int = 3) -> str:
        """Return a number; nothing where it is not known."""
        return "" if value is None else formats.decimal(value, self.language, places)

    def count(self, value: int) -> str:
        """Return a whole number."""
        return formats.integer(value, self.language)

    def money(self, cents: int) -> str:
        """Return an amount without the currency's sign."""
        return formats.money(cents, self.language, symbol=False)

    def day(self, value: date | None) -> str:
        """Return a day; nothing where there is none."""
        return "" if value is None else formats.day(value)

    def titles(self, *keys: str) -> list[str]:
        """Return the titles of a table's columns."""
        return [self(key) for key in keys]


def channel_words(language: Language) -> dict[Channel, str]:
    """Return what reports call the channels."""
    return {one: resources.text(f"document.channel_{one.value}", language) for one in Channel}


def text_table(
    titles: Sequence[str], rows: Sequence[Sequence[str]], *, numeric: Collection[int] = ()
) -> list[str]:
    """Return the lines of a table.

    Args:
        titles: The columns' titles.
        rows: A text per column and row.
        numeric: Positions of the columns that hold numbers, which stand to the right.
    """
    widths = [max(map(len, column)) for column in zip(titles, *rows, strict=True)]
    return [
        _GAP.join(
            cell.rjust(width) if place in numeric else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ).rstrip()
        for cells in (titles, *rows)
    ]


def write_lines(lines: Sequence[str]) -> None:
    """Write lines to the terminal; whatever stands in a name breaks none of them."""
    sys.stdout.write("".join(one_line(line) + "\n" for line in lines))


def write_json(document: object) -> None:
    """Write a record, or plain values, as JSON; days and instants in ISO 8601."""
    if is_dataclass(document) and not isinstance(document, type):
        document = asdict(document)
    text = json.dumps(document, default=_plain, ensure_ascii=not is_unicode(), indent=1)
    sys.stdout.write(text + "\n")


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(type(value).__name__)
