"""``notify``: everybody's notices, made and sent without a window."""

import argparse

from cockpit.app.arguments import values
from cockpit.app.arguments.texts import Parser, Texts
from cockpit.domain.notices import NoticeKind

OPTIONS = frozenset({"--dry-run", "--kind", "--output"})


def add_notify(commands: "argparse._SubParsersAction[Parser]", texts: Texts) -> None:
    """Add ``notify``; what is left out stays as ``NotifyOptions`` has it."""
    kept = argparse.SUPPRESS
    group = texts.add_common(texts.command(commands, "notify", "notify"))
    kinds = tuple(NoticeKind)
    group.add_argument("--kind", dest="notice_kind", type=values.OneOf("--kind", kinds),
                       default=kept, metavar="|".join(kinds),
                       help=texts("notify_kind"))  # fmt: skip
    group.add_argument("--dry-run", dest="is_preview", action="store_true", default=kept,
                       help=texts("notify_dry_run"))  # fmt: skip
    group.add_argument("--output", dest="preview_folder", type=values.FileName("--output"),
                       default=kept, metavar=texts("folder"),
                       help=texts("notify_output"))  # fmt: skip
