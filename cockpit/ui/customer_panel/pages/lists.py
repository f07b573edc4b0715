"""The sections that are lists of entries: objections, service cases, notes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cockpit.domain.sections import CustomerStory, StoryEntry, StoryKind
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.entries import Entry, EntryMaker
from cockpit.ui.customer_panel.entry_list import EntryList
from cockpit.ui.customer_panel.pages.page import Client, ClientPage


class EntryPage(ClientPage):
    """One list of entries."""

    #: The timeline's kind whose records stand here.
    kind: StoryKind | None = None

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.maker = EntryMaker(ctx)
        self.list = EntryList(ctx, self.body)
        self.content.addWidget(self.list)
        self.retranslate()

    def entries_of(self, story: CustomerStory) -> Sequence[Entry]:
        """Return what the list shows."""
        raise NotImplementedError

    @override
    def fill(self, client: Client, *, keep_place: bool) -> None:
        if client.story is not None:
            self.list.set_entries(self.entries_of(client.story), keep_place=keep_place)

    @override
    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def show_record(self, entry: StoryEntry) -> None:
        if entry.kind is self.kind:
            self.list.show_entry(entry.key)


class ObjectionsPage(EntryPage):
    """What the customer objected, how it stands, and what it waits on."""

    icon = "tag"
    kind = StoryKind.OBJECTION

    @override
    def entries_of(self, story: CustomerStory) -> Sequence[Entry]:
        return self.maker.objections(story.objections)

    @override
    def empty_sentence(self, client: Client) -> str:
        has_any = client.story is None or bool(client.story.objections)
        return "" if has_any else self.tr("No objection was noted.")

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Objections"))


class ServicePage(EntryPage):
    """Complaints, exchanges, defects and non-conformities."""

    icon = "wrench"
    kind = StoryKind.CASE

    @override
    def entries_of(self, story: CustomerStory) -> Sequence[Entry]:
        return self.maker.cases(story.cases)

    @override
    def empty_sentence(self, client: Client) -> str:
        has_any = client.story is None or bool(client.story.cases)
        return "" if has_any else self.tr("No complaint and no other service case.")

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Service cases"))


class NotesPage(EntryPage):
    """Pitch notes in every version, and post-its."""

    icon = "note"
    kind = StoryKind.POST_IT

    @override
    def entries_of(self, story: CustomerStory) -> Sequence[Entry]:
        return self.maker.notes(story.pitches, story.timeline)

    @override
    def empty_sentence(self, client: Client) -> str:
        story = client.story
        has_any = story is None or bool(self.entries_of(story))
        return "" if has_any else self.tr("No pitch note and no post-it yet.")

    @override
    def show_record(self, entry: StoryEntry) -> None:
        if entry.kind in {StoryKind.POST_IT, StoryKind.PITCH}:
            self.list.show_entry(entry.key)

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Notes"))
