"""The command line as the program's parts read it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import LifecycleStatus


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for.

    Attributes:
        command: Name of the command; empty opens the cockpit.
        language: The language of the terminal; of the window as well where it is chosen.
        is_language_chosen: Whether ``--language`` was given; else the window keeps its own.
        database: ``--database``, else ``GIRO_DATABASE_URL``; None is the embedded file.
        as_of: The day that counts as today; None is the real one.
    """

    command: str = ""
    language: Language = Language.PORTUGUESE
    is_language_chosen: bool = False
    is_demo: bool = False
    database: str | None = None
    as_of: date | None = None
    format: str = "table"
    limit: int | None = None
    statuses: tuple[LifecycleStatus, ...] = ()
    files: tuple[Path, ...] = ()
    screen: str = ""
    theme: str = "light"
    size: tuple[int, int] = (1366, 768)
