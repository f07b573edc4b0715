"""An operator's day: work, pauses, and what the law advises.

NR-17, Annex II (telemarketing): at most six hours of work a day with two rests of ten minutes,
outside the first and the last hour, and twenty minutes for a meal, which is not work. The advice is
for the operator alone; nothing is enforced, and nobody is ranked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from cockpit.domain.vocabulary import BreakKind

DAY_LIMIT = timedelta(hours=6)
#: How long a pause of a kind is to last; others end when they end.
LENGTHS = {BreakKind.REST: timedelta(minutes=10), BreakKind.MEAL: timedelta(minutes=20)}
#: A pause outlasts silence: the machine may sleep meanwhile. Who is away longer went home.
LONGEST_PAUSE = timedelta(hours=2)
RESTS_A_DAY = 2
_EDGE = timedelta(hours=1)
#: From when on a pause is advised, in time worked since the last one.
_STRETCH = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause; ``ended_at`` is None while it lasts."""

    kind: BreakKind
    started_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WorkDay:
    """The stretches of work of one day, in order; instants are aware.

    Attributes:
        stretches: Beginning and end of each; the last may be going on.
        pauses: In order; the last may be going on.
    """

    stretches: Sequence[tuple[datetime, datetime | None]] = ()
    pauses: Sequence[Pause] = ()

    @property
    def is_open(self) -> bool:
        """Return whether a stretch is going on."""
        return bool(self.stretches) and self.stretches[-1][1] is None

    @property
    def pause(self) -> Pause | None:
        """Return the pause that is going on, or None."""
        if self.pauses and self.pauses[-1].ended_at is None and self.is_open:
            return self.pauses[-1]
        return None

    def worked(self, now: datetime) -> timedelta:
        """Return the time worked; rests are paid time and count, meals and others do not."""
        total = sum(((end or now) - start for start, end in self.stretches), timedelta())
        away = (
            (one.ended_at or now) - one.started_at
            for one in self.pauses
            if one.kind is not BreakKind.REST
        )
        return max(total - sum(away, timedelta()), timedelta())


@dataclass(frozen=True, slots=True)
class Today:
    """The user's day at one moment, by the program's clock.

    Attributes:
        work: Stretches and pauses.
        is_open_here: Whether this program records a stretch; another one of the user's may.
    """

    work: WorkDay = field(default_factory=WorkDay)
    is_open_here: bool = False


class Advice(StrEnum):
    """What is advised now."""

    REST = "rest"
    MEAL = "meal"
    END = "end"
    BACK = "back"


def advice(day: WorkDay, now: datetime) -> Advice | None:
    """Return what the operator is advised to do at an instant, or None."""
    if not day.is_open:
        return None
    pause = day.pause
    if pause is not None:
        length = LENGTHS.get(pause.kind)
        return Advice.BACK if length is not None and now - pause.started_at >= length else None
    worked = day.worked(now)
    if worked >= DAY_LIMIT:
        return Advice.END
    since = now - (day.pauses[-1].ended_at or now if day.pauses else day.stretches[0][0])
    if since < _STRETCH or worked < _EDGE or worked > DAY_LIMIT - _EDGE:
        return None
    taken = [one.kind for one in day.pauses]
    if BreakKind.MEAL not in taken and worked >= DAY_LIMIT / 2:
        return Advice.MEAL
    return Advice.REST if taken.count(BreakKind.REST) < RESTS_A_DAY else None
