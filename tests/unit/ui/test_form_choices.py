"""Choosing by letters: which outcome, which choice, and what is shown as its key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.ui.contact_form.call_time import duration_text
from cockpit.ui.contact_form.keyed_combo import found_by
from cockpit.ui.contact_form.outcome_model import answers_to, key_hints

NAMES = [
    "Venda realizada", "Pediu orçamento", "Ligar mais tarde", "Conversou, sem decisão",
    "Não atendeu", "Ocupado ou caixa postal", "Responsável ausente", "Não vai comprar agora",
    "Reclamação", "Telefone errado", "Mensagem enviada", "Não quer mais contato",
    "Prometeu pagar", "Contesta o título",
]  # fmt: skip


def test_digits_then_letters_stand_before_the_outcomes() -> None:
    assert key_hints(NAMES)[9:] == ("0", "M", "NQ", "PR", "CT")


@given(st.lists(st.text(min_size=1), max_size=20))
def test_the_letters_shown_mean_one_name_alone(names: list[str]) -> None:
    for name, hint in list(zip(names, key_hints(names), strict=True))[10:]:
        assert not hint or [one for one in names if answers_to(one, hint)] == [name]


@pytest.mark.parametrize(
    ("typed", "start", "row"),
    [
        ("p", 0, 1),
        ("P", 2, 3),
        ("prazo", 0, 1),
        ("preco", 0, 3),
        ("conc", 0, 3),
        ("x", 0, None),
    ],
)
def test_the_beginning_of_a_name_comes_before_that_of_a_later_word(
    typed: str, start: int, row: int | None
) -> None:
    titles = ["Compra pouco", "Prazo longo", "Estoque cheio", "Preço acima do concorrente"]
    assert found_by(titles, typed, start) == row


def test_nothing_is_found_among_nothing() -> None:
    assert found_by([], "a", 0) is None


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (7, "0:07"), (247, "4:07"), (3847, "1:04:07")]
)
def test_a_duration_is_told_in_minutes_and_hours(seconds: int, text: str) -> None:
    assert duration_text(seconds) == text
