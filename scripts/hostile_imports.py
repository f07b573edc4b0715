"""Read thousands of damaged and malicious import files, and say what was read wrongly.

Usage: python scripts/hostile_imports.py [--cases N] [--seed N]

A file is made anew from its seed, so a failure is found again with ``--seed SEED --cases 1``.
"""

import argparse
import sys
import tempfile
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.hostile_checks import Tally, faults  # noqa: E402 - the project comes first
from tests.support.hostile_files import hostile_file  # noqa: E402

_MOST_SHOWN = 20


def main(words: list[str]) -> int:
    """Read the files; return 1 if one was read wrongly."""
    parser = argparse.ArgumentParser(description="Read damaged and malicious import files.")
    parser.add_argument("--cases", type=int, default=20_000, help="how many files; 20,000")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first file; 1")
    chosen = parser.parse_args(words)
    tally, wrong, started = Tally(), 0, time.monotonic()
    with tempfile.TemporaryDirectory(prefix="giro-hostile-") as folder:
        for seed in range(chosen.seed, chosen.seed + chosen.cases):
            if found := _faults(seed, Path(folder), tally):
                wrong += 1
                if wrong <= _MOST_SHOWN:
                    print(f"seed {seed}:", *found[:5], sep="\n  ")
    print(f"{tally}; {wrong} files read wrongly; {time.monotonic() - started:.0f} s")
    return int(wrong > 0)


def _faults(seed: int, folder: Path, tally: Tally) -> list[str]:
    """Read one file; whatever it raises besides its refusal is a fault as well."""
    file = hostile_file(seed)
    try:
        found = faults(file, folder, tally)
    except Exception:  # noqa: BLE001 - a crash is what is looked for
        found = [traceback.format_exc()]
    return [file.name, *found] if found else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
