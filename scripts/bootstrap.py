"""Makes ``.venv`` with the locked versions and starts the program, the tests or a tool in it.

It needs a Python from 3.11 on and nothing that is not in it::

    python scripts/bootstrap.py run [ARGUMENTS]            the program on the demo company
    python scripts/bootstrap.py test [ARGUMENTS]           the test suite (pytest)
    python scripts/bootstrap.py tool NAME [ARGUMENTS]      a developers' tool, such as ruff
    python scripts/bootstrap.py script FILE [ARGUMENTS]    a Python file, with the tools' packages

What is installed stands in ``pyproject.toml``, in which versions in ``constraints.txt``. A stamp in
``.venv`` is written last and taken away first, so an interrupted installation is never believed.

This file keeps to the syntax of old Pythons, so that they can say what is wrong with them.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST, NEWEST = (3, 11), (3, 13)
WINDOWS = os.name == "nt"
VENV_PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NoReturn


def main(arguments: list[str]) -> NoReturn:
    """Prepare what the wanted command needs and hand over to it."""
    refuse_unsuitable_python()
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    python = str(VENV_PYTHON)
    if command == "run":
        prepare(with_tools=False)
        hand_over([python, "main.py", "--demo", *rest])
    if command == "test":
        prepare(with_tools=True)
        install_libraries_for_tests()
        hand_over([python, "-m", "pytest", *parallel(rest), *rest])
    if command == "tool" and rest:
        prepare(with_tools=True)
        hand_over([str(VENV_PYTHON.with_name(rest[0])), *rest[1:]])
    if command == "script" and rest:
        prepare(with_tools=True)
        hand_over([python, *rest])
    raise SystemExit(__doc__)


def refuse_unsuitable_python() -> None:
    """End with one sentence when this Python is too old or too new."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(map(str, sys.version_info[:2]))
        stop(
            f"Giro needs Python 3.11, 3.12 or 3.13, but this is Python {found}: "
            "install one of them and run the same command again."
        )


def prepare(*, with_tools: bool) -> None:
    """Bring ``.venv`` to the locked versions; do nothing when the stamp says that it has them.

    Args:
        with_tools: Also install what tests and linters need.
    """
    interpreter, packages = interpreter_mark(), packages_mark()
    wanted = [stamp("run"), stamp("dev")] if with_tools else [stamp("run")]
    contents = f"{interpreter}\n{packages}\n"
    if all(is_stamped(path, contents) for path in wanted):
        return
    with one_at_a_time():
        if all(is_stamped(path, contents) for path in wanted):
            return
        if not VENV_PYTHON.exists() or not is_stamped(stamp("run"), contents, interpreter):
            make_environment()
        install(with_tools=with_tools)
        for path in wanted:
            write_stamp(path, contents)
    say("Ready.")


def interpreter_mark() -> str:
    """Identify what ``.venv`` was made from: another Python or another folder needs a new one."""
    version = ".".join(map(str, sys.version_info[:3]))
    return f"python {version} {sys.base_prefix} in {ROOT}"


def packages_mark() -> str:
    """Identify what was to be installed."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def stamp(group: str) -> Path:
    """Name the file that says that a group of packages is installed as locked."""
    return VENV / f"installed-{group}.txt"


def is_stamped(path: Path, contents: str, first_line: str | None = None) -> bool:
    """Tell whether a stamp says just this, or begins with this line."""
    try:
        found = path.read_text(encoding="utf-8")
    except OSError:
        return False
    return found == contents if first_line is None else found.splitlines()[:1] == [first_line]


def write_stamp(path: Path, contents: str) -> None:
    """Write a stamp in one step."""
    draft = path.with_suffix(".new")
    draft.write_text(contents, encoding="utf-8")
    draft.replace(path)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second command that is started meanwhile wait for the first one's installation."""
    with (ROOT / "pyproject.toml").open(encoding="utf-8") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Waiting for another installation in this folder to finish ...")
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_environment() -> None:
    """Make an empty ``.venv``, throwing away what an interrupted or outdated one left."""
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        install_system_packages([package], "Python cannot make virtual environments here")
    if VENV.exists():
        say("Removing the unfinished or outdated .venv ...")
        shutil.rmtree(VENV)
    say(f"Making .venv with Python {sys.version.split()[0]} ...")
    base = getattr(sys, "_base_executable", sys.executable)
    made = subprocess.run([base, "-m", "venv", str(VENV)], check=False)
    if made.returncode:
        stop("The virtual environment .venv could not be made; the lines above say why.")


