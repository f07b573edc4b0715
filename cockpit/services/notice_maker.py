"""Who is told what, now: the notices whose moment has come."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from cockpit.domain.clock import Clock
from cockpit.domain.digest_documents import to_document, told_on_last_day
from cockpit.domain.notices import (
    Audience,
    Digest,
    LeftCustomer,
    NoticeKind,
    PortfolioState,
    Recipient,
    audience_of,
)
from cockpit.domain.vocabulary import NoticeChannel, Role
from cockpit.services.messages import stored_server
from cockpit.services.notices import is_new, made_for, note_made, schedule_of
from cockpit.services.ports import ReadUnit, WriteUnit

_MOST_CUSTOMERS = 50


@dataclass(frozen=True, slots=True)
class Prepared:
    """A digest that somebody gets, or would get.

    Attributes:
        everybody: All customers who left; the digest names the dearest.
        is_told: Whether this period's was made before.
    """

    audience: Audience
    recipient: Recipient
    digest: Digest
    period: date
    everybody: tuple[LeftCustomer, ...] = ()
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is to be told now.

    Attributes:
        periods: The audiences whose moment has come; not all of them have something to hear.
    """

    told: tuple[Prepared, ...]
    periods: tuple[tuple[Audience, date], ...]


@dataclass(frozen=True, slots=True)
class NoticeMaker:
    """Makes the notices of the kinds that are asked for; a period's are made once."""

    clock: Clock
    kinds: Collection[NoticeKind] = field(default=tuple(NoticeKind))

    def prepare(self, unit: ReadUnit) -> Preparation:
        """Return what is to be told now; reading it takes seconds in a large company."""
        told = tuple(self.prepared(unit, is_preview=False))
        return Preparation(told, tuple(self._open_periods(unit)))

    def store(self, unit: WriteUnit, work: Preparation) -> int:
        """Store notices, and that their periods were made; return how many are new."""
        has_server = stored_server(unit) is not None
        count = sum(self._add(unit, one, has_server=has_server) for one in work.told)
        for audience, period in work.periods:
            note_made(unit, audience, period)
        return count

    def _add(self, unit: WriteUnit, one: Prepared, *, has_server: bool) -> bool:
        kind, user_id, now = one.digest.kind, one.recipient.user_id, self.clock.now()
        document = to_document(one.digest, one.everybody)
        is_added = unit.notices.add(
            user_id, kind, NoticeChannel.SCREEN, period=one.period, document=document, at=now
        )
        is_mailed = schedule_of(unit, one.audience).is_mailed
        if has_server and is_mailed and one.recipient.email:
            unit.notices.add(
                user_id, kind, NoticeChannel.EMAIL, period=one.period, document=document, at=now
            )
        return is_added

    def _open_periods(self, unit: ReadUnit) -> list[tuple[Audience, date]]:
        """Return the audiences whose moment has come, of the kinds that are asked for."""
        now, zone = self.clock.now(), self.clock.zone
        wanted = {one for one in Audience if self._is_wanted(one)}
        periods = ((one, schedule_of(unit, one).period(now, zone)) for one in wanted)
        return [
            (one, period)
            for one, period in periods
            if period is not None and is_new(period, made_for(unit, one))
        ]

    def _is_wanted(self, audience: Audience) -> bool:
        kind = NoticeKind.CYCLE_LEFT if audience is Audience.SELLERS else NoticeKind.PORTFOLIOS
        return kind in self.kinds

    def prepared(self, unit: ReadUnit, *, is_preview: bool) -> Iterable[Prepared]:
        """Yield what is to be told; of a preview also what was told already."""
        open_periods = dict(self._open_periods(unit))
        now, zone, today = self.clock.now(), self.clock.zone, self.clock.today()
        recipients = unit.notices.recipients()
        portfolios = unit.notices.portfolios()
        for kind in self.kinds:
            for audience in Audience:
                schedule = schedule_of(unit, audience)
                period = schedule.period(now, zone)
                is_open = audience in open_periods
                if period is None or not (is_open or is_preview):
                    continue
                whom = [one for one in recipients if audience_of(kind, one.role) is audience]
                first = schedule.first_since(period)
                digests = (
                    _left(unit, whom, portfolios, first, today)
                    if kind is NoticeKind.CYCLE_LEFT
                    else _portfolios(whom, recipients, portfolios, first, today)
                )
                for recipient, digest, everybody in digests:
                    yield Prepared(
                        audience, recipient, digest, period, everybody, is_told=not is_open
                    )


Told = tuple[Recipient, Digest, tuple[LeftCustomer, ...]]


def _left(
    unit: ReadUnit,
    whom: Collection[Recipient],
    portfolios: Collection[PortfolioState],
    first: date,
    today: date,
) -> Iterable[Told]:
    """Yield what sellers are told: who left their cycle since they were told last."""
    last = unit.notices.last_told(NoticeKind.CYCLE_LEFT)
    since = {one.user_id: first for one in whom}
    for user_id, stored in last.items():
        since[user_id] = _until(stored.get("until_on"), first, today)
    comments = unit.review.unread_of_all()
    everybody = unit.notices.left_cycle(since=min(since.values(), default=first), until=today)
    for recipient in whom:
        start = since[recipient.user_id]
        told = told_on_last_day(last.get(recipient.user_id, {}))
        left = tuple(
            one
            for one in everybody
            if one.owner_id == recipient.user_id
            and one.since_on >= start
            and one.told_as not in told
        )
        if left:
            own = tuple(one for one in portfolios if one.owner_id == recipient.user_id)
            digest = Digest(
                kind=NoticeKind.CYCLE_LEFT,
                since_on=start,
                until_on=today,
                customers=left[:_MOST_CUSTOMERS],
                customer_count=len(left),
                customer_cents=sum(one.at_risk_cents for one in left),
                portfolios=own,
                comment_count=comments.get(recipient.user_id, 0),
            )
            yield recipient, digest, left


def _portfolios(
    whom: Collection[Recipient],
    everybody: Collection[Recipient],
    portfolios: Collection[PortfolioState],
    first: date,
    today: date,
) -> Iterable[Told]:
    """Yield what those are told who answer for sellers: a supervisor of their teams alone."""
    team_of = {one.user_id: one.team_id for one in everybody}
    for recipient in whom:
        shown = tuple(portfolios)
        if recipient.role is Role.SUPERVISOR and recipient.led_team_ids:
            shown = tuple(
                one
                for one in portfolios
                if one.owner_id is not None and team_of.get(one.owner_id) in recipient.led_team_ids
            )
        if shown:
            digest = Digest(NoticeKind.PORTFOLIOS, first, today, portfolios=shown)
            yield recipient, digest, ()


def _until(stored: object, first: date, today: date) -> date:
    """Return until when somebody was told; a day that cannot be read or has yet to come is none."""
    try:
        until = date.fromisoformat(stored) if isinstance(stored, str) else first
    except ValueError:
        return first
    return until if until <= today else first
