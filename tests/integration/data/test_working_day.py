"""Working time on both engines: two machines, kills, sleep, forgotten ends, corrections."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cockpit.data.database import SqlDatabase
from cockpit.data.engine import Engines
from cockpit.data.identity import ensure_identity
from cockpit.data.repositories import working_days
from cockpit.domain.day_record import SILENCE, CorrectionDraft
from cockpit.domain.errors import BadInputError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import BreakKind
from cockpit.domain.working_day import LONGEST_PAUSE
from cockpit.services.working_day import WorkingDayService
from tests.integration.data.conftest import World
from tests.support.runtime_fakes import START, FakeTime

MINUTE = 60
#: The server's clock is so far ahead of the programs'.
AHEAD = timedelta(minutes=7)
_numbers = count()


@pytest.fixture(autouse=True)
def stored_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the stored clock follow the test's, a little ahead on both engines."""
    monkeypatch.setattr(working_days, "ahead", lambda _connection, _at: AHEAD)


@dataclass
class Person:
    """Somebody with two machines, whose clocks only the test moves."""

    time: FakeTime
    machines: list[WorkingDayService] = field(default_factory=list)

    @classmethod
    def of(cls, engines: Engines, login: str = "") -> "Person":
        login = login or f"p{next(_numbers)}"
        person = cls(FakeTime())
        for machine in ("pc-1", "pc-2"):
            user = ensure_identity(engines, login=login, machine=f"{login}-{machine}")
            database = SqlDatabase(engines, user.user_id)
            person.machines.append(WorkingDayService(database, person.time, user))
        return person

    def work(self, minutes: int, *machines: int) -> None:
        """Let minutes pass, in which these machines give signs of life."""
        for _ in range(minutes):
            self.time.pass_by(MINUTE)
            for one in machines or (0,):
                self.machines[one].beat()

    def sleep(self, minutes: int) -> None:
        """Let minutes pass without a sign of life."""
        self.time.pass_by(minutes * MINUTE)

    def do(self, name: str, machine: int) -> None:
        """Do something at one machine."""
        service = self.machines[machine]
        if name == "meal":
            service.pause(BreakKind.MEAL)
        else:
            getattr(service, name)()

    def worked(self, machine: int = 0) -> int:
        today = self.machines[machine].today()
        return round(today.work.worked(self.time.now()).total_seconds() / MINUTE)


@pytest.fixture
def ana(world: World) -> Person:
    return Person.of(world.engines, "ana-2")


def test_the_day_begins_once_and_counts_to_its_end(ana: Person):
    pc = ana.machines[0]
    assert pc.begin().is_open_here
    ana.work(20)
    pc.begin()
    ana.work(20)
    pc.end()
    ana.sleep(60)
    assert ana.worked() == 40


def test_a_killed_program_leaves_a_day_that_ends_with_its_last_sign_of_life(ana: Person):
    ana.machines[0].begin()
    ana.work(30)
    ana.sleep(90)
    assert not ana.machines[1].today().work.is_open
    assert ana.worked() == 30
    ana.machines[0].begin()
    ana.work(10)
    assert ana.worked() == 40


def test_a_quick_start_after_a_kill_goes_on_with_the_same_stretch(ana: Person):
    ana.machines[0].begin()
    ana.work(30)
    ana.sleep(3)
    assert ana.machines[0].begin().work.stretches[0][1] is None
    assert ana.worked() == 33


def test_two_machines_make_one_day_and_one_of_them_may_close(ana: Person):
    first, second = ana.machines
    first.begin()
    ana.work(10, 0)
    second.begin()
    ana.work(10, 0, 1)
    first.leave()
    ana.work(10, 1)
    assert (ana.worked(0), ana.worked(1)) == (30, 30)
    assert not first.end().work.is_open
    assert not second.today().is_open_here


def test_a_break_begun_at_one_machine_ends_at_the_other(ana: Person):
    first, second = ana.machines
    first.begin()
    ana.work(60)
    first.pause(BreakKind.MEAL)
    ana.work(20)
    assert second.pause(BreakKind.REST).work.pause.kind is BreakKind.MEAL
    assert second.resume().work.pause is None
    ana.work(10, 0, 1)
    assert ana.worked() == 70


def test_a_machine_may_sleep_or_be_switched_off_during_a_break(ana: Person):
    pc = ana.machines[0]
    pc.begin()
    ana.work(60)
    pc.pause(BreakKind.MEAL)
    pc.leave()
    ana.sleep(25)
    assert pc.today().work.pause is not None
    pc.resume()
    ana.work(5)
    assert ana.worked() == 65


def test_who_does_not_come_back_from_a_break_ended_the_day_with_it(ana: Person):
    pc = ana.machines[0]
    pc.begin()
    ana.work(60)
    pc.pause(BreakKind.MEAL)
    ana.sleep(round(LONGEST_PAUSE.total_seconds() / MINUTE) + 1)
    assert not pc.today().work.is_open
    assert ana.worked() == 60


def test_nobody_at_the_program_ends_the_stretch_when_somebody_last_was(ana: Person):
    pc = ana.machines[0]
    pc.begin()
    ana.work(10)
    last = ana.time.now()
    ana.work(30)
    pc.lapse(last)
    assert ana.worked() == 10


def test_a_call_that_outlasts_silence_begins_its_own_stretch(ana: Person):
    pc = ana.machines[0]
    pc.begin()
    ana.work(10)
    began = ana.time.now()
    ana.sleep(40)
    pc.begin(since=began)
    assert ana.worked() == 50


