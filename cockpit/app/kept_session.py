"""What a window needs of the database before it is open: kept with the list's first page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cockpit.domain.vocabulary import Role
from cockpit.services.ports import CurrentUser


@dataclass(frozen=True, slots=True)
class KeptSession:
    """A run's last state.

    Attributes:
        user: Whose the database was.
        preferences: Their preferences by name.
        list_mark: What the kept list depends on.
    """

    user: CurrentUser
    preferences: Mapping[str, object]
    list_mark: str

    def to_document(self) -> dict[str, Any]:
        """Return the stored form, as JSON takes it."""
        user = self.user
        return {
            "user": [user.user_id.hex, user.device_id.hex, user.login, user.name, str(user.role)],
            "preferences": dict(self.preferences),
            "list_mark": self.list_mark,
        }

    @classmethod
    def from_document(cls, stored: Mapping[str, Any]) -> "KeptSession | None":
        """Read the stored form; None where it is not one."""
        try:
            user_id, device_id, login, name, role = stored["user"]
            user = CurrentUser(UUID(user_id), UUID(device_id), login, name, Role(role))
            return cls(user, dict(stored["preferences"]), str(stored["list_mark"]))
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
