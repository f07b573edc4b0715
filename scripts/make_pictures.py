"""Make the documents' pictures: every screen in both themes, with the program's own ``screenshot``.

Usage: python scripts/make_pictures.py [DAY]

The demo company is drawn as of a fixed day, so that the pictures change only when the screens do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
#: The program's screens and the pictures' names.
SCREENS = {
    "cockpit": "work_list",
    "customer_cycle": "customer_cycle",
    "contact_form": "contact_form",
    "reminders": "reminders",
    "cycle_portfolio": "cycle_portfolio",
    "cycle_accuracy": "cycle_accuracy",
    "cycle_policy": "cycle_policy",
    "import_start": "import_start",
    "import_columns": "import_columns",
    "import_trial": "import_trial",
    "import_progress": "import_progress",
    "import_result": "import_result",
    "import_history": "import_history",
    "call": "call",
    "call_credit": "call_credit",
    "call_skip": "call_skip",
    "call_snooze": "call_snooze",
    "call_nobody": "call_nobody",
    "pitch_card": "pitch_card",
    "amendment": "amendment",
    "message": "message",
    "wishes": "wishes",
    "call_outside": "call_outside",
    "days_off": "days_off",
    "closing": "closing",
    "audit": "audit",
    "templates": "templates",
    "settings": "settings",
    "ledger": "ledger",
    "agenda_day": "agenda_day",
    "agenda_overdue": "agenda_overdue",
    "agenda_week": "agenda_week",
    "agenda_month": "agenda_month",
    "agenda_spread": "agenda_spread",
    "next_contact": "next_contact",
    "morning": "morning",
    "post_its": "post_its",
    "server_away": "server_away",
    "server_kept": "server_kept",
    "sync_waiting": "sync_waiting",
    "sync_conflicts": "sync_conflicts",
    "sync_log": "sync_log",
    "sync_storage": "sync_storage",
    "sync_revoked": "sync_revoked",
    "visits": "visits",
    "packs": "packs",
    "lent": "lent",
    "laptops": "laptops",
    "laptops_aside": "laptops_aside",
    "notice_collision": "notice_collision",
    "quote": "quote",
    "post_it_new": "post_it_new",
    "post_it_client": "post_it_client",
    "notices": "notices",
    "working_time": "working_time",
    "notice_settings": "notice_settings",
    "digest": "digest",
    "palette": "palette",
    "palette_found": "palette_found",
    "list_filter": "list_filter",
    "list_columns": "list_columns",
    "list_views": "list_views",
    "list_no_hit": "list_no_hit",
    "client_summary": "client_summary",
    "client_timeline": "client_timeline",
    "client_orders": "client_orders",
    "client_products": "client_products",
    "client_titles": "client_titles",
    "client_quotes": "client_quotes",
    "client_objections": "client_objections",
    "client_service": "client_service",
    "client_notes": "client_notes",
    "client_audit": "client_audit",
    "invitation": "invitation",
    "invitation_password": "invitation_password",
    "taking_along": "taking_along",
    "taking_along_progress": "taking_along_progress",
    "server_password": "server_password",
    "profiles": "profiles",
    "report_file": "report_file",
    "report_mail": "report_mail",
    "shortcuts": "shortcuts",
    "empty": "empty",
    "crash": "crash",
    "wall_portfolios": "wall_portfolios",
    "review": "review",
    "review_search": "review_search",
    "review_comments": "review_comments",
    "indicators_contacts": "indicators_contacts",
    "indicators_reactivation": "indicators_reactivation",
    "indicators_objections": "indicators_objections",
    "indicators_portfolio": "indicators_portfolio",
    "indicators_bridge": "indicators_bridge",
    "indicators_campaigns": "indicators_campaigns",
    "indicators_cycles": "indicators_cycles",
    "indicators_definitions": "indicators_definitions",
    "rules_cadence": "rules_cadence",
    "rules_windows": "rules_windows",
    "rules_offers": "rules_offers",
    "rules_outcomes": "rules_outcomes",
    "rules_objections": "rules_objections",
    "rules_templates": "rules_templates",
    "rules_settings": "rules_settings",
    "campaigns": "campaigns",
    "campaigns_result": "campaigns_result",
    "campaigns_plan": "campaigns_plan",
    # Colleagues hold customers from here on.
    "wall": "wall",
    # The last: in the demo company the break goes on, and covers whatever would follow.
    "break": "break",
}
DAY = "2026-03-02"
#: Who prints the demo company's report.
MANAGER = "helena.quadros"


def main(arguments: list[str]) -> int:
    """Draw all pictures; return 1 when one could not be drawn."""
    day = arguments[0] if arguments else DAY
    PICTURES.mkdir(parents=True, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory() as home:
        for screen, name in SCREENS.items():
            for theme in ("light", "dark"):
                picture = PICTURES / f"{name}_{theme}.png"
                failed |= draw(screen, theme, picture, day=day, home=home)
        failed |= draw_report(PICTURES / "report_pdf.png", day=day, home=home)
    return failed


def draw(screen: str, theme: str, picture: Path, *, day: str, home: str) -> int:
    """Draw one picture off the screen and return the program's exit code."""
    return run_program("screenshot", screen, str(picture), "--theme", theme, day=day, home=home)


def draw_report(picture: Path, *, day: str, home: str) -> int:
    """Draw the first page of a printed report; return 1 without poppler's ``pdftoppm``."""
    printer = shutil.which("pdftoppm")
    if printer is None:
        print("report_pdf: pdftoppm is missing (package poppler-utils)", file=sys.stderr)
        return 1
    printed = Path(home) / "report.pdf"
    month = (date.fromisoformat(day).replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
    asked = ["--profile", MANAGER, "report", "reactivation", "--from", month, "--to", month]
    asked += ["--by", "team", "--compare", "before"]
    asked += ["--format", "pdf", "--out", str(printed), "--force"]
    if failed := run_program(*asked, day=day, home=home):
        return failed
    command = [
        printer,
        "-png",
        "-r",
        "80",
        "-singlefile",
        str(printed),
        str(picture.with_suffix("")),
    ]
    return subprocess.run(command, check=False).returncode


def run_program(*words: str, day: str, home: str) -> int:
    """Run a command of the program on the demo company and return its exit code."""
    command = [sys.executable, "main.py", "--demo", "--as-of", day, *words]
    environ = {**os.environ, "GIRO_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, cwd=ROOT, env=environ, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
