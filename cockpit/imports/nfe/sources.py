"""The XML files in a folder or in ZIP files, each once, always in the same order.

Names inside a ZIP are shown and never used as paths. Links are not followed. What a ZIP claims to
hold is believed only as far as it is unpacked, and unpacked only up to a limit.
"""

import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cockpit.domain.errors import BadInputError
from cockpit.domain.messages import Message
from cockpit.imports.cells import LONGEST_TEXT
from cockpit.imports.nfe.xml import MOST_BYTES
from cockpit.imports.words import single_line

#: XML shrinks to a fifth or a tenth; what shrinks to a hundredth was made to fill the disk.
_MOST_RATIO = 100
_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
_ENCRYPTED = 1
#: What a damaged ZIP raises.
BROKEN_ZIP = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Document:
    """One XML file.

    Attributes:
        name: What people are shown.
        path: Where it, or its ZIP, lies.
        member: Its position in the ZIP.
        problem: Why it cannot be read.
    """

    name: str
    path: str
    member: int | None = None
    problem: Message | None = None


def documents(path: Path) -> list[Document]:
    """Return what an XML file, a ZIP or a folder holds, sorted by name.

    In folders and ZIPs, what is neither XML nor ZIP is no document.

    Raises:
        BadInputError: The path, or a folder in it, cannot be read.
    """
    if not path.is_dir():
        is_archive = zipfile.is_zipfile(path)
        return _members(path, "") if is_archive else [Document(_shown(path.name), str(path))]
    found: list[Document] = []
    for inside in _files(path):
        name = inside.relative_to(path).as_posix()
        if inside.suffix.lower() == ".zip":
            found.extend(_members(inside, f"{name}/"))
        else:
            found.append(Document(_shown(name), str(inside)))
    return sorted(found, key=lambda document: (document.name, document.path))


def contents(found: Iterable[Document]) -> Iterator[bytes | Message]:
    """Yield what each document holds, or why it cannot be read.

    A ZIP stays open from one of its documents to the next.
    """
    archive: zipfile.ZipFile | None = None
    try:
        for document in found:
            if document.problem is not None:
                yield document.problem
            elif document.member is None:
                yield _file_content(document.path)
            else:
                if archive is None or archive.filename != document.path:
                    if archive:
                        archive.close()
                    archive = _opened(document.path)
                yield _member_content(archive, document.member)
    finally:
        if archive:
            archive.close()


def _files(folder: Path) -> Iterator[Path]:
    """Yield the XML and ZIP files below a folder; links and what a Mac leaves behind are not."""

    def refuse(error: OSError) -> None:
        raise BadInputError("import_file_unreadable", file=_shown(str(error.filename))) from error

    for place, _, names in os.walk(folder, onerror=refuse, followlinks=False):
        for name in names:
            path = Path(place, name)
            if _is_wanted(name, (".xml", ".zip")) and path.is_file() and not path.is_symlink():
                yield path


def _is_wanted(name: str, suffixes: tuple[str, ...]) -> bool:
    return name.lower().endswith(suffixes) and not name.startswith("._")


def _members(path: Path, prefix: str) -> list[Document]:
    """Return the XML files in a ZIP, or the ZIP itself with what is wrong about it."""

    def refused(key: str) -> list[Document]:
        return [Document(_shown(prefix or path.name), str(path), None, _reason(key))]

    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
        size = path.stat().st_size
    except OSError:
        return refused("xml_unreadable")
    except BROKEN_ZIP:
        return refused("zip_broken")
    if sum(info.file_size for info in infos) > _MOST_RATIO * size:
        return refused("zip_bomb")
    found = [
        Document(_shown(prefix + info.filename), str(path), position, _member_problem(info))
        for position, info in enumerate(infos)
        if _is_wanted(info.filename.rpartition("/")[2], (".xml", ".zip"))
        and not info.filename.startswith("__MACOSX/")
    ]
    return sorted(found, key=lambda document: (document.name, document.member or 0))


def _member_problem(info: zipfile.ZipInfo) -> Message | None:
    if info.filename.lower().endswith(".zip"):
        return _reason("zip_nested")
    if info.flag_bits & _ENCRYPTED:
        return _reason("zip_encrypted")
    if info.compress_type not in _METHODS:
        return _reason("zip_broken")
    return _reason("xml_too_large") if info.file_size > MOST_BYTES else None


def _file_content(path: str) -> bytes | Message:
    try:
        with Path(path).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        return _reason("xml_unreadable")
    return data if len(data) <= MOST_BYTES else _reason("xml_too_large")


def _opened(path: str) -> zipfile.ZipFile | None:
    try:
        return zipfile.ZipFile(path)
    except (OSError, *BROKEN_ZIP):
        return None


def _member_content(archive: zipfile.ZipFile | None, member: int) -> bytes | Message:
    if archive is None:
        return _reason("zip_broken")
    try:
        with archive.open(archive.infolist()[member]) as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, IndexError, *BROKEN_ZIP):
        return _reason("zip_broken")
    return data if len(data) <= MOST_BYTES else _reason("xml_too_large")


def _shown(name: str) -> str:
    """Return a name that can be stored and shown, whatever bytes it was made of."""
    whole = name.encode("utf-8", "replace").decode()
    return single_line(whole.removesuffix("/"))[-LONGEST_TEXT:]


def _reason(key: str) -> Message:
    return Message.of(f"imports.{key}")
