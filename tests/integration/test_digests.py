"""Notices: who is told what, once; and letters to a real server, on both engines."""

import ssl
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from cockpit.app.mail_passwords import KeyringPasswords
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.contact import ContactDraft
from cockpit.domain.errors import DatabaseBusyError, ForbiddenError, MailError
from cockpit.domain.ids import new_id
from cockpit.domain.message_templates import MailSecurity, MailServer
from cockpit.domain.notices import (
    Audience,
    Digest,
    DigestLetter,
    Notice,
    NoticeSchedule,
    Periodicity,
)
from cockpit.domain.review import Mark, ReviewDraft
from cockpit.domain.vocabulary import (
    Channel,
    LifecycleStatus,
    NoticeChannel,
    NoticeState,
    Role,
    SettingScope,
    Trend,
)
from cockpit.messaging.digest_letters import DigestLetterWriter
from cockpit.messaging.mail import SmtpSender
from cockpit.services.digests import DigestRun, DigestService
from cockpit.services.notices import NoticeService
from cockpit.services.review import ReviewService
from models import Notification
from tests.integration.data.conftest import World, customer
from tests.support.at_once import at_once
from tests.support.mail_server import LOGIN, PASSWORD, mail_server
from tests.support.mail_server import MailServer as Box

MONDAY = date(2026, 3, 16)
AT_RISK, INACTIVE = LifecycleStatus.AT_RISK, LifecycleStatus.INACTIVE


def digest_of(notice: Notice) -> Digest:
    """Return what a notice says, which is a digest."""
    assert isinstance(notice.told, Digest)
    return notice.told


@dataclass
class SetClock:
    """A clock that stands where it is put."""

    at: datetime = field(default=datetime(2026, 3, 16, 12, 30, tzinfo=UTC))

    @property
    def zone(self) -> ZoneInfo:
        return DEFAULT_ZONE

    @property
    def known_at(self) -> None:
        return

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.astimezone(self.zone).date()


@dataclass
class Office:
    """A company with two sellers in two teams, their supervisors and a manager."""

    world: World
    clock: SetClock
    people: dict[str, UUID]
    trusted: ssl.SSLContext | None = None

    def service(self, world: World | None = None, password: str | None = None) -> DigestService:
        mine = world or self.world
        return DigestService(
            mine.database,
            self.clock,
            mine.user,
            DigestLetterWriter(None),
            SmtpSender(self.clock, self.trusted),
            KeyringPasswords(password),
        )

    def run(self) -> DigestRun:
        return self.service().run()

    def use_server(self, box: Box, security: str = "none", login: str = "") -> None:
        server = {
            "host": "127.0.0.1", "port": box.port, "security": MailSecurity(security).value,
            "login": login, "sender_name": "Giro", "sender_address": "giro@giro.example",
        }  # fmt: skip
        with self.world.database.write() as unit:
            unit.settings.put(SettingScope.COMPANY, None, "mail.server", server)
            unit.changed(customer_ids=[])

    def leaves(self, owner: str, name: str, since: date, **more: object) -> UUID:
        """Let a customer of somebody's leave their cycle."""
        key = new_id()
        owner_id = self.people[owner]
        self.world.load_more(
            customers=[customer(key, name, trade_name=name, owner_id=owner_id)],
            customer_metrics=[metric(key, since, **more)],
        )
        return key

    def user(self, name: str) -> World:
        """Return the world as somebody sees it."""
        colleague = self.world.colleague(name)
        assert colleague.user.user_id == self.people[name]
        return colleague

    def inbox(self, name: str) -> list[str]:
        """Return the customers that somebody's newest notice names."""
        colleague = self.user(name)
        with colleague.database.read() as unit:
            found = unit.notices.inbox(colleague.user, limit=10)
        return [one.name for one in digest_of(found[0]).customers] if found else []

    def states(self) -> list[tuple[NoticeState, int]]:
        """Return the letters' states and attempts, by address."""
        chosen = (
            select(Notification.state, Notification.attempts)
            .where(Notification.channel == NoticeChannel.EMAIL)
            .order_by(Notification.created_at, Notification.id)
        )
        with self.world.engines.reading() as connection:
            return [(state, attempts) for state, attempts in connection.execute(chosen)]

    def wait(self, **time: float) -> None:
        """Let time pass; on a server, whose clock cannot be set, what is stored grows older."""
        passed = timedelta(**time)
        self.clock.at += passed
        if not self.world.engines.is_sqlite:
            seconds = f"interval '{passed.total_seconds()} seconds'"
            with self.world.engines.writing() as connection:
                connection.exec_driver_sql(
                    f"UPDATE notifications SET tried_at = tried_at - {seconds}, "
                    f"created_at = created_at - {seconds}"
                )
                connection.exec_driver_sql(
                    f"UPDATE duties SET lease_until = lease_until - {seconds}"
                )


