"""Headers of files of customers."""

from cockpit.imports.synonyms.column import Column, Content, Sheet

#: Without a code or a document a customer would be a new one at each import.
CUSTOMERS = Sheet(
    columns={
        "codigo": Column(
            (
                "a1_cod+a1_loja", "codigo+loja", "cod+loja", "cliente_codigo+loja", "codigo",
                "cod", "codigo_cliente", "codigo_do_cliente", "cod_cliente", "codcli", "codparc",
                "cod_parceiro", "codigo_parceiro", "codigo_do_parceiro", "a1_cod", "id_cliente",
                "cliente_codigo", "cod_do_cliente", "matricula", "codigo_omie",
                "codigo_do_cliente_omie", "codigo_interno", "id", "id_contato", "code",
            ),
            unsure=("cliente", "parceiro"),
            content=Content.CODE,
        ),
        "razao_social": Column(
            (
                "razao_social", "razao", "razaosocial", "nome", "nome_cliente", "nome_do_cliente",
                "nome_razao_social", "razao_social_nome", "razao_social_nome_completo",
                "nome_completo", "nomeparc", "nome_parceiro", "nome_do_parceiro", "a1_nome",
                "nome_do_contato", "name",
            ),
            unsure=("cliente", "contato", "parceiro", "empresa"),
            content=Content.NAME,
        ),
        "nome_fantasia": Column(
            (
                "nome_fantasia", "fantasia", "apelido", "nome_reduzido", "n_fantasia", "a1_nreduz",
                "nomefantasia", "nome_abreviado",
            ),
        ),
        "cnpj_cpf": Column(
            (
                "cnpj_cpf", "cpf_cnpj", "cnpj", "cpf", "documento", "cgc", "cgcent", "cgc_cpf",
                "cpf_cgc", "a1_cgc", "cnpj_ou_cpf", "cpf_ou_cnpj", "cnpj_do_cliente",
                "cnpj_cpf_do_cliente", "nr_cnpj", "cgc_cnpj", "inscricao_federal", "tax_id",
            ),
        ),
        "telefone": Column(
            (
                "a1_ddd+a1_tel", "ddd+telefone", "ddd+fone", "telefone", "fone", "tel",
                "telefones", "telefone_1", "telefone1", "fone_1", "fone1", "telent", "a1_tel",
                "telefone_comercial", "telefone_principal", "telefone_fixo", "telefone_s",
                "fone_comercial", "phone",
            ),
            joined_by=" ",
        ),
        "celular": Column(
            (
                "ddd_celular+celular", "celular", "cel", "whatsapp", "telefone_2", "telefone2",
                "fone_2", "fone2", "telefone_celular", "fone_celular", "telcelent", "a1_celular",
                "movel", "mobile",
            ),
            joined_by=" ",
        ),
        "email": Column(
            (
                "email", "e_mail", "a1_email", "email_principal", "e_mail_principal", "emails",
                "email_comercial", "correio_eletronico", "endereco_de_email",
            ),
        ),
        "contato": Column(
            (
                "contato", "nome_contato", "pessoa_de_contato", "comprador", "a1_contato",
                "pessoas_de_contato", "contatos", "nome_comprador", "responsavel", "contact",
            ),
        ),
        "municipio": Column(
            (
                "municipio", "cidade", "a1_mun", "municent", "nomecid", "nome_cidade",
                "nome_da_cidade", "cidade_uf", "municipio_entrega", "city",
            ),
        ),
        "uf": Column(("uf", "estado", "a1_est", "estent", "sigla_uf", "est", "uf_cliente")),
        "segmento": Column(
            (
                "segmento", "ramo", "ramo_de_atividade", "atividade", "a1_sativ1", "ramo_atividade",
                "tipo_de_atividade", "descricao_atividade", "perfil", "tags", "ativprinc",
                "codativ1",
            ),
        ),
        "regiao": Column(
            (
                "regiao", "rota", "a1_regiao", "praca", "nome_da_regiao", "nomereg", "codpraca",
                "codreg", "territorio",
            ),
        ),
        "vendedor": Column(
            (
                "vendedor", "representante", "nome_vendedor", "nome_do_vendedor", "a1_vend",
                "vendedor_padrao", "codusur", "codusur1", "rca", "codvend", "cod_vendedor",
                "codigo_vendedor", "codigo_do_vendedor", "vendedor_preferencial", "apelido_vend",
                "seller",
            ),
        ),
        "empresa": Column(("empresa", "filial", "a1_filial", "codfilial", "codemp", "unidade")),
        "limite_credito": Column(
            (
                "limite_credito", "limite_de_credito", "limite", "a1_lc", "limcred",
                "lim_credito", "limite_de_credito_total", "limite_cred",
            ),
            content=Content.AMOUNT,
        ),
        "bloqueado": Column(
            ("bloqueado", "bloqueio", "a1_msblql", "bloquear", "bloqueado_para_vendas"),
        ),
        "categoria": Column(("categoria",)),
        "bloqueios": Column(("bloqueios", "periodos_de_bloqueio")),
        "nao_contatar": Column(("nao_contatar", "nao_contactar", "nao_perturbe")),
    },
    required=(("razao_social", "nome_fantasia"), ("codigo", "cnpj_cpf")),
    foreign=(
        "valor_tot", "vencimento", "produto", "quantidade", "numero_pedido", "ncm", "b1_", "preco",
        "ocorrencia", "data_pedido", "c5_", "f2_", "e1_", "validade",
    ),
    key="codigo",
    names=("cliente", "clientes", "contatos_clientes", "sa1", "pcclient", "tgfpar", "parceiros"),
)  # fmt: skip
