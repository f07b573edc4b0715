"""The form's unsaved texts: kept while they are typed, found again later."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from cockpit.domain.customer import CustomerProfile
from cockpit.ui.contact_form.form_text import FormText
from cockpit.ui.context import UiContext
from cockpit.ui.drafts.keeper import Document, DraftKeeper
from cockpit.ui.drafts.places import contact_place


class FormDrafts(DraftKeeper):
    """Keeps the texts of new contacts and of corrections, each at its place."""

    def __init__(self, ctx: UiContext, parent: QObject) -> None:
        super().__init__(ctx.preferences, ctx.clock, parent)

    def keep_text(self, place: str, read: Callable[[], FormText]) -> None:
        """Store in a moment what stands in the form then."""
        self.keep_soon(place, partial(_document, read))

    def text(self, place: str) -> FormText | None:
        """Return the unsaved text of a place, if there is one."""
        return FormText.from_document(self.recall(place))

    def text_of(self, profile: CustomerProfile) -> FormText | None:
        """Return the customer's new contact, unless it was stored just before a crash."""
        place = contact_place(profile.customer_id)
        text = self.text(place)
        if text is not None and text.key in {one.contact_id for one in profile.contacts}:
            self.forget(place)
            return None
        return text


def _document(read: Callable[[], FormText]) -> Document:
    text = read()
    return {} if text.is_blank else text.to_document()
