"""What the user asked of ``privacy``."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PrivacyOptions:
    """What the user asked of ``privacy``.

    Attributes:
        privacy_action: Which command of it.
        erased_customer: Code, document or key of the customer.
        erased_person: Name or key of one person there; empty means the customer.
        is_erasing_tried: Whether it is only shown what would go.
        is_erasing_sure: Whether nobody is asked before.
        is_even_company: Whether a company may be meant, such as a sole trader.
        is_privacy_json: Whether the result is one JSON document; unless sure, it is only tried.
        erasures: The file with those who were erased.
    """

    privacy_action: str = ""
    erased_customer: str = ""
    erased_person: str = ""
    is_erasing_tried: bool = False
    is_erasing_sure: bool = False
    is_even_company: bool = False
    is_privacy_json: bool = False
    erasures: Path | None = None
