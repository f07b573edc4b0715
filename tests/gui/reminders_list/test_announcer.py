"""What the desktop is told of reminders, how often, and what of it is stored."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from cockpit.domain.agenda import Reminder
from cockpit.domain.announcements import Manner
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import AppointmentKind, ReminderState
from cockpit.services.ports import Popup
from cockpit.ui.reminders_list.announcer import Announcer
from tests.support.ui_data import UiWorld

DUE = datetime(2022, 3, 22, 11, tzinfo=UTC)  # eight in São Paulo, today
NAMES = ("Agro Box", "Atlymb Tecnologia", "Cerâmica Jatobá", "Metal Sul", "Ótica Boa Vista")


class Time:
    """A clock that only moves when a test says so."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def announcer(world: UiWorld, time: Time) -> Iterator[Announcer]:
    made = Announcer(world.ctx, seconds=time)
    yield made
    made.deleteLater()


def raised(world: UiWorld, count: int, **changes: object) -> list[Reminder]:
    """Return reminders that were claimed for this user, as the clock hands them over."""
    found = []
    for number in range(count):
        due_at = DUE + timedelta(minutes=number)
        one = world.database.reminders.arm(due_at, NAMES[number % len(NAMES)])
        one = replace(one, state=ReminderState.RAISED, **changes)  # type: ignore[arg-type]
        world.database.reminders.reminders[one.reminder_id] = one
        world.database.reminders.unshown.add(one.reminder_id)
        found.append(one)
    return found


def shown(world: UiWorld) -> list[tuple[str, str]]:
    return [(one.title, one.body) for one in world.notifier.shown]


def test_one_is_told_by_its_name_and_time_and_is_stored_as_shown(
    world: UiWorld, announcer: Announcer
) -> None:
    (one,) = raised(world, 1)
    announcer.announce([one])
    assert shown(world) == [("Agro Box", "Retorno: 08:00")]
    assert world.notifier.shown[0].reminder_ids == (one.reminder_id,)
    assert world.database.reminders.unshown == set()


def test_up_to_three_are_told_one_by_one_and_more_as_one(
    world: UiWorld, announcer: Announcer, time: Time
) -> None:
    announcer.announce(raised(world, 3))
    assert [title for title, _ in shown(world)] == list(NAMES[:3])
    world.notifier.shown.clear()
    time.seconds += 3600
    burst = raised(world, 7)
    announcer.announce(burst)
    names = "Agro Box, Atlymb Tecnologia, Cerâmica Jatobá"
    assert shown(world) == [("7 retornos agora", f"{names} e mais 2")]
    assert len(world.notifier.shown[0].reminder_ids) == 7
    assert world.database.reminders.unshown == set()


def test_nobodys_name_is_shown_to_who_hides_it_nor_on_a_locked_screen(
    world: UiWorld, announcer: Announcer, time: Time
) -> None:
    announcer.announce(raised(world, 1))
    discreet = world.notifier.shown[0].discreet
    assert discreet is not None
    assert (discreet.title, discreet.body) == ("Retorno agora", "Retorno: 08:00")
    world.reminder_clock.quiet.set_manner(Manner(names_customers=False, has_sound=False))
    time.seconds += 3600
    announcer.announce(raised(world, 1))
    time.seconds += 3600
    announcer.announce(raised(world, 5))
    hidden = world.notifier.shown[1:]
    assert [one.title for one in hidden] == ["Retorno agora", "5 retornos agora"]
    assert hidden[1].body == "Abra o Giro para ver com quem."
    assert all(one.discreet is None and not one.has_sound for one in hidden)
    assert not any(name in one.title + one.body for one in hidden for name in NAMES)


def test_neither_number_nor_note_ever_leaves_the_window(
    world: UiWorld, announcer: Announcer
) -> None:
    announcer.announce(raised(world, 1, phone="(11) 98765-4321", note="Tabela nova"))
    (popup,) = world.notifier.shown
    assert "98765" not in popup.title + popup.body
    assert "Tabela" not in popup.title + popup.body


