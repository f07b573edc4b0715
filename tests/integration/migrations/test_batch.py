"""Rebuilding a parent table keeps its children, and a migration that fails changes nothing."""

from pathlib import Path

import pytest
from alembic import command
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, event, inspect

from cockpit.data.revisions import own_revisions
from tests.support.migrated import configuration, opened
from tests.support.rows import fill, reflected

REVISION = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade():
    {body}


def downgrade():
    pass
"""
REBUILD = """
    with op.batch_alter_table("customers") as customers:
        customers.alter_column("search_text", existing_type=sa.Text(), nullable=True)
        customers.add_column(sa.Column("nickname", sa.Text()))
"""
MOOD = """
    with op.batch_alter_table("contacts") as contacts:
        contacts.add_column(sa.Column("mood", sa.Text()))
"""
BREAK = 'op.execute("DELETE FROM customers")'
STOP = REBUILD + '\n    raise RuntimeError("stop here")'


def future(folder: Path, engine: Engine, body: str) -> None:
    """Go to a revision that does not exist yet."""
    with engine.connect() as connection:
        head = MigrationContext.configure(connection).get_current_revision()
    (folder / "9999_future.py").write_text(REVISION.format(head=head, body=body))
    command.upgrade(configuration(engine, folder), "9999")


def customer_with_phone(engine: Engine) -> None:
    """Make a customer with one child that would go with it."""
    with engine.begin() as connection:
        names = ["customers", "phones"]
        tables = reflected(connection, names).tables
        for name in names:
            fill(connection, tables[name])


def phones(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM phones").scalar_one())


def test_rebuilding_a_parent_keeps_its_children(database_url: str, tmp_path: Path) -> None:
    with opened(database_url) as engine:
        customer_with_phone(engine)
        future(tmp_path, engine, REBUILD)
        with engine.connect() as connection:
            assert "nickname" in _columns(connection)
        assert phones(engine) == 1


def test_with_foreign_keys_on_the_same_rebuild_would_lose_them(sqlite_file: Path) -> None:
    with opened(f"sqlite:///{sqlite_file}") as engine:
        customer_with_phone(engine)
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE copy AS SELECT * FROM customers")
            connection.exec_driver_sql("DROP TABLE customers")
            connection.exec_driver_sql("ALTER TABLE copy RENAME TO customers")
        assert phones(engine) == 0


def test_a_connection_comes_back_with_its_foreign_keys_on(
    sqlite_file: Path, tmp_path: Path
) -> None:
    with opened(f"sqlite:///{sqlite_file}") as engine, engine.connect() as connection:
        seen = _watch(engine)
        (tmp_path / "9999_future.py").write_text(
            REVISION.format(head=own_revisions().head, body=REBUILD)
        )
        config = configuration(engine, tmp_path)
        config.attributes["connection"] = connection
        command.upgrade(config, "9999")
        assert any("PRAGMA foreign_key_check" in statement for statement in seen)
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_broken_references_undo_the_migration(sqlite_file: Path, tmp_path: Path) -> None:
    with opened(f"sqlite:///{sqlite_file}") as engine:
        customer_with_phone(engine)
        with pytest.raises(RuntimeError, match="broken references: phones → customers"):
            future(tmp_path, engine, BREAK)
        assert _customers_and_revision(engine) == (1, own_revisions().head)


def test_rebuilding_contacts_without_the_triggers_of_notes_is_undone(
    sqlite_file: Path, tmp_path: Path
) -> None:
    rebuild = MOOD.replace('"contacts"', '"contacts", recreate="always"')
    with opened(f"sqlite:///{sqlite_file}") as engine:
        with pytest.raises(RuntimeError, match="notes without an index: tr_contacts_note_added"):
            future(tmp_path, engine, rebuild)
        assert _customers_and_revision(engine) == (0, own_revisions().head)
        future(tmp_path, engine, MOOD)  # a column that is merely added rebuilds nothing


def test_a_migration_that_fails_changes_nothing(database_url: str, tmp_path: Path) -> None:
    with opened(database_url) as engine:
        customer_with_phone(engine)
        with pytest.raises(RuntimeError, match="stop here"):
            future(tmp_path, engine, STOP)
        with engine.connect() as connection:
            assert (
                "nickname" not in reflected(connection, ["customers"]).tables["customers"].columns
            )
        assert _customers_and_revision(engine) == (1, own_revisions().head)


def test_migrating_inside_a_transaction_is_refused(sqlite_file: Path) -> None:
    with opened(f"sqlite:///{sqlite_file}") as engine, engine.begin() as connection:
        config = configuration(engine)
        config.attributes["connection"] = connection
        with pytest.raises(RuntimeError, match="outside a transaction"):
            command.upgrade(config, "head")


def _watch(engine: Engine) -> list[str]:
    """Return a list that fills with the statements that are run."""
    seen: list[str] = []

    @event.listens_for(engine, "before_cursor_execute")
    def _note(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    return seen


def _columns(connection: Connection) -> list[str]:
    return [column["name"] for column in inspect(connection).get_columns("customers")]


def _customers_and_revision(engine: Engine) -> tuple[int, str]:
    with engine.connect() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM customers").scalar_one()
        revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
        return int(count), str(revision.scalar_one())
