"""What a trial would do, added up batch by batch."""

from collections import Counter

from cockpit.domain.import_records import RowProblem
from cockpit.domain.import_results import BatchResult, ImportCounts, ImportSummary
from cockpit.domain.vocabulary import ImportKind, RowVerdict

#: A summary carries so many problems; its counts and reasons are whole.
KEPT_PROBLEMS = 1_000


class Tally:
    """Adds up the batches of one file."""

    def __init__(self, file_name: str, kind: ImportKind) -> None:
        self._file_name = file_name
        self._kind = kind
        self._counts = ImportCounts()
        self._problems: list[RowProblem] = []
        self._reasons: Counter[tuple[str, RowVerdict]] = Counter()

    def add(self, result: BatchResult) -> None:
        """Add a batch."""
        self._counts += result.counts
        self._problems += result.problems[: KEPT_PROBLEMS - len(self._problems)]
        for problem in result.problems:
            self._reasons.update({(one.key, problem.verdict) for one in problem.reasons})

    def summary(self, *, is_cancelled: bool) -> ImportSummary:
        """Return the sum."""
        ranked = self._reasons.most_common()
        return ImportSummary(
            file_name=self._file_name,
            kind=self._kind,
            counts=self._counts,
            problems=tuple(self._problems),
            reasons=tuple((key, verdict, count) for (key, verdict), count in ranked),
            is_cancelled=is_cancelled,
        )
