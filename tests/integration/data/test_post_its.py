"""Post-its: who is told, who read it when, whom it raises in the queue and until when."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.post_its import MOST_CUSTOMERS, MOST_LETTERS, PostItDraft, Receipt
from cockpit.domain.vocabulary import Role
from cockpit.services.post_its import PostItService
from tests.integration.data.conftest import NOW, World, customer

TODAY = NOW.date()
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


@dataclass
class Hand:
    """A clock whose hands a test sets."""

    at: datetime = NOW
    zone = AsOfClock(TODAY).zone
    known_at = None

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.astimezone(self.zone).date()


@dataclass
class Team:
    """A supervisor and two operators, one of them in a team."""

    bia: World
    ana: World
    caio: World
    team_id: UUID
    clock: Hand

    def service(self, whose: World, *, role: Role | None = None) -> PostItService:
        user = whose.user if role is None else replace(whose.user, role=role)
        return PostItService(whose.database, self.clock, user)

    def post(self, body: str = "Liguem hoje", **changes: Any) -> UUID:
        draft = PostItDraft(new_id(), body, **changes)
        self.service(self.bia, role=Role.SUPERVISOR).post(draft)
        return draft.post_it_id

    def unread(self) -> dict[str, int]:
        return {
            name: self.service(one).unread()
            for name, one in (("bia", self.bia), ("ana", self.ana), ("caio", self.caio))
        }

    def raised(self, whose: World) -> dict[UUID, str]:
        """Return whom the list raises, checked against the queue's own facts."""
        now, today = self.clock.now(), self.clock.today()
        with whose.database.read() as unit:
            columns = unit.work_list.columns(today=today, at=now)
            facts = unit.queue.standings(columns.customer_id, user=whose.user, at=now)
        found = {
            key: text
            for key, text in zip(columns.customer_id, columns.post_it, strict=True)
            if text
        }
        assert {key for key, one in facts.items() if one.is_raised} == set(found)
        return found


@pytest.fixture
def team(world: World) -> Team:
    caio, bia = world.colleague("caio"), world.colleague("bia")
    key = new_id()
    world.load_more(teams=[{"id": key, "name": "Norte"}])
    world.update("users", world.user.user_id, name="Ana", team_id=key)
    world.update("users", caio.user.user_id, name="Caio")
    world.update("users", bia.user.user_id, name="Bia")
    return Team(bia, world, caio, key, Hand())


def test_a_post_it_is_for_all_for_a_team_or_for_some(team: Team) -> None:
    team.post("todos")
    assert team.unread() == {"bia": 0, "ana": 1, "caio": 1}
    team.post("norte", team_ids=(team.team_id,))
    assert team.unread() == {"bia": 0, "ana": 2, "caio": 1}
    team.post("caio", user_ids=(team.caio.user.user_id,))
    assert team.unread() == {"bia": 0, "ana": 2, "caio": 2}
    received = {one.body: one.receivers for one in team.service(team.caio).received()}
    assert received == {"todos": (), "caio": ("Caio",)}


def test_the_author_sees_who_read_it_and_when(team: Team) -> None:
    key = team.post()
    author = team.service(team.bia, role=Role.SUPERVISOR)
    (sent,) = author.sent()
    assert (sent.receipt_count, sent.reader_count, sent.is_unread) == (0, 2, False)
    team.clock.at = NOW + MINUTE
    reader = team.service(team.caio)
    reader.mark_read([key])
    team.clock.at = NOW + 9 * MINUTE
    reader.mark_read([key])
    assert author.receipts(key) == (Receipt("Caio", NOW + MINUTE), Receipt("Ana", None))
    (sent,) = author.sent()
    assert (sent.receipt_count, sent.reader_count) == (1, 2)
    assert team.unread() == {"bia": 0, "ana": 1, "caio": 0}
    (read,) = reader.received()
    assert (read.read_at, read.is_unread) == (NOW + MINUTE, False)


def test_nobody_acknowledges_what_they_wrote(team: Team) -> None:
    key = team.post()
    team.service(team.bia).mark_read([key])
    assert not team.bia.all_rows("post_it_receipts")


def test_one_that_is_over_or_withdrawn_asks_nobody_to_read_it(team: Team) -> None:
    over, kept = team.post("acaba", valid_until_on=TODAY), team.post("fica")
    team.clock.at = NOW + DAY
    assert team.unread()["ana"] == 1
    received = {one.body: one.holds_on(team.clock.today()) for one in
                team.service(team.ana).received()}  # fmt: skip
    assert received == {"acaba": False, "fica": True}, "what is over stays in the history"
    author = team.service(team.bia)
    author.withdraw(kept)
    assert team.unread()["ana"] == 0
    assert [one.body for one in team.service(team.ana).received()] == ["acaba"]
    assert [one.withdrawn_at for one in author.sent() if one.post_it_id == kept] == [NOW + DAY]
    assert over in {one.post_it_id for one in author.sent()}


