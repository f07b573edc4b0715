"""Scheduled reports: sent once to whom they belong, with what that person may see; both engines."""

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from uuid import UUID

import pypdf
import pytest
from sqlalchemy import select

from cockpit.app.mail_passwords import KeyringPasswords
from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.domain.errors import DatabaseBusyError, ForbiddenError
from cockpit.domain.ids import new_id
from cockpit.domain.indicators import Cut, Narrowing
from cockpit.domain.message_templates import MailSecurity
from cockpit.domain.report_schedules import Repetition, ReportPlan, Span
from cockpit.domain.reports import ReportFormat, ReportName, ReportRequest
from cockpit.domain.vocabulary import NoticeState, Role, SettingScope
from cockpit.messaging.mail import SmtpSender
from cockpit.reports.letters import LetterPacker
from cockpit.services.notices import NoticeService
from cockpit.services.ports import CurrentUser
from cockpit.services.reporting.mail import ReportMailRun, ReportMailService
from cockpit.services.reporting.parts import ReportParts
from cockpit.services.reporting.schedules import ReportScheduleService
from cockpit.services.reporting.service import ReportService
from models import AuditEvent, Notification
from tests.integration.data.conftest import World
from tests.integration.test_digests import SetClock
from tests.support.mail_server import MailServer as Box
from tests.support.mail_server import mail_server
from tests.support.report_documents import table

MONTHLY = ReportPlan(ReportName.REACTIVATION, ReportFormat.PDF)


class Builder:
    """Makes a small report, and remembers who asked what."""

    def __init__(self) -> None:
        self.asked: list[ReportRequest] = []
        self.error: Exception | None = None

    def parts(self, request: ReportRequest, is_cancelled: object) -> ReportParts:
        self.asked.append(request)
        if self.error is not None:
            raise self.error
        return ReportParts(tables=(table(4),))


class Office:
    """A company, its people, and what sends their reports."""

    def __init__(self, world: World, people: dict[str, UUID]) -> None:
        self.world = world
        self.people = people
        self.clock = SetClock(datetime(2026, 3, 16, 12, 30, tzinfo=UTC))
        self.builder = Builder()
        self.readers: list[CurrentUser] = []

    def mail(self) -> ReportMailService:
        return ReportMailService(
            self.world.database, self.clock, self.world.user, self._reports, LetterPacker(),
            SmtpSender(self.clock), KeyringPasswords(None),
        )  # fmt: skip

    def _reports(self, reader: CurrentUser) -> ReportService:
        self.readers.append(reader)
        builders = dict.fromkeys(ReportName, lambda: self.builder)
        return ReportService(self.world.database, self.clock, reader, builders)

    def run(self) -> ReportMailRun:
        return self.mail().run()

    def schedules(self, name: str) -> ReportScheduleService:
        colleague = self.world.colleague(name)
        return ReportScheduleService(self.world.database, self.clock, colleague.user)

    def use_server(self, box: Box) -> None:
        server = {
            "host": "127.0.0.1", "port": box.port, "security": MailSecurity.NONE.value,
            "login": "", "sender_name": "Giro", "sender_address": "giro@giro.example",
        }  # fmt: skip
        with self.world.database.write() as unit:
            unit.settings.put(SettingScope.COMPANY, None, "mail.server", server)
            unit.changed(customer_ids=[])

    def begin(self, name: str, plan: ReportPlan, *, on: datetime | None = None) -> None:
        """Schedule a plan; on a server, whose clock cannot be set, the row is made older."""
        self.schedules(name).add(plan)
        begun = on or self.clock.now() - timedelta(days=60)
        with self.world.engines.writing() as connection:
            text = begun.strftime("%Y-%m-%d %H:%M:%S")
            connection.exec_driver_sql(f"UPDATE report_schedules SET created_at = '{text}'")

    def wait(self, **time: float) -> None:
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

    def letters(self) -> list[tuple[NoticeState, int, str | None]]:
        chosen = select(Notification.state, Notification.attempts, Notification.detail).order_by(
            Notification.created_at, Notification.id
        )
        with self.world.engines.reading() as connection:
            return [(row.state, row.attempts, row.detail) for row in connection.execute(chosen)]


@pytest.fixture
def engines(database_url: str) -> Iterator[Engines]:
    with closing(open_database(parse_address(database_url))) as opened:
        yield opened


@pytest.fixture
def office(engines: Engines) -> Office:
    user = ensure_identity(engines, login="root", machine="pc-1")
    world = World(engines, user, SqlDatabase(engines, user.user_id))
    roles = {"ana": Role.OPERATOR, "bia": Role.OPERATOR, "sara": Role.SUPERVISOR,
             "mario": Role.MANAGER}  # fmt: skip
    people = {name: new_id() for name in roles}
    team = new_id()
    world.load_more(teams=[{"id": team, "name": "norte"}])
    world.load_more(
        users=[
            {"id": key, "login": name, "name": f"{name.title()} Souza", "role": roles[name],
             "email": f"{name}@giro.example", "team_id": team if name in {"ana", "sara"} else None}
            for name, key in people.items()
        ]
    )  # fmt: skip
    world.update("teams", team, supervisor_id=people["sara"])
    return Office(world, people)


