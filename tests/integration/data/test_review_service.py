"""Judging contacts, telling their operators, and what they answer, on both engines."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import BadInputError, ForbiddenError
from cockpit.domain.filters import SavedView
from cockpit.domain.ids import new_id
from cockpit.domain.note_search import finds, search_of
from cockpit.domain.review import Mark, ReviewDraft, ReviewFilter
from cockpit.domain.vocabulary import Role
from cockpit.services.ports import CurrentUser
from cockpit.services.review import ReviewService
from tests.integration.data.conftest import World
from tests.support.review_rows import NOW

_BEFORE = NOW - timedelta(hours=4)


class Desk:
    """Ana logs contacts; Marisa supervises her team; Rui supervises another one."""

    def __init__(self, world: World, acme: UUID) -> None:
        self.world, self.acme = world, acme
        self.clock = AsOfClock(date(2026, 3, 16))
        colleague = world.colleague("marisa").user
        self.marisa = replace(colleague, role=Role.SUPERVISOR)
        self.rui = replace(world.colleague("rui").user, role=Role.SUPERVISOR)
        self.ana = replace(world.user, role=Role.OPERATOR)
        team = new_id()
        world.load_more(teams=[{"id": team, "name": "Norte", "supervisor_id": colleague.user_id}])
        world.update("users", self.ana.user_id, team_id=team)

    def of(self, user: CurrentUser) -> ReviewService:
        return ReviewService(self.world.database, self.clock, user)

    def log(self, note: str = "Pediu prazo", **changes: object) -> UUID:
        key = new_id()
        changes = {"occurred_at": _BEFORE, **changes}
        self.world.log(self.world.draft(self.acme, contact_id=key, note=note, **changes))
        return key

    def say(self, contact: UUID, mark: Mark, comment: str = "") -> None:
        self.of(self.marisa).mark(ReviewDraft({contact: new_id()}, mark, comment))


@pytest.fixture
def desk(world: World, acme: UUID) -> Desk:
    return Desk(world, acme)


def test_a_comment_reaches_the_operator_who_answers_and_the_supervisor_sees_it(desk: Desk) -> None:
    contact = desk.log()
    told: list[ChangeNotice] = []
    desk.world.database.subscribe(told.append)
    desk.say(contact, Mark.COACH, "Pergunte o volume")
    assert told[-1].touches(Topic.REVIEWS)
    ana, marisa = desk.of(desk.ana), desk.of(desk.marisa)
    assert ana.unread_comments() == 1
    (comment,) = ana.comments()
    assert (comment.mark, comment.comment) == (Mark.COACH, "Pergunte o volume")
    assert comment.is_unread
    assert marisa.said()[0].seen_at is None
    ana.answer({comment.review_id: ""})
    ana.answer({comment.review_id: ""})
    assert ana.unread_comments() == 0
    ana.answer({comment.review_id: "Vou perguntar"})
    (said,) = marisa.said()
    assert (said.reply, said.seen_at is not None) == ("Vou perguntar", True)
    (review,) = marisa.reviews(contact)
    assert [one.reply for one in review.answers] == ["", "Vou perguntar"]
    assert len(desk.world.all_rows("contact_review_receipts")) == 2, "reading twice is once"
    (row,) = marisa.rows([contact])
    assert (row.mark, row.reply) == (Mark.COACH, "Vou perguntar")


def test_a_later_mark_replaces_the_shown_one_and_what_was_told(desk: Desk) -> None:
    contact = desk.log()
    desk.say(contact, Mark.COACH, "Pergunte o volume")
    desk.say(contact, Mark.CHECKED)
    ana = desk.of(desk.ana)
    assert ana.comments() == []
    assert ana.unread_comments() == 0
    assert desk.of(desk.marisa).rows([contact])[0].mark is Mark.CHECKED
    assert len(desk.of(desk.marisa).reviews(contact)) == 2, "what was said stays on record"


def test_a_mark_is_taken_back_by_another_fact(desk: Desk) -> None:
    contact = desk.log()
    desk.say(contact, Mark.WRONG_OUTCOME)
    marisa = desk.of(desk.marisa)
    unread = ReviewFilter(is_unread=True)
    assert marisa.open(unread).page.rows == ()
    marisa.take_back({contact: new_id()})
    assert [one.contact_id for one in marisa.open(unread).page.rows] == [contact]
    assert desk.of(desk.ana).comments() == []
    assert len(desk.world.all_rows("contact_reviews")) == 2


def test_several_are_marked_at_once_and_saving_twice_stores_once(desk: Desk) -> None:
    contacts = [desk.log(f"Nota {number}") for number in range(3)]
    draft = ReviewDraft({one: new_id() for one in contacts}, Mark.GOOD_EXAMPLE)
    marisa = desk.of(desk.marisa)
    marisa.mark(draft)
    marisa.mark(draft)
    assert len(desk.world.all_rows("contact_reviews")) == 3
    assert marisa.progress().read == 3


def test_a_requested_correction_is_seen_as_made(desk: Desk) -> None:
    contact = desk.log()
    desk.say(contact, Mark.AMENDMENT_REQUESTED, "Foi retorno combinado")
    corrected = desk.log("Combinou retorno", amends_id=contact)
    ana, marisa = desk.of(desk.ana), desk.of(desk.marisa)
    assert ana.comments()[0].is_corrected
    assert marisa.said()[0].is_corrected
    (row,) = marisa.open(ReviewFilter()).page.rows
    assert (row.contact_id, row.is_correction, row.is_unread) == (corrected, True, True)
    assert marisa.reviews(corrected)[0].comment == "Foi retorno combinado", "of the former form"


def test_supervisors_read_and_judge_their_people_alone(desk: Desk) -> None:
    contact = desk.log()
    rui = desk.of(desk.rui)
    assert rui.open(ReviewFilter()).page.rows == ()
    assert rui.rows([contact]) == []
    assert rui.reviews(contact) == []
    with pytest.raises(ForbiddenError):
        rui.mark(ReviewDraft({contact: new_id()}, Mark.CHECKED))
    assert len(desk.of(replace(desk.rui, role=Role.MANAGER)).open(ReviewFilter()).page.rows) == 1


def test_operators_read_their_own_and_judge_nobody(desk: Desk) -> None:
    contact = desk.log()
    ana = desk.of(desk.ana)
    assert [one.contact_id for one in ana.open(ReviewFilter()).page.rows] == [contact]
    with pytest.raises(ForbiddenError):
        ana.mark(ReviewDraft({contact: new_id()}, Mark.CHECKED))
    assert not ana.may_mark


def test_nobody_answers_in_another_name(desk: Desk) -> None:
    contact = desk.log()
    desk.say(contact, Mark.COACH, "Pergunte")
    review = desk.of(desk.marisa).reviews(contact)[0].review_id
    desk.of(desk.rui).answer({review: "Eu não"})
    assert desk.world.all_rows("contact_review_receipts") == []


@pytest.mark.parametrize("mark", [Mark.COACH, Mark.AMENDMENT_REQUESTED])
def test_what_asks_for_something_says_what(desk: Desk, mark: Mark) -> None:
    contact = desk.log()
    with pytest.raises(BadInputError):
        desk.say(contact, mark, "  ")
    assert desk.world.all_rows("contact_reviews") == []


def test_a_sample_stays_the_same_while_it_is_read_and_tells_how_far(desk: Desk) -> None:
    contacts = [desk.log(f"Nota {number}") for number in range(8)]
    marisa = desk.of(desk.marisa)
    chosen = ReviewFilter(of_each=5)
    first = marisa.open(chosen)
    assert len(first.keys) == 5
    assert set(first.keys) <= set(contacts)
    desk.say(first.keys[0], Mark.CHECKED)
    again = marisa.open(chosen)
    assert again.keys == first.keys
    assert (again.progress.read, again.progress.of) == (1, 5)


def test_filters_are_kept_for_oneself_or_shared_by_those_who_may(desk: Desk) -> None:
    chosen = ReviewFilter(is_unread=True, text="prazo", marks=frozenset({Mark.COACH}))
    view = SavedView(new_id(), "Prazo", True, is_own=True, definition=chosen.to_json())
    ana, marisa = desk.of(desk.ana), desk.of(desk.marisa)
    with pytest.raises(BadInputError):
        ana.save_filter(view)
    marisa.save_filter(view)
    (shared,) = ana.filters()
    assert ReviewFilter.from_json(shared.definition) == chosen
    with pytest.raises(BadInputError):
        ana.delete_filter(view.view_id)
    marisa.delete_filter(view.view_id)
    assert marisa.filters() == []


def test_the_export_holds_the_whole_list(desk: Desk) -> None:
    contacts = {desk.log(f"Nota {number}") for number in range(70)}
    rows = list(desk.of(desk.marisa).all_rows(ReviewFilter()))
    assert {one.contact_id for one in rows} == contacts
    assert len(rows) == 70


@pytest.mark.parametrize(
    "text",
    ['"', '""', "*", "NEAR(", "NEAR(a b)", "-", "%", "a & b | !c", "'", "a:*", "(((", "\\",
     "\ud800", "pediu\x00", "pediu AND prazo", "OR", "<b>", "x" * 1_000, "p " * 500,
     '"' + "p " * 499],
)  # fmt: skip
def test_whatever_is_typed_is_looked_for_as_words(desk: Desk, text: str) -> None:
    contact = desk.log("Pediu prazo, <b>não</b> AND a & b c")
    found = [one.contact_id for one in desk.of(desk.marisa).open(ReviewFilter(text=text)).page.rows]
    search = search_of(text)
    is_found = not search or finds(search, "Pediu prazo, <b>não</b> AND a & b c")
    assert found == ([contact] if is_found else [])


@pytest.mark.parametrize("text", ["x" * 3_000, "palavra " * 10_000, "a" * 100_000])
def test_a_search_that_no_server_takes_is_refused_before(desk: Desk, text: str) -> None:
    desk.log("x" * 3_000)
    with pytest.raises(BadInputError, match="review_search_too_long"):
        desk.of(desk.marisa).open(ReviewFilter(text=text))
