"""``export``: the company's own data into files."""

import argparse
from pathlib import Path

from cockpit.app.arguments import values
from cockpit.app.arguments.texts import Parser, Texts
from cockpit.domain.errors import BadInputError
from cockpit.domain.export_columns import EXPORTED_KINDS
from cockpit.domain.vocabulary import ImportKind

OPTIONS = frozenset({"--tables", "--force", "--format", "--closed-contacts"})
FORMATS = ("csv", "xlsx")


def add_export(commands: "argparse._SubParsersAction[Parser]", texts: Texts) -> None:
    """Add ``export``; what is left out stays as ``ExportOptions`` has it."""
    kept = argparse.SUPPRESS
    group = texts.add_common(texts.command(commands, "export", "export"))
    group.add_argument("export_folder", type=Path, metavar=texts("folder"),
                       help=texts("export_folder"))  # fmt: skip
    group.add_argument("--tables", dest="export_kinds", type=_kinds, default=kept,
                       metavar=texts("tables_form"),
                       help=f"{texts('export_tables')}: {', '.join(EXPORTED_KINDS)}")  # fmt: skip
    group.add_argument("--format", dest="export_format", default=kept,
                       type=values.OneOf("--format", FORMATS), metavar="|".join(FORMATS),
                       help=texts("export_format"))  # fmt: skip
    group.add_argument("--force", dest="is_replacing", action="store_true", default=kept,
                       help=texts("export_force"))  # fmt: skip
    group.add_argument("--closed-contacts", dest="is_keeping_closed", action="store_true",
                       default=kept, help=texts("export_closed"))  # fmt: skip


def _kinds(text: str) -> tuple[ImportKind, ...]:
    """Return tables by their names, joined by commas, in the order of an import."""
    wanted = {word.strip() for word in text.split(",")}
    for name in sorted(wanted):
        if name not in EXPORTED_KINDS:
            choices = ", ".join(EXPORTED_KINDS)
            raise BadInputError("bad_choice", option="--tables", value=name, choices=choices)
    return tuple(kind for kind in EXPORTED_KINDS if kind in wanted)
