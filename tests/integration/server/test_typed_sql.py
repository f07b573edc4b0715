"""SQL typed into every field of text is text: stored as it was typed, and nothing else happens."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.contact import ContactDraft
from cockpit.domain.filters import SavedView
from cockpit.domain.ids import new_id
from cockpit.domain.objections import ObjectionDraft
from cockpit.domain.pitch import PitchDraft
from cockpit.domain.post_its import PostItDraft
from cockpit.domain.vocabulary import Channel, LifecycleStatus, Role
from cockpit.messaging.renderer import JinjaRenderer
from cockpit.services.pitch import PitchService
from cockpit.services.post_its import PostItService
from cockpit.services.preferences import PreferenceService
from models import Base
from tests.support.queues import NOW, MovableClock, Operator, callable_customers
from tests.support.team import TeamDatabase

_TYPED = (
    "'; DROP TABLE contacts; --",
    "' OR '1'='1",
    "x'); DELETE FROM customers; SELECT ('",
    '"; SET ROLE giro_administrator; --',
    "$$; SELECT pg_sleep(10); $$",
    "%(id)s %s :name {me} {0} \\'; --",
    "E'\\x27' || (SELECT string_agg(note, '') FROM contacts)",
    "’ ʼ ＇ ; -- SELECT",
)


def _counts(team: TeamDatabase) -> dict[str, int]:
    with team.superuser.connect() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in Base.metadata.tables.items()
        }


def _stored(team: TeamDatabase, query: str) -> set[str]:
    with team.superuser.connect() as connection:
        return set(connection.execute(text(query)).scalars())


@pytest.mark.parametrize("typed", _TYPED)
def test_what_an_operator_types_is_stored_as_it_is(team_database: TeamDatabase, typed: str) -> None:
    ana = team_database.join("ana", Role.OPERATOR)
    keys, rows = callable_customers(2, owner_id=ana.user.user_id)
    with team_database.superuser.begin() as connection:
        for table, lines in rows.items():
            connection.execute(Base.metadata.tables[table].insert(), lines)
    before = _counts(team_database)
    desk = Operator(ana.user, ana.database)
    outcome = next(o for o in desk.contacts.form_options().outcomes if o.code == "no_answer")
    draft = ContactDraft(
        new_id(), keys[0], NOW, Channel.PHONE, outcome, person_name=typed, note=typed,
        next_contact=AppointmentDraft(NOW + timedelta(days=3), has_time=True, note=typed),
        objections=(ObjectionDraft(None, None, new_name=typed[:60], note=typed),),
        cadence_reason=typed,
    )  # fmt: skip

    desk.contacts.log(draft, status=LifecycleStatus.AT_RISK, claim=None)
    claim = desk.queue.take(keys[1], reason=typed)
    desk.queue.skip(claim, typed)
    PreferenceService(ana.database, ana.user).store(typed, typed)
    pitches = PitchService(ana.database, desk.clock, ana.user, JinjaRenderer)
    pitches.save(PitchDraft(new_id(), keys[0], typed, typed, typed, typed))
    with ana.database.write() as unit:
        view = SavedView(new_id(), typed, False, True, {"text": typed})
        unit.views.save(view, user=ana.user, at=NOW)
        unit.changed(customer_ids=[])

    after = _counts(team_database)
    shrunk = {table for table in before if after[table] < before[table]}
    assert not shrunk
    assert _stored(team_database, "SELECT note FROM contacts") == {typed}
    assert _stored(team_database, "SELECT person_name FROM contacts") == {typed}
    assert typed in _stored(team_database, "SELECT note FROM appointments")
    assert typed[:60] in _stored(team_database, "SELECT name FROM objection_kinds")
    assert _stored(team_database, "SELECT arguments FROM pitch_notes") == {typed}
    assert typed in _stored(team_database, "SELECT reason FROM queue_events")
    assert typed in _stored(team_database, "SELECT name FROM saved_filters")
    assert PreferenceService(ana.database, ana.user).load()[typed] == typed


@pytest.mark.parametrize("typed", _TYPED)
def test_what_a_supervisor_writes_for_all_is_read_as_it_is(
    team_database: TeamDatabase, typed: str
) -> None:
    sofia = team_database.join("sofia", Role.SUPERVISOR)
    ana = team_database.join("ana", Role.OPERATOR)
    PostItService(sofia.database, MovableClock(), sofia.user).post(PostItDraft(new_id(), typed))
    with sofia.database.write() as unit:
        template = replace(unit.messages.templates()[0], template_id=new_id(), code="typed")
        unit.messages.save_template(replace(template, name=typed, body=typed), at=NOW)
        unit.changed(customer_ids=[])

    with ana.engines.reading() as connection:
        assert connection.execute(text("SELECT body FROM post_its")).scalars().all() == [typed]
        bodies = connection.execute(text("SELECT body FROM message_templates")).scalars().all()
    assert typed in bodies
