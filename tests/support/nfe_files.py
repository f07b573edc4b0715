"""NF-e XML of invented companies, as large and as nested as real ones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

OWN = "12ABC34501DE35"
BRANCH = "12ABC345000269"


def cnpj(base: str) -> str:
    """Return the CNPJ of twelve letters and digits with its check digits (IN RFB 2.229/2024)."""
    text = base
    for _ in range(2):
        total = sum((ord(c) - 48) * (2 + i % 8) for i, c in enumerate(reversed(text)))
        rest = total % 11
        text += str(0 if rest < 2 else 11 - rest)
    return text


def access_key(issuer: str, day: date, series: int, number: int) -> str:
    """Return an access key with its check digit."""
    body = f"35{day:%y%m}{issuer:0>14}55{series:03d}{number:09d}1{number % 10**8:08d}"
    total = sum((ord(c) - 48) * (2 + i % 8) for i, c in enumerate(reversed(body)))
    rest = total % 11
    return body + str(0 if rest < 2 else 11 - rest)


@dataclass(frozen=True, slots=True)
class Item:
    """One item; amounts as the XML has them."""

    code: str = "P-001"
    name: str = "Parafuso sextavado 3/8 <aço>"
    cfop: str = "5102"
    quantity: str = "2.0000"
    price: str = "50.00"
    total: str = "100.00"
    discount: str = ""
    in_total: str = "1"


@dataclass(frozen=True, slots=True)
class Title:
    """One title of ``cobr``."""

    number: str
    due: str
    amount: str


@dataclass(frozen=True, slots=True)
class Nfe:
    """An invoice; what a test does not name is that of a plain authorised sale."""

    number: int = 1
    series: int = 1
    issuer: str = OWN
    recipient: str = cnpj("112223330001")
    recipient_xml: str = ""
    day: date = date(2026, 3, 2)
    model: str = "55"
    direction: str = "1"
    purpose: str = "1"
    environment: str = "1"
    status: str = "100"
    total: str = "112.34"
    goods: str = "100.00"
    discount: str = "0.00"
    items: Sequence[Item] = (Item(),)
    titles: Sequence[Title] = ()
    references: Sequence[str] = ()
    key: str = ""
    has_protocol: bool = True
    extra: str = ""

    @property
    def access_key(self) -> str:
        """Return its access key."""
        return self.key or access_key(self.issuer, self.day, self.series, self.number)

    def xml(self) -> bytes:
        """Return the file."""
        key = self.access_key
        info = (
            f'<NFe xmlns="http://www.portalfiscal.inf.br/nfe"><infNFe Id="NFe{key}" versao="4.00">'
            f"{self._head()}{self._parties()}{self._items()}{self._totals()}"
            f"{self._titles()}<pag><detPag><tPag>15</tPag><vPag>{self.total}</vPag></detPag></pag>"
            f"<infAdic><infCpl>Pedido interno. Não há débitos.</infCpl></infAdic>{self.extra}"
            f"</infNFe>{_SIGNATURE}</NFe>"
        )
        protocol = (
            '<protNFe versao="4.00"><infProt><tpAmb>1</tpAmb><verAplic>SP_NFE_PL</verAplic>'
            f"<chNFe>{key}</chNFe><dhRecbto>{self.day}T10:00:05-03:00</dhRecbto>"
            "<nProt>135260000000001</nProt><digVal>AAAAAAAAAAAAAAAAAAAAAAAAAAA=</digVal>"
            f"<cStat>{self.status}</cStat><xMotivo>Autorizado o uso da NF-e</xMotivo>"
            "</infProt></protNFe>"
        )
        text = (
            '<?xml version="1.0" encoding="UTF-8"?>'
            '<nfeProc versao="4.00" xmlns="http://www.portalfiscal.inf.br/nfe">'
            f"{info}{protocol if self.has_protocol else ''}</nfeProc>"
        )
        return text.encode()

    def _head(self) -> str:
        references = "".join(f"<NFref><refNFe>{key}</refNFe></NFref>" for key in self.references)
        return (
            f"<ide><cUF>35</cUF><cNF>{self.number:08d}</cNF><natOp>Venda</natOp>"
            f"<mod>{self.model}</mod><serie>{self.series}</serie><nNF>{self.number}</nNF>"
            f"<dhEmi>{self.day}T23:30:00-03:00</dhEmi><tpNF>{self.direction}</tpNF>"
            "<idDest>1</idDest><cMunFG>3550308</cMunFG><tpImp>1</tpImp><tpEmis>1</tpEmis>"
            f"<cDV>0</cDV><tpAmb>{self.environment}</tpAmb><finNFe>{self.purpose}</finNFe>"
            f"<indFinal>0</indFinal><indPres>9</indPres>{references}</ide>"
        )

    def _parties(self) -> str:
        recipient = self.recipient_xml or (
            f"<{'CPF' if len(self.recipient) == 11 else 'CNPJ'}>{self.recipient}"
            f"</{'CPF' if len(self.recipient) == 11 else 'CNPJ'}>"
        )
        return (
            f"<emit><CNPJ>{self.issuer}</CNPJ><xNome>Atacado Exemplo Ltda</xNome>"
            "<xFant>Atacado Exemplo</xFant><enderEmit><xLgr>Rua Um</xLgr><nro>10</nro>"
            "<xBairro>Centro</xBairro><cMun>3550308</cMun><xMun>São Paulo</xMun><UF>SP</UF>"
            "<CEP>01001000</CEP><fone>1133334444</fone></enderEmit><IE>111111111111</IE>"
            f"<CRT>3</CRT></emit><dest>{recipient}<xNome>Padaria Três Irmãos &amp; Cia</xNome>"
            "<enderDest><xLgr>Rua Dois</xLgr><nro>20</nro><xBairro>Centro</xBairro>"
            "<cMun>3509502</cMun><xMun>Campinas</xMun><UF>SP</UF><CEP>13010000</CEP>"
            "<fone>19987654321</fone></enderDest><indIEDest>1</indIEDest>"
            "<email>compras@padaria.example;fiscal@padaria.example</email></dest>"
        )

    def _items(self) -> str:
        return "".join(
            f'<det nItem="{position}"><prod><cProd>{_escaped(item.code)}</cProd>'
            f"<cEAN>SEM GTIN</cEAN><xProd>{_escaped(item.name)}</xProd><NCM>73181500</NCM>"
            f"<CFOP>{item.cfop}</CFOP><uCom>UN</uCom><qCom>{item.quantity}</qCom>"
            f"<vUnCom>{item.price}</vUnCom><vProd>{item.total}</vProd><cEANTrib>SEM GTIN</cEANTrib>"
            f"<uTrib>UN</uTrib><qTrib>{item.quantity}</qTrib><vUnTrib>{item.price}</vUnTrib>"
            f"{f'<vDesc>{item.discount}</vDesc>' if item.discount else ''}"
            f"<indTot>{item.in_total}</indTot></prod>{_TAXES}</det>"
            for position, item in enumerate(self.items, start=1)
        )

    def _totals(self) -> str:
        return (
            "<total><ICMSTot><vBC>100.00</vBC><vICMS>18.00</vICMS><vICMSDeson>0.00</vICMSDeson>"
            f"<vFCP>0.00</vFCP><vBCST>0.00</vBCST><vST>0.00</vST><vProd>{self.goods}</vProd>"
            f"<vFrete>0.00</vFrete><vSeg>0.00</vSeg><vDesc>{self.discount}</vDesc><vII>0.00</vII>"
            "<vIPI>12.34</vIPI><vPIS>1.65</vPIS><vCOFINS>7.60</vCOFINS><vOutro>0.00</vOutro>"
            f"<vNF>{self.total}</vNF></ICMSTot>"
            "<IBSCBSTot><vBCIBSCBS>100.00</vBCIBSCBS><gIBS><vIBS>0.10</vIBS></gIBS></IBSCBSTot>"
            "</total>"
        )

    def _titles(self) -> str:
        if not self.titles:
            return ""
        titles = "".join(
            f"<dup><nDup>{title.number}</nDup><dVenc>{title.due}</dVenc>"
            f"<vDup>{title.amount}</vDup></dup>"
            for title in self.titles
        )
        return f"<cobr><fat><nFat>{self.number}</nFat></fat>{titles}</cobr>"


def cancellation(key: str, *, kind: str = "110111", status: str = "135") -> bytes:
    """Return the registered cancellation of an invoice, or another event."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><procEventoNFe versao="1.00" '
        'xmlns="http://www.portalfiscal.inf.br/nfe"><evento versao="1.00"><infEvento '
        f'Id="ID{kind}{key}01"><cOrgao>35</cOrgao><tpAmb>1</tpAmb><CNPJ>{key[6:20]}</CNPJ>'
        f"<chNFe>{key}</chNFe><dhEvento>2026-03-03T09:00:00-03:00</dhEvento>"
        f"<tpEvento>{kind}</tpEvento><nSeqEvento>1</nSeqEvento><detEvento>"
        "<descEvento>Cancelamento</descEvento><xJust>Pedido desfeito</xJust></detEvento>"
        f"</infEvento>{_SIGNATURE}</evento><retEvento versao='1.00'><infEvento><tpAmb>1</tpAmb>"
        f"<cStat>{status}</cStat><chNFe>{key}</chNFe><tpEvento>{kind}</tpEvento>"
        "</infEvento></retEvento></procEventoNFe>"
    ).encode()


