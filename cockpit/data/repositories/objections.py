"""The catalogue of objections, the customers' own, and what they wait on."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, exists, func, insert, literal, select, update
from sqlalchemy.orm import aliased

from cockpit.data.facts import FactWriter
from cockpit.data.repositories.at_lock import WOKEN
from cockpit.data.repositories.upsert import upsert
from cockpit.data.repositories.wakings import fulfilled, is_deliverable
from cockpit.data.transaction import Transaction
from cockpit.domain.errors import ConflictError
from cockpit.domain.ids import new_id
from cockpit.domain.objections import (
    Argument,
    ObjectionDraft,
    ObjectionKind,
    WaitSubject,
    by_success,
)
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import ObjectionEventKind, ObjectionState, WaitCondition
from cockpit.services.ports import CurrentUser
from models import (
    ArgumentUse,
    Contact,
    CounterArgument,
    Objection,
    ObjectionEvent,
    Order,
    OrderItem,
    Product,
    Promotion,
    Receivable,
)
from models import ObjectionKind as KindRow

_MOVES = {
    ObjectionState.OVERCOME: ObjectionEventKind.OVERCOME,
    ObjectionState.WAITING: ObjectionEventKind.PUT_TO_WAIT,
}
_CODE_LENGTH = 40
_MOST_PRODUCTS = 100

_CORRECTION = aliased(Contact)
#: Uses in corrected contacts do not count: their correction says the same again.
_JUDGED = and_(
    ArgumentUse.argument_id == CounterArgument.id,
    ArgumentUse.worked.is_not(None),
    ~exists().where(_CORRECTION.amends_id == ArgumentUse.contact_id),
)
_ANSWERS = (
    select(
        CounterArgument.id,
        CounterArgument.objection_kind_id,
        CounterArgument.text,
        func.count(ArgumentUse.id).label("used"),
        func.count(ArgumentUse.id).filter(ArgumentUse.worked.is_(True)).label("worked"),
    )
    .outerjoin(ArgumentUse, _JUDGED)
    .where(CounterArgument.is_active)
    .group_by(
        CounterArgument.id,
        CounterArgument.objection_kind_id,
        CounterArgument.text,
        CounterArgument.position,
    )
    .order_by(CounterArgument.objection_kind_id, CounterArgument.position)
)
_KINDS = select(KindRow.id, KindRow.code, KindRow.name, func.coalesce(KindRow.category, "")).where(
    KindRow.is_active
)
_CLEAR_WOKEN = (
    update(Objection)
    .where(
        Objection.customer_id == bindparam("whose", type_=Objection.customer_id.type),
        Objection.woken_at.is_not(None),
    )
    .values(woken_at=None, wait_condition=None, wait_until_on=None, wait_reference_id=None)
)


class SqlObjectionRepository:
    """Objections; what happens to them is written as facts too."""

    def __init__(self, transaction: Transaction, facts: FactWriter) -> None:
        """Take a transaction, and where facts go."""
        self._transaction = transaction
        self._connection = transaction.connection
        self._facts = facts

    def catalogue(self) -> list[ObjectionKind]:
        """Return the active kinds by name, with their active answers, the best first."""
        answers: dict[UUID, list[Argument]] = defaultdict(list)
        for row in self._connection.execute(_ANSWERS):
            answers[row.objection_kind_id].append(Argument(*row))
        kinds = [
            ObjectionKind(*row, arguments=by_success(answers[row.id]))
            for row in self._connection.execute(_KINDS)
        ]
        return sorted(kinds, key=lambda kind: plain(kind.name))

    def wait_subjects(self, customer_id: UUID, *, today: date) -> list[WaitSubject]:
        """Return what can still come true: unpaid titles, promotions to come, missing products.

        Of the products those that the customer bought and that cannot be delivered now.
        """
        titles = (
            select(
                literal(WaitCondition.RECEIVABLE_PAID.value).label("condition"),
                Receivable.id,
                Receivable.number,
            )
            .where(Receivable.customer_id == customer_id, Receivable.paid_on.is_(None))
            .order_by(Receivable.due_on)
        )
        promotions = (
            select(literal(WaitCondition.PROMOTION.value), Promotion.id, Promotion.name)
            .where(Promotion.starts_on > today)
            .order_by(Promotion.starts_on, Promotion.name)
        )
        products = (
            select(literal(WaitCondition.PRODUCT_AVAILABLE.value), Product.id, Product.name)
            .where(
                Product.id.in_(
                    select(OrderItem.product_id)
                    .join(Order, Order.id == OrderItem.order_id)
                    .where(Order.customer_id == customer_id)
                ),
                ~is_deliverable(),
            )
            .order_by(Product.name)
            .limit(_MOST_PRODUCTS)
        )
        return [
            WaitSubject(WaitCondition(condition), key, name)
            for statement in (titles, promotions, products)
            for condition, key, name in self._connection.execute(statement)
        ]

    def apply(
        self,
        draft: ObjectionDraft,
        *,
        customer_id: UUID,
        contact_id: UUID,
        user: CurrentUser,
        at: datetime,
    ) -> UUID:
        """Open an objection or move it on, with the facts of it; return its key.

        Raises:
            ConflictError: The customer has no such objection.
        """
        self._facts.reserve(user.device_id)
        key = draft.objection_id or self._open(draft, customer_id, contact_id, user, at)
        self._move(key, draft, customer_id, at)
        if draft.argument_id is not None:
            self._note(
                key,
                ObjectionEventKind.ARGUED,
                user,
                at,
                note=draft.note,
                argument_id=draft.argument_id,
            )
            content = {
                "id": new_id(),
                "contact_id": contact_id,
                "argument_id": draft.argument_id,
                "worked": draft.worked,
            }
            self._facts.add(ArgumentUse, content, device_id=user.device_id, at=at)
        if draft.state in _MOVES:
            self._note(key, _MOVES[draft.state], user, at, note=draft.note)
        return key

    def _open(
        self,
        draft: ObjectionDraft,
        customer_id: UUID,
        contact_id: UUID,
        user: CurrentUser,
        at: datetime,
    ) -> UUID:
        key = new_id()
        self._connection.execute(
            insert(Objection).values(
                id=key,
                customer_id=customer_id,
                kind_id=draft.kind_id or self._kind(draft.new_name),
                contact_id=contact_id,
                opened_at=at,
            )
        )
        self._note(key, ObjectionEventKind.OPENED, user, at, note=draft.note)
        return key

    def _move(self, key: UUID, draft: ObjectionDraft, customer_id: UUID, at: datetime) -> None:
        """Bring an objection to the state in which the call left it."""
        wait = draft.wait if draft.state is ObjectionState.WAITING else None
        values: dict[str, Any] = {
            "state": draft.state,
            "closed_at": at if draft.state is ObjectionState.OVERCOME else None,
            "wait_condition": wait.condition if wait else None,
            "wait_until_on": wait.until_on if wait else None,
            "wait_reference_id": wait.reference_id if wait else None,
            "woken_at": None,
            "updated_at": at,
        }
        if draft.note:
            values["note"] = draft.note
        done = self._connection.execute(
            update(Objection)
            .where(Objection.id == key, Objection.customer_id == customer_id)
            .values(values)
        )
        if not done.rowcount:
            raise ConflictError("objection_gone")

    def _kind(self, name: str) -> UUID:
        """Return the kind of that name, however it is written; a new one where there is none."""
        name = " ".join(name.split())
        wanted = plain(name)
        stored = self._connection.execute(
            select(KindRow.id, KindRow.name).order_by(KindRow.is_active.desc(), KindRow.id)
        ).all()
        for row in stored:
            if plain(row.name) == wanted:
                self._connection.execute(
                    update(KindRow)
                    .where(KindRow.id == row.id, KindRow.is_active.is_(False))
                    .values(is_active=True)
                )
                key: UUID = row.id
                return key
        return self._new_kind(name)

    def _new_kind(self, name: str) -> UUID:
        key = new_id()
        code = f"{plain(name).upper().replace(' ', '_')[:_CODE_LENGTH]}"
        added = self._connection.execute(
            upsert(self._connection, KindRow)
            .values(id=key, code=code, name=name)
            .on_conflict_do_nothing(index_elements=[KindRow.code])
            .returning(KindRow.id)
        )
        if added.scalar() is None:  # another name with the same beginning
            code = f"{code}_{key.hex[-8:]}"
            self._connection.execute(insert(KindRow).values(id=key, code=code, name=name))
        return key

    def clear_woken(self, customer_id: UUID) -> None:
        """Note that somebody spoke to the customer after their objection woke."""
        known = self._transaction.read_at_lock.take(customer_id, WOKEN)
        if known is None or known.is_woken:
            self._connection.execute(_CLEAR_WOKEN, {"whose": customer_id})

    def fulfilled(self, *, today: date) -> list[tuple[UUID, UUID]]:
        """Return the waiting objections whose condition came true, with their customers."""
        return fulfilled(self._connection, today)

    def wake(self, objection_id: UUID, *, user: CurrentUser, at: datetime) -> bool:
        """Return an objection to ``OPEN``; False where another was first.

        What it waited on stays until somebody calls: it is what the call is about.
        """
        self._facts.reserve(user.device_id)
        done = self._connection.execute(
            update(Objection)
            .where(Objection.id == objection_id, Objection.state == ObjectionState.WAITING)
            .values(state=ObjectionState.OPEN, woken_at=at, updated_at=at)
        )
        if not done.rowcount:
            return False
        self._note(objection_id, ObjectionEventKind.WOKEN, user, at)
        return True

    def _note(
        self,
        objection_id: UUID,
        kind: ObjectionEventKind,
        user: CurrentUser,
        at: datetime,
        *,
        note: str = "",
        argument_id: UUID | None = None,
    ) -> None:
        """Store the fact of what happened to an objection."""
        content = {
            "id": new_id(),
            "objection_id": objection_id,
            "kind": kind,
            "argument_id": argument_id,
            "user_id": user.user_id,
            "occurred_at": at,
            "note": note or None,
        }
        self._facts.add(ObjectionEvent, content, device_id=user.device_id, at=at)
