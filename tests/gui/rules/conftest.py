"""The screen's world: fakes of the services, and a clock that stands in no chosen day."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cockpit.ui.context import UiContext
from tests.support.panel_data import HeldTaskRunner
from tests.support.runtime_fakes import FakeTime
from tests.support.ui_data import UiWorld


@pytest.fixture
def ctx(world: UiWorld) -> UiContext:
    """The context of somebody who works today."""
    return replace(world.ctx, clock=FakeTime())


@pytest.fixture
def held(ctx: UiContext) -> Iterator[UiContext]:
    """The same, with a background that answers only when it is told to."""
    runner = HeldTaskRunner()
    yield replace(ctx, runner=runner)
    runner.shutdown()
