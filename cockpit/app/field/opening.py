"""Opening a laptop's file: its key is found or asked for, and goes after too long in silence."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cockpit.app.field.asking import found_secret
from cockpit.app.field.choice import FieldChoice, field_choice
from cockpit.app.field.key_keeper import KeyKeeper
from cockpit.app.field.synchronising import FieldStore, field_store
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.data.engine import Engines
from cockpit.data.replica import SqlReplicaStore, open_replica
from cockpit.domain.clock import Clock, SystemClock
from cockpit.domain.errors import DatabaseError
from cockpit.domain.sync import Standing, SyncEnd


@dataclass(frozen=True, slots=True)
class OpenedField:
    """A laptop's open file.

    Attributes:
        engines: The file.
        field: Its synchronisation.
    """

    engines: Engines
    field: FieldStore


def open_field(options: Options, paths: Paths, *, may_ask: bool = True) -> OpenedField:
    """Open the laptop's file with its key.

    Args:
        options: What the run asks for; its password is the passphrase.
        paths: Where the user's files are.
        may_ask: Whether somebody can be asked for the passphrase.

    Raises:
        DatabaseError: The file or its key is not there, or it is damaged, or was away too long.
        ForbiddenError: The passphrase is another one.
    """
    choice = field_choice(paths)
    if choice is None:
        raise DatabaseError("field_not_set_up")
    keeper, clock = KeyKeeper(paths.field_database), SystemClock()
    secret, passphrase = found_secret(keeper, options, may_ask=may_ask)
    engines = open_replica(paths.field_database, secret.key)
    try:
        field = field_store(engines, choice, paths, clock, password=secret.password)
        _refuse_expired(field, SqlReplicaStore(engines), choice, keeper, clock)
    except BaseException:
        engines.close()
        raise
    return OpenedField(engines, replace(field, passphrase=passphrase))


def is_expired(standing: Standing, clock: Clock, lives_days: int = 0) -> bool:
    """Return whether a file was without contact for longer than its key lives.

    Args:
        standing: What the file knows.
        clock: This computer's.
        lives_days: As it was set up here; 0 leaves it to the server.
    """
    left = _time_left(standing, clock, lives_days)
    return left is not None and left < timedelta()


def days_left(standing: Standing, clock: Clock, lives_days: int = 0) -> int | None:
    """Return after how many days without contact the key goes; None where it does not."""
    left = _time_left(standing, clock, lives_days)
    return None if left is None else max(0, left.days)


def key_ends_at(standing: Standing, clock: Clock, lives_days: int) -> datetime | None:
    """Return when the key goes without contact; None where it does not.

    Args:
        standing: What the file knows.
        clock: This computer's.
        lives_days: As it was set up here; 0 leaves it to the server.
    """
    days = min(filter(None, (lives_days, standing.lives_days)), default=0)
    contacts = [one for one in (standing.contact_at, standing.synced_at) if one is not None]
    if not days or not contacts:
        return None
    # By the server's clock and by this one: whichever is off, was so at the last contact too.
    now = clock.now()
    last = max((one for one in contacts if one <= now), default=max(contacts))
    return last + timedelta(days=days)


def _time_left(standing: Standing, clock: Clock, lives_days: int) -> timedelta | None:
    end = key_ends_at(standing, clock, lives_days)
    return None if end is None else end - clock.now()


def _refuse_expired(
    field: FieldStore,
    store: SqlReplicaStore,
    choice: FieldChoice,
    keeper: KeyKeeper,
    clock: Clock,
) -> None:
    """Forget the key of a file that was without contact for too long, after one try to reach it.

    Raises:
        DatabaseError: It is forgotten.
    """
    standing = field.synchroniser.standing()
    if standing.stopped == SyncEnd.REVOKED:
        keeper.forget()
        raise DatabaseError("field_revoked")
    if not is_expired(standing, clock, choice.lives_days):
        return
    end = field.synchroniser.synchronise().end
    if end is SyncEnd.REVOKED:
        raise DatabaseError("field_revoked")
    if end not in {SyncEnd.DONE, SyncEnd.BUSY}:
        store.note("expired", at=clock.now())
        keeper.forget()
        raise DatabaseError("field_expired")
