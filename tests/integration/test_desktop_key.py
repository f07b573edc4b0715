"""The key of a laptop's file as a Linux desktop keeps it: read at once, and asked for by nobody."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

pytest.importorskip("secretstorage", reason="Linux only")
from tests.support.secret_service import BUS, ROOT, secret_service

pytestmark = pytest.mark.skipif(which("dbus-daemon") is None, reason="needs dbus-daemon")

_KEEP = "import keyring; keyring.set_password({service!r}, {name!r}, {words!r})"
_READ = """
import sys
from pathlib import Path
from cockpit.app.field.kept_key import early_key
print(early_key(Path({name!r})), "keyring" in sys.modules)
"""
KEY = bytes.fromhex("0a" * 32)
_NAME = "/home/ana/field.db"


def run(code: str, address: str, settings: Path, **more: str) -> str:
    given = {**os.environ, BUS: address, "XDG_CONFIG_HOME": str(settings), **more}
    if "PYTHON_KEYRING_BACKEND" not in more:
        given.pop("PYTHON_KEYRING_BACKEND", None)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=given,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def kept(words: str, name: str = _NAME) -> str:
    return _KEEP.format(service="Giro field file", name=name, words=words)


def test_what_the_keyring_keeps_is_read_without_it(tmp_path: Path) -> None:
    with secret_service() as address:
        run(kept("00" * 32, "/home/rui/field.db"), address, tmp_path)
        run(kept("0a" * 32), address, tmp_path)
        assert run(_READ.format(name=_NAME), address, tmp_path) == f"{KEY} False"


def test_where_the_desktop_has_no_key_there_is_none(tmp_path: Path) -> None:
    with secret_service() as address:
        assert run(_READ.format(name=_NAME), address, tmp_path) == "None True"


def test_a_locked_keyring_is_not_asked_to_open(tmp_path: Path) -> None:
    with secret_service(is_locked=True) as address:
        assert run(_READ.format(name=_NAME), address, tmp_path) == "None False"


def test_without_a_desktop_the_keyring_itself_is_asked(tmp_path: Path) -> None:
    nowhere = f"unix:path={tmp_path}/nobody"
    assert run(_READ.format(name=_NAME), nowhere, tmp_path) == "None True"


def test_another_keyring_that_was_chosen_is_asked(tmp_path: Path) -> None:
    backend = {"PYTHON_KEYRING_BACKEND": "tests.support.file_keyring.FileKeyring",
               "GIRO_TEST_KEYRING": str(tmp_path / "keys.json")}  # fmt: skip
    with secret_service() as address:
        run(kept("0a" * 32), address, tmp_path)
        assert run(_READ.format(name=_NAME), address, tmp_path, **backend) == "None True"
        run(kept("0a" * 32), address, tmp_path, **backend)
        found = run(_READ.format(name=_NAME), address, tmp_path, **backend)
    assert found == f"{KEY} True"
