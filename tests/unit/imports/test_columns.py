from dataclasses import replace
from datetime import date

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.import_records import OrderRecord
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import OrderKind
from cockpit.imports import values
from cockpit.imports.columns.amounts import plain_amounts
from cockpit.imports.columns.digests import (
    mix,
    mix_columns,
    name_hash,
    name_hashes,
    order_digest,
    order_key,
)
from cockpit.imports.columns.meanings import ODD, Meanings
from cockpit.imports.columns.seen_orders import Repeat, SeenOrders
from cockpit.imports.columns.totals import may_be_totals

ORDER = OrderRecord("1", "C1", date(2022, 2, 17), 1050, seller="Ana")
DIGEST = -3295934287993801899
KEY = 18445212256880076085
UNSIGNED = st.integers(0, 2**64 - 1)
ASCII = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=70)
#: Close to amounts, so that some are plain and some are not.
FIGURES = st.text(st.sampled_from("0123456789.,-"), max_size=18) | st.builds(
    lambda sign, cents, form: sign + form.format(cents / 100),
    st.sampled_from(("", "-")),
    st.integers(0, 10**14),
    st.sampled_from(("{:.2f}", "{:,.2f}", "{:,.1f}", "{:.0f}")),
)


@given(st.lists(FIGURES, min_size=1, max_size=20))
def test_a_plain_amount_is_the_same_whatever_the_files_decimal_mark(texts: list[str]) -> None:
    found = plain_amounts(pa.array(["9", *texts])[1:])
    for text, cents, is_negative, is_plain in zip(
        texts, found.cents, found.is_negative, found.is_plain, strict=True
    ):
        for mark in (None, *values.DecimalMark):
            if is_plain:
                amount = values.amount(text, mark)
                assert (amount.cents, amount.is_doubtful) == (-cents if is_negative else cents, 0)


def test_the_usual_amounts_are_plain() -> None:
    texts = ["1234,56", "1.234,56", "1,234.56", "1234.5", "1234", "-1.234.567,89", "0,05"]
    found = plain_amounts(pa.array(texts))
    assert found.is_plain.all()
    assert found.cents.tolist() == [123456, 123456, 123456, 123450, 123400, 123456789, 5]
    assert found.is_negative.tolist() == [False] * 5 + [True, False]


@given(st.lists(ASCII, max_size=9), st.integers(0, 9))
def test_numbers_are_hashed_alike_one_by_one_and_by_columns(names: list[str], start: int) -> None:
    assert name_hashes(pa.array(names, pa.string())[start:]).tolist() == [
        name_hash(name) for name in names[start:]
    ]


@given(st.lists(st.tuples(UNSIGNED, UNSIGNED, UNSIGNED), min_size=1, max_size=9))
def test_parts_are_mixed_alike_one_by_one_and_by_columns(lines: list[tuple[int, ...]]) -> None:
    columns = [np.array(column, np.uint64) for column in zip(*lines, strict=True)]
    assert mix_columns(columns, len(lines)).tolist() == [mix(line) for line in lines]


def test_digests_and_keys_stay_what_databases_hold() -> None:
    assert order_digest(ORDER) == DIGEST
    assert order_key(ORDER) == KEY


def test_every_part_of_an_order_but_its_number_and_flags_makes_its_digest() -> None:
    others = {
        "customer": "C2", "ordered_on": date(2022, 2, 18), "net_cents": 1051, "goods_cents": 0,
        "kind": OrderKind.RETURN, "state_text": "x", "seller": "", "company": "1",
        "promised_on": date(2022, 2, 17), "delivered_on": date(2022, 2, 17), "access_key": "1",
    }  # fmt: skip
    changed = [replace(ORDER, **{name: value}) for name, value in others.items()]
    assert len({order_digest(one) for one in (ORDER, *changed)}) == len(others) + 1
    same = replace(ORDER, number="2", digest=5, flags=(Message.of("imports.row_is_total"),))
    assert order_digest(same) == order_digest(ORDER)


@given(st.lists(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 1)), max_size=30)))
def test_orders_are_seen_again_in_any_batch(batches: list[list[tuple[int, int]]]) -> None:
    seen, known = SeenOrders(), {}
    for batch in batches:
        keys = np.array([key << 59 for key, _ in batch], np.uint64)
        digests = np.array([digest for _, digest in batch], np.uint64)
        expected = []
        for key, digest in batch:
            first = known.get(key)
            equal = Repeat.EQUAL if first == digest else Repeat.DIFFERENT
            expected.append(Repeat.NONE if first is None else equal)
            known.setdefault(key, digest)
        assert seen.add(keys, digests).tolist() == expected


def test_a_text_is_asked_for_once_and_forgotten_when_there_are_too_many() -> None:
    asked: list[str] = []

    def read(text: str) -> tuple[str] | None:
        asked.append(text)
        return (text.upper(),) if text != "?" else None

    meanings = Meanings(read, len, most_known=3)
    first = meanings.codes(pa.array(["a", "A", "?", "a"]))
    assert first[0] == first[1] == first[3]
    assert first[2] == ODD
    assert meanings.codes(pa.array(["a"])).tolist() == [first[0]]
    assert asked == ["a", "A", "?"]
    column = meanings.coded(meanings.codes(pa.array(["b", "a", "b"])))
    assert [column.values[at] for at in column.index] == ["B", "A", "B"]
    assert sorted(column.values) == ["A", "B"]
    meanings.codes(pa.array(["a"]))
    assert asked == ["a", "A", "?", "b", "a"]


def test_only_rows_that_begin_with_a_word_for_a_sum_may_be_sums() -> None:
    rows = [
        ("Total", "", "10,00"), ("", "soma", "10,00"), ("Total", "C1", "x"), ("1", "Total", "1"),
        ("Sul", "C1", "17/02/2022"), ("\u00a0", "total", "1"), ("Tânia", "", "1"),
    ]  # fmt: skip
    cells = tuple(pa.array(column) for column in zip(*rows, strict=True))
    assert may_be_totals(cells).tolist() == [True, True, False, False, False, True, True]
