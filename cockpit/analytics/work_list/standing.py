"""What depends on the customers alone and on no instant: places, due instants, worth."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from cockpit.analytics.segments import Integers
from cockpit.analytics.work_list import text_rows
from cockpit.analytics.work_list.bars import due_instants
from cockpit.analytics.work_list.orders import WORTH_FIELDS, by_worth
from cockpit.analytics.work_list.store import Store
from cockpit.analytics.work_list.windows import PLACE_FIELDS, Places
from cockpit.domain.calling_window import WindowRules

_DUE_FIELDS = ("next_contact_at", "next_contact_has_time")


@dataclass(frozen=True)
class Standings:
    """Worked out once per store.

    Attributes:
        rules: Hours and holidays in force.
        zone: In which days are meant.
        places: Where the customers are.
        due: When each next contact is due; shape (lines,).
        worth: All lines by worth.
    """

    rules: WindowRules
    zone: ZoneInfo
    places: Places
    due: Integers
    worth: text_rows.Places

    @classmethod
    def of(cls, store: Store, rules: WindowRules, zone: ZoneInfo) -> "Standings":
        """Work it out."""
        places = Places.of(store, rules)
        return cls(rules, zone, places, due_instants(store, zone), by_worth(store))

    def changed(self, former: Store, store: Store) -> "Standings":
        """Return it for a store that came from another, with what did not change."""
        is_same_size = len(former) == len(store)

        def is_same(*names: str) -> bool:
            return is_same_size and all(store.columns[one] is former.columns[one] for one in names)

        return Standings(
            self.rules,
            self.zone,
            self.places if is_same(*PLACE_FIELDS) else Places.of(store, self.rules),
            self.due if is_same(*_DUE_FIELDS) else due_instants(store, self.zone),
            self.worth if is_same(*WORTH_FIELDS) else by_worth(store),
        )