@pytest.fixture
def box(office: Office) -> Iterator[Box]:
    with mail_server() as (server, _trusted):
        office.use_server(server)
        yield server


def attachment(letter: EmailMessage) -> EmailMessage:
    (found,) = letter.iter_attachments()
    assert isinstance(found, EmailMessage)
    return found


# --- schedules ---------------------------------------------------------------------------------


def test_everybody_has_their_own_schedules_and_takes_away_no_others(office: Office) -> None:
    plan = replace(
        MONTHLY, report=ReportName.CONTACTS, cut=Cut.TEAM, hour=6, repetition=Repetition.WEEKLY,
        span=Span.WEEK_BEFORE, narrowing=Narrowing({Cut.OPERATOR: frozenset({None, new_id()})}),
    )  # fmt: skip
    mine, others = office.schedules("ana"), office.schedules("bia")
    added = mine.add(plan)
    assert [one.plan for one in mine.mine()] == [plan]
    assert others.mine() == []
    with pytest.raises(Exception, match="report_schedule_gone"):
        others.remove(added)
    mine.remove(added)
    assert mine.mine() == []


def test_the_trail_knows_of_a_schedule_and_names_no_customer(office: Office) -> None:
    office.schedules("ana").add(MONTHLY)
    with office.world.engines.reading() as connection:
        rows = connection.execute(select(AuditEvent.detail, AuditEvent.entity)).all()
    assert [(row.entity, row.detail["name"]) for row in rows if row.entity == "report_schedules"] \
        == [("report_schedules", "report_schedule.added")]  # fmt: skip


# --- sending -----------------------------------------------------------------------------------


def test_a_report_arrives_once_per_day_that_it_falls_due(office: Office, box: Box) -> None:
    office.begin("mario", MONTHLY)
    assert NoticeService(office.world.database, office.clock, office.world.user).is_due()
    done = office.run()
    assert (done.made, done.sent, done.failed, done.trouble) == (1, 1, 0, None)
    assert office.run() == ReportMailRun()
    office.wait(days=10)
    assert office.run() == ReportMailRun()
    office.wait(days=10)  # the fifth of April
    assert office.run().sent == 1
    first, second = box.letters
    assert (first["To"], first["Auto-Submitted"]) == ("mario@giro.example", "auto-generated")
    assert first["Subject"] == "Giro: Clientes reativados, 01/02/2026 a 28/02/2026"
    assert second["Subject"] == "Giro: Clientes reativados, 01/03/2026 a 31/03/2026"


def test_the_attachment_is_the_report_and_nothing_outside_it_names_a_customer(
    office: Office, box: Box
) -> None:
    office.begin("mario", MONTHLY)
    office.run()
    (letter,) = box.letters
    attached = attachment(letter)
    assert attached.get_filename() == "giro_reactivation_2026-02-01_2026-02-28.pdf"
    content = attached.get_content()
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    assert "Acatama Brinquedos" in text
    body = letter.get_body(("plain",))
    assert body is not None
    assert "Olá, Mario." in body.get_content()
    assert "Acatama" not in body.get_content() + letter["Subject"]


@pytest.mark.parametrize("file_format", [ReportFormat.XLSX, ReportFormat.CSV])
def test_other_files_travel_as_well(office: Office, box: Box, file_format: ReportFormat) -> None:
    office.begin("mario", replace(MONTHLY, file_format=file_format))
    assert office.run().sent == 1
    name = attachment(box.letters[0]).get_filename()
    assert name is not None
    assert name.endswith(file_format.suffix)


def test_what_fell_due_before_the_schedule_was_there_is_not_sent(office: Office, box: Box) -> None:
    office.schedules("mario").add(MONTHLY)  # in the middle of March
    assert office.run() == ReportMailRun()
    assert box.letters == []


def test_a_cancelled_schedule_sends_nothing_more(office: Office) -> None:
    office.begin("mario", MONTHLY)
    office.run()  # there is no server yet: the letter waits
    mine = office.schedules("mario")
    mine.remove(mine.mine()[0])
    with mail_server() as (server, _trusted):
        office.use_server(server)
        office.wait(hours=1)
        assert office.run().sent == 0
        assert server.letters == []


