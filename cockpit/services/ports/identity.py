"""Who is at this program."""

from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.rights import Rights, Task
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
    def rights(self) -> Rights:
        """Return what they may do."""
        return Rights(self.role)

    def may(self, task: Task) -> bool:
        """Return whether they may do this."""
        return self.rights.may(task)
