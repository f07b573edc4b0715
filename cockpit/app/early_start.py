"""The first thing that a start shows: the list's first page of the last run, where there is one.

Only what this takes is imported here; the rest of the program is loaded while the page is looked
at. The page is taken away when it is shown, so one that cannot be shown is met once; it is written
again every minute and at the end. A second start beside a running one finds it locked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication

from cockpit import __version__
from cockpit.app.application import make_application
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.domain.clock import SystemClock
from cockpit.domain.formats import Language
from cockpit.runtime.translation import install_language
from cockpit.ui.early_window import EarlyWindow
from cockpit.ui.theme import Theme
from cockpit.ui.work_list.kept_page import KeptPage

#: A page depends on the program's version, besides its database.
PAGE_MARK = __version__
#: What is older says too little of today to be worth a look.
_OLDEST = timedelta(days=7)
#: How a file of SQLite begins that is not encrypted.
_PLAIN = b"SQLite format 3\0"


@dataclass(frozen=True)
class Start:
    """A start under way.

    Attributes:
        app: Qt's application.
        options: What the user asked for.
        paths: Where the user's files are.
        early: The window that is there already; None without a kept page.
        lock: Keeps the page from other starts as long as this one lives; None without it.
        kept: What the last run kept for this one beside the page, as JSON; empty without one.
    """

    app: QApplication
    options: Options
    paths: Paths
    theme: Theme
    early: EarlyWindow | None = None
    lock: QLockFile | None = None
    kept: Mapping[str, Any] = field(default_factory=dict)


def begin(options: Options, paths: Paths) -> Start:
    """Make the application, and show the kept page.

    Raises:
        ForbiddenError: A laptop's passphrase is another one, or nobody answers.
    """
    app = make_application()
    theme = Theme(app)
    lock = lock_page(options, paths)
    options, key = (options, None) if lock is None else page_key(options, paths)
    page = None if lock is None else take_page(options, paths, key)
    if page is None:
        return Start(app, options, paths, theme, lock=lock)
    theme.apply(page.theme)
    install_language(app, Language(page.language))
    clock = SystemClock()
    early = EarlyWindow(page, theme, zone=clock.zone, today=clock.today())
    early.show_painted()
    return Start(app, options, paths, theme, early, lock, page.session)


def lock_page(options: Options, paths: Paths) -> QLockFile | None:
    """Keep the page from others; None where there is none to keep, or another has it.

    What a crash leaves locked is nobody's.
    """
    place = page_place(options, paths)
    if place is None:
        return None
    place.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(place.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(0) else None


def page_key(options: Options, paths: Paths) -> tuple[Options, bytes | None]:
    """Return the key of a laptop's page, and the options with the passphrase where it has one.

    Nobody is asked for a passphrase where there is no page.

    Raises:
        ForbiddenError: It is another one, or nobody answers.
    """
    places = (paths.field_page, paths.field_database)
    if not options.is_field or not all(place.exists() for place in places):
        return options, None
    from cockpit.app.field.asking import early_secret  # noqa: PLC0415 - a laptop alone needs it

    return early_secret(options, paths)


def take_page(options: Options, paths: Paths, key: bytes | None = None) -> KeptPage | None:
    """Return the page of the last run and remove it; None where it is of no use today.

    Args:
        options: Whose.
        paths: The program's folders.
        key: Of a laptop's file.
    """
    place = page_place(options, paths)
    if place is None:
        return None
    try:
        text = _sealed(place, key) if options.is_field else _plain(place, _database(options, paths))
    except (OSError, ValueError):
        text = None
    try:
        place.unlink()
    except OSError:
        return None
    page = None if text is None else KeptPage.from_json(text)
    if page is None or page.mark != PAGE_MARK or not page.rows:
        return None
    if not timedelta(0) <= SystemClock().today() - page.day <= _OLDEST:
        return None
    if options.is_field and not _is_alive(page):
        return None
    return replace(page, language=options.language) if options.is_language_chosen else page


def page_place(options: Options, paths: Paths) -> Path | None:
    """Return where the page is kept; None for a past day and a database chosen by name.

    A laptop's is encrypted as its file; what else is encrypted leaves none.
    """
    if options.as_of is not None or options.database is not None:
        return None
    if options.is_field:
        return paths.field_page
    return paths.kept_page(_database(options, paths))


def _plain(place: Path, database: Path) -> str | None:
    """Return the page of a file that is not encrypted; None where it is by now."""
    text = place.read_text(encoding="utf-8")
    with database.open("rb") as file:
        return text if file.read(len(_PLAIN)) == _PLAIN else None


def _sealed(place: Path, key: bytes | None) -> str | None:
    """Return a laptop's page; None where there is none that this key opens."""
    if key is None:
        return None
    from cockpit.app.field.kept_page import sealed_page  # noqa: PLC0415 - a laptop alone needs it

    return sealed_page(place, key).read()


def _is_alive(page: KeptPage) -> bool:
    from cockpit.app.field.kept_page import has_ended  # noqa: PLC0415 - see above

    return not has_ended(page.session, SystemClock().now())


def _database(options: Options, paths: Paths) -> Path:
    return paths.demo_database(None) if options.is_demo else paths.database
