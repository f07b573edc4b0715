"""The page of the settings on which the company decides for laptops in the field."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFormLayout, QSpinBox, QVBoxLayout, QWidget

from cockpit.domain.field_settings import SETTINGS, FieldSettings
from cockpit.runtime.task_runner import Lane
from cockpit.services.field_settings import FieldSettingsService
from cockpit.ui.context import UiContext
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.spin_boxes import inset


class FieldSettingsPage(QWidget):
    """Five numbers of the company's, for those who set them.

    Attributes:
        title: The page's.
        boxes: The numbers, by their names.
    """

    def __init__(
        self,
        ctx: UiContext,
        service: Callable[[], FieldSettingsService],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx, self._service = ctx, service
        self._stored: FieldSettings | None = None
        self.title = self.tr("In the field")
        self.boxes = {name: QSpinBox(self) for name in SETTINGS}
        self._build()

    def start(self) -> None:
        """Read what is set; nothing can be changed before."""
        self._stored = None
        for box in self.boxes.values():
            box.setEnabled(False)
        self._ctx.runner.submit(
            partial(_read, self._service),
            lane=Lane.READ,
            owner=self,
            key="field",
            on_result=self.show_settings,
            on_error=self._on_error,
        )

    def show_settings(self, settings: FieldSettings) -> None:
        """Show these numbers."""
        self._stored = settings
        for name, box in self.boxes.items():
            box.setValue(getattr(settings, name))
            box.setEnabled(True)

    def save(self) -> None:
        """Store what was changed; by then the page may be gone."""
        chosen = FieldSettings(**{name: box.value() for name, box in self.boxes.items()})
        if self._stored is None or chosen == self._stored:
            return
        self._stored = chosen
        self._ctx.runner.submit(
            partial(_save, self._service, chosen),
            lane=Lane.WRITE,
            owner=self._ctx.runner,
            key="field_settings",
            on_result=_need_nothing,
        )

    def _build(self) -> None:
        words = {
            "lives_days": self.tr("Without contact, a laptop's key goes after"),
            "collision_hours": self.tr("Tell both of two contacts with one client within"),
            "attachment_mb": self.tr("Photos and files of up to"),
            "pack_most": self.tr("From the shared list, one may take along"),
            "pack_days": self.tr("and keep them for up to"),
        }
        suffixes = {
            "lives_days": self.tr(" days"),
            "collision_hours": self.tr(" h"),
            "attachment_mb": " MB",
            "pack_most": self.tr(" clients"),
            "pack_days": self.tr(" days"),
        }
        form = QFormLayout()
        form.setSpacing(Space.S)
        for name, box in self.boxes.items():
            box.setRange(SETTINGS[name].least, SETTINGS[name].most)
            box.setSuffix(suffixes[name])
            box.setAccessibleName(words[name])
            inset(box)
            label = ranked_label("muted", words[name], self)
            label.setBuddy(box)
            form.addRow(label, box)
        self.boxes["lives_days"].setSpecialValueText(self.tr("never"))
        self.boxes["pack_most"].setSpecialValueText(self.tr("nobody"))
        self._hint = ranked_label(
            "small", self.tr("Laptops hear of it at their next contact with the server."), self
        )
        self._hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.M, 0, 0)
        layout.setSpacing(Space.M)
        layout.addWidget(ranked_label("heading", self.tr("The team's laptops"), self))
        layout.addLayout(form)
        layout.addWidget(self._hint)
        layout.addStretch()

    def _on_error(self, error: Exception) -> None:
        self._hint.setText(sentence_of(error, self._ctx.language))


def _read(service: Callable[[], FieldSettingsService]) -> FieldSettings:
    return service().read()


def _save(service: Callable[[], FieldSettingsService], settings: FieldSettings) -> None:
    service().save(settings)


def _need_nothing(_nothing: None) -> None:
    """Need nothing: the feed tells everybody."""
