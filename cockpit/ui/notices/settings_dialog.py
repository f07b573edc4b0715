"""When each audience is told, and where everybody gets e-mail; supervisors decide it."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain.notices import Audience, NoticeSchedule, Periodicity, Recipient
from cockpit.runtime.task_runner import Lane
from cockpit.services.notices import Schedules
from cockpit.ui.context import UiContext
from cockpit.ui.notices.words import audience_word, periodicity_word
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.spin_boxes import inset

_WIDTH, _HEIGHT = 720, 560
_DAYS = range(7)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the dialog shows."""

    schedules: Schedules
    recipients: list[Recipient]


class ScheduleRow:
    """The fields of one audience's schedule."""

    def __init__(self, audience: Audience, language: str, parent: QWidget) -> None:
        self.periodicity, self.weekday = QComboBox(parent), QComboBox(parent)
        self.hour = QSpinBox(parent)
        self.is_mailed = QCheckBox(parent)
        for periodicity in Periodicity:
            self.periodicity.addItem(periodicity_word(periodicity), periodicity.value)
        for day in _DAYS:  # Qt counts from Monday = 1
            self.weekday.addItem(QLocale(language).standaloneDayName(day + 1), day)
        self.hour.setRange(0, 23)
        self.hour.setSuffix(" h")
        inset(self.hour)
        name = audience_word(audience)
        for field in (self.periodicity, self.weekday, self.hour, self.is_mailed):
            field.setAccessibleName(name)
        self.periodicity.currentIndexChanged.connect(self._show_fields)

    def show_schedule(self, schedule: NoticeSchedule) -> None:
        """Show a schedule."""
        self.periodicity.setCurrentIndex(self.periodicity.findData(schedule.periodicity.value))
        self.weekday.setCurrentIndex(schedule.weekday)
        self.hour.setValue(schedule.hour)
        self.is_mailed.setChecked(schedule.is_mailed)
        self._show_fields()

    def schedule(self) -> NoticeSchedule:
        """Return what the fields say."""
        return NoticeSchedule(
            Periodicity(self.periodicity.currentData()),
            self.weekday.currentIndex(),
            self.hour.value(),
            self.is_mailed.isChecked(),
        )

    def _show_fields(self) -> None:
        periodicity = Periodicity(self.periodicity.currentData())
        self.weekday.setEnabled(periodicity is Periodicity.WEEKLY)
        for field in (self.hour, self.is_mailed):
            field.setEnabled(periodicity is not Periodicity.OFF)


class NoticeSettingsDialog(QDialog):
    """Three schedules, and a line per user for their address."""

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setWindowTitle(self.tr("When everybody is told"))
        self.resize(_WIDTH, _HEIGHT)
        self.rows = {one: ScheduleRow(one, ctx.language.value, self) for one in Audience}
        self.emails: dict[Recipient, QLineEdit] = {}
        self._build()

    def start(self) -> None:
        """Show the dialog and read what is set."""
        self.open()
        self.rows[Audience.SELLERS].periodicity.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ctx.runner.submit(
            partial(_read, self._ctx),
            lane=Lane.READ,
            owner=self,
            key="settings",
            on_result=self.show_settings,
            on_error=self._on_error,
        )

    def show_settings(self, settings: Settings) -> None:
        """Show these settings."""
        for audience, schedule in settings.schedules.items():
            self.rows[audience].show_schedule(schedule)
        for place, recipient in enumerate(settings.recipients):
            field = QLineEdit(recipient.email, self._people)
            field.setPlaceholderText(self.tr("no e-mail"))
            label = ranked_label("muted", recipient.name, self._people)
            label.setBuddy(field)
            field.setAccessibleName(recipient.name)
            self._grid.addWidget(label, place, 0)
            self._grid.addWidget(field, place, 1)
            self.emails[recipient] = field
        self.save_button.setEnabled(True)

    # --- building ------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        sellers = self.tr(
            "Sellers hear which of their customers left their purchase cycle; supervisors and "
            "managers, how the portfolios stand."
        )
        hint = ranked_label("small", sellers, self)
        hint.setWordWrap(True)
        layout.addWidget(hint)
        layout.addLayout(self._schedule_grid())
        layout.addWidget(ranked_label("heading", self.tr("Where each gets e-mail"), self))
        layout.addWidget(self._people_area(), 1)
        layout.addLayout(self._foot())

    def _schedule_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        grid.setColumnStretch(0, 1)
        titles = (self.tr("How often"), self.tr("Day"), self.tr("From"), self.tr("E-mail"))
        for column, title in enumerate(titles, start=1):
            grid.addWidget(ranked_label("caption", title, self), 0, column)
        for place, (audience, row) in enumerate(self.rows.items(), start=1):
            label = ranked_label("muted", audience_word(audience), self)
            label.setBuddy(row.periodicity)
            fields = (label, row.periodicity, row.weekday, row.hour, row.is_mailed)
            for column, field in enumerate(fields):
                grid.addWidget(field, place, column)
        return grid

    def _people_area(self) -> QScrollArea:
        self._people = QWidget(self)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)
        inside = QVBoxLayout(self._people)
        inside.setContentsMargins(0, 0, Space.S, 0)
        inside.addLayout(self._grid)
        inside.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self._people)
        return area

    def _foot(self) -> QHBoxLayout:
        self._notice = ranked_label("small", parent=self)
        self._notice.setWordWrap(True)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setProperty("kind", "primary")
        self.save_button.setDefault(True)
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self._save)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._notice, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        return foot

    # --- saving --------------------------------------------------------------------------------

    @Slot()
    def _save(self) -> None:
        schedules = {audience: row.schedule() for audience, row in self.rows.items()}
        emails = {
            recipient.user_id: field.text().strip()
            for recipient, field in self.emails.items()
            if field.text().strip() != recipient.email
        }
        self._ctx.runner.submit(
            partial(_save, self._ctx, schedules, emails),
            lane=Lane.WRITE,
            owner=self,
            key="save",
            on_result=self._on_saved,
            on_error=self._on_error,
        )

    def _on_saved(self, _nothing: None) -> None:
        self.accept()
        self.message_raised.emit(self.tr("Notices: saved"))

    def _on_error(self, error: Exception) -> None:
        self._notice.setText(sentence_of(error, self._ctx.language))


def _read(ctx: UiContext) -> Settings:
    service = ctx.notices()
    return Settings(service.schedules(), service.recipients())


def _save(ctx: UiContext, schedules: Schedules, emails: dict[UUID, str]) -> None:
    ctx.notices().save(schedules, emails)