def install(*, with_tools: bool) -> None:
    """Install the requirements of ``pyproject.toml`` in the versions of ``constraints.txt``."""
    import tomllib  # noqa: PLC0415 - older Pythons must get as far as being refused

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    requirements = list(project["dependencies"])
    if with_tools:
        requirements += project["optional-dependencies"]["dev"]
    for path in (stamp("run"), stamp("dev")):
        path.unlink(missing_ok=True)
    what = "Giro needs and its developers' tools" if with_tools else "Giro needs"
    say(f"Installing the packages that {what} (a minute or two the first time) ...")
    lines = pip(["install", "--only-binary=:all:", "-c", "constraints.txt", *requirements])
    if lines is not None:
        print(*lines[-12:], sep="\n", file=sys.stderr)
        stop(
            "The packages could not be installed: check the network connection and the free "
            "disk space, and run the same command again."
        )


def pip(arguments: list[str]) -> list[str] | None:
    """Run pip in ``.venv``, showing one short line for each download.

    Returns:
        None when it succeeded, else what it wrote.
    """
    quiet = ["--disable-pip-version-check", "--no-input"]
    lines = []
    with subprocess.Popen(
        [str(VENV_PYTHON), "-m", "pip", *quiet, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            lines.append(line.rstrip())
            words = line.split()
            if words[:1] == ["Downloading"] and len(words) > 1:
                say("  " + " ".join([words[1].rpartition("/")[2], *words[2:]]))
    return lines if process.returncode else None


def install_libraries_for_tests() -> None:
    """See to the system's libraries without which Qt does not even draw off the screen."""
    sys.path.insert(0, str(ROOT))
    from cockpit.app.display import missing_packages  # noqa: PLC0415 - not needed to run

    packages = missing_packages("offscreen")
    if packages:
        reason = "The tests draw windows off the screen, for which Qt needs system libraries"
        install_system_packages(list(packages), reason)


def install_system_packages(packages: list[str], reason: str) -> None:
    """Install packages of the system when that needs no question, else name the command."""
    listed = " ".join(packages)
    prefix = administrator_prefix()
    if shutil.which("apt-get"):
        steps = [["apt-get", "update", "-qq"]]
        steps.append(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages])
        command = f"sudo apt update && sudo apt install {listed}"
    elif shutil.which("dnf"):
        steps = [["dnf", "install", "-y", "-q", *packages]]
        command = f"sudo dnf install {listed}"
    else:
        stop(f"{reason}: install {listed} with your system's package manager and run this again.")
    if prefix is None:
        stop(f"{reason}: run this once, then the same command again:  {command}")
    say(f"{reason}: installing {listed} with the system's package manager ...")
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in steps:
        done = subprocess.run(
            [*prefix, *step],
            check=False,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    if done.returncode:
        print(*done.stdout.splitlines()[-5:], sep="\n", file=sys.stderr)
        stop(f"That did not work; run this once, then the same command again:  {command}")


def administrator_prefix() -> list[str] | None:
    """Say what makes a command an administrator's without asking; None when nothing does."""
    if getattr(os, "geteuid", lambda: 1)() == 0:
        return []
    if shutil.which("sudo"):
        asked = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
        if asked.returncode == 0:
            return ["sudo", "-n"]
    return None


def parallel(arguments: list[str]) -> list[str]:
    """Spread the tests over the processors, unless a debugger or the caller wants it otherwise."""
    own_choice = ("-n", "--numprocesses", "--pdb", "-s", "--capture=no")
    if any(argument.startswith(own_choice) for argument in arguments):
        return []
    return ["-n", str(min(os.cpu_count() or 1, 4))]


def hand_over(command: list[str]) -> NoReturn:
    """Become another program, started in the project's folder."""
    os.chdir(ROOT)
    sys.stdout.flush()
    if WINDOWS:
        raise SystemExit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)


def say(sentence: str) -> None:
    """Tell the person at the terminal what is being done."""
    print(sentence, file=sys.stderr, flush=True)


def stop(sentence: str) -> NoReturn:
    """End with one sentence."""
    say(sentence)
    raise SystemExit(1)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        stop("Interrupted: the same command goes on from here.")
