"""What a few letters mean to the palette."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.ui.palette.ranking import best, distance

COMMANDS = (
    "Próxima ligação",
    "Próximo cliente",
    "Pular com um motivo",
    "Ligar mais tarde",
    "Modelos de mensagem",
    "Fila e quem está fora dela",
)


def found(typed: str) -> list[str]:
    return best(typed, COMMANDS, str, limit=6)


def test_the_start_of_a_title_comes_before_the_start_of_a_word():
    assert found("lig")[0] == "Ligar mais tarde"
    assert found("lig")[1] == "Próxima ligação"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("proxima lig", "Próxima ligação"),
        ("PRÓXIMO", "Próximo cliente"),
        ("lmt", "Ligar mais tarde"),
        ("sage", "Modelos de mensagem"),
        ("pulr", "Pular com um motivo"),
        ("fora", "Fila e quem está fora dela"),
    ],
)
def test_accents_initials_parts_and_scattered_letters_are_understood(typed, meant):
    assert found(typed)[0] == meant


def test_every_typed_word_must_occur():
    assert found("ligar zebra") == []


def test_items_at_equal_distance_keep_their_order():
    assert best("a", ["ab", "aa", "ac"], str, limit=9) == ["ab", "aa", "ac"]


@given(st.text(max_size=40))
def test_a_text_is_nearest_to_itself(text):
    assert distance(text, text) == 0


@given(st.text(max_size=12), st.text(max_size=40))
def test_more_letters_never_bring_a_text_back(typed, text):
    whole = typed.split()
    if distance(typed, text) is not None and len(whole) == 1 and len(whole[0]) > 6:
        assert distance(whole[0][:6], text) is not None


@given(st.text(max_size=8), st.lists(st.text(max_size=20), max_size=20), st.integers(0, 9))
def test_only_matching_items_are_returned_and_no_more_than_asked_for(typed, texts, limit):
    result = best(typed, texts, str, limit=limit)
    assert len(result) <= limit
    assert all(distance(typed, text) is not None for text in result)
    ranks = [distance(typed, text) for text in result]
    assert ranks == sorted(ranks)
