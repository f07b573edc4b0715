"""The next contacts: some overdue, some today, the others in the days to come."""

from datetime import date, time, timedelta

from cockpit.demo.customers import Client
from cockpit.demo.staff import Staff
from cockpit.demo.tables import Tables
from cockpit.domain.vocabulary import (
    AppointmentKind,
    AppointmentState,
    ContactGoal,
    ReminderState,
)

OVERDUE, TODAY, SOON, LATER = 30, 40, 110, 90
SHARE_OF_TEAM, SHARE_OF_OTHERS = 0.12, 0.3
#: Who is called back soon is mostly late; what lies ahead is mostly care of those who are not.
SHARE_LATE, SHARE_LATE_AHEAD = 0.75, 0.1
SOON_DAYS, LATER_DAYS = 7, 30
NOTES = (
    "Confirmar a reposição que ficou em aberto",
    "Retornar com a tabela nova",
    "Passar a condição de frete",
    "Saber se o novo lote chegou bem",
    "Apresentar a promoção do mês",
    "Falar com o comprador novo",
)
GOALS = (None, ContactGoal.RESUME, ContactGoal.DECIDE, ContactGoal.ANSWER, ContactGoal.TRY_AGAIN)


def add_agenda(tables: Tables, staff: Staff, late: list[Client], punctual: list[Client]) -> None:
    """Set the next contact of some customers: half of them the first operator's, who looks."""
    chosen = _chosen(tables, late, punctual)
    for position, client in enumerate(chosen):
        place = 0 if position % 2 == 0 else position // 2 % len(staff.operators)
        caller = staff.operators[place]
        client.row["owner_id"] = caller.user_id
        has_time = position % 4 != 3
        day = _day(tables, position)
        clock = _time(tables) if has_time else time(0)
        _add_appointment(tables, client, day, clock, has_time=has_time)


def _chosen(tables: Tables, late: list[Client], punctual: list[Client]) -> list[Client]:
    """Return the customers, those of the past and of today first."""
    now, ahead = OVERDUE + TODAY, SOON + LATER
    late_now = min(len(late), round(now * SHARE_LATE))
    late_ahead = min(len(late) - late_now, round(ahead * SHARE_LATE_AHEAD))
    some_late = tables.random.sample(late, late_now + late_ahead)
    others = min(len(punctual), now + ahead - len(some_late))
    some_punctual = tables.random.sample(punctual, others)
    soon = some_late[:late_now] + some_punctual[: now - late_now]
    later = some_late[late_now:] + some_punctual[now - late_now :]
    for part in (soon, later):
        tables.random.shuffle(part)
    return soon + later


def _day(tables: Tables, position: int) -> date:
    as_of, random = tables.as_of, tables.random
    if position < OVERDUE:
        return tables.working_day_before(as_of - timedelta(days=random.randrange(1, 9)))
    if position < OVERDUE + TODAY:
        return as_of
    ahead = SOON_DAYS if position < OVERDUE + TODAY + SOON else LATER_DAYS
    return tables.working_day(as_of + timedelta(days=random.randrange(1, ahead)))


def _time(tables: Tables) -> time:
    return time(tables.random.randrange(8, 18), tables.random.choice((0, 15, 30, 45)))


def _kind(tables: Tables, *, is_mine: bool, has_time: bool) -> AppointmentKind:
    if not is_mine:
        return AppointmentKind.TEAM_CALLBACK
    if tables.random.random() < SHARE_OF_OTHERS:
        return AppointmentKind.APPOINTMENT if has_time else AppointmentKind.FOLLOW_UP
    return AppointmentKind.MY_CALLBACK


def _add_appointment(
    tables: Tables, client: Client, day: date, clock: time, *, has_time: bool
) -> None:
    random = tables.random
    is_mine = random.random() >= SHARE_OF_TEAM
    due_at = tables.at(day, clock)
    user_id = client.row["owner_id"] if is_mine else None
    appointment_id = tables.add(
        "appointments",
        customer_id=client.key,
        user_id=user_id,
        kind=_kind(tables, is_mine=is_mine, has_time=has_time),
        state=AppointmentState.OPEN,
        due_at=due_at,
        has_time=has_time,
        note=random.choice(NOTES),
        goal=random.choice(GOALS),
        created_by_id=client.row["owner_id"],
    )
    # What fell due on an earlier day was raised then; today's is for the program to raise.
    is_past = day < tables.as_of
    tables.add(
        "reminders",
        appointment_id=appointment_id,
        customer_id=client.key,
        user_id=user_id,
        due_at=due_at,
        remind_at=due_at if has_time else tables.at(day, time(8)),
        state=ReminderState.RAISED if is_past else ReminderState.PENDING,
        raised_at=due_at if is_past else None,
    )
