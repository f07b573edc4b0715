"""By which days the laptops' programs with one thing wrong are found out."""

from collections.abc import Mapping
from dataclasses import replace

from tests.faults.field.plan import Plan
from tests.faults.finding_out import Finding

_SHORT = Plan(seed=5, seconds=12, laptops=3, customers=12)

FINDINGS: Mapping[str, Finding] = {
    "newest_row_as_cursor": Finding(
        replace(_SHORT, is_calm=True, push_faults=0, moves=False), frozenset({"6", "13"})
    ),
    "no_idempotency": Finding(replace(_SHORT, is_calm=True, push_faults=0.5), frozenset({"2"})),
    "ack_before_commit": Finding(
        replace(_SHORT, is_calm=True, push_faults=0.4), frozenset({"1", "2", "5"})
    ),
    "no_epoch": Finding(replace(_SHORT, is_calm=True, restores=1), frozenset({"2", "6"})),
}
