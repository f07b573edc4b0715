"""Everything that happened, the newest first; by kind, and searched as one types."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from cockpit.domain.plain_text import plain
from cockpit.domain.sections import StoryEntry, StoryKind
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.entries import Entry, EntryMaker
from cockpit.ui.customer_panel.entry_list import EntryList
from cockpit.ui.customer_panel.kind_bar import KindBar
from cockpit.ui.customer_panel.pages.page import Client, ClientPage
from cockpit.ui.theme import Space
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.labels import ranked_label


class _SearchField(QLineEdit):
    """A search that gives the keyboard back on Down, Enter and Escape."""

    def __init__(self, target: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._target = target
        self.setClearButtonEnabled(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._target.setFocus()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._target.setFocus()
        else:
            super().keyPressEvent(event)


class TimelinePage(ClientPage):
    """Digits choose kinds, letters search, Enter opens what an entry is about."""

    icon = "history"

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._maker = EntryMaker(ctx)
        self._texts: dict[object, str] = {}
        self.list = EntryList(ctx, self.body)
        self.kinds = KindBar(ctx.theme, self.body)
        self.search = _SearchField(self.list, self.body)
        self.amend = IconButton(ctx.theme, "edit", self.body)
        self._nothing = ranked_label("muted", parent=self.body)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(0, Space.L, 0, Space.L)
        top = QHBoxLayout()
        top.setContentsMargins(Space.M, Space.XS, Space.S, Space.XS)
        top.setSpacing(Space.XS)
        top.addWidget(self.search, 1)
        top.addWidget(self.amend)
        self.content.addWidget(self.kinds)
        self.content.addLayout(top)
        self.content.addWidget(self._nothing)
        self.content.addWidget(self.list, 1)
        self.kinds.chosen_changed.connect(self._on_filter_changed)
        self.search.textChanged.connect(self._on_filter_changed)
        self.list.typed.connect(self._on_list_typed)
        self.list.opened.connect(self._on_list_opened)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.amend.clicked.connect(self._on_amend_clicked)
        self.retranslate()

    @override
    def fill(self, client: Client, *, keep_place: bool) -> None:
        if client.story is None:
            return
        self._texts = {}
        counts = Counter(one.kind for one in client.story.timeline)
        self.kinds.set_counts(counts, is_new=not keep_place)
        if not keep_place and self.search.text():
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
        self._show(keep_place=keep_place)

    @override
    def empty_sentence(self, client: Client) -> str:
        has_any = client.story is None or bool(client.story.timeline)
        return "" if has_any else self.tr("Nothing has happened with this customer yet.")

    @override
    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("History"))
        self.search.setAccessibleName(self.tr("Search in the history"))
        self.search.setPlaceholderText(self.tr("Search in the history (just type in the list)"))
        self.amend.set_title(self.tr("Correct this contact"), self.tr("Enter"))
        self._nothing.setText(self.tr("Nothing of this kind or with these words."))

    def _show(self, *, keep_place: bool) -> None:
        chosen, words = self.kinds.chosen(), plain(self.search.text()).split()
        entries = self._entries()
        make = self._maker.timeline(entries)
        shown = [one for one in entries if not chosen or one.kind in chosen]
        if words:
            shown = [one for one in shown if self._holds(one, words, make)]
        self._nothing.setVisible(not shown)
        self.list.setVisible(bool(shown))
        self.list.set_records(shown, make, keep_place=keep_place)
        self._on_current_changed()

    def _show_amendment(self, contact: StoryEntry) -> None:
        """Go to the contact that corrects this one."""
        amendment = next((one for one in self._entries() if one.amends == contact.key), None)
        if amendment is not None:
            self.list.show_entry(amendment.key)

    def _entries(self) -> tuple[StoryEntry, ...]:
        story = self._client.story if self._client is not None else None
        return () if story is None else story.timeline

    def _holds(
        self, one: StoryEntry, words: Sequence[str], make: Callable[[StoryEntry], Entry]
    ) -> bool:
        """Return whether an entry's text holds all words; a text is prepared only once."""
        if one.key not in self._texts:
            self._texts[one.key] = plain(make(one).text())
        text = self._texts[one.key]
        return all(word in text for word in words)

    def _amendable(self) -> StoryEntry | None:
        """Return the current contact, where it was not corrected yet."""
        entry = self.list.current()
        source = entry.source if entry is not None else None
        is_contact = source is not None and source.kind is StoryKind.CONTACT
        return source if source is not None and is_contact and not source.is_amended else None

    @Slot()
    def _on_filter_changed(self) -> None:
        self._show(keep_place=True)

    @Slot(str)
    def _on_list_typed(self, text: str) -> None:
        if text.isdigit():
            self.kinds.toggle_number(int(text))
            return
        self.search.setFocus()
        self.search.insert(text)

    @Slot(object)
    def _on_list_opened(self, entry: Entry) -> None:
        source = entry.source
        if source is None:
            return
        if source.kind is not StoryKind.CONTACT:
            self.record_requested.emit(source)
        elif source.is_amended:
            self._show_amendment(source)
        else:
            self.amend_requested.emit(source)

    @Slot()
    def _on_amend_clicked(self) -> None:
        source = self._amendable()
        if source is not None:
            self.amend_requested.emit(source)

    @Slot()
    def _on_current_changed(self) -> None:
        self.amend.setEnabled(self._amendable() is not None)
