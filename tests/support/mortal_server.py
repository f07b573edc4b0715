"""A server that dies in the middle of whatever it does, and comes up again on what it left."""

import os
import subprocess
from contextlib import suppress
from time import sleep

import psutil

from tests.support.postgres import PostgresServer, _answers

#: What was committed outlives the server's processes, as on any real one.
LASTING = {"synchronous_commit": "on", "full_page_writes": "on", "max_connections": "200"}
_ATTEMPTS = 20


def crash(server: PostgresServer) -> None:
    """Kill a server with everything of its own."""
    family = server.process.children(recursive=True)
    server.process.kill()
    server.process.wait(timeout=10)
    for process in family:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(family, timeout=10)


def resume(server: PostgresServer) -> None:
    """Start a server again, as often as it takes: a backend that is just ending holds its memory.

    Raises:
        RuntimeError: It did not come up.
    """
    for _ in range(_ATTEMPTS):
        server.process = _started(server)
        if _answers(server):
            return
        sleep(0.2)
    raise RuntimeError((server.folder / "log").read_text(errors="replace")[-2_000:])


def _started(server: PostgresServer) -> psutil.Popen:
    is_root = os.name != "nt" and os.geteuid() == 0
    with (server.folder / "log").open("ab") as output:
        return psutil.Popen(
            server.process.args,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            **({"user": "nobody", "cwd": "/"} if is_root else {}),
        )
