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
        <source>Next call</source>
        <translation>Próxima ligação</translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation>Registrar contato</translation>
    </message>
    <message>
        <source>Skip with a reason</source>
        <translation>Pular, com um motivo</translation>
    </message>
    <message>
        <source>Call later</source>
        <translation>Ligar mais tarde</translation>
    </message>
    <message>
        <source>Put back into the queue</source>
        <translation>Devolver à fila</translation>
    </message>
    <message>
        <source>Undo skipping, putting off or a change of many</source>
        <translation>Desfazer pulo, adiamento ou mudança em massa</translation>
    </message>
    <message>
        <source>Call all the same, with a reason</source>
        <translation>Ligar mesmo assim, com um motivo</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Lembretes</translation>
    </message>
    <message>
        <source>Purchase cycle</source>
        <translation>Ciclo de compra</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Importar arquivos</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>Atualizar a lista</translation>
    </message>
    <message>
        <source>Commands, clients, views</source>
        <translation>Comandos, clientes, visões</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Voltar um passo</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Próximo contato</translation>
    </message>
    <message>
        <source>No reminders for an hour, or again</source>
        <translation>Silenciar lembretes por 1 hora, ou voltar a avisar</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>When everybody is told</source>
        <translation>Quando cada um é avisado</translation>
    </message>
    <message>
        <source>What the day holds</source>
        <translation>O que o dia traz</translation>
    </message>
    <message>
        <source>The team now</source>
        <translation>Equipe agora</translation>
    </message>
    <message>
        <source>Review of contacts</source>
        <translation>Revisão de contatos</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicadores</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Campanhas</translation>
    </message>
    <message>
        <source>Visits by city</source>
        <translation>Visitas por cidade</translation>
    </message>
    <message>
        <source>Post-its</source>
        <translation>Post-its</translation>
    </message>
    <message>
        <source>Write a post-it</source>
        <translation>Escrever um post-it</translation>
    </message>
    <message>
        <source>Drafts that wait</source>
        <translation>Rascunhos guardados</translation>
    </message>
    <message>
        <source>Take a break, or come back</source>
        <translation>Fazer uma pausa, ou voltar dela</translation>
    </message>
    <message>
        <source>My working time</source>
        <translation>Minha jornada</translation>
    </message>
    <message>
        <source>Begin or end the day</source>
        <translation>Começar ou encerrar o dia</translation>
    </message>
    <message>
        <source>The server, and what waits for it</source>
        <translation>O servidor, e o que espera por ele</translation>
    </message>
    <message>
        <source>Synchronisation: what waits, conflicts, log</source>
        <translation>Sincronização: o que falta enviar, conflitos, registro</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Sincronizar agora</translation>
    </message>
    <message>
        <source>Accept an invitation to the team</source>
        <translation>Aceitar convite da equipe</translation>
    </message>
    <message>
        <source>Take my portfolio along on this laptop</source>
        <translation>Levar minha carteira neste notebook</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regras</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro ou escuro</translation>
    </message>
    <message>
        <source>The queue, and who is not in it</source>
        <translation>A fila, e quem está fora dela</translation>
    </message>
    <message>
        <source>Message templates</source>
        <translation>Modelos de mensagem</translation>
    </message>
    <message>
        <source>Days without calls</source>
        <translation>Dias sem ligações</translation>
    </message>
    <message>
        <source>Closed periods</source>
        <translation>Períodos fechados</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Auditoria</translation>
    </message>
    <message>
        <source>The team&apos;s laptops</source>
        <translation>Notebooks da equipe</translation>
    </message>
    <message>
        <source>Clients in the field</source>
        <translation>Clientes no campo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Portuguese or English</source>
        <translation>Português ou inglês</translation>
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
        <source>Call the customer</source>
        <translation>Atender o cliente</translation>
    </message>
    <message>
        <source>Order of calling</source>
        <translation>Ordem de ligação</translation>
    </message>
    <message>
        <source>Filter by fields</source>
        <translation>Filtrar por campos</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Visões salvas</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Salvar a visão</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>Change the chosen customers</source>
        <translation>Alterar os clientes marcados</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Exportar a lista</translation>
    </message>
    <message>
        <source>Stop the change or the file under way</source>
        <translation>Interromper a mudança ou o arquivo em andamento</translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation>Marcar vários</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Marcar todos</translation>
    </message>
    <message>
        <source>Copy for a spreadsheet</source>
        <translation>Copiar para a planilha</translation>
    </message>
    <message>
        <source>Contacts, comments to me, what I said</source>
        <translation>Contatos, comentários para mim, o que eu disse</translation>
    </message>
    <message>
        <source>Next, previous contact</source>
        <translation>Próximo contato, anterior</translation>
    </message>
    <message>
        <source>Checked, good example, coach, wrong outcome, please correct</source>
        <translation>Conferido, bom exemplo, orientar, ocorrência errada, favor corrigir</translation>
    </message>
    <message>
        <source>Write a comment; read a comment</source>
        <translation>Escrever um comentário; ler um comentário</translation>
    </message>
    <message>
        <source>Store the comment with the chosen mark</source>
        <translation>Gravar o comentário com a marca escolhida</translation>
    </message>
    <message>
        <source>Store the comment with that mark</source>
        <translation>Gravar o comentário com essa marca</translation>
    </message>
    <message>
        <source>Unread again; take the last mark back</source>
        <translation>Voltar a não lido; desfazer a última marca</translation>
    </message>
    <message>
        <source>Search in the notes</source>
        <translation>Buscar nas anotações</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>Abrir o cliente</translation>
    </message>
    <message>
        <source>Answer a comment, correct the contact</source>
        <translation>Responder um comentário, corrigir o contato</translation>
    </message>
    <message>
        <source>Saved filters, save one</source>
        <translation>Filtros salvos, salvar um</translation>
    </message>
    <message>
        <source>Export the contacts</source>
        <translation>Exportar os contatos</translation>
    </message>
    <message>
        <source>Up and down the list</source>
        <translation>Subir e descer na lista</translation>
    </message>
    <message>
        <source>Along the bars of a chart</source>
        <translation>Andar pelas barras de um gráfico</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Discar</translation>
    </message>
    <message>
        <source>Choose the number to dial</source>
        <translation>Escolher o número a discar</translation>
    </message>
    <message>
        <source>Copy the phone number</source>
        <translation>Copiar o telefone</translation>
    </message>
    <message>
        <source>Write on WhatsApp</source>
        <translation>Escrever no WhatsApp</translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation>Escrever um e-mail</translation>
    </message>
    <message>
        <source>How to contact them, and how not</source>
        <translation>Como contatar o cliente, e como não</translation>
    </message>
    <message>
        <source>Sections of the customer</source>
        <translation>Seções do cliente</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Próxima seção</translation>
    </message>
    <message>
        <source>Previous section</source>
        <translation>Seção anterior</translation>
    </message>
    <message>
        <source>In the timeline: search</source>
        <translation>Na linha do tempo: procurar</translation>
    </message>
    <message>
        <source>In the timeline: one kind, all kinds</source>
        <translation>Na linha do tempo: um tipo, todos</translation>
    </message>
    <message>
        <source>In the timeline: open, or correct a contact</source>
        <translation>Na linha do tempo: abrir, ou corrigir um contato</translation>
    </message>
    <message>
        <source>In the quotes: write one; Enter changes an open one</source>
        <translation>Nos orçamentos: fazer um; Enter muda um em aberto</translation>
    </message>
    <message>
        <source>Pitch card</source>
        <translation>Cartão de argumentos</translation>
    </message>
    <message>
        <source>Save the pitch notes</source>
        <translation>Salvar as anotações</translation>
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
        <source>Save, and on to the next call</source>
        <translation>Salvar e ir à próxima ligação</translation>
    </message>
    <message>
        <source>Objection; again: another one</source>
        <translation>Objeção; de novo: mais uma</translation>
    </message>
    <message>
        <source>More: potential, forecast, who called</source>
        <translation>Mais: potencial, previsão, quem ligou</translation>
    </message>
    <message>
        <source>Save and stay</source>
        <translation>Salvar e ficar</translation>
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
        <source>Day, overdue, week, month</source>
        <translation>Dia, atrasados, semana, mês</translation>
    </message>
    <message>
        <source>Whose agenda</source>
        <translation>De quem é a agenda</translation>
    </message>
    <message>
        <source>The days before, after</source>
        <translation>Dias anteriores, seguintes</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>Voltar para hoje</translation>
    </message>
    <message>
        <source>A working day earlier, later</source>
        <translation>Um dia útil antes, depois</translation>
    </message>
    <message>
        <source>Half an hour earlier, later</source>
        <translation>Meia hora antes, depois</translation>
    </message>
    <message>
        <source>Another date, in words</source>
        <translation>Outra data, por extenso</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anotação</translation>
    </message>
    <message>
        <source>Spread over working days</source>
        <translation>Distribuir em dias úteis</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Export, import a calendar file</source>
        <translation>Exportar, importar arquivo de calendário</translation>
    </message>
    <message>
        <source>How many a day may hold</source>
        <translation>Quantos cabem num dia</translation>
    </message>
    <message>
        <source>Open the notice, then the customer</source>
        <translation>Abrir o aviso, depois o cliente</translation>
    </message>
    <message>
        <source>Send, or save the template</source>
        <translation>Enviar, ou salvar o modelo</translation>
    </message>
    <message>
        <source>The other way to send</source>
        <translation>Enviar do outro jeito</translation>
    </message>
    <message>
        <source>Whole list, or what it shows</source>
        <translation>Lista toda, ou só o que ela mostra</translation>
    </message>
    <message>
        <source>Show these customers in the list</source>
        <translation>Mostrar estes clientes na lista</translation>
    </message>
    <message>
        <source>Go to the rule</source>
        <translation>Ir à regra</translation>
    </message>
    <message>
        <source>Write about these customers</source>
        <translation>Post-it sobre esses clientes</translation>
    </message>
    <message>
        <source>I have read it; on to the next</source>
        <translation>Li; ir ao próximo</translation>
    </message>
    <message>
        <source>List its customers</source>
        <translation>Listar os clientes dele</translation>
    </message>
    <message>
        <source>Withdraw an own one</source>
        <translation>Retirar um dos seus</translation>
    </message>
    <message>
        <source>Received, sent</source>
        <translation>Recebidos, enviados</translation>
    </message>
    <message>
        <source>List a figure&apos;s customers</source>
        <translation>Listar os clientes de um número</translation>
    </message>
    <message>
        <source>Begin to call</source>
        <translation>Começar a ligar</translation>
    </message>
    <message>
        <source>Correct a stretch or a break</source>
        <translation>Corrigir um período ou uma pausa</translation>
    </message>
    <message>
        <source>Add what was not recorded</source>
        <translation>Acrescentar o que não foi registrado</translation>
    </message>
    <message>
        <source>The day before, the day after</source>
        <translation>Dia anterior, dia seguinte</translation>
    </message>
    <message>
        <source>Export my working time</source>
        <translation>Exportar minha jornada</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>Portfolio, accuracy</source>
        <translation>Carteira, acerto</translation>
    </message>
    <message>
        <source>The kinds of rules</source>
        <translation>Os tipos de regras</translation>
    </message>
    <message>
        <source>Edit this kind; list the customers; return to a version</source>
        <translation>Editar este tipo; listar os clientes; voltar a uma versão</translation>
    </message>
    <message>
        <source>Move a channel up, down</source>
        <translation>Subir ou descer um canal</translation>
    </message>
    <message>
        <source>Publish the rule</source>
        <translation>Publicar a regra</translation>
    </message>
    <message>
        <source>Check, then import</source>
        <translation>Conferir e, depois, importar</translation>
    </message>
    <message>
        <source>Result of an import</source>
        <translation>Resultado de uma importação</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Em qualquer lugar</translation>
    </message>
    <message>
        <source>While calling</source>
        <translation>Durante a ligação</translation>
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
        <source>On the pitch card</source>
        <translation>No cartão de argumentos</translation>
    </message>
    <message>
        <source>In the contact form</source>
        <translation>No registro do contato</translation>
    </message>
    <message>
        <source>In the agenda</source>
        <translation>Na agenda</translation>
    </message>
    <message>
        <source>In the reminders</source>
        <translation>Nos lembretes</translation>
    </message>
    <message>
        <source>In the notices</source>
        <translation>Nos avisos</translation>
    </message>
    <message>
        <source>Writing a message</source>
        <translation>Ao escrever uma mensagem</translation>
    </message>
    <message>
        <source>In the queue&apos;s ledger</source>
        <translation>No extrato da fila</translation>
    </message>
    <message>
        <source>In the command palette</source>
        <translation>Na paleta de comandos</translation>
    </message>
    <message>
        <source>In the post-its</source>
        <translation>Nos post-its</translation>
    </message>
    <message>
        <source>On the morning page</source>
        <translation>Na página da manhã</translation>
    </message>
    <message>
        <source>On the team&apos;s wall</source>
        <translation>No painel da equipe</translation>
    </message>
    <message>
        <source>In the review of contacts</source>
        <translation>Na revisão de contatos</translation>
    </message>
    <message>
        <source>In the indicators</source>
        <translation>Nos indicadores</translation>
    </message>
    <message>
        <source>In the campaigns</source>
        <translation>Nas campanhas</translation>
    </message>
    <message>
        <source>In the visits by city</source>
        <translation>Nas visitas por cidade</translation>
    </message>
    <message>
        <source>In the purchase cycle</source>
        <translation>No ciclo de compra</translation>
    </message>
    <message>
        <source>In the rules</source>
        <translation>Nas regras</translation>
    </message>
    <message>
        <source>In my working time</source>
        <translation>Na minha jornada</translation>
    </message>
    <message>
        <source>When importing</source>
        <translation>Ao importar</translation>
    </message>
    <message>
        <source>In the synchronisation</source>
        <translation>Na sincronização</translation>
    </message>
    <message>
        <source>At the team&apos;s laptops</source>
        <translation>Nos notebooks da equipe</translation>
    </message>
    <message>
        <source>At the clients in the field</source>
        <translation>Nos clientes no campo</translation>
    </message>
    <message>
        <source>Now, portfolios</source>
        <translation>Agora, carteiras</translation>
    </message>
    <message>
        <source>Show whom they call, or a reason&apos;s customers</source>
        <translation>Mostrar o cliente em ligação ou os de um motivo</translation>
    </message>
    <message>
        <source>Take the call over</source>
        <translation>Assumir a ligação</translation>
    </message>
    <message>
        <source>Make portfolios even</source>
        <translation>Equilibrar as carteiras</translation>
    </message>
    <message>
        <source>Move customers to another portfolio</source>
        <translation>Passar clientes para outra carteira</translation>
    </message>
    <message>
        <source>How a portfolio takes part</source>
        <translation>Como a carteira participa</translation>
    </message>
    <message>
        <source>Move as planned; take it back</source>
        <translation>Aplicar o plano; desfazer</translation>
    </message>
    <message>
        <source>Contacts, reactivation, … cycles</source>
        <translation>Contatos, reativação, … ciclos</translation>
    </message>
    <message>
        <source>List the customers behind a figure</source>
        <translation>Listar os clientes por trás de um número</translation>
    </message>
    <message>
        <source>Read a plot&apos;s values</source>
        <translation>Ler os valores de um gráfico</translation>
    </message>
    <message>
        <source>The period</source>
        <translation>O período</translation>
    </message>
    <message>
        <source>Whom the figures are about</source>
        <translation>De quem são os números</translation>
    </message>
    <message>
        <source>What the figures count</source>
        <translation>O que os números contam</translation>
    </message>
    <message>
        <source>Export the page</source>
        <translation>Exportar a página</translation>
    </message>
    <message>
        <source>Stop the calculation</source>
        <translation>Parar o cálculo</translation>
    </message>
    <message>
        <source>Open the draft, the figures</source>
        <translation>Abrir o rascunho, os números</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Nova campanha</translation>
    </message>
    <message>
        <source>End early; archive</source>
        <translation>Encerrar antes; arquivar</translation>
    </message>
    <message>
        <source>Save, publish</source>
        <translation>Salvar, publicar</translation>
    </message>
    <message>
        <source>Delete a draft</source>
        <translation>Apagar o rascunho</translation>
    </message>
    <message>
        <source>To send, conflicts, log, storage</source>
        <translation>A enviar, conflitos, registro, armazenamento</translation>
    </message>
    <message>
        <source>A conflict: mine stays, the server&apos;s stays</source>
        <translation>Conflito: fica o meu, fica o do servidor</translation>
    </message>
    <message>
        <source>Open the customer of a conflict</source>
        <translation>Abrir o cliente do conflito</translation>
    </message>
    <message>
        <source>Laptops, set aside</source>
        <translation>Notebooks, separados</translation>
    </message>
    <message>
        <source>Block a laptop, let it in, have it read all anew</source>
        <translation>Bloquear, liberar, mandar ler tudo de novo</translation>
    </message>
    <message>
        <source>Store what was set aside, discard it with a reason</source>
        <translation>Gravar o que foi separado, descartar com motivo</translation>
    </message>
    <message>
        <source>Bring a client back, or all of a seller&apos;s</source>
        <translation>Trazer de volta um cliente, ou todos de um vendedor</translation>
    </message>
    <message>
        <source>Log the visit</source>
        <translation>Registrar visita</translation>
    </message>
    <message>
        <source>Show the address on a map</source>
        <translation>Mostrar o endereço no mapa</translation>
    </message>
    <message>
        <source>Open the customer to call or write</source>
        <translation>Abrir o cliente para ligar ou escrever</translation>
    </message>
    <message>
        <source>Customers to take along</source>
        <translation>Levar clientes para o campo</translation>
    </message>
    <message>
        <source>Of the customers along: give all back</source>
        <translation>Dos clientes levados: devolver todos</translation>
    </message>
    <message>
        <source>Take a quote</source>
        <translation>Fazer um orçamento</translation>
    </message>
    <message>
        <source>Attach a photo or file</source>
        <translation>Anexar uma foto ou um arquivo</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Callback</source>
        <translation>Retorno</translation>
    </message>
    <message>
        <source>Anyone&apos;s callback</source>
        <translation>Retorno da equipe</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Compromisso</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Acompanhamento</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Reach them</source>
        <translation>Conseguir falar</translation>
    </message>
    <message>
        <source>Get a decision</source>
        <translation>Fechar decisão</translation>
    </message>
    <message>
        <source>Answer a request</source>
        <translation>Responder pedido</translation>
    </message>
    <message>
        <source>Confirm the delivery</source>
        <translation>Confirmar entrega</translation>
    </message>
    <message>
        <source>Settle a delay</source>
        <translation>Resolver atraso</translation>
    </message>
    <message>
        <source>Thank them</source>
        <translation>Agradecer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Minha</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>De todos</translation>
    </message>
    <message>
        <source>Team {name}</source>
        <translation>Equipe {name}</translation>
    </message>
    <message>
        <source>set for</source>
        <translation>marcado para</translation>
    </message>
    <message>
        <source>moved from</source>
        <translation>saiu de</translation>
    </message>
    <message>
        <source>done:</source>
        <translation>concluído:</translation>
    </message>
    <message>
        <source>cancelled:</source>
        <translation>cancelado:</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>o dia todo</translation>
    </message>
    <message>
        <source>no calls</source>
        <translation>sem ligações</translation>
    </message>
    <message>
        <source>{count} of {capacity}</source>
        <translation>{count} de {capacity}</translation>
    </message>
    <message>
        <source>the first {shown} of {total} are shown</source>
        <translation>mostrando os primeiros {shown} de {total}</translation>
    </message>
</context>
<context>
    <name>AgendaButtons</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n escolhido</numerusform>
            <numerusform>%n escolhidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Open  Enter</source>
        <translation>Abrir  Enter</translation>
    </message>
    <message>
        <source>Another date  F2</source>
        <translation>Outra data  F2</translation>
    </message>
    <message>
        <source>Done  D</source>
        <translation>Concluir  D</translation>
    </message>
    <message>
        <source>Note  N</source>
        <translation>Anotar  N</translation>
    </message>
    <message>
        <source>Spread  S</source>
        <translation>Distribuir  S</translation>
    </message>
    <message>
        <source>Export  E</source>
        <translation>Exportar  E</translation>
    </message>
    <message>
        <source>Write a calendar file (.ics)</source>
        <translation>Gravar um arquivo de calendário (.ics)</translation>
    </message>
    <message>
        <source>Import  I</source>
        <translation>Importar  I</translation>
    </message>
    <message>
        <source>Take a calendar file in (.ics)</source>
        <translation>Ler um arquivo de calendário (.ics)</translation>
    </message>
    <message>
        <source>Capacity  C</source>
        <translation>Capacidade  C</translation>
    </message>
    <message>
        <source>Alt and arrows: a day, half an hour</source>
        <translation>Alt e setas: um dia, meia hora</translation>
    </message>
</context>
<context>
    <name>AgendaChanges</name>
    <message>
        <source>Note saved.</source>
        <translation>Anotação salva.</translation>
    </message>
    <message>
        <source>Next contact kept on this computer; it goes on once the server is back.</source>
        <translation>Próximo contato guardado neste computador; segue quando o servidor voltar.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Parando…</translation>
    </message>
    <message>
        <source>One change at a time: stop the other one first.</source>
        <translation>Uma alteração por vez: pare a outra primeiro.</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation>Ctrl+Z desfaz.</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile; nothing was moved.</source>
        <translation>Alguém mudou antes; nada foi alterado.</translation>
    </message>
    <message>
        <source>{done} of {count} next contacts</source>
        <translation>{done} de {count} contatos</translation>
    </message>
    <message numerus="yes">
        <source>%n next contact(s) moved.</source>
        <translation>
            <numerusform>%n contato remarcado.</numerusform>
            <numerusform>%n contatos remarcados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outside the hours in which they may be called.</source>
        <translation>
            <numerusform>%n fora do horário em que se pode ligar.</numerusform>
            <numerusform>%n fora do horário em que se pode ligar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n next contact(s) done.</source>
        <translation>
            <numerusform>%n contato concluído.</numerusform>
            <numerusform>%n contatos concluídos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n next contact(s) spread.</source>
        <translation>
            <numerusform>%n contato distribuído.</numerusform>
            <numerusform>%n contatos distribuídos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n stay(s) where they are.</source>
        <translation>
            <numerusform>Parado: %n ficou onde estava.</numerusform>
            <numerusform>Parado: %n ficaram onde estavam.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n next contact(s) as before.</source>
        <translation>
            <numerusform>%n contato voltou a ser como antes.</numerusform>
            <numerusform>%n contatos voltaram a ser como antes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgendaHead</name>
    <message>
        <source>Overdue {count}</source>
        <translation>Atrasados {count}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dia</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mês</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Seguinte</translation>
    </message>
    <message>
        <source>Whose agenda</source>
        <translation>De quem é a agenda</translation>
    </message>
    <message>
        <source>Whose agenda (Alt+5)</source>
        <translation>De quem é a agenda (Alt+5)</translation>
    </message>
</context>
<context>
    <name>AgendaScreen</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar para a lista</translation>
    </message>
    <message>
        <source>Next contacts</source>
        <translation>Próximos contatos</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>Dias do mês</translation>
    </message>
    <message>
        <source>No next contact is overdue.</source>
        <translation>Nenhum contato atrasado.</translation>
    </message>
    <message>
        <source>Nothing is planned for this day.</source>
        <translation>Nada marcado para este dia.</translation>
    </message>
</context>
<context>
    <name>AgendaTable</name>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation>R$ em risco</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anotação</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>R$ {amount}</source>
        <translation>R$ {amount}</translation>
    </message>
    <message>
        <source>R$ {amount} bn</source>
        <translation>R$ {amount} bi</translation>
    </message>
    <message>
        <source>R$ {amount} m</source>
        <translation>R$ {amount} mi</translation>
    </message>
    <message>
        <source>R$ {amount} k</source>
        <translation>R$ {amount} mil</translation>
    </message>
</context>
<context>
    <name>AsidePage</name>
    <message>
        <source>Set aside</source>
        <translation>Separados</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Como veio</translation>
    </message>
    <message>
        <source>Store it after all  S</source>
        <translation>Gravar assim mesmo  S</translation>
    </message>
    <message>
        <source>Discard…  Del</source>
        <translation>Descartar…  Del</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Chegou</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Nothing is set aside: everything that laptops brought is stored.</source>
        <translation>Nada separado: tudo o que os notebooks trouxeram está gravado.</translation>
    </message>
    <message>
        <source>Not stored: %1.</source>
        <translation>Não foi gravado: %1.</translation>
    </message>
    <message>
        <source>the server&apos;s owner</source>
        <translation>dono do servidor</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation>%1 por %2, %3</translation>
    </message>
    <message>
        <source>It is stored.</source>
        <translation>Foi gravado.</translation>
    </message>
    <message>
        <source>It cannot be stored: %1.</source>
        <translation>Não pode ser gravado: %1.</translation>
    </message>
    <message>
        <source>It is discarded; what came is kept.</source>
        <translation>Foi descartado; o que veio fica guardado.</translation>
    </message>
</context>
<context>
    <name>AttachmentOpener</name>
    <message>
        <source>No program on this computer opens this file.</source>
        <translation>Nenhum programa deste computador abre este arquivo.</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>asked not to be contacted</source>
        <translation>pediu para não ser contatado</translation>
    </message>
    <message>
        <source>may be contacted again</source>
        <translation>liberado para contato</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>block lifted</source>
        <translation>desbloqueado</translation>
    </message>
    <message>
        <source>taken for a call</source>
        <translation>assumido para ligação</translation>
    </message>
    <message>
        <source>call finished</source>
        <translation>atendimento concluído</translation>
    </message>
    <message>
        <source>call left without a word</source>
        <translation>atendimento abandonado</translation>
    </message>
    <message>
        <source>given back without a call</source>
        <translation>devolvido sem ligação</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>pulado</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>adiado</translation>
    </message>
    <message>
        <source>put back into the queue</source>
        <translation>devolvido à fila</translation>
    </message>
    <message>
        <source>step undone</source>
        <translation>passo desfeito</translation>
    </message>
    <message>
        <source>called although the rule said no</source>
        <translation>ligação feita fora da regra</translation>
    </message>
    <message>
        <source>next contact set</source>
        <translation>próximo contato marcado</translation>
    </message>
    <message>
        <source>next contact moved</source>
        <translation>próximo contato remarcado</translation>
    </message>
    <message>
        <source>next contact done</source>
        <translation>próximo contato cumprido</translation>
    </message>
    <message>
        <source>next contact cancelled</source>
        <translation>próximo contato cancelado</translation>
    </message>
    <message>
        <source>objection raised</source>
        <translation>objeção registrada</translation>
    </message>
    <message>
        <source>objection argued</source>
        <translation>objeção argumentada</translation>
    </message>
    <message>
        <source>objection overcome</source>
        <translation>objeção superada</translation>
    </message>
    <message>
        <source>objection put to wait</source>
        <translation>objeção em espera</translation>
    </message>
    <message>
        <source>objection woke up</source>
        <translation>objeção voltou à fila</translation>
    </message>
    <message>
        <source>came with a file</source>
        <translation>veio de um arquivo</translation>
    </message>
    <message>
        <source>changed by a file</source>
        <translation>alterado por um arquivo</translation>
    </message>
    <message>
        <source>wants to be contacted</source>
        <translation>quer ser contatado</translation>
    </message>
    <message>
        <source>contact corrected</source>
        <translation>contato corrigido</translation>
    </message>
    <message>
        <source>kept aside by a campaign</source>
        <translation>separado por uma campanha</translation>
    </message>
    <message>
        <source>had just been called</source>
        <translation>tinha acabado de receber ligação</translation>
    </message>
    <message>
        <source>a colleague&apos;s callback</source>
        <translation>retorno de um colega</translation>
    </message>
    <message>
        <source>next contact still to come</source>
        <translation>próximo contato ainda por vir</translation>
    </message>
    <message>
        <source>closed for a while</source>
        <translation>fechado por um tempo</translation>
    </message>
    <message>
        <source>rested after the last contact</source>
        <translation>descansava do último contato</translation>
    </message>
    <message>
        <source>rested after several attempts</source>
        <translation>descansava de várias tentativas</translation>
    </message>
    <message>
        <source>contacts enough</source>
        <translation>contatos demais</translation>
    </message>
    <message>
        <source>had been skipped</source>
        <translation>tinha sido pulado</translation>
    </message>
    <message>
        <source>outside the hours</source>
        <translation>fora do horário</translation>
    </message>
    <message>
        <source>one person there: %1</source>
        <translation>uma pessoa de lá: %1</translation>
    </message>
</context>
<context>
    <name>AuditDialog</name>
    <message>
        <source>Audit trail</source>
        <translation>Auditoria</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Conferindo…</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 dias</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 dias</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Um ano</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Tudo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Person&apos;s login</source>
        <translation>Login da pessoa</translation>
    </message>
    <message>
        <source>Client&apos;s code</source>
        <translation>Código do cliente</translation>
    </message>
    <message>
        <source>Check that nothing was touched</source>
        <translation>Conferir se nada foi adulterado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Events, the newest first: %1.</source>
        <translation>Eventos, os mais novos primeiro: %1.</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>nothing special</source>
        <translation>sem preferência</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>o programa</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Nothing was noted about this customer&apos;s data yet.</source>
        <translation>Ainda não há registro sobre os dados deste cliente.</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoria</translation>
    </message>
