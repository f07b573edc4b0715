"""A digest's picture is the charts' painting, without a window and on any thread."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from cockpit.domain.notices import PictureBar
from cockpit.ui.charts.digest_picture import DigestPicture
from cockpit.ui.theme import LIGHT, load_fonts
from tests.support.at_once import at_once

BARS = [PictureBar(9, "Ana", "R$ 9", is_strong=True), PictureBar(3, "Bia", "R$ 3")]


def test_the_bars_are_there(qapp: QApplication) -> None:
    load_fonts()
    image = QImage.fromData(DigestPicture().paint("Por carteira", BARS), "PNG")
    assert (image.width(), image.height()) == (1184, 336)
    left, right = image.pixelColor(296, 200), image.pixelColor(888, 280)
    assert (left.name(), right.name()) == (LIGHT.accent, LIGHT.icon_neutral)
    assert image.pixelColor(888, 120).name() == LIGHT.surface  # the lower bar ends below


def test_it_is_painted_alike_on_other_threads(qapp: QApplication) -> None:
    load_fonts()
    here = DigestPicture().paint("Por carteira", BARS)
    assert at_once([lambda: DigestPicture().paint("Por carteira", BARS)] * 4) == [here] * 4


def test_no_bars_and_bars_of_nothing_are_no_trouble(qapp: QApplication) -> None:
    assert DigestPicture().paint("", [])
    assert DigestPicture().paint("", [PictureBar(0, "", "")])
