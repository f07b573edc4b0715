"""Headers of files of orders' items, a line an item."""

from cockpit.imports.synonyms.column import Column, Content, Sheet

ITEMS = Sheet(
    columns={
        "pedido": Column(
            (
                "pedido", "numero_pedido", "numero_do_pedido", "num_pedido", "no_pedido",
                "n_pedido", "nr_pedido", "no_do_pedido", "n_do_pedido", "numped", "nunota",
                "c6_num", "d2_doc+d2_serie", "d2_doc", "numero_unico", "nro_unico", "no_unico",
                "pedido_de_venda", "numero_da_venda", "numero_venda", "id_pedido", "nota_fiscal",
                "numnota", "numero_da_nota", "order",
            ),
            unsure=("numero", "no", "num"),
            content=Content.CODE,
        ),
        "produto": Column(
            (
                "codigo_do_produto", "codigo_produto", "cod_produto", "cod_do_produto", "codprod",
                "c6_produto", "d2_cod", "sku", "codigo_sku", "codigo_sku_do_produto",
                "produto_codigo", "codigo_item", "codigo_do_item", "cod_item", "produto",
                "referencia", "codigo", "cod", "product",
            ),
            content=Content.CODE,
        ),
        "descricao": Column(
            (
                "descricao", "descricao_do_produto", "descricao_produto", "desc_produto",
                "nome_do_produto", "nome_produto", "c6_descri", "d2_desc", "descrprod",
                "descr_produto", "produto_descricao", "descricao_do_item", "descricao_item", "nome",
            ),
            unsure=("produto",),
            content=Content.NAME,
        ),
        "quantidade": Column(
            (
                "quantidade", "qtde", "qtd", "quant", "qt", "c6_qtdven", "d2_quant", "qtdneg",
                "qtneg",
                "qt_vendida", "quantidade_vendida", "qtde_vendida", "qtd_vendida",
                "quantidade_do_item", "qtde_pedido", "qty",
            ),
            content=Content.AMOUNT,
        ),
        "valor_unitario": Column(
            (
                "valor_unitario", "preco_unitario", "preco", "vlr_unitario", "vl_unitario",
                "vlrunit", "vlr_unit", "vl_unit", "valor_unit", "preco_unit", "c6_prcven",
                "d2_prcven", "pvenda", "preco_de_venda", "preco_venda", "prc_unitario",
                "valor_unitario_do_item", "unitario", "punit", "price",
            ),
            content=Content.AMOUNT,
        ),
        "desconto": Column(
            (
                "desconto", "valor_desconto", "valor_do_desconto", "valor_de_desconto",
                "vlr_desconto", "vl_desconto", "vlrdesc", "c6_valdesc", "d2_descon",
                "desconto_r", "desconto_do_item", "desconto_item", "desconto_perc",
                "perc_desconto", "percentual_desconto", "percentual_de_desconto", "c6_descont",
                "percdesc",
            ),
            content=Content.AMOUNT,
        ),
        "item": Column(
            ("item", "c6_item", "d2_item", "nitem", "sequencia", "seq", "numseq", "no_item",
             "numero_do_item", "linha"),
            content=Content.CODE,
        ),
        "empresa": Column(
            ("empresa", "filial", "c6_filial", "d2_filial", "codfilial", "codemp", "cod_empresa"),
        ),
    },
    required=(("pedido",), ("produto", "descricao"), ("quantidade",)),
    foreign=("venc", "validade", "ocorrencia", "atendente", "e1_", "a1_", "b1_", "c5_", "ck_"),
    names=("itens", "item", "sc6", "sd2", "pcpedi", "tgfite", "produtos_vendidos"),
)  # fmt: skip
