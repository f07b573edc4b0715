"""Words of the command line as values; what is none gets a sentence of its own."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cockpit.domain.errors import BadInputError
from cockpit.domain.formats import Language
from cockpit.domain.vocabulary import LifecycleStatus

SCREENS = (
    "agenda_day",
    "agenda_month",
    "agenda_overdue",
    "agenda_spread",
    "agenda_week",
    "next_contact",
    "cockpit",
    "customer_cycle",
    "contact_form",
    "reminders",
    "cycle_portfolio",
    "cycle_accuracy",
    "cycle_policy",
    "import_start",
    "import_columns",
    "import_trial",
    "import_progress",
    "import_result",
    "import_history",
    "call",
    "call_credit",
    "call_skip",
    "call_snooze",
    "call_nobody",
    "pitch_card",
    "amendment",
    "message",
    "wishes",
    "call_outside",
    "days_off",
    "closing",
    "audit",
    "templates",
    "laptops",
    "laptops_aside",
    "packs",
    "lent",
    "lent_question",
    "notices",
    "notice_collision",
    "notice_settings",
    "morning",
    "server_away",
    "server_kept",
    "sync_waiting",
    "sync_conflicts",
    "sync_log",
    "sync_storage",
    "sync_revoked",
    "visits",
    "quote",
    "wall",
    "wall_portfolios",
    "review",
    "review_search",
    "review_sample",
    "review_comments",
    "rules_cadence",
    "rules_windows",
    "rules_offers",
    "rules_outcomes",
    "rules_objections",
    "rules_templates",
    "rules_settings",
    "indicators_contacts",
    "indicators_reactivation",
    "indicators_objections",
    "indicators_portfolio",
    "indicators_bridge",
    "indicators_campaigns",
    "indicators_cycles",
    "indicators_definitions",
    "campaigns",
    "campaigns_result",
    "campaigns_plan",
    "report_file",
    "report_mail",
    "post_its",
    "post_it_new",
    "post_it_client",
    "digest",
    "settings",
    "settings_reminders",
    "ledger",
    "palette",
    "palette_found",
    "list_filter",
    "list_columns",
    "list_views",
    "list_no_hit",
    "client_summary",
    "client_timeline",
    "client_orders",
    "client_products",
    "client_titles",
    "client_quotes",
    "client_objections",
    "client_service",
    "client_notes",
    "client_audit",
    "calendar_export",
    "calendar_import",
    "shortcuts",
    "empty",
    "crash",
    "break_choice",
    "break",
    "working_time",
    "working_time_correction",
    "invitation",
    "invitation_password",
    "taking_along",
    "taking_along_progress",
    "server_password",
    "profiles",
)
_LARGEST_SIDE = 8000

_STATUS_WORDS = {
    "novo": LifecycleStatus.NEW,
    "ativo": LifecycleStatus.ACTIVE,
    "em_risco": LifecycleStatus.AT_RISK,
    "pre_inativo": LifecycleStatus.AT_RISK,
    "inativo": LifecycleStatus.INACTIVE,
    "perdido": LifecycleStatus.LOST,
    "recuperado": LifecycleStatus.RECOVERED,
    "reativado": LifecycleStatus.RECOVERED,
    "bloqueado": LifecycleStatus.BLOCKED,
}


class OneOf:
    """Converts a value that must be one of a few words."""

    def __init__(self, option: str, words: Sequence[str]) -> None:
        self._option = option
        self._words = words

    def __call__(self, text: str) -> str:
        """Return the word, or refuse another one."""
        if text not in self._words:
            raise BadInputError(
                "bad_choice",
                option=self._option,
                value=text,
                choices=", ".join(filter(None, self._words)),
            )
        return text


class FileName:
    """Converts the name of a file."""

    def __init__(self, option: str) -> None:
        self._option = option

    def __call__(self, text: str) -> Path:
        """Return the path, or refuse an empty one, which would mean the folder."""
        if not text.strip():
            raise BadInputError("no_file_name", option=self._option)
        return Path(text)


class Number:
    """Converts a number of days, of cycles or the like, to the type that its option has."""

    def __init__(self, *, is_whole: bool) -> None:
        self._is_whole = is_whole

    def __call__(self, text: str) -> float:
        """Return the number; a comma is as good as a point."""
        if self._is_whole:
            return count(text)
        if not re.fullmatch(r"\d{1,6}(?:[.,]\d{1,6})?", text):
            raise BadInputError("bad_number", value=text)
        return float(text.replace(",", "."))


def language(text: str) -> Language:
    """Return a language by its code."""
    try:
        return Language(text)
    except ValueError:
        raise BadInputError(
            "bad_choice", option="--language", value=text, choices=", ".join(Language)
        ) from None


def day(text: str) -> date:
    """Return a day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInputError("bad_day", value=text) from None


def count(text: str) -> int:
    """Return a whole number."""
    if not re.fullmatch(r"\d{1,9}", text):
        raise BadInputError("bad_count", value=text)
    return int(text)


def some(text: str) -> int:
    """Return a whole number that is not nothing."""
    found = count(text)
    if not found:
        raise BadInputError("bad_count", value=text)
    return found


def share(text: str) -> float:
    """Return a share between 0 and 1, from ``0.2``, ``0,2`` or ``20%``."""
    number = text.strip().replace(",", ".")
    if not re.fullmatch(r"\d{1,3}(?:\.\d{1,6})?%?", number):
        raise BadInputError("bad_share", value=text)
    value = float(number.rstrip("%")) / (100 if number.endswith("%") else 1)
    if value > 1:
        raise BadInputError("bad_share", value=text)
    return value


def statuses(text: str) -> tuple[LifecycleStatus, ...]:
    """Return statuses by their words in either language, joined by commas."""
    words = {status.value: status for status in LifecycleStatus} | _STATUS_WORDS
    bare = text.lower().replace("é", "e").replace("-", "_").split(",")
    names = ["_".join(name.split()) for name in bare]
    for name in names:
        if name not in words:
            raise BadInputError("bad_status", value=name)
    return tuple(words[name] for name in names)


def screen(text: str) -> str:
    """Return the name of a screen."""
    if text not in SCREENS:
        raise BadInputError("bad_screen", value=text, choices=", ".join(SCREENS))
    return text


def size(text: str) -> tuple[int, int]:
    """Return width and height in pixels."""
    match = re.fullmatch(r"(\d{3,4})[xX](\d{3,4})", text)
    if match is None or max(int(match[1]), int(match[2])) > _LARGEST_SIDE:
        raise BadInputError("bad_size", value=text)
    return int(match[1]), int(match[2])


def single_path(text: str) -> tuple[Path]:
    """Return one path as the files of a command."""
    return (Path(text),)
