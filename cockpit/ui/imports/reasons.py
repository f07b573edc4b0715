"""How many lines have which reason."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.formats import Language
from cockpit.domain.import_records import RowProblem
from cockpit.domain.vocabulary import RowVerdict
from cockpit.ui.imports.words import reason_words, verdict_ink, verdict_word
from cockpit.ui.widgets.record_table import RIGHT, Column

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """A reason by its key in the catalogues, and how many lines have it."""

    key: str
    verdict: RowVerdict
    count: int


def reason_lines(reasons: Iterable[tuple[str, RowVerdict, int]]) -> list[ReasonLine]:
    """Return reasons as lines, in their order."""
    return [ReasonLine(*reason) for reason in reasons]


def count_reasons(problems: Sequence[RowProblem]) -> list[ReasonLine]:
    """Count the reasons of some lines, the most frequent first."""
    found = Counter((reason.key, one.verdict) for one in problems for reason in one.reasons)
    return [ReasonLine(key, verdict, count) for (key, verdict), count in found.most_common()]


def reason_columns() -> tuple[Column[ReasonLine], ...]:
    """Return the columns of a table of reasons; the second takes the room."""
    return (
        Column(
            lambda: translate("ImportReasons", "Lines"),
            lambda one, language: formats.integer(one.count, language),
            RIGHT,
        ),
        Column(lambda: translate("ImportReasons", "Reason"), _words, tip=_words),
        Column(
            lambda: translate("ImportReasons", "Kind"),
            lambda one, _language: verdict_word(one.verdict),
            ink=lambda one: verdict_ink(one.verdict),
        ),
    )


def _words(one: ReasonLine, language: Language) -> str:
    return reason_words(one.key, language)
