"""Headers of files of quotes."""

from cockpit.imports.synonyms.column import Column, Content, Sheet

QUOTES = Sheet(
    columns={
        "numero": Column(
            (
                "numero_do_orcamento", "numero_orcamento", "no_orcamento", "no_do_orcamento",
                "n_orcamento", "num_orcamento", "orcamento", "numorca", "cj_num",
                "numero_da_proposta", "numero_proposta", "no_da_proposta", "no_proposta",
                "proposta", "proposta_comercial", "cotacao", "numero", "no", "num", "nunota", "id",
            ),
            content=Content.CODE,
        ),
        "cliente": Column(
            (
                "cj_cliente+cj_loja", "cj_cliente", "cliente+loja", "codigo_cliente+loja",
                "codigo_cliente", "codigo_do_cliente", "cod_cliente", "cod_do_cliente", "codcli",
                "codparc", "cod_parceiro", "codigo_parceiro", "cliente_codigo", "id_cliente",
                "cliente", "cnpj_cpf", "cpf_cnpj", "cnpj", "cpf", "cnpj_do_cliente", "cgc",
                "cgcent", "cgc_cpf", "parceiro", "contato", "nome_cliente", "nome_do_cliente",
                "razao_social", "customer",
            ),
            content=Content.CODE,
        ),
        "data": Column(
            (
                "data", "data_do_orcamento", "data_orcamento", "emissao", "data_emissao",
                "data_de_emissao", "dt_emissao", "cj_emissao", "dtneg", "data_da_proposta",
                "data_proposta", "data_de_inclusao", "criado_em", "date",
            ),
            content=Content.DAY,
        ),
        "valor": Column(
            (
                "valor", "valor_total", "valor_do_orcamento", "valor_orcamento", "valor_liquido",
                "total_do_orcamento", "total_orcamento", "valor_da_proposta", "valor_proposta",
                "vlr_total", "vl_total", "vltotal", "vlorc", "vlrnota", "cj_xtotal",
                "preco_total", "total", "value",
            ),
            content=Content.AMOUNT,
        ),
        "validade": Column(
            (
                "validade", "valido_ate", "data_validade", "data_de_validade", "dt_validade",
                "cj_validad", "vence_em", "validade_da_proposta", "validade_do_orcamento",
                "data_limite", "expira_em",
            ),
            content=Content.DAY,
        ),
        "situacao": Column(
            (
                "situacao", "status", "cj_status", "etapa", "fase", "situacao_do_orcamento",
                "status_do_orcamento", "situacao_da_proposta", "posicao",
            ),
        ),
        "vendedor": Column(
            (
                "vendedor", "representante", "nome_vendedor", "nome_do_vendedor", "cj_vend1",
                "codusur", "codvend", "cod_vendedor", "codigo_vendedor", "responsavel", "seller",
            ),
        ),
        "empresa": Column(("empresa", "filial", "cj_filial", "codfilial", "codemp")),
        "motivo": Column(
            (
                "motivo", "motivo_da_perda", "motivo_perda", "motivo_de_perda",
                "motivo_da_recusa", "motivo_do_cancelamento", "motivo_de_cancelamento",
            ),
        ),
    },
    required=(("numero",), ("cliente",), ("data",), ("valor",)),
    foreign=(
        "venc", "pago", "parcela", "duplic", "titulo", "saldo", "produto", "quantidade", "pedido",
        "entrega", "atendente", "ocorrencia", "c5_", "e1_", "tipo", "descricao", "qt", "codprod",
        "valor_unit", "preco_unit",
    ),
    key="numero",
    names=("orcamento", "orcamentos", "proposta", "propostas", "cotacoes", "scj", "pcorcavendac"),
)  # fmt: skip
