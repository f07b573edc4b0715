"""The words of the reading of contacts."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.clock import Clock
from cockpit.domain.formats import Language
from cockpit.domain.review import Comment, Mark, Review, ReviewRow
from cockpit.ui.words import channel_word, status_word

translate = QCoreApplication.translate

#: What a mark is painted in.
INKS: Mapping[Mark, str] = {
    Mark.CHECKED: "ink_muted",
    Mark.GOOD_EXAMPLE: "success",
    Mark.COACH: "warning",
    Mark.WRONG_OUTCOME: "danger",
    Mark.AMENDMENT_REQUESTED: "info",
}


_SIGNS: Mapping[Mark, str] = {
    Mark.CHECKED: "✓",
    Mark.GOOD_EXAMPLE: "★",
    Mark.COACH: "→",
    Mark.WRONG_OUTCOME: "≠",
    Mark.AMENDMENT_REQUESTED: "↺",
}


def mark_word(mark: Mark) -> str:
    """Return the word for a mark."""
    return {
        Mark.CHECKED: translate("Review", "Checked"),
        Mark.GOOD_EXAMPLE: translate("Review", "Good example"),
        Mark.COACH: translate("Review", "Coach"),
        Mark.WRONG_OUTCOME: translate("Review", "Wrong outcome"),
        Mark.AMENDMENT_REQUESTED: translate("Review", "Please correct"),
        Mark.TAKEN_BACK: translate("Review", "Taken back"),
    }[mark]


def sign_of(row: ReviewRow) -> str:
    """Return a contact's mark as one sign; the tip and the reading pane say it in words."""
    sign = "●" if row.mark is None else _SIGNS[row.mark]
    return sign + ("⤶" if row.reply else "")


def state_word(row: ReviewRow) -> str:
    """Return how far the reading of a contact is, in a word."""
    if row.mark is None:
        return translate("Review", "Unread")
    if row.reply:
        return translate("Review", "{mark}, answered").format(mark=mark_word(row.mark))
    return mark_word(row.mark)


def whose_note(row: ReviewRow) -> tuple[str, str]:
    """Return whom a contact was with, and its note in one line."""
    return row.customer, row.note.replace("\n", " ")


def what_and_why(row: ReviewRow) -> tuple[str, str]:
    """Return what came of a contact, and its reason or objections."""
    return row.outcome, ", ".join(filter(None, (row.reason, *row.objections)))


def what_happened(row: ReviewRow) -> str:
    """Return outcome, reason and objections of a contact."""
    said = [row.outcome, row.reason]
    if row.objections:
        names = ", ".join(row.objections)
        said.append(translate("Review", "Objections: {names}").format(names=names))
    if row.campaign:
        said.append(translate("Review", "Campaign: {name}").format(name=row.campaign))
    return "  ·  ".join(filter(None, said))


def whose(row: ReviewRow, clock: Clock) -> str:
    """Return who talked, when and how."""
    parts = [row.operator, formats.moment(row.occurred_at, clock.zone), channel_word(row.channel)]
    if row.is_correction:
        parts.append(translate("Review", "corrected"))
    return "  ·  ".join(parts)


def worth(row: ReviewRow, language: Language) -> str:
    """Return where the customer stood then, and what they are worth."""
    parts = []
    if row.status_at_contact is not None:
        status = status_word(row.status_at_contact).lower()
        parts.append(translate("Review", "{status} then").format(status=status))
    if row.yearly_cents is not None:
        money = formats.money(row.yearly_cents, language)
        parts.append(translate("Review", "{money} in 12 months").format(money=money))
    if row.at_risk_cents:
        money = formats.money(row.at_risk_cents, language)
        parts.append(translate("Review", "{money} at risk").format(money=money))
    return "  ·  ".join(part.replace("R$ ", "R$\u00a0") for part in parts)


def short_moment(value: datetime, clock: Clock) -> str:
    """Return an instant as dd/mm hh:mm, with the year where it is not today's."""
    local = value.astimezone(clock.zone)
    return f"{formats.short_day(local.date(), clock.today())} {local:%H:%M}"


def review_text(review: Review, clock: Clock) -> str:
    """Return what was thought of a contact, and what was answered."""
    moment = formats.moment(review.reviewed_at, clock.zone)
    lines = [f"{mark_word(review.mark)}  ·  {review.reviewer}, {moment}"]
    if review.comment:
        lines.append(review.comment)
    for one in review.answers:
        seen = formats.moment(one.seen_at, clock.zone)
        words = (
            translate("Review", "{user} answered on {moment}: {reply}")
            if one.reply
            else translate("Review", "{user} read it on {moment}")
        )
        lines.append("→ " + words.format(user=one.user, moment=seen, reply=one.reply))
    return "\n".join(lines)


def comment_state(one: Comment, clock: Clock) -> str:
    """Return what became of a comment."""
    if one.is_corrected:
        return translate("Review", "contact corrected")
    if one.reply:
        return translate("Review", "answered")
    if one.seen_at is None:
        return translate("Review", "not read yet")
    return translate("Review", "read on {moment}").format(moment=short_moment(one.seen_at, clock))