</context>
<context>
    <name>AuditTrail</name>
    <message>
        <source>came in</source>
        <translation>entrou</translation>
    </message>
    <message>
        <source>left</source>
        <translation>saiu</translation>
    </message>
    <message>
        <source>opened the client</source>
        <translation>abriu o cliente</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exportou</translation>
    </message>
    <message>
        <source>read the audit trail</source>
        <translation>leu a auditoria</translation>
    </message>
    <message>
        <source>published a policy</source>
        <translation>publicou uma política</translation>
    </message>
    <message>
        <source>imported a file</source>
        <translation>importou um arquivo</translation>
    </message>
    <message>
        <source>undid an import</source>
        <translation>desfez uma importação</translation>
    </message>
    <message>
        <source>changed a setting</source>
        <translation>mudou uma configuração</translation>
    </message>
    <message>
        <source>changed a template</source>
        <translation>mudou um modelo</translation>
    </message>
    <message>
        <source>changed contact wishes</source>
        <translation>mudou preferências de contato</translation>
    </message>
    <message>
        <source>added a day without calls</source>
        <translation>incluiu dia sem ligações</translation>
    </message>
    <message>
        <source>removed a day without calls</source>
        <translation>retirou dia sem ligações</translation>
    </message>
    <message>
        <source>invited a person</source>
        <translation>convidou uma pessoa</translation>
    </message>
    <message>
        <source>changed a person</source>
        <translation>mudou uma pessoa</translation>
    </message>
    <message>
        <source>closed an access</source>
        <translation>encerrou um acesso</translation>
    </message>
    <message>
        <source>moved a portfolio</source>
        <translation>moveu uma carteira</translation>
    </message>
    <message>
        <source>published a campaign</source>
        <translation>publicou uma campanha</translation>
    </message>
    <message>
        <source>ended a campaign early</source>
        <translation>encerrou uma campanha antes do fim</translation>
    </message>
    <message>
        <source>took a client over</source>
        <translation>assumiu um cliente</translation>
    </message>
    <message>
        <source>closed a period</source>
        <translation>fechou um período</translation>
    </message>
    <message>
        <source>locked a laptop</source>
        <translation>bloqueou notebook</translation>
    </message>
    <message>
        <source>let a laptop in again</source>
        <translation>liberou notebook de novo</translation>
    </message>
    <message>
        <source>had a laptop read all anew</source>
        <translation>mandou notebook ler tudo de novo</translation>
    </message>
    <message>
        <source>took the key of a laptop</source>
        <translation>pegou a chave de um notebook</translation>
    </message>
    <message>
        <source>took clients along to the field</source>
        <translation>levou clientes para o campo</translation>
    </message>
    <message>
        <source>kept clients in the field longer</source>
        <translation>prolongou clientes no campo</translation>
    </message>
    <message>
        <source>gave clients back from the field</source>
        <translation>devolveu clientes do campo</translation>
    </message>
    <message>
        <source>brought a seller&apos;s clients back from the field</source>
        <translation>trouxe de volta do campo clientes de um vendedor</translation>
    </message>
    <message>
        <source>stored what was set aside</source>
        <translation>gravou o que estava separado</translation>
    </message>
    <message>
        <source>discarded what was set aside</source>
        <translation>descartou o que estava separado</translation>
    </message>
    <message>
        <source>erased a person&apos;s data</source>
        <translation>apagou dados de uma pessoa</translation>
    </message>
    <message>
        <source>took an erased person&apos;s words</source>
        <translation>retirou palavras de uma pessoa apagada</translation>
    </message>
    <message>
        <source>was changed</source>
        <translation>foi alterado</translation>
    </message>
    <message>
        <source>was written again</source>
        <translation>foi regravado</translation>
    </message>
    <message>
        <source>was removed</source>
        <translation>foi apagado</translation>
    </message>
    <message>
        <source>has another&apos;s number</source>
        <translation>tem o número de outro</translation>
    </message>
    <message>
        <source>is of no known computer</source>
        <translation>é de um computador desconhecido</translation>
    </message>
    <message>
        <source>does not follow the one before</source>
        <translation>não segue o anterior</translation>
    </message>
    <message>
        <source>is not what was sealed</source>
        <translation>não é o que foi lacrado</translation>
    </message>
    <message>
        <source>is a seal that was changed</source>
        <translation>é um lacre alterado</translation>
    </message>
    <message>
        <source>is a seal that was removed</source>
        <translation>é um lacre que sumiu</translation>
    </message>
    <message>
        <source>work list</source>
        <translation>lista de trabalho</translation>
    </message>
    <message>
        <source>rows copied from the list</source>
        <translation>linhas copiadas da lista</translation>
    </message>
    <message>
        <source>own working time</source>
        <translation>o próprio ponto</translation>
    </message>
    <message>
        <source>calendar file</source>
        <translation>arquivo de calendário</translation>
    </message>
    <message>
        <source>clients</source>
        <translation>clientes</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>linhas</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtro</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Whose or of what</source>
        <translation>De quem ou do quê</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalhe</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computador</translation>
    </message>
    <message>
        <source>%1 records and %2 seals checked: nothing was changed, removed, inserted or moved.</source>
        <translation>%1 registros e %2 lacres conferidos: nada foi alterado, apagado, incluído nem trocado.</translation>
    </message>
    <message>
        <source>%1 records are not as they were stored. The first, %2, no. %3: %4. The command audit verify names all.</source>
        <translation>%1 registros não estão como foram gravados. O primeiro, %2, nº %3: %4. O comando audit verify nomeia todos.</translation>
    </message>
</context>
<context>
    <name>BacktestView</name>
    <message>
        <source>Ordered by</source>
        <translation>Ordem por</translation>
    </message>
    <message>
        <source>Order right</source>
        <translation>Acerto da ordem</translation>
    </message>
    <message>
        <source>Of each two customers, one who stopped and one who came back: how often the one who stopped is put first. 50% is a coin.</source>
        <translation>De cada dois clientes, um que parou e um que voltou: quantas vezes o que parou vem na frente. 50% é cara ou coroa.</translation>
    </message>
    <message>
        <source>Value in the top 10%</source>
        <translation>Valor nos 10% do topo</translation>
    </message>
    <message>
        <source>Of the value of the customers who stopped, the share that stood in the first tenth of the list.</source>
        <translation>Do valor dos clientes que pararam, a parte que estava no primeiro décimo da lista.</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Erro de calibração</translation>
    </message>
    <message>
        <source>How far the predicted percentages lie from what happened, on average. Only a probability has it.</source>
        <translation>Quanto as porcentagens previstas se afastam do que aconteceu, em média. Só uma probabilidade tem esse erro.</translation>
    </message>
    <message>
        <source>Always flagged wrongly</source>
        <translation>Sempre marcados à toa</translation>
    </message>
    <message>
        <source>Customers who are flagged without need in more than half of their own intervals.</source>
        <translation>Clientes marcados sem necessidade em mais da metade dos próprios intervalos.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Parando…</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Comparar de novo</translation>
    </message>
    <message>
        <source>Scores compared</source>
        <translation>Comparação das notas</translation>
    </message>
    <message>
        <source>Predicting the past and comparing with what came…</source>
        <translation>Prevendo o passado e comparando com o que aconteceu…</translation>
    </message>
    <message>
        <source>The history is too short to compare predictions with what came: it takes about a year of orders.</source>
        <translation>O histórico é curto demais para comparar previsões com o que aconteceu: é preciso cerca de um ano de pedidos.</translation>
    </message>
    <message>
        <source>From {count} past days between {first} and {last}, each with what was known then: who orders within {horizon} days?</source>
        <translation>A partir de {count} dias passados, entre {first} e {last}, cada um com o que se sabia nele: quem compra em até {horizon} dias?</translation>
    </message>
    <message>
        <source>{days} days ago the own cycle marked nobody as inactive</source>
        <translation>Há {days} dias, o ciclo próprio não marcava ninguém como inativo</translation>
    </message>
    <message numerus="yes">
        <source>Of the {count} customer(s) marked as inactive {days} days ago, {share} came back by themselves</source>
        <translation>
            <numerusform>De {count} cliente que marcamos como inativo há {days} dias, {share} voltou sozinho</numerusform>
            <numerusform>Dos {count} clientes que marcamos como inativos há {days} dias, {share} voltaram sozinhos</numerusform>
        </translation>
    </message>
    <message>
        <source>{rule}: nobody marked</source>
        <translation>{rule}: ninguém marcado</translation>
    </message>
    <message>
        <source>{rule}: {share} of {count}</source>
        <translation>{rule}: {share} de {count}</translation>
    </message>
</context>
<context>
    <name>BreakChoice</name>
    <message>
        <source>Take a break</source>
        <translation>Fazer uma pausa</translation>
    </message>
    <message>
        <source>number, and Enter</source>
        <translation>número e Enter</translation>
    </message>
    <message>
        <source>Nobody is offered meanwhile, and reminders wait. F12 brings you back.</source>
        <translation>Nesse tempo ninguém é oferecido, e os lembretes esperam. F12 traz você de volta.</translation>
    </message>
</context>
<context>
    <name>BreakScreen</name>
    <message>
        <source>Back to work  F12</source>
        <translation>Voltar ao trabalho  F12</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>Desde {time}</translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation>Até {time}</translation>
    </message>
    <message>
        <source>Its {minutes} minutes are over: come back when you are ready.</source>
        <translation>Os {minutes} minutos já passaram: volte quando puder.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>BridgePage</name>
    <message>
        <source>Bridge</source>
        <translation>Ponte</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>R$ a year</source>
        <translation>R$ por ano</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mês</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>All states in this month</source>
        <translation>Todas as situações neste mês</translation>
    </message>
    <message>
        <source>Too few orders of your own: published parameters judged.</source>
        <translation>Poucos pedidos próprios: julgado com parâmetros publicados.</translation>
    </message>
    <message>
        <source>Where customers stand at the end of each month</source>
        <translation>Situação dos clientes no fim de cada mês</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Começo</translation>
    </message>
    <message>
        <source>who stayed</source>
        <translation>quem ficou</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fim</translation>
    </message>
    <message>
        <source>{state}, {month}</source>
        <translation>{state}, {month}</translation>
    </message>
    <message>
        <source>from:
{state}</source>
        <translation>de:
{state}</translation>
    </message>
    <message>
        <source>to:
{state}</source>
        <translation>para:
{state}</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Entraram</translation>
    </message>
    <message>
        <source>Went</source>
        <translation>Saíram</translation>
    </message>
    <message>
        <source>Change of who stayed</source>
        <translation>Mudança de quem ficou</translation>
    </message>
</context>
<context>
    <name>BulkActions</name>
    <message numerus="yes">
        <source>Add %n customer(s) to a campaign</source>
        <translation>
            <numerusform>Incluir %n cliente em uma campanha</numerusform>
            <numerusform>Incluir %n clientes em uma campanha</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Incluir</translation>
    </message>
    <message numerus="yes">
        <source>Put %n customer(s) into a portfolio</source>
        <translation>
            <numerusform>Passar %n cliente para uma carteira</numerusform>
            <numerusform>Passar %n clientes para uma carteira</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody&apos;s portfolio</source>
        <translation>Sem carteira</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Passar</translation>
    </message>
    <message>
        <source>One change at a time: stop the other one first.</source>
        <translation>Uma mudança por vez: interrompa a outra antes.</translation>
    </message>
    <message>
        <source>{count} added to “{name}”; the others were in it already.</source>
        <translation>{count} incluídos em “{name}”; os outros já estavam nela.</translation>
    </message>
    <message>
        <source>{count} added to “{name}”.</source>
        <translation>{count} incluídos em “{name}”.</translation>
    </message>
    <message>
        <source>{count} moved: {name}; the others were there already.</source>
        <translation>{count} movidos: {name}; os outros já estavam lá.</translation>
    </message>
    <message>
        <source>{count} moved: {name}.</source>
        <translation>{count} movidos: {name}.</translation>
    </message>
    <message>
        <source>{count} are as before; the others were changed since.</source>
        <translation>{count} voltaram a ser como antes; os outros foram alterados depois.</translation>
    </message>
    <message>
        <source>{count} are as before.</source>
        <translation>{count} voltaram a ser como antes.</translation>
    </message>
</context>
<context>
    <name>BulkMailDialog</name>
    <message numerus="yes">
        <source>E-mail to %n customer(s)</source>
        <translation>
            <numerusform>E-mail para %n cliente</numerusform>
            <numerusform>E-mail para %n clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemplo</translation>
    </message>
    <message>
        <source>There is no e-mail template yet.</source>
        <translation>Ainda não há modelo de e-mail.</translation>
    </message>
    <message>
        <source>Filling the letters in… {done} of {count}</source>
        <translation>Preenchendo os e-mails… {done} de {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) ready.</source>
        <translation>
            <numerusform>%n e-mail pronto.</numerusform>
            <numerusform>%n e-mails prontos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) asked for no e-mail.</source>
        <translation>
            <numerusform>%n cliente pediu para não receber e-mail.</numerusform>
            <numerusform>%n clientes pediram para não receber e-mail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) have no e-mail address.</source>
        <translation>
            <numerusform>%n cliente não tem e-mail no cadastro.</numerusform>
            <numerusform>%n clientes não têm e-mail no cadastro.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) miss a value and stay here.</source>
        <translation>
            <numerusform>%n e-mail tem campo sem valor e não sai.</numerusform>
            <numerusform>%n e-mails têm campos sem valor e não saem.</numerusform>
        </translation>
    </message>
    <message>
        <source>No mail server is set.</source>
        <translation>Nenhum servidor de e-mail configurado.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s) sent</source>
        <translation>
            <numerusform>%n e-mail enviado</numerusform>
            <numerusform>%n e-mails enviados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n falhou</numerusform>
            <numerusform>%n falharam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n não enviado</numerusform>
            <numerusform>%n não enviados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
</context>
<context>
    <name>CadenceRow</name>
    <message>
        <source>Why the date breaks the cadence</source>
        <translation>Por que a data sai da cadência</translation>
    </message>
</context>
<context>
    <name>CadenceWords</name>
    <message>
        <source>for the limit of contacts</source>
        <translation>pelo limite de contatos</translation>
    </message>
    <message>
        <source>Cadence: {proposal}</source>
        <translation>Cadência: {proposal}</translation>
    </message>
    <message>
        <source>an empty next contact accepts it</source>
        <translation>próximo contato em branco aceita</translation>
    </message>
    <message>
        <source>Outside the calling hours: why?</source>
        <translation>Fora do horário do cliente: por quê?</translation>
    </message>
    <message>
        <source>Over the limit of contacts: why?</source>
        <translation>Passa do limite de contatos: por quê?</translation>
    </message>
    <message>
        <source>The customer rests: why?</source>
        <translation>O cliente está em repouso: por quê?</translation>
    </message>
    <message>
        <source>Later than the answer is due: why?</source>
        <translation>Passa do prazo da resposta: por quê?</translation>
    </message>
    <message>
        <source>attempt {number} of {count}</source>
        <translation>tentativa {number} de {count}</translation>
    </message>
    <message>
        <source>follow-up {number} of {count}</source>
        <translation>retorno {number} de {count}</translation>
    </message>
    <message>
        <source>answer the request</source>
        <translation>responder ao pedido</translation>
    </message>
    <message>
        <source>thank for the order</source>
        <translation>agradecer pelo pedido</translation>
    </message>
    <message>
        <source>long rest, try again</source>
        <translation>em repouso, voltar a tentar</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>encerrado</translation>
    </message>
    <message>
        <source>closed, try again</source>
        <translation>encerrado, voltar a tentar</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} às {time}</translation>
    </message>
    <message>
        <source>{day} in the morning</source>
        <translation>{day} de manhã</translation>
    </message>
    <message>
        <source>{day} in the afternoon</source>
        <translation>{day} à tarde</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>amanhã</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>por telefone</translation>
    </message>
    <message>
        <source>by WhatsApp</source>
        <translation>por WhatsApp</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>por e-mail</translation>
    </message>
    <message>
        <source>as a visit</source>
        <translation>com visita</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>It repeats: its next date is taken.</source>
        <translation>Repete: vale a próxima data.</translation>
    </message>
</context>
<context>
    <name>CalendarDialogs</name>
    <message>
        <source>Take a calendar file in</source>
        <translation>Trazer um arquivo de calendário</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Calendários (*.ics)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
</context>
<context>
    <name>CalendarExportDialog</name>
    <message>
        <source>Agenda into a calendar file</source>
        <translation>Agenda em arquivo de calendário</translation>
    </message>
    <message>
        <source>Without customers&apos; names and notes</source>
        <translation>Sem nomes de clientes e sem anotações</translation>
    </message>
    <message>
        <source>With the cancelled ones, as cancelled</source>
        <translation>Com os cancelados, como cancelados</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quem</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dias</translation>
    </message>
    <message>
        <source>Phone numbers and e-mail addresses never go into the file.</source>
        <translation>Telefones e e-mails nunca vão no arquivo.</translation>
    </message>
    <message>
        <source>From today on</source>
        <translation>De hoje em diante</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Until the end of this week</source>
        <translation>Até o fim desta semana</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Semana que vem</translation>
    </message>
    <message>
        <source>The next 30 days</source>
        <translation>Próximos 30 dias</translation>
    </message>
    <message>
        <source>All, the overdue ones too</source>
        <translation>Todos, também os atrasados</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Calendários (*.ics)</translation>
    </message>
    <message numerus="yes">
        <source>%n next contact(s) written to {file}</source>
        <translation>
            <numerusform>%n próximo contato gravado em {file}</numerusform>
            <numerusform>%n próximos contatos gravados em {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarImportDialog</name>
    <message>
        <source>What {file} would change</source>
        <translation>O que {file} mudaria</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lendo o arquivo…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message numerus="yes">
        <source>Change %n next contact(s)</source>
        <translation>
            <numerusform>Mudar %n próximo contato</numerusform>
            <numerusform>Mudar %n próximos contatos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n next contact(s) changed</source>
        <translation>
            <numerusform>%n próximo contato mudado</numerusform>
            <numerusform>%n próximos contatos mudados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left: somebody was faster</source>
        <translation>
            <numerusform>%n ficou como estava: alguém mudou antes</numerusform>
            <numerusform>%n ficaram como estavam: alguém mudou antes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) taken back</source>
        <translation>
            <numerusform>%n mudança desfeita</numerusform>
            <numerusform>%n mudanças desfeitas</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
</context>
<context>
    <name>CalibrationChart</name>
    <message>
        <source>Predicted and observed: no order within {days} days</source>
        <translation>Previsto e observado: nenhum pedido em {days} dias</translation>
    </message>
    <message>
        <source>predicted {predicted}, observed {observed} ({count} predictions)</source>
        <translation>previsto {predicted}, observado {observed} ({count} previsões)</translation>
    </message>
    <message>
        <source>predicted →  (↑ observed)</source>
        <translation>previsto →  (↑ observado)</translation>
    </message>
</context>
<context>
    <name>CallBar</name>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Adiar</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Next  F8</source>
        <translation>Próximo  F8</translation>
    </message>
    <message>
        <source>Call all the same…</source>
        <translation>Ligar mesmo assim…</translation>
    </message>
    <message>
        <source>{name}: the reservation has lapsed, a colleague may take them. The contact can still be saved.</source>
        <translation>{name}: a reserva venceu, um colega pode assumir. O contato ainda pode ser salvo.</translation>
    </message>
    <message>
        <source>Nobody to call right now.</source>
        <translation>Ninguém para ligar agora.</translation>
    </message>
    <message>
        <source>Duration of the call {time}</source>
        <translation>Duração da ligação {time}</translation>
    </message>
</context>
<context>
    <name>CallLoop</name>
    <message>
        <source>Reading the list: the next client comes with it.</source>
        <translation>Lendo a lista: o próximo cliente vem junto com ela.</translation>
    </message>
</context>
<context>
    <name>CampaignEditor</name>
    <message>
        <source>Team {name}</source>
        <translation>Equipe {name}</translation>
    </message>
    <message>
        <source>no script</source>
        <translation>sem roteiro</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) chosen</source>
        <translation>
            <numerusform>%n cliente escolhido</numerusform>
            <numerusform>%n clientes escolhidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) added</source>
        <translation>
            <numerusform>%n cliente incluído</numerusform>
            <numerusform>%n clientes incluídos</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody has {words}</source>
        <translation>ninguém tem {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) name several clients</source>
        <translation>
            <numerusform>%n linha indica vários clientes</numerusform>
            <numerusform>%n linhas indicam vários clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primeiro dia</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último dia</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Para que serve</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>How many, or how many R$</source>
        <translation>Quantos, ou quantos R$</translation>
    </message>
    <message>
        <source>Script in the call</source>
        <translation>Roteiro na ligação</translation>
    </message>
    <message>
        <source>Left alone to compare with</source>
        <translation>Grupo de controle</translation>
    </message>
    <message>
        <source>Who calls</source>
        <translation>Quem liga</translation>
    </message>
    <message>
        <source>Codes or documents, one a line</source>
        <translation>Códigos ou documentos, um por linha</translation>
    </message>
    <message>
        <source>First and last day</source>
        <translation>Primeiro e último dia</translation>
    </message>
    <message>
        <source>Clients of other campaigns as well</source>
        <translation>Também clientes de outras campanhas</translation>
    </message>
    <message>
        <source>Add these</source>
        <translation>Incluir estes</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>De um arquivo…</translation>
    </message>
    <message>
        <source>nobody chosen: everybody calls</source>
        <translation>ninguém escolhido: todos ligam</translation>
    </message>
    <message>
        <source>Codes, CNPJ or CPF, one client a line</source>
        <translation>Códigos, CNPJ ou CPF, um cliente por linha</translation>
    </message>
    <message>
        <source>no goal in numbers</source>
        <translation>sem meta em números</translation>
    </message>
    <message>
        <source>No client chosen</source>
        <translation>Nenhum cliente escolhido</translation>
    </message>
</context>
<context>
    <name>CampaignFigures</name>
    <message>
        <source>Figures of the campaign</source>
        <translation>Números da campanha</translation>
    </message>
    <message>
        <source>Figures by operator</source>
        <translation>Números por operador</translation>
    </message>
    <message>
        <source>By operator, in the order of names</source>
        <translation>Por operador, em ordem de nome</translation>
    </message>
    <message>
        <source>Called beside left alone</source>
        <translation>Trabalhados além do controle</translation>
    </message>
    <message>
        <source>By how much more clients bought (95%)</source>
        <translation>Quanto a mais compraram (95%)</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Of them</source>
        <translation>Detalhe</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operador</translation>
    </message>
    <message>
        <source>R$</source>
        <translation>R$</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contatos</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Atenderam</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>{count} contacts</source>
        <translation>{count} contatos</translation>
    </message>
    <message>
        <source>{count} orders, {money}</source>
        <translation>{count} pedidos, {money}</translation>
    </message>
    <message>
        <source>Still to be contacted</source>
        <translation>Falta contatar</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>Contatados</translation>
    </message>
    <message>
        <source>Ordered after it</source>
        <translation>Compraram depois</translation>
    </message>
    <message>
        <source>Reactivated, by the credit&apos;s rule</source>
        <translation>Reativados, pela regra do crédito</translation>
    </message>
    <message>
        <source>Drawn to be called</source>
        <translation>Sorteados para ligar</translation>
    </message>
    <message>
        <source>Left alone to compare with</source>
        <translation>Grupo de controle</translation>
    </message>
    <message>
        <source>Added later, not compared</source>
        <translation>Entraram depois, fora da comparação</translation>
    </message>
    <message>
        <source>{money} per client</source>
        <translation>{money} por cliente</translation>
    </message>
    <message>
        <source>who bought</source>
        <translation>compraram</translation>
    </message>
</context>
<context>
    <name>CampaignRow</name>
    <message>
        <source>Campaign</source>
        <translation>Campanha</translation>
    </message>
    <message>
        <source>for no campaign</source>
        <translation>sem campanha</translation>
    </message>
</context>
<context>
    <name>CampaignScreen</name>
    <message>
        <source>Campaign</source>
        <translation>Campanha</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dias</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Campanhas</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>Archived ones as well</source>
        <translation>Também as arquivadas</translation>
    </message>
    <message>
        <source>New campaign…  N</source>
        <translation>Nova campanha…  N</translation>
    </message>
    <message>
        <source>Go on with the draft  Enter</source>
        <translation>Continuar o rascunho  Enter</translation>
    </message>
    <message>
        <source>End early…  E</source>
        <translation>Encerrar antes…  E</translation>
    </message>
    <message>
        <source>Delete the draft  Del</source>
        <translation>Apagar o rascunho  Del</translation>
    </message>
    <message>
        <source>No campaign yet: mark clients in the list, or press N.</source>
        <translation>Nenhuma campanha ainda: marque clientes na lista ou tecle N.</translation>
    </message>
    <message>
        <source>A draft: Enter goes on with it.</source>
        <translation>Um rascunho: Enter continua.</translation>
    </message>
    <message>
        <source>Bring back  A</source>
        <translation>Trazer de volta  A</translation>
    </message>
    <message>
        <source>Archive  A</source>
        <translation>Arquivar  A</translation>
    </message>
    <message>
        <source>Draft “{name}” saved</source>
        <translation>Rascunho “{name}” salvo</translation>
    </message>
    <message>
        <source>“{name}” is published: {called} to call, {aside} left alone</source>
        <translation>“{name}” publicada: {called} para ligar, {aside} no grupo de controle</translation>
    </message>
    <message>
        <source>End “{name}” now?</source>
        <translation>Encerrar “{name}” agora?</translation>
    </message>
    <message>
        <source>The queue offers all of its clients to everybody again.</source>
        <translation>A fila volta a oferecer todos os clientes dela a todos.</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Encerrar</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Deixar correr</translation>
    </message>
</context>
<context>
    <name>Campaigns</name>
    <message>
        <source>archived</source>
        <translation>arquivada</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>rascunho</translation>
    </message>
    <message>
        <source>to begin</source>
        <translation>vai começar</translation>
    </message>
    <message>
        <source>running</source>
        <translation>em andamento</translation>
    </message>
    <message>
        <source>over</source>
        <translation>encerrada</translation>
    </message>
    <message>
        <source>ended early</source>
        <translation>encerrada antes</translation>
    </message>
    <message>
        <source>from {first}</source>
        <translation>desde {first}</translation>
    </message>
    <message>
        <source>clients contacted</source>
        <translation>clientes contatados</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>pedidos</translation>
    </message>
    <message>
        <source>clients reactivated</source>
        <translation>clientes reativados</translation>
    </message>
    <message>
        <source>R$ in orders</source>
        <translation>R$ em pedidos</translation>
    </message>
    <message>
        <source>do not want to be contacted</source>
        <translation>não querem contato</translation>
    </message>
    <message>
        <source>sales are blocked</source>
        <translation>vendas bloqueadas</translation>
    </message>
    <message>
        <source>in another campaign</source>
        <translation>em outra campanha</translation>
    </message>
    <message>
        <source>This campaign has no goal in numbers.</source>
        <translation>Esta campanha não tem meta em números.</translation>
    </message>
    <message>
        <source>The goal is {target} ({what}); the campaign is to begin.</source>
        <translation>A meta é {target} ({what}); a campanha ainda vai começar.</translation>
    </message>
    <message>
        <source>{done} of {target} ({what}) when the days were over.</source>
        <translation>{done} de {target} ({what}) ao fim do prazo.</translation>
    </message>
    <message>
        <source>{done} of {target} ({what}). At an even pace it would be {expected} by today; like this it ends with {projected}.</source>
        <translation>{done} de {target} ({what}). Em ritmo constante seriam {expected} até hoje; assim termina com {projected}.</translation>
    </message>
    <message>
        <source>Nobody was left alone, so nothing can be compared.</source>
        <translation>Não há grupo de controle, então não há comparação.</translation>
    </message>
    <message>
        <source>Too few to tell: each group needs {members} clients, and both together {buyers} who bought.</source>
        <translation>Poucos para dizer: cada grupo precisa de {members} clientes, e os dois juntos de {buyers} que compraram.</translation>
    </message>
    <message>
        <source>The campaign made more clients buy: {middle} (95%: {low} to {high})</source>
        <translation>A campanha fez mais clientes comprarem: {middle} (95%: de {low} a {high})</translation>
    </message>
    <message>
        <source>Fewer of the called clients bought: {middle} (95%: {low} to {high})</source>
        <translation>Dos clientes chamados, menos compraram: {middle} (95%: de {low} a {high})</translation>
    </message>
    <message>
        <source>It may as well be chance: {middle} (95%: {low} to {high})</source>
        <translation>Pode ser só acaso: {middle} (95%: de {low} a {high})</translation>
    </message>
    <message>
        <source>Per client {middle} in orders (Welch, 95%: {low} to {high})</source>
        <translation>Por cliente, {middle} em pedidos (Welch, 95%: de {low} a {high})</translation>
    </message>
    <message>
        <source>Credited returns count everybody who was inactive when called and ordered soon after, also those who would have come back by themselves. The comparison counts everybody who was drawn, called or not, and takes those off.</source>
        <translation>Os reativados creditados contam todos os que estavam inativos na ligação e compraram logo depois, também quem voltaria sozinho. A comparação conta todos os sorteados, contatados ou não, e desconta esses.</translation>
    </message>
</context>
<context>
    <name>CampaignsPage</name>
    <message>
        <source>Campaigns</source>
        <translation>Campanhas</translation>
    </message>
    <message>
        <source>No campaign ran in this period.</source>
        <translation>Nenhuma campanha aconteceu neste período.</translation>
    </message>
    <message>
        <source>Campaigns of the period</source>
        <translation>Campanhas do período</translation>
    </message>
    <message>
        <source>{name}: {share} of the called bought, {other} of those left alone</source>
        <translation>{name}: compraram {share} dos trabalhados e {other} do grupo de controle</translation>
    </message>
    <message>
        <source>Who bought</source>
        <translation>Quem comprou</translation>
    </message>
    <message>
        <source>called</source>
        <translation>trabalhados</translation>
    </message>
    <message>
        <source>left alone</source>
        <translation>controle</translation>
    </message>
    <message>
        <source>{name}: {points}, between {low} and {high}; {verdict}</source>
        <translation>{name}: {points}, entre {low} e {high}; {verdict}</translation>
    </message>
    <message>
        <source>By how much more the called bought (95%)</source>
        <translation>Quanto a mais os trabalhados compraram (95%)</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campanha</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Trabalhados</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>Contatados</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Atendidos</translation>
    </message>
    <message>
        <source>Bought: called</source>
        <translation>Compraram: trabalhados</translation>
    </message>
    <message>
        <source>Bought: left alone</source>
        <translation>Compraram: controle</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Ganho</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Conclusão</translation>
    </message>
    <message>
        <source>Credited, R$</source>
        <translation>Creditado, R$</translation>
    </message>
</context>
<context>
    <name>CapacityDialog</name>
    <message>
        <source>Next contacts per person and day</source>
        <translation>Contatos por pessoa e por dia</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The bars of the agenda and the spreading use it.</source>
        <translation>As barras da agenda e a distribuição usam este número.</translation>
    </message>
</context>
<context>
    <name>ChoicePicker</name>
    <message>
        <source>Choose…</source>
        <translation>Escolher…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>ClearableLine</name>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
</context>
<context>
    <name>ClientDialog</name>
    <message>
        <source>Which client?</source>
        <translation>Qual cliente?</translation>
    </message>
    <message>
        <source>Name, code, tax id or phone</source>
        <translation>Nome, código, CNPJ ou telefone</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Procurar</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>É este</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ClientPage</name>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>%1 (%2 without taxes)</source>
        <translation>%1 (%2 sem impostos)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fechado em</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Reactivated</source>
        <translation>Reativados</translation>
    </message>
    <message>
        <source>Clients who were inactive when contacted and ordered in time</source>
        <translation>Clientes que estavam inativos no contato e compraram no prazo</translation>
    </message>
    <message>
        <source>Without taxes</source>
        <translation>Sem impostos</translation>
    </message>
    <message>
        <source>Without taxes, as it was told when the month was closed</source>
        <translation>Sem impostos, como foi informado no fechamento do mês</translation>
    </message>
    <message>
        <source>Value recovered</source>
        <translation>Valor recuperado</translation>
    </message>
    <message>
        <source>What they pay, as it was told when the month was closed</source>
        <translation>O que os clientes pagam, como foi informado no fechamento do mês</translation>
    </message>
    <message>
        <source>Adjusted since</source>
        <translation>Ajustado depois</translation>
    </message>
    <message>
        <source>What became known later: late files, contacts and corrections</source>
        <translation>O que se soube depois: arquivos atrasados, contatos e correções</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>sozinho</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Closed periods</source>
        <translation>Períodos fechados</translation>
    </message>
    <message>
        <source>Close the month</source>
        <translation>Fechar o mês</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Conferir de novo</translation>
    </message>
    <message>
        <source>Keep the rules</source>
        <translation>Guardar as regras</translation>
    </message>
    <message>
        <source>Close %1?</source>
        <translation>Fechar %1?</translation>
    </message>
    <message>
        <source>From then on its figures stay as they are, and it cannot be opened again.</source>
        <translation>Daí em diante os números dele ficam como estão, e não dá para reabrir.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ainda não</translation>
    </message>
    <message>
        <source>Closing %1…</source>
        <translation>Fechando %1…</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>Conferindo %1…</translation>
    </message>
    <message>
        <source>The figures of a closed month never change. What becomes known later is told as an adjustment of the month in which it became known, with the names.</source>
        <translation>Os números de um mês fechado não mudam mais. O que se sabe depois aparece, com os nomes, como ajuste do mês em que se soube.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Month to &amp;close</source>
        <translation>Mês a fe&amp;char</translation>
    </message>
    <message>
        <source>An order counts up to so many &amp;days after the contact</source>
        <translation>Um pedido conta até tantos &amp;dias depois do contato</translation>
    </message>
    <message>
        <source>Each month closes by itself on this day of the &amp;next one</source>
        <translation>Cada mês fecha sozinho neste dia do mês s&amp;eguinte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>%1 is closed.</source>
        <translation>%1 foi fechado.</translation>
    </message>
    <message>
        <source>%1 is right: worked out again it is %2, to the cent.</source>
        <translation>%1 confere: refeito, dá %2, centavo a centavo.</translation>
    </message>
    <message>
        <source>%1 was closed with %2; worked out again it is %3. An import undone since leaves such a difference: what was closed counts.</source>
        <translation>%1 foi fechado com %2; refeito, dá %3. Uma importação desfeita depois deixa uma diferença assim: vale o que foi fechado.</translation>
    </message>
    <message>
        <source>Kept. Contacts from today on follow it; former ones keep theirs.</source>
        <translation>Guardado. Vale para os contatos a partir de hoje; os anteriores ficam com o prazo deles.</translation>
    </message>
