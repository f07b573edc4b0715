"""The cadence's proposal in words."""

from dataclasses import dataclass
from datetime import datetime, time

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.cadence_choice import Breach
from cockpit.domain.next_step import NextStep, Shift, StepKind
from cockpit.domain.vocabulary import Channel

translate = QCoreApplication.translate
_NOON = time(12)


@dataclass(frozen=True, slots=True)
class ProposalWords:
    """A proposal, as short as each place wants it.

    Attributes:
        place: Which of its row it is, or what it is.
        moment: When and how; empty where it is no date.
        whole: All of it, as one sentence.
    """

    place: str = ""
    moment: str = ""
    whole: str = ""


def proposal_words(step: NextStep, now: datetime) -> ProposalWords:
    """Return what an empty next contact accepts; nothing where nothing is proposed.

    Args:
        step: The proposal.
        now: The user's wall clock, aware.
    """
    if step.kind is StepKind.NONE:
        return ProposalWords()
    place = _what(step)
    parts = []
    if step.due_at is not None:
        parts.append(_when(step, step.due_at.astimezone(now.tzinfo), now))
    if step.channel is not None and step.kind not in (StepKind.REST, StepKind.CLOSED):
        parts.append(_by(step.channel))
    moment = ", ".join(parts)
    if Shift.CAP in step.shifts:
        parts.append(translate("CadenceWords", "for the limit of contacts"))
    said = translate("CadenceWords", "Cadence: {proposal}").format(
        proposal=", ".join((place, *parts))
    )
    accepts = translate("CadenceWords", "an empty next contact accepts it")
    return ProposalWords(place, moment, f"{said} · {accepts}")


def breach_word(breach: Breach) -> str:
    """Return what a date breaks, in a few words."""
    match breach:
        case Breach.WINDOW:
            return translate("CadenceWords", "Outside the calling hours: why?")
        case Breach.CAP:
            return translate("CadenceWords", "Over the limit of contacts: why?")
        case Breach.REST:
            return translate("CadenceWords", "The customer rests: why?")
        case Breach.DEADLINE:
            return translate("CadenceWords", "Later than the answer is due: why?")


def _what(step: NextStep) -> str:  # noqa: PLR0911 - one word per kind
    row = {"number": step.number, "count": step.count}
    match step.kind:
        case StepKind.RETRY:
            # The attempts of a row are the first one and its retries.
            row = {"number": step.number + 1, "count": step.count + 1}
            return translate("CadenceWords", "attempt {number} of {count}").format(**row)
        case StepKind.FOLLOW_UP:
            return translate("CadenceWords", "follow-up {number} of {count}").format(**row)
        case StepKind.ANSWER:
            return translate("CadenceWords", "answer the request")
        case StepKind.THANK:
            return translate("CadenceWords", "thank for the order")
        case StepKind.REST:
            return translate("CadenceWords", "long rest, try again")
        case _ if step.due_at is None:
            return translate("CadenceWords", "closed")
    return translate("CadenceWords", "closed, try again")


def _when(step: NextStep, due: datetime, now: datetime) -> str:
    day = _day(due, now)
    if step.has_time:
        return translate("CadenceWords", "{day} at {time}").format(day=day, time=f"{due:%H:%M}")
    if step.kind is not StepKind.RETRY:
        return day
    if due.time() < _NOON:
        return translate("CadenceWords", "{day} in the morning").format(day=day)
    return translate("CadenceWords", "{day} in the afternoon").format(day=day)


def _day(due: datetime, now: datetime) -> str:
    days = (due.date() - now.date()).days
    if days == 0:
        return translate("CadenceWords", "today")
    if days == 1:
        return translate("CadenceWords", "tomorrow")
    return formats.short_day(due.date(), now.date())


def _by(channel: Channel) -> str:
    match channel:
        case Channel.PHONE:
            return translate("CadenceWords", "by phone")
        case Channel.WHATSAPP:
            return translate("CadenceWords", "by WhatsApp")
        case Channel.EMAIL:
            return translate("CadenceWords", "by e-mail")
        case Channel.VISIT:
            return translate("CadenceWords", "as a visit")
