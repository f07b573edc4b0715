"""What the company sets for laptops in the field."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from cockpit.domain.attachments import DEFAULT_LIMIT, LIMIT_KEY, PHOTO_LIMIT

_MEBI = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Setting:
    """One number of the company's.

    Attributes:
        key: Under which it is stored.
        least: The least that is possible; ``most``, the most.
        unit: How many of the stored unit one is.
    """

    key: str
    least: int
    most: int
    unit: int = 1


#: By the names of ``FieldSettings``.
SETTINGS: Mapping[str, Setting] = {
    "lives_days": Setting("field.lives_days", 0, 365),
    "collision_hours": Setting("field.collision_hours", 1, 168),
    "attachment_mb": Setting(LIMIT_KEY, 1, PHOTO_LIMIT // _MEBI, _MEBI),
    "pack_most": Setting("field.pack_most", 0, 1_000),
    "pack_days": Setting("field.pack_days", 1, 60),
}


@dataclass(frozen=True, slots=True)
class FieldSettings:
    """All of them; what nobody set is as here.

    Attributes:
        lives_days: After so many days without contact a laptop's key goes; 0 is never.
        collision_hours: Contacts of two people so near to each other are told to both.
        attachment_mb: The largest photo or file.
        pack_most: So many customers of the shared list somebody takes along at most; 0 is nobody.
        pack_days: So many days they keep them at most.
    """

    lives_days: int = 30
    collision_hours: int = 24
    attachment_mb: int = DEFAULT_LIMIT // _MEBI
    pack_most: int = 50
    pack_days: int = 7

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "FieldSettings":
        """Return what is stored, by key; the default where it is no number that is possible."""
        found: dict[str, int] = {}
        for name, one in SETTINGS.items():
            value = stored.get(one.key)
            if isinstance(value, int) and not isinstance(value, bool):
                number = value // one.unit
                found |= {name: number} if one.least <= number <= one.most else {}
        return cls(**found)

    def outside(self) -> str:
        """Return the name of the first that is not possible; empty where all are."""
        for one in fields(self):
            setting = SETTINGS[one.name]
            if not setting.least <= getattr(self, one.name) <= setting.most:
                return one.name
        return ""

    def changed_from(self, former: "FieldSettings") -> dict[str, int]:
        """Return what is to be stored where something else stands now, by key."""
        return {
            one.key: getattr(self, name) * one.unit
            for name, one in SETTINGS.items()
            if getattr(self, name) != getattr(former, name)
        }
