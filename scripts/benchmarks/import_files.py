"""Invented import files as large as a distributor's whole past, the same ones for the same seed."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import xlsxwriter

_SHORT = ("numero", "cliente", "data", "valor", "tipo", "vendedor")
_WHOLE = (
    "numero", "cliente", "data", "valor", "valor_sem_impostos", "tipo", "situacao", "vendedor",
    "empresa", "entrega_prevista", "entregue_em",
)  # fmt: skip
_KINDS = (*["venda"] * 96, *["devolucao"] * 2, *["cancelado"] * 2)
_LINES_AT_ONCE = 50_000
_DAY = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})")


@dataclass(frozen=True, slots=True)
class OrdersPlan:
    """What a file of orders holds.

    Attributes:
        orders: How many lines.
        customers: How many different customers.
        first_number: The first order's number; the others follow.
        first_on: The first order's day.
        days: Over how many days the orders are spread, in the order of their numbers.
        is_whole: Whether the file has all canonical columns, not just the usual six.
        seed: Of all that is drawn.
    """

    orders: int = 3_000_000
    customers: int = 100_000
    first_number: int = 1_000_001
    first_on: date = date(2020, 1, 2)
    days: int = 2_190
    is_whole: bool = False
    seed: int = 7

    @property
    def header(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return _WHOLE if self.is_whole else _SHORT


def write_orders_csv(path: Path, plan: OrdersPlan) -> Path:
    """Write orders as Brazilian systems do: semicolons, dd/mm/yyyy, decimal comma, cp1252."""
    lines = order_lines(plan)
    with path.open("w", encoding="cp1252", newline="") as stream:
        stream.write(";".join(plan.header) + "\r\n")
        while some := list(islice(lines, _LINES_AT_ONCE)):
            stream.write("\r\n".join(map(";".join, some)) + "\r\n")
    return path


def write_orders_xlsx(path: Path, plan: OrdersPlan) -> Path:
    """Write orders as a spreadsheet, days and amounts as such."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Pedidos")
        as_day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, plan.header)
        for row, cells in enumerate(order_lines(plan), start=1):
            for column, text in enumerate(cells):
                if _DAY.fullmatch(text):
                    sheet.write_datetime(row, column, _day(text), as_day)
                elif "," in text:
                    sheet.write_number(row, column, float(text.replace(",", ".")))
                else:
                    sheet.write_string(row, column, text)
    return path


def write_customers_csv(path: Path, plan: OrdersPlan) -> Path:
    """Write the customers of such a file of orders."""
    with path.open("w", encoding="cp1252", newline="") as stream:
        stream.write("codigo;razao_social;municipio;uf;segmento;vendedor\r\n")
        for number in range(1, plan.customers + 1):
            stream.write(
                f"{number};Comércio {number:06d} Ltda;São Paulo;SP;Metal;V{number % 40:02d}\r\n"
            )
    return path


def order_lines(plan: OrdersPlan) -> Iterator[list[str]]:
    """Yield the cells of each line, from the oldest order to the latest."""
    chance = random.Random(plan.seed)  # noqa: S311 - invents rows, keeps no secret
    days = [plan.first_on + timedelta(days=index) for index in range(plan.days + 10)]
    texts = [f"{day:%d/%m/%Y}" for day in days]
    for index in range(plan.orders):
        ordered = index * plan.days // plan.orders
        cents = round(chance.lognormvariate(10.5, 0.9))
        number, customer = plan.first_number + index, chance.randrange(plan.customers) + 1
        kind, seller = _KINDS[chance.randrange(100)], f"V{customer % 40:02d}"
        cells = [str(number), str(customer), texts[ordered], _amount(cents), kind, seller]
        if plan.is_whole:
            goods = _amount(cents * 4 // 5)
            delivery = [texts[ordered + 3], texts[ordered + 2 + index % 5]]
            cells[4:] = [goods, kind, "faturado", seller, str(customer % 2 + 1), *delivery]
        yield cells


def _amount(cents: int) -> str:
    return f"{cents // 100},{cents % 100:02d}"


def _day(text: str) -> date:
    day, month, year = (int(part) for part in text.split("/"))
    return date(year, month, day)
