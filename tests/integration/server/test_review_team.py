"""Reviews between two logins of a team's server: the policies let them through, and no others."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select, text, update

from cockpit.data.bulk_loader import _insert as insert_rows
from cockpit.domain.clock import AsOfClock
from cockpit.domain.errors import ForbiddenError, GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.note_search import search_of
from cockpit.domain.review import Mark, Place, ReviewDraft, ReviewFilter, Wanted
from cockpit.domain.vocabulary import Channel, CustomerCategory, Role
from cockpit.services.review import ReviewService
from models import Base, Contact, ContactReview, Customer
from tests.support.team import Person, TeamDatabase

DAY = date(2026, 3, 16)
AT = datetime(2026, 3, 16, 13, tzinfo=UTC)
_LOG = text(
    "INSERT INTO contacts (id, customer_id, user_id, channel, direction, occurred_at, outcome_id,"
    " note, device_id, device_seq, content_sha256, recorded_at)"
    " SELECT :id, customer_id, user_id, channel, direction, :at, outcome_id, :note, device_id,"
    " 1 + (SELECT max(device_seq) FROM contacts WHERE user_id = :maker), '-', recorded_at"
    " FROM contacts WHERE user_id = :maker LIMIT 1"
)


class Team:
    """Marisa leads Ana; Bruno is in nobody's team and has a customer of his own."""

    def __init__(self, database: TeamDatabase) -> None:
        self.database = database
        marisa = database.add("marisa", Role.SUPERVISOR)
        self.marisa = database.open(marisa, machine="pc-m")
        team = database.team("Norte", supervisor=self.marisa.user.user_id)
        self.ana = database.join("ana", Role.OPERATOR, team=team, machine="pc-a")
        self.bruno = database.join("bruno", Role.EXTERNAL_SELLER, machine="pc-b")
        self.contacts = {
            name: self._contact(person, f"{note} do cliente")
            for name, person, note in (
                ("ana", self.ana, "Reclamou do prazo"), ("bruno", self.bruno, "Segredo de prazo"),
            )
        }  # fmt: skip

    def service(self, person: Person) -> ReviewService:
        return ReviewService(person.database, AsOfClock(DAY), person.user)

    def log(self, person: Person, note: str, *, at: datetime) -> UUID:
        """Store a contact with somebody's customer."""
        contact = new_id()
        with self.database.superuser.begin() as connection:
            values = {"id": contact, "note": note, "at": at, "maker": person.user.user_id}
            connection.execute(_LOG, values)
        return contact

    def _contact(self, person: Person, note: str) -> UUID:
        customer, contact = new_id(), new_id()
        with person.database.read() as unit:
            outcome = next(iter(unit.reference.outcomes())).outcome_id
        rows = {
            "customers": {
                "id": customer, "code": person.user.login, "legal_name": "Cliente",
                "category": CustomerCategory.CUSTOMER, "owner_id": person.user.user_id,
            },
            "contacts": {
                "id": contact, "customer_id": customer, "user_id": person.user.user_id,
                "channel": Channel.PHONE, "occurred_at": AT, "outcome_id": outcome, "note": note,
                "device_id": person.user.device_id, "device_seq": 1, "recorded_at": AT,
            },
        }  # fmt: skip
        with self.database.superuser.begin() as connection:
            for table, row in rows.items():
                insert_rows(connection, Base.metadata.tables[table], [row])
        return contact


@pytest.fixture
def team(team_database: TeamDatabase) -> Team:
    return Team(team_database)


def test_a_comment_goes_to_the_operator_and_the_answer_back(team: Team) -> None:
    marisa, ana = team.service(team.marisa), team.service(team.ana)
    contact = team.contacts["ana"]
    assert [one.contact_id for one in marisa.open(ReviewFilter()).page.rows] == [contact]
    marisa.mark(ReviewDraft({contact: new_id()}, Mark.COACH, "Ofereça entrega parcial"))
    (comment,) = ana.comments()
    assert comment.comment == "Ofereça entrega parcial"
    ana.answer({comment.review_id: "Combinado"})
    assert marisa.said()[0].reply == "Combinado"


