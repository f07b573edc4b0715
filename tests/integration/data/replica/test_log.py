"""What lasts is one line with its end, and nothing in the log is ordered by a clock."""

from datetime import timedelta

from tests.integration.data.replica.conftest import NOW, Laptop, later


def lines(laptop: Laptop) -> list[str]:
    return [kind for (kind,) in laptop.raw("SELECT kind FROM sync_log ORDER BY rowid")]


def test_a_server_that_is_away_is_told_once_until_it_is_back(laptop: Laptop) -> None:
    for day in (0, 1, 2):
        laptop.store.note("away", at=later(day))
    assert lines(laptop) == ["away"]
    laptop.at = later(3)
    laptop.greet()
    laptop.greet()
    (detail,) = laptop.raw("SELECT json_extract(detail, '$.until') FROM sync_log")
    assert detail[0].startswith(f"{later(3):%Y-%m-%d}")
    laptop.store.note("away", at=later(4))
    assert lines(laptop) == ["away", "away"]


def test_an_old_program_is_told_once_however_often_it_comes(laptop: Laptop) -> None:
    for _ in range(3):
        laptop.greet()
        laptop.store.note("update_first", at=NOW)
    assert lines(laptop) == ["update_first"]


def test_a_clock_that_is_far_off_is_told_once(laptop: Laptop) -> None:
    laptop.at = NOW + timedelta(days=3650)
    for _ in range(3):
        laptop.greet(present=NOW)
    laptop.at = NOW
    laptop.greet()
    laptop.greet(present=NOW + timedelta(minutes=9))
    (found,) = laptop.raw("SELECT kind, json_extract(detail, '$.minutes') FROM sync_log")
    assert found == ("clock", 3650 * 24 * 60)


def test_the_newest_thousand_stay_whatever_the_clock_said(laptop: Laptop) -> None:
    laptop.store.note("ahead", at=later(3650))
    for number in range(1_000):
        laptop.store.note("synced", at=NOW, sent=number + 1)
    assert lines(laptop) == ["synced"] * 1_000
