"""The result of an import as lines of text, and as what JSON knows."""

from collections.abc import Sequence
from typing import Any

from cockpit.app.terminal import one_line
from cockpit.domain.formats import Language
from cockpit.domain.import_records import RowProblem
from cockpit.domain.import_results import ImportCounts, ImportSummary
from cockpit.domain.vocabulary import ImportKind, RowVerdict
from resources import text

#: A report shows so many problems and counts the others.
SHOWN_PROBLEMS = 20


def report_lines(summary: ImportSummary, language: Language) -> list[str]:
    """Return a line of counts, then one line per problem, then how many more there are."""
    counts = summary.counts
    first = counts_line(summary.file_name, summary.kind, counts, language)
    shown = [_problem(one, language) for one in summary.problems[:SHOWN_PROBLEMS]]
    hidden = counts.flagged + counts.rejected - len(shown)
    more = [text("imports.more", language, count=hidden)] if hidden else []
    return [one_line(line) for line in (first, *shown, *more)]


def counts_line(file_name: str, kind: ImportKind, counts: ImportCounts, language: Language) -> str:
    """Return how many lines of a file came to which end."""
    return text(
        "imports.counts",
        language,
        file=file_name,
        kind=text(f"imports.{kind}", language),
        total=counts.total,
        new=counts.new,
        changed=counts.changed,
        unchanged=counts.unchanged,
        flagged=counts.flagged,
        rejected=counts.rejected,
    )


def counts_document(counts: ImportCounts) -> dict[str, int]:
    """Return the counts by name."""
    return {
        "lines": counts.total,
        "new": counts.new,
        "changed": counts.changed,
        "unchanged": counts.unchanged,
        "flagged": counts.flagged,
        "rejected": counts.rejected,
    }


def report_document(
    summaries: Sequence[ImportSummary], language: Language, *, is_trial: bool
) -> dict[str, Any]:
    """Return everything as one document; its names and codes are the same in each language."""
    return {
        "dry_run": is_trial,
        "cancelled": any(one.is_cancelled for one in summaries),
        "files": [_file_document(one, language) for one in summaries],
    }


def _file_document(summary: ImportSummary, language: Language) -> dict[str, Any]:
    return {
        "file": summary.file_name,
        "kind": summary.kind.value,
        "import": None if summary.import_id is None else str(summary.import_id),
        "cancelled": summary.is_cancelled,
        **counts_document(summary.counts),
        "reasons": [
            {"code": key.removeprefix("imports."), "verdict": verdict.value, "lines": count}
            for key, verdict, count in summary.reasons
        ],
        "problems": [
            {
                "line": one.line,
                "verdict": one.verdict.value,
                "codes": [reason.key.removeprefix("imports.") for reason in one.reasons],
                "reasons": [text(reason, language) for reason in one.reasons],
            }
            for one in summary.problems
        ],
    }


def _problem(problem: RowProblem, language: Language) -> str:
    is_rejected = problem.verdict is RowVerdict.REJECTED
    return text(
        "imports.problem_rejected" if is_rejected else "imports.problem_flagged",
        language,
        line=problem.line,
        reasons="; ".join(text(reason, language) for reason in problem.reasons),
    )
