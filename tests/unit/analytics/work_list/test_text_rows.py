"""Texts as bytes say what the texts say."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from cockpit.analytics.work_list.search import SearchColumn
from cockpit.analytics.work_list.text_column import TextColumn
from cockpit.analytics.work_list.text_rows import PlainRows, TextRows, plain_texts
from cockpit.domain.plain_text import plain

signs = st.sampled_from("abAB19 .-&çÇãÁé´ß\u0301\u00a0\u2126Ⅳﬁ\t\nЖ漢")
words = st.text(signs, max_size=40) | st.text(st.sampled_from("ab A"), max_size=40)
texts = st.lists(words, max_size=12)
#: Searched texts are plain, and terms have no space.
plain_words = st.text(st.sampled_from("ab1ç漢"), min_size=1, max_size=4)
searched = st.lists(st.lists(plain_words, max_size=12).map(" ".join), max_size=12)


@given(texts)
@example(["a´b", "A B", " a", "b ", "a  b", "\u00a0x"])
@example(["a" * 16, "a" * 15, "a" * 17, "a" * 8, ""])
def test_texts_come_back_and_become_plain(given_texts: list[str]) -> None:
    rows = TextRows.of(given_texts)
    assert rows.all() == given_texts
    assert [rows.text(row) for row in range(len(rows))] == given_texts
    expected = [plain(text) for text in given_texts]
    assert list(plain_texts(given_texts)) == expected
    assert [rows.plain.text(row) for row in range(len(rows))] == expected
    kept = TextRows(rows.blob, rows.starts)
    assert [kept.plain.text(row) for row in range(len(rows))] == expected


@given(texts)
def test_ranks_are_places_in_the_order_of_the_alphabet(given_texts: list[str]) -> None:
    expected = [plain(text) for text in given_texts]
    order = sorted(set(expected))
    rows = PlainRows.of(expected)
    assert rows.ranks.tolist() == [order.index(text) for text in expected]
    for text in (*expected, "a", "zz", ""):
        place, is_known = rows.place_of(text)
        assert is_known == (text in order)
        assert place == sum(one < text for one in order)


@given(texts, words)
def test_a_part_or_the_whole_of_a_text_is_found(given_texts: list[str], wanted: str) -> None:
    expected, wanted = [plain(text) for text in given_texts], plain(wanted)
    rows = PlainRows.of(expected)
    assert rows.containing(wanted).tolist() == [wanted in text for text in expected]
    assert rows.equal_to(wanted).tolist() == [wanted == text for text in expected]


@given(texts, st.dictionaries(st.integers(0, 11), words), texts)
def test_changed_texts_stand_where_they_belong(
    given_texts: list[str], changes: dict[int, str], added: list[str]
) -> None:
    changed = {line: text for line, text in changes.items() if line < len(given_texts)}
    size = len(given_texts)
    lines = np.array([*changed, *range(size, size + len(added))], dtype=np.int64)
    column = TextColumn.of(given_texts).replaced(
        lines, [*changed.values(), *added], size + len(added)
    )
    whole = [changed.get(line, text) for line, text in enumerate(given_texts)] + added
    assert [column.value(line) for line in range(len(whole))] == whole
    ranks = column.ranks.tolist()
    for one, text in enumerate(whole):
        assert (ranks[one] == -1) == (text == "")
        for other, second in enumerate(whole):
            if text and second:
                assert (ranks[one] < ranks[other]) == (plain(text) < plain(second))
    assert [column.whole().value(line) for line in range(len(whole))] == whole


@given(searched, st.lists(plain_words, min_size=1, max_size=6), st.booleans())
def test_a_search_finds_the_lines_that_hold_every_term(
    lines: list[str], asked: list[str], is_indexed: bool
) -> None:
    column = SearchColumn.of(lines)
    if not is_indexed:
        column = SearchColumn(column.rows, column.signs, None, {}, len(lines))
    for count in range(1, len(asked) + 1):
        terms = asked[:count]
        found = column.matching(terms)
        assert found is not None
        assert found.tolist() == [all(term in line for term in terms) for line in lines]
    for end in range(1, len("".join(asked)) + 1):
        term = "".join(asked)[:end]
        found = column.matching([term])
        assert found is not None
        assert found.tolist() == [term in line for line in lines]
    assert column.matching([]) is None


def test_a_text_longer_than_a_chunk_is_searched_whole() -> None:
    long = " ".join(f"w{number}x" for number in range(40_000))
    column = SearchColumn.of(["nothing", long, "w39999x"])
    for term, expected in (("w39999x", [1, 2]), ("w1x", [1]), ("9x", [1, 2]), ("x", [1, 2])):
        found = column.matching([term])
        assert found is not None
        assert found.nonzero()[0].tolist() == expected
    for number in range(0, 40_000, 1_111):  # the pieces that are put in order end anywhere
        found = column.matching([f"w{number}x"])
        assert found is not None
        assert found.tolist()[:2] == [False, True]
