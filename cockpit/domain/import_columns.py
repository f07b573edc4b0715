"""The canonical columns of each kind of import file, in their usual order."""

from collections.abc import Mapping
from types import MappingProxyType

from cockpit.domain.vocabulary import ImportKind

#: Header of the column that tells what is wrong with a line; it is never read.
REASON_COLUMN = "motivo_do_aviso"

#: Names as they stand in a canonical file's header; an NF-e is no table and has none.
CANONICAL_COLUMNS: Mapping[ImportKind, tuple[str, ...]] = MappingProxyType(
    {
        ImportKind.CUSTOMERS: (
            "codigo", "razao_social", "nome_fantasia", "cnpj_cpf", "telefone", "celular", "email",
            "contato", "municipio", "uf", "segmento", "regiao", "vendedor", "empresa",
            "limite_credito", "bloqueado", "categoria", "bloqueios", "nao_contatar",
        ),
        ImportKind.PRODUCTS: (
            "codigo", "nome", "unidade", "familia", "marca", "empresa", "ativo",
        ),
        ImportKind.ORDERS: (
            "numero", "cliente", "data", "valor", "valor_sem_impostos", "tipo", "situacao",
            "vendedor", "empresa", "entrega_prevista", "entregue_em",
        ),
        ImportKind.ITEMS: (
            "pedido", "produto", "descricao", "quantidade", "valor_unitario", "desconto", "empresa",
            "item",
        ),
        ImportKind.RECEIVABLES: (
            "numero", "cliente", "pedido", "emissao", "vencimento", "valor", "pago_em", "empresa",
            "tipo",
        ),
        ImportKind.QUOTES: (
            "numero", "cliente", "data", "valor", "validade", "situacao", "vendedor", "empresa",
            "motivo",
        ),
        ImportKind.CONTACTS: (
            "cliente", "data", "atendente", "contato", "ocorrencia", "motivo", "campanha",
            "observacao", "empresa",
        ),
        ImportKind.INVOICES: (),
    }
)  # fmt: skip
