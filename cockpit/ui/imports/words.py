"""How files, imports and their lines are called, in the language of the interface."""

import re

from PySide6.QtCore import QCoreApplication

import resources
from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.import_records import RowProblem
from cockpit.domain.import_results import ImportCounts, ImportProgress
from cockpit.domain.vocabulary import ImportKind, ImportState, RowVerdict

translate = QCoreApplication.translate

_MINUTE, _HOUR = 60, 3600
_PLACEHOLDER = re.compile(r"\{\w+\}")


def kind_word(kind: ImportKind) -> str:
    """Return what a file's lines are."""
    return {
        ImportKind.CUSTOMERS: translate("ImportWords", "Customers"),
        ImportKind.PRODUCTS: translate("ImportWords", "Products"),
        ImportKind.ORDERS: translate("ImportWords", "Orders"),
        ImportKind.ITEMS: translate("ImportWords", "Order items"),
        ImportKind.RECEIVABLES: translate("ImportWords", "Receivables"),
        ImportKind.QUOTES: translate("ImportWords", "Quotes"),
        ImportKind.CONTACTS: translate("ImportWords", "Past contacts"),
        ImportKind.INVOICES: translate("ImportWords", "Invoices (NF-e)"),
    }[kind]


def state_word(state: ImportState) -> str:
    """Return how an import stands; one that is under way somewhere may also have been killed."""
    return {
        ImportState.RUNNING: translate("ImportWords", "not finished"),
        ImportState.DONE: translate("ImportWords", "finished"),
        ImportState.FAILED: translate("ImportWords", "interrupted"),
        ImportState.UNDONE: translate("ImportWords", "undone"),
    }[state]


def verdict_word(verdict: RowVerdict) -> str:
    """Return what became of a line."""
    return {
        RowVerdict.NEW: translate("ImportWords", "new"),
        RowVerdict.CHANGED: translate("ImportWords", "changed"),
        RowVerdict.UNCHANGED: translate("ImportWords", "unchanged"),
        RowVerdict.FLAGGED: translate("ImportWords", "warning"),
        RowVerdict.REJECTED: translate("ImportWords", "rejected"),
    }[verdict]


def verdict_ink(verdict: RowVerdict) -> str:
    """Return the colour's token that goes with what became of a line."""
    return {RowVerdict.FLAGGED: "warning", RowVerdict.REJECTED: "danger"}.get(verdict, "ink")


def reasons_of(problem: RowProblem, language: Language) -> str:
    """Return why a line is odd."""
    return resources.CLAUSE_SEPARATOR.join(
        resources.text(reason, language) for reason in problem.reasons
    )


def reason_words(key: str, language: Language) -> str:
    """Return a reason without the values of any one line, by its key in the catalogues."""
    name = key.removeprefix("imports.")
    return _PLACEHOLDER.sub("…", resources.catalogue("imports", language).get(name, key))


def count_words(counts: ImportCounts, language: Language) -> str:
    """Return how many lines came to which end, as one line of text."""
    parts = (
        (counts.new, translate("ImportWords", "1 new"), translate("ImportWords", "{count} new")),
        (
            counts.changed,
            translate("ImportWords", "1 changed"),
            translate("ImportWords", "{count} changed"),
        ),
        (
            counts.unchanged,
            translate("ImportWords", "1 unchanged"),
            translate("ImportWords", "{count} unchanged"),
        ),
        (
            counts.flagged,
            translate("ImportWords", "1 with a warning"),
            translate("ImportWords", "{count} with a warning"),
        ),
        (
            counts.rejected,
            translate("ImportWords", "1 rejected"),
            translate("ImportWords", "{count} rejected"),
        ),
    )
    said = [_counted(count, one, many, language) for count, one, many in parts if count]
    return " · ".join(said) if said else translate("ImportWords", "no lines")


def progress_words(progress: ImportProgress, language: Language) -> str:
    """Return how far an import is, how fast it goes and how long it will still take."""
    one, many = translate("ImportWords", "1 line"), translate("ImportWords", "{count} lines")
    said = [_counted(progress.lines, one, many, language)]
    if 0 < progress.size <= progress.position:
        return " · ".join((*said, translate("ImportWords", "Finishing…")))
    if progress.lines_per_second >= 1:
        rate = formats.integer(round(progress.lines_per_second), language)
        said.append(translate("ImportWords", "{count} per second").format(count=rate))
    if progress.seconds_left is not None:
        said.append(_time_left(progress.seconds_left))
    return " · ".join(said)


def _counted(count: int, one: str, many: str, language: Language) -> str:
    """Return the words for one or for many (lupdate knows no plurals outside of a widget)."""
    return one if count == 1 else many.format(count=formats.integer(count, language))


def _time_left(seconds: float) -> str:
    if seconds < _MINUTE:
        return translate("ImportWords", "less than a minute left")
    if seconds < _HOUR:
        minutes = round(seconds / _MINUTE)
        return translate("ImportWords", "about {count} min left").format(count=minutes)
    return translate("ImportWords", "about {count} h left").format(count=round(seconds / _HOUR))
