"""A company on a server, and laptops that are registered there."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy import text

from cockpit.data.replica.making import create_replica
from cockpit.data.server_link import ServerLink
from cockpit.data.url import parse_address
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from cockpit.sync.transport import PostgresTransport
from models import Base
from tests.faults.field.laptop import KEY, Laptop
from tests.support.queues import callable_customers
from tests.support.team import TeamDatabase

#: Who may look at everything.
AUDITOR = "auditora"
#: When each claim was stored, by the server's clock and under the lock on its customer: a claim
#: itself says when its program asked, which may be long before where a server dies meanwhile.
_TRIAL = """
    CREATE SCHEMA trial;
    CREATE TABLE trial.claims (
        claim_id uuid, customer_id uuid, user_id uuid, stored_at timestamptz);
    CREATE FUNCTION trial.note_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
        INSERT INTO trial.claims
        VALUES (NEW.id, NEW.customer_id, NEW.user_id, clock_timestamp());
        RETURN NULL;
    END $$;
    CREATE TRIGGER tr_claims_trial AFTER INSERT ON claims
        FOR EACH ROW EXECUTE FUNCTION trial.note_claim()"""


def fill(team: TeamDatabase, count: int) -> tuple[UUID, ...]:
    """Put a company with so many customers on a server; nobody's yet."""
    keys, rows = callable_customers(count)
    rows["companies"] = [{"id": new_id(), "code": "campo", "name": "Parafusos do Campo"}]
    with team.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
        connection.exec_driver_sql(_TRIAL)
    team.add(AUDITOR, Role.ADMINISTRATOR)
    return tuple(keys)


def give(team: TeamDatabase, customer_id: UUID, owner: UUID | None) -> None:
    """Make a customer somebody's own, or everybody's."""
    statement = text("UPDATE customers SET owner_id = :owner, updated_at = now() WHERE id = :key")
    with team.superuser.begin() as connection:
        connection.execute(statement, {"owner": owner, "key": customer_id})


def share_out(team: TeamDatabase, customers: Sequence[UUID], laptops: Sequence[Laptop]) -> None:
    """Give customers to the laptops' sellers in turn."""
    for number, key in enumerate(customers):
        give(team, key, laptops[number % len(laptops)].user_id)


def make_laptop(
    team: TeamDatabase,
    name: str,
    folder: Path,
    *,
    url: str,
    seed: int = 1,
    mutant: str = "",
    disk: Path | None = None,
) -> Laptop:
    """Add a seller, register a laptop of theirs, and make its file.

    Args:
        team: The server's database.
        name: Of both.
        folder: Where its file goes.
        url: How the laptop reaches the server; ``{login}`` stands for its seller's.
        seed: Of what is random there.
        mutant: What is wrong with its program.
        disk: Where its file goes instead.
    """
    login = team.add(name, Role.EXTERNAL_SELLER)
    who = text("SELECT id FROM users WHERE database_role = :login")
    with team.superuser.connect() as connection:
        user_id = UUID(str(connection.execute(who, {"login": login}).scalar_one()))
    laptop = Laptop(name, login, user_id, url.format(login=login), folder, seed, mutant, disk)
    device = new_id()
    transport = PostgresTransport(ServerLink(parse_address(laptop.url)))  # type: ignore[arg-type]
    transport.register(device, name)
    transport.close()
    create_replica(laptop.path, KEY, device_id=device, user_id=user_id, server=laptop.url).close()
    return laptop
