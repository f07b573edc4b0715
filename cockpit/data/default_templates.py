"""The message templates that an empty database begins with, for supervisors to change.

They are written for the customers, in Portuguese, whatever the interface's language.
"""

from typing import Any, TypeAlias
from uuid import UUID, uuid5

from sqlalchemy import Connection, exists, insert, select

from cockpit.domain.message_templates import Tone
from cockpit.domain.vocabulary import Channel
from models import MessageTemplate

_NAMESPACE = UUID("6f0e3a52-5a7d-4d0e-9c55-0f1c6a2d9b11")


def _mail(greeting: str, question: str, closing: str) -> str:
    return (
        f"{greeting}\n\n"
        "{% if ultimo_pedido %}O último pedido da {{ cliente }} foi em {{ ultimo_pedido }}"
        "{% if frequencia %}, e vocês costumam comprar a cada {{ frequencia }} dias{% endif %}. "
        f"{{% endif %}}{question}\n"
        "{% if parou_de_comprar %}\n"
        "Faz um tempo que vocês não levam {{ parou_de_comprar }}; posso incluir na proposta.\n"
        "{% endif %}\n"
        "{% if promocoes %}\n"
        "Promoções em vigor: {{ promocoes }}.\n"
        "{% endif %}\n"
        f"\n{closing}\n{{{{ operador }}}}\n{{{{ empresa }}}}"
    )


_CALL = """\
Bom dia/boa tarde, {{ primeiro_nome }}. Aqui é {{ operador }}, da {{ empresa }}.
{% if frequencia %}
Vocês compram a cada {{ frequencia }} dias e já são {{ dias_sem_comprar }} desde o último pedido.
{% endif %}
{% if parou_de_comprar %}
Perguntar por {{ parou_de_comprar }}: trocaram de fornecedor ou ainda têm estoque?
{% endif %}
{% if objecao %}
Da última vez a objeção foi: {{ objecao }}. Perguntar se continua.
{% endif %}
{% if promocoes %}
Oferecer: {{ promocoes }}.
{% endif %}"""

_CREDIT = """\
Antes de vender, resolver o financeiro.
{% if titulos_vencidos %}
{{ titulos_vencidos }} título(s) vencido(s), {{ valor_vencido }}, o mais antigo de \
{{ vencimento_mais_antigo }}.
{% endif %}
1. Perguntar se receberam o boleto e se houve algum problema com a entrega.
2. Combinar uma data de pagamento e registrar como retorno.
3. Não prometer desconto nem prazo: o financeiro confirma."""

_Template: TypeAlias = tuple[str, str, Channel, Tone, str, str]
_TEMPLATES: tuple[_Template, ...] = (
    (
        "reactivation", "Faz tempo que não compram", Channel.EMAIL, Tone.NEUTRAL,
        "{{ cliente }}: vamos repor o estoque?",
        _mail("Bom dia, {{ primeiro_nome }}.", "Vocês precisam repor algum item?",
              "Fico à disposição,"),
    ),
    (
        "reactivation", "Faz tempo que não compram", Channel.EMAIL, Tone.FRIENDLY,
        "{{ primeiro_nome }}, sentimos falta de vocês",
        _mail("Oi, {{ primeiro_nome }}, tudo bem?", "Está tudo certo por aí? Posso ajudar em algo?",
              "Um abraço,"),
    ),
    (
        "reactivation", "Faz tempo que não compram", Channel.EMAIL, Tone.FORMAL,
        "Condições para {{ razao_social }}",
        _mail("Prezado(a) {{ contato }},", "Gostaria de apresentar nossas condições atuais.",
              "Atenciosamente,"),
    ),
    (
        "reactivation", "Faz tempo que não compram", Channel.WHATSAPP, Tone.NEUTRAL, "",
        "Bom dia, {{ primeiro_nome }}. Aqui é {{ operador }}, da {{ empresa }}."
        "{% if dias_sem_comprar %} Já são {{ dias_sem_comprar }} dias desde o último pedido."
        "{% endif %} Posso preparar uma cotação?",
    ),
    (
        "reactivation", "Faz tempo que não compram", Channel.WHATSAPP, Tone.FRIENDLY, "",
        "Oi, {{ primeiro_nome }}! Aqui é {{ operador }}, da {{ empresa }}. Como estão por aí?"
        "{% if parou_de_comprar %} Ainda usam {{ parou_de_comprar }}?{% endif %}"
        " Me chama que eu vejo a melhor condição.",
    ),
    (
        "call_script", "Roteiro da ligação", Channel.PHONE, Tone.NEUTRAL, "", _CALL,
    ),
    (
        "credit_script", "Roteiro do financeiro", Channel.PHONE, Tone.NEUTRAL, "", _CREDIT,
    ),
    (
        "overdue", "Títulos em aberto", Channel.EMAIL, Tone.FORMAL,
        "{{ razao_social }}: títulos em aberto",
        "Prezado(a) {{ contato }},\n\nConstam em aberto {{ titulos_vencidos }} título(s), no total "
        "de {{ valor_vencido }}, o mais antigo com vencimento em {{ vencimento_mais_antigo }}. "
        "Se o pagamento já foi feito, desconsidere esta mensagem.\n\nAtenciosamente,\n"
        "{{ operador }}\n"
        "{{ empresa }}",
    ),
    (
        "could_not_reach", "Tentei ligar", Channel.WHATSAPP, Tone.NEUTRAL, "",
        "Bom dia, {{ primeiro_nome }}. Aqui é {{ operador }}, da {{ empresa }}: tentei falar com "
        "vocês por telefone. Qual o melhor horário para eu ligar?",
    ),
)  # fmt: skip


def seed_templates(connection: Connection) -> None:
    """Insert the default templates where there are none at all."""
    if connection.execute(select(exists().select_from(MessageTemplate))).scalar():
        return
    connection.execute(insert(MessageTemplate), default_templates())


def default_templates() -> list[dict[str, Any]]:
    """Return the default templates as rows."""
    return [_row(one) for one in _TEMPLATES]


def _row(template: _Template) -> dict[str, Any]:
    code, name, channel, tone, subject, body = template
    return {
        "id": uuid5(_NAMESPACE, f"template:{code}:{channel}:{tone}"),
        "code": code,
        "name": name,
        "channel": channel,
        "tone": tone,
        "language": "pt_BR",
        "subject": subject or None,
        "body": body,
        "is_active": True,
    }
