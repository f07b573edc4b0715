"""Grants and row policies, made from the declaration of ``access.py``."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Table

from cockpit.data.server.access import ACCESS, Scope
from cockpit.data.server.roles import GROUPS, OWNER, group_of
from cockpit.data.server.rows import KNOWN, OF_WIDE, Rows, where
from cockpit.domain.access import EVERYBODY, WIDE, Grant, Roles, Verb
from cockpit.domain.vocabulary import Role


def access_statements(tables: Mapping[str, Table]) -> Iterator[str]:
    """Return what brings the grants and policies of these tables to what is declared.

    Applied twice they change nothing.
    """
    for table in sorted(tables):
        yield from _bare(table)
        access = ACCESS[table]
        yield from _grants(tables[table], access.grant)
        yield from _policies(table, access.grant, access.scope)
    yield f"GRANT SELECT ON alembic_version TO {_named(EVERYBODY)}"


def _bare(table: str) -> Iterator[str]:
    """Take everything from everybody; the owner, too, is held to the policies."""
    yield f"ALTER TABLE {table} OWNER TO {OWNER}"
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    yield f"REVOKE ALL ON {table} FROM PUBLIC, {', '.join(GROUPS)}"
    yield f"""DO $$ DECLARE old record; BEGIN
        FOR old IN SELECT policyname FROM pg_policies
            WHERE schemaname = 'public' AND tablename = '{table}' LOOP
            EXECUTE format('DROP POLICY %I ON {table}', old.policyname);
        END LOOP; END $$"""
    yield f"CREATE POLICY owner ON {table} TO {OWNER} USING (true)"


def _grants(table: Table, grant: Grant) -> Iterator[str]:
    """Return the grants; what may be updated, column by column.

    Who may update a table as a whole may lock it against everybody (``LOCK TABLE``); who may update
    columns may not, be it all of them.
    """
    for verb in (Verb.READ, Verb.ADD, Verb.REMOVE):
        if roles := grant.who(verb):
            yield f"GRANT {verb} ON {table} TO {_named(roles)}"
    if whole := grant.changes - grant.columns.keys():
        yield f"GRANT UPDATE ({', '.join(table.columns.keys())}) ON {table} TO {_named(whole)}"
    for role in sorted(grant.changes & grant.columns.keys()):
        columns = ", ".join(grant.columns[role])
        yield f"GRANT UPDATE ({columns}) ON {table} TO {group_of(role)}"


def _policies(table: str, grant: Grant, scope: Scope) -> Iterator[str]:
    """Return the policies, of which the widest that fits a role counts."""
    wide: Roles = frozenset() if scope.is_private else grant.reads & WIDE
    yield from _of(table, grant, scope, ("wide", wide, OF_WIDE))
    yield from _of(table, grant, scope, ("narrow", grant.reads - wide, scope.rows))


def _of(table: str, grant: Grant, scope: Scope, whose: tuple[str, Roles, Rows]) -> Iterator[str]:
    kind, roles, rows = whose
    changeable = _both(rows, scope.changeable)
    for verb, condition, clauses in (
        (Verb.READ, rows, "USING ({0})"),
        (Verb.ADD, _both(rows, scope.signed), "WITH CHECK ({0})"),
        (Verb.CHANGE, changeable, "USING ({0}) WITH CHECK ({0})"),
        (Verb.REMOVE, changeable, "USING ({0})"),
    ):
        if who := roles & grant.who(verb):
            told_apart = condition if grant.who(verb) == EVERYBODY else condition & _of_roles(who)
            clause = clauses.format(told_apart.of(table))
            name = f"{verb.lower()}_{kind}"
            yield f"CREATE POLICY {name} ON {table} FOR {verb} TO {_named(who)} {clause}"


def own_rows(scope: Scope, *, is_new: bool) -> Rows:
    """Return which rows a login may add, or change, where no wider right counts.

    What a laptop sends is judged by it, past the policies: its customers are looked at beside.
    """
    return _both(scope.rows, scope.signed if is_new else scope.changeable)


def _of_roles(roles: Roles) -> Rows:
    """Return all rows, for who has one of these roles in this very database.

    A group of the server may have members who are others here.
    """
    named = ", ".join(f"'{role}'" for role in sorted(roles))
    return where(f"(SELECT giro_role()) IN ({named})")


def _both(one: Rows, other: Rows) -> Rows:
    """Return the rows of both; every condition on rows implies that the login is known."""
    if one == KNOWN:
        return other
    return one if other == KNOWN else one & other


def _named(roles: Iterable[Role]) -> str:
    return ", ".join(sorted(group_of(role) for role in roles))
