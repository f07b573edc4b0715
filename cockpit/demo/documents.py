"""Valid CNPJs and CPFs of nobody in particular."""

from random import Random

from stdnum.br import cnpj, cpf

_LETTERS = "ABCDEFGHJKLMNPRSTVWXYZ"


def new_cnpj(random: Random, *, alphanumeric: bool) -> str:
    """Return a valid CNPJ, with letters as issued since July 2026 if asked for."""
    alphabet = "0123456789" + (_LETTERS if alphanumeric else "")
    root = "".join(random.choice(alphabet) for _ in range(8))
    base = root + f"{random.choice((1, 1, 1, 1, 2, 3)):04d}"
    return base + str(cnpj.calc_check_digits(base))


def new_cpf(random: Random) -> str:
    """Return a valid CPF."""
    base = "".join(random.choice("0123456789") for _ in range(9))
    endings = (f"{number:02d}" for number in range(100))
    return next(base + ending for ending in endings if cpf.is_valid(base + ending))
