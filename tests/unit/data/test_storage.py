"""Where an embedded file may live."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from cockpit.data import storage
from cockpit.domain.errors import DatabaseError

MOUNTINFO = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:30 / /mnt/loja rw - cifs //servidor/loja rw
31 22 0:31 / /mnt/com\\040espaço rw shared:1 - nfs4 servidor:/x rw
32 30 254:1 / /mnt/loja/local rw - xfs /dev/vdb rw
33 22 0:33 / /mnt/c rw - 9p drvfs rw
34 22 0:34 / /home/ana/remoto rw - fuse.sshfs ana@servidor: rw
35 22 0:35 / /mnt/troca rw - nfs servidor:/y rw
36 22 254:2 / /mnt/troca rw - ext4 /dev/vdc rw
"""
MAC_MOUNTS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ana@servidor/loja on /Volumes/loja (smbfs, nodev, nosuid, mounted by ana)
/dev/disk4s1 on /Volumes/Pen Drive (msdos, local, nodev)
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ana/giro.db", "ext4"),
        ("/mnt/loja/giro.db", "cifs"),
        ("/mnt/loja/local/giro.db", "xfs"),
        ("/mnt/loja2/giro.db", "ext4"),
        ("/mnt/com espaço/giro.db", "nfs4"),
        ("/mnt/c/Users/ana/giro.db", "9p"),
        ("/home/ana/remoto/giro.db", "fuse.sshfs"),
        ("/mnt/troca/giro.db", "ext4"),
    ],
)
def test_the_deepest_and_latest_mount_decides(path: str, kind: str) -> None:
    mounts = storage.linux_mounts(MOUNTINFO)
    assert storage.file_system_type(PurePosixPath(path), mounts) == kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/Users/ana/giro.db", "apfs"), ("/Volumes/loja/giro.db", "smbfs"),
     ("/Volumes/Pen Drive/giro.db", "msdos")],
)  # fmt: skip
def test_macs_list_of_mounts_is_understood(path: str, kind: str) -> None:
    mounts = storage.mac_mounts(MAC_MOUNTS)
    assert storage.file_system_type(PurePosixPath(path), mounts) == kind


@pytest.mark.parametrize(
    ("path", "is_share"),
    [
        (r"\\servidor\loja\giro.db", True),
        ("//servidor/loja/giro.db", True),
        (r"\\?\UNC\servidor\loja\giro.db", True),
        (r"Z:\giro.db", True),
        (r"\\?\Z:\giro.db", True),
        (r"C:\Users\ana\giro.db", False),
        (r"\\?\C:\Users\ana\giro.db", False),
    ],
)
def test_windows_shares_are_known_by_name_or_by_drive(path: str, is_share: bool) -> None:
    types = {"C:\\": 3, "Z:\\": 4}
    assert storage.is_on_windows_share(path, lambda root: types[root]) is is_share


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/ana/OneDrive/giro.db", "OneDrive"),
        ("/home/ana/OneDrive - Parafusos Ltda/x/giro.db", "OneDrive"),
        ("/home/ana/Dropbox (Trabalho)/giro.db", "Dropbox"),
        ("/home/ana/Google Drive/giro.db", "Google Drive"),
        ("/home/ana/Meu Drive/giro.db", "Google Drive"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/giro.db", "iCloud"),
        ("/home/ana/Nextcloud/giro.db", "Nextcloud"),
        ("/home/ana/dados/giro.db", None),
        ("/home/ana/dropbox.db", None),
        ("/home/ana/dropboxes/giro.db", None),
    ],
)
def test_a_synced_folder_is_known_by_its_name(path: str, service: str | None) -> None:
    assert storage.synced_service(PurePosixPath(path), {}) == service


def test_a_renamed_onedrive_is_known_by_the_environment() -> None:
    path = PureWindowsPath(r"D:\Nuvem\giro.db")
    assert storage.synced_service(path, {"OneDrive": r"D:\Nuvem"}) == "OneDrive"


def test_the_refusals_say_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage.refuse_shared_place(tmp_path / "giro.db")
    with pytest.raises(DatabaseError) as caught:
        storage.refuse_shared_place(tmp_path / "OneDrive" / "giro.db")
    assert caught.value.message.key == "error.database_in_synced_folder"
    monkeypatch.setattr(storage, "_mounts", lambda: [("/", "nfs4")])
    with pytest.raises(DatabaseError) as caught:
        storage.refuse_shared_place(tmp_path / "giro.db")
    assert caught.value.message.key == "error.database_on_network"
