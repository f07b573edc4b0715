"""``server migrate-from``: one person's file becomes the team's database."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import resources
from cockpit.app.import_terminal import CancelByKey
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_administration import administration
from cockpit.app.terminal import RewrittenLine, one_line
from cockpit.data.engine import Engines
from cockpit.data.server.moving import Move, MoveProgress, move
from cockpit.data.startup import open_database
from cockpit.data.url import SqliteFile, parse_address
from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language


def run(options: Options, paths: Paths) -> int:
    """Move the file, or try to, and say what was moved; Ctrl+C leaves the server as it was."""
    chosen, language = options.server, options.language
    file = _file(chosen.source or Path())
    line = RewrittenLine()
    with administration(options, paths) as server, _opened(file) as source, CancelByKey() as key:
        try:
            moved = move(
                source,
                server,
                administrator=chosen.file_administrator,
                is_trial=chosen.is_move_trial,
                report=lambda progress: line.show(_progress(progress, language)),
                is_cancelled=key.is_asked,
            )
        finally:
            line.clear()
    lines = _document(moved, options) if chosen.is_server_json else _report(moved, options)
    sys.stdout.write("".join(f"{one}\n" for one in lines))
    return 0


@contextmanager
def _opened(file: SqliteFile) -> Iterator[Engines]:
    """Open the file at this program's schema, as the program itself would."""
    engines = open_database(file)
    try:
        yield engines
    finally:
        engines.close()


def _file(path: Path) -> SqliteFile:
    """Return the file that moves, which has to be there: opening one that is not would make it."""
    address = parse_address(str(path))
    if not isinstance(address, SqliteFile):
        raise BadInputError("move_is_server", file=str(address))
    if not address.path.exists():
        raise BadInputError("move_no_file", file=str(path))
    return address


def _progress(progress: MoveProgress, language: Language) -> str:
    return resources.text(
        f"move.{progress.step}",
        language,
        table=progress.table,
        done=progress.done,
        total=progress.total,
        percent=int(100 * progress.done / progress.total) if progress.total else 100,
    )


def _report(moved: Move, options: Options) -> Sequence[str]:
    language, is_trial = options.language, options.server.is_move_trial
    lines = [
        resources.text("move.table", language, name=name, rows=proof.rows, sum=f"{proof.sum:016x}")
        for name, proof in moved.tables
    ]
    lines += [
        resources.text("move.person", language, login=login, invited=invited)
        for login, invited in moved.people
    ]
    key = "trial" if is_trial else "moved"
    lines.append(resources.text(f"move.{key}", language, rows=moved.rows))
    if not is_trial:
        lines.append(resources.text("move.next", language))
    return [one_line(line) for line in lines]


def _document(moved: Move, options: Options) -> Sequence[str]:
    document = {
        "is_trial": options.server.is_move_trial,
        "rows": moved.rows,
        "tables": {
            name: {"rows": proof.rows, "sum": f"{proof.sum:016x}"} for name, proof in moved.tables
        },
        "people": [{"file": login, "server": invited} for login, invited in moved.people],
    }
    return [json.dumps(document, ensure_ascii=False, indent=2)]