def metric(
    key: UUID, since: date, status: LifecycleStatus = AT_RISK, cents: int = 100_000
) -> dict[str, object]:
    return {
        "customer_id": key, "status": status, "own_status": status, "fixed_status": status,
        "status_since_on": since, "last_order_on": date(2026, 1, 5), "silence_days": 70,
        "frequency_days": 30.0, "trend": Trend.DOWN, "at_risk_cents": cents,
        "lost_so_far_cents": 5_000, "computed_for_on": MONDAY, "engine": "test",
    }  # fmt: skip


@pytest.fixture
def engines(database_url: str) -> Iterator[Engines]:
    with closing(open_database(parse_address(database_url))) as opened:
        yield opened


@pytest.fixture
def office(engines: Engines) -> Office:
    user = ensure_identity(engines, login="root", machine="pc-1")
    world = World(engines, user, SqlDatabase(engines, user.user_id))
    roles = {
        "ana": Role.OPERATOR, "bia": Role.EXTERNAL_SELLER, "sara": Role.SUPERVISOR,
        "saulo": Role.SUPERVISOR, "mario": Role.MANAGER,
    }  # fmt: skip
    people = {name: new_id() for name in roles}
    teams = {"norte": new_id(), "sul": new_id()}
    of_team = {"ana": "norte", "sara": "norte", "bia": "sul", "saulo": "sul"}
    world.load_more(teams=[{"id": key, "name": name} for name, key in teams.items()])
    world.load_more(
        users=[
            {"id": key, "login": name, "name": f"{name.title()} Souza", "role": roles[name],
             "email": f"{name}@giro.example", "team_id": teams.get(of_team.get(name, ""))}
            for name, key in people.items()
        ]
    )  # fmt: skip
    world.update("teams", teams["norte"], supervisor_id=people["sara"])
    world.update("teams", teams["sul"], supervisor_id=people["saulo"])
    made = Office(world, SetClock(), people)
    made.leaves("ana", "Sempre", MONDAY - timedelta(days=90))  # judged first of all: no change
    return made


@pytest.fixture
def box(office: Office) -> Iterator[Box]:
    with mail_server() as (server, _trusted):
        office.use_server(server)
        yield server


# --- who is told what --------------------------------------------------------------------------


def test_a_seller_hears_of_their_own_customers_the_dearest_first(office: Office) -> None:
    office.leaves("ana", "Pouco", MONDAY - timedelta(days=2), cents=10)
    office.leaves("ana", "Muito", MONDAY - timedelta(days=5), cents=90_000, status=INACTIVE)
    office.leaves("ana", "Velho", MONDAY - timedelta(days=30))
    office.leaves("bia", "Outro", MONDAY)
    office.run()
    assert office.inbox("ana") == ["Muito", "Pouco"]
    assert office.inbox("bia") == ["Outro"]


def test_who_has_nothing_to_hear_hears_nothing(office: Office) -> None:
    office.run()
    assert office.inbox("ana") == []


def test_a_period_is_told_once_and_the_next_one_tells_what_is_new(office: Office) -> None:
    first = office.leaves("ana", "Primeiro", MONDAY)
    assert office.run().made == 4  # Ana; the supervisor of her team, the manager, the administrator
    assert office.run().made == 0
    office.leaves("ana", "Mais tarde", MONDAY)  # on the same day, after the notice
    office.wait(days=3)
    assert office.run().made == 0
    office.leaves("ana", "Na semana", MONDAY + timedelta(days=4), cents=5)
    office.wait(days=4)
    assert office.run().made > 0
    assert office.inbox("ana") == ["Mais tarde", "Na semana"]
    assert first


