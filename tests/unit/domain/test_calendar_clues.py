"""Whom the words of an event name."""

import pytest

from cockpit.domain.calendar_clues import ClueKind, clues_of, name_key
from cockpit.domain.calendar_files import IncomingEvent


def clues(summary: str, description: str = "", *addresses: str) -> dict[ClueKind, tuple[str, ...]]:
    return dict(clues_of(IncomingEvent(1, "u", summary, description, addresses)))


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Ligar 11.222.333/0001-81", ClueKind.TAX_ID, "11222333000181"),
        ("CNPJ 11222333000181", ClueKind.TAX_ID, "11222333000181"),
        ("cnpj 12.abc.345/01de-35", ClueKind.TAX_ID, "12ABC34501DE35"),
        ("CPF 529.982.247-25", ClueKind.TAX_ID, "52998224725"),
        ("cód. 001234", ClueKind.CODE, "001234"),
        ("Código: 77", ClueKind.CODE, "77"),
        ("Retorno cliente 4512", ClueKind.CODE, "4512"),
        ("#88-A amanhã", ClueKind.CODE, "88-A"),
        ("001234 - Agro Box", ClueKind.CODE, "001234"),
        ("fone (11) 98765-4321", ClueKind.PHONE, "+5511987654321"),
        ("+55 11 98765 4321", ClueKind.PHONE, "+5511987654321"),
        ("11987654321", ClueKind.PHONE, "+5511987654321"),
        ("ANA@Cliente.com.br quer preço", ClueKind.EMAIL, "ana@cliente.com.br"),
        ("Retorno: Agro Box Ltda.", ClueKind.NAME, "agro box ltda"),
        ("Ligar para Agro Box LT sem falta", ClueKind.NAME, "agro box lt"),
        ("Acme", ClueKind.NAME, "acme"),
        ("Reunião (São João & Cia)", ClueKind.NAME, "sao joao cia"),
    ],
)
def test_each_way_of_naming_a_client(text: str, kind: ClueKind, value: str) -> None:
    assert value in clues(text)[kind]


def test_the_description_and_those_who_take_part_count_too() -> None:
    found = clues("Retorno", "Acme Ltda\ncód. 12", "ANA@x.com")
    assert "acme ltda" in found[ClueKind.NAME]
    assert found[ClueKind.CODE] == ("12",)
    assert found[ClueKind.EMAIL] == ("ana@x.com",)


def test_numbers_that_are_no_document_are_none() -> None:
    assert ClueKind.TAX_ID not in clues("pedido 11222333000199, sala 12")
    assert clues("") == {}


def test_a_single_word_counts_only_where_it_stands_alone() -> None:
    assert "acme" not in clues("Ligar Acme hoje")[ClueKind.NAME]
    assert "acme" in clues("Ligar: Acme")[ClueKind.NAME]


def test_longer_names_come_first() -> None:
    names = clues("Ligar Agro Box Norte")[ClueKind.NAME]
    assert names.index("agro box norte") < names.index("agro box")


def test_a_long_text_stays_cheap() -> None:
    assert len(clues("palavra " * 5000, "linha\n" * 5000)[ClueKind.NAME]) < 1000


def test_names_are_compared_without_accents_and_signs() -> None:
    assert name_key("  São-João & Cia. Ltda ") == name_key("SAO JOAO CIA LTDA")
