"""The field mode: the route by city, and what is done at a customer's door.

Enter registers the visit; M shows the map, L opens the customer to call or write, O takes a quote,
A attaches a photo or file. Nothing leaves the computer before the map is asked for.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.errors import BadInputError
from cockpit.domain.ids import new_id
from cockpit.domain.visits import CityRoute, VisitStop, map_link
from cockpit.runtime.task_runner import Lane
from cockpit.ui.attachments.pictures import shrunk
from cockpit.ui.context import UiContext
from cockpit.ui.field import words
from cockpit.ui.field.route_list import RouteView
from cockpit.ui.quotes.opener import QuoteOpener
from cockpit.ui.theme import Space
from cockpit.ui.troubles import sentence_of
from cockpit.ui.widgets.file_dialog import FileDialog
from cockpit.ui.widgets.head_bar import head_bar
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.keys import bind_keys
from cockpit.ui.widgets.labels import divider, ranked_label
from cockpit.ui.widgets.state_view import StateView

T = TypeVar("T")
_CONCERNS = (Topic.CUSTOMERS, Topic.CONTACTS, Topic.METRICS, Topic.AGENDA)


class FieldScreen(QWidget):
    """The list for those who are on the way.

    Attributes:
        view: The route.
        cities: Which city is shown; the first choice is all of them.
        packs_button: Takes customers of the shared list along; on a laptop alone.
        buttons: What is done with the chosen customer, by the key that does the same.
    """

    #: Back to the list.
    close_requested = Signal()
    #: A customer (UUID) is to be opened.
    customer_requested = Signal(object)
    #: A visit to a customer (UUID) is to be logged.
    visit_requested = Signal(object)
    #: Customers are to be taken along, or given back.
    packs_requested = Signal()
    #: A sentence for the status bar.
    message_raised = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._routes: tuple[CityRoute, ...] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "surface")
        self._back = IconButton(ctx.theme, "chevron-left", self)
        self._title = ranked_label("wordmark", parent=self)
        self.cities = QComboBox(self)
        self.view = RouteView(ctx, self)
        self._state = StateView(ctx.theme, self)
        self._notice = ranked_label("danger", parent=self)
        self._quotes = QuoteOpener(ctx, self)
        does: dict[str, Callable[[], None]] = {
            "V": self.log_visit, "M": self.show_map, "L": self.call, "O": self.take_quote,
            "A": self.choose_file,
        }  # fmt: skip
        self.buttons = {key: QPushButton(self) for key in does}
        self.buttons["V"].setProperty("kind", "primary")
        self.packs_button = QPushButton(self)
        self.packs_button.clicked.connect(self.packs_requested)
        for key, button in self.buttons.items():
            button.clicked.connect(does[key])
        bind_keys(self, {**does, "P": self.packs_button.click})
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show()

    def open(self) -> None:
        """Come into sight with what holds now."""
        self.reload()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def reload(self) -> None:
        """Read the route again."""
        self._ask(partial(_routes, self._ctx), "routes", self._on_routes_read)

    def stop(self) -> None:
        """Interrupt what is under way, before the window closes: nothing lasts here."""

    def step_back(self) -> bool:
        """Go back to all cities; return whether one alone was shown."""
        if self.cities.currentIndex() <= 0:
            return False
        self.cities.setCurrentIndex(0)
        return True

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()

    # --- what is done with a customer ----------------------------------------------------------

    @Slot()
    def log_visit(self) -> None:
        """Open the contact form for a visit to the chosen customer."""
        stop = self.view.stop
        if stop is not None and not stop.is_forbidden:
            self.visit_requested.emit(stop.customer_id)

    @Slot()
    def call(self) -> None:
        """Open the chosen customer, where their numbers are."""
        if self.view.stop is not None:
            self.customer_requested.emit(self.view.stop.customer_id)

    @Slot()
    def show_map(self) -> None:
        """Show the chosen customer's address on a map, in the browser."""
        stop = self.view.stop
        link = "" if stop is None else map_link(stop.place, stop.name)
        if link and not QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode)):
            self._notice.setText(self.tr("No program took the address: open a browser first."))

    @Slot()
    def take_quote(self) -> None:
        """Write a quote for the chosen customer."""
        if self.view.stop is not None:
            self._quotes.open(self.view.stop.customer_id)

    @Slot()
    def choose_file(self) -> None:
        """Ask for a photo or file to attach to the user's newest contact with the customer."""
        stop = self.view.stop
        if stop is None:
            return
        dialog = FileDialog(self, self.tr("Attach to the visit to %1").replace("%1", stop.name), "")
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.setOption(FileDialog.Option.DontResolveSymlinks)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._on_file_selected, stop))
        dialog.open()

    def attach(self, stop: VisitStop, path: Path) -> None:
        """Attach a file to the user's newest contact with a customer."""
        work = partial(_attach, self._ctx, stop.customer_id, path, new_id())
        self._ask(work, "attach", self._on_attached, Lane.WRITE)

    # --- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for field in (self.cities, self.packs_button):
            field.setProperty("touch", True)
        self.packs_button.setVisible(self._ctx.packs is not None)
        self.cities.setMinimumWidth(260)
        top = QHBoxLayout()
        top.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        top.addWidget(self.cities)
        top.addWidget(self._notice, 1)
        top.addWidget(self.packs_button)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        foot.setSpacing(Space.S)
        for button in self.buttons.values():
            button.setProperty("touch", True)
            foot.addWidget(button, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head_bar(self._back, self._title, self))
        layout.addWidget(divider(self))
        layout.addLayout(top)
        layout.addWidget(divider(self))
        layout.addWidget(self.view, 1)
        layout.addWidget(self._state, 1)
        layout.addWidget(divider(self))
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._back.clicked.connect(self.close_requested)
        self.cities.currentIndexChanged.connect(self._on_cities_index_changed)
        self.view.chosen.connect(self._on_view_chosen)
        self.view.opened.connect(self.log_visit)
        self._quotes.message_raised.connect(self.message_raised)
        self._quotes.failed.connect(self._notice.setText)
        self._ctx.feed.changed.connect(self._on_feed_changed)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Visits by city"))
        self._back.set_title(self.tr("To the list"), "Esc")
        self.cities.setAccessibleName(self.tr("City"))
        self.view.setAccessibleName(self.tr("Customers by city"))
        self.packs_button.setText(self.tr("Take customers along") + "  P")
        for key, text in (
            ("V", self.tr("Log the visit")),
            ("M", self.tr("Map")),
            ("L", self.tr("Call, WhatsApp")),
            ("O", self.tr("Quote")),
            ("A", self.tr("Attach")),
        ):
            self.buttons[key].setText(f"{text}  {key}")

    # --- what is shown -------------------------------------------------------------------------

    def _show(self) -> None:
        routes = self._routes
        self.view.setVisible(bool(routes))
        self._state.setVisible(not routes)
        if routes is None:
            self._state.show_state("refresh", self.tr("Reading the route…"))
        elif not routes:
            self._state.show_state("visit", self.tr("You have no customers to visit."))
        self._fill_cities()
        self._on_view_chosen()

    def _fill_cities(self) -> None:
        former = self.cities.currentData()
        self.cities.blockSignals(True)
        self.cities.clear()
        self.cities.addItem(self.tr("All cities"), None)
        for route in self._routes or ():
            self.cities.addItem(
                f"{words.city_text(route)} ({len(route.stops)})", f"{route.state}/{route.city}"
            )
        self.cities.setCurrentIndex(max(0, self.cities.findData(former)))
        self.cities.blockSignals(False)
        self._on_cities_index_changed(self.cities.currentIndex())

    @Slot(int)
    def _on_cities_index_changed(self, index: int) -> None:
        routes = self._routes or ()
        self.view.show_routes(routes if index <= 0 else (routes[index - 1],))

    @Slot()
    def _on_view_chosen(self) -> None:
        stop = self.view.stop
        for button in self.buttons.values():
            button.setEnabled(stop is not None)
        if stop is not None:
            self.buttons["M"].setEnabled(bool(map_link(stop.place)))
            self.buttons["V"].setEnabled(not stop.is_forbidden)
        self._notice.setText("")

    # --- answers -------------------------------------------------------------------------------

    def _on_routes_read(self, routes: tuple[CityRoute, ...]) -> None:
        self._routes = routes
        self._show()

    def _on_file_selected(self, stop: VisitStop, file: str) -> None:
        self.attach(stop, Path(file))

    def _on_attached(self, nothing: object) -> None:
        self._notice.setText("")
        self.message_raised.emit(self.tr("Attached to the visit"))

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if self.isVisible() and notice.touches(*_CONCERNS):
            self.reload()

    def _on_error(self, error: Exception) -> None:
        sentence = sentence_of(error, self._ctx.language)
        self._notice.setText(sentence)
        if self._routes is None:
            self._state.show_state("alert", sentence)

    def _ask(
        self,
        work: Callable[[], T],
        key: str,
        on_result: Callable[[T], None],
        lane: Lane = Lane.READ,
    ) -> None:
        self._ctx.runner.submit(
            work, lane=lane, owner=self, key=key, on_result=on_result, on_error=self._on_error
        )


def _routes(ctx: UiContext) -> tuple[CityRoute, ...]:
    return ctx.visits().routes()


def _attach(ctx: UiContext, customer_id: UUID, path: Path, key: UUID) -> None:
    contact = ctx.visits().recent_contact(customer_id)
    if contact is None:
        raise BadInputError("attachment_no_contact")
    ctx.attachments(shrunk).add(
        path, attachment_id=key, contact_id=contact[0], customer_id=customer_id
    )
