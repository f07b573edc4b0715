import json
from pathlib import Path

import pytest

from cockpit.domain.errors import BadInputError
from cockpit.domain.import_sources import DayOrder, ImportMapping, SourceFormat
from cockpit.domain.vocabulary import ImportKind
from cockpit.imports.mapping_file import dump_mapping, load_mappings

WHOLE = ImportMapping(
    ImportKind.ORDERS,
    {"numero": ("Nº Doc",), "cliente": ("CNPJ", "Código+Loja")},
    headers=("no_doc", "cnpj", "codigo", "loja"),
    name="ERP da casa",
    format=SourceFormat(
        encoding="cp1252", delimiter=";", sheet="Plan1", header_line=3, decimal_mark=",",
        day_order=DayOrder.MONTH_FIRST,
    ),
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mapa.json"


@pytest.mark.parametrize("mapping", [WHOLE, ImportMapping(ImportKind.QUOTES, {})])
def test_a_mapping_comes_back_as_it_was_written(path: Path, mapping: ImportMapping) -> None:
    path.write_text(dump_mapping(mapping), encoding="utf-8")
    assert load_mappings(path) == (mapping,)


def test_a_column_has_one_header_or_a_list_and_a_file_one_mapping_or_a_list(path: Path) -> None:
    text = '[{"kind": "pedidos", "columns": {"numero": "Doc"}}, {"kind": "clientes"}]'
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    first, second = load_mappings(path)
    assert first.columns == {"numero": ("Doc",)}
    assert (second.kind, dict(second.columns)) == (ImportKind.CUSTOMERS, {})


def test_the_own_documents_of_invoices_are_a_mapping_too(path: Path) -> None:
    path.write_text('{"kind": "nfe", "columns": {"empresa": "12ABC34501DE35"}}')
    assert load_mappings(path)[0].columns == {"empresa": ("12ABC34501DE35",)}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "import_mapping_not_json"),
        ("[]", "import_mapping_not_json"),
        ("[1]", "import_mapping_not_json"),
        ('{"kind": "pedidos"', "import_mapping_not_json"),
        ("[" * 100_000, "import_mapping_not_json"),
        (" " * 1_100_000 + '{"kind": "pedidos"}', "import_mapping_not_json"),
        ('{"kind": "pedidos", "colunas": {}}', "import_mapping_key_unknown"),
        ('{"kind": "pedidos", "columns": {"preco": "x"}}', "import_mapping_column_unknown"),
    ],
)
def test_what_is_no_mapping_is_refused(path: Path, text: str, key: str) -> None:
    path.write_text(text)
    with pytest.raises(BadInputError) as caught:
        load_mappings(path)
    assert caught.value.message.key == f"error.{key}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "faturas"),
        ("kind", None),
        ("columns", ["a"]),
        ("numero", 3),
        ("numero", [3]),
        ("headers", {"a": 1}),
        ("encoding", "klingon"),
        ("encoding", "a\0b"),
        ("delimiter", "#"),
        ("sheet", 2),
        ("header_line", 0),
        ("header_line", True),
        ("header_line", "3"),
        ("decimal_mark", ";"),
        ("day_order", "ymd"),
    ],
)
def test_a_wrong_value_is_refused_with_the_name_of_its_key(
    path: Path, name: str, value: object
) -> None:
    entry = {"columns": {"numero": value}} if name == "numero" else {name: value}
    path.write_text(json.dumps({"kind": "pedidos"} | entry))
    with pytest.raises(BadInputError) as caught:
        load_mappings(path)
    assert caught.value.message.key == "error.import_mapping_value_wrong"
    assert caught.value.message.as_dict()["name"] == name


def test_a_mapping_file_that_is_missing_is_named(path: Path) -> None:
    with pytest.raises(BadInputError) as caught:
        load_mappings(path)
    assert caught.value.message.as_dict()["file"] == str(path)
