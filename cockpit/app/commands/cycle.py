"""``cycle``: the purchase cycle without a window, on the database or on an order file."""

from importlib import import_module

from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.terminal import is_output_closed
from cockpit.domain.errors import BadInputError

#: Modules by command: only the chosen one is imported.
_MODULES = {
    "score": "cycle_score",
    "fit": "cycle_fit",
    "refresh": "cycle_refresh",
    "backtest": "cycle_reports",
    "histogram": "cycle_reports",
    "simulate": "cycle_policies",
    "policy": "cycle_policies",
}
#: They change nothing: what they print is all that they are for.
_PRINTING = frozenset({"score", "backtest", "histogram", "simulate"})


def run(options: Options, paths: Paths) -> int:
    """Run the chosen command.

    Raises:
        BadInputError: It only prints, and the output is closed.
    """
    is_lost = options.cycle.action in _PRINTING and options.cycle.output is None
    if is_lost and is_output_closed():
        raise BadInputError("output_not_written")
    module = import_module(f"cockpit.app.commands.{_MODULES[options.cycle.action]}")
    code: int = module.run(options, paths)
    return code
