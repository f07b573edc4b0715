import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain.phones import national, parse_phones
from cockpit.domain.vocabulary import PhoneKind

MOBILE, FIXED, UNKNOWN = PhoneKind.MOBILE, PhoneKind.FIXED, PhoneKind.UNKNOWN


def numbers(text: str) -> list[tuple[str | None, str, PhoneKind]]:
    return [(one.e164, one.extension, one.kind) for one in parse_phones(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(11) 98765-4321", [("+5511987654321", "", MOBILE)]),
        ("11 3333 4444", [("+551133334444", "", FIXED)]),
        ("+55 (11) 3333-4444", [("+551133334444", "", FIXED)]),
        ("(55) 3333-4444", [("+555533334444", "", FIXED)]),
        ("0xx11 3333-4444", [("+551133334444", "", FIXED)]),
        ("0 15 11 3333-4444", [("+551133334444", "", FIXED)]),
        ("11987654321.0", [("+5511987654321", "", MOBILE)]),
        ("(11) 3333-4444 ramal 12", [("+551133334444", "12", FIXED)]),
        ("(11) 3333-4444 r. 12", [("+551133334444", "12", FIXED)]),
        ("(11) 3333-4444 (Ramal: 12)", [("+551133334444", "12", FIXED)]),
        ("(11) 3333-4444; ramal 30", [("+551133334444", "30", FIXED)]),
        ("Tel: (11) 3333-4444 (Maria)", [("+551133334444", "", FIXED)]),
        ("0800 123 4567", [("+558001234567", "", UNKNOWN)]),
        ("+1 650 253 0000", [("+16502530000", "", UNKNOWN)]),
        (
            "(11) 3333-4444 r. 12 ou (11) 98765-4321",
            [("+551133334444", "12", FIXED), ("+5511987654321", "", MOBILE)],
        ),
        (
            "(11) 3333-4444/(11) 2222-3333; (21)98765-4321",
            [
                ("+551133334444", "", FIXED),
                ("+551122223333", "", FIXED),
                ("+5521987654321", "", MOBILE),
            ],
        ),
    ],
)
def test_numbers_are_read_as_people_write_them(
    text: str, expected: list[tuple[str | None, str, PhoneKind]]
) -> None:
    assert numbers(text) == expected


def test_an_eight_digit_mobile_gets_the_ninth_digit_and_keeps_what_was_written() -> None:
    (phone,) = parse_phones("(11) 8765-4321")
    assert (phone.raw, phone.e164, phone.kind) == ("(11) 8765-4321", "+5511987654321", MOBILE)


@pytest.mark.parametrize(
    "text", ["3333-4444", "98765-4321", "(00) 3333-4444", "0800 FLORES1", "1,1988E+10", "123"]
)
def test_what_cannot_be_dialled_is_kept_as_written(text: str) -> None:
    (phone,) = parse_phones(text)
    assert (phone.raw, phone.e164, phone.is_valid) == (text, None, False)


@pytest.mark.parametrize("text", ["", "-", "(  )     -    ", "não tem"])
def test_a_cell_without_digits_has_no_number(text: str) -> None:
    assert parse_phones(text) == ()


def test_the_second_number_does_not_borrow_the_area_code_of_the_first() -> None:
    assert [one.e164 for one in parse_phones("(11) 3333-4444 / 98765-4321")] == [
        "+551133334444",
        None,
    ]


@pytest.mark.parametrize(
    ("e164", "shown"),
    [
        ("+5511987654321", "(11) 98765-4321"),
        ("+551133334444", "(11) 3333-4444"),
        ("+558001234567", "0800 123 4567"),
        ("+5540041234", "4004-1234"),
        ("+16502530000", "+1 650-253-0000"),
    ],
)
def test_a_number_is_shown_as_within_brazil(e164: str, shown: str) -> None:
    assert national(e164) == shown


@given(st.integers(11, 99), st.integers(20_000_000, 999_999_999))
def test_a_valid_number_reads_back_from_its_display(area: int, number: int) -> None:
    for phone in parse_phones(f"({area}) {number}"):
        if phone.e164:
            assert [one.e164 for one in parse_phones(national(phone.e164))] == [phone.e164]


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error_and_no_digit_is_lost(text: str) -> None:
    kept = "".join(one.raw for one in parse_phones(text))
    assert [c for c in kept if c.isdigit()] == [c for c in text if c.isdigit()]


def test_importing_the_module_does_not_load_the_numbering_plan() -> None:
    program = (
        "import sys, cockpit.domain.phones, cockpit.domain.documents;"
        "sys.exit('phonenumbers' in sys.modules or 'stdnum' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
