"""A simulated team over the true table of reminders: each is told once, and in time.

The whole proof, 400 days of 20 people, is ``python scripts/simulate_reminders.py``.
"""

import pytest

from scripts.simulate_reminders import MUTANTS, simulate

DAYS, PEOPLE, TROUBLE = 6, 6, 10


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_lost_late_early_or_doubled(seed: int) -> None:
    watch = simulate(DAYS, PEOPLE, seed, trouble=TROUBLE)
    assert watch.faults == []
    assert watch.counts["possible"] > DAYS * PEOPLE
    assert watch.counts["escalated"] > 0


@pytest.mark.timeout(300)
@pytest.mark.parametrize("mutant", sorted(MUTANTS))
def test_a_program_that_is_broken_on_purpose_is_noticed(mutant: str) -> None:
    # Who is killed all the time does not live to tell a thing twice.
    trouble = 1 if mutant == "no deduplication" else TROUBLE
    assert simulate(DAYS, PEOPLE, 1, mutant=mutant, trouble=trouble).faults
