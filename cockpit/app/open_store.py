"""What the program asks of the database of a run, whichever it is."""

from typing import TYPE_CHECKING, Protocol

from cockpit.services.ports import ChangeWatcher, CurrentUser, Database

if TYPE_CHECKING:
    from cockpit.app.field.synchronising import FieldStore
    from cockpit.app.keeping import Keeping
    from cockpit.app.profile_choice import SignedIn
    from cockpit.data.engine import Engines


class OpenStore(Protocol):
    """A database that is open, or soon will be."""

    @property
    def is_sqlite(self) -> bool:
        """Return whether it is an embedded file."""
        ...

    @property
    def is_shared(self) -> bool:
        """Return whether somebody signed in: on a server, or with a profile of a file."""
        ...

    @property
    def signed_in(self) -> "SignedIn | None":
        """Return the profile that was chosen; None where a file has none, and on a server."""
        ...

    @property
    def engines(self) -> "Engines":
        """Return the database itself."""
        ...

    @property
    def database(self) -> Database:
        """Return the door to it."""
        ...

    @property
    def user(self) -> CurrentUser:
        """Return whose it is."""
        ...

    @property
    def list_mark(self) -> str:
        """Return what a list kept on this machine depends on; empty where none may be kept."""
        ...

    @property
    def keeping(self) -> "Keeping | None":
        """Return how a server stands and what waits for it; None for a file."""
        ...

    @property
    def field(self) -> "FieldStore | None":
        """Return the synchronisation of a laptop's file; None where it is no laptop's."""
        ...

    def watcher(self) -> ChangeWatcher:
        """Return who finds what others commit."""
        ...