</context>
<context>
    <name>ClosingFields</name>
    <message>
        <source>the whole client</source>
        <translation>o cliente todo</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Quem</translation>
    </message>
    <message>
        <source>&amp;Not by</source>
        <translation>&amp;Não por</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motivo</translation>
    </message>
    <message>
        <source>Do not contact by: %1</source>
        <translation>Não contatar por: %1</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Todos os canais</translation>
    </message>
    <message>
        <source>Do not contact by any channel</source>
        <translation>Não contatar por nenhum canal</translation>
    </message>
    <message>
        <source>what the client said; it is kept with your name and the date</source>
        <translation>o que o cliente disse; fica com seu nome e a data</translation>
    </message>
</context>
<context>
    <name>CollisionTeller</name>
    <message numerus="yes">
        <source>%n client(s) with two contacts at about one time</source>
        <translation>
            <numerusform>%n cliente com dois contatos quase ao mesmo tempo</numerusform>
            <numerusform>%n clientes com dois contatos quase ao mesmo tempo</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Giro to see which client: notices, Ctrl+F4.</source>
        <translation>Abra o Giro para ver qual: avisos, Ctrl+F4.</translation>
    </message>
</context>
<context>
    <name>Collisions</name>
    <message>
        <source>{name} also talked with this client on {when} ({far} before)</source>
        <translation>{name} também falou com este cliente em {when} ({far} antes)</translation>
    </message>
    <message>
        <source>{name} also talked with this client on {when} ({far} after)</source>
        <translation>{name} também falou com este cliente em {when} ({far} depois)</translation>
    </message>
    <message>
        <source>{name} also talked with this client on {when}</source>
        <translation>{name} também falou com este cliente em {when}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>{one} and {other} talked with the same client, {far} apart</source>
        <translation>{one} e {other} falaram com o mesmo cliente, com {far} de diferença</translation>
    </message>
    <message>
        <source>{one} and {other} talked with the same client at one time</source>
        <translation>{one} e {other} falaram com o mesmo cliente ao mesmo tempo</translation>
    </message>
    <message>
        <source>One of the two was in the field, so neither could know.</source>
        <translation>Um dos dois estava em campo: não havia como saber.</translation>
    </message>
    <message>
        <source>This client is not in your sight.</source>
        <translation>Este cliente não está na sua carteira.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Um colega</translation>
    </message>
</context>
<context>
    <name>ColumnFields</name>
    <message>
        <source>— not in the file —</source>
        <translation>— não há no arquivo —</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>{column}: choose</source>
        <translation>{column}: escolha</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>Columns that stay put</source>
        <translation>Colunas fixas</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descer</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Como no início</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Space shows or hides a column; Ctrl+↑ and Ctrl+↓ move it; ← and → make it narrower or wider; O orders by it, Shift+O as well.</source>
        <translation>Espaço mostra ou esconde a coluna; Ctrl+↑ e Ctrl+↓ mudam de lugar; ← e → estreitam ou alargam; O ordena por ela, Shift+O também por ela.</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Chosen files</source>
        <translation>Arquivos escolhidos</translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation>Tirar este arquivo</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Conferir</translation>
    </message>
    <message>
        <source>Check (Ctrl+Enter)</source>
        <translation>Conferir (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What you choose is kept for the next file of this layout.</source>
        <translation>O que você escolher vale também para os próximos arquivos iguais a este.</translation>
    </message>
    <message>
        <source>Take out or correct {file}.</source>
        <translation>Tire ou corrija {file}.</translation>
    </message>
    <message>
        <source>Reading the first lines…</source>
        <translation>Lendo as primeiras linhas…</translation>
    </message>
    <message>
        <source>Invoices (NF-e) need no columns: their meaning is fixed.</source>
        <translation>Notas fiscais (NF-e) não precisam de colunas: o significado delas é fixo.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>{name}: not usable</source>
        <translation>{name}: não dá para usar</translation>
    </message>
    <message>
        <source>{name}: columns missing</source>
        <translation>{name}: faltam colunas</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>shared</source>
        <translation>da equipe</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Command, client or view…</source>
        <translation>Comando, cliente ou visão…</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrados</translation>
    </message>
    <message>
        <source>Nothing found. Clients: name, code, tax id, phone, city.</source>
        <translation>Nada encontrado. Clientes: nome, código, CNPJ, telefone, cidade.</translation>
    </message>
</context>
<context>
    <name>CommentsPage</name>
    <message>
        <source>Mark</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentário</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>What I said</source>
        <translation>O que eu disse</translation>
    </message>
    <message>
        <source>Comments to me</source>
        <translation>Comentários para mim</translation>
    </message>
    <message>
        <source>Answer (R), Enter sends it</source>
        <translation>Responder (R), Enter envia</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>I have read it  Enter</source>
        <translation>Li  Enter</translation>
    </message>
    <message>
        <source>Correct the contact  E</source>
        <translation>Corrigir o contato  E</translation>
    </message>
    <message>
        <source>You said nothing of others&apos; contacts yet.</source>
        <translation>Você ainda não comentou contatos de outros.</translation>
    </message>
    <message>
        <source>Nobody commented on your contacts.</source>
        <translation>Ninguém comentou os seus contatos.</translation>
    </message>
    <message>
        <source>Contact of {moment}, {outcome}</source>
        <translation>Contato de {moment}, {outcome}</translation>
    </message>
</context>
<context>
    <name>ConditionChips</name>
    <message>
        <source>any of</source>
        <translation>qualquer uma:</translation>
    </message>
    <message>
        <source>all of</source>
        <translation>todas:</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Limpar filtro</translation>
    </message>
    <message>
        <source>Take away: {condition}</source>
        <translation>Tirar: {condition}</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparação</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>Tirar esta condição</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Why? It stays in the history.</source>
        <translation>Por quê? Fica no histórico.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Observação</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Conflicts</source>
        <translation>Conflitos</translation>
    </message>
    <message>
        <source>Mine stays  M</source>
        <translation>Fica o meu  M</translation>
    </message>
    <message>
        <source>The server&apos;s stays  S</source>
        <translation>Fica o do servidor  S</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>No conflicts: nobody disagrees.</source>
        <translation>Sem conflitos: ninguém discorda.</translation>
    </message>
    <message>
        <source>Yours goes to the server once more.</source>
        <translation>O seu vai de novo para o servidor.</translation>
    </message>
    <message>
        <source>The server&apos;s version stays.</source>
        <translation>Fica o do servidor.</translation>
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
        <source>It was not saved; your words are still here. Try again.</source>
        <translation>Não foi salvo; o que você escreveu continua aqui. Tente de novo.</translation>
    </message>
</context>
<context>
    <name>ContactsHead</name>
    <message>
        <source>Contacts  Alt+1</source>
        <translation>Contatos  Alt+1</translation>
    </message>
    <message>
        <source>Comments to me  Alt+2</source>
        <translation>Comentários para mim  Alt+2</translation>
    </message>
    <message>
        <source>What I said  Alt+3</source>
        <translation>O que eu disse  Alt+3</translation>
    </message>
    <message>
        <source>Saved filters  V</source>
        <translation>Filtros salvos  V</translation>
    </message>
    <message>
        <source>Save filter  S</source>
        <translation>Salvar filtro  S</translation>
    </message>
    <message>
        <source>Export  Ctrl+E</source>
        <translation>Exportar  Ctrl+E</translation>
    </message>
    <message>
        <source>{count} of {total} read</source>
        <translation>{count} de {total} lidos</translation>
    </message>
    <message>
        <source>None read today</source>
        <translation>Nenhum lido hoje</translation>
    </message>
    <message numerus="yes">
        <source>%n read today</source>
        <translation>
            <numerusform>%n lido hoje</numerusform>
            <numerusform>%n lidos hoje</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter renamed</source>
        <translation>Filtro renomeado</translation>
    </message>
    <message>
        <source>Filter deleted</source>
        <translation>Filtro excluído</translation>
    </message>
    <message>
        <source>Filter saved</source>
        <translation>Filtro salvo</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Contacts</source>
        <translation>Contatos</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Atendidos</translation>
    </message>
    <message>
        <source>Reach rate</source>
        <translation>Taxa de resposta</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Orders, R$</source>
        <translation>Pedidos, R$</translation>
    </message>
    <message>
        <source>Reactivated</source>
        <translation>Reativados</translation>
    </message>
    <message>
        <source>Recovered, R$</source>
        <translation>Recuperado, R$</translation>
    </message>
    <message>
        <source>Days to return</source>
        <translation>Dias até voltar</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mês</translation>
    </message>
    <message>
        <source>{count} contacts in these months</source>
        <translation>{count} contatos nestes meses</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation>Mês a mês</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>seg</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>ter</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>qua</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>qui</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>sex</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>sáb</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>dom</translation>
    </message>
    <message>
        <source>{day} {hour}h: {reached} of {count} reached</source>
        <translation>{day} {hour}h: {reached} de {count} com resposta</translation>
    </message>
    <message>
        <source>Best: {hour}</source>
        <translation>Melhor: {hour}</translation>
    </message>
    <message>
        <source>Reached, by hour</source>
        <translation>Resposta por hora</translation>
    </message>
    <message>
        <source>Try {number}: {reached} of {count} reached ({rate}), {sold} with a sale</source>
        <translation>Tentativa {number}: {reached} de {count} com resposta ({rate}), {sold} com venda</translation>
    </message>
    <message>
        <source>Reached, by try in a row</source>
        <translation>Resposta por tentativa seguida</translation>
    </message>
    <message>
        <source>this period</source>
        <translation>este período</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Contacts by {cut}</source>
        <translation>Contatos por {cut}</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>Salvar  Ctrl+Enter</translation>
    </message>
    <message>
        <source>It never was</source>
        <translation>Não aconteceu</translation>
    </message>
    <message>
        <source>Add to my working time</source>
        <translation>Acrescentar à minha jornada</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corrigir</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fim</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>for example: I forgot to come back from lunch</source>
        <translation>por exemplo: esqueci de voltar do almoço</translation>
    </message>
    <message>
        <source>What was recorded is kept beside it, with your reason.</source>
        <translation>O que foi registrado continua guardado, junto com o seu motivo.</translation>
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
    <name>CreditBand</name>
    <message>
        <source>Money first</source>
        <translation>Primeiro o financeiro</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 vencidos</translation>
    </message>
    <message numerus="yes">
        <source>%n title(s)</source>
        <translation>
            <numerusform>%n título</numerusform>
            <numerusform>%n títulos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the oldest for %n day(s)</source>
        <translation>
            <numerusform>o mais antigo há %n dia</numerusform>
            <numerusform>o mais antigo há %n dias</numerusform>
        </translation>
    </message>
    <message>
        <source>credit denied</source>
        <translation>crédito negado</translation>
    </message>
    <message>
        <source>sales are blocked</source>
        <translation>vendas bloqueadas</translation>
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
</context>
<context>
    <name>CycleFacts</name>
    <message>
        <source>Estimates: chance that they have left × their rate × value of an order.</source>
        <translation>Estimativas: chance de ter saído × ritmo de compra × valor de um pedido.</translation>
    </message>
    <message>
        <source>Recent purchases against the year before them</source>
        <translation>Compras recentes contra o ano anterior a elas</translation>
    </message>
    <message>
        <source>Lost so far: %1</source>
        <translation>Perdido até agora: %1</translation>
    </message>
    <message>
        <source>next 12 months: %1</source>
        <translation>próximos 12 meses: %1</translation>
    </message>
    <message>
        <source>Fixed rule:</source>
        <translation>Regra fixa:</translation>
    </message>
    <message>
        <source>Own cycle:</source>
        <translation>Ciclo próprio:</translation>
    </message>
</context>
<context>
    <name>CyclePage</name>
    <message>
        <source>One order so far: an interval takes two.</source>
        <translation>Só um pedido até agora: para um intervalo são precisos dois.</translation>
    </message>
    <message>
        <source>No order yet: there is nothing to draw.</source>
        <translation>Ainda não há pedido: não há o que desenhar.</translation>
    </message>
    <message>
        <source>Intervals between orders</source>
        <translation>Intervalos entre pedidos</translation>
    </message>
    <message numerus="yes">
        <source>%n interval(s)</source>
        <translation>
            <numerusform>%n intervalo</numerusform>
            <numerusform>%n intervalos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) of silence without the blocked ones</source>
        <translation>
            <numerusform>%n dia de silêncio, fora o bloqueio</numerusform>
            <numerusform>%n dias de silêncio, fora o bloqueio</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>silent for %n day(s)</source>
        <translation>
            <numerusform>há %n dia sem comprar</numerusform>
            <numerusform>há %n dias sem comprar</numerusform>
        </translation>
    </message>
    <message>
        <source>no interval</source>
        <translation>nenhum intervalo</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) or more</source>
        <translation>
            <numerusform>%n dia ou mais</numerusform>
            <numerusform>%n dias ou mais</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to less than %n day(s)</source>
        <translation>
            <numerusform>de %1 a menos de %n dia</numerusform>
            <numerusform>de %1 a menos de %n dias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CycleScreen</name>
    <message>
        <source>Purchase cycle</source>
        <translation>Ciclo de compra</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Carteira</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Acerto</translation>
    </message>
</context>
<context>
    <name>CycleWords</name>
    <message>
        <source>Each customer&apos;s own cycle</source>
        <translation>Ciclo de cada cliente</translation>
    </message>
    <message>
        <source>Days without an order</source>
        <translation>Dias sem comprar</translation>
    </message>
    <message>
        <source>Days ÷ usual interval</source>
        <translation>Dias ÷ intervalo usual</translation>
    </message>
    <message>
        <source>Fixed number of days</source>
        <translation>Número fixo de dias</translation>
    </message>
    <message>
        <source>own cycle</source>
        <translation>ciclo próprio</translation>
    </message>
    <message>
        <source>fixed rule</source>
        <translation>regra fixa</translation>
    </message>
    <message>
        <source>Own cycle, {budget} false alarms</source>
        <translation>Ciclo próprio, {budget} de alarmes falsos</translation>
    </message>
    <message>
        <source>Fixed: {risk} and {inactive} days</source>
        <translation>Fixa: {risk} e {inactive} dias</translation>
    </message>
    <message>
        <source>The wider rule</source>
        <translation>A regra mais ampla</translation>
    </message>
    <message>
        <source>Company {name}</source>
        <translation>Empresa {name}</translation>
    </message>
    <message>
        <source>Segment {name}</source>
        <translation>Segmento {name}</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Todos os clientes</translation>
    </message>
</context>
<context>
    <name>CyclesPage</name>
    <message>
        <source>Cycles</source>
        <translation>Ciclos</translation>
    </message>
    <message>
        <source>Per customer</source>
        <translation>Por cliente</translation>
    </message>
    <message>
        <source>Per purchase</source>
        <translation>Por compra</translation>
    </message>
    <message>
        <source>What a fixed alert would flag</source>
        <translation>O que um alerta fixo marcaria</translation>
    </message>
    <message>
        <source>{low} to {high} days</source>
        <translation>{low} a {high} dias</translation>
    </message>
    <message>
        <source>hold {share} of the intervals</source>
        <translation>contêm {share} dos intervalos</translation>
    </message>
    <message>
        <source>of {customers} customers; {open} silences still last</source>
        <translation>de {customers} clientes; {open} silêncios ainda duram</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>Posição de {day}</translation>
    </message>
    <message>
        <source>Days between two purchases</source>
        <translation>Dias entre duas compras</translation>
    </message>
    <message>
        <source>{share} up to {days} days</source>
        <translation>{share} até {days} dias</translation>
    </message>
    <message>
        <source>Nobody has bought twice yet.</source>
        <translation>Ninguém comprou duas vezes ainda.</translation>
    </message>
    <message>
        <source>{label} days: {share}, {count} intervals</source>
        <translation>{label} dias: {share}, {count} intervalos</translation>
    </message>
    <message>
        <source>Fixed alert after {days} days</source>
        <translation>Alerta fixo após {days} dias</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regra</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Marcados</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>De todos</translation>
    </message>
    <message>
        <source>Wrongly</source>
        <translation>Sem razão</translation>
    </message>
</context>
<context>
    <name>DayFields</name>
    <message>
        <source>Add</source>
        <translation>Incluir</translation>
    </message>
    <message>
        <source>24/06/2026</source>
        <translation>24/06/2026</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dia</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Em todo lugar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>UF</translation>
    </message>
    <message>
        <source>the whole state</source>
        <translation>o estado todo</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Cidade</translation>
    </message>
</context>
<context>
    <name>DaysOff</name>
    <message>
        <source>Day</source>
        <translation>Dia</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Onde</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>em todo lugar</translation>
    </message>
    <message>
        <source>%1 (optional day)</source>
        <translation>%1 (ponto facultativo)</translation>
    </message>
</context>
<context>
    <name>DaysOffDialog</name>
    <message>
        <source>Days without calls</source>
        <translation>Dias sem ligações</translation>
    </message>
    <message>
        <source>Take a list of days in</source>
        <translation>Importar uma lista de dias</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt)</source>
        <translation>Listas (*.csv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Municipal holidays and the company&apos;s own days. National and state holidays are known.</source>
        <translation>Feriados municipais e dias da própria empresa. Os nacionais e estaduais o Giro já conhece.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Take a list in…</source>
        <translation>Importar lista…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>%1 is kept.</source>
        <translation>%1 incluído.</translation>
    </message>
    <message>
        <source>%1 was kept already.</source>
        <translation>%1 já estava na lista.</translation>
    </message>
    <message>
        <source>%1 is kept no more.</source>
        <translation>%1 excluído.</translation>
    </message>
    <message>
        <source>%1 new, %2 known already.</source>
        <translation>%1 novos, %2 já conhecidos.</translation>
    </message>
    <message>
        <source>Not understood: line %1.</source>
        <translation>Não entendi: linha %1.</translation>
    </message>
    <message>
        <source>Write the day as 24/06/2026.</source>
        <translation>Escreva o dia como 24/06/2026.</translation>
    </message>
</context>
<context>
    <name>DbusNotifier</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Snooze 15 min</source>
        <translation>Adiar 15 min</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluir</translation>
    </message>
</context>
<context>
    <name>DiscardPopover</name>
    <message>
        <source>Why discard it?</source>
        <translation>Por que descartar?</translation>
    </message>
    <message>
        <source>A test, no real work</source>
        <translation>Teste, não é trabalho de verdade</translation>
    </message>
    <message>
        <source>It was logged another way already</source>
        <translation>Já foi registrado de outro jeito</translation>
    </message>
    <message>
        <source>Its author asked for it</source>
        <translation>Quem registrou pediu</translation>
    </message>
    <message>
        <source>The data is wrong and cannot be mended</source>
        <translation>Os dados estão errados e não há como corrigir</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Qty.</source>
        <translation>Qtd.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preço</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Itens</translation>
    </message>
</context>
<context>
    <name>DraftsPopover</name>
    <message>
        <source>correction</source>
        <translation>correção</translation>
    </message>
    <message>
        <source>pitch notes</source>
        <translation>anotações da abordagem</translation>
    </message>
    <message>
        <source>nothing written yet</source>
        <translation>nada escrito ainda</translation>
    </message>
    <message>
        <source>Discarded: {name}. Ctrl+Z brings it back.</source>
        <translation>Descartado: {name}. Ctrl+Z traz de volta.</translation>
    </message>
    <message>
        <source>No draft is waiting.</source>
        <translation>Nenhum rascunho guardado.</translation>
    </message>
    <message>
        <source>Enter goes on with it · Delete discards it</source>
        <translation>Enter continua · Delete descarta</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Rascunhos</translation>
    </message>
    <message>
        <source>Drafts that wait: client or words…</source>
        <translation>Rascunhos guardados: cliente ou palavras…</translation>
    </message>
</context>
<context>
    <name>DropCatcher</name>
    <message>
        <source>Let go to import</source>
        <translation>Solte para importar</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop your ERP&apos;s files here, or the folder of NF-e XML</source>
        <translation>Solte aqui os arquivos do ERP ou a pasta de XML das NF-e</translation>
    </message>
    <message>
        <source>CSV, Excel (XLSX, XLS), ODS, XML or ZIP. Nothing is written before you agree.</source>
        <translation>CSV, Excel (XLSX, XLS), ODS, XML ou ZIP. Nada é gravado antes de você confirmar.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Escolher arquivos…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Escolher pasta…</translation>
    </message>
</context>
<context>
    <name>EarlyKeys</name>
    <message>
        <source>The list has changed meanwhile: keys were left out.</source>
        <translation>A lista mudou enquanto abria: algumas teclas foram ignoradas.</translation>
    </message>
</context>
<context>
    <name>EarlyWindow</name>
    <message>
        <source>Opening… What you type is kept.</source>
        <translation>Abrindo… O que você digitar já vale.</translation>
    </message>
    <message>
        <source>List of {day}, being brought up to date…</source>
        <translation>Lista de {day}, atualizando…</translation>
    </message>
</context>
<context>
    <name>EffectsView</name>
    <message>
        <source>What would change (Enter lists the customers)</source>
        <translation>O que mudaria (Enter lista os clientes)</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Trying it on today&apos;s customers…</source>
        <translation>Experimentando nos clientes de hoje…</translation>
    </message>
    <message>
        <source>Change something to see whom it would concern.</source>
        <translation>Mude algo para ver quem seria afetado.</translation>
    </message>
    <message>
        <source>No customer is concerned today.</source>
        <translation>Nenhum cliente é afetado hoje.</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>O que mudaria</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>Por inteiro</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) concerned today.</source>
        <translation>
            <numerusform>%n cliente afetado hoje.</numerusform>
            <numerusform>%n clientes afetados hoje.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message>
        <source>corrects the contact of %1</source>
        <translation>corrige o contato de %1</translation>
    </message>
    <message>
        <source>corrected by the contact of %1</source>
        <translation>corrigido pelo contato de %1</translation>
    </message>
    <message>
        <source>corrected later</source>
        <translation>corrigido depois</translation>
    </message>
    <message>
        <source>potential %1 a month</source>
        <translation>potencial de %1 por mês</translation>
    </message>
    <message>
        <source>order expected on %1</source>
        <translation>pedido previsto para %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>até %1</translation>
    </message>
    <message>
        <source>closed on %1</source>
        <translation>encerrado em %1</translation>
    </message>
    <message>
        <source>Solution: %1</source>
        <translation>Solução: %1</translation>
    </message>
    <message>
        <source>Why they stopped: %1</source>
        <translation>Por que parou: %1</translation>
    </message>
    <message>
        <source>Arguments: %1</source>
        <translation>Argumentos: %1</translation>
    </message>
    <message>
        <source>Offer: %1</source>
        <translation>Oferta: %1</translation>
    </message>
    <message>
        <source>Goal: %1</source>
        <translation>Objetivo: %1</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Pitch</translation>
    </message>
    <message>
        <source>Former pitch</source>
        <translation>Pitch anterior</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>Anexos: %1</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%n open complaint(s)</source>
        <translation>
            <numerusform>%n reclamação aberta</numerusform>
            <numerusform>%n reclamações abertas</numerusform>
        </translation>
    </message>
    <message>
        <source>prefers %1</source>
        <translation>prefere %1</translation>
    </message>
    <message numerus="yes">
        <source>%n objection(s) woke up</source>
        <translation>
            <numerusform>%n objeção a retomar</numerusform>
            <numerusform>%n objeções a retomar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open objection(s)</source>
        <translation>
            <numerusform>%n objeção aberta</numerusform>
            <numerusform>%n objeções abertas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Without a city</source>
        <translation>Sem cidade</translation>
    </message>
    <message>
        <source>customers: %1</source>
        <translation>clientes: %1</translation>
    </message>
    <message>
        <source>late: %1</source>
        <translation>atrasados: %1</translation>
    </message>
    <message>
        <source>due today: %1</source>
        <translation>para hoje: %1</translation>
    </message>
    <message>
        <source>without an address</source>
        <translation>sem endereço</translation>
    </message>
    <message>
        <source>time was over on %1</source>
        <translation>prazo terminou: %1</translation>
    </message>
    <message>
        <source>with you until %1</source>
        <translation>com você até %1</translation>
    </message>
    <message>
        <source>due since %1</source>
        <translation>marcado desde %1</translation>
    </message>
    <message>
        <source>due today, %1</source>
        <translation>marcado para hoje, %1</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>marcado para hoje</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>%1 cycles</source>
        <translation>%1 ciclos</translation>
    </message>
    <message>
        <source>last visit: %1</source>
        <translation>última visita: %1</translation>
    </message>
    <message>
        <source>does not want visits</source>
        <translation>não quer visita</translation>
    </message>
</context>
<context>
    <name>FieldScreen</name>
    <message>
        <source>No program took the address: open a browser first.</source>
        <translation>Nenhum programa abriu o endereço: abra um navegador antes.</translation>
    </message>
    <message>
        <source>Attach to the visit to %1</source>
        <translation>Anexar à visita a %1</translation>
    </message>
    <message>
        <source>Visits by city</source>
        <translation>Visitas por cidade</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>Para a lista</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Cidade</translation>
    </message>
    <message>
        <source>Customers by city</source>
        <translation>Clientes por cidade</translation>
    </message>
    <message>
        <source>Take customers along</source>
        <translation>Levar clientes</translation>
    </message>
    <message>
        <source>Log the visit</source>
        <translation>Registrar visita</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Call, WhatsApp</source>
        <translation>Ligar, WhatsApp</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Orçamento</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anexar</translation>
    </message>
    <message>
        <source>Reading the route…</source>
        <translation>Lendo o roteiro…</translation>
    </message>
    <message>
        <source>You have no customers to visit.</source>
        <translation>Você não tem clientes para visitar.</translation>
    </message>
    <message>
        <source>All cities</source>
        <translation>Todas as cidades</translation>
    </message>
    <message>
        <source>Attached to the visit</source>
        <translation>Anexado à visita</translation>
    </message>
</context>
<context>
    <name>FieldSettingsPage</name>
    <message>
        <source>In the field</source>
        <translation>Em campo</translation>
    </message>
    <message>
        <source>Without contact, a laptop&apos;s key goes after</source>
        <translation>Sem contato, a chave do notebook se apaga em</translation>
    </message>
    <message>
        <source>Tell both of two contacts with one client within</source>
        <translation>Avisar dois contatos com o mesmo cliente em até</translation>
    </message>
    <message>
        <source>Photos and files of up to</source>
        <translation>Fotos e arquivos de até</translation>
    </message>
    <message>
        <source>From the shared list, one may take along</source>
        <translation>Da lista comum, cada um pode levar</translation>
    </message>
    <message>
        <source>and keep them for up to</source>
        <translation>e ficar com eles por até</translation>
    </message>
    <message>
        <source> days</source>
        <translation> dias</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source> clients</source>
        <translation> clientes</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nenhum cliente</translation>
    </message>
    <message>
        <source>Laptops hear of it at their next contact with the server.</source>
        <translation>Os notebooks ficam sabendo no próximo contato com o servidor.</translation>
    </message>
    <message>
        <source>The team&apos;s laptops</source>
        <translation>Notebooks da equipe</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Procurar em:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Arquivos do tipo:</translation>
    </message>
</context>
<context>
    <name>FileForm</name>
    <message>
        <source>What the lines are</source>
        <translation>O que são as linhas</translation>
    </message>
    <message>
        <source>Which of the file&apos;s columns is which</source>
        <translation>Colunas do Giro e colunas do arquivo</translation>
    </message>
    <message>
        <source>The first lines, as they would be taken</source>
        <translation>As primeiras linhas, como vão entrar</translation>
    </message>
    <message>
        <source>A column is missing: choose which one of the file is “{columns}”.</source>
        <translation>Falta uma coluna: escolha qual do arquivo é “{columns}”.</translation>
    </message>
    <message>
        <source>Columns are missing: choose which ones of the file are “{columns}”.</source>
        <translation>Faltam colunas: escolha quais do arquivo são “{columns}”.</translation>
    </message>
