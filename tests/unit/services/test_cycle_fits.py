"""When new parameters are due, and that a fit that was stopped leaves nothing behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

import pytest

from cockpit.domain.clock import AsOfClock
from cockpit.domain.cycle_fit import CycleFit, FitFigures
from cockpit.domain.errors import CancelledError
from cockpit.services.cycle_fits import FitService

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)
FIT = CycleFit(None, NOW, None, NOW.date(), 100, False, "k-grid/1", {}, FitFigures(log_loss=0.40))


@dataclass
class LiveClock:
    """The machine's clock, as a test sets it."""

    at: datetime = NOW
    known_at: datetime | None = None

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.date()


@dataclass
class World:
    """A database, an analyst and a clock in one; what they do is noted.

    Attributes:
        loss: What the analyst says of the last 90 days.
        done: What was written, in order.
    """

    clock: Any = field(default_factory=LiveClock)
    fit: CycleFit | None = FIT
    buyers: int = 100
    loss: float | None = 0.40
    done: list[str] = field(default_factory=list)

    @property
    def service(self) -> FitService:
        return FitService(cast("Any", self), cast("Any", self))

    # --- the database and its units
    @property
    def database(self) -> "World":
        return self

    @contextmanager
    def read(self) -> Iterator["World"]:
        yield self

    write = read

    @property
    def metrics(self) -> "World":
        return self

    @property
    def fits(self) -> "World":
        return self

    def in_force(self, *, at: datetime) -> CycleFit | None:
        return self.fit if self.fit and self.fit.fitted_at <= at else None

    def buyer_count(self) -> int:
        return self.buyers

    # --- states and metrics
    def material(self, unit: object) -> tuple[None, None]:
        return None, None

    def everyone(self, unit: object) -> Any:
        return type("State", (), {"statistics": None, "standing": None, "as_of": NOW.date()})

    def adopt(self, fit: CycleFit) -> CycleFit:
        self.done.append("adopt")
        return fit

    # --- the analyst
    @property
    def analyst(self) -> "World":
        return self

    def log_loss(self, *_columns: object, as_of: date) -> float | None:
        return self.loss


class Fitting:
    """An analyst who asks now and then whether to go on."""

    def fit(self, *_columns: object, is_cancelled: Any, **_when: object) -> CycleFit:
        if is_cancelled():
            raise CancelledError
        return FIT

    def log_loss(self, *_columns: object, as_of: date) -> float:
        return 0.40


class FittingWorld(World):
    """A world whose analyst fits."""

    @property
    def analyst(self) -> Any:
        return Fitting()


def test_a_fresh_fit_that_predicts_as_it_used_to_is_not_due() -> None:
    assert not World().service.is_due()


def test_without_parameters_a_fit_is_due() -> None:
    assert World(fit=None).service.is_due()


@pytest.mark.parametrize(("days", "is_due"), [(6, False), (7, False), (8, True), (-1, True)])
def test_a_fit_is_due_after_a_week_or_when_it_is_of_a_day_to_come(days: int, is_due: bool) -> None:
    assert World(clock=LiveClock(NOW + timedelta(days=days))).service.is_due() is is_due


@pytest.mark.parametrize(
    ("before", "now", "is_due"),
    [
        (0.40, 0.43, False),
        (0.40, 0.45, True),
        (0.05, 0.058, False),
        (0.05, 0.061, True),
        (0.40, None, False),
        (None, 0.9, False),
    ],
)
def test_a_fit_is_due_when_it_predicts_clearly_worse_than_it_used_to(
    before: float | None, now: float | None, is_due: bool
) -> None:
    fit = replace(FIT, figures=FitFigures(log_loss=before))
    assert World(fit=fit, loss=now).service.is_due() is is_due


@pytest.mark.parametrize(("buyers", "is_due"), [(200, False), (201, True)])
def test_a_fit_is_due_when_the_portfolio_has_doubled(buyers: int, is_due: bool) -> None:
    world = FittingWorld(buyers=buyers)
    assert world.service.is_due() is is_due
    assert world.service.fit_first() is is_due
    assert bool(world.done) is is_due


def test_a_past_day_needs_no_fit() -> None:
    assert not World(fit=None, clock=AsOfClock(NOW.date())).service.is_due()


def test_new_parameters_judge_everybody_anew() -> None:
    world = FittingWorld(fit=None)
    assert world.service.refit() == FIT
    assert world.done == ["adopt"]


def test_a_fit_that_was_stopped_leaves_nothing() -> None:
    world = FittingWorld()
    with pytest.raises(CancelledError):
        world.service.refit(is_cancelled=lambda: True)
    assert world.done == []
