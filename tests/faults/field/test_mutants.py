"""Programs with one thing wrong: a single fault shows each of them by an invariant's number.

By chance they are found out too: ``python -m tests.faults --field --mutants``.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from cockpit.domain.sync import SyncEnd
from cockpit.sync import selects
from tests.faults.field.finding import FINDINGS
from tests.faults.field.mutants import MUTANTS
from tests.faults.field.small_field import SmallField
from tests.support.cutting_proxy import Fault

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(sys.platform == "win32", reason="the cable leads to a socket of Unix"),
]
_OWE = text(
    "INSERT INTO receivables (id, customer_id, number, due_on, amount_cents, paid_cents)"
    " VALUES (gen_random_uuid(), :key, :number, '2026-03-01', 100, 0)"
)


def slow_import(field: SmallField, _: Path) -> None:
    """An import stays open while another one ends, and the laptop reads in between."""
    held = field.add("ana", field.customers[:3])
    held.settle()
    with field.team.superuser.connect() as slow:
        slow.execute(_OWE, {"key": field.customers[0], "number": "lento"})
        with field.team.superuser.begin() as quick:
            quick.execute(_OWE, {"key": field.customers[1], "number": "rápido"})
        held.seller.log(field.customers[2])
        held.synchronise()
        slow.commit()
    held.settle()


def answer_lost(field: SmallField, _: Path) -> None:
    """The server takes what is sent, and nobody is told."""
    _once(field, Fault.UNANSWERED)


def delivery_lost(field: SmallField, _: Path) -> None:
    """What is sent never reaches the server."""
    _once(field, Fault.LOST)


def _once(field: SmallField, fault: Fault) -> None:
    cable = field.through_cable()
    held = field.add("ana", field.customers[:3])
    held.settle()
    held.seller.log(field.customers[0])
    held.seller.wish(field.customers[1])
    cable.fault_of = lambda: fault
    assert held.synchronise().end is SyncEnd.AWAY
    cable.fault_of = lambda: Fault.NONE
    held.settle()


def set_back(field: SmallField, folder: Path) -> None:
    """The server is put back to a copy, without what was sent since."""
    held = field.add("ana", field.customers[:3])
    held.settle()
    field.dump(folder / "dump")
    held.seller.log(field.customers[0])
    held.settle()
    field.restore(folder / "dump")
    held.settle()


_SHOWN_BY: dict[str, tuple[Callable[[SmallField, Path], None], str]] = {
    "newest_row_as_cursor": (slow_import, "13"),
    "no_idempotency": (answer_lost, "2"),
    "ack_before_commit": (delivery_lost, "2"),
    "no_epoch": (set_back, "2"),
}


@pytest.fixture
def patch() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as made:
        yield made
    for kept in (selects.changed, selects.entered, selects.everything):
        kept.cache_clear()


@pytest.mark.parametrize("mutant", sorted(MUTANTS))
def test_a_mutant_is_found_out(
    mutant: str, field: SmallField, tmp_path: Path, patch: pytest.MonkeyPatch
) -> None:
    happens, number = _SHOWN_BY[mutant]
    MUTANTS[mutant](patch.setattr)
    happens(field, tmp_path)
    assert number in {one.partition(":")[0] for one in field.violations()}


@pytest.mark.parametrize("mutant", sorted(MUTANTS))
def test_the_program_itself_is_not(mutant: str, field: SmallField, tmp_path: Path) -> None:
    happens, _ = _SHOWN_BY[mutant]
    happens(field, tmp_path)
    assert field.violations() == []


def test_each_mutant_has_a_fault_and_a_day_that_show_it() -> None:
    assert FINDINGS.keys() == MUTANTS.keys() == _SHOWN_BY.keys()
