"""Programs that nobody works at: each looks for changes on a connection of its own.

Usage: python -m scripts.benchmarks.team_idle PROGRAMS SECONDS URL; it ends after a line of input.
"""

import json
import sys
import time
from heapq import heapify, heappop, heappush
from random import Random

from cockpit.data.startup import open_database
from cockpit.data.url import parse_address
from cockpit.data.watcher import watch

#: A window looks so often, each with a jitter of its own.
_EVERY_SECONDS = 2.0
_JITTER = 0.2


def main(words: list[str]) -> int:
    """Look for changes until the time is over."""
    programs, seconds, url = int(words[0]), float(words[1]), words[2]
    chance = Random(1)  # noqa: S311 - keeps no secret
    engines = open_database(parse_address(url))
    watchers = [watch(engines) for _ in range(programs)]
    for one in watchers:
        one.look()
    print("ready", flush=True)
    now = time.monotonic()
    end, looks = now + seconds, 0
    due = [(now + chance.uniform(0, _EVERY_SECONDS), n) for n in range(programs)]
    heapify(due)
    while due[0][0] < end:
        at, n = heappop(due)
        time.sleep(max(0.0, at - time.monotonic()))
        watchers[n].look()
        looks += 1
        heappush(due, (at + _EVERY_SECONDS * chance.uniform(1 - _JITTER, 1 + _JITTER), n))
    print(json.dumps({"looks": looks}), flush=True)
    sys.stdin.readline()  # until the server's processor time was read
    for one in watchers:
        one.close()
    engines.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
