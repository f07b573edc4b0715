"""Cells of import files, usual and hostile ones, each with what it truly means.

``ODD`` is the truth of a cell that means nothing certain: a line that holds one may be rejected or
flagged, but not taken in silence with a value there. ``ANY`` is that of a cell that is not checked.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from typing import TypeAlias

from cockpit.domain.vocabulary import ImportKind, OrderKind


class Unsure(Enum):
    """What is no truth."""

    ODD = auto()
    ANY = auto()


ODD, ANY = Unsure.ODD, Unsure.ANY

Truth: TypeAlias = object


@dataclass(frozen=True, slots=True)
class Style:
    """How the author of a file writes.

    Attributes:
        mark: The decimal mark.
        day: How days are written, ``%d/%m/%Y`` or ``%Y-%m-%d``.
    """

    mark: str
    day: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, and what it means."""

    text: str
    truth: Truth


Maker: TypeAlias = Callable[[random.Random, Style], Cell]

_EXCEL_EPOCH = date(1899, 12, 30)
_ODD_AMOUNTS = (
    "abc", "1e5", "12,34,5", "#REF!", "=1+1", "+5+5", "99999999999999999", "1.2.3,4", "--5,00",
    "R$", "10,00 USD", "1 000,00", "NaN", "inf", "١٢٣", "1" * 60, "=HYPERLINK(1)", "10/20", "0x10",
)  # fmt: skip
_ODD_DAYS = (
    "17/02/20226", "31/02/2022", "ontem", "99/99/9999", "2022", "30/30/30", "#N/D", "=HOJE()",
    "17/02/1022", "2022-13-45", "0001-01-01", "9999-12-31", "1" * 50, "17//02/2022", "-44609",
)  # fmt: skip
_FORMULAS = (
    '=HYPERLINK("http://x.example";"y")', "+cmd|' /C calc'!A0", "@SUM(A1)", "=1+1", "-2+3",
    "=cmd|'/C calc'!A1",
)  # fmt: skip
_NAMES = (
    "Agro Sul Ltda", "Comércio São João", 'Tubos 3/4" e Cia', "A; B & C", "Linha um\nLinha dois",
    "Ação, Reação", "Ñandú", "O'Neill", "Total Distribuidora", "x" * 80, "1234", "0", "Já é",
)  # fmt: skip


def name(chance: random.Random, _: Style) -> Cell:
    """Return free text; formulas are text."""
    text = chance.choice(_FORMULAS if chance.random() < 0.1 else _NAMES)
    return Cell(text, " ".join(text.split()))


def label(chance: random.Random, _: Style) -> Cell:
    """Return the name of a seller, a company or the like, or nothing."""
    text = chance.choice(("", "", "Ana", "V01", "Zé da Silva", "0101", "Sul"))
    return Cell(text, text)


def note(chance: random.Random, style: Style) -> Cell:
    """Return text of which the form is not checked."""
    if chance.random() < 0.05:
        return Cell("y" * chance.choice((301, 5_000, 40_000)), ANY)
    return Cell(name(chance, style).text, ANY)


def code(prefix: str, most: int, *, blank: Truth = ODD) -> Maker:
    """Return a maker of codes, their zeros kept; a small number of them makes repetitions."""

    def make(chance: random.Random, _: Style) -> Cell:
        text = f"{prefix}{chance.randrange(1, most):05d}"
        if chance.random() < 0.01:
            return Cell(*chance.choice((("", blank), (" ", blank), ("z" * 61, ODD))))
        if chance.random() < 0.05:
            return Cell(f'="{text}"', text)
        return Cell(f"  {text} " if chance.random() < 0.1 else text, text)

    return make


def optional(maker: Maker, *, truth: Truth = None) -> Maker:
    """Return a maker that leaves half of its cells empty, which means ``truth``."""

    def make(chance: random.Random, style: Style) -> Cell:
        found = Cell("", truth) if chance.random() < 0.5 else maker(chance, style)
        return found if found.text.strip() else Cell("", truth)

    return make


def amount(*, may_be_negative: bool = False, scale: int = 1) -> Maker:
    """Return a maker of amounts; the truth is in cents without sign, times ``scale``."""

    def make(chance: random.Random, style: Style) -> Cell:
        if chance.random() < 0.03:
            return Cell(chance.choice(_ODD_AMOUNTS), ODD)
        cents = chance.randrange(10 ** chance.randrange(1, 9))
        text = amount_text(chance, cents, style.mark)
        if may_be_negative and chance.random() < 0.1:
            text = chance.choice((f"-{text}", f"({text})", f"{text}-", f"R$ -{text}"))
        elif chance.random() < 0.1:
            text = chance.choice((f"R$ {text}", f" {text} ", f"{text}  "))
        return Cell(text, cents * scale)

    return make


def amount_text(chance: random.Random, cents: int, mark: str) -> str:
    """Return an amount in one of the forms that leave no doubt in a file with this mark."""
    whole, rest = divmod(cents, 100)
    grouped = f"{whole:,}".replace(",", "." if mark == "," else ",")
    head = grouped if chance.random() < 0.5 else str(whole)
    if rest == 0 and chance.random() < 0.3:
        return str(whole)
    if rest % 10 == 0 and chance.random() < 0.3:
        return f"{head}{mark}{rest // 10}"
    return f"{head}{mark}{rest:02d}"


