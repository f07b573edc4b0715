"""``import --history`` and ``import --undo``: what was imported, and taking an import back."""

import json
import sys
from collections.abc import Sequence
from typing import Any

import resources
from cockpit.app.import_report import counts_document, counts_line
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.terminal import one_line
from cockpit.app.wiring import open_session
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.import_results import ImportRun, UndoResult
from cockpit.domain.vocabulary import ImportState

EXIT_NOT_UNDONE = 2
#: So much of an import's identity is shown: its end, the begin being alike for those of one moment.
_SHOWN = 8
_SHORTEST = 4
_LAST = "last"


def run(options: Options, paths: Paths) -> int:
    """List the imports, or undo one."""
    language = options.language
    with open_session(options, paths) as session:
        service = session.importing
        runs = service.history()
        if not options.importing.undo:
            _print_runs(runs, options)
            return 0
        chosen = _chosen(runs, options.importing.undo)
        result = service.undo(chosen.import_id)
    if options.importing.is_json:
        document = _undo_document(chosen, result, language)
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        for line in _undo_lines(chosen, result, language):
            sys.stdout.write(one_line(line) + "\n")
    return EXIT_NOT_UNDONE if result.obstacles else 0


def _chosen(runs: Sequence[ImportRun], word: str) -> ImportRun:
    """Return the import that a word means.

    Raises:
        BadInputError: None, or several.
    """
    if word == _LAST:
        found = [one for one in runs if one.state is not ImportState.UNDONE][:1]
    else:
        wanted = word.replace("-", "").lower()
        is_long_enough = len(wanted) >= _SHORTEST
        found = [one for one in runs if is_long_enough and one.import_id.hex.endswith(wanted)]
    if len(found) != 1:
        raise BadInputError("import_unknown")
    return found[0]


def _print_runs(runs: Sequence[ImportRun], options: Options) -> None:
    if options.importing.is_json:
        document = [_run_document(one) for one in runs]
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        return
    if not runs:
        sys.stdout.write(resources.text("imports.history_empty", options.language) + "\n")
    for one in runs:
        sys.stdout.write(one_line(_run_line(one, options.language)) + "\n")


def _run_line(run: ImportRun, language: Language) -> str:
    source = run.source
    return resources.text(
        "imports.history_line",
        language,
        at=run.started_at,
        id=run.import_id.hex[-_SHOWN:],
        state=resources.text(f"imports.state_{run.state}", language),
        user=run.user_name,
        counts=counts_line(source.file_name, source.kind, run.counts, language),
    )


def _run_document(run: ImportRun) -> dict[str, Any]:
    return {
        "import": str(run.import_id),
        "file": run.source.file_name,
        "path": run.source.path,
        "kind": run.source.kind.value,
        "origin": run.source.origin,
        "state": run.state.value,
        "user": run.user_name,
        "started_at": run.started_at.isoformat(),
        "finished_at": None if run.finished_at is None else run.finished_at.isoformat(),
        **counts_document(run.counts),
    }


def _undo_lines(run: ImportRun, result: UndoResult, language: Language) -> list[str]:
    name = run.source.file_name
    if result.obstacles:
        first = resources.text("imports.not_undone", language, file=name)
        return [first, *(resources.text(one, language) for one in result.obstacles)]
    return [
        resources.text(
            "imports.undone",
            language,
            file=name,
            removed=result.removed,
            restored=result.restored,
        )
    ]


def _undo_document(run: ImportRun, result: UndoResult, language: Language) -> dict[str, Any]:
    return {
        "import": str(run.import_id),
        "file": run.source.file_name,
        "undone": not result.obstacles,
        "removed": result.removed,
        "restored": result.restored,
        "obstacles": [resources.text(one, language) for one in result.obstacles],
    }
