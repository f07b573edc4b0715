"""PgBouncer in transaction mode before a test server; Debian's package, where it is installed."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.support.postgres import PostgresServer

PROGRAM = shutil.which("pgbouncer") or shutil.which("/usr/sbin/pgbouncer")
_SETTINGS = """\
[databases]
* = host={host} port={port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {own_port}
unix_socket_dir =
auth_type = trust
auth_file = {folder}/logins
pool_mode = transaction
default_pool_size = {size}
server_idle_timeout = {idle}
max_client_conn = 2000
ignore_startup_parameters = options,extra_float_digits
logfile = {folder}/log
pidfile = {folder}/pid
"""


@contextmanager
def pooler(
    server: PostgresServer, logins: Sequence[str], *, size: int = 1, idle_seconds: int = 600
) -> Iterator[int]:
    """Run a pooler before a server and yield its port on 127.0.0.1.

    Args:
        server: What lies behind it.
        logins: Whom it lets in.
        size: How many of the server's connections a login has at most.
        idle_seconds: After how long one is closed that nobody uses.
    """
    folder = Path(tempfile.mkdtemp(prefix="giro-pooler-"))
    own_port = _free_port()
    (folder / "logins").write_text("".join(f'"{login}" ""\n' for login in logins))
    text = _SETTINGS.format(
        host=server.host, port=server.port, own_port=own_port, folder=folder, size=size,
        idle=idle_seconds,
    )  # fmt: skip
    (folder / "ini").write_text(text)
    words = [str(PROGRAM), "-q", str(folder / "ini")]
    user = "nobody" if os.geteuid() == 0 else None  # it refuses to run as root
    if user:
        for path in (folder, *folder.iterdir()):
            shutil.chown(path, user)
    with subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, user=user
    ) as process:
        try:
            _wait(own_port, process)
            yield own_port
        finally:
            process.kill()
            shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until the pooler takes a connection, or ends."""
    while process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.02)
    raise RuntimeError("the pooler did not start")