def test_a_customer_who_falls_further_is_told_again(office: Office) -> None:
    key = office.leaves("ana", "Caindo", MONDAY)
    office.run()
    with office.world.engines.writing() as connection:
        connection.exec_driver_sql("UPDATE customer_metrics SET status = 'inactive' "
                                   "WHERE status_since_on = '2026-03-16'")  # fmt: skip
    office.wait(days=7)
    office.run()
    assert office.inbox("ana") == ["Caindo"]
    assert key


def test_a_supervisor_sees_the_own_teams_and_a_manager_all(office: Office) -> None:
    office.leaves("ana", "Um", MONDAY)
    office.leaves("bia", "Dois", MONDAY)
    office.run()
    seen = {}
    for name in ("sara", "saulo", "mario"):
        colleague = office.user(name)
        with colleague.database.read() as unit:
            newest = unit.notices.inbox(colleague.user, limit=1)[0]
        seen[name] = sorted(one.owner_name for one in digest_of(newest).portfolios)
    assert seen == {
        "sara": ["Ana Souza"], "saulo": ["Bia Souza"], "mario": ["Ana Souza", "Bia Souza"],
    }  # fmt: skip


def test_an_audience_that_is_off_hears_nothing(office: Office) -> None:
    office.leaves("ana", "Um", MONDAY)
    user = replace(office.world.user, role=Role.SUPERVISOR)
    notices = NoticeService(office.world.database, office.clock, user)
    notices.save({one: NoticeSchedule(Periodicity.OFF) for one in Audience}, {})
    assert not notices.is_due()
    assert office.run().made == 0
    notices.save({Audience.SELLERS: NoticeSchedule()}, {})
    assert notices.is_due()
    assert office.run().made == 1
    assert not notices.is_due()


def test_an_address_can_be_set_and_taken_away(office: Office) -> None:
    user = replace(office.world.user, role=Role.SUPERVISOR)
    notices = NoticeService(office.world.database, office.clock, user)
    notices.save({}, {office.people["ana"]: " nova@giro.example ", office.people["bia"]: ""})
    emails = {one.user_id: one.email for one in notices.recipients()}
    assert emails[office.people["ana"]] == "nova@giro.example"
    assert emails[office.people["bia"]] == ""


def test_an_operator_reads_nobodys_address(office: Office) -> None:
    ana = office.user("ana")
    with pytest.raises(ForbiddenError):
        NoticeService(ana.database, office.clock, ana.user).recipients()


def test_reading_is_kept_and_nobody_reads_for_others(office: Office) -> None:
    office.leaves("ana", "Um", MONDAY)
    office.run()
    ana, bia = office.user("ana"), office.user("bia")
    notices = NoticeService(ana.database, office.clock, ana.user)
    (one,) = notices.inbox()
    NoticeService(bia.database, office.clock, bia.user).mark_read([one.notice_id])
    assert notices.inbox()[0].read_at is None
    notices.mark_read([one.notice_id])
    assert notices.inbox()[0].read_at == office.clock.now()


def test_notices_of_a_clock_of_years_later_do_not_silence_those_of_today(office: Office) -> None:
    today = office.clock.at
    office.leaves("ana", "Um", MONDAY)
    office.clock.at = today + timedelta(days=3650)
    office.run()
    office.clock.at = today
    office.leaves("ana", "Dois", MONDAY)
    assert office.run().made > 0
    assert office.run().made == 0
    with office.world.engines.reading() as connection:
        told = connection.execute(
            select(Notification.payload).where(Notification.user_id == office.people["ana"])
        )
        counts = [len(one["customers"]) for one in told.scalars() if one["kind"] == "cycle_left"]
    assert 2 in counts


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"customers": 7, "portfolios": "x", "last_day": 3, "until_on": []},
        {"customers": [{"customer_id": "nobody"}], "portfolios": [], "last_day": [["x", "y"]]},
        {"kind": "cycle_left", "since_on": "2026-01-01", "until_on": "9999-12-31", "last_day": [],
         "customer_count": float("1e999"), "customer_cents": 1, "customers": [], "portfolios": []},
    ],
)  # fmt: skip
def test_a_notice_of_another_version_stops_nobody_elses(
    office: Office, box: Box, payload: dict[str, object]
) -> None:
    office.leaves("ana", "Um", MONDAY)
    office.leaves("bia", "Dois", MONDAY)
    assert office.run().sent > 0
    if not office.world.engines.is_sqlite:
        payload = {key: one for key, one in payload.items() if key != "customer_count"}
    with office.world.engines.writing() as connection:
        odd = update(Notification).where(Notification.user_id == office.people["ana"])
        connection.execute(odd.values(payload=payload, state=NoticeState.WAITING))
    sent = len(box.letters)
    office.leaves("bia", "Três", MONDAY + timedelta(days=3))
    office.wait(days=7)
    assert office.run().sent > 0
    assert len(box.letters) > sent
    assert office.inbox("bia") == ["Três"]
    office.user("ana")
    office.inbox("ana")


