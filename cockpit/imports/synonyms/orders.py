"""Headers of files of orders, a line an order."""

from cockpit.imports.synonyms.column import Column, Content, Sheet

ORDERS = Sheet(
    columns={
        "numero": Column(
            (
                "numero", "pedido", "numero_pedido", "numero_do_pedido", "num_pedido", "no_pedido",
                "n_pedido", "nr_pedido", "no_do_pedido", "n_do_pedido", "pedido_no", "pedido_n",
                "numped", "nunota", "c5_num", "f2_doc+f2_serie", "f2_doc", "numero_unico",
                "nro_unico", "no_unico", "numero_do_pedido_de_venda", "pedido_de_venda",
                "numero_venda", "numero_da_venda", "no_da_venda", "venda_n", "cod_pedido",
                "codigo_pedido", "numero_da_nota", "no_da_nota_fiscal", "nota_fiscal", "numnota",
                "nro_nota", "no", "num", "nro", "n", "id_pedido", "order",
            ),
            unsure=("id",),
            content=Content.CODE,
        ),
        "cliente": Column(
            (
                "c5_cliente+c5_lojacli", "f2_cliente+f2_loja", "c5_cliente", "f2_cliente",
                "cliente+loja", "codigo_cliente+loja", "codigo_cliente", "codigo_do_cliente",
                "cod_cliente", "cod_do_cliente", "codcli", "codparc", "cod_parceiro",
                "codigo_parceiro", "codigo_do_parceiro", "cliente_codigo", "id_cliente",
                "cliente", "cnpj_cpf", "cpf_cnpj", "cnpj", "cpf", "cnpj_cpf_do_cliente",
                "cpf_cnpj_do_cliente", "cnpj_do_cliente", "cnpj_cliente", "documento_cliente",
                "cgc", "cgcent", "cgc_cpf", "parceiro", "id_contato", "contato", "nome_cliente",
                "nome_do_cliente", "nome_do_contato", "razao_social", "customer",
            ),
            content=Content.CODE,
        ),
        "data": Column(
            (
                "data", "data_pedido", "data_do_pedido", "emissao", "data_emissao",
                "data_de_emissao", "dt_emissao", "dt_pedido", "data_da_venda", "data_venda",
                "data_de_venda", "c5_emissao", "f2_emissao", "dtneg", "dt_neg", "dt_negociacao",
                "data_negociacao", "data_de_negociacao", "data_faturamento",
                "data_de_faturamento", "dt_faturamento", "dtfat", "data_fat", "data_saida",
                "data_de_inclusao", "data_inclusao", "dt_venda", "dt_inclusao", "criado_em",
                "date",
            ),
            content=Content.DAY,
        ),
        "valor": Column(
            (
                "vlatend", "valor", "valor_total", "valor_liquido", "valor_do_pedido",
                "valor_pedido",
                "total_pedido", "total_do_pedido", "valor_total_do_pedido", "valor_total_pedido",
                "valor_da_venda", "valor_venda", "total_da_venda", "vlr_total", "vl_total",
                "vltotal", "vl_atend", "valor_atendido", "vlrnota", "vlr_nota",
                "valor_nota", "valor_da_nota", "f2_valbrut", "c5_xtotal", "c5_total",
                "valor_da_nota_fiscal", "total_da_nota", "total_da_nota_fiscal", "preco_total",
                "total_venda", "total_geral", "vlr_pedido", "valor_r", "total", "value",
            ),
            content=Content.AMOUNT,
        ),
        "valor_sem_impostos": Column(
            (
                "valor_sem_impostos", "valor_sem_imposto", "valor_mercadoria", "valor_mercadorias",
                "valor_produtos", "valor_dos_produtos", "total_produtos", "total_dos_produtos",
                "f2_valmerc", "valor_das_mercadorias", "total_de_mercadoria", "vlr_produtos",
            ),
            content=Content.AMOUNT,
        ),
        "tipo": Column(
            (
                "tipo", "operacao", "tipo_de_pedido", "tipo_pedido", "tipo_de_venda", "c5_tipo",
                "f2_tipo", "tipmov", "tipo_movimento", "tipo_de_movimento", "condvenda",
            ),
        ),
        "situacao": Column(
            (
                "situacao", "status", "situacao_do_pedido", "status_do_pedido", "posicao",
                "situacao_pedido", "status_pedido", "etapa", "situacao_da_venda", "statusnota",
                "fase", "situacao_da_nota",
            ),
        ),
        "vendedor": Column(
            (
                "vendedor", "representante", "nome_vendedor", "nome_do_vendedor", "c5_vend1",
                "f2_vend1", "codusur", "rca", "codvend", "cod_vendedor", "codigo_vendedor",
                "codigo_do_vendedor", "vendedor_responsavel", "apelido_vendedor", "seller",
            ),
        ),
        "empresa": Column(
            ("empresa", "filial", "c5_filial", "f2_filial", "codfilial", "codemp", "cod_empresa",
             "minha_empresa", "loja_virtual"),
        ),
        "entrega_prevista": Column(
            (
                "entrega_prevista", "previsao_entrega", "previsao_de_entrega", "data_prevista",
                "dt_prevista", "previsao_de_faturamento", "previsao", "c5_fecent",
                "dt_prev_entrega", "data_prevista_de_entrega", "dtprevent", "dt_previsao",
                "prazo_de_entrega", "data_de_previsao",
            ),
            content=Content.DAY,
        ),
        "entregue_em": Column(
            (
                "entregue_em", "data_entrega", "data_de_entrega", "data_da_entrega", "dtentrega",
                "dt_entrega", "dt_da_entrega",
            ),
            content=Content.DAY,
        ),
    },
    required=(("numero",), ("cliente",), ("data",), ("valor",)),
    foreign=(
        "venc", "data_de_venc", "data_venc", "dt_venc", "dtvenc", "pago", "parcela", "duplic",
        "descricao",
        "titulo", "saldo", "validade", "orcamento", "proposta", "produto", "quantidade", "qt",
        "codprod", "valor_unit", "preco_unit", "ocorrencia", "atendente", "e1_", "c6_", "d2_",
        "a1_", "b1_", "cj_",
    ),
    key="numero",
    names=(
        "pedido", "pedidos", "venda", "vendas", "sc5", "sf2", "pcpedc", "tgfcab", "faturamento",
        "notas",
    ),
)  # fmt: skip
