"""What each program of a laptop would read and work out anew, done once before it is forked.

A laptop dies each second in a long time in the field: its next program has to be at work at once.
"""

import gc
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import insert, text

from cockpit.data.default_templates import seed_templates
from cockpit.data.defaults import seed_defaults
from cockpit.data.replica.making import create_replica
from cockpit.domain.errors import GiroError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from cockpit.sync import selects
from models import Base, User
from tests.faults.field.journal import Journal
from tests.faults.field.laptop import KEY, Laptop, Seller, hurry
from tests.support.queues import callable_customers

_NOWHERE = "postgresql://nobody@127.0.0.1:1/nowhere"


def warm_up() -> None:
    """Live a short day of a laptop that reaches no server."""
    hurry()
    for made in (selects.changed, selects.entered, selects.everything):
        made()
    with TemporaryDirectory() as folder:
        _work(Laptop("morno", "morno", new_id(), _NOWHERE, Path(folder), 1))
    gc.collect()
    gc.freeze()


def _work(laptop: Laptop) -> None:
    device = new_id()
    engines = create_replica(
        laptop.path, KEY, device_id=device, user_id=laptop.user_id, server=laptop.url
    )
    customers, rows = callable_customers(2)
    with engines.writing() as connection:
        connection.execute(text("UPDATE replicas SET is_applying = 1"))
        seed_templates(connection)
        seed_defaults(connection)
        someone = {"id": laptop.user_id, "login": "morno", "name": "Morno"}
        connection.execute(insert(User).values(**someone, role=Role.EXTERNAL_SELLER))
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
        connection.execute(text("UPDATE replicas SET is_applying = 0"))
    seller = Seller(laptop, Journal(laptop.journal), engines)
    for customer in customers:
        _use(seller, customer)
    seller._synchronise()
    seller.journal.close()
    engines.close()


def _use(seller: Seller, customer: UUID) -> None:
    for act in (seller.log, seller.pitch, seller.wish, seller.plan):
        try:
            act(customer)
        except GiroError as error:  # pragma: no cover - where a rule of the services changed
            raise RuntimeError(act.__name__) from error


warm_up()
