import pytest

from cockpit.domain.vocabulary import CustomerCategory, OrderKind, QuoteState
from cockpit.imports.answers import (
    OrderState,
    category,
    is_active,
    order_kind,
    order_state,
    quote_state,
    yes_or_no,
)
from cockpit.imports.unreadable import UnreadableError


def test_yes_and_no_have_many_words() -> None:
    assert all(map(yes_or_no, ["sim", "S", "1", "x", "Bloqueado"]))
    assert not any(map(yes_or_no, ["não", "N", "0", "", "liberado"]))
    with pytest.raises(UnreadableError):
        yes_or_no("talvez")


def test_an_order_of_unknown_kind_is_not_taken_for_a_purchase() -> None:
    assert order_kind("Devolução") is OrderKind.RETURN
    assert order_kind("CANCELADA") is OrderKind.CANCELLED
    assert order_kind("venda") is OrderKind.SALE
    with pytest.raises(UnreadableError):
        order_kind("remessa")


def test_1_and_2_are_yes_and_no_as_in_lists_of_choices() -> None:
    assert yes_or_no("1")
    assert not yes_or_no("2")


def test_what_is_still_sold_is_active() -> None:
    assert all(map(is_active, ["Ativo", "sim", "A", "1"]))
    assert not any(map(is_active, ["Inativo", "não", "I", "Excluído"]))
    with pytest.raises(UnreadableError):
        is_active("talvez")


@pytest.mark.parametrize("text", ["A", "b", "C", "Curva A", "classe B", "5"])
def test_an_abc_class_says_nothing_of_prospects(text: str) -> None:
    assert category(text) is CustomerCategory.CUSTOMER


def test_a_prospect_has_several_words() -> None:
    assert category("Lead") is category("potencial") is CustomerCategory.PROSPECT
    with pytest.raises(UnreadableError):
        category("vip")


def test_letters_of_an_erp_mean_what_that_erp_means_by_them() -> None:
    assert order_kind("N", "c5_tipo") is OrderKind.SALE
    assert order_kind("P", "tipmov") is OrderKind.SALE
    assert order_kind("D", "tipmov") is OrderKind.RETURN
    assert order_kind("D") is OrderKind.RETURN
    for text, header in [("D", "c5_tipo"), ("C", "c5_tipo"), ("C", "tipmov"), ("5", "condvenda")]:
        with pytest.raises(UnreadableError):
            order_kind(text, header)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Em aberto", QuoteState.OPEN),
        ("Aprovado", QuoteState.WON),
        ("Não aprovado", QuoteState.LOST),
        ("Expirado", QuoteState.EXPIRED),
    ],
)
def test_the_state_of_a_quote_has_many_words(text: str, state: QuoteState) -> None:
    assert quote_state(text) is state
    with pytest.raises(UnreadableError):
        quote_state(f"{text} talvez")


@pytest.mark.parametrize(
    ("state", "texts"),
    [
        (
            OrderState.VOID,
            ("Cancelado pelo cliente", "NF cancelada", "Denegada", "inutilizada", "ESTORNADO",
             "NF-e rejeitada", "excluído", "canc", "C"),
        ),
        (
            OrderState.DOUBTFUL,
            ("devolvido", "Devolução", "orçamento", "Bonificação", "parcialmente cancelado",
             "Cancelamento solicitado", "Item cancelado"),
        ),
        (
            OrderState.OTHER,
            ("", "Em separação", "Não cancelado", "sem devolução", "Faturado", "Cancela", "CI-12"),
        ),
    ],
)  # fmt: skip
def test_a_state_says_that_an_order_is_void_or_may_be_none_or_nothing(
    state: OrderState, texts: tuple[str, ...]
) -> None:
    assert {text: order_state(text) for text in texts} == dict.fromkeys(texts, state)
