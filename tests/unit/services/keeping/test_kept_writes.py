"""What a server does not take is kept and goes there in order; nothing holds up the rest."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cockpit.domain.errors import (
    BadInputError,
    DatabaseBusyError,
    DatabaseError,
    ServerAwayError,
    ServerOtherVersionError,
    ServerRefusedError,
    StorageFullError,
    TransactionUndoneError,
)
from cockpit.domain.kept_writes import KeptKind, Settled
from cockpit.domain.weather import WeatherState, state_after
from tests.support.weather_fakes import FakeServer, a_write


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FakeServer]:
    made = FakeServer(tmp_path)
    yield made
    made.file.close()


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (ServerAwayError("server_missing"), WeatherState.AWAY),
        (ServerRefusedError("server_password"), WeatherState.REFUSED),
        (ServerOtherVersionError("database_newer"), WeatherState.OTHER_VERSION),
        (StorageFullError("server_disk_full"), WeatherState.SLOW),
        (DatabaseBusyError("server_slow"), WeatherState.SLOW),
        (StorageFullError("disk_full"), None),
        (DatabaseError("server_no_permission"), None),
        (BadInputError("date_past"), None),
    ],
)
def test_an_error_is_the_servers_weather_or_not(
    server: FakeServer, error: Exception, state: WeatherState | None
) -> None:
    assert state_after(error) is state
    server.error, write = error, a_write()
    if state is None:
        with pytest.raises(type(error)):
            server.attempt(write)
        assert not server.kept.waiting()
    else:
        assert server.attempt(write) == "later"
        assert server.board.present.state is state
        assert [one.key for one in server.kept.waiting()] == [write.key]


def test_what_waits_goes_before_what_comes_after(server: FakeServer) -> None:
    first, second, third = (a_write(str(number), number) for number in range(3))
    server.error = DatabaseBusyError("server_slow")
    assert [server.attempt(one) for one in (first, second)] == ["later", "later"]
    server.error = None
    assert server.attempt(third) == "now"
    assert server.stored == [first.key, second.key, third.key]


def test_a_new_write_waits_behind_those_that_still_cannot_go(server: FakeServer) -> None:
    first, second = a_write("um"), a_write("dois", 1)
    server.error = ServerAwayError("server_missing")
    server.attempt(first)
    server.board.note_answer(0.01)
    assert server.attempt(second) == "later"
    assert [one.words for one in server.kept.waiting()] == ["um", "dois"]


def test_what_the_server_refuses_is_set_aside_with_its_reason(server: FakeServer) -> None:
    bad, good = a_write(), a_write(number=1)
    for one in (bad, good):
        server.kept.keep(one)
    server.errors[bad.key] = BadInputError("note_too_long", limit=20)
    delivered = server.kept.deliver()
    assert (delivered.count, delivered.refused_count, delivered.waiting_count) == (1, 1, 0)
    (refused,) = server.kept.refused()
    assert refused.refusal == BadInputError("note_too_long", limit=20).message

    server.errors.clear()
    assert server.kept.retry().count == 1
    assert server.stored == [good.key, bad.key]


def test_a_fault_of_the_program_holds_up_nobody_and_loses_nothing(
    server: FakeServer, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good = a_write(), a_write(number=1)
    for one in (bad, good):
        server.kept.keep(one)
    server.errors[bad.key] = ZeroDivisionError()
    assert server.kept.deliver().count == 1
    assert [one.key for one in server.kept.refused()] == [bad.key]
    assert "liga na sexta" not in caplog.text
    caplog.clear()


def test_a_deadlock_while_delivering_is_tried_once_more(server: FakeServer) -> None:
    write = a_write()
    server.kept.keep(write)
    tries: list[None] = []

    def take(one: object) -> Settled:
        tries.append(None)
        if len(tries) == 1:
            raise TransactionUndoneError("server_busy")
        return Settled()

    server.kept.deliver_with(dict.fromkeys(KeptKind, take))
    assert server.kept.deliver().count == 1
    assert len(tries) == 2


def test_a_later_value_of_a_preference_takes_the_place_of_the_one_that_waits(
    server: FakeServer,
) -> None:
    first = a_write(kind=KeptKind.PREFERENCE)
    server.kept.keep(first)
    server.kept.keep(replace(first, document='{"a": 2}'))
    assert [one.document for one in server.kept.waiting()] == ['{"a": 2}']
    server.kept.drop(first)  # that one is there no more: the later one stays
    assert len(server.kept.waiting()) == 1
    assert server.kept.contacts_waiting() == 0
    assert server.kept.deliver().count == 0


def test_what_is_kept_is_unreadable_to_others_and_outlives_the_program(
    server: FakeServer, tmp_path: Path
) -> None:
    write = a_write("segredo comercial")
    server.kept.keep(write)
    server.file.close()
    assert b"segredo" not in (tmp_path / "test.kept").read_bytes()
    again = FakeServer(tmp_path)
    assert again.kept.waiting() == (write,)
    assert again.kept.is_lasting
    again.file.close()


def test_without_a_keyring_nothing_is_written_down(tmp_path: Path) -> None:
    server = FakeServer(tmp_path, lambda: None)
    server.kept.keep(a_write())
    assert len(server.kept.waiting()) == 1
    assert not server.kept.is_lasting
    assert list(tmp_path.iterdir()) == []
    server.file.close()


def test_a_file_whose_key_is_lost_is_put_aside(
    server: FakeServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server.kept.keep(a_write())
    server.file.close()
    other = FakeServer(tmp_path, lambda: bytes(32))
    other.kept.keep(a_write("novo"))
    assert [one.words for one in other.kept.waiting()] == ["novo"]
    other.file.close()
    assert len(list(tmp_path.glob("*.unreadable-*"))) == 1
    caplog.clear()