def test_only_its_author_withdraws_it_and_only_once(team: Team) -> None:
    key = team.post()
    with pytest.raises(BadInputError):
        team.service(team.ana, role=Role.SUPERVISOR).withdraw(key)
    team.service(team.bia).withdraw(key)
    with pytest.raises(BadInputError):
        team.service(team.bia).withdraw(key)


@pytest.mark.parametrize(
    "draft",
    [
        PostItDraft(new_id(), " \n "),
        PostItDraft(new_id(), "x" * (MOST_LETTERS + 1)),
        PostItDraft(new_id(), "x", valid_until_on=TODAY - DAY),
        PostItDraft(new_id(), "x", customer_ids=tuple(new_id() for _ in range(MOST_CUSTOMERS + 1))),
    ],
)
def test_what_says_nothing_is_too_long_or_over_is_refused(team: Team, draft: PostItDraft) -> None:
    with pytest.raises(BadInputError):
        team.service(team.bia, role=Role.MANAGER).post(draft)
    assert not team.bia.all_rows("post_its")


def test_operators_write_none(team: Team) -> None:
    with pytest.raises(BadInputError):
        team.service(team.ana, role=Role.OPERATOR).post(PostItDraft(new_id(), "Oi"))


def test_the_same_draft_is_stored_once(team: Team) -> None:
    draft = PostItDraft(new_id(), "Uma vez", team_ids=(team.team_id, team.team_id))
    author = team.service(team.bia, role=Role.SUPERVISOR)
    author.post(draft)
    author.post(draft)
    assert len(author.sent()) == 1
    assert len(team.bia.all_rows("post_it_recipients")) == 1


def test_named_customers_rise_for_the_receivers_alone(team: Team) -> None:
    one, other = new_id(), new_id()
    team.ana.load_more(customers=[customer(one, "1"), customer(other, "2")])
    team.post("Ofereçam\n o  frete", customer_ids=(one,), user_ids=(team.caio.user.user_id,))
    assert team.raised(team.caio) == {one: "Bia: Ofereçam o frete"}
    assert team.raised(team.ana) == team.raised(team.bia) == {}
    team.post("Só para saber", customer_ids=(other,), is_raising=False)
    assert team.raised(team.ana) == {}


def test_they_rise_until_somebody_contacts_them(team: Team, acme: UUID) -> None:
    team.ana.log(team.ana.draft(acme, occurred_at=NOW - MINUTE))
    team.clock.at = NOW
    team.post(customer_ids=(acme,))
    assert set(team.raised(team.ana)) == {acme}, "an earlier contact does not count"
    team.caio.log(team.caio.draft(acme, occurred_at=NOW + MINUTE))
    team.clock.at = NOW + 2 * MINUTE
    assert team.raised(team.ana) == {}


def test_they_rise_as_long_as_the_post_it_holds(team: Team, acme: UUID) -> None:
    key = team.post(customer_ids=(acme,), valid_until_on=TODAY)
    assert set(team.raised(team.ana)) == {acme}
    team.clock.at = NOW + DAY
    assert team.raised(team.ana) == {}
    team.clock.at = NOW
    team.service(team.bia).withdraw(key)
    assert team.raised(team.ana) == {}


def test_of_several_the_newest_speaks(team: Team, acme: UUID) -> None:
    team.post("antigo", customer_ids=(acme,))
    team.clock.at = NOW + MINUTE
    team.post("novo " + "x" * 400, customer_ids=(acme,))
    (text,) = team.raised(team.ana).values()
    assert text.startswith("Bia: novo x")
    assert len(text) < 200


def test_who_writes_none_does_not_see_who_read_them(team: Team) -> None:
    key = team.post()
    with pytest.raises(ForbiddenError):
        team.service(team.ana, role=Role.OPERATOR).receipts(key)


def test_only_people_with_access_can_be_named(team: Team) -> None:
    team.ana.load_more(
        users=[
            {"login": "erp:dora", "name": "Dora", "role": Role.EXTERNAL_SELLER},
            {"login": "eva", "name": "Eva", "role": Role.OPERATOR, "is_active": False},
        ]
    )
    receivers = team.service(team.bia).receivers()
    assert [name for _, name in receivers.users] == ["Ana", "Bia", "Caio"]
    assert [name for _, name in receivers.teams] == ["Norte"]
    key, author = team.post(), team.service(team.bia, role=Role.SUPERVISOR)
    assert [one.name for one in author.receipts(key)] == ["Ana", "Caio"]
