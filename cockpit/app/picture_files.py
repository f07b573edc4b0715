"""Invented files of an ERP, as the pictures of the import screen show them being taken."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.work_list import CustomerRow

ORDERS_NAME, CUSTOMERS_NAME = "Pedidos fevereiro.csv", "clientes.csv"
_ORDER_COUNT = 1_240
_CUSTOMER_COUNT = 180
_HEADER = "Nº Pedido;Cód. Cliente;Dt. Emissão;Vlr. Total;Situação;Representante;Obs."
_FIRST_NUMBER = 90_210
_STATES = ("Faturado", "Faturado", "Faturado", "Em separação", "Cancelado")
_AREAS = (11, 19, 31, 41, 47, 51, 62, 71, 81, 85)
_SELLERS = ("Bruna Teles", "Caio Nogueira", "Dalva Rios")


def write_orders(folder: Path, listed: Sequence[CustomerRow], today: date) -> Path:
    """Write a file of orders as an ERP exports it, in Windows-1252 and with a few odd lines."""
    chance = random.Random(4)  # noqa: S311 - keeps no secret
    codes = [row.code for row in listed if row.code]
    lines = [_order(number, chance, codes, today) for number in range(_ORDER_COUNT)]
    for place, column, text in (
        (2, 2, "31/02/2026"),
        (5, 3, "1.2x0,00"),
        (57, 1, "99871"),
        (58, 1, "99871"),
        (203, 3, "-430,00"),
        (204, 2, "02/03/20226"),
        (612, 3, ""),
        (700, 1, ""),
    ):
        lines[place][column] = text
    text = "\r\n".join([_HEADER, *(";".join(line) for line in lines), ""])
    path = folder / ORDERS_NAME
    path.write_bytes(text.encode("cp1252"))
    return path


def write_customers(folder: Path, listed: Sequence[CustomerRow]) -> Path:
    """Write a file of customers who are known, some of them with another phone."""
    chance = random.Random(7)  # noqa: S311 - keeps no secret
    lines = ["codigo;razao_social;telefone;municipio;uf"]
    for place, row in enumerate(listed[:_CUSTOMER_COUNT]):
        phone = f"({chance.choice(_AREAS)}) 9{chance.randrange(8000, 9999)}-{place:04d}"
        number = "ramal 12" if place in {11, 90} else phone
        lines.append(";".join((row.code, row.name, number, row.city, row.state)))
    path = folder / CUSTOMERS_NAME
    path.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")
    return path


def _order(number: int, chance: random.Random, codes: Sequence[str], today: date) -> list[str]:
    day = today - timedelta(days=28 - 28 * number // _ORDER_COUNT)
    cents = chance.randrange(9_000, 900_000)
    note = "Entregar pela manhã" if number % 9 == 4 else ""
    return [
        str(_FIRST_NUMBER + number),
        chance.choice(codes),
        formats.day(day),
        formats.money(cents, Language.PORTUGUESE, symbol=False),
        chance.choice(_STATES),
        chance.choice(_SELLERS),
        note,
    ]
