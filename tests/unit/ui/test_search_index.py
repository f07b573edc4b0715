"""Free text finds what a plain scan finds, however the query grew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.plain_text import plain
from cockpit.ui.work_list import search_index
from cockpit.ui.work_list.search_index import SearchIndex, terms_of

TEXTS = st.lists(st.text("ab 1", max_size=8).map(plain), max_size=40)
QUERIES = st.lists(st.text("abá 1.", max_size=6), min_size=1, max_size=6)


def scan(texts: list[str], query: str) -> list[int] | None:
    terms = terms_of(query)
    if not terms:
        return None
    return [i for i, text in enumerate(texts) if all(term in text for term in terms)]


@given(TEXTS, QUERIES)
def test_it_finds_what_a_scan_finds_in_any_sequence_of_queries(texts, queries):
    index = SearchIndex(texts)
    for query in queries:
        assert index.matches(query) == scan(texts, query)


@given(TEXTS, QUERIES)
def test_common_terms_are_found_the_other_way(texts, queries):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_index, "_COMMON", 2)
        index = SearchIndex(texts)
        for query in queries:
            assert index.matches(query) == scan(texts, query)


def test_a_term_does_not_reach_over_two_lines():
    assert SearchIndex(["agro", "sul"]).matches("osul") == []


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("São  João", ("sao", "joao")),
        ("12.345.678/0001-95", ("12345678000195",)),
        ("(84) 99912-3456", ("84", "999123456")),
        ("12ABC34501DE35", ("12abc34501de35",)),
        ("  . ", ()),
    ],
)
def test_queries_are_read_as_people_type_them(query, terms):
    assert terms_of(query) == terms
