"""The pitch card as a rich text: facts first, each with its sign, then answers, offer, notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

import resources
from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.messages import Message
from cockpit.domain.objections import Argument
from cockpit.domain.pitch import Cause, Evidence, Offer, PitchCard
from cockpit.domain.sections import PitchVersion
from cockpit.ui.theme import Colours
from cockpit.ui.words import channel_word

translate = QCoreApplication.translate

#: The addresses of the links: the position of an argument follows.
ARGUMENT = "argument:"
RETRY = "retry:"
_PERCENT_BP = 100
_SIGNS = {
    Cause.OVERDUE_TITLES: ("receipt", "danger"),
    Cause.OPEN_CASE: ("wrench", "danger"),
    Cause.LATE_DELIVERY: ("package", "danger"),
    Cause.OBJECTION: ("message", "warning"),
    Cause.LAPSED_PRODUCTS: ("tag", "warning"),
    Cause.SHRINKING_VOLUME: ("trend-down", "warning"),
    Cause.LAST_PROMISE: ("calendar", "info"),
    Cause.STOPPED_QUOTE: ("note", "warning"),
    Cause.SEASONALITY: ("sun", "info"),
    Cause.SILENCE: ("clock", "ink_muted"),
}


@dataclass(frozen=True, slots=True)
class CardText:
    """Everything that the rich text is made from.

    Attributes:
        versions: The saved notes, the newest first.
        noted_goal: The goal that the operator set for this contact, or an empty text.
        used: Keys of the arguments marked as used in this call.
        is_expanded: Whether the earlier versions are told as well.
    """

    card: PitchCard
    versions: tuple[PitchVersion, ...]
    noted_goal: str
    used: frozenset[UUID]
    is_expanded: bool
    language: Language
    zone: ZoneInfo
    colours: Colours

    def html(self) -> str:
        """Return the card's text."""
        card = self.card
        parts = [
            *(self._script() if card.is_credit_lane else ()),
            *self._goal(),
            *self._evidence(card.evidence),
            *self._answers(),
            *self._offer(card.offer),
            *(() if card.is_credit_lane else self._script()),
            *self._notes(),
        ]
        return f'<div style="color:{self.colours.ink}">{"".join(parts)}</div>'

    def _script(self) -> Iterator[str]:
        """Yield the call's script; folded, the credit lane's first line leaves room for facts."""
        if not self.card.script.strip():
            return
        lines = self.card.script.strip().splitlines()
        if self.card.is_credit_lane:
            ground, ink = self.colours.danger_soft, self.colours.danger
            head = translate("PitchText", "Money first")
            lines = lines if self.is_expanded else lines[:1]
        else:
            ground, ink = self.colours.sunken, self.colours.ink_muted
            head = translate("PitchText", "Script")
        body = "<br>".join(escape(line) for line in lines)
        yield (
            f'<table width="100%" cellpadding="4" style="margin-bottom:4px"><tr>'
            f'<td bgcolor="{ground}"><b style="color:{ink}">{escape(head)}</b><br>{body}'
            f"</td></tr></table>"
        )

    def _goal(self) -> Iterator[str]:
        goal = _lines(self.noted_goal) or self._sentence(self.card.goal)
        channel = self.card.channel
        by = "" if channel is None else f" · {escape(channel_word(channel))}"
        head = escape(translate("PitchText", "Goal:"))
        ink = self.colours.accent
        yield f'<p style="margin:2px 0 4px 0"><b style="color:{ink}">{head} {goal}</b>{by}</p>'

    def _evidence(self, evidence: Sequence[Evidence]) -> Iterator[str]:
        if not evidence:
            empty = translate(
                "PitchText", "Nothing on record explains it: ask, and write the answer down."
            )
            yield f'<p style="margin:2px 0;color:{self.colours.ink_quiet}">{escape(empty)}</p>'
            return
        yield '<table width="100%" cellspacing="0" cellpadding="1">'
        for one in evidence:
            icon, tint = _SIGNS[one.cause]
            yield (
                f'<tr><td width="20"><img src="icon:{icon}/{tint}" width="14" height="14"></td>'
                f"<td>{self._sentence(one.sentence)}</td></tr>"
            )
        yield "</table>"

    def _answers(self) -> Iterator[str]:
        position = 0
        for answer in self.card.answers:
            head = translate("PitchText", "To “{objection}”").format(objection=answer.objection)
            yield f'<p style="margin:5px 0 0 0"><b>{escape(head)}</b></p>'
            yield '<table width="100%" cellspacing="0" cellpadding="1">'
            for argument in answer.arguments:
                yield self._argument(argument, position)
                position += 1
            yield "</table>"

    def _argument(self, argument: Argument, position: int) -> str:
        quiet = self.colours.ink_quiet
        if argument.used:
            success = translate("PitchText", "worked {worked} of {used}")
            success = success.format(worked=argument.worked, used=argument.used)
        else:
            success = translate("PitchText", "not tried yet")
        if argument.argument_id in self.used:
            done = escape(translate("PitchText", "used"))
            mark = f'<img src="icon:check/success" width="14" height="14"> {done}'
        else:
            use = escape(translate("PitchText", "I used it"))
            mark = f'<a style="color:{self.colours.accent}" href="{ARGUMENT}{position}">{use}</a>'
        return (
            f'<tr><td width="20" style="color:{quiet}">{position + 1}</td>'
            f'<td>{escape(argument.text)} <span style="color:{quiet}">· {escape(success)} ·</span>'
            f" {mark}</td></tr>"
        )

    def _offer(self, offer: Offer) -> Iterator[str]:
        percent = offer.discount_bp / _PERCENT_BP
        places = 0 if offer.discount_bp % _PERCENT_BP == 0 else 1
        shown = formats.decimal(percent, self.language, places)
        if offer.discount_bp:
            limit = translate("PitchText", "up to {percent}% off").format(percent=shown)
        else:
            limit = translate("PitchText", "no discount of your own")
        head = escape(translate("PitchText", "You may offer:"))
        yield f'<p style="margin:5px 0 0 0"><b>{head}</b> {escape(limit)}</p>'
        for promotion in offer.promotions:
            yield f'<p style="margin:0 0 0 20px">{self._sentence(promotion)}</p>'

    def _notes(self) -> Iterator[str]:
        shown = self.versions if self.is_expanded else self.versions[:1]
        for version in shown:
            texts = (version.why_stopped, version.arguments, version.offer, version.goal)
            words = [text for text in texts if text.strip()]
            at = formats.moment(version.written_at, self.zone)
            head = translate("PitchText", "Noted by {author} on {moment}")
            head = head.format(author=version.author, moment=at)
            yield f'<p style="margin:6px 0 0 0;color:{self.colours.ink_quiet}">{escape(head)}</p>'
            for part in words:
                yield f'<p style="margin:0">{_lines(part)}</p>'

    def _sentence(self, message: Message) -> str:
        return escape(resources.text(message, self.language))


def notice(sentence: str, colour: str, link: str = "") -> str:
    """Return what stands in the card's place: a sentence, and what to do about it."""
    more = f' <a href="{RETRY}">{escape(link)}</a>' if link else ""
    return f'<p style="color:{colour}">{escape(sentence)}{more}</p>'


def _lines(text: str) -> str:
    return escape(text.strip()).replace("\n", "<br>")
