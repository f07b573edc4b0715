"""Import files written as a test thinks of them, and an invented trade to fill them."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """One line of ``pedidos``; without ``goods_cents`` it tells no value without taxes."""

    number: int
    customer: int
    day: date
    cents: int = 10_000
    kind: str = "venda"
    goods_cents: int | None = None


def write_customers(
    path: Path,
    numbers: Iterable[int],
    *,
    blocked: Iterable[int] = (),
    segments: Sequence[str] = ("Metal", "Papel"),
) -> Path:
    """Write a file of customers, in turns of these segments."""
    out = set(blocked)
    rows = [
        f"{number};Cliente {number:03d};{segments[number % len(segments)]};"
        f"{'sim' if number in out else 'nao'}"
        for number in numbers
    ]
    text = "\n".join(["codigo;razao_social;segmento;bloqueado", *rows])
    path.write_text(text + "\n", encoding="utf-8")
    return path


def write_orders(path: Path, lines: Iterable[Line]) -> Path:
    """Write a file of orders."""
    rows = [
        f"{one.number};{one.customer};{one.day:%d/%m/%Y};{one.cents / 100:.2f};{one.kind};"
        + ("" if one.goods_cents is None else f"{one.goods_cents / 100:.2f}")
        for one in lines
    ]
    head = "numero;cliente;data;valor;tipo;valor_sem_impostos"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


def trade(customers: int, *, first: date, last: date, seed: int = 7) -> list[Line]:
    """Invent what regular buyers order between two days; a third of them stop somewhere."""
    chance = random.Random(seed)
    lines: list[Line] = []
    for customer in range(1, customers + 1):
        usual = chance.uniform(6, 45)
        end = last
        if chance.random() < 1 / 3:
            end = first + (last - first) * chance.uniform(0.3, 0.95)
        day = first + timedelta(days=chance.randrange(30))
        while day <= end:
            cents = round(chance.lognormvariate(10, 0.6))
            lines.append(Line(0, customer, day, cents))
            day += timedelta(days=max(1, round(chance.gammavariate(4, usual / 4))))
    lines.sort(key=lambda one: (one.day, one.customer))
    return [
        Line(number, one.customer, one.day, one.cents) for number, one in enumerate(lines, start=1)
    ]
