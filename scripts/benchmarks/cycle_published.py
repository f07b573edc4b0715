"""The purchase cycle's models on CDNOW: published parameters and golden values.

Sources: Fader, Hardie & Lee (2005), Marketing Science 24(2); Batislam, Denizel & Filiztekin (2007),
IJRM 24(3). The k-grid's likelihood on BTYDplus's groceries is not measured: those orders are not
in the repository.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np

from cockpit.analytics.order_files import read_orders
from cockpit.analytics.population.bg_nbd import BgNbd
from cockpit.analytics.population.mbg_cnbd_k import MbgCnbdK
from cockpit.analytics.population.models import Model, fit_named
from cockpit.analytics.population.pareto_nbd import ParetoNbd
from cockpit.analytics.population.summary import (
    PurchaseSummary,
    TimeUnit,
    summary_from_documents,
)
from scripts.benchmarks.cycle_table import Figure, timed

CDNOW = Path(__file__).parents[2] / "tests" / "data" / "cdnow" / "orders.csv"
_UNTIL = date(1997, 9, 30)
_PUBLISHED = {
    "bg_nbd": ("BG/NBD", ".243 4.414 .793 2.426, LL -9582.43"),
    "mbg_nbd": ("MBG/NBD", ".525 6.183 .891 1.614, LL -9582.14"),
    "pareto_nbd": ("Pareto/NBD", ".553 10.578 .606 11.669, LL -9594.98"),
}


@dataclass(frozen=True, slots=True)
class Golden:
    """P(alive) at given parameters.

    Attributes:
        name: The model's.
        model: With the parameters.
        repeats: Repeat orders of some customers.
        last_at: When the last of them came.
        observed: For how long the customers were watched.
        alive: P(alive), six digits.
    """

    name: str
    model: Model
    repeats: tuple[float, ...]
    last_at: tuple[float, ...]
    observed: float
    alive: tuple[float, ...]


_CDNOW_REPEATS = (0, 1, 2, 5, 26)
_CDNOW_LAST = (0.0, 10.0, 30.43, 35.0, 30.86)
_GOLDEN = (
    Golden(
        "BG/NBD",
        BgNbd(0.243, 4.414, 0.793, 2.426),
        _CDNOW_REPEATS,
        _CDNOW_LAST,
        38.86,
        (1.0, 0.438237, 0.726579, 0.832357, 0.139338),
    ),
    Golden(
        "Pareto/NBD",
        ParetoNbd(0.553, 10.578, 0.606, 11.669),
        _CDNOW_REPEATS,
        _CDNOW_LAST,
        38.86,
        (0.295287, 0.399182, 0.869168, 0.941209, 0.277652),
    ),
    Golden(
        "MBG/CNBD-2",
        MbgCnbdK(1.329197, 2.8126, 0.424716, 0.79004, 2),
        (0, 1, 2, 5, 10, 20),
        (0.0, 4.0, 12.0, 30.0, 45.0, 50.0),
        52.0,
        (0.075091, 0.015698, 0.029211, 0.184322, 0.836922, 0.963529),
    ),
)


def published_figures() -> list[Figure]:
    """Return how near the models come to what is published of them."""
    book = read_orders(CDNOW).documents
    summary = summary_from_documents(book, until=_UNTIL, unit=TimeUnit.WEEKS)
    figures = []
    for code, (name, published) in _PUBLISHED.items():
        fitted, seconds = timed(partial(fit_named, code, summary))
        numbers = " ".join(f"{one:.3f}".lstrip("0") for one in fitted.parameters.values())
        found = f"{numbers}, LL {fitted.log_likelihood:.2f}"
        figures.append(Figure(f"CDNOW {name}", found, published, "3 digits, .01", seconds))
    return figures + [_golden(one) for one in _GOLDEN]


def _golden(case: Golden) -> Figure:
    """Return how far P(alive) is from golden values."""
    size = len(case.repeats)
    summary = PurchaseSummary(
        customer=np.arange(size),
        repeat_count=np.array(case.repeats, dtype=np.float64),
        last_at=np.array(case.last_at),
        observed=np.full(size, case.observed),
        log_gaps=np.zeros(size),
    )
    error = float(np.abs(case.model.p_alive(summary) - np.array(case.alive)).max())
    return Figure(f"golden P(alive), {case.name}", f"within {error:.0e}", "", "1e-6")
