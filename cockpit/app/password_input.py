"""The server's password on its way from a window to the programs beside it: through a pipe.

Arguments are everybody's to read, and the environment is whose the program is. A line on standard
input is read once and is gone.
"""

import os
import sys
from dataclasses import replace

from cockpit.app.options import Options

#: Says that the first line of standard input is the password.
PASSWORD_VARIABLE = "GIRO_PASSWORD_INPUT"  # noqa: S105 - a name, not a password


def password_line(password: str) -> bytes:
    """Return the line that ``with_password_input`` reads."""
    return password.encode() + b"\n"


def with_password_input(options: Options) -> Options:
    """Return the options with the password that stands on standard input, where one does."""
    if not os.environ.pop(PASSWORD_VARIABLE, ""):
        return options
    line = sys.stdin.buffer.readline()
    return replace(options, password=line.removesuffix(b"\n").decode())
