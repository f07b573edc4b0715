"""Nobody gets figures that their rights do not give: each report, on each way, for each role.

The customers of each portfolio, and the contacts of each person, are so many that a total tells
whose are in it. A file lets every program read everything, and so does a server that of who makes
others' reports: there the program keeps them apart. On a server's own logins the policies do, and
the figures are the same.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from cockpit.app.mail_passwords import KeyringPasswords
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.reporting import reports_of
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.data.bulk_loader import _insert as insert_rows
from cockpit.domain.errors import ForbiddenError
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.indicators import Question
from cockpit.domain.message_templates import MailSecurity
from cockpit.domain.periods import month_of
from cockpit.domain.portfolio_figures import PortfolioQuestion
from cockpit.domain.report_schedules import AttachedReport, ReportLetter, ReportPlan
from cockpit.domain.reports import ReportDocument, ReportFormat, ReportName
from cockpit.domain.vocabulary import (
    CampaignArm,
    LifecycleStatus,
    ObjectionEventKind,
    Role,
    SettingScope,
)
from cockpit.reports.json_report import json_of
from cockpit.services.reporting.builders.bridge import bridge_question
from cockpit.services.reporting.mail import ReportMailService
from cockpit.services.reporting.schedules import ReportScheduleService
from models import Base
from tests.integration.test_digests import SetClock
from tests.support.import_files import Line
from tests.support.program import run_here
from tests.support.team import TeamDatabase
from tests.support.working_company import CUSTOMERS, Company

TODAY = date(2025, 4, 20)
MARCH = month_of(date(2025, 3, 1))
ROLES = {"ana": Role.OPERATOR, "bia": Role.OPERATOR, "sara": Role.SUPERVISOR,
         "mario": Role.MANAGER}  # fmt: skip
READERS = ("ana", "sara", "mario")
#: Whose each customer is: 1 of Ana's, 4 of Sara's, 8 of nobody's, 17 of Bia's.
OWNERS = {**dict.fromkeys(CUSTOMERS, "bia"), 1: "ana", **dict.fromkeys(range(4, 8), "sara"),
          **dict.fromkeys(range(8, 16), None)}  # fmt: skip
#: One of Bia's is lent to Ana.
LENT = 2
#: Whom who called: Ana once, Sara twice, Bia four times.
CALLED = {"ana": (1,), "sara": (4, 5), "bia": (3, 16, 17, 18)}
#: Sara answers for Ana and herself. A lent customer is seen by the borrower.
CONTACTS = {"ana": 1, "sara": 3, "mario": 7}
SEEN = {"ana": 1 + 8 + 1, "sara": 1 + 4 + 8, "mario": 30}


@dataclass
class Crew:
    """A company, its people, and what they did in March."""

    company: Company
    team: TeamDatabase | None = None
    people: dict[str, UUID] = field(default_factory=dict)
    kind: UUID = field(default_factory=new_id)

    def __post_init__(self) -> None:
        company = self.company
        company.take(
            date(2025, 1, 2),
            *(Line(one, one, date(2024, 6, 1)) for one in CUSTOMERS),
            *(Line(50 + one, one, date(2024, 7, 1)) for one in CUSTOMERS),
        )
        team = new_id()
        with self.session() as session:
            self._add(session, "objection_kinds", {"id": self.kind, "code": "x", "name": "Preço"})
            self._add(session, "teams", {"id": team, "name": "Norte"})
            self._join(session, team)
            self._own(session, team)
        for name, called in CALLED.items():
            for one in called:
                contact = company.contact(one, date(2025, 3, 10), user_id=self.people[name])
                with self.session() as session:
                    self._object(session, name, one, contact)
        called = [one for several in CALLED.values() for one in several]
        company.take(date(2025, 4, 1), *(Line(100 + one, one, date(2025, 3, 12)) for one in called))
        with self.session() as session:
            self._campaign(session)

    @contextmanager
    def session(self, login: str = "root") -> Iterator[Session]:
        """Open the company as the user of a computer with this login."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("LOGNAME", login)
            options = Options(database=self.url(login), as_of=TODAY)
            with open_session(options, Paths(self.company.folder)) as session:
                yield session

    def _add(self, session: Session, table: str, *rows: dict[str, Any]) -> None:
        with session.store.engines.writing() as connection:
            insert_rows(connection, Base.metadata.tables[table], list(rows))

    def url(self, login: str) -> str:
        """Return how somebody opens the company; on a server with a login of their own."""
        if self.team is None or login not in ROLES:
            return self.company.url
        return self.team.url(self.team.login_of(login))

    def _join(self, session: Session, team: UUID) -> None:
        """Let the people in, two of them into a team."""
        for name, role in ROLES.items():
            if self.team is None:
                self._add(session, "users", {"id": new_id(), "login": name, "role": role,
                                             "name": name})  # fmt: skip
            else:
                self.team.add(name, role)
        users = Base.metadata.tables["users"]
        with session.store.engines.writing() as connection:
            connection.execute(
                users.update().where(users.c.login.in_(["ana", "sara"])).values(team_id=team)
            )
            connection.execute(users.update().values(email="x@giro.example"))
            rows = connection.execute(users.select()).all()
        self.people = {one.login: one.id for one in rows if one.login in ROLES}

    def _own(self, session: Session, team: UUID) -> None:
        customers, teams = (Base.metadata.tables[name] for name in ("customers", "teams"))
        with session.store.engines.writing() as connection:
            connection.execute(teams.update().values(supervisor_id=self.people["sara"]))
            for code, owner in OWNERS.items():
                key = None if owner is None else self.people[owner]
                connection.execute(
                    customers.update().where(customers.c.code == str(code)).values(owner_id=key)
                )
        self._add(session, "portfolio_entries", {
            "id": new_id(), "user_id": self.people["ana"],
            "customer_id": self.company.customers[LENT],
            "entered_at": datetime(2025, 3, 1, tzinfo=UTC),
        })  # fmt: skip

    def _object(self, session: Session, name: str, customer: int, contact: UUID) -> None:
        key, at = new_id(), datetime(2025, 3, 10, 15, tzinfo=UTC)
        self._add(session, "objections", {
            "id": key, "customer_id": self.company.customers[customer], "kind_id": self.kind,
            "contact_id": contact, "state": "open", "opened_at": at,
        })  # fmt: skip
        self._add(session, "objection_events", {
            "id": new_id(), "objection_id": key, "kind": ObjectionEventKind.OPENED,
            "user_id": self.people[name], "occurred_at": at, "device_id": UUID(int=78),
            "device_seq": customer, "recorded_at": at,
        })  # fmt: skip

    def _campaign(self, session: Session) -> None:
        key = new_id()
        self._add(session, "campaigns", {
            "id": key, "name": "Volta", "starts_on": MARCH.first, "ends_on": MARCH.last,
            "published_at": datetime(2025, 3, 1, 12, tzinfo=UTC),
        })  # fmt: skip
        self._add(session, "campaign_members", *(
            {"id": new_id(), "campaign_id": key, "customer_id": customer,
             "arm": CampaignArm.TREATED, "status_at_draw": LifecycleStatus.INACTIVE,
             "yearly_cents_at_draw": 10_000}
            for customer in self.company.customers.values()
        ))  # fmt: skip


