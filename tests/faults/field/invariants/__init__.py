"""The 18 invariants of the field, each by its number and name."""

from collections.abc import Callable, Iterator, Mapping

from tests.faults.field.evidence import Evidence
from tests.faults.field.invariants import replicas, server, told

Check = Callable[[Evidence], Iterator[str]]

INVARIANTS: Mapping[str, Check] = {
    "1": told.survives_locally,
    "2": told.is_there_once,
    "3": told.nothing_is_invented,
    "4": told.numbers_have_no_gaps,
    "5": told.changes_have_one_outcome,
    "6": replicas.replica_equals_server,
    "7": replicas.nothing_outside_remains,
    "8": replicas.cursor_never_goes_back,
    "9": replicas.nothing_waits,
    "10": replicas.files_are_sound,
    "11": server.one_claim_a_customer,
    "12": server.no_claim_outlives_its_lease,
    "13": replicas.sums_match,
    "14": told.deleted_stays_deleted,
    "15": server.nobody_sees_what_is_not_theirs,
    "16": server.the_trail_verifies,
    "17": told.facts_say_what_was_hashed,
    "18": server.erased_is_nowhere,
}


def violations(evidence: Evidence) -> Iterator[str]:
    """Check them all; each violation is a sentence behind its number."""
    for number, check in INVARIANTS.items():
        for sentence in check(evidence):
            yield f"{number}: {sentence}"
