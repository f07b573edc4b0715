import pytest

from cockpit.domain.errors import BadInputError
from cockpit.imports.headers import Layout, recognise

CUSTOMERS = (
    "codigo;razao_social;nome_fantasia;cnpj_cpf;telefone;celular;email;contato;municipio;uf;"
    "segmento;regiao;vendedor;empresa;limite_credito;bloqueado;categoria"
)
ORDERS = (
    "numero;cliente;data;valor;valor_sem_impostos;tipo;situacao;vendedor;empresa;"
    "entrega_prevista;entregue_em"
)


def layout(*lines: str) -> Layout:
    return recognise([f"{line}\r\n" for line in lines], "file.csv")


def test_the_canonical_headers_are_understood_with_every_delimiter() -> None:
    for delimiter in ";,\t|":
        customers = layout(CUSTOMERS.replace(";", delimiter))
        orders = layout(ORDERS.replace(";", delimiter))
        assert (customers.kind, customers.delimiter) == ("clientes", delimiter)
        assert (orders.kind, orders.delimiter) == ("pedidos", delimiter)
        assert list(customers.columns) == CUSTOMERS.split(";")
        assert list(orders.columns) == ORDERS.split(";")


def test_accents_case_spaces_and_quotes_do_not_count() -> None:
    found = layout('"CÓDIGO";" Razão  Social ";"CNPJ/CPF";"E-mail"')
    assert dict(found.columns) == {
        "codigo": (0,),
        "razao_social": (1,),
        "cnpj_cpf": (2,),
        "email": (3,),
    }


def test_natural_words_are_understood() -> None:
    assert list(layout("Cliente;CNPJ;Telefone;Cidade").columns) == [
        "razao_social",
        "cnpj_cpf",
        "telefone",
        "municipio",
    ]
    found = layout("Nº Pedido;Cliente;Cód. Cliente;Emissão;Valor Total")
    assert found.kind == "pedidos"
    assert found.columns["cliente"] == (2, 1)  # the code before what may be a name


def test_two_columns_of_one_meaning_are_both_kept() -> None:
    assert layout("codigo;nome;cpf;cnpj").columns["cnpj_cpf"] == (3, 2)


def test_the_header_may_stand_below_titles() -> None:
    found = layout("sep=;", "Relatório de clientes", "", CUSTOMERS)
    assert found.line == 4


@pytest.mark.parametrize(
    ("line", "key", "missing"),
    [
        ("codigo;telefone;cidade", "error.import_missing_columns", "razao_social"),
        ("nome;telefone;cidade", "error.import_missing_columns", "codigo"),
        ("numero;data;tipo;situacao", "error.import_missing_columns", "cliente, valor"),
        ("foo;bar", "error.import_unknown_columns", None),
        ("<html><table>", "error.import_unknown_columns", None),
    ],
)
def test_missing_columns_are_named_with_those_found(
    line: str, key: str, missing: str | None
) -> None:
    with pytest.raises(BadInputError) as caught:
        layout(line)
    values = caught.value.message.as_dict()
    assert caught.value.message.key == key
    assert values.get("missing") == missing
    assert values["found"] == line.replace(";", ", ")


def test_a_million_columns_are_refused_with_a_short_sentence() -> None:
    with pytest.raises(BadInputError) as caught:
        layout(";".join(["codigo", "razao_social"] * 500_000))
    assert len(str(caught.value.message.as_dict()["found"])) < 700
