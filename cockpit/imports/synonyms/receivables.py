"""Headers of files of receivables, a line an instalment."""

from cockpit.imports.synonyms.column import Column, Content, Sheet

RECEIVABLES = Sheet(
    columns={
        "numero": Column(
            (
                "e1_num+e1_parcela+e1_prefixo", "e1_num+e1_parcela", "duplic+prest",
                "duplicata+parcela", "duplicata+prestacao", "titulo+parcela",
                "numero_do_titulo+parcela", "numero_titulo+parcela", "no_titulo+parcela",
                "numero_do_documento+parcela", "numero_documento+parcela",
                "no_documento+parcela", "documento+parcela", "numnota+desdobramento",
                "nro_nota+desdobramento", "no_do_documento+parcela", "numero+parcela",
                "nota_fiscal+parcela", "nufin", "nro_unico_financeiro", "titulo", "duplicata",
                "duplic", "e1_num", "numero_do_titulo", "numero_titulo", "no_titulo",
                "no_do_titulo",
                "numero_do_documento", "numero_documento", "no_documento", "no_do_documento",
                "n_documento", "nosso_numero", "numero", "documento", "boleto", "fatura", "no",
                "num", "id",
            ),
            content=Content.CODE,
        ),
        "cliente": Column(
            (
                "e1_cliente+e1_loja", "e1_cliente", "cliente+loja", "codigo_cliente+loja",
                "codigo_cliente", "codigo_do_cliente", "cod_cliente", "cod_do_cliente", "codcli",
                "codparc", "cod_parceiro", "codigo_parceiro", "codigo_do_parceiro",
                "cliente_codigo", "id_cliente", "cliente", "cnpj_cpf", "cpf_cnpj", "cnpj", "cpf",
                "cnpj_cpf_do_cliente", "cpf_cnpj_do_cliente", "cnpj_do_cliente", "cgc", "cgcent",
                "cgc_cpf", "parceiro", "sacado", "pagador", "cliente_nome_fantasia",
                "nome_cliente", "nome_do_cliente", "contato", "razao_social", "customer",
            ),
            content=Content.CODE,
        ),
        "pedido": Column(
            (
                "pedido", "numero_pedido", "numero_do_pedido", "num_pedido", "no_pedido",
                "n_pedido", "nr_pedido", "numped", "nunota", "e1_pedido", "pedido_de_venda",
                "id_pedido",
            ),
        ),
        "emissao": Column(
            (
                "emissao", "data_emissao", "data_de_emissao", "dt_emissao", "e1_emissao", "dtneg",
                "dtemissao", "dt_neg", "data_negociacao", "data_do_documento", "data_de_registro",
                "competencia", "data",
            ),
            content=Content.DAY,
        ),
        "vencimento": Column(
            (
                "vencimento", "vencto", "venc", "vcto", "data_vencimento", "data_de_vencimento",
                "data_do_vencimento", "dt_vencimento", "dt_vencto", "dt_venc", "dtvenc",
                "data_venc",
                "e1_vencrea", "e1_vencto", "vencimento_real", "vencto_real", "vencto_titulo",
                "vence_em", "ultimo_vencimento", "due_date",
            ),
            content=Content.DAY,
        ),
        "valor": Column(
            (
                "valor", "valor_titulo", "valor_do_titulo", "vlr_titulo", "vlr_do_titulo",
                "e1_valor", "vlrdesdob", "vlr_do_desdobramento", "vlr_desdobramento",
                "valor_da_parcela", "valor_parcela", "valor_da_conta", "valor_original",
                "valor_documento", "valor_do_documento", "valor_do_boleto", "valor_bruto",
                "valor_da_duplicata", "valor_duplicata", "valor_total", "valor_liquido",
                "valor_em_aberto", "valor_a_receber", "vl_titulo", "total",
            ),
            content=Content.AMOUNT,
        ),
        "pago_em": Column(
            (
                "pago_em", "data_pagamento", "data_de_pagamento", "data_do_pagamento",
                "dt_pagamento", "dt_pagto", "dtpag", "pagamento", "data_baixa", "data_da_baixa",
                "data_de_baixa", "dt_baixa", "baixa", "e1_baixa", "dhbaixa", "liquidacao",
                "data_liquidacao", "data_de_liquidacao", "recebido_em", "data_recebimento",
                "data_de_recebimento", "ultimo_recebimento",
                "data_de_credito", "quitado_em",
            ),
            content=Content.DAY,
        ),
        "empresa": Column(
            ("empresa", "filial", "e1_filial", "codfilial", "codemp", "cod_empresa",
             "minha_empresa"),
        ),
        "tipo": Column(
            ("tipo", "e1_tipo", "tipo_titulo", "tipo_do_titulo", "tipo_de_titulo",
             "tipo_do_documento", "tipo_de_documento"),
        ),
    },
    required=(("numero",), ("cliente",), ("vencimento",), ("valor",)),
    foreign=("produto", "quantidade", "qtde", "validade", "orcamento", "ocorrencia", "c5_", "a1_"),
    names=(
        "titulo", "titulos", "receber", "duplicatas", "financeiro", "se1", "pcprest", "tgffin",
        "boletos",
    ),
)  # fmt: skip
