"""How customers want to be contacted, and who was contacted all the same, on both engines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from cockpit.data.bulk_loader import SqlBulkLoader
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.calling_window import Wishes
from cockpit.domain.contact import ContactDraft
from cockpit.domain.contact_wishes import ClosingDraft, ContactWishes
from cockpit.domain.errors import BadInputError, ConflictError, ForbiddenError
from cockpit.domain.facts import fingerprint
from cockpit.domain.ids import new_id
from cockpit.domain.queue import Hold
from cockpit.domain.reachable import Obstacle
from cockpit.domain.sections import AuditLine
from cockpit.domain.vocabulary import Channel, HoldKind, LifecycleStatus
from cockpit.services.reach import ReachService
from cockpit.services.stories import StoryService
from cockpit.services.wishes import WishService
from models import AuditEvent
from tests.support.queues import NOW, MovableClock, Operator, callable_customers, values

EVERYTHING = frozenset(Channel)
RITA, CAIO = new_id(), new_id()
AFTERNOONS = ContactWishes(Channel.WHATSAPP, Wishes(14 * 60, 17 * 60, 0b00110), RITA)


class Shop:
    """Ana at a database with two customers, of whom the first has two persons."""

    def __init__(self, engines: Engines) -> None:
        self.engines, self.clock = engines, MovableClock()
        (self.key, self.other), rows = callable_customers(2)
        rows["contact_persons"] = [
            {"id": RITA, "customer_id": self.key, "name": "Rita", "is_primary": False},
            {"id": CAIO, "customer_id": self.key, "name": "Caio", "is_primary": True},
        ]
        SqlBulkLoader(engines).load(rows)
        user = ensure_identity(engines, login="ana", machine="pc")
        database = SqlDatabase(engines, user.user_id)
        self.ana = Operator(user, database, self.clock)
        self.wishes = WishService(database, self.clock, user)
        self.reach = ReachService(database, self.clock, user)
        self.stories = StoryService(database, self.clock)

    def audit(self) -> list[AuditLine]:
        story = self.stories.story(self.key)
        assert story is not None
        return list(story.audit)

    def obstacles(self, channel: Channel = Channel.PHONE) -> list[Obstacle]:
        found = self.reach.look(self.key, channel)
        assert found is not None
        return [one.obstacle for one in found.hindrances]

    def close(self, *channels: Channel, reason: str = "Pediu por telefone") -> bool:
        return self.wishes.close(self.key, ClosingDraft(frozenset(channels), reason))


@pytest.fixture
def shop(database_url: str) -> Iterator[Shop]:
    engines = open_database(parse_address(database_url))
    yield Shop(engines)
    engines.close()


def test_wishes_are_kept_and_respected_by_the_window(shop: Shop) -> None:
    assert shop.wishes.wishes(shop.key) == ContactWishes(person_id=CAIO)
    assert shop.obstacles() == []
    assert shop.wishes.set_wishes(shop.key, AFTERNOONS)
    assert shop.wishes.wishes(shop.key) == AFTERNOONS
    assert shop.obstacles() == [Obstacle.PREFERENCE]
    (_, own) = next(iter(_places(shop).values()))
    assert own == AFTERNOONS.hours


def _places(shop: Shop) -> dict[UUID, tuple[object, Wishes]]:
    with shop.ana.database.read() as unit:
        return unit.queue.places([shop.key])  # type: ignore[return-value]


def test_the_audit_tells_every_change_of_wishes_with_who_and_when(shop: Shop) -> None:
    shop.wishes.set_wishes(shop.key, AFTERNOONS)
    shop.clock.go_on(timedelta(days=1))
    later = replace(AFTERNOONS, channel=None)
    shop.wishes.set_wishes(shop.key, later)
    lines = [one for one in shop.audit() if one.code == "wishes_changed"]
    assert [one.wishes for one in lines] == [later, AFTERNOONS]
    assert [one.at for one in lines] == [NOW + timedelta(days=1), NOW]
    assert {one.who for one in lines} == {shop.ana.user.name}


def test_somebody_else_is_asked_for_and_anybody_again(shop: Shop) -> None:
    def main() -> list[tuple[object, ...]]:
        return values(shop.engines, "SELECT name FROM contact_persons WHERE is_primary")

    known = ContactWishes(hours=Wishes(14 * 60, 17 * 60), person_id=CAIO)
    assert shop.wishes.set_wishes(shop.key, known)
    assert main() == [("Caio",)]
    shop.wishes.set_wishes(shop.key, replace(known, person_id=RITA))
    assert main() == [("Rita",)]
    anybody = replace(known, person_id=None)
    assert shop.wishes.set_wishes(shop.key, anybody)
    assert main() == []
    assert shop.wishes.wishes(shop.key) == anybody
    assert shop.audit()[0].wishes == anybody
    assert not shop.wishes.set_wishes(shop.key, anybody)


def test_the_same_wishes_again_are_no_change(shop: Shop) -> None:
    shop.wishes.set_wishes(shop.key, AFTERNOONS)
    assert not shop.wishes.set_wishes(shop.key, AFTERNOONS)
    assert len(values(shop.engines, "SELECT id FROM audit_events")) == 1


def test_the_events_of_a_device_are_a_chain(shop: Shop) -> None:
    for weekdays in (1, 2, 3):
        shop.wishes.set_wishes(shop.key, ContactWishes(hours=Wishes(weekdays=weekdays)))
    with shop.engines.reading() as connection:
        rows = connection.execute(select(AuditEvent).order_by(AuditEvent.device_seq)).all()
    assert [row.previous_sha256 for row in rows] == [None, *(r.content_sha256 for r in rows[:-1])]
    names = (
        "id", "user_id", "action", "entity", "entity_id", "detail", "occurred_at",
        "previous_sha256",
    )  # fmt: skip
    for row in rows:
        content = {name: getattr(row, name) for name in names}
        assert fingerprint("audit_events", content) == row.content_sha256


@pytest.mark.parametrize(
    "hours", [Wishes(19 * 60, 21 * 60), Wishes(weekdays=0b1100000), Wishes(0, 8 * 60)]
)
def test_wishes_that_leave_no_time_are_refused(shop: Shop, hours: Wishes) -> None:
    with pytest.raises(BadInputError):
        shop.wishes.set_wishes(shop.key, ContactWishes(hours=hours))
    assert shop.wishes.wishes(shop.key).hours == Wishes()


def test_who_is_gone_has_no_wishes(shop: Shop) -> None:
    with pytest.raises(ConflictError):
        shop.wishes.wishes(new_id())
    with pytest.raises(ConflictError):
        shop.wishes.set_wishes(new_id(), AFTERNOONS)
    assert shop.reach.look(new_id()) is None
    with pytest.raises(ConflictError):
        shop.reach.override(new_id(), Channel.PHONE, "urgente")


def test_channels_are_closed_and_opened_with_author_date_and_reason(shop: Shop) -> None:
    assert shop.close(Channel.PHONE, Channel.EMAIL)
    assert shop.wishes.closed(shop.key) == {Channel.PHONE, Channel.EMAIL}
    assert shop.obstacles() == [Obstacle.CHANNEL_CLOSED]
    shop.clock.go_on(timedelta(hours=1))
    assert shop.close(Channel.EMAIL, reason="Voltou a aceitar ligação")
    assert shop.wishes.closed(shop.key) == {Channel.EMAIL}
    told = [(one.code, one.detail, one.who) for one in shop.audit()]
    name = shop.ana.user.name
    assert told[0] == ("allowed_phone", "Voltou a aceitar ligação", name)
    assert sorted(told[1:]) == [
        ("forbidden_email", "Pediu por telefone", name),
        ("forbidden_phone", "Pediu por telefone", name),
    ]


def test_closing_and_opening_want_a_reason(shop: Shop) -> None:
    with pytest.raises(BadInputError):
        shop.close(Channel.PHONE, reason="  ")
    assert shop.close(Channel.PHONE)
    with pytest.raises(BadInputError):
        shop.close(reason="")
    assert shop.wishes.closed(shop.key) == {Channel.PHONE}
    assert not shop.close(Channel.PHONE, reason="")  # nothing changes, nothing is to be explained


def test_closing_everything_is_one_wish_and_ends_what_would_bring_them_back(shop: Shop) -> None:
    shop.ana.contacts.set_next_contact(
        shop.key, AppointmentDraft(NOW + timedelta(days=1), has_time=True)
    )
    shop.close(*EVERYTHING)
    assert shop.wishes.closed(shop.key) == EVERYTHING
    assert len(values(shop.engines, "SELECT id FROM contact_permissions")) == 1
    assert values(shop.engines, "SELECT id FROM appointments WHERE state = 'open'") == []
    shop.close(reason="Pediu a tabela nova")
    assert shop.wishes.closed(shop.key) == frozenset()
    assert len(values(shop.engines, "SELECT id FROM contact_permissions")) == 2


def test_a_person_closes_their_own_channels_alone(shop: Shop) -> None:
    shop.wishes.close(shop.key, ClosingDraft(frozenset({Channel.WHATSAPP}), "Saiu", RITA))
    assert shop.wishes.closed(shop.key) == frozenset()
    assert shop.wishes.closed(shop.key, RITA) == {Channel.WHATSAPP}
    assert shop.wishes.closed(shop.key, CAIO) == frozenset()
    for person_id, is_free in ((None, True), (CAIO, True), (RITA, False)):
        answer = shop.reach.look(shop.key, Channel.WHATSAPP, person_id=person_id)
        assert answer is not None
        assert answer.is_free == is_free
    assert shop.audit()[0].code == "person_forbidden_whatsapp"


def test_a_contact_outside_of_the_hours_is_noted_with_all_it_breaks(shop: Shop) -> None:
    shop.clock.present = datetime(2026, 3, 16, 23, tzinfo=UTC)  # eight in the evening
    with shop.ana.database.write() as unit:
        rest = Hold(HoldKind.CLOSED, shop.clock.now() + timedelta(days=9))
        unit.queue.set_hold(shop.key, rest, user=shop.ana.user, at=shop.clock.now())
        unit.changed(customer_ids=[shop.key])
    assert shop.obstacles() == [Obstacle.HOURS, Obstacle.REST]
    with pytest.raises(BadInputError):
        shop.reach.override(shop.key, Channel.PHONE, " ")
    shop.reach.override(shop.key, Channel.PHONE, "Pediu para ligar à noite")
    ((kind, reason),) = values(shop.engines, "SELECT kind, reason FROM queue_events")
    assert (kind, reason) == ("overridden", "hours, rest: Pediu para ligar à noite")


def test_who_was_contacted_often_enough_is_left_alone_whatever_the_rest_says(shop: Shop) -> None:
    options = shop.ana.contacts.form_options()
    busy = next(one for one in options.outcomes if one.code == "no_answer")
    for _ in range(3):
        draft = ContactDraft(
            contact_id=new_id(), customer_id=shop.key, occurred_at=shop.clock.now(),
            channel=Channel.PHONE, outcome=busy,
        )  # fmt: skip
        shop.ana.contacts.log(draft, status=LifecycleStatus.AT_RISK)
        shop.clock.go_on(timedelta(minutes=5))
    assert Obstacle.CAP in shop.obstacles()
    with shop.ana.database.write() as unit:
        unit.queue.set_hold(shop.key, None, user=shop.ana.user, at=shop.clock.now())
        unit.changed(customer_ids=[shop.key])
    assert shop.obstacles() == [Obstacle.CAP]


def test_no_reason_opens_a_closed_channel(shop: Shop) -> None:
    shop.close(Channel.PHONE)
    with pytest.raises(ForbiddenError):
        shop.reach.override(shop.key, Channel.PHONE, "É urgente")
    assert values(shop.engines, "SELECT kind FROM queue_events") == []


def test_nothing_is_noted_where_nothing_was_in_the_way(shop: Shop) -> None:
    shop.reach.override(shop.key, Channel.PHONE, "É urgente")
    assert values(shop.engines, "SELECT kind FROM queue_events") == []