# --- nothing twice -----------------------------------------------------------------------------


def test_programs_that_run_at_once_send_each_letter_once(office: Office, box: Box) -> None:
    for number in range(5):
        office.leaves("ana", f"Cliente {number}", MONDAY)
    others = [office.world, *(office.user(name) for name in ("bia", "sara", "mario"))]
    at_once([partial(_patiently, office.service(one)) for one in others])
    office.wait(hours=1)
    _patiently(office.service())
    receivers = sorted(str(letter["To"]) for letter in box.letters)
    assert receivers == ["ana@giro.example", "mario@giro.example", "sara@giro.example"]
    assert {state for state, _ in office.states()} == {NoticeState.SENT}


def _patiently(service: DigestService) -> DigestRun:
    while True:
        try:
            return service.run()
        except DatabaseBusyError:
            continue


def test_while_one_program_works_another_does_nothing(office: Office) -> None:
    office.leaves("ana", "Um", MONDAY)
    with office.world.database.write() as unit:
        unit.duties.take(
            "notices", user=office.world.user, at=office.clock.now(), lease=timedelta(minutes=5)
        )
        unit.changed(customer_ids=[])
    assert office.run() == DigestRun(is_elsewhere=True)
    office.wait(minutes=6)
    assert office.run().made > 0


@dataclass
class TakingOver:
    """A sender that is so slow that another program takes the duty over meanwhile."""

    office: Office
    sender: SmtpSender

    def send_digest(self, letter: DigestLetter, server: MailServer, password: str | None) -> None:
        self.office.wait(minutes=6)
        other = self.office.user("bia")
        with other.database.write() as unit:
            hold = unit.duties.take(
                "notices", user=other.user, at=self.office.clock.now(), lease=timedelta(hours=1)
            )
            unit.changed(customer_ids=[])
        assert hold is not None
        self.sender.send_digest(letter, server, password)


def test_a_duty_that_was_lost_stops_the_work(office: Office, box: Box) -> None:
    office.leaves("ana", "Um", MONDAY)
    slow = TakingOver(office, SmtpSender(office.clock))
    done = replace(office.service(), sender=slow).run()
    assert done.is_elsewhere
    assert len(box.letters) == done.sent == 1
    sent = [state for state, _ in office.states()]
    assert sorted(sent) == [NoticeState.SENT, NoticeState.WAITING, NoticeState.WAITING]


class KilledError(BaseException):
    """The program ended here."""


@dataclass
class Killed:
    """A sender whose program is killed after the server took the letter."""

    sender: SmtpSender

    def send_digest(self, letter: DigestLetter, server: MailServer, password: str | None) -> None:
        self.sender.send_digest(letter, server, password)
        raise KilledError


def test_a_program_killed_after_the_server_took_the_letter_repeats_its_id(
    office: Office, box: Box
) -> None:
    office.leaves("ana", "Um", MONDAY)
    with pytest.raises(KilledError):
        replace(office.service(), sender=Killed(SmtpSender(office.clock))).run()
    assert len(box.letters) == 1
    office.wait(minutes=6)
    assert office.run().sent == 2, "the one under way waits for its own lease"
    office.wait(minutes=6)
    assert office.run().sent == 1
    ids = [str(letter["Message-ID"]) for letter in box.letters]
    assert len(ids) == 4
    assert ids[0] == ids[3]
    assert len(set(ids)) == 3
    assert office.run().sent == 0


