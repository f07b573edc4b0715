"""Twenty people in two teams, two computers each, and what they do all day."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import insert, select, update

from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.domain.agenda import AppointmentDraft, Reminder
from cockpit.domain.changes import ChangeNotice, Topic
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import AppointmentKind, CustomerCategory, ReminderState
from cockpit.services.contacts import ContactService
from models import Customer, User
from models import Reminder as ReminderRow
from models import Team as TeamRow
from scripts.reminder_team.machine import Machine, Odds
from scripts.reminder_team.timeline import DAY, HOUR, START, Timeline
from scripts.reminder_team.watch import Telling, Watch

#: Next contacts that a person sets on a working day, and how many clients they have.
PER_DAY, CLIENTS = 5, 60
TEAMS = 2
_WEEKEND = 5
_USUAL = Odds()
_SNOOZES = (timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
_ZONES = ("America/Sao_Paulo", "America/Manaus", "America/Noronha", "Europe/Lisbon")
_UNANSWERED = (ReminderState.PENDING, ReminderState.SNOOZED, ReminderState.RAISED)


@dataclass(frozen=True, slots=True)
class Person:
    """A user with their computers and clients."""

    user_id: UUID
    team_id: UUID
    desk: Machine
    laptop: Machine
    clients: tuple[UUID, ...]

    @property
    def machines(self) -> tuple[Machine, Machine]:
        """Return their computers."""
        return self.desk, self.laptop


class Team:
    """Everybody, on one database."""

    def __init__(
        self, engines: Engines, *, people: int, days: int, seed: int, odds: Odds = _USUAL
    ) -> None:
        self.timeline = Timeline()
        self.watch = Watch(self.timeline, self.react)
        self._engines = engines
        self._rng = random.Random(seed)  # noqa: S311 - it plays
        self._databases: dict[str, SqlDatabase] = {}
        self._days = days
        self._odds = odds
        self._supervisors: dict[UUID, UUID] = {}
        self.people = self._hire(people)

    def run(self) -> Watch:
        """Let all days pass, and return the judgement."""
        for day in range(self._days):
            for person in self.people:
                self._plan_day(person, day)
        self.timeline.run(self._days * DAY)
        self.watch.finish()
        return self.watch

    def _hire(self, count: int) -> list[Person]:
        teams = [new_id() for _ in range(TEAMS)]
        rows = [{"id": key, "name": f"Equipe {number}"} for number, key in enumerate(teams)]
        with self._engines.writing() as connection:
            connection.execute(insert(TeamRow), rows)
        return [self._person(number, teams[number % TEAMS]) for number in range(count)]

    def _person(self, number: int, team_id: UUID) -> Person:
        machines = [self._machine(f"p{number:02}", place) for place in ("mesa", "notebook")]
        user_id = machines[0].user.user_id
        clients = tuple(new_id() for _ in range(CLIENTS))
        rows = [
            {"id": key, "legal_name": f"Cliente {number}.{place}",
             "category": CustomerCategory.CUSTOMER, "code": f"{number}.{place}"}
            for place, key in enumerate(clients)
        ]  # fmt: skip
        with self._engines.writing() as connection:
            connection.execute(insert(Customer), rows)
            connection.execute(update(User).where(User.id == user_id).values(team_id=team_id))
            if team_id not in self._supervisors:
                self._supervisors[team_id] = user_id
                connection.execute(
                    update(TeamRow).where(TeamRow.id == team_id).values(supervisor_id=user_id)
                )
        return Person(user_id, team_id, machines[0], machines[1], clients)

    def _machine(self, login: str, place: str) -> Machine:
        user = ensure_identity(self._engines, login=login, machine=place)
        name = f"{login} {place}"
        rng = random.Random(self._rng.getrandbits(64))  # noqa: S311 - it plays
        machine = Machine(name, user, self.timeline, self.watch, rng, odds=self._odds)
        database = SqlDatabase(self._engines, user.user_id)
        database.subscribe(partial(self._on_committed, machine))
        self._databases[name] = database
        return machine

    def _plan_day(self, person: Person, day: int) -> None:
        """Plan a person's day: the office from eight to six, the laptop now and then."""
        rng, start = self._rng, day * DAY
        if day % 7 >= _WEEKEND and rng.random() < 0.9:
            return
        desk, laptop = person.machines
        at: Callable[[float, Callable[[], None]], None] = self.timeline.at
        opens, closes = start + rng.uniform(7.5, 9) * HOUR, start + rng.uniform(17, 19) * HOUR
        at(opens, partial(self._open, desk))
        lunch = start + rng.uniform(11.5, 13) * HOUR
        at(lunch, desk.sleep)
        at(lunch + rng.uniform(0.3, 1.5) * HOUR, desk.wake)
        at(closes, desk.kill if rng.random() < 0.7 else desk.sleep)
        if rng.random() < 0.5:
            begins = start + rng.uniform(7, 21) * HOUR
            at(begins, partial(self._open, laptop))
            at(begins + rng.uniform(0.2, 5) * HOUR, rng.choice((laptop.sleep, laptop.kill)))
        for machine in person.machines:
            if rng.random() < 0.1:
                moment = start + rng.uniform(8, 17) * HOUR
                at(moment, machine.kill)
                at(moment + rng.uniform(2, 1800), partial(self._open, machine))
            if rng.random() < 0.05:
                moment = start + rng.uniform(8, 17) * HOUR
                wrong = rng.choice((-DAY, -HOUR, -90.0, 45.0, HOUR, DAY))
                at(moment, partial(machine.set_clock, wrong, rng.choice(_ZONES)))
                at(moment + rng.uniform(60, 4 * HOUR), partial(machine.set_clock, 0.0))
        for _ in range(PER_DAY):
            at(start + rng.uniform(8, 18) * HOUR, partial(self._schedule, person))

    def _open(self, machine: Machine) -> None:
        machine.wake()
        machine.start(self._databases[machine.name])

    def _schedule(self, person: Person) -> None:
        """Set a client's next contact, most of them today."""
        machine = self._machine_in_use(person)
        if machine is None:
            return
        rng = self._rng
        wait = timedelta(minutes=rng.choice((1, 10, 45, 120, 240, 60 * 26, 60 * 75)))
        kinds = (AppointmentKind.MY_CALLBACK, AppointmentKind.APPOINTMENT)
        kind = rng.choice((*kinds, *kinds, AppointmentKind.TEAM_CALLBACK))
        due_at, has_time = machine.now() + wait, rng.random() < 0.8
        if not has_time:
            local = due_at.astimezone(machine.zone)
            due_at = local.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
        lead = timedelta(minutes=rng.choice((0, 0, 5)))
        draft = AppointmentDraft(due_at, has_time=has_time, kind=kind, lead=lead)
        service = ContactService(self._databases[machine.name], machine, machine.user)
        service.set_next_contact(rng.choice(person.clients), draft)

    def _machine_in_use(self, person: Person) -> Machine | None:
        running = [one for one in person.machines if one.program is not None and one.is_awake]
        return self._rng.choice(running) if running else None

    def react(self, reminder: Reminder, machine: Machine) -> None:
        """Let the user answer a reminder some time later, or not at all."""
        rng = self._rng
        person = next(one for one in self.people if machine in one.machines)
        if rng.random() < 0.15:
            return
        wait = rng.choice((20.0, 300.0, 1_500.0, 2 * HOUR)) * rng.uniform(0.5, 1.5)
        self.timeline.after(wait, partial(self._answer, person, reminder.reminder_id))

    def _answer(self, person: Person, reminder_id: UUID) -> None:
        machine = self._machine_in_use(person)
        if machine is None or machine.program is None:
            return
        if self._rng.random() < 0.3:
            machine.program.service.snooze([reminder_id], self._rng.choice(_SNOOZES))
        else:
            machine.program.service.dismiss([reminder_id])

    def _on_committed(self, machine: Machine, notice: ChangeNotice) -> None:
        """Let the team's programs hear of a commit, and the judge see what it left."""
        if not notice.touches(Topic.REMINDERS, Topic.AGENDA):
            return
        self._look(notice.customer_ids or ())
        own = next((one for one in self.people if machine in one.machines), None)
        for person in self.people:
            if own is None or person.team_id != own.team_id:
                continue
            for one in person.machines:
                if one.program is not None:
                    low, high = (0.02, 0.1) if one is machine else (0.2, 2.0)
                    one.soon(low, high, one.program.hear)

    def _look(self, customer_ids: Iterable[UUID]) -> None:
        keys = list(customer_ids)
        with self._engines.reading() as connection:
            rows = connection.execute(
                select(
                    ReminderRow.id, ReminderRow.round, ReminderRow.state, ReminderRow.remind_at,
                    ReminderRow.user_id, ReminderRow.team_id, ReminderRow.escalated_at,
                ).where(ReminderRow.customer_id.in_(keys))
            ).all()  # fmt: skip
        for row in rows:
            if row.state not in _UNANSWERED:
                self.watch.closed(row.id)
            elif self.watch.current_round(row.id) != row.round:
                is_shared = row.user_id is None or row.escalated_at is not None
                audience = self._team(row.team_id) if is_shared else frozenset[UUID]()
                if row.user_id is not None:
                    audience |= {row.user_id}
                self.watch.counts["escalated"] += row.escalated_at is not None
                due = _seconds(row.remind_at)
                self.watch.opened(
                    Telling(row.id, row.round, due, self.timeline.now, frozenset(audience))
                )

    def _team(self, team_id: UUID) -> frozenset[UUID]:
        return frozenset(one.user_id for one in self.people if one.team_id == team_id)

    def stored_ahead(self, at: datetime) -> timedelta:
        """Return how far the server's clock, the true time, is ahead of a machine's."""
        return datetime.fromtimestamp(START + self.timeline.now, UTC) - at


def _seconds(instant: datetime) -> float:
    return instant.timestamp()
