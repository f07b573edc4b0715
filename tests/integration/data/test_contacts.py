"""The relationship log."""

from dataclasses import replace
from uuid import UUID

import pytest

from cockpit.domain.errors import ConflictError
from tests.integration.data.conftest import NOW, World


def test_a_contact_is_read_back_as_it_was_written(world: World, acme: UUID) -> None:
    draft = world.draft(
        acme,
        outcome=world.outcomes["will_not_buy"],
        reason=world.reasons["price"],
        person_name="Célia",
        note="Achou caro.",
    )
    assert world.log(draft)
    with world.database.read() as unit:
        profile = unit.customers.profile(acme, today=NOW.date())
        columns = unit.work_list.columns(today=NOW.date(), at=NOW)
    assert profile is not None
    (contact,) = profile.contacts
    assert contact.contact_id == draft.contact_id
    assert contact.occurred_at == NOW
    assert (contact.person_name, contact.note) == ("Célia", "Achou caro.")
    assert (contact.outcome, contact.reason) == ("Não vai comprar agora", "Preço")
    assert contact.attendant == world.user.name
    assert columns.last_contact_at == [NOW]


def test_the_same_contact_is_stored_once(world: World, acme: UUID) -> None:
    draft = world.draft(acme, note="Ligar depois.")
    assert world.log(draft)
    assert not world.log(draft)
    assert len(world.all_rows("contacts")) == 1


def test_another_contact_under_the_same_key_is_refused(world: World, acme: UUID) -> None:
    draft = world.draft(acme, note="Um.")
    world.log(draft)
    with pytest.raises(ConflictError):
        world.log(replace(draft, note="Outro."))
    assert len(world.all_rows("contacts")) == 1
