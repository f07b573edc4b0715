"""What a list of entries shows: one record per entry, already in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.sections import CaseLine, ObjectionLine, PitchVersion, StoryEntry, StoryKind
from cockpit.domain.vocabulary import Channel, ObjectionState, ServiceCaseState
from cockpit.ui.collision_words import also_talked_lines
from cockpit.ui.context import UiContext
from cockpit.ui.customer_panel import story_words as words
from cockpit.ui.words import channel_word

translate = QCoreApplication.translate

_CHANNEL_ICONS = {
    Channel.PHONE: "phone",
    Channel.WHATSAPP: "whatsapp",
    Channel.EMAIL: "mail",
    Channel.VISIT: "visit",
}
_TONES = {"overdue": "danger", "return": "danger", "failed": "danger", "open": "warning"}
_QUIET = frozenset({"cancelled", "replaced", "expired", "lost", "paid"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry in words.

    Attributes:
        key: Of the record that it is about.
        icon: Name of its icon.
        tone: The colour's token of icon and headline.
        when: Its day or moment.
        caption: Who, with whom, how; a second line, or empty.
        body: The note; several lines, or empty.
        is_struck: Whether it was corrected since.
        source: The timeline's own entry, where it is one.
    """

    key: UUID
    icon: str
    tone: str
    headline: str
    when: str
    caption: str
    body: str
    is_struck: bool = False
    source: StoryEntry | None = None

    def text(self) -> str:
        """Return everything that it says."""
        parts = (self.when, self.headline, self.caption, self.body)
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Links:
    """Contacts and their corrections.

    Attributes:
        amended: Corrected contacts by their key.
        amendments: Corrections by the key of what they correct.
        attached: Photos and files by the key of their contact.
    """

    amended: Mapping[UUID, StoryEntry] = field(default_factory=dict)
    amendments: Mapping[UUID, StoryEntry] = field(default_factory=dict)
    attached: Mapping[UUID, Sequence[StoryEntry]] = field(default_factory=dict)


