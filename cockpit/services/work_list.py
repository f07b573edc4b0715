"""The work list of a day."""

from dataclasses import dataclass, fields, replace

from cockpit.domain.columns import VerdictColumns, WorkListColumns
from cockpit.domain.work_list import WorkList
from cockpit.services.cycle_state import CycleState, CycleStates

_JUDGED = tuple(
    {field.name for field in fields(WorkListColumns)}
    & {field.name for field in fields(VerdictColumns)}
)


@dataclass(frozen=True, slots=True)
class WorkListService:
    """Reads the work list in the order of calling."""

    states: CycleStates

    def load(self) -> WorkList:
        """Return the list for the clock's day.

        Where the stored judgements are of another day, everybody is judged afresh with what was
        known on the clock's day, and nothing is stored.
        """
        clock = self.states.clock
        with self.states.database.read() as unit:
            columns = unit.work_list.columns(known_at=clock.known_at)
            state = None if self.states.is_judged(unit) else self.states.everyone(unit)
        if state is not None:
            columns = _judged(columns, state, self.states.verdicts(state))
        return self.states.engine.rank(columns, as_of=clock.today(), now=clock.now())


def _judged(
    columns: WorkListColumns, state: CycleState, verdicts: VerdictColumns
) -> WorkListColumns:
    """Return the columns with other judgements in place of the stored ones."""
    place_of = {key: place for place, key in enumerate(state.statistics.customer_id)}
    places = [place_of[key] for key in columns.customer_id]
    last = state.statistics.last_order_day
    found = {
        name: [values[place] for place in places]
        for name, values in ((name, getattr(verdicts, name)) for name in _JUDGED)
    }
    return replace(columns, last_order_day=[last[place] or None for place in places], **found)
