"""Reads a customer's panel and story in the background, and the next one's ahead of time."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cockpit.domain.calling_window import Place, Window, window_now, zone_of
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.customer import CustomerPanel, CustomerProfile
from cockpit.domain.errors import GiroError
from cockpit.domain.sections import CustomerStory
from cockpit.runtime.task_runner import Lane
from cockpit.ui.context import UiContext

#: So long the panel waits for the story, so that both come in one piece.
TOGETHER_MS = 100
#: A change is read so much later: whoever saves a contact mostly leaves for the next customer.
LATER_MS = 120
_CONCERNS = (
    Topic.CUSTOMERS,
    Topic.ORDERS,
    Topic.CONTACTS,
    Topic.AGENDA,
    Topic.METRICS,
    Topic.REFERENCE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A customer's panel with what their clock allows; the panel is None where they are gone."""

    customer_id: UUID | None
    panel: CustomerPanel | None = None
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """A customer's story; None where they are gone, or where it could not be read."""

    customer_id: UUID | None
    story: CustomerStory | None = None
    error: Exception | None = None


@dataclass(slots=True)
class _Read:
    """What is known of one customer by now."""

    customer_id: UUID | None = None
    opening: Opening | None = None
    telling: Telling | None = None


class ClientLoader(QObject):
    """Answers with signals; an answer about a customer who is not wanted any more is dropped.

    Panel and story are told together, unless the story takes longer than ``TOGETHER_MS``.
    """

    #: The panel of the wanted customer and what there is of the story (Opening, Telling or None).
    read = Signal(object, object)
    #: Who comes next was read ahead: the very records (CustomerPanel, CustomerStory) that ``read``
    #: will tell, unless they change before.
    read_ahead = Signal(object, object)
    #: The calling window a while later (Window).
    window_judged = Signal(object)
    #: The panel could not be read (Exception).
    failed = Signal(object)

    def __init__(self, ctx: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._now, self._ahead = _Read(), _Read()
        self._together = QTimer(self)
        self._together.setSingleShot(True)
        self._together.setInterval(TOGETHER_MS)
        self._together.timeout.connect(self._on_together_timeout)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self.reload)
        ctx.feed.changed.connect(self._on_feed_changed)

    @property
    def wanted(self) -> UUID | None:
        """Return whom the answers are about."""
        return self._now.customer_id

    def load(self, customer_id: UUID | None) -> None:
        """Read a customer; one read ahead of time is there at once, or on the way already."""
        self._later.stop()
        ahead, self._ahead = self._ahead, _Read()
        is_ahead = customer_id is not None and customer_id == ahead.customer_id
        self._now = ahead if is_ahead else _Read(customer_id)
        if not is_ahead:
            self.reload()
        elif ahead.opening is not None and ahead.telling is not None:
            self._tell()
        elif ahead.opening is not None:
            self._together.start()

    @Slot()
    def reload(self) -> None:
        """Read the wanted customer again; nobody too, so that late answers are dropped."""
        self._together.stop()
        self._later.stop()
        self._ask_opening(self.wanted, "panel")
        self._ask_telling(self.wanted, "story")

    def reload_story(self) -> None:
        """Read the story again."""
        self._ask_telling(self.wanted, "story")

    def preload(self, customer_id: UUID | None) -> None:
        """Read who comes next, so that showing them waits for nothing; None forgets them."""
        if customer_id is not None and customer_id == self._ahead.customer_id:
            return
        self._ahead = _Read()
        if customer_id is not None and customer_id != self.wanted:
            self._ahead = _Read(customer_id)
            self._ask_opening(customer_id, f"panel.{customer_id}")
            self._ask_telling(customer_id, f"story.{customer_id}")

    @property
    def is_behind(self) -> bool:
        """Return whether a change was told that is not read yet."""
        return self._later.isActive()

    def judge_window(self, profile: CustomerProfile) -> None:
        """Ask what a customer's clock allows by now."""
        self._ctx.runner.submit(
            partial(self._window, profile),
            lane=Lane.READ,
            owner=self,
            key="window",
            on_result=self.window_judged.emit,
            on_error=self._on_window_failed,
        )

    # --- on a worker thread -----------------------------------------------------------------------

    def _read_opening(self, customer_id: UUID | None) -> Opening:
        if customer_id is None:
            return Opening(None)
        panel = self._ctx.customers.panel(customer_id)
        window = None if panel is None else self._window(panel.profile)
        return Opening(customer_id, panel, window)

    def _window(self, profile: CustomerProfile) -> Window:
        zone = zone_of(profile.state, profile.time_zone)
        place = Place(profile.state, profile.city, zone)
        rules, now = self._ctx.queue.rules(), self._ctx.clock.now()
        return window_now(place, profile.wishes, rules, now)

    def _read_telling(self, customer_id: UUID | None) -> Telling:
        if customer_id is None:
            return Telling(None)
        try:
            return Telling(customer_id, self._ctx.stories.story(customer_id))
        except GiroError as error:
            return Telling(customer_id, None, error)

    # --- answers ----------------------------------------------------------------------------------

    def _ask_opening(self, customer_id: UUID | None, key: str) -> None:
        is_ahead = key != "panel"
        self._ctx.runner.submit(
            partial(self._read_opening, customer_id),
            lane=Lane.READ,
            owner=self,
            key=key,
            on_result=self._on_read_ahead if is_ahead else self._on_opening,
            on_error=partial(self._on_ahead_failed, customer_id) if is_ahead else self.failed.emit,
        )

    def _ask_telling(self, customer_id: UUID | None, key: str) -> None:
        is_ahead = key != "story"
        self._ctx.runner.submit(
            partial(self._read_telling, customer_id),
            lane=Lane.READ,
            owner=self,
            key=key,
            on_result=self._on_read_ahead if is_ahead else self._on_telling,
            on_error=partial(self._on_ahead_failed, customer_id) if is_ahead else self.failed.emit,
        )

    def _on_opening(self, opening: Opening) -> None:
        if opening.customer_id != self.wanted or opening.customer_id is None:
            return
        self._now.opening = opening
        if self._now.telling is not None or opening.panel is None:
            self._tell()
        else:
            self._together.start()

    def _on_telling(self, telling: Telling) -> None:
        if telling.customer_id != self.wanted or telling.customer_id is None:
            return
        self._now.telling = telling
        if self._now.opening is not None:
            self._tell()

    def _tell(self) -> None:
        self._together.stop()
        self.read.emit(self._now.opening, self._now.telling)

    def _on_read_ahead(self, read: Opening | Telling) -> None:
        """Keep it, or use it where the customer has come meanwhile and nothing newer is there."""
        known = self._now if read.customer_id == self.wanted else self._ahead
        if read.customer_id != known.customer_id:
            return
        if isinstance(read, Opening) and known.opening is None:
            known.opening = read
        elif isinstance(read, Telling) and known.telling is None:
            known.telling = read
        else:
            return
        if known is self._ahead:
            self._tell_ahead()
        elif known.opening is not None:
            self._on_opening(known.opening)

    def _tell_ahead(self) -> None:
        opening, telling = self._ahead.opening, self._ahead.telling
        panel = None if opening is None else opening.panel
        story = None if telling is None else telling.story
        if panel is not None and story is not None:
            self.read_ahead.emit(panel, story)

    def _on_ahead_failed(self, customer_id: UUID | None, error: Exception) -> None:
        """Leave it to the proper load, which will say what is the matter."""
        if customer_id == self.wanted:
            self.reload()
        elif customer_id == self._ahead.customer_id:
            self._ahead = _Read()

    def _on_window_failed(self, error: Exception) -> None:
        """Leave the last judgement; the next minute asks again."""

    @Slot()
    def _on_together_timeout(self) -> None:
        if self._now.opening is not None:
            self._tell()

    @Slot(object)
    def _on_feed_changed(self, notice: ChangeNotice) -> None:
        if not notice.touches(*_CONCERNS):
            return
        ids = notice.customer_ids
        if ids is None or self._ahead.customer_id in ids:
            self._ahead = _Read()
        if self.wanted is not None and (ids is None or self.wanted in ids):
            self._later.start()
