"""What was said: contacts, messages, post-its, pitch notes."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, exists, func, or_, select

from cockpit.data.repositories.attachments import lines_of
from cockpit.data.repositories.post_it_rules import VIEWER, is_for_viewer, is_in_force
from cockpit.data.repositories.stories.reading import MOST_ENTRIES, Reading, entry, of_customer
from cockpit.domain.attachments import WAITING, size_text
from cockpit.domain.closed_channels import open_name
from cockpit.domain.post_its import READ, UNREAD
from cockpit.domain.sections import PitchVersion, StoryEntry, StoryKind
from cockpit.domain.vocabulary import Channel
from models import (
    Campaign,
    Contact,
    ContactCollision,
    ContactPerson,
    Outcome,
    PitchNote,
    PostIt,
    PostItCustomer,
    PostItReceipt,
    Reason,
    SentMessage,
    User,
)

_CONTACTS = (
    select(
        Contact.id,
        Contact.occurred_at,
        Contact.channel,
        User.name.label("attendant"),
        func.coalesce(Contact.person_name, ContactPerson.name, "").label("person"),
        Outcome.name.label("outcome"),
        Reason.name.label("reason"),
        Campaign.name.label("campaign"),
        Contact.note,
        Contact.potential_cents,
        Contact.forecast_on,
        Contact.amends_id,
    )
    .join(User, User.id == Contact.user_id)
    .join(Outcome, Outcome.id == Contact.outcome_id)
    .outerjoin(Reason, Reason.id == Contact.reason_id)
    .outerjoin(Campaign, Campaign.id == Contact.campaign_id)
    .outerjoin(ContactPerson, ContactPerson.id == Contact.person_id)
    .where(of_customer(Contact))
    .order_by(Contact.occurred_at.desc(), Contact.id.desc())
    .limit(MOST_ENTRIES)
)
_COLLISIONS = (
    select(ContactCollision.contact_id, ContactCollision.other_contact_id)
    .where(of_customer(ContactCollision))
    .order_by(ContactCollision.noted_at, ContactCollision.id)
)
_MESSAGES = (
    select(
        SentMessage.id,
        SentMessage.occurred_at,
        SentMessage.channel,
        SentMessage.state,
        SentMessage.address,
        func.coalesce(SentMessage.subject, "").label("subject"),
        SentMessage.body,
        SentMessage.detail,
        User.name.label("sender"),
        ContactPerson.name.label("person"),
    )
    .join(User, User.id == SentMessage.user_id)
    .outerjoin(ContactPerson, ContactPerson.id == SentMessage.person_id)
    .where(of_customer(SentMessage))
    .order_by(SentMessage.occurred_at.desc(), SentMessage.id.desc())
    .limit(MOST_ENTRIES)
)
_IS_READ = exists().where(PostItReceipt.post_it_id == PostIt.id, PostItReceipt.user_id == VIEWER)
_POST_ITS = (
    select(
        PostIt.id,
        PostIt.posted_at,
        PostIt.body,
        User.name.label("author"),
        or_(_IS_READ, PostIt.author_id == VIEWER).label("is_read"),
    )
    .join(PostItCustomer, PostItCustomer.post_it_id == PostIt.id)
    .join(User, User.id == PostIt.author_id)
    .where(
        of_customer(PostItCustomer),
        is_in_force(),
        or_(PostIt.author_id == VIEWER, is_for_viewer()),
    )
)
_PITCHES = (
    select(
        PitchNote.id,
        PitchNote.written_at,
        User.name.label("author"),
        func.coalesce(PitchNote.why_stopped, ""),
        func.coalesce(PitchNote.arguments, ""),
        func.coalesce(PitchNote.offer, ""),
        func.coalesce(PitchNote.goal, ""),
    )
    .join(User, User.id == PitchNote.author_id)
    .where(of_customer(PitchNote))
    .order_by(PitchNote.written_at.desc(), PitchNote.id.desc())
    .limit(MOST_ENTRIES)
)


def contacts(reading: Reading) -> list[StoryEntry]:
    """Read the logged contacts; one that a later one corrects is marked."""
    rows = [row for row in reading.rows(_CONTACTS) if reading.is_known(row.occurred_at)]
    amended = {row.amends_id for row in rows}
    closed = reading.closed() if rows else frozenset()
    colleagues = _colleagues(rows, reading)
    return [
        replace(
            _contact(row, closed, is_amended=row.id in amended),
            colleagues=tuple(colleagues.get(row.id, ())),
        )
        for row in rows
    ]


def _colleagues(
    rows: Sequence[Row[*tuple[Any, ...]]], reading: Reading
) -> dict[UUID, list[tuple[str, datetime]]]:
    """Return who talked with the customer at the same time, by the contact's key."""
    said = {row.id: (row.attendant, row.occurred_at) for row in rows}
    found: dict[UUID, list[tuple[str, datetime]]] = {}
    for one, other in reading.rows(_COLLISIONS) if len(said) > 1 else ():
        for key, colleague in ((one, other), (other, one)):
            if colleague in said:
                found.setdefault(key, []).append(said[colleague])
    return found


