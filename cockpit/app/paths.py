"""Where Giro keeps its files on this machine."""

import errno
import os
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from platformdirs import user_data_path

from cockpit.domain.errors import BadInputError, GiroError, StorageFullError

HOME_VARIABLE = "GIRO_HOME"
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT))


def folder_trouble(folder: Path, error: OSError) -> GiroError:
    """Return what is to be said of a folder that takes no file."""
    if error.errno in _FULL:
        return StorageFullError("disk_full")
    return BadInputError("home_not_writable", folder=str(folder))


@dataclass(frozen=True, slots=True)
class Paths:
    """The folder of one user's data, and what lies in it."""

    home: Path

    @classmethod
    def of_user(cls) -> "Paths":
        """Return the user's folder: ``GIRO_HOME``, else where the system keeps such data.

        Raises:
            BadInputError: It begins with the ``~`` of somebody unknown.
        """
        chosen = os.environ.get(HOME_VARIABLE, "")
        try:
            home = Path(chosen).expanduser() if chosen else user_data_path("Giro", appauthor=False)
        except RuntimeError as error:
            raise BadInputError("home_not_writable", folder=chosen) from error
        return cls(home)

    @property
    def database(self) -> Path:
        """Return the embedded database file."""
        return self.home / "giro.db"

    @property
    def server(self) -> Path:
        """Return the file that says which server's invitation was accepted here."""
        return self.home / "server.json"

    @property
    def field(self) -> Path:
        """Return the file that says that this computer is a laptop in the field."""
        return self.home / "field.json"

    @property
    def field_database(self) -> Path:
        """Return the laptop's own file, which is encrypted."""
        return self.home / "field.db"

    @property
    def field_page(self) -> Path:
        """Return what the next start of a laptop shows at once, encrypted as its file."""
        return page_beside(self.field_database)

    @property
    def logs(self) -> Path:
        """Return the folder of the log files."""
        return self.home / "logs"

    def kept_list(self, database: Path) -> Path:
        """Return where the last work list of an embedded database is kept for the next start."""
        return self.home / "cache" / f"list-{_digest(database)}"

    def kept_page(self, database: Path) -> Path:
        """Return where the first page of that list is kept, which the next start shows at once."""
        return self.home / "cache" / f"page-{_digest(database)}.json"

    @property
    def kept_writes(self) -> Path:
        """Return the folder of what waits here for a server that is away."""
        return self.home / "kept"

    def demo_database(self, as_of: date | None) -> Path:
        """Return the demo company's file; each chosen day has its own."""
        return self.home / ("demo.db" if as_of is None else f"demo-{as_of.isoformat()}.db")

    def ensure(self) -> None:
        """Create the folder.

        Raises:
            GiroError: It cannot be created or written, or its disk is full.
        """
        try:
            self.logs.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise folder_trouble(self.home, error) from error
        if not os.access(self.home, os.W_OK):
            raise BadInputError("home_not_writable", folder=str(self.home))


def page_beside(database: Path) -> Path:
    """Return where the first page of an encrypted file is kept."""
    return database.with_suffix(".page")


def _digest(path: Path) -> str:
    return sha256(str(path.resolve()).encode()).hexdigest()[:16]
