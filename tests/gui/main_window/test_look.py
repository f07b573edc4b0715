"""The design tokens: readable in both schemes, complete, and drawn from one place."""

import re
from dataclasses import asdict
from itertools import product

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

import resources
from cockpit.domain.vocabulary import LifecycleStatus
from cockpit.ui.theme import FONT_FAMILY, PALETTES, FontRole, Scheme, Theme, make_font

ENOUGH = 4.5  # WCAG 2.2, success criterion 1.4.3, level AA
GROUNDS = ("surface", "canvas", "hover", "accent_soft")
INKS = ("ink", "ink_muted", "success", "warning", "danger", "info", "lost", "prospect", "blocked")
PAIRS = [
    *product(INKS, GROUNDS),
    *product(("ink_quiet",), ("surface", "canvas", "hover")),
    *[(one, f"{one}_soft") for one in ("success", "warning", "danger", "info", "accent")],
    ("accent", "surface"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("surface", "ink"),
]


def luminance(colour: str) -> float:
    parts = [value / 255 for value in QColor(colour).getRgb()[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_can_be_read(scheme, ink, ground):
    colours = asdict(PALETTES[scheme])
    assert contrast(colours[ink], colours[ground]) >= ENOUGH


@pytest.mark.parametrize("scheme", list(Scheme))
def test_dark_is_not_black_and_light_is_not_white(scheme):
    canvas = QColor(PALETTES[scheme].canvas)
    assert 10 < canvas.lightness() < 250


def test_the_style_sheet_names_no_colour_of_its_own():
    sheet = resources.path("styles", "giro.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet) == []


@pytest.mark.parametrize(
    "path", sorted(resources.path("icons").glob("*.svg")), ids=lambda p: p.stem
)
def test_every_icon_draws_something(qapp: QApplication, path):
    theme = Theme(qapp)
    image = theme.pixmap(path.stem, 24, "accent").toImage()
    drawn = sum(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
    assert drawn > 3


def test_a_switch_repaints_with_other_colours(qapp: QApplication):
    theme = Theme(qapp)
    theme.apply("light")
    light = theme.icon("bell").pixmap(24).toImage()
    told: list[Scheme] = []
    theme.changed.connect(lambda: told.append(theme.scheme))
    theme.apply("dark")
    assert told == [Scheme.DARK]
    assert theme.icon("bell").pixmap(24).toImage() != light
    assert qapp.palette().window().color().name() == PALETTES[Scheme.DARK].canvas


def test_every_status_has_a_colour(qapp: QApplication):
    theme = Theme(qapp)
    for status in LifecycleStatus:
        assert theme.status_colour(status).isValid()


def test_the_programs_own_font_has_tabular_figures_and_draws_x86_as_it_is(qapp: QApplication):
    Theme(qapp)
    assert FONT_FAMILY in QFontDatabase.families()
    font = make_font(FontRole.NUMBER)
    assert QFontInfo(font).family() == FONT_FAMILY
    features = {
        tag.toString().data().decode(): font.featureValue(tag) for tag in font.featureTags()
    }
    assert features == {"tnum": 1, "calt": 0}
