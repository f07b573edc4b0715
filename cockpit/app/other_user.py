"""What ends a start that showed the last run's list: somebody else is at the program."""

from cockpit.domain.errors import DatabaseError


class OtherUserError(DatabaseError):
    """The file is not the one of the last run: what was kept of that says nothing of this one."""

    def __init__(self) -> None:
        super().__init__("database_cannot_open")
