"""A file moves to a server whole and proved, or not at all."""

import json
import math
import random
import shutil
import struct
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import NullPool, create_engine, func, insert, select, text, update

from cockpit.data.engine import Engines, connect_to
from cockpit.data.server.moving import Move, MoveProgress
from cockpit.data.server.moving import move as move_to
from cockpit.data.server.moving.tables import LEFT_BEHIND, moved_tables
from cockpit.data.server.prepare import prepare
from cockpit.data.server.roles import GATEKEEPER, GROUPS, OWNER
from cockpit.data.startup import open_database
from cockpit.data.url import SqliteFile, parse_address
from cockpit.domain.errors import BadInputError, CancelledError, DatabaseError
from cockpit.domain.ids import new_id
from cockpit.domain.vocabulary import Role
from models import Base, Contact, Customer, CustomerMetric, Setting, User
from tests.support.demo_company import DemoCompanies
from tests.support.postgres import PostgresServer
from tests.support.program import run_here
from tests.support.team import TeamDatabase

TODAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def company(demo_companies: DemoCompanies, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo company's file."""
    return demo_companies.copy(TODAY, tmp_path_factory.mktemp("company") / "giro.db")


@pytest.fixture
def source(company: Path, tmp_path: Path) -> Iterator[Engines]:
    """A copy of it, opened."""
    engines = open_database(SqliteFile(Path(shutil.copy(company, tmp_path / "giro.db"))))
    yield engines
    engines.close()


@pytest.fixture
def target(team_database: TeamDatabase) -> Iterator[Engines]:
    """A prepared server with its first administrator, as the login that prepared it."""
    team_database.add("chefe", Role.ADMINISTRATOR)
    engines = connect_to(parse_address(team_database.url("postgres")))
    yield engines
    engines.close()


def move(source: Engines, target: Engines, **chosen: Any) -> Move:
    """Move as the login of an open server."""
    with target.writer.connect() as server:
        return move_to(source, server, **chosen)


def _snapshot(engines: Engines) -> dict[str, int]:
    """Return how many rows each table of a server has, as the owner sees them."""
    with engines.writing() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in Base.metadata.tables.items()
        }


def _rows(engines: Engines, name: str) -> list[dict[str, object]]:
    """Return a table's rows as the program reads them, without what the server makes itself."""
    table = Base.metadata.tables[name]
    keys = list(table.primary_key.columns)
    with engines.reading() as connection:
        found = connection.execute(select(table).order_by(*keys)).mappings().all()
    return [{k: v for k, v in row.items() if k != "feed_xid"} for row in found]


def _look(team: TeamDatabase, statement: str) -> list[tuple[object, ...]]:
    with team.superuser.connect() as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


_CATALOGUE = (
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated"
    " FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2",
    "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class"
    " WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1",
    "SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal"
    " ORDER BY 1, 2",
)


def test_every_row_of_every_table_reads_on_the_server_as_in_the_file(
    source: Engines, target: Engines
) -> None:
    told = move(source, target)

    changed_by_design = {"users", "settings", "devices", "teams"}
    for table in moved_tables():
        if table.name not in changed_by_design:
            assert _rows(target, table.name) == _rows(source, table.name), table.name
    assert dict(told.tables)["orders"].rows == len(_rows(source, "orders")) > 1_000
    assert told.rows == sum(len(_rows(source, table.name)) for table in moved_tables())


def test_indexes_references_and_policies_are_as_before(
    source: Engines, target: Engines, team_database: TeamDatabase
) -> None:
    before = [_look(team_database, statement) for statement in _CATALOGUE]
    move(source, target)
    assert [_look(team_database, statement) for statement in _CATALOGUE] == before


def test_the_server_numbers_the_rows_for_the_feed_itself(
    source: Engines, target: Engines, team_database: TeamDatabase
) -> None:
    move(source, target)
    numbers = _look(team_database, "SELECT DISTINCT feed_xid > 0 FROM orders")
    assert numbers == [(True,)]


def test_a_trial_proves_the_same_and_leaves_nothing(source: Engines, target: Engines) -> None:
    before = _snapshot(target)
    trial = move(source, target, is_trial=True)
    assert _snapshot(target) == before
    assert move(source, target).tables == trial.tables


@pytest.mark.parametrize("step", ["reading", "copying", "comparing", "indexing"])
def test_a_cancelled_move_leaves_nothing_and_may_begin_again(
    source: Engines, target: Engines, team_database: TeamDatabase, step: str
) -> None:
    before = _snapshot(target), [_look(team_database, one) for one in _CATALOGUE]
    seen: list[str] = []
    with pytest.raises(CancelledError):
        move(
            source,
            target,
            report=lambda progress: seen.append(progress.step),
            is_cancelled=lambda: step in seen,
        )
    assert (_snapshot(target), [_look(team_database, one) for one in _CATALOGUE]) == before
    assert move(source, target).rows


