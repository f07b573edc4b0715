"""Documents of rules: what is accepted, in which form, and what differs between two."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.data.defaults import OUTCOMES
from cockpit.domain.plain_text import plain
from cockpit.domain.rule_checks import check_used, checked
from cockpit.domain.rule_fields import fields_of, fixed_keys, new_entry
from cockpit.domain.rules import RuleError, RuleField, RuleKind, Shape, differences

KINDS = [one for one in RuleKind if one is not RuleKind.CYCLE]
CLOCKS = st.builds("{:02d}:{:02d}".format, st.integers(0, 23), st.integers(0, 59))


def value_of(one: RuleField) -> st.SearchStrategy[Any]:
    """Return values that the declaration of a field allows, and some that it does not."""
    match one.shape:
        case Shape.WHOLE | Shape.PERCENT | Shape.MINUTES:
            found: st.SearchStrategy[Any] = st.integers(one.low - 2, one.high + 2)
        case Shape.CLOCK:
            found = CLOCKS
        case Shape.SWITCH:
            found = st.booleans()
        case Shape.CHOICE:
            found = st.sampled_from(one.choices or ("a", "b"))
        case Shape.CHOICES | Shape.ORDERED:
            found = st.lists(st.sampled_from(one.choices or ("a", "b")), max_size=4)
        case Shape.ROWS:
            found = st.lists(document_of(one.fields), max_size=3)
        case Shape.HIDDEN:
            found = st.uuids().map(str)
        case _:
            found = st.text(max_size=12)
    return st.one_of(st.none(), found) if one.is_optional else found


def document_of(fields: tuple[RuleField, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({one.key: value_of(one) for one in fields})


@st.composite
def drafts(draw: st.DrawFn) -> tuple[RuleKind, str, dict[str, Any]]:
    kind = draw(st.sampled_from(KINDS))
    subject = draw(st.sampled_from(["", "SP"])) if kind is RuleKind.WINDOWS else ""
    return kind, subject, draw(document_of(fields_of(kind, subject)))


def is_within(one: RuleField, value: Any) -> bool:
    """Tell whether a value keeps its declaration: the check again, in other words."""
    if value is None:
        return one.is_optional or one.shape is Shape.HIDDEN
    match one.shape:
        case Shape.WHOLE | Shape.PERCENT | Shape.MINUTES:
            return one.low <= value <= one.high
        case Shape.TEXT:
            return one.low <= len(value) <= one.high and value == " ".join(value.split())
        case Shape.CHOICES | Shape.ORDERED:
            return len(value) >= one.low and len(set(value)) == len(value)
        case Shape.ROWS:
            is_count = one.low <= len(value) <= one.high
            return is_count and all(is_within(f, row[f.key]) for row in value for f in one.fields)
        case _:
            return True


@given(drafts())
def test_what_is_accepted_keeps_every_declaration_and_is_accepted_again(
    draft: tuple[RuleKind, str, dict[str, Any]],
) -> None:
    kind, subject, document = draft
    fields = fields_of(kind, subject)
    try:
        found = checked(kind, subject, deepcopy(document))
    except RuleError:
        return
    assert list(found) == [one.key for one in fields]
    assert all(is_within(one, found[one.key]) for one in fields)
    assert checked(kind, subject, deepcopy(found)) == found
    assert differences(fields, found, deepcopy(found)) == ()


@given(CLOCKS, CLOCKS)
def test_hours_open_before_they_close(opens: str, closes: str) -> None:
    document = {"opens": opens, "closes": closes, "weekdays": ["0"], "optional_days": True}
    minutes = [int(one[:2]) * 60 + int(one[3:]) for one in (opens, closes)]
    is_open = minutes[0] < (minutes[1] or 24 * 60)
    try:
        checked(RuleKind.WINDOWS, "", document)
    except RuleError:
        assert not is_open
    else:
        assert is_open


def outcomes(**changes: Any) -> dict[str, Any]:
    rows = [
        new_entry(fields_of(RuleKind.OUTCOMES)[0].fields)
        | {
            "id": str(one.outcome_id),
            "code": one.code,
            "name": one.name,
            "effect": one.effect.value,
            "wait_minutes": one.wait_minutes,
            "is_reached": one.is_reached,
        }
        for one in OUTCOMES
    ]
    return {"outcomes": rows, "reasons": []} | changes


@pytest.mark.parametrize("code", ["sale", "do_not_contact"])
def test_a_sale_and_a_wish_for_silence_can_always_be_logged(code: str) -> None:
    document = outcomes()
    for row in document["outcomes"]:
        if row["code"] == code:
            row["is_active"] = False
    with pytest.raises(RuleError) as told:
        checked(RuleKind.OUTCOMES, "", document)
    assert told.value.message.key == "error.rule_effect_missing"


def test_an_outcome_that_takes_from_the_queue_says_for_how_long() -> None:
    document = outcomes()
    row = next(one for one in document["outcomes"] if one["code"] == "busy")
    row["wait_minutes"] = None
    with pytest.raises(RuleError) as told:
        checked(RuleKind.OUTCOMES, "", document)
    assert told.value.path == ("outcomes", document["outcomes"].index(row), "wait_minutes")


@given(st.data())
def test_names_in_use_are_unique_however_they_are_written(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(["Preço", "preco", " PREÇO ", "Prazo"]), max_size=4))
    active = data.draw(st.lists(st.booleans(), min_size=len(names), max_size=len(names)))
    fields = fields_of(RuleKind.OBJECTIONS)[0].fields
    rows = [
        new_entry(fields) | {"name": name, "is_active": is_active}
        for name, is_active in zip(names, active, strict=True)
    ]
    used = [plain(name) for name, is_active in zip(names, active, strict=True) if is_active]
    try:
        checked(RuleKind.OBJECTIONS, "", {"objections": rows})
    except RuleError:
        assert len(set(used)) < len(used)
    else:
        assert len(set(used)) == len(used)


def test_a_longer_cap_that_is_never_reached_is_refused() -> None:
    content = {one.key: one.default for one in fields_of(RuleKind.CADENCE)}
    content["caps"] = [{"count": 5, "days": 7}, {"count": 3, "days": 30}]
    with pytest.raises(RuleError) as told:
        checked(RuleKind.CADENCE, "", content)
    assert told.value.path == ("caps", 1, "count")


def test_only_a_used_outcome_keeps_its_meaning() -> None:
    before = outcomes()
    after = deepcopy(before)
    row = next(one for one in after["outcomes"] if one["code"] == "no_answer")
    row["is_reached"] = True
    check_used(RuleKind.OUTCOMES, before, after, ())
    with pytest.raises(RuleError):
        check_used(RuleKind.OUTCOMES, before, after, {row["id"]})
    assert fixed_keys(RuleKind.OUTCOMES, row, {row["id"]}) == ("effect", "is_reached")
    assert fixed_keys(RuleKind.OUTCOMES, row, ()) == ()


def test_differences_name_the_entry_and_the_field() -> None:
    before = outcomes()
    after = deepcopy(before)
    after["outcomes"][0]["name"] = "Vendeu"
    new = new_entry(fields_of(RuleKind.OUTCOMES)[0].fields) | {"name": "Outra"}
    after["outcomes"].append(new)
    renamed, added = differences(fields_of(RuleKind.OUTCOMES), before, after)
    assert (renamed.entry, renamed.field.key) == ("Vendeu", "name")
    assert (renamed.before, renamed.after) == ("Venda realizada", "Vendeu")
    assert (added.entry, added.before, added.after) == ("Outra", None, new)


def test_another_order_is_a_difference() -> None:
    before = outcomes()
    after = outcomes(outcomes=list(reversed(before["outcomes"])))
    (found,) = differences(fields_of(RuleKind.OUTCOMES), before, after)
    assert found.field.shape is Shape.ROWS
