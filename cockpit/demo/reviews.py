"""What the supervisors thought of the last weeks' contacts, and what was answered."""

from datetime import datetime, time, timedelta
from random import Random
from uuid import UUID

from cockpit.demo.staff import Person, Staff
from cockpit.demo.tables import Row, Tables
from cockpit.demo.words import Words
from cockpit.domain.clock import DEFAULT_ZONE
from cockpit.domain.review import Mark

_DAYS = 21
_MORNING, _EVENING = time(8), time(18)
_SHARE_READ = 0.4
_SHARE_SEEN = 0.7
_SHARE_ANSWERED = 0.4
_MARKS = {
    Mark.CHECKED: 60,
    Mark.GOOD_EXAMPLE: 14,
    Mark.COACH: 16,
    Mark.WRONG_OUTCOME: 6,
    Mark.AMENDMENT_REQUESTED: 4,
}
_WORDS = {
    Mark.GOOD_EXAMPLE: "review_good",
    Mark.COACH: "review_coach",
    Mark.WRONG_OUTCOME: "review_wrong",
    Mark.AMENDMENT_REQUESTED: "review_amend",
}


def add_reviews(tables: Tables, words: Words, staff: Staff) -> None:
    """Let each supervisor read a share of their team's contacts, and some be answered.

    They have chances of their own: the company is the same with and without them.
    """
    random = Random(_DAYS)  # noqa: S311 - invents a company, keeps no secret
    teams = {row["id"]: row["supervisor_id"] for row in tables.rows["teams"]}
    leads = {person.user_id: person for person in staff.supervisors}
    lead_of = {
        row["id"]: leads.get(_key(teams.get(row["team_id"]))) for row in tables.rows["users"]
    }
    people = {person.user_id: person for person in staff.operators}
    begin = tables.at(tables.as_of - timedelta(days=_DAYS), datetime.min.time())
    for contact in tables.rows["contacts"]:
        maker, at = contact["user_id"], contact["occurred_at"]
        if not isinstance(maker, UUID) or not isinstance(at, datetime) or at < begin:
            continue
        person, lead = people.get(maker), lead_of.get(maker)
        if person is not None and lead is not None and random.random() < _SHARE_READ:
            _review(tables, words, contact, (lead, person), random)


def _key(value: object) -> UUID:
    return value if isinstance(value, UUID) else UUID(int=0)


def _in_office(tables: Tables, begin: datetime, minutes: int) -> datetime | None:
    """Return when so many minutes of work have passed; None from the last day on."""
    day = begin.astimezone(DEFAULT_ZONE).date()
    at, end = begin + timedelta(minutes=minutes), tables.at(day, _EVENING)
    while at > end:
        day = tables.working_day(day + timedelta(days=1))
        at, end = tables.at(day, _MORNING) + (at - end), tables.at(day, _EVENING)
    return at if day < tables.as_of else None


def _review(
    tables: Tables, words: Words, contact: Row, who: tuple[Person, Person], random: Random
) -> None:
    lead, person = who
    mark = random.choices(list(_MARKS), weights=list(_MARKS.values()))[0]
    texts = words.sections["notes"].get(_WORDS.get(mark, ""))
    occurred = contact["occurred_at"]
    assert isinstance(occurred, datetime)  # noqa: S101 - as contacts are made
    at = _in_office(tables, occurred, random.randrange(2, 30) * 17)
    if at is None:
        return
    review = tables.add(
        "contact_reviews",
        contact_id=contact["id"],
        reviewer_id=lead.user_id,
        device_id=lead.device_id,
        mark=mark.value,
        comment=random.choice(texts) if texts else None,
        reviewed_at=at,
    )
    if texts and random.random() < _SHARE_SEEN:
        is_answered = random.random() < _SHARE_ANSWERED
        tables.add(
            "contact_review_receipts",
            review_id=review,
            user_id=person.user_id,
            device_id=person.device_id,
            seen_at=_in_office(tables, at, random.randrange(5, 300)) or at,
            reply=random.choice(words.sections["notes"]["review_replies"]) if is_answered else None,
        )
