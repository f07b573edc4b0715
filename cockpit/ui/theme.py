"""The look of Giro: every colour, space, radius and letter size of both schemes, in this one file.

A warm-neutral ground with hairline borders, dark ink and one accent, a deep teal. Colour is never
the only signal. Widgets take what they draw with from the ``Theme`` they are given and repaint on
``Theme.changed``; the style sheet ``resources/styles/giro.qss`` is filled from the same tokens.
"""

from dataclasses import asdict, dataclass
from enum import Enum, StrEnum
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

import resources
from cockpit.domain.vocabulary import LifecycleStatus

FONT_FAMILY = "Inter"


class Scheme(StrEnum):
    """The two sets of colours."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one scheme, as ``#rrggbb``.

    Attributes:
        canvas: Ground of the window: bars and gaps.
        surface: Ground of what is read: lists, panels, fields.
        sunken: Ground of what lies lower: quiet chips, tracks, disabled fields.
        hover: Ground under the mouse.
        hairline: Thin lines between things.
        border: Outline of fields and buttons.
        ink: Text.
        ink_muted: Second-rank text and icons.
        ink_quiet: Captions, column headers, placeholders.
        accent: What is chosen, and the one thing to do next.
        accent_hover: The same under the mouse.
        accent_soft: Ground of a selected row or chip.
        on_accent: Text on the accent.
        success: Good, and the status "active".
        success_soft: Its ground.
        warning: Needs attention, and the status "at risk".
        warning_soft: Its ground.
        danger: Bad, and the status "inactive".
        danger_soft: Its ground.
        info: Neutral news, and the status "new".
        info_soft: Its ground.
        lost: The status "lost".
        prospect: The status "prospect".
        blocked: The status "blocked".
        icon_neutral: Small arrows of fields.
        plot_1: First series of a plot: the accent. These five stay apart in every kind of colour
            vision (after M. Okabe and K. Ito, "Color Universal Design", 2008).
        plot_2: Second series.
        plot_3: Third series.
        plot_4: Fourth series.
        plot_5: Fifth series, and what is there for comparison.
    """

    canvas: str
    surface: str
    sunken: str
    hover: str
    hairline: str
    border: str
    ink: str
    ink_muted: str
    ink_quiet: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    info: str
    info_soft: str
    lost: str
    prospect: str
    blocked: str
    icon_neutral: str
    plot_1: str
    plot_2: str
    plot_3: str
    plot_4: str
    plot_5: str


LIGHT = Colours(
    canvas="#f5f3ee",
    surface="#fffefb",
    sunken="#efebe4",
    hover="#f6f3ed",
    hairline="#e6e1d8",
    border="#d2cbbf",
    ink="#211e1a",
    ink_muted="#544e46",
    ink_quiet="#6d665c",
    accent="#0e5e5a",
    accent_hover="#0a4b48",
    accent_soft="#dcebe8",
    on_accent="#ffffff",
    success="#28693a",
    success_soft="#e2efe2",
    warning="#8a4b00",
    warning_soft="#fbecd2",
    danger="#a52a25",
    danger_soft="#f9e3df",
    info="#285a9c",
    info_soft="#e1eaf5",
    lost="#5f5a53",
    prospect="#5b47a0",
    blocked="#7d1f50",
    icon_neutral="#857d72",
    plot_1="#0e5e5a",
    plot_2="#c2560c",
    plot_3="#2f7fc1",
    plot_4="#6d2a6e",
    plot_5="#8f8578",
)

DARK = Colours(
    canvas="#1a1918",
    surface="#211f1d",
    sunken="#2b2926",
    hover="#282623",
    hairline="#34312d",
    border="#4a463f",
    ink="#ece7df",
    ink_muted="#beb7ac",
    ink_quiet="#a0988c",
    accent="#62c3b8",
    accent_hover="#7fd3ca",
    accent_soft="#1e3d3a",
    on_accent="#06201e",
    success="#83c78f",
    success_soft="#20351f",
    warning="#e9b25f",
    warning_soft="#3c2d14",
    danger="#f2958c",
    danger_soft="#432421",
    info="#8fb8ec",
    info_soft="#1f2f45",
    lost="#b0a99f",
    prospect="#b9a9ef",
    blocked="#ea97c0",
    icon_neutral="#979083",
    plot_1="#62c3b8",
    plot_2="#e5a05b",
    plot_3="#3064f2",
    plot_4="#b247a7",
    plot_5="#726d67",
)

PALETTES = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK}

_STATUS_TOKEN = {
    LifecycleStatus.NEW: "info",
    LifecycleStatus.ACTIVE: "success",
    LifecycleStatus.AT_RISK: "warning",
    LifecycleStatus.INACTIVE: "danger",
    LifecycleStatus.LOST: "lost",
    LifecycleStatus.RECOVERED: "success",
    LifecycleStatus.BLOCKED: "blocked",
    LifecycleStatus.PROSPECT: "prospect",
}


