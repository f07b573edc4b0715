"""Text as it is compared and searched: small letters, no accents, single spaces."""

import unicodedata


def plain(text: str) -> str:
    """Return "Não  Atendeu" as "nao atendeu"."""
    if text.isascii():
        return " ".join(text.lower().split())
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(one for one in parts if not unicodedata.combining(one)).split())
