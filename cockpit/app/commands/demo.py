"""``demo``: an invented company to look around in."""

import sys
from datetime import date
from pathlib import Path

import resources
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.session import Session, open_session
from cockpit.data.bulk_loader import SqlBulkLoader
from cockpit.demo.company import build_company
from cockpit.domain.formats import Language


def run(options: Options, paths: Paths) -> int:
    """Create the demo company, in its own file or in the given empty database."""
