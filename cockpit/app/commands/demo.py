"""``demo``: an invented company to look around in."""

import sys
from dataclasses import replace

import resources
from cockpit.app.addresses import address_of, clock_of
from cockpit.app.demo_database import create_demo
from cockpit.app.options import Options
from cockpit.app.paths import Paths


def run(options: Options, paths: Paths) -> int:
    """Create the demo company anew in its own file, or in the given empty database."""
    chosen = options if options.database is not None else replace(options, is_demo=True)
    address = address_of(chosen, paths)
    counts = create_demo(address, clock_of(options).today(), is_renewed=True)
    sentence = resources.text(
        "cli.demo_ready",
        options.language,
        customers=counts["customers"],
        orders=counts["orders"],
        place=str(address),
    )
    sys.stdout.write(sentence + "\n")
    return 0
