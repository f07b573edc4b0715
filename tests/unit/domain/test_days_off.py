"""Days without calls, and lists of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.domain import formats
from cockpit.domain.days_off import DayOffDraft, read_day, read_list
from cockpit.domain.errors import BadInputError
from cockpit.domain.states import STATES

names = st.text(
    st.characters(categories=["L", "N"]), min_size=1, max_size=20
)  # letters and figures of every script
drafts = st.builds(
    DayOffDraft,
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    names,
    st.sampled_from(STATES),
    st.just("") | names,
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24/06/2026", date(2026, 6, 24)),
        ("1.5.2026", date(2026, 5, 1)),
        ("2026-06-24", date(2026, 6, 24)),
        ("31/02/2026", None),
        ("24/06/26", None),
        ("20260624", None),
        ("São João", None),
    ],
)
def test_a_day_is_read_as_it_is_written_in_brazil(text: str, day: date | None) -> None:
    assert read_day(text) == day


def test_a_list_is_read_with_its_bad_lines_named() -> None:
    found = read_list(
        "\ufeffData;Nome;UF;Cidade\n24/06/2026;São João;PE;Caruaru\n\n"
        "31/02/2026;Nunca;;\n08/12/2026;Padroeira;São Paulo;\n24/06/2026;S. João;PE;CARUARU\n"
        "01/07/2026;;SP;\n02/07/2026;Da Bahia;XX;\n03/07/2026;Da cidade;;Itu\n"
    )
    assert found.drafts == (
        DayOffDraft(date(2026, 6, 24), "São João", "PE", "Caruaru"),
        DayOffDraft(date(2026, 12, 8), "Padroeira", "SP"),
    )
    assert found.bad_lines == (4, 7, 8, 9)


@pytest.mark.parametrize("separator", [";", "\t", ","])
@given(st.lists(drafts, max_size=8, unique_by=lambda one: one.key))
def test_a_list_that_was_written_is_read_again(separator: str, written: list[DayOffDraft]) -> None:
    lines = (
        separator.join((formats.day(one.day), one.name, one.state, one.city)) for one in written
    )
    found = read_list("\n".join(lines))
    assert list(found.drafts) == written
    assert found.bad_lines == ()


@given(st.text(max_size=200))
def test_whatever_is_pasted_gives_days_that_can_be_stored_or_none(text: str) -> None:
    for draft in read_list(text).drafts:
        draft.check()


@pytest.mark.parametrize(
    ("draft", "key"),
    [
        (DayOffDraft(date(2026, 6, 24), " "), "error.day_off_needs_name"),
        (DayOffDraft(date(2026, 6, 24), "Dia", "sp"), "error.day_off_bad_state"),
        (DayOffDraft(date(2026, 6, 24), "Dia", "", "Itu"), "error.day_off_city_without_state"),
        (DayOffDraft(date(2026, 6, 24), "D" * 81), "error.day_off_too_long"),
    ],
)
def test_a_day_that_says_too_little_is_refused(draft: DayOffDraft, key: str) -> None:
    with pytest.raises(BadInputError) as caught:
        draft.check()
    assert caught.value.message.key == key
