"""Invented order files: regular buyers, some of whom stopped."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import numpy as np

Line = tuple[str, date, float]
FIRST_DAY = date(2023, 1, 2)
LAST_DAY = date(2024, 12, 30)


def order_lines(customer_count: int = 150, seed: int = 7) -> list[Line]:
    """Return orders of customers with intervals of 10 to 60 days, one in three of whom stopped."""
    random = np.random.default_rng(seed)
    lines: list[Line] = []
    for number in range(customer_count):
        interval = random.uniform(10, 60)
        end = FIRST_DAY + timedelta(days=int(random.uniform(200, 600)))
        until = end if number % 3 == 0 else LAST_DAY
        day = FIRST_DAY + timedelta(days=int(random.uniform(0, 90)))
        typical = random.lognormal(6, 0.8)
        while day <= until:
            lines.append((f"C{number:04d}", day, round(typical * random.lognormal(0, 0.3), 2)))
            day += timedelta(days=max(1, round(interval * random.gamma(4, 0.25))))
    return lines


def write_orders(path: Path, lines: Iterable[Line]) -> Path:
    """Write lines as a CSV file with the columns ``customer,date,value``."""
    rows = "".join(f"{who},{day},{value!r}\n" for who, day, value in lines)
    path.write_text("customer,date,value\n" + rows, encoding="utf-8")
    return path
