"""The tabs of the life cycle: which lines each holds."""

from datetime import date, datetime, time, timedelta

import numpy as np

from cockpit.analytics.segments import Flags
from cockpit.analytics.work_list.columns import NEVER, microseconds
from cockpit.analytics.work_list.standing import Standings
from cockpit.analytics.work_list.store import Store
from cockpit.domain.list_query import RECENT_DAYS, Group
from cockpit.domain.vocabulary import LifecycleStatus

_STATUSES = {
    Group.AT_RISK: (LifecycleStatus.AT_RISK,),
    Group.INACTIVE: (LifecycleStatus.INACTIVE,),
    Group.RECENT_INACTIVE: (LifecycleStatus.INACTIVE,),
    Group.LOST: (LifecycleStatus.LOST,),
    Group.NEW: (LifecycleStatus.NEW,),
    Group.ACTIVE: (LifecycleStatus.ACTIVE, LifecycleStatus.RECOVERED),
    Group.PROSPECT: (LifecycleStatus.PROSPECT,),
}


def group_mask(group: Group, store: Store, standings: Standings, as_of: date) -> Flags:
    """Return which lines a tab holds; shape (lines,)."""
    if group is Group.ALL:
        return store.is_there
    if group is Group.CALLBACKS:
        tomorrow = datetime.combine(as_of + timedelta(days=1), time(), tzinfo=standings.zone)
        due = standings.due
        is_due: Flags = (due != NEVER) & (due < microseconds(tomorrow))
        return is_due & store.is_there
    status = store.members("status")
    codes = [status.code(one) for one in _STATUSES[group]]
    mask: Flags = np.isin(status.codes, codes) & store.is_there
    if group is Group.RECENT_INACTIVE:
        first_day = as_of.toordinal() - RECENT_DAYS
        mask &= store.numbers("last_order_day") >= first_day
    return mask
