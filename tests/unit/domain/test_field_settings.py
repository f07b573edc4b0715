"""What the company sets for laptops, as it is stored and read."""

import pytest

from cockpit.domain.attachments import LIMIT_KEY
from cockpit.domain.field_settings import FieldSettings


def test_what_nobody_set_or_nobody_could_set_is_the_default() -> None:
    stored = {"field.lives_days": "30", "field.collision_hours": True, LIMIT_KEY: -5}
    assert FieldSettings.of(stored) == FieldSettings()
    assert FieldSettings.of({"field.pack_days": 4_000}) == FieldSettings()


def test_only_what_changed_is_stored_in_its_own_unit() -> None:
    former = FieldSettings.of({LIMIT_KEY: 5 * 1024 * 1024})
    assert former == FieldSettings(attachment_mb=5)
    chosen = FieldSettings(lives_days=0, attachment_mb=20)
    assert chosen.changed_from(former) == {"field.lives_days": 0, LIMIT_KEY: 20 * 1024 * 1024}
    assert FieldSettings.of(chosen.changed_from(former)) == chosen


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        (FieldSettings(), ""),
        (FieldSettings(lives_days=-1), "lives_days"),
        (FieldSettings(collision_hours=0), "collision_hours"),
        (FieldSettings(attachment_mb=41), "attachment_mb"),
    ],
)
def test_what_is_not_possible_is_named(settings: FieldSettings, name: str) -> None:
    assert settings.outside() == name