</context>
<context>
    <name>FilePart</name>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Salvar…</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Abrir pasta</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Salvar relatório</translation>
    </message>
    <message>
        <source>Making the report…</source>
        <translation>Gerando o relatório…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Parando…</translation>
    </message>
    <message>
        <source>&amp;PDF, to print and to hand on</source>
        <translation>&amp;PDF, para imprimir e entregar</translation>
    </message>
    <message>
        <source>&amp;XLSX, a workbook to go on counting with</source>
        <translation>&amp;XLSX, planilha para continuar as contas</translation>
    </message>
    <message>
        <source>CS&amp;V, for other programs</source>
        <translation>CS&amp;V, para outros programas</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {file}.</source>
        <translation>
            <numerusform>%n linha gravada em {file}.</numerusform>
            <numerusform>%n linhas gravadas em {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>Parado; nenhum arquivo foi gravado.</translation>
    </message>
    <message>
        <source>Writing row {done} of {count}…</source>
        <translation>Gravando a linha {done} de {count}…</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Name, code, CNPJ, phone or city</source>
        <translation>Nome, código, CNPJ, telefone ou cidade</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message numerus="yes">
        <source>Filter: %n condition(s)</source>
        <translation>
            <numerusform>Filtro: %n condição</numerusform>
            <numerusform>Filtro: %n condições</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Visões salvas</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>{amount} at risk</source>
        <translation>{amount} em risco</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>For example: this month, 02/2026, Q1 2026, 01/02/2026 to 15/02/2026 (P)</source>
        <translation>Por exemplo: este mês, 02/2026, 1º tri 2026, 01/02/2026 a 15/02/2026 (P)</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparado com</translation>
    </message>
    <message>
        <source>Divided by</source>
        <translation>Dividido por</translation>
    </message>
    <message>
        <source>Filter…  F</source>
        <translation>Filtrar…  F</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mês</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mês passado</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 dias</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Este trimestre</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Trimestre passado</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este ano</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Últimos 12 meses</translation>
    </message>
    <message>
        <source>{period}, compared with {other}</source>
        <translation>{period}, comparado com {other}</translation>
    </message>
    <message>
        <source>{name} (does not count here)</source>
        <translation>{name} (não vale aqui)</translation>
    </message>
    <message>
        <source>Take away: {name}</source>
        <translation>Tirar: {name}</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n cliente</numerusform>
            <numerusform>%n clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Customers that meet</source>
        <translation>Clientes que atendem a</translation>
    </message>
    <message>
        <source>all conditions</source>
        <translation>todas as condições</translation>
    </message>
    <message>
        <source>any condition</source>
        <translation>qualquer condição</translation>
    </message>
    <message>
        <source>All or any</source>
        <translation>Todas ou qualquer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>Nova condição</translation>
    </message>
    <message>
        <source>Add condition (Enter)</source>
        <translation>Nova condição (Enter)</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Limpar filtro</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Salvar como visão…</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
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
        <source>Recent inactive</source>
        <translation>Inativos recentes</translation>
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
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Out of the queue</source>
        <translation>Fora da fila</translation>
    </message>
    <message>
        <source>Objection to take up again</source>
        <translation>Objeção a retomar</translation>
    </message>
    <message>
        <source>Post-it</source>
        <translation>Post-it</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>is</source>
        <translation>é</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>não é</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>contém</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>é um destes</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>não é nenhum destes</translation>
    </message>
    <message>
        <source>from day</source>
        <translation>a partir do dia</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>no mínimo</translation>
    </message>
    <message>
        <source>until day</source>
        <translation>até o dia</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>no máximo</translation>
    </message>
    <message>
        <source>between</source>
        <translation>entre</translation>
    </message>
    <message>
        <source>in the last days</source>
        <translation>nos últimos dias</translation>
    </message>
    <message>
        <source>in the next days</source>
        <translation>nos próximos dias</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>está vazio</translation>
    </message>
    <message>
        <source>is filled in</source>
        <translation>está preenchido</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message>
        <source>{field} in the last {count} days</source>
        <translation>{field} nos últimos {count} dias</translation>
    </message>
    <message>
        <source>{field} in the next {count} days</source>
        <translation>{field} nos próximos {count} dias</translation>
    </message>
    <message>
        <source>{field} from {low} to {high}</source>
        <translation>{field} de {low} a {high}</translation>
    </message>
</context>
<context>
    <name>FitView</name>
    <message>
        <source>Made on</source>
        <translation>Feito em</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Order right</source>
        <translation>Acerto da ordem</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erro</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Erro de calibração</translation>
    </message>
    <message>
        <source>Learning from all orders…</source>
        <translation>Aprendendo com todos os pedidos…</translation>
    </message>
    <message>
        <source>Parameters in force</source>
        <translation>Parâmetros em vigor</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>Recalculate now</source>
        <translation>Recalcular agora</translation>
    </message>
    <message>
        <source>A past day is shown: its parameters stay as they were.</source>
        <translation>A posição é de um dia passado: os parâmetros dele ficam como eram.</translation>
    </message>
    <message>
        <source>The portfolio is too small to learn from: parameters published in the literature are used.</source>
        <translation>A carteira é pequena demais para aprender com ela: valem parâmetros publicados na literatura.</translation>
    </message>
    <message>
        <source>The parameters were calculated anew.</source>
        <translation>Os parâmetros foram recalculados.</translation>
    </message>
    <message>
        <source>Made on {moment}</source>
        <translation>Feitos em {moment}</translation>
    </message>
    <message>
        <source>Orders from {start} to {end}</source>
        <translation>Pedidos de {start} a {end}</translation>
    </message>
    <message>
        <source>{customers} customers, {events} orders</source>
        <translation>{customers} clientes, {events} pedidos</translation>
    </message>
    <message>
        <source>In the last test, from {day} on: order right {auc}, error {error} (that day alone, not the table&apos;s mean)</source>
        <translation>No último teste, a partir de {day}: acerto da ordem {auc}, erro {error} (um só dia, não a média da tabela)</translation>
    </message>
    <message>
        <source>Log-likelihood {value}</source>
        <translation>Log-verossimilhança {value}</translation>
    </message>
    <message>
        <source>Engine {name}</source>
        <translation>Motor {name}</translation>
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
    <name>FormFrame</name>
    <message>
        <source>Correct contact</source>
        <translation>Corrigir contato</translation>
    </message>
    <message>
        <source>Log contact</source>
        <translation>Registrar contato</translation>
    </message>
    <message>
        <source>Correcting the contact of {at}</source>
        <translation>Corrigindo o contato de {at}</translation>
    </message>
    <message>
        <source>Both stay in the history.</source>
        <translation>Os dois ficam no histórico.</translation>
    </message>
    <message>
        <source>Time of the call</source>
        <translation>Tempo da ligação</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>Potential, expected order, who called (Ctrl+M)</source>
        <translation>Potencial, previsão de pedido, quem ligou (Ctrl+M)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Save and stay (Ctrl+S)</source>
        <translation>Salvar e ficar neste cliente (Ctrl+S)</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>Salvar correção</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>Salvar e próximo</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>Salvar (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>FormatFields</name>
    <message>
        <source>Encoding</source>
        <translation>Codificação</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Separador</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Planilha</translation>
    </message>
    <message>
        <source>Header in line</source>
        <translation>Cabeçalho na linha</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datas</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>ponto e vírgula ;</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>vírgula ,</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulação</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>barra |</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/aaaa</translation>
    </message>
    <message>
        <source>mm/dd/yyyy</source>
        <translation>mm/dd/aaaa</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>How to contact them, and how not</source>
        <translation>Como contatar, e como não</translation>
    </message>
    <message>
        <source>Why here: %1</source>
        <translation>Por que aqui: %1</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>in force</source>
        <translation>em vigor</translation>
    </message>
    <message>
        <source>Published at</source>
        <translation>Publicada em</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regra</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Published rules</source>
        <translation>Regras publicadas</translation>
    </message>
    <message>
        <source>Return to this rule…</source>
        <translation>Voltar a esta regra…</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>seller %1</source>
        <translation>vendedor %1</translation>
    </message>
    <message>
        <source>talk to %1</source>
        <translation>falar com %1</translation>
    </message>
    <message>
        <source>⚠ The CNPJ or CPF is not valid: check it.</source>
        <translation>⚠ CNPJ ou CPF inválido: confira.</translation>
    </message>
</context>
<context>
    <name>ImportColumns</name>
    <message>
        <source>Active</source>
        <translation>Ativo</translation>
    </message>
    <message>
        <source>Attendant</source>
        <translation>Atendente</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Blocked periods</source>
        <translation>Períodos de bloqueio</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campanha</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Celular</translation>
    </message>
    <message>
        <source>Customer (code or document)</source>
        <translation>Cliente (código ou CNPJ)</translation>
    </message>
    <message>
        <source>CNPJ or CPF</source>
        <translation>CNPJ ou CPF</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Contato</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Desconto</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Emissão</translation>
    </message>
    <message>
        <source>Company or branch</source>
        <translation>Empresa ou filial</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>Entrega prevista</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>Entregue em</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Família</translation>
    </message>
    <message>
        <source>Item&apos;s number</source>
        <translation>Número do item</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>Limite de crédito</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Município</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>Não contatar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Trade name</source>
        <translation>Nome fantasia</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Observação</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ocorrência</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Pago em</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Product (code)</source>
        <translation>Produto (código)</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantidade</translation>
    </message>
    <message>
        <source>Legal name</source>
        <translation>Razão social</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Região</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmento</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>Sale or return</source>
        <translation>Venda ou devolução</translation>
    </message>
    <message>
        <source>State (UF)</source>
        <translation>UF</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidade</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Validade</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Value without taxes</source>
        <translation>Valor sem impostos</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Valor unitário</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Vencimento</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Vendedor</translation>
    </message>
</context>
<context>
    <name>ImportCounts</name>
    <message>
        <source>New</source>
        <translation>Novas</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Alteradas</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Sem mudança</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Com aviso</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Recusadas</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linhas</translation>
    </message>
</context>
<context>
    <name>ImportHistory</name>
    <message>
        <source>Imports so far</source>
        <translation>Importações feitas</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Result (Enter)</source>
        <translation>Resultado (Enter)</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>Importar de novo</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Desfazer…</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>Desfazendo…</translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>Nada foi importado ainda.</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Lendo o histórico…</translation>
    </message>
    <message>
        <source>{state}, {share}%</source>
        <translation>{state}, {share}%</translation>
    </message>
    <message>
        <source>Begun at</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
</context>
<context>
    <name>ImportReasons</name>
    <message>
        <source>Lines</source>
        <translation>Linhas</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Situação</translation>
    </message>
</context>
<context>
    <name>ImportSample</name>
    <message>
        <source>Line</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>rejected: {reason}</source>
        <translation>recusada: {reason}</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>cliente</translation>
    </message>
    <message>
        <source>prospect</source>
        <translation>prospect</translation>
    </message>
    <message>
        <source>sale</source>
        <translation>venda</translation>
    </message>
    <message>
        <source>return</source>
        <translation>devolução</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aberto</translation>
    </message>
    <message>
        <source>won</source>
        <translation>ganho</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdido</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>vencido</translation>
    </message>
</context>
<context>
    <name>ImportScreen</name>
    <message>
        <source>An import is under way: wait for its end.</source>
        <translation>Há uma importação em andamento: espere ela terminar.</translation>
    </message>
    <message>
        <source>Stop the import?</source>
        <translation>Parar a importação?</translation>
    </message>
    <message>
        <source>What is stored already stays, and nothing is stored twice.</source>
        <translation>O que já foi gravado fica, e nada é gravado duas vezes.</translation>
    </message>
    <message>
        <source>It can be gone on with from the history whenever you like.</source>
        <translation>Você pode continuar depois, pelo histórico, de onde parou.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Parar e fechar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Go on importing</source>
        <translation>Continuar importando</translation>
    </message>
    <message>
        <source>Nothing arrived. Drop the files again, or choose them here.</source>
        <translation>Nada chegou. Solte os arquivos de novo ou escolha-os aqui.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>The import was stopped; what was stored stays. Go on with it when you like.</source>
        <translation>A importação parou; o que foi gravado fica. Continue quando quiser.</translation>
    </message>
    <message>
        <source>{files} imported: {counts}</source>
        <translation>Importação de {files}: {counts}</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produtos</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Order items</source>
        <translation>Itens de pedidos</translation>
    </message>
    <message>
        <source>Receivables</source>
        <translation>Títulos</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Orçamentos</translation>
    </message>
    <message>
        <source>Past contacts</source>
        <translation>Contatos já feitos</translation>
    </message>
    <message>
        <source>Invoices (NF-e)</source>
        <translation>Notas fiscais (NF-e)</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>não terminou</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>concluída</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompida</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>desfeita</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nova</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>alterada</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sem mudança</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>recusada</translation>
    </message>
    <message>
        <source>1 new</source>
        <translation>1 nova</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} novas</translation>
    </message>
    <message>
        <source>1 changed</source>
        <translation>1 alterada</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>{count} alteradas</translation>
    </message>
    <message>
        <source>1 unchanged</source>
        <translation>1 sem mudança</translation>
    </message>
    <message>
        <source>{count} unchanged</source>
        <translation>{count} sem mudança</translation>
    </message>
    <message>
        <source>1 with a warning</source>
        <translation>1 com aviso</translation>
    </message>
    <message>
        <source>{count} with a warning</source>
        <translation>{count} com aviso</translation>
    </message>
    <message>
        <source>1 rejected</source>
        <translation>1 recusada</translation>
    </message>
    <message>
        <source>{count} rejected</source>
        <translation>{count} recusadas</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 linha</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} linhas</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Terminando…</translation>
    </message>
    <message>
        <source>no lines</source>
        <translation>nenhuma linha</translation>
    </message>
    <message>
        <source>{count} per second</source>
        <translation>{count} por segundo</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>falta menos de um minuto</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <translation>faltam cerca de {count} min</translation>
    </message>
    <message>
        <source>about {count} h left</source>
        <translation>faltam cerca de {count} h</translation>
    </message>
</context>
<context>
    <name>IndicatorScreen</name>
    <message>
        <source>The calculation was stopped.</source>
        <translation>O cálculo foi interrompido.</translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation>Calcular</translation>
    </message>
    <message>
        <source>Stopped: the figures are those from before.</source>
        <translation>Interrompido: os números são os de antes.</translation>
    </message>
    <message>
        <source>This could not be calculated. Try again, or restart Giro.</source>
        <translation>Não foi possível calcular. Tente de novo ou reinicie o Giro.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Calculating…  Esc stops</source>
        <translation>Calculando…  Esc interrompe</translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>Calculating, {done} of {count}…  Esc stops</source>
        <translation>Calculando, {done} de {count}…  Esc interrompe</translation>
    </message>
    <message>
        <source>There is no customer behind this figure.</source>
        <translation>Não há nenhum cliente por trás deste número.</translation>
    </message>
    <message>
        <source>What the figures count: {page}</source>
        <translation>O que os números contam: {page}</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicadores</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contatos</translation>
    </message>
    <message>
        <source>Reactivation</source>
        <translation>Reativação</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>Objeções</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Carteira</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Ponte</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Campanhas</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Ciclos</translation>
    </message>
    <message>
        <source>What they count  I</source>
        <translation>Definições  I</translation>
    </message>
    <message>
        <source>Export…  E</source>
        <translation>Exportar…  E</translation>
    </message>
</context>
<context>
    <name>Indicators</name>
    <message>
        <source> p.p.</source>
        <translation> p.p.</translation>
    </message>
    <message>
        <source>No division</source>
        <translation>Sem divisão</translation>
    </message>
    <message>
        <source>Without comparison</source>
        <translation>Sem comparação</translation>
    </message>
    <message>
        <source>With the period before</source>
        <translation>Com o período anterior</translation>
    </message>
    <message>
        <source>With the year before</source>
        <translation>Com o ano anterior</translation>
    </message>
    <message>
        <source>no control group</source>
        <translation>sem grupo de controle</translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation>poucos para concluir</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>pode ser acaso</translation>
    </message>
    <message>
        <source>bought more</source>
        <translation>compraram mais</translation>
    </message>
    <message>
        <source>bought less</source>
        <translation>compraram menos</translation>
    </message>
    <message>
        <source>before: {past}</source>
        <translation>antes: {past}</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>{by} more</source>
        <translation>{by} a mais</translation>
    </message>
    <message>
        <source>{by} less</source>
        <translation>{by} a menos</translation>
    </message>
</context>
<context>
    <name>InvitationDialog</name>
    <message>
        <source>Accept invitation</source>
        <translation>Aceitar convite</translation>
    </message>
    <message>
        <source>The invitation&apos;s line</source>
        <translation>Linha do convite</translation>
    </message>
    <message>
        <source>Choose the password myself, for several computers</source>
        <translation>Escolher a senha eu mesmo, para usar em vários computadores</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Outra vez</translation>
    </message>
    <message>
        <source>Work with your team</source>
        <translation>Trabalhar com a equipe</translation>
    </message>
    <message>
        <source>Paste the line of the invitation that the administrator gave you. From then on Giro opens the team&apos;s customers; what is on this computer stays here.</source>
        <translation>Cole a linha do convite que o administrador lhe deu. Daí em diante o Giro abre os clientes da equipe; o que está neste computador continua aqui.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>Pelo menos {count} caracteres.</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>As duas senhas não são iguais.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceitar</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Falando com o servidor…</translation>
    </message>
    <message>
        <source>Done: this computer works on {server}. Giro has to open again for that.</source>
        <translation>Pronto: este computador trabalha em {server}. Para isso o Giro precisa abrir de novo.</translation>
    </message>
    <message>
        <source>Open Giro again</source>
        <translation>Abrir o Giro de novo</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Depois</translation>
    </message>
</context>
<context>
    <name>ItemDetails</name>
    <message>
        <source>answer by %1</source>
        <translation>responder até %1</translation>
    </message>
    <message>
        <source>A colleague&apos;s own callback: its note is theirs.</source>
        <translation>É o retorno de um colega: a anotação é só dele.</translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>I call back</source>
        <translation>Eu retorno</translation>
    </message>
    <message>
        <source>Anyone calls back</source>
        <translation>A equipe retorna</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Compromisso</translation>
    </message>
    <message>
        <source>Agreed with the customer, at a time</source>
        <translation>Combinado com o cliente, com hora</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Acompanhamento</translation>
    </message>
    <message>
        <source>On a day, at no particular time</source>
        <translation>Num dia, sem hora marcada</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
</context>
<context>
    <name>Laptops</name>
    <message>
        <source>never yet</source>
        <translation>ainda não</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>agora há pouco</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation>há {count} min</translation>
    </message>
    <message>
        <source>Its key went on {when}: what it holds stays unreadable until it is set up anew.</source>
        <translation>A chave se apagou em {when}: o que ele guarda fica ilegível até ser preparado de novo.</translation>
    </message>
    <message>
        <source>Blocked on {when}: at its next contact its key goes, and what it holds stays unreadable.</source>
        <translation>Bloqueado em {when}: no próximo contato a chave se apaga, e o que ele guarda fica ilegível.</translation>
    </message>
    <message>
        <source>Asked on {when} to read everything anew: it does at its next contact, after what it has to send.</source>
        <translation>Em {when} foi mandado ler tudo de novo: faz isso no próximo contato, depois de enviar o que tem.</translation>
    </message>
    <message>
        <source>It was set up and not heard of since.</source>
        <translation>Foi preparado e ainda não se conectou.</translation>
    </message>
    <message>
        <source>It had {count} to send at its last contact.</source>
        <translation>No último contato tinha {count} a enviar.</translation>
    </message>
    <message>
        <source>It had sent everything at its last contact.</source>
        <translation>No último contato já tinha enviado tudo.</translation>
    </message>
    <message>
        <source>The server keeps a copy of its key.</source>
        <translation>O servidor guarda uma cópia da chave.</translation>
    </message>
    <message>
        <source>The server has no copy of its key: blocked, it loses what it did not send.</source>
        <translation>O servidor não tem cópia da chave: se for bloqueado, perde o que não enviou.</translation>
    </message>
    <message>
        <source>{count} of its records are set aside.</source>
        <translation>Registros dele separados: {count}.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>O que aconteceu</translation>
    </message>
    <message>
        <source>For when</source>
        <translation>Para quando</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>O que foi feito</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>Em quê</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Who began it</source>
        <translation>Quem procurou</translation>
    </message>
    <message>
        <source>Client&apos;s status then</source>
        <translation>Situação do cliente na hora</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Com quem</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Contact forbidden</source>
        <translation>Contato proibido</translation>
    </message>
    <message>
        <source>It convinced</source>
        <translation>Convenceu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Observação</translation>
    </message>
    <message>
        <source>Could buy a month</source>
        <translation>Pode comprar por mês</translation>
    </message>
    <message>
        <source>Order expected on</source>
        <translation>Pedido previsto para</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Assunto</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Why they stopped</source>
        <translation>Por que parou</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumentos</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Oferta</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Proposed for</source>
        <translation>Sugerido para</translation>
    </message>
    <message>
        <source>Chosen for</source>
        <translation>Escolhido para</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Até</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Riscado</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>Foto tirada em</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>The company</source>
        <translation>A empresa</translation>
    </message>
    <message>
        <source>The client</source>
        <translation>O cliente</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>opened in another program</source>
        <translation>aberta em outro programa</translation>
    </message>
    <message>
        <source>could not be sent</source>
        <translation>não pôde ser enviada</translation>
    </message>
    <message>
        <source>set</source>
        <translation>marcado</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>remarcado</translation>
    </message>
    <message>
        <source>done</source>
        <translation>feito</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>levantada</translation>
    </message>
    <message>
        <source>argued</source>
        <translation>argumentada</translation>
    </message>
    <message>
        <source>overcome</source>
        <translation>vencida</translation>
    </message>
    <message>
        <source>put to wait</source>
        <translation>em espera</translation>
    </message>
    <message>
        <source>woke up</source>
        <translation>acordou</translation>
    </message>
    <message>
        <source>rang</source>
        <translation>tocou</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>aberto</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>adiado</translation>
    </message>
    <message>
        <source>passed on to the supervisor</source>
        <translation>passado ao supervisor</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>pulado</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>devolvido</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>desfeito</translation>
    </message>
    <message>
        <source>a rule was passed over</source>
        <translation>regra dispensada</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>All of it, with its keys: {command}</source>
        <translation>O registro inteiro, com as chaves: {command}</translation>
    </message>
    <message>
        <source>Nothing of it is in words.</source>
        <translation>Não há nada escrito nele.</translation>
    </message>
    <message>
        <source>{line} (before: {value})</source>
        <translation>{line} (antes: {value})</translation>
    </message>
</context>
<context>
    <name>LaptopsPage</name>
    <message>
        <source>Laptops</source>
        <translation>Notebooks</translation>
    </message>
    <message>
        <source>Block…  B</source>
        <translation>Bloquear…  B</translation>
    </message>
    <message>
        <source>Let in again  L</source>
        <translation>Liberar  L</translation>
    </message>
    <message>
        <source>Read all anew  A</source>
        <translation>Ler tudo de novo  A</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Notebook</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quem</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Último contato</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>A enviar</translation>
    </message>
    <message>
        <source>What it had still to send at its last contact</source>
        <translation>O que ainda tinha a enviar no último contato</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Separados</translation>
    </message>
    <message>
        <source>What it brought and could not be stored as it came</source>
        <translation>O que ele trouxe e não pôde ser gravado como veio</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versão</translation>
    </message>
    <message>
        <source>Schema: %1</source>
        <translation>Esquema: %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>No laptops yet. Sellers take their own portfolios along: on each one&apos;s laptop by Ctrl+Shift+F6, or by python main.py field setup.</source>
        <translation>Nenhum notebook ainda. Cada vendedor leva a própria carteira: no notebook dele, com Ctrl+Shift+F6, ou com python main.py field setup.</translation>
    </message>
    <message>
        <source>At its next contact with the server its key goes: nobody reads what it holds any more, its user either.</source>
        <translation>No próximo contato com o servidor a chave se apaga: ninguém mais lê o que ele guarda, nem quem o usa.</translation>
    </message>
    <message>
        <source>What it has still to send is sent no more: %1.</source>
        <translation>O que ele ainda tem a enviar não é mais enviado: %1.</translation>
    </message>
    <message>
        <source>Until that contact it can be let in again.</source>
        <translation>Até esse contato dá para liberar de novo.</translation>
    </message>
    <message>
        <source>Block the laptop %1?</source>
        <translation>Bloquear o notebook %1?</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>%1 is blocked.</source>
        <translation>%1 está bloqueado.</translation>
    </message>
    <message>
        <source>%1 may come in again.</source>
        <translation>%1 pode entrar de novo.</translation>
    </message>
    <message>
        <source>%1 reads everything anew at its next contact.</source>
        <translation>%1 lê tudo de novo no próximo contato.</translation>
    </message>
</context>
<context>
    <name>LaptopsScreen</name>
    <message>
        <source>The team&apos;s laptops</source>
        <translation>Notebooks da equipe</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>Notebooks</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Separados</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>In the queue</source>
        <translation>Na fila</translation>
    </message>
    <message>
        <source>May be called now: due callbacks first, then by money at risk.</source>
        <translation>Pode ligar agora: retornos vencidos primeiro, depois por valor em risco.</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>a partir das {time}</translation>
    </message>
    <message>
        <source>from {day} {time}</source>
        <translation>a partir de {day} {time}</translation>
    </message>
</context>
<context>
    <name>LedgerScreen</name>
    <message>
        <source>Reading the work list…</source>
        <translation>Lendo a lista de trabalho…</translation>
    </message>
    <message>
        <source>This list holds no customers.</source>
        <translation>Esta lista não tem clientes.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation>R$ em risco</translation>
    </message>
    <message>
        <source>The first returns</source>
        <translation>O primeiro volta</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regra</translation>
    </message>
    <message>
        <source>{in_count} in the queue, R$ {in_reais} at risk   ·   {out_count} not now, R$ {out_reais}</source>
        <translation>{in_count} na fila, R$ {in_reais} em risco   ·   {out_count} agora não, R$ {out_reais}</translation>
    </message>
    <message>
        <source>The queue, and who is not in it</source>
        <translation>A fila, e quem está fora dela</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>Whole list</source>
        <translation>Lista toda</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>O que a lista mostra</translation>
    </message>
    <message>
        <source>Show these customers  Enter</source>
        <translation>Mostrar estes clientes  Enter</translation>
    </message>
    <message>
        <source>Go to the rule  R</source>
        <translation>Ir à regra  R</translation>
    </message>
    <message>
        <source>Post-it about them…  P</source>
        <translation>Post-it sobre eles…  P</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
</context>
<context>
    <name>Lent</name>
    <message>
        <source>{seller} has 1 client of the shared list along.</source>
        <translation>{seller} está com 1 cliente da lista comum.</translation>
    </message>
    <message>
        <source>{seller} has {count} clients of the shared list along.</source>
        <translation>{seller} está com {count} clientes da lista comum.</translation>
    </message>
    <message>
        <source>The laptop was not heard of since it was set up.</source>
        <translation>O notebook ainda não deu notícia desde que foi preparado.</translation>
    </message>
    <message>
        <source>At the laptop&apos;s last contact ({when}) everything was sent.</source>
        <translation>No último contato do notebook ({when}) estava tudo enviado.</translation>
    </message>
    <message>
        <source>At the laptop&apos;s last contact ({when}) it had {count} to send.</source>
        <translation>No último contato do notebook ({when}) havia {count} a enviar.</translation>
    </message>
    <message>
        <source>Bring {name} back from {seller}?</source>
        <translation>Trazer {name} de volta de {seller}?</translation>
    </message>
    <message>
        <source>Bring all {count} clients back from {seller}?</source>
        <translation>Trazer de volta todos os {count} clientes que estão com {seller}?</translation>
    </message>
    <message>
        <source>Nobody was left to bring back.</source>
        <translation>Não havia mais ninguém para trazer de volta.</translation>
    </message>
    <message>
        <source>1 client of {seller} is back on the shared list.</source>
        <translation>1 cliente que estava com {seller} voltou à lista comum.</translation>
    </message>
    <message>
        <source>{count} clients of {seller} are back on the shared list.</source>
        <translation>{count} clientes que estavam com {seller} voltaram à lista comum.</translation>
    </message>
</context>
<context>
    <name>LentPage</name>
    <message>
        <source>Clients in the field</source>
        <translation>Clientes no campo</translation>
    </message>
    <message>
        <source>Bring back…  T</source>
        <translation>Trazer de volta…  T</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Com</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Cidade</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Até</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>Contatado</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>Whether the seller&apos;s contact with them has arrived</source>
        <translation>Se o contato do vendedor com o cliente já chegou ao servidor</translation>
    </message>
    <message>
        <source>No client of the shared list is in the field.</source>
        <translation>Nenhum cliente da lista comum está no campo.</translation>
    </message>
    <message>
        <source>Bring all back…  Shift+T</source>
        <translation>Trazer todos de volta…  Shift+T</translation>
    </message>
    <message>
        <source>Bring all of %1 back…  Shift+T</source>
        <translation>Trazer todos de %1…  Shift+T</translation>
    </message>
    <message>
        <source>The laptop hears of it at its next contact; what %1 writes until then still counts.</source>
        <translation>O notebook fica sabendo no próximo contato; o que %1 escrever até lá continua valendo.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Trazer de volta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>LentScreen</name>
    <message>
        <source>Clients of the shared list in the field</source>
        <translation>Clientes da lista comum no campo</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Take out</source>
        <translation>Tirar</translation>
    </message>
    <message>
        <source>Quantity of %1</source>
        <translation>Quantidade de %1</translation>
    </message>
    <message>
        <source>Price of %1</source>
        <translation>Preço de %1</translation>
    </message>
</context>
<context>
    <name>ListFiles</name>
    <message>
        <source>At most {most} rows can be copied: export a file.</source>
        <translation>No máximo {most} linhas podem ser copiadas: exporte um arquivo.</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Exportar a lista</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>customers-{day}</source>
        <translation>clientes-{day}</translation>
    </message>
    <message>
        <source>One file at a time: stop the other one first.</source>
        <translation>Um arquivo por vez: interrompa o outro antes.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Interrompendo…</translation>
    </message>
    <message>
        <source>{count} rows copied</source>
        <translation>{count} linhas copiadas</translation>
    </message>
    <message>
        <source>{count} rows written to {file}</source>
        <translation>{count} linhas gravadas em {file}</translation>
    </message>
    <message>
        <source>{done} of {count} rows written</source>
        <translation>{done} de {count} linhas gravadas</translation>
    </message>
    <message>
        <source>Stopped: no file was written.</source>
        <translation>Interrompido: nenhum arquivo foi gravado.</translation>
    </message>
</context>
<context>
    <name>ListSection</name>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
</context>
<context>
    <name>ListState</name>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Reading the work list…</source>
        <translation>Lendo a lista de trabalho…</translation>
    </message>
    <message>
        <source>No customer meets this filter here.</source>
        <translation>Nenhum cliente atende a este filtro aqui.</translation>
    </message>
    <message>
        <source>No customer matches “{text}” here.</source>
        <translation>Nenhum cliente corresponde a “{text}” aqui.</translation>
    </message>
    <message>
        <source>No customer is in “{group}” today.</source>
        <translation>Nenhum cliente em “{group}” hoje.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Limpar filtro</translation>
    </message>
    <message>
        <source>There are no customers yet.
Import the files of your ERP, or drop them here.</source>
        <translation>Ainda não há clientes.
Importe os arquivos do seu ERP ou solte-os aqui.</translation>
    </message>
    <message>
        <source>Invited to work with a team? Accept the invitation from the menu.</source>
        <translation>Foi convidado para trabalhar com uma equipe? Aceite o convite no menu.</translation>
    </message>
    <message>
        <source>On the road, without a network? Take your portfolio along: {keys}.</source>
        <translation>Na rua, sem rede? Leve a sua carteira: {keys}.</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Importar arquivos…</translation>
    </message>
    <message>
        <source>There are no customers yet. Ask whoever looks after Giro to import them.</source>
        <translation>Ainda não há clientes. Peça a quem cuida do Giro para importá-los.</translation>
    </message>
    <message>
        <source>The work list could not be read. Try again, or restart Giro.</source>
        <translation>Não foi possível ler a lista de trabalho. Tente de novo ou reinicie o Giro.</translation>
    </message>
</context>
<context>
    <name>ListTools</name>
    <message>
        <source>View “{name}” saved</source>
        <translation>Visão “{name}” salva</translation>
    </message>
    <message>
        <source>View renamed: “{name}”</source>
        <translation>Visão renomeada: “{name}”</translation>
    </message>
    <message>
        <source>View “{name}” deleted</source>
        <translation>Visão “{name}” excluída</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Colunas…</translation>
    </message>
    <message>
        <source>Order of calling</source>
        <translation>Ordem de ligação</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Colunas como no início</translation>
    </message>
    <message>
        <source>Add to a campaign…</source>
        <translation>Incluir em campanha…</translation>
    </message>
    <message>
        <source>New campaign with these…</source>
        <translation>Nova campanha com estes…</translation>
    </message>
    <message>
        <source>Put into a portfolio…</source>
        <translation>Passar para uma carteira…</translation>
    </message>
    <message>
        <source>E-mail by a template…</source>
        <translation>E-mail por modelo…</translation>
    </message>
    <message>
        <source>Post-it…</source>
        <translation>Post-it…</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Copiar linhas</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Desfazer a última mudança</translation>
    </message>
