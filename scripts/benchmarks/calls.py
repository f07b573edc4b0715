"""A hundred calls in the true window, told as a few lines."""

import json
import statistics
import subprocess
from typing import Any

from scripts.bench_support import aligned, milliseconds, p95
from scripts.benchmarks.children import ROOT, Portfolio, command, environment
from scripts.benchmarks.pixels import measure_pixels

_WORDS = ("ferra", "campin", "metal", "jose", "1193", "santos", "agro")
_ROWS = (
    ("opening", "next client, key to painted story"),
    ("saving", "save, to the next client's painted story"),
    ("durable", "save, to its word on the screen"),
)


def calls_text(portfolio: Portfolio, calls: int) -> str:
    """Make calls in a program of its own and return what they took."""
    done = subprocess.run(
        command("call_session", str(calls), *portfolio.arguments),
        cwd=ROOT,
        env=environment(portfolio.home),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        return "(nobody could be called)"
    return told(json.loads(done.stdout.splitlines()[-1]))


def told(report: dict[str, Any]) -> str:
    """Return a session's report as lines."""
    rows: list[tuple[str, ...]] = [("", "p50", "p95", "max", "times")]
    for key, name in _ROWS:
        times: list[float] = report[key]
        figures = (statistics.median(times), p95(times), max(times))
        rows.append((name, *map(milliseconds, figures), str(len(times))))
    slots = sorted(report["slots"].items(), key=lambda one: -one[1][1])
    lines = [f"  {count} x {name}, up to {milliseconds(most)}" for name, (count, most) in slots]
    found = "\n".join(lines) or "  none"
    return f"{aligned(rows)}\ncontacts stored: {report['stored']}\nslots over 16 ms:\n{found}"


def pixels_text(portfolio: Portfolio) -> str:
    """Type on a real X server and return what the keys took."""
    keys = measure_pixels(portfolio, _WORDS)
    if not keys:
        return "(no X server here that can be watched)"
    settled, first = [one.settled for one in keys], [one.first for one in keys]
    rows: list[tuple[str, ...]] = [("", "p50", "p95", "times")]
    for name, times in (("first pixel of the list", first), ("settled pixels", settled)):
        figures = milliseconds(statistics.median(times)), milliseconds(p95(times))
        rows.append((name, *figures, str(len(times))))
    return aligned(rows)
