"""Every role tries every verb on every table and row, by plain SQL, against what is declared."""

import psycopg
import pytest
from psycopg import sql
from psycopg.rows import dict_row

from cockpit.data.server.access import SCOPES
from cockpit.data.server.roles import group_of
from cockpit.domain.access import GRANTS, Verb
from cockpit.domain.vocabulary import Role
from models import Base
from tests.support.company_rows import GONE, PEOPLE, Company, Row
from tests.support.plain_sql import LATER, REFUSED, connect, is_let, undone
from tests.support.who_sees import may_add, may_change, sees

#: One of each role; their rows are in two teams.
_BY_ROLE = {
    Role.OPERATOR: "ana", Role.EXTERNAL_SELLER: "davi", Role.SUPERVISOR: "sofia",
    Role.MANAGER: "marta", Role.ADMINISTRATOR: "alice",
}  # fmt: skip


#: What nobody may do with any table.
_BEYOND_ROWS = (
    "TRUNCATE {}",
    "DROP TABLE {}",
    "ALTER TABLE {} DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE {} ADD COLUMN more text",
    "CREATE POLICY mine ON {} USING (true)",
    "CREATE INDEX ON {} ((1))",
    "CREATE TRIGGER t AFTER INSERT ON {} EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "CREATE TABLE children () INHERITS ({})",
)


def _key(table: str) -> list[str]:
    return [column.name for column in Base.metadata.tables[table].primary_key]


def _names(columns: list[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, columns))


def _keys(table: str, rows: list[Row]) -> set[tuple[object, ...]]:
    return {tuple(row[column] for column in _key(table)) for row in rows}


def test_both_halves_of_the_declaration_know_every_table() -> None:
    assert set(GRANTS) == set(SCOPES) == set(Base.metadata.tables)


@pytest.mark.parametrize("role", Role)
def test_each_role_may_do_with_each_table_what_is_declared(company: Company, role: Role) -> None:
    empty = {
        Verb.READ: "SELECT 1 FROM {0} WHERE false",
        Verb.ADD: "INSERT INTO {0} ({1}) SELECT NULL WHERE false",
        Verb.REMOVE: "DELETE FROM {0} WHERE false",
    }
    wrong = []
    with connect(company, company.logins[_BY_ROLE[role]]) as connection:
        for table, grant in GRANTS.items():
            named, first = sql.Identifier(table), sql.Identifier(_key(table)[0])
            for verb, template in empty.items():
                done = is_let(connection, sql.SQL(template).format(named, first))
                if done is not (role in grant.who(verb)):
                    wrong.append((table, verb, done))
            for column in Base.metadata.tables[table].columns:
                change = sql.SQL("UPDATE {} SET {} = NULL WHERE false")
                done = is_let(connection, change.format(named, sql.Identifier(column.name)))
                if done is not grant.changeable(role, column.name):
                    wrong.append((table, column.name, done))
            beyond = [sql.SQL(template).format(named) for template in _BEYOND_ROWS]
            wrong += [(table, what, True) for what in beyond if is_let(connection, what)]
    assert wrong == []


@pytest.mark.parametrize("name", PEOPLE)
def test_everybody_sees_the_rows_that_are_theirs_and_no_other(company: Company, name: str) -> None:
    wrong = {}
    with connect(company, company.logins[name]) as connection:
        for table, rows in company.rows.items():
            if PEOPLE[name][0] not in GRANTS[table].reads:
                continue
            expected = _keys(table, [row for row in rows if sees(company, name, table, row)])
            query = sql.SQL("SELECT {} FROM {}").format(_names(_key(table)), sql.Identifier(table))
            with undone(connection) as cursor:
                found = set(cursor.execute(query).fetchall())
            if found != expected:
                wrong[table] = (found - expected, expected - found)
    assert wrong == {}