def test_a_connection_that_breaks_leaves_nothing(
    source: Engines, target: Engines, team_database: TeamDatabase
) -> None:
    before = _snapshot(target)

    def cut(progress: MoveProgress) -> None:
        if progress.step == "indexing" and progress.done == progress.total // 2:
            _look(
                team_database,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <>"
                " pg_backend_pid() AND datname = current_database() AND state LIKE 'idle in%'",
            )

    with pytest.raises(DatabaseError) as lost:
        move(source, target, report=cut)
    assert lost.value.message.key == "error.server_connection_lost"
    assert _snapshot(target) == before
    assert move(source, target).rows


@pytest.mark.usefixtures("team_database")  # makes the server's roles
def test_no_superuser_is_needed(source: Engines, postgres_server: PostgresServer) -> None:
    name = postgres_server.create()
    login = f"{name}_dba"
    superuser = create_engine(postgres_server.url(name), poolclass=NullPool)
    with superuser.begin() as connection:
        connection.execute(text(f"CREATE ROLE {login} LOGIN CREATEROLE"))
        connection.execute(text(f"ALTER DATABASE {name} OWNER TO {login}"))
        for group in (OWNER, GATEKEEPER, *GROUPS):
            # What a login holds that made the roles itself: it may become them, inheriting none.
            how = "ADMIN TRUE, INHERIT FALSE, SET TRUE"
            connection.execute(text(f"GRANT {group} TO {login} WITH {how}"))
    own = create_engine(postgres_server.url(name, login), poolclass=NullPool)
    with own.connect() as connection:
        prepare(connection)
    with own.connect() as connection:
        with connection.begin():
            connection.execute(text(f"SET LOCAL ROLE {OWNER}"))
            connection.execute(
                insert(User).values(
                    id=new_id(), login="chefe", name="Chefe", role=Role.ADMINISTRATOR,
                    database_role="chefe",
                )
            )  # fmt: skip
        assert move_to(source, connection).rows > 1_000
    own.dispose()
    superuser.dispose()
    postgres_server.drop(name)


def test_a_server_in_use_is_refused(source: Engines, target: Engines) -> None:
    move(source, target)
    with pytest.raises(BadInputError) as refused:
        move(source, target)
    assert refused.value.message.key == "error.move_server_in_use"


def test_a_login_that_may_not_own_is_refused(source: Engines, team_database: TeamDatabase) -> None:
    login = team_database.add("ana", Role.ADMINISTRATOR)
    engines = connect_to(parse_address(team_database.url(login)))
    with pytest.raises(DatabaseError) as refused:
        move(source, engines)
    engines.close()
    assert refused.value.message.key == "error.move_not_owner"


def test_a_forged_fact_is_refused(source: Engines, target: Engines) -> None:
    before = _snapshot(target)
    with source.writing() as connection:
        connection.execute(
            update(Contact)
            .where(Contact.id == select(func.min(Contact.id)).scalar_subquery())
            .values(note="outra coisa")
        )
    with pytest.raises(DatabaseError) as refused:
        move(source, target)
    assert dict(refused.value.message.values) == {"table": "contacts", "count": 1}
    assert _snapshot(target) == before


def test_a_row_that_arrives_otherwise_is_found(
    source: Engines, target: Engines, team_database: TeamDatabase
) -> None:
    before = _snapshot(target)
    with team_database.superuser.begin() as connection:
        connection.execute(text(
            "CREATE FUNCTION giro_spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " NEW.net_cents := NEW.net_cents + 1; RETURN NEW; END $$"
        ))  # fmt: skip
        connection.execute(text(
            "CREATE TRIGGER spoil BEFORE INSERT ON orders FOR EACH ROW"
            " WHEN (NEW.net_cents % 97 = 5) EXECUTE FUNCTION giro_spoil()"
        ))  # fmt: skip
    with pytest.raises(DatabaseError) as refused:
        move(source, target)
    assert refused.value.message.key == "error.move_differs"
    assert _snapshot(target) == before


def test_a_row_that_the_server_refuses_is_told_without_its_text(
    source: Engines, target: Engines
) -> None:
    with source.writing() as connection:
        key = connection.execute(select(func.min(Customer.id))).scalar_one()
        connection.execute(update(Customer).where(Customer.id == key).values(code="x" * 400))
    with pytest.raises(DatabaseError) as refused:
        move(source, target)
    assert dict(refused.value.message.values) == {"table": "customers", "code": "22001"}


def test_hostile_texts_and_extreme_figures_arrive(source: Engines, target: Engines) -> None:
    hostile = "a\tb\nc\rd\\e\\N\\.\"';--\x1f\x01 çãé \U0001f600\u2028"
    with source.writing() as connection:
        key = connection.execute(select(func.min(Customer.id))).scalar_one()
        connection.execute(update(Customer).where(Customer.id == key).values(legal_name=hostile))
        for place, value in enumerate(
            ({"a": 1e5, "b": [1.0, -0.5, 1e300, 2**60, None, True]}, {hostile: hostile}, [], "x")
        ):
            connection.execute(
                insert(Setting).values(id=new_id(), scope="company", key=f"k{place}", value=value)
            )
    move(source, target)
    names = {row["legal_name"] for row in _rows(target, "customers")}
    assert hostile in names
    stored = {row["key"]: row["value"] for row in _rows(target, "settings")}
    assert stored["k0"] == {"a": 1e5, "b": [1.0, -0.5, 10**300, 2**60, None, True]}
    assert stored["k1"] == {hostile: hostile}


