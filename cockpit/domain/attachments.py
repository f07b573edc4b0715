"""What may be attached to a contact: how large, of which kind, under which name."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from uuid import UUID

from cockpit.domain.errors import BadInputError
from cockpit.domain.plain_text import StorableTexts, storable

#: Contents are stored and sent in parts of so many bytes.
PART_BYTES = 256 * 1024
#: The largest attachment, unless the company sets another.
DEFAULT_LIMIT = 10 * 1024 * 1024
#: The company's setting: bytes.
LIMIT_KEY = "attachments.limit_bytes"
#: The longer side of a stored photo, in pixels.
PHOTO_SIDE = 2048
#: A photo as the camera made it may be larger: it is scaled down before it is stored.
PHOTO_LIMIT = 40 * 1024 * 1024
JPEG, PNG, WEBP, HEIC, TIFF, PDF = (
    "image/jpeg", "image/png", "image/webp", "image/heic", "image/tiff", "application/pdf"
)  # fmt: skip
#: The story's word for one whose content waits on this laptop.
WAITING = "waiting"
OTHER = "application/octet-stream"
#: What is scaled down and written anew, so that it does not say where it was taken, and as what.
PHOTOS: Mapping[str, str] = {JPEG: JPEG, PNG: PNG, WEBP: JPEG, TIFF: JPEG}
#: What says where it was taken, and cannot be written anew everywhere.
_PLACED = frozenset({HEIC})
_ENDINGS = {
    JPEG: (".jpg", ".jpeg"), PNG: (".png",), WEBP: (".webp",), HEIC: (".heic", ".heif"),
    TIFF: (".tif", ".tiff"), PDF: (".pdf",),
}  # fmt: skip
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif", b"avis")
_TIFF = (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
_PROGRAMS = (
    b"MZ", b"\x7fELF", b"#!", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"L\x00\x00\x00\x01\x14\x02\x00",
)  # fmt: skip
#: What a desktop starts rather than shows.
_STARTED = frozenset(
    {
        ".app", ".appimage", ".apk", ".bat", ".cmd", ".com", ".command", ".cpl", ".deb", ".desktop",
        ".dll", ".dmg", ".exe", ".gadget", ".hta", ".htm", ".html", ".inf", ".ins", ".iso", ".jar",
        ".js", ".jse", ".lnk", ".mht", ".msc", ".msi", ".msp", ".pif", ".ps1", ".ps2", ".psc1",
        ".py", ".pyw", ".reg", ".rpm", ".run", ".scf", ".scr", ".sct", ".sh", ".svg", ".url", ".vb",
        ".vbe", ".vbs", ".workflow", ".ws", ".wsc", ".wsf", ".wsh", ".xhtml", ".xll",
    }
)  # fmt: skip
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{one}{n}" for one in ("com", "lpt") for n in range(1, 10))]
)
_LONGEST_NAME, _LONGEST_ENDING = 100, 10
_UNNAMED = "anexo"


@dataclass(frozen=True, slots=True)
class AttachmentDraft(StorableTexts):
    """A file that is about to be stored.

    Attributes:
        attachment_id: Made when the file is chosen, so that storing twice stores one.
        taken_at: When, aware, in UTC.
    """

    attachment_id: UUID
    contact_id: UUID
    customer_id: UUID
    name: str
    media_type: str
    content: bytes
    taken_at: datetime


@dataclass(frozen=True, slots=True)
class AttachmentLine:
    """An attachment as it is shown.

    Attributes:
        size: In bytes.
        is_here: Whether the content can be opened.
        is_waiting: Whether the content waits on this laptop for the server.
    """

    attachment_id: UUID
    contact_id: UUID
    name: str
    media_type: str
    size: int
    taken_at: datetime
    who: str
    is_here: bool
    is_waiting: bool


def media_type_of(name: str, content: bytes) -> str:
    """Return what a content is, by itself and not by the file's name.

    Raises:
        BadInputError: There is nothing in it, or it is a program.
    """
    if not content:
        raise BadInputError("attachment_empty", name=clean_name(name))
    if content.startswith(_PROGRAMS) or is_started(name):
        raise BadInputError("attachment_program", name=clean_name(name))
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        return HEIC
    if content.startswith(_TIFF):
        return TIFF
    return PDF if content.startswith(b"%PDF-") else OTHER


def check_silent(name: str, media_type: str) -> None:
    """Raise ``BadInputError`` where a picture would tell where it was taken."""
    if media_type in _PLACED:
        raise BadInputError("attachment_says_where", name=clean_name(name))


def check_size(name: str, size: int, limit: int) -> None:
    """Raise ``BadInputError`` where a content is larger than is let."""
    if size > limit:
        raise BadInputError(
            "attachment_too_large", name=clean_name(name), limit=max(1, limit // (1024 * 1024))
        )


def is_started(name: str) -> bool:
    """Return whether a desktop would start a file of this name."""
    return any(ending.lower() in _STARTED for ending in PurePosixPath(clean_name(name)).suffixes)


def clean_name(name: str) -> str:
    """Return a name that every file system takes, without a folder and without what deceives."""
    last = storable(name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(
        " " if one in '<>:"|?*\n\r\t' else one
        for one in last
        if unicodedata.category(one) not in ("Cf", "Cc", "Co", "Cn") or one in "\n\r\t"
    )
    kept = " ".join(kept.split()).strip(". ") or _UNNAMED
    stem, dot, ending = kept.rpartition(".")
    if not dot or not stem or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = kept, "", ""
    if stem.split(".")[0].lower() in _RESERVED:
        stem = f"_{stem}"
    return f"{stem[:_LONGEST_NAME].rstrip('. ')}{dot}{ending}"


def named_as(name: str, media_type: str) -> str:
    """Return a clean name whose ending says what the content is."""
    cleaned, endings = clean_name(name), _ENDINGS.get(media_type, ())
    if not endings or cleaned.lower().endswith(endings):
        return cleaned
    return f"{cleaned}{endings[0]}"


def size_text(size: int) -> str:
    """Return a size in whole kilobytes, which reads the same in every language."""
    return f"{max(1, round(size / 1024))} KB"
