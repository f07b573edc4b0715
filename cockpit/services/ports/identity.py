"""Who is at this program."""

from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.vocabulary import Role


@dataclass(frozen=True, slots=True)
class CurrentUser:
    """Who is at this program: every write carries the user and the device."""

    user_id: UUID
    device_id: UUID
    login: str
    name: str
    role: Role

    @property
    def may_import(self) -> bool:
        """Return whether they may bring the company's data in and take an import back.

        Whoever made a local file is its administrator.
        """
        return self.role in {Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR}

    @property
    def may_supervise(self) -> bool:
        """Return whether they answer for others: share views, reassign customers, edit templates.

        Whoever made a local file is its administrator.
        """
        return self.role in {Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR}
