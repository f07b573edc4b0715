"""What may be an e-mail address; whether it is one, its server knows."""

import re

_ADDRESS = re.compile(r"[^\s@,;:<>()\"\\]+@(?:[^\s@,;:<>()\"\\.]+\.)+[^\s@,;:<>()\"\\.]{2,}")
_LONGEST = 254


def is_email_address(text: str) -> bool:
    """Return whether a text is one plain address, such as ``compras@empresa.com.br``."""
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None
