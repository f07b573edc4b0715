import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.br import cnpj, cpf

from cockpit.domain.documents import parse_tax_id
from cockpit.domain.formats import tax_id as masked
from cockpit.domain.import_records import TaxId
from cockpit.domain.vocabulary import PersonKind

COMPANY, INDIVIDUAL, UNKNOWN = PersonKind.COMPANY, PersonKind.INDIVIDUAL, PersonKind.UNKNOWN
ALPHANUMERIC = string.ascii_uppercase + string.digits


def _cpf(base: str) -> str:
    """Append the two check digits: modulo 11 with the weights 2, 3, … from the right."""
    for _ in range(2):
        total = sum(weight * int(digit) for weight, digit in enumerate(reversed(base), start=2))
        base += str((11 - total % 11) % 11 % 10)
    return base


companies = (
    st.text(ALPHANUMERIC, min_size=12, max_size=12)
    .map(lambda base: base + cnpj.calc_check_digits(base + "00"))
    .filter(cnpj.is_valid)
)
persons = (
    st.integers(1, 999_999_999).map(lambda n: _cpf(f"{n:09d}")).filter(lambda n: len(set(n)) > 1)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12ABC34501DE35", TaxId("12ABC34501DE35", COMPANY, is_valid=True)),
        ("12.abc.345/01de-35", TaxId("12ABC34501DE35", COMPANY, is_valid=True)),
        ("A87HBZHB000161", TaxId("A87HBZHB000161", COMPANY, is_valid=True)),
        ("LBNXQOB5000163", TaxId("LBNXQOB5000163", UNKNOWN, is_valid=False)),
        ("8245948861", TaxId("08245948861", INDIVIDUAL, is_valid=True)),
        ("8245948861.0", TaxId("08245948861", INDIVIDUAL, is_valid=True)),
        ('="08245948861"', TaxId("08245948861", INDIVIDUAL, is_valid=True)),
        ("00008245948861", TaxId("08245948861", INDIVIDUAL, is_valid=True)),
        ("00.000.154/5454-85", TaxId("00000154545485", UNKNOWN, is_valid=False)),
        ("000.000.000-41", TaxId("00000000041", UNKNOWN, is_valid=False)),
        ("111.111.111-11", TaxId("11111111111", UNKNOWN, is_valid=False)),
        ("8,24595E+09", TaxId("8,24595E+09", UNKNOWN, is_valid=False)),
        ("***.123.456-**", TaxId("***123456**", UNKNOWN, is_valid=False)),
        ("isento", TaxId("ISENTO", UNKNOWN, is_valid=False)),
        ("191", TaxId("191", UNKNOWN, is_valid=False)),
    ],
)
def test_documents_of_the_field_are_read(text: str, expected: TaxId) -> None:
    assert parse_tax_id(text) == expected


@pytest.mark.parametrize("text", ["", "   ", "--", "./-", '=""'])
def test_a_blank_document_is_none(text: str) -> None:
    assert parse_tax_id(text) is None


def test_a_number_that_is_both_a_cpf_and_a_cnpj_is_not_guessed() -> None:
    written = _cpf("001234567")
    number = written.lstrip("0")
    assert cpf.is_valid(written)
    assert cnpj.is_valid(number.zfill(14))
    assert parse_tax_id(number) == TaxId(number, UNKNOWN, is_valid=False)
    assert parse_tax_id(written) == TaxId(written, INDIVIDUAL, is_valid=True)
    assert parse_tax_id(masked(written)) == TaxId(written, INDIVIDUAL, is_valid=True)
    assert parse_tax_id(number.zfill(14)) == TaxId(number.zfill(14), COMPANY, is_valid=True)


@given(companies)
def test_a_cnpj_is_the_same_with_mask_and_without_in_either_case(number: str) -> None:
    expected = TaxId(number, COMPANY, is_valid=True)
    assert parse_tax_id(number) == parse_tax_id(masked(number).lower()) == expected
    assert expected.root == number[:8]


@given(persons)
def test_a_cpf_with_its_mask_is_a_person(number: str) -> None:
    assert parse_tax_id(masked(number)) == TaxId(number, INDIVIDUAL, is_valid=True)


@given(st.one_of(companies.filter(str.isdigit), persons))
def test_restored_zeros_give_the_same_document_or_none_at_all(number: str) -> None:
    kept = parse_tax_id(number.lstrip("0"))
    assert kept is not None
    assert kept.text == number or not kept.is_valid


@given(st.text(max_size=60))
def test_letters_and_digits_are_never_stripped(text: str) -> None:
    parsed = parse_tax_id(text)
    if parsed is not None and not parsed.is_valid:
        assert [c for c in parsed.text if c.isalnum()] == [c for c in text.upper() if c.isalnum()]
