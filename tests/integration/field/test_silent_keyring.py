"""A desktop's keyring that hangs: nobody waits for it for ever, and what to do is said."""

import subprocess
import sys
from collections.abc import Iterator
from shutil import which
from time import monotonic

import pytest

pytest.importorskip("secretstorage", reason="Linux only")
from cockpit.app.field.key_keeper import KeyKeeper
from cockpit.app.field.setup import set_up
from cockpit.app.options import FieldOptions, Options
from cockpit.app.paths import Paths
from tests.integration.field.conftest import ADDRESS, Office
from tests.support.program import ROOT, environment
from tests.support.secret_service import BUS, secret_service

pytestmark = pytest.mark.skipif(which("dbus-daemon") is None, reason="needs dbus-daemon")

#: Two limits of the program's own and its start, on a machine that is busy.
_MOST_SECONDS = 30
_PASSPHRASE = "um barco azul"


@pytest.fixture(scope="module")
def silent() -> Iterator[str]:
    """The address of a session bus whose keyring hangs."""
    with secret_service(is_silent=True) as address:
        yield address


def run(
    *words: str, paths: Paths, bus: str, typed: str = ""
) -> tuple[subprocess.CompletedProcess[str], float]:
    """Run the program as on a desktop with this bus; return how long it took, too (s)."""
    given = environment(paths.home, QT_QPA_PLATFORM="offscreen", GIRO_LANGUAGE="pt_BR")
    given.pop("PYTHON_KEYRING_BACKEND", None)
    began = monotonic()
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        env={**given, BUS: bus, "XDG_CONFIG_HOME": str(paths.home)},
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )
    return done, monotonic() - began


@pytest.mark.parametrize("words", [(), ("sync", "waiting")], ids=["window", "command"])
def test_what_to_do_is_said(
    words: tuple[str, ...], office: Office, paths: Paths, options: Options, silent: str
) -> None:
    set_up(options, paths, lambda: "", lambda _key: None)
    paths.field_page.write_bytes(b"what the last run kept")
    done, seconds = run(*words, paths=paths, bus=silent)
    assert done.returncode != 0
    assert "não responde. Reinicie o computador" in done.stderr
    assert "Traceback" not in done.stderr
    assert seconds < _MOST_SECONDS
    assert office.keys
    assert KeyKeeper(paths.field_database).kept() is not None


def test_a_passphrase_needs_no_keyring(office: Office, paths: Paths, silent: str) -> None:
    options = Options(
        database=ADDRESS, is_insecure=True, fielding=FieldOptions("setup", has_passphrase=True)
    )
    set_up(options, paths, lambda: _PASSPHRASE, lambda _key: None)
    done, seconds = run("sync", "waiting", paths=paths, bus=silent, typed=f"{_PASSPHRASE}\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert seconds < _MOST_SECONDS
    assert office.keys


def test_one_that_hangs_keeps_no_key(paths: Paths, silent: str) -> None:
    code = (
        "from pathlib import Path\nfrom cockpit.app.field.key_keeper import KeyKeeper\n"
        f"print(KeyKeeper(Path({str(paths.field_database)!r})).keep(bytes(32)))"
    )
    given = environment(paths.home, XDG_CONFIG_HOME=str(paths.home))
    given.pop("PYTHON_KEYRING_BACKEND", None)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={**given, BUS: silent},
        capture_output=True, text=True, timeout=_MOST_SECONDS, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "False"
