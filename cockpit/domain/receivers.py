"""To whom a message may go: the addresses of a customer that their wishes leave open."""

from dataclasses import dataclass
from uuid import UUID

from cockpit.domain.customer import CustomerProfile
from cockpit.domain.vocabulary import Channel, PhoneKind


@dataclass(frozen=True, slots=True)
class Receiver:
    """One address.

    Attributes:
        text: As it is offered: name and address.
        address: E-mail address, or number in E.164.
        person_id: Whose; None where it is the company's.
    """

    text: str
    address: str
    person_id: UUID | None


def receivers(profile: CustomerProfile, channel: Channel) -> list[Receiver]:
    """Return where a message of a channel may go, the main person first; none if it is closed."""
    if channel in profile.forbidden_channels:
        return []
    if channel is Channel.EMAIL:
        persons = sorted(profile.persons, key=lambda one: not one.is_primary)
        return [
            Receiver(f"{one.name} <{one.email}>", one.email, one.person_id)
            for one in persons
            if one.email
        ]
    if channel is not Channel.WHATSAPP:
        return []
    names: dict[UUID | None, str] = {one.person_id: one.name for one in profile.persons}
    numbers = sorted(profile.phones, key=lambda one: (not one.whatsapp_e164, not one.is_primary))
    closed = {one.person_id for one in profile.persons if channel in one.forbidden_channels}
    return [
        Receiver(
            " ".join(part for part in (names.get(one.person_id), one.display) if part),
            one.whatsapp_e164 or one.e164 or "",
            one.person_id,
        )
        for one in numbers
        if one.whatsapp_e164 or (one.e164 and one.kind is PhoneKind.MOBILE)
        if one.person_id not in closed
    ]
