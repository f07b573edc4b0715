"""How long a laptop's key lives without contact, whichever of the two clocks is off."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cockpit.app.field.opening import days_left, is_expired
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.ids import new_id
from cockpit.domain.sync import Standing

DAY, YEARS = timedelta(days=1), timedelta(days=3_650)
CONTACT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class At:
    """A clock that stands."""

    present: datetime
    zone: ZoneInfo = DEFAULT_ZONE
    known_at: None = None

    def now(self) -> datetime:
        return self.present

    def today(self) -> object:
        raise NotImplementedError


def _standing(synced_at: datetime | None, contact_at: datetime | None = CONTACT) -> Standing:
    return Standing(
        device_id=new_id(), user_id=new_id(), server="", epoch="", cursor=1, schema_revision="",
        own_revision="", carried="", waiting_count=0, stopped="", contact_at=contact_at,
        synced_at=synced_at, lives_days=30, is_first=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("off_then", "off_now", "away", "is_over"),
    [
        (0 * DAY, 0 * DAY, 29 * DAY, False),
        (0 * DAY, 0 * DAY, 31 * DAY, True),
        # It is wrong all the time: what it measures is right.
        (YEARS, YEARS, 2 * DAY, False),
        (YEARS, YEARS, 31 * DAY, True),
        (-YEARS, -YEARS, 2 * DAY, False),
        # It was put right meanwhile: the server's instant tells.
        (YEARS, 0 * DAY, 2 * DAY, False),
        (YEARS, 0 * DAY, 31 * DAY, True),
        (-YEARS, 0 * DAY, 2 * DAY, False),
        (-YEARS, 0 * DAY, 31 * DAY, True),
        # It went wrong meanwhile: the server is asked first.
        (0 * DAY, YEARS, 2 * DAY, True),
    ],
)
def test_a_clock_that_is_off_forgets_no_key_too_early(
    off_then: timedelta, off_now: timedelta, away: timedelta, is_over: bool
) -> None:
    clock = At(CONTACT + away + off_now)
    assert is_expired(_standing(CONTACT + off_then), clock) is is_over  # type: ignore[arg-type]


def test_who_never_had_contact_keeps_the_key() -> None:
    clock = At(CONTACT + YEARS)
    assert not is_expired(_standing(None, None), clock)  # type: ignore[arg-type]
    assert days_left(_standing(None, None), clock) is None  # type: ignore[arg-type]
