"""``screenshot``: a real screen, painted without a display."""

import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import resources
from cockpit.app.display import install_command, missing_packages
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.wiring import open_session
from cockpit.domain.errors import BadInputError


def run(options: Options, paths: Paths) -> int:
    """Paint the screen into a PNG file.

    Raises:
        BadInputError: Qt cannot paint here, or the file cannot be written.
    """
    packages = missing_packages("offscreen")
    if packages:
        names = " ".join(packages)
        command = install_command(packages) or names
        raise BadInputError("missing_libraries", packages=names, command=command)
    if options.screen == "empty":
        with tempfile.TemporaryDirectory() as folder:
            database = str(Path(folder, "empty.db"))
            _paint(replace(options, is_demo=False, database=database), paths)
    elif options.screen.startswith("import_"):
        _paint_import(replace(options, is_demo=True, database=None), paths)
    else:
        _paint(options, paths)
    target = str(options.files[0])
    sys.stdout.write(resources.text("cli.saved_picture", options.language, file=target) + "\n")
    return 0


def _paint_import(options: Options, paths: Paths) -> None:
    """Paint over a copy of the demo company, because files are really imported."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Paths(Path(folder))
        demo = paths.demo_database(options.as_of)
        if demo.exists():
            shutil.copy(demo, scratch.demo_database(options.as_of))
        _paint(options, scratch)


def _paint(options: Options, paths: Paths) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from cockpit.app.pictures import paint  # noqa: PLC0415 - Qt loads only where it can

    with open_session(options, paths) as session:
        paint(session, options)
