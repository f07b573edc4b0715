"""Free text as people type it."""

import pytest

from cockpit.domain.search_terms import terms_of


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("  São  João ", ("sao", "joao")),
        ("(11) 98888-7777", ("11", "988887777")),
        ("+55 11", ("55", "11")),
        ("12.345.678/0001-95", ("12345678000195",)),
        ("12.345.", ("12345",)),
        ("12.ABC.345/01DE-35", ("12abc34501de35",)),
        ("12.abc", ("12abc",)),
        ("a7.hbz", ("a7hbz",)),
        ("S.A.", ("s.a.",)),
        ("jr.com", ("jr.com",)),
        ("12.abcd", ("12.abcd",)),
        ("a-1", ("a-1",)),
        ("- / ()", ()),
        ("um um", ("um",)),
        ("", ()),
    ],
)
def test_masks_go_and_words_stay(typed: str, terms: tuple[str, ...]) -> None:
    assert terms_of(typed) == terms
