"""How long reactivation takes: a month read cold, another filter, and a closed month's document.

Usage: python -m scripts.benchmarks.reactivation [customers [orders each]]
"""

import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.data import sqlite
from cockpit.data.repositories.frozen_figures import packed, unpacked
from cockpit.domain.ids import new_id
from cockpit.domain.indicators import Cut, Narrowing, Question
from cockpit.domain.periods import Period, month_of
from cockpit.domain.reactivation import CreditedDay, Face, Faces, FrozenPeriod
from cockpit.domain.vocabulary import Channel
from cockpit.services.reading_memory import ReadingMemory
from scripts.bench_support import Contest, Outcome, alternate, calibration_line, seconds, table
from scripts.benchmarks.big_portfolio import Size, make_portfolio

CUSTOMERS, ORDERS_EACH, CONTACTS_EACH = 100_000, 30, 5
LINES = 20_000
#: One contact of five found the customer inactive, whatever they bought.
_STATUSES = (
    "UPDATE contacts SET status_at_contact ="
    " CASE WHEN device_seq % 5 = 0 THEN 'inactive' ELSE 'active' END"
)
_BARE = (
    "SELECT c.id, c.customer_id, c.occurred_at, c.outcome_id, s.event_days, s.event_cents"
    " FROM contacts AS c JOIN customer_statistics AS s ON s.customer_id = c.customer_id"
    " WHERE c.status_at_contact IN ('inactive', 'lost') AND c.customer_id IN"
    " (SELECT customer_id FROM contacts WHERE occurred_at >= ? AND occurred_at < ?"
    " AND status_at_contact IN ('inactive', 'lost'))"
)


def main(words: list[str]) -> int:
    """Make a portfolio and measure."""
    sys.stdout.write(calibration_line() + "\n")
    print_reactivation(*(int(word) for word in words))
    return 0


def print_reactivation(customers: int = CUSTOMERS, orders_each: int = ORDERS_EACH) -> None:
    """Make a portfolio with five contacts each, and print what is measured."""
    as_of = date(2026, 3, 2)
    with tempfile.TemporaryDirectory(prefix="giro-bench-") as folder:
        home = Path(folder)
        make_portfolio(home, Size(customers, orders_each, CONTACTS_EACH), as_of=as_of)
        paths = Paths(home)
        connection = sqlite.connect(paths.database)
        connection.execute(_STATUSES)
        connection.execute("ANALYZE")
        connection.close()
        with open_session(Options(as_of=as_of), paths) as session:
            sys.stdout.write(measured(session, month_of(as_of - timedelta(days=10))) + "\n")
    sys.stdout.write(document_line() + "\n")


def measured(session: Session, month: Period) -> str:
    """Return a table of what reading a month takes, cold and with another filter."""
    service = session.reactivation
    question = Question(month, cut=Cut.SELLER)
    first = service.report(question)
    only = Narrowing({Cut.CHANNEL: frozenset({Channel.PHONE})})

    def cold() -> object:
        return replace(service, memory=ReadingMemory()).report(question)

    bare = _bare(session, month)
    outcomes: list[Outcome] = [
        alternate(Contest("a month, cold; reference: the bare rows", cold, bare)),
        alternate(
            Contest(
                "another filter; reference: the bare rows",
                lambda: service.report(replace(question, narrowing=only)),
                bare,
            )
        ),
    ]
    totals = first.totals
    head = f"{month.first:%m/%Y}: {totals.clients:,} clients, {totals.orders:,} order days"
    return f"{head}\n{table(outcomes)}"


def document_line() -> str:
    """Return how large a closed month of many lines is, and what writing and reading it takes."""
    frozen = _invented(LINES)
    document = packed(frozen)
    size = len(json.dumps(document))
    wrote, read = seconds(lambda: packed(frozen)), seconds(lambda: unpacked(document))
    return (
        f"a closed month of {LINES:,} lines: {size / 1e6:.2f} MB, "
        f"written in {wrote:.2f} s, read in {read:.2f} s"
    )


def _bare(session: Session, month: Period) -> Callable[[], object]:
    since = month.first - timedelta(days=30)
    days = (f"{since} 03:00:00.000000", f"{month.last + timedelta(days=1)} 03:00:00.000000")

    def read() -> object:
        with session.store.engines.reading() as connection:
            return connection.exec_driver_sql(_BARE, days).fetchall()

    return read


def _invented(lines: int) -> FrozenPeriod:
    """Return a closed month in which each line is another customer's return."""
    day, people = date(2026, 1, 15), [new_id() for _ in range(50)]
    credits = tuple(
        CreditedDay(
            contact_id=new_id(),
            customer_id=new_id(),
            user_id=people[number % 50],
            channel=Channel.PHONE,
            campaign_id=None,
            contacted_on=day - timedelta(days=number % 14),
            returned_on=day,
            ordered_on=day,
            returns=1,
            orders=1,
            cents=10_000 + number * 37 % 900_000,
            goods_cents=8_800 + number * 31 % 900_000,
        )
        for number in range(lines)
    )
    faces = {
        one.customer_id: Face(one.customer_id, f"{100_000 + number}", f"Comércio Prova {number}")
        for number, one in enumerate(credits)
    }
    at = datetime(2026, 2, 4, 12, tzinfo=UTC)
    return FrozenPeriod(new_id(), month_of(day), at, at, None, "", credits, {}, Faces(faces, {}))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
