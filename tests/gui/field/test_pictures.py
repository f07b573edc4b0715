"""Photos: smaller, upright, and silent about where they were taken."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from cockpit.domain.attachments import JPEG, PHOTO_SIDE, PNG, TIFF, WEBP
from cockpit.domain.errors import BadInputError
from cockpit.ui.attachments.pictures import shrunk

PLACE = b"GPSLatitude -23.5505"


def _picture(kind: str, width: int = 60, height: int = 40) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.setText("Place", PLACE.decode())
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(target, QByteArray(kind.lower().encode())).write(image)
    return bytes(target.data().data())


def _with_exif(jpeg: bytes, *, orientation: int = 6) -> bytes:
    """Return a JPEG with an EXIF segment that turns it and tells a place."""
    entry = b"\x01\x12\x00\x03\x00\x00\x00\x01" + bytes([0, orientation, 0, 0])
    tiff = b"MM\x00\x2a\x00\x00\x00\x08\x00\x01" + entry + b"\x00\x00\x00\x00" + PLACE
    body = b"Exif\x00\x00" + tiff
    return jpeg[:2] + b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body + jpeg[2:]


def test_a_photo_loses_its_place_and_is_turned_upright(qtbot: QtBot) -> None:
    photo = _with_exif(_picture("JPEG"))
    assert PLACE in photo
    found = shrunk(photo, JPEG)
    image = QImage.fromData(found)
    assert (image.width(), image.height()) == (40, 60)
    assert PLACE not in found
    assert b"Exif" not in found


def test_a_large_photo_is_scaled_down_and_a_small_one_is_not_blown_up(qtbot: QtBot) -> None:
    image = QImage.fromData(shrunk(_picture("JPEG", 4_000, 1_000), JPEG))
    assert (image.width(), image.height()) == (PHOTO_SIDE, PHOTO_SIDE // 4)
    assert QImage.fromData(shrunk(_picture("PNG"), PNG)).width() == 60


def test_a_png_stays_one_without_its_texts(qtbot: QtBot) -> None:
    found = shrunk(_picture("PNG"), PNG)
    assert found.startswith(b"\x89PNG")
    assert PLACE not in found


def test_a_webp_becomes_a_photo_that_does_not_say_where(qtbot: QtBot) -> None:
    webp = _picture("WEBP")
    chunk = b"EXIF" + len(PLACE).to_bytes(4, "little") + PLACE
    webp = webp[:4] + (len(webp) + len(chunk) - 8).to_bytes(4, "little") + webp[8:] + chunk
    found = shrunk(webp, WEBP)
    assert found.startswith(b"\xff\xd8\xff")
    assert PLACE not in found
    assert QImage.fromData(found).width() == 60


def test_a_tiff_becomes_a_photo(qtbot: QtBot) -> None:
    found = shrunk(_picture("TIFF"), TIFF)
    assert found.startswith(b"\xff\xd8\xff")
    assert PLACE not in found


@pytest.mark.qt_log_ignore("image|libjpeg|libpng|PNG|JPEG", extend=True)
@pytest.mark.parametrize("content", [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_a_broken_picture_says_so(qtbot: QtBot, content: bytes) -> None:
    with pytest.raises(BadInputError) as caught:
        shrunk(content, JPEG if content[0] == 0xFF else PNG)
    assert caught.value.message.key == "error.attachment_broken_picture"


@pytest.mark.qt_log_ignore("image|libjpeg|libpng|PNG|JPEG", extend=True)
def test_a_picture_that_claims_to_be_huge_is_not_unpacked(qtbot: QtBot) -> None:
    png = bytearray(_picture("PNG"))
    png[16:24] = (60_000).to_bytes(4, "big") * 2
    with pytest.raises(BadInputError):
        shrunk(bytes(png), PNG)
