"""Whom a report is about, by the names that people write."""

from collections.abc import Iterable, Mapping, Sequence

from cockpit.domain.errors import BadInputError
from cockpit.domain.indicators import Cut, CutKey, CutName, Narrowing
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import Channel
from cockpit.services.ports import Database

#: Means those who have none.
NOBODY = "-"


def narrowing_of(
    database: Database,
    wanted: Iterable[tuple[Cut, Sequence[str]]],
    channels: Mapping[Channel, str],
) -> Narrowing:
    """Return a narrowing by names; accents and capitals do not count, a clear beginning is enough.

    Args:
        database: Where the names stand.
        wanted: By cut, the names.
        channels: What each channel is called, besides its code.

    Raises:
        BadInputError: Nobody is called like that, or several are.
    """
    found: dict[Cut, frozenset[CutKey]] = {}
    with database.read() as unit:
        for cut, names in wanted:
            choices = _named(channels) if cut is Cut.CHANNEL else unit.reports.cut_names(cut)
            keys = frozenset(_key(cut, name, choices) for name in names)
            found[cut] = found.get(cut, frozenset()) | keys
    return Narrowing(found)


def _named(channels: Mapping[Channel, str]) -> list[CutName]:
    return [CutName(one, name) for one, word in channels.items() for name in (one.value, word)]


def _key(cut: Cut, name: str, choices: Sequence[CutName]) -> CutKey:
    if name == NOBODY:
        return None
    wanted = plain(name).strip()
    same = {one.key for one in choices if plain(one.name).strip() == wanted}
    hits = same or {one.key for one in choices if plain(one.name).strip().startswith(wanted)}
    if not hits or not wanted:
        raise BadInputError("report_nobody", name=name, cut=f"--only {cut.value}")
    if len(hits) > 1:
        raise BadInputError("report_several", name=name, cut=f"--only {cut.value}")
    return hits.pop()