# --- a real server -----------------------------------------------------------------------------


def test_a_letter_has_text_table_and_no_customers_number(office: Office, box: Box) -> None:
    key = office.leaves("ana", "Acme <b>&</b> Filhos", MONDAY)
    office.world.load_more(
        phones=[{"customer_id": key, "raw": "11 98765-4321", "e164": "+5511987654321"}]
    )
    office.run()
    letter = next(one for one in box.letters if one["To"] == "ana@giro.example")
    text, html = _part(letter, "plain"), _part(letter, "html")
    assert "Acme <b>&</b> Filhos" in text
    assert "Acme &lt;b&gt;&amp;&lt;/b&gt; Filhos" in html
    assert "98765" not in text + html
    assert "Acme" not in str(letter["Subject"])
    assert letter["Auto-Submitted"] == "auto-generated"


def logged(office: Office, who: World, customer_id: UUID) -> UUID:
    """Let somebody log a contact of this morning."""
    key, at = new_id(), office.clock.at - timedelta(hours=2)
    with who.database.read() as unit:
        outcome = next(one for one in unit.reference.outcomes() if one.is_reached)
    who.log(ContactDraft(key, customer_id, at, Channel.PHONE, outcome))
    return key


def test_an_operators_letter_says_how_many_comments_wait(office: Office, box: Box) -> None:
    key = office.leaves("ana", "Acme", MONDAY)
    ana, sara = office.user("ana"), office.user("sara").user
    contacts = [logged(office, ana, key) for _ in range(3)]
    review = ReviewService(office.world.database, office.clock, sara)
    for contact, mark in zip(contacts, (Mark.COACH, Mark.GOOD_EXAMPLE, Mark.CHECKED), strict=True):
        review.mark(ReviewDraft({contact: new_id()}, mark, "Bem" if mark is Mark.COACH else ""))
    office.leaves("bia", "Outro", MONDAY)
    office.run()
    ana_s, bia_s = (
        next(one for one in box.letters if one["To"] == f"{name}@giro.example")
        for name in ("ana", "bia")
    )
    for kind in ("plain", "html"):
        assert "2 comentários da supervisão sobre contatos seus" in _part(ana_s, kind)
        assert "comentário" not in _part(bia_s, kind)
        assert "Bem" not in _part(ana_s, kind)


def test_one_comment_that_waits_is_one_and_a_read_one_is_none(office: Office, box: Box) -> None:
    key = office.leaves("ana", "Acme", MONDAY)
    ana, sara = office.user("ana"), office.user("sara").user
    for contact in [logged(office, ana, key) for _ in range(2)]:
        review = ReviewService(office.world.database, office.clock, sara)
        review.mark(ReviewDraft({contact: new_id()}, Mark.COACH, "Pergunte o volume"))
    own = ReviewService(office.world.database, office.clock, ana.user)
    own.answer({own.comments()[0].review_id: ""})
    office.run()
    letter = next(one for one in box.letters if one["To"] == "ana@giro.example")
    assert "1 comentário da supervisão sobre um contato seu" in _part(letter, "plain")


def _part(letter: EmailMessage, kind: str) -> str:
    body = letter.get_body((kind,))
    assert isinstance(body, EmailMessage)
    return str(body.get_content())


def test_a_server_that_dies_in_the_middle_gets_the_rest_later(office: Office, box: Box) -> None:
    office.leaves("ana", "Um", MONDAY)
    box.dying = 1
    first = office.run()
    assert (first.sent, first.failed) == (2, 1)
    office.wait(minutes=5)
    assert office.run().sent == 0
    office.wait(minutes=15)
    assert office.run().sent == 1
    ids = [str(letter["Message-ID"]) for letter in box.letters]
    assert len(ids) == 4
    assert ids[0] == ids[3]


