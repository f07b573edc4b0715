"""Who may do what: the policies and grants in force against those declared, and the logins."""

import re
from collections.abc import Iterator
from itertools import product

from sqlalchemy import Connection, text

from cockpit.data.server.execution import EXECUTION
from cockpit.data.server.mark import is_marked
from cockpit.data.server.policies import access_statements
from cockpit.data.server.roles import GROUPS, OWNER, group_of
from cockpit.domain.doctor import Finding, bad, caution, good
from cockpit.domain.vocabulary import Role
from models import Base

_POLICY = re.compile(r"^CREATE POLICY (\w+) ON (\w+)(?: FOR (\w+))? TO ([\w, ]+?) (?:USING|WITH)")
_GRANT = re.compile(r"^GRANT (\w+)(?: \(([\w, ]+)\))? ON (\w+) TO ([\w, ]+)$")
_TABLES = text(
    "SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS is_forced,"
    " pg_get_userbyid(relowner) AS owner FROM pg_class"
    " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
)
_POLICIES = text(
    "SELECT tablename, policyname, cmd, array_to_string(roles, ',') AS roles FROM pg_policies"
    " WHERE schemaname = 'public'"
)
_GRANTED = text(
    "SELECT acl.relation, acl.attribute, acl.verb,"
    " CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(acl.grantee) END AS grantee"
    " FROM ("
    "  SELECT c.relname AS relation, '' AS attribute, one.privilege_type AS verb, one.grantee"
    "  FROM pg_class AS c CROSS JOIN LATERAL aclexplode(c.relacl) AS one"
    "  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')"
    "  UNION ALL"
    "  SELECT c.relname, a.attname, one.privilege_type, one.grantee"
    "  FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid"
    "  CROSS JOIN LATERAL aclexplode(a.attacl) AS one"
    "  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')"
    " ) AS acl"
)
_EXECUTABLE = text(
    "SELECT p.proname AS name,"
    " CASE one.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(one.grantee) END AS grantee"
    " FROM pg_proc AS p"
    " CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS one"
    " WHERE p.pronamespace = 'public'::regnamespace AND one.grantee <> p.proowner"
    " AND (p.prosecdef OR p.proname LIKE 'giro\\_%')"
)
_UNLOGGED = text(
    "SELECT u.login FROM users AS u JOIN pg_roles AS r ON r.rolname = u.database_role"
    " WHERE u.role = 'administrator' AND u.is_active AND NOT EXISTS ("
    "  SELECT FROM pg_db_role_setting AS s WHERE s.setrole = r.oid"
    "  AND 'log_statement=all' = ANY(s.setconfig))"
    " AND NOT EXISTS (SELECT FROM pg_settings AS s WHERE s.name = 'log_statement'"
    "  AND s.setting = 'all' AND s.source IN ('configuration file', 'command line', 'database'))"
    " ORDER BY u.login"
)
_LOGINS = text(
    "SELECT u.login, u.role, u.is_active, r.rolname, r.rolsuper OR r.rolbypassrls AS is_above,"
    " ARRAY(SELECT pg_get_userbyid(m.roleid) FROM pg_auth_members AS m WHERE m.member = r.oid)"
    " AS groups"
    " FROM users AS u LEFT JOIN pg_roles AS r ON r.rolname = u.database_role"
    " WHERE u.database_role IS NOT NULL"
)


def policies(connection: Connection) -> Iterator[Finding]:
    """Compare the policies in force with those declared."""
    tables = {row.name: row for row in connection.execute(_TABLES)}
    ours = set(Base.metadata.tables)
    loose = sorted(
        name for name in ours & tables.keys()
        if not tables[name].is_forced or tables[name].owner != OWNER
    )  # fmt: skip
    found = {
        (row.tablename, row.policyname, row.cmd, _named(row.roles))
        for row in connection.execute(_POLICIES)
    }
    other = sorted({one[0] for one in found ^ _declared_policies()})
    if loose:
        yield bad("policies", "loose", names=", ".join(loose))
    if other:
        yield bad("policies", "other", names=", ".join(other))
    if not loose and not other:
        if is_marked(connection):
            yield good("policies", count=len(found))
        else:
            yield bad("policies", "edited")


def grants(connection: Connection) -> Iterator[Finding]:
    """Compare what roles were granted on the tables with what is declared."""
    declared = _declared_grants()
    ours = {*Base.metadata.tables, "alembic_version"}
    found = {
        (row.relation, row.grantee, row.verb, row.attribute)
        for row in connection.execute(_GRANTED)
        if row.grantee != OWNER and row.relation in ours
    }
    # A grant on the whole table counts, whatever was granted on its columns.
    surplus = {one[0] for one in found - declared if (*one[:3], "") not in declared}
    missing = {one[0] for one in declared - found if (*one[:3], "") not in found}
    if surplus:
        yield bad("grants", "surplus", names=", ".join(sorted(surplus)))
    if missing:
        yield bad("grants", "missing", names=", ".join(sorted(missing)))
    if not surplus and not missing:
        yield good("grants", count=len(found))


def functions(connection: Connection) -> Iterator[Finding]:
    """Compare who may call which function with what is declared."""
    declared = {(name, role) for name, roles in EXECUTION.items() for role in roles}
    found = {(row.name, row.grantee) for row in connection.execute(_EXECUTABLE)}
    for what, names in (("surplus", found - declared), ("missing", declared - found)):
        if names:
            yield bad("functions", what, names=", ".join(sorted({name for name, _ in names})))
    if found == declared:
        yield good("functions", count=len(EXECUTION))


def logins(connection: Connection) -> Iterator[Finding]:
    """Look for people whom no policy holds, whose group is another, or who have no login."""
    above, other, missing, count = [], [], [], 0
    for row in connection.execute(_LOGINS):
        count += row.is_active
        if row.rolname is None:
            missing += [row.login] if row.is_active else []
            continue
        held = set(row.groups) & set(GROUPS)
        if row.is_above or (OWNER in row.groups and row.role != Role.ADMINISTRATOR):
            above.append(row.login)
        if row.is_active and held != {group_of(Role(row.role))}:
            other.append(row.login)
    if above:
        yield bad("logins", "above", names=", ".join(sorted(above)))
    if other:
        yield bad("logins", "other", names=", ".join(sorted(other)))
    if missing:
        yield caution("logins", "missing", names=", ".join(sorted(missing)))
    if not above and not other and not missing:
        yield good("logins", count=count)


def reads(connection: Connection) -> Iterator[Finding]:
    """Look whether the server writes down what administrators read by other tools."""
    names = connection.execute(_UNLOGGED).scalars().all()
    if names:
        yield caution("reads", "unlogged", names=", ".join(names))
    else:
        yield good("reads")


def _declared_policies() -> set[tuple[str, str, str, str]]:
    """Return table, name, verb and roles of what the declaration makes."""
    found = (_POLICY.match(one) for one in access_statements(Base.metadata.tables))
    return {
        (match[2], match[1], match[3] or "ALL", _named(match[4]))
        for match in found
        if match is not None
    }


def _declared_grants() -> set[tuple[str, str, str, str]]:
    """Return table, role, verb and column (none for the whole table) of what is declared."""
    declared = set()
    for statement in access_statements(Base.metadata.tables):
        match = _GRANT.match(statement)
        if match is not None:
            verb, columns, table, roles = match.groups()
            for role, column in product(roles.split(", "), (columns or "").split(", ")):
                declared.add((table, role, verb, column))
    return declared


def _named(roles: str) -> str:
    return ",".join(sorted(role.strip() for role in roles.split(",")))
