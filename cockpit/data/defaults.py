"""The outcomes and reasons that an empty database begins with.

Their names are data, in the company's language, for supervisors to change; their codes are stable.
Their keys are made from the codes, so that two laptops that begin apart agree.
"""

from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection, func, insert, select

from cockpit.data.default_templates import seed_templates
from cockpit.domain.cadence import DEFAULT_POLICY
from cockpit.domain.cadence_documents import rules_document, scope_document
from cockpit.domain.contact import Outcome, Reason
from cockpit.domain.vocabulary import QueueEffect
from models import CadencePolicy as PolicyRow
from models import Outcome as OutcomeRow
from models import Reason as ReasonRow
from models.types import utc_now

_NAMESPACE = UUID("6f0e3a52-5a7d-4d0e-9c55-0f1c6a2d9b11")
_LOCK = 0x6769726F0003
_HOUR = 60
_DAY = 24 * _HOUR


def _outcome(
    code: str,
    name: str,
    effect: QueueEffect,
    wait_minutes: int | None = None,
    *,
    reached: bool = True,
    reason: bool = False,
    date: bool = False,
    request: bool = False,
) -> Outcome:
    key = uuid5(_NAMESPACE, f"outcome:{code}")
    return Outcome(key, code, name, effect, wait_minutes, reached, reason, date, is_request=request)


def _reason(code: str, name: str, outcome_code: str | None = None) -> Reason:
    return Reason(uuid5(_NAMESPACE, f"reason:{code}"), code, name, outcome_code)


OUTCOMES = (
    _outcome("sale", "Venda realizada", QueueEffect.SALE),
    _outcome(
        "quote_requested", "Pediu orçamento", QueueEffect.CALL_AGAIN, _DAY,
        date=True, request=True,
    ),
    _outcome("call_later", "Ligar mais tarde", QueueEffect.CALL_AGAIN, 2 * _HOUR, date=True),
    _outcome("no_decision", "Conversou, sem decisão", QueueEffect.CALL_AGAIN, 3 * _DAY, date=True),
    _outcome("no_answer", "Não atendeu", QueueEffect.COOL_DOWN, 4 * _HOUR, reached=False),
    _outcome("busy", "Ocupado ou caixa postal", QueueEffect.COOL_DOWN, _HOUR, reached=False),
    _outcome(
        "absent", "Responsável ausente", QueueEffect.CALL_AGAIN, _DAY, reached=False, date=True
    ),
    _outcome(
        "will_not_buy", "Não vai comprar agora", QueueEffect.CLOSE_UNTIL, 30 * _DAY,
        reason=True, date=True,
    ),
    _outcome(
        "complaint", "Reclamação", QueueEffect.CALL_AGAIN, _DAY,
        reason=True, date=True, request=True,
    ),
    _outcome("wrong_number", "Telefone errado", QueueEffect.NONE, reached=False),
    _outcome("message_sent", "Mensagem enviada", QueueEffect.COOL_DOWN, 2 * _DAY, reached=False),
    _outcome(
        "promised_payment", "Prometeu pagar", QueueEffect.CALL_AGAIN, 3 * _DAY, date=True
    ),
    _outcome(
        "wants_renegotiation", "Pediu negociação do título", QueueEffect.CALL_AGAIN, _DAY,
        date=True, request=True,
    ),
    _outcome(
        "disputes_title", "Contesta o título", QueueEffect.CALL_AGAIN, _DAY,
        reason=True, date=True, request=True,
    ),
    _outcome("do_not_contact", "Não quer mais contato", QueueEffect.DO_NOT_CONTACT, reason=True),
)  # fmt: skip

REASONS = (
    _reason("small_purchases", "Compra pouco"),
    _reason("forgotten", "Esquecido pelo vendedor"),
    _reason("exclusivity", "Exclusividade com um cliente maior"),
    _reason("wrong_product", "Produto errado"),
    _reason("defective_product", "Produto com defeito"),
    _reason("exchange", "Problema com troca ou devolução"),
    _reason("late_delivery", "Atraso na entrega"),
    _reason("title_extension", "Prorrogação de títulos"),
    _reason("non_payment", "Inadimplência"),
    _reason("competitor", "Comprou do concorrente"),
    _reason("price", "Preço"),
    _reason("in_stock", "Ainda tem estoque", "will_not_buy"),
    _reason("paid_already", "Diz que já pagou", "disputes_title"),
    _reason("wrong_amount", "Valor ou vencimento errado", "disputes_title"),
    _reason("goods_not_received", "Mercadoria não recebida", "disputes_title"),
    _reason("closed_business", "Encerrou as atividades"),
    _reason("other", "Outro motivo"),
)


def seed_defaults(connection: Connection) -> None:
    """Insert the default outcomes and templates whose codes are missing, and their reasons.

    The cadence for everybody is stored as the first version of its policy.

    What a supervisor renamed or put out of use stays as they left it. A reason that is missing
    was taken away by one, except where its outcome is new. Programs that start at once on a server
    do so one after the other.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    seed_templates(connection)
    _seed_cadence(connection)
    outcomes = [
        {
            "id": one.outcome_id,
            "code": one.code,
            "name": one.name,
            "queue_effect": one.effect,
            "wait_minutes": one.wait_minutes,
            "is_reached": one.is_reached,
            "needs_reason": one.needs_reason,
            "needs_date": one.needs_date,
            "needs_objection": one.needs_objection,
            "is_request": one.is_request,
            "position": position,
        }
        for position, one in enumerate(OUTCOMES)
    ]
    reasons = [
        {
            "id": one.reason_id,
            "code": one.code,
            "name": one.name,
            "outcome_code": one.outcome_code,
            "position": position,
        }
        for position, one in enumerate(REASONS)
    ]
    new = _insert_missing(connection, OutcomeRow, outcomes)
    is_empty = connection.execute(select(ReasonRow.id).limit(1)).scalar() is None
    wanted = [row for row in reasons if is_empty or row["outcome_code"] in new]
    _insert_missing(connection, ReasonRow, wanted)


def _seed_cadence(connection: Connection) -> None:
    name = DEFAULT_POLICY.name
    if connection.execute(select(PolicyRow.id).where(PolicyRow.name == name).limit(1)).scalar():
        return
    connection.execute(
        insert(PolicyRow).values(
            id=uuid5(_NAMESPACE, f"cadence:{name}:1"),
            name=name,
            version=1,
            applies_to=scope_document(DEFAULT_POLICY.scope),
            parameters=rules_document(DEFAULT_POLICY.rules),
            published_at=utc_now(),
        )
    )


def _insert_missing(
    connection: Connection,
    entity: type[OutcomeRow] | type[ReasonRow],
    rows: list[dict[str, Any]],
) -> set[str]:
    """Insert the rows whose codes are not stored; return these codes."""
    stored = set(connection.execute(select(entity.code)).scalars())
    missing = [row for row in rows if row["code"] not in stored]
    if missing:
        connection.execute(insert(entity), missing)
    return {row["code"] for row in missing}
