"""Who wants no contact gets none: the number is gone wherever a call could begin."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from cockpit.app.listed_rows import listed_rows
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session
from cockpit.app.wiring import open_session
from cockpit.domain.agenda import AppointmentDraft
from cockpit.domain.contact import ContactDraft
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Channel, LifecycleStatus, QueueEffect

FILE = "codigo;razao_social;telefone\n1;Loja do Porto;(11) 3555-0101\n2;Casa Alta;(11) 3555-0102\n"


@pytest.fixture
def options(tmp_path: Path, program_url: str) -> Options:
    (tmp_path / "clientes.csv").write_text(FILE, encoding="utf-8")
    return Options(database=program_url)


def phones(session: Session) -> dict[str, str]:
    rows = listed_rows(session.work_list.load())
    return {row.name: row.phone for row in rows}


def log(
    session: Session, customer_id: UUID, effect: QueueEffect, at: datetime | None = None
) -> None:
    outcome = next(one for one in session.contacts.form_options().outcomes if one.effect is effect)
    draft = ContactDraft(
        contact_id=new_id(),
        customer_id=customer_id,
        occurred_at=datetime.now(UTC),
        channel=Channel.PHONE,
        outcome=replace(outcome, needs_reason=False, needs_date=False),
        note="pediu para não ligar",
        next_contact=None if at is None else AppointmentDraft(due_at=at, has_time=True),
        cadence_reason="combinado com o cliente",
    )
    session.contacts.log(draft, status=LifecycleStatus.ACTIVE)


def test_no_contact_takes_the_numbers_from_list_panel_and_reminder(
    tmp_path: Path, options: Options
) -> None:
    with open_session(options, Paths(tmp_path)) as session:
        session.importing.run([tmp_path / "clientes.csv"])
        before = phones(session)
        listed = listed_rows(session.work_list.load())
        asked = next(row.customer_id for row in listed if row.name == "Loja do Porto")
        log(session, asked, QueueEffect.CALL_AGAIN, datetime.now(UTC) + timedelta(days=9))
        log(session, asked, QueueEffect.DO_NOT_CONTACT)
        panel = session.customers.panel(asked)
        assert panel is not None
        assert panel.profile.forbidden_channels == frozenset(Channel)
        assert panel.profile.next_contact is None
        assert before["Loja do Porto"]
        assert phones(session) == before | {"Loja do Porto": ""}


def test_a_contact_ends_what_is_due_and_keeps_what_is_agreed_for_later(
    tmp_path: Path, options: Options
) -> None:
    with open_session(options, Paths(tmp_path)) as session:
        session.importing.run([tmp_path / "clientes.csv"])
        first, second = (row.customer_id for row in listed_rows(session.work_list.load()))
        log(session, first, QueueEffect.CALL_AGAIN, datetime.now(UTC) - timedelta(hours=30))
        log(session, second, QueueEffect.CALL_AGAIN, datetime.now(UTC) + timedelta(days=9))
        for customer_id in (first, second):
            log(session, customer_id, QueueEffect.NONE)
        panels = [session.customers.panel(one) for one in (first, second)]
        kept = [panel.profile.next_contact is not None for panel in panels if panel]
        assert kept == [False, True]
