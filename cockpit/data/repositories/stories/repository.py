"""All sections of one customer, on one connection."""

from datetime import date, datetime
from itertools import chain
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from cockpit.data.repositories.stories import agenda, dues, matters, talks
from cockpit.data.repositories.stories.audit import audit
from cockpit.data.repositories.stories.purchases import purchases
from cockpit.data.repositories.stories.reading import Reading, newest_first
from cockpit.domain.sections import CustomerStory
from cockpit.domain.vocabulary import LifecycleStatus
from models import Customer, CustomerMetric

_STATUS = (
    select(CustomerMetric.status)
    .select_from(Customer)
    .outerjoin(CustomerMetric, CustomerMetric.customer_id == Customer.id)
    .where(Customer.id == bindparam("customer_id", type_=Customer.__table__.c.id.type))
)


class SqlStoryRepository:
    """Reads of everything about one customer."""

    def __init__(self, connection: Connection, viewer_id: UUID) -> None:
        self._connection = connection
        self._viewer_id = viewer_id

    def story(
        self, customer_id: UUID, *, today: date, known_at: datetime | None = None
    ) -> CustomerStory | None:
        """Return all sections, or None where the customer is gone."""
        reading = Reading(self._connection, customer_id, self._viewer_id, today, known_at)
        found = reading.rows(_STATUS)
        if not found:
            return None
        bought = purchases(reading)
        titles, quotes = dues.titles(reading), dues.quotes(reading)
        cases, pitches = matters.cases(reading), talks.pitches(reading)
        contacts = talks.contacts(reading)
        meetings = list(agenda.agenda_entries(agenda.agenda_events(reading), reading))
        moves = list(matters.objection_entries(matters.objection_events(reading)))
        return CustomerStory(
            customer_id=customer_id,
            # Who was never judged has nothing to be judged by.
            status=found[0].status or LifecycleStatus.PROSPECT,
            timeline=newest_first(
                chain(
                    contacts,
                    bought.entries,
                    dues.title_entries(titles),
                    dues.quote_entries(quotes),
                    matters.case_entries(cases),
                    talks.messages(reading),
                    moves,
                    meetings,
                    talks.post_its(reading),
                    talks.pitch_entries(pitches),
                    talks.attachments(reading),
                )
            ),
            orders=bought.orders,
            products=bought.products,
            ideas=bought.ideas,
            titles=titles,
            quotes=quotes,
            objections=matters.objections(reading),
            cases=cases,
            pitches=pitches,
            audit=audit(reading, contacts, meetings, moves),
        )