class EntryMaker:
    """Puts the story's records into words of the present language."""

    def __init__(self, ctx: UiContext) -> None:
        self._ctx = ctx

    def timeline(self, entries: Sequence[StoryEntry]) -> Callable[[StoryEntry], Entry]:
        """Return what puts these entries into words, each when it comes into sight.

        An amendment and what it corrects name each other's moment.
        """
        links = Links(
            {one.key: one for one in entries if one.is_amended},
            {one.amends: one for one in entries if one.amends is not None},
            _attached(entries),
        )
        return partial(self._entry, links=links)

    def objections(self, lines: Sequence[ObjectionLine]) -> tuple[Entry, ...]:
        """Return the objections: woken and open ones first."""
        return tuple(self._objection(one) for one in sorted(lines, key=_objection_order))

    def cases(self, lines: Sequence[CaseLine]) -> tuple[Entry, ...]:
        """Return the service cases: open ones first."""
        ordered = sorted(lines, key=lambda one: one.state is not ServiceCaseState.OPEN)
        return tuple(self._case(one) for one in ordered)

    def notes(
        self, pitches: Sequence[PitchVersion], entries: Sequence[StoryEntry]
    ) -> tuple[Entry, ...]:
        """Return the pitch notes, every version, and the post-its; the newest first."""
        post_its = [one for one in entries if one.kind is StoryKind.POST_IT]
        found = [
            (one.written_at, self._pitch(one, not number)) for number, one in enumerate(pitches)
        ]
        found += [(one.at, self._entry(one, Links())) for one in post_its]
        return tuple(entry for _, entry in sorted(found, key=lambda pair: pair[0], reverse=True))

    # --- one entry --------------------------------------------------------------------------------

    def _entry(self, one: StoryEntry, links: Links) -> Entry:
        tone = _TONES.get(one.code, "ink_quiet" if one.code in _QUIET else "ink")
        icon = words.kind_icon(one.kind)
        if one.kind in {StoryKind.CONTACT, StoryKind.MESSAGE} and one.channel is not None:
            icon = _CHANNEL_ICONS[one.channel]
        return Entry(
            key=one.key,
            icon=icon,
            tone="ink_quiet" if one.is_amended else tone,
            headline=self._headline(one),
            when=self._when(one),
            caption=self._caption(one, links),
            body="\n".join(filter(None, (one.detail, self._colleagues(one), _files(one, links)))),
            is_struck=one.is_amended,
            source=one,
        )

    def _headline(self, one: StoryEntry) -> str:
        kind = "" if one.kind is StoryKind.CONTACT else words.entry_word(one)
        has_amount = one.cents is not None and one.kind is not StoryKind.CONTACT
        amount = formats.money(one.cents or 0, self._ctx.language) if has_amount else ""
        head = " ".join(part for part in (kind, one.title) if part)
        return " · ".join(part for part in (head, words.code_word(one), amount) if part)

    def _when(self, one: StoryEntry) -> str:
        zone = self._ctx.clock.zone
        if one.has_time:
            return formats.moment(one.at, zone)
        return formats.day(one.at.astimezone(zone).date())

    def _caption(self, one: StoryEntry, links: Links) -> str:
        people = " → ".join(part for part in (one.who, one.person) if part)
        how = "" if one.channel is None else channel_word(one.channel)
        parts = (people, how, self._prospect(one), self._link(one, links))
        return " · ".join(part for part in parts if part)

    def _link(self, one: StoryEntry, links: Links) -> str:
        """Return which contact this one corrects, or which one corrects it."""
        amendment = links.amendments.get(one.key)
        if amendment is not None:
            text = translate("Entries", "corrected by the contact of %1")
            return text.replace("%1", self._when(amendment))
        amended = None if one.amends is None else links.amended.get(one.amends)
        if amended is not None:
            text = translate("Entries", "corrects the contact of %1")
            return text.replace("%1", self._when(amended))
        return translate("Entries", "corrected later") if one.is_amended else ""

    def _colleagues(self, one: StoryEntry) -> str:
        return also_talked_lines(one.colleagues, one.at, self._ctx.clock)

    def _prospect(self, one: StoryEntry) -> str:
        """Return what a contact promises: the potential, and when they expect to order."""
        if one.kind is not StoryKind.CONTACT:
            return ""
        parts = []
        if one.cents is not None:
            amount = formats.money(one.cents, self._ctx.language)
            parts.append(translate("Entries", "potential %1 a month").replace("%1", amount))
        if one.forecast_on is not None:
            day = formats.day(one.forecast_on)
            parts.append(translate("Entries", "order expected on %1").replace("%1", day))
        return ", ".join(parts)

    def _objection(self, one: ObjectionLine) -> Entry:
        zone = self._ctx.clock.zone
        state, tone = words.objection_state(one)
        waits = words.wait_words(one)
        closed = ""
        if one.closed_at is not None:
            closed = translate("Entries", "until %1").replace("%1", _day(one.closed_at, zone))
        return Entry(
            key=one.objection_id,
            icon="bell" if one.woken_at else "tag",
            tone=tone,
            headline=f"{one.name} · {state}",
            when=_day(one.opened_at, zone),
            caption=" · ".join(part for part in (waits, closed) if part),
            body=one.note,
        )

    def _case(self, one: CaseLine) -> Entry:
        zone = self._ctx.clock.zone
        is_open = one.state is ServiceCaseState.OPEN
        head = (one.title or one.number, words.case_state(one.state))
        closed = ""
        if one.closed_at is not None:
            closed = translate("Entries", "closed on %1").replace("%1", _day(one.closed_at, zone))
        caption = (words.case_kind(one.kind), one.number if one.title else "", closed)
        solved = translate("Entries", "Solution: %1").replace("%1", one.resolution)
        return Entry(
            key=one.case_id,
            icon="wrench",
            tone="warning" if is_open else "ink",
            headline=" · ".join(part for part in head if part),
            when=_day(one.opened_at, zone),
            caption=" · ".join(part for part in caption if part),
            body="\n".join(
                part for part in (one.description, solved if one.resolution else "") if part
            ),
        )

    def _pitch(self, one: PitchVersion, is_newest: bool) -> Entry:
        parts: tuple[tuple[Callable[[], str], str], ...] = (
            (lambda: translate("Entries", "Why they stopped: %1"), one.why_stopped),
            (lambda: translate("Entries", "Arguments: %1"), one.arguments),
            (lambda: translate("Entries", "Offer: %1"), one.offer),
            (lambda: translate("Entries", "Goal: %1"), one.goal),
        )
        head = translate("Entries", "Pitch") if is_newest else translate("Entries", "Former pitch")
        return Entry(
            key=one.note_id,
            icon="edit",
            tone="ink" if is_newest else "ink_quiet",
            headline=head,
            when=formats.moment(one.written_at, self._ctx.clock.zone),
            caption=one.author,
            body="\n".join(label().replace("%1", text) for label, text in parts if text),
        )


def _day(at: datetime, zone: ZoneInfo) -> str:
    return formats.day(at.astimezone(zone).date())


def _objection_order(one: ObjectionLine) -> tuple[int, float]:
    states = (ObjectionState.OPEN, ObjectionState.WAITING, ObjectionState.OVERCOME)
    rank = -1 if one.woken_at is not None else states.index(one.state)
    return (rank, -one.opened_at.timestamp())


def _attached(entries: Sequence[StoryEntry]) -> Mapping[UUID, Sequence[StoryEntry]]:
    """Return photos and files by the key of their contact, in the order of being taken."""
    found: dict[UUID, list[StoryEntry]] = {}
    for one in reversed(entries):
        if one.of_contact is not None:
            found.setdefault(one.of_contact, []).append(one)
    return found


def _files(one: StoryEntry, links: Links) -> str:
    """Return what was attached to a contact; each stands in the story too, where Enter opens it."""
    files = links.attached.get(one.key, ())
    told = [
        " · ".join(filter(None, (file.title, file.detail, words.code_word(file)))) for file in files
    ]
    names = "; ".join(told)
    return translate("Entries", "Attached: %1").replace("%1", names) if told else ""