</context>
<context>
    <name>LocalTime</name>
    <message>
        <source>%1 there</source>
        <translation>%1 no cliente</translation>
    </message>
    <message>
        <source>may be called until %1</source>
        <translation>pode ligar até %1</translation>
    </message>
    <message>
        <source>do not call yet</source>
        <translation>não ligar ainda</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>só %1</translation>
    </message>
    <message>
        <source>%1 is with them now</source>
        <translation>%1 está com este cliente agora</translation>
    </message>
    <message>
        <source>asked not to be contacted</source>
        <translation>pediu para não ser contatado</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>sem número</translation>
    </message>
    <message>
        <source>your break</source>
        <translation>sua pausa</translation>
    </message>
    <message>
        <source>holiday: %1</source>
        <translation>feriado: %1</translation>
    </message>
    <message>
        <source>no working day</source>
        <translation>sem expediente</translation>
    </message>
    <message>
        <source>outside the hours</source>
        <translation>fora do horário</translation>
    </message>
    <message>
        <source>their wish</source>
        <translation>preferência do cliente</translation>
    </message>
    <message>
        <source>rests</source>
        <translation>aguardando nova tentativa</translation>
    </message>
    <message>
        <source>contacts enough for now</source>
        <translation>limite de contatos</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>às %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>amanhã %1</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, até %2</translation>
    </message>
    <message>
        <source>%1 (%2 there)</source>
        <translation>%1 (%2 lá)</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>O que aconteceu</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation>Ainda não aconteceu nada.</translation>
    </message>
</context>
<context>
    <name>MailPart</name>
    <message>
        <source>Sche&amp;dule</source>
        <translation>A&amp;gendar</translation>
    </message>
    <message>
        <source>Scheduled reports</source>
        <translation>Relatórios agendados</translation>
    </message>
    <message>
        <source>&amp;Cancel the chosen one</source>
        <translation>Cance&amp;lar o escolhido</translation>
    </message>
    <message>
        <source>Ho&amp;w often</source>
        <translation>Com que &amp;frequência</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Sobre</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>A &amp;partir das</translation>
    </message>
    <message>
        <source>A&amp;ttached</source>
        <translation>Em ane&amp;xo</translation>
    </message>
    <message>
        <source>What you get already</source>
        <translation>O que você já recebe</translation>
    </message>
    <message>
        <source>They go to {email}.</source>
        <translation>Vão para {email}.</translation>
    </message>
    <message>
        <source>You have no e-mail address here yet: ask a supervisor to enter it under Notices.</source>
        <translation>Você ainda não tem e-mail aqui: peça a um supervisor para cadastrá-lo em Avisos.</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Write what the operator should do, then Ctrl+Enter</source>
        <translation>Escreva o que o operador deve fazer, depois Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Reading the templates…</source>
        <translation>Lendo os modelos…</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Assunto</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Open in the mail program</source>
        <translation>Abrir no programa de e-mail</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Open in WhatsApp</source>
        <translation>Abrir no WhatsApp</translation>
    </message>
    <message>
        <source>No mail server is set: use your mail program.</source>
        <translation>Nenhum servidor de e-mail configurado: use o seu programa de e-mail.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>No program took the message: copy the text.</source>
        <translation>Nenhum programa abriu a mensagem: copie o texto.</translation>
    </message>
    <message>
        <source>E-mail sent</source>
        <translation>E-mail enviado</translation>
    </message>
    <message>
        <source>Message handed over, and noted</source>
        <translation>Mensagem aberta no outro programa e anotada</translation>
    </message>
    <message>
        <source>It did not work. Your text is still here.</source>
        <translation>Não deu certo. O seu texto continua aqui.</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Neutral</source>
        <translation>Neutro</translation>
    </message>
    <message>
        <source>Friendly</source>
        <translation>Amigável</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>Formal</translation>
    </message>
    <message>
        <source>STARTTLS (port 587)</source>
        <translation>STARTTLS (porta 587)</translation>
    </message>
    <message>
        <source>TLS (port 465)</source>
        <translation>TLS (porta 465)</translation>
    </message>
    <message>
        <source>Unencrypted (this computer only)</source>
        <translation>Sem proteção (só neste computador)</translation>
    </message>
    <message>
        <source>Missing: %1. Write it in before the message leaves.</source>
        <translation>Falta: %1. Complete antes de enviar.</translation>
    </message>
</context>
<context>
    <name>MoreRow</name>
    <message>
        <source>Potential, R$ a month</source>
        <translation>Potencial, R$/mês</translation>
    </message>
    <message>
        <source>Expects to order on</source>
        <translation>Previsão do pedido</translation>
    </message>
    <message>
        <source>Expected: +30d</source>
        <translation>Previsão: +30d</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>Cliente ligou</translation>
    </message>
</context>
<context>
    <name>Morning</name>
    <message>
        <source>Requests to answer by today</source>
        <translation>Pedidos de resposta até hoje</translation>
    </message>
    <message>
        <source>Overdue callbacks</source>
        <translation>Retornos atrasados</translation>
    </message>
    <message>
        <source>Callbacks of today</source>
        <translation>Retornos de hoje</translation>
    </message>
    <message>
        <source>Objections to take up again</source>
        <translation>Objeções para retomar</translation>
    </message>
    <message>
        <source>Became at risk</source>
        <translation>Entraram em risco</translation>
    </message>
    <message>
        <source>Became inactive</source>
        <translation>Ficaram inativos</translation>
    </message>
    <message>
        <source>being calculated</source>
        <translation>calculando</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde {day}</translation>
    </message>
    <message>
        <source>all yours</source>
        <translation>todos seus</translation>
    </message>
    <message>
        <source>{count} of them yours</source>
        <translation>{count} seus</translation>
    </message>
    <message>
        <source>You have logged no contact yet.</source>
        <translation>Você ainda não registrou nenhum contato.</translation>
    </message>
    <message>
        <source>Contacts: {contacts}   ·   reached: {reached}   ·   sales: {sales}</source>
        <translation>Contatos: {contacts}   ·   atendidos: {reached}   ·   vendas: {sales}</translation>
    </message>
    <message>
        <source>orders: {amount}</source>
        <translation>pedidos: {amount}</translation>
    </message>
    <message>
        <source>Objections and changes: those of your own portfolio.</source>
        <translation>Objeções e mudanças: só da sua carteira.</translation>
    </message>
    <message>
        <source>Objections and changes: those of the whole list.</source>
        <translation>Objeções e mudanças: da lista toda.</translation>
    </message>
</context>
<context>
    <name>MorningScreen</name>
    <message>
        <source>What the day holds</source>
        <translation>O que o dia traz</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation>R$ em risco</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Post-it</source>
        <translation>Post-it</translation>
    </message>
    <message>
        <source>Reading what the day holds…</source>
        <translation>Lendo o que o dia traz…</translation>
    </message>
    <message numerus="yes">
        <source>%n post-it(s) to read</source>
        <translation>
            <numerusform>%n post-it para ler</numerusform>
            <numerusform>%n post-its para ler</numerusform>
        </translation>
    </message>
    <message>
        <source>Your last day</source>
        <translation>Seu último dia</translation>
    </message>
    <message>
        <source>Your last day, {day}</source>
        <translation>Seu último dia, {day}</translation>
    </message>
    <message>
        <source>Good morning, {name}</source>
        <translation>Bom dia, {name}</translation>
    </message>
    <message>
        <source>Good afternoon, {name}</source>
        <translation>Boa tarde, {name}</translation>
    </message>
    <message>
        <source>Good evening, {name}</source>
        <translation>Boa noite, {name}</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>Ir para a lista</translation>
    </message>
    <message>
        <source>Only you see these figures.</source>
        <translation>Só você vê estes números.</translation>
    </message>
    <message>
        <source>Show this page when the day begins</source>
        <translation>Abrir esta página ao começar o dia</translation>
    </message>
    <message>
        <source>To the list  Esc</source>
        <translation>Ir para a lista  Esc</translation>
    </message>
    <message>
        <source>Begin to call  F8</source>
        <translation>Começar a ligar  F8</translation>
    </message>
    <message>
        <source>Post-its to read</source>
        <translation>Post-its para ler</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Customer without a name</source>
        <translation>Cliente sem nome</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>Abrir o cliente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n cliente</numerusform>
            <numerusform>%n clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Move customers of {name}</source>
        <translation>Passar clientes de {name}</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Quantos</translation>
    </message>
    <message>
        <source>First those to whom nobody talked in the last 30 days. Whoever is being called, or waits for a personal callback, stays.</source>
        <translation>Primeiro os clientes com quem ninguém falou nos últimos 30 dias. Quem está em ligação ou espera um retorno pessoal fica onde está.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Planejar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>{count} are as before.</source>
        <translation>{count} voltaram ao que eram.</translation>
    </message>
    <message>
        <source>{count} moved.</source>
        <translation>{count} mudaram de carteira.</translation>
    </message>
    <message>
        <source>The others were moved by somebody else meanwhile.</source>
        <translation>Os outros foram mudados por outra pessoa nesse meio-tempo.</translation>
    </message>
</context>
<context>
    <name>NarrowPopover</name>
    <message>
        <source>Region, team, campaign, channel…</source>
        <translation>Região, equipe, campanha, canal…</translation>
    </message>
    <message>
        <source>Whom the figures are about</source>
        <translation>De quem são os números</translation>
    </message>
    <message>
        <source>What can be chosen</source>
        <translation>O que pode ser escolhido</translation>
    </message>
</context>
<context>
    <name>NextContactCorner</name>
    <message>
        <source>Choose a customer first.</source>
        <translation>Escolha um cliente primeiro.</translation>
    </message>
    <message>
        <source>Next contact: %1.</source>
        <translation>Próximo contato: %1.</translation>
    </message>
</context>
<context>
    <name>NextContactDialog</name>
    <message>
        <source>Next contact</source>
        <translation>Próximo contato</translation>
    </message>
    <message>
        <source>Save  Enter</source>
        <translation>Salvar  Enter</translation>
    </message>
    <message>
        <source>Use in the contact  Enter</source>
        <translation>Usar no registro  Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What to remember</source>
        <translation>O que lembrar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anotação</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Lembrar</translation>
    </message>
    <message>
        <source>at its time</source>
        <translation>na hora</translation>
    </message>
    <message>
        <source>5 min before</source>
        <translation>5 min antes</translation>
    </message>
    <message>
        <source>15 min before</source>
        <translation>15 min antes</translation>
    </message>
    <message>
        <source>30 min before</source>
        <translation>30 min antes</translation>
    </message>
    <message>
        <source>1 h before</source>
        <translation>1 h antes</translation>
    </message>
    <message>
        <source>1 day before</source>
        <translation>1 dia antes</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Next contact: %1</source>
        <translation>Próximo contato: %1</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>Ainda não há nenhum.</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Agora: %1</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>fica como está</translation>
    </message>
</context>
<context>
    <name>NextContactField</name>
    <message>
        <source>no next contact</source>
        <translation>sem próximo contato</translation>
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
        <source>Next attempt</source>
        <translation>Próxima tentativa</translation>
    </message>
    <message>
        <source>Next attempt: %1</source>
        <translation>Próxima tentativa: %1</translation>
    </message>
    <message>
        <source>Overdue: %1</source>
        <translation>Atrasado: %1</translation>
    </message>
    <message>
        <source>Next contact: %1</source>
        <translation>Próximo contato: %1</translation>
    </message>
    <message>
        <source>A colleague&apos;s own callback: %1</source>
        <translation>Retorno de um colega: %1</translation>
    </message>
</context>
<context>
    <name>NoImport</name>
    <message>
        <source>The demo company takes no files. Open your own database with python main.py, without --demo.</source>
        <translation>A empresa de demonstração não recebe arquivos. Abra o seu próprio banco com python main.py, sem --demo.</translation>
    </message>
    <message>
        <source>Supervisors and administrators import files.</source>
        <translation>Quem importa é a supervisão ou a administração.</translation>
    </message>
</context>
<context>
    <name>NobodyLeft</name>
    <message>
        <source>Nobody to call right now</source>
        <translation>Ninguém para ligar agora</translation>
    </message>
    <message>
        <source>Look in the whole list</source>
        <translation>Procurar na lista toda</translation>
    </message>
    <message>
        <source>Who is not in the queue, and why  F10</source>
        <translation>Quem está fora da fila, e por quê  F10</translation>
    </message>
    <message>
        <source>This list holds no customers.</source>
        <translation>Esta lista não tem clientes.</translation>
    </message>
    <message>
        <source>{count} customers are in the list, and none may be called now.</source>
        <translation>A lista tem {count} clientes, e nenhum pode receber ligação agora.</translation>
    </message>
</context>
<context>
    <name>NotePopover</name>
    <message>
        <source>Note for the next contact</source>
        <translation>Anotação do próximo contato</translation>
    </message>
    <message>
        <source>What to remember</source>
        <translation>O que lembrar</translation>
    </message>
</context>
<context>
    <name>NotedObjections</name>
    <message>
        <source>open</source>
        <translation>aberta</translation>
    </message>
    <message>
        <source>overcome</source>
        <translation>superada</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>aguardando</translation>
    </message>
    <message>
        <source>Objections of this call</source>
        <translation>Objeções desta ligação</translation>
    </message>
    <message>
        <source>Enter: change it · Delete: strike it out</source>
        <translation>Enter: alterar · Delete: tirar da lista</translation>
    </message>
</context>
<context>
    <name>NotesEditor</name>
    <message>
        <source>Why they stopped</source>
        <translation>Por que parou</translation>
    </message>
    <message>
        <source>What to answer</source>
        <translation>Argumentos</translation>
    </message>
    <message>
        <source>What to offer</source>
        <translation>Oferta</translation>
    </message>
    <message>
        <source>Goal of this contact</source>
        <translation>Objetivo deste contato</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>No pitch note and no post-it yet.</source>
        <translation>Ainda não há anotação de pitch nem post-it.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anotações</translation>
    </message>
</context>
<context>
    <name>NoticeSettingsDialog</name>
    <message>
        <source>When everybody is told</source>
        <translation>Quando cada um é avisado</translation>
    </message>
    <message>
        <source>no e-mail</source>
        <translation>sem e-mail</translation>
    </message>
    <message>
        <source>Sellers hear which of their customers left their purchase cycle; supervisors and managers, how the portfolios stand.</source>
        <translation>Vendedores ficam sabendo quais clientes seus saíram do ciclo de compra; supervisores e gerentes, como estão as carteiras.</translation>
    </message>
    <message>
        <source>Where each gets e-mail</source>
        <translation>Onde cada um recebe o e-mail</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>De quanto em quanto tempo</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dia</translation>
    </message>
    <message>
        <source>From</source>
        <translation>A partir de</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Notices: saved</source>
        <translation>Avisos: salvo</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>{count} customers left the cycle: {money} at risk</source>
        <translation>{count} clientes saíram do ciclo: {money} em risco</translation>
    </message>
    <message>
        <source>1 customer left the cycle: {money} at risk</source>
        <translation>1 cliente saiu do ciclo: {money} em risco</translation>
    </message>
    <message>
        <source>Portfolios: {count} inactive, {money} at risk</source>
        <translation>Carteiras: {count} inativos, {money} em risco</translation>
    </message>
    <message>
        <source>Two talked with one client</source>
        <translation>Dois falaram com um cliente</translation>
    </message>
    <message>
        <source>How the portfolios stand</source>
        <translation>Como estão as carteiras</translation>
    </message>
    <message>
        <source>1 customer left the cycle</source>
        <translation>1 cliente saiu do ciclo</translation>
    </message>
    <message>
        <source>{count} customers left the cycle</source>
        <translation>{count} clientes saíram do ciclo</translation>
    </message>
    <message>
        <source>Silent for longer than they usually are, since {day}.</source>
        <translation>Passaram do tempo em que costumam comprar, desde {day}.</translation>
    </message>
    <message>
        <source>How the portfolios stood on {day}.</source>
        <translation>Como as carteiras estavam em {day}.</translation>
    </message>
    <message>
        <source>And {count} more: see them all in the list.</source>
        <translation>E mais {count}: veja todos na lista.</translation>
    </message>
    <message>
        <source>Sellers</source>
        <translation>Vendedores</translation>
    </message>
    <message>
        <source>Supervisors</source>
        <translation>Supervisores</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>Gerentes</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>De segunda a sexta</translation>
    </message>
    <message>
        <source>Once a week</source>
        <translation>Uma vez por semana</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Último pedido</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>A cada</translation>
    </message>
    <message>
        <source>How often the customer usually buys</source>
        <translation>De quanto em quanto tempo o cliente costuma comprar</translation>
    </message>
    <message>
        <source>Silent for</source>
        <translation>Está há</translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation>R$ em risco</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Um colega</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Carteira</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Ativos</translation>
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
        <source>Lost</source>
        <translation>Perdidos</translation>
    </message>
    <message>
        <source>R$ lost so far</source>
        <translation>R$ perdidos até aqui</translation>
    </message>
    <message>
        <source>Removed customer</source>
        <translation>Cliente removido</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation>Sem carteira</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} dias</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 dia</translation>
    </message>
</context>
<context>
    <name>NoticesButton</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n não lido</numerusform>
            <numerusform>%n não lidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>You have no notices yet.</source>
        <translation>Você ainda não tem avisos.</translation>
    </message>
    <message>
        <source>Customers who left their cycle</source>
        <translation>Clientes que saíram do ciclo</translation>
    </message>
    <message>
        <source>Portfolios</source>
        <translation>Carteiras</translation>
    </message>
    <message>
        <source>Who talked with the client</source>
        <translation>Quem falou com o cliente</translation>
    </message>
    <message>
        <source>Enter opens the customer</source>
        <translation>Enter abre o cliente</translation>
    </message>
    <message>
        <source>When everybody is told…</source>
        <translation>Quando cada um é avisado…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>NowPage</name>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>Na fila</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Fora da fila</translation>
    </message>
    <message>
        <source>Customers who may not be called now; why is told below</source>
        <translation>Clientes que não podem ser chamados agora; o motivo está abaixo</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Retornos vencidos</translation>
    </message>
    <message>
        <source>Callbacks whose time has come</source>
        <translation>Retornos cuja hora já chegou</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Ainda hoje</translation>
    </message>
    <message>
        <source>Callbacks later today</source>
        <translation>Retornos marcados para mais tarde, hoje</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation>R$ em risco</translation>
    </message>
    <message>
        <source>The first returns</source>
        <translation>O primeiro volta</translation>
    </message>
    <message>
        <source>Take the call over…  T</source>
        <translation>Assumir a ligação…  T</translation>
    </message>
    <message>
        <source>Show the customer  Enter</source>
        <translation>Mostrar o cliente  Enter</translation>
    </message>
    <message>
        <source>This moment only: nobody&apos;s times are kept here, and nobody is ranked.</source>
        <translation>Só este momento: ninguém é cronometrado nem comparado aqui.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pessoas</translation>
    </message>
    <message>
        <source>Queues of the teams</source>
        <translation>Filas das equipes</translation>
    </message>
    <message>
        <source>Who may be called, and who may not</source>
        <translation>Quem pode ser chamado e quem não pode</translation>
    </message>
</context>
<context>
    <name>ObjectionBlock</name>
    <message>
        <source>New objection…</source>
        <translation>Nova objeção…</translation>
    </message>
    <message>
        <source>{name} (can be taken up again)</source>
        <translation>{name} (pode retomar)</translation>
    </message>
    <message>
        <source>{name} (waiting)</source>
        <translation>{name} (aguardando)</translation>
    </message>
    <message>
        <source>{name} (open)</source>
        <translation>{name} (aberta)</translation>
    </message>
    <message>
        <source>worked {worked} of {used}</source>
        <translation>funcionou {worked} de {used}</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Objeção</translation>
    </message>
    <message>
        <source>Another objection</source>
        <translation>Outra objeção</translation>
    </message>
    <message>
        <source>New objection, in a few words</source>
        <translation>Nova objeção, em poucas palavras</translation>
    </message>
    <message>
        <source>New objection</source>
        <translation>Nova objeção</translation>
    </message>
    <message>
        <source>How the objection stands</source>
        <translation>Situação da objeção</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aberta</translation>
    </message>
    <message>
        <source>Overcome</source>
        <translation>Superada</translation>
    </message>
    <message>
        <source>Waiting on…</source>
        <translation>Aguardando…</translation>
    </message>
    <message>
        <source>Argument used</source>
        <translation>Argumento usado</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Resultado do argumento</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Ainda não sei</translation>
    </message>
    <message>
        <source>It worked</source>
        <translation>Funcionou</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>Não funcionou</translation>
    </message>
</context>
<context>
    <name>ObjectionsPage</name>
    <message>
        <source>No objection was noted.</source>
        <translation>Nenhuma objeção registrada.</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>Objeções</translation>
    </message>
    <message>
        <source>What overcame them</source>
        <translation>O que as superou</translation>
    </message>
    <message>
        <source>{worked} of {judged} judged</source>
        <translation>{worked} de {judged} avaliados</translation>
    </message>
    <message>
        <source>{kind}: {count}, with those above {share}</source>
        <translation>{kind}: {count}, com as de cima {share}</translation>
    </message>
    <message>
        <source>What is objected</source>
        <translation>O que se objeta</translation>
    </message>
    <message>
        <source>{count} objections</source>
        <translation>{count} objeções</translation>
    </message>
    <message>
        <source>added up, share of all</source>
        <translation>acumulado, parte do total</translation>
    </message>
    <message>
        <source>The most frequent ones, month by month</source>
        <translation>As mais frequentes, mês a mês</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Objeção</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Registradas</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Em aberto</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Em espera</translation>
    </message>
    <message>
        <source>Overcome</source>
        <translation>Superadas</translation>
    </message>
    <message>
        <source>Overcome, share</source>
        <translation>Parte superada</translation>
    </message>
    <message>
        <source>Argument</source>
        <translation>Argumento</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Contra</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Usado</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Avaliado</translation>
    </message>
    <message>
        <source>Worked</source>
        <translation>Funcionou</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Sucesso</translation>
    </message>
    <message>
        <source>{rate} (few)</source>
        <translation>{rate} (poucos)</translation>
    </message>
</context>
<context>
    <name>ObstaclesDialog</name>
    <message>
        <source>Understood</source>
        <translation>Entendi</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>promised for %1</source>
        <translation>prometido para %1</translation>
    </message>
    <message>
        <source>delivered on %1</source>
        <translation>entregue em %1</translation>
    </message>
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
        <translation>Situação</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>No order yet.</source>
        <translation>Ainda não há pedido.</translation>
    </message>
    <message>
        <source>Items of %1</source>
        <translation>Itens do %1</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
</context>
<context>
    <name>OutsideRow</name>
    <message>
        <source>Outside the client&apos;s calling hours</source>
        <translation>Fora do horário de contato do cliente</translation>
    </message>
    <message>
        <source>Why at that time?</source>
        <translation>Por que nesse horário?</translation>
    </message>
</context>
<context>
    <name>OverridePopover</name>
    <message>
        <source>Why call all the same?</source>
        <translation>Por que ligar mesmo assim?</translation>
    </message>
    <message>
        <source>The client asked for it</source>
        <translation>O cliente pediu</translation>
    </message>
    <message>
        <source>Agreed with the supervisor</source>
        <translation>Combinado com o supervisor</translation>
    </message>
    <message>
        <source>Urgent: order or delivery under way</source>
        <translation>Urgente: pedido ou entrega em andamento</translation>
    </message>
    <message>
        <source>The record is out of date</source>
        <translation>O cadastro está desatualizado</translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>Customers to take along</source>
        <translation>Levar clientes para o campo</translation>
    </message>
    <message>
        <source>Take along  Ctrl+Enter</source>
        <translation>Levar  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Give back  Del</source>
        <translation>Devolver  Del</translation>
    </message>
    <message>
        <source>Give all back</source>
        <translation>Devolver todos</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Perguntando ao servidor…</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Cidade</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Até quando</translation>
    </message>
    <message>
        <source>Customers who are along</source>
        <translation>Clientes que estão com você</translation>
    </message>
    <message>
        <source>Take along from the shared list</source>
        <translation>Levar da lista comum</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Keep until %1</source>
        <translation>Prolongar até %1</translation>
    </message>
    <message>
        <source>Give all back?</source>
        <translation>Devolver todos?</translation>
    </message>
    <message>
        <source>They return to the shared list, and anybody at the office may call them.</source>
        <translation>Eles voltam à lista comum, e qualquer um do escritório pode ligar para eles.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Ficar com eles</translation>
    </message>
    <message>
        <source>Talking to the server…</source>
        <translation>Falando com o servidor…</translation>
    </message>
    <message>
        <source>With you now: %1</source>
        <translation>Com você agora: %1</translation>
    </message>
    <message>
        <source>Without the server nobody can be taken along.</source>
        <translation>Sem o servidor não dá para levar ninguém.</translation>
    </message>
</context>
<context>
    <name>PackForm</name>
    <message>
        <source>City</source>
        <translation>Cidade</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmento</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Quantos</translation>
    </message>
    <message>
        <source>For how many days</source>
        <translation>Por quantos dias</translation>
    </message>
    <message>
        <source>All cities</source>
        <translation>Todas as cidades</translation>
    </message>
    <message>
        <source>All segments</source>
        <translation>Todos os segmentos</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>até %1</translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>Without a city</source>
        <translation>Sem cidade</translation>
    </message>
    <message>
        <source>time is over</source>
        <translation>prazo terminou</translation>
    </message>
    <message>
        <source>stays longer</source>
        <translation>prolongado</translation>
    </message>
    <message>
        <source>may stay longer</source>
        <translation>pode prolongar</translation>
    </message>
    <message>
        <source>Nobody in the shared list can be taken along now</source>
        <translation>Agora não há ninguém na lista comum para levar</translation>
    </message>
    <message>
        <source>You may take {room} more (up to {most} at once)</source>
        <translation>Pode levar mais {room} (até {most} ao mesmo tempo)</translation>
    </message>
    <message>
        <source>Taken along until {until}: {count}</source>
        <translation>Levados até {until}: {count}</translation>
    </message>
    <message>
        <source>Stay until {until}: {count}</source>
        <translation>Ficam até {until}: {count}</translation>
    </message>
    <message>
        <source>Given back: {count}</source>
        <translation>Devolvidos: {count}</translation>
    </message>
    <message>
        <source>The list follows with the next synchronisation.</source>
        <translation>A lista acompanha na próxima sincronização.</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Password of the team&apos;s server</source>
        <translation>Senha do servidor da equipe</translation>
    </message>
    <message>
        <source>The server did not take that password. Try again.</source>
        <translation>O servidor não aceitou essa senha. Tente de novo.</translation>
    </message>
    <message>
        <source>Forgotten? Ask the administrator for a new invitation.</source>
        <translation>Esqueceu? Peça um novo convite ao administrador.</translation>
    </message>
</context>
<context>
    <name>PhoneButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>No program took the number: it is copied. See the settings (Ctrl+,).</source>
        <translation>Nenhum programa abriu o telefone: o número foi copiado. Veja as Configurações (Ctrl+,).</translation>
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
    <name>PickDialog</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>There is nothing to choose.</source>
        <translation>Não há nada para escolher.</translation>
    </message>
</context>
<context>
    <name>PitchCard</name>
    <message>
        <source>Saved {time}</source>
        <translation>Salvo {time}</translation>
    </message>
    <message>
        <source>draft recovered</source>
        <translation>rascunho recuperado</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>Choose a customer to see why they stopped and what to offer.</source>
        <translation>Escolha um cliente para ver por que parou e o que oferecer.</translation>
    </message>
    <message>
        <source>This did not work; what you wrote is still here. Try again.</source>
        <translation>Não deu certo; o que você escreveu continua aqui. Tente de novo.</translation>
    </message>
    <message>
        <source>Before the call</source>
        <translation>Antes de ligar</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Recolher</translation>
    </message>
    <message>
        <source>Expand and write</source>
        <translation>Abrir e anotar</translation>
    </message>
</context>
<context>
    <name>PitchText</name>
    <message>
        <source>Money first</source>
        <translation>Primeiro o financeiro</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Roteiro</translation>
    </message>
    <message>
        <source>Goal:</source>
        <translation>Objetivo:</translation>
    </message>
    <message>
        <source>Nothing on record explains it: ask, and write the answer down.</source>
        <translation>Nada registrado explica a parada: pergunte e anote a resposta.</translation>
    </message>
    <message>
        <source>To “{objection}”</source>
        <translation>Para “{objection}”</translation>
    </message>
    <message>
        <source>worked {worked} of {used}</source>
        <translation>funcionou {worked} de {used}</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>ainda não usado</translation>
    </message>
    <message>
        <source>used</source>
        <translation>usado</translation>
    </message>
    <message>
        <source>I used it</source>
        <translation>usei este</translation>
    </message>
    <message>
        <source>up to {percent}% off</source>
        <translation>até {percent}% de desconto</translation>
    </message>
    <message>
        <source>no discount of your own</source>
        <translation>sem desconto próprio</translation>
    </message>
    <message>
        <source>You may offer:</source>
        <translation>Pode oferecer:</translation>
    </message>
    <message>
        <source>Noted by {author} on {moment}</source>
        <translation>Anotado por {author} em {moment}</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message numerus="yes">
        <source>%n client(s) are drawn into it.</source>
        <translation>
            <numerusform>%n cliente entra nela.</numerusform>
            <numerusform>%n clientes entram nela.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are left alone until it is over.</source>
        <translation>
            <numerusform>%n deles fica no grupo de controle até o fim.</numerusform>
            <numerusform>%n deles ficam no grupo de controle até o fim.</numerusform>
        </translation>
    </message>
    <message>
        <source>After that the plan and the draw cannot be changed.</source>
        <translation>Depois disso, o plano e o sorteio não mudam mais.</translation>
    </message>
    <message>
        <source>Publish “{name}”?</source>
        <translation>Publicar “{name}”?</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publicar</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ainda não</translation>
    </message>
    <message>
        <source>Save the draft  Ctrl+S</source>
        <translation>Salvar o rascunho  Ctrl+S</translation>
    </message>
    <message>
        <source>Publish…  Ctrl+Enter</source>
        <translation>Publicar…  Ctrl+Enter</translation>
    </message>
    <message>
        <source>A list of clients</source>
        <translation>Uma lista de clientes</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt)</source>
        <translation>Listas (*.csv *.txt)</translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>Events of the file</source>
        <translation>Eventos do arquivo</translation>
    </message>
</context>
<context>
    <name>PolicyForm</name>
    <message>
        <source>Each customer&apos;s own cycle</source>
        <translation>Ciclo de cada cliente</translation>
    </message>
    <message>
        <source>Fixed number of days</source>
        <translation>Número fixo de dias</translation>
    </message>
    <message>
        <source>Follow the wider rule</source>
        <translation>Seguir a regra mais ampla</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Alarmes falsos</translation>
    </message>
    <message>
        <source>Inactive: chance below</source>
        <translation>Inativo: chance de voltar até</translation>
    </message>
    <message>
        <source>Within, at least</source>
        <translation>Em pelo menos</translation>
    </message>
    <message>
        <source>Or within own cycles</source>
        <translation>Ou em ciclos próprios</translation>
    </message>
    <message>
        <source>At risk from</source>
        <translation>Em risco a partir de</translation>
    </message>
    <message>
        <source>Inactive from</source>
        <translation>Inativo a partir de</translation>
    </message>
    <message>
        <source>Lost after</source>
        <translation>Perdido após</translation>
    </message>
    <message>
        <source>Recovered for</source>
        <translation>Reativado durante</translation>
    </message>
    <message>
        <source>By either rule</source>
        <translation>Nas duas regras</translation>
    </message>
    <message>
        <source> days</source>
        <translation> dias</translation>
    </message>
    <message>
        <source> cycles</source>
        <translation> ciclos</translation>
    </message>
    <message>
        <source>Silences that end by themselves and may raise an alert all the same. More of them: an earlier alert, and more calls in vain.</source>
        <translation>Silêncios que terminam sozinhos e mesmo assim podem dar alerta. Quanto mais, mais cedo o alerta e mais ligações em vão.</translation>
    </message>
