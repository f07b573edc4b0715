"""A run of ordinary synchronisations is one line of the log."""

from datetime import UTC

from cockpit.domain.field_log import folded
from tests.support.sync_fakes import make_line


def test_what_only_came_and_went_is_one_line_a_day() -> None:
    lines = [
        make_line("synced", 1, sent=2),
        make_line("synced", 2, sent=1, received=5),
        make_line("synced", 3, sent=1, entered=1),
        make_line("decided", 4, choice="mine"),
        make_line("synced", 5, gone=3),
        make_line("synced", 60 * 24, received=1),
    ]
    assert [(one.kind, one.detail) for one in folded(lines, UTC)] == [
        ("synced", {"times": 2, "received": 5, "sent": 3}),
        ("synced", {"sent": 1, "entered": 1}),
        ("decided", {"choice": "mine"}),
        ("synced", {"gone": 3}),
        ("synced", {"received": 1}),
    ]
    assert folded(lines, UTC)[0].noted_at == lines[0].noted_at
