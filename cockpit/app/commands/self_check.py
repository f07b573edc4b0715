"""``self-check``: what works on this machine, one line each."""

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

import resources
from cockpit import __version__
from cockpit.app.addresses import address_of
from cockpit.app.commands.cockpit import explain
from cockpit.app.display import missing_display_requirements
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.data.note_index import mended
from cockpit.data.versions import versions
from cockpit.domain.changes import Topic
from cockpit.domain.errors import GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import SettingScope

PACKAGES = ("PySide6_Essentials", "SQLAlchemy", "alembic", "psycopg", "sqlcipher3", "APScheduler")
FAILED = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check.

    Attributes:
        key: What was checked, in the catalogue ``check``.
        text: What was found, as it is.
        is_good: Whether it works; None where it is only told.
    """

    key: str
    text: str
    is_good: bool | None = None


def run(options: Options, paths: Paths) -> int:
    """Check everything and print it; 0 when all that Giro needs works."""
    findings = [*_versions(), *_database(options, paths), *_desktop(options)]
    for finding in findings:
        mark = {True: "✓", False: "✗", None: "·"}[finding.is_good]
        name = resources.text(f"check.{finding.key}", options.language)
        sys.stdout.write(f"{mark} {name}: {finding.text}\n")
    return FAILED if any(finding.is_good is False for finding in findings) else 0


def _versions() -> Iterator[Finding]:
    yield Finding("program", f"Giro {__version__}, Python {platform.python_version()}")
    yield Finding("system", f"{platform.system()} {platform.release()} {platform.machine()}")
    yield Finding("packages", ", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES))


def _database(options: Options, paths: Paths) -> Iterator[Finding]:
    """Open the database, which brings it to the newest schema, write to it and read it back."""
    language = options.language
    try:
        yield Finding("database", str(address_of(options, paths)))
        with open_session(options, paths) as session:
            driver, server, revision = versions(session.engines)
            yield Finding("driver", f"{driver}, {server}", is_good=True)
            yield Finding("schema", revision, is_good=True)
            token = str(new_id())
            owner = session.user.user_id
            with session.database.write() as unit:
                unit.settings.put(SettingScope.USER, owner, "self_check", token)
                unit.changed(Topic.SETTINGS, customer_ids=())
            with session.database.read() as unit:
                is_same = unit.settings.get(SettingScope.USER, owner, "self_check") == token
            key = "check.written" if is_same else "check.not_written"
            yield Finding("write", resources.text(key, language), is_good=is_same)
            if session.engines.is_sqlite:
                key = "check.notes_mended" if mended(session.engines) else "check.notes_whole"
                yield Finding("notes", resources.text(key, language), is_good=True)
    except GiroError as error:
        yield Finding("write", resources.text(error.message, language), is_good=False)


def _desktop(options: Options) -> Iterator[Finding]:
    problem = missing_display_requirements()
    if problem is not None:
        yield Finding("display", explain(problem, options))
        return
    yield Finding("display", resources.text("check.present", options.language), is_good=True)
    from cockpit.app.application import make_application  # noqa: PLC0415 - Qt loads only where it can
    from cockpit.ui.tray import TrayNotifier  # noqa: PLC0415

    application = make_application()
    has_tray = TrayNotifier.is_available()
    key = "check.present" if has_tray else "check.absent_tray"
    yield Finding("tray", resources.text(key, options.language), is_good=has_tray or None)
    application.quit()
