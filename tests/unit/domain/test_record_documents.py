"""Records survive being written down as JSON and read again."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.contact import ContactDraft, Outcome
from cockpit.domain.objections import ObjectionDraft, Wait
from cockpit.domain.queue import Claim
from cockpit.domain.record_documents import from_document, to_document
from cockpit.domain.vocabulary import Channel, LifecycleStatus, QueueEffect
from cockpit.services.keeping.records import KeptContact

INSTANTS = st.datetimes(
    min_value=datetime(2020, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2040, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
OUTCOMES = st.builds(Outcome, code=st.text(max_size=9), effect=st.sampled_from(QueueEffect))
APPOINTMENTS = st.builds(
    AppointmentDraft,
    due_at=INSTANTS,
    lead=st.integers(0, 600).map(lambda minutes: timedelta(minutes=minutes)),
    deadline=st.none() | INSTANTS,
)
OBJECTIONS = st.builds(ObjectionDraft, wait=st.none() | st.builds(Wait))
DRAFTS = st.builds(
    ContactDraft,
    occurred_at=INSTANTS,
    outcome=OUTCOMES,
    next_contact=st.none() | APPOINTMENTS,
    objections=st.lists(OBJECTIONS, max_size=2).map(tuple),
    potential_cents=st.none() | st.integers(0, 10**12),
    forecast_on=st.none() | st.dates(),
)
CLAIMS = st.builds(Claim, claimed_at=INSTANTS, lease_until=INSTANTS)
CONTACTS = st.builds(
    KeptContact, draft=DRAFTS, status=st.sampled_from(LifecycleStatus), claim=st.none() | CLAIMS
)


@given(CONTACTS)
def test_a_kept_contact_reads_back_as_it_was(contact: KeptContact) -> None:
    document = json.loads(json.dumps(to_document(contact)))
    assert from_document(KeptContact, document) == contact


def test_what_another_version_wrote_is_read_as_far_as_it_goes() -> None:
    draft = AppointmentDraft(datetime(2026, 3, 16, 12, tzinfo=UTC), has_time=True)
    document = to_document(draft)
    del document["goal"]
    assert from_document(AppointmentDraft, {**document, "mood": "sunny"}) == draft


@pytest.mark.parametrize(
    "document",
    [None, [], {}, {"due_at": "2026-03-16T12:00:00+00:00"}, {"due_at": 3, "has_time": True},
     {"due_at": "2026-03-16T12:00:00+00:00", "has_time": "yes"}],
)  # fmt: skip
def test_what_is_no_record_is_refused(document: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_document(AppointmentDraft, document)


def test_days_and_instants_are_told_apart() -> None:
    assert to_document(date(2026, 3, 16)) == "2026-03-16"
    assert to_document(datetime(2026, 3, 16, tzinfo=UTC)) == "2026-03-16T00:00:00+00:00"
    assert to_document(Channel.PHONE) == Channel.PHONE.value
