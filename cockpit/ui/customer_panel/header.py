"""The head of the client panel, always in view: who, what to know, how to reach, when next, why."""

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from cockpit.domain.priority import Factors
from cockpit.domain.reachable import Reachability
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel.badges import BadgeStrip
from cockpit.ui.customer_panel.credit_band import CreditBand
from cockpit.ui.customer_panel.facts import Facts
from cockpit.ui.customer_panel.identity import Identity
from cockpit.ui.customer_panel.local_time import colleague_badge, reach_badge
from cockpit.ui.customer_panel.next_contact_line import NextContactLine
from cockpit.ui.customer_panel.pages.page import Client
from cockpit.ui.customer_panel.post_it_band import PostItBand
from cockpit.ui.customer_panel.reach import Reach
from cockpit.ui.customer_panel.reason_line import decomposition
from cockpit.ui.theme import Space
from cockpit.ui.widgets.icon_button import IconButton
from cockpit.ui.widgets.labels import ElidedLabel
from cockpit.ui.wishes.opener import WishesOpener

#: Hardly higher than the name beside it.
WISHES_BUTTON = QSize(28, 24)


class Header(QWidget):
    """Fills from the panel, the story and the calling window, each as it comes."""

    #: A message is wanted: the channel (Channel).
    writing_requested = Signal(object)
    #: A number is to be dialled (PhoneNumber), or only copied (bool).
    number_requested = Signal(object, bool)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._client: Client | None = None
        self._reach: Reachability | None = None
        self._reason: tuple[str, Factors | None] | None = None
        self._facts = Facts(self)
        self.credit = CreditBand(ctx, self)
        self.identity = Identity(ctx.theme, self)
        self.badges = BadgeStrip(ctx.theme, self)
        self.reach = Reach(ctx, self)
        self.wishes = WishesOpener(ctx, self)
        self.wishes_button = IconButton(ctx.theme, "sliders", self)
        self.wishes_button.setFixedSize(WISHES_BUTTON)
        self.wishes_button.clicked.connect(self.wishes.open)
        self.next = NextContactLine(ctx, self)
        self.post_its = PostItBand(ctx, self)
        self.reason = ElidedLabel("small", self)
        self.reach.writing_requested.connect(self.writing_requested)
        self.reach.number_requested.connect(self.number_requested)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.S, Space.L, Space.XS)
        layout.setSpacing(5)
        self.identity.add_button(self.wishes_button)
        for widget in self._parts():
            layout.addWidget(widget)

    def show_client(self, client: Client, reach: Reachability | None) -> None:
        """Show a customer; the story may come later."""
        panel, story = client.panel, client.story
        self._client, self._reach, self._reason = client, reach, client.reason
        self.identity.show_panel(panel)
        self.credit.show_client(panel.profile, story)
        self.reach.show_profile(panel.profile)
        self.wishes.show_profile(panel.profile)
        self.next.show_next(panel.profile)
        self.post_its.show_story(story)
        self._refresh()

    def set_reach(self, reach: Reachability | None) -> None:
        """Show whether the customer may be called now; None says nothing of it."""
        self._reach = reach
        self._refresh()

    def set_reason(self, reason: tuple[str, Factors | None] | None) -> None:
        """Show why the customer stands where they do in the list."""
        self._reason = reason
        self._refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())

    @Slot()
    def _refresh(self) -> None:
        if self._client is None:
            return
        language, story = self._ctx.language, self._client.story
        self.wishes_button.set_title(self.tr("How to contact them, and how not"), "Ctrl+Shift+W")
        badges = self._facts.of_profile(self._client.panel.profile)
        if self._reach is not None:
            badges.insert(0, reach_badge(self._reach, self._ctx.clock.zone, language))
            colleague = colleague_badge(self._reach)
            badges[:0] = [] if colleague is None else [colleague]
        if story is not None:
            badges.extend(self._facts.of_story(story))
        self.badges.set_badges(badges)
        words, factors = self._reason or ("", None)
        self.reason.setVisible(bool(words))
        if words:
            self.reason.set_full_text(self.tr("Why here: %1").replace("%1", words))
            if factors is not None:
                self.reason.setToolTip(f"{words}\n{decomposition(factors, language)}")

    def _parts(self) -> tuple[QWidget, ...]:
        first = (self.credit, self.identity, self.badges, self.reach, self.next)
        return (*first, self.post_its, self.reason)
