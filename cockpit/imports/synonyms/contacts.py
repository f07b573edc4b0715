"""Headers of files of past contacts, a line a conversation."""

from cockpit.imports.synonyms.column import Column, Content, Sheet

CONTACTS = Sheet(
    columns={
        "cliente": Column(
            (
                "uc_chave", "uc_entidade_chave", "ad5_codcli+ad5_loja", "cliente+loja",
                "codigo_cliente+loja", "codigo_cliente", "codigo_do_cliente", "cod_cliente",
                "cod_do_cliente", "codcli", "codparc", "cod_parceiro", "codigo_parceiro",
                "cliente_codigo", "id_cliente", "cliente", "cnpj_cpf", "cpf_cnpj", "cnpj", "cpf",
                "cnpj_do_cliente", "cgc", "cgcent", "cgc_cpf", "parceiro", "empresa_contatada",
                "nome_cliente", "nome_do_cliente", "razao_social", "customer",
            ),
            content=Content.CODE,
        ),
        "data": Column(
            (
                "data+hora", "data_contato+hora_contato", "data_do_contato+hora_do_contato",
                "data_atendimento+hora_atendimento", "data_da_ligacao+hora_da_ligacao",
                "uc_data+uc_inicio", "data", "data_hora", "data_e_hora", "data_contato",
                "data_do_contato", "data_atendimento", "data_do_atendimento", "data_da_ligacao",
                "data_ligacao", "dt_contato", "dt_atendimento", "dtcontato", "dhcham", "uc_data",
                "inicio", "ocorrido_em", "criado_em", "data_da_interacao", "date",
            ),
            content=Content.DAY,
            joined_by=" ",
        ),
        "atendente": Column(
            (
                "atendente", "operador", "vendedor", "uc_operado", "usuario", "nome_atendente",
                "nome_do_atendente", "nome_operador", "responsavel", "codusur", "codvend",
                "representante", "agente", "televendas", "seller",
            ),
        ),
        "contato": Column(
            (
                "contato", "nome_contato", "nome_do_contato", "pessoa_de_contato", "uc_codcont",
                "falou_com", "pessoa", "comprador", "contact",
            ),
        ),
        "ocorrencia": Column(
            (
                "ocorrencia", "resultado", "uc_status", "status", "situacao", "desfecho",
                "retorno", "tabulacao", "resultado_do_contato", "resultado_da_ligacao",
                "tipo_ocorrencia", "tipo_de_ocorrencia", "acao",
            ),
        ),
        "motivo": Column(
            ("motivo", "objecao", "motivo_da_nao_venda", "motivo_nao_venda", "assunto",
             "motivo_do_contato"),
        ),
        "campanha": Column(("campanha", "uc_codigo_campanha", "acao_de_marketing", "campaign")),
        "observacao": Column(
            (
                "observacao", "observacoes", "obs", "anotacao", "anotacoes", "comentario",
                "comentarios", "historico", "descricao", "detalhes", "mensagem", "uc_obs", "note",
            ),
        ),
        "empresa": Column(("empresa", "filial", "uc_filial", "codfilial", "codemp")),
    },
    required=(("cliente",), ("data",)),
    foreign=(
        "valor", "vlr", "total", "vencimento", "numero_pedido", "pedido", "produto", "quantidade",
        "preco", "uf", "cidade", "municipio", "telefone", "e_mail", "emissao", "validade",
        "orcamento", "parcela", "limite", "numero", "saldo", "pago",
    ),
    names=(
        "contatos", "atendimentos", "ligacoes", "historico", "ocorrencias", "suc", "chamadas",
        "interacoes",
    ),
)  # fmt: skip
