"""The outcomes as a list, the key of each, and how one is drawn."""

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.contact import CREDIT_OUTCOMES, Outcome
from cockpit.domain.plain_text import plain
from cockpit.ui.theme import FontRole, Radius, Space, Theme
from cockpit.ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex

BADGE = 22
#: The keys of the first outcomes; the others are chosen by letters.
DIGITS = "1234567890"
#: Longer than this, the letters that choose an outcome are not shown before its name.
_LONGEST_HINT = 3
#: Words that count among a name's first letters are longer than "o", "de", "a".
_SMALL_WORD = 2


class Role(IntEnum):
    """What the model tells besides the name."""

    OUTCOME = Qt.ItemDataRole.UserRole + 1
    KEY = Qt.ItemDataRole.UserRole + 2


def ordered(outcomes: Sequence[Outcome], *, is_credit_lane: bool) -> tuple[Outcome, ...]:
    """Return the outcomes as they are offered: those about money first, or at the end."""
    money = [one for one in outcomes if one.code in CREDIT_OUTCOMES]
    money.sort(key=lambda one: CREDIT_OUTCOMES.index(one.code))
    others = [one for one in outcomes if one.code not in CREDIT_OUTCOMES]
    return (*money, *others) if is_credit_lane else (*others, *money)


def answers_to(name: str, letters: str) -> bool:
    """Return whether letters mean a name: its beginning, or its words' first letters."""
    wanted = plain(letters)
    return plain(name).startswith(wanted) or _initials(name).startswith(wanted)


def key_hints(names: Sequence[str]) -> tuple[str, ...]:
    """Return what to press for each name: a digit, or the letters that mean it alone."""
    return _key_hints(tuple(names))


@lru_cache(maxsize=8)
def _key_hints(names: tuple[str, ...]) -> tuple[str, ...]:
    """Do so once for each order of the names: finding the letters takes longer than a frame."""
    return tuple(
        DIGITS[row] if row < len(DIGITS) else _letters(name, names)
        for row, name in enumerate(names)
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in plain(name).split() if len(word) > _SMALL_WORD)


def _letters(name: str, names: Sequence[str]) -> str:
    """Return the fewest letters that mean one name alone, or nothing where there are none."""
    for length in range(1, _LONGEST_HINT + 1):
        for hint in (plain(name)[:length], _initials(name)[:length]):
            if hint and sum(answers_to(other, hint) for other in names) == 1:
                return hint.upper()
    return ""


class OutcomeItemModel(QAbstractListModel):
    """The outcomes in the supervisor's order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._outcomes: tuple[Outcome, ...] = ()
        self._hints: tuple[str, ...] = ()

    def set_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Offer these outcomes."""
        self.beginResetModel()
        self._outcomes = tuple(outcomes)
        # A key means the same outcome in every lane: fingers do not look where it stands.
        usual = ordered(outcomes, is_credit_lane=False)
        hints = dict(zip(usual, key_hints([one.name for one in usual]), strict=True))
        self._hints = tuple(hints[one] for one in outcomes)
        self.endResetModel()

    def row_of_key(self, key: str) -> int | None:
        """Return the row that a digit chooses, or None."""
        return self._hints.index(key) if key and key in DIGITS and key in self._hints else None

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Return what is offered."""
        return self._outcomes

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._outcomes)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        outcome = self._outcomes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return outcome.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(outcome.name)
        if role == Role.KEY:
            return self._hints[index.row()]
        return outcome if role == Role.OUTCOME else None

    def found_by(self, letters: str, start: int) -> int | None:
        """Return the row that letters mean, whatever their accents, from one on and round."""
        count = len(self._outcomes)
        order = [(start + step) % count for step in range(count)]
        return next((row for row in order if answers_to(self._outcomes[row].name, letters)), None)


class OutcomeDelegate(QStyledItemDelegate):
    """Draws the key to press, and the name."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else QSize()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_current = bool(state & QStyle.StateFlag.State_HasFocus)
        is_under_mouse = bool(state & QStyle.StateFlag.State_MouseOver)
        box: QRect = option.rect.adjusted(1, 1, -3, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("accent" if is_current else "hairline"))
        if is_chosen:
            painter.setPen(self._theme.colour("accent"))
            painter.setBrush(self._theme.colour("accent_soft"))
        elif is_under_mouse:
            painter.setBrush(self._theme.colour("hover"))
        painter.drawRoundedRect(box, Radius.FIELD, Radius.FIELD)
        self._draw_key(painter, box, index.data(Role.KEY), is_chosen=is_chosen)
        ink = "ink" if state & QStyle.StateFlag.State_Enabled else "ink_quiet"
        painter.setPen(self._theme.colour("accent" if is_chosen else ink))
        painter.setFont(self._theme.font(FontRole.HEADING if is_chosen else FontRole.BODY))
        text = box.adjusted(Space.XS + BADGE + Space.XS, 0, -Space.XS, 0)
        name = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def _draw_key(self, painter: QPainter, box: QRect, hint: str, *, is_chosen: bool) -> None:
        badge = QRect(box.left() + Space.XS, box.center().y() - BADGE // 2 + 1, BADGE, BADGE)
        if is_chosen:
            self._theme.icon("check", "accent").paint(painter, badge)
        elif hint:
            painter.setFont(self._theme.font(FontRole.CAPTION))
            painter.setPen(self._theme.colour("ink_quiet"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, hint)
