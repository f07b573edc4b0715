"""Customers of the shared list to take along, and those who are: by keys, or by fingers.

Ctrl+Enter takes along; in the table Del gives the chosen one back. Taking and giving back need the
server; what is along is read from the file, and shown without it too.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain.clock import Clock
from cockpit.domain.packs import PackDone, PackedCustomer, PackOffer, PackWish
from cockpit.domain.sync import SyncReport
from cockpit.runtime.task_runner import Lane
from cockpit.services.packs import PackService
from cockpit.ui.context import UiContext
from cockpit.ui.field import pack_words as words
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.keys import bind_own_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.question import Question
from cockpit.ui.widgets.record_table import Column, RecordTable
from cockpit.ui.widgets.spin_boxes import inset

T = TypeVar("T")
_SIZE = (1020, 640)
_ROW = 44
_FEW, _WEEK = 20, 5


class PackDialog(QDialog):
    """What is wrong stands below.

    Attributes:
        cities: Of which city, the first choice is all of them.
        segments: Of which segment, likewise.
        many: How many.
        days: For how many days after this one.
        table: Who is along.
        take_button: Takes along; ``back_button`` and ``all_button`` give back, ``stay_button``
            keeps those for longer who may stay.
    """

    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(
        self, ctx: UiContext, packs: Callable[[], PackService], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx, self._packs = ctx, packs
        self._offer: PackOffer | None = None
        self._is_busy = False
        self.resize(*_SIZE)
        self.setWindowTitle(self.tr("Customers to take along"))
        self.cities, self.segments = QComboBox(self), QComboBox(self)
        self.many, self.days = QSpinBox(self), QSpinBox(self)
        self._until = ranked_label("small", parent=self)
        self._room = ranked_label("muted", parent=self)
        self._head = ranked_label("heading", parent=self)
        self._notice = ranked_label("danger", parent=self)
        self._notice.setWordWrap(True)
        self.table: RecordTable[PackedCustomer] = RecordTable(
            ctx, self._columns(), wide=0, key=lambda one: one.customer_id, parent=self
        )
        self.take_button = QPushButton(self.tr("Take along  Ctrl+Enter"), self)
        self.back_button = QPushButton(self.tr("Give back  Del"), self)
        self.all_button = QPushButton(self.tr("Give all back"), self)
        self.stay_button = QPushButton(self)
        self._build()
        self._lay_out()
        self._show_offer()
        self.reload()

    def reload(self) -> None:
        """Read who is along, and ask the server what there is to take."""
        self._read()
        self._room.setText(self.tr("Asking the server…"))
        self._ask(partial(_offered, self._packs), "offer", self._on_offered)

    # --- building ------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[PackedCustomer], ...]:
        clock = self._ctx.clock

        def ink(one: PackedCustomer) -> str:
            return "warning" if one.is_over(clock.now()) else "ink_muted"

        return (
            Column(lambda: self.tr("Customer"), lambda one, _: one.name),
            Column(lambda: self.tr("City"), lambda one, _: words.place_text(one.city, one.state)),
            Column(lambda: self.tr("Until"), lambda one, _: words.until_text(one.until, clock)),
            Column(lambda: "", lambda one, _: words.mark_text(one, clock.now()), ink=ink),
        )

    def _build(self) -> None:
        for field, name in (
            (self.cities, self.tr("City")),
            (self.segments, self.tr("Segment")),
            (self.many, self.tr("How many")),
            (self.days, self.tr("For how many days")),
        ):
            field.setAccessibleName(name)
            field.setProperty("touch", True)
        self.many.setMinimum(1)
        self.days.setMinimum(1)
        inset(self.many, self.days)
        self.cities.currentIndexChanged.connect(self._on_cities_index_changed)
        self.segments.currentIndexChanged.connect(self._on_segments_index_changed)
        self.days.valueChanged.connect(self._show_until)
        self.table.setAccessibleName(self.tr("Customers who are along"))
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.chosen.connect(self._on_table_chosen)
        self.take_button.setProperty("kind", "primary")
        does: dict[QPushButton, Callable[[], None]] = {
            self.take_button: self.take,
            self.back_button: self.give_back,
            self.all_button: self.ask_to_give_all_back,
            self.stay_button: self.extend,
        }
        for button, work in does.items():
            button.setAutoDefault(False)
            button.setProperty("touch", True)
            button.clicked.connect(work)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.take_button.click)
        bind_own_keys(self.table, {"Del": self.back_button.click})
        if self._ctx.sync is not None:
            self._ctx.sync.synced.connect(self._on_sync_synced)

    def _lay_out(self) -> None:
        wish = QGridLayout()
        wish.setSpacing(Space.M)
        wish.setColumnStretch(1, 1)
        for row, (words_of, box) in enumerate(
            (
                (self.tr("City"), self.cities),
                (self.tr("Segment"), self.segments),
                (self.tr("How many"), self.many),
                (self.tr("For how many days"), self.days),
            )
        ):
            label = QLabel(words_of, self)
            label.setBuddy(box)
            wish.addWidget(label, row, 0)
            wish.addWidget(box, row, 1)
        wish.addWidget(self._until, wish.rowCount(), 1)
        left = QVBoxLayout()
        left.setSpacing(Space.M)
        left.addWidget(ranked_label("heading", self.tr("Take along from the shared list"), self))
        left.addWidget(self._room)
        left.addLayout(wish)
        left.addStretch()
        left.addWidget(self.take_button)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        for button in (self.stay_button, self.back_button, self.all_button):
            foot.addWidget(button, 1)
        right = QVBoxLayout()
        right.setSpacing(Space.M)
        right.addWidget(self._head)
        right.addWidget(self.table, 1)
        right.addLayout(foot)
        middle = QHBoxLayout()
        middle.setSpacing(Space.XL)
        middle.addLayout(left, 2)
        middle.addLayout(right, 4)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.setProperty("touch", True)
        close.clicked.connect(self.reject)
        last = QHBoxLayout()
        last.addWidget(self._notice, 1)
        last.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(middle, 1)
        layout.addWidget(divider(self))
        layout.addLayout(last)

    # --- what is chosen ------------------------------------------------------------------------

    @property
    def wish(self) -> PackWish:
        """Return whom the user wants to take along."""
        city = " - ".join(filter(None, self.cities.currentData() or ()))
        return PackWish(self.many.value(), self.days.value(), city, self.segments.currentData())

    def _show_offer(self) -> None:
        offer = self._offer
        self._show_until()
        for field in (self.cities, self.segments, self.many, self.days):
            field.setEnabled(offer is not None)
        if offer is not None:
            self._room.setText(words.room_text(offer))
            self.days.setMaximum(max(offer.longest, 1))
            self._fill_cities(offer)
        self._show_buttons()

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
        most = min(offer.room, count)
        is_first = self.many.maximum() != max(most, 1)
        self.many.setMaximum(max(most, 1))
        if is_first:
            self.many.setValue(min(most, _FEW))
        self.take_button.setEnabled(most > 0)

    @Slot()
    def _show_until(self) -> None:
        end = self._ctx.clock.now() + timedelta(days=self.days.value())
        text = self.tr("until %1").replace("%1", words.until_text(end, self._ctx.clock))
        self._until.setText(text)
        stay = self.tr("Keep until %1").replace("%1", words.until_text(end, self._ctx.clock))
        self.stay_button.setText(stay)

    @Slot(object)
    def _on_table_chosen(self, _one: object) -> None:
        self._show_buttons()

    def _show_buttons(self) -> None:
        rows, offer, is_busy = self.table.records.rows, self._offer, self._is_busy
        has_room = offer is not None and offer.room > 0 and bool(offer.places)
        self.take_button.setEnabled(not is_busy and has_room)
        self.back_button.setEnabled(not is_busy and self.table.current() is not None)
        self.all_button.setEnabled(not is_busy and bool(rows))
        self.stay_button.setEnabled(not is_busy and any(one.may_stay for one in rows))

    # --- what is done --------------------------------------------------------------------------

    @Slot()
    def take(self) -> None:
        """Take along who is wished for."""
        self._do(partial(_take, self._packs, self.wish), words.taken_text)

    @Slot()
    def give_back(self) -> None:
        """Give the chosen one back."""
        one = self.table.current()
        if one is not None:
            self._do(partial(_give_back, self._packs, [one.customer_id]), words.returned_text)

    @Slot()
    def ask_to_give_all_back(self) -> None:
        """Give everybody back, if that is meant."""
        question = Question(
            self.tr("Give all back?"),
            [self.tr("They return to the shared list, and anybody at the office may call them.")],
            (self.tr("Give all back"), self.tr("Keep them")),
            self,
        )
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.confirmed.connect(self._on_all_confirmed)
        question.open()

    @Slot()
    def _on_all_confirmed(self) -> None:
        self._do(partial(_give_back, self._packs, None), words.returned_text)

    @Slot()
    def extend(self) -> None:
        """Keep those for longer who may stay, as long as the days say."""
        self._do(partial(_extend, self._packs, self.days.value()), words.extended_text)

    def _do(self, work: Callable[[], PackDone], told: Callable[[PackDone, Clock], str]) -> None:
        self._notice.setText("")
        self._room.setText(self.tr("Talking to the server…"))
        self._is_busy = True
        self._show_buttons()
        self._ask(work, "do", partial(self._on_done, told))

    # --- answers -------------------------------------------------------------------------------

    def _on_done(self, told: Callable[[PackDone, Clock], str], done: PackDone) -> None:
        self._is_busy = False
        self.message_raised.emit(told(done, self._ctx.clock))
        if self._ctx.sync is not None:
            self._ctx.sync.synchronise()
        self.reload()

    def _on_offered(self, offer: PackOffer) -> None:
        is_first, self._offer = self._offer is None, offer
        self._notice.setText("")
        self._show_offer()
        if is_first:
            self.days.setValue(min(offer.longest, _WEEK))

    @Slot(object)
    def _on_sync_synced(self, _report: SyncReport) -> None:
        """Show who came: where one was under way already, it brings them after the answer."""
        self._read()

    def _read(self) -> None:
        self._ask(partial(_packed, self._packs), "packed", self._on_packed, Lane.READ)

    def _on_packed(self, found: Sequence[PackedCustomer]) -> None:
        self.table.set_rows(found)
        if found and self.table.current() is None:
            self.table.selectRow(0)
        text = self.tr("With you now: %1").replace("%1", str(len(found)))
        self._head.setText(text)
        self._show_buttons()

    def _on_error(self, error: Exception) -> None:
        self._is_busy = False
        self._notice.setText(sentence_of(error, self._ctx.language))
        self._room.setText(
            self.tr("Without the server nobody can be taken along.")
            if self._offer is None
            else words.room_text(self._offer)
        )
        self._show_buttons()

    def _ask(
        self,
        work: Callable[[], T],
        key: str,
        on_result: Callable[[T], None],
        lane: Lane = Lane.NETWORK,
    ) -> None:
        self._ctx.runner.submit(
            work, lane=lane, owner=self, key=key, on_result=on_result, on_error=self._on_error
        )


def _packed(packs: Callable[[], PackService]) -> Sequence[PackedCustomer]:
    return packs().packed()


def _offered(packs: Callable[[], PackService]) -> PackOffer:
    return packs().offered()


def _take(packs: Callable[[], PackService], wish: PackWish) -> PackDone:
    return packs().take(wish)


def _give_back(packs: Callable[[], PackService], whom: list[UUID] | None) -> PackDone:
    return packs().give_back(whom)


def _extend(packs: Callable[[], PackService], days: int) -> PackDone:
    return packs().extend(days)