def test_a_program_that_dies_between_sending_and_noting_sends_the_same_letter_again(
    office: Office, box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.begin("mario", MONTHLY)

    def die(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ReportMailService, "_end", die)
        with pytest.raises(KeyboardInterrupt):
            office.run()
    assert office.letters() == [(NoticeState.UNDER_WAY, 1, None)]
    assert office.run() == ReportMailRun()  # the letter may still be under way
    office.wait(minutes=11)
    assert office.run().sent == 1
    first, second = box.letters
    assert first["Message-ID"] == second["Message-ID"]
    assert [state for state, _, _ in office.letters()] == [NoticeState.SENT]
    assert office.run() == ReportMailRun()


def test_only_one_program_sends_at_a_time(office: Office, box: Box) -> None:
    office.begin("mario", MONTHLY)
    seen: list[ReportMailRun] = []

    class Looking(Builder):
        def parts(self, request: ReportRequest, is_cancelled: object) -> ReportParts:
            office.begin("sara", replace(MONTHLY, hour=7))
            seen.append(office.mail().run())
            return super().parts(request, is_cancelled)

    office.builder = Looking()
    assert office.run().sent == 1
    assert [one.is_elsewhere for one in seen] == [True]


def test_one_report_that_fails_keeps_no_other_back(office: Office, box: Box) -> None:
    office.begin("ana", MONTHLY)
    office.begin("mario", MONTHLY)
    office.builder.error = ForbiddenError("wall_not_allowed")
    assert (office.run().failed, box.letters) == (2, [])
    assert [state for state, _, _ in office.letters()] == [NoticeState.FAILED] * 2
    assert [detail for _, _, detail in office.letters()] == ["error.wall_not_allowed"] * 2


def test_a_busy_mailbox_is_tried_again_and_a_wrong_one_is_not(office: Office, box: Box) -> None:
    box.busy.add("ana@giro.example")
    box.refused.add("mario@giro.example")
    office.begin("ana", MONTHLY)
    office.begin("mario", MONTHLY)
    assert office.run().failed == 2
    box.busy.clear()
    box.refused.clear()
    office.wait(minutes=16)
    assert office.run().sent == 1
    assert [letter["To"] for letter in box.letters] == ["ana@giro.example"]


def test_the_database_that_fails_while_noting_does_not_send_twice_at_once(
    office: Office, box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.begin("mario", MONTHLY)

    def fail(*_args: object, **_more: object) -> None:
        raise DatabaseBusyError("database_locked")

    with monkeypatch.context() as patched:
        patched.setattr(ReportMailService, "_end", fail)
        with pytest.raises(DatabaseBusyError):
            office.run()
    assert office.run().sent == 0
    assert len(box.letters) == 1


# --- rights ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ana", "sara", "mario"])
@pytest.mark.parametrize("report", [ReportName.CONTACTS, ReportName.REACTIVATION])
@pytest.mark.usefixtures("box")
def test_a_report_tells_what_its_reader_may_see(
    office: Office, name: str, report: ReportName
) -> None:
    whose = {"ana": {"ana"}, "sara": {"sara", "ana"}}.get(name)
    office.begin(name, replace(MONTHLY, report=report))
    assert office.run().sent == 1
    (request,) = office.builder.asked
    keys = request.question.narrowing.only.get(Cut.OPERATOR)
    assert keys == (None if whose is None else {office.people[one] for one in whose})
    assert [one.user_id for one in office.readers] == [office.people[name]]


def test_asking_for_others_figures_does_not_show_them(office: Office, box: Box) -> None:
    others = Narrowing({Cut.OPERATOR: frozenset({office.people["bia"], office.people["ana"]})})
    office.begin("ana", replace(MONTHLY, report=ReportName.CONTACTS, narrowing=others))
    office.run()
    (request,) = office.builder.asked
    assert request.question.narrowing.only[Cut.OPERATOR] == {office.people["ana"]}


def test_the_trail_knows_that_rows_left_the_house_and_to_whom(office: Office, box: Box) -> None:
    office.begin("mario", MONTHLY)
    office.run()
    chosen = select(AuditEvent.detail).where(AuditEvent.entity == "report_reactivation")
    with office.world.engines.reading() as connection:
        (detail,) = connection.execute(chosen).scalars()
    assert detail == {"rows": 4, "to": str(office.people["mario"])}


def test_days_follow_from_the_day_of_sending() -> None:
    due = date(2026, 3, 16)
    periods = {span: (span.period(due).first, span.period(due).last) for span in Span}
    assert periods == {
        Span.DAY_BEFORE: (date(2026, 3, 15), date(2026, 3, 15)),
        Span.WEEK_BEFORE: (date(2026, 3, 9), date(2026, 3, 15)),
        Span.MONTH_BEFORE: (date(2026, 2, 1), date(2026, 2, 28)),
        Span.MONTH_SO_FAR: (date(2026, 3, 1), date(2026, 3, 15)),
        Span.QUARTER_BEFORE: (date(2025, 10, 1), date(2025, 12, 31)),
        Span.YEAR_SO_FAR: (date(2026, 1, 1), date(2026, 3, 15)),
    }
