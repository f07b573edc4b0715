"""Named leases with a fence, by the stored clock; see docs/decisions/0014-agenda.md."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, or_, update

from cockpit.data.repositories.stored_clock import ahead
from cockpit.data.repositories.upsert import upsert
from cockpit.domain.notices import DutyHold
from cockpit.services.ports import CurrentUser
from models import Duty


class SqlDutyRepository:
    """One row per duty, which is taken by one statement."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take(
        self, name: str, *, user: CurrentUser, at: datetime, lease: timedelta
    ) -> DutyHold | None:
        """Take a duty that nobody holds; None where a lease runs, be it of this very device.

        A lease that ends later than any taken now was given by a clock that was put right since.
        """
        present = at + ahead(self._connection, at)
        insert = upsert(self._connection, Duty).values(
            name=name, device_id=user.device_id, fence=1, lease_until=present + lease
        )
        taken = insert.on_conflict_do_update(
            index_elements=[Duty.name],
            set_={
                "device_id": insert.excluded.device_id,
                "fence": Duty.fence + 1,
                "lease_until": insert.excluded.lease_until,
            },
            where=or_(Duty.lease_until <= present, Duty.lease_until > present + 2 * lease),
        ).returning(Duty.fence)
        fence = self._connection.execute(taken).scalar()
        return None if fence is None else DutyHold(name, user.device_id, fence)

    def renew(self, hold: DutyHold, *, at: datetime, lease: timedelta) -> bool:
        """Go on holding a duty, also after its lease ended where nobody came."""
        return self._set_end(hold, at + ahead(self._connection, at) + lease)

    def release(self, hold: DutyHold, *, at: datetime) -> None:
        """Let others take the duty at once, unless somebody did."""
        self._set_end(hold, at + ahead(self._connection, at))

    def _set_end(self, hold: DutyHold, lease_until: datetime) -> bool:
        mine = update(Duty).where(
            Duty.name == hold.name, Duty.device_id == hold.device_id, Duty.fence == hold.fence
        )
        return self._connection.execute(mine.values(lease_until=lease_until)).rowcount == 1
