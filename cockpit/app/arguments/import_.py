"""``import``: the company's own files, and the imports made so far."""

import argparse
from pathlib import Path

from cockpit.app.arguments import values
from cockpit.app.arguments.texts import PROGRAM, Parser, Texts
from cockpit.app.options import Options
from cockpit.domain.errors import BadInputError
from cockpit.domain.vocabulary import ImportKind

OPTIONS = frozenset(
    {"--dry-run", "--mapping", "--kind", "--json", "--problems", "--history", "--undo", "--beside"}
)


def add_import(commands: "argparse._SubParsersAction[Parser]", texts: Texts) -> None:
    """Add ``import``; what is left out stays as ``ImportOptions`` has it."""
    kept = argparse.SUPPRESS
    group = texts.add_common(texts.command(commands, "import", "import"))
    group.add_argument("files", type=Path, nargs="*", metavar=texts("file"),
                       help=texts("import_file"))  # fmt: skip
    group.add_argument("--dry-run", dest="is_trial", action="store_true", default=kept,
                       help=texts("import_dry_run"))  # fmt: skip
    group.add_argument("--mapping", type=values.FileName("--mapping"), default=kept,
                       metavar=texts("file"), help=texts("import_mapping"))  # fmt: skip
    kinds = tuple(ImportKind)
    group.add_argument("--kind", type=values.OneOf("--kind", kinds), default=kept,
                       metavar="|".join(kinds), help=texts("import_kind"))  # fmt: skip
    group.add_argument("--json", dest="is_json", action="store_true", default=kept,
                       help=texts("import_json"))  # fmt: skip
    group.add_argument("--problems", type=values.FileName("--problems"), default=kept,
                       metavar=texts("file"), help=texts("import_problems"))  # fmt: skip
    group.add_argument("--history", dest="is_history", action="store_true", default=kept,
                       help=texts("import_history"))  # fmt: skip
    group.add_argument("--undo", default=kept, metavar=texts("import_id_form"),
                       help=texts("import_undo"))  # fmt: skip
    # For the window only, which hears what the import says on its standard output.
    group.add_argument("--beside", dest="is_beside", action="store_true", default=kept,
                       help=argparse.SUPPRESS)  # fmt: skip


def check(options: Options) -> None:
    """See that ``import`` has something to do.

    Raises:
        BadInputError: It has not, or its options exclude each other.
    """
    chosen = options.importing
    if not (options.files or chosen.is_history or chosen.undo or chosen.is_beside):
        raise BadInputError("incomplete_command", command=f"{PROGRAM} import")
    if chosen.undo and (
        options.files
        or chosen.is_trial
        or chosen.is_history
        or chosen.problems
        or chosen.mapping
        or chosen.kind
    ):
        raise BadInputError("import_undo_alone")
    if chosen.is_trial and chosen.problems:
        raise BadInputError("import_problems_of_trial")
