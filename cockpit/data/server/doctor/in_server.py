"""The server itself: its version, its settings, the way to it, its clock."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, text

from cockpit.data.server.prepare import OLDEST_SERVER
from cockpit.domain.doctor import Finding, bad, caution, good

#: Per setting the value by which something told as saved is not lost, or the server not choked.
_NEEDED = {"fsync": "on", "full_page_writes": "on", "autovacuum": "on", "track_counts": "on"}
_SETTINGS = text("SELECT name, setting FROM pg_settings WHERE name = ANY(:names)")
_ASKED = (
    *_NEEDED, "synchronous_commit", "password_encryption", "idle_in_transaction_session_timeout",
    "shared_buffers",
)  # fmt: skip
#: In pages of 8 KiB: the server's own default is the least that a team should have.
_LEAST_BUFFERS = 16_384
_TLS = text(
    "SELECT coalesce(host(inet_server_addr()), ''), coalesce(ssl, false)"
    " FROM (SELECT 1) AS one LEFT JOIN pg_stat_ssl ON pid = pg_backend_pid()"
)
_LOOPBACK = ("", "127.0.0.1", "::1")
#: Beyond it leases and dates are still right, by the stored clock, but people will wonder.
_CLOCK_TOLERANCE = timedelta(seconds=30)


def version(connection: Connection) -> Iterator[Finding]:
    """Look at the server's version."""
    number, shown = connection.execute(
        text("SELECT current_setting('server_version_num')::int, current_setting('server_version')")
    ).one()
    if number < OLDEST_SERVER:
        yield bad("version", "old", found=shown, needed=str(OLDEST_SERVER // 10_000))
    else:
        yield good("version", found=shown)


def settings(connection: Connection) -> Iterator[Finding]:
    """Look at the settings on which it depends whether anything is lost or stands still."""
    rows = connection.execute(_SETTINGS, {"names": list(_ASKED)}).all()
    found = {row.name: row.setting for row in rows}
    wrong = [
        bad("settings", "unsafe" if name in {"fsync", "full_page_writes"} else "off", name=name)
        for name, needed in _NEEDED.items()
        if found[name] != needed
    ]
    if found["synchronous_commit"] == "off":
        wrong.append(bad("settings", "unsafe", name="synchronous_commit"))
    if found["password_encryption"] != "scram-sha-256":  # noqa: S105 - a setting's value
        wrong.append(bad("settings", "passwords", found=found["password_encryption"]))
    if found["idle_in_transaction_session_timeout"] == "0":
        wrong.append(caution("settings", "idle"))
    if int(found["shared_buffers"]) < _LEAST_BUFFERS:
        wrong.append(caution("settings", "buffers", megabytes=int(found["shared_buffers"]) // 128))
    yield from wrong or [good("settings")]


def tls(connection: Connection) -> Iterator[Finding]:
    """Look whether anybody on the way could read along."""
    address, is_encrypted = connection.execute(_TLS).one()
    if is_encrypted:
        yield good("tls")
    elif address in _LOOPBACK:
        yield Finding("tls", good("tls").level, good("tls_local").message)
    else:
        yield bad("tls", "plain")


def clock(connection: Connection) -> Iterator[Finding]:
    """Compare the server's clock with this computer's, to within the way's own time."""
    began = time.monotonic()
    stored: datetime = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
    way = timedelta(seconds=time.monotonic() - began)
    apart = abs(datetime.now(UTC) - way / 2 - stored)
    seconds = round(apart.total_seconds(), 1)
    if apart > _CLOCK_TOLERANCE + way:
        yield bad("clock", "apart", seconds=seconds)
    else:
        yield good("clock", seconds=seconds)
