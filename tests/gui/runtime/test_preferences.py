from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cockpit.domain.changes import Topic
from cockpit.domain.errors import DatabaseBusyError
from cockpit.domain.formats import Language
from cockpit.runtime.preferences import Preferences
from cockpit.runtime.task_runner import Lane
from cockpit.services.preferences import PreferenceService
from tests.support.immediate_runner import ImmediateTaskRunner
from tests.support.runtime_fakes import USER, FakeDatabase


@pytest.fixture
def service() -> PreferenceService:
    return PreferenceService(FakeDatabase(), USER)


@pytest.fixture
def runner(qapp: object) -> Iterator[ImmediateTaskRunner]:
    runner = ImmediateTaskRunner()
    yield runner
    runner.shutdown()


def test_a_new_user_gets_the_defaults(
    service: PreferenceService, runner: ImmediateTaskRunner
) -> None:
    preferences = Preferences(service, runner, service.load())
    assert preferences.theme == "system"
    assert preferences.language is Language.PORTUGUESE
    assert preferences.value("columns", 7) == 7


def test_what_was_set_is_there_at_the_next_start(
    service: PreferenceService, runner: ImmediateTaskRunner
) -> None:
    preferences = Preferences(service, runner, service.load())
    preferences.theme = "dark"
    preferences.language = Language.ENGLISH
    preferences.set_value("work_list.columns", [1, 2])
    again = Preferences(service, runner, service.load())
    assert again.theme == "dark"
    assert again.language is Language.ENGLISH
    assert again.value("work_list.columns", [0]) == [1, 2]
    assert runner.lanes == [Lane.WRITE] * 3


def test_two_programs_of_one_user_do_not_undo_each_other(
    service: PreferenceService, runner: ImmediateTaskRunner
) -> None:
    office = Preferences(service, runner, service.load())
    laptop = Preferences(service, runner, service.load())
    office.theme = "dark"
    laptop.language = Language.ENGLISH
    assert service.load() == {"theme": "dark", "language": "en"}


def test_a_change_is_told_once_and_an_unchanged_value_not_at_all(
    service: PreferenceService, runner: ImmediateTaskRunner, qtbot: QtBot
) -> None:
    preferences = Preferences(service, runner, {})
    with qtbot.waitSignal(preferences.changed) as blocker:
        preferences.theme = "dark"
    assert blocker.args == ["theme"]
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.theme = "dark"
    assert len(runner.lanes) == 1


@pytest.mark.parametrize("stored", [{"theme": "pink", "language": "xx"}, {"theme": 3}, {}])
def test_a_stored_value_that_makes_no_sense_is_the_default(
    service: PreferenceService, runner: ImmediateTaskRunner, stored: dict[str, object]
) -> None:
    preferences = Preferences(service, runner, stored)
    assert preferences.theme == "system"
    assert preferences.language is Language.PORTUGUESE


def test_a_stored_value_of_another_type_is_the_default(
    service: PreferenceService, runner: ImmediateTaskRunner
) -> None:
    preferences = Preferences(service, runner, {"width": "wide", "name": None})
    assert preferences.value("width", 100) == 100
    assert preferences.value("name", "x") == "x"
    assert preferences.value("width", None) == "wide"


def test_a_value_that_cannot_be_stored_stays_in_force_and_the_trouble_is_told(
    runner: ImmediateTaskRunner, qtbot: QtBot
) -> None:
    database = FakeDatabase(trouble=DatabaseBusyError("database_locked"))
    preferences = Preferences(PreferenceService(database, USER), runner, {})
    with qtbot.waitSignal(runner.failed) as blocker:
        preferences.theme = "dark"
    assert blocker.args == [database.trouble]
    assert preferences.theme == "dark"


def test_storing_tells_views_of_customers_nothing(service: PreferenceService) -> None:
    service.store("theme", "dark")
    assert isinstance(service.database, FakeDatabase)
    (notice,) = service.database.notices
    assert notice.topics == {Topic.SETTINGS}
    assert notice.customer_ids == frozenset()


def test_what_was_stored_elsewhere_is_taken_in_beside_what_was_set_here(
    service: PreferenceService, runner: ImmediateTaskRunner
) -> None:
    kept = {"theme": "light", "language": "en", "draft.1": "meio", "columns": [1]}
    preferences = Preferences(service, runner, kept)
    told: list[str] = []
    preferences.set_value("columns", [2])
    preferences.changed.connect(told.append)
    preferences.catch_up({"theme": "dark", "language": "en", "columns": [3], "width": 4})
    assert (preferences.theme, preferences.value("columns", [0])) == ("dark", [2])
    assert (preferences.value("width", 0), preferences.under("draft.")) == (4, {})
    assert told == ["draft.1", "theme", "width"]
