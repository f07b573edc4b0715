"""Whom to take along: of which city and segment, how many, and for how many days."""

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSpinBox, QWidget

from cockpit.domain.clock import Clock
from cockpit.domain.packs import PackOffer, PackWish
from cockpit.ui.field import pack_words as words
from cockpit.ui.theme import Space
from cockpit.ui.widgets.labels import ranked_label
from cockpit.ui.widgets.spin_boxes import inset

if TYPE_CHECKING:
    from uuid import UUID

_FEW, _WEEK = 20, 5


class PackForm(QWidget):
    """Offers no more than there is; can be filled in once an offer has come.

    Attributes:
        cities: Of which city, the first choice is all of them.
        segments: Of which segment, likewise.
        many: How many.
        days: For how many days after this one.
    """

    #: Another wish is filled in.
    changed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._offer: PackOffer | None = None
        self._most = 0
        self.cities, self.segments = QComboBox(self), QComboBox(self)
        self.many, self.days = QSpinBox(self), QSpinBox(self)
        self._until = ranked_label("small", parent=self)
        self._lay_out()
        self._connect()
        self._show_until()

    def show_offer(self, offer: PackOffer) -> None:
        """Let whom the server offers be chosen; what was chosen stays where it is still offered."""
        is_first, self._offer = self._offer is None, offer
        for field in self._fields():
            field.setEnabled(True)
        self.days.setMaximum(max(offer.longest, 1))
        if is_first:
            self.days.setValue(min(offer.longest, _WEEK))
        self._fill_cities(offer)

    @property
    def wish(self) -> PackWish:
        """Return whom the user wants to take along."""
        city = " - ".join(filter(None, self.cities.currentData() or ()))
        return PackWish(self.many.value(), self.days.value(), city, self.segments.currentData())

    @property
    def is_possible(self) -> bool:
        """Return whether there is anybody like that, and room for them."""
        return self._most > 0

    @property
    def end_text(self) -> str:
        """Return the day until whose end they would be along."""
        end = self._clock.now() + timedelta(days=self.days.value())
        return words.until_text(end, self._clock)

    # --- building ------------------------------------------------------------------------------

    def _fields(self) -> tuple[QWidget, ...]:
        return self.cities, self.segments, self.many, self.days

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.M)
        layout.setColumnStretch(1, 1)
        names = (
            self.tr("City"),
            self.tr("Segment"),
            self.tr("How many"),
            self.tr("For how many days"),
        )
        for row, (name, field) in enumerate(zip(names, self._fields(), strict=True)):
            field.setAccessibleName(name)
            field.setProperty("touch", True)
            field.setEnabled(False)
            label = QLabel(name, self)
            label.setBuddy(field)
            layout.addWidget(label, row, 0)
            layout.addWidget(field, row, 1)
        layout.addWidget(self._until, layout.rowCount(), 1)
        self.many.setMinimum(1)
        self.days.setMinimum(1)
        inset(self.many, self.days)

    def _connect(self) -> None:
        self.cities.currentIndexChanged.connect(self._on_cities_index_changed)
        self.segments.currentIndexChanged.connect(self._on_segments_index_changed)
        self.days.valueChanged.connect(self._on_days_value_changed)

    # --- what is chosen ------------------------------------------------------------------------

    def _fill_cities(self, offer: PackOffer) -> None:
        counts: Counter[tuple[str, str]] = Counter()
        for one in offer.places:
            counts[one.city, one.state] += one.count
        former = self.cities.currentData()
        self.cities.blockSignals(True)
        self.cities.clear()
        everywhere = self.tr("All cities")
        self.cities.addItem(f"{everywhere} ({counts.total()})", None)
        for (city, state), count in counts.most_common():
            if city:  # those without one come with all cities
                self.cities.addItem(f"{words.place_text(city, state)} ({count})", (city, state))
        self.cities.setCurrentIndex(max(0, self.cities.findData(former)))
        self.cities.blockSignals(False)
        self._on_cities_index_changed()

    @Slot()
    def _on_cities_index_changed(self) -> None:
        city = self.cities.currentData()
        counts: Counter[tuple[UUID | None, str]] = Counter()
        for one in self._offer.places if self._offer is not None else ():
            if city is None or (one.city, one.state) == city:
                counts[one.segment_id, one.segment] += one.count
        former = self.segments.currentData()
        self.segments.blockSignals(True)
        self.segments.clear()
        every = self.tr("All segments")
        self.segments.addItem(f"{every} ({counts.total()})", None)
        for (key, name), count in counts.most_common():
            if key is not None:
                self.segments.addItem(f"{name} ({count})", key)
        self.segments.setCurrentIndex(max(0, self.segments.findData(former)))
        self.segments.blockSignals(False)
        self._on_segments_index_changed()

    @Slot()
    def _on_segments_index_changed(self) -> None:
        """Let no more be asked for than there are."""
        offer = self._offer
        if offer is None:
            return
        city, segment = self.cities.currentData(), self.segments.currentData()
        count = sum(
            one.count
            for one in offer.places
            if (city is None or (one.city, one.state) == city)
            and (segment is None or one.segment_id == segment)
        )
        self._most = min(offer.room, count)
        is_other = self.many.maximum() != max(self._most, 1)
        self.many.setMaximum(max(self._most, 1))
        if is_other:
            self.many.setValue(min(self._most, _FEW))
        self.changed.emit()

    @Slot()
    def _on_days_value_changed(self) -> None:
        self._show_until()
        self.changed.emit()

    def _show_until(self) -> None:
        self._until.setText(self.tr("until %1").replace("%1", self.end_text))
