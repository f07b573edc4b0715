"""``import``: the company's own files into the database."""

import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import resources
from cockpit.app.commands import import_beside, import_history
from cockpit.app.commands.after_import import follow_orders
from cockpit.app.import_report import report_document, report_lines
from cockpit.app.import_terminal import CancelByKey, ProgressLine
from cockpit.app.options import ImportOptions, Options
from cockpit.app.paths import Paths
from cockpit.app.terminal import one_line
from cockpit.app.wiring import open_session
from cockpit.domain.formats import Language
from cockpit.domain.import_results import ImportSummary
from cockpit.domain.import_sources import ImportMapping
from cockpit.domain.vocabulary import ImportKind
from cockpit.services.importing import ImportService

EXIT_SOME_FLAGGED = 3
EXIT_NOTHING_TAKEN = 2
EXIT_CANCELLED = 130


def run(options: Options, paths: Paths) -> int:
    """Import the files and say what became of each line; or list or undo imports."""
    chosen = options.importing
    if chosen.is_beside:
        return import_beside.run(options, paths)
    if chosen.is_history or chosen.undo:
        return import_history.run(options, paths)
    if chosen.problems is not None:
        from cockpit.imports.problem_file import check_problem_file  # noqa: PLC0415 - rarely needed

        check_problem_file(chosen.problems)  # before anything is stored
    mappings = _mappings(chosen)
    line = ProgressLine(options.language)
    with open_session(options, paths) as session, CancelByKey() as key:
        service = session.importing
        begin = service.trial if chosen.is_trial else partial(service.run, origin="terminal")
        try:
            summaries = begin(
                options.files, mappings=mappings, report=line, is_cancelled=key.is_asked
            )
        finally:
            line.clear()
        follow_orders(session, summaries)
        saved = _save_problems(service, summaries, chosen, options.language)
    _print(summaries, saved, options)
    return exit_code(summaries)


def exit_code(summaries: Sequence[ImportSummary]) -> int:
    """Return 0 where everything was taken, else how much of it was not."""
    if any(one.is_cancelled for one in summaries):
        return EXIT_CANCELLED
    counts = [one.counts for one in summaries]
    if not sum(one.total - one.rejected for one in counts):
        return EXIT_NOTHING_TAKEN
    return EXIT_SOME_FLAGGED if any(one.flagged + one.rejected for one in counts) else 0


def _mappings(chosen: ImportOptions) -> list[ImportMapping]:
    """Return what the user says of the columns and of the kind."""
    mappings: list[ImportMapping] = []
    if chosen.mapping is not None:
        from cockpit.imports.mapping_file import load_mappings  # noqa: PLC0415 - rarely needed

        mappings += load_mappings(chosen.mapping)
    if chosen.kind:
        mappings.append(ImportMapping(ImportKind(chosen.kind), {}))
    return mappings


def _save_problems(
    service: ImportService,
    summaries: Sequence[ImportSummary],
    chosen: ImportOptions,
    language: Language,
) -> list[tuple[str, Path, int]]:
    """Write the file of problem lines, one per imported file that has any.

    Returns:
        What to say of each, the file and its number of lines.
    """
    if chosen.problems is None:
        return []
    concerned = [
        one for one in summaries if one.import_id and one.counts.flagged + one.counts.rejected
    ]
    say = partial(resources.text, language=language)
    saved = []
    for summary in concerned:
        path = chosen.problems
        if len(concerned) > 1:
            path = path.with_stem(f"{path.stem}-{Path(summary.file_name).stem}")
        if summary.import_id is not None:
            # Nobody corrects an XML by a table.
            is_invoice = summary.kind is ImportKind.INVOICES
            key = "invoice_problems_saved" if is_invoice else "problems_saved"
            saved.append((key, path, service.save_problems(summary.import_id, path, say)))
    return saved


def _print(
    summaries: Sequence[ImportSummary], saved: Sequence[tuple[str, Path, int]], options: Options
) -> None:
    language, chosen = options.language, options.importing
    if chosen.is_json:
        document = report_document(summaries, language, is_trial=chosen.is_trial)
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        return
    lines = [line for one in summaries for line in report_lines(one, language)]
    lines += [
        resources.text(f"imports.{key}", language, file=str(path), count=count)
        for key, path, count in saved
    ]
    if chosen.is_trial:
        lines.append(resources.text("imports.trial", language))
    elif any(one.is_cancelled for one in summaries):
        lines.append(resources.text("imports.cancelled", language))
    sys.stdout.write("".join(one_line(line) + "\n" for line in lines))
