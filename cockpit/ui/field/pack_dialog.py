"""Customers of the shared list to take along, and those who are: by keys, or by fingers.

Ctrl+Enter takes along; in the table Del gives the chosen one back, Shift+Del all, and P keeps them
longer. All of that needs the server; what is along is read from the file, and shown without it too.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cockpit.domain.clock import Clock
from cockpit.domain.errors import ServerAwayError
from cockpit.domain.packs import PackDone, PackedCustomer, PackOffer, PackWish
from cockpit.domain.sync import SyncReport
from cockpit.runtime.task_runner import Lane
from cockpit.services.packs import PackService
from cockpit.ui.context import UiContext
from cockpit.ui.field import pack_words as words
from cockpit.ui.field.pack_form import PackForm
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.keys import bind_own_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.question import Question
from cockpit.ui.widgets.record_table import Column, RecordTable

T = TypeVar("T")
_SIZE = (1020, 640)
_ROW = 44


class PackDialog(QDialog):
    """On the left whom to take, on the right who is along; below, what is wrong.

    Attributes:
        form: Whom to take along.
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
        self.form = PackForm(ctx.clock, self)
        self._room = ranked_label("muted", parent=self)
        self._head = ranked_label("heading", parent=self)
        self._notice = ranked_label("danger", parent=self)
        self._notice.setWordWrap(True)
        self.table: RecordTable[PackedCustomer] = RecordTable(
            ctx, self._columns(), wide=0, key=lambda one: one.customer_id, parent=self
        )
        self.take_button = QPushButton(self.tr("Take along  Ctrl+Enter"), self)
        self.back_button = QPushButton(self.tr("Give back  Del"), self)
        self.all_button = QPushButton(self.tr("Give all back") + "  Shift+Del", self)
        self.stay_button = QPushButton(self)
        self._build()
        self._lay_out()
        self._show_buttons()
        self.reload()

    def reload(self) -> None:
        """Read who is along, and ask the server what there is to take."""
        self._read()
        self._room.setText(self.tr("Asking the server…"))
        self._ask(
            partial(_offered, self._packs),
            "offer",
            self._on_offered,
            on_error=self._on_not_offered,
        )

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
        self.form.changed.connect(self._show_buttons)
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
        bind_own_keys(
            self.table,
            {
                "Del": self.back_button.click,
                "Shift+Del": self.all_button.click,
                "P": self.stay_button.click,
            },
        )
        if self._ctx.sync is not None:
            self._ctx.sync.synced.connect(self._on_sync_synced)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.M)
        left.addWidget(ranked_label("heading", self.tr("Take along from the shared list"), self))
        left.addWidget(self._room)
        left.addWidget(self.form)
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

    # --- what can be done ----------------------------------------------------------------------

    @Slot(object)
    def _on_table_chosen(self, _one: object) -> None:
        self._show_buttons()

    @Slot()
    def _show_buttons(self) -> None:
        rows, is_busy = self.table.records.rows, self._is_busy
        self.take_button.setEnabled(not is_busy and self.form.is_possible)
        self.back_button.setEnabled(not is_busy and self.table.current() is not None)
        self.all_button.setEnabled(not is_busy and bool(rows))
        self.stay_button.setEnabled(not is_busy and any(one.may_stay for one in rows))
        stay = self.tr("Keep until %1").replace("%1", self.form.end_text)
        self.stay_button.setText(f"{stay}  P")

    # --- what is done --------------------------------------------------------------------------

    @Slot()
    def take(self) -> None:
        """Take along who is wished for."""
        self._do(partial(_take, self._packs, self.form.wish), words.taken_text)

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
        self._do(partial(_extend, self._packs, self.form.days.value()), words.extended_text)

    def _do(self, work: Callable[[], PackDone], told: Callable[[PackDone, Clock], str]) -> None:
        self._notice.setText("")
        self._room.setText(self.tr("Talking to the server…"))
        self._is_busy = True
        self._show_buttons()
        self._ask(work, "do", partial(self._on_done, told), on_error=self._on_undone)

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
        self._room.setText(words.room_text(offer))
        self.form.show_offer(offer)
        if is_first and offer.places:
            self.form.cities.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_buttons()

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

    def _on_undone(self, error: Exception) -> None:
        self._is_busy = False
        self._on_error(error)

    def _on_error(self, error: Exception) -> None:
        self._notice.setText(sentence_of(error, self._ctx.language))
        self._show_room()

    def _on_not_offered(self, error: Exception) -> None:
        """Say that the server is away in one sentence: nothing was being saved."""
        if isinstance(error, ServerAwayError):
            self._show_room()
        else:
            self._on_error(error)

    def _show_room(self) -> None:
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
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        self._ctx.runner.submit(
            work,
            lane=lane,
            owner=self,
            key=key,
            on_result=on_result,
            on_error=on_error or self._on_error,
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