</context>
<context>
    <name>PolicySection</name>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Grey: the wider rule decides.</source>
        <translation>Em cinza: decide a regra mais ampla.</translation>
    </message>
    <message>
        <source>Publish the rule?</source>
        <translation>Publicar a regra?</translation>
    </message>
    <message>
        <source>Try a rule</source>
        <translation>Experimentar uma regra</translation>
    </message>
    <message>
        <source>Whom a rule is for</source>
        <translation>Para quem vale a regra</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) will be under an alert.</source>
        <translation>
            <numerusform>%n cliente vai ficar em alerta.</numerusform>
            <numerusform>%n clientes vão ficar em alerta.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule is in force.</source>
        <translation>A regra está em vigor.</translation>
    </message>
    <message>
        <source>Return to this rule?</source>
        <translation>Voltar a esta regra?</translation>
    </message>
</context>
<context>
    <name>PortfolioPage</name>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Carteira</translation>
    </message>
    <message>
        <source>As of {day}, judged by the rules of that day.</source>
        <translation>Posição de {day}, julgada pelas regras daquele dia.</translation>
    </message>
    <message>
        <source>Too few orders of your own: published parameters judged.</source>
        <translation>Poucos pedidos próprios: julgado com parâmetros publicados.</translation>
    </message>
    <message>
        <source>The portfolio, divided</source>
        <translation>A carteira, dividida</translation>
    </message>
    <message>
        <source>{status}: {count} customers, {money} a year</source>
        <translation>{status}: {count} clientes, {money} por ano</translation>
    </message>
    <message>
        <source>Customers by status</source>
        <translation>Clientes por situação</translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation>{count} clientes</translation>
    </message>
    <message>
        <source>{name}: {money} at risk, {count} customers</source>
        <translation>{name}: {money} em risco, {count} clientes</translation>
    </message>
    <message>
        <source>Revenue at risk by {cut}</source>
        <translation>Faturamento em risco por {cut}</translation>
    </message>
    <message>
        <source>In cycle</source>
        <translation>No ciclo</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Em risco</translation>
    </message>
    <message>
        <source>At risk, R$</source>
        <translation>Em risco, R$</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inativos</translation>
    </message>
    <message>
        <source>Inactivity</source>
        <translation>Inatividade</translation>
    </message>
    <message>
        <source>Recurring, R$/month</source>
        <translation>Recorrente, R$/mês</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Lost, R$</source>
        <translation>Perdido, R$</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>Participação</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation>R$ em risco</translation>
    </message>
    <message>
        <source>R$ in 12 months</source>
        <translation>R$ em 12 meses</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ficam</translation>
    </message>
    <message>
        <source>Being called, or waiting for a personal callback</source>
        <translation>Em ligação ou à espera de um retorno pessoal</translation>
    </message>
    <message>
        <source>Nobody&apos;s portfolio</source>
        <translation>Sem carteira</translation>
    </message>
    <message>
        <source>Make even  L</source>
        <translation>Equilibrar  L</translation>
    </message>
    <message>
        <source>Move…  M</source>
        <translation>Passar clientes…  M</translation>
    </message>
    <message>
        <source>Takes part  Space</source>
        <translation>Participação  Espaço</translation>
    </message>
    <message>
        <source>Take back  Ctrl+Z</source>
        <translation>Desfazer  Ctrl+Z</translation>
    </message>
    <message>
        <source>Move as planned  Ctrl+Enter</source>
        <translation>Aplicar o plano  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Even by:</source>
        <translation>Equilibrar por:</translation>
    </message>
    <message>
        <source>Portfolios</source>
        <translation>Carteiras</translation>
    </message>
    <message>
        <source>Reading the portfolios…</source>
        <translation>Lendo as carteiras…</translation>
    </message>
    <message>
        <source>Nothing is planned. Drag one portfolio onto another, or press L.</source>
        <translation>Nada planejado. Arraste uma carteira sobre outra ou tecle L.</translation>
    </message>
    <message>
        <source>{count} customers would change hands, R$ {reais} at risk with them.</source>
        <translation>{count} clientes mudariam de carteira, com R$ {reais} em risco.</translation>
    </message>
</context>
<context>
    <name>PortfolioSection</name>
    <message>
        <source>Each customer&apos;s own cycle</source>
        <translation>Ciclo de cada cliente</translation>
    </message>
    <message>
        <source>After {days} days</source>
        <translation>Após {days} dias</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alerta</translation>
    </message>
    <message>
        <source>Flags today</source>
        <translation>Marca hoje</translation>
    </message>
    <message>
        <source>Of the portfolio</source>
        <translation>Da carteira</translation>
    </message>
    <message>
        <source>Lost and blocked customers are not counted.</source>
        <translation>Perdidos e bloqueados não contam.</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Alarmes falsos</translation>
    </message>
    <message>
        <source>Intervals that were longer and ended in an order all the same.</source>
        <translation>Intervalos que foram mais longos e mesmo assim terminaram em pedido.</translation>
    </message>
    <message>
        <source>Per customer</source>
        <translation>Por cliente</translation>
    </message>
    <message>
        <source>Each customer weighs the same.</source>
        <translation>Cada cliente pesa o mesmo.</translation>
    </message>
    <message>
        <source>Per purchase</source>
        <translation>Por compra</translation>
    </message>
    <message>
        <source>Who buys often weighs more.</source>
        <translation>Quem compra mais vezes pesa mais.</translation>
    </message>
    <message>
        <source>What an alert would flag today</source>
        <translation>O que um alerta marcaria hoje</translation>
    </message>
    <message>
        <source>There is no customer with two orders yet: import orders to see how often they come.</source>
        <translation>Ainda não há cliente com dois pedidos: importe pedidos para ver de quanto em quanto tempo eles vêm.</translation>
    </message>
    <message>
        <source>{share} of the purchases come again after {low} to {high} days</source>
        <translation>{share} das compras se repetem entre {low} e {high} dias</translation>
    </message>
    <message>
        <source>{customers} customers, {gaps} intervals and {open} silences that still last</source>
        <translation>{customers} clientes, {gaps} intervalos e {open} silêncios ainda abertos</translation>
    </message>
    <message>
        <source>Days between two purchases</source>
        <translation>Dias entre duas compras</translation>
    </message>
    <message>
        <source>A fixed number of days is too late for who buys often and too early for who buys seldom.</source>
        <translation>Um número fixo de dias avisa tarde quem compra muito e cedo demais quem compra pouco.</translation>
    </message>
    <message>
        <source>To be false as seldom as the own cycle, a fixed alert would wait {days} days. Customers flagged today: {fixed} by it, {own} by the own cycle.</source>
        <translation>Para errar tão pouco quanto o ciclo próprio, um alerta fixo esperaria {days} dias. Clientes marcados hoje: {fixed} por ele, {own} pelo ciclo próprio.</translation>
    </message>
    <message>
        <source>{label} days: {share}, {count} intervals</source>
        <translation>{label} dias: {share}, {count} intervalos</translation>
    </message>
    <message>
        <source>{share} between {low} and {high} days</source>
        <translation>{share} entre {low} e {high} dias</translation>
    </message>
