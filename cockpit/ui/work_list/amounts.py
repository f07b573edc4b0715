"""Sums as they are said aloud: "R$ 354 mil"."""

from PySide6.QtCore import QCoreApplication

from cockpit.domain import formats
from cockpit.domain.formats import Language

translate = QCoreApplication.translate
_THOUSAND = 1_000
_MILLION = 1_000_000
_BILLION = 1_000_000_000
_FEW = 10


def short_reais(cents: int, language: Language) -> str:
    """Return an amount in whole reais, or in thousands, millions or billions of them."""
    reais = round(cents / 100)
    if abs(reais) < _THOUSAND:
        return translate("Amounts", "R$ {amount}").format(amount=formats.integer(reais, language))
    for size, word in (
        (_BILLION, translate("Amounts", "R$ {amount} bn")),
        (_MILLION, translate("Amounts", "R$ {amount} m")),
        (_THOUSAND, translate("Amounts", "R$ {amount} k")),
    ):
        share = reais / size
        if abs(share) >= 1:
            places = 1 if abs(share) < _FEW and round(share, 1) != round(share) else 0
            return word.format(amount=formats.decimal(share, language, places))
    raise AssertionError
