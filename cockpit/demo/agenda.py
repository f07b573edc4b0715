"""The next contacts: some overdue, some today, the others in the days to come."""

from datetime import date, time, timedelta

from cockpit.demo.customers import Client
from cockpit.demo.staff import Staff
from cockpit.demo.tables import Tables
from cockpit.domain.vocabulary import AppointmentKind, AppointmentState, ReminderState

OVERDUE, TODAY, LATER = 14, 18, 60
SHARE_OF_TEAM = 0.12
SHARE_LATE = 0.75
NOTES = (
    "Confirmar a reposição que ficou em aberto",
    "Retornar com a tabela nova",
    "Passar a condição de frete",
    "Saber se o novo lote chegou bem",
    "Apresentar a promoção do mês",
    "Falar com o comprador novo",
)


def add_agenda(tables: Tables, staff: Staff, late: list[Client], punctual: list[Client]) -> None:
    """Set the next contact of some customers, most of them late, spread over all operators."""
    count = OVERDUE + TODAY + LATER
    late_count = min(len(late), round(count * SHARE_LATE))
    chosen = tables.random.sample(late, late_count)
    chosen += tables.random.sample(punctual, count - late_count)
    tables.random.shuffle(chosen)
    for position, client in enumerate(chosen):
        # Round robin, so that whoever looks at the demo has some of each.
        caller = staff.operators[position % len(staff.operators)]
        client.row["owner_id"] = caller.user_id
        has_time = position % 4 != 3
        day = _day(tables, position)
        clock = _time(tables) if has_time else time(0)
        _add_appointment(tables, client, day, clock, has_time=has_time)


def _day(tables: Tables, position: int) -> date:
    as_of, random = tables.as_of, tables.random
    if position < OVERDUE:
        return as_of - timedelta(days=random.randrange(1, 9))
    if position < OVERDUE + TODAY:
        return as_of
    return tables.working_day(as_of + timedelta(days=random.randrange(1, 30)))


def _time(tables: Tables) -> time:
    return time(tables.random.randrange(8, 18), tables.random.choice((0, 15, 30, 45)))


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
        kind=AppointmentKind.MY_CALLBACK if is_mine else AppointmentKind.TEAM_CALLBACK,
        state=AppointmentState.OPEN,
        due_at=due_at,
        has_time=has_time,
        note=random.choice(NOTES),
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
