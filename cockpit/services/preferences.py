"""What a user set for themself: theme, language, what a screen remembers."""

from collections.abc import Mapping
from dataclasses import dataclass

from cockpit.domain.changes import Topic
from cockpit.domain.vocabulary import SettingScope
from cockpit.services.ports import CurrentUser, Database, ReadUnit

_DOCUMENT = "preferences"


@dataclass(frozen=True, slots=True)
class PreferenceService:
    """Keeps one user's preferences as one document of the settings table."""

    database: Database
    user: CurrentUser

    def load(self) -> dict[str, object]:
        """Return every preference by name."""
        with self.database.read() as unit:
            return self._document(unit)

    def store(self, key: str, value: object) -> None:
        """Store one preference, a JSON value, and leave the others as they are now.

        None drops it, so that what is only kept for a while leaves no trace.
        """
        with self.database.write() as unit:
            document = {**self._document(unit), key: value}
            if value is None:
                del document[key]
            unit.settings.put(SettingScope.USER, self.user.user_id, _DOCUMENT, document)
            unit.changed(Topic.SETTINGS, customer_ids=[])

    def _document(self, unit: ReadUnit) -> dict[str, object]:
        stored = unit.settings.get(SettingScope.USER, self.user.user_id, _DOCUMENT)
        return dict(stored) if isinstance(stored, Mapping) else {}
