"""Giro's entry point: hand the arguments to the program."""

import sys

from cockpit.app.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
