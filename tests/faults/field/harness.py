"""Days in the field: laptops, server and cable die at random; afterwards everything is counted.

The 18 invariants are those of docs/decisions/0017, each a function of ``invariants``.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from time import monotonic, sleep

from sqlalchemy import NullPool, create_engine, text
from sqlalchemy.exc import OperationalError

from cockpit.data.server.prepare import prepare
from tests.faults.field.evidence import Evidence
from tests.faults.field.invariants import violations
from tests.faults.field.journal import lines_of
from tests.faults.field.laptop import work
from tests.faults.field.making import fill, make_laptop, share_out
from tests.faults.field.office import Office
from tests.faults.field.plan import Findings, Plan
from tests.faults.weather import Programs, Weather, pause
from tests.support.cutting_proxy import CuttingProxy, Fault
from tests.support.postgres import PostgresServer
from tests.support.team import TeamDatabase

#: Between two blows so much is written.
_BYTES_BETWEEN = 3_000
#: What is to happen so often happens in storms; in between whole synchronisations get through.
_STORM_EVERY, _STORM_SECONDS = 20.0, 13.0
#: What waits after long days is sent by everybody at once.
_HOME_SECONDS, _HOME_SHARE = 60, 0.15


class FieldDays:
    """Everything that takes part."""

    def __init__(self, plan: Plan, folder: Path, server: PostgresServer) -> None:
        self.plan, self.folder, self.server = plan, folder, server
        self.random = Random(plan.seed)
        self.proxy = CuttingProxy(server.host, server.port)
        self.proxy.critical = b"giro_sync_push"
        self.findings = Findings()
        self.name = server.create()
        self._copy = ""
        self.team = TeamDatabase(server, self.name)
        with self.team.superuser.connect() as connection:
            prepare(connection)
        self.customers = fill(self.team, plan.customers)
        url = f"postgresql://{{login}}@127.0.0.1:{self.proxy.port}/{self.name}"
        self.laptops = [
            replace(
                make_laptop(
                    self.team, f"campo{number}", folder, url=url, mutant=plan.mutant,
                    seed=self.random.randrange(1 << 30),
                ),
                think=plan.think,
            )
            for number in range(plan.laptops)
        ]  # fmt: skip
        # The rest is everybody's.
        share_out(self.team, self.customers[: plan.customers * 3 // 5], self.laptops)
        self.office = Office(
            self.team, self.customers, [one.user_id for one in self.laptops], folder, plan.seed,
            moves=plan.moves, erases=not plan.restores,
        )  # fmt: skip
        self.weather = Weather(server, self.proxy, self.random)
        self.programs = Programs(work, self.laptops, self.random, "tests.faults.field.warm")

    def live(self) -> None:
        """Let everybody work while everything dies; then heal, and let all become quiet."""
        began = monotonic()
        self.proxy.fault_of = self._fault
        self.office.start()
        self.programs.start()
        while not self._is_over(began):
            due = self._due(began)
            self._happen(due)
            if due:
                pause(self.random)
            else:
                pause(self.random, self._written, _BYTES_BETWEEN)
        self.proxy.fault_of = lambda: Fault.NONE
        self.proxy.heal()
        self.office.stop()
        self.office.settle()
        found = self.findings
        found.laptop_kills, found.server_kills = self.programs.kills, self.weather.server_kills
        found.cuts, found.partitions = self.proxy.cuts, self.proxy.partitions
        self._send_home()
        found.seconds = monotonic() - began

    def evidence(self) -> Evidence:
        """Return what is left."""
        return Evidence(
            self.team, self.laptops, self.office.journal_path,
            is_restored=self.findings.restores > 0,
            erased=[line["word"] for line in lines_of(self.office.journal_path, "erased")],
        )  # fmt: skip

    def close(self) -> None:
        """End everything that still runs."""
        self.office.stop()
        self.programs.close()
        self.proxy.close()
        self.team.close()

    # --- what happens ---------------------------------------------------------------------------

    def _is_over(self, began: float) -> bool:
        is_time = monotonic() - began >= self.plan.seconds
        return is_time and not self._due(began) and self._has_told()

    def _has_told(self) -> bool:
        """Return whether anything was told as saved, which slow machines take their time for."""
        return any(lines_of(one.journal, "told") for one in self.laptops)

    def _due(self, began: float) -> Sequence[Callable[[], object]]:
        """Return what did not happen as often as it should have by now; storms blow over."""
        plan, found, elapsed = self.plan, self.findings, monotonic() - began
        if elapsed < plan.seconds and elapsed % _STORM_EVERY > _STORM_SECONDS:
            return ()
        share = min(1.0, elapsed / max(plan.seconds, 0.1))
        wanted: dict[Callable[[], object], tuple[int, int]] = {
            self.programs.kill_one: (self.programs.kills, plan.laptop_kills),
            self.weather.kill_server: (self.weather.server_kills, plan.server_kills),
            self.proxy.cut: (self.proxy.cuts, plan.cuts),
            self.weather.part: (self.proxy.partitions, plan.partitions),
            self._set_back: (found.restores, plan.restores),
        }
        return [happens for happens, (done, most) in wanted.items() if done < int(most * share)]

    def _written(self) -> int:
        return sum(one.journal.stat().st_size for one in self.laptops if one.journal.exists())

    def _happen(self, due: Sequence[Callable[[], object]]) -> None:
        if due:
            self.random.choice(due)()
            return
        if self.plan.is_calm:
            return
        what: dict[Callable[[], object], float] = {
            self.programs.kill_one: self.plan.kill_share,
            self.proxy.cut: 30,
            self.proxy.freeze: 3,
            self.weather.part: 5,
            self.weather.stall: 3,
            self.weather.kill_server: 2,
            self._set_back: 3 if self.findings.restores < self.plan.restores else 0,
        }
        (happens,) = self.random.choices(list(what), list(what.values()))
        happens()

    def _fault(self) -> Fault:
        if self.random.random() > self.plan.push_faults:
            return Fault.NONE
        return self.random.choice([Fault.LOST, Fault.UNANSWERED])

    def _set_back(self) -> None:
        """Copy the server, let everybody go on, and put the copy in its place."""
        if not self._copy:
            self._copy = f"{self.name}_copy"
            self._alone(f"CREATE DATABASE {self._copy} TEMPLATE {self.name} STRATEGY FILE_COPY")
            return
        self._alone(
            f"DROP DATABASE {self.name} WITH (FORCE)",
            f"ALTER DATABASE {self._copy} RENAME TO {self.name}",
        )
        self._copy = ""
        self.findings.restores += 1

    def _alone(self, *statements: str) -> None:
        """Do what nobody may be connected for."""
        self.office.stop()
        self.proxy.part()
        administrator = create_engine(
            self.server.url("postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool
        )
        end = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
        for statement in statements:
            for _ in range(50):
                with administrator.connect() as connection:
                    connection.execute(end, {"name": self.name})
                    try:
                        connection.execute(text(statement))
                    except OperationalError:  # one is just leaving
                        sleep(0.1)
                    else:
                        break
            else:
                raise RuntimeError(statement)
        self.proxy.heal()
        self.office.start()

    # --- who takes part -------------------------------------------------------------------------

    def _send_home(self) -> None:
        """Let everybody deliver what they have; who does not come home hangs."""
        (self.folder / "end").touch()
        self._wait_for_all()
        # What the last one delivered, such as a new kind of objection, is everybody's.
        self.programs.start()
        self._wait_for_all()

    def _wait_for_all(self) -> None:
        seconds = _HOME_SECONDS + _HOME_SHARE * self.plan.seconds
        for number, how in self.programs.wait(seconds):
            last = lines_of(self.laptops[number].journal, "synced", "sync_failed")[-1:]
            self.findings.violations.append(f"9: campo{number} {how}: {last}")


def run(plan: Plan, folder: Path, server: PostgresServer) -> Findings:
    """Live through the days and examine what is left."""
    days = FieldDays(plan, folder, server)
    try:
        days.live()
        found, evidence = days.findings, days.evidence()
        found.violations += violations(evidence)
        faults = lines_of(days.office.journal_path, "fault")
        found.violations += [f"0: an office window failed: {line['why']}" for line in faults]
        found.violations += [
            f"9: {one.name} was told to wait for somebody: {line['end']}"
            for one in days.laptops
            for line in lines_of(one.journal, "synced")
            if line["end"] not in {"done", "away", "busy"}
        ]
        found.told = sum(len(evidence.told(one)) for one in days.laptops)
        found.syncs = sum(
            line["end"] == "done"
            for one in days.laptops
            for line in lines_of(one.journal, "synced")
        )
        with evidence.server() as connection:
            counts = text("SELECT result, count(*) AS many FROM command_outcomes GROUP BY result")
            results = {row.result: row.many for row in connection.execute(counts)}
        found.commands = sum(results.values())
        found.erased = len(evidence.erased)
        found.refused = found.commands - results.get("applied", 0)
        return found
    finally:
        days.close()
