"""Where an embedded database may live: on a disk of this computer, outside synced folders.

SQLite's locks and its write-ahead log do not work over a network file system, and a program that
copies the file elsewhere while it is in use tears it (https://www.sqlite.org/howtocorrupt.html).
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath

from cockpit.domain.errors import DatabaseError

_NETWORK_TYPES = frozenset({
    "9p", "acfs", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "drvfs", "ftp",
    "fuse.ceph", "fuse.cifs", "fuse.curlftpfs", "fuse.davfs2", "fuse.glusterfs",
    "fuse.google-drive-ocamlfuse", "fuse.gvfsd-fuse", "fuse.onedriver", "fuse.rclone",
    "fuse.s3fs", "fuse.sshfs", "fuse.vmhgfs-fuse", "fuse.webdavfs", "glusterfs", "gpfs",
    "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "pvfs2", "smb2", "smb3",
    "smbfs", "sshfs", "vboxsf", "vmhgfs", "webdav",
})  # fmt: skip
_SYNCED_NAMES = (
    (re.compile(r"onedrive( ?- ?.*)?"), "OneDrive"),
    (re.compile(r"dropbox( \(.*\))?"), "Dropbox"),
    (re.compile(r"google ?drive.*|my drive|meu drive|drivefs"), "Google Drive"),
    (re.compile(r"icloud ?drive.*|mobile documents|com~apple~clouddocs"), "iCloud"),
    (re.compile(r"nextcloud"), "Nextcloud"),
    (re.compile(r"owncloud"), "ownCloud"),
    (re.compile(r"pcloud ?drive"), "pCloud"),
    (re.compile(r"megasync"), "MEGA"),
    (re.compile(r"cloudstorage"), "CloudStorage"),
)
_OCTAL = re.compile(r"\\([0-7]{3})")
_MAC_MOUNT = re.compile(r"^.* on (?P<point>/.*) \((?P<kind>[^,)]+)")
_DRIVE_REMOTE = 4


def refuse_shared_place(path: Path) -> None:
    """Refuse a file on a network share or in a synced folder.

    Raises:
        DatabaseError: It is in one; the sentence names PostgreSQL as the way to share.
    """
    real = path.resolve()
    service = synced_service(real, os.environ)
    if service is not None:
        raise DatabaseError("database_in_synced_folder", service=service)
    if is_on_network(real):
        raise DatabaseError("database_on_network")


def synced_service(path: PurePath, environment: "os._Environ[str] | dict[str, str]") -> str | None:
    """Return the name of the service that copies a path elsewhere, or None."""
    for variable in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = environment.get(variable)
        if root and path.is_relative_to(root):
            return "OneDrive"
    for part in path.parts[:-1]:
        for pattern, service in _SYNCED_NAMES:
            if pattern.fullmatch(part.casefold()):
                return service
    return None


def is_on_network(path: Path) -> bool:
    """Return whether a path leads to another computer."""
    if sys.platform == "win32":
        return is_on_windows_share(str(path), _windows_drive_type)
    return file_system_type(path, _mounts()) in _NETWORK_TYPES


def is_on_windows_share(path: str, drive_type: Callable[[str], int]) -> bool:
    r"""Return whether a Windows path is UNC or on a mapped drive.

    Args:
        path: An absolute path.
        drive_type: Tells the type of a root such as ``C:\``, as ``GetDriveTypeW`` does.
    """
    plain = path.replace("/", "\\")
    if plain.startswith("\\\\?\\UNC\\"):
        return True
    plain = plain.removeprefix("\\\\?\\")
    return plain.startswith("\\\\") or drive_type(plain[:2] + "\\") == _DRIVE_REMOTE


def file_system_type(path: PurePath, mounts: Iterable[tuple[str, str]]) -> str | None:
    """Return the type of the file system that holds a path.

    Args:
        path: An absolute path without symbolic links.
        mounts: Mount points with their types, the later ones covering the earlier.
    """
    best, depth = None, -1
    for point, kind in mounts:
        root = PurePath(point)
        if len(root.parts) >= depth and path.is_relative_to(root):
            best, depth = kind, len(root.parts)
    return best


def linux_mounts(mountinfo: str) -> list[tuple[str, str]]:
    """Read ``/proc/self/mountinfo`` (proc_pid_mountinfo(5))."""
    mounts = []
    for line in mountinfo.splitlines():
        before, separator, after = line.partition(" - ")
        fields = before.split(" ")
        if separator and len(fields) > 4:
            point = _OCTAL.sub(lambda found: chr(int(found[1], 8)), fields[4])
            mounts.append((point, after.split(" ")[0]))
    return mounts


def mac_mounts(listing: str) -> list[tuple[str, str]]:
    """Read what ``mount`` prints on macOS."""
    found = (_MAC_MOUNT.match(line) for line in listing.splitlines())
    return [(one["point"], one["kind"]) for one in found if one]


def _mounts() -> list[tuple[str, str]]:
    if sys.platform == "darwin":
        done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
        return mac_mounts(done.stdout)
    try:
        text = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return []
    return linux_mounts(text)


def _windows_drive_type(root: str) -> int:
    import ctypes  # noqa: PLC0415 - Windows alone needs it

    return int(ctypes.windll.kernel32.GetDriveTypeW(root))  # type: ignore[attr-defined,unused-ignore]
