"""Brazil's national and state holidays, as the law stands since 2024.

The package ``holidays`` knows them too, and a test holds this table against it for each state and
year; but importing it reads the calendars of 250 countries (0.2 s to 0.7 s), which no start of the
program should pay.
"""

from datetime import date, timedelta
from functools import lru_cache

_FRIDAY, _SUNDAY = 4, 6
#: Tuesday to Thursday.
_MIDWEEK = range(1, 4)
_GOOD_FRIDAY, _CORPUS_CHRISTI = timedelta(days=-2), timedelta(days=60)
_CARNIVAL = (timedelta(days=-48), timedelta(days=-47))
_PENHA = timedelta(days=8)

_NATIONAL = (
    (1, 1, "Confraternização Universal"),
    (4, 21, "Tiradentes"),
    (5, 1, "Dia do Trabalhador"),
    (9, 7, "Independência do Brasil"),
    (10, 12, "Nossa Senhora Aparecida"),
    (11, 2, "Finados"),
    (11, 15, "Proclamação da República"),
    (11, 20, "Dia Nacional de Zumbi e da Consciência Negra"),
    (12, 25, "Natal"),
)
_STATES: dict[str, tuple[tuple[int, int, str], ...]] = {
    "AC": ((6, 15, "Aniversário do Acre"),),
    "AL": (
        (6, 24, "São João"),
        (6, 29, "São Pedro"),
        (9, 16, "Emancipação Política de Alagoas"),
        (11, 30, "Dia do Evangélico"),
    ),
    "AM": ((9, 5, "Elevação do Amazonas à categoria de província"),),
    "AP": (
        (3, 19, "São José"),
        (7, 25, "São Tiago"),
        (9, 13, "Criação do Território Federal"),
    ),
    "BA": ((7, 2, "Independência da Bahia"),),
    "CE": (
        (3, 19, "São José"),
        (3, 25, "Abolição da escravidão no Ceará"),
        (8, 15, "Nossa Senhora da Assunção"),
    ),
    "DF": ((11, 30, "Dia do Evangélico"),),
    "GO": ((7, 26, "Fundação da cidade de Goiás"), (10, 24, "Pedra fundamental de Goiânia")),
    "MA": ((7, 28, "Adesão do Maranhão à independência do Brasil"),),
    "MS": ((10, 11, "Criação do Estado"),),
    "PA": ((8, 15, "Adesão do Grão-Pará à independência do Brasil"),),
    "PB": ((8, 5, "Fundação do Estado"),),
    "PE": ((3, 6, "Revolução Pernambucana de 1817"),),
    "PI": ((10, 19, "Dia do Piauí"),),
    "RJ": ((4, 23, "São Jorge"),),
    "RN": ((8, 7, "Dia do Rio Grande do Norte"), (10, 3, "Mártires de Cunhaú e Uruaçu")),
    "RO": ((1, 4, "Criação do Estado"), (6, 18, "Dia do Evangélico")),
    "RR": ((10, 5, "Criação do Estado"),),
    "RS": ((9, 20, "Dia do Gaúcho"),),
    "SE": ((7, 8, "Emancipação política de Sergipe"),),
    "SP": ((7, 9, "Revolução Constitucionalista"),),
    "TO": (
        (3, 18, "Dia da Autonomia"),
        (9, 8, "Nossa Senhora da Natividade"),
        (10, 5, "Criação do Estado"),
    ),
}
#: In Acre these are kept on the Friday where they fall between Tuesday and Thursday.
_ACRE_MOVED = (
    (1, 23, "Dia do Evangélico"),
    (3, 8, "Dia Internacional da Mulher"),
    (9, 5, "Dia da Amazônia"),
    (11, 17, "Assinatura do Tratado de Petrópolis"),
)
#: In Santa Catarina these are kept on the next Sunday.
_SANTA_CATARINA_MOVED = (
    (8, 11, "Dia do Estado de Santa Catarina"),
    (11, 25, "Dia de Santa Catarina de Alexandria"),
)


@lru_cache(maxsize=512)
def official_days(state: str, year: int, *, has_optional: bool) -> dict[date, str]:
    """Return the holidays of the country and of one state, with their names.

    Args:
        state: Two letters; any other text has the country's alone.
        year: Of the Gregorian calendar.
        has_optional: Whether Carnival's Monday and Tuesday and Corpus Christi count. Of the other
            optional days (Ash Wednesday, civil servants' day, 24 and 31 December) half is worked.
    """
    easter = easter_of(year)
    found = [(date(year, month, day), name) for month, day, name in _NATIONAL]
    found.append((easter + _GOOD_FRIDAY, "Sexta-feira Santa"))
    found += [(date(year, month, day), name) for month, day, name in _STATES.get(state, ())]
    found += _moving(state, year, easter)
    if has_optional:
        found += [(easter + offset, "Carnaval") for offset in _CARNIVAL]
        found.append((easter + _CORPUS_CHRISTI, "Corpus Christi"))
    days: dict[date, str] = {}
    for day, name in found:
        days.setdefault(day, name)
    return days


def easter_of(year: int) -> date:
    """Return Easter Sunday (Meeus, Astronomical Algorithms, chapter 8: the Gregorian calendar)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - correction + 15) % 30
    leaps, of_leap = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * leaps - epact - of_leap) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _moving(state: str, year: int, easter: date) -> list[tuple[date, str]]:
    """Return a state's holidays that have another day each year."""
    if state == "AC":
        return [(_on_friday(date(year, *day)), name) for *day, name in _ACRE_MOVED]
    if state == "SC":
        return [(_on_sunday(date(year, *day)), name) for *day, name in _SANTA_CATARINA_MOVED]
    if state == "ES":
        return [(easter + _PENHA, "Nossa Senhora da Penha")]
    if state == "RJ":
        return [(easter + _CARNIVAL[1], "Carnaval")]
    return []


def _on_friday(day: date) -> date:
    is_midweek = day.weekday() in _MIDWEEK
    return day + timedelta(days=_FRIDAY - day.weekday()) if is_midweek else day


def _on_sunday(day: date) -> date:
    return day + timedelta(days=_SUNDAY - day.weekday())
