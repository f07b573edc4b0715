"""Words of a file that stand for one of a few things: yes or no, kinds and states.

A word that may mean two things is never taken in silence.
"""

import re
from collections.abc import Mapping
from enum import Enum, auto

from cockpit.domain.vocabulary import Channel, CustomerCategory, OrderKind, QuoteState
from cockpit.imports.unreadable import UnreadableError
from cockpit.imports.words import word

#: In the lists of choices of several ERPs 1 is yes and 2 is no.
_YES = frozenset(
    "sim s yes y 1 x true verdadeiro v bloqueado bloqueada inativo inativa 1_sim".split()  # noqa: SIM905
)
_NO = frozenset(
    "nao n no 0 2 false falso f liberado liberada ativo ativa normal 2_nao".split()  # noqa: SIM905
)
_ACTIVE = frozenset("sim s yes y 1 true verdadeiro v ativo ativa a habilitado".split())  # noqa: SIM905
_INACTIVE = frozenset(
    "nao n no 0 2 false falso f inativo inativa i excluido excluida desabilitado bloqueado".split()  # noqa: SIM905
)
_ORDER_KINDS = {
    OrderKind.SALE: ("venda", "vendas", "v", "pedido", "pedido_de_venda", "faturamento", "sale"),
    OrderKind.RETURN: (
        "devolucao", "devolucoes", "dev", "d", "devolvido", "devolucao_de_venda", "retorno",
        "estorno", "return",
    ),
    OrderKind.CANCELLED: (
        "cancelado", "cancelada", "cancelamento", "canc", "cancel", "c", "cancelled", "canceled",
    ),
}  # fmt: skip
_ORDER_KIND_OF = {name: kind for kind, names in _ORDER_KINDS.items() for name in names}

#: Words of states: ``NF cancelada``, ``Denegada``, ``Não cancelado``, ``Parcialmente cancelado``.
_VOID = re.compile(r"(?:cancelad|denegad|inutilizad|estornad|rejeitad|excluid)[oa]s?|cancell?ed")
_DENIALS = frozenset({"nao", "sem"})
_NOT_WHOLLY = frozenset({"parcial", "parcialmente", "parte", "item", "itens", "aguardando"})
_DOUBTFUL = re.compile(
    r"devolvid[oa]s?|devoluc(?:ao|oes)|orcamentos?|bonificac(?:ao|oes)|bonificad[oa]s?|cancelamento"
)

#: Types of receivables; Protheus: notes of credit, payments in advance, and ``AB-``, ``IR-`` ...
_CREDITS = frozenset(
    "ncc nci ra credito nota_de_credito credito_do_cliente adiantamento antecipacao".split()  # noqa: SIM905
) | {"recebimento_antecipado", "abatimento", "devolucao"}
_ABATEMENT = re.compile(r"[A-Za-z]{2}-")

#: Columns whose letters mean something of their own; what is not named here is no sale and no
#: return, and is refused. C5_TIPO and F2_TIPO: Protheus, where D and B are papers of suppliers.
#: TIPMOV: Sankhya. CONDVENDA: Winthor, where 5 is a bonus without money.
_LETTERS: Mapping[str, Mapping[str, OrderKind]] = {
    "c5_tipo": {"n": OrderKind.SALE},
    "f2_tipo": {"n": OrderKind.SALE},
    "tipmov": {"v": OrderKind.SALE, "p": OrderKind.SALE, "d": OrderKind.RETURN},
    "condvenda": {"1": OrderKind.SALE, "7": OrderKind.SALE},
}
_CATEGORY_OF = {
    "cliente": CustomerCategory.CUSTOMER,
    "customer": CustomerCategory.CUSTOMER,
    "prospect": CustomerCategory.PROSPECT,
    "prospecto": CustomerCategory.PROSPECT,
    "potencial": CustomerCategory.PROSPECT,
    "lead": CustomerCategory.PROSPECT,
}
_CHANNEL_OF = {
    "telefone": Channel.PHONE,
    "telefonema": Channel.PHONE,
    "ligacao": Channel.PHONE,
    "phone": Channel.PHONE,
    "whatsapp": Channel.WHATSAPP,
    "zap": Channel.WHATSAPP,
    "email": Channel.EMAIL,
    "e_mail": Channel.EMAIL,
    "visita": Channel.VISIT,
    "visit": Channel.VISIT,
}
_SIGNS_BETWEEN = re.compile(r"[,;/|+]")
#: What comes before the letter of an ABC class.
_CLASS_WORDS = ("classe_", "curva_", "class_", "abc_")
_QUOTE_STATES = {
    QuoteState.OPEN: (
        "aberto", "aberta", "em_aberto", "pendente", "em_andamento", "aguardando", "em_analise",
        "em_negociacao", "enviado", "enviada", "novo", "nova", "rascunho", "liberado", "a", "open",
    ),
    QuoteState.WON: (
        "ganho", "ganha", "aprovado", "aprovada", "aceito", "aceita", "fechado", "fechada",
        "vendido", "vendida", "convertido", "convertida", "faturado", "faturada", "efetivado",
        "efetivada", "concluido", "concluida", "atendido", "baixado", "b", "won",
    ),
    QuoteState.LOST: (
        "perdido", "perdida", "recusado", "recusada", "rejeitado", "rejeitada", "reprovado",
        "reprovada", "nao_aprovado", "nao_aprovada", "cancelado", "cancelada", "c", "lost",
    ),
    QuoteState.EXPIRED: ("vencido", "vencida", "expirado", "expirada", "expired"),
}  # fmt: skip
_QUOTE_STATE_OF = {name: state for state, names in _QUOTE_STATES.items() for name in names}


