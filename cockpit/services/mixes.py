"""Keeping up to date what each segment buys."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cockpit.domain.changes import Topic
from cockpit.domain.clock import Clock
from cockpit.domain.vocabulary import SettingScope
from cockpit.services.ports import Database, ReadUnit

#: What is counted: the latest purchases that say something of today's demand.
PERIOD = timedelta(days=365)
#: Imports that follow each other closely are counted once.
_QUIET = timedelta(minutes=15)
_COMPUTED = "segment_mix.computed"


@dataclass(frozen=True, slots=True)
class MixService:
    """Recomputes the projection ``segment_products``."""

    database: Database
    clock: Clock

    def refresh_if_stale(self) -> bool:
        """Count anew where the last count is of another day or older than the last import.

        A past day that is asked for is neither counted nor stored.

        Returns:
            Whether anything was counted.
        """
        if self.clock.known_at is not None:
            return False
        with self.database.read() as unit:
            is_stale = self._is_stale(unit)
        if is_stale:
            self.refresh()
        return is_stale

    def refresh(self) -> None:
        """Count what each segment bought in the last twelve months.

        The count runs beside other writers; only its small result is stored under their lock.
        """
        today = self.clock.today()
        with self.database.read() as unit:
            last_import = unit.mixes.last_import_at()
            shares = unit.mixes.counted(after=today - PERIOD, until=today)
        computed = {
            "day": today.isoformat(),
            "at": self.clock.now().isoformat(),
            "import": None if last_import is None else last_import.isoformat(),
        }
        with self.database.write() as unit:
            unit.mixes.replace(shares, computed_for=today)
            unit.settings.put(SettingScope.COMPANY, None, _COMPUTED, computed)
            unit.changed(Topic.SETTINGS, customer_ids=[])

    def _is_stale(self, unit: ReadUnit) -> bool:
        computed = unit.settings.get(SettingScope.COMPANY, None, _COMPUTED)
        if not isinstance(computed, dict):
            return True
        if date.fromisoformat(computed["day"]) != self.clock.today():
            return True
        last_import = unit.mixes.last_import_at()
        if last_import is None or last_import.isoformat() == computed["import"]:
            return False
        return self.clock.now() - datetime.fromisoformat(computed["at"]) >= _QUIET
