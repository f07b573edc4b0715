"""No text that people type keeps what some database refuses."""

import importlib
import json
import pkgutil
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cockpit.domain
from cockpit.domain.message_templates import MailServer, MessageTemplate, OutgoingMessage
from cockpit.domain.periods import EARLIEST, LATEST, Period
from cockpit.domain.plain_text import StorableTexts, storable, storable_document
from cockpit.domain.queue import Hold

#: Texts as a clipboard may hold them: control characters and halves of characters among the rest.
PASTED = st.text(st.one_of(st.characters(), st.sampled_from("\0\x01\x0b\x1b\x7f\x85\ud800\n\t")))
DOCUMENT = st.recursive(
    PASTED | st.integers(),
    lambda inner: st.lists(inner) | st.dictionaries(PASTED, inner),
    max_leaves=5,
)
DAYS = st.lists(st.dates(EARLIEST, LATEST), min_size=2, max_size=2).map(sorted)
_KNOWN = {str: PASTED, Any: DOCUMENT, Period: DAYS.map(lambda days: Period(*days))}


def domain_classes() -> Iterator[type]:
    for found in pkgutil.iter_modules(cockpit.domain.__path__):
        module = importlib.import_module(f"cockpit.domain.{found.name}")
        for one in vars(module).values():
            if isinstance(one, type) and one.__module__ == module.__name__:
                yield one


TYPED = sorted(
    {one for one in domain_classes() if issubclass(one, StorableTexts)} - {StorableTexts},
    key=lambda one: one.__name__,
)


def texts(value: object) -> Iterator[str]:
    """Yield every text that was typed, however deep; an outcome's name comes from the database."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts([*value, *value.values()])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)
    elif isinstance(value, StorableTexts):
        yield from texts([getattr(value, field.name) for field in fields(value)])


def is_storable(text: str) -> bool:
    categories = {unicodedata.category(sign) for sign in text if sign not in "\n\t"}
    return not categories & {"Cc", "Cs"}


def test_every_draft_and_message_cleans_its_texts() -> None:
    drafts = {one for one in domain_classes() if one.__name__.endswith("Draft")}
    assert len(drafts) >= 4
    assert drafts <= set(TYPED)
    assert {Hold, MailServer, MessageTemplate, OutgoingMessage} <= set(TYPED)


def made_of(hint: Any) -> st.SearchStrategy[Any]:
    """Return values of a type, every text in them pasted."""
    if hint in _KNOWN:
        return _KNOWN[hint]
    origin, inner = get_origin(hint), get_args(hint)
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        made = st.builds(hint, **{one.name: made_of(hints[one.name]) for one in fields(hint)})
    elif origin is tuple:
        made = st.lists(made_of(inner[0]), max_size=3).map(tuple)
    elif origin is dict:
        made = st.dictionaries(made_of(inner[0]), made_of(inner[1]), max_size=3)
    elif origin in {Union, UnionType}:
        made = st.one_of(*map(made_of, inner))
    else:
        made = st.from_type(hint)
    return made


@pytest.mark.parametrize("record", TYPED, ids=lambda one: one.__name__)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_no_field_of_a_typed_record_keeps_what_a_database_refuses(
    record: type, data: st.DataObject
) -> None:
    made = data.draw(made_of(record))
    assert all(is_storable(text) for text in texts(made))


@given(PASTED)
def test_all_that_can_be_seen_stays(text: str) -> None:
    seen = [sign for sign in text if unicodedata.category(sign) not in {"Cc", "Cs"}]
    kept = [sign for sign in storable(text) if unicodedata.category(sign) not in {"Cc", "Cs"}]
    assert seen == kept
    assert storable(text).count("\n") == text.count("\n")


@given(DOCUMENT)
def test_a_stored_document_is_clean_and_can_be_written(document: object) -> None:
    cleaned = storable_document(document)
    assert all(is_storable(text) for text in texts(cleaned))
    json.dumps(cleaned).encode()


def test_usual_text_is_left_as_it_is() -> None:
    text = "Ligou às 14h:\n\t“quer 10 caixas” — São José 🙂"
    assert storable(text) is text
