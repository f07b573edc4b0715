"""What a trial would do, added up batch by batch."""

from collections import Counter
from dataclasses import dataclass, field

from cockpit.domain.import_records import RowProblem
from cockpit.domain.import_results import BatchResult, ImportCounts, ImportSummary
from cockpit.domain.vocabulary import ImportKind, RowVerdict

#: A summary carries so many problems; its counts and reasons are whole.
KEPT_PROBLEMS = 1_000


@dataclass(slots=True)
class Tally:
    """Adds up the batches of one file.

    Attributes:
        reasons: How many lines have a reason, by its message key and by what it led to.
    """

    file_name: str
    kind: ImportKind
    counts: ImportCounts = field(default_factory=ImportCounts)
    problems: list[RowProblem] = field(default_factory=list)
    reasons: Counter[tuple[str, RowVerdict]] = field(default_factory=Counter)

    def add(self, result: BatchResult) -> None:
        """Add a batch."""
        self.counts += result.counts
        self.problems += result.problems[: KEPT_PROBLEMS - len(self.problems)]
        for problem in result.problems:
            self.reasons.update({(one.key, problem.verdict) for one in problem.reasons})

    def summary(self, *, is_cancelled: bool) -> ImportSummary:
        """Return the sum."""
        return ImportSummary(
            file_name=self.file_name,
            kind=self.kind,
            counts=self.counts,
            problems=tuple(self.problems),
            reasons=tuple((*which, count) for which, count in self.reasons.most_common()),
            is_cancelled=is_cancelled,
        )
