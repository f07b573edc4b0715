"""``server doctor``: a line for each thing that was looked at, and what to do about it."""

import json
import sys
from collections import Counter
from collections.abc import Sequence

import resources
from cockpit.app.options import Options
from cockpit.app.paths import Paths
from cockpit.app.server_administration import administration
from cockpit.app.terminal import one_line
from cockpit.data.server.doctor import examine
from cockpit.domain.doctor import Finding, Level
from cockpit.domain.formats import Language

#: Something has to be done at once.
ERRORS = 1


def run(options: Options, paths: Paths) -> int:
    """Examine the server and print what was found; nothing is changed."""
    with administration(options, paths) as connection:
        findings = examine(connection)
    if options.server.is_server_json:
        _print_document(findings, options.language)
    else:
        _print_lines(findings, options.language)
    return ERRORS if any(one.level is Level.BAD for one in findings) else 0


def _print_lines(findings: Sequence[Finding], language: Language) -> None:
    words = {level: resources.text(f"doctor.{level}", language) for level in Level}
    width = max(map(len, words.values()))
    for one in findings:
        said = one_line(resources.text(one.message, language))
        sys.stdout.write(f"{words[one.level]:<{width}}  {said}\n")
    count = Counter(one.level for one in findings)
    if count[Level.BAD] or count[Level.CAUTION]:
        values = {"bad": count[Level.BAD], "caution": count[Level.CAUTION]}
        sys.stdout.write(resources.text("doctor.to_do", language, **values) + "\n")
    else:
        sys.stdout.write(resources.text("doctor.all_good", language) + "\n")


def _print_document(findings: Sequence[Finding], language: Language) -> None:
    document = [
        {
            "check": one.check,
            "level": one.level.value,
            "code": one.message.key.removeprefix("doctor."),
            "message": resources.text(one.message, language),
            "values": one.message.as_dict(),
        }
        for one in findings
    ]
    json.dump(document, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")