def _contact(
    row: Row[*tuple[Any, ...]], closed: Collection[Channel], *, is_amended: bool
) -> StoryEntry:
    return replace(
        entry(
            StoryKind.CONTACT,
            row.occurred_at,
            row.id,
            title=" · ".join(filter(None, (row.outcome, row.reason))),
            detail="\n".join(filter(None, (row.note, row.campaign))),
            who=row.attendant,
            person=open_name(row.person, closed),
            channel=row.channel,
            cents=row.potential_cents,
        ),
        amends=row.amends_id,
        is_amended=is_amended,
        forecast_on=row.forecast_on,
    )


def messages(reading: Reading) -> Iterable[StoryEntry]:
    """Read the messages that went out, or failed to."""
    rows = reading.rows(_MESSAGES)
    closed = reading.closed() if rows else frozenset()
    for row in rows:
        if reading.is_known(row.occurred_at):
            yield entry(
                StoryKind.MESSAGE,
                row.occurred_at,
                row.id,
                code=row.state.value,
                title=row.subject or ("" if row.channel in closed else row.address),
                detail="\n".join(filter(None, (row.detail, row.body))),
                who=row.sender,
                person=open_name(row.person or "", closed),
                channel=row.channel,
            )


def post_its(reading: Reading) -> Iterable[StoryEntry]:
    """Read the supervisors' messages about the customer that are for the viewer and still hold."""
    for row in reading.rows(_POST_ITS, viewer_id=reading.viewer_id, today=reading.today):
        if reading.is_known(row.posted_at):
            yield entry(
                StoryKind.POST_IT,
                row.posted_at,
                row.id,
                code=READ if row.is_read else UNREAD,
                detail=row.body,
                who=row.author,
            )


def attachments(reading: Reading) -> Iterable[StoryEntry]:
    """Read the photos and files of contacts; those that wait on a laptop are marked."""
    for one in lines_of(reading.connection, reading.customer_id):
        if reading.is_known(one.taken_at):
            told = entry(
                StoryKind.ATTACHMENT,
                one.taken_at,
                one.attachment_id,
                code=WAITING if one.is_waiting else "",
                title=one.name,
                detail=size_text(one.size),
                who=one.who,
            )
            yield replace(told, of_contact=one.contact_id)


def pitches(reading: Reading) -> tuple[PitchVersion, ...]:
    """Read the pitch notes, the newest first."""
    rows = reading.rows(_PITCHES)
    return tuple(PitchVersion(*row) for row in rows if reading.is_known(row.written_at))


def pitch_entries(versions: Iterable[PitchVersion]) -> Iterable[StoryEntry]:
    """Yield the pitch notes with all that they say."""
    for one in versions:
        words = filter(None, (one.why_stopped, one.arguments, one.offer, one.goal))
        yield entry(
            StoryKind.PITCH, one.written_at, one.note_id, detail="\n".join(words), who=one.author
        )
