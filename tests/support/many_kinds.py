"""One invented company's exports of every kind, with odd lines in between; the same for a seed."""

import csv
import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from tests.support.nfe_files import Nfe, cnpj

CUSTOMERS, PRODUCTS, ORDERS, INVOICES = 300, 60, 1_500, 40
_FIRST = date(2021, 1, 4)


def write_all_kinds(folder: Path, *, seed: int, is_changed: bool = False) -> tuple[Path, ...]:
    """Write a file of each kind and a folder of invoices; return their paths.

    Args:
        folder: Where they go; it is made.
        seed: Of all that is drawn.
        is_changed: Whether they are those of some weeks later: some lines say something else and
            some are new.
    """
    folder.mkdir(parents=True)
    company = _Company(random.Random(seed), is_changed=is_changed)
    return (
        _write(folder / "clientes.csv", company.customers()),
        _write(folder / "produtos.csv", company.products()),
        _write(folder / "pedidos.csv", company.orders()),
        _write(folder / "itens.csv", company.items()),
        _write(folder / "titulos.csv", company.receivables()),
        _write(folder / "orcamentos.csv", company.quotes()),
        _write(folder / "contatos.csv", company.contacts()),
        _write_invoices(folder / "nfe", is_changed=is_changed),
    )


class _Company:
    """Rows of each file, the header first."""

    def __init__(self, chance: random.Random, *, is_changed: bool) -> None:
        self._chance = chance
        self._is_changed = is_changed

    def customers(self) -> Iterable[Sequence[str]]:
        """Yield customers; every twentieth is odd, every fiftieth is there twice."""
        yield ("codigo", "razao_social", "telefone", "municipio", "uf", "segmento", "vendedor",
               "bloqueado")  # fmt: skip
        for number in range(self._count(CUSTOMERS)):
            phone = "123" if number % 20 == 0 else f"(11) 3555-{number:04d}"
            name = f"Cliente {number:04d}" + self._change(number)
            row = (f"C{number:04d}", name, phone, "Campinas", "SP", f"Ramo {number % 7}",
                   f"Vendedora {number % 5}", "sim" if number % 40 == 7 else "nao")  # fmt: skip
            yield row
            if number % 50 == 3:
                yield (row[0], f"{name} Filial", *row[2:])
        yield ("", "", "", "Campinas", "SP", "", "", "")

    def products(self) -> Iterable[Sequence[str]]:
        """Yield products."""
        yield ("codigo", "nome", "unidade", "familia")
        for number in range(PRODUCTS):
            yield f"P{number:03d}", f"Produto {number}{self._change(number)}", "UN", "Geral"

    def orders(self) -> Iterable[Sequence[str]]:
        """Yield orders; some are returns, of unknown customers, broken, or there twice."""
        yield "numero", "cliente", "data", "valor", "tipo", "vendedor"
        for number in range(self._count(ORDERS)):
            day = _FIRST + timedelta(days=number)
            value = "muito" if number % 97 == 5 else f"{100 + number + self._extra(number)},50"
            customer = "C9999" if number % 61 == 9 else f"C{number * 7 % CUSTOMERS:04d}"
            kind = "devolucao" if number % 29 == 1 else "venda"
            row = (str(5000 + number), customer, f"{day:%d/%m/%Y}", value, kind, "Vendedora 1")
            yield row
            if number % 83 == 2:
                yield row

    def items(self) -> Iterable[Sequence[str]]:
        """Yield two items per order of some orders; a changed file has one item less in some."""
        yield "pedido", "produto", "descricao", "quantidade", "valor_unitario", "desconto"
        for number in range(0, ORDERS, 3):
            for line in range(1 if self._change(number) else 2):
                code = f"P{(number + line) % PRODUCTS:03d}"
                yield str(5000 + number), code, "Coisa", str(1 + line), "10,00", "0,50"

    def receivables(self) -> Iterable[Sequence[str]]:
        """Yield titles; a changed file has some of them paid."""
        yield "numero", "cliente", "pedido", "emissao", "vencimento", "valor", "pago_em"
        for number in range(0, ORDERS, 5):
            day = _FIRST + timedelta(days=number)
            paid = f"{day + timedelta(days=31):%d/%m/%Y}" if self._change(number) else ""
            yield (f"T{number}", f"C{number * 7 % CUSTOMERS:04d}", str(5000 + number),
                   f"{day:%d/%m/%Y}", f"{day + timedelta(days=30):%d/%m/%Y}", "101,00",
                   paid)  # fmt: skip

    def quotes(self) -> Iterable[Sequence[str]]:
        """Yield quotes."""
        yield "numero", "cliente", "data", "valor", "situacao"
        for number in range(120):
            state = "ganho" if self._change(number) else "aberto"
            yield f"O{number}", f"C{number:04d}", "10/05/2021", "900,00", state

    def contacts(self) -> Iterable[Sequence[str]]:
        """Yield past contacts."""
        yield "cliente", "data", "atendente", "ocorrencia", "observacao"
        for number in range(self._count(300)):
            day = _FIRST + timedelta(days=number)
            yield (f"C{number % CUSTOMERS:04d}", f"{day:%d/%m/%Y} 10:30", f"Vendedora {number % 5}",
                   "Atendeu", "=1+1; falou")  # fmt: skip

    def _count(self, usual: int) -> int:
        return usual * 11 // 10 if self._is_changed else usual

    def _change(self, number: int) -> str:
        return " S.A." if self._is_changed and number % 4 == 0 else ""

    def _extra(self, number: int) -> int:
        return 1_000 if self._change(number) else 0


def _write(path: Path, rows: Iterable[Sequence[str]]) -> Path:
    with path.open("w", encoding="cp1252", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)
    return path


def _write_invoices(folder: Path, *, is_changed: bool) -> Path:
    folder.mkdir()
    for number in range(1, INVOICES + 1 + (10 if is_changed else 0)):
        invoice = Nfe(number=number, recipient=cnpj(f"11222333{number % 9 + 1:04d}"))
        (folder / f"{number:05d}.xml").write_bytes(invoice.xml())
    return folder
