"""How a row is said by both engines: figures, documents, and the hash of a line."""

import json

from hypothesis import given
from hypothesis import strategies as st

from cockpit.data.server.moving.forms import documents_text, number_of
from cockpit.data.server.moving.proof import Proof, proof_of

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(_JSON)
def test_a_document_means_the_same_however_it_is_spelt(document: object) -> None:
    dense = json.dumps(document, separators=(",", ":"), ensure_ascii=False)
    wide = json.dumps(document, indent=1, sort_keys=True)
    assert documents_text([dense]) == documents_text([wide])


def test_a_figure_in_a_document_is_one_however_it_is_spelt() -> None:
    assert documents_text(["[1e5, 1.0, 1e300]"]) == documents_text([f"[100000, 1, 1{'0' * 300}]"])
    assert documents_text(["1"]) != documents_text(["true"])
    assert documents_text(["null"]) != documents_text([None])


@given(st.lists(st.text(), max_size=8))
def test_a_tables_proof_counts_rows_in_any_order(lines: list[str]) -> None:
    numbers = [number_of(line) for line in lines]
    mixed = sorted(numbers)
    assert proof_of(numbers) == proof_of(mixed)
    assert proof_of(numbers) - proof_of(numbers) == Proof()
    assert proof_of([*numbers, 1]) != proof_of(numbers)