def day(chance: random.Random, style: Style) -> Cell:
    """Return a day that lies in the past."""
    if chance.random() < 0.03:
        return Cell(chance.choice(_ODD_DAYS), ODD)
    truth = date(2018, 1, 1) + timedelta(days=chance.randrange(2_500))
    usual = truth.strftime(style.day)
    forms = [usual, usual, usual, f"{usual} 10:30:00", f" {usual}", f"{usual}T00:00:00"]
    forms.append(str((truth - _EXCEL_EPOCH).days))
    if style.day.startswith("%d"):
        forms += [f"{truth.day}/{truth.month}/{truth.year}", truth.strftime("%d.%m.%Y")]
    return Cell(chance.choice(forms), truth)


def moment(chance: random.Random, style: Style) -> Cell:
    """Return a day with or without a time."""
    found = day(chance, style)
    if not isinstance(found.truth, date):
        return found
    truth = datetime.combine(found.truth, datetime.min.time())
    if "10:30" in found.text:
        truth = truth.replace(hour=10, minute=30)
    return Cell(found.text, truth)


def order_kind(chance: random.Random, _: Style) -> Cell:
    """Return what an order is."""
    if chance.random() < 0.02:
        return Cell(chance.choice(("talvez", "=1", "12", "venda?devolucao")), ODD)
    return Cell(
        *chance.choice(
            (
                ("venda", OrderKind.SALE),
                ("VENDA", OrderKind.SALE),
                ("", OrderKind.SALE),
                ("Devolução", OrderKind.RETURN),
                ("cancelado", OrderKind.CANCELLED),
            )
        )
    )


def yes_or_no(chance: random.Random, _: Style) -> Cell:
    """Return yes or no."""
    return Cell(*chance.choice((("sim", True), ("não", False), ("NAO", False), ("S", True))))


def quantity(chance: random.Random, style: Style) -> Cell:
    """Return a quantity with up to two decimals, which leaves no doubt; in thousandths."""
    found = amount(scale=10)(chance, style)
    return Cell(found.text.replace("R$ ", ""), found.truth)


def document(chance: random.Random, _: Style) -> Cell:
    """Return a document, valid or not; what becomes of it has its own tests."""
    texts = ("33.000.167/0001-01", "33000167000101", "111.111.111-11", "", "12", "abc", "=1+1")
    return Cell(chance.choice(texts), ANY)


def anything(chance: random.Random, style: Style) -> Cell:
    """Return what belongs to another column, or nothing."""
    makers = (name, label, document, day, amount())
    return Cell(chance.choice(makers)(chance, style).text if chance.random() < 0.5 else "", ANY)


#: Per kind and canonical column, the record's attribute and the maker of its cells.
COLUMNS: dict[ImportKind, dict[str, tuple[str, Maker]]] = {
    ImportKind.ORDERS: {
        "numero": ("number", code("P", 400)),
        "cliente": ("customer", code("C", 30)),
        "data": ("ordered_on", day),
        "valor": ("net_cents", amount(may_be_negative=True)),
        "valor_sem_impostos": ("goods_cents", optional(amount())),
        "tipo": ("kind", order_kind),
        "situacao": ("state_text", label),
        "vendedor": ("seller", label),
        "empresa": ("company", label),
        "entrega_prevista": ("promised_on", optional(day)),
        "entregue_em": ("delivered_on", optional(day)),
    },
    ImportKind.CUSTOMERS: {
        "codigo": ("code", code("C", 400, blank="")),
        "razao_social": ("legal_name", name),
        "nome_fantasia": ("trade_name", optional(name, truth="")),
        "cnpj_cpf": ("", document),
        "telefone": ("", anything),
        "email": ("", anything),
        "municipio": ("city", optional(name, truth="")),
        "uf": ("", anything),
        "segmento": ("segment", label),
        "vendedor": ("seller", label),
        "limite_credito": ("credit_limit_cents", optional(amount())),
        "bloqueado": ("is_blocked", yes_or_no),
    },
    ImportKind.ITEMS: {
        "pedido": ("order", code("P", 60)),
        "produto": ("product", code("M", 60, blank="")),
        "descricao": ("description", name),
        "quantidade": ("quantity_milli", quantity),
        "valor_unitario": ("unit_cents", amount()),
        "desconto": ("discount_cents", optional(amount(), truth=0)),
    },
    ImportKind.RECEIVABLES: {
        "numero": ("number", code("T", 400)),
        "cliente": ("customer", code("C", 30)),
        "pedido": ("order", optional(code("P", 60), truth="")),
        "emissao": ("issued_on", optional(day)),
        "vencimento": ("due_on", day),
        "valor": ("amount_cents", amount(may_be_negative=True)),
        "pago_em": ("paid_on", optional(day)),
    },
    ImportKind.PRODUCTS: {
        "codigo": ("code", code("M", 400)),
        "nome": ("name", name),
        "unidade": ("unit", label),
        "familia": ("family", label),
        "marca": ("brand", label),
        "ativo": ("is_active", yes_or_no),
    },
    ImportKind.QUOTES: {
        "numero": ("number", code("Q", 400)),
        "cliente": ("customer", code("C", 30)),
        "data": ("opened_on", day),
        "valor": ("total_cents", amount(may_be_negative=True)),
        "validade": ("expires_on", optional(day)),
        "vendedor": ("seller", label),
    },
    ImportKind.CONTACTS: {
        "cliente": ("customer", code("C", 30)),
        "data": ("occurred_at", moment),
        "atendente": ("seller", label),
        "contato": ("person_name", optional(name, truth="")),
        "ocorrencia": ("outcome", label),
        "observacao": ("note", note),
    },
}
