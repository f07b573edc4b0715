"""The canonical columns as people call them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def column_word(name: str) -> str:
    """Return what a canonical column is called; an unknown one is its own name."""
    return _words().get(name, name)


def _words() -> dict[str, str]:
    return {
        "ativo": translate("ImportColumns", "Active"),
        "atendente": translate("ImportColumns", "Attendant"),
        "bloqueado": translate("ImportColumns", "Blocked"),
        "bloqueios": translate("ImportColumns", "Blocked periods"),
        "campanha": translate("ImportColumns", "Campaign"),
        "categoria": translate("ImportColumns", "Category"),
        "celular": translate("ImportColumns", "Mobile"),
        "cliente": translate("ImportColumns", "Customer (code or document)"),
        "cnpj_cpf": translate("ImportColumns", "CNPJ or CPF"),
        "codigo": translate("ImportColumns", "Code"),
        "contato": translate("ImportColumns", "Contact person"),
        "data": translate("ImportColumns", "Date"),
        "desconto": translate("ImportColumns", "Discount"),
        "descricao": translate("ImportColumns", "Description"),
        "email": translate("ImportColumns", "E-mail"),
        "emissao": translate("ImportColumns", "Issued on"),
        "empresa": translate("ImportColumns", "Company or branch"),
        "entrega_prevista": translate("ImportColumns", "Promised for"),
        "entregue_em": translate("ImportColumns", "Delivered on"),
        "familia": translate("ImportColumns", "Family"),
        "item": translate("ImportColumns", "Item's number"),
        "limite_credito": translate("ImportColumns", "Credit limit"),
        "marca": translate("ImportColumns", "Brand"),
        "motivo": translate("ImportColumns", "Reason"),
        "municipio": translate("ImportColumns", "City"),
        "nao_contatar": translate("ImportColumns", "Do not contact"),
        "nome": translate("ImportColumns", "Name"),
        "nome_fantasia": translate("ImportColumns", "Trade name"),
        "numero": translate("ImportColumns", "Number"),
        "observacao": translate("ImportColumns", "Note"),
        "ocorrencia": translate("ImportColumns", "Outcome"),
        "pago_em": translate("ImportColumns", "Paid on"),
        "pedido": translate("ImportColumns", "Order"),
        "produto": translate("ImportColumns", "Product (code)"),
        "quantidade": translate("ImportColumns", "Quantity"),
        "razao_social": translate("ImportColumns", "Legal name"),
        "regiao": translate("ImportColumns", "Region"),
        "segmento": translate("ImportColumns", "Segment"),
        "situacao": translate("ImportColumns", "Status"),
        "telefone": translate("ImportColumns", "Phone"),
        "tipo": translate("ImportColumns", "Sale or return"),
        "uf": translate("ImportColumns", "State (UF)"),
        "unidade": translate("ImportColumns", "Unit"),
        "validade": translate("ImportColumns", "Valid until"),
        "valor": translate("ImportColumns", "Value"),
        "valor_sem_impostos": translate("ImportColumns", "Value without taxes"),
        "valor_unitario": translate("ImportColumns", "Unit price"),
        "vencimento": translate("ImportColumns", "Due on"),
        "vendedor": translate("ImportColumns", "Seller"),
    }
