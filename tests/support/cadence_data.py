"""Strategies and small makers for cadences."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from hypothesis import strategies as st

from cockpit.domain.cadence import CadencePolicy, CadenceRules, CadenceStep, OrderFollowUps
from cockpit.domain.calling_window import STATES, Hours, Place, WindowRules, Wishes, zone_of
from cockpit.domain.contact import Outcome
from cockpit.domain.contact_caps import Cap
from cockpit.domain.next_step import Attempt, Reach
from cockpit.domain.vocabulary import Channel, ContactGoal, QueueEffect

hours = st.builds(
    lambda opens, length, weekdays: Hours(
        time(opens // 60, opens % 60),
        time((opens + length) // 60, (opens + length) % 60),
        weekdays,
    ),
    st.integers(0, 12 * 60),
    st.integers(1, 11 * 60),
    st.frozensets(st.integers(0, 6), min_size=1),
)
minutes = st.none() | st.integers(0, 24 * 60)
wishes = st.builds(Wishes, minutes, minutes, st.none() | st.integers(0, 127))
windows = st.builds(WindowRules, hours, st.just({}), st.just(()), st.booleans())
places = st.sampled_from(sorted(STATES)).map(lambda state: Place(state, "Recife", zone_of(state)))
instants = st.datetimes(
    datetime(2024, 1, 1),  # noqa: DTZ001 - hypothesis sets the zone
    datetime(2028, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
channels = st.sampled_from(Channel)
caps = st.builds(Cap, st.integers(1, 6), st.integers(1, 40))
steps = st.builds(
    CadenceStep,
    st.integers(1, 20 * 24 * 60),
    st.sampled_from(ContactGoal),
    st.none() | channels,
)
rules = st.builds(
    CadenceRules,
    retries=st.lists(steps, max_size=4).map(tuple),
    follow_ups=st.lists(steps, max_size=5).map(tuple),
    rest_days=st.integers(1, 60),
    caps=st.lists(caps, max_size=3).map(tuple),
    request_hours=st.integers(1, 48),
    channels=st.lists(channels, unique=True).map(tuple),
    orders=st.builds(OrderFollowUps, thank_days=st.none() | st.integers(1, 9)),
)
policies = st.builds(CadencePolicy, rules=rules)
reaches = st.builds(Reach, places, wishes, windows, st.frozensets(channels, min_size=1))


def outcome(
    effect: QueueEffect,
    wait_minutes: int | None = None,
    *,
    is_reached: bool = True,
    is_request: bool = False,
) -> Outcome:
    """Return an outcome that only says what it does."""
    return Outcome(
        UUID(int=1), "any", "Any", effect, wait_minutes, is_reached,
        needs_reason=False, needs_date=False, is_request=is_request,
    )  # fmt: skip


outcomes = st.builds(
    lambda effect, wait, is_reached, is_request: outcome(
        effect, wait, is_reached=is_reached, is_request=is_request
    ),
    st.sampled_from(QueueEffect),
    st.none() | st.integers(1, 90 * 24 * 60),
    st.booleans(),
    st.booleans(),
)


@st.composite
def pasts(draw: st.DrawFn) -> list[Attempt]:
    """Draw a customer's contacts, oldest first, at least one."""
    at = draw(instants)
    found = []
    for _ in range(draw(st.integers(1, 12))):
        found.append(
            Attempt(
                at,
                draw(st.booleans()),
                draw(st.sampled_from(QueueEffect)),
                draw(channels),
                draw(st.booleans()),
            )
        )
        at += timedelta(minutes=draw(st.integers(0, 10 * 24 * 60)))
    return found
