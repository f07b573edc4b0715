"""The log of a laptop's synchronisations as people read it: a run of the same is one line."""

from collections.abc import Iterable
from datetime import tzinfo
from itertools import groupby
from typing import Any

from cockpit.domain.sync import LogEntry

SYNCED = "synced"
#: What only came and went, as it does all day; whoever came or left and what was refused stands
#: alone.
_ORDINARY = frozenset({"sent", "received", "gone"})


def folded(lines: Iterable[LogEntry], zone: tzinfo) -> list[LogEntry]:
    """Return the log with ordinary synchronisations of one day in one line, their figures summed.

    Args:
        lines: Newest first.
        zone: The user's: where a day begins.
    """

    def run_of(line: LogEntry) -> object:
        # Others are each a run of their own.
        return line.noted_at.astimezone(zone).date() if _is_ordinary(line) else id(line)

    return [_one(list(run)) for _, run in groupby(lines, run_of)]


def _is_ordinary(line: LogEntry) -> bool:
    return line.kind == SYNCED and _ORDINARY.issuperset(line.detail)


def _one(run: list[LogEntry]) -> LogEntry:
    newest = run[0]
    if len(run) == 1:
        return newest
    detail: dict[str, Any] = {"times": len(run)}
    for name in sorted(_ORDINARY):
        total = sum(int(line.detail.get(name) or 0) for line in run)
        if total:
            detail[name] = total
    return LogEntry(newest.noted_at, SYNCED, detail)
