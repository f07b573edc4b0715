"""A hot standby of a test server, copied while that runs."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import psycopg

from tests.support.postgres import PostgresServer

#: What a server needs to be copied and followed.
FOLLOWED = {"wal_level": "replica", "max_wal_senders": "4", "wal_keep_size": "64MB"}
PORT = 5433


@contextmanager
def standby(server: PostgresServer) -> Iterator[psutil.Popen]:
    """Copy a server and follow it, on a socket beside its own; yield the standby's process."""
    programs = Path(server.process.exe()).parent
    folder = server.folder / "standby"
    who = {"user": "nobody", "cwd": "/"} if os.geteuid() == 0 else {}
    subprocess.run(
        [
            programs / "pg_basebackup", "-D", folder, "-R", "-X", "stream", "-c", "fast",
            "--no-sync",
            "-h", server.host, "-p", str(server.port), "-U", "postgres",
        ],
        check=True, capture_output=True, **who,
    )  # fmt: skip
    process = psutil.Popen(
        [programs / "postgres", "-D", folder, "-p", str(PORT), "-h", "", "-k", server.host,
         "--fsync=off", f"--max_connections={_most_connections(server)}", "--wal_level=replica"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **who,
    )  # fmt: skip
    try:
        _wait(server.host, process)
        yield process
    finally:
        # The first one ends the others, of which none may be there any more.
        for one in [*process.children(recursive=True), process]:
            with suppress(psutil.NoSuchProcess):
                one.kill()
        process.wait()


def _most_connections(server: PostgresServer) -> str:
    """Return how many connections the server takes: a standby has to take as many."""
    with psycopg.connect(
        host=server.host, port=server.port, user="postgres", dbname="postgres"
    ) as connection:
        (most,) = connection.execute("SHOW max_connections").fetchone()
        return str(most)


def _wait(host: str, process: psutil.Popen) -> None:
    while True:
        try:
            psycopg.connect(host=host, port=PORT, user="postgres", dbname="postgres").close()
        except psycopg.OperationalError:
            with suppress(psutil.TimeoutExpired):
                process.wait(timeout=0.05)
                raise RuntimeError("the standby did not start") from None
        else:
            return