def test_every_figure_keeps_its_bits(source: Engines, target: Engines) -> None:
    chance = random.Random(7)
    with source.writing() as connection:
        for key in connection.execute(select(CustomerMetric.customer_id)).scalars().all():
            (figure,) = struct.unpack("d", chance.getrandbits(64).to_bytes(8))
            value = figure if math.isfinite(figure) else float(2**60 + 256)
            connection.execute(
                update(CustomerMetric)
                .where(CustomerMetric.customer_id == key)
                .values(cycles_late=value, frequency_days=-0.0)
            )
    move(source, target)
    assert _rows(target, "customer_metrics") == _rows(source, "customer_metrics")


def _administer(source: Engines, login: str) -> str:
    """Make somebody of the file its administrator; return their key."""
    with source.writing() as connection:
        connection.execute(update(User).where(User.login == login).values(role="administrator"))
        return connection.execute(select(User.id).where(User.login == login)).scalar_one().hex


def test_the_files_administrator_becomes_the_invited_one(
    source: Engines, target: Engines, team_database: TeamDatabase
) -> None:
    key = _administer(source, "carla.menezes")
    told = move(source, target)

    assert told.people == (("carla.menezes", "chefe"),)
    found = _look(
        team_database,
        "SELECT replace(id::text, '-', ''), login, role FROM users WHERE database_role IS NOT NULL",
    )
    assert found == [(key, "chefe", "administrator")]
    person = team_database.open(team_database.login_of("chefe"))
    assert person.user.user_id.hex == key
    with person.engines.reading() as connection:
        assert connection.execute(select(func.count()).select_from(Customer)).scalar_one() > 100


def test_whoever_has_the_same_login_is_the_same_person(
    source: Engines, target: Engines, team_database: TeamDatabase
) -> None:
    team_database.add("carla.menezes", Role.OPERATOR, team=team_database.team("Interna"))
    told = move(source, target)

    assert told.people == (("carla.menezes", "carla.menezes"),)
    carla = team_database.open(team_database.login_of("carla.menezes"))
    with source.reading() as connection:
        key = connection.execute(select(User.id).where(User.login == "carla.menezes")).scalar_one()
    assert carla.user.user_id == key


def test_several_administrators_ask_for_a_choice(source: Engines, target: Engines) -> None:
    _administer(source, "carla.menezes")
    _administer(source, "marisa.toledo")
    with pytest.raises(BadInputError) as refused:
        move(source, target)
    assert refused.value.message.key == "error.move_which_person"
    told = move(source, target, administrator="marisa.toledo")
    assert told.people == (("marisa.toledo", "chefe"),)


def test_nobody_of_the_file_administrates_the_server_unasked(
    source: Engines, target: Engines, team_database: TeamDatabase
) -> None:
    _administer(source, "carla.menezes")
    _administer(source, "marisa.toledo")
    move(source, target, administrator="marisa.toledo")
    assert _look(team_database, "SELECT login FROM users WHERE role = 'administrator'") == [
        ("chefe",)
    ]


def test_an_invited_persons_computer_and_signed_events_stay_theirs(
    source: Engines, target: Engines, team_database: TeamDatabase
) -> None:
    chief = team_database.open(team_database.login_of("chefe"), machine="mesa")
    key = _administer(source, "carla.menezes")
    move(source, target)
    owners = _look(
        team_database,
        f"SELECT replace(user_id::text, '-', '') FROM devices WHERE id = '{chief.user.device_id}'",
    )
    assert owners == [(key,)]


def test_what_is_left_behind_are_tables(source: Engines) -> None:
    assert set(Base.metadata.tables) >= LEFT_BEHIND


def test_the_command_moves_a_file_and_says_what_arrived(
    source: Engines, target: Engines, tmp_path: Path
) -> None:
    address = target.address.url.render_as_string(hide_password=False)
    words = ("server", "migrate-from", str(tmp_path / "giro.db"), "--database", address)
    trial = run_here(*words, "--dry-run", "--language", "en", home=tmp_path)
    assert trial.returncode == 0, trial.stderr
    assert "Trial:" in trial.stdout
    done = run_here(*words, "--json", home=tmp_path)
    assert json.loads(done.stdout)["tables"]["customers"]["rows"] > 100
    again = run_here(*words, home=tmp_path)
    assert again.returncode == 2
    assert "já tem dados" in again.stderr


def test_the_command_makes_no_file_where_there_is_none(target: Engines, tmp_path: Path) -> None:
    address = target.address.url.render_as_string(hide_password=False)
    words = ("server", "migrate-from", str(tmp_path / "nada.db"), "--database", address)
    done = run_here(*words, home=tmp_path)
    assert done.returncode == 2
    assert "não existe" in done.stderr
    assert not (tmp_path / "nada.db").exists()
