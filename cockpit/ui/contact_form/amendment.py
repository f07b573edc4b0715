"""Correcting a stored contact: what it says goes back into the form, and both stay."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from cockpit.domain import formats
from cockpit.domain.clock import Clock
from cockpit.domain.customer import CustomerProfile
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.sections import StoryEntry
from cockpit.services.contacts import FormOptions
from cockpit.ui.contact_form.campaign_row import NONE
from cockpit.ui.contact_form.form_text import FormText

_SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class Amendment:
    """A contact that is being corrected.

    Attributes:
        contact_id: Its key.
        occurred_at: When it happened, aware, in UTC; a correction does not move it.
        text: What it says, for the form.
    """

    contact_id: UUID
    occurred_at: datetime
    text: FormText

    def moment(self, clock: Clock) -> str:
        """Return when it happened, as short as it can be told."""
        local = self.occurred_at.astimezone(clock.zone)
        return f"{formats.short_day(local.date(), clock.today())} {local:%H:%M}"


def amendment_of(
    entry: StoryEntry, profile: CustomerProfile, options: FormOptions, today: date
) -> Amendment:
    """Return the correction of an entry of the timeline.

    The timeline names outcome and reason as the operator reads them ("outcome · reason"); names
    that are not offered any more are left for the operator to choose, and so is a forecast that
    has passed.
    """
    stored = next((one for one in profile.contacts if one.contact_id == entry.key), None)
    outcome, _, reason = entry.title.partition(_SEPARATOR)
    if stored is not None:
        outcome, reason = stored.outcome, stored.reason
    forecast = entry.forecast_on
    text = FormText(
        contact_id=str(new_id()),
        channel=entry.channel.value if entry.channel else "",
        outcome=next((one.code for one in options.outcomes if one.name == outcome), ""),
        reason=next((one.code for one in options.reasons if one.name == reason), ""),
        person=entry.person,
        note=stored.note if stored else entry.detail,
        potential=""
        if entry.cents is None
        else formats.money(entry.cents, Language.PORTUGUESE, symbol=False),
        forecast=formats.day(forecast) if forecast and forecast >= today else "",
        campaign=str(stored.campaign_id) if stored and stored.campaign_id else NONE,
    )
    return Amendment(entry.key, entry.at, text)
