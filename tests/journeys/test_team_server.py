"""From an empty server to a team that works on it, by the command line."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import keyring
import pytest

from cockpit.app.password_input import PASSWORD_VARIABLE
from tests.support.file_keyring import VARIABLE, FileKeyring
from tests.support.postgres import PostgresServer
from tests.support.program import ROOT, environment, run_giro, run_here

DATABASE = "equipe"
MARK = "giro-convite:"
_NONE = "keyring.backends.fail.Keyring"


@dataclass(frozen=True)
class Computer:
    """Somebody's computer: the program's folder, and the system's keyring if it has one."""

    folder: Path
    has_keyring: bool = True

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def keyring(self) -> Path:
        return self.folder / "keyring.json"

    @property
    def variables(self) -> dict[str, str]:
        return {VARIABLE: str(self.keyring), "PYTHON_KEYRING_BACKEND": _NONE}

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        self.home.mkdir(parents=True, exist_ok=True)
        run = run_here if self.has_keyring else run_giro
        return run(*words, home=self.home, **self.variables)

    def told(self, *words: str) -> str:
        done = self.run(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def passwords(self) -> list[str]:
        return list(json.loads(self.keyring.read_text(encoding="utf-8")).values())

    def written(self) -> bytes:
        return b"".join(path.read_bytes() for path in self.home.rglob("*") if path.is_file())


@pytest.fixture
def server_url(postgres_server: PostgresServer) -> Iterator[str]:
    postgres_server.guard(DATABASE)
    yield postgres_server.url(DATABASE).replace("+psycopg", "")
    postgres_server.drop(DATABASE)


@pytest.fixture(autouse=True)
def system_keyring() -> Iterator[None]:
    """Let this process use the file that ``Computer`` names; other processes have none."""
    before = keyring.get_keyring()
    keyring.set_keyring(FileKeyring())
    yield
    keyring.set_keyring(before)


def line_of(text: str) -> str:
    (line,) = (one for one in text.splitlines() if one.startswith(MARK))
    return line


def code_of(text: str) -> str:
    (line,) = (one for one in text.splitlines() if one.startswith("Código"))
    return line.rpartition(" ")[2]


def test_a_team_comes_to_its_server(server_url: str, tmp_path: Path) -> None:
    dba, chief, ana = (Computer(tmp_path / name) for name in ("dba", "chief", "ana"))
    init = ("server", "init", "--database", server_url)
    assert dba.run(*init).returncode == 2  # it is prepared, and nobody administrates it yet
    text = dba.told(*init, "--admin", "chefe", "--name", "Clara Chefe")
    chief.told("server", "accept", line_of(text))
    assert "invite" in dba.told(*init)
    invitation = chief.told("server", "invite", "ana", "--name", "Ana", "--role", "operator")
    again = chief.told("server", "invite", "ana")
    assert ana.run("server", "accept", line_of(invitation)).returncode == 2
    ana.told("server", "accept", line_of(again))
    ana.told("worklist")
    assert ana.run("server", "invite", "eva", "--name", "Eva", "--role", "manager").returncode == 2
    assert dba.told("server", "upgrade", "--database", server_url)

    beside = Computer(tmp_path / "beside", has_keyring=False)
    beside.home.mkdir(parents=True)
    (beside.home / "server.json").write_bytes((ana.home / "server.json").read_bytes())
    assert beside.run("worklist").returncode == 2
    assert told_by_pipe(beside, ana.passwords()[0]) == 0

    chief.told("server", "revoke", "ana")
    assert ana.run("worklist").returncode == 2

    trail = chief.told("audit", "show")
    assert trail.count("convidou pessoa") == 2
    assert "encerrou acesso" in trail

    secrets = [*chief.passwords(), *ana.passwords(), *map(code_of, (text, invitation, again))]
    assert len(secrets) == 5
    for computer in (dba, chief, ana, beside):
        for secret in secrets:
            assert secret.encode() not in computer.written()


def told_by_pipe(computer: Computer, password: str) -> int:
    """Run the program as a window runs those beside it."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "worklist"],
        env=environment(computer.home, **computer.variables, **{PASSWORD_VARIABLE: "1"}),
        input=f"{password}\n",
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    return done.returncode
