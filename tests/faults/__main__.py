"""The long day, by command: ``python -m tests.faults --seed 7 --client-kills 300``.

With ``--field`` it is laptops that die: see ``tests.faults.field.command``.
With ``--mutants`` each program with one thing wrong has to be found out instead.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.field import command
from tests.faults.finding import FINDINGS
from tests.faults.finding_out import find_out
from tests.faults.harness import Plan, run
from tests.faults.mutants import MUTANTS
from tests.faults.weather import mortal_server


def main() -> int:
    """Live through the day that the arguments describe; 1 where an invariant was broken."""
    if "--field" in sys.argv:
        return command.main([word for word in sys.argv[1:] if word != "--field"])
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--operators", type=int, default=6)
    parser.add_argument("--client-kills", type=int, default=300)
    parser.add_argument("--server-kills", type=int, default=20)
    parser.add_argument("--cuts", type=int, default=1_000)
    parser.add_argument("--mutant", choices=["", *MUTANTS], default="")
    parser.add_argument("--mutants", action="store_true")
    given = vars(parser.parse_args())
    if given.pop("mutants"):
        return find_out(FINDINGS, run)
    with TemporaryDirectory() as folder, mortal_server() as server:
        found = run(Plan(**given), Path(folder), server)
    sys.stdout.write(
        f"{found.seconds:.0f} s: {found.client_kills} programs and {found.server_kills} servers"
        f" killed, {found.cuts} connections cut; {found.contacts} contacts, {found.kept} of them"
        f" kept first; {len(found.violations)} violations\n"
    )
    for violation in found.violations[:20]:
        sys.stdout.write(f"  {violation}\n")
    return 1 if found.violations else 0


if __name__ == "__main__":
    sys.exit(main())
