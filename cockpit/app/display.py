"""Says what a window would need on this machine, without importing Qt and without crashing.

Qt ends the process when no platform plugin starts, and a bare Linux has none of the libraries that
its plugins link to. Asking first lets the program answer with one sentence and its work list in the
terminal.

The libraries were read with ``ldd`` from the wheels of PySide6-Essentials 6.11 and proven on a
minimal Debian 12, where even ``QtCore`` does not load before ``libglib2.0-0`` is there. This module
uses the standard library only: ``scripts/bootstrap.py`` asks it before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Platform = Literal["offscreen", "xcb", "wayland"]
ProblemKind = Literal["no_display", "missing_libraries"]


class Library(NamedTuple):
    """A shared library that Qt links to, and the packages that bring it.

    Attributes:
        soname: What the loader looks for.
        debian: Package on Debian, Ubuntu and Mint.
        fedora: Package on Fedora and the RHEL family.
        comes_with: The library whose package brings this one along; naming that one is enough.
    """

    soname: str
    debian: str
    fedora: str
    comes_with: str = ""


_OFFSCREEN: tuple[Library, ...] = (
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype", "libfontconfig.so.1"),
    Library("libX11.so.6", "libx11-6", "libX11", "libGL.so.1"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libbrotlidec.so.1", "libbrotli1", "libbrotli", "libfontconfig.so.1"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs"),
)
_XCB: tuple[Library, ...] = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "libxcb-cursor.so.0"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "libxcb-cursor.so.0"),
    Library(
        "libxcb-render-util.so.0",
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "libxcb-cursor.so.0",
    ),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb-cursor.so.0"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libEGL.so.1"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb-cursor.so.0"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libEGL.so.1"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libEGL.so.1"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxkbcommon-x11.so.0"),
    Library("libxcb.so.1", "libxcb1", "libxcb", "libGL.so.1"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libEGL.so.1"),
)
_WAYLAND: tuple[Library, ...] = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
)
_NEEDED: dict[Platform, tuple[Library, ...]] = {
    "offscreen": _OFFSCREEN,
    "xcb": _OFFSCREEN + _XCB,
    "wayland": _OFFSCREEN + _WAYLAND,
}
_NO_SERVER_NEEDED = frozenset({"offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs"})


@dataclass(frozen=True)
class DisplayProblem:
    """Why no window can open here.

    Attributes:
        kind: ``no_display`` when no screen answers, ``missing_libraries`` when Qt cannot use one.
        packages: The system's packages that a window still needs; on an unknown system the
            libraries' file names. May be empty when only the screen is missing.
        install_command: The command that installs ``packages``; empty when there is nothing to
            install or the system's package manager is unknown.
        display: The screen that was asked and did not answer, such as ``:0``; empty when the
            environment names none.
    """

    kind: ProblemKind
    packages: tuple[str, ...]
    install_command: str = ""
    display: str = ""


def missing_display_requirements(
    environ: Mapping[str, str] | None = None,
) -> DisplayProblem | None:
    """Tell what keeps a window from opening, or None when it can.

    Args:
        environ: The environment to look at; the process's own by default.

    Returns:
        The problem, or None. Outside Linux always None: there Qt brings all it needs.
    """
    environ = os.environ if environ is None else environ
    if not sys.platform.startswith("linux"):
        return None
    choice = environ.get("QT_QPA_PLATFORM", "")
    wanted = {name.partition(":")[0] for name in choice.split(";") if name}
    if wanted & _NO_SERVER_NEEDED:
        return _library_problem("missing_libraries", ["offscreen"])
    named = _named_displays(environ, wanted)
    if not named:
        return _no_display("xcb", "")
    able = [platform for platform in named if not missing_packages(platform)]
    if not able:
        return _library_problem("missing_libraries", list(named))
    if any(_display_answers(platform, named[platform]) for platform in able):
        return None
    return _no_display(able[0], named[able[0]])


def missing_packages(platform: Platform) -> tuple[str, ...]:
    """Name the packages that Qt's platform plugin still needs here.

    Args:
        platform: The plugin; ``offscreen`` is what pictures and the tests use.

    Returns:
        Package names of this system, or the libraries' file names on an unknown one; empty when all
        is there and outside Linux.
    """
    if not sys.platform.startswith("linux"):
        return ()
    naming = _package_naming(_system_family())
    lacking = [library for library in _NEEDED[platform] if not _is_loadable(library.soname)]
    sonames = {library.soname for library in lacking}
    named = (library for library in lacking if library.comes_with not in sonames)
    return tuple(dict.fromkeys(naming(library) for library in named))


def install_command(packages: Iterable[str]) -> str:
    """Write the command that installs packages here; empty when it is not known."""
    names = " ".join(packages)
    installer = {"debian": "sudo apt install", "fedora": "sudo dnf install"}.get(_system_family())
    return f"{installer} {names}" if installer and names else ""


def _library_problem(kind: ProblemKind, platforms: list[Platform]) -> DisplayProblem | None:
    packages = min((missing_packages(platform) for platform in platforms), key=len)
    if not packages:
        return None
    return DisplayProblem(kind, packages, install_command(packages))


def _no_display(platform: Platform, display: str) -> DisplayProblem:
    packages = missing_packages(platform)
    return DisplayProblem("no_display", packages, install_command(packages), display)


def _named_displays(environ: Mapping[str, str], wanted: set[str]) -> dict[Platform, str]:
    """Map the plugins that Qt may try to the screens that the environment names for them."""
    named: dict[Platform, str] = {}
    if environ.get("WAYLAND_DISPLAY") and (not wanted or "wayland" in wanted):
        named["wayland"] = environ["WAYLAND_DISPLAY"]
    if environ.get("DISPLAY") and (not wanted or "xcb" in wanted):
        named["xcb"] = environ["DISPLAY"]
    return named


def _display_answers(platform: Platform, display: str) -> bool:
    """Connect once with the library that Qt would use: it knows the sockets and the permissions."""
    return _wayland_answers(display) if platform == "wayland" else _x_server_answers(display)


def _x_server_answers(display: str) -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    is_refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not is_refused


def _wayland_answers(display: str) -> bool:
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    wayland.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    connection = wayland.wl_display_connect(os.fsencode(display))
    if connection is None:
        return False
    wayland.wl_display_disconnect(connection)
    return True


def _is_loadable(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _system_family() -> str:
    """Read the system's family from os-release: ``debian``, ``fedora`` or what stands there."""
    try:
        lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    fields = dict(line.split("=", 1) for line in lines if "=" in line)
    words = f"{fields.get('ID', '')} {fields.get('ID_LIKE', '')}".replace('"', "").split()
    if {"debian", "ubuntu"} & set(words):
        return "debian"
    if {"fedora", "rhel", "centos"} & set(words):
        return "fedora"
    return words[0] if words else ""


def _package_naming(family: str) -> Callable[[Library], str]:
    if family == "debian":
        return lambda library: library.debian
    if family == "fedora":
        return lambda library: library.fedora
    return lambda library: library.soname
