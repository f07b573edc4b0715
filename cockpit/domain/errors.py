"""Errors that the environment causes and a person can mend.

Everything that is not a ``GiroError`` is a fault of the program and ends in a crash report. A
``GiroError`` becomes one sentence, on screen or on the terminal, and an exit code.
"""

from typing import ClassVar

from cockpit.domain.messages import Message, MessageValue


class GiroError(Exception):
    """Something that a sentence to the user settles.

    Attributes:
        message: What happened and what to do.
        exit_code: The process's exit code when the command line meets it.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, key: str, **values: MessageValue) -> None:
        self.message = Message.of(f"error.{key}", **values)
        super().__init__(self.message.key)


class BadInputError(GiroError):
    """What the user gave cannot be used: a file, an option, a value."""


class DatabaseError(GiroError):
    """The database cannot be opened, read or written."""


class DatabaseBusyError(DatabaseError):
    """Another program holds the database's lock."""


class TransactionUndoneError(DatabaseBusyError):
    """The server undid the transaction, in a deadlock say: begun again it may well succeed."""


class ServerAwayError(DatabaseError):
    """The shared server does not answer; whether it stored what was under way is not known."""


class ServerRefusedError(DatabaseError):
    """The shared server answers, and does not let this login in."""


class ClonedError(DatabaseError):
    """The server has other facts under this laptop's numbers: its file is a copy of another's."""


class ServerOtherVersionError(DatabaseError):
    """This program and the shared server's database are of versions that do not work together."""


class StorageFullError(DatabaseError):
    """The disk has no room left for what was to be saved."""


class ConflictError(GiroError):
    """Someone else changed the same thing first."""


class ForbiddenError(GiroError):
    """The user may not do this, or the customer wants no such contact."""


class MailError(GiroError):
    """A message was not taken by the mail server, or no server is set."""


class CancelledError(GiroError):
    """The user stopped a long calculation; nothing of it was stored."""

    def __init__(self) -> None:
        super().__init__("cancelled")
