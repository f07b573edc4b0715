"""Which column of an order file means what."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from cockpit.analytics.segments import Integers
from cockpit.domain.errors import BadInputError

CUSTOMER, DATE, VALUE, KIND = "customer", "date", "value", "kind"
REQUIRED = (CUSTOMER, DATE, VALUE)

#: Per role the words for it, in the order in which they are preferred.
_WORDS: Mapping[str, tuple[str, ...]] = {
    CUSTOMER: (
        "customer", "cliente", "customer_id", "cust", "cust_id", "codigo_cliente",
        "codigo_do_cliente", "cod_cliente", "id_cliente", "cliente_id", "customerid",
        "customer_code", "client", "client_id", "cnpj_cpf", "cpf_cnpj", "cnpj", "cpf",
    ),
    DATE: (
        "date", "data", "order_date", "data_pedido", "data_do_pedido", "emissao", "data_emissao",
        "data_de_emissao", "dt_emissao", "dt_pedido", "orderdate", "invoice_date", "invoicedate",
        "day", "dia",
    ),
    VALUE: (
        "value", "valor", "net_value", "valor_liquido", "valor_total", "valor_do_pedido",
        "valor_pedido", "order_value", "amount", "total", "revenue",
    ),
    KIND: ("kind", "tipo", "type", "operacao"),
}  # fmt: skip
_BREAKS = re.compile(r"[^a-z0-9]+")
_MOST_SHOWN = 20
_LONGEST_SHOWN = 30


@dataclass(frozen=True, slots=True)
class OrderTable:
    """An order file's columns as they are written.

    Attributes:
        columns: Per role the column, all of one length; ``KIND`` may be missing.
        lines: Number of each row's line in the file, or of its row in a table; shape (rows,).
        malformed: Numbers of the lines that could not be split into columns.
    """

    columns: Mapping[str, pa.ChunkedArray]
    lines: Integers
    malformed: Integers


def roles_of(names: Sequence[str]) -> dict[str, int]:
    """Return per role of a column its position; case, accents and punctuation do not count."""
    places = {_word(name): place for place, name in reversed(list(enumerate(names)))}
    found = {}
    for role, words in _WORDS.items():
        place = next((places[word] for word in words if word in places), None)
        if place is not None:
            found[role] = place
    return found


def require_columns(roles: Mapping[str, int], names: Sequence[str], file: str) -> None:
    """Refuse a table that lacks a column, or has one that counts more than once.

    Raises:
        BadInputError: The sentence names what is missing and what was found, or what is repeated.
    """
    missing = [role for role in REQUIRED if role not in roles]
    if missing:
        readable = [shown for name in names[:_MOST_SHOWN] if (shown := _shown(name))]
        raise BadInputError(
            "orders_missing_columns" if len(missing) > 1 else "orders_missing_column",
            file=file,
            missing=", ".join(missing),
            found=", ".join(readable) + (", …" if len(names) > _MOST_SHOWN else ""),
        )
    words = [_word(name) for name in names]
    for place in roles.values():
        if words.count(words[place]) > 1:
            raise BadInputError("orders_column_twice", file=file, column=_shown(names[place]))


def _shown(name: str) -> str:
    """Return the beginning of a column's name, without what is no letter."""
    return "".join(letter for letter in name if letter.isprintable()).strip()[:_LONGEST_SHOWN]


def _word(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _BREAKS.sub("_", plain).strip("_")
