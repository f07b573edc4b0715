"""What is said while a portfolio comes."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.formats import Language

translate = QCoreApplication.translate


def step_text(step: str) -> str:
    """Return what is under way."""
    words = {
        "accepting": translate("Taking", "Accepting the invitation…"),
        "registering": translate("Taking", "Registering this laptop with the server…"),
        "fetching": translate("Taking", "Fetching your portfolio…"),
        "judging": translate("Taking", "Working out who is to be called today…"),
    }
    return words.get(step, "")


def counts_text(counts: Mapping[str, int], language: Language) -> str:
    """Return how much came of what people know, as far as it came.

    Args:
        counts: How many rows by table.
        language: The user's.
    """
    words = {
        "customers": translate("Taking", "{count} customers"),
        "orders": translate("Taking", "{count} orders"),
        "contacts": translate("Taking", "{count} contacts"),
        "receivables": translate("Taking", "{count} titles"),
        "appointments": translate("Taking", "{count} next contacts"),
    }
    return " · ".join(
        word.format(count=formats.integer(counts[table], language))
        for table, word in words.items()
        if counts.get(table)
    )
