"""What the tests of the table are given: few customers who share, lack and tie on everything."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from cockpit.domain.calling_window import Holiday, Hours, WindowRules
from cockpit.domain.columns import WorkListColumns
from cockpit.domain.filters import (
    FIELDS,
    KINDS,
    NAMED,
    OPERATORS,
    Condition,
    FieldKind,
    Filter,
    Operator,
)
from cockpit.domain.list_query import Group, ListQuery, SortKey
from cockpit.domain.plain_text import plain
from cockpit.domain.vocabulary import HoldKind, LifecycleStatus, Light, Trend
from cockpit.domain.work_list import ROW_FIELDS
from tests.support.work_columns import NOW, TODAY

NAMES = ("Ágil", "agil", "Beta  Ltda", "S.A. do Sul", "x", "Ω-Mega", "Pão\u00a0& Mel", "B\nC")
TEXTS = ("", "", "a", "Á", "b1", "12", "ção", "Rua  1", "ABC", "xyz longer than sixteen bytes")
PEOPLE = ("", "Ana", "Bia", "Átila")
NEAR = (-48, -25, -2, -1, -0.5, 0, 0.25, 1, 9, 12, 14, 26)
RULES = WindowRules(
    by_state={"RJ": Hours(time(9), time(20), frozenset({1, 2}))},
    company_days=(
        Holiday(TODAY, "Aniversário da cidade", "SP", "sao paulo"),
        Holiday(TODAY + timedelta(days=1), "Amanhã"),
    ),
)
TYPED = (
    "agil",
    "AG",
    "á",
    "b",
    "sul s.a.",
    "12",
    "1-2",
    "(12)",
    "z",
    "pao mel",
    "  ",
    "omega",
    "ω",
)
SORTABLE = tuple(name for name in ROW_FIELDS if name != "customer_id")
NAMES_OF_COLUMNS = tuple(one.name for one in fields(WorkListColumns))


def customers(seed: int, count: int, *, first: int = 0) -> WorkListColumns:
    """Return customers drawn from few values, so that they meet in everything."""
    some = Random(seed)
    rows = [_customer(some, first + number) for number in range(count)]
    return WorkListColumns(**{name: [row[name] for row in rows] for name in NAMES_OF_COLUMNS})


def joined(one: WorkListColumns, *others: WorkListColumns) -> WorkListColumns:
    """Return the customers of several."""
    parts = {name: list(getattr(one, name)) for name in NAMES_OF_COLUMNS}
    for other in others:
        for name in NAMES_OF_COLUMNS:
            parts[name] += getattr(other, name)
    return WorkListColumns(**parts)


def picked(columns: WorkListColumns, lines: Sequence[int]) -> WorkListColumns:
    """Return some of the customers."""
    return replace(
        columns,
        **{name: [getattr(columns, name)[line] for line in lines] for name in NAMES_OF_COLUMNS},
    )


def _customer(some: Random, number: int) -> dict[str, Any]:
    name, code = some.choice(NAMES), some.choice(TEXTS)
    city, state = some.choice((("São Paulo", "SP"), ("Rio", "RJ"), ("Manaus", "AM"), ("", "")))
    is_known = some.random() < 0.8
    texts = {one: some.choice(TEXTS) for one in ("company", "tax_id", "segment", "region")}
    people = {
        one: some.choice(PEOPLE)
        for one in ("owner", "claimed_by", "packed_by", "reserved_by", "others_campaign")
    }
    # The half of the key that is looked up first is shared by many.
    key = UUID(int=(some.randrange(4) * 1_000 + number) << 64 | number % 3)
    return {
        **texts,
        **people,
        "customer_id": key,
        "code": code,
        "name": name,
        "phone": some.choice(("", "(12) 3456-7890", "(11) 98888-7777")),
        "city": city,
        "state": state,
        "campaign": some.choice(TEXTS),
        "objection": some.choice(("", "Preço", "preco")),
        "post_it": some.choice(("", "", "Bia: ligar", "Ana: oferta")),
        "search_text": plain(f"{name} {code} {city}"),
        "last_contact_at": _instant(some, 0.6),
        "last_contact_by": some.choice(PEOPLE),
        "next_contact_at": _instant(some, 0.4),
        "next_contact_has_time": some.random() < 0.5,
        "overdue_cents": some.choice((0, 1, 500)),
        **{
            one: some.choice(tuple(Light))
            for one in ("credit", "orders", "titles", "quotes", "service", "nonconformity")
        },
        "status": some.choice(tuple(LifecycleStatus)),
        "trend": some.choice(tuple(Trend)),
        "last_order_day": TODAY.toordinal() - some.choice((-1, 0, 3, 730, 731))
        if is_known
        else None,
        "frequency_days": some.choice((None, 7.5, 16.0)),
        "cycles_late": some.choice((None, 0.0, 1.5, 3.1)),
        "gap_quantile_bp": some.choice((None, 0, 9_750)),
        "none_90_bp": some.choice((None, 0, 3_125)),
        "alive_bp": some.choice((None, 10_000, 2)),
        "value_cents": some.choice((0, 100, 1_000)),
        "value_12m_cents": some.choice((0, 365, 99_999)),
        "at_risk_cents": some.choice((0, 0, 10, 5_000)),
        "lost_so_far_cents": some.choice((0, 7)),
        "zone": some.choice(("", "", "America/Noronha")),
        **{
            one: some.random() < 0.12
            for one in ("is_phone_forbidden", "is_blocked", "is_held_out", "is_woken")
        },
        "reserved_until": _instant(some, 0.2),
        "packed_until": _instant(some, 0.15),
        "carried_until": _instant(some, 0.15),
        "campaign_until": _instant(some, 0.2),
        "hold": some.choice((None, None, *HoldKind)),
        "hold_until": _instant(some, 0.6),
        "preferred_from_minute": some.choice((None, None, 600, 840)),
        "preferred_until_minute": some.choice((None, None, 720, 1_080)),
        "preferred_weekdays": some.choice((None, None, 0b10, 0b11101)),
    }


def _instant(some: Random, share: float) -> datetime | None:
    return NOW + timedelta(hours=some.choice(NEAR)) if some.random() < share else None


def _values(  # noqa: PLR0911 - one answer per operator
    operator: Operator, kind: FieldKind
) -> st.SearchStrategy[tuple[Any, ...]]:
    numbers = st.sampled_from((0, 1, 2, 3.1, 7.5, 16, 500, 731, 5_000))
    days = st.integers(-800, 3).map(lambda days: (TODAY + timedelta(days=days)).isoformat())
    texts = st.sampled_from((*NAMES, *TEXTS, *PEOPLE, "at_risk", "3", "up", "no_phone", "Preço"))
    is_day = kind is FieldKind.DAY
    match operator:
        case Operator.IS_EMPTY | Operator.IS_FILLED:
            return st.just(())
        case Operator.ONE_OF | Operator.NOT_ONE_OF:
            return st.lists(texts, min_size=1, max_size=3).map(tuple)
        case Operator.LAST_DAYS | Operator.NEXT_DAYS:
            return st.tuples(st.sampled_from((0, 1, 7, 730)))
        case Operator.BETWEEN:
            return st.tuples(days, days) if is_day else st.tuples(numbers, numbers)
        case Operator.AT_LEAST | Operator.AT_MOST:
            return st.tuples(days if is_day else numbers)
        case Operator.IS if kind is FieldKind.YES_NO:
            return st.tuples(st.booleans())
    return st.tuples(texts)


#: Some of the keys that ``_customer`` makes, and others.
_named = st.lists(
    st.builds(
        lambda half, number: UUID(int=(half * 1_000 + number) << 64 | number % 3),
        st.integers(0, 4),
        st.integers(0, 60),
    ),
    max_size=8,
).map(lambda keys: Filter.of_customers(keys).conditions[0])


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    field = draw(st.sampled_from(sorted(KINDS)))
    if field == NAMED:
        return draw(_named)
    operator = draw(st.sampled_from(OPERATORS[FIELDS[field]]))
    return Condition(field, operator, draw(_values(operator, FIELDS[field])))


@st.composite
def queries(draw: st.DrawFn) -> ListQuery:
    asked = draw(st.lists(conditions(), max_size=3))
    keys = st.builds(SortKey, st.sampled_from(SORTABLE), st.booleans())
    return ListQuery(
        group=draw(st.sampled_from((Group.ALL, *Group))),
        text=" ".join(draw(st.lists(st.sampled_from(TYPED), max_size=2))),
        filter=Filter(tuple(asked), draw(st.booleans())) if asked else None,
        sorting=tuple(draw(st.lists(keys, max_size=3))),
    )


seeds = st.integers(0, 10**6)
#: Hours from NOW at which the list is asked again on its day; night and lunch among them.
hours = st.sampled_from((-3, -1, 0, 0.5, 1, 4, 9, 12))
