"""Two hundred operators at one list: how many calls a second, how long each waits, who was doubled.

A real server that waits for its disk, row policies in force, a login per operator, the services as
the window uses them: each call is the contact with all that follows and the next client, in one
transaction.
"""

import json
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import text

from scripts.benchmarks.children import ROOT, command
from scripts.benchmarks.team_database import TeamServer, TeamSize, team_server
from scripts.benchmarks.team_reading import bare_cost, reading_text

#: As fast as the machine can, and still faster than people: they talk for minutes.
THINK_SECONDS = 0.2
CALM_SECONDS = 10.0
_PROCESSES = 8
#: Two contacts of one client within the hour, by whomever; a fence given twice, two active claims.
_DOUBLE_CALLS = """
    SELECT count(*) FROM contacts a JOIN contacts b ON b.customer_id = a.customer_id AND b.id > a.id
    WHERE a.recorded_at > now() - interval '1 hour' AND b.recorded_at > now() - interval '1 hour'
        AND a.device_id IN (SELECT id FROM devices) AND b.device_id IN (SELECT id FROM devices)
"""
_DOUBLE_CLAIMS = """
    SELECT count(*) FROM (SELECT FROM claims GROUP BY customer_id, fence HAVING count(*) > 1
        UNION ALL SELECT FROM claims WHERE state = 'active' GROUP BY customer_id
        HAVING count(*) > 1) AS doubled
"""


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """How much is measured.

    Attributes:
        size: The company.
        seconds: How long the operators call.
        idle_seconds: How long idle programs are watched.
        idle: How many of them.
    """

    size: TeamSize = field(default_factory=TeamSize)
    seconds: float = 300
    idle_seconds: float = 20
    idle: int = 500


def print_team(plan: TeamPlan) -> None:
    """Measure and print."""
    size = plan.size
    print(
        f"\nA team on one server: {size.operators} operators, {size.customers:,} customers,"
        f" {size.orders:,} orders, {plan.seconds:.0f} s"
    )
    with team_server(size) as team:
        print(reading_text(team))
        bare, line = bare_cost(team)
        print(line)
        said: set[str] = set()
        for think in (CALM_SECONDS, THINK_SECONDS):
            print(f"{think:g} s between a client and the next")
            print(_calling_text(team, Shift(plan.seconds, think), bare, said))
        print(_idle_text(team, plan))


def _idle_text(team: TeamServer, plan: TeamPlan) -> str:
    """Return what programs cost that only look for changes, as often as a window does."""
    words = command("team_idle", str(plan.idle), str(plan.idle_seconds), team.url(team.logins[0]))
    with subprocess.Popen(
        words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        _line(process)
        busy, started = team.cpu(), time.monotonic()
        own = json.loads(_line(process))
        seconds, busy = time.monotonic() - started, team.cpu() - busy
        _say(process, "end")
    return (
        f"{plan.idle} idle programs, {own['looks'] / seconds:.0f} looks a second:"
        f" {busy / seconds:.1%} of a core on the server"
    )


@dataclass(frozen=True, slots=True)
class Shift:
    """How the operators work.

    Attributes:
        seconds: For how long.
        think: Seconds between having a client and saving the contact.
    """

    seconds: float
    think: float


def _calling_text(team: TeamServer, shift: Shift, bare: float, said: set[str]) -> str:
    """Let them call; ``said`` gathers the contacts of all shifts that were told as saved."""
    with _operators(team, shift) as processes:
        busy = team.cpu()
        for process in processes:
            _say(process, "go")
        told = [json.loads(_line(process)) for process in processes]
        busy, own = team.cpu() - busy, sum(one["cpu"] for one in told)
        for process in processes:
            _say(process, "end")
    saves = sorted(took for one in told for took in one["saves"])
    claims = sorted(took for one in told for took in one["claims"])
    lines = [
        f"calls per second: {len(saves) / shift.seconds:.0f}"
        f" ({len(saves):,} calls; of each the server took {busy / len(saves) * 1000:.1f} ms of"
        f" processor time, its program {own / len(saves) * 1000:.1f}; bare SQL's"
        f" x {(busy + own) / len(saves) / bare:.1f})",
        f"claim inside a call: {_spread(claims)}",
        f"contact and next client, whole: {_spread(saves)}",
        f"looked at in vain: {sum(one['passed'] for one in told) / len(saves):.2f} a call;"
        f" offered nobody: {sum(one['nobody'] for one in told):,} times",
        *_verdict(team, told, said),
    ]
    return "\n".join(lines)


def _verdict(team: TeamServer, told: Sequence[dict[str, Any]], said: set[str]) -> Iterator[str]:
    """Yield what the database says of what the operators were told."""
    with team.administrator.connect() as connection:
        stored = set(
            connection.execute(
                text("SELECT id::text FROM contacts WHERE device_id IN (SELECT id FROM devices)")
            ).scalars()
        )
        calls = connection.execute(text(_DOUBLE_CALLS)).scalar_one()
        claims = connection.execute(text(_DOUBLE_CLAIMS)).scalar_one()
    said.update(key for one in told for key in one["contacts"])
    yield f"told {len(said):,}, lost {len(said - stored)}, never told {len(stored - said)}"
    yield f"clients called twice: {calls}, claimed twice at once: {claims}"


def _spread(times: Sequence[float]) -> str:
    p50, p95 = statistics.median(times), times[int(len(times) * 0.95)]
    return f"p50 {p50 * 1000:.1f} ms, p95 {p95 * 1000:.1f}, most {times[-1] * 1000:.0f}"


@contextmanager
def _operators(team: TeamServer, shift: Shift) -> Iterator[list[subprocess.Popen[str]]]:
    """Start the operators' processes and wait until all are warm."""
    with ExitStack() as stack:
        processes = []
        for number in range(_PROCESSES):
            process = stack.enter_context(
                subprocess.Popen(
                    command("team_worker", str(shift.seconds), str(shift.think)),
                    cwd=ROOT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            stack.callback(process.kill)
            processes.append(process)
            for login in team.logins[number::_PROCESSES]:
                _say(process, team.url(login))
            _say(process, "")
        for process in processes:
            if _line(process) != "ready":
                raise RuntimeError("an operator's process did not come up")
        yield processes


def _say(process: subprocess.Popen[str], line: str) -> None:
    if process.stdin is None:
        raise RuntimeError("a process without an input")
    process.stdin.write(line + "\n")
    process.stdin.flush()


def _line(process: subprocess.Popen[str]) -> str:
    if process.stdout is None:
        raise RuntimeError("a process without an output")
    return process.stdout.readline().strip()


if __name__ == "__main__":
    print_team(TeamPlan())