def test_a_comment_stays_with_the_operator_whose_customer_was_handed_over(team: Team) -> None:
    """Read, counted and answered; of the customer and the contact nothing else is told."""
    marisa, ana = team.service(team.marisa), team.service(team.ana)
    contact = team.contacts["ana"]
    marisa.mark(ReviewDraft({contact: new_id()}, Mark.COACH, "Ofereça entrega parcial"))
    with team.database.superuser.begin() as connection:
        connection.execute(
            update(Customer).where(Customer.code == team.ana.user.login)
            .values(owner_id=team.bruno.user.user_id)
        )  # fmt: skip
    assert ana.unread_comments() == 1
    (comment,) = ana.comments()
    assert (comment.comment, comment.note) == (
        "Ofereça entrega parcial", "Reclamou do prazo do cliente"
    )  # fmt: skip
    ana.answer({comment.review_id: "Combinado"})
    (answered,) = ana.comments()
    assert (answered.reply, answered.is_unread, ana.unread_comments()) == ("Combinado", False, 0)
    assert ana.open(ReviewFilter()).page.rows == ()
    with team.ana.engines.reading() as connection:
        for table in (Contact, Customer):
            assert connection.execute(select(func.count()).select_from(table)).scalar() == 0
    for other in (team.bruno, team.database.join("caio", Role.EXTERNAL_SELLER, machine="pc-c")):
        assert team.service(other).comments() == []
        team.service(other).answer({comment.review_id: "Não é comigo"})
        with other.engines.reading() as connection:
            assert connection.execute(select(func.count(ContactReview.id))).scalar() == 0


def test_a_search_tells_of_nobody_whom_the_login_does_not_see(team: Team) -> None:
    for person, expected in (
        (team.marisa, {team.contacts["ana"]}),
        (team.ana, {team.contacts["ana"]}),
        (team.bruno, {team.contacts["bruno"]}),
    ):
        wanted = Wanted(ReviewFilter(), None, AT + timedelta(days=1), search=search_of("praz"))
        with person.database.read() as unit:
            found = unit.review.places(wanted, after=None, size=10)
        assert {one.contact_id for one in found} == expected
        for most in (1, 10):
            called = text(
                "SELECT contact_id FROM giro_notes_matching('''segredo''', '-infinity',"
                f" 'infinity', '00000000-0000-0000-0000-000000000000', NULL, {most})"
            )
            with person.engines.reading() as connection:
                named = set(connection.execute(called).scalars())
            assert named == expected & {team.contacts["bruno"]}, "nor whether there is such a note"


def test_a_search_goes_on_by_pages_among_the_customers_that_a_login_sees(team: Team) -> None:
    """Common and rare words alone and together, in pages smaller than what is looked through."""
    notes = {
        team.log(
            team.ana if number % 2 else team.bruno,
            f"Comum{' terços' * (number % 3 == 0)}{' raro' * (number % 41 == 0)}",
            at=AT - timedelta(minutes=number),
        ): number
        for number in range(1, 200)
    }  # fmt: skip
    gerente = team.database.join("gerente", Role.MANAGER)
    for person, is_seen in ((team.marisa, lambda number: number % 2), (gerente, bool)):
        for typed, holds in (
            ("comu", bool),
            ("tercos", lambda number: number % 3 == 0),
            ("raro", lambda number: number % 41 == 0),
            ("comum tercos raro", lambda number: number % 123 == 0),
            ('"tercos raro', lambda number: number % 123 == 0),
            ("nunca", lambda _: False),
        ):
            wanted = Wanted(ReviewFilter(), None, AT, search=search_of(typed))
            found: list[Place] = []
            with person.database.read() as unit:
                while places := unit.review.places(
                    wanted, after=found[-1] if found else None, size=3
                ):
                    found += places
            expected = [number for number in range(1, 200) if is_seen(number) and holds(number)]
            assert [notes[one.contact_id] for one in found] == expected, typed


def test_nobody_reviews_whom_they_do_not_answer_for(team: Team) -> None:
    draft = ReviewDraft({team.contacts["bruno"]: new_id()}, Mark.CHECKED)
    with pytest.raises(ForbiddenError):
        team.service(team.marisa).mark(draft)
    own = ReviewDraft({team.contacts["ana"]: new_id()}, Mark.CHECKED)
    with pytest.raises(GiroError), team.ana.database.write() as unit:
        unit.review.add(own, user=team.ana.user, at=AT)
    with team.database.superuser.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM contact_reviews")).scalar() == 0


def test_a_search_uses_the_index_of_words_under_the_policies(team: Team) -> None:
    """The function looks past the policies, where the operator would keep the index unused."""
    with team.database.superuser.begin() as connection:
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        plan = "\n".join(
            connection.exec_driver_sql(
                "EXPLAIN SELECT id FROM contacts WHERE note_words @@ '''prazo'''::tsquery"
            ).scalars()
        )
    assert "ix_contacts_note_words" in plan
