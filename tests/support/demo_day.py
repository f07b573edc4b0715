"""The demo company on a chosen day, as the journeys through the whole program need it."""

from datetime import date
from pathlib import Path

from cockpit.app.demo_database import create_demo
from cockpit.data.sqlite import connect
from cockpit.data.url import SqliteFile


def create_day_without_debts(path: Path, day: date, *also: str) -> None:
    """Make a demo company in which nobody owes money: every form looks the same.

    Args:
        path: The file to make.
        day: Its today.
        also: Further statements to carry out in it.
    """
    create_demo(SqliteFile(path), day, is_renewed=True)
    connection = connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM receivables")
    connection.execute("UPDATE customers SET credit_state = 'good', is_blocked = 0")
    for statement in also:
        connection.execute(statement)
    connection.close()