class Space:
    """Distances in pixels, on a grid of four."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


class Radius:
    """Corner radii in pixels."""

    FIELD = 5
    CARD = 8


class Height:
    """Heights of repeated things, in pixels."""

    ROW = 30
    HEADER = 28
    FIELD = 30
    TOP_BAR = 48
    STATUS_BAR = 26


class FontRole(Enum):
    """The type scale: size in pixels, weight, tabular figures."""

    DISPLAY = (20, QFont.Weight.DemiBold, False)
    TITLE = (16, QFont.Weight.DemiBold, False)
    HEADING = (13, QFont.Weight.DemiBold, False)
    BODY = (13, QFont.Weight.Normal, False)
    NUMBER = (13, QFont.Weight.Normal, True)
    STRONG_NUMBER = (13, QFont.Weight.DemiBold, True)
    SMALL = (12, QFont.Weight.Normal, True)
    CAPTION = (11, QFont.Weight.Medium, True)
    BADGE = (10, QFont.Weight.DemiBold, True)


def make_font(role: FontRole) -> QFont:
    """Return the font of a role."""
    size, weight, is_tabular = role.value
    font = QFont(FONT_FAMILY)
    font.setPixelSize(size)
    font.setWeight(weight)
    # Inter draws an x between digits and letters as ×: "x86" would be read wrong.
    font.setFeature(QFont.Tag("calt"), 0)
    if is_tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def load_fonts() -> None:
    """Make the program's own fonts known to Qt."""
    for file in sorted(resources.path("fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))


class Theme(QObject):
    """The look in force; one per program, handed on in the ``UiContext``.

    Attributes:
        scheme: The scheme in force.
        colours: Its colours.
    """

    #: Colours, palette and style sheet have changed: paint again.
    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._wish = "system"
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}
        self._fonts = {role: make_font(role) for role in FontRole}
        self.scheme = Scheme.LIGHT
        self.colours = LIGHT
        load_fonts()
        app.setStyle("Fusion")
        app.setFont(make_font(FontRole.BODY))
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def apply(self, wish: str) -> None:
        """Use ``light``, ``dark``, or what the ``system`` uses, from now on."""
        self._wish = wish
        self.scheme = self._resolve(wish)
        self.colours = PALETTES[self.scheme]
        self._icons.clear()
        self._pixmaps.clear()
        self._app.setPalette(_palette(self.colours))
        self._app.setStyleSheet(_style_sheet(self.scheme, self.colours))
        self.changed.emit()

    def colour(self, token: str) -> QColor:
        """Return a colour by the name of its token, for example ``ink_muted``."""
        return QColor(getattr(self.colours, token))

    def status_colour(self, status: LifecycleStatus) -> QColor:
        """Return the colour that goes with a status; its word goes with it always."""
        return self.colour(_STATUS_TOKEN[status])

    def font(self, role: FontRole) -> QFont:
        """Return the font of a role; its copies share what Qt finds out about it."""
        return QFont(self._fonts[role])

    def icon(self, name: str, tint: str = "ink_muted") -> QIcon:
        """Return an icon of ``resources/icons`` in a colour of the scheme."""
        key = (name, tint)
        if key not in self._icons:
            self._icons[key] = _tinted_icon(name, self.colour(tint), self.colour("border"))
        return self._icons[key]

    def pixmap(self, name: str, size: int, tint: str = "ink_muted", ratio: float = 1) -> QPixmap:
        """Return an icon as a square pixmap of ``size`` device-independent pixels."""
        key = (name, size, tint, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = _render(_svg(name, self.colour(tint)), size, ratio)
        return self._pixmaps[key]

    @staticmethod
    def app_icon() -> QIcon:
        """Return the program's own icon."""
        content = QByteArray(resources.path("icons", "giro.svg").read_bytes())
        icon = QIcon()
        for size in (16, 24, 32, 48, 64, 128, 256):
            icon.addPixmap(_render(content, size, 1))
        return icon

    def _resolve(self, wish: str) -> Scheme:
        if wish in set(Scheme):
            return Scheme(wish)
        is_dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return Scheme.DARK if is_dark else Scheme.LIGHT

    @Slot()
    def _on_system_scheme_changed(self) -> None:
        if self._wish == "system" and self._resolve("system") is not self.scheme:
            self.apply("system")


def _style_sheet(scheme: Scheme, colours: Colours) -> str:
    template = Template(resources.path("styles", "giro.qss").read_text(encoding="utf-8"))
    icons = resources.path("icons").as_posix()
    return template.substitute(
        asdict(colours), scheme=scheme.value, icons=icons, radius=Radius.FIELD, card=Radius.CARD
    )


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, value in {
        role.Window: colours.canvas,
        role.WindowText: colours.ink,
        role.Base: colours.surface,
        role.AlternateBase: colours.hover,
        role.Text: colours.ink,
        role.PlaceholderText: colours.ink_quiet,
        role.Button: colours.surface,
        role.ButtonText: colours.ink,
        role.BrightText: colours.danger,
        role.ToolTipBase: colours.ink,
        role.ToolTipText: colours.surface,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Accent: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.hover,
        role.Mid: colours.hairline,
        role.Dark: colours.border,
        role.Shadow: colours.border,
    }.items():
        palette.setColor(target, QColor(value))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.ink_quiet))
    return palette


def _svg(name: str, colour: QColor) -> QByteArray:
    content = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QByteArray(content.replace("currentColor", colour.name()).encode())


def _render(svg: QByteArray, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(svg).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _tinted_icon(name: str, colour: QColor, disabled: QColor) -> QIcon:
    icon = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        content = _svg(name, ink)
        for size in (16, 18, 20, 24):
            for ratio in (1, 2):
                icon.addPixmap(_render(content, size, ratio), mode)
    return icon
