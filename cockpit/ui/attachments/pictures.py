"""Photos as they are stored: no larger than anybody looks at, and silent about where they were."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from cockpit.domain.attachments import JPEG, PHOTO_SIDE, PHOTOS, PNG, TIFF, WEBP
from cockpit.domain.errors import BadInputError

_QUALITY = 85
_KINDS = {JPEG: "JPEG", PNG: "PNG", WEBP: "WEBP", TIFF: "TIFF"}
#: Pixels of a side that no camera reaches: a few bytes can claim any size.
_MOST_SIDE = 30_000


def shrunk(content: bytes, media_type: str) -> bytes:
    """Return a picture anew, as ``PHOTOS`` says: upright, at most ``PHOTO_SIDE`` pixels a side.

    Whatever the file says besides its pixels (place, camera, texts) is left behind.

    Args:
        content: A JPEG, PNG, WEBP or TIFF.
        media_type: Which of them.

    Raises:
        BadInputError: The picture is damaged.
    """
    name = _KINDS[PHOTOS[media_type]]
    image = _read(content, _KINDS[media_type].lower())
    if image.isNull():
        raise BadInputError("attachment_broken_picture", name=_KINDS[media_type])
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    has_alpha = image.hasAlphaChannel() and name == "PNG"
    fresh = QImage(
        image.size(), QImage.Format.Format_ARGB32 if has_alpha else QImage.Format.Format_RGB32
    )
    fresh.fill(Qt.GlobalColor.transparent if has_alpha else Qt.GlobalColor.white)
    painter = QPainter(fresh)
    painter.drawImage(0, 0, image)
    painter.end()
    return _written(fresh, name)


def _read(content: bytes, kind: str) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _MOST_SIDE:
        del reader
        return QImage()
    if max(size.width(), size.height()) > PHOTO_SIDE:
        room = QSize(PHOTO_SIDE, PHOTO_SIDE)
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    # A reader looks at its device once more as it goes, which may have gone before.
    del reader
    return image


def _written(image: QImage, name: str) -> bytes:
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(target, QByteArray(name.lower().encode()))
    writer.setQuality(_QUALITY if name == "JPEG" else -1)
    if not writer.write(image):
        raise BadInputError("attachment_broken_picture", name=name)
    return bytes(target.data().data())
