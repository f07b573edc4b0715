"""How low a quote may go, and how it is numbered."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from cockpit.domain.errors import BadInputError
from cockpit.domain.quotes import QuoteDraft, QuoteLine, QuoteProduct, quote_number

DAY = date(2026, 3, 16)
BOLT = QuoteProduct(UUID(int=1), "P1", "Parafuso", list_cents=1_000, last_cents=900)
DRAFT = QuoteDraft(UUID(int=9), UUID(int=8), (QuoteLine(BOLT.product_id, 2_500, 950),), DAY)


def test_a_quote_within_the_autonomy_is_fine_and_adds_up_to_the_cent() -> None:
    DRAFT.check([BOLT], 500, DAY)
    assert DRAFT.total_cents == 2_375
    assert QuoteLine(BOLT.product_id, 333, 100).total_cents == 33


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (QuoteLine(BOLT.product_id, 1_000, 949), "quote_too_cheap"),
        (QuoteLine(BOLT.product_id, 0, 950), "quote_quantity"),
        (QuoteLine(BOLT.product_id, -1_000, 950), "quote_quantity"),
        (QuoteLine(BOLT.product_id, 1_000, 0), "quote_price"),
        (QuoteLine(BOLT.product_id, 10**9, 10**9), "quote_too_large"),
        (QuoteLine(UUID(int=5), 1_000, 950), "quote_product_gone"),
    ],
)
def test_a_line_that_cannot_be_given_says_why(line: QuoteLine, key: str) -> None:
    with pytest.raises(BadInputError) as caught:
        replace(DRAFT, lines=(line,)).check([BOLT], 500, DAY)
    assert caught.value.message.key == f"error.{key}"


def test_a_promotion_goes_lower_for_everybody() -> None:
    cheap = replace(DRAFT, lines=(QuoteLine(BOLT.product_id, 1_000, 800),))
    cheap.check([replace(BOLT, promotion_bp=2_000)], 500, DAY)


def test_without_a_list_the_last_price_counts_and_without_both_any_price() -> None:
    assert replace(BOLT, list_cents=None).least_cents(1_000) == 810
    assert replace(BOLT, list_cents=None, last_cents=None).least_cents(1_000) == 0


def test_an_empty_quote_and_one_of_yesterday_are_refused() -> None:
    for broken in (replace(DRAFT, lines=()), replace(DRAFT, expires_on=date(2026, 3, 15))):
        with pytest.raises(BadInputError):
            broken.check([BOLT], 500, DAY)


def test_numbers_go_on_from_the_devices_own_last_one() -> None:
    mine, other = UUID(int=0xABCDEF01), UUID(int=0x12345678)
    assert quote_number(mine, []) == "C-ABCDEF01-1"
    numbers = ["C-ABCDEF01-9", "C-ABCDEF01-10", "C-ABCDEF01-x", quote_number(other, [])]
    assert quote_number(mine, numbers) == "C-ABCDEF01-11"
