"""The command line, in both languages.

Values are converted by functions that raise ``BadInputError`` with a sentence of their own, so that
argparse's English texts never reach the user.
"""

from cockpit.app.arguments.parser import COMMANDS, language_of, parse

__all__ = ["COMMANDS", "language_of", "parse"]
