"""The relationship log."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from cockpit.domain.clock import AsOfClock
from cockpit.domain.drafts import DraftKind, DraftSummary
from cockpit.domain.errors import ConflictError
from cockpit.domain.ids import new_id
from cockpit.domain.objections import ObjectionDraft
from cockpit.domain.pitch import PitchDraft
from cockpit.domain.vocabulary import CampaignArm, LifecycleStatus
from cockpit.messaging.renderer import JinjaRenderer
from cockpit.services.contacts import ContactService
from cockpit.services.pitch import PitchService
from cockpit.services.preferences import PreferenceService
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


def test_pasted_control_characters_stop_neither_a_contact_nor_a_draft(
    world: World, acme: UUID
) -> None:
    service = ContactService(world.database, AsOfClock(NOW.date()), world.user)
    draft = world.draft(
        acme,
        person_name="Cé\0lia",
        note="antes\0depois\n\x1b[1m\ud800fim",
        objections=(ObjectionDraft(None, None, new_name="Pra\x07zo\0"),),
    )
    service.log(draft, status=LifecycleStatus.AT_RISK)
    service.log(draft, status=LifecycleStatus.AT_RISK)
    preferences = PreferenceService(world.database, world.user)
    preferences.store("draft.x", {"note": "meia\0 frase\ud800"})
    with world.database.read() as unit:
        profile = unit.customers.profile(acme, today=NOW.date())
        kinds = [kind.name for kind in unit.objections.catalogue()]
    assert profile is not None
    (contact,) = profile.contacts
    assert (contact.person_name, contact.note) == ("Célia", "antesdepois\n[1mfim")
    assert "Prazo" in kinds
    assert preferences.load()["draft.x"] == {"note": "meia frase"}


def in_campaigns(
    world: World, key: UUID, *campaigns: tuple[str, date, date | None, CampaignArm]
) -> dict[str, UUID]:
    """Put a customer into campaigns; return these' keys by name."""
    keys = {name: new_id() for name, *_ in campaigns}
    world.load_more(
        campaigns=[
            {
                "id": keys[name],
                "name": name,
                "starts_on": begin,
                "ends_on": end,
                "published_at": NOW,
            }
            for name, begin, end, _arm in campaigns
        ],
        campaign_members=[
            {"id": new_id(), "campaign_id": keys[name], "customer_id": key, "arm": arm}
            for name, _begin, _end, arm in campaigns
        ],
    )
    return keys


def test_a_customer_s_running_campaigns_are_known_the_latest_first(
    world: World, acme: UUID
) -> None:
    treated, today = CampaignArm.TREATED, NOW.date()
    in_campaigns(
        world,
        acme,
        ("Antiga", date(2026, 1, 5), None, treated),
        ("De hoje", today, today, treated),
        ("Acabou", date(2026, 1, 1), date(2026, 3, 15), treated),
        ("Vem aí", date(2026, 3, 17), None, treated),
        ("Comparação", date(2026, 3, 1), None, CampaignArm.HOLD_OUT),
    )
    with world.database.read() as unit:
        profile = unit.customers.profile(acme, today=today)
    assert profile is not None
    assert [one.name for one in profile.campaigns] == ["De hoje", "Antiga"]


def test_a_contact_carries_its_campaign_and_so_does_its_correction(
    world: World, acme: UUID
) -> None:
    keys = in_campaigns(world, acme, ("Retomada", date(2026, 3, 1), None, CampaignArm.TREATED))
    service = ContactService(world.database, AsOfClock(NOW.date()), world.user)
    first = world.draft(acme, campaign_id=keys["Retomada"])
    service.log(first, status=LifecycleStatus.AT_RISK)
    correction = replace(first, contact_id=new_id(), amends_id=first.contact_id, note="Era outro.")
    service.log(correction, status=LifecycleStatus.AT_RISK)
    service.log(world.draft(acme), status=LifecycleStatus.AT_RISK)
    with world.database.read() as unit:
        profile = unit.customers.profile(acme, today=NOW.date())
    assert profile is not None
    told = {one.contact_id: (one.campaign_id, one.campaign) for one in profile.contacts}
    assert told.pop(first.contact_id) == (keys["Retomada"], "Retomada")
    assert told.pop(correction.contact_id) == (keys["Retomada"], "Retomada")
    assert list(told.values()) == [(None, "")]


def test_of_the_drafts_that_wait_those_are_left_out_that_were_stored_after_all(
    world: World, acme: UUID
) -> None:
    service = ContactService(world.database, AsOfClock(NOW.date()), world.user)
    pitches = PitchService(world.database, AsOfClock(NOW.date()), world.user, JinjaRenderer)
    contact, notes = world.draft(acme), PitchDraft(new_id(), acme, goal="Voltar")
    service.log(contact, status=LifecycleStatus.AT_RISK)
    pitches.save(notes)

    def kept(record_id: UUID, customer_id: UUID = acme) -> DraftSummary:
        return DraftSummary("x", DraftKind.CONTACT, customer_id, record_id, None, NOW, "meia frase")

    waiting = kept(new_id())
    gone = kept(new_id(), customer_id=new_id())
    found = service.unsent([kept(contact.contact_id), waiting, kept(notes.note_id), gone])
    assert found == (replace(waiting, customer_name="Acme"),)
    assert service.unsent([]) == ()
