"""The roles of the server: who owns the schema, who lets people in, and a group for each role."""

from sqlalchemy import Connection, text

from cockpit.domain.vocabulary import Role

_MAY_BECOME_OWNER = text("SELECT pg_has_role(session_user, :owner, 'SET')")
#: Owns everything, logs in nowhere.
OWNER = "giro_owner"
#: Makes logins and reads nothing; logs in nowhere.
GATEKEEPER = "giro_gatekeeper"
_PREFIX = "giro_"


def group_of(role: Role) -> str:
    """Return the group that a login of this role belongs to."""
    return f"{_PREFIX}{role.value}"


GROUPS = tuple(group_of(role) for role in Role)


def role_statements() -> list[str]:
    """Return what makes the roles where they are not there, and lets this login act for them."""
    made = [_made(name) for name in (OWNER, *GROUPS)]
    made.append(_made(GATEKEEPER, "CREATEROLE"))
    held = [
        f"GRANT {name} TO CURRENT_USER WITH INHERIT FALSE, SET TRUE" for name in (OWNER, GATEKEEPER)
    ]
    doors = f"GRANT {', '.join(GROUPS)} TO {GATEKEEPER} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE"
    return [*made, *held, doors]


def act_as_owner(connection: Connection) -> None:
    """Act as the owner where the login prepared the database itself and is nobody in it.

    Until the transaction ends. Administrators of the company act as themselves.
    """
    if connection.execute(_MAY_BECOME_OWNER, {"owner": OWNER}).scalar():
        connection.exec_driver_sql(f"SET LOCAL ROLE {OWNER}")


def _made(name: str, more: str = "") -> str:
    return f"""DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{name}') THEN
                CREATE ROLE {name} NOLOGIN {more};
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"""