@pytest.mark.parametrize(
    ("changes", "body"),
    [
        ({"kind": AppointmentKind.APPOINTMENT}, "Compromisso: 08:00"),
        ({"has_time": False, "kind": AppointmentKind.FOLLOW_UP}, "Acompanhamento: hoje"),
        (
            {"deadline": DUE + timedelta(hours=3)},
            "Retorno: 08:00\nresponder até 11:00",
        ),
        (
            {"owner_name": "Bia", "is_escalated": True},
            "Retorno: 08:00\nde Bia, que não respondeu",
        ),
        ({"is_escalated": True}, "Retorno: 08:00\na equipe também foi avisada"),
        (
            {"owner_name": "Bia", "kind": AppointmentKind.TEAM_CALLBACK},
            "Retorno da equipe: 08:00\nde Bia",
        ),
        ({"due_at": DUE - timedelta(days=1)}, "Retorno: seg 21/03/2022 08:00"),
    ],
)
def test_it_says_what_it_is_whose_it_is_and_by_when_they_wait(
    world: UiWorld, announcer: Announcer, changes: dict[str, object], body: str
) -> None:
    announcer.announce(raised(world, 1, **changes))
    assert shown(world) == [("Agro Box", body)]


def test_what_comes_within_a_minute_joins_the_others_where_they_would_be_too_many(
    world: UiWorld, announcer: Announcer, time: Time
) -> None:
    first = raised(world, 3)
    announcer.announce(first)
    time.seconds += 20
    (last,) = raised(world, 1)
    announcer.announce([last])
    together = world.notifier.shown[-1]
    assert together.title == "4 retornos agora"
    assert set(together.reminder_ids) == {one.reminder_id for one in (*first, last)}
    assert not together.has_sound
    time.seconds += 61
    announcer.announce(raised(world, 1))
    assert world.notifier.shown[-1].title == "Agro Box"
    assert world.notifier.shown[-1].has_sound


def test_what_was_answered_does_not_join_the_next(
    world: UiWorld, announcer: Announcer, time: Time
) -> None:
    first = raised(world, 3)
    announcer.announce(first)
    announcer.forget(frozenset(one.reminder_id for one in first))
    announcer.announce(raised(world, 1))
    assert world.notifier.shown[-1].title == "Agro Box"


def test_five_thousand_in_a_minute_leave_one_notification_standing(
    world: UiWorld, announcer: Announcer, time: Time
) -> None:
    for _ in range(50):
        announcer.announce(raised(world, 100))
        time.seconds += 1
    assert len(world.notifier.shown) == 50
    last = world.notifier.shown[-1]
    assert last.title == "5000 retornos agora"
    assert all(set(one.reminder_ids) <= set(last.reminder_ids) for one in world.notifier.shown)
    assert sum(one.has_sound for one in world.notifier.shown) == 1
    assert world.database.reminders.unshown == set()


def test_what_was_shown_and_could_not_be_stored_is_stored_later_and_not_shown_again(
    world: UiWorld, announcer: Announcer
) -> None:
    (one,) = raised(world, 1)
    announcer.announce([one])
    world.database.reminders.unshown.add(one.reminder_id)  # the commit never came
    announcer.announce([one])
    assert len(world.notifier.shown) == 1
    assert world.database.reminders.unshown == set()
    announcer.announce([replace(one, round=1)])
    assert len(world.notifier.shown) == 2


def test_nothing_is_stored_as_shown_before_the_desktop_answered(
    world: UiWorld, announcer: Announcer, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Callable[[bool], None]] = []

    def hold(_popup: Popup, then: Callable[[bool], None]) -> None:
        answers.append(then)

    monkeypatch.setattr(world.notifier, "notify", hold)
    (one,) = raised(world, 1)
    announcer.announce([one])
    assert world.database.reminders.unshown == {one.reminder_id}
    answers[0](False)  # no desktop: the window's list shows it
    assert world.database.reminders.unshown == set()


def test_without_any_desktop_the_windows_list_is_all_there_is(qapp: QApplication) -> None:
    world = UiWorld(qapp)
    announcer = Announcer(replace(world.ctx, notifier=None))
    announcer.announce(raised(world, 2))
    assert world.database.reminders.unshown == set()
    world.close()


def test_the_answers_of_the_desktop_are_stored(world: UiWorld, announcer: Announcer) -> None:
    first, second = raised(world, 2)
    announcer.announce([first, second])
    announcer.snooze([first.reminder_id])
    announcer.finish([second.reminder_id])
    stored = world.database.reminders.reminders
    assert stored[first.reminder_id].state is ReminderState.SNOOZED
    wait = stored[first.reminder_id].remind_at - world.clock.now()
    assert abs(wait - timedelta(minutes=15)) < timedelta(seconds=30)
    assert stored[second.reminder_id].state is ReminderState.DONE
    assert announcer.reminder(first.reminder_id) == first
    assert announcer.reminder(new_id()) is None
