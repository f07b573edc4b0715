"""What a supervisor sees of this moment: who calls whom, who pauses, and how the queues stand.

It holds for the moment alone. Nobody's working time or number of calls is in it, and nobody is
ranked by anything: people stand by team and name (NR-17, Annex II).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from cockpit.domain.eligibility import Bar, Ledger, LedgerLine
from cockpit.domain.filters import Condition, Filter, Operator


class Presence(StrEnum):
    """What somebody does now."""

    CALLING = "calling"
    FREE = "free"
    ON_BREAK = "on_break"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works with the program, or owns customers.

    Attributes:
        team_id: None where they are in none.
        has_program: Whether they have a program of their own, so that they can be at it.
        calls: Whether calling is their work; others are shown while they do all the same.
    """

    user_id: UUID
    name: str
    team_id: UUID | None
    has_program: bool = True
    calls: bool = True


@dataclass(frozen=True, slots=True)
class Team:
    """A team by name; no key stands for those who are in none."""

    team_id: UUID | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """What is known of somebody's moment.

    Attributes:
        is_at_work: Whether their program gave a sign of life lately.
        is_paused: Whether they take a break.
        customer_id: Whom they hold; None where nobody.
        since: From when on, aware, in UTC.
    """

    user_id: UUID
    is_at_work: bool = False
    is_paused: bool = False
    customer_id: UUID | None = None
    since: datetime | None = None

    @property
    def presence(self) -> Presence:
        """Return what they do now; a break counts before a customer who was left open."""
        if self.is_paused:
            return Presence.ON_BREAK
        if self.customer_id is not None:
            return Presence.CALLING
        return Presence.FREE if self.is_at_work else Presence.AWAY


@dataclass(frozen=True, slots=True)
class PersonNow:
    """One line of the wall.

    Attributes:
        customer: Whom they hold, by name; empty where they hold nobody, or where the customer is
            in a portfolio that the viewer does not see.
    """

    colleague: Colleague
    team: str
    sign: Sign
    customer: str = ""

    @property
    def presence(self) -> Presence:
        """Return what they do now."""
        return self.sign.presence


@dataclass(frozen=True, slots=True)
class Callbacks:
    """Agreed next contacts of a team.

    Attributes:
        due: Their moment has come.
        later: They come later today.
    """

    due: int = 0
    later: int = 0

    def __add__(self, other: "Callbacks") -> "Callbacks":
        """Return both together."""
        return Callbacks(self.due + other.due, self.later + other.later)


@dataclass(frozen=True, slots=True)
class TeamNow:
    """A team's people and queue; without a key those in no team, ``is_shared`` the shared list.

    Attributes:
        name: Empty for those in no team and for the shared list.
        is_shared: Whether these are the customers of nobody, whom the office shares.
        counts: How many of its people do what.
        owners: The names under which its portfolios stand in the work list.
        ledger: Its customers by why they are in the queue or not.
    """

    team_id: UUID | None
    name: str = ""
    is_shared: bool = False
    counts: Mapping[Presence, int] = field(default_factory=dict)
    callbacks: Callbacks = field(default_factory=Callbacks)
    owners: tuple[str, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)

    def listed(self, bar: Bar | None) -> Filter:
        """Return what lists the team's customers under a reason, None for those in the queue."""
        owner = Condition("owner", Operator.IS_EMPTY)
        if not self.is_shared:
            owner = Condition("owner", Operator.ONE_OF, self.owners)
        reason = Condition("bar", Operator.IS_EMPTY)
        if bar is not None:
            reason = Condition("bar", Operator.ONE_OF, (bar.value,))
        return Filter((owner, reason))

    @property
    def queued(self) -> LedgerLine:
        """Return those who may be called now."""
        found = (one for one in self.ledger.lines if one.bar is None)
        return next(found, LedgerLine(None, 0, 0))

    @property
    def barred(self) -> int:
        """Return how many may not be called now."""
        return sum(one.count for one in self.ledger.lines if one.bar is not None)


@dataclass(frozen=True, slots=True)
class Wall:
    """The moment, for those whom the viewer answers for."""

    people: tuple[PersonNow, ...] = ()
    teams: tuple[TeamNow, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """What is read of the moment.

    Attributes:
        teams: Those whom the viewer answers for.
        colleagues: Their members.
        signs: By person; who is missing is away.
        customers: The names of those held, as far as the viewer sees them.
        callbacks: By the person who is to call, None for nobody's.
    """

    teams: Sequence[Team] = ()
    colleagues: Sequence[Colleague] = ()
    signs: Mapping[UUID, Sign] = field(default_factory=dict)
    customers: Mapping[UUID, str] = field(default_factory=dict)
    callbacks: Mapping[UUID | None, Callbacks] = field(default_factory=dict)


def wall_of(moment: Moment, ledgers: Mapping[str, Ledger]) -> Wall:
    """Return the wall.

    Args:
        moment: What was read.
        ledgers: Queues by the owner's name; under an empty name the shared list's.
    """
    names = {one.team_id: one.name for one in moment.teams}
    known = (_person(one, names, moment) for one in moment.colleagues if one.has_program)
    people = [one for one in known if one.colleague.calls or one.presence is not Presence.AWAY]
    teams = [_team(one, people, moment, ledgers) for one in moment.teams]
    loners = _team(Team(None), people, moment, ledgers)
    if loners.ledger.lines or loners.counts.keys() - {Presence.AWAY} or loners.callbacks.due:
        teams.append(loners)
    if "" in ledgers:
        shared = moment.callbacks.get(None, Callbacks())
        teams.append(TeamNow(None, is_shared=True, callbacks=shared, ledger=ledgers[""]))
    order = sorted(people, key=lambda one: (not one.team, one.team, one.colleague.name))
    return Wall(tuple(order), tuple(teams))


def joined(ledgers: Iterable[Ledger]) -> Ledger:
    """Return several groups of customers as one."""
    found: dict[Bar | None, LedgerLine] = {}
    for line in (line for ledger in ledgers for line in ledger.lines):
        known = found.get(line.bar, LedgerLine(line.bar, 0, 0))
        moments = [one for one in (known.next_at, line.next_at) if one is not None]
        found[line.bar] = LedgerLine(
            line.bar,
            known.count + line.count,
            known.at_risk_cents + line.at_risk_cents,
            min(moments, default=None),
        )
    return Ledger(tuple(found[bar] for bar in (None, *Bar) if bar in found))


def _person(one: Colleague, names: Mapping[UUID | None, str], moment: Moment) -> PersonNow:
    sign = moment.signs.get(one.user_id, Sign(one.user_id))
    customer = "" if sign.customer_id is None else moment.customers.get(sign.customer_id, "")
    return PersonNow(one, names.get(one.team_id, ""), sign, customer)


def _team(
    team: Team, people: Collection[PersonNow], moment: Moment, ledgers: Mapping[str, Ledger]
) -> TeamNow:
    members = [one for one in moment.colleagues if one.team_id == team.team_id]
    own = [one.presence for one in people if one.colleague.team_id == team.team_id]
    counts = {state: own.count(state) for state in Presence if state in own}
    callbacks = Callbacks()
    for one in members:
        callbacks += moment.callbacks.get(one.user_id, Callbacks())
    owners = tuple(sorted({one.name for one in members} & ledgers.keys()))
    return TeamNow(
        team.team_id,
        team.name,
        counts=counts,
        callbacks=callbacks,
        owners=owners,
        ledger=joined(ledgers[name] for name in owners),
    )
