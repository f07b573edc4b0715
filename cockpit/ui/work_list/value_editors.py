"""The fields in which a condition's values are typed or chosen, by kind of field and operator."""

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from cockpit.domain import formats
from cockpit.domain.errors import BadInputError
from cockpit.domain.filters import FieldKind, Operator
from cockpit.domain.formats import Language
from cockpit.domain.past_days import day_of
from cockpit.ui.theme import Space
from cockpit.ui.widgets.choice_picker import ChoicePicker
from cockpit.ui.widgets.labels import ranked_label

Value = str | int | float | bool
_COUNTS = {Operator.BETWEEN: 2, Operator.IS_EMPTY: 0, Operator.IS_FILLED: 0}
_DAYS_AWAY = frozenset({Operator.LAST_DAYS, Operator.NEXT_DAYS})
_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?")
_MOST_DAYS = 36_500


def number_of(text: str, language: Language) -> float:
    """Return a typed number, whatever separates its thousands.

    Raises:
        BadInputError: It is none.
    """
    typed = re.sub(r"^\s*R\$", "", text).replace(" ", "").replace("\u00a0", "")
    thousands, point = (",", ".") if language is Language.ENGLISH else (".", ",")
    if point not in typed and re.fullmatch(r"-?\d+\.\d{1,2}", typed):
        bare = typed  # a point with one or two digits after it is a decimal one in any language
    else:
        bare = typed.replace(thousands, "").replace(point, ".")
    if _NUMBER.fullmatch(bare) is None:
        raise BadInputError("filter_number_unknown", text=text)
    return float(bare)


class ValueEditor(QWidget):
    """One, two or no fields for a condition's values."""

    #: Another value was typed or chosen.
    changed = Signal()

    def __init__(
        self,
        kind: FieldKind,
        operator: Operator,
        choices: Sequence[tuple[str, str]],
        *,
        today: date,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        """Make the fields; ``choices`` are values with their words, for choice fields."""
        super().__init__(parent)
        self._kind, self._operator = kind, operator
        self._today, self._language = today, language
        self._texts: list[QLineEdit] = []
        self._picker: ChoicePicker | None = None
        self._answer: QComboBox | None = None
        self._named: tuple[Value, ...] = ()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        count = _COUNTS.get(operator, 1)
        if kind is FieldKind.CHOICE and count:
            self._picker = ChoicePicker(self)
            self._picker.set_choices(choices)
            self._picker.changed.connect(self.changed)
            layout.addWidget(self._picker, 1)
        elif kind is FieldKind.YES_NO:
            self._answer = QComboBox(self)
            self._answer.addItem(self.tr("yes"), True)
            self._answer.addItem(self.tr("no"), False)
            self._answer.activated.connect(self.changed)
            layout.addWidget(self._answer, 1)
        elif kind is FieldKind.KEY:
            self._count = ranked_label("small", parent=self)
            layout.addWidget(self._count, 1)
        else:
            for _ in range(count):
                layout.addWidget(self._make_text(), 1)
        if not count:
            layout.addStretch()
        proxy = self._picker or self._answer or (self._texts[0] if self._texts else None)
        if proxy is not None:
            self.setFocusProxy(proxy)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in its order."""
        single = self._picker or self._answer
        return tuple(self._texts) if single is None else (single,)

    def values(self) -> tuple[Value, ...] | None:
        """Return the values; None while they mean nothing, and the wrong field is marked."""
        if self._picker is not None:
            return self._picker.values() or None
        if self._kind is FieldKind.KEY:
            return self._named or None
        if self._answer is not None:
            return (bool(self._answer.currentData()),)
        found = [self._value(field) for field in self._texts]
        known = tuple(value for value in found if value is not None)
        return known if len(known) == len(found) else None

    def set_values(self, values: Sequence[Value]) -> None:
        """Show stored values."""
        if self._picker is not None:
            self._picker.set_values([str(value) for value in values])
        elif self._answer is not None:
            self._answer.setCurrentIndex(0 if values and values[0] else 1)
        elif self._kind is FieldKind.KEY:
            self._named = tuple(values)
            self._count.setText(self.tr("%n of them", "", len(values)))
        for field, value in zip(self._texts, values, strict=False):
            field.setText(self._text(value))

    def _make_text(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self._hint())
        field.setAccessibleName(self.tr("Value"))
        field.textChanged.connect(self._on_field_text_changed)
        self._texts.append(field)
        return field

    def _hint(self) -> str:
        if self._operator in _DAYS_AWAY:
            return self.tr("days")
        if self._kind is FieldKind.DAY:
            return self.tr("today, -30d, 15/12/25")
        return self.tr("R$") if self._kind is FieldKind.MONEY else ""

    def _value(self, field: QLineEdit) -> Value | None:
        text = field.text().strip()
        value: Value | None = None
        try:
            value = self._read(text) if text else None
        except BadInputError:
            value = None
        is_wrong = bool(text) and value is None
        if bool(field.property("invalid")) is not is_wrong:
            field.setProperty("invalid", is_wrong)
            field.style().unpolish(field)
            field.style().polish(field)
        return value

    def _read(self, text: str) -> Value:
        if self._kind is FieldKind.TEXT:
            return text
        if self._kind is FieldKind.DAY and self._operator not in _DAYS_AWAY:
            return day_of(text, today=self._today).isoformat()
        number = number_of(text, self._language)
        if self._operator in _DAYS_AWAY:
            if not 0 <= number <= _MOST_DAYS:
                raise BadInputError("filter_number_unknown", text=text)
            return round(number)
        return round(number * 100) if self._kind is FieldKind.MONEY else number

    def _text(self, value: Value) -> str:
        if self._kind is FieldKind.MONEY:
            return formats.money(int(value), self._language, symbol=False)
        if isinstance(value, str):
            is_day = self._kind is FieldKind.DAY
            return formats.day(date.fromisoformat(value)) if is_day else value
        is_whole = float(value).is_integer()
        return formats.decimal(float(value), self._language, 0 if is_whole else 2)

    @Slot(str)
    def _on_field_text_changed(self, text: str) -> None:
        self.changed.emit()
