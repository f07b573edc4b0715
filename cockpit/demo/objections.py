"""What became of the customers' objections: argued, overcome, waiting on a condition, woken."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from cockpit.demo.staff import Person, Staff
from cockpit.demo.tables import Row, Tables
from cockpit.domain.vocabulary import ObjectionEventKind, ObjectionState, WaitCondition

#: Older objections were settled one way or the other.
_SETTLED = timedelta(days=120)
#: Events are told of so many days.
_TOLD = timedelta(days=420)
_WOKEN = 9
_WORKED = {ObjectionState.OVERCOME: 0.85, ObjectionState.OPEN: 0.15, ObjectionState.WAITING: 0.3}
_NOTES = (
    "Achou caro perto da última cotação",
    "Só fecha se a entrega for na semana",
    "Prefere esperar o mês virar",
    "Quer comparar com o fornecedor atual",
    "",
)


def settle_objections(tables: Tables, staff: Staff, coming_promotion: UUID) -> None:
    """Give the objections that contacts raised a course of their own, with its facts.

    Args:
        tables: The company in the making; its objections are changed in place.
        staff: Who works there.
        coming_promotion: A promotion that begins in the days to come.
    """
    subjects = _Subjects(tables, coming_promotion)
    callers = {row["id"]: row["user_id"] for row in tables.rows["contacts"]}
    people = {person.user_id: person for person in staff.operators}
    answers: dict[object, list[UUID]] = defaultdict(list)
    for row in tables.rows["counter_arguments"]:
        answers[row["objection_kind_id"]].append(row["id"])  # type: ignore[arg-type]
    woken = 0
    for row in tables.rows["objections"]:
        opened = row["opened_at"]
        assert isinstance(opened, datetime)  # noqa: S101 - this generator wrote it
        row["note"] = tables.random.choice(_NOTES) or None
        is_recent = tables.at(tables.as_of, opened.time()) - opened < _SETTLED
        if row["state"] is ObjectionState.WAITING and is_recent:
            subjects.choose(row)
        elif row["state"] is ObjectionState.WAITING and woken < _WOKEN:
            woken += 1
            _wake(tables, row)
        elif row["state"] is not ObjectionState.OVERCOME and not is_recent:
            _overcome(tables, row, opened)
        if tables.at(tables.as_of, opened.time()) - opened < _TOLD:
            author = people[callers[row["contact_id"]]]  # type: ignore[index]
            _tell(tables, row, author, answers[row["kind_id"]])


class _Subjects:
    """What a waiting objection of a customer can wait on."""

    def __init__(self, tables: Tables, coming_promotion: UUID) -> None:
        self._tables = tables
        self._promotion = coming_promotion
        self._missing = [
            row["id"] for row in tables.rows["products"] if row["stock_state"] != "available"
        ]
        self._titles: dict[object, object] = {}
        for row in tables.rows["receivables"]:
            if row["paid_on"] is None:
                self._titles.setdefault(row["customer_id"], row["id"])

    def choose(self, row: Row) -> None:
        """Let an objection wait on something that has not come true."""
        random, as_of = self._tables.random, self._tables.as_of
        condition = random.choice(list(WaitCondition))
        title = self._titles.get(row["customer_id"])
        if condition is WaitCondition.RECEIVABLE_PAID and title is not None:
            row |= {"wait_condition": condition, "wait_until_on": None, "wait_reference_id": title}
        elif condition is WaitCondition.PROMOTION:
            row |= {
                "wait_condition": condition,
                "wait_until_on": None,
                "wait_reference_id": self._promotion,
            }
        elif condition is WaitCondition.PRODUCT_AVAILABLE:
            row |= {
                "wait_condition": condition,
                "wait_until_on": None,
                "wait_reference_id": random.choice(self._missing),
            }
        else:
            row |= {
                "wait_condition": WaitCondition.DATE,
                "wait_until_on": as_of + timedelta(days=random.randrange(2, 60)),
            }


def _wake(tables: Tables, row: Row) -> None:
    """Let the day come on which an objection waited."""
    day = tables.as_of - timedelta(days=tables.random.randrange(0, 3))
    row |= {
        "state": ObjectionState.OPEN,
        "wait_condition": WaitCondition.DATE,
        "wait_until_on": day,
        "woken_at": tables.at(day, datetime.min.time().replace(hour=7)),
        "closed_at": None,
    }


def _overcome(tables: Tables, row: Row, opened: datetime) -> None:
    row |= {
        "state": ObjectionState.OVERCOME,
        "closed_at": opened + timedelta(days=tables.random.randrange(5, 60)),
        "wait_condition": None,
        "wait_until_on": None,
    }


def _tell(tables: Tables, row: Row, author: Person, answers: list[UUID]) -> None:
    """Add the facts of one objection, and the answer that was tried."""
    random = tables.random
    argument = random.choice(answers) if answers and random.random() < 0.7 else None
    for kind, at in _course(row, has_argument=argument is not None):
        tables.add(
            "objection_events",
            objection_id=row["id"],
            kind=kind,
            argument_id=argument if kind is ObjectionEventKind.ARGUED else None,
            user_id=author.user_id,
            device_id=author.device_id,
            occurred_at=at,
        )
    if argument is not None:
        state = row["state"]
        assert isinstance(state, ObjectionState)  # noqa: S101 - this generator wrote it
        tables.add(
            "argument_uses",
            contact_id=row["contact_id"],
            argument_id=argument,
            worked=random.random() < _WORKED[state],
            device_id=author.device_id,
            recorded_at=row["opened_at"],
        )


def _course(row: Row, *, has_argument: bool) -> Iterator[tuple[ObjectionEventKind, object]]:
    """Yield what happened to an objection, and when."""
    yield ObjectionEventKind.OPENED, row["opened_at"]
    if has_argument:
        yield ObjectionEventKind.ARGUED, row["opened_at"]
    if row["state"] is ObjectionState.OVERCOME:
        yield ObjectionEventKind.OVERCOME, row["closed_at"]
    elif row.get("wait_condition") is not None:
        yield ObjectionEventKind.PUT_TO_WAIT, row["opened_at"]
    if row.get("woken_at") is not None:
        yield ObjectionEventKind.WOKEN, row["woken_at"]
