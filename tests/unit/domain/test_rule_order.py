"""The order of a rule's versions in its history."""

from datetime import UTC, datetime
from uuid import uuid4

from cockpit.domain.rules import RuleKind, RuleVersion, newest_first


def version(subject: str, number: int, day: int) -> RuleVersion:
    at = datetime(2026, 3, day, 12, tzinfo=UTC)
    return RuleVersion(uuid4(), RuleKind.CADENCE, subject, number, {}, "", at, "")


def order(*versions: RuleVersion) -> list[tuple[str, int]]:
    return [(one.subject, one.version) for one in newest_first(versions)]


def test_subjects_are_ordered_by_moments() -> None:
    assert order(version("a", 1, 1), version("b", 1, 2), version("a", 2, 3)) == [
        ("a", 2), ("b", 1), ("a", 1),
    ]  # fmt: skip


def test_a_first_version_of_a_later_day_stays_below_the_second() -> None:
    factory, second, other = version("a", 1, 30), version("a", 2, 2), version("b", 1, 9)
    assert order(factory, second, other) == [("b", 1), ("a", 2), ("a", 1)]