</context>
<context>
    <name>PostItBand</name>
    <message>
        <source>Post-it from {who}: {words}</source>
        <translation>Post-it de {who}: {words}</translation>
    </message>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(mais %n)</numerusform>
            <numerusform>(mais %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Li</translation>
    </message>
</context>
<context>
    <name>PostItComposer</name>
    <message>
        <source>nobody</source>
        <translation>nenhum cliente</translation>
    </message>
    <message>
        <source>New post-it</source>
        <translation>Novo post-it</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>What they should know or do</source>
        <translation>O que a equipe precisa saber ou fazer</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>nobody chosen: everybody</source>
        <translation>sem escolha: para todos</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Vale até</translation>
    </message>
    <message>
        <source>until it is withdrawn</source>
        <translation>até ser retirado</translation>
    </message>
    <message>
        <source>They rise in the receivers&apos; queues</source>
        <translation>Sobem na fila de quem recebe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Post  Ctrl+Enter</source>
        <translation>Publicar  Ctrl+Enter</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Team {name}</source>
        <translation>Equipe {name}</translation>
    </message>
    <message>
        <source>Post-it posted</source>
        <translation>Post-it publicado</translation>
    </message>
</context>
<context>
    <name>PostItDetail</name>
    <message>
        <source>Customers, who rise in the queue until somebody contacts them</source>
        <translation>Clientes, que sobem na fila até alguém falar com eles</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Who read it</source>
        <translation>Quem leu</translation>
    </message>
</context>
<context>
    <name>PostItScreen</name>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Post-it</source>
        <translation>Post-it</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Validade</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lido</translation>
    </message>
    <message>
        <source>You wrote no post-it yet.</source>
        <translation>Você ainda não escreveu nenhum post-it.</translation>
    </message>
    <message>
        <source>No post-its.</source>
        <translation>Nenhum post-it por aqui.</translation>
    </message>
    <message>
        <source>Post-its</source>
        <translation>Post-its</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recebidos</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviados</translation>
    </message>
    <message>
        <source>I have read it  Enter</source>
        <translation>Li  Enter</translation>
    </message>
    <message>
        <source>List the customers  C</source>
        <translation>Listar os clientes  C</translation>
    </message>
    <message>
        <source>Withdraw  Del</source>
        <translation>Retirar  Del</translation>
    </message>
    <message>
        <source>New post-it…  N</source>
        <translation>Novo post-it…  N</translation>
    </message>
    <message>
        <source>Post-it withdrawn</source>
        <translation>Post-it retirado</translation>
    </message>
</context>
<context>
    <name>PostIts</name>
    <message>
        <source>everybody</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>withdrawn {day}</source>
        <translation>retirado em {day}</translation>
    </message>
    <message>
        <source>until withdrawn</source>
        <translation>até ser retirado</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>acabou em {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>até {day}</translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation>{count} de {all}</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>para ler</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{name}: not yet</source>
        <translation>{name}: ainda não leu</translation>
    </message>
    <message>
        <source>{name}: read {when}</source>
        <translation>{name}: leu em {when}</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} e mais {count}</translation>
    </message>
    <message>
        <source>{author}, {when}</source>
        <translation>{author}, {when}</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Will be called</source>
        <translation>Para ligar</translation>
    </message>
    <message>
        <source>Left alone to compare with</source>
        <translation>Grupo de controle</translation>
    </message>
    <message>
        <source>Not in it: {why}</source>
        <translation>Fora: {why}</translation>
    </message>
    <message>
        <source>Under {count} clients in one of the parts the result will not tell whether the campaign made the difference.</source>
        <translation>Com menos de {count} clientes em uma das partes, o resultado não dirá se foi a campanha que fez a diferença.</translation>
    </message>
    <message>
        <source>What publishing does</source>
        <translation>O que a publicação faz</translation>
    </message>
    <message>
        <source>Who is left alone is drawn within each status and each third of value, always the same for this campaign. The queue leaves them alone until it is over; whoever rings, and what was agreed before, is served as ever.</source>
        <translation>O grupo de controle é sorteado dentro de cada situação e de cada terço de valor, sempre o mesmo para esta campanha. A fila não o oferece até o fim; quem liga para nós e o que já foi combinado continuam como sempre.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Bought in 12 months</source>
        <translation>Comprou em 12 meses</translation>
    </message>
</context>
<context>
    <name>ProblemTable</name>
    <message>
        <source>Line</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>in %1 orders</source>
        <translation>em %1 pedidos</translation>
    </message>
    <message>
        <source>last one on %1</source>
        <translation>último em %1</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>A cada</translation>
    </message>
    <message>
        <source>Usual interval between orders that hold it</source>
        <translation>Intervalo habitual entre pedidos com este produto</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Há</translation>
    </message>
    <message>
        <source>Days since the last order that held it</source>
        <translation>Dias desde o último pedido com este produto</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>Usual quantity of an order</source>
        <translation>Quantidade habitual por pedido</translation>
    </message>
    <message>
        <source>Last price</source>
        <translation>Último preço</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Share of all that they bought</source>
        <translation>Parte de tudo o que compraram</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Família</translation>
    </message>
    <message>
        <source>Similar customers</source>
        <translation>Clientes parecidos</translation>
    </message>
    <message>
        <source>How many customers of the same segment bought it in 12 months</source>
        <translation>Quantos clientes do mesmo segmento compraram em 12 meses</translation>
    </message>
    <message>
        <source>No item of an order is known yet.</source>
        <translation>Ainda não há itens de pedidos.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produtos</translation>
    </message>
    <message>
        <source>What similar customers buy</source>
        <translation>O que clientes parecidos compram</translation>
    </message>
    <message>
        <source>Most bought</source>
        <translation>Mais comprados</translation>
    </message>
    <message>
        <source>To restock</source>
        <translation>Para repor</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parou</translation>
    </message>
    <message>
        <source>Others buy</source>
        <translation>Parecidos compram</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>People</source>
        <translation>Pessoas</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase-senha</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Who is at the program?</source>
        <translation>Quem está usando o programa?</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>operador</translation>
    </message>
    <message>
        <source>external seller</source>
        <translation>vendedor externo</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>gerente</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrador</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Conferindo…</translation>
    </message>
    <message>
        <source>That is not {name}&apos;s passphrase.</source>
        <translation>Esta não é a frase-senha de {name}.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Stopping…</source>
        <translation>Parando…</translation>
    </message>
    <message>
        <source>Checking, nothing is written yet…</source>
        <translation>Conferindo: nada é gravado ainda…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importando…</translation>
    </message>
    <message>
        <source>Opening the files…</source>
        <translation>Abrindo os arquivos…</translation>
    </message>
    <message>
        <source>You can go back to the list and work on: it follows by itself.</source>
        <translation>Você pode voltar à lista e continuar trabalhando: ela se atualiza sozinha.</translation>
    </message>
    <message>
        <source>A large file takes a while. It can be imported without this check.</source>
        <translation>Um arquivo grande demora. Dá para importar sem conferir.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Parar (Esc)</translation>
    </message>
    <message>
        <source>Import without checking</source>
        <translation>Importar sem conferir</translation>
    </message>
</context>
<context>
    <name>PublishingSection</name>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Publicar…</translation>
    </message>
    <message>
        <source>Publish… (Ctrl+Enter)</source>
        <translation>Publicar… (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Only supervisors, managers and administrators publish rules. You can try one and see what it would change.</source>
        <translation>Só supervisores, gerentes e administradores publicam regras. Você pode experimentar uma e ver o que mudaria.</translation>
    </message>
    <message>
        <source>A past day is shown: a rule can be tried but not published. Open Giro without --as-of to publish.</source>
        <translation>A posição é de um dia passado: dá para experimentar uma regra, mas não publicar. Para publicar, abra o Giro sem --as-of.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publicar</translation>
    </message>
</context>
<context>
    <name>QuoteDialog</name>
    <message>
        <source>Quote for %1</source>
        <translation>Orçamento para %1</translation>
    </message>
    <message>
        <source>Save the quote  Ctrl+Enter</source>
        <translation>Salvar o orçamento  Ctrl+Enter</translation>
    </message>
    <message>
        <source>no longer sold</source>
        <translation>fora de linha</translation>
    </message>
    <message>
        <source>Product or code</source>
        <translation>Produto ou código</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produtos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Which quote</source>
        <translation>Qual orçamento</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>Orçamento novo</translation>
    </message>
    <message>
        <source>holds until %1</source>
        <translation>vale até %1</translation>
    </message>
    <message>
        <source>last paid %1</source>
        <translation>pagou por último %1</translation>
    </message>
    <message>
        <source>Quote %1 saved</source>
        <translation>Orçamento %1 salvo</translation>
    </message>
</context>
<context>
    <name>QuoteOpener</name>
    <message>
        <source>Only your own quotes are changed, while they are open.</source>
        <translation>Só se mudam os seus próprios orçamentos, enquanto estão em aberto.</translation>
    </message>
</context>
<context>
    <name>QuotesPage</name>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>No quote for this customer.</source>
        <translation>Nenhum orçamento para este cliente.</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>Orçamento novo</translation>
    </message>
    <message>
        <source>Items of %1</source>
        <translation>Itens do %1</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>válido até %1</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Orçamentos</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Mudar</translation>
    </message>
</context>
<context>
    <name>Reach</name>
    <message>
        <source>All numbers</source>
        <translation>Todos os números</translation>
    </message>
    <message>
        <source>WhatsApp: opens the conversation, you send</source>
        <translation>WhatsApp: abre a conversa, você envia</translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation>Escrever e-mail</translation>
    </message>
</context>
<context>
    <name>ReactivationPage</name>
    <message>
        <source>Reactivation</source>
        <translation>Reativação</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>By division</source>
        <translation>Por divisão</translation>
    </message>
    <message>
        <source>Adjustments</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Reactivated clients</source>
        <translation>Clientes reativados</translation>
    </message>
    <message>
        <source>{value} without taxes</source>
        <translation>{value} sem impostos</translation>
    </message>
    <message numerus="yes">
        <source>{count} client(s)</source>
        <translation>
            <numerusform>{count} cliente</numerusform>
            <numerusform>{count} clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Ordered within {days} days of the contact.</source>
        <translation>Pedido até {days} dias depois do contato.</translation>
    </message>
    <message>
        <source>Closed: {periods}; these figures stay as they were.</source>
        <translation>Fechado: {periods}; estes números ficam como estavam.</translation>
    </message>
    <message>
        <source>Known later: {value}, told as adjustments.</source>
        <translation>Conhecido depois: {value}, informado como ajuste.</translation>
    </message>
    <message>
        <source>{name}: {value}, {clients} came back</source>
        <translation>{name}: {value}, {clients} voltaram</translation>
    </message>
    <message>
        <source>Recovered, R$, by {cut}</source>
        <translation>Recuperado, R$, por {cut}</translation>
    </message>
    <message>
        <source>this period</source>
        <translation>este período</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>{month}: {clients} came back, {value}</source>
        <translation>{month}: {clients} voltaram, {value}</translation>
    </message>
    <message>
        <source>Returns, month by month</source>
        <translation>Voltas, mês a mês</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message numerus="yes">
        <source>Total: {count} client(s)</source>
        <translation>
            <numerusform>Total: {count} cliente</numerusform>
            <numerusform>Total: {count} clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Value without taxes</source>
        <translation>Valor sem impostos</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Último pedido</translation>
    </message>
    <message>
        <source>Value recovered</source>
        <translation>Valor recuperado</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contato</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Volta</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dias</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operador</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campanha</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Voltas</translation>
    </message>
    <message>
        <source>Days, median</source>
        <translation>Dias, mediana</translation>
    </message>
    <message>
        <source>Of the closed period</source>
        <translation>Do período fechado</translation>
    </message>
</context>
<context>
    <name>ReadingList</name>
    <message>
        <source>Review</source>
        <translation>Revisão</translation>
    </message>
    <message>
        <source>When, operator</source>
        <translation>Quando, operador</translation>
    </message>
    <message>
        <source>Customer, note</source>
        <translation>Cliente, anotação</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ocorrência</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>No note.</source>
        <translation>Sem anotação.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anotação</translation>
    </message>
    <message>
        <source>What was thought of it</source>
        <translation>O que foi avaliado</translation>
    </message>
    <message>
        <source>Comment to the operator</source>
        <translation>Comentário para o operador</translation>
    </message>
    <message>
        <source>Comment to the operator (Enter); Ctrl+Enter stores it with the mark</source>
        <translation>Comentário para o operador (Enter); Ctrl+Enter grava com a marca</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>%1 days</source>
        <translation>%1 dias</translation>
    </message>
    <message>
        <source>%1 that nothing comes by itself</source>
        <translation>%1 de não vir pedido sozinho</translation>
    </message>
    <message>
        <source>%1 that they still buy</source>
        <translation>%1 de ainda comprar</translation>
    </message>
    <message>
        <source>%1 at risk</source>
        <translation>%1 em risco</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 por dia</translation>
    </message>
</context>
<context>
    <name>ReasonPopover</name>
    <message>
        <source>or other words, and Enter</source>
        <translation>ou escreva o motivo e tecle Enter</translation>
    </message>
    <message>
        <source>Why skip this client?</source>
        <translation>Por que pular este cliente?</translation>
    </message>
    <message>
        <source>Already spoke to them another way</source>
        <translation>Já falei com ele por outro meio</translation>
    </message>
    <message>
        <source>Lacks information before the call</source>
        <translation>Falta informação antes de ligar</translation>
    </message>
    <message>
        <source>A colleague is in touch with them</source>
        <translation>Um colega está em contato</translation>
    </message>
    <message>
        <source>Waiting for an answer from inside the company</source>
        <translation>Aguardando resposta interna</translation>
    </message>
    <message>
        <source>Wrong number or data</source>
        <translation>Telefone ou dados errados</translation>
    </message>
</context>
<context>
    <name>RecordFile</name>
    <message>
        <source>Export my working time</source>
        <translation>Exportar minha jornada</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>working-time-{first}-{last}</source>
        <translation>jornada-{first}-{last}</translation>
    </message>
    <message>
        <source>{count} rows written to {file}</source>
        <translation>{count} linhas gravadas em {file}</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>Open Giro to see who.</source>
        <translation>Abra o Giro para ver com quem.</translation>
    </message>
    <message>
        <source>Callback now</source>
        <translation>Retorno agora</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
    <message>
        <source>answer by {time}</source>
        <translation>responder até {time}</translation>
    </message>
    <message>
        <source>from {owner}, who did not answer</source>
        <translation>de {owner}, que não respondeu</translation>
    </message>
    <message>
        <source>from {owner}</source>
        <translation>de {owner}</translation>
    </message>
    <message>
        <source>the team was told too</source>
        <translation>a equipe também foi avisada</translation>
    </message>
    <message>
        <source>Callback: {when}</source>
        <translation>Retorno: {when}</translation>
    </message>
    <message>
        <source>Team&apos;s callback: {when}</source>
        <translation>Retorno da equipe: {when}</translation>
    </message>
    <message>
        <source>Appointment: {when}</source>
        <translation>Compromisso: {when}</translation>
    </message>
    <message>
        <source>Follow-up: {when}</source>
        <translation>Acompanhamento: {when}</translation>
    </message>
</context>
<context>
    <name>RemindersCorner</name>
    <message>
        <source>Reminders come again.</source>
        <translation>Os lembretes voltaram a avisar.</translation>
    </message>
    <message>
        <source>Reminders wait until {time}, then come together.</source>
        <translation>Lembretes em silêncio até {time}; depois chegam juntos.</translation>
    </message>
</context>
<context>
    <name>RemindersList</name>
    <message>
        <source>The reminder could not be changed. Try again.</source>
        <translation>Não foi possível alterar o lembrete. Tente de novo.</translation>
    </message>
    <message>
        <source>You are on a break: reminders wait.</source>
        <translation>Você está em pausa: os lembretes esperam.</translation>
    </message>
    <message>
        <source>Reminders wait until {time}.</source>
        <translation>Lembretes em silêncio até {time}.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Lembretes</translation>
    </message>
    <message>
        <source>the first {shown} of {count}</source>
        <translation>os primeiros {shown} de {count}</translation>
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
    <name>RemindersPage</name>
    <message>
        <source>Reminders</source>
        <translation>Lembretes</translation>
    </message>
    <message>
        <source>Name the customer in the desktop&apos;s notification</source>
        <translation>Mostrar o nome do cliente no aviso da área de trabalho</translation>
    </message>
    <message>
        <source>With sound</source>
        <translation>Com som</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>On the desktop</source>
        <translation>Na área de trabalho</translation>
    </message>
    <message>
        <source>Do not disturb every day, from</source>
        <translation>Não perturbe todos os dias, das</translation>
    </message>
    <message>
        <source>Do not disturb from</source>
        <translation>Não perturbe a partir de</translation>
    </message>
    <message>
        <source>Do not disturb until</source>
        <translation>Não perturbe até</translation>
    </message>
    <message>
        <source>until</source>
        <translation>às</translation>
    </message>
    <message>
        <source>What falls due meanwhile comes afterwards, together. Shift+F4: an hour.</source>
        <translation>O que vencer nesse horário chega depois, de uma vez. Shift+F4 silencia por uma hora.</translation>
    </message>
    <message>
        <source>Without an answer</source>
        <translation>Sem resposta</translation>
    </message>
    <message>
        <source>Tell the team after</source>
        <translation>Avisar a equipe depois de</translation>
    </message>
    <message>
        <source>A callback with a time that nobody answers goes to everybody of the team.</source>
        <translation>Um retorno com hora marcada que ninguém responde vai para todos da equipe.</translation>
    </message>
    <message>
        <source>This is the company&apos;s: your supervisor sets it.</source>
        <translation>Isto é da empresa: quem define é a supervisão.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Relatório</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Ar&amp;quivo</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>E-&amp;mail</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>With nothing</source>
        <translation>Com nada</translation>
    </message>
    <message>
        <source>With the period before</source>
        <translation>Com o período anterior</translation>
    </message>
    <message>
        <source>With the year before</source>
        <translation>Com o ano anterior</translation>
    </message>
    <message>
        <source>As on the screen: {first} to {last}</source>
        <translation>Como na tela: {first} a {last}</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mês</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mês passado</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Este trimestre</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Trimestre passado</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este ano</translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation>Últimos 12 meses</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>&amp;Relatório</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Dias</translation>
    </message>
    <message>
        <source>Divided &amp;by</source>
        <translation>Di&amp;vidido por</translation>
    </message>
    <message>
        <source>&amp;Compared</source>
        <translation>&amp;Comparado</translation>
    </message>
    <message>
        <source>Not divided</source>
        <translation>Sem divisão</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Save the odd lines…</source>
        <translation>Salvar linhas com problema…</translation>
    </message>
    <message>
        <source>Undo the import…</source>
        <translation>Desfazer importação…</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>Desfazendo…</translation>
    </message>
    <message>
        <source>{shown} of {all} · show all</source>
        <translation>{shown} de {all} · mostrar todas</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Importar outro arquivo</translation>
    </message>
    <message>
        <source>See the list</source>
        <translation>Ver a lista</translation>
    </message>
    <message>
        <source>Any cell or reason</source>
        <translation>Qualquer célula ou motivo</translation>
    </message>
    <message>
        <source>Search in the odd lines</source>
        <translation>Buscar nas linhas com problema</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
    <message>
        <source>Odd lines</source>
        <translation>Linhas com problema</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>Nothing was odd: every line was taken as it is.</source>
        <translation>Nenhum problema: todas as linhas entraram como estão.</translation>
    </message>
    <message>
        <source>{total} lines: {counts}</source>
        <translation>{total} linhas: {counts}</translation>
    </message>
    <message>
        <source>{kind}, {state}, begun at {moment} by {user}</source>
        <translation>{kind}, importação {state}, iniciada em {moment} por {user}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>With a warning</source>
        <translation>Com aviso</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Recusadas</translation>
    </message>
    <message>
        <source>{name} - to correct{ending}</source>
        <translation>{name} - corrigir{ending}</translation>
    </message>
    <message>
        <source>Save the odd lines</source>
        <translation>Salvar linhas com problema</translation>
    </message>
    <message>
        <source>Saved in {file}: correct the lines and import that file.</source>
        <translation>Salvo em {file}: corrija as linhas e importe esse arquivo.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Checked</source>
        <translation>Conferido</translation>
    </message>
    <message>
        <source>Good example</source>
        <translation>Bom exemplo</translation>
    </message>
    <message>
        <source>Coach</source>
        <translation>Orientar</translation>
    </message>
    <message>
        <source>Wrong outcome</source>
        <translation>Ocorrência errada</translation>
    </message>
    <message>
        <source>Please correct</source>
        <translation>Favor corrigir</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Desfeito</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Não lido</translation>
    </message>
    <message>
        <source>{mark}, answered</source>
        <translation>{mark}, respondido</translation>
    </message>
    <message>
        <source>Objections: {names}</source>
        <translation>Objeções: {names}</translation>
    </message>
    <message>
        <source>Campaign: {name}</source>
        <translation>Campanha: {name}</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrigido</translation>
    </message>
    <message>
        <source>{status} then</source>
        <translation>{status} na época</translation>
    </message>
    <message>
        <source>{money} in 12 months</source>
        <translation>{money} em 12 meses</translation>
    </message>
    <message>
        <source>{money} at risk</source>
        <translation>{money} em risco</translation>
    </message>
    <message>
        <source>{user} answered on {moment}: {reply}</source>
        <translation>{user} respondeu em {moment}: {reply}</translation>
    </message>
    <message>
        <source>{user} read it on {moment}</source>
        <translation>{user} leu em {moment}</translation>
    </message>
    <message>
        <source>contact corrected</source>
        <translation>contato corrigido</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondido</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>ainda não lido</translation>
    </message>
    <message>
        <source>read on {moment}</source>
        <translation>lido em {moment}</translation>
    </message>
</context>
<context>
    <name>ReviewFile</name>
    <message>
        <source>Export the contacts</source>
        <translation>Exportar os contatos</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>contacts-{day}</source>
        <translation>contatos-{day}</translation>
    </message>
    <message>
        <source>One file at a time: stop the other one first.</source>
        <translation>Um arquivo por vez: pare o outro primeiro.</translation>
    </message>
    <message>
        <source>Writing the contacts…</source>
        <translation>Gravando os contatos…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Parando…</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Data e hora</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operador</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
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
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>Objeções</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campanha</translation>
    </message>
    <message>
        <source>Status then</source>
        <translation>Situação na época</translation>
    </message>
    <message>
        <source>Bought in 12 months</source>
        <translation>Comprou em 12 meses</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Em risco</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anotação</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisão</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentário</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Avaliador</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>{count} contacts written to {file}</source>
        <translation>{count} contatos gravados em {file}</translation>
    </message>
    <message>
        <source>Stopped: no file was written.</source>
        <translation>Parado: nenhum arquivo foi gravado.</translation>
    </message>
</context>
<context>
    <name>ReviewFilterBar</name>
    <message>
        <source>Operator</source>
        <translation>Operador</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ocorrência</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Objeção</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campanha</translation>
    </message>
    <message>
        <source>Status then</source>
        <translation>Situação na época</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisão</translation>
    </message>
    <message>
        <source>Words of the note, &quot;a phrase&quot;  (Ctrl+F)</source>
        <translation>Palavras da anotação, &quot;uma frase&quot;  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Words of the note</source>
        <translation>Palavras da anotação</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dias</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Não lido</translation>
    </message>
    <message>
        <source>Unread ones of each operator</source>
        <translation>Não lidos de cada operador</translation>
    </message>
    <message>
        <source>A fair sample: so many unread contacts of each operator, drawn by their keys</source>
        <translation>Amostra justa: tantos contatos não lidos de cada operador, sorteados pelas chaves</translation>
    </message>
    <message>
        <source>No sample</source>
        <translation>Sem amostra</translation>
    </message>
    <message>
        <source> per operator</source>
        <translation> por operador</translation>
    </message>
    <message>
        <source>R$ in 12 months, at least</source>
        <translation>R$ em 12 meses, no mínimo</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Todos os dias</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n dia</numerusform>
            <numerusform>%n dias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Review of contacts</source>
        <translation>Revisão de contatos</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contatos</translation>
    </message>
    <message>
        <source>No contact is like that.</source>
        <translation>Nenhum contato é assim.</translation>
    </message>
</context>
<context>
    <name>RouteDelegate</name>
    <message>
        <source>Last visit</source>
        <translation>Última visita</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Em risco</translation>
    </message>
</context>
<context>
    <name>RowsEditor</name>
    <message>
        <source>Add</source>
        <translation>Incluir</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Novo</translation>
    </message>
</context>
<context>
    <name>RuleChip</name>
    <message>
        <source>This rule decides.</source>
        <translation>Esta regra decide.</translation>
    </message>
    <message>
        <source>This rule only compares.</source>
        <translation>Esta regra serve só de comparação.</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>Whom a rule is for</source>
        <translation>Para quem vale a regra</translation>
    </message>
    <message>
        <source>New cadence…</source>
        <translation>Nova cadência…</translation>
    </message>
    <message>
        <source>as the wider rule</source>
        <translation>como a regra geral</translation>
    </message>
    <message>
        <source>Publish the rule?</source>
        <translation>Publicar a regra?</translation>
    </message>
    <message>
        <source>The rule is in force.</source>
        <translation>A regra está em vigor.</translation>
    </message>
    <message>
        <source>New cadence</source>
        <translation>Nova cadência</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Como ela se chama?</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Parando…</translation>
    </message>
    <message>
        <source>Return to this version?</source>
        <translation>Voltar a esta versão?</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Purchase cycle</source>
        <translation>Ciclo de compra</translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation>Cadência</translation>
    </message>
    <message>
        <source>Calling hours</source>
        <translation>Horário de ligação</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Ofertas</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Ocorrências</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>Objeções</translation>
    </message>
    <message>
        <source>Templates and scripts</source>
        <translation>Modelos e roteiros</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>When silence becomes risk.</source>
        <translation>Quando o silêncio vira risco.</translation>
    </message>
    <message>
        <source>After which pauses a customer is contacted again. The first wait holds where the outcome has none of its own. Nothing ticked means everybody.</source>
        <translation>Depois de quanto tempo o cliente volta a ser contatado. A primeira espera vale quando a ocorrência não tem a sua. Sem marcar nada, vale para todos.</translation>
    </message>
    <message>
        <source>When customers may be called, in the time of their own place.</source>
        <translation>Quando se pode ligar para o cliente, no horário de onde ele está.</translation>
    </message>
    <message>
        <source>Which discount may be offered without asking anybody.</source>
        <translation>Qual desconto pode ser oferecido sem pedir a ninguém.</translation>
    </message>
    <message>
        <source>What can come of a contact. An outcome that contacts name is never deleted and keeps its effect, because those contacts were counted by it.</source>
        <translation>O que pode resultar de um contato. A ocorrência que já está em contatos nunca é excluída e mantém seu efeito, porque esses contatos foram contados por ele.</translation>
    </message>
    <message>
        <source>What customers object, and the answers with their measured success.</source>
        <translation>O que os clientes objetam, e as respostas com seu sucesso medido.</translation>
    </message>
    <message>
        <source>Messages and scripts, tried on a customer before they are published.</source>
        <translation>Mensagens e roteiros, experimentados em um cliente antes de publicar.</translation>
    </message>
    <message>
        <source>Numbers that hold for the whole company.</source>
        <translation>Números que valem para a empresa toda.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Todos os estados</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message>
        <source>another order</source>
        <translation>outra ordem</translation>
    </message>
</context>
<context>
    <name>RulesScreen</name>
    <message>
        <source>Rule</source>
        <translation>Regra</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nº</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicada</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regras</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>Kinds of rules</source>
        <translation>Tipos de regras</translation>
    </message>
</context>
<context>
    <name>SaveViewDialog</name>
    <message>
        <source>Save view</source>
        <translation>Salvar visão</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nome da visão</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Nome do filtro</translation>
    </message>
    <message>
        <source>Save filter</source>
        <translation>Salvar filtro</translation>
    </message>
    <message>
        <source>Share with the team</source>
        <translation>Compartilhar com a equipe</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Tab, text, filter, order and columns are saved as they are now.</source>
        <translation>Aba, busca, filtro, ordem e colunas são salvos como estão agora.</translation>
    </message>
    <message>
        <source>Words, days, sample and all choices are saved as they are now.</source>
        <translation>Palavras, dias, amostra e todas as escolhas são salvos como estão agora.</translation>
    </message>
</context>
<context>
    <name>SavedWords</name>
    <message>
        <source>Kept on this computer {time}</source>
        <translation>Guardado neste computador {time}</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Salvo {time}</translation>
    </message>
    <message>
        <source>{colleague} has this customer now; your contact counts all the same.</source>
        <translation>{colleague} já está com este cliente; o seu contato vale do mesmo jeito.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Um colega</translation>
    </message>
</context>
<context>
    <name>ScriptNote</name>
    <message>
        <source>Script of the campaign</source>
        <translation>Roteiro da campanha</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Calculating…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>The calculation was stopped.</source>
        <translation>O cálculo foi interrompido.</translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation>Calcular</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>This could not be calculated. Try again, or restart Giro.</source>
        <translation>Não foi possível calcular. Tente de novo ou reinicie o Giro.</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Summary</source>
        <translation>Resumo</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produtos</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Títulos</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Orçamentos</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>Objeções</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Atendim.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anotações</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoria</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>No complaint and no other service case.</source>
        <translation>Nenhuma reclamação nem outro atendimento.</translation>
    </message>
    <message>
        <source>Service cases</source>
        <translation>Atendimentos</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Unchanged; kept in the system&apos;s keyring</source>
        <translation>Sem mudança; fica no chaveiro do sistema</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Telephone and e-mail</source>
        <translation>Telefone e e-mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>Dial with</source>
        <translation>Discar com</translation>
    </message>
    <message>
        <source>A link such as tel:{number} or sip:{number}@pbx, or a program.</source>
        <translation>Um link como tel:{number} ou sip:{number}@pabx, ou um programa.</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Servidor de e-mail</translation>
    </message>
    <message>
        <source>The mail server is the company&apos;s: your supervisor sets it.</source>
        <translation>O servidor de e-mail é da empresa: quem muda é o supervisor.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexão</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation>Nome do remetente</translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation>E-mail do remetente</translation>
    </message>
    <message>
        <source>Write the address that your customers will answer to.</source>
        <translation>Escreva o e-mail para o qual os clientes vão responder.</translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation>Configurações salvas</translation>
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
    <name>SimulationView</name>
    <message>
        <source>Who changes (Enter shows the names)</source>
        <translation>Quem muda (Enter mostra os nomes)</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation>R$ em risco</translation>
    </message>
    <message>
        <source>Calculating…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>Customers per status, before and after</source>
        <translation>Clientes por situação, antes e depois</translation>
    </message>
    <message>
        <source>Who changes</source>
        <translation>Quem muda</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Diferença</translation>
    </message>
    <message>
        <source>Own cycle</source>
        <translation>Ciclo próprio</translation>
    </message>
    <message>
        <source>Fixed days</source>
        <translation>Dias fixos</translation>
    </message>
    <message>
        <source>Wider rule</source>
        <translation>Regra mais ampla</translation>
    </message>
    <message>
        <source>Nobody comes under an alert and nobody leaves it.</source>
        <translation>Ninguém entra em alerta e ninguém sai.</translation>
    </message>
    <message>
        <source>nobody comes under an alert</source>
        <translation>ninguém entra em alerta</translation>
    </message>
    <message>
        <source>nobody leaves it</source>
        <translation>ninguém sai</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) come under an alert, {money}</source>
        <translation>
            <numerusform>%n cliente entra em alerta, {money}</numerusform>
            <numerusform>%n clientes entram em alerta, {money}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leave(s) it, {money}</source>
        <translation>
            <numerusform>%n sai, {money}</numerusform>
            <numerusform>%n saem, {money}</numerusform>
        </translation>
    </message>
    <message>
        <source>With {budget} false alarms: {change}</source>
        <translation>Com {budget} de alarmes falsos: {change}</translation>
    </message>
</context>
<context>
    <name>SnoozePopover</name>
    <message>
        <source>In 15 minutes</source>
        <translation>Em 15 minutos</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Em uma hora</translation>
    </message>
    <message>
        <source>In the afternoon</source>
        <translation>À tarde</translation>
    </message>
    <message>
        <source>Next workday, first thing</source>
        <translation>Próximo dia útil, cedo</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Próxima semana</translation>
    </message>
    <message>
        <source>When to call again?</source>
        <translation>Quando ligar de novo?</translation>
    </message>
    <message>
        <source>1 to 5, or a date: tomorrow 2pm, +3d, 15/12 9:30</source>
        <translation>1 a 5, ou uma data: amanhã 14h, +3d, 15/12 9:30</translation>
    </message>
</context>
<context>
    <name>SpreadDialog</name>
    <message>
        <source>Spread over working days</source>
        <translation>Distribuir em dias úteis</translation>
    </message>
    <message>
        <source>From</source>
        <translation>A partir de</translation>
    </message>
    <message>
        <source>tomorrow, Mon, 15/12</source>
        <translation>amanhã, seg, 15/12</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Dias úteis</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>Spread %n next contact(s)</source>
        <translation>
            <numerusform>Distribuir %n contato</numerusform>
            <numerusform>Distribuir %n contatos</numerusform>
        </translation>
    </message>
    <message>
        <source>over how many working days</source>
        <translation>em quantos dias úteis</translation>
    </message>
    <message numerus="yes">
        <source>Move %n next contact(s)</source>
        <translation>
            <numerusform>Remarcar %n contato</numerusform>
            <numerusform>Remarcar %n contatos</numerusform>
        </translation>
    </message>
    <message>
        <source>Days off and each customer&apos;s own days and hours are left out.</source>
        <translation>Feriados, folgas e os dias e horários de cada cliente são respeitados.</translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s): an hour was agreed.</source>
        <translation>
            <numerusform>%n fica: tem hora combinada.</numerusform>
            <numerusform>%n ficam: têm hora combinada.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do(es) not fit into these days: %1</source>
        <translation>
            <numerusform>%n não coube nesses dias: %1</numerusform>
            <numerusform>%n não couberam nesses dias: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaleNotice</name>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>List of {time}</source>
        <translation>Lista de {time}</translation>
    </message>
    <message>
        <source>List of {time}: {error}</source>
        <translation>Lista de {time}: {error}</translation>
    </message>
    <message>
        <source>List of {time}, being brought up to date…</source>
        <translation>Lista de {time}, atualizando…</translation>
    </message>
    <message>
        <source>The list stands still while so many rows are marked.</source>
        <translation>A lista fica parada enquanto há tantas linhas marcadas.</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Kept on this computer: {count}</source>
        <translation>Guardados neste computador: {count}</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… e mais {count}</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>It goes to the server by itself once it is back.</source>
        <translation>Segue sozinho para o servidor quando ele voltar.</translation>
    </message>
    <message>
        <source>Opening the team&apos;s server…</source>
        <translation>Abrindo o servidor da equipe…</translation>
    </message>
    <message>
        <source>No server: Giro opens as soon as it answers</source>
        <translation>Sem servidor: o Giro abre assim que ele responder</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Chamando o servidor…</translation>
    </message>
    <message>
        <source>Next attempt in {seconds} s.</source>
        <translation>Próxima tentativa em {seconds} s.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Tables and invoices ({endings})</source>
        <translation>Tabelas e notas fiscais ({endings})</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Arquivos para importar</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Folder of NF-e XML</source>
        <translation>Pasta de XML das NF-e</translation>
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
        <source>%n draft(s) kept</source>
        <translation>
            <numerusform>%n rascunho guardado</numerusform>
            <numerusform>%n rascunhos guardados</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with them, or discard them (Ctrl+Shift+D)</source>
        <translation>Continuar ou descartar (Ctrl+Shift+D)</translation>
    </message>
    <message numerus="yes">
        <source>%n post-it(s) to read</source>
        <translation>
            <numerusform>%n post-it para ler</numerusform>
            <numerusform>%n post-its para ler</numerusform>
        </translation>
    </message>
    <message>
        <source>Read them (Ctrl+Shift+P)</source>
        <translation>Ler (Ctrl+Shift+P)</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) to read</source>
        <translation>
            <numerusform>%n comentário para ler</numerusform>
            <numerusform>%n comentários para ler</numerusform>
        </translation>
    </message>
    <message>
        <source>Read them (Ctrl+Shift+O, Alt+2)</source>
        <translation>Ler (Ctrl+Shift+O, Alt+2)</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) today</source>
        <translation>
            <numerusform>%n contato hoje</numerusform>
            <numerusform>%n contatos hoje</numerusform>
        </translation>
    </message>
    <message>
        <source>no contacts today</source>
        <translation>nenhum contato hoje</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n marcado</numerusform>
            <numerusform>%n marcados</numerusform>
        </translation>
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
    <name>StoragePage</name>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contatos</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Banco de dados</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anexos</translation>
    </message>
    <message>
        <source>All of it is encrypted; only this computer, or whoever has its key, reads it.</source>
        <translation>Está tudo criptografado: só este computador, ou quem tem a chave dele, consegue ler.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Contacts</source>
        <translation>Contatos</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Orçamentos</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Títulos</translation>
    </message>
    <message>
        <source>Service cases</source>
        <translation>Atendimentos</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>Objeções</translation>
    </message>
    <message>
        <source>Next contacts</source>
        <translation>Próximos contatos</translation>
    </message>
    <message>
        <source>Post-its</source>
        <translation>Post-its</translation>
    </message>
    <message>
        <source>Pitches</source>
        <translation>Pitches</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anexos</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Orçamento</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Service:</source>
        <translation>Atendimento:</translation>
    </message>
    <message>
        <source>Objection:</source>
        <translation>Objeção:</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Próximo contato</translation>
    </message>
    <message>
        <source>Post-it</source>
        <translation>Post-it</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Pitch</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anexo</translation>
    </message>
    <message>
        <source>to fall due</source>
        <translation>a vencer</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>vencido</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>pago</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>opened in another program</source>
        <translation>aberta em outro programa</translation>
    </message>
    <message>
        <source>could not be sent</source>
        <translation>não foi enviada</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>registrada</translation>
    </message>
    <message>
        <source>argued</source>
        <translation>argumentada</translation>
    </message>
    <message>
        <source>overcome</source>
        <translation>superada</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>em espera</translation>
    </message>
    <message>
        <source>woke up</source>
        <translation>condição atendida</translation>
    </message>
    <message>
        <source>set</source>
        <translation>marcado</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>remarcado</translation>
    </message>
    <message>
        <source>done</source>
        <translation>cumprido</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>aguardando envio</translation>
    </message>
    <message>
        <source>a colleague&apos;s callback</source>
        <translation>retorno de colega</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>a caminho</translation>
    </message>
    <message>
        <source>late</source>
        <translation>atrasado</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregue</translation>
    </message>
    <message>
        <source>delivered late</source>
        <translation>com atraso</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aberto</translation>
    </message>
    <message>
        <source>won</source>
        <translation>ganho</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdido</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expirado</translation>
    </message>
    <message>
        <source>open (case)</source>
        <translation>aberto</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>resolvido</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>recusado</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Reclamação</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Troca</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>Defeito</translation>
    </message>
    <message>
        <source>Non-conformity</source>
        <translation>Não conformidade</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Outro</translation>
    </message>
    <message>
        <source>open (objection)</source>
        <translation>aberta</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>até %1</translation>
    </message>
    <message>
        <source>until title %1 is paid</source>
        <translation>até o pagamento do título %1</translation>
    </message>
    <message>
        <source>until the overdue titles are paid</source>
        <translation>até o pagamento dos vencidos</translation>
    </message>
    <message>
        <source>until the promotion %1</source>
        <translation>até a promoção %1</translation>
    </message>
    <message>
        <source>until there is a promotion</source>
        <translation>até haver promoção</translation>
    </message>
    <message>
        <source>until %1 is back in stock</source>
        <translation>até %1 voltar ao estoque</translation>
    </message>
    <message>
        <source>regular</source>
        <translation>regular</translation>
    </message>
    <message>
        <source>due</source>
        <translation>para repor</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parou</translation>
    </message>
    <message>
        <source>once</source>
        <translation>uma vez</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Next contact</source>
        <translation>Próximo contato</translation>
    </message>
    <message>
        <source>Customer&apos;s wishes</source>
        <translation>Preferências do cliente</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Pessoa de contato</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Objeção</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Orçamento</translation>
    </message>
    <message>
        <source>Line of a quote</source>
        <translation>Item de orçamento</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contato</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>Pitch notes</source>
        <translation>Notas da abordagem</translation>
    </message>
    <message>
        <source>Permission to contact</source>
        <translation>Permissão de contato</translation>
    </message>
    <message>
        <source>Next contact, its history</source>
        <translation>Histórico do próximo contato</translation>
    </message>
    <message>
        <source>Choice of the next contact</source>
        <translation>Escolha do próximo contato</translation>
    </message>
    <message>
        <source>Step of the queue</source>
        <translation>Passo da fila</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anexo</translation>
    </message>
    <message>
        <source>Answer to an objection</source>
        <translation>Resposta a uma objeção</translation>
    </message>
    <message>
        <source>Objection, its history</source>
        <translation>Histórico da objeção</translation>
    </message>
    <message>
        <source>Reminder, its history</source>
        <translation>Histórico do lembrete</translation>
    </message>
    <message>
        <source>Comment that you read</source>
        <translation>Comentário que você leu</translation>
    </message>
    <message>
        <source>Post-it that you read</source>
        <translation>Post-it que você leu</translation>
    </message>
    <message>
        <source>Correction of working time</source>
        <translation>Correção do ponto</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Trilha de auditoria</translation>
    </message>
    <message>
        <source>Kind of objection</source>
        <translation>Tipo de objeção</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Visão salva</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Lembrete</translation>
    </message>
    <message>
        <source>Rest of a customer</source>
        <translation>Descanso do cliente</translation>
    </message>
    <message>
        <source>Working day</source>
        <translation>Dia de trabalho</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Alteração</translation>
    </message>
    <message>
        <source>Other record</source>
        <translation>Outro registro</translation>
    </message>
    <message>
        <source>{thing}: changed</source>
        <translation>{thing}: alteração</translation>
    </message>
    <message>
        <source>{thing}: removed</source>
        <translation>{thing}: remoção</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Who contacts</source>
        <translation>Quem faz o contato</translation>
    </message>
    <message>
        <source>Portfolio of</source>
        <translation>Carteira de</translation>
    </message>
    <message>
        <source>Main number</source>
        <translation>Número principal</translation>
    </message>
    <message>
        <source>Main person</source>
        <translation>Contato principal</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Vendedor</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produto</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para quê</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Observação</translation>
    </message>
    <message>
        <source>Reminder before</source>
        <translation>Lembrete antes</translation>
    </message>
    <message>
        <source>Waits for an answer until</source>
        <translation>Espera resposta até</translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation>Canal preferido</translation>
    </message>
    <message>
        <source>Prefers from</source>
        <translation>Prefere a partir de</translation>
    </message>
    <message>
        <source>Prefers until</source>
        <translation>Prefere até</translation>
    </message>
    <message>
        <source>Preferred days</source>
        <translation>Dias preferidos</translation>
    </message>
    <message>
        <source>As it was typed</source>
        <translation>Como foi digitado</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Ramal</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quem</translation>
    </message>
    <message>
        <source>Number works</source>
        <translation>Número funciona</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>WhatsApp confirmed</source>
        <translation>WhatsApp confirmado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>Decide a compra</translation>
    </message>
    <message>
        <source>Where the data came from</source>
        <translation>Origem dos dados</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Espera por</translation>
    </message>
    <message>
        <source>Waits until</source>
        <translation>Espera até</translation>
    </message>
    <message>
        <source>Waits for which</source>
        <translation>Espera por qual</translation>
    </message>
    <message>
        <source>Quote number</source>
        <translation>Número do orçamento</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>Aberto em</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Válido até</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation>Por que parou</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantidade</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Preço unitário</translation>
    </message>
    <message>
        <source>It is no longer on the server.</source>
        <translation>Não existe mais no servidor.</translation>
    </message>
    <message>
        <source>Somebody else changed the same thing meanwhile.</source>
        <translation>Outra pessoa mudou a mesma coisa nesse meio-tempo.</translation>
    </message>
    <message>
        <source>The customer is not in your portfolio any more.</source>
        <translation>O cliente não está mais na sua carteira.</translation>
    </message>
    <message>
        <source>What it belongs to is no longer on the server.</source>
        <translation>Aquilo a que pertence não existe mais no servidor.</translation>
    </message>
    <message>
        <source>Your role may not change this.</source>
        <translation>O seu perfil não pode alterar isto.</translation>
    </message>
    <message>
        <source>Somebody else has what may be there once alone.</source>
        <translation>Outra pessoa já usa o que só pode existir uma vez.</translation>
    </message>
    <message>
        <source>It is there already, with other words.</source>
        <translation>Já existe no servidor, com outras palavras.</translation>
    </message>
    <message>
        <source>It is larger than the company or the server takes.</source>
        <translation>É maior do que a empresa ou o servidor aceita.</translation>
    </message>
    <message>
        <source>Its content is not what was said of it.</source>
        <translation>O conteúdo não confere com o que foi dito dele.</translation>
    </message>
    <message>
        <source>A colleague set another one in the same place.</source>
        <translation>Um colega pôs outro no mesmo lugar.</translation>
    </message>
    <message>
        <source>The server has another version.</source>
        <translation>O servidor tem outra versão.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sim</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>{what} ({count} times)</source>
        <translation>{what} ({count} vezes)</translation>
    </message>
    <message>
        <source>{what} (until {when})</source>
        <translation>{what} (até {when})</translation>
    </message>
    <message>
        <source>No connection to the server: what you save waits here</source>
        <translation>Sem conexão com o servidor: o que você salva espera aqui</translation>
    </message>
    <message>
        <source>An administrator blocked this laptop: its key was erased</source>
        <translation>O administrador bloqueou este notebook: a chave foi apagada</translation>
    </message>
    <message>
        <source>The server does not know this laptop</source>
        <translation>O servidor não conhece este notebook</translation>
    </message>
    <message>
        <source>This Giro is too old for the server: it sends, but receives nothing</source>
        <translation>Este Giro é antigo demais para o servidor: envia, mas não recebe nada</translation>
    </message>
    <message>
        <source>The server is older than this Giro: it waits</source>
        <translation>O servidor é mais antigo que este Giro: o que você salva espera aqui</translation>
    </message>
    <message>
        <source>The server came back from a backup: what you sent of late is offered again</source>
        <translation>O servidor voltou de uma cópia de segurança: o que você enviou há pouco é oferecido de novo</translation>
    </message>
    <message>
        <source>Too long without contact with the server: the key was erased from here</source>
        <translation>Tempo demais sem contato com o servidor: a chave foi apagada daqui</translation>
    </message>
    <message>
        <source>The key came back from the server&apos;s copy</source>
        <translation>A chave voltou da cópia do servidor</translation>
    </message>
    <message>
        <source>Everything was read anew: the administrator asked for it</source>
        <translation>Tudo foi lido de novo: o administrador pediu</translation>
    </message>
    <message>
        <source>Everything was read anew from the server</source>
        <translation>Tudo foi lido de novo do servidor</translation>
    </message>
    <message>
        <source>You kept your version: {thing}</source>
        <translation>Você ficou com a sua versão: {thing}</translation>
    </message>
    <message>
        <source>You kept the server&apos;s version: {thing}</source>
        <translation>Você ficou com a versão do servidor: {thing}</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is ahead by {by}: set it right</source>
        <translation>O relógio deste computador está adiantado {by}: acerte-o</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is behind by {by}: set it right</source>
        <translation>O relógio deste computador está atrasado {by}: acerte-o</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} dias</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Combinado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Feito</translation>
    </message>
    <message>
        <source>Replaced by another one</source>
        <translation>Trocado por outro</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Celular</translation>
    </message>
    <message>
        <source>Landline</source>
        <translation>Fixo</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Não se sabe</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Em aberto</translation>
    </message>
    <message>
        <source>Overcome</source>
        <translation>Vencida</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Em espera</translation>
    </message>
    <message>
        <source>A date</source>
        <translation>Uma data</translation>
    </message>
    <message>
        <source>A title paid</source>
        <translation>Título pago</translation>
    </message>
    <message>
        <source>A promotion</source>
        <translation>Promoção</translation>
    </message>
    <message>
        <source>A product in stock</source>
        <translation>Produto em estoque</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Ganho</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencido</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>segunda</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>terça</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>quarta</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>quinta</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>sexta</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>sábado</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>domingo</translation>
    </message>
    <message>
        <source>Not synchronised yet</source>
        <translation>Ainda não sincronizado</translation>
    </message>
    <message>
        <source>Synchronised just now</source>
        <translation>Sincronizado agora</translation>
    </message>
    <message>
        <source>Synchronised {count} min ago</source>
        <translation>Sincronizado há {count} min</translation>
    </message>
    <message>
        <source>Synchronised: {when}</source>
        <translation>Sincronizado: {when}</translation>
    </message>
    <message>
        <source>{count} to send</source>
        <translation>{count} a enviar</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sem conexão</translation>
    </message>
    <message>
        <source>Offline since {when}</source>
        <translation>Sem conexão desde {when}</translation>
    </message>
    <message>
        <source>Access refused: sign in again</source>
        <translation>Acesso recusado: entre de novo</translation>
    </message>
    <message>
        <source>This laptop was blocked</source>
        <translation>Este notebook foi bloqueado</translation>
    </message>
    <message>
        <source>Laptop not registered</source>
        <translation>Notebook não cadastrado</translation>
    </message>
    <message>
        <source>Update Giro to receive news</source>
        <translation>Atualize o Giro para receber novidades</translation>
    </message>
    <message>
        <source>The server awaits its update</source>
        <translation>O servidor espera a atualização</translation>
    </message>
    <message>
        <source>The server does not take this login. What you save stays here; ask whoever runs the server for a new password, open Giro again and synchronise.</source>
        <translation>O servidor não aceita este acesso. O que você salva fica aqui; peça uma nova senha a quem cuida do servidor, abra o Giro de novo e sincronize.</translation>
    </message>
    <message>
        <source>An administrator blocked this laptop: after it is closed its data cannot be opened any more. Talk to whoever runs the server.</source>
        <translation>Um administrador bloqueou este notebook: depois de fechar, os dados não abrem mais. Fale com quem cuida do servidor.</translation>
    </message>
    <message>
        <source>The server does not know this laptop. What you save stays here; talk to whoever runs the server.</source>
        <translation>O servidor não conhece este notebook. O que você salva fica aqui; fale com quem cuida do servidor.</translation>
    </message>
    <message>
        <source>This Giro is too old for the server: what you save is sent, but nothing new comes before you update it.</source>
        <translation>Este Giro é antigo demais para o servidor: o que você salva é enviado, mas nada de novo chega antes da atualização.</translation>
    </message>
    <message>
        <source>This Giro is newer than the server. What you save stays here until the server is updated.</source>
        <translation>Este Giro é mais novo que o servidor. O que você salva fica aqui até o servidor ser atualizado.</translation>
    </message>
    <message>
        <source>Everything works and what you save stays here; it is sent by itself later.</source>
        <translation>Tudo funciona e o que você salva fica aqui; depois é enviado sozinho.</translation>
    </message>
    <message>
        <source>1 customer came into your portfolio</source>
        <translation>1 cliente entrou na sua carteira</translation>
    </message>
    <message>
        <source>{count} customers came into your portfolio</source>
        <translation>{count} clientes entraram na sua carteira</translation>
    </message>
    <message>
        <source>1 left it</source>
        <translation>1 saiu</translation>
    </message>
    <message>
        <source>{count} left it</source>
        <translation>{count} saíram</translation>
    </message>
    <message>
        <source>1 customer left your portfolio</source>
        <translation>1 cliente saiu da sua carteira</translation>
    </message>
    <message>
        <source>{count} customers left your portfolio</source>
        <translation>{count} clientes saíram da sua carteira</translation>
    </message>
    <message>
        <source>portfolio {changes}</source>
        <translation>carteira {changes}</translation>
    </message>
    <message>
        <source>1 conflict</source>
        <translation>1 conflito</translation>
    </message>
    <message>
        <source>{count} conflicts</source>
        <translation>{count} conflitos</translation>
    </message>
    <message>
        <source>1 sent</source>
        <translation>1 enviado</translation>
    </message>
    <message>
        <source>{count} sent</source>
        <translation>{count} enviados</translation>
    </message>
    <message>
        <source>1 received</source>
        <translation>1 recebido</translation>
    </message>
    <message>
        <source>{count} received</source>
        <translation>{count} recebidos</translation>
    </message>
    <message>
        <source>set aside: {count}</source>
        <translation>separados: {count}</translation>
    </message>
    <message>
        <source>set aside for the administrator: {count}</source>
        <translation>separados para o administrador: {count}</translation>
    </message>
    <message>
        <source>No connection to the server; it is tried again by itself.</source>
        <translation>Sem conexão com o servidor; a tentativa se repete sozinha.</translation>
    </message>
    <message>
        <source>Another Giro is synchronising this laptop at this moment.</source>
        <translation>Outro Giro está sincronizando este notebook neste momento.</translation>
    </message>
    <message>
        <source>Synchronised</source>
        <translation>Sincronizado</translation>
    </message>
    <message>
        <source>Synchronised: nothing new</source>
        <translation>Sincronizado: nada de novo</translation>
    </message>
    <message>
        <source>The server did not take this login</source>
        <translation>O servidor não aceitou este acesso</translation>
    </message>
    <message>
        <source>This laptop is a copy of another one: the server registered it as a new one</source>
        <translation>Este notebook é cópia de outro: o servidor o cadastrou como novo</translation>
    </message>
</context>
<context>
    <name>SyncChip</name>
    <message>
        <source>Synchronising…</source>
        <translation>Sincronizando…</translation>
    </message>
    <message>
        <source>Synchronisation: {state}</source>
        <translation>Sincronização: {state}</translation>
    </message>
    <message>
        <source>What waits, conflicts, log ({key})</source>
        <translation>O que falta enviar, conflitos, registro ({key})</translation>
    </message>
</context>
<context>
    <name>SyncCorner</name>
    <message>
        <source>Synchronising…</source>
        <translation>Sincronizando…</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Synchronisation</source>
        <translation>Sincronização</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>Synchronise now  Ctrl+F9</source>
        <translation>Sincronizar agora  Ctrl+F9</translation>
    </message>
    <message>
        <source>Synchronising…</source>
        <translation>Sincronizando…</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>A enviar</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflitos</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Armazenamento</translation>
    </message>
</context>
<context>
    <name>TakeOver</name>
    <message>
        <source>The customer is yours now.</source>
        <translation>O cliente agora está com você.</translation>
    </message>
</context>
<context>
    <name>TakeOverPopover</name>
    <message>
        <source>Why take the call over?</source>
        <translation>Por que assumir a ligação?</translation>
    </message>
    <message>
        <source>The operator asked for help</source>
        <translation>O operador pediu ajuda</translation>
    </message>
    <message>
        <source>The operator had to leave</source>
        <translation>O operador precisou sair</translation>
    </message>
    <message>
        <source>The customer asked for the supervisor</source>
        <translation>O cliente pediu para falar com o supervisor</translation>
    </message>
    <message>
        <source>A negotiation beyond the operator&apos;s limits</source>
        <translation>Negociação acima da alçada do operador</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Accepting the invitation…</source>
        <translation>Aceitando o convite…</translation>
    </message>
    <message>
        <source>Registering this laptop with the server…</source>
        <translation>Registrando este notebook no servidor…</translation>
    </message>
    <message>
        <source>Fetching your portfolio…</source>
        <translation>Trazendo a sua carteira…</translation>
    </message>
    <message>
        <source>Working out who is to be called today…</source>
        <translation>Calculando quem ligar hoje…</translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation>{count} clientes</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count} pedidos</translation>
    </message>
    <message>
        <source>{count} contacts</source>
        <translation>{count} contatos</translation>
    </message>
    <message>
        <source>{count} titles</source>
        <translation>{count} títulos</translation>
    </message>
    <message>
        <source>{count} next contacts</source>
        <translation>{count} próximos contatos</translation>
    </message>
