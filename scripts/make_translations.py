"""Bring ``resources/translations`` up to date with the texts of the screens, and compile them.

Usage: python scripts/make_translations.py [--check]

New texts are added unfinished and vanished ones dropped. With ``--check`` nothing is changed, and
the exit code is 1 when a text is missing, unfinished in Portuguese, or not compiled. English is the
language of the texts themselves: there only the plural forms need a translation.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
SOURCES = ["cockpit/ui", "cockpit/runtime", "cockpit/app"]
LANGUAGES = ("pt_BR", "en")
TOOLS = Path(PySide6.__file__).parent


def main(arguments: list[str]) -> int:
    """Renew the files, or compare them with renewed ones."""
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    if not arguments:
        TRANSLATIONS.mkdir(exist_ok=True)
        for language in LANGUAGES:
            renew(TRANSLATIONS, language)
            print(f"{language}: {len(unfinished(TRANSLATIONS, language))} texts to translate")
        return 0
    problems = [problem for language in LANGUAGES for problem in check(language)]
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


def renew(folder: Path, language: str) -> None:
    """Extract the texts into a folder's translation file and compile it."""
    source, compiled = folder / f"giro_{language}.ts", folder / f"giro_{language}.qm"
    options = ["-silent", "-extensions", "py", "-no-obsolete", "-locations", "none"]
    options += ["-source-language", "en", "-target-language", language]
    run("lupdate", *options, *SOURCES, "-ts", str(source))
    drop_comments(source)
    fresh = compiled.with_suffix(".new")  # a running window has the old one mapped into its memory
    run("lrelease", "-silent", str(source), "-qm", str(fresh))
    fresh.replace(compiled)


def drop_comments(source: Path) -> None:
    """Drop the ``#:`` lines of signals, which lupdate takes for notes to translators."""
    text = source.read_text(encoding="utf-8")
    text = re.sub(r"\s*<extracomment>.*?</extracomment>", "", text, flags=re.DOTALL)
    source.write_text(text, encoding="utf-8", newline="\n")


def check(language: str) -> list[str]:
    """Say what is out of date or unfinished in a language."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        names = [f"giro_{language}.ts", f"giro_{language}.qm"]
        for path in (TRANSLATIONS / name for name in names):
            if path.exists():
                shutil.copy(path, folder)
        renew(folder, language)
        stale = [name for name in names if not same(folder / name, TRANSLATIONS / name)]
        problems = [f"{name} is out of date: run make translations" for name in stale]
        problems += [
            f"giro_{language}.ts: {text!r} is not translated"
            for text in unfinished(folder, language)
        ]
    return problems


def unfinished(folder: Path, language: str) -> list[str]:
    """List the texts of a language that still need a translator."""
    root = ET.parse(folder / f"giro_{language}.ts").getroot()  # noqa: S314 - our own file
    return [
        message.findtext("source", "")
        for message in root.iter("message")
        if message.find("translation[@type='unfinished']") is not None
        and (language != "en" or message.get("numerus") == "yes")
    ]


def same(one: Path, other: Path) -> bool:
    """Tell whether both files are there and equal."""
    return other.exists() and one.read_bytes() == other.read_bytes()


def run(tool: str, *arguments: str) -> None:
    """Run one of Qt's tools."""
    program = TOOLS / (f"{tool}.exe" if sys.platform == "win32" else tool)
    subprocess.run([program, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
