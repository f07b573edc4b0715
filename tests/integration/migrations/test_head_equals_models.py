"""The migrated database is the one that the models describe, to the last CHECK."""

from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Engine, MetaData, inspect

from models import Base
from models.base import NAMING_CONVENTION
from tests.support.migrated import configuration, opened


def test_autogenerate_finds_nothing_to_do(database_url: str) -> None:
    with opened(database_url) as engine:
        command.check(configuration(engine))


def test_on_sqlite_the_structure_is_what_the_models_would_create(
    sqlite_file: Path, tmp_path: Path
) -> None:
    _compare(f"sqlite:///{sqlite_file}", f"sqlite:///{tmp_path / 'created.db'}")


def test_on_postgresql_the_structure_is_what_the_models_would_create(
    postgres_url: str, postgres_empty_url: str
) -> None:
    _compare(postgres_url, postgres_empty_url)


def _compare(migrated: str, empty: str) -> None:
    with opened(empty) as engine:
        _copy_of_the_models().create_all(engine)
        expected = _structure(engine)
    with opened(migrated) as engine:
        found = _structure(engine)
    found.pop("alembic_version")
    found["contacts"]["indexes"].pop("ix_contacts_note_words", None)
    found["contacts"]["columns"].pop("note_words", None)
    assert sorted(found) == sorted(expected)
    for table, parts in expected.items():
        assert found[table] == parts


def _copy_of_the_models() -> MetaData:
    """Return tables of their own: `create_all` on PostgreSQL marks a `use_alter` key for good."""
    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    for table in Base.metadata.tables.values():
        table.to_metadata(metadata)
    return metadata


def _structure(engine: Engine) -> dict[str, dict[str, Any]]:
    """Describe every table in plain values that compare."""
    inspector = inspect(engine)
    columns = {
        # A file's index of notes is tables of its own, of which the classes know nothing.
        table: parts
        for table, parts in _by_table(inspector.get_multi_columns()).items()
        if not table.startswith("contact_note")
    }
    keys = _by_table(inspector.get_multi_pk_constraint())
    references = _by_table(inspector.get_multi_foreign_keys())
    unique = _by_table(inspector.get_multi_unique_constraints())
    checks = _by_table(inspector.get_multi_check_constraints())
    indexes = _by_table(inspector.get_multi_indexes())
    return {
        table: {
            "columns": {
                column["name"]: (
                    column["type"].compile(engine.dialect),
                    column["nullable"],
                    column["default"],
                )
                for column in columns[table]
            },
            "key": keys[table],
            "references": _by_name(references[table]),
            "unique": _by_name(unique[table]),
            "checks": _by_name(checks[table]),
            "indexes": {index["name"]: _index(index) for index in indexes[table]},
        }
        for table in columns
    }


def _by_table(found: Any) -> dict[str, Any]:
    return {table: parts for (_, table), parts in found.items()}


def _by_name(parts: list[Any]) -> list[Any]:
    return sorted(parts, key=lambda part: part["name"])


def _index(index: Any) -> tuple[Any, ...]:
    """Return an index's columns, whether it is unique, and its condition."""
    options = index.get("dialect_options", {})
    where = [str(value) for option, value in options.items() if option.endswith("_where")]
    return index["column_names"], index["unique"], where