</context>
<context>
    <name>TakingAlongDialog</name>
    <message>
        <source>Take my portfolio along on this laptop</source>
        <translation>Levar minha carteira neste notebook</translation>
    </message>
    <message>
        <source>Your customers, also without a network</source>
        <translation>Seus clientes, também sem rede</translation>
    </message>
    <message>
        <source>Your portfolio comes to this computer, encrypted: list, histories, titles and agenda work for days without a network, and synchronise by themselves when it is back.</source>
        <translation>A sua carteira vem para este computador, cifrada: lista, históricos, títulos e agenda funcionam dias sem rede e sincronizam sozinhos quando ela volta.</translation>
    </message>
    <message>
        <source>From the server {server}.</source>
        <translation>Do servidor {server}.</translation>
    </message>
    <message>
        <source>Open Giro again</source>
        <translation>Abrir o Giro de novo</translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation>Levar a carteira</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Done: {customers} customers with everything about them ({rows} records) are on this computer. Giro has to open again for that.</source>
        <translation>Pronto: {customers} clientes e tudo sobre eles ({rows} registros) estão neste computador. Para usar, o Giro precisa abrir de novo.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
</context>
<context>
    <name>TakingForm</name>
    <message>
        <source>I have an invitation</source>
        <translation>Tenho um convite</translation>
    </message>
    <message>
        <source>I have a login already</source>
        <translation>Já tenho usuário e senha</translation>
    </message>
    <message>
        <source>The invitation&apos;s line</source>
        <translation>A linha do convite</translation>
    </message>
    <message>
        <source>Server&apos;s address</source>
        <translation>Endereço do servidor</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Choose a password</source>
        <translation>Escolha uma senha</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Mais uma vez</translation>
    </message>
    <message>
        <source>This computer has no keyring: Giro asks for this passphrase whenever it opens.</source>
        <translation>Este computador não tem cofre de senhas: o Giro pede esta frase-senha sempre que abre.</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Escolha uma frase-senha</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>Pelo menos {count} caracteres.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>As duas não são iguais.</translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>Message templates</source>
        <translation>Modelos de mensagem</translation>
    </message>
    <message>
        <source>Insert a field…</source>
        <translation>Inserir um campo…</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Em uso</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Novo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Tom</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Assunto</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Fields stand in {{ }}; {% if field %}…{% endif %} leaves out what is missing.</source>
        <translation>Os campos ficam entre {{ }}; {% if campo %}…{% endif %} tira o trecho quando falta o valor.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Salvo</translation>
    </message>
    <message>
        <source>Template saved</source>
        <translation>Modelo salvo</translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>Orders in time</source>
        <translation>Pedidos no tempo</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after the one before</source>
        <translation>
            <numerusform>%n dia depois do anterior</numerusform>
            <numerusform>%n dias depois do anterior</numerusform>
        </translation>
    </message>
    <message>
        <source>first order</source>
        <translation>primeiro pedido</translation>
    </message>
    <message>
        <source>far above the usual value</source>
        <translation>muito acima do valor usual</translation>
    </message>
    <message>
        <source>At risk since %1</source>
        <translation>Em risco desde %1</translation>
    </message>
    <message>
        <source>Sales blocked since %1</source>
        <translation>Vendas bloqueadas desde %1</translation>
    </message>
    <message>
        <source>Sales blocked from %1 to %2</source>
        <translation>Vendas bloqueadas de %1 a %2</translation>
    </message>
    <message numerus="yes">
        <source>No order for %n day(s), since %1</source>
        <translation>
            <numerusform>Sem pedido há %n dia, desde %1</numerusform>
            <numerusform>Sem pedido há %n dias, desde %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No orders</source>
        <translation>Nenhum pedido</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n pedido</numerusform>
            <numerusform>%n pedidos</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>esperado</translation>
    </message>
    <message>
        <source>if they return</source>
        <translation>se voltar</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>em risco</translation>
    </message>
    <message>
        <source>At risk from %1 on, if no order comes</source>
        <translation>Em risco a partir de %1, se não vier pedido</translation>
    </message>
    <message>
        <source>Next order expected on %1</source>
        <translation>Próximo pedido esperado em %1</translation>
    </message>
    <message>
        <source>Next order expected between %1 and %2, about %3</source>
        <translation>Próximo pedido esperado entre %1 e %2, por volta de %3</translation>
    </message>
    <message>
        <source>Next order, if they still buy, between %1 and %2, about %3</source>
        <translation>Próximo pedido, se ainda compra, entre %1 e %2, por volta de %3</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Nothing has happened with this customer yet.</source>
        <translation>Ainda não aconteceu nada com este cliente.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>Search in the history</source>
        <translation>Buscar no histórico</translation>
    </message>
    <message>
        <source>Search in the history (just type in the list)</source>
        <translation>Buscar no histórico (é só digitar na lista)</translation>
    </message>
    <message>
        <source>Correct this contact</source>
        <translation>Corrigir este contato</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Nothing of this kind or with these words.</source>
        <translation>Nada deste tipo ou com estas palavras.</translation>
    </message>
</context>
<context>
    <name>TitlesPage</name>
    <message>
        <source>paid</source>
        <translation>pago</translation>
    </message>
    <message>
        <source>paid on %1</source>
        <translation>pago em %1</translation>
    </message>
    <message numerus="yes">
        <source>overdue for %n day(s)</source>
        <translation>
            <numerusform>vencido há %n dia</numerusform>
            <numerusform>vencido há %n dias</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>vence hoje</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vencimento</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>Em aberto</translation>
    </message>
    <message numerus="yes">
        <source>due in %n day(s)</source>
        <translation>
            <numerusform>vence em %n dia</numerusform>
            <numerusform>vence em %n dias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue title(s): %1, the oldest for %2 days</source>
        <translation>
            <numerusform>%n título vencido: %1, há %2 dias</numerusform>
            <numerusform>%n títulos vencidos: %1, o mais antigo há %2 dias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n title(s) to fall due: %1</source>
        <translation>
            <numerusform>%n título a vencer: %1</numerusform>
            <numerusform>%n títulos a vencer: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No title: nothing is owed.</source>
        <translation>Nenhum título: nada a receber.</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Títulos</translation>
    </message>
</context>
<context>
    <name>ToldChange</name>
    <message>
        <source>Stopping…</source>
        <translation>Interrompendo…</translation>
    </message>
    <message>
        <source>{done} of {count} customers</source>
        <translation>{done} de {count} clientes</translation>
    </message>
    <message>
        <source>Stopped: {left} were left as they are.</source>
        <translation>Interrompido: {left} ficaram como estavam.</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation>Ctrl+Z desfaz.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Queue {count}</source>
        <translation>Fila {count}</translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>This is what the import would do</source>
        <translation>O que a importação vai fazer</translation>
    </message>
    <message>
        <source>{counts}. Nothing has been written yet.</source>
        <translation>{counts}. Nada foi gravado ainda.</translation>
    </message>
    <message>
        <source>What is odd</source>
        <translation>O que chama a atenção</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Colunas…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Import (Ctrl+Enter)</source>
        <translation>Importar (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Nothing is odd: every line can be taken as it is.</source>
        <translation>Nenhum problema: todas as linhas podem entrar como estão.</translation>
    </message>
    <message numerus="yes">
        <source>Lines with a warning are imported, rejected ones are left out. The reasons of the first %n line(s) are counted here; the result will have all of them.</source>
        <translation>
            <numerusform>As linhas com aviso entram; as recusadas ficam de fora. Os motivos abaixo são da primeira linha com problema; o resultado terá todos.</numerusform>
            <numerusform>As linhas com aviso entram; as recusadas ficam de fora. Os motivos abaixo são das primeiras %n linhas com problema; o resultado terá todos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines with a warning are imported, rejected ones are left out.</source>
        <translation>As linhas com aviso entram; as recusadas ficam de fora.</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undo the import of {file}?</source>
        <translation>Desfazer a importação de {file}?</translation>
    </message>
    <message>
        <source>{lines} lines were read, {new} of them new.</source>
        <translation>Foram lidas {lines} linhas, {new} delas novas.</translation>
    </message>
    <message>
        <source>What it brought is removed, and what it changed becomes what it was. Where somebody has worked with it already, nothing is undone and you are told why.</source>
        <translation>O que ela trouxe sai, e o que ela mudou volta a ser como era. Se alguém já trabalhou em cima disso, nada é desfeito e o Giro diz por quê.</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Desfazer importação</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Undoing the import of {file}…</source>
        <translation>Desfazendo a importação de {file}…</translation>
    </message>
    <message>
        <source>The import of {file} was undone.</source>
        <translation>A importação de {file} foi desfeita.</translation>
    </message>
    <message>
        <source>{file} was not undone</source>
        <translation>{file} não foi desfeito</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message numerus="yes">
        <source>%n of them</source>
        <translation>
            <numerusform>%n escolhido</numerusform>
            <numerusform>%n escolhidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dias</translation>
    </message>
    <message>
        <source>today, -30d, 15/12/25</source>
        <translation>hoje, -30d, 15/12/25</translation>
    </message>
    <message>
        <source>R$</source>
        <translation>R$</translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>as it came</source>
        <translation>de fábrica</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>em vigor</translation>
    </message>
    <message>
        <source>Published at</source>
        <translation>Publicada em</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nº</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>What this version changed</source>
        <translation>O que esta versão mudou</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versões</translation>
    </message>
    <message>
        <source>Return to this version…</source>
        <translation>Voltar a esta versão…</translation>
    </message>
    <message>
        <source>On the server: {who}, {when}</source>
        <translation>No servidor: {who}, {when}</translation>
    </message>
    <message>
        <source>On the server: {who}</source>
        <translation>No servidor: {who}</translation>
    </message>
    <message>
        <source>On the server since: {when}</source>
        <translation>No servidor desde: {when}</translation>
    </message>
    <message>
        <source>Details that the program keeps by itself.</source>
        <translation>Detalhes que o programa cuida sozinho.</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meu</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>No servidor</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>removido</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>não existe mais</translation>
    </message>
    <message>
        <source>{name}: mine {mine}, on the server {theirs}</source>
        <translation>{name}: meu {mine}, no servidor {theirs}</translation>
    </message>
    <message>
        <source>{name}: {mine} in both</source>
        <translation>{name}: {mine} nos dois</translation>
    </message>
</context>
<context>
    <name>ViewsDialog</name>
    <message>
        <source>Saved views</source>
        <translation>Visões salvas</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>No view has been saved yet.</source>
        <translation>Nenhuma visão salva ainda.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renomear</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>{name}  (team)</source>
        <translation>{name}  (equipe)</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nome da visão</translation>
    </message>
</context>
<context>
    <name>WaitRow</name>
    <message>
        <source>A date</source>
        <translation>Uma data</translation>
    </message>
    <message>
        <source>Overdue titles paid</source>
        <translation>Títulos vencidos pagos</translation>
    </message>
    <message>
        <source>Promotion of what they buy</source>
        <translation>Promoção do que compra</translation>
    </message>
    <message>
        <source>Title {name} paid</source>
        <translation>Título {name} pago</translation>
    </message>
    <message>
        <source>Promotion {name}</source>
        <translation>Promoção {name}</translation>
    </message>
    <message>
        <source>{name} back in stock</source>
        <translation>{name} de volta ao estoque</translation>
    </message>
    <message>
        <source>Waits on</source>
        <translation>Aguarda</translation>
    </message>
    <message>
        <source>Waits on…</source>
        <translation>Aguarda…</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Até quando</translation>
    </message>
    <message>
        <source>friday, +30d, 15/12</source>
        <translation>sexta, +30d, 15/12</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>To send</source>
        <translation>A enviar</translation>
    </message>
    <message>
        <source>The program&apos;s own records that go along (history, reminders, audit): %1</source>
        <translation>Registros do próprio Giro que vão junto (histórico, lembretes, auditoria): %1</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>tried in vain</source>
        <translation>tentado sem sucesso</translation>
    </message>
    <message>
        <source>Nothing waits: the server has it all.</source>
        <translation>Nada a enviar: o servidor já tem tudo.</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>On a call</source>
        <translation>Em ligação</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Livre</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>Em pausa</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>a customer of another portfolio</source>
        <translation>um cliente de outra carteira</translation>
    </message>
    <message>
        <source>Nobody&apos;s portfolio</source>
        <translation>Sem carteira</translation>
    </message>
    <message>
        <source>In no team</source>
        <translation>Sem equipe</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>R$ at risk</source>
        <translation>R$ em risco</translation>
    </message>
    <message>
        <source>R$ in 12 months</source>
        <translation>R$ em 12 meses</translation>
    </message>
    <message>
        <source>shares evenly</source>
        <translation>divide por igual</translation>
    </message>
    <message>
        <source>gives all away</source>
        <translation>passa tudo adiante</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>fica como está</translation>
    </message>
</context>
<context>
    <name>WallScreen</name>
    <message>
        <source>The team now</source>
        <translation>Equipe agora</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>Now  Alt+1</source>
        <translation>Agora  Alt+1</translation>
    </message>
    <message>
        <source>Portfolios  Alt+2</source>
        <translation>Carteiras  Alt+2</translation>
    </message>
    <message>
        <source>Reading the moment…</source>
        <translation>Lendo o momento…</translation>
    </message>
    <message>
        <source>{calling} on a call   ·   {free} free   ·   {paused} on a break</source>
        <translation>{calling} em ligação   ·   {free} livres   ·   {paused} em pausa</translation>
    </message>
</context>
<context>
    <name>WatchLine</name>
    <message>
        <source>Watch a folder</source>
        <translation>Vigiar uma pasta</translation>
    </message>
    <message>
        <source>Files that appear there are imported by themselves while Giro is open.</source>
        <translation>Os arquivos que aparecem nela são importados sozinhos enquanto o Giro está aberto.</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Pasta…</translation>
    </message>
    <message>
        <source>What appears in {folder} is imported by itself.</source>
        <translation>O que aparece em {folder} é importado sozinho.</translation>
    </message>
    <message>
        <source>Off. {folder}</source>
        <translation>Desligado. {folder}</translation>
    </message>
    <message>
        <source>Folder to be watched</source>
        <translation>Pasta a vigiar</translation>
    </message>
</context>
<context>
    <name>Weather</name>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Slow server</source>
        <translation>Servidor lento</translation>
    </message>
    <message>
        <source>No server</source>
        <translation>Sem servidor</translation>
    </message>
    <message>
        <source>Access refused</source>
        <translation>Acesso recusado</translation>
    </message>
    <message>
        <source>Other version</source>
        <translation>Outra versão</translation>
    </message>
    <message>
        <source>data of {time}</source>
        <translation>dados de {time}</translation>
    </message>
    <message>
        <source>kept here: {count}</source>
        <translation>guardados aqui: {count}</translation>
    </message>
    <message>
        <source>not taken: {count}</source>
        <translation>não aceitos: {count}</translation>
    </message>
    <message>
        <source>Contacts, notes and next contacts are kept until you close the program, as this computer has no keyring; they go there by themselves once it is back.</source>
        <translation>Contatos, anotações e próximos contatos ficam guardados só até você fechar o programa, porque este computador não tem cofre de senhas; seguem sozinhos quando ele voltar.</translation>
    </message>
    <message>
        <source>Next attempt in {seconds} s.</source>
        <translation>Nova tentativa em {seconds} s.</translation>
    </message>
    <message>
        <source>Stored on the server: {count}</source>
        <translation>Gravados no servidor: {count}</translation>
    </message>
    <message>
        <source>{colleagues} had the customer by then; it counts</source>
        <translation>{colleagues} já estava com o cliente; o contato vale mesmo assim</translation>
    </message>
    <message>
        <source>newer next contact of {standing} stays</source>
        <translation>vale o próximo contato que {standing} marcou depois</translation>
    </message>
    <message>
        <source>Not taken by the server: {refused} (Ctrl+F5)</source>
        <translation>Não aceitos pelo servidor: {refused} (Ctrl+F5)</translation>
    </message>
    <message>
        <source>Whatever you save is stored on the server at once.</source>
        <translation>O que você salva vai direto para o servidor.</translation>
    </message>
    <message>
        <source>Go on working: it only takes longer to answer.</source>
        <translation>Continue trabalhando: ele só está demorando mais para responder.</translation>
    </message>
    <message>
        <source>Contacts, notes and next contacts are kept on this computer, encrypted, and go there by themselves once it is back.</source>
        <translation>Contatos, anotações e próximos contatos ficam guardados neste computador, criptografados, e seguem sozinhos quando ele voltar.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contato</translation>
    </message>
    <message>
        <source>Pitch notes</source>
        <translation>Anotações do argumento</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Próximo contato</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Configuração</translation>
    </message>
</context>
<context>
    <name>WeatherChip</name>
    <message>
        <source>Server: {state}</source>
        <translation>Servidor: {state}</translation>
    </message>
</context>
<context>
    <name>WeatherCorner</name>
    <message>
        <source>Your role or your team is another one: open Giro again to have it all.</source>
        <translation>Sua função ou sua equipe mudou: reabra o Giro para valer por completo.</translation>
    </message>
</context>
<context>
    <name>WeatherDialog</name>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Guardado neste computador</translation>
    </message>
    <message>
        <source>Nothing waits on this computer.</source>
        <translation>Nada espera neste computador.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar o texto</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Discard for good?</source>
        <translation>Descartar mesmo?</translation>
    </message>
</context>
<context>
    <name>WeekItemModel</name>
    <message>
        <source>Day</source>
        <translation>Dia</translation>
    </message>
</context>
<context>
    <name>WhoRow</name>
    <message>
        <source>Person</source>
        <translation>Pessoa</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>Mon</source>
        <translation>seg</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>ter</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>qua</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>qui</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>sex</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>sáb</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>dom</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>a partir das %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>até %1</translation>
    </message>
</context>
<context>
    <name>WishesDialog</name>
    <message>
        <source>How to contact them</source>
        <translation>Como contatar o cliente</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Prefers</source>
        <translation>Prefere</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>Não contatar</translation>
    </message>
</context>
<context>
    <name>WishesFields</name>
    <message>
        <source>anybody</source>
        <translation>qualquer pessoa</translation>
    </message>
    <message>
        <source>Not understood: write 14-17, after 14, until 11, morning.</source>
        <translation>Não entendi: escreva 14-17, depois das 14, até 11, manhã.</translation>
    </message>
    <message>
        <source>at any time that the law allows</source>
        <translation>em qualquer horário permitido</translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <translation>&amp;Canal</translation>
    </message>
    <message>
        <source>&amp;Hours</source>
        <translation>&amp;Horário</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Dias</translation>
    </message>
    <message>
        <source>&amp;Ask for</source>
        <translation>&amp;Falar com</translation>
    </message>
    <message>
        <source>any</source>
        <translation>qualquer um</translation>
    </message>
    <message>
        <source>14-17, after 14, until 11, morning</source>
        <translation>14-17, depois das 14, até 11, manhã</translation>
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
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Open order</source>
        <translation>Pedido em aberto</translation>
    </message>
    <message>
        <source>Order due in days</source>
        <translation>Pedido com entrega próxima</translation>
    </message>
    <message>
        <source>Order late</source>
        <translation>Pedido atrasado</translation>
    </message>
    <message>
        <source>Open titles</source>
        <translation>Títulos em aberto</translation>
    </message>
    <message>
        <source>Title due within a week</source>
        <translation>Título vence em até 7 dias</translation>
    </message>
    <message>
        <source>Title overdue</source>
        <translation>Título vencido</translation>
    </message>
    <message>
        <source>Open quote</source>
        <translation>Orçamento em aberto</translation>
    </message>
    <message>
        <source>Quote expires within a week</source>
        <translation>Orçamento vence em até 7 dias</translation>
    </message>
    <message>
        <source>Quote expired</source>
        <translation>Orçamento vencido</translation>
    </message>
    <message>
        <source>Service case</source>
        <translation>Atendimento</translation>
    </message>
    <message>
        <source>Open service case</source>
        <translation>Atendimento em aberto</translation>
    </message>
    <message>
        <source>Service case open for over a week</source>
        <translation>Atendimento aberto há mais de 7 dias</translation>
    </message>
    <message>
        <source>Non-conformity</source>
        <translation>Não conformidade</translation>
    </message>
    <message>
        <source>Open non-conformity</source>
        <translation>Não conformidade em aberto</translation>
    </message>
    <message>
        <source>Contact agreed</source>
        <translation>Contato agendado</translation>
    </message>
    <message>
        <source>Contact agreed for today</source>
        <translation>Contato agendado para hoje</translation>
    </message>
    <message>
        <source>Contact overdue</source>
        <translation>Contato atrasado</translation>
    </message>
    <message>
        <source>Sales blocked</source>
        <translation>Venda bloqueada</translation>
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
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>The company of yours that sells to them</source>
        <translation>A sua empresa que vende para o cliente</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Cidade</translation>
    </message>
    <message>
        <source>Where the customer is</source>
        <translation>Onde o cliente fica</translation>
    </message>
    <message>
        <source>State</source>
        <translation>UF</translation>
    </message>
    <message>
        <source>Their state</source>
        <translation>Estado do cliente</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Vendedor</translation>
    </message>
    <message>
        <source>Whose portfolio they are in</source>
        <translation>De quem é a carteira</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmento</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>Ramo de atividade</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Região</translation>
    </message>
    <message>
        <source>Sales region</source>
        <translation>Região de venda</translation>
    </message>
    <message>
        <source>CNPJ or CPF</source>
        <translation>CNPJ ou CPF</translation>
    </message>
    <message>
        <source>Their tax number</source>
        <translation>Documento do cliente</translation>
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
        <source>Last contact</source>
        <translation>Último contato</translation>
    </message>
    <message>
        <source>When somebody last spoke to them, and who</source>
        <translation>Quando alguém falou com o cliente pela última vez, e quem</translation>
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
        <source>12 months</source>
        <translation>12 meses</translation>
    </message>
    <message>
        <source>Bought in the last 12 months, in R$</source>
        <translation>Comprado nos últimos 12 meses, em R$</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Em risco</translation>
    </message>
    <message>
        <source>What can still be saved in 90 days, estimated, in R$</source>
        <translation>Quanto ainda dá para salvar em 90 dias, estimado, em R$</translation>
    </message>
    <message>
        <source>Lost so far</source>
        <translation>Já perdido</translation>
    </message>
    <message>
        <source>What the silence has cost so far, estimated, in R$</source>
        <translation>Quanto o silêncio já custou, estimado, em R$</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencido</translation>
    </message>
    <message>
        <source>Unpaid titles past their due day, in R$</source>
        <translation>Títulos vencidos e não pagos, em R$</translation>
    </message>
    <message>
        <source>Lights</source>
        <translation>Sinais</translation>
    </message>
    <message>
        <source>Credit, orders, titles, quotes, service, non-conformity, agenda, blocked</source>
        <translation>Crédito, pedidos, títulos, orçamentos, atendimento, não conformidade, agenda, bloqueio</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Crédito</translation>
    </message>
    <message>
        <source>The credit department&apos;s verdict</source>
        <translation>Parecer do crédito</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>Pedidos em aberto</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Títulos</translation>
    </message>
    <message>
        <source>Unpaid titles</source>
        <translation>Títulos não pagos</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Orçamentos</translation>
    </message>
    <message>
        <source>Open quotes</source>
        <translation>Orçamentos em aberto</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Atendim.</translation>
    </message>
    <message>
        <source>Open service cases</source>
        <translation>Atendimentos em aberto</translation>
    </message>
    <message>
        <source>N.C.</source>
        <translation>N.C.</translation>
    </message>
    <message>
        <source>Open non-conformities</source>
        <translation>Não conformidades em aberto</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Whether a contact is agreed</source>
        <translation>Se há contato agendado</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloq.</translation>
    </message>
    <message>
        <source>Whether sales are blocked</source>
        <translation>Se a venda está bloqueada</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Objeção</translation>
    </message>
    <message>
        <source>The newest objection that still stands</source>
        <translation>A objeção mais recente que ainda vale</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campanha</translation>
    </message>
    <message>
        <source>The running campaign that they are in</source>
        <translation>A campanha em andamento em que o cliente está</translation>
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
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>Why this customer stands here, or is not in the queue</source>
        <translation>Por que o cliente está aqui, ou está fora da fila</translation>
    </message>
</context>
<context>
    <name>WorkListReasons</name>
    <message>
        <source>objection to take up again: {name}</source>
        <translation>objeção a retomar: {name}</translation>
    </message>
    <message>
        <source>post-it from {words}</source>
        <translation>post-it de {words}</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>na fila</translation>
    </message>
    <message>
        <source>{reason} until {time}</source>
        <translation>{reason} até {time}</translation>
    </message>
    <message>
        <source>An agreed contact is due: it comes first.</source>
        <translation>Há um retorno combinado: vem primeiro.</translation>
    </message>
    <message>
        <source>An objection&apos;s condition came true.</source>
        <translation>A condição de uma objeção se cumpriu.</translation>
    </message>
    <message>
        <source>Post-it from {words}</source>
        <translation>Post-it de {words}</translation>
    </message>
    <message>
        <source>In the queue: may be called now.</source>
        <translation>Na fila: pode ligar agora.</translation>
    </message>
    <message>
        <source>Not in the queue: {reason}</source>
        <translation>Fora da fila: {reason}</translation>
    </message>
    <message>
        <source>No purchases to judge by.</source>
        <translation>Sem compras para avaliar.</translation>
    </message>
    <message>
        <source>{amount} a day × {days} days × {none} that nothing comes by itself × {alive} that they still buy = {risk} at risk</source>
        <translation>{amount} por dia × {days} dias × {none} de não comprar sozinho × {alive} de ainda ser cliente = {risk} em risco</translation>
    </message>
    <message>
        <source>Silent for {cycles} of their own cycles</source>
        <translation>Em silêncio há {cycles} ciclos próprios</translation>
    </message>
    <message>
        <source>field time over on {day}</source>
        <translation>prazo de campo terminou em {day}</translation>
    </message>
    <message>
        <source>with you until {day}</source>
        <translation>com você até {day}</translation>
    </message>
    <message>
        <source>callback overdue since {day}</source>
        <translation>retorno atrasado desde {day}</translation>
    </message>
    <message>
        <source>callback agreed for today</source>
        <translation>retorno combinado para hoje</translation>
    </message>
    <message>
        <source>callback agreed {time}</source>
        <translation>retorno combinado {time}</translation>
    </message>
    <message>
        <source>callback due since {time}</source>
        <translation>retorno combinado {time}, já na hora</translation>
    </message>
    <message>
        <source>{cycles} cycles silent</source>
        <translation>{cycles} ciclos em silêncio</translation>
    </message>
    <message>
        <source>within their own cycle</source>
        <translation>dentro do próprio ciclo</translation>
    </message>
    <message>
        <source>R$ {amount} at risk</source>
        <translation>R$ {amount} em risco</translation>
    </message>
</context>
<context>
    <name>WorkListScreen</name>
    <message>
        <source>View “{name}”</source>
        <translation>Visão “{name}”</translation>
    </message>
    <message>
        <source>Work list</source>
        <translation>Lista de trabalho</translation>
    </message>
</context>
<context>
    <name>WorkingDay</name>
    <message>
        <source>Work</source>
        <translation>Trabalho</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Descanso</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>Refeição</translation>
    </message>
    <message>
        <source>Other break</source>
        <translation>Outra pausa</translation>
    </message>
    <message>
        <source>{what}, {minutes} min</source>
        <translation>{what}, {minutes} min</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dia</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fim</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contatos</translation>
    </message>
    <message>
        <source>Seconds per call</source>
        <translation>Segundos por ligação</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corrigido</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Total: {what}</source>
        <translation>Total: {what}</translation>
    </message>
</context>
<context>
    <name>WorkingDayCorner</name>
    <message>
        <source>On a break · {time} worked</source>
        <translation>Em pausa · {time} de trabalho</translation>
    </message>
    <message>
        <source>Your working time, which nobody else sees (Shift+F12)</source>
        <translation>Sua jornada, que só você vê (Shift+F12)</translation>
    </message>
    <message>
        <source>Working {time}</source>
        <translation>Jornada {time}</translation>
    </message>
    <message>
        <source>Day ended · {time}</source>
        <translation>Dia encerrado · {time}</translation>
    </message>
    <message>
        <source>Day not begun</source>
        <translation>Dia não começado</translation>
    </message>
    <message>
        <source>six hours done</source>
        <translation>seis horas completas</translation>
    </message>
    <message>
        <source>time for a rest (F12)</source>
        <translation>hora de descansar (F12)</translation>
    </message>
    <message>
        <source>time for a meal (F12)</source>
        <translation>hora da refeição (F12)</translation>
    </message>
    <message>
        <source>Nobody was here since {time}: your day was ended then.</source>
        <translation>Ninguém esteve aqui desde {time}: seu dia foi encerrado nessa hora.</translation>
    </message>
</context>
<context>
    <name>WorkingTimeScreen</name>
    <message>
        <source>Begin</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fim</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Corrected, because</source>
        <translation>Corrigido, porque</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ocorrência</translation>
    </message>
    <message>
        <source>My working time</source>
        <translation>Minha jornada</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Dia anterior</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Dia seguinte</translation>
    </message>
    <message>
        <source>Correct  Enter</source>
        <translation>Corrigir  Enter</translation>
    </message>
    <message>
        <source>Add  Ins</source>
        <translation>Acrescentar  Ins</translation>
    </message>
    <message>
        <source>Export…  Ctrl+Shift+E</source>
        <translation>Exportar…  Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Only you see this.</source>
        <translation>Só você vê isto.</translation>
    </message>
    <message>
        <source>Work and breaks</source>
        <translation>Trabalho e pausas</translation>
    </message>
    <message>
        <source>Calls of the day</source>
        <translation>Ligações do dia</translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation>Hoje, {day}</translation>
    </message>
    <message>
        <source>Nothing is recorded of this day.</source>
        <translation>Nada registrado neste dia.</translation>
    </message>
    <message>
        <source>{time} worked</source>
        <translation>{time} de trabalho</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contato</numerusform>
            <numerusform>%n contatos</numerusform>
        </translation>
    </message>
    <message>
        <source>no contacts</source>
        <translation>nenhum contato</translation>
    </message>
    <message>
        <source>{time} per call</source>
        <translation>{time} por ligação</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>em andamento</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n callback(s) now</source>
        <translation>
            <numerusform>%n retorno agora</numerusform>
            <numerusform>%n retornos agora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} e mais %n</numerusform>
            <numerusform>{names} e mais %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Periods</name>
    <message>
        <source>This day</source>
        <translation>Este dia</translation>
    </message>
    <message>
        <source>Its week</source>
        <translation>A semana dele</translation>
    </message>
    <message>
        <source>Its month</source>
        <translation>O mês dele</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>O mês anterior</translation>
    </message>
    <message>
        <source>Export which days?</source>
        <translation>Exportar quais dias?</translation>
    </message>
    <message>
        <source>number, and Enter</source>
        <translation>número e Enter</translation>
    </message>
</context>
</TS>
