"""Another process that logs contacts: reads orders to do so, and tells when each is on disk.

Usage: python -m scripts.benchmarks.committer [the program's own arguments]

Each line of the input is a customer's key and the day of the next contact.
"""

import sys
from datetime import UTC, datetime
from uuid import UUID

from cockpit.app.arguments import parse
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.contact import ContactDraft
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, LifecycleStatus
from cockpit.services.contacts import ContactService
from scripts.benchmarks.probe import now


def main(arguments: list[str]) -> int:
    """Log a contact for each line until the input ends."""
    with open_session(parse(arguments), Paths.of_user()) as session:
        tell("ready")
        for line in sys.stdin:
            key, due_at = line.split()
            log(session.contacts, UUID(key), datetime.fromisoformat(due_at))
            tell(str(now()))
    return 0


def log(contacts: ContactService, customer_id: UUID, due_at: datetime) -> None:
    """Store a contact with a next one."""
    outcome = next(
        one for one in contacts.form_options().outcomes if one.is_reached and not one.needs_reason
    )
    draft = ContactDraft(
        contact_id=new_id(),
        customer_id=customer_id,
        occurred_at=datetime.now(UTC),
        channel=Channel.PHONE,
        outcome=outcome,
        next_contact=AppointmentDraft(due_at=due_at, has_time=True),
        cadence_reason="a benchmark has no office hours",
    )
    contacts.log(draft, status=LifecycleStatus.ACTIVE)


def tell(word: str) -> None:
    """Write a line to the process that measures."""
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
