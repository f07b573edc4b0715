"""The display check names what a window needs on any kind of machine and never ends the program."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cockpit.app import display

ROOT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Qt brings its libraries on other systems"
)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch)


class Machine:
    """A Linux whose libraries, kind and screen a test decides."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.lacks()
        self.is_a("debian")
        self.answers(True)

    def lacks(self, *sonames: str) -> None:
        self._monkeypatch.setattr(display, "_is_loadable", lambda soname: soname not in sonames)

    def is_a(self, family: str) -> None:
        self._monkeypatch.setattr(display, "_system_family", lambda: family)

    def answers(self, answer: bool) -> None:
        self._monkeypatch.setattr(display, "_display_answers", lambda platform, name: answer)


def test_a_machine_with_a_screen_and_all_libraries_has_no_problem(machine: Machine) -> None:
    assert display.missing_display_requirements({"DISPLAY": ":0"}) is None
    assert display.missing_display_requirements({"WAYLAND_DISPLAY": "wayland-0"}) is None


def test_without_a_screen_the_packages_for_a_window_are_still_named(machine: Machine) -> None:
    machine.lacks("libxcb-cursor.so.0", "libGL.so.1")

    problem = display.missing_display_requirements({})

    assert problem is not None
    assert problem.kind == "no_display"
    assert problem.packages == ("libgl1", "libxcb-cursor0")
    assert problem.install_command == "sudo apt install libgl1 libxcb-cursor0"
    assert problem.display == ""


def test_a_screen_that_does_not_answer_is_named(machine: Machine) -> None:
    machine.answers(False)

    problem = display.missing_display_requirements({"DISPLAY": ":42"})

    assert problem == display.DisplayProblem("no_display", (), "", ":42")


def test_a_screen_without_the_plugins_libraries_names_their_packages(machine: Machine) -> None:
    machine.lacks("libxcb-icccm.so.4", "libxkbcommon-x11.so.0")

    problem = display.missing_display_requirements({"DISPLAY": ":0"})

    assert problem is not None
    assert problem.kind == "missing_libraries"
    assert problem.packages == ("libxcb-icccm4", "libxkbcommon-x11-0")


def test_a_wayland_screen_needs_no_x_libraries(machine: Machine) -> None:
    machine.lacks("libxcb-cursor.so.0")

    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}

    assert display.missing_display_requirements(both) is None


def test_the_plugin_that_the_user_demands_is_the_one_that_is_checked(machine: Machine) -> None:
    machine.lacks("libxcb-cursor.so.0")
    environ = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}

    problem = display.missing_display_requirements(environ)

    assert problem is not None
    assert problem.packages == ("libxcb-cursor0",)


@pytest.mark.parametrize("plugin", ["offscreen", "offscreen:enable_fonts", "minimal", "vnc:size=1"])
def test_drawing_off_the_screen_needs_neither_a_screen_nor_x(machine: Machine, plugin: str) -> None:
    machine.lacks("libxcb-cursor.so.0")

    assert display.missing_display_requirements({"QT_QPA_PLATFORM": plugin}) is None

    machine.lacks("libEGL.so.1")
    problem = display.missing_display_requirements({"QT_QPA_PLATFORM": plugin})
    assert problem is not None
    assert (problem.kind, problem.packages) == ("missing_libraries", ("libegl1",))


def test_a_package_that_brings_two_libraries_is_named_once(machine: Machine) -> None:
    machine.lacks("libglib-2.0.so.0", "libgthread-2.0.so.0")

    assert display.missing_packages("offscreen") == ("libglib2.0-0",)


def test_a_package_that_another_named_one_brings_along_is_not_named(machine: Machine) -> None:
    machine.lacks("libfontconfig.so.1", "libfreetype.so.6")
    assert display.missing_packages("offscreen") == ("libfontconfig1",)

    machine.lacks("libfreetype.so.6")
    assert display.missing_packages("offscreen") == ("libfreetype6",)


def test_each_system_reads_names_that_it_knows(machine: Machine) -> None:
    machine.lacks("libxcb-icccm.so.4")

    machine.is_a("fedora")
    assert display.missing_packages("xcb") == ("xcb-util-wm",)
    assert display.install_command(["xcb-util-wm"]) == "sudo dnf install xcb-util-wm"

    machine.is_a("arch")
    assert display.missing_packages("xcb") == ("libxcb-icccm.so.4",)
    assert display.install_command(["libxcb-icccm.so.4"]) == ""


@pytest.mark.parametrize(
    ("os_release", "family"),
    [
        ("ID=debian\n", "debian"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "debian"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "fedora"),
        ("ID=arch\n", "arch"),
        ("", ""),
    ],
)
def test_the_systems_family_is_read_from_os_release(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, os_release: str, family: str
) -> None:
    (tmp_path / "os-release").write_text(os_release, encoding="utf-8")
    monkeypatch.setattr(display, "Path", lambda _: tmp_path / "os-release")

    assert display._system_family() == family


def test_a_real_x_address_where_nobody_listens_is_refused_without_ending_the_process() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        free_port = listener.getsockname()[1]
    name = f"127.0.0.1:{free_port - 6000}"

    problem = display.missing_display_requirements({"DISPLAY": name})

    assert problem is not None
    if display.missing_packages("xcb"):  # a bare machine gets no further than its libraries
        assert problem.kind == "missing_libraries"
    else:
        assert problem == display.DisplayProblem("no_display", (), "", name)


def test_the_check_runs_on_a_bare_python_and_loads_no_qt() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from cockpit.app.display import missing_display_requirements as ask\n"
        "ask({}); ask({'DISPLAY': ':9999'})\n"
        "print(sorted(name for name in sys.modules if name.startswith('PySide6')))"
    )
    answer = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (answer.stdout, answer.stderr, answer.returncode) == ("[]\n", "", 0)