class OrderState(Enum):
    """What a state says about whether an order is a sale.

    Attributes:
        VOID: It is none any more.
        DOUBTFUL: It may be none.
        OTHER: Nothing.
    """

    VOID = auto()
    DOUBTFUL = auto()
    OTHER = auto()


def yes_or_no(text: str) -> bool:
    """Read whether somebody is blocked; nothing is no.

    Raises:
        UnreadableError: It is neither.
    """
    answer = word(text)
    if answer and answer not in _YES | _NO:
        raise UnreadableError("yes_or_no_unreadable", text)
    return answer in _YES


def closed_channels(text: str) -> frozenset[Channel]:
    """Read through which channels somebody does not want to be contacted.

    Args:
        text: Yes, which means all of them, no, or their names: ``telefone, whatsapp``.

    Raises:
        UnreadableError: It is none of these.
    """
    names = [name for part in _SIGNS_BETWEEN.split(text) if (name := word(part))]
    if all(name in _CHANNEL_OF for name in names):
        return frozenset(_CHANNEL_OF[name] for name in names)
    if word(text) not in _YES | _NO:
        raise UnreadableError("no_contact_unreadable", text)
    return frozenset(Channel) if word(text) in _YES else frozenset()


def is_active(text: str) -> bool:
    """Read whether something is still sold.

    Raises:
        UnreadableError: It is neither yes nor no.
    """
    answer = word(text)
    if answer not in _ACTIVE | _INACTIVE:
        raise UnreadableError("active_unreadable", text)
    return answer in _ACTIVE


def order_kind(text: str, header: str = "") -> OrderKind:
    """Read what an order is.

    Args:
        text: The ERP's word for it.
        header: The column's header in comparable form: some ERPs have letters of their own.

    Raises:
        UnreadableError: It is no known kind; whether it is a purchase is then unknown.
    """
    try:
        return _LETTERS.get(header, _ORDER_KIND_OF)[word(text)]
    except KeyError:
        raise UnreadableError("order_kind_unknown", text) from None


def has_own_letters(header: str) -> bool:
    """Return whether an ERP's column tells kinds of papers, apart from what became of them.

    Args:
        header: In comparable form.
    """
    return header in _LETTERS


def is_credit(text: str) -> bool:
    """Return whether a type of receivable is the customer's credit, and nothing to be paid."""
    return _ABATEMENT.fullmatch(text) is not None or word(text) in _CREDITS


def order_state(text: str) -> OrderState:
    """Return what the ERP's own words for an order's state say about whether it is a sale.

    ERPs have hundreds of states, most of which say nothing about that: ``Em separação``.
    """
    name = word(text)
    if name in _ORDER_KINDS[OrderKind.CANCELLED]:
        return OrderState.VOID
    parts = name.split("_")
    if not _DENIALS.isdisjoint(parts):
        return OrderState.OTHER
    is_void = any(map(_VOID.fullmatch, parts))
    if is_void and _NOT_WHOLLY.isdisjoint(parts):
        return OrderState.VOID
    is_doubtful = is_void or any(map(_DOUBTFUL.fullmatch, parts))
    return OrderState.DOUBTFUL if is_doubtful else OrderState.OTHER


def category(text: str) -> CustomerCategory:
    """Read whether somebody is a customer or a prospect; an ABC class says nothing of that.

    Raises:
        UnreadableError: It is neither.
    """
    name = word(text)
    for beginning in _CLASS_WORDS:
        name = name.removeprefix(beginning)
    if len(name) == 1:
        return CustomerCategory.CUSTOMER
    try:
        return _CATEGORY_OF[name]
    except KeyError:
        raise UnreadableError("category_unknown", text) from None


def quote_state(text: str) -> QuoteState:
    """Read what became of a quote.

    Raises:
        UnreadableError: The word is unknown.
    """
    try:
        return _QUOTE_STATE_OF[word(text)]
    except KeyError:
        raise UnreadableError("quote_state_unknown", text) from None
