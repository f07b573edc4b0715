"""Headers of files of products."""

from cockpit.imports.synonyms.column import Column, Content, Sheet

PRODUCTS = Sheet(
    columns={
        "codigo": Column(
            (
                "codigo", "cod", "codigo_do_produto", "codigo_produto", "cod_produto",
                "cod_do_produto", "codprod", "b1_cod", "codigo_sku", "sku", "referencia",
                "codigo_interno", "id", "id_produto", "code",
            ),
            unsure=("produto",),
            content=Content.CODE,
        ),
        "nome": Column(
            (
                "nome", "descricao", "descricao_do_produto", "descricao_produto", "desc_produto",
                "nome_do_produto", "nome_produto", "descrprod", "b1_desc", "descr_produto", "name",
            ),
            unsure=("produto",),
            content=Content.NAME,
        ),
        "unidade": Column(
            (
                "unidade", "un", "und", "unid", "b1_um", "codvol", "unidade_de_medida", "um",
                "u_m", "medida", "embalagem", "unidade_padrao",
            ),
        ),
        "familia": Column(
            (
                "familia", "grupo", "categoria", "linha", "departamento", "b1_grupo",
                "familia_de_produto", "familia_de_produtos", "grupo_de_produtos",
                "grupo_de_produto", "descrgrupoprod", "codgrupoprod", "codepto", "secao",
                "categoria_do_produto", "subgrupo",
            ),
        ),
        "marca": Column(("marca", "fabricante", "b1_marca", "codmarca", "b1_fabric", "brand")),
        "empresa": Column(("empresa", "filial", "b1_filial", "codfilial", "codemp")),
        "ativo": Column(("ativo", "situacao", "status", "ativo_inativo", "situacao_do_produto")),
    },
    required=(("codigo",), ("nome",)),
    foreign=(
        "cliente", "cnpj", "cpf", "telefone", "razao", "cidade", "municipio", "uf", "vencimento",
        "pedido", "data_pedido", "emissao", "quantidade_vendida", "a1_", "c5_", "c6_", "numped",
        "email", "e_mail", "vendedor", "fantasia", "data",
    ),
    key="codigo",
    names=("produto", "produtos", "sb1", "pcprodut", "tgfpro", "catalogo"),
)  # fmt: skip
