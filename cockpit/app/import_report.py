"""The result of an import as lines of text."""

from cockpit.app.terminal import one_line
from cockpit.domain.formats import Language
from cockpit.domain.import_records import ImportSummary, RowProblem
from cockpit.domain.vocabulary import RowVerdict
from resources import text

#: A report shows so many problems and counts the others.
SHOWN_PROBLEMS = 20


def report_lines(summary: ImportSummary, language: Language) -> list[str]:
    """Return a line of counts, then one line per problem, then how many more there are."""
    counts = text(
        "imports.counts",
        language,
        file=summary.file_name,
        kind=text(f"imports.{summary.kind}", language),
        total=summary.total,
        new=summary.new,
        changed=summary.changed,
        unchanged=summary.unchanged,
        flagged=summary.flagged,
        rejected=summary.rejected,
    )
    shown = [_problem(one, language) for one in summary.problems[:SHOWN_PROBLEMS]]
    hidden = summary.flagged + summary.rejected - len(shown)
    more = [text("imports.more", language, count=hidden)] if hidden else []
    return [one_line(line) for line in (counts, *shown, *more)]


def _problem(problem: RowProblem, language: Language) -> str:
    is_rejected = problem.verdict is RowVerdict.REJECTED
    return text(
        "imports.problem_rejected" if is_rejected else "imports.problem_flagged",
        language,
        line=problem.line,
        reasons="; ".join(text(reason, language) for reason in problem.reasons),
    )
