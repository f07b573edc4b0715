"""A bad way to a server, as a program of its own: its threads take no time from a window's.

Usage: python -m scripts.benchmarks.far_way FOLDER PORT

The first line says on which port it listens; it goes on until its input ends.
"""

import sys
from contextlib import closing

from tests.support.slow_proxy import BAD_WAY, SlowProxy


def main(arguments: list[str]) -> int:
    """Pass on what comes."""
    folder, port = arguments
    with closing(SlowProxy(folder, int(port), BAD_WAY)) as proxy:
        print(proxy.port, flush=True)
        sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
