"""What ``sync log``, ``waiting`` and ``conflicts`` say: the sentences of the window's pages."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from cockpit.domain.clock import Clock
from cockpit.domain.field import ToldConflict, ToldField
from cockpit.domain.field_log import folded
from cockpit.domain.formats import Language
from cockpit.domain.sync import LogEntry, WaitingItem
from cockpit.runtime.translation import install_language
from cockpit.ui.sync.entity_words import column_word, entity_word, reason_text, waiting_word
from cockpit.ui.sync.log_words import log_text
from cockpit.ui.sync.value_words import NOTHING, value_text

_BETWEEN = "  "


class SyncWords:
    """Speaks one language; nothing is shown, so no window system is needed."""

    def __init__(self, language: Language, clock: Clock) -> None:
        """Load the sentences."""
        self._language, self._clock = language, clock
        self._app = QCoreApplication.instance() or QCoreApplication([])
        install_language(self._app, language)

    def log(self, entries: Sequence[LogEntry]) -> list[str]:
        """Return a line for each thing that happened; ordinary ones of a day together."""
        return [
            f"{self._at(one.noted_at)}{_BETWEEN}{log_text(one, self._clock, self._language)}"
            for one in folded(entries, self._clock.zone)
        ]

    def waiting(self, items: Sequence[WaitingItem]) -> list[str]:
        """Return a line for each thing that waits."""
        return [_BETWEEN.join(filter(None, self._waiting(one))) for one in items]

    def conflicts(self, found: Sequence[ToldConflict]) -> list[str]:
        """Return a few lines for each disagreement, numbered from 1 on."""
        lines: list[str] = []
        for number, one in enumerate(found, start=1):
            named = " · ".join(filter(None, (one.customer, entity_word(one.entity))))
            why = reason_text(one.reason, is_gone=one.is_gone)
            lines.append(_BETWEEN.join((str(number), self._at(one.noted_at), named, why)))
            lines += [f"   {line}" for line in self._versions(one)]
        return lines

    def _waiting(self, one: WaitingItem) -> Iterator[str]:
        yield self._at(one.made_at)
        yield waiting_word(one.entity, one.verb)
        yield one.customer
        yield " ".join(one.words.split())
        if one.trouble:
            yield reason_text(one.trouble, is_gone=False)

    def _versions(self, one: ToldConflict) -> Iterator[str]:
        """Yield what the two say of each thing about which they disagree."""
        for field in one.fields:
            if field.is_same and not (one.is_gone or one.is_removal):
                continue
            mine = NOTHING if one.is_removal else self._value(one, field, is_mine=True)
            theirs = NOTHING if one.is_gone else self._value(one, field, is_mine=False)
            yield f"{column_word(one.entity, field.column)}: {mine}  |  {theirs}"

    def _value(self, one: ToldConflict, field: ToldField, *, is_mine: bool) -> str:
        value = field.mine if is_mine else field.theirs
        return value_text(one.entity, field, value, zone=self._clock.zone, language=self._language)

    def _at(self, at: datetime) -> str:
        return at.astimezone(self._clock.zone).strftime("%Y-%m-%d %H:%M")
