"""Each revision goes up and down on a database with rows, and leaves the older rows alone."""

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, func, inspect, select, table

from models import Base
from tests.support.migrated import configuration, opened
from tests.support.rows import fill, reflected

#: Made for laptops in 0010, which no program spoke with; 0025 makes them anew, empty.
_MADE_ANEW = {"commands", "command_outcomes", "outbox", "quarantined_facts", "sync_cursors"}


def test_each_revision_goes_up_and_down_with_rows(empty_database_url: str) -> None:
    with opened(empty_database_url) as engine:
        config = configuration(engine)
        scripts = ScriptDirectory.from_config(config)
        before: dict[str, int] = {}
        for script in reversed(list(scripts.walk_revisions())):
            command.upgrade(config, script.revision)
            _fill_tables_not_in(engine, before)
            kept = {name: many for name, many in before.items() if name not in _MADE_ANEW}
            assert kept.items() <= _counts(engine).items()

            command.downgrade(config, "-1")
            assert {**_counts(engine), **_nothing(before)} == {**before, **_nothing(before)}

            command.upgrade(config, script.revision)
            _fill_tables_not_in(engine, before)
            before = _counts(engine)
        assert all(count == 1 for name, count in before.items() if name not in _MADE_ANEW)

        command.downgrade(config, "base")
        assert _counts(engine) == {}


def test_going_down_to_nothing_leaves_no_function_behind(postgres_url: str) -> None:
    with opened(postgres_url) as engine:
        command.downgrade(configuration(engine), "base")
        with engine.connect() as connection:
            left = connection.exec_driver_sql(
                "SELECT proname FROM pg_proc WHERE starts_with(proname, 'giro')"
            ).all()
    assert left == []


def _nothing(counts: dict[str, int]) -> dict[str, int]:
    return dict.fromkeys(_MADE_ANEW & counts.keys(), 0)


def _fill_tables_not_in(engine: Engine, known: dict[str, int]) -> None:
    """Put a row into every new table."""
    with engine.begin() as connection:
        there = set(inspect(connection).get_table_names()) - set(known)
        new = [table.name for table in Base.metadata.sorted_tables if table.name in there]
        tables = reflected(connection, new).tables
        for name in new:
            fill(connection, tables[name])


def _counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        names = {
            name
            for name in inspect(connection).get_table_names()
            # An index of words is no table that can be gone through.
            if name != "alembic_version" and not name.startswith("contact_note")
        }
        return {
            name: connection.execute(select(func.count()).select_from(table(name))).scalar_one()
            for name in names
        }
