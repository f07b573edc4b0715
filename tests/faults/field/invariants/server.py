"""Whether the server kept its own rules: claims, walls between sellers, the trail, erasure."""

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import text

from cockpit.data.audit.seals import seal
from cockpit.data.audit.verify import Verifier
from cockpit.domain.queue import LEASE
from tests.faults.field.evidence import Evidence
from tests.faults.field.making import AUDITOR
from tests.faults.field.plain_bytes import found_in, plain_bytes

#: So many seconds may two readings of one clock lie apart.
_CLOCKS = 5
#: A pack is over at the earlier of both: some are ended by hand long after their time.
_TWO_PACKS = text(
    """SELECT one.customer_id FROM portfolio_entries one JOIN portfolio_entries other
        ON other.customer_id = one.customer_id AND other.id <> one.id
        AND other.entered_at >= one.entered_at
        AND other.entered_at < least(one.left_at, one.expires_at)
    WHERE one.is_pack AND other.is_pack"""
)
_CLAIMED_IN_PACK = text(
    """SELECT c.customer_id FROM trial.claims c JOIN portfolio_entries p
        ON p.customer_id = c.customer_id AND p.user_id <> c.user_id AND p.is_pack
    WHERE c.stored_at > p.entered_at AND c.stored_at < least(p.left_at, p.expires_at)"""
)


def one_claim_a_customer(evidence: Evidence) -> Iterator[str]:
    """11: No customer has two active claims, no fence was given twice, and packs exclude all that.

    By the server's clock nobody had a customer along while another one had, or was on them.
    """
    with evidence.server() as server:
        two = "SELECT customer_id FROM claims WHERE state = 'active' GROUP BY 1 HAVING count(*) > 1"
        for row in server.execute(text(two)):
            yield f"customer {row.customer_id} has two active claims"
        twice = "SELECT customer_id FROM claims GROUP BY customer_id, fence HAVING count(*) > 1"
        for row in server.execute(text(twice)):
            yield f"a fence of customer {row.customer_id} was given twice"
        for row in server.execute(_TWO_PACKS):
            yield f"customer {row.customer_id} was in two packs at once"
        for row in server.execute(_CLAIMED_IN_PACK):
            yield f"customer {row.customer_id} was claimed while a seller had them along"


def no_claim_outlives_its_lease(evidence: Evidence) -> Iterator[str]:
    """12: Nobody holds a customer beyond their lease; laptops hold none at all.

    A claim whose answer was lost with the server stays until its lease is over.
    """
    held = text(
        "SELECT count(*) FROM claims WHERE state = 'active'"
        " AND lease_until > clock_timestamp() + make_interval(secs => :lease)"
    )
    with evidence.server() as server:
        if server.execute(held, {"lease": LEASE.total_seconds() + _CLOCKS}).scalar_one():
            yield "somebody holds a customer for longer than a lease"
    for laptop in evidence.laptops:
        with evidence.file_of(laptop) as file:
            if file.execute(text("SELECT count(*) FROM claims")).scalar_one():
                yield f"the file of {laptop.name} has claims"


def nobody_sees_what_is_not_theirs(evidence: Evidence) -> Iterator[str]:
    """15: The policies show a seller no customer of another's."""
    for laptop in evidence.laptops:
        carried = evidence.portfolio(laptop)
        with evidence.server_as(laptop) as server:
            seen = server.execute(
                text("SELECT id FROM customers WHERE owner_id IS NOT NULL")
            ).scalars()
            foreign = set(seen) - carried
            if foreign:
                yield f"{laptop.login} may read {len(foreign)} customers of others"


def the_trail_verifies(evidence: Evidence) -> Iterator[str]:
    """16: Everything can be sealed, and the seals verify."""
    engines = evidence.team.open(evidence.team.login_of(AUDITOR)).engines
    with engines.writing() as connection:
        seal(connection, at=datetime.now(UTC), is_at_once=True)
    with engines.reading() as connection:
        checked = Verifier(connection).run()
    for finding in checked.findings:
        yield f"the trail has {finding}"


def erased_is_nowhere(evidence: Evidence) -> Iterator[str]:
    """18: No erased word is in a page of a file, its log, its index or copies, or in a dump."""
    if not evidence.erased:
        return
    for laptop in evidence.laptops:
        for _ in found_in(plain_bytes(laptop.path), evidence.erased):
            yield f"an erased word is still in the file of {laptop.name}"
    for _ in found_in(evidence.dump(), evidence.erased):
        yield "an erased word is still in the server's dump"
