"""What the tests of the client panel see and do in its windows."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.customer import CustomerPanel as PanelRecord
from cockpit.domain.sections import CustomerStory
from cockpit.ui.customer_panel.badges import BadgeStrip
from cockpit.ui.customer_panel.client_loader import ClientLoader
from cockpit.ui.customer_panel.panel import CustomerPanel
from cockpit.ui.widgets.labels import ElidedLabel
from tests.support.panel_data import PanelWorld
from tests.support.story_data import make_story

BROWSE = (450, 680)
CALL = (600, 640)


def add(world: PanelWorld, record: PanelRecord, story: CustomerStory | None = None) -> UUID:
    """Let the services know a customer with everything in their story."""
    customer_id = record.profile.customer_id
    world.customers.add(record)
    known = {"customer_id": customer_id, "status": record.verdict.status}
    world.stories.changes[customer_id] = story or make_story(known)
    return customer_id


def story_of(world: PanelWorld, record: PanelRecord) -> CustomerStory:
    """Return the story that a customer has by now."""
    return world.stories.changes[record.profile.customer_id]


def opened(
    qtbot: QtBot,
    world: PanelWorld,
    record: PanelRecord,
    story: CustomerStory | None = None,
    size: tuple[int, int] = BROWSE,
) -> CustomerPanel:
    """Return a panel in view that shows a customer."""
    panel = CustomerPanel(world.ctx)
    qtbot.addWidget(panel)
    world.shown.append(panel)
    panel.resize(*size)
    panel.show()
    panel.show_customer(add(world, record, story))
    with qtbot.waitExposed(panel):
        pass
    QApplication.processEvents()  # lays out
    return panel


def texts(widget: QWidget) -> str:
    """Return every text that can be seen."""
    seen = [_text(one) for one in _shown(widget, (QLabel, QAbstractButton))]
    for strip in _shown(widget, (BadgeStrip,)):
        assert isinstance(strip, BadgeStrip)
        seen += [badge.text for badge in strip.badges]
    return "\n".join(seen).replace("\u00a0", " ")


def button(panel: QWidget, start: str) -> QAbstractButton:
    """Return the button in view whose text or name begins so."""
    for one in _shown(panel, (QAbstractButton,)):
        assert isinstance(one, QAbstractButton)
        if one.text().startswith(start) or one.accessibleName().startswith(start):
            return one
    raise LookupError(start)


def tell(qtbot: QtBot, world: PanelWorld, customer_id: UUID) -> None:
    """Commit a contact with a customer, and wait until every panel in view has read it."""
    with qtbot.waitSignal(world.feed.changed):
        world.database.commit(ChangeNotice(frozenset({Topic.CONTACTS}), frozenset({customer_id})))
    loaders = [one for panel in world.shown for one in panel.findChildren(ClientLoader)]
    qtbot.waitUntil(lambda: not any(one.is_behind for one in loaders))


def activate(qtbot: QtBot, panel: QWidget) -> None:
    """Give a window the keyboard."""
    with qtbot.waitActive(panel):
        panel.activateWindow()


def type_into(qtbot: QtBot, text: str) -> None:
    """Type into whatever has the keyboard."""
    for letter in text:
        target = QApplication.focusWidget()
        assert target is not None
        qtbot.keyClicks(target, letter)


def press(qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key in whatever has the keyboard."""
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, key)


def big_story(record: PanelRecord, entries: int = 400, orders: int = 200) -> CustomerStory:
    """Return a story as long as the longest that is read, notes of several lines in it."""
    number = record.profile.customer_id.int
    story = make_story({"customer_id": record.profile.customer_id, "status": record.verdict.status})
    note = "O estoque deu uma segurada, mas a linha de embalagens roda de novo a partir do dia 28. "
    timeline = tuple(
        replace(
            story.timeline[place % len(story.timeline)],
            key=UUID(int=number * 10_000 + place),
            at=story.timeline[0].at - timedelta(days=place),
            detail=note * (place % 4),
        )
        for place in range(entries)
    )
    documents = tuple(
        replace(
            story.orders[place % len(story.orders)],
            order_id=UUID(int=number * 10_000 + place),
            number=str(90_000 - place),
        )
        for place in range(orders)
    )
    return replace(story, timeline=timeline, orders=documents)


def _shown(widget: QWidget, kinds: tuple[type[QWidget], ...]) -> Iterable[QWidget]:
    for one in widget.findChildren(QWidget):
        if isinstance(one, kinds) and one.isVisibleTo(widget):
            yield one


def _text(one: QWidget) -> str:
    if isinstance(one, ElidedLabel):
        return one.full_text()
    assert isinstance(one, QLabel | QAbstractButton)
    return one.text()
