from cockpit.domain.vocabulary import ImportKind
from cockpit.imports.headers import Join, Layout, LayoutBuilder, comparable


def test_headers_compare_without_accents_case_and_signs_but_a_percent_sign_counts() -> None:
    found = comparable(["Razão Social", "CNPJ / CPF", "Desconto", "Desconto %", " "])
    assert found == ("razao_social", "cnpj_cpf", "desconto", "desconto_perc", "")


def test_a_joined_value_needs_its_first_part_and_skips_blank_ones() -> None:
    join = Join((0, 2, 1), "-")
    assert join.text([" 12 ", "B", "A"]) == "12-A-B"
    assert join.text(["12", "", "A"]) == "12-A"
    assert join.text(["", "B", "A"]) == ""
    assert join.text(["12"]) == "12"


def protheus() -> Layout:
    builder = LayoutBuilder(ImportKind.CUSTOMERS, ("cod", "loja", "nome"))
    builder.put("codigo", [(0, 1)])
    builder.put("razao_social", [(2,)])
    builder.put("categoria", [])
    return builder.build()


def test_a_joined_column_stands_behind_the_others() -> None:
    layout = protheus()
    assert layout.columns == {"codigo": (3,), "razao_social": (2,)}
    assert layout.cells(["1", "02", "Agro"]).raw("codigo") == "1-02"
    assert layout.cells(["1"]).raw("codigo") == "1"
    assert layout.cells(["1", "02", "Agro", "too", "wide"]).raw("codigo") == "1-02"
    assert layout.headers_of("codigo") == ("cod",)


def test_a_table_with_the_joined_columns_in_it_is_read_alike() -> None:
    layout = protheus().materialised()
    assert (layout.width, layout.joins, layout.header[3]) == (4, (), "cod+loja")
    assert layout.cells(["1", "02", "Agro", "1-02"]).raw("codigo") == "1-02"


def test_a_layout_names_the_needed_columns_that_it_lacks() -> None:
    layout = LayoutBuilder(ImportKind.ORDERS, ("numero",))
    layout.put("numero", [(0,)])
    assert layout.build().missing == ("cliente", "data", "valor")


def test_the_column_of_reasons_is_known() -> None:
    assert Layout(ImportKind.ITEMS, ("pedido", "motivo_do_aviso"), {}).has_reasons
    assert not Layout(ImportKind.ITEMS, ("pedido", "motivo"), {}).has_reasons