@pytest.fixture
def crew(request: pytest.FixtureRequest, program_url: str, tmp_path: Path) -> Crew:
    is_file = program_url.startswith("sqlite")
    team = None if is_file else request.getfixturevalue("team_database")
    return Crew(Company(program_url, tmp_path), team)


#: Each report: how many a reader is to find, by name; None where they may not have it.
EXPECTED: dict[ReportName, dict[str, int | None]] = {
    ReportName.CONTACTS: {**CONTACTS},
    ReportName.OBJECTIONS: {**CONTACTS},
    ReportName.REACTIVATION: {**CONTACTS},
    ReportName.PORTFOLIO: {**SEEN},
    ReportName.BRIDGE: {**SEEN},
    # All bought twice, and whoever was called once more.
    ReportName.HISTOGRAM: {"ana": 10 + 1, "sara": 13 + 3, "mario": 30 + 7},
    ReportName.CAMPAIGNS: {**SEEN, "ana": None},
}
#: Where a written report says so.
WRITTEN: dict[ReportName, Callable[[Any], int]] = {
    ReportName.CONTACTS: lambda said: said["figures"]["contacts"]["value"],
    ReportName.OBJECTIONS: lambda said: said["figures"]["objections"]["value"],
    ReportName.REACTIVATION: lambda said: said["figures"]["reactivated"]["value"],
    ReportName.PORTFOLIO: lambda said: said["tables"]["statuses"]["total"]["customers"],
    ReportName.BRIDGE: lambda said: sum(one["end"] for one in said["tables"]["bridge"]["rows"]),
    ReportName.HISTOGRAM: lambda said: said["tables"]["gaps"]["total"]["gap_count"],
    ReportName.CAMPAIGNS: lambda said: said["tables"]["campaigns"]["rows"][0]["treated"],
}


def _campaign(session: Session) -> int:
    (row,) = session.campaigns.rows()
    return session.campaigns.result(row.campaign_id).treated.members


