"""Both versions of a disagreement side by side, field by field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from cockpit.domain.clock import Clock
from cockpit.domain.field import Told, ToldConflict, ToldField
from cockpit.ui.context import UiContext
from cockpit.ui.sync.entity_words import column_word, entity_word, reason_text
from cockpit.ui.sync.value_words import value_text
from cockpit.ui.sync.words import when_text
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import divider, ranked_label

_NAME, _MINE, _THEIRS = range(3)
_LEAST_NAME = 130


class VersionsView(QScrollArea):
    """Where the two differ the words stand out, and say so to those who hear them.

    Attributes:
        told: What is said of the chosen conflict, line by line, for whoever reads it aloud.
    """

    def __init__(self, ctx: UiContext, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._clock = ctx, clock
        self.told: tuple[str, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_conflict(None)

    def show_conflict(self, one: ToldConflict | None) -> None:
        """Show a conflict; None shows nothing."""
        room = QWidget()
        room.setProperty("role", "surface")
        room.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(room)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.S)
        self.told = ()
        if one is not None:
            for label in self._head(one, room):
                label.setWordWrap(True)
                layout.addWidget(label)
            layout.addWidget(divider(room))
            layout.addLayout(self._grid(one, room))
        layout.addStretch()
        self.setWidget(room)
        self.setAccessibleName("\n".join(self.told))

    def _head(self, one: ToldConflict, room: QWidget) -> list[QLabel]:
        title = entity_word(one.entity)
        heading = f"{one.customer} · {title}" if one.customer else title
        labels = [ranked_label("heading", heading, room)]
        reason = reason_text(one.reason, is_gone=one.is_gone)
        labels.append(ranked_label("muted", reason, room))
        who = self._who(one)
        if who:
            labels.append(ranked_label("small", who, room))
        self.told = tuple(label.text() for label in labels)
        return labels

    def _who(self, one: ToldConflict) -> str:
        """Return who made the server's version and when, as far as that is known."""
        when = "" if one.changed_at is None else when_text(one.changed_at, self._clock)
        if one.changed_by and when:
            sentence = self.tr("On the server: {who}, {when}")
        elif one.changed_by:
            sentence = self.tr("On the server: {who}")
        elif when:
            sentence = self.tr("On the server since: {when}")
        else:
            return ""
        return sentence.format(who=one.changed_by, when=when)

    def _grid(self, one: ToldConflict, room: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnMinimumWidth(_NAME, _LEAST_NAME)
        grid.setColumnStretch(_MINE, 1)
        grid.setColumnStretch(_THEIRS, 1)
        if not one.fields:
            none = self.tr("Details that the program keeps by itself.")
            grid.addWidget(ranked_label("muted", none, room), 0, _NAME, 1, 3)
            return grid
        grid.addWidget(ranked_label("caption", self.tr("Mine"), room), 0, _MINE)
        grid.addWidget(ranked_label("caption", self.tr("On the server"), room), 0, _THEIRS)
        for row, field in enumerate(one.fields, start=1):
            name = column_word(one.entity, field.column)
            mine, theirs = (self._value(one, field, told) for told in (field.mine, field.theirs))
            mine = self.tr("removed") if one.is_removal else mine
            theirs = self.tr("gone") if one.is_gone else theirs
            is_same = mine == theirs
            values = (("muted", name), *((_rank(is_same), text) for text in (mine, theirs)))
            for column, (rank, text) in enumerate(values):
                label = ranked_label(rank, text, room)
                label.setWordWrap(True)
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
            told = self.tr("{name}: mine {mine}, on the server {theirs}")
            same = self.tr("{name}: {mine} in both")
            sentence = same if is_same else told
            self.told += (sentence.format(name=name, mine=mine, theirs=theirs),)
        return grid

    def _value(self, one: ToldConflict, field: ToldField, value: Told) -> str:
        ctx = self._ctx
        return value_text(one.entity, field, value, zone=ctx.clock.zone, language=ctx.language)


def _rank(is_same: bool) -> str:
    return "quiet" if is_same else "heading"
