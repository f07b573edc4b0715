"""Which table a file holds, and which column means what, by its header line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cockpit.domain.errors import BadInputError
from cockpit.imports.rows import split_rows
from cockpit.imports.words import word

CUSTOMERS = "clientes"
ORDERS = "pedidos"

_DELIMITERS = (";", "\t", ",", "|")
_MOST_COLUMNS = 1_000
_FEWEST_KNOWN = 2
_MOST_SHOWN = 20

#: Per kind and canonical column the other words for it, in the order in which they are preferred.
_SYNONYMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    CUSTOMERS: {
        "codigo": (
            "codigo", "cod", "codigo_cliente", "codigo_do_cliente", "cod_cliente", "id", "code",
        ),
        "razao_social": (
            "razao_social", "razao", "nome", "nome_cliente", "nome_do_cliente", "cliente",
            "nome_razao_social", "name",
        ),
        "nome_fantasia": ("nome_fantasia", "fantasia", "apelido"),
        "cnpj_cpf": ("cnpj_cpf", "cpf_cnpj", "cnpj", "cpf", "documento", "cgc"),
        "telefone": ("telefone", "fone", "tel", "telefones", "telefone_1", "fone_1", "phone"),
        "celular": ("celular", "cel", "whatsapp", "telefone_2", "fone_2"),
        "email": ("email", "e_mail"),
        "contato": ("contato", "nome_contato", "pessoa_de_contato", "comprador"),
        "municipio": ("municipio", "cidade", "city"),
        "uf": ("uf", "estado"),
        "segmento": ("segmento", "ramo", "ramo_de_atividade", "atividade"),
        "regiao": ("regiao", "rota"),
        "vendedor": ("vendedor", "representante", "nome_vendedor", "seller"),
        "empresa": ("empresa", "filial"),
        "limite_credito": ("limite_credito", "limite_de_credito", "limite"),
        "bloqueado": ("bloqueado", "bloqueio"),
        "categoria": ("categoria",),
    },
    ORDERS: {
        "numero": (
            "numero", "pedido", "numero_pedido", "numero_do_pedido", "num_pedido", "no_pedido",
            "n_pedido", "nr_pedido", "order",
        ),
        "cliente": (
            "codigo_cliente", "codigo_do_cliente", "cod_cliente", "cliente", "cnpj_cpf",
            "cpf_cnpj", "cnpj", "cpf", "customer",
        ),
        "data": (
            "data", "data_pedido", "data_do_pedido", "emissao", "data_emissao",
            "data_de_emissao", "dt_emissao", "date",
        ),
        "valor": ("valor", "valor_total", "valor_liquido", "valor_do_pedido", "total", "value"),
        "valor_sem_impostos": (
            "valor_sem_impostos", "valor_sem_imposto", "valor_mercadoria", "valor_produtos",
        ),
        "tipo": ("tipo", "operacao"),
        "situacao": ("situacao", "status"),
        "vendedor": ("vendedor", "representante", "nome_vendedor", "seller"),
        "empresa": ("empresa", "filial"),
        "entrega_prevista": ("entrega_prevista", "previsao_entrega", "previsao_de_entrega"),
        "entregue_em": ("entregue_em", "data_entrega", "data_de_entrega"),
    },
}  # fmt: skip

#: Per kind, groups of columns of which one must be there. Without a code or a document a customer
#: would be a new one at each import.
_REQUIRED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    CUSTOMERS: (("razao_social", "nome_fantasia"), ("codigo", "cnpj_cpf")),
    ORDERS: (("numero",), ("cliente",), ("data",), ("valor",)),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file's lines are read.

    Attributes:
        kind: ``clientes`` or ``pedidos``.
        delimiter: What parts the cells.
        line: Number of the header's line.
        header: The header's cells in comparable form.
        columns: Per canonical column its positions; the first one that holds something counts.
    """

    kind: str
    delimiter: str
    line: int
    header: tuple[str, ...]
    columns: Mapping[str, tuple[int, ...]]

    @property
    def missing(self) -> list[str]:
        """Return the required columns that the header lacks."""
        return [
            group[0]
            for group in _REQUIRED[self.kind]
            if not any(column in self.columns for column in group)
        ]


def recognise(lines: Sequence[str], file_name: str) -> Layout:
    """Find the header among a file's first lines.

    Args:
        lines: Physical lines with their line ends.
        file_name: For the sentence to the user.

    Raises:
        BadInputError: No line is a header, or the header lacks a required column.
    """
    layouts = [
        layout
        for delimiter in _DELIMITERS
        for row in split_rows(iter(lines), delimiter)
        if len(row.cells) <= _MOST_COLUMNS and not row.is_blank
        for layout in _layouts(row.cells, delimiter, row.line)
    ]
    best = max(layouts, key=lambda one: (not one.missing, len(one.columns)), default=None)
    if best is None:
        raise BadInputError("import_unknown_columns", file=file_name, found=_found(lines))
    if best.missing:
        raise BadInputError(
            "import_missing_columns",
            file=file_name,
            kind=best.kind,
            missing=", ".join(best.missing),
            found=_shown(best.header),
        )
    return best


def _layouts(cells: list[str], delimiter: str, line: int) -> list[Layout]:
    """Return what a line would mean as the header of each kind of file, if it may be one."""
    header = tuple(word(cell) for cell in cells)
    positions = {name: index for index, name in reversed(list(enumerate(header))) if name}
    found = []
    for kind, synonyms in _SYNONYMS.items():
        columns = {}
        for column, words in synonyms.items():
            if places := tuple(positions[one] for one in words if one in positions):
                columns[column] = places
        if len(columns) >= _FEWEST_KNOWN:
            found.append(Layout(kind, delimiter, line, header, columns))
    return found


def _found(lines: Sequence[str]) -> str:
    """Return the first line's cells, as the file's author would call its columns."""
    first = next((line for line in lines if not line.isspace()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    names = first.split(delimiter, _MOST_SHOWN)
    return _shown([name.strip(' \t\r\n"') for name in names])


def _shown(names: Sequence[str]) -> str:
    """Return some names, cut to what a sentence can hold."""
    shown = [name[:30] for name in names[:_MOST_SHOWN] if name]
    return ", ".join(shown) + (", …" if len(names) > _MOST_SHOWN else "")