def test_resuming_without_a_break_begins_no_work(ana: Person):
    assert not ana.machines[0].resume().work.stretches


def test_a_colleagues_time_is_not_told(world: World, ana: Person):
    ana.machines[0].begin()
    other = Person.of(world.engines)
    assert not other.machines[0].today().work.stretches
    assert other.machines[0].record(date(2026, 3, 2), date(2026, 3, 2))[0].spans == ()


def test_a_correction_counts_everywhere_and_what_was_recorded_stays(world: World, ana: Person):
    pc = ana.machines[0]
    pc.begin()
    ana.work(60)
    pc.end()
    [record] = pc.record(date(2026, 3, 2), date(2026, 3, 2))
    [span] = record.spans
    earlier = span.started_at - timedelta(minutes=30)
    pc.correct(CorrectionDraft(span.span_id, None, earlier, span.ended_at, "comecei no papel"))
    [record] = ana.machines[1].record(date(2026, 3, 2), date(2026, 3, 2))
    assert record.worked == timedelta(minutes=90)
    assert (record.spans[0].is_corrected, record.spans[0].reason) == (True, "comecei no papel")
    assert ana.worked() == 90
    assert len(world.all_rows("work_sessions")) == 1


def test_a_correction_without_a_reason_is_refused_and_nothing_stored(world: World, ana: Person):
    now = ana.time.now()
    bare = CorrectionDraft(new_id(), BreakKind.REST, now - timedelta(minutes=9), now, " ")
    with pytest.raises(BadInputError):
        ana.machines[0].correct(bare)
    assert world.all_rows("work_corrections") == []


def test_the_record_has_the_calls_of_the_day_with_their_length(world: World, acme: UUID):
    time = FakeTime()
    days = WorkingDayService(world.database, time, world.user)
    for seconds in (60, 120):
        world.log(world.draft(acme, occurred_at=START, duration_seconds=seconds))
    [record] = days.record(date(2026, 3, 2), date(2026, 3, 2))
    assert [(one.customer_name, one.seconds) for one in record.calls] == [
        ("Acme", 60), ("Acme", 120),
    ]  # fmt: skip
    assert record.mean_call == timedelta(seconds=90)


@dataclass
class Book:
    """What a careful clerk would have written down, in minutes; knows nothing of tables.

    Attributes:
        open: When each machine's stretch began.
        seen: When each machine was last heard of.
        worked: The minutes of each ended stretch.
        meals: The minutes of ended breaks.
        pause: Since when, and at which machine, a break goes on.
    """

    open: dict[int, int] = field(default_factory=dict)
    seen: dict[int, int] = field(default_factory=dict)
    worked: set[int] = field(default_factory=set)
    meals: set[int] = field(default_factory=set)
    pause: tuple[int, int] | None = None

    def close(self, machine: int, minute: int) -> None:
        if self.pause is not None and self.pause[1] == machine:
            self.meals |= set(range(self.pause[0], minute))
            self.pause = None
        self.worked |= set(range(self.open.pop(machine), minute))

    def forget(self, now: int) -> None:
        for machine in list(self.open):
            is_paused = self.pause is not None and self.pause[1] == machine
            limit = LONGEST_PAUSE if is_paused else SILENCE
            if (now - self.seen[machine]) * MINUTE > limit.total_seconds():
                self.close(machine, self.seen[machine])

    def total(self, now: int) -> int:
        worked, meals = set(self.worked), set(self.meals)
        for began in self.open.values():
            worked |= set(range(began, now))
        if self.pause is not None:
            meals |= set(range(self.pause[0], now))
        return len(worked - meals)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("work"), st.integers(1, 4), st.sampled_from(((0,), (1,), (0, 1)))),
        st.tuples(st.just("sleep"), st.integers(1, 130), st.just(())),
        st.tuples(
            st.sampled_from(("begin", "meal", "resume", "end", "leave", "today")),
            st.sampled_from((0, 1)),
            st.just(()),
        ),
    ),
    max_size=20,
)


@given(steps=STEPS)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_happens_the_record_is_the_clerks(
    world: World, steps: list[tuple[str, int, tuple[int, ...]]]
):
    person, book, now = Person.of(world.engines), Book(), 0
    for name, number, machines in steps:
        if name == "sleep":
            person.sleep(number)
            now += number
        elif name == "work":
            for _ in range(number):
                person.work(1, *machines)
                now += 1
                for machine in machines:
                    _write_down(book, "beat", machine, now)
        else:
            person.do(name, number)
            _write_down(book, name, number, now)
    book.forget(now)
    assert (person.worked(0), person.worked(1)) == (book.total(now),) * 2


def _write_down(book: Book, name: str, machine: int, now: int) -> None:
    """Note one doing in the clerk's book."""
    book.forget(now)
    if name == "today":
        return
    if machine in book.open:
        book.seen[machine] = now
    is_new = name in {"begin", "meal"} or (name == "resume" and book.pause is not None)
    if name == "meal" and book.pause is not None:
        is_new = False
    if is_new and machine not in book.open:
        book.open[machine] = book.seen[machine] = now
    if name == "meal" and book.pause is None:
        book.pause = (now, machine)
    elif name == "resume" and book.pause is not None:
        book.meals |= set(range(book.pause[0], now))
        book.pause = None
    elif name == "end":
        for one in list(book.open):
            book.close(one, now)
    elif name == "leave" and machine in book.open and (book.pause or (0, -1))[1] != machine:
        book.close(machine, now)
