from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import OrderKind
from cockpit.imports.values import (
    MOST_CENTS,
    DecimalMark,
    UnreadableError,
    amount,
    day,
    decimal_mark,
    order_kind,
    yes_or_no,
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17/02/2022", date(2022, 2, 17)),
        ("7/2/22", date(2022, 2, 7)),
        ("31/12/99", date(1999, 12, 31)),
        ("17-02-2022", date(2022, 2, 17)),
        ("17.02.2022", date(2022, 2, 17)),
        ("2022-02-17", date(2022, 2, 17)),
        ("20220217", date(2022, 2, 17)),
        ("17/02/2022 23:59", date(2022, 2, 17)),
        ("17/02/2022 14:33:07", date(2022, 2, 17)),
        ("2022-02-17T00:00:00.000Z", date(2022, 2, 17)),
        ("2022-02-17 23:30:00-03:00", date(2022, 2, 17)),
        ("44609", date(2022, 2, 17)),
        ("44609,75", date(2022, 2, 17)),
        ("  /  /    ", None),
        ("00/00/0000", None),
        ("0000-00-00 00:00:00", None),
        ("", None),
    ],
)
def test_days_are_read_as_exports_write_them(text: str, expected: date | None) -> None:
    assert day(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "17/02/20226", "20226-02-17", "31/02/2022", "02/17/2022", "17/02/0022", "17/02/1922",
        "12345", "99999", "17/02", "fev/22", "17/02-2022", "2/17/2022 2:33 PM", "１7/02/2022",
    ],
)  # fmt: skip
def test_an_impossible_day_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        day(text)


days = st.dates(date(1980, 1, 1), date(2100, 12, 31))


@given(days)
def test_a_day_reads_back_from_every_printed_form(value: date) -> None:
    serial = (value - date(1899, 12, 30)) // timedelta(days=1)
    printed = [
        formats.day(value),
        value.isoformat(),
        f"{value:%Y%m%d}",
        f"{value:%d/%m/%Y} 08:00",
        str(serial),
    ]
    assert {day(text) for text in printed} == {value}


@given(st.dates(date(1980, 1, 1), date(2079, 12, 31)))
def test_a_year_of_two_digits_is_the_one_from_1980_to_2079(value: date) -> None:
    assert day(f"{value:%d/%m/%y}") == value


@given(st.text(max_size=60))
def test_any_text_is_a_value_or_is_refused_with_a_reason(text: str) -> None:
    for read in (day, yes_or_no, order_kind, lambda one: amount(one, None)):
        try:
            read(text)
        except UnreadableError as error:
            assert error.reason.key.startswith("imports.")  # noqa: PT017 - both ways are right


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