def test_a_wrong_address_is_given_up_and_a_busy_one_is_not(office: Office, box: Box) -> None:
    office.leaves("ana", "Um", MONDAY)
    box.refused, box.busy = {"ana@giro.example"}, {"mario@giro.example"}
    first = office.run()
    assert first.failed == 2
    assert {one.recipient.name: one.is_final for one in first.unsent} == {
        "Ana Souza": True, "Mario Souza": False,
    }  # fmt: skip
    box.refused, box.busy = set(), set()
    office.wait(minutes=20)
    assert office.run().sent == 1
    states = sorted(state for state, _ in office.states())
    assert states == [NoticeState.FAILED, NoticeState.SENT, NoticeState.SENT]


def test_encrypted_and_logged_in(office: Office) -> None:
    office.leaves("ana", "Um", MONDAY)
    with mail_server("starttls") as (server, trusted):
        office.use_server(server, "starttls", LOGIN)
        office.trusted = trusted
        assert office.service(password=PASSWORD).run().sent == 3
        assert len(server.letters) == 3


def test_a_refused_login_is_asked_once_and_tried_again_later(office: Office) -> None:
    office.leaves("ana", "Um", MONDAY)
    with mail_server("starttls") as (server, trusted):
        office.use_server(server, "starttls", LOGIN)
        office.trusted = trusted
        done = office.service(password="errada").run()
        assert isinstance(done.trouble, MailError)
        assert done.trouble.message.key == "error.mail_login_refused"
        assert sorted(office.states()) == [
            (NoticeState.WAITING, 0), (NoticeState.WAITING, 0), (NoticeState.WAITING, 1),
        ]  # fmt: skip
        office.wait(minutes=20)
        assert office.service(password=PASSWORD).run().sent == 3


def test_without_the_password_the_letters_wait_for_who_knows_it(office: Office) -> None:
    office.leaves("ana", "Um", MONDAY)
    with mail_server("starttls") as (server, trusted):
        office.use_server(server, "starttls", LOGIN)
        office.trusted = trusted
        done = office.service().run()
        assert done.trouble is not None
        assert done.trouble.message.key == "error.mail_no_password"
        assert {attempts for _, attempts in office.states()} == {0}


def test_a_server_that_nobody_trusts_gets_nothing(office: Office) -> None:
    office.leaves("ana", "Um", MONDAY)
    with mail_server("tls") as (server, _trusted):
        office.use_server(server, "tls")
        done = office.run()
        assert done.trouble is not None
        assert done.trouble.message.key == "error.mail_not_trusted"
        assert server.letters == []


def test_what_no_server_took_for_days_is_given_up(office: Office, box: Box) -> None:
    office.leaves("ana", "Um", MONDAY)
    box.busy = {"ana@giro.example", "mario@giro.example", "sara@giro.example"}
    office.run()
    office.wait(days=3, minutes=1)
    office.run()
    assert {state for state, _ in office.states()} == {NoticeState.FAILED}


def test_names_of_customers_are_not_logged(
    office: Office, box: Box, caplog: pytest.LogCaptureFixture
) -> None:
    office.leaves("ana", "Segredo Ltda", MONDAY)
    box.busy = {"ana@giro.example"}
    office.run()
    assert "Segredo" not in caplog.text
    assert "giro.example" not in caplog.text
    assert "mail_refused" in caplog.text
    caplog.clear()


def test_a_portfolios_money_is_that_of_the_work_list(office: Office) -> None:
    office.leaves("bia", "Fora", MONDAY, cents=30_000)
    office.leaves("bia", "Dentro", MONDAY, cents=7_000, status=LifecycleStatus.ACTIVE)
    office.leaves("bia", "Bloqueado", MONDAY, cents=9_000, status=LifecycleStatus.BLOCKED)
    with office.world.database.read() as unit:
        found = {one.owner_name: one for one in unit.notices.portfolios()}
    bia = found["Bia Souza"]
    assert (bia.active, bia.at_risk, bia.inactive, bia.lost) == (1, 1, 0, 0)
    assert (bia.at_risk_cents, bia.lost_cents) == (37_000, 5_000)


def test_on_the_first_day_of_all_nobody_has_left(office: Office) -> None:
    with office.world.engines.writing() as connection:
        connection.exec_driver_sql("DELETE FROM customer_metrics")
    office.leaves("bia", "Judged today", MONDAY)
    office.leaves("bia", "Judged too", MONDAY)
    office.run()
    assert office.inbox("bia") == []
