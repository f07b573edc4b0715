"""What lies on this computer before a laptop is set up, and what is to be gone afterwards."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from cockpit.app.field.choice import FieldChoice, choose_field, field_choice
from cockpit.app.field.key_keeper import KeyKeeper
from cockpit.app.keeping import waiting_here
from cockpit.app.paths import Paths
from cockpit.data.replica import SqlReplicaStore, open_replica
from cockpit.data.url import PostgresqlServer, parse_address
from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import BadInputError, GiroError
from cockpit.domain.sync import Standing

_DATABASE, _KEYS = ("", "-wal", "-shm"), (".key", ".salt")


def clear_the_way(paths: Paths, wanted: FieldChoice) -> None:
    """Make room for a laptop's file; what a set-up left that was killed goes.

    A file that nothing was set up for, and that can be read, is taken up again; one that cannot be
    read is set aside whole, for it may hold what was never sent.

    Args:
        paths: Where they are.
        wanted: What is to be set up; where it names the same server, its way there is taken.

    Raises:
        BadInputError: This computer is a laptop in the field already.
    """
    if field_choice(paths) is not None:
        raise BadInputError("field_already")
    if not paths.field_database.exists():
        return
    found = _standing(paths)
    if found is None:
        set_aside(paths)
    elif found.is_first:
        remove_file(paths)
    else:
        is_same = str(parse_address(wanted.server)) == found.server
        way = wanted if is_same else FieldChoice(found.server, "")
        choose_field(paths, replace(way, device=str(found.device_id)))
        raise BadInputError("field_already")


def refuse_undelivered(paths: Paths, server: PostgresqlServer) -> None:
    """Refuse to leave a server for which something waits on this computer.

    Raises:
        BadInputError: Something does.
    """
    count = len(waiting_here(paths.kept_writes, server))
    if count:
        raise BadInputError("field_undelivered", count=count)


def remove_file(paths: Paths) -> None:
    """Remove a laptop's file with all that belongs to it."""
    for place in _parts(paths.field_database):
        place.unlink(missing_ok=True)
    paths.field_database.with_suffix(".sync").unlink(missing_ok=True)
    for place in (paths.field_page, paths.field_page.with_name(f"{paths.field_page.name}.new")):
        place.unlink(missing_ok=True)  # the other one is left by a kill in the middle of a writing


def set_aside(paths: Paths) -> Path:
    """Give a file that cannot be read, and what its key lies under, another name; return it."""
    stamp = SystemClock().now().strftime("%Y%m%d-%H%M%S")
    aside = paths.field_database.with_stem(f"{paths.field_database.stem}-{stamp}")
    for place, other in zip(_parts(paths.field_database), _parts(aside), strict=True):
        if place.exists():
            place.rename(other)
    for suffix in _KEYS:
        place = paths.field_database.with_suffix(suffix)
        if place.exists():
            place.rename(aside.with_suffix(suffix))
    return aside


def _standing(paths: Paths) -> Standing | None:
    """Return what a file knows of itself; None where it cannot be read."""
    key = KeyKeeper(paths.field_database).kept()
    if key is None:
        return None
    with suppress(GiroError):
        engines = open_replica(paths.field_database, key)
        try:
            return SqlReplicaStore(engines).standing()
        finally:
            engines.close()
    return None


def _parts(database: Path) -> Iterator[Path]:
    return (database.with_name(database.name + suffix) for suffix in _DATABASE)
