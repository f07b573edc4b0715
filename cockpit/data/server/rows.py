"""Which rows of a table somebody may touch, as conditions of SQL over the login that asks.

The policies look at ``session_user``, which nobody can set, through two functions of the database
(``functions.py``). A condition on customers is an ``EXISTS``: on 100,000 customers it costs what
the query costs without it, for a portfolio of a thousand and for a shared list of all of them,
where ``= ANY(ARRAY(…))`` builds an array of the whole list for every statement (30 ms against 0.4
for one customer's orders).
"""

from dataclasses import dataclass

ME = "(SELECT giro_me())"
_MY_PEOPLE = "ANY((SELECT giro_my_people())::uuid[])"


@dataclass(frozen=True, slots=True)
class Rows:
    """A condition on rows.

    Attributes:
        template: SQL; ``{table}`` stands for the table's name and ``{me}`` for the user's key.
    """

    template: str

    def of(self, table: str) -> str:
        """Return the condition for one table."""
        return self.template.format(table=table, me=ME)

    def __or__(self, other: "Rows") -> "Rows":
        """Return the rows of either."""
        return Rows(f"({self.template} OR {other.template})")

    def __and__(self, other: "Rows") -> "Rows":
        """Return the rows of both."""
        return Rows(f"({self.template} AND {other.template})")


#: All rows, for a login that is somebody here.
KNOWN = Rows("(SELECT giro_knows_me())")
#: All rows, for those who see all customers.
OF_WIDE = Rows("(SELECT giro_sees_all())")
#: All rows, for those who answer for others.
OF_STAFF = Rows("(SELECT giro_answers_for_others())")
#: All rows, for administrators.
OF_ADMINISTRATORS = Rows("(SELECT giro_is_administrator())")


def where(condition: str) -> Rows:
    """Return the rows of a condition on their own columns."""
    return Rows(condition)


def of_parent(parent: str, column: str) -> Rows:
    """Return the rows whose parent the login sees by the parent's own policies."""
    return Rows(f"EXISTS (SELECT 1 FROM {parent} AS seen WHERE seen.id = {{table}}.{column})")


def of_customer(column: str = "customer_id") -> Rows:
    """Return the rows about customers whom the login sees."""
    return of_parent("customers", column)


def of_customer_each(column: str = "customer_id") -> Rows:
    """Return the same rows for a table of which few are ever read at once.

    The server otherwise expects many and reads all customers first: 25 ms for the changes of a
    second, for each program that looks. The offset keeps it from that.
    """
    return Rows(
        f"EXISTS (SELECT 1 FROM customers AS seen WHERE seen.id = {{table}}.{column} OFFSET 0)"
    )


def mine(column: str = "user_id") -> Rows:
    """Return the login's own rows."""
    return Rows(f"{{table}}.{column} = {{me}}")


def of_my_people(column: str = "user_id") -> Rows:
    """Return the rows of the login and of those whom it supervises."""
    return Rows(f"{{table}}.{column} = {_MY_PEOPLE}")
