"""What laptops that have nothing to say and nothing to hear cost the server.

Each asks over a connection of its own, as laptops do, and is written down as met, as it is once in
a minute. What is counted is the server's own family of processes: a connection's process is in its
parent's account once it ended, so starting and ending it count, and the laptop's side does not.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psycopg

from cockpit.data.server_link import ServerLink
from cockpit.data.url import PostgresqlServer
from cockpit.domain.sync import Said
from cockpit.sync.transport import PostgresTransport
from scripts.bench_support import milliseconds
from scripts.benchmarks.field_company import FieldCompany

#: A process that ended is in its parent's account a moment later.
_ENDING_SECONDS = 0.5
_CALM_SECONDS = 5.0
_NANOSECONDS = 1e9


@dataclass(frozen=True, slots=True)
class IdlePlan:
    """How much is measured.

    Attributes:
        laptops: How many poll.
        every: How often each of them does, in seconds.
        seconds: How long they are watched.
        most: How much of a core they may cost.
    """

    laptops: int = 300
    every: float = 60
    seconds: float = 60
    most: float = 0.1

    @property
    def pause(self) -> float:
        """Return the seconds between a poll and the next, of any laptop."""
        return self.every / self.laptops

    @property
    def polls(self) -> int:
        """Return how many are made while they are watched."""
        return max(1, round(self.seconds / self.pause))


@dataclass(frozen=True, slots=True)
class IdleCost:
    """What was found, in seconds of the server's processor time.

    Attributes:
        polls: How many were made.
        each: What each cost.
        busy: What each cost after the office had written about customers of others.
        own: The part of it that its own process had taken when the answer was there; 0 where this
            system does not tell.
        bare: What a connection costs that asks for nothing but ``1``.
        calm: The server's cost per second while nobody asks.
    """

    polls: int
    each: float
    busy: float
    own: float
    bare: float
    calm: float

    def text(self, plan: IdlePlan) -> str:
        """Return it in a few words."""
        share = self.each / plan.pause
        own = f", {milliseconds(self.own)} of it until the answer" if self.own else ""
        return (
            f"{plan.laptops} idle laptops, each every {plan.every:.0f} s: {share:.1%} of a core, at"
            f" most {plan.most:.0%} ({self.polls} polls, {milliseconds(self.each)} of the server"
            f" each{own}); where others' rows changed meanwhile: {self.busy / plan.pause:.1%};"
            f" bare connections: {self.bare / plan.pause:.1%}; nobody at all: {self.calm:.1%}"
        )


@dataclass(frozen=True, slots=True)
class _Idle:
    """A laptop that has read everything."""

    address: PostgresqlServer
    said: Said

    def poll(self, taken: list[float] | None = None) -> None:
        """Poll, and note the seconds that the connection's own process had taken by then."""
        link = ServerLink(self.address)
        with closing(PostgresTransport(link)) as transport:
            if transport.greet(self.said).has_news:
                raise RuntimeError("an idle laptop was told of news")
            if taken is not None:
                taken.append(_taken(link.connection().info.backend_pid))


def measure_idle(company: FieldCompany, plan: IdlePlan) -> IdleCost:
    """Let laptops poll that have read everything, each at its pace."""
    laptops = [
        _Idle(company.login_address(number), company.registered(number))
        for number in range(min(plan.laptops, company.seller_count - 1))
    ]
    for laptop in laptops:
        laptop.poll()  # the first one of each finds cold caches, and stores what it says
    calm = _cost(company, partial(time.sleep, _CALM_SECONDS)) / _CALM_SECONDS
    each, own = _watched(company, plan, laptops)
    company.write_elsewhere()
    busy, _ = _watched(company, plan, laptops)
    many = max(1, plan.polls // 4)
    bare = _cost(company, partial(_in_turn, plan, [partial(_ask_for_one, company)] * many))
    return IdleCost(plan.polls, each, busy, own, bare / many, calm)


def _watched(
    company: FieldCompany, plan: IdlePlan, laptops: Sequence[_Idle]
) -> tuple[float, float]:
    """Return what a poll costs, and the part of it that its own process had taken."""
    taken: list[float] = []
    cost = 0.0
    for first in range(0, plan.polls, len(laptops)):
        acts = [partial(one.poll, taken) for one in laptops[: plan.polls - first]]
        company.pass_a_minute()
        cost += _cost(company, partial(_in_turn, plan, acts))
    return cost / plan.polls, sum(taken) / plan.polls


def _in_turn(plan: IdlePlan, acts: Sequence[Callable[[], object]]) -> None:
    """Do one after the other, as far apart as so many laptops poll."""
    began = time.perf_counter()
    for number, act in enumerate(acts):
        time.sleep(max(0.0, began + number * plan.pause - time.perf_counter()))
        act()


def _cost(company: FieldCompany, act: Callable[[], object]) -> float:
    """Return the server's processor time in seconds while something is done."""
    time.sleep(_ENDING_SECONDS)
    before = company.cpu()
    act()
    time.sleep(_ENDING_SECONDS)
    return company.cpu() - before


def _ask_for_one(company: FieldCompany) -> None:
    with psycopg.connect(company.libpq_url, autocommit=True) as connection:
        connection.execute("SELECT 1")


def _taken(process: int) -> float:
    """Return a process's own time to the nanosecond, where the system tells it."""
    with suppress(OSError):
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / _NANOSECONDS
    return 0.0
