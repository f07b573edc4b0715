"""``field status``: whose laptop this is, how far it has come, and what it keeps."""

from dataclasses import asdict, dataclass
from datetime import datetime

import resources
from cockpit.app.field.choice import FieldChoice, field_choice
from cockpit.app.field.key_keeper import KeyKeeper
from cockpit.app.field.opening import days_left, open_field
from cockpit.app.field.synchronising import FieldStore, laptop_name
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.report_text import write_json, write_lines
from cockpit.app.terminal import one_line
from cockpit.domain.clock import SystemClock
from cockpit.domain.errors import BadInputError
from cockpit.domain.field import stopped_end
from cockpit.domain.formats import Language, decimal
from cockpit.domain.messages import MessageValue
from cockpit.domain.sync import Backlog, Standing, Storage

_MEBI = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FieldStatus:
    """What there is to know of a laptop.

    Attributes:
        user: Whose it is; empty before the first synchronisation.
        conflicts: How many changes wait for the user's decision.
        days_left: So many days without contact until the key is forgotten; None where it is not.
        is_under_passphrase: Whether the key lies under a passphrase, else with the keyring.
    """

    choice: FieldChoice
    user: str
    standing: Standing
    backlog: Backlog
    conflicts: int
    storage: Storage
    days_left: int | None
    is_under_passphrase: bool


def run(options: Options, paths: Paths) -> int:
    """Show it, as lines or as JSON."""
    choice = field_choice(paths)
    if choice is None:
        raise BadInputError("field_not_set_up")
    opened = open_field(options, paths)
    try:
        # Opening may have mended what was set up.
        status = _status(opened.field, field_choice(paths) or choice, paths)
    finally:
        opened.engines.close()
    if options.fielding.is_field_json:
        write_json(_document(status))
        return 0
    write_lines([one_line(line) for line in _lines(status, options.language)])
    return 0


def _status(field: FieldStore, choice: FieldChoice, paths: Paths) -> FieldStatus:
    synchroniser = field.synchroniser
    standing = synchroniser.standing()
    return FieldStatus(
        choice=choice,
        user=field.book.names({standing.user_id}).get(standing.user_id, ""),
        standing=standing,
        backlog=synchroniser.backlog(),
        conflicts=len(synchroniser.conflicts()),
        storage=synchroniser.storage(),
        days_left=days_left(standing, SystemClock(), choice.lives_days),
        is_under_passphrase=KeyKeeper(paths.field_database).asks_passphrase,
    )


def _document(status: FieldStatus) -> dict[str, object]:
    return {
        **asdict(status.standing),
        **asdict(status.storage),
        "user": status.user,
        "device_name": laptop_name(),
        "waiting": asdict(status.backlog),
        "conflict_count": status.conflicts,
        "days_left": status.days_left,
        "is_under_passphrase": status.is_under_passphrase,
    }


def _lines(status: FieldStatus, language: Language) -> list[str]:
    def say(key: str, **values: MessageValue) -> str:
        return resources.text(f"field.{key}", language, **values)

    standing, storage, backlog = status.standing, status.storage, status.backlog
    end = stopped_end(standing)
    held = (storage.file_bytes, storage.attachment_bytes)
    data, attached = (decimal(size / _MEBI, language) for size in held)
    lines = [
        say("server", server=status.choice.server),
        say("user", name=status.user),
        say("device", name=laptop_name(), code=standing.device_id.hex[:12]),
        say("never") if standing.synced_at is None else say("synced", at=_at(standing.synced_at)),
        say("waiting", facts=backlog.facts, changes=backlog.changes, files=backlog.attachments)
        if backlog.total
        else say("nothing_waits"),
    ]
    if status.conflicts:
        lines.append(say("conflicts", count=status.conflicts))
    if end is not None:
        lines.append(say(f"end_{end}"))
    lines.append(say("holds", customers=storage.customer_count, orders=storage.order_count,
                     contacts=storage.contact_count, data=data, attached=attached))  # fmt: skip
    lines.append(say("under_passphrase" if status.is_under_passphrase else "in_keyring"))
    if status.days_left is not None:
        lines.append(say("days_left", days=status.days_left))
    return lines


def _at(at: datetime) -> str:
    return at.astimezone(SystemClock().zone).strftime("%Y-%m-%d %H:%M")
