"""How what a line holds is shown, by the canonical column that it comes from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.import_records import InvoiceRecord
from cockpit.domain.vocabulary import CustomerCategory, ImportKind, OrderKind, QuoteState
from cockpit.ui.words import channel_word

translate = QCoreApplication.translate

_MILLI = 1000


@dataclass(frozen=True, slots=True)
class Field:
    """One column's value as text.

    Attributes:
        show: Takes a record of the kind.
    """

    show: Callable[[Any, Language], str]
    is_number: bool = False


def _text(name: str) -> Field:
    return Field(lambda record, _language: " ".join(str(getattr(record, name)).split()))


def _day(name: str) -> Field:
    def show(record: object, _language: Language) -> str:
        value = getattr(record, name)
        return "" if value is None else formats.day(value)

    return Field(show)


def _money(name: str) -> Field:
    def show(record: object, language: Language) -> str:
        cents: int | None = getattr(record, name)
        return "" if cents is None else formats.money(cents, language)

    return Field(show, is_number=True)


def _yes_no(name: str) -> Field:
    def show(record: object, _language: Language) -> str:
        value: bool | None = getattr(record, name)
        if value is None:
            return ""
        return translate("ImportSample", "yes") if value else translate("ImportSample", "no")

    return Field(show)


def _of_invoice(part: str, field: Field) -> Field:
    """Return a field of a part of an invoice; an event has none."""

    def show(record: object, language: Language) -> str:
        if not isinstance(record, InvoiceRecord):
            return ""
        return field.show(getattr(record, part), language)

    return Field(show, field.is_number)


def _document(record: Any, _language: Language) -> str:
    return "" if record.tax_id is None else formats.tax_id(record.tax_id.text)


def _phones(record: Any, _language: Language) -> str:
    return ", ".join(
        one.raw if one.e164 is None else formats.phone(one.e164) for one in record.phones
    )


def _blocks(record: Any, _language: Language) -> str:
    return ", ".join(
        f"{formats.day(one.from_day)} – {formats.day(one.until_day) if one.until_day else ''}"
        for one in record.blocks
    )


def _closed_channels(record: Any, _language: Language) -> str:
    return ", ".join(map(channel_word, sorted(record.closed_channels)))


def _category(record: Any, _language: Language) -> str:
    return {
        CustomerCategory.CUSTOMER: translate("ImportSample", "customer"),
        CustomerCategory.PROSPECT: translate("ImportSample", "prospect"),
    }[record.category]


def _order_kind(record: Any, _language: Language) -> str:
    return {
        OrderKind.SALE: translate("ImportSample", "sale"),
        OrderKind.RETURN: translate("ImportSample", "return"),
        OrderKind.CANCELLED: translate("ImportSample", "cancelled"),
    }[record.kind]


def _quote_state(record: Any, _language: Language) -> str:
    return {
        None: "",
        QuoteState.OPEN: translate("ImportSample", "open"),
        QuoteState.WON: translate("ImportSample", "won"),
        QuoteState.LOST: translate("ImportSample", "lost"),
        QuoteState.EXPIRED: translate("ImportSample", "expired"),
    }[record.state]


def _quantity(record: Any, language: Language) -> str:
    is_whole = record.quantity_milli % _MILLI == 0
    return formats.decimal(record.quantity_milli / _MILLI, language, 0 if is_whole else 3)


def _moment(record: Any, _language: Language) -> str:
    return f"{formats.day(record.occurred_at.date())} {record.occurred_at:%H:%M}"


#: Per kind, the columns in the order in which they are shown.
FIELDS: Mapping[ImportKind, Mapping[str, Field]] = MappingProxyType(
    {
        ImportKind.CUSTOMERS: {
            "codigo": _text("code"),
            "razao_social": _text("legal_name"),
            "nome_fantasia": _text("trade_name"),
            "cnpj_cpf": Field(_document),
            "telefone": Field(_phones),
            "email": _text("email"),
            "contato": _text("person_name"),
            "municipio": _text("city"),
            "uf": _text("state"),
            "segmento": _text("segment"),
            "regiao": _text("region"),
            "vendedor": _text("seller"),
            "empresa": _text("company"),
            "limite_credito": _money("credit_limit_cents"),
            "bloqueado": _yes_no("is_blocked"),
            "categoria": Field(_category),
            "bloqueios": Field(_blocks),
            "nao_contatar": Field(_closed_channels),
        },
        ImportKind.PRODUCTS: {
            "codigo": _text("code"),
            "nome": _text("name"),
            "unidade": _text("unit"),
            "familia": _text("family"),
            "marca": _text("brand"),
            "empresa": _text("company"),
            "ativo": _yes_no("is_active"),
        },
        ImportKind.ORDERS: {
            "numero": _text("number"),
            "cliente": _text("customer"),
            "data": _day("ordered_on"),
            "valor": _money("net_cents"),
            "valor_sem_impostos": _money("goods_cents"),
            "tipo": Field(_order_kind),
            "situacao": _text("state_text"),
            "vendedor": _text("seller"),
            "empresa": _text("company"),
            "entrega_prevista": _day("promised_on"),
            "entregue_em": _day("delivered_on"),
        },
        ImportKind.ITEMS: {
            "pedido": _text("order"),
            "item": _text("line"),
            "produto": _text("product"),
            "descricao": _text("description"),
            "quantidade": Field(_quantity, is_number=True),
            "valor_unitario": _money("unit_cents"),
            "desconto": _money("discount_cents"),
            "empresa": _text("company"),
        },
        ImportKind.RECEIVABLES: {
            "numero": _text("number"),
            "cliente": _text("customer"),
            "pedido": _text("order"),
            "emissao": _day("issued_on"),
            "vencimento": _day("due_on"),
            "valor": _money("amount_cents"),
            "tipo": Field(lambda _record, _language: ""),  # decides only whether a line is taken
            "pago_em": _day("paid_on"),
            "empresa": _text("company"),
        },
        ImportKind.QUOTES: {
            "numero": _text("number"),
            "cliente": _text("customer"),
            "data": _day("opened_on"),
            "valor": _money("total_cents"),
            "validade": _day("expires_on"),
            "situacao": Field(_quote_state),
            "vendedor": _text("seller"),
            "empresa": _text("company"),
            "motivo": _text("stopped_reason"),
        },
        ImportKind.CONTACTS: {
            "cliente": _text("customer"),
            "data": Field(_moment),
            "atendente": _text("seller"),
            "contato": _text("person_name"),
            "ocorrencia": _text("outcome"),
            "motivo": _text("reason"),
            "campanha": _text("campaign"),
            "observacao": _text("note"),
            "empresa": _text("company"),
        },
        ImportKind.INVOICES: {
            "numero": _of_invoice("order", _text("number")),
            "razao_social": _of_invoice("customer", _text("legal_name")),
            "cnpj_cpf": _of_invoice("customer", Field(_document)),
            "data": _of_invoice("order", _day("ordered_on")),
            "valor": _of_invoice("order", _money("net_cents")),
            "valor_sem_impostos": _of_invoice("order", _money("goods_cents")),
        },
    }
)
