"""By which days the programs with one thing wrong are found out."""

from collections.abc import Mapping
from dataclasses import replace

from tests.faults.finding_out import Finding
from tests.faults.harness import Plan

_SHORT = Plan(seed=5, seconds=10, operators=3)
_LOSSY = replace(_SHORT, commit_faults=0.4, kill_share=10)

FINDINGS: Mapping[str, Finding] = {
    "no_keys": Finding(_LOSSY, frozenset({"2"})),
    "ack_before_commit": Finding(_LOSSY, frozenset({"1"})),
    "no_fence": Finding(
        replace(_SHORT, seconds=20, operators=4, kill_share=0, long_calls=0.5), frozenset({"11"})
    ),
    "no_watchdog": Finding(replace(_SHORT, kill_share=0, freeze_share=30), frozenset({"9"})),
}
