"""Rewrites ``constraints.txt``: one version of every package for all supported Pythons and systems.

The versions are resolved by uv, in an environment of its own that is thrown away. A package that
would need two versions stops the script: one plain list for all machines is worth more than the
newest release.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADING = """\
# The versions that Giro is tested with, on Python 3.11 to 3.13 and Linux, macOS and Windows.
# Made by `make lock` from pyproject.toml; not for editing by hand.
"""
#: Adds nothing but asynchronous access, which Giro does not use, and has to be compiled.
UNWANTED = frozenset({"greenlet"})


def main() -> None:
    """Resolve, check and write the list."""
    pins = plain_pins(resolve())
    (ROOT / "constraints.txt").write_text(HEADING + "\n".join(pins) + "\n", encoding="utf-8")
    print(f"constraints.txt: {len(pins)} packages")


def resolve() -> list[str]:
    """Ask uv for the versions, for all systems at once.

    Returns:
        Lines such as ``colorama==0.4.6 ; sys_platform == 'win32'``.
    """
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
        options = ["--universal", "--python-version=3.11", "--fork-strategy=fewest"]
        options += [
            "--native-tls",
            "--no-annotate",
            "--no-header",
            "--extra=dev",
            "--only-binary=:all:",
            "--quiet",
        ]
        answer = subprocess.run(
            [programs / "uv", "pip", "compile", "--upgrade", *options, "pyproject.toml"],
            cwd=ROOT,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    return answer.stdout.splitlines()


def plain_pins(lines: list[str]) -> list[str]:
    """Reduce resolved lines to ``name==version``.

    Raises:
        SystemExit: a package has two versions or is unwanted.
    """
    pins: dict[str, str] = {}
    for line in lines:
        pin = line.partition(";")[0].strip()
        name = pin.partition("==")[0]
        if name in UNWANTED:
            sys.exit(f"{name} came along with something new: find out what wants it.")
        if pins.setdefault(name, pin) != pin:
            sys.exit(
                f"{name} would need two versions ({pins[name]}, {pin}): narrow pyproject.toml."
            )
    return [pins[name] for name in sorted(pins)]


if __name__ == "__main__":
    main()
