<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>Próximo cliente</translation>
    </message>
    <message>
        <source>Previous customer</source>
        <translation>Cliente anterior</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>Próximo grupo</translation>
    </message>
    <message>
        <source>Previous group</source>
        <translation>Grupo anterior</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation>Registrar contato</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Lembretes</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>Atualizar a lista</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro ou escuro</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos do teclado</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Order of calling</source>
        <translation>Ordem de ligação</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>Abrir o cliente</translation>
    </message>
    <message>
        <source>Up and down the list</source>
        <translation>Subir e descer na lista</translation>
    </message>
    <message>
        <source>Tabs of the customer</source>
        <translation>Abas do cliente</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Discar</translation>
    </message>
    <message>
        <source>Copy the phone number</source>
        <translation>Copiar o telefone</translation>
    </message>
    <message>
        <source>Choose the outcome by number</source>
        <translation>Escolher a ocorrência pelo número</translation>
    </message>
    <message>
        <source>Propose the next contact</source>
        <translation>Sugerir o próximo contato</translation>
    </message>
    <message>
        <source>Save the contact</source>
        <translation>Salvar o contato</translation>
    </message>
    <message>
        <source>Snooze 5 min, 15 min, 1 h</source>
        <translation>Adiar 5 min, 15 min, 1 h</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluir</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Em qualquer lugar</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>Na lista</translation>
    </message>
    <message>
        <source>At the customer</source>
        <translation>No cliente</translation>
    </message>
    <message>
        <source>In the contact form</source>
        <translation>No registro do contato</translation>
    </message>
    <message>
        <source>In the reminders</source>
        <translation>Nos lembretes</translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>draft recovered</source>
        <translation>rascunho recuperado</translation>
    </message>
    <message>
        <source>Choose what happened: press its number or its first letters.</source>
        <translation>Escolha a ocorrência: digite o número ou as primeiras letras.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvando…</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Salvo %1</translation>
    </message>
    <message>
        <source>It was not saved; your words are still here. Try again.</source>
        <translation>Não foi salvo; o que você escreveu continua aqui. Tente de novo.</translation>
    </message>
    <message>
        <source>Log contact</source>
        <translation>Registrar contato</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>Salvar (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in Giro</source>
        <translation>Algo deu errado no Giro</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Relatório</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar relatório</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>This is a fault of the program, not yours. What was saved before is safe. Copy the report and send it to whoever looks after Giro at your company.</source>
        <translation>É uma falha do programa, não sua. O que já foi salvo está seguro. Copie o relatório e envie a quem cuida do Giro na sua empresa.</translation>
    </message>
    <message>
        <source>Report copied</source>
        <translation>Relatório copiado</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Loading the customer…</source>
        <translation>Abrindo o cliente…</translation>
    </message>
    <message>
        <source>This customer does not exist any more.</source>
        <translation>Este cliente não existe mais.</translation>
    </message>
    <message>
        <source>Choose a customer in the list.</source>
        <translation>Escolha um cliente na lista.</translation>
    </message>
    <message>
        <source>The customer could not be read.</source>
        <translation>Não foi possível ler o cliente.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
</context>
<context>
    <name>DbusNotifier</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Adiar</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>Retornos</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Em risco</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inativos</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Novos</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Ativos</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdidos</translation>
    </message>
    <message>
        <source>Prospects</source>
        <translation>Prospects</translation>
    </message>
    <message>
        <source>Name, code, CNPJ, phone or city</source>
        <translation>Nome, código, CNPJ, telefone ou cidade</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>FormFields</name>
    <message>
        <source>Reason (required)</source>
        <translation>Motivo (obrigatório)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Pessoa</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ocorrência</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Observação</translation>
    </message>
    <message>
        <source>What was said, promised, asked</source>
        <translation>O que foi dito, prometido, pedido</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>seller %1</source>
        <translation>vendedor %1</translation>
    </message>
    <message>
        <source>⚠ The CNPJ or CPF is not valid: check it.</source>
        <translation>⚠ CNPJ ou CPF inválido: confira.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Saved {time}</source>
        <translation>Salvo {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n callback(s) now</source>
        <translation>
            <numerusform>%n retorno agora</numerusform>
            <numerusform>%n retornos agora</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Giro to see who.</source>
        <translation>Abra o Giro para ver com quem.</translation>
    </message>
    <message>
        <source>Agreed for {times}. Open Giro to see who.</source>
        <translation>Marcado para {times}. Abra o Giro para ver com quem.</translation>
    </message>
</context>
<context>
    <name>NextContactField</name>
    <message>
        <source>no next contact</source>
        <translation>sem próximo contato</translation>
    </message>
    <message>
        <source>proposed, %1</source>
        <translation>sugestão, %1</translation>
    </message>
    <message>
        <source>stays %1</source>
        <translation>continua %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>amanhã</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>em %n dia</numerusform>
            <numerusform>em %n dias</numerusform>
        </translation>
    </message>
    <message>
        <source>Next contact: tomorrow 2pm</source>
        <translation>Próximo contato: amanhã 14h</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Próximo contato</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Amanhã</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 dias</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Semana que vem</translation>
    </message>
    <message>
        <source>15 days</source>
        <translation>15 dias</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 mês</translation>
    </message>
</context>
<context>
    <name>NextContactLine</name>
    <message>
        <source>No next contact</source>
        <translation>Sem próximo contato</translation>
    </message>
    <message>
        <source>Overdue: %1</source>
        <translation>Atrasado: %1</translation>
    </message>
    <message>
        <source>Next contact: %1</source>
        <translation>Próximo contato: %1</translation>
    </message>
</context>
<context>
    <name>OrdersView</name>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Itens</translation>
    </message>
</context>
<context>
    <name>PhoneButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>%1 ext. %2</source>
        <translation>%1 ramal %2</translation>
    </message>
    <message>
        <source>Not a valid number. C copies it.</source>
        <translation>Número inválido. C copia.</translation>
    </message>
    <message>
        <source>Enter dials and copies, C only copies.</source>
        <translation>Enter disca e copia; C só copia.</translation>
    </message>
</context>
<context>
    <name>Reach</name>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 vencidos</translation>
    </message>
    <message numerus="yes">
        <source>%n open complaint(s)</source>
        <translation>
            <numerusform>%n reclamação aberta</numerusform>
            <numerusform>%n reclamações abertas</numerusform>
        </translation>
    </message>
    <message>
        <source>Opens the conversation; you send the message.</source>
        <translation>Abre a conversa; quem envia a mensagem é você.</translation>
    </message>
</context>
<context>
    <name>ReminderItemModel</name>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
</context>
<context>
    <name>RemindersList</name>
    <message>
        <source>The reminder could not be changed. Try again.</source>
        <translation>Não foi possível alterar o lembrete. Tente de novo.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Lembretes</translation>
    </message>
    <message>
        <source>Enter opens · 1 2 3 snooze · D done</source>
        <translation>Enter abre · 1 2 3 adia · D conclui</translation>
    </message>
    <message>
        <source>No reminder is waiting.</source>
        <translation>Nenhum lembrete pendente.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Adiar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluir</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos do teclado</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>As of {day}</source>
        <translation>Posição de {day}</translation>
    </message>
    <message>
        <source>Today {day}</source>
        <translation>Hoje {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n cliente</numerusform>
            <numerusform>%n clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>no customers</source>
        <translation>nenhum cliente</translation>
    </message>
    <message>
        <source>R$ {amount} at risk</source>
        <translation>R$ {amount} em risco</translation>
    </message>
</context>
<context>
    <name>StopBanner</name>
    <message>
        <source>Do not contact: this customer asked not to be contacted.</source>
        <translation>Não contatar: este cliente pediu para não ser contatado.</translation>
    </message>
    <message>
        <source>Do not contact by: %1</source>
        <translation>Não contatar por: %1</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>esperado</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>último %1</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Sale</source>
        <translation>Venda</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Devolução</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Novo</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Ativo</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Em risco</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inativo</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Reativado</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>Prospect</translation>
    </message>
    <message>
        <source>Buying more</source>
        <translation>Comprando mais</translation>
    </message>
    <message>
        <source>Buying as usual</source>
        <translation>Comprando como de costume</translation>
    </message>
    <message>
        <source>Buying less</source>
        <translation>Comprando menos</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Credit approved</source>
        <translation>Crédito aprovado</translation>
    </message>
    <message>
        <source>Credit under review</source>
        <translation>Crédito em análise</translation>
    </message>
    <message>
        <source>Credit denied</source>
        <translation>Crédito negado</translation>
    </message>
</context>
<context>
    <name>WorkListColumns</name>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Tend.</translation>
    </message>
    <message>
        <source>Recent purchases against the customer&apos;s own past</source>
        <translation>Compras recentes comparadas ao passado do próprio cliente</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Code, name and city</source>
        <translation>Código, nome e cidade</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>The number to dial first</source>
        <translation>O número para discar primeiro</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Últ. pedido</translation>
    </message>
    <message>
        <source>Day of the last purchase; returns do not count</source>
        <translation>Dia da última compra; devoluções não contam</translation>
    </message>
    <message>
        <source>Freq.</source>
        <translation>Freq.</translation>
    </message>
    <message>
        <source>Frequency: usual days between purchases</source>
        <translation>Frequência: dias habituais entre compras</translation>
    </message>
    <message>
        <source>Recency</source>
        <translation>Recência</translation>
    </message>
    <message>
        <source>Recency: days since the last purchase</source>
        <translation>Recência: dias desde a última compra</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Ciclos</translation>
    </message>
    <message>
        <source>Recency divided by frequency: how late the customer is</source>
        <translation>Recência dividida pela frequência: há quantos ciclos o cliente não compra</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Usual value of a purchase, in R$</source>
        <translation>Valor habitual de uma compra, em R$</translation>
    </message>
    <message>
        <source>At risk (R$)</source>
        <translation>Em risco (R$)</translation>
    </message>
    <message>
        <source>What can still be saved in 90 days, estimated</source>
        <translation>Quanto ainda dá para salvar em 90 dias, estimado</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Próximo contato</translation>
    </message>
    <message>
        <source>The one agreed next contact</source>
        <translation>O próximo contato combinado</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Where the customer stands in their own cycle</source>
        <translation>Onde o cliente está no próprio ciclo de compra</translation>
    </message>
</context>
<context>
    <name>WorkListScreen</name>
    <message>
        <source>Work list</source>
        <translation>Lista de trabalho</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Reading the work list…</source>
        <translation>Lendo a lista de trabalho…</translation>
    </message>
    <message>
        <source>There are no customers yet. Import yours in the terminal:
python main.py import clientes.csv pedidos.csv</source>
        <translation>Ainda não há clientes. Importe os seus no terminal:
python main.py import clientes.csv pedidos.csv</translation>
    </message>
    <message>
        <source>No customer matches “{text}” here.</source>
        <translation>Nenhum cliente corresponde a “{text}” aqui.</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>Mostrar todos os clientes</translation>
    </message>
    <message>
        <source>No customer is in “{group}” today.</source>
        <translation>Nenhum cliente em “{group}” hoje.</translation>
    </message>
    <message>
        <source>The work list could not be read. Try again, or restart Giro.</source>
        <translation>Não foi possível ler a lista de trabalho. Tente de novo ou reinicie o Giro.</translation>
    </message>
</context>
</TS>
