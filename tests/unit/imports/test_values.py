import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.imports.answers import order_kind, quote_state, yes_or_no
from cockpit.imports.days import day, moment
from cockpit.imports.unreadable import UnreadableError
from cockpit.imports.values import (
    MOST_CENTS,
    Amount,
    DecimalMark,
    amount,
    decimal_mark,
    exact,
    looks_like_amount,
    price,
    quantity,
)

COMMA, POINT = DecimalMark.COMMA, DecimalMark.POINT


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.234,56", 123456),
        ("1,234.56", 123456),
        ("1234,56", 123456),
        ("1234.56", 123456),
        ("R$ 1.234,56", 123456),
        ("R$1.234.567,8", 123456780),
        ("1.234.567", 123456700),
        ("1234", 123400),
        ("0,5", 50),
        (",5", 50),
        ("0.567", 57),
        ("12,005", 1201),
        ("1234.5600000000002", 123456),
        ("-1.234,56", -123456),
        ("R$ -5", -500),
        ("1.234,56-", -123456),
        ("(1.234,56)", -123456),
    ],
)
def test_amounts_are_read_as_exports_write_them(text: str, cents: int) -> None:
    assert amount(text, COMMA).cents == cents


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "1.23.4,5",
        "1,2,3",
        "12.34,56",
        "(5",
        "-5-",
        "1e3",
        "R$",
        ",",
        "1 2",
        "١٢",
        "9" * 41,
    ],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        amount(text, None)


def test_an_amount_beyond_belief_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        amount("10.000.000.000,00", None)
    assert caught.value.reason.key == "imports.amount_too_large"


def test_the_files_other_amounts_settle_what_a_lone_separator_means() -> None:
    assert amount("1.234", COMMA).cents == 123400
    assert amount("1.234", POINT).cents == 123
    assert amount("1,234", COMMA).cents == 123
    assert amount("1,234", POINT).cents == 123400
    assert not amount("1.234", COMMA).is_doubtful


def test_without_a_clue_a_lone_separator_is_never_taken_in_silence() -> None:
    assert amount("1.234", None).is_doubtful
    with pytest.raises(UnreadableError):
        amount("1,234", None)


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["1.234,56", "1.234"], COMMA),
        (["12,5"], COMMA),
        (["12.5", "1,234"], POINT),
        (["1.234.567"], COMMA),
        (["12,5", "12.5"], None),
        (["1.234", "5", "x"], None),
        ([], None),
    ],
)
def test_the_decimal_mark_is_told_by_the_amounts_that_show_it(
    texts: list[str], mark: DecimalMark | None
) -> None:
    assert decimal_mark(texts) is mark


@given(
    st.integers(-MOST_CENTS + 1, MOST_CENTS - 1),
    st.sampled_from(Language),
    st.booleans(),
    st.sampled_from([None, *DecimalMark]),
)
def test_money_reads_back_from_its_printed_form(
    cents: int, language: Language, symbol: bool, mark: DecimalMark | None
) -> None:
    read = amount(formats.money(cents, language, symbol=symbol), mark)
    assert (read.cents, read.is_doubtful) == (cents, False)


def read_amount(text: str) -> object:
    return amount(text, None)


def read_quantity(text: str) -> object:
    return quantity(text, None)


@given(st.text(max_size=60))
def test_any_text_is_a_value_or_is_refused_with_a_reason(text: str) -> None:
    readers = (day, moment, yes_or_no, order_kind, quote_state, read_amount, read_quantity)
    for read in readers:
        try:
            read(text)
        except UnreadableError as error:
            assert error.reason.key.startswith("imports.")  # noqa: PT017 - both ways are right


def test_quantities_keep_thousandths_and_their_sign() -> None:
    assert quantity("1.200,5", COMMA).cents == 1_200_500
    assert quantity("2,5", None).cents == 2_500
    assert quantity("-3", None).cents == -3_000
    assert quantity("10,000", COMMA).cents == 10_000
    assert quantity("1.0005", None).cents == 1_001


@pytest.mark.parametrize(
    ("text", "reason"), [("dez", "quantity_unreadable"), ("1.000.000.000", "quantity_too_large")]
)
def test_what_is_no_quantity_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        quantity(text, None)
    assert caught.value.reason.key == f"imports.{reason}"


def test_a_price_of_a_unit_keeps_its_decimals() -> None:
    assert str(exact("1,3333", None)) == "1.3333"
    assert str(exact("R$ 1.234,5", COMMA)) == "1234.5"


def test_a_text_is_no_amount_whatever_figures_it_has() -> None:
    assert all(map(looks_like_amount, ["1.234,56", "12", "(3)", "R$ 5"]))
    assert not any(map(looks_like_amount, ["A1", "12/03/2026", "", "Rua 7"]))


@pytest.mark.parametrize(
    ("text", "mark", "cents"),
    [("1.100", DecimalMark.POINT, 110), ("1,100", DecimalMark.COMMA, 110),
     ("-999.999", DecimalMark.POINT, -100000)],
)  # fmt: skip
def test_an_amount_with_three_decimals_is_doubtful(
    text: str, mark: DecimalMark, cents: int
) -> None:
    assert amount(text, mark) == Amount(cents, is_doubtful=True)
    assert not quantity(text, mark).is_doubtful
    assert price(text, mark).is_doubtful == (mark is DecimalMark.POINT)


@pytest.mark.parametrize("text", ["1100.0000", "0.100", "1234.567", "1,100", "12.50", "1,100.50"])
def test_an_amount_that_cannot_be_thousands_or_is_read_so_is_certain(text: str) -> None:
    assert not amount(text, DecimalMark.POINT).is_doubtful
