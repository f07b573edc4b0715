"""What a search over notes means, and where it is marked."""

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.note_search import Phrase, finds, marked, search_of, words_of
from tests.support.read_notes import holds

_SIGNS = st.text("aàáçÇéE eoõO12.-_\"'\n\u0301", max_size=30)


def test_all_words_occur_and_the_last_one_may_have_begun() -> None:
    search = search_of("Não atrasa")
    assert search.phrases == (Phrase(("nao",)), Phrase(("atrasa",), is_begun=True))
    assert finds(search, "Disse que o pedido ATRASADO não veio")
    assert not finds(search, "O pedido atrasado veio")
    assert not finds(search_of("atrasa veio"), "atrasado, e nada veio mais? Veiculo sem atras")


def test_a_quoted_phrase_stands_as_it_is() -> None:
    assert finds(search_of('"preço alto"'), "Achou o PRECO, alto demais")
    assert not finds(search_of('"preço alto"'), "Achou alto o preço")
    assert not finds(search_of('"preço alt"'), "preço alto")
    assert finds(search_of('"preço alt'), "preço alto"), "an open quote is being typed"


def test_what_is_found_is_marked_in_the_note_as_it_is_written() -> None:
    note = "Não: a REPOSIÇÃO atrasou, e a reposicao não chegou"
    spans = marked(search_of("não reposi"), note)
    assert [note[start:end] for start, end in spans] == ["Não", "REPOSI", "reposi", "não"]


def test_an_accent_that_is_a_character_of_its_own_belongs_to_its_word() -> None:
    note = unicodedata.normalize("NFD", "ligação caiu")
    assert [one.text for one in words_of(note)] == ["ligacao", "caiu"]


def test_nothing_to_look_for_finds_nothing() -> None:
    assert not search_of("  -- ")
    assert not finds(search_of(""), "nota")


@given(_SIGNS, _SIGNS)
def test_a_search_agrees_with_a_plain_program(typed: str, note: str) -> None:
    assert finds(search_of(typed), note) == holds(typed, note)


@given(_SIGNS, _SIGNS)
def test_marks_are_in_order_within_the_note_and_apart(typed: str, note: str) -> None:
    spans = marked(search_of(typed), note)
    assert all(0 <= start < end <= len(note) for start, end in spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    if finds(search_of(typed), note):
        assert spans