#: What the screens ask.
SHOWN: dict[ReportName, Callable[[Session], int]] = {
    ReportName.CONTACTS: lambda one: one.indicators.contacts(Question(MARCH)).total.now.contacts,
    ReportName.OBJECTIONS: lambda one: one.indicators.objections(Question(MARCH)).total.raised,
    ReportName.REACTIVATION: lambda one: one.reactivation.report(Question(MARCH)).totals.clients,
    ReportName.PORTFOLIO: lambda one: (
        one.past_states.portfolio(PortfolioQuestion(MARCH.last)).total.now.whole.customers
    ),
    ReportName.BRIDGE: lambda one: sum(
        line.end
        for month in one.past_states.bridge(bridge_question(Question(MARCH))).months
        for line in month.lines()
    ),
    ReportName.HISTOGRAM: lambda one: one.past_states.histogram(MARCH.last).gap_count,
    ReportName.CAMPAIGNS: _campaign,
}


def test_each_report_is_tried() -> None:
    assert set(EXPECTED) == set(WRITTEN) == set(SHOWN) == set(ReportName)


def test_a_screen_tells_what_its_reader_may_see(crew: Crew) -> None:
    found: dict[ReportName, dict[str, int | None]] = {name: {} for name in ReportName}
    for reader in READERS:
        with crew.session(reader) as session:
            assert session.user.role is ROLES[reader]
            for name, ask in SHOWN.items():
                try:
                    found[name][reader] = ask(session)
                except ForbiddenError:
                    found[name][reader] = None
    assert found == EXPECTED


def test_the_terminal_tells_what_its_reader_may_see(crew: Crew) -> None:
    found: dict[ReportName, dict[str, int | None]] = {name: {} for name in ReportName}
    for reader in READERS:
        for name, read in WRITTEN.items():
            done = run_here(
                "report", name.value, "--from", "2025-03-01", "--to", "2025-03-31",
                "--format", "json", "--database", crew.url(reader), "--as-of", f"{TODAY}",
                home=crew.company.folder, LOGNAME=reader,
            )  # fmt: skip
            is_told = done.returncode == 0
            found[name][reader] = read(json.loads(done.stdout)) if is_told else None
    assert found == EXPECTED


class Packer:
    """Keeps the reports that were to be sent."""

    def __init__(self) -> None:
        self.packed: dict[tuple[ReportName, str], ReportDocument] = {}

    def pack(
        self, document: ReportDocument, letter: ReportLetter, plan: ReportPlan
    ) -> AttachedReport:
        self.packed[plan.report, letter.login] = document
        return AttachedReport(letter.notice_id, "", "", "", "", "", b"")


class Sender:
    """Takes every letter."""

    def send_report(self, *_letter: object) -> None:
        return


def _schedule(crew: Crew, session: Session, reader: str) -> None:
    """Schedule every report for a reader, who was a manager then, since long ago."""
    user = replace(session.user, user_id=crew.people[reader], login=reader, role=Role.MANAGER)
    schedules = ReportScheduleService(session.database, session.clock, user)
    for name in ReportName:
        schedules.add(ReportPlan(name, ReportFormat.CSV))
    table = Base.metadata.tables["report_schedules"]
    with session.store.engines.writing() as connection:
        connection.execute(table.update().values(created_at=datetime(2025, 1, 1, tzinfo=UTC)))


@pytest.mark.parametrize("readers", [READERS, READERS[::-1]], ids=["ana first", "mario first"])
def test_a_scheduled_report_tells_what_its_reader_may_see(
    crew: Crew, readers: tuple[str, ...]
) -> None:
    packer = Packer()
    with crew.session() as session:
        for reader in readers:
            _schedule(crew, session, reader)
        server = {"host": "127.0.0.1", "port": 25, "security": MailSecurity.NONE.value,
                  "login": "", "sender_name": "Giro", "sender_address": "g@giro.example",
                  }  # fmt: skip
        with session.database.write() as unit:
            unit.settings.put(SettingScope.COMPANY, None, "mail.server", server)
            unit.changed(customer_ids=[])
        mail = ReportMailService(
            session.database, SetClock(datetime(2025, 4, 20, 12, tzinfo=UTC)), session.user,
            partial(reports_of, session), packer, Sender(), KeyringPasswords(None),
        )  # fmt: skip
        done = mail.run()
        assert done.made == len(READERS) * len(ReportName)
    found = {
        name: {
            reader: None
            if (name, reader) not in packer.packed
            else WRITTEN[name](json_of(packer.packed[name, reader], Language.ENGLISH))
            for reader in READERS
        }
        for name in ReportName
    }
    assert found == EXPECTED
