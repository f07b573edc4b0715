"""How figures, changes, cuts and comparisons are said."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

import resources
from cockpit.domain import formats
from cockpit.domain.bridge import BridgeState
from cockpit.domain.figures import Defined
from cockpit.domain.formats import Language
from cockpit.domain.indicators import Comparison, Cut, CutName
from cockpit.domain.messages import Message
from cockpit.domain.uplift import Verdict
from cockpit.domain.vocabulary import Channel, LifecycleStatus
from cockpit.ui.charts import figures
from cockpit.ui.reports.names import cut_name
from cockpit.ui.words import channel_word, status_word

translate = QCoreApplication.translate

#: Stands where there is no figure.
NOTHING = "–"
MINUS = "−"
_SAME = "→"
#: Writes a figure; None is written as a dash.
Write = Callable[[float | None, Language], str]


def count(value: float | None, language: Language) -> str:
    """Return a whole number."""
    return NOTHING if value is None else _with_minus(formats.integer(round(value), language))


def reais(value: float | None, language: Language) -> str:
    """Return cents as whole reais, as sums are read."""
    if value is None:
        return NOTHING
    cents = round(value)
    whole = (abs(cents) + 50) // 100
    return (MINUS if cents < 0 and whole else "") + f"R$ {formats.integer(whole, language)}"


def exact_reais(value: float | None, language: Language) -> str:
    """Return cents to the cent."""
    return NOTHING if value is None else _with_minus(formats.money(round(value), language))


def share(value: float | None, language: Language) -> str:
    """Return a share in percent with one decimal."""
    return NOTHING if value is None else figures.percent(value, language, 1)


def signed_money(cents: float, language: Language) -> str:
    """Return a difference in cents to the cent, with its sign."""
    whole = round(cents)
    sign = "+" if whole > 0 else MINUS if whole < 0 else ""
    return sign + formats.money(abs(whole), language)


def points(value: float | None, language: Language) -> str:
    """Return a difference of shares in percentage points, with its sign."""
    if value is None:
        return NOTHING
    text = formats.decimal(100 * abs(value), language)
    is_nothing = text == formats.decimal(0, language)
    sign = "" if is_nothing else "+" if value > 0 else MINUS
    return sign + text + translate("Indicators", " p.p.")


def days(value: float | None, language: Language) -> str:
    """Return a number of days, with a decimal where it has one."""
    if value is None:
        return NOTHING
    return formats.decimal(value, language, 0 if float(value).is_integer() else 1)


def figure_title(figure: Defined, language: Language) -> str:
    """Return what a figure is called."""
    return resources.text(Message.of(f"figure.{figure.value}"), language)


def definition(figure: Defined, language: Language) -> str:
    """Return what a figure counts."""
    return resources.text(Message.of(f"definition.{figure.value}"), language)


def cut_word(cut: Cut | None, language: Language) -> str:
    """Return by what figures are divided, as reports on paper call it."""
    if cut is None:
        return translate("Indicators", "No division")
    return cut_name(cut, language)


def name_of(cut: Cut, value: CutName, language: Language) -> str:
    """Return a value of a cut, as it is shown; what gathers those without one has a name, too."""
    if isinstance(value.key, Channel):
        return channel_word(value.key)
    return value.name or resources.text(f"document.none_{cut.value}", language)


def comparison_word(comparison: Comparison) -> str:
    """Return with what figures are compared."""
    return {
        Comparison.NONE: translate("Indicators", "Without comparison"),
        Comparison.BEFORE: translate("Indicators", "With the period before"),
        Comparison.YEAR: translate("Indicators", "With the year before"),
    }[comparison]


def state_word(state: BridgeState) -> str:
    """Return where a customer stands in the bridge."""
    return status_word(LifecycleStatus(state.value))


def verdict_word(verdict: Verdict) -> str:
    """Return what may be said of a campaign's difference."""
    return {
        Verdict.NOT_COMPARED: translate("Indicators", "no control group"),
        Verdict.TOO_FEW: translate("Indicators", "too few to tell"),
        Verdict.UNCLEAR: translate("Indicators", "may be chance"),
        Verdict.MORE: translate("Indicators", "bought more"),
        Verdict.LESS: translate("Indicators", "bought less"),
    }[verdict]


def change_words(now: float | None, before: float | None, write: Write, language: Language) -> str:
    """Return how a figure changed: an arrow, by how much in words, and what it was."""
    moved = moved_words(now, before, write, language)
    if before is None or moved.startswith(_SAME):
        return moved
    if not before and write is not share:
        was = translate("Indicators", "before: {past}")
        return f"{moved} {was.format(past=_short(before, write, language))}" if moved else ""
    return f"{moved} ({_short(before, write, language)})" if moved else ""


def moved_words(now: float | None, before: float | None, write: Write, language: Language) -> str:
    """Return how a figure changed: an arrow, and by how much in words."""
    if before is None or now is None:
        return ""
    if write(now, language) == write(before, language):
        return f"{_SAME} " + translate("Indicators", "the same")
    arrow = "↑" if now > before else "↓"
    if write is share:
        by = points(abs(now - before), language).lstrip("+")
    elif before:
        by = figures.percent(abs(now - before) / abs(before), language)
    else:
        return arrow
    more, less = translate("Indicators", "{by} more"), translate("Indicators", "{by} less")
    return f"{arrow} {(more if now > before else less).format(by=by)}"


def _short(value: float, write: Write, language: Language) -> str:
    """Return what a figure was, in the little room beside a change."""
    if write in {reais, exact_reais}:
        return figures.short_number(value / 100, language)
    return write(value, language)


def _with_minus(text: str) -> str:
    """Return a figure with the sign that is as wide as a plus, as plots write it."""
    return text.replace("-", MINUS, 1) if text.startswith("-") else text