def trade(count: int, *, customers: int = 200, first: date = date(2024, 1, 2)) -> list[Nfe]:
    """Return an invented wholesaler's invoices with some items and titles each."""
    invoices = []
    for number in range(1, count + 1):
        day = first + timedelta(days=number * 700 // count)
        size = 1 + number % 7
        items = [
            Item(f"P-{(number + k) % 400:03d}", f"Produto número {(number + k) % 400}")
            for k in range(size)
        ]
        due = day + timedelta(days=28)
        invoices.append(
            Nfe(
                number=number,
                recipient=cnpj(f"{(number * 7919) % customers + 10_000_000:08d}0001"),
                day=day,
                items=items,
                goods=f"{100 * size}.00",
                total=f"{100 * size + 12}.34",
                titles=(Title("001", str(due), f"{100 * size + 12}.34"),),
            )
        )
    return invoices


def with_item(invoice: Nfe, **changes: str) -> Nfe:
    """Return an invoice whose one item is different."""
    return replace(invoice, items=(replace(Item(), **changes),))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


_TAXES = (
    "<imposto><vTotTrib>30.00</vTotTrib><ICMS><ICMS00><orig>0</orig><CST>00</CST><modBC>3</modBC>"
    "<vBC>100.00</vBC><pICMS>18.00</pICMS><vICMS>18.00</vICMS></ICMS00></ICMS>"
    "<IPI><cEnq>999</cEnq><IPITrib><CST>50</CST><vBC>100.00</vBC><pIPI>12.34</pIPI>"
    "<vIPI>12.34</vIPI></IPITrib></IPI><PIS><PISAliq><CST>01</CST><vBC>100.00</vBC>"
    "<pPIS>1.65</pPIS><vPIS>1.65</vPIS></PISAliq></PIS><COFINS><COFINSAliq><CST>01</CST>"
    "<vBC>100.00</vBC><pCOFINS>7.60</pCOFINS><vCOFINS>7.60</vCOFINS></COFINSAliq></COFINS>"
    "<IBSCBS><CST>000</CST><cClassTrib>000001</cClassTrib><gIBSCBS><vBC>100.00</vBC>"
    "<gIBSUF><pIBSUF>0.10</pIBSUF><vIBSUF>0.10</vIBSUF></gIBSUF></gIBSCBS></IBSCBS></imposto>"
)
_SIGNATURE = (
    '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod '
    'Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/><Reference URI="#NFe">'
    f"<DigestValue>{'A' * 27}=</DigestValue></Reference></SignedInfo>"
    f"<SignatureValue>{'B' * 344}</SignatureValue><KeyInfo><X509Data>"
    f"<X509Certificate>{'C' * 2400}</X509Certificate></X509Data></KeyInfo></Signature>"
)
