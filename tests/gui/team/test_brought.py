"""What a laptop brought and nobody could store, as an administrator reads it."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from cockpit.app.laptop_pictures import PaintedLaptops
from cockpit.domain.field import TOLD_COLUMNS
from cockpit.domain.formats import Language
from cockpit.domain.ids import new_id
from cockpit.domain.laptops import SetAside
from cockpit.domain.replication import TRAVELS, Up
from cockpit.runtime.translation import install_language
from cockpit.ui.team.laptops.brought import brought_lines
from cockpit.ui.team.laptops.fact_columns import _WORDS, COLUMNS, kind_of, label, word_of
from models import Base
from tests.support.ui_data import UiWorld

#: Keys, hashes and numbers of the program's own, and documents that only programs read.
_OWN = {
    "id", "device_id", "device_seq", "content_sha256", "recorded_at", "row_version", "feed_xid",
    "stored_at", "sha256", "previous_sha256", "media_type", "size", "policy_version", "detail",
    "breaches", "step", "number", "machine", "duration_seconds", "verb", "base", "base_version",
    "value",
}  # fmt: skip


@pytest.fixture(params=Language)
def language(request: pytest.FixtureRequest, world: UiWorld) -> Iterator[Language]:
    install_language(QApplication.instance(), request.param)
    yield request.param
    install_language(QApplication.instance(), Language.PORTUGUESE)


def fact(world: UiWorld, table: str, said: Mapping[str, Any]) -> SetAside:
    made = PaintedLaptops(world.clock.now())
    return made._aside(7, table, "not_yours", {"customer_id": str(new_id()), **said})


def test_a_contact_is_told_by_its_fields(world: UiWorld, language: Language) -> None:
    said = {
        "channel": "visit", "direction": "outbound", "note": "Pediu {catálogo}",
        "potential_cents": 125_000, "forecast_on": "2026-03-20", "outcome_id": str(new_id()),
        "content_sha256": "ab" * 32,
    }  # fmt: skip
    one = fact(world, "contacts", said)
    lines = brought_lines(one, world.clock, language).split("\n")
    if language is Language.PORTUGUESE:
        assert lines[1:] == [
            "Canal: Visita", "Quem procurou: A empresa", "Observação: Pediu {catálogo}",
            "Pode comprar por mês: R$ 1.250,00", "Pedido previsto para: sex, 20/03/2026",
            "", "O registro inteiro, com as chaves: server quarantine show 7",
        ]  # fmt: skip
    else:
        assert lines[1:4] == ["Channel: Visit", "Who began it: The company",
                              "Note: Pediu {catálogo}"]  # fmt: skip


def test_a_change_is_told_with_what_stood_there(world: UiWorld, language: Language) -> None:
    key = str(new_id())
    base = {"due_at": "2026-03-19T12:00:00+00:00", "note": "Igual", "user_id": key}
    value = {**base, "due_at": "2026-03-20T12:00:00+00:00", "kind": "appointment"}
    said = {"entity": "appointments", "verb": "change", "entity_id": key}
    one = fact(world, "commands", {**said, "value": value, "base": base})
    lines = brought_lines(one, world.clock, language).split("\n")
    if language is Language.PORTUGUESE:
        assert lines[:3] == [
            "Próximo contato: alteração",
            "Quando: sex, 20/03/2026 09:00 (antes: qui, 19/03/2026 09:00)",
            "Tipo: Compromisso",
        ]
    else:
        assert lines[0] == "Next contact: changed"
    assert lines[3] == ""


def test_nothing_is_raw(world: UiWorld, language: Language) -> None:
    """Each table that laptops send, with keys, hashes and documents in it."""
    document = {"stored": {"deep": [1, 2]}}
    for entity in (name for name, way in TRAVELS.items() if way.up is not Up.NOTHING):
        own = {column.name for column in Base.metadata.tables[entity].columns} - set(COLUMNS)
        keys = {name: str(new_id()) for name in own if name.endswith(("_id", "sha256"))}
        said = {**dict.fromkeys(own, document), **dict.fromkeys(COLUMNS, document), **keys}
        change = {"entity": entity, "entity_id": str(new_id()), "verb": "add", "base": None}
        for one in (fact(world, entity, said), fact(world, "commands", {**change, "value": said})):
            words = brought_lines(one, world.clock, language)
            assert not any(mark in words for mark in '{}[]"_'), words
            assert not any(key in words for key in keys.values()), words


def test_each_column_that_people_know_is_told(world: UiWorld, language: Language) -> None:
    facts = {name for name, way in TRAVELS.items() if way.up is Up.FACTS}
    for entity in facts - {"commands"}:
        columns = {one.name for one in Base.metadata.tables[entity].columns}
        known = {name for name in columns if not name.endswith("_id")} - _OWN
        assert known <= set(COLUMNS), entity
        assert all(label(entity, column) for column in known)
        enums = {
            one.name: one.type.enums
            for one in Base.metadata.tables[entity].columns
            if getattr(one.type, "enums", None)
        }
        for column, codes in enums.items():
            assert all(word_of(entity, column, code) for code in codes), (entity, column)
            assert kind_of(entity, column).name == "WORD"
    assert {entity for entity, _ in _WORDS} <= set(TRAVELS)


@pytest.mark.parametrize(
    "value",
    [10**30, -1, 0.5, True, "nonsense", "", None, [], {"a": 1}, "0001-01-01T00:00:00+00:00",
     "9999-12-31T23:59:59-14:00", float("inf"), "{}"],
    ids=repr,
)  # fmt: skip
def test_nonsense_is_shown_without_a_stumble(world: UiWorld, value: Any) -> None:
    tables = {*TRAVELS, "no_such_table", ""}
    for entity in tables:
        columns = {*COLUMNS, *TOLD_COLUMNS.get(entity, {})}
        said = dict.fromkeys(columns, value)
        assert brought_lines(fact(world, entity, said), world.clock, Language.PORTUGUESE)
        said = {"entity": entity, "verb": value, "value": said, "base": value}
        assert brought_lines(fact(world, "commands", said), world.clock, Language.ENGLISH)
