"""The pitch card: why they probably stopped, what to answer, what may be offered, to what end."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from cockpit.domain.messages import Message
from cockpit.domain.objections import Argument
from cockpit.domain.plain_text import StorableTexts
from cockpit.domain.vocabulary import Channel


class Cause(StrEnum):
    """What the evidence is about, the gravest first."""

    OVERDUE_TITLES = "overdue_titles"
    OPEN_CASE = "open_case"
    LATE_DELIVERY = "late_delivery"
    OBJECTION = "objection"
    LAPSED_PRODUCTS = "lapsed_products"
    SHRINKING_VOLUME = "shrinking_volume"
    LAST_PROMISE = "last_promise"
    STOPPED_QUOTE = "stopped_quote"
    SEASONALITY = "seasonality"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact with its numbers, as a sentence; made from stored records, never guessed."""

    cause: Cause
    sentence: Message


@dataclass(frozen=True, slots=True)
class Answer:
    """The counter-arguments for one open objection, the most successful first."""

    objection: str
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be offered.

    Attributes:
        discount_bp: The user's autonomy: the largest discount, in basis points.
        promotions: Promotions in force today, those of the customer's products first, as sentences.
    """

    discount_bp: int
    promotions: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class PitchCard:
    """What the operator reads before dialling.

    Attributes:
        goal: What this contact is for.
        is_credit_lane: Whether money comes first: overdue titles, denied credit or a block.
        script: The call script of the lane, rendered; empty where there is none.
        channel: How the cadence wants it; None where nothing says so, or it was closed.
    """

    customer_id: UUID
    evidence: tuple[Evidence, ...]
    answers: tuple[Answer, ...]
    offer: Offer
    goal: Message
    is_credit_lane: bool
    script: str
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class PitchDraft(StorableTexts):
    """What the operator completes and saves; a saved one is a new version."""

    note_id: UUID
    customer_id: UUID
    why_stopped: str = ""
    arguments: str = ""
    offer: str = ""
    goal: str = ""
