"""Spreading many next contacts over working days: first shown, then done."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cockpit.domain.agenda_view import SpreadPlan
from cockpit.domain.errors import BadInputError
from cockpit.runtime.task_runner import Lane
from cockpit.ui.agenda.load_bar import paint_load
from cockpit.ui.agenda.words import load_text, weekday_text
from cockpit.ui.contact_form.date_line import DateLine
from cockpit.ui.context import UiContext
from cockpit.ui.theme import FontRole, Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.spin_boxes import inset

_SIZE = (560, 520)
_DAYS, _MOST_DAYS = 5, 60
_TYPING_MS = 200
_ROW, _DAY_WIDTH, _COUNT_WIDTH = 26, 100, 150
_NAMED = 3


class _PlanPicture(QWidget):
    """A bar per day: what it holds with them, and how many they are."""

    def __init__(self, ctx: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._plan: SpreadPlan | None = None

    def show_plan(self, plan: SpreadPlan) -> None:
        """Show a plan."""
        self._plan = plan
        self.setMinimumHeight(_ROW * len(plan.after))
        self.setAccessibleName("; ".join(self.lines()))
        self.update()

    def lines(self) -> list[str]:
        """Return each day in words."""
        if self._plan is None:
            return []
        return [
            f"{weekday_text(after.day, self._ctx.language)}: "
            f"{load_text(after, self._ctx.language)} (+{after.count - before.count})"
            for before, after in zip(self._plan.before, self._plan.after, strict=True)
        ]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._plan is None:
            return
        painter, theme, language = QPainter(self), self._ctx.theme, self._ctx.language
        painter.setFont(theme.font(FontRole.NUMBER))
        for number, (before, after) in enumerate(
            zip(self._plan.before, self._plan.after, strict=True)
        ):
            top = number * _ROW
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.setPen(theme.colour("ink"))
            painter.drawText(
                QRectF(0, top, _DAY_WIDTH, _ROW), middle, weekday_text(after.day, language)
            )
            width = self.width() - _DAY_WIDTH - _COUNT_WIDTH - Space.M
            paint_load(painter, QRectF(_DAY_WIDTH, top + _ROW / 2 - 2, width, 4), after, theme)
            painter.setPen(theme.colour("ink_muted"))
            painter.drawText(
                QRectF(self.width() - _COUNT_WIDTH, top, _COUNT_WIDTH, _ROW),
                middle | Qt.AlignmentFlag.AlignRight,
                f"{load_text(after, language)}   +{after.count - before.count}",
            )


class SpreadDialog(QDialog):
    """Asks from when and over how many days, and shows what each day would hold."""

    #: The plan (SpreadPlan) is to be done.
    accepted_plan = Signal(object)

    def __init__(self, ctx: UiContext, keys: Sequence[UUID], parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._keys = tuple(keys)
        self._plan: SpreadPlan | None = None
        self.setWindowTitle(self.tr("Spread over working days"))
        self.resize(*_SIZE)
        self._first = DateLine(ctx, self)
        self._first.set_title(self.tr("From"), self.tr("tomorrow, Mon, 15/12"))
        self._days = QSpinBox(self)
        self._days.setRange(1, _MOST_DAYS)
        self._days.setValue(_DAYS)
        self._days.setAccessibleName(self.tr("Working days"))
        inset(self._days)
        self._picture = _PlanPicture(ctx, self)
        self._said = ranked_label("small", parent=self)
        self._said.setWordWrap(True)
        self._yes = QPushButton(self)
        self._yes.setProperty("kind", "primary")
        self._yes.setDefault(True)
        self._yes.clicked.connect(self._on_yes_clicked)
        self._no = QPushButton(self.tr("Cancel"), self)
        self._no.clicked.connect(self.reject)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._pause.timeout.connect(self._propose)
        self._first.changed.connect(self._on_asked)
        self._days.valueChanged.connect(self._on_asked)
        self.finished.connect(self._on_finished)
        self._lay_out()
        self._show_count()
        self._propose()

    @property
    def plan(self) -> SpreadPlan | None:
        """Return what is proposed; None until it is."""
        return self._plan

    def text(self) -> str:
        """Return what is said under the days."""
        return "\n".join([*self._picture.lines(), self._said.text()])

    def _lay_out(self) -> None:
        title = self.tr("Spread %n next contact(s)", "", len(self._keys))
        asked = QHBoxLayout()
        asked.setSpacing(Space.S)
        asked.addWidget(ranked_label("", self.tr("From"), self))
        asked.addWidget(self._first, 1)
        asked.addWidget(ranked_label("", self.tr("over how many working days"), self))
        asked.addWidget(self._days)
        room = QScrollArea(self)
        room.setWidgetResizable(True)
        room.setWidget(self._picture)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._yes)
        foot.addWidget(self._no)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("heading", title, self))
        layout.addLayout(asked)
        layout.addWidget(room, 1)
        layout.addWidget(self._said)
        layout.addLayout(foot)
        self._first.line.setFocus()

    @Slot()
    def _on_asked(self) -> None:
        self._yes.setEnabled(False)
        self._pause.start()

    def _propose(self) -> None:
        try:
            first = self._first.day() or self._ctx.clock.today() + timedelta(days=1)
        except BadInputError:
            return  # the line says why
        first = max(first, self._ctx.clock.today() + timedelta(days=1))
        self._ctx.runner.submit(
            partial(self._planned, first, self._days.value()),
            lane=Lane.READ,
            owner=self,
            key="plan",
            on_result=self._on_planned,
            on_error=self._on_failed,
        )

    def _planned(self, first: date, count: int) -> SpreadPlan:
        return self._ctx.agenda().propose_spread(self._keys, first=first, day_count=count)

    def _on_planned(self, plan: SpreadPlan) -> None:
        self._plan = plan
        self._picture.show_plan(plan)
        self._show_count()

    def _on_failed(self, error: Exception) -> None:
        self._said.setText(sentence_of(error, self._ctx.language))

    def _show_count(self) -> None:
        plan = self._plan
        moved = 0 if plan is None else len(plan.moves)
        self._yes.setText(self.tr("Move %n next contact(s)", "", moved))
        self._yes.setEnabled(moved > 0)
        self._said.setText("" if plan is None else self._sentence(plan))

    def _sentence(self, plan: SpreadPlan) -> str:
        sentences = [self.tr("Days off and each customer's own days and hours are left out.")]
        if plan.kept:
            sentences.append(self.tr("%n stay(s): an hour was agreed.", "", plan.kept))
        if plan.homeless:
            names = ", ".join(plan.homeless[:_NAMED])
            more = "…" if len(plan.homeless) > _NAMED else ""
            words = self.tr("%n do(es) not fit into these days: %1", "", len(plan.homeless))
            sentences.append(words.replace("%1", names + more))
        return " ".join(sentences)

    @Slot()
    def _on_yes_clicked(self) -> None:
        plan = self._plan
        if plan is not None and plan.moves:
            self.accept()
            self.accepted_plan.emit(plan)

    @Slot(int)
    def _on_finished(self, result: int) -> None:
        self._pause.stop()