@pytest.mark.parametrize("name", PEOPLE)
def test_everybody_changes_the_rows_that_they_may_and_no_other(company: Company, name: str) -> None:
    role, wrong = PEOPLE[name][0], {}
    with connect(company, company.logins[name]) as connection:
        for table, rows in company.rows.items():
            grant = GRANTS[table]
            if role not in grant.changes:
                continue
            keys = _key(table)
            columns = grant.columns.get(role) or [
                column.name for column in Base.metadata.tables[table].columns
                if column.name not in keys
            ]  # fmt: skip
            change = sql.SQL("UPDATE {0} SET {1} = {1} RETURNING {2}").format(
                sql.Identifier(table), sql.Identifier(columns[0]), _names(keys)
            )
            expected = _keys(table, [row for row in rows if may_change(company, name, table, row)])
            with undone(connection) as cursor:
                found = set(cursor.execute(change).fetchall())
            if found != expected:
                wrong[table] = (found - expected, expected - found)
    assert wrong == {}


@pytest.mark.parametrize("name", PEOPLE)
def test_everybody_removes_the_rows_that_they_may_and_no_other(company: Company, name: str) -> None:
    wrong = []
    with connect(company, company.logins[name]) as connection:
        for table, rows in company.rows.items():
            if PEOPLE[name][0] not in GRANTS[table].removes:
                continue
            where = sql.SQL(" AND ").join(
                sql.SQL("{} = %s").format(sql.Identifier(column)) for column in _key(table)
            )
            removal = sql.SQL("DELETE FROM {} WHERE {}").format(sql.Identifier(table), where)
            for row in rows:
                with undone(connection) as cursor:
                    try:
                        cursor.execute(removal, [row[column] for column in _key(table)])
                        done = cursor.rowcount == 1
                    except LATER:
                        done = True
                if done is not may_change(company, name, table, row):
                    wrong.append((table, row, done))
    assert wrong == []


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("is_signed", [True, False])
def test_everybody_adds_the_rows_that_they_may_and_no_other(
    company: Company, name: str, is_signed: bool
) -> None:
    wrong = []
    documents = _documents(company)
    own = dict.fromkeys(("user_id", "author_id", "reviewer_id", "seller_id"), company.users[name])
    own["device_id"] = company.devices[name]
    with connect(company, company.logins[name]) as connection:
        for table, rows in company.rows.items():
            copy = sql.SQL(
                "INSERT INTO {0} ({1}) SELECT {1} FROM"
                " jsonb_populate_record(NULL::{0}, %s::jsonb || %s::jsonb)"
            ).format(sql.Identifier(table), _names(Base.metadata.tables[table].columns.keys()))
            for row, document in zip(rows, documents[table], strict=True):
                changes = {c: v for c, v in own.items() if is_signed and row.get(c) is not None}
                values = (
                    document,
                    psycopg.types.json.Jsonb({c: str(v) for c, v in changes.items()}),
                )
                done = is_let(connection, copy, *values)
                if done is not may_add(company, name, table, row | changes):
                    wrong.append((table, row, done))
    assert wrong == []


def _documents(company: Company) -> dict[str, list[str]]:
    """Return every row as a document, in the order of the rows."""
    found: dict[str, list[str]] = {}
    with connect(company, "postgres") as connection:
        for table, rows in company.rows.items():
            query = sql.SQL("SELECT {}, to_jsonb(t)::text AS document FROM {} AS t").format(
                _names(_key(table)), sql.Identifier(table)
            )
            cursor = connection.cursor(row_factory=dict_row)
            by_key = {
                tuple(one[column] for column in _key(table)): str(one["document"])
                for one in cursor.execute(query)
            }
            found[table] = [by_key[tuple(row[c] for c in _key(table))] for row in rows]
    return found


def test_who_has_no_access_any_more_and_who_never_had_see_nothing(company: Company) -> None:
    strangers = [company.logins[GONE]]
    for group in (group_of(role) for role in Role):
        login = f"{company.logins[GONE]}_{group}"
        with connect(company, "postgres") as connection:
            for statement in ("CREATE ROLE {} LOGIN", f"GRANT {group} TO {{}}"):
                connection.execute(sql.SQL(statement).format(sql.Identifier(login)))
        strangers.append(login)
    seen = []
    for login in strangers:
        with connect(company, login) as connection:
            for table in GRANTS:
                with undone(connection) as cursor:
                    query = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))
                    try:
                        found = cursor.execute(query).fetchone()
                    except REFUSED:
                        continue
                    if found != (0,):
                        seen.append((login, table, found))
    assert seen == []
