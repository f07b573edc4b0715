"""Writing the first page of a laptop's list beside its file, as long as that may be opened."""

from dataclasses import replace
from pathlib import Path

from cockpit.app.field.choice import field_choice
from cockpit.app.field.kept_page import ending, sealed_page
from cockpit.app.field.opening import key_ends_at
from cockpit.app.field.synchronising import FieldStore
from cockpit.app.paths import Paths
from cockpit.domain.clock import SystemClock
from cockpit.domain.sync import SyncEnd
from cockpit.ui.work_list.kept_page import KeptPage


def write_sealed(field: FieldStore, key: bytes, paths: Paths, place: Path, page: KeptPage) -> None:
    """Write a page; nothing where the laptop was blocked or given up meanwhile.

    Args:
        field: The open file.
        key: Its data key.
        paths: Where the user's files are.
        place: Where the page goes.
        page: What the next start shows.

    Raises:
        GiroError: The laptop's file is not there any more.
        OSError: The page cannot be written.
    """
    choice = field_choice(paths)
    if choice is None:
        return
    standing = field.synchroniser.standing()
    if standing.stopped == SyncEnd.REVOKED:
        return
    ends = ending(key_ends_at(standing, SystemClock(), choice.lives_days))
    sealed_page(place, key).write(replace(page, session=ends).to_json())
