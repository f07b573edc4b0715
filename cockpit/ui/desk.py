"""The desk: list, client, and beside them pitch card and form, in two arrangements.

Browsing, the list is wide and the client stands beside it; calling, the list is narrow, the client
in the middle, and pitch card and form at the right. Each arrangement keeps the widths that the user
gave it.
"""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.runtime.preferences import Preferences
from cockpit.ui.widgets.labels import divider

LIST_SHARE = 0.68
SIDE_SHARE = 0.34
_NARROW_LIST = (300, 360)
_SIDE = (464, 600)
_ROOMY = 1600
_PARTS = 2
_BROWSED_LIST = "desk.browse.list"
_LEAST_CARD, _LEAST_LIST = 130, 220
#: The pitch card's part of the side, however much the form has to ask: its fields scroll then.
CARD_SHARE = 0.26


class Arrangement(Enum):
    """What the room is for."""

    BROWSE = "browse"
    CALL = "call"


class Desk(QWidget):
    """Lays the parts out; it knows nothing of what they show.

    Attributes:
        arrangement: The one in force.
    """

    #: Another arrangement is in force (Arrangement).
    arranged = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        *,
        work_list: QWidget,
        client: QWidget,
        pitch_card: QWidget,
        form: QWidget,
        set_compact: Callable[[bool], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._work_list, self._form, self._pitch_card = work_list, form, pitch_card
        self._set_compact = set_compact
        self._sizes: dict[str, list[int]] = {}
        self.arrangement = Arrangement.BROWSE
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._call = QSplitter(Qt.Orientation.Horizontal)
        self._side = QSplitter(Qt.Orientation.Vertical)
        self._pages = QStackedWidget()
        self._right = QWidget()
        self._lay_out(client)
        form.installEventFilter(self)
        self._right.installEventFilter(self)
        self._columns.splitterMoved.connect(self._on_columns_moved)
        self._call.splitterMoved.connect(self._on_call_moved)
        self._side.splitterMoved.connect(self._on_side_moved)
        self._arrange()

    def set_head(self, head: QWidget) -> None:
        """Put a line over the client."""
        self._right_layout.insertWidget(0, head)
        self._right_layout.insertWidget(1, divider(self._right))

    def add_page(self, page: QWidget) -> None:
        """Add what may stand in the client's and the form's place."""
        self._pages.addWidget(page)

    def show_page(self, page: QWidget | None) -> None:
        """Show a page in place of client and form; None shows these again."""
        self._pages.setCurrentWidget(self._call if page is None else page)

    @property
    def is_client_shown(self) -> bool:
        """Return whether the client is in sight, and no page in their place."""
        return self._pages.currentWidget() is self._call

    def browsing_width(self) -> int:
        """Return how wide the list is while browsing, whatever the arrangement in force."""
        if self.arrangement is Arrangement.BROWSE:
            return self._work_list.width()
        own = self._own_sizes(_BROWSED_LIST)
        return own[0] if own else round(self.width() * LIST_SHARE)

    @Slot(object)
    def arrange(self, arrangement: Arrangement) -> None:
        """Lay the parts out for browsing or for calling."""
        if arrangement is not self.arrangement:
            self.arrangement = arrangement
            self._arrange()
            self.arranged.emit(arrangement)

    @Slot(bool)
    def expand_card(self, is_expanded: bool) -> None:
        """Give the pitch card the whole side, or share it with the form again."""
        self._form.setVisible(not is_expanded)

    def rehearsals(self) -> Sequence[Callable[[], object]]:
        """Return steps that lay the call's side out and paint it unseen.

        What is shown for the first time has its styles, its glyphs and its layout to find; the
        first call shall not wait for them.
        """
        return (self._rehearse_card, self._rehearse_form)

    def remember(self) -> None:
        """Keep the widths that the user gave; before the window closes."""
        for watched in (self._form, self._right):
            watched.removeEventFilter(self)  # they outlive this object's attributes
        for key, sizes in self._sizes.items():
            if sizes:
                self._preferences.set_value(key, sizes)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._form and event.type() == QEvent.Type.LayoutRequest:
            self._share_side()
        if watched is self._right and event.type() == QEvent.Type.LayoutRequest:
            self._share_columns()  # it may need less room than before, and the list had to give way
        return super().eventFilter(watched, event)

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self, client: QWidget) -> None:
        self._side.addWidget(self._pitch_card)
        self._side.addWidget(self._form)
        self._call.addWidget(client)
        self._call.addWidget(self._side)
        self._pages.addWidget(self._call)
        self._right_layout = _pile(self._right, self._pages)
        self._columns.addWidget(self._work_list)
        self._columns.addWidget(self._right)
        self._work_list.setMinimumWidth(_LEAST_LIST)
        self._pitch_card.setMinimumHeight(_LEAST_CARD)
        for splitter in (self._columns, self._call, self._side):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            splitter.setStretchFactor(0, 1)
            splitter.setStretchFactor(1, 0)
        _pile(self, self._columns)

    def _rehearse_card(self) -> None:
        if self.arrangement is Arrangement.BROWSE:
            self._side.resize(_SIDE[0], self.height())
            self._pitch_card.grab()

    def _rehearse_form(self) -> None:
        if self.arrangement is Arrangement.BROWSE:
            self._form.grab()

    # --- sizes ---------------------------------------------------------------------------------

    def _arrange(self) -> None:
        is_call = self.arrangement is Arrangement.CALL
        self._set_compact(is_call)
        self._side.setVisible(is_call)
        self._share_room()

    def _share_room(self) -> None:
        """Divide the window as the user did for this arrangement, else as it suits it."""
        width = self.width()
        left = self._share_columns()
        if self.arrangement is Arrangement.CALL:
            side = min(max(round(width * SIDE_SHARE), _SIDE[0]), _SIDE[1])
            self._set_sizes(self._call, self._key("side"), [width - left - side, side])
            self._share_side()

    def _share_columns(self) -> int:
        """Divide the room between list and client, and return the list's part."""
        is_call, width = self.arrangement is Arrangement.CALL, self.width()
        left = _NARROW_LIST[width >= _ROOMY] if is_call else round(width * LIST_SHARE)
        self._set_sizes(self._columns, self._key("list"), [left, width - left])
        return left

    def _share_side(self) -> None:
        """Give the form what it needs, no more; the pitch card takes the rest, or its share."""
        room = self._side.height()
        card = max(_LEAST_CARD, round(room * CARD_SHARE))
        form = min(self._needed_by_form(), room - card)
        self._set_sizes(self._side, self._key("card"), [room - form, form])

    def _needed_by_form(self) -> int:
        """Return how high the form is where nothing of it is scrolled out of sight."""
        layout, whole = self._form.layout(), self._form.sizeHint().height()
        if layout is None or not layout.hasHeightForWidth():
            return whole
        return max(whole, layout.totalHeightForWidth(self._form.width()))

    def _set_sizes(self, splitter: QSplitter, key: str, proposed: list[int]) -> None:
        with QSignalBlocker(splitter):
            splitter.setSizes(self._own_sizes(key) or proposed)

    def _own_sizes(self, key: str) -> list[int]:
        """Return the sizes that the user gave, in this session or before; empty without any."""
        if key not in self._sizes:
            kept: list[object] = self._preferences.value(key, [])
            sizes = [one for one in kept if isinstance(one, int) and one > 0]
            self._sizes[key] = sizes if len(sizes) == len(kept) == _PARTS else []
        return self._sizes[key]

    def _key(self, part: str) -> str:
        return f"desk.{self.arrangement.value}.{part}"

    @Slot(int, int)
    def _on_columns_moved(self, position: int, index: int) -> None:
        self._moved(self._columns, "list")

    @Slot(int, int)
    def _on_call_moved(self, position: int, index: int) -> None:
        self._moved(self._call, "side")

    @Slot(int, int)
    def _on_side_moved(self, position: int, index: int) -> None:
        self._moved(self._side, "card")

    def _moved(self, splitter: QSplitter, part: str) -> None:
        self._sizes[self._key(part)] = splitter.sizes()


def _pile(holder: QWidget, *parts: QWidget) -> QVBoxLayout:
    """Put widgets under each other without a gap; the last one takes the room."""
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part, int(part is parts[-1]))
    return layout
