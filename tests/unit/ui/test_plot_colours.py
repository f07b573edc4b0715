"""The colours of plots, as different eyes see them.

The simulation: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A Physiologically-based Model for
Simulation of Color Vision Deficiency, IEEE TVCG 15 (2009), severity 1.0. Distances in CIE L*a*b*
(1976); about 2.3 is the least that anybody notices.
"""

from itertools import combinations

import pytest

from cockpit.ui.theme import PALETTES, Scheme

EYES = {
    "common": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)
SERIES = [f"plot_{number}" for number in range(1, 6)]
FAR_APART = 15
SEEN_ON_GROUND = 3.0  # WCAG 2.2, 1.4.11: what has to be seen of a picture


def linear(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]


def times(matrix: tuple[tuple[float, ...], ...], values: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, values, strict=True)) for row in matrix]


def lab(colour: str, eye: str) -> tuple[float, float, float]:
    seen = [min(max(one, 0.0), 1.0) for one in times(EYES[eye], linear(colour))]
    ratios = [one / white for one, white in zip(times(TO_XYZ, seen), WHITE, strict=True)]
    x, y, z = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def luminance(colour: str) -> float:
    return times(TO_XYZ, linear(colour))[1]


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("eye", EYES)
def test_no_eye_takes_one_series_for_another(scheme: Scheme, eye: str) -> None:
    colours = PALETTES[scheme]
    for one, other in combinations(SERIES, 2):
        pairs = zip(lab(getattr(colours, one), eye), lab(getattr(colours, other), eye), strict=True)
        distance = sum((a - b) ** 2 for a, b in pairs) ** 0.5
        assert distance >= FAR_APART, (one, other, eye, distance)


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("series", SERIES)
def test_every_series_stands_out_from_its_ground(scheme: Scheme, series: str) -> None:
    colours = PALETTES[scheme]
    low, high = sorted((luminance(getattr(colours, series)), luminance(colours.surface)))
    assert (high + 0.05) / (low + 0.05) >= SEEN_ON_GROUND
