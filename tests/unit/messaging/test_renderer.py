"""Templates are filled in a sandbox, and what is missing shows itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.data.default_templates import default_templates
from cockpit.domain.errors import BadInputError
from cockpit.domain.message_templates import PLACEHOLDERS
from cockpit.messaging.renderer import JinjaRenderer

FULL = {name: f"<{name}>" for name in PLACEHOLDERS} | {"dias_sem_comprar": 61, "frequencia": 16}


def rendered(body: str, **values: object):
    return JinjaRenderer().render("", body, values)


def test_a_value_takes_its_place():
    found = rendered("Bom dia, {{ primeiro_nome }}.", primeiro_nome="Márcia")
    assert (found.body, found.missing) == ("Bom dia, Márcia.", ())


@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_value_shows_its_name_and_is_told(value):
    found = rendered("Bom dia, {{ primeiro_nome }}.", primeiro_nome=value)
    assert found.body == "Bom dia, [primeiro_nome]."
    assert found.missing == ("primeiro_nome",)


def test_a_condition_leaves_out_what_is_missing():
    body = "Olá.{% if dias_sem_comprar > 30 %} Já são {{ dias_sem_comprar }} dias.{% endif %}"
    assert rendered(body).body == "Olá."
    assert rendered(body).missing == ()
    assert rendered(body, dias_sem_comprar=61).body == "Olá. Já são 61 dias."


def test_a_subject_is_one_line():
    found = JinjaRenderer().render("{{ cliente }}", "x", {"cliente": "Agro\nBcc: a@b.c"})
    assert found.subject == "Agro Bcc: a@b.c"


def test_values_are_never_read_as_templates():
    assert rendered("{{ cliente }}", cliente="{{ cnpj }}").body == "{{ cnpj }}"


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ("{{ cliente", "template_syntax"),
        ("{% if cliente %}sem fim", "template_syntax"),
        ("{{ nome_que_nao_existe }}", "template_unknown"),
        ("{{ cliente.__class__.__mro__ }}", "template_wrong"),
        ("{{ cliente|attr('__class__') }}", "template_syntax"),
        ("{{ [].append(1) }}", "template_forbidden"),
        ("{% for a in range(9) %}x{% endfor %}", "template_forbidden"),
        ("{{ 'x' * 999999999 }}", "template_wrong"),
        ("{{ 9 ** 999999999 }}", "template_wrong"),
        ("{{ '%999999999d' % 1 }}", "template_wrong"),
        ("{% include '/etc/passwd' %}", "template_forbidden"),
        ("{% import 'os' as os %}", "template_forbidden"),
        ("{% macro a() %}{% endmacro %}", "template_forbidden"),
        ("{% for a in cliente %}" * 9 + "x" + "{% endfor %}" * 9, "template_endless"),
        ("{% for a in cliente %}" * 9 + "{% endfor %}" * 9, "template_endless"),
        ("{% set a = cliente %}" + "{% set a = a ~ a %}" * 40, "template_too_long"),
        ("{% set a = [cliente] %}" + "{% set a = [a, a] %}" * 40, "template_forbidden"),
        ("{% set a = cliente %}{% with b = {1: a} %}{{ b }}{% endwith %}", "template_forbidden"),
        (
            "{% with a = cliente %}" + "{% with a = a ~ a %}" * 12 + "{% endwith %}" * 13,
            "template_too_long",
        ),
        ("{% set a %}{{ cliente }}{% endset %}", "template_forbidden"),
        (
            "{% set _steps = cliente %}" + "{% for a in cliente %}" * 9 + "{% endfor %}" * 9,
            "template_endless",
        ),
        (
            "{% for a in cliente %}" * 2
            + "{{ cliente|join('x')|length }}" * 400
            + "{% endfor %}" * 2,
            "template_endless",
        ),
        ("x" * 30_000, "template_forbidden"),
        ("{{ " + "(" * 3000 + "cliente" + ")" * 3000 + " }}", "template_forbidden"),
        ("{% if 1 %}" * 2000 + "{% endif %}" * 2000, "template_forbidden"),
        ("{{ cliente" + "|join(cliente)" * 40 + " }}", "template_too_long"),
    ],
)
def test_what_is_wrong_or_forbidden_gets_one_sentence(body, key):
    with pytest.raises(BadInputError) as caught:
        rendered(body, cliente="Agro")
    assert caught.value.message.key == f"error.{key}"


def test_a_value_gets_a_name_for_a_while():
    body = (
        "{% set nome = primeiro_nome or cliente %}Olá, {{ nome }}."
        "{% with falta = dias_sem_comprar %} São {{ falta }} dias.{% endwith %}"
    )
    found = rendered(body, cliente="Agro", dias_sem_comprar=61)
    assert (found.body, found.missing) == ("Olá, Agro. São 61 dias.", ())
    missing = rendered("{% set nome = cliente %}Olá, {{ nome }}.")
    assert (missing.body, missing.missing) == ("Olá, [cliente].", ("cliente",))


def test_a_list_may_be_walked_through_within_another():
    body = (
        "{% for um in ['a', 'b'] %}{% for outro in [1, 2] %}{{ um }}{{ outro }}"
        "{% if not loop.last %}-{% endif %}{% endfor %} {% endfor %}"
    )
    assert rendered(body).body == "a1-a2 b1-b2"


def test_each_text_has_its_steps_of_its_own():
    renderer = JinjaRenderer()
    for _ in range(100):
        body = "{% for a in cliente %}{% endfor %}x"
        assert renderer.render("", body, {"cliente": "Agro" * 20}).body == "x"


def test_a_text_does_not_grow_without_end():
    with pytest.raises(BadInputError) as caught:
        rendered("{% for a in cliente %}{{ cliente }}{% endfor %}", cliente="Agro" * 100)
    assert caught.value.message.key == "error.template_too_long"


@given(
    st.dictionaries(
        st.sampled_from(PLACEHOLDERS),
        st.text().filter(lambda word: "None" not in word) | st.integers() | st.none(),
    )
)
def test_default_templates_take_any_values_and_never_say_none(values):
    for template in default_templates():
        found = JinjaRenderer().render(template["subject"] or "", template["body"], values)
        assert "None" not in found.body
        assert set(found.missing) <= set(PLACEHOLDERS)
        for name in found.missing:
            assert values.get(name) in {None, ""}


def test_default_templates_miss_nothing_of_a_full_record():
    for template in default_templates():
        found = JinjaRenderer().render(template["subject"] or "", template["body"], FULL)
        assert not found.missing
        assert "[" not in found.body
