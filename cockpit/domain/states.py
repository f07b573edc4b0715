"""The Brazilian states and the time in each of them.

Time zones by Decree 2.784/1913 with Law 11.662/2008 (Pará) and Law 12.876/2013 (Acre and the west
of Amazonas). No state has had daylight saving time since 2019 (Decree 9.772/2019).
"""

import unicodedata
from functools import lru_cache

_STATES = {
    "AC": ("Acre", "America/Rio_Branco"),
    "AL": ("Alagoas", "America/Maceio"),
    "AM": ("Amazonas", "America/Manaus"),
    "AP": ("Amapá", "America/Belem"),
    "BA": ("Bahia", "America/Bahia"),
    "CE": ("Ceará", "America/Fortaleza"),
    "DF": ("Distrito Federal", "America/Sao_Paulo"),
    "ES": ("Espírito Santo", "America/Sao_Paulo"),
    "GO": ("Goiás", "America/Sao_Paulo"),
    "MA": ("Maranhão", "America/Fortaleza"),
    "MG": ("Minas Gerais", "America/Sao_Paulo"),
    "MS": ("Mato Grosso do Sul", "America/Campo_Grande"),
    "MT": ("Mato Grosso", "America/Cuiaba"),
    "PA": ("Pará", "America/Belem"),
    "PB": ("Paraíba", "America/Fortaleza"),
    "PE": ("Pernambuco", "America/Recife"),
    "PI": ("Piauí", "America/Fortaleza"),
    "PR": ("Paraná", "America/Sao_Paulo"),
    "RJ": ("Rio de Janeiro", "America/Sao_Paulo"),
    "RN": ("Rio Grande do Norte", "America/Fortaleza"),
    "RO": ("Rondônia", "America/Porto_Velho"),
    "RR": ("Roraima", "America/Boa_Vista"),
    "RS": ("Rio Grande do Sul", "America/Sao_Paulo"),
    "SC": ("Santa Catarina", "America/Sao_Paulo"),
    "SE": ("Sergipe", "America/Maceio"),
    "SP": ("São Paulo", "America/Sao_Paulo"),
    "TO": ("Tocantins", "America/Araguaina"),
}

STATES = tuple(_STATES)


@lru_cache(maxsize=8192)
def _key(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in decomposed if letter.isalnum())


_BY_NAME = {_key(name): code for code, (name, _) in _STATES.items()}

#: Cities whose time is not their state's.
_CITIES = {
    ("PE", _key("Fernando de Noronha")): "America/Noronha",
    **{
        ("AM", _key(city)): "America/Eirunepe"
        for city in (
            "Atalaia do Norte",
            "Benjamin Constant",
            "Boca do Acre",
            "Eirunepé",
            "Envira",
            "Guajará",
            "Ipixuna",
            "Itamarati",
            "Jutaí",
            "Lábrea",
            "Pauini",
            "São Paulo de Olivença",
            "Tabatinga",
        )
    },
}


def state_code(text: str) -> str | None:
    """Return the two letters of a state, given as such or by its name; None where it is neither."""
    code = text.strip().upper()
    return code if code in _STATES else _BY_NAME.get(_key(text))


def time_zone(state: str, city: str = "") -> str | None:
    """Return the IANA time zone of a place, or None where the state is not known.

    Args:
        state: Two letters, or the name.
        city: Decides where a city keeps another time than its state.
    """
    code = state_code(state)
    if code is None:
        return None
    return _CITIES.get((code, _key(city)), _STATES[code][1])
