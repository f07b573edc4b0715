"""A customer who leaves a laptop's file while their seller is at it."""

from datetime import UTC, datetime, timedelta
from json import dumps
from uuid import UUID

import pytest

from cockpit.data.errors import StatementFailedError
from cockpit.domain.errors import ConflictError
from cockpit.domain.ids import new_id
from cockpit.domain.pitch import PitchDraft
from cockpit.ui.drafts.places import contact_place, pitch_place
from tests.integration.data.replica.conftest import NOW, Laptop, rows_of


def leave(laptop: Laptop, *, cursor: int = 11, stays: frozenset[UUID] = frozenset()) -> None:
    """Let all customers but some leave."""
    pulled = laptop.pulled(is_whole=False, cursor=cursor, customers=stays, carried="other")
    assert laptop.store.apply(pulled, at=NOW).is_stored


def type_about(laptop: Laptop, place: str, *, days_ago: float = 0) -> None:
    """Keep a draft as the forms do."""
    kept_at = datetime.now(UTC) - timedelta(days=days_ago)
    laptop.write(
        "INSERT INTO settings (id, scope, owner_id, key, value, created_at, updated_at)"
        " VALUES (?, 'user', ?, ?, ?, '2026-03-16 12:30:00', '2026-03-16 12:30:00')",
        new_id().bytes, laptop.user.user_id.bytes, place,
        dumps({"note": "ainda não salvo", "kept_at": kept_at.isoformat(timespec="seconds")}),
    )  # fmt: skip


def there(laptop: Laptop) -> set[UUID]:
    return {UUID(bytes=key) for (key,) in laptop.raw("SELECT id FROM customers")}


def test_what_is_saved_about_who_just_left_is_refused_in_one_sentence(laptop: Laptop) -> None:
    customer = laptop.customers[0]
    leave(laptop)
    with pytest.raises(ConflictError) as caught:
        laptop.log(customer, "tarde demais")
    assert caught.value.message.key == "error.customer_left"
    with pytest.raises(ConflictError), laptop.database.write() as unit:
        unit.pitches.save(PitchDraft(new_id(), customer, goal="x"), user=laptop.user, at=NOW)
    assert laptop.raw("SELECT count(*) FROM outbox") == [(0,)]


def test_in_an_office_the_same_is_a_fault_of_the_program(laptop: Laptop) -> None:
    laptop.write("DELETE FROM replicas")
    with pytest.raises(StatementFailedError):
        laptop.log(new_id(), "de ninguém")


@pytest.mark.parametrize("place", [contact_place, pitch_place])
def test_whom_somebody_types_about_stays_until_it_is_saved(laptop: Laptop, place: object) -> None:
    typed = laptop.customers[0]
    type_about(laptop, place(typed))  # type: ignore[operator]
    leave(laptop)
    assert there(laptop) == {typed}
    assert laptop.store.standing().carried == ""
    # Where they come back they come whole.
    assert laptop.store.carried_now() == frozenset()
    key = laptop.log(typed, "agora sim")
    laptop.write("DELETE FROM settings WHERE scope = 'user'")
    leave(laptop, cursor=12)
    assert there(laptop) == {typed}  # it waits to be sent
    laptop.send()
    leave(laptop, cursor=13)
    assert there(laptop) == set()
    assert laptop.raw("SELECT count(*) FROM contacts WHERE id = ?", key.bytes) == [(0,)]


@pytest.mark.parametrize("place", ["draft.rabisco", "draft.", "pitch_draft.zz", "theme"])
def test_old_and_unreadable_drafts_keep_nobody(laptop: Laptop, place: str) -> None:
    type_about(laptop, contact_place(laptop.customers[0]), days_ago=1.1)
    type_about(laptop, place)
    assert laptop.store.carried_now() == frozenset(laptop.customers)
    leave(laptop)
    assert there(laptop) == set()


def test_who_comes_back_after_a_draft_is_carried_whole_again(laptop: Laptop) -> None:
    typed = laptop.customers[0]
    type_about(laptop, contact_place(typed))
    leave(laptop)
    back = laptop.pulled(
        is_whole=False, cursor=12, customers=frozenset({typed}), rows=rows_of(laptop.office)
    )
    assert laptop.store.apply(back, at=NOW).is_stored
    assert laptop.store.standing().carried == "digest"
    assert typed in laptop.store.carried_now()
