"""Reads hostile files and tells what is wrong with how they were read."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import BadInputError
from cockpit.domain.import_batches import LineBatch
from cockpit.domain.import_records import ImportRecord, RowProblem
from cockpit.domain.vocabulary import RowVerdict
from cockpit.imports.reader import ImportFileReader
from tests.support.hostile_cells import ODD
from tests.support.hostile_files import HostileFile, Line
from tests.support.read_lines import contents

TODAY = date(2026, 11, 22)


class Tally:
    """What became of the lines of some files.

    Attributes:
        refused: Files that were refused as a whole.
    """

    def __init__(self) -> None:
        self.files = self.refused = self.taken = self.flagged = self.rejected = 0

    def __str__(self) -> str:
        return (
            f"{self.files} files, {self.refused} of them refused; lines: {self.taken} taken, "
            f"{self.flagged} flagged, {self.rejected} rejected"
        )


def faults(file: HostileFile, folder: Path, tally: Tally) -> list[str]:
    """Read a file and return what is wrong with how it was read; nothing, if all is well."""
    path = folder / f"hostile{file.suffix}"
    path.write_bytes(file.content)
    tally.files += 1
    try:
        parsed = ImportFileReader(AsOfClock(TODAY)).open(path)
        batches = list(parsed.batches())
    except BadInputError as error:
        tally.refused += 1
        return _refusal(file, error)
    found = [*_batch_faults(batches)]
    if parsed.kind is not file.kind:
        return [*found, f"taken for {parsed.kind}"] if file.is_whole else found
    lines = [item for batch in batches for item in contents(batch).items()]
    if file.is_whole and sorted(line for line, _ in lines) != sorted(file.lines):
        found.append(f"lines {sorted(line for line, _ in lines)} instead of {sorted(file.lines)}")
    for number, content in lines:
        _count(tally, content)
        if not isinstance(content, RowProblem) and not content.flags and number in file.lines:
            found += _wrong_values(number, content, file.lines[number])
    return found


def _refusal(file: HostileFile, error: BadInputError) -> list[str]:
    """A file that nobody damaged may be refused only where it holds no line."""
    return [f"refused: {error}"] if file.is_whole and file.lines else []


def _batch_faults(batches: list[LineBatch]) -> Iterator[str]:
    """Say where batches do not follow each other, or have a line twice."""
    last = 0
    for ordinal, batch in enumerate(batches):
        lines = sorted(contents(batch))
        if len(lines) != batch.count or batch.count == 0:
            yield f"batch {ordinal}: {batch.count} lines, {len(lines)} of them different"
        if batch.ordinal != ordinal or (batch.first_line, batch.last_line) != (
            lines[0],
            lines[-1],
        ):
            yield f"batch {ordinal} says {batch.first_line} to {batch.last_line}"
        if lines[0] <= last:
            yield f"batch {ordinal} begins with line {lines[0]} after line {last}"
        if any(batch.cells.get(line) is None for line in lines):
            yield f"batch {ordinal} does not know the cells of all its lines"
        last = lines[-1]


def _count(tally: Tally, content: ImportRecord | RowProblem) -> None:
    if isinstance(content, RowProblem):
        assert content.verdict is RowVerdict.REJECTED
        tally.rejected += 1
    elif content.flags:
        tally.flagged += 1
    else:
        tally.taken += 1


def _wrong_values(number: int, record: ImportRecord, line: Line) -> Iterator[str]:
    """Say what a line was taken for in silence that it is not."""
    if line.is_odd:
        yield f"line {number} {line.cells} taken in silence"
    for attribute, truth in line.truth.items():
        value = getattr(record, attribute)
        if truth is ODD or value != truth:
            yield f"line {number}: {attribute} is {truth!r}, taken for {value!r}: {line.cells}"
