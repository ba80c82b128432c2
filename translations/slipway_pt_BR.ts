<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Slipway::ActionBar</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>Slipway::AllRuns</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Ainda não há execuções</translation>
    </message>
    <message>
        <source>A run appears here when a checklist is started.</source>
        <translation>Uma execução aparece aqui quando um checklist é iniciado.</translation>
    </message>
    <message>
        <source>No run is like that</source>
        <translation>Nenhuma execução é assim</translation>
    </message>
    <message>
        <source>Take a word or a state out of the filter.</source>
        <translation>Retire uma palavra ou um estado do filtro.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Back to the overview</source>
        <translation>Voltar à visão geral</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>Filtrar execuções</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>Waiting or in doubt</source>
        <translation>Esperando ou em dúvida</translation>
    </message>
    <message>
        <source>Failed or cancelled</source>
        <translation>Falharam ou canceladas</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Paradas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluídas</translation>
    </message>
</context>
<context>
    <name>Slipway::AskStrip</name>
    <message>
        <source>Never mind</source>
        <translation>Deixar como está</translation>
    </message>
</context>
<context>
    <name>Slipway::CarrySheet</name>
    <message>
        <source>Hide the inputs</source>
        <translation>Esconder as entradas</translation>
    </message>
    <message>
        <source>Change the inputs</source>
        <translation>Alterar as entradas</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 de %2 etapas</translation>
    </message>
    <message>
        <source>The run is being started…</source>
        <translation>A execução está sendo iniciada…</translation>
    </message>
    <message>
        <source>Looking at what changed…</source>
        <translation>Olhando o que mudou…</translation>
    </message>
    <message>
        <source>Mend what stands in the way, then look again.</source>
        <translation>Corrija o que atrapalha e olhe de novo.</translation>
    </message>
    <message>
        <source>Nothing can be taken over: every step is done again. Run %1 is closed by this.</source>
        <translation>Nada pode ser aproveitado: todas as etapas são feitas de novo. A execução %1 é encerrada com isto.</translation>
    </message>
    <message>
        <source>Run %1 is closed by this.</source>
        <translation>A execução %1 é encerrada com isto.</translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Deixar como está</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Olhar de novo</translation>
    </message>
    <message>
        <source>Reads the checklist once more.</source>
        <translation>Lê o checklist mais uma vez.</translation>
    </message>
    <message>
        <source>Continue in a new run</source>
        <translation>Continuar em uma nova execução</translation>
    </message>
    <message>
        <source>Runs until a person is needed.</source>
        <translation>Executa até que uma pessoa seja necessária.</translation>
    </message>
    <message>
        <source>Continue with this checklist</source>
        <translation>Continuar com este checklist</translation>
    </message>
    <message>
        <source>Checklists (*.checklist.yaml);;All files (*)</source>
        <translation>Checklists (*.checklist.yaml);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Continue with a changed checklist</source>
        <translation>Continuar com um checklist alterado</translation>
    </message>
    <message>
        <source>A new run begins on the checklist as it is now. What did not change is taken over with its results and its evidence; the rest is done. Nothing happens until you say so below.</source>
        <translation>Uma nova execução começa com o checklist como está agora. O que não mudou é aproveitado com seus resultados e suas evidências; o resto é feito. Nada acontece até você mandar, abaixo.</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Outro arquivo…</translation>
    </message>
    <message>
        <source>What the run works on</source>
        <translation>Com o que a execução trabalha</translation>
    </message>
    <message>
        <source>To do in the new run</source>
        <translation>A fazer na nova execução</translation>
    </message>
    <message>
        <source>Taken over as it is</source>
        <translation>Aproveitado como está</translation>
    </message>
</context>
<context>
    <name>Slipway::Change</name>
    <message>
        <source>same</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>correção</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>menor</translation>
    </message>
    <message>
        <source>major</source>
        <translation>maior</translation>
    </message>
    <message>
        <source>added</source>
        <translation>novo</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>downgrade</source>
        <translation>rebaixado</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>mudou</translation>
    </message>
</context>
<context>
    <name>Slipway::ChangeBars</name>
    <message>
        <source>Changes by kind</source>
        <translation>Alterações por tipo</translation>
    </message>
</context>
<context>
    <name>Slipway::ChangesPane</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n arquivo</numerusform>
            <numerusform>%n arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Lendo os arquivos…</translation>
    </message>
    <message>
        <source>The changes cannot be shown</source>
        <translation>As alterações não podem ser mostradas</translation>
    </message>
    <message>
        <source>No file differs</source>
        <translation>Nenhum arquivo difere</translation>
    </message>
    <message>
        <source>What is there is what was meant already.</source>
        <translation>O que está lá já é o que se queria.</translation>
    </message>
</context>
<context>
    <name>Slipway::ChecklistCards</name>
    <message>
        <source>Start %1</source>
        <translation>Iniciar %1</translation>
    </message>
    <message>
        <source>No checklist is known yet</source>
        <translation>Ainda não há checklists conhecidos</translation>
    </message>
    <message>
        <source>A checklist says what a release does, step by step. Open one to start it.</source>
        <translation>Um checklist diz o que uma entrega faz, etapa por etapa. Abra um para iniciá-lo.</translation>
    </message>
    <message>
        <source>Open a checklist…</source>
        <translation>Abrir um checklist…</translation>
    </message>
</context>
<context>
    <name>Slipway::CommandPalette</name>
    <message>
        <source>Search steps, runs, actions</source>
        <translation>Buscar etapas, execuções, ações</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>O que foi encontrado</translation>
    </message>
    <message>
        <source>Nothing has all of these words.</source>
        <translation>Nada tem todas essas palavras.</translation>
    </message>
</context>
<context>
    <name>Slipway::CompareModel</name>
    <message>
        <source>disagree</source>
        <translation>divergem</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>não está lá</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Pacote</translation>
    </message>
    <message>
        <source>Same-version rule</source>
        <translation>Regra da mesma versão</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Alteração</translation>
    </message>
</context>
<context>
    <name>Slipway::ComparePage</name>
    <message>
        <source>Compare packages</source>
        <translation>Comparar pacotes</translation>
    </message>
    <message>
        <source>Choose a folder whose files are to be edited</source>
        <translation>Escolha uma pasta cujos arquivos devem ser editados</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n arquivo escrito.</numerusform>
            <numerusform>%n arquivos escritos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Only the versions change; nothing else in the files is touched.</source>
        <translation>Só as versões mudam; nada mais nos arquivos é tocado.</translation>
    </message>
    <message>
        <source>Back to the comparison</source>
        <translation>Voltar à comparação</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Adicionar uma pasta…</translation>
    </message>
    <message numerus="yes">
        <source>Write %n file(s)</source>
        <translation>
            <numerusform>Escrever %n arquivo</numerusform>
            <numerusform>Escrever %n arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>What is installed, side by side</source>
        <translation>O que está instalado, lado a lado</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n source(s)…</source>
        <translation>
            <numerusform>Lendo %n fonte…</numerusform>
            <numerusform>Lendo %n fontes…</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>Nothing could be read</source>
        <translation>Nada pôde ser lido</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n fonte</numerusform>
            <numerusform>%n fontes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>%n pacote</numerusform>
            <numerusform>%n pacotes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n differ</source>
        <translation>
            <numerusform>%n difere</numerusform>
            <numerusform>%n diferem</numerusform>
        </translation>
    </message>
    <message>
        <source>read without running the images</source>
        <translation>lidas sem executar as imagens</translation>
    </message>
    <message numerus="yes">
        <source>%n asked for its packages</source>
        <translation>
            <numerusform>%n perguntada sobre seus pacotes</numerusform>
            <numerusform>%n perguntadas sobre seus pacotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the cache</source>
        <translation>
            <numerusform>%n do cache</numerusform>
            <numerusform>%n do cache</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>referência</translation>
    </message>
    <message>
        <source>%1 of %2 packages</source>
        <translation>%1 de %2 pacotes</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Nada para comparar ainda</translation>
    </message>
    <message>
        <source>What is installed there appears here, source by source.</source>
        <translation>O que está instalado lá aparece aqui, fonte por fonte.</translation>
    </message>
    <message>
        <source>No source could be read. What stood in the way is said above.</source>
        <translation>Nenhuma fonte pôde ser lida. O que impediu está dito acima.</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>Nada difere</translation>
    </message>
    <message>
        <source>All sources have the same packages.</source>
        <translation>Todas as fontes têm os mesmos pacotes.</translation>
    </message>
    <message>
        <source>Show all packages</source>
        <translation>Mostrar todos os pacotes</translation>
    </message>
    <message>
        <source>No package fits</source>
        <translation>Nenhum pacote corresponde</translation>
    </message>
    <message>
        <source>The filters leave nothing.</source>
        <translation>Os filtros não deixam nada.</translation>
    </message>
    <message>
        <source>Tick at least one source; with two or more they are compared.</source>
        <translation>Marque ao menos uma fonte; com duas ou mais, elas são comparadas.</translation>
    </message>
    <message>
        <source>The first is the baseline; that can be changed later.</source>
        <translation>A primeira é a referência; isso pode ser mudado depois.</translation>
    </message>
    <message>
        <source>Show the comparison</source>
        <translation>Mostrar a comparação</translation>
    </message>
    <message>
        <source>Reading %1 of %2 sources…</source>
        <translation>Lendo %1 de %2 fontes…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>No package breaks the same-version rule.</source>
        <translation>Nenhum pacote quebra a regra da mesma versão.</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) break the same-version rule</source>
        <translation>
            <numerusform>%n pacote quebra a regra da mesma versão</numerusform>
            <numerusform>%n pacotes quebram a regra da mesma versão</numerusform>
        </translation>
    </message>
    <message>
        <source>Add another source to see what differs.</source>
        <translation>Adicione outra fonte para ver o que difere.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copiar como Markdown</translation>
    </message>
    <message>
        <source>Settle the differences…</source>
        <translation>Resolver as diferenças…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Markdown…</source>
        <translation>Markdown…</translation>
    </message>
    <message>
        <source>HTML…</source>
        <translation>HTML…</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Exportar a comparação</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Salvo como %1.</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Trocar</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Ler de novo</translation>
    </message>
    <message>
        <source>Filter packages</source>
        <translation>Filtrar pacotes</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Só diferenças</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Maiores</translation>
    </message>
    <message>
        <source>Disagreeing</source>
        <translation>Divergentes</translation>
    </message>
    <message>
        <source>Top level only</source>
        <translation>Só os pedidos</translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation>A leitura foi cancelada.</translation>
    </message>
    <message>
        <source>Choose lists of packages</source>
        <translation>Escolher listas de pacotes</translation>
    </message>
    <message>
        <source>Choose a virtual environment</source>
        <translation>Escolher um ambiente virtual</translation>
    </message>
    <message>
        <source>Compare the others with this one</source>
        <translation>Comparar as outras com esta</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Mover para a esquerda</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Mover para a direita</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
</context>
<context>
    <name>Slipway::CompareTable</name>
    <message>
        <source>Packages side by side</source>
        <translation>Pacotes lado a lado</translation>
    </message>
</context>
<context>
    <name>Slipway::ConflictListModel</name>
    <message>
        <source>both changed it</source>
        <translation>os dois o alteraram</translation>
    </message>
    <message>
        <source>both added it</source>
        <translation>os dois o acrescentaram</translation>
    </message>
    <message>
        <source>deleted in %1, changed in %2</source>
        <translation>excluído em %1, alterado em %2</translation>
    </message>
    <message>
        <source>changed in %1, deleted in %2</source>
        <translation>alterado em %1, excluído em %2</translation>
    </message>
    <message>
        <source>only in %1</source>
        <translation>só em %1</translation>
    </message>
    <message>
        <source>both changed it; taken whole or not at all</source>
        <translation>os dois o alteraram; usa-se inteiro ou não se usa</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>resolvido</translation>
    </message>
    <message>
        <source>as in %1</source>
        <translation>como em %1</translation>
    </message>
</context>
<context>
    <name>Slipway::ConflictView</name>
    <message>
        <source>Not a text file</source>
        <translation>Não é um arquivo de texto</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Sem diferença</translation>
    </message>
    <message>
        <source>This file is never merged line by line: take it whole from one side.</source>
        <translation>Este arquivo nunca é juntado linha a linha: use-o inteiro de um lado.</translation>
    </message>
    <message>
        <source>One side has no such file: keep it, or let it go.</source>
        <translation>Um dos lados não tem este arquivo: mantenha-o ou exclua-o.</translation>
    </message>
    <message>
        <source>This file cannot be edited here without harm to its bytes: take it whole from one side, or mend it in the folder.</source>
        <translation>Este arquivo não pode ser editado aqui sem dano a seus bytes: use-o inteiro de um lado, ou resolva-o na pasta.</translation>
    </message>
    <message>
        <source>as it was decided</source>
        <translation>como foi decidido</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) left</source>
        <translation>
            <numerusform>resta %n conflito</numerusform>
            <numerusform>restam %n conflitos</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing left to decide</source>
        <translation>nada mais a decidir</translation>
    </message>
    <message>
        <source>Conflict %1 of %2</source>
        <translation>Conflito %1 de %2</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Take all of %1</source>
        <translation>Usar tudo de %1</translation>
    </message>
    <message>
        <source>Delete it, as %1</source>
        <translation>Excluir, como %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 e %2</translation>
    </message>
    <message>
        <source>Before and %1</source>
        <translation>Antes e %1</translation>
    </message>
    <message>
        <source>Previous conflict</source>
        <translation>Conflito anterior</translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation>Próximo conflito</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>Use this result</source>
        <translation>Usar este resultado</translation>
    </message>
</context>
<context>
    <name>Slipway::ConflictsPane</name>
    <message>
        <source>Reading the files…</source>
        <translation>Lendo os arquivos…</translation>
    </message>
    <message>
        <source>The conflicts cannot be shown</source>
        <translation>Os conflitos não podem ser mostrados</translation>
    </message>
    <message>
        <source>Still in conflict: %1</source>
        <translation>Ainda em conflito: %1</translation>
    </message>
    <message>
        <source>I have mended it</source>
        <translation>Está resolvido</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fazer o merge</translation>
    </message>
    <message>
        <source>It is checked that nothing is in conflict any more, then committed.</source>
        <translation>Verifica-se que nada está mais em conflito, e então é feito o commit.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) still to be decided</source>
        <translation>
            <numerusform>falta decidir %n arquivo</numerusform>
            <numerusform>faltam decidir %n arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is decided; nothing of it is in the folder yet.</source>
        <translation>Tudo está decidido; nada disso está na pasta ainda.</translation>
    </message>
    <message>
        <source>Files in conflict</source>
        <translation>Arquivos em conflito</translation>
    </message>
    <message>
        <source>The merge is begun in the folder. Mend the files there with what you like, until no conflict markers are left; `git add` or `git rm` those without markers. Do not commit: that is done here.</source>
        <translation>O merge foi começado na pasta. Resolva os arquivos lá com o que preferir, até não restarem marcadores de conflito; use `git add` ou `git rm` nos que não têm marcadores. Não faça o commit: isso é feito aqui.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
</context>
<context>
    <name>Slipway::CopyBox</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>Slipway::DiffCanvas</name>
    <message>
        <source>Changed lines</source>
        <translation>Linhas alteradas</translation>
    </message>
    <message>
        <source>(no line end)</source>
        <translation>(sem fim de linha)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>Slipway::DiffFileModel</name>
    <message>
        <source>comparing…</source>
        <translation>comparando…</translation>
    </message>
    <message>
        <source>not text</source>
        <translation>não é texto</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>sem diferença</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>arquivo novo</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>apagado</translation>
    </message>
</context>
<context>
    <name>Slipway::DiffView</name>
    <message>
        <source>Not a text file</source>
        <translation>Não é um arquivo de texto</translation>
    </message>
    <message>
        <source>It differs, but its bytes are no lines that could be shown.</source>
        <translation>Ele difere, mas seus bytes não são linhas que se possam mostrar.</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Sem diferença</translation>
    </message>
    <message>
        <source>The file is the same before and after.</source>
        <translation>O arquivo é o mesmo antes e depois.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Whitespace</source>
        <translation>Espaços</translation>
    </message>
    <message>
        <source>Changed files</source>
        <translation>Arquivos alterados</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Sem alterações</translation>
    </message>
    <message>
        <source>Files that this step changes are shown here, before and after.</source>
        <translation>Os arquivos que esta etapa altera aparecem aqui, antes e depois.</translation>
    </message>
</context>
<context>
    <name>Slipway::DoubtPane</name>
    <message>
        <source>Asked at</source>
        <translation>Perguntado às</translation>
    </message>
    <message>
        <source>It happened: keep what is there, this step is done</source>
        <translation>Aconteceu: manter o que está lá, a etapa está concluída</translation>
    </message>
    <message>
        <source>It did not happen: do it again</source>
        <translation>Não aconteceu: fazer de novo</translation>
    </message>
    <message>
        <source>It did not happen</source>
        <translation>Não aconteceu</translation>
    </message>
    <message>
        <source>The step is to do again; it starts when somebody tries it again.</source>
        <translation>A etapa fica por fazer; começa quando alguém tentar de novo.</translation>
    </message>
    <message>
        <source>Treat it as failed</source>
        <translation>Tratar como falha</translation>
    </message>
    <message>
        <source>Changes nothing. What does not need this step goes on; it can be tried again later.</source>
        <translation>Não altera nada. O que não precisa desta etapa continua; ela pode ser tentada de novo depois.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Escolher</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>O que foi encontrado</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>O que você quer fazer?</translation>
    </message>
    <message>
        <source>Why you choose so (kept in the history)</source>
        <translation>Por que você escolhe assim (fica no histórico)</translation>
    </message>
    <message>
        <source>Begun at</source>
        <translation>Iniciado às</translation>
    </message>
    <message>
        <source>Goes on as if it were done, though nothing of it was found. The history will say that you decided so.</source>
        <translation>Segue como se estivesse concluída, embora nada disso tenha sido encontrado. O histórico dirá que você decidiu assim.</translation>
    </message>
    <message>
        <source>Goes on with what was found, though it is not what was meant. The history will say that you decided so.</source>
        <translation>Segue com o que foi encontrado, embora não seja o que se pretendia. O histórico dirá que você decidiu assim.</translation>
    </message>
    <message>
        <source>Goes on with what is there. The history will say that you decided so.</source>
        <translation>Segue com o que existe. O histórico dirá que você decidiu assim.</translation>
    </message>
    <message>
        <source>Works out anew what to do, from what is there now, and starts another attempt. Nothing is forced over what somebody else did.</source>
        <translation>Determina de novo o que fazer, a partir do que existe agora, e inicia outra tentativa. Nada é forçado sobre o que outra pessoa fez.</translation>
    </message>
    <message>
        <source>Works out anew what to do and starts another attempt. It was not repeated by itself, because doing it twice may do harm.</source>
        <translation>Determina de novo o que fazer e inicia outra tentativa. Não foi repetida sozinha porque fazer duas vezes pode causar dano.</translation>
    </message>
    <message>
        <source>Works out anew what to do and starts another attempt. If it did happen after all, it then happens twice.</source>
        <translation>Determina de novo o que fazer e inicia outra tentativa. Se afinal aconteceu, então acontece duas vezes.</translation>
    </message>
    <message>
        <source>Look again first</source>
        <translation>Antes, olhar de novo</translation>
    </message>
    <message>
        <source>Asks once more and changes nothing: for when what stood in the way is gone, such as a lost connection or a program that was still running.</source>
        <translation>Pergunta mais uma vez e não muda nada: para quando o que atrapalhava já não existe, como uma conexão perdida ou um programa que ainda executava.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Olhar de novo</translation>
    </message>
    <message>
        <source>What was meant</source>
        <translation>O que se pretendia</translation>
    </message>
    <message>
        <source>Nothing that tells whether it happened. Look for yourself where it should have had its effect, and in its output.</source>
        <translation>Nada que diga se aconteceu. Olhe você mesmo onde deveria ter tido efeito, e na sua saída.</translation>
    </message>
    <message>
        <source>Nothing that tells whether it was undone. Look for yourself where the step had its effect, and in its output.</source>
        <translation>Nada que diga se foi desfeito. Olhe você mesmo onde a etapa teve efeito, e na sua saída.</translation>
    </message>
    <message>
        <source>It was undone: go on with the undo</source>
        <translation>Foi desfeito: seguir desfazendo</translation>
    </message>
    <message>
        <source>Nothing of the step is left, as far as this run is concerned. The history will say that you decided so.</source>
        <translation>Para esta execução, nada da etapa resta. O histórico dirá que você decidiu assim.</translation>
    </message>
    <message>
        <source>Goes on as if it were undone, though what was found is not what was there before. The history will say that you decided so.</source>
        <translation>Segue como se estivesse desfeito, embora o que foi encontrado não seja o que havia antes. O histórico dirá que você decidiu assim.</translation>
    </message>
    <message>
        <source>It was not undone: undo it again</source>
        <translation>Não foi desfeito: desfazer de novo</translation>
    </message>
    <message>
        <source>Starts another attempt. Before it does anything it looks whether what the step left is still there.</source>
        <translation>Inicia outra tentativa. Antes de fazer qualquer coisa, ela olha se o que a etapa deixou ainda está lá.</translation>
    </message>
    <message>
        <source>Treat the undo as failed</source>
        <translation>Tratar como falha ao desfazer</translation>
    </message>
    <message>
        <source>Changes nothing. The undo stands still until somebody tries it again or leaves this step in place.</source>
        <translation>Não altera nada. O desfazer fica parado até que alguém tente de novo ou deixe esta etapa como está.</translation>
    </message>
</context>
<context>
    <name>Slipway::Error</name>
    <message>
        <source>This value cannot be kept in the journal: %1.</source>
        <translation>Este valor não pode ser guardado no diário: %1.</translation>
    </message>
    <message>
        <source>This is not a JSON object: %1 (at byte %2).</source>
        <translation>Isto não é um objeto JSON: %1 (no byte %2).</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. Make room, then resume.</source>
        <translation>O disco está cheio: %1 não pôde ser gravado. Libere espaço e retome.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 não é um arquivo comum.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 não pôde ser lido: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes.</source>
        <translation>%1 tem mais de %2 bytes.</translation>
    </message>
    <message>
        <source>%1 is on a network file system, where the journal is not safe. Set SLIPWAY_HOME to a folder on a local disk.</source>
        <translation>%1 está em um sistema de arquivos de rede, onde o diário não é seguro. Aponte SLIPWAY_HOME para uma pasta em um disco local.</translation>
    </message>
    <message>
        <source>This Slipway reads version 1 of the language. Write &quot;slipway: 1&quot;, or use a newer Slipway.</source>
        <translation>Este Slipway lê a versão 1 da linguagem. Escreva &quot;slipway: 1&quot; ou use um Slipway mais novo.</translation>
    </message>
    <message>
        <source>A stage before this one is called &apos;%1&apos; too. Give it another name.</source>
        <translation>Um estágio anterior a este também se chama &apos;%1&apos;. Dê outro nome a ele.</translation>
    </message>
    <message>
        <source>A checklist has at most %1 steps. Split it.</source>
        <translation>Um checklist tem no máximo %1 etapas. Divida-o.</translation>
    </message>
    <message>
        <source>A %1 is expected here, not a %2.</source>
        <translation>Espera-se aqui %1, não %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no whole number. Write digits only, such as 42.</source>
        <translation>&apos;%1&apos; não é um número inteiro. Escreva só algarismos, como 42.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no flag. Write true or false.</source>
        <translation>&apos;%1&apos; não é verdadeiro ou falso. Escreva true ou false.</translation>
    </message>
    <message>
        <source>There is no folder %1. Name one that exists.</source>
        <translation>Não há pasta %1. Indique uma que exista.</translation>
    </message>
    <message>
        <source>There is no file %1. Name one that exists.</source>
        <translation>Não há arquivo %1. Indique um que exista.</translation>
    </message>
    <message>
        <source>A list takes a number between [ and ], not a %1.</source>
        <translation>Uma lista recebe um número entre [ e ], não %1.</translation>
    </message>
    <message>
        <source>A %1 cannot be compared with a %2: two numbers or two texts have an order.</source>
        <translation>%1 não pode ser comparado com %2: só dois números ou dois textos têm ordem.</translation>
    </message>
    <message>
        <source>%1() needs a %2, not a %3.</source>
        <translation>%1() precisa de %2, não de %3.</translation>
    </message>
    <message>
        <source>The result of %1() is larger than is allowed: texts of %2 characters, ranges of %3 numbers.</source>
        <translation>O resultado de %1() é maior que o permitido: textos de %2 caracteres, faixas de %3 números.</translation>
    </message>
    <message>
        <source>format() has no argument for {%1}.</source>
        <translation>format() não tem argumento para {%1}.</translation>
    </message>
    <message>
        <source>fromJson() was given a text that is not JSON.</source>
        <translation>fromJson() recebeu um texto que não é JSON.</translation>
    </message>
    <message>
        <source>fromJson() takes whole numbers, keys in ASCII without a leading &apos;$&apos;, and at most 64 levels.</source>
        <translation>fromJson() aceita números inteiros, chaves em ASCII sem &apos;$&apos; no começo e no máximo 64 níveis.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no whole number. Put texts in single quotes.</source>
        <translation>&apos;%1&apos; não é um número inteiro. Ponha textos entre aspas simples.</translation>
    </message>
    <message>
        <source>The text that begins here has no end. Close it with a single quote; write a quote inside it twice.</source>
        <translation>O texto que começa aqui não tem fim. Feche-o com aspas simples; escreva uma aspa dentro dele duas vezes.</translation>
    </message>
    <message>
        <source>Texts in expressions stand in single quotes, such as &apos;main&apos;.</source>
        <translation>Textos em expressões ficam entre aspas simples, como &apos;main&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no meaning in an expression. It knows ! == != &lt; &lt;= &gt; &gt;= &amp;&amp; || ( ) [ ] . and functions.</source>
        <translation>&apos;%1&apos; não tem sentido em uma expressão. Ela conhece ! == != &lt; &lt;= &gt; &gt;= &amp;&amp; || ( ) [ ] . e funções.</translation>
    </message>
    <message>
        <source>The expression ends too early; a value or &apos;)&apos; is missing here.</source>
        <translation>A expressão termina cedo demais; falta aqui um valor ou &apos;)&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not fit here. Look at the brackets and operators before it.</source>
        <translation>&apos;%1&apos; não cabe aqui. Olhe os parênteses e operadores antes dele.</translation>
    </message>
    <message>
        <source>The expression is nested more than %1 levels deep. Make it simpler.</source>
        <translation>A expressão tem mais de %1 níveis. Torne-a mais simples.</translation>
    </message>
    <message>
        <source>There is no function &apos;%1&apos;. There are: %2.</source>
        <translation>Não há função &apos;%1&apos;. Há: %2.</translation>
    </message>
    <message>
        <source>There is no function &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation>Não há função &apos;%1&apos;; você quis dizer &apos;%2&apos;?</translation>
    </message>
    <message>
        <source>The function &apos;%1&apos; takes %2 arguments, not %3.</source>
        <translation>A função &apos;%1&apos; recebe %2 argumentos, não %3.</translation>
    </message>
    <message>
        <source>The expression has %1 characters; at most %2 are read.</source>
        <translation>A expressão tem %1 caracteres; são lidos no máximo %2.</translation>
    </message>
    <message>
        <source>The inputs have to be a map of names, such as &quot;branch: {type: git-branch}&quot;.</source>
        <translation>As entradas têm de ser um mapa de nomes, como &quot;branch: {type: git-branch}&quot;.</translation>
    </message>
    <message>
        <source>This is no regular expression: %1.</source>
        <translation>Isto não é uma expressão regular: %1.</translation>
    </message>
    <message>
        <source>An input of type choice needs the key &apos;choices&apos;, such as &quot;choices: [a, b]&quot;.</source>
        <translation>Uma entrada do tipo choice precisa da chave &apos;choices&apos;, como &quot;choices: [a, b]&quot;.</translation>
    </message>
    <message>
        <source>Only an input of type choice has &apos;choices&apos;. Write &quot;type: choice&quot;.</source>
        <translation>Só uma entrada do tipo choice tem &apos;choices&apos;. Escreva &quot;type: choice&quot;.</translation>
    </message>
    <message>
        <source>Only an input of type list has &apos;of&apos;. Write &quot;type: list&quot;.</source>
        <translation>Só uma entrada do tipo list tem &apos;of&apos;. Escreva &quot;type: list&quot;.</translation>
    </message>
    <message>
        <source>The input &apos;%1&apos;: %2</source>
        <translation>A entrada &apos;%1&apos;: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not fit. %2</source>
        <translation>&apos;%1&apos; não serve. %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not match the pattern %2.</source>
        <translation>&apos;%1&apos; não corresponde ao padrão %2.</translation>
    </message>
    <message>
        <source>The input &apos;%1&apos; is needed. Give it a %2.</source>
        <translation>A entrada &apos;%1&apos; é necessária. Dê a ela %2.</translation>
    </message>
    <message>
        <source>The checklist has no input &apos;%1&apos;. It has: %2.</source>
        <translation>O checklist não tem a entrada &apos;%1&apos;. Ele tem: %2.</translation>
    </message>
    <message>
        <source>The checklist has no input &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation>O checklist não tem a entrada &apos;%1&apos;; você quis dizer &apos;%2&apos;?</translation>
    </message>
    <message>
        <source>The input &apos;%1&apos; is used nowhere. Use it as ${{ inputs.%1 }}, or remove it.</source>
        <translation>A entrada &apos;%1&apos; não é usada em lugar nenhum. Use-a como ${{ inputs.%1 }} ou retire-a.</translation>
    </message>
    <message>
        <source>A text of &apos;%1&apos; is missing in %2, which other texts here have. Add it: {%2: …}.</source>
        <translation>Falta um texto de &apos;%1&apos; em %2, que outros textos aqui têm. Acrescente: {%2: …}.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; needs the step &apos;%2&apos;, which does not exist.</source>
        <translation>&apos;%1&apos; precisa da etapa &apos;%2&apos;, que não existe.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; needs the step &apos;%2&apos;, which does not exist; did you mean &apos;%3&apos;?</source>
        <translation>&apos;%1&apos; precisa da etapa &apos;%2&apos;, que não existe; você quis dizer &apos;%3&apos;?</translation>
    </message>
    <message>
        <source>These steps wait for each other: %1. Take one of the needs out.</source>
        <translation>Estas etapas esperam umas pelas outras: %1. Retire um dos needs.</translation>
    </message>
    <message>
        <source>%1 is expected here.</source>
        <translation>Espera-se %1 aqui.</translation>
    </message>
    <message>
        <source>%1 has to be a map of keys and values, such as &quot;%2: …&quot;.</source>
        <translation>%1 tem de ser um mapa de chaves e valores, como &quot;%2: …&quot;.</translation>
    </message>
    <message>
        <source>%1 needs the key &apos;%2&apos;.</source>
        <translation>%1 precisa da chave &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>%1 has no key &apos;%2&apos;. It knows: %3.</source>
        <translation>%1 não tem a chave &apos;%2&apos;. Conhece: %3.</translation>
    </message>
    <message>
        <source>%1 has no key &apos;%2&apos;; did you mean &apos;%3&apos;?</source>
        <translation>%1 não tem a chave &apos;%2&apos;; você quis dizer &apos;%3&apos;?</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no name. A name begins with a-z and goes on with a-z, 0-9, &apos;-&apos; and &apos;_&apos;, at most 64 characters.</source>
        <translation>&apos;%1&apos; não é um nome. Um nome começa com a-z e continua com a-z, 0-9, &apos;-&apos; e &apos;_&apos;, no máximo 64 caracteres.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no language. Write one such as en or pt_BR.</source>
        <translation>&apos;%1&apos; não é um idioma. Escreva um como en ou pt_BR.</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2 is expected here.</source>
        <translation>Espera-se aqui um número inteiro de %1 a %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is none of: %2.</source>
        <translation>&apos;%1&apos; não é nenhum destes: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is none of: %2; did you mean &apos;%3&apos;?</source>
        <translation>&apos;%1&apos; não é nenhum destes: %2; você quis dizer &apos;%3&apos;?</translation>
    </message>
    <message>
        <source>The key &apos;%1&apos; has to be in ASCII and may not begin with &apos;$&apos;.</source>
        <translation>A chave &apos;%1&apos; tem de estar em ASCII e não pode começar com &apos;$&apos;.</translation>
    </message>
    <message>
        <source>No ${{ }} may stand here: the value is needed before the run starts. Write it out.</source>
        <translation>Nenhum ${{ }} pode ficar aqui: o valor é necessário antes de a execução começar. Escreva-o por extenso.</translation>
    </message>
    <message>
        <source>There is no kind of step &apos;%1&apos;.</source>
        <translation>Não há tipo de etapa &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>There is no kind of step &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation>Não há tipo de etapa &apos;%1&apos;; você quis dizer &apos;%2&apos;?</translation>
    </message>
    <message>
        <source>&apos;%1&apos; needs the parameter &apos;%2&apos; of %3. Write it below &apos;with&apos;.</source>
        <translation>&apos;%1&apos; precisa do parâmetro &apos;%2&apos; de %3. Escreva-o abaixo de &apos;with&apos;.</translation>
    </message>
    <message>
        <source>%1 has no parameter &apos;%2&apos;.</source>
        <translation>%1 não tem o parâmetro &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>%1 has no parameter &apos;%2&apos;; did you mean &apos;%3&apos;?</source>
        <translation>%1 não tem o parâmetro &apos;%2&apos;; você quis dizer &apos;%3&apos;?</translation>
    </message>
    <message>
        <source>The value of &apos;%1&apos; does not fit: %2</source>
        <translation>O valor de &apos;%1&apos; não serve: %2</translation>
    </message>
    <message>
        <source>Evidence is named as steps.ID.evidence.NAME, such as steps.build.evidence.log.</source>
        <translation>Uma evidência se escreve steps.ID.evidence.NOME, como steps.build.evidence.log.</translation>
    </message>
    <message>
        <source>The step &apos;%1&apos; (%2) leaves no evidence &apos;%3&apos;.</source>
        <translation>A etapa &apos;%1&apos; (%2) não deixa a evidência &apos;%3&apos;.</translation>
    </message>
    <message>
        <source>The step &apos;%1&apos; (%2) leaves no evidence &apos;%3&apos;; did you mean &apos;%4&apos;?</source>
        <translation>A etapa &apos;%1&apos; (%2) não deixa a evidência &apos;%3&apos;; você quis dizer &apos;%4&apos;?</translation>
    </message>
    <message>
        <source>There is no input &apos;%1&apos;.</source>
        <translation>Não há entrada &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>There is no input &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation>Não há entrada &apos;%1&apos;; você quis dizer &apos;%2&apos;?</translation>
    </message>
    <message>
        <source>&apos;%1&apos; names nothing. Texts stand in single quotes; values are %2.</source>
        <translation>&apos;%1&apos; não nomeia nada. Textos ficam entre aspas simples; valores são %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; names nothing (values are %2); did you mean &apos;%3&apos;?</source>
        <translation>&apos;%1&apos; não nomeia nada (valores são %2); você quis dizer &apos;%3&apos;?</translation>
    </message>
    <message>
        <source>There is no step &apos;%1&apos;.</source>
        <translation>Não há etapa &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>There is no step &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation>Não há etapa &apos;%1&apos;; você quis dizer &apos;%2&apos;?</translation>
    </message>
    <message>
        <source>The step &apos;%1&apos; is not finished before &apos;%2&apos;. Add it to the &apos;needs&apos; of &apos;%2&apos;, or move it to a stage before.</source>
        <translation>A etapa &apos;%1&apos; não termina antes de &apos;%2&apos;. Acrescente-a aos &apos;needs&apos; de &apos;%2&apos; ou mova-a para um estágio anterior.</translation>
    </message>
    <message>
        <source>A step has no &apos;%1&apos;. It has outcome, outputs, and all if it has a foreach.</source>
        <translation>Uma etapa não tem &apos;%1&apos;. Ela tem outcome, outputs e, se houver foreach, all.</translation>
    </message>
    <message>
        <source>A step has no &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation>Uma etapa não tem &apos;%1&apos;; você quis dizer &apos;%2&apos;?</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no foreach, so it has no &apos;all&apos;. Use steps.%1.outputs.</source>
        <translation>&apos;%1&apos; não tem foreach, por isso não tem &apos;all&apos;. Use steps.%1.outputs.</translation>
    </message>
    <message>
        <source>The step &apos;%1&apos; (%2) has no output &apos;%3&apos;.</source>
        <translation>A etapa &apos;%1&apos; (%2) não tem a saída &apos;%3&apos;.</translation>
    </message>
    <message>
        <source>The step &apos;%1&apos; (%2) has no output &apos;%3&apos;; did you mean &apos;%4&apos;?</source>
        <translation>A etapa &apos;%1&apos; (%2) não tem a saída &apos;%3&apos;; você quis dizer &apos;%4&apos;?</translation>
    </message>
    <message>
        <source>A step before this one has the id &apos;%1&apos; too. Ids are unique in the whole checklist.</source>
        <translation>Uma etapa anterior a esta também tem o id &apos;%1&apos;. Os ids são únicos no checklist inteiro.</translation>
    </message>
    <message>
        <source>&apos;run&apos; of a probe takes a list of texts, such as [./is-it-done.sh].</source>
        <translation>O &apos;run&apos; de uma verificação recebe uma lista de textos, como [./is-it-done.sh].</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no name for an environment variable. Use letters, digits and &apos;_&apos;.</source>
        <translation>&apos;%1&apos; não é nome de variável de ambiente. Use letras, algarismos e &apos;_&apos;.</translation>
    </message>
    <message>
        <source>The expression that begins here has no end. Close it with }}.</source>
        <translation>A expressão que começa aqui não tem fim. Feche-a com }}.</translation>
    </message>
    <message>
        <source>${{%1}} is a %2 and cannot stand inside a text. Use join(), or let it stand alone.</source>
        <translation>${{%1}} é %2 e não pode ficar dentro de um texto. Use join() ou deixe-o sozinho.</translation>
    </message>
    <message>
        <source>The text that is made here has more than %1 characters.</source>
        <translation>O texto que se forma aqui tem mais de %1 caracteres.</translation>
    </message>
    <message>
        <source>The text holds the character %1, which may not stand in a single line. Remove it.</source>
        <translation>O texto tem o caractere %1, que não pode ficar em uma só linha. Retire-o.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; begins with &apos;-&apos; and could be taken for an option. Begin with another character.</source>
        <translation>&apos;%1&apos; começa com &apos;-&apos; e poderia ser tomado por uma opção. Comece com outro caractere.</translation>
    </message>
    <message>
        <source>The text holds the invisible control character %1. Remove it.</source>
        <translation>O texto tem o caractere de controle invisível %1. Retire-o.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is none of the choices: %2.</source>
        <translation>&apos;%1&apos; não é nenhuma das escolhas: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no name for a git branch. Use letters, digits, &apos;-&apos;, &apos;_&apos;, &apos;.&apos; and &apos;/&apos;, such as feature/update.</source>
        <translation>&apos;%1&apos; não é um nome de ramo do git. Use letras, algarismos, &apos;-&apos;, &apos;_&apos;, &apos;.&apos; e &apos;/&apos;, como feature/update.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has to be a relative path without &apos;..&apos; and without empty parts, such as services/Dockerfile.</source>
        <translation>&apos;%1&apos; tem de ser um caminho relativo sem &apos;..&apos; e sem partes vazias, como services/Dockerfile.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no version. Write digits and dots, with letters before them if needed, such as 1.8.10 or r1.6.19.</source>
        <translation>&apos;%1&apos; não é uma versão. Escreva algarismos e pontos, com letras antes se preciso, como 1.8.10 ou r1.6.19.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no digest. Write the algorithm, &apos;:&apos; and hex digits, such as sha256:9f86d0….</source>
        <translation>&apos;%1&apos; não é um digest. Escreva o algoritmo, &apos;:&apos; e algarismos hexadecimais, como sha256:9f86d0….</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no address. Write https://…, ssh://…, file:///… or host:path.</source>
        <translation>&apos;%1&apos; não é um endereço. Escreva https://…, ssh://…, file:///… ou host:caminho.</translation>
    </message>
    <message>
        <source>A path is needed here; it is empty.</source>
        <translation>É preciso um caminho aqui; está vazio.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no duration. Write a whole number with ms, s, m, h or d, such as 90s or 24h.</source>
        <translation>&apos;%1&apos; não é uma duração. Escreva um número inteiro com ms, s, m, h ou d, como 90s ou 24h.</translation>
    </message>
    <message>
        <source>The program %1 was not found. Install Docker or Podman, then try again.</source>
        <translation>O programa %1 não foi encontrado. Instale o Docker ou o Podman e tente de novo.</translation>
    </message>
    <message>
        <source>No container engine answers. Start it, such as with &quot;sudo systemctl start docker&quot;, then try again.</source>
        <translation>Nenhum motor de contêineres responde. Inicie-o, por exemplo com &quot;sudo systemctl start docker&quot;, e tente de novo.</translation>
    </message>
    <message>
        <source>You may not use the container engine. Add yourself to the group docker (&quot;sudo usermod -aG docker $USER&quot;), log in anew, then try again.</source>
        <translation>Você não pode usar o motor de contêineres. Entre no grupo docker (&quot;sudo usermod -aG docker $USER&quot;), faça login de novo e tente outra vez.</translation>
    </message>
    <message>
        <source>%1 failed: %2.</source>
        <translation>%1 falhou: %2.</translation>
    </message>
    <message>
        <source>Neither &quot;%1 compose&quot; nor &quot;%1-compose&quot; is there. Install the compose plugin, then try again.</source>
        <translation>Não há nem &quot;%1 compose&quot; nem &quot;%1-compose&quot;. Instale o plugin compose e tente de novo.</translation>
    </message>
    <message>
        <source>There is no container %1. See &quot;docker ps -a&quot; for those that there are.</source>
        <translation>Não há contêiner %1. Veja com &quot;docker ps -a&quot; os que existem.</translation>
    </message>
    <message>
        <source>There is no image %1 on the engine. Build or pull it first.</source>
        <translation>Não há imagem %1 no motor. Construa-a ou baixe-a antes.</translation>
    </message>
    <message>
        <source>%1 is not the name of an object.</source>
        <translation>%1 não é o nome de um objeto.</translation>
    </message>
    <message>
        <source>The evidence %1 was changed on disk: its bytes no longer have that digest.</source>
        <translation>A evidência %1 foi alterada no disco: seus bytes não têm mais aquele digest.</translation>
    </message>
    <message>
        <source>The journal %1 could not be used: %2. Nothing was recorded; make room or close what blocks it, then resume.</source>
        <translation>O diário %1 não pôde ser usado: %2. Nada foi registrado; libere espaço ou feche o que o bloqueia e retome.</translation>
    </message>
    <message>
        <source>There is no run %1 in this journal.</source>
        <translation>Não há execução %1 neste diário.</translation>
    </message>
    <message>
        <source>Another console has taken over the run %1. This one records nothing more in it.</source>
        <translation>Outro console assumiu a execução %1. Este não registra mais nada nela.</translation>
    </message>
    <message>
        <source>The journal %1 was written by a newer Slipway. Update this one to open it.</source>
        <translation>O diário %1 foi escrito por um Slipway mais novo. Atualize este para abri-lo.</translation>
    </message>
    <message>
        <source>The run %1 exists already.</source>
        <translation>A execução %1 já existe.</translation>
    </message>
    <message>
        <source>%1 is not a folder.</source>
        <translation>%1 não é uma pasta.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files: give a folder further down.</source>
        <translation>%1 tem mais de %2 arquivos: indique uma pasta mais abaixo.</translation>
    </message>
    <message>
        <source>No file below %1 fits &quot;%2&quot;: correct the pattern or the folder.</source>
        <translation>Nenhum arquivo abaixo de %1 corresponde a &quot;%2&quot;: corrija o padrão ou a pasta.</translation>
    </message>
    <message>
        <source>Line %2 of the package list of %1 is not name==version: &quot;%3&quot;. Give what `pip list --format=freeze` prints.</source>
        <translation>A linha %2 da lista de pacotes de %1 não é nome==versão: &quot;%3&quot;. Dê o que `pip list --format=freeze` imprime.</translation>
    </message>
    <message>
        <source>The package list of %1 is not in UTF-8 (it may be UTF-16, as PowerShell writes it): save it as UTF-8.</source>
        <translation>A lista de pacotes de %1 não está em UTF-8 (pode ser UTF-16, como o PowerShell escreve): salve-a como UTF-8.</translation>
    </message>
    <message>
        <source>The package list of %1 is empty: no version can be taken from it. Check that the packages were installed there.</source>
        <translation>A lista de pacotes de %1 está vazia: nenhuma versão pode ser tirada dela. Confira se os pacotes foram instalados lá.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB: it is not edited.</source>
        <translation>O arquivo tem mais de %1 MiB: ele não é editado.</translation>
    </message>
    <message>
        <source>The record holds no pins of %1. Give the record that was written when its versions were taken out.</source>
        <translation>O registro não tem versões fixas de %1. Dê o registro que foi escrito quando as versões foram retiradas.</translation>
    </message>
    <message>
        <source>The versions could not be changed safely: the edited file would not read as meant. Edit it by hand.</source>
        <translation>As versões não puderam ser mudadas com segurança: o arquivo editado não seria lido como se quer. Edite-o à mão.</translation>
    </message>
    <message>
        <source>The record of pins cannot be used: %1. Give the file that packages unpin wrote.</source>
        <translation>O registro de versões não pode ser usado: %1. Dê o arquivo que packages unpin escreveu.</translation>
    </message>
    <message>
        <source>The file has no plain version in its [project] table: the version may be dynamic, set by the build tool.</source>
        <translation>O arquivo não tem uma versão simples na tabela [project]: ela pode ser dinâmica, definida pela ferramenta de construção.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a requirement such as name==1.2: it cannot be read from column %2 on.</source>
        <translation>&quot;%1&quot; não é um requisito como nome==1.2: não pode ser lido a partir da coluna %2.</translation>
    </message>
    <message>
        <source>The file is not in UTF-8 or another encoding of single bytes (it may be UTF-16): save it as UTF-8 first.</source>
        <translation>O arquivo não está em UTF-8 nem em outra codificação de um byte (pode ser UTF-16): salve-o antes como UTF-8.</translation>
    </message>
    <message>
        <source>Line %1 cannot be read as TOML: correct the file first.</source>
        <translation>A linha %1 não pode ser lida como TOML: corrija antes o arquivo.</translation>
    </message>
    <message>
        <source>%1 is no virtual environment: it has no bin/python. Make one with python3 -m venv.</source>
        <translation>%1 não é um ambiente virtual: não tem bin/python. Crie um com python3 -m venv.</translation>
    </message>
    <message>
        <source>The pip of %1 could not list the packages (status %2). Check that pip is installed there.</source>
        <translation>O pip de %1 não conseguiu listar os pacotes (estado %2). Confira se o pip está instalado lá.</translation>
    </message>
    <message>
        <source>The pattern %1 cannot be used: %2. Mark the text to change with one group, as in version = &quot;([^&quot;]*)&quot;.</source>
        <translation>O padrão %1 não pode ser usado: %2. Marque o texto a mudar com um grupo, como em version = &quot;([^&quot;]*)&quot;.</translation>
    </message>
    <message>
        <source>Nothing in the file fits the pattern %1: correct the pattern or the file.</source>
        <translation>Nada no arquivo corresponde ao padrão %1: corrija o padrão ou o arquivo.</translation>
    </message>
    <message>
        <source>The pattern %1 fits more than one place (lines %2): make it narrower, so that it fits one.</source>
        <translation>O padrão %1 corresponde a mais de um lugar (linhas %2): torne-o mais estreito, para que corresponda a um.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has %2 numbers, so number %3 cannot be raised.</source>
        <translation>&quot;%1&quot; tem %2 números, por isso o número %3 não pode ser aumentado.</translation>
    </message>
    <message>
        <source>A version cannot be empty or hold line ends and control characters.</source>
        <translation>Uma versão não pode ser vazia nem ter fins de linha e caracteres de controle.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 seconds and was ended. Check the connection, then try again.</source>
        <translation>%1 não respondeu em %2 segundos e foi encerrado. Confira a conexão e tente de novo.</translation>
    </message>
    <message>
        <source>%1 wrote more than %2 bytes and was ended; that much was not expected of it.</source>
        <translation>%1 escreveu mais de %2 bytes e foi encerrado; não se esperava tanto dele.</translation>
    </message>
    <message>
        <source>%1 was stopped on request.</source>
        <translation>%1 foi parado a pedido.</translation>
    </message>
    <message>
        <source>%1 was ended by signal %2 before it answered. Try again.</source>
        <translation>%1 foi encerrado pelo sinal %2 antes de responder. Tente de novo.</translation>
    </message>
    <message>
        <source>%1 could not be started: %2.</source>
        <translation>%1 não pôde ser iniciado: %2.</translation>
    </message>
    <message>
        <source>%1 cannot take an argument with a NUL character.</source>
        <translation>%1 não aceita um argumento com caractere NUL.</translation>
    </message>
    <message>
        <source>No program was named to be asked.</source>
        <translation>Nenhum programa foi indicado para ser perguntado.</translation>
    </message>
    <message>
        <source>%1 cannot run in %2: that folder does not exist.</source>
        <translation>%1 não pode executar em %2: essa pasta não existe.</translation>
    </message>
    <message>
        <source>The programs of this attempt were not started: %1 Put that right, then try again.</source>
        <translation>Os programas desta tentativa não foram iniciados: %1 Corrija isso e tente de novo.</translation>
    </message>
    <message>
        <source>The folder %1 already belongs to an attempt. Start a new attempt.</source>
        <translation>A pasta %1 já pertence a uma tentativa. Inicie uma nova tentativa.</translation>
    </message>
    <message>
        <source>%1 cannot be started: it is not there or may not be executed. Check the path and its rights.</source>
        <translation>%1 não pode ser iniciado: não existe ou não pode ser executado. Confira o caminho e as permissões.</translation>
    </message>
    <message>
        <source>The program %1 was not found. Install it, or add its folder to PATH.</source>
        <translation>O programa %1 não foi encontrado. Instale-o ou acrescente sua pasta ao PATH.</translation>
    </message>
    <message>
        <source>“%1” is no POSIX extended regular expression: %2. Correct the pattern; a backslash makes a character plain.</source>
        <translation>“%1” não é uma expressão regular estendida POSIX: %2. Corrija o padrão; uma barra invertida torna um caractere comum.</translation>
    </message>
    <message>
        <source>A command names no program.</source>
        <translation>Um comando não indica programa.</translation>
    </message>
    <message>
        <source>Output cannot be captured in “%1”: a plain file name of the attempt&apos;s folder is needed.</source>
        <translation>A saída não pode ser capturada em “%1”: é preciso um nome de arquivo simples da pasta da tentativa.</translation>
    </message>
    <message>
        <source>There is no command to run.</source>
        <translation>Não há comando para executar.</translation>
    </message>
    <message>
        <source>The folder to run in, “%1”, is no absolute path.</source>
        <translation>A pasta em que executar, “%1”, não é um caminho absoluto.</translation>
    </message>
    <message>
        <source>Answers need a terminal: set terminal as well.</source>
        <translation>Respostas precisam de um terminal: defina também terminal.</translation>
    </message>
    <message>
        <source>The result of the programs cannot be understood: “%1” is no way to end.</source>
        <translation>O resultado dos programas não pode ser entendido: “%1” não é um modo de terminar.</translation>
    </message>
    <message>
        <source>The journal could not be opened, so nothing can be recorded.</source>
        <translation>O diário não pôde ser aberto, por isso nada pode ser registrado.</translation>
    </message>
    <message>
        <source>foreach of %1 needs a list and got: %2.</source>
        <translation>O foreach de %1 precisa de uma lista e recebeu: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be done now: %2.</source>
        <translation>%1 não pode ser feito agora: %2.</translation>
    </message>
    <message>
        <source>This run has no step %1.</source>
        <translation>Esta execução não tem a etapa %1.</translation>
    </message>
    <message>
        <source>This run has no step %1. Did you mean %2?</source>
        <translation>Esta execução não tem a etapa %1. Você quis dizer %2?</translation>
    </message>
    <message>
        <source>There is no %1. There are: %2.</source>
        <translation>Não há %1. Há: %2.</translation>
    </message>
    <message>
        <source>%1 names several: %2.</source>
        <translation>%1 indica várias: %2.</translation>
    </message>
    <message>
        <source>The run %1 was written by a newer Slipway and can only be looked at. Update this one to go on.</source>
        <translation>A execução %1 foi escrita por um Slipway mais novo e só pode ser vista. Atualize este para continuar.</translation>
    </message>
    <message>
        <source>The output %1 is larger than 64 KiB. Keep it as a file and give its name.</source>
        <translation>A saída %1 tem mais de 64 KiB. Guarde-a em um arquivo e dê o nome dele.</translation>
    </message>
    <message>
        <source>Slipway failed inside this step: %1. This is a fault in Slipway; nothing was recorded as done.</source>
        <translation>O Slipway falhou dentro desta etapa: %1. Isto é um defeito do Slipway; nada foi registrado como feito.</translation>
    </message>
    <message>
        <source>This Slipway does not know the kind of step %1.</source>
        <translation>Este Slipway não conhece o tipo de etapa %1.</translation>
    </message>
    <message>
        <source>%1 settled it as failed: %2</source>
        <translation>%1 definiu como falha: %2</translation>
    </message>
    <message>
        <source>Another console is driving this run. Approve, tick or watch from here, or close the other one to go on here.</source>
        <translation>Outro console conduz esta execução. Aprove, marque ou acompanhe daqui, ou feche o outro para continuar aqui.</translation>
    </message>
    <message>
        <source>%1 could be any of these runs: %2.</source>
        <translation>%1 pode ser qualquer uma destas execuções: %2.</translation>
    </message>
    <message>
        <source>There is no run %1. `slipway runs` lists them; 4 characters of an id are enough.</source>
        <translation>Não há execução %1. `slipway runs` as lista; 4 caracteres de um id bastam.</translation>
    </message>
    <message>
        <source>The parameter %1 of %2: %3</source>
        <translation>O parâmetro %1 de %2: %3</translation>
    </message>
    <message>
        <source>The parameter %1 of %2 is needed and came out empty.</source>
        <translation>O parâmetro %1 de %2 é necessário e resultou vazio.</translation>
    </message>
    <message>
        <source>%1 should match exactly one file, but it matches %2: %3.</source>
        <translation>%1 devia corresponder a exatamente um arquivo, mas corresponde a %2: %3.</translation>
    </message>
    <message>
        <source>%1 cannot be copied: there is no such file or folder, or it is a link.</source>
        <translation>%1 não pode ser copiado: não há tal arquivo ou pasta, ou é um link.</translation>
    </message>
    <message>
        <source>Say where to copy by one of &quot;to&quot; (the new name) or &quot;into&quot; (a folder that exists).</source>
        <translation>Diga para onde copiar com um destes: &quot;to&quot; (o novo nome) ou &quot;into&quot; (uma pasta que existe).</translation>
    </message>
    <message>
        <source>%1 is no folder to copy into. Make it first, or use &quot;to&quot;.</source>
        <translation>%1 não é uma pasta para onde copiar. Crie-a antes ou use &quot;to&quot;.</translation>
    </message>
    <message>
        <source>%1 cannot be copied to %2: one is the other or lies inside it. Copy to a place of its own.</source>
        <translation>%1 não pode ser copiado para %2: um é o outro ou está dentro dele. Copie para um lugar próprio.</translation>
    </message>
    <message>
        <source>%1 is inside the git repository %2. Copy elsewhere, or say &quot;in-repository: true&quot; if that is meant.</source>
        <translation>%1 está dentro do repositório git %2. Copie para outro lugar ou diga &quot;in-repository: true&quot; se é isso mesmo.</translation>
    </message>
    <message>
        <source>%1/%2 is neither as it was when this step was planned nor as the step would leave it. Nothing was changed; look at the file, then try again.</source>
        <translation>%1/%2 não está nem como quando esta etapa foi planejada nem como ela o deixaria. Nada foi alterado; olhe o arquivo e tente de novo.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 não existe.</translation>
    </message>
    <message>
        <source>%1 is there already and is something else. Remove it first, or copy to another name.</source>
        <translation>%1 já está lá e é outra coisa. Retire-o antes ou copie com outro nome.</translation>
    </message>
    <message>
        <source>%1 belongs to another user, as what containers write does. Name an image under &quot;image&quot; that can remove it, or remove it by hand.</source>
        <translation>%1 pertence a outro usuário, como o que contêineres escrevem. Indique em &quot;image&quot; uma imagem que possa removê-lo, ou remova-o à mão.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no count: write a number from 1, or any.</source>
        <translation>&quot;%1&quot; não é uma contagem: escreva um número a partir de 1, ou any.</translation>
    </message>
    <message>
        <source>The kind %1 planned nothing that could be done. This is a fault in Slipway.</source>
        <translation>O tipo %1 não planejou nada que pudesse ser feito. Isto é um defeito do Slipway.</translation>
    </message>
    <message>
        <source>%1 changed since the copy was planned. Look at what changed it, then try again.</source>
        <translation>%1 mudou desde que a cópia foi planejada. Olhe o que o mudou e tente de novo.</translation>
    </message>
    <message>
        <source>The copying was stopped.</source>
        <translation>A cópia foi parada.</translation>
    </message>
    <message>
        <source>Reading the files was stopped.</source>
        <translation>A leitura dos arquivos foi parada.</translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder nor a link. Name it under &quot;except&quot;.</source>
        <translation>%1 não é nem arquivo, nem pasta, nem link. Indique-o em &quot;except&quot;.</translation>
    </message>
    <message>
        <source>The name of %1 is not UTF-8. Rename it, or name it under &quot;except&quot;.</source>
        <translation>O nome de %1 não é UTF-8. Renomeie-o ou indique-o em &quot;except&quot;.</translation>
    </message>
    <message>
        <source>The program took longer than it may and was ended.</source>
        <translation>O programa demorou mais do que pode e foi encerrado.</translation>
    </message>
    <message>
        <source>The program took longer than the %1 seconds it may and was ended. Raise the step&apos;s timeout if it needs more.</source>
        <translation>O programa demorou mais que os %1 segundos permitidos e foi encerrado. Aumente o timeout da etapa se ele precisa de mais.</translation>
    </message>
    <message>
        <source>The program was ended by signal %1 from outside. Signal 9 often means that memory ran out.</source>
        <translation>O programa foi encerrado de fora pelo sinal %1. O sinal 9 costuma significar que faltou memória.</translation>
    </message>
    <message>
        <source>The program ended with status %1. Its last lines say why; the log has all of it.</source>
        <translation>O programa terminou com o estado %1. Suas últimas linhas dizem por quê; a saída tem tudo.</translation>
    </message>
    <message>
        <source>The program did not end well, and left no status.</source>
        <translation>O programa não terminou bem e não deixou estado.</translation>
    </message>
    <message>
        <source>The program could not be started: %1. Install it, or correct its name in the checklist.</source>
        <translation>O programa não pôde ser iniciado: %1. Instale-o ou corrija seu nome no checklist.</translation>
    </message>
    <message>
        <source>The program ended without asking the question «%1» that the step has an answer for. It may not have done what was meant.</source>
        <translation>O programa terminou sem fazer a pergunta «%1», para a qual a etapa tem uma resposta. Pode não ter feito o que se queria.</translation>
    </message>
    <message>
        <source>It stands at a question that no answer fits: «%1». Add an answer to the step.</source>
        <translation>Ele está parado em uma pergunta sem resposta: «%1». Acrescente uma resposta à etapa.</translation>
    </message>
    <message>
        <source>The program could not be supervised: %1. What it did is in the log as far as it came.</source>
        <translation>O programa não pôde ser supervisionado: %1. O que ele fez está na saída, até onde chegou.</translation>
    </message>
    <message>
        <source>%1 could not be removed: %2. What a container wrote as another user can be removed with the parameter &quot;image&quot;, or by hand.</source>
        <translation>%1 não pôde ser removido: %2. O que um contêiner escreveu como outro usuário pode ser removido com o parâmetro &quot;image&quot; ou à mão.</translation>
    </message>
    <message>
        <source>%1 is no path below a folder. Write a relative path without &quot;..&quot;, such as stack/Dockerfile.</source>
        <translation>%1 não é um caminho abaixo de uma pasta. Escreva um caminho relativo sem &quot;..&quot;, como stack/Dockerfile.</translation>
    </message>
    <message>
        <source>%1 is a symbolic link or stands behind one. File steps follow no links; name the file itself.</source>
        <translation>%1 é um link simbólico ou está atrás de um. Etapas de arquivos não seguem links; indique o próprio arquivo.</translation>
    </message>
    <message>
        <source>%1 is not below %2. This step only touches what is in that folder.</source>
        <translation>%1 não está abaixo de %2. Esta etapa só mexe no que está nessa pasta.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no regular expression to search with: %2.</source>
        <translation>&quot;%1&quot; não é uma expressão regular com que se possa buscar: %2.</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text, so that no regular expression can be searched in it.</source>
        <translation>%1 não é texto UTF-8, por isso nenhuma expressão regular pode ser buscada nele.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not occur in %2; it should be found %3 times.</source>
        <translation>&quot;%1&quot; não ocorre em %2; devia ser encontrado %3 vezes.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; occurs in %2 %3 times, in line %4; it should be found %5 times. Say &quot;count&quot;, or search for more of the line.</source>
        <translation>&quot;%1&quot; ocorre em %2 %3 vezes, na linha %4; devia ser encontrado %5 vezes. Diga &quot;count&quot; ou busque mais da linha.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no number of a version: write 1 for the first, 2 for the second, or last.</source>
        <translation>&quot;%1&quot; não indica um número de uma versão: escreva 1 para o primeiro, 2 para o segundo, ou last.</translation>
    </message>
    <message>
        <source>A second document begins here. Keep one document in a file, without further &quot;---&quot; lines.</source>
        <translation>Um segundo documento começa aqui. Deixe um documento por arquivo, sem outras linhas &quot;---&quot;.</translation>
    </message>
    <message>
        <source>This text has %1 bytes; at most %2 are read. Keep long texts in files of their own.</source>
        <translation>Este texto tem %1 bytes; são lidos no máximo %2. Guarde textos longos em arquivos próprios.</translation>
    </message>
    <message>
        <source>Anchors (&amp;name) are not read. Write the value out at each place, or quote a text that begins with &quot;&amp;&quot;.</source>
        <translation>Âncoras (&amp;nome) não são lidas. Escreva o valor em cada lugar, ou ponha aspas em um texto que começa com &quot;&amp;&quot;.</translation>
    </message>
    <message>
        <source>Tags (!name) are not read. Remove the tag, or quote a text that begins with &quot;!&quot;.</source>
        <translation>Etiquetas (!nome) não são lidas. Retire a etiqueta, ou ponha aspas em um texto que começa com &quot;!&quot;.</translation>
    </message>
    <message>
        <source>A key has to be a text, not a list or a map. Quote a value that begins with &quot;{&quot; or &quot;[&quot;.</source>
        <translation>Uma chave tem de ser um texto, não uma lista ou um mapa. Ponha aspas em um valor que começa com &quot;{&quot; ou &quot;[&quot;.</translation>
    </message>
    <message>
        <source>The file has more than %1 values. Split it.</source>
        <translation>O arquivo tem mais de %1 valores. Divida-o.</translation>
    </message>
    <message>
        <source>Lists and maps are nested more than %1 levels deep here. Make it flatter.</source>
        <translation>Listas e mapas têm mais de %1 níveis aqui. Torne-o mais plano.</translation>
    </message>
    <message>
        <source>A key is missing before this &quot;:&quot;. Write &quot;name: value&quot;.</source>
        <translation>Falta uma chave antes deste &quot;:&quot;. Escreva &quot;nome: valor&quot;.</translation>
    </message>
    <message>
        <source>Merge keys (&lt;&lt;) are not read. Write the members out.</source>
        <translation>Chaves de mescla (&lt;&lt;) não são lidas. Escreva os membros por extenso.</translation>
    </message>
    <message>
        <source>The key &apos;%1&apos; stands here twice. Keep one of the two.</source>
        <translation>A chave &apos;%1&apos; está aqui duas vezes. Deixe uma das duas.</translation>
    </message>
    <message>
        <source>The file has %1 bytes; at most %2 are read. Split it.</source>
        <translation>O arquivo tem %1 bytes; são lidos no máximo %2. Divida-o.</translation>
    </message>
    <message>
        <source>This is not UTF-8. Save the file as UTF-8.</source>
        <translation>Isto não é UTF-8. Salve o arquivo como UTF-8.</translation>
    </message>
    <message>
        <source>The control character %1 may not stand in a file. Remove it.</source>
        <translation>O caractere de controle %1 não pode estar em um arquivo. Retire-o.</translation>
    </message>
    <message>
        <source>This is not YAML: %1. Look at the indentation, the quotes and the brackets here and just before.</source>
        <translation>Isto não é YAML: %1. Olhe a indentação, as aspas e os colchetes aqui e logo antes.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>O arquivo está vazio.</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>--set needs NAME=VALUE, not %1.</source>
        <translation>--set precisa de NOME=VALOR, não de %1.</translation>
    </message>
    <message>
        <source>--tick takes `all` or numbers from 1 to %1, not %2.</source>
        <translation>--tick recebe `all` ou números de 1 a %1, não %2.</translation>
    </message>
    <message>
        <source>--input needs NAME=VALUE, not %1.</source>
        <translation>--input precisa de NOME=VALOR, não de %1.</translation>
    </message>
    <message>
        <source>There is no file %1 and no bundled checklist of that name. Bundled are: %2.</source>
        <translation>Não há arquivo %1 nem checklist incluído com esse nome. Incluídos: %2.</translation>
    </message>
    <message>
        <source>%1 has no output to show.</source>
        <translation>%1 não tem saída para mostrar.</translation>
    </message>
    <message>
        <source>The sample could not be laid down: &quot;%1&quot; ended with status %2. See its message below, then try again.</source>
        <translation>O exemplo não pôde ser montado: &quot;%1&quot; terminou com o estado %2. Veja a mensagem abaixo e tente de novo.</translation>
    </message>
    <message>
        <source>%1 is not an empty folder. Name a folder that does not exist yet; the sample is laid down there.</source>
        <translation>%1 não é uma pasta vazia. Indique uma pasta que ainda não existe; o exemplo é montado lá.</translation>
    </message>
    <message>
        <source>The sample&apos;s base image could not be made: the lines above say why. When that is mended, run %1.</source>
        <translation>A imagem de base do exemplo não pôde ser feita: as linhas acima dizem por quê. Quando estiver corrigido, execute %1.</translation>
    </message>
    <message>
        <source>The object %1 is missing. It may have been deleted by hand; restore it from a backup.</source>
        <translation>O objeto %1 está faltando. Pode ter sido apagado à mão; restaure-o de um backup.</translation>
    </message>
    <message>
        <source>A %1 is expected here, but nothing is given.</source>
        <translation>Espera-se aqui %1, mas nada foi dado.</translation>
    </message>
    <message>
        <source>%1 belongs to another user, so git does not trust it. Run `git config --global --add safe.directory %1`, or use a clone of your own.</source>
        <translation>%1 pertence a outro usuário, por isso o git não confia nele. Execute `git config --global --add safe.directory %1` ou use um clone seu.</translation>
    </message>
    <message>
        <source>Git cannot read %1: %2.</source>
        <translation>O git não consegue ler %1: %2.</translation>
    </message>
    <message>
        <source>The remote %1 does not answer. Check the address, the network and your rights; git&apos;s own words are below.</source>
        <translation>O remoto %1 não responde. Confira o endereço, a rede e suas permissões; as palavras do próprio git estão abaixo.</translation>
    </message>
    <message>
        <source>%1 knows no branch, tag or commit %2. Check the name, or fetch it first.</source>
        <translation>%1 não conhece ramo, tag ou commit %2. Confira o nome ou busque-o antes (fetch).</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Não há pasta %1.</translation>
    </message>
    <message>
        <source>%1 is no git repository. Choose the top folder of a clone.</source>
        <translation>%1 não é um repositório git. Escolha a pasta principal de um clone.</translation>
    </message>
    <message>
        <source>An item to tick has no text. Write a sentence, or {text: a sentence, evidence: […]}.</source>
        <translation>Um item a marcar não tem texto. Escreva uma frase, ou {text: uma frase, evidence: […]}.</translation>
    </message>
    <message>
        <source>A quorum of %1 would let anything pass. It is at least 1.</source>
        <translation>Um quórum de %1 deixaria passar qualquer coisa. Ele é no mínimo 1.</translation>
    </message>
    <message>
        <source>A gate is passed by people, never by a program. This is a fault in Slipway.</source>
        <translation>Uma aprovação é dada por pessoas, nunca por um programa. Isto é um defeito do Slipway.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no regular expression: %2. A backslash before a character takes it as it is.</source>
        <translation>&quot;%1&quot; não é uma expressão regular: %2. Uma barra invertida antes de um caractere o toma como é.</translation>
    </message>
    <message>
        <source>A program on a terminal cannot give its output as a value too. Leave out &quot;terminal&quot; and &quot;answers&quot;, or &quot;output&quot;.</source>
        <translation>Um programa em um terminal não pode também dar sua saída como valor. Deixe de fora &quot;terminal&quot; e &quot;answers&quot;, ou &quot;output&quot;.</translation>
    </message>
    <message>
        <source>&quot;run&quot; names no program. Write the program and its arguments as a list, such as [./build.sh, --quick].</source>
        <translation>&quot;run&quot; não indica programa. Escreva o programa e seus argumentos como lista, como [./build.sh, --quick].</translation>
    </message>
    <message>
        <source>With &quot;shell&quot;, &quot;run&quot; is one text and not a list of %1. Values reach the text as environment variables.</source>
        <translation>Com &quot;shell&quot;, &quot;run&quot; é um texto e não uma lista de %1. Valores chegam ao texto como variáveis de ambiente.</translation>
    </message>
    <message>
        <source>%1 cannot be an environment variable. A name has letters, digits and _, and does not begin with a digit.</source>
        <translation>%1 não pode ser uma variável de ambiente. Um nome tem letras, algarismos e _, e não começa com algarismo.</translation>
    </message>
    <message>
        <source>An answer needs the question it belongs to: {prompt: &apos;Continue&apos;, reply: &apos;yes&apos;}.</source>
        <translation>Uma resposta precisa da pergunta a que pertence: {prompt: &apos;Continue&apos;, reply: &apos;yes&apos;}.</translation>
    </message>
    <message>
        <source>It printed what it must not (%1): «%2».</source>
        <translation>Ele imprimiu o que não deve (%1): «%2».</translation>
    </message>
    <message>
        <source>It ended well, but no line of its output matches «%1», which it must print when its work is done.</source>
        <translation>Terminou bem, mas nenhuma linha da saída corresponde a «%1», que ele deve imprimir quando seu trabalho está feito.</translation>
    </message>
    <message>
        <source>Its output is no JSON object or list: %1 at byte %2.</source>
        <translation>Sua saída não é um objeto ou lista JSON: %1 no byte %2.</translation>
    </message>
    <message>
        <source>Its output cannot be kept as a value: keys may have ASCII characters only and may not begin with a dollar sign.</source>
        <translation>Sua saída não pode ser guardada como valor: chaves só podem ter caracteres ASCII e não podem começar com cifrão.</translation>
    </message>
    <message>
        <source>It printed %1 bytes, and an output holds 65536. Let it write a file and print the file&apos;s name.</source>
        <translation>Ele imprimiu %1 bytes, e uma saída comporta 65536. Faça-o escrever um arquivo e imprimir o nome dele.</translation>
    </message>
    <message>
        <source>The program ended with status 0, which is not among the statuses that mean success here.</source>
        <translation>O programa terminou com o estado 0, que não está entre os que significam sucesso aqui.</translation>
    </message>
    <message>
        <source>There is no compose file %1 in %2. Name the folder that has it, or the file under &quot;file&quot;.</source>
        <translation>Não há arquivo compose %1 em %2. Indique a pasta que o tem, ou o arquivo em &quot;file&quot;.</translation>
    </message>
    <message>
        <source>The containers of the project %1 were started from %2, not from %3. Bring those down first, or name another project under &quot;project&quot;.</source>
        <translation>Os contêineres do projeto %1 foram iniciados de %2, não de %3. Derrube-os antes ou indique outro projeto em &quot;project&quot;.</translation>
    </message>
    <message>
        <source>Compose does not accept the file in %1: %2</source>
        <translation>O compose não aceita o arquivo em %1: %2</translation>
    </message>
    <message>
        <source>The compose file in %1 has no service %2; it has %3.</source>
        <translation>O arquivo compose em %1 não tem o serviço %2; ele tem %3.</translation>
    </message>
    <message>
        <source>&quot;down&quot; removes all services; leave &quot;services&quot; out, or use &quot;stop&quot;.</source>
        <translation>&quot;down&quot; remove todos os serviços; deixe &quot;services&quot; de fora ou use &quot;stop&quot;.</translation>
    </message>
    <message>
        <source>Say what to wait for: &quot;services&quot;, &quot;url&quot;, or both.</source>
        <translation>Diga pelo que esperar: &quot;services&quot;, &quot;url&quot; ou ambos.</translation>
    </message>
    <message>
        <source>%1 is no address that can be waited for: it has to begin with http:// or https://.</source>
        <translation>%1 não é um endereço pelo qual se possa esperar: tem de começar com http:// ou https://.</translation>
    </message>
    <message>
        <source>Neither curl nor wget is installed, so that %1 cannot be asked. Install one of them.</source>
        <translation>Nem curl nem wget estão instalados, por isso não se pode perguntar a %1. Instale um deles.</translation>
    </message>
    <message>
        <source>After %1 seconds it was not so: %2. The log ends with what the containers said last.</source>
        <translation>Após %1 segundos ainda não era assim: %2. A saída termina com o que os contêineres disseram por último.</translation>
    </message>
    <message>
        <source>Say what to replace by one of &quot;find&quot; (a text) or &quot;line&quot; (an expression for the lines to replace).</source>
        <translation>Diga o que substituir com um destes: &quot;find&quot; (um texto) ou &quot;line&quot; (uma expressão para as linhas a substituir).</translation>
    </message>
    <message>
        <source>No container of the service %1 was made from the compose file in %2; there are: %3. Bring the stack up first.</source>
        <translation>Nenhum contêiner do serviço %1 foi feito a partir do arquivo compose em %2; há: %3. Suba a stack antes.</translation>
    </message>
    <message>
        <source>The container %1 is %2, so that its packages cannot be listed. Start or stop it first.</source>
        <translation>O contêiner %1 está %2, por isso seus pacotes não podem ser listados. Inicie-o ou pare-o antes.</translation>
    </message>
    <message>
        <source>Say where the packages are by exactly one of &quot;service&quot;, &quot;container&quot;, &quot;image&quot; and &quot;venv&quot;.</source>
        <translation>Diga onde estão os pacotes com exatamente um destes: &quot;service&quot;, &quot;container&quot;, &quot;image&quot; e &quot;venv&quot;.</translation>
    </message>
    <message>
        <source>%1 has no remote %2. It has: %3.</source>
        <translation>%1 não tem o remoto %2. Ele tem: %3.</translation>
    </message>
    <message>
        <source>%1 has no commit yet, so no branch can start there.</source>
        <translation>%1 ainda não tem commit, por isso nenhum ramo pode começar lá.</translation>
    </message>
    <message>
        <source>The remote %1 names no default branch. Say with &quot;from&quot; where the branch starts.</source>
        <translation>O remoto %1 não indica um ramo padrão. Diga com &quot;from&quot; onde o ramo começa.</translation>
    </message>
    <message>
        <source>%1 has changes that are not committed: %2. Commit or stash them first.</source>
        <translation>%1 tem alterações sem commit: %2. Faça commit ou stash delas antes.</translation>
    </message>
    <message>
        <source>The branch %1 is there already, at %2, with %3 commits that %4 does not have. Choose another name, or set if-exists to continue on it or to restart it.</source>
        <translation>O ramo %1 já existe, em %2, com %3 commits que %4 não tem. Escolha outro nome, ou defina if-exists para continuar nele ou recomeçá-lo.</translation>
    </message>
    <message>
        <source>The address %1 has a password in it, which would be kept and shown. Leave it to git&apos;s credential helper.</source>
        <translation>O endereço %1 tem uma senha, que seria guardada e mostrada. Deixe-a para o credential helper do git.</translation>
    </message>
    <message>
        <source>%1 is there already and is no clone of %2. Choose another folder, or move it away.</source>
        <translation>%1 já está lá e não é um clone de %2. Escolha outra pasta ou mova-o.</translation>
    </message>
    <message>
        <source>The path &quot;%1&quot; is not below %2. Name files of the repository that is committed.</source>
        <translation>O caminho &quot;%1&quot; não está abaixo de %2. Indique arquivos do repositório em que se faz o commit.</translation>
    </message>
    <message>
        <source>The step does not say what to commit. Name &quot;paths&quot;, or set &quot;all-changes&quot;.</source>
        <translation>A etapa não diz do que fazer commit. Indique &quot;paths&quot; ou defina &quot;all-changes&quot;.</translation>
    </message>
    <message>
        <source>%1 has conflicts that are not resolved in %2. Finish or abort the merge first.</source>
        <translation>%1 tem conflitos não resolvidos em %2. Termine ou aborte antes o merge.</translation>
    </message>
    <message>
        <source>Git does not know in whose name to commit. Run `git config --global user.name` and `user.email` with your name and address.</source>
        <translation>O git não sabe em nome de quem fazer commit. Execute `git config --global user.name` e `user.email` com seu nome e endereço.</translation>
    </message>
    <message>
        <source>%1 is a bare repository without files. Use a clone.</source>
        <translation>%1 é um repositório bare, sem arquivos. Use um clone.</translation>
    </message>
    <message>
        <source>No branch is checked out in %1. Check one out, or name it with &quot;branch&quot;.</source>
        <translation>Nenhum ramo está em uso em %1. Faça checkout de um ou indique-o com &quot;branch&quot;.</translation>
    </message>
    <message>
        <source>%1 at %2 is at %3, and %4 was expected (- means that it is not there). Look at what is there, then start again from it.</source>
        <translation>%1 em %2 está em %3, e se esperava %4 (- significa que não existe). Olhe o que está lá e recomece a partir disso.</translation>
    </message>
    <message>
        <source>%1 at %2 has the commit %3, which is not here. Fetch it and build on it, or set &quot;replace&quot; if it may be lost.</source>
        <translation>%1 em %2 tem o commit %3, que não está aqui. Busque-o (fetch) e continue sobre ele, ou defina &quot;replace&quot; se ele pode se perder.</translation>
    </message>
    <message>
        <source>%1 at %2 has the commit %3 by %4 («%5»), which is not in the branch here. Build on it, or set &quot;replace&quot; if it may be lost.</source>
        <translation>%1 em %2 tem o commit %3 de %4 («%5»), que não está no ramo daqui. Continue sobre ele, ou defina &quot;replace&quot; se ele pode se perder.</translation>
    </message>
    <message>
        <source>%1 is no inventory. Give the output &quot;inventory&quot; of a step packages.freeze.</source>
        <translation>%1 não é um inventário. Dê a saída &quot;inventory&quot; de uma etapa packages.freeze.</translation>
    </message>
    <message>
        <source>The list of %1 has no pip in it, so it is not the list of the environment whose pip was asked.</source>
        <translation>A lista de %1 não tem pip, por isso não é a lista do ambiente cujo pip foi perguntado.</translation>
    </message>
    <message>
        <source>The inventories have different versions of %1: %2. Pin each file from the one inventory it belongs to.</source>
        <translation>Os inventários têm versões diferentes de %1: %2. Fixe cada arquivo a partir do inventário a que pertence.</translation>
    </message>
    <message>
        <source>%1 pinned versions differ from what is installed, and these names are not installed: %2. The table shows which; pin again from this list, or find out what changed.</source>
        <translation>%1 versões fixas diferem do que está instalado, e estes nomes não estão instalados: %2. A tabela mostra quais; fixe de novo a partir desta lista ou descubra o que mudou.</translation>
    </message>
    <message>
        <source>Aliases (*name) are not read. Write the value out, or quote a text that begins with &quot;*&quot;.</source>
        <translation>Apelidos (*nome) não são lidos. Escreva o valor por extenso, ou ponha aspas em um texto que começa com &quot;*&quot;.</translation>
    </message>
    <message>
        <source>No terminal was found. The run&apos;s files are in %1.</source>
        <translation>Nenhum terminal foi encontrado. Os arquivos da execução estão em %1.</translation>
    </message>
    <message>
        <source>With &apos;%1&apos; no ${{ }} may stand in &apos;%2&apos;: what it gives would become part of the program. Put it into &apos;env&apos; and use &quot;$NAME&quot; here.</source>
        <translation>Com &apos;%1&apos; nenhum ${{ }} pode ficar em &apos;%2&apos;: o que ele dá se tornaria parte do programa. Ponha-o em &apos;env&apos; e use &quot;$NOME&quot; aqui.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is done by people, so it cannot undo a step. Leave &apos;undo&apos; out and say in &apos;help&apos; what a person has to do.</source>
        <translation>&apos;%1&apos; é feito por pessoas e por isso não pode desfazer uma etapa. Deixe &apos;undo&apos; de fora e diga em &apos;help&apos; o que uma pessoa tem de fazer.</translation>
    </message>
    <message>
        <source>What &apos;undo&apos; is given is fixed before the step begins, so it cannot use outputs of &apos;%1&apos; itself.</source>
        <translation>O que &apos;undo&apos; recebe é fixado antes de a etapa começar, por isso não pode usar saídas da própria &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>There is no journal %1.</source>
        <translation>Não há um diário %1.</translation>
    </message>
    <message>
        <source>Evidence could not be stored: %1</source>
        <translation>A evidência não pôde ser guardada: %1</translation>
    </message>
    <message>
        <source>Event %1 of run %2 is not as it was written, so nothing is done with this run. `slipway verify %2` says what is wrong.</source>
        <translation>O evento %1 da execução %2 não está como foi escrito, por isso nada é feito com esta execução. `slipway verify %2` diz o que está errado.</translation>
    </message>
    <message>
        <source>The journal %1 is damaged: %2. Keep the file as it is, and go on with a copy from before.</source>
        <translation>O diário %1 está danificado: %2. Guarde o arquivo como está e continue com uma cópia anterior.</translation>
    </message>
    <message>
        <source>Neither Python nor pip could be asked in %1. Read its files instead (--scan).</source>
        <translation>Nem o Python nem o pip puderam ser consultados em %1. Leia os arquivos (--scan).</translation>
    </message>
    <message>
        <source>What was kept of %1 is of another Slipway; it is read again.</source>
        <translation>O que foi guardado de %1 é de outro Slipway; será lido de novo.</translation>
    </message>
    <message>
        <source>The package list of %1 is not JSON as `pip list --format=json` or `pip inspect` print it: %2</source>
        <translation>A lista de pacotes de %1 não é JSON como o de `pip list --format=json` ou `pip inspect`: %2</translation>
    </message>
    <message>
        <source>Line %2 of the package list of %1 is not a name and a version: &quot;%3&quot;.</source>
        <translation>A linha %2 da lista de pacotes de %1 não é um nome e uma versão: &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>There is no file %1 in %2 at %3.</source>
        <translation>Não há arquivo %1 em %2 na revisão %3.</translation>
    </message>
    <message>
        <source>No installed package was found in %1. Name a site-packages folder, or venv:FOLDER for an environment.</source>
        <translation>Nenhum pacote instalado foi encontrado em %1. Indique uma pasta site-packages, ou venv:PASTA para um ambiente.</translation>
    </message>
    <message>
        <source>There is no Python in %1, or it lies in an unusual place.</source>
        <translation>Não há Python em %1, ou ele está em um lugar incomum.</translation>
    </message>
    <message>
        <source>The archive cannot be read (%1). Make it again with docker save.</source>
        <translation>O arquivo não pode ser lido (%1). Gere-o de novo com docker save.</translation>
    </message>
    <message>
        <source>The archive has more %1 than are read from one archive (%2).</source>
        <translation>O arquivo tem mais %1 do que se lê de um só arquivo (%2).</translation>
    </message>
    <message>
        <source>The archive ends in the middle. Make it again, and check that the disk was not full.</source>
        <translation>O arquivo termina no meio. Gere-o de novo e verifique se o disco não estava cheio.</translation>
    </message>
    <message>
        <source>The run %1 was continued by the run %2. Go on there: `slipway resume %2`.</source>
        <translation>A execução %1 foi continuada pela execução %2. Prossiga lá: `slipway resume %2`.</translation>
    </message>
    <message>
        <source>A step of the run %1 is running or in doubt. Resume it and wait, cancel it, or settle it; then continue from it.</source>
        <translation>Uma etapa da execução %1 está em andamento ou em dúvida. Retome-a e espere, cancele-a ou resolva-a; depois continue a partir da execução.</translation>
    </message>
    <message>
        <source>Later steps use what %1 gives, and it cannot be seen that it was done. Do it as it is shown, or say what it gives: slipway tick %2 %1 --set %3=VALUE.</source>
        <translation>Etapas posteriores usam o que %1 fornece, e não se consegue ver que foi feito. Faça como é mostrado, ou diga o que ela fornece: slipway tick %2 %1 --set %3=VALUE.</translation>
    </message>
    <message>
        <source>Going again from %1 has to wait: %2 is in doubt. Settle it first.</source>
        <translation>Recomeçar de %1 tem de esperar: %2 está em dúvida. Resolva isso primeiro.</translation>
    </message>
    <message>
        <source>Going again from %1 has to wait: %2 is running. Cancel it first, or wait until it ends.</source>
        <translation>Recomeçar de %1 tem de esperar: %2 está em execução. Cancele antes, ou espere até terminar.</translation>
    </message>
    <message>
        <source>Undoing has to wait: %1 is in doubt. Settle it first.</source>
        <translation>Desfazer tem de esperar: %1 está em dúvida. Resolva isso primeiro.</translation>
    </message>
    <message>
        <source>Undoing has to wait: %1 is running. Cancel it first, or wait until it ends.</source>
        <translation>Desfazer tem de esperar: %1 está em execução. Cancele antes, ou espere até terminar.</translation>
    </message>
    <message>
        <source>These cannot be undone: %1. Say that they may stay in place to undo the others.</source>
        <translation>Estas não podem ser desfeitas: %1. Diga que elas podem ficar como estão para desfazer as outras.</translation>
    </message>
    <message>
        <source>An undo is under way. Cancel the run to give it up, then go again from %1.</source>
        <translation>Há uma ação de desfazer em andamento. Cancele a execução para desistir dela e depois recomece de %1.</translation>
    </message>
    <message>
        <source>There is nothing that can be undone.</source>
        <translation>Não há nada que possa ser desfeito.</translation>
    </message>
    <message>
        <source>The rehearsal was stopped.</source>
        <translation>O ensaio foi interrompido.</translation>
    </message>
    <message>
        <source>No scratch folder could be made in %1: %2.</source>
        <translation>Não foi possível criar uma pasta temporária em %1: %2.</translation>
    </message>
    <message>
        <source>There is more than one event %1.</source>
        <translation>Há mais de um evento %1.</translation>
    </message>
    <message>
        <source>Nothing after event %1 can be read: %2</source>
        <translation>Nada depois do evento %1 pode ser lido: %2</translation>
    </message>
    <message>
        <source>Event %1 was event %2 before: somebody changed the order.</source>
        <translation>O evento %1 era antes o evento %2: alguém mudou a ordem.</translation>
    </message>
    <message>
        <source>Event %1 was changed: its hash does not fit what it says.</source>
        <translation>O evento %1 foi alterado: seu hash não corresponde ao que ele diz.</translation>
    </message>
    <message>
        <source>Event %1 does not follow event %2: one of the two was changed, exchanged or added.</source>
        <translation>O evento %1 não segue o evento %2: um dos dois foi alterado, trocado ou acrescentado.</translation>
    </message>
    <message>
        <source>Event %1 is missing.</source>
        <translation>Falta o evento %1.</translation>
    </message>
    <message>
        <source>Events %1 to %2 are missing.</source>
        <translation>Faltam os eventos de %1 a %2.</translation>
    </message>
    <message>
        <source>An event with the number %1 was added.</source>
        <translation>Um evento com o número %1 foi acrescentado.</translation>
    </message>
    <message>
        <source>Event %1 was written under lease %2, when %3 was right.</source>
        <translation>O evento %1 foi escrito sob a concessão %2, quando a certa era %3.</translation>
    </message>
    <message>
        <source>The body of event %1 is not written as Slipway writes it: %2</source>
        <translation>O corpo do evento %1 não está escrito como o Slipway escreve: %2</translation>
    </message>
    <message>
        <source>Event %1 decides on a gate that was opened by another event %2 than the one that is there: what came before the decision was rewritten.</source>
        <translation>O evento %1 decide sobre uma aprovação aberta por um evento %2 diferente do que está ali: o que veio antes da decisão foi reescrito.</translation>
    </message>
    <message>
        <source>What event %1 names as %2 is not there as it was: %3</source>
        <translation>O que o evento %1 chama de %2 não está mais lá como era: %3</translation>
    </message>
    <message>
        <source>The output that event %1 names is not there as it was: %2</source>
        <translation>A saída que o evento %1 nomeia não está mais lá como era: %2</translation>
    </message>
    <message>
        <source>The journal does not list this run any more: %1</source>
        <translation>O diário não lista mais esta execução: %1</translation>
    </message>
    <message>
        <source>The journal&apos;s list of runs says that this one ends with event %1 (%2), but the last event is %3 (%4): the end was cut off, or one of the two was changed.</source>
        <translation>A lista de execuções do diário diz que esta termina com o evento %1 (%2), mas o último evento é %3 (%4): o fim foi cortado, ou um dos dois foi alterado.</translation>
    </message>
    <message>
        <source>The journal ends with event %2, but this machine has seen event %1: the end was cut off, or this is an older copy.</source>
        <translation>O diário termina com o evento %2, mas esta máquina já viu o evento %1: o fim foi cortado, ou esta é uma cópia mais antiga.</translation>
    </message>
    <message>
        <source>The journal ends with event %2, but event %1 is known: the end was cut off, or this is an older copy.</source>
        <translation>O diário termina com o evento %2, mas o evento %1 é conhecido: o fim foi cortado, ou esta é uma cópia mais antiga.</translation>
    </message>
    <message>
        <source>Event %1 is not the one that this machine has seen: the journal was rewritten.</source>
        <translation>O evento %1 não é o que esta máquina viu: o diário foi reescrito.</translation>
    </message>
    <message>
        <source>The event %1 that is known is not in this journal: the end was cut off, or it was rewritten.</source>
        <translation>O evento conhecido %1 não está neste diário: o fim foi cortado, ou ele foi reescrito.</translation>
    </message>
    <message>
        <source>Git cannot say what is in %1: %2</source>
        <translation>O git não consegue dizer o que há em %1: %2</translation>
    </message>
    <message>
        <source>The container engine does not say which networks there are: %1</source>
        <translation>O motor de contêineres não diz quais redes existem: %1</translation>
    </message>
    <message>
        <source>%1 changed after it was kept for an undo, so it was not removed. Let what writes it come to an end, then try again.</source>
        <translation>%1 mudou depois de guardado para uma reversão; por isso não foi removido. Espere terminar o que o está gravando e tente de novo.</translation>
    </message>
    <message>
        <source>What is in %1 is known once the step %2 has made it.</source>
        <translation>O que há em %1 só se sabe depois que a etapa %2 o fizer.</translation>
    </message>
    <message>
        <source>A rehearsal does not ask: %1.</source>
        <translation>Um ensaio não pergunta: %1.</translation>
    </message>
    <message>
        <source>%1 changed while it was read. Let what writes it come to an end, then try again.</source>
        <translation>%1 mudou enquanto era lido. Espere terminar o que o está gravando e tente de novo.</translation>
    </message>
    <message>
        <source>What the step %1 did cannot be undone by Slipway.</source>
        <translation>O que a etapa %1 fez não pode ser desfeito pelo Slipway.</translation>
    </message>
    <message>
        <source>%1 was moved to %2 for a moment, and something else has its name by now. Look at both, and keep the right one under the name.</source>
        <translation>%1 foi movido por um instante para %2, e agora outra coisa tem o seu nome. Veja os dois e deixe o certo com esse nome.</translation>
    </message>
    <message>
        <source>%1 was changed after the step, so it is not undone: that change would be lost. Save it elsewhere or take it back, then try again.</source>
        <translation>%1 foi alterado depois da etapa; por isso não é desfeito: essa alteração se perderia. Salve-a em outro lugar ou desfaça-a e tente de novo.</translation>
    </message>
    <message>
        <source>What %1 held before the step is no longer kept on this machine.</source>
        <translation>O que havia em %1 antes da etapa não está mais guardado nesta máquina.</translation>
    </message>
    <message>
        <source>`run` needs a checklist; --dry-run goes with --continue-from.</source>
        <translation>`run` precisa de uma lista; --dry-run acompanha --continue-from.</translation>
    </message>
    <message>
        <source>--head needs NUMBER:HASH or HASH, 64 hexadecimal digits, not %1.</source>
        <translation>--head precisa de NÚMERO:HASH ou HASH, 64 dígitos hexadecimais, e não %1.</translation>
    </message>
    <message>
        <source>%1 has no entry for %2. It belongs in line %3, as «%4»; what is not released yet stands in line %5.</source>
        <translation>%1 não tem entrada para %2. O lugar dela é a linha %3, como «%4»; o que ainda não foi lançado está na linha %5.</translation>
    </message>
    <message>
        <source>%1 has no entry for %2. It belongs in line %3, as «%4».</source>
        <translation>%1 não tem entrada para %2. O lugar dela é a linha %3, como «%4».</translation>
    </message>
    <message>
        <source>The entry for %3 in line %2 of %1 has no date. Write it as «%4».</source>
        <translation>A entrada de %3 na linha %2 de %1 não tem data. Escreva-a como «%4».</translation>
    </message>
    <message>
        <source>The entry for %3 in line %2 of %1 has «%5» where its date belongs. Write it as «%4».</source>
        <translation>A entrada de %3 na linha %2 de %1 tem «%5» no lugar da data. Escreva-a como «%4».</translation>
    </message>
    <message>
        <source>The entry for %3 in line %2 of %1 has the date %5. Write it as «%4».</source>
        <translation>A entrada de %3 na linha %2 de %1 tem a data %5. Escreva-a como «%4».</translation>
    </message>
    <message>
        <source>%1 has two entries for %3, in lines %2 and %4. Make one of them.</source>
        <translation>%1 tem duas entradas para %3, nas linhas %2 e %4. Faça delas uma só.</translation>
    </message>
    <message>
        <source>The entry for %3 in line %2 of %1 says that this version was taken back. Choose a new version.</source>
        <translation>A entrada de %3 na linha %2 de %1 diz que essa versão foi retirada. Escolha uma versão nova.</translation>
    </message>
    <message>
        <source>The entry for %3 in line %2 of %1 says nothing. Write below it what changed.</source>
        <translation>A entrada de %3 na linha %2 de %1 não diz nada. Escreva abaixo dela o que mudou.</translation>
    </message>
    <message>
        <source>There is no %1. Make it, or name the changelog with &quot;file&quot;.</source>
        <translation>%1 não existe. Crie-o ou indique o changelog em &quot;file&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date. Write it as YYYY-MM-DD, such as 2026-11-21.</source>
        <translation>&quot;%1&quot; não é uma data. Escreva-a como AAAA-MM-DD, por exemplo 2026-11-21.</translation>
    </message>
    <message>
        <source>The tag %1 was made here, but it did not reach %2. Try again: what is missing is done then.</source>
        <translation>A tag %1 foi criada aqui, mas não chegou a %2. Tente de novo: o que falta é feito então.</translation>
    </message>
    <message>
        <source>The tag %1 is in %2 already and marks %3, not %4. A tag is never moved: choose another name, or look at who made it.</source>
        <translation>A tag %1 já existe em %2 e marca %3, não %4. Uma tag nunca é movida: escolha outro nome ou veja quem a criou.</translation>
    </message>
    <message>
        <source>%1 has no remote %2. Name one that it has, or leave &quot;remote&quot; out.</source>
        <translation>%1 não tem o remoto %2. Indique um que exista ou omita &quot;remote&quot;.</translation>
    </message>
    <message>
        <source>%1 has no commit yet that could be tagged.</source>
        <translation>%1 ainda não tem commit que possa receber uma tag.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has to say where its value stands: {json: PATH} or {pattern: &apos;…&apos;}, and it may have a type, of and default.</source>
        <translation>&apos;%1&apos; tem de dizer onde está o seu valor: {json: CAMINHO} ou {pattern: &apos;…&apos;}, e pode ter type, of e default.</translation>
    </message>
    <message>
        <source>&apos;%2&apos; is no path of &apos;%1&apos;. Write names with dots between them, and [0] or [*] for elements, such as jobs[*].status; a dot alone is the whole document.</source>
        <translation>&apos;%2&apos; não é um caminho de &apos;%1&apos;. Escreva nomes separados por pontos, e [0] ou [*] para elementos, como jobs[*].status; um ponto sozinho é o documento inteiro.</translation>
    </message>
    <message>
        <source>The type of &apos;%1&apos; is none: write text, number, flag, list, map, version, digest, url or any.</source>
        <translation>O tipo de &apos;%1&apos; não existe: escreva text, number, flag, list, map, version, digest, url ou any.</translation>
    </message>
    <message>
        <source>The pattern of &apos;%1&apos; has to be a regular expression with one pair of ( ) at most, around what is to be taken; (?: ) only groups. %2</source>
        <translation>O padrão de &apos;%1&apos; tem de ser uma expressão regular com no máximo um par de ( ), em volta do que deve ser tirado; (?: ) apenas agrupa. %2</translation>
    </message>
    <message>
        <source>The pattern of &apos;%1&apos; does not get through a line of the output in time. Make it simpler: no repetition inside a repetition.</source>
        <translation>O padrão de &apos;%1&apos; não consegue percorrer a tempo uma linha da saída. Torne-o mais simples: nenhuma repetição dentro de uma repetição.</translation>
    </message>
    <message>
        <source>What the program printed for &apos;%1&apos; does not fit: %2</source>
        <translation>O que o programa imprimiu para &apos;%1&apos; não serve: %2</translation>
    </message>
    <message>
        <source>No line of the output has what &apos;%1&apos; looks for: «%2».</source>
        <translation>Nenhuma linha da saída tem o que &apos;%1&apos; procura: «%2».</translation>
    </message>
    <message>
        <source>The JSON that the program printed has nothing at %2, where &apos;%1&apos; is to be taken.</source>
        <translation>O JSON que o programa imprimiu não tem nada em %2, de onde &apos;%1&apos; deve ser tirado.</translation>
    </message>
    <message>
        <source>This group has no parameter &apos;%1&apos;.</source>
        <translation>Este grupo não tem o parâmetro &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>This group has no parameter &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation>Este grupo não tem o parâmetro &apos;%1&apos;; quis dizer &apos;%2&apos;?</translation>
    </message>
    <message>
        <source>What was given here is a list or a map with ${{ }} inside. Such a parameter has to stand alone: ${{ parameters.NAME }}.</source>
        <translation>O que foi dado aqui é uma lista ou um mapa com ${{ }} dentro. Tal parâmetro tem de estar sozinho: ${{ parameters.NAME }}.</translation>
    </message>
    <message>
        <source>%1 does not lie below the folder of the checklist. What it includes has to come with it.</source>
        <translation>%1 não fica abaixo da pasta da lista. O que ela inclui tem de vir com ela.</translation>
    </message>
    <message>
        <source>There is no file %1. Paths are relative to the file that includes.</source>
        <translation>Não há arquivo %1. Os caminhos são relativos ao arquivo que inclui.</translation>
    </message>
    <message>
        <source>%1 includes itself: %2. Take one of the includes out.</source>
        <translation>%1 inclui a si mesmo: %2. Retire um dos includes.</translation>
    </message>
    <message>
        <source>Files include each other %1 deep at most. Put steps together.</source>
        <translation>Arquivos incluem uns aos outros até %1 níveis. Junte passos.</translation>
    </message>
    <message>
        <source>%1 needs the parameter &apos;%2&apos;. Write it below &apos;with&apos;.</source>
        <translation>%1 precisa do parâmetro &apos;%2&apos;. Escreva-o abaixo de &apos;with&apos;.</translation>
    </message>
    <message>
        <source>The parameter &apos;%1&apos; does not fit: %2</source>
        <translation>O parâmetro &apos;%1&apos; não serve: %2</translation>
    </message>
    <message>
        <source>%1 has no parameter &apos;%2&apos;. It knows: %3.</source>
        <translation>%1 não tem o parâmetro &apos;%2&apos;. Conhece: %3.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is done by people, and &apos;retry&apos; is for what Slipway does. Leave it out.</source>
        <translation>&apos;%1&apos; é feito por pessoas, e &apos;retry&apos; é para o que o Slipway faz. Deixe-o de fora.</translation>
    </message>
    <message>
        <source>Nobody knows what &apos;%1&apos; had done when it failed, so it is not tried again by itself. Say &apos;again: safe&apos; if it may be repeated, or give it a &apos;probe&apos; that tells whether it was done.</source>
        <translation>Ninguém sabe o que &apos;%1&apos; já tinha feito quando falhou, por isso não é tentado de novo sozinho. Diga &apos;again: safe&apos; se pode ser repetido, ou dê-lhe um &apos;probe&apos; que diga se foi feito.</translation>
    </message>
    <message>
        <source>Only a step that asks something and changes nothing can have a &apos;poll&apos;; &apos;%1&apos; (%2) cannot. These kinds can, where their mode is not manual: %3.</source>
        <translation>Só um passo que pergunta algo e não muda nada pode ter &apos;poll&apos;; &apos;%1&apos; (%2) não pode. Estes tipos podem, quando o seu modo não é manual: %3.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; would ask for ever. Say with &apos;timeout&apos; for how long, such as &apos;timeout: 15m&apos;.</source>
        <translation>&apos;%1&apos; perguntaria para sempre. Diga com &apos;timeout&apos; por quanto tempo, como &apos;timeout: 15m&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be the name of a further output. Use a-z, 0-9, &apos;-&apos; and &apos;_&apos;, and none of: %2.</source>
        <translation>&apos;%1&apos; não pode ser o nome de mais uma saída. Use a-z, 0-9, &apos;-&apos; e &apos;_&apos;, e nenhum destes: %2.</translation>
    </message>
    <message>
        <source>Where &apos;%1&apos; stands in the output is fixed when the checklist is written: no ${{ }} here.</source>
        <translation>Onde &apos;%1&apos; está na saída é fixado quando a lista é escrita: nenhum ${{ }} aqui.</translation>
    </message>
    <message>
        <source>&apos;parallel&apos; of a step says how many instances of its &apos;foreach&apos; run at a time, and &apos;%1&apos; has none.</source>
        <translation>&apos;parallel&apos; de um passo diz quantas instâncias do seu &apos;foreach&apos; correm ao mesmo tempo, e &apos;%1&apos; não tem nenhum.</translation>
    </message>
    <message>
        <source>A time from %1 to %2 seconds is expected here.</source>
        <translation>Aqui se espera um tempo de %1 a %2 segundos.</translation>
    </message>
    <message>
        <source>&apos;foreach&apos; takes a list, or one ${{ }} that gives a list, such as ${{ inputs.repositories }}, or a map of such lists: then each combination.</source>
        <translation>&apos;foreach&apos; recebe uma lista, ou um ${{ }} que dá uma lista, como ${{ inputs.repositories }}, ou um mapa de tais listas: então cada combinação.</translation>
    </message>
    <message>
        <source>The question to %1 was stopped.</source>
        <translation>A pergunta a %1 foi interrompida.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 seconds. See whether it is up, or give it more time.</source>
        <translation>%1 não respondeu em %2 segundos. Veja se está no ar ou dê mais tempo.</translation>
    </message>
    <message>
        <source>Nothing listens at %1. See whether the service runs, and whether the port is right.</source>
        <translation>Nada escuta em %1. Veja se o serviço está rodando e se a porta está certa.</translation>
    </message>
    <message>
        <source>The server %1 is not known. Check its name and the network.</source>
        <translation>O servidor %1 não é conhecido. Confira o nome e a rede.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 does not let it through. Check the proxy settings of the system.</source>
        <translation>O proxy no caminho até %1 não deixa passar. Confira as configurações de proxy do sistema.</translation>
    </message>
    <message>
        <source>%1 ended the connection before its reply was complete.</source>
        <translation>%1 encerrou a conexão antes de completar a resposta.</translation>
    </message>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation>Não foi possível perguntar a %1: %2</translation>
    </message>
    <message>
        <source>The connection to %1 is not safe: %2. Have its certificate mended, or add its authority to those that this system trusts.</source>
        <translation>A conexão com %1 não é segura: %2. Peça a correção do certificado ou acrescente a autoridade dele às confiáveis deste sistema.</translation>
    </message>
    <message>
        <source>%1 is no address that can be asked. Write http://… or https://….</source>
        <translation>%1 não é um endereço a que se possa perguntar. Escreva http://… ou https://….</translation>
    </message>
    <message>
        <source>The address of %1 holds a name or a password, which would be seen by everybody. Leave it out.</source>
        <translation>O endereço de %1 contém um nome ou uma senha, que todos veriam. Retire-os.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be given as a header. Use another name, of letters, digits and -.</source>
        <translation>&quot;%1&quot; não pode ser dado como cabeçalho. Use outro nome, de letras, dígitos e -.</translation>
    </message>
    <message>
        <source>The value of the header %1 holds a line end or another control character. Remove it.</source>
        <translation>O valor do cabeçalho %1 contém um fim de linha ou outro caractere de controle. Remova-o.</translation>
    </message>
    <message>
        <source>%1 sends on to %2, where this question does not follow: too often, or from a safe address to one that is not.</source>
        <translation>%1 redireciona para %2, aonde esta pergunta não segue: vezes demais, ou de um endereço seguro para um que não é.</translation>
    </message>
    <message>
        <source>foreach takes a list, or a map of lists of which each combination is taken, at most %1 together; &apos;%2&apos; is none or makes them too many.</source>
        <translation>foreach recebe uma lista, ou um mapa de listas de que se toma cada combinação, no máximo %1 ao todo; &apos;%2&apos; não é lista ou as torna demais.</translation>
    </message>
    <message>
        <source>The time is up, and what it waits for (%1) did not come. The last answer was: %2</source>
        <translation>O tempo acabou, e o que ele espera (%1) não veio. A última resposta foi: %2</translation>
    </message>
    <message>
        <source>The answer says that it failed (%1): %2</source>
        <translation>A resposta diz que falhou (%1): %2</translation>
    </message>
    <message>
        <source>The run %1 is pinned to no file %2, which its checklist includes.</source>
        <translation>A execução %1 não está fixada a nenhum arquivo %2, que a sua lista inclui.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>Não é possível ler %1: %2.</translation>
    </message>
    <message>
        <source>%1 does not say which version it is: its METADATA is missing or damaged. Look at how the project is built.</source>
        <translation>%1 não diz que versão é: o METADATA falta ou está danificado. Veja como o projeto é construído.</translation>
    </message>
    <message>
        <source>The build left no wheel in %1.</source>
        <translation>O build não deixou nenhum wheel em %1.</translation>
    </message>
    <message>
        <source>The build left more than one wheel in %1: %2.</source>
        <translation>O build deixou mais de um wheel em %1: %2.</translation>
    </message>
    <message>
        <source>It printed %1 bytes, and no more than 4 MiB are looked through for values. Let it print less.</source>
        <translation>Ele imprimiu %1 bytes, e não se procuram valores em mais de 4 MiB. Faça-o imprimir menos.</translation>
    </message>
    <message>
        <source>The program ended with status %1.</source>
        <translation>O programa terminou com o status %1.</translation>
    </message>
    <message>
        <source>A program that is asked by &apos;poll&apos; has no terminal and ends by itself. Leave out &quot;terminal&quot;, &quot;answers&quot; and &quot;interrupt-…&quot;.</source>
        <translation>Um programa consultado por &apos;poll&apos; não tem terminal e termina sozinho. Deixe de fora &quot;terminal&quot;, &quot;answers&quot; e &quot;interrupt-…&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for an image. Use small letters, digits, &apos;.&apos;, &apos;_&apos;, &apos;-&apos; and &apos;/&apos;, and a tag after &apos;:&apos;, such as team/api:1.2.</source>
        <translation>&quot;%1&quot; não é nome para uma imagem. Use letras minúsculas, dígitos, &apos;.&apos;, &apos;_&apos;, &apos;-&apos; e &apos;/&apos;, e uma tag depois de &apos;:&apos;, como team/api:1.2.</translation>
    </message>
    <message>
        <source>The image would have no name. Give one in &quot;tags&quot;.</source>
        <translation>A imagem não teria nome. Dê um em &quot;tags&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a build argument or a label here. Use letters, digits, &apos;_&apos;, &apos;.&apos; and &apos;-&apos;.</source>
        <translation>&quot;%1&quot; não pode ser aqui o nome de um argumento de build ou de um rótulo. Use letras, dígitos, &apos;_&apos;, &apos;.&apos; e &apos;-&apos;.</translation>
    </message>
    <message>
        <source>There is no %1. Name the Dockerfile with &quot;file&quot;.</source>
        <translation>%1 não existe. Indique o Dockerfile em &quot;file&quot;.</translation>
    </message>
    <message>
        <source>The image was built, but it did not get all of its names. Try again.</source>
        <translation>A imagem foi construída, mas não recebeu todos os seus nomes. Tente de novo.</translation>
    </message>
    <message>
        <source>%1 cannot be an environment variable. Use the name alone, of letters, digits and _.</source>
        <translation>%1 não pode ser uma variável de ambiente. Use só o nome, com letras, dígitos e _.</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set, so there is no password. Set it before Slipway is started.</source>
        <translation>A variável de ambiente %1 não está definida, então não há senha. Defina-a antes de iniciar o Slipway.</translation>
    </message>
    <message>
        <source>There is no file %1 that a password could be read from.</source>
        <translation>Não há um arquivo %1 de onde se possa ler uma senha.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no registry. Write its name, and its port if it is a special one, such as example.org:5000.</source>
        <translation>&quot;%1&quot; não é um registro. Escreva o nome dele, e a porta se for especial, como example.org:5000.</translation>
    </message>
    <message>
        <source>%1 sends no body. Leave &quot;body&quot; out, or set &quot;method&quot; to POST.</source>
        <translation>%1 não envia corpo. Omita &quot;body&quot; ou use POST em &quot;method&quot;.</translation>
    </message>
    <message>
        <source>%1 answered with the status %2 (%3), not %4. The reply is kept to look at.</source>
        <translation>%1 respondeu com o status %2 (%3), não %4. A resposta foi guardada para ver.</translation>
    </message>
    <message>
        <source>The reply is larger than the 1 MiB that is read, so its conditions cannot be checked.</source>
        <translation>A resposta é maior que o 1 MiB que é lido, então as condições não podem ser verificadas.</translation>
    </message>
    <message>
        <source>The reply is no JSON object or list: %1 at byte %2.</source>
        <translation>A resposta não é um objeto ou lista JSON: %1 no byte %2.</translation>
    </message>
    <message>
        <source>The reply does not contain «%1». It is kept to look at.</source>
        <translation>A resposta não contém «%1». Ela foi guardada para ver.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no condition. Write where and what must hold, such as {at: &apos;models[0].name&apos;, is: forecast}; one of is, is-not, contains, at-least, at-most, length, exists.</source>
        <translation>&quot;%1&quot; não é uma condição. Escreva onde e o que precisa valer, como {at: &apos;models[0].name&apos;, is: forecast}; um de is, is-not, contains, at-least, at-most, length, exists.</translation>
    </message>
    <message>
        <source>In the reply «%1» does not hold: %2 stands there (- means nothing).</source>
        <translation>Na resposta, «%1» não vale: lá está %2 (- significa nada).</translation>
    </message>
    <message>
        <source>A pattern does not get through a line of the output in time. Make it simpler: no repetition inside a repetition.</source>
        <translation>Um padrão não consegue percorrer a tempo uma linha da saída. Torne-o mais simples: nenhuma repetição dentro de uma repetição.</translation>
    </message>
    <message>
        <source>%1 is no Python project: it has neither pyproject.toml nor setup.py.</source>
        <translation>%1 não é um projeto Python: não tem pyproject.toml nem setup.py.</translation>
    </message>
    <message>
        <source>The wheel of %1 has the version %2, not %3. Set the version in the project.</source>
        <translation>O wheel de %1 tem a versão %2, não %3. Ajuste a versão no projeto.</translation>
    </message>
    <message>
        <source>A secret is expected here: write ${{ secrets.NAME }} and add &quot;NAME: {type: secret}&quot; to the inputs.</source>
        <translation>Aqui se espera um segredo: escreva ${{ secrets.NAME }} e acrescente &quot;NAME: {type: secret}&quot; às entradas.</translation>
    </message>
    <message>
        <source>What a checklist includes has %1 bytes at most. Leave out what no step needs.</source>
        <translation>O que um checklist inclui tem no máximo %1 bytes. Deixe de fora o que nenhuma etapa precisa.</translation>
    </message>
    <message>
        <source>A secret has neither &apos;default&apos; nor &apos;pattern&apos;: nothing about its value stands in a checklist.</source>
        <translation>Um segredo não tem &apos;default&apos; nem &apos;pattern&apos;: nada sobre o seu valor fica num checklist.</translation>
    </message>
    <message>
        <source>Only an input of type text, or a list of them, may begin with &apos;-&apos;. Leave &apos;allow-dash&apos; out.</source>
        <translation>Só uma entrada do tipo text, ou uma lista delas, pode começar com &apos;-&apos;. Deixe &apos;allow-dash&apos; de fora.</translation>
    </message>
    <message>
        <source>The input &apos;%1&apos; is a secret, and a secret is never given as a value. Use --secret %1, which asks for it.</source>
        <translation>A entrada &apos;%1&apos; é um segredo, e um segredo nunca é dado como valor. Use --secret %1, que o pede.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is done by people, and what they say is no warning. Leave &apos;on-failure&apos; out.</source>
        <translation>&apos;%1&apos; é feita por pessoas, e o que elas dizem não é um aviso. Deixe &apos;on-failure&apos; de fora.</translation>
    </message>
    <message>
        <source>There is no secret &apos;%1&apos;. Add &quot;%1: {type: secret}&quot; to the inputs.</source>
        <translation>Não há o segredo &apos;%1&apos;. Acrescente &quot;%1: {type: secret}&quot; às entradas.</translation>
    </message>
    <message>
        <source>There is no secret &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation>Não há o segredo &apos;%1&apos;; você quis dizer &apos;%2&apos;?</translation>
    </message>
    <message>
        <source>A secret cannot stand here. ${{ secrets.NAME }} stands alone: as a whole value in &apos;env&apos;, as &apos;stdin&apos;, as the &apos;reply&apos; of an answer, or where the reference of the kind says so.</source>
        <translation>Um segredo não pode ficar aqui. ${{ secrets.NAME }} fica sozinho: como um valor inteiro em &apos;env&apos;, como &apos;stdin&apos;, como o &apos;reply&apos; de uma resposta, ou onde a referência do tipo de etapa o diz.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a secret, whose value no expression gets. Write ${{ secrets.%1 }}.</source>
        <translation>&apos;%1&apos; é um segredo, cujo valor nenhuma expressão recebe. Escreva ${{ secrets.%1 }}.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is known before the run begins, so only inputs can stand in it, such as ${{ inputs.name }}.</source>
        <translation>&apos;%1&apos; é conhecido antes de a execução começar, então só entradas podem estar nele, como ${{ inputs.name }}.</translation>
    </message>
    <message>
        <source>&apos;item&apos; has a value only below &apos;with&apos;, &apos;env&apos;, &apos;if&apos;, &apos;probe&apos;, &apos;undo&apos; and &apos;poll&apos; of a step with &apos;foreach&apos;.</source>
        <translation>&apos;item&apos; só tem valor abaixo de &apos;with&apos;, &apos;env&apos;, &apos;if&apos;, &apos;probe&apos;, &apos;undo&apos; e &apos;poll&apos; de uma etapa com &apos;foreach&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has a foreach, so its outputs are a list: steps.%1.all[0].outputs, or of one instance steps.%1[item].outputs.</source>
        <translation>&apos;%1&apos; tem um foreach, então as suas saídas são uma lista: steps.%1.all[0].outputs, ou, de uma instância, steps.%1[item].outputs.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no foreach, so it has no instances to choose from. Use steps.%1.outputs.</source>
        <translation>&apos;%1&apos; não tem foreach, então não tem instâncias para escolher. Use steps.%1.outputs.</translation>
    </message>
    <message>
        <source>An instance has no &apos;%1&apos;. It has instance, outcome and outputs.</source>
        <translation>Uma instância não tem &apos;%1&apos;. Ela tem instance, outcome e outputs.</translation>
    </message>
    <message>
        <source>An instance has no &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation>Uma instância não tem &apos;%1&apos;; você quis dizer &apos;%2&apos;?</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be asked from here: the address has to begin with one of these: %2.</source>
        <translation>&apos;%1&apos; não pode ser consultado daqui: o endereço precisa começar com um destes: %2.</translation>
    </message>
    <message>
        <source>%1 and %2 have no commit in common in %3. Check that they are of one project.</source>
        <translation>%1 e %2 não têm nenhum commit em comum em %3. Verifique se são de um mesmo projeto.</translation>
    </message>
    <message>
        <source>These files cannot be shown line by line. Take one of them as it is, or mend them by hand.</source>
        <translation>Estes arquivos não podem ser mostrados linha a linha. Fique com um deles como está, ou resolva-os à mão.</translation>
    </message>
    <message>
        <source>The standard input of %1 cannot hold a NUL character.</source>
        <translation>A entrada padrão de %1 não pode conter um caractere NUL.</translation>
    </message>
    <message>
        <source>What runs on a terminal gets its input from there: use answers in place of a standard input.</source>
        <translation>O que roda num terminal recebe a entrada de lá: use answers em lugar de uma entrada padrão.</translation>
    </message>
    <message>
        <source>The parameter %1 of %2 names a secret that the checklist does not give to this step.</source>
        <translation>O parâmetro %1 de %2 nomeia um segredo que o checklist não dá a esta etapa.</translation>
    </message>
    <message>
        <source>The keyring of this desktop cannot be used: %1.</source>
        <translation>O chaveiro desta área de trabalho não pode ser usado: %1.</translation>
    </message>
    <message>
        <source>The keyring of this desktop is locked. Unlock it, then try again.</source>
        <translation>O chaveiro desta área de trabalho está trancado. Destranque-o e tente de novo.</translation>
    </message>
    <message>
        <source>The keyring of this desktop did not answer within a minute.</source>
        <translation>O chaveiro desta área de trabalho não respondeu em um minuto.</translation>
    </message>
    <message>
        <source>No keyring is used here.</source>
        <translation>Aqui não se usa nenhum chaveiro.</translation>
    </message>
    <message>
        <source>A secret cannot be empty.</source>
        <translation>Um segredo não pode ser vazio.</translation>
    </message>
    <message>
        <source>A secret cannot hold a NUL character.</source>
        <translation>Um segredo não pode conter um caractere NUL.</translation>
    </message>
    <message>
        <source>A program on a terminal reads from it. Leave out &quot;stdin&quot;, or &quot;terminal&quot; and &quot;answers&quot;.</source>
        <translation>Um programa num terminal lê dele. Deixe de fora &quot;stdin&quot;, ou &quot;terminal&quot; e &quot;answers&quot;.</translation>
    </message>
    <message>
        <source>The secret &apos;%1&apos; is not known here. Give it, then try again.</source>
        <translation>O segredo &apos;%1&apos; não é conhecido aqui. Informe-o e tente de novo.</translation>
    </message>
    <message>
        <source>Say where the password comes from, by one of &quot;password&quot;, &quot;password-variable&quot; and &quot;password-file&quot;.</source>
        <translation>Diga de onde vem a senha, por um de &quot;password&quot;, &quot;password-variable&quot; e &quot;password-file&quot;.</translation>
    </message>
    <message>
        <source>The value of the header %1 has to be a secret, since everybody who sees the run sees what stands here. Write ${{ secrets.NAME }}.</source>
        <translation>O valor do cabeçalho %1 tem de ser um segredo, pois todos os que veem a execução veem o que está aqui. Escreva ${{ secrets.NAME }}.</translation>
    </message>
    <message>
        <source>&quot;prefer&quot; names %1, which is no side of this merge. Its sides are %2 (ours) and %3 (theirs).</source>
        <translation>&quot;prefer&quot; nomeia %1, que não é um lado deste merge. Os lados são %2 (ours) e %3 (theirs).</translation>
    </message>
    <message>
        <source>No branch is checked out in %1. Check out the one that is merged into.</source>
        <translation>Nenhum ramo está ativo em %1. Ative aquele que recebe o merge.</translation>
    </message>
    <message>
        <source>%1 has the branch %2 checked out, and the step merges into %3. Check that one out first.</source>
        <translation>%1 tem o ramo %2 ativo, e a etapa faz o merge em %3. Ative esse primeiro.</translation>
    </message>
    <message>
        <source>Another merge (of %2) is begun in %1. Commit it, or give it up with `git merge --abort`.</source>
        <translation>Outro merge (de %2) foi começado em %1. Faça o commit dele, ou desista com `git merge --abort`.</translation>
    </message>
    <message>
        <source>%1 (%2) could not be fetched. Look whether the remote answers, and try again.</source>
        <translation>%1 (%2) não pôde ser buscado. Veja se o remoto responde e tente de novo.</translation>
    </message>
    <message>
        <source>Files in %1 that git does not know stand where the merge puts others: %2. Move them away first.</source>
        <translation>Arquivos em %1 que o git não conhece estão onde o merge põe outros: %2. Tire-os dali primeiro.</translation>
    </message>
    <message>
        <source>The merge %1 is pushed already (%2), so it is not taken back here. Undo the push first.</source>
        <translation>O merge %1 já foi enviado (%2), então não é desfeito aqui. Desfaça o envio primeiro.</translation>
    </message>
    <message>
        <source>%1 did not come with Slipway and was not trusted yet, so it does not run. `slipway trust %1` shows what it would touch, and asks.</source>
        <translation>%1 não veio com o Slipway e ainda não recebeu confiança, portanto não é executado. `slipway trust %1` mostra o que ele tocaria e pergunta.</translation>
    </message>
    <message>
        <source>%1, or a file that it includes, is not as it was when it was trusted, so it does not run. `slipway trust %1` shows what changed, and asks.</source>
        <translation>%1, ou um arquivo que ele inclui, não está como estava quando recebeu confiança, portanto não é executado. `slipway trust %1` mostra o que mudou e pergunta.</translation>
    </message>
    <message>
        <source>What Slipway kept of trusting %1 is damaged (%2), so it counts as not trusted. `slipway trust %1` asks again.</source>
        <translation>O que o Slipway guardou da confiança em %1 está danificado (%2), portanto ele conta como sem confiança. `slipway trust %1` pergunta de novo.</translation>
    </message>
    <message>
        <source>Others can write to %2, so what it says of trusting %1 is not believed. `chmod go-w %2` if it is yours, or remove it; then `slipway trust %1`.</source>
        <translation>Outros podem escrever em %2, portanto não se acredita no que ele diz da confiança em %1. `chmod go-w %2` se ele é seu, ou remova-o; depois `slipway trust %1`.</translation>
    </message>
    <message>
        <source>Nothing may follow the run %1 as it is now.</source>
        <translation>Nada pode seguir a execução %1 como ela está agora.</translation>
    </message>
    <message>
        <source>The run %1 is not followed by %2. What may follow it: %3.</source>
        <translation>A execução %1 não é seguida por %2. O que pode segui-la: %3.</translation>
    </message>
    <message>
        <source>The secret could not be read: standard input ended, or it was interrupted.</source>
        <translation>O segredo não pôde ser lido: a entrada padrão terminou, ou a leitura foi interrompida.</translation>
    </message>
    <message>
        <source>The value of a secret is never an argument, which every program of this machine can read. Write --secret %1 and give it when asked, or on standard input.</source>
        <translation>O valor de um segredo nunca é um argumento, que todo programa desta máquina pode ler. Escreva --secret %1 e informe-o quando for pedido, ou pela entrada padrão.</translation>
    </message>
    <message>
        <source>This checklist has no secrets.</source>
        <translation>Este checklist não tem segredos.</translation>
    </message>
    <message>
        <source>The checklist has no secret &apos;%1&apos;. It has: %2.</source>
        <translation>O checklist não tem o segredo &apos;%1&apos;. Ele tem: %2.</translation>
    </message>
    <message>
        <source>%1 has no conflicts to resolve.</source>
        <translation>%1 não tem conflitos a resolver.</translation>
    </message>
    <message>
        <source>%1 is not in conflict. `slipway resolve RUN STEP` lists the files that are.</source>
        <translation>%1 não está em conflito. `slipway resolve RUN STEP` lista os arquivos que estão.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 não pôde ser lido: %2</translation>
    </message>
    <message>
        <source>%1 still has a conflict marker in line %2.</source>
        <translation>%1 ainda tem um marcador de conflito na linha %2.</translation>
    </message>
    <message>
        <source>The secret &apos;%1&apos; was not kept. %2 `slipway run --secret %1` asks for it each time.</source>
        <translation>O segredo &apos;%1&apos; não foi guardado. %2 `slipway run --secret %1` o pede a cada vez.</translation>
    </message>
    <message>
        <source>`trust` needs a checklist.</source>
        <translation>`trust` precisa de um checklist.</translation>
    </message>
    <message>
        <source>No service %1 with an image stands in this file. It has: %2.</source>
        <translation>Não há neste arquivo um serviço %1 com imagem. Ele tem: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no tag of an image.</source>
        <translation>&quot;%1&quot; não é uma tag de imagem.</translation>
    </message>
    <message>
        <source>The image comes from the variable %1, which has no default here. Edit it where it is set.</source>
        <translation>A imagem vem da variável %1, que não tem valor padrão aqui. Edite-a onde ela é definida.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read as an image such as mongo:7.0. Correct it first.</source>
        <translation>&quot;%1&quot; não pode ser lido como uma imagem, como mongo:7.0. Corrija primeiro.</translation>
    </message>
    <message>
        <source>The image is pinned by a digest, which belongs to this tag alone. Change both together.</source>
        <translation>A imagem está fixada por um digest, que pertence somente a esta tag. Altere os dois juntos.</translation>
    </message>
    <message>
        <source>The image has no tag, which means latest. Write a tag first.</source>
        <translation>A imagem não tem tag, o que significa latest. Escreva uma tag primeiro.</translation>
    </message>
    <message>
        <source>The tag is split over lines or variables, or escaped. Edit it by hand.</source>
        <translation>A tag está dividida entre linhas ou variáveis, ou escapada. Edite à mão.</translation>
    </message>
    <message>
        <source>The image is built by this file: it is a product, and no registry has a newer one.</source>
        <translation>A imagem é construída por este arquivo: ela é um produto, e nenhum registro tem uma mais nova.</translation>
    </message>
    <message>
        <source>The key &apos;image&apos; stands here twice. Keep one of the two.</source>
        <translation>A chave &apos;image&apos; aparece duas vezes aqui. Mantenha uma das duas.</translation>
    </message>
    <message>
        <source>The file names no services, as a compose file does.</source>
        <translation>O arquivo não nomeia serviços, como um arquivo compose faz.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a tag or digest of an image.</source>
        <translation>&quot;%1&quot; não pode ser uma tag nem um digest de imagem.</translation>
    </message>
    <message>
        <source>The file has no tag to change there: it changed, or a digest belongs to the tag. Read it again.</source>
        <translation>O arquivo não tem uma tag a alterar ali: ele mudou, ou um digest pertence à tag. Leia-o de novo.</translation>
    </message>
    <message>
        <source>The tags could not be changed safely: the edited file would not read as meant. Edit it by hand.</source>
        <translation>As tags não puderam ser alteradas com segurança: o arquivo editado não seria lido como pretendido. Edite à mão.</translation>
    </message>
    <message>
        <source>A layer of the archive cannot be unpacked. Make the archive again, and check that the disk was not full.</source>
        <translation>Uma camada do arquivo não pode ser descompactada. Gere o arquivo de novo e verifique se o disco não estava cheio.</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>A leitura foi interrompida.</translation>
    </message>
    <message>
        <source>%1 is no image as docker save or an OCI builder writes it: %2.</source>
        <translation>%1 não é uma imagem como o docker save ou um construtor OCI a grava: %2.</translation>
    </message>
    <message>
        <source>%1 is packed as a whole. Unpack it first, with gunzip or unzstd.</source>
        <translation>%1 está compactado por inteiro. Descompacte-o antes, com gunzip ou unzstd.</translation>
    </message>
    <message>
        <source>The layers of %1 are packed with zstd, which cannot be read here. Load the image and name it as image:NAME.</source>
        <translation>As camadas de %1 estão compactadas com zstd, que não pode ser lido aqui. Carregue a imagem e indique-a como image:NOME.</translation>
    </message>
    <message>
        <source>The image has more links and package metadata than can be real (%1 MB): it is not read.</source>
        <translation>A imagem tem mais links e metadados de pacotes do que pode ser real (%1 MB): ela não é lida.</translation>
    </message>
    <message>
        <source>%1 is no source. Write image:NAME, container:NAME, venv:FOLDER, file:PATH, dir:FOLDER, tar:PATH or git:REPOSITORY@REVISION:PATH.</source>
        <translation>%1 não é uma fonte. Escreva image:NOME, container:NOME, venv:PASTA, file:CAMINHO, dir:PASTA, tar:CAMINHO ou git:REPOSITÓRIO@REVISÃO:CAMINHO.</translation>
    </message>
    <message>
        <source>Only a requirements file can be the whole list of what is installed. Pin the names that this file has.</source>
        <translation>Somente um arquivo requirements pode ser a lista inteira do que está instalado. Fixe os nomes que este arquivo tem.</translation>
    </message>
    <message>
        <source>There is no Dockerfile, requirements or pyproject file below %1.</source>
        <translation>Não há Dockerfile, requirements nem pyproject abaixo de %1.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 packages: it was not made by an installer.</source>
        <translation>%1 contém mais de %2 pacotes: não foi feito por um instalador.</translation>
    </message>
    <message>
        <source>What was signed is about something else than this decision.</source>
        <translation>O que foi assinado é sobre outra coisa que não esta decisão.</translation>
    </message>
    <message>
        <source>It was signed at another time (%1) than it was recorded. Set the clock, and decide again.</source>
        <translation>Foi assinada em outra hora (%1) que não a do registro. Acerte o relógio e decida de novo.</translation>
    </message>
    <message>
        <source>The policy knows nobody called %1.</source>
        <translation>A política não conhece ninguém chamado %1.</translation>
    </message>
    <message>
        <source>It was signed with the key %1, and says that it was %2.</source>
        <translation>Foi assinada com a chave %1, e diz que foi com %2.</translation>
    </message>
    <message>
        <source>Others can write to %1, so what it says of who may approve is not believed. `chmod go-w %1` if it is yours.</source>
        <translation>Outros podem escrever em %1, então não se acredita no que diz sobre quem pode aprovar. `chmod go-w %1` se for seu.</translation>
    </message>
    <message>
        <source>The policy keeps people&apos;s keys in %1, which cannot be read: %2</source>
        <translation>A política guarda as chaves das pessoas em %1, que não pode ser lido: %2</translation>
    </message>
    <message>
        <source>The policy keeps revoked keys in %1, which is gone or empty (%2). Bring it back; where nothing is revoked, a line with # says so.</source>
        <translation>A política guarda as chaves revogadas em %1, que sumiu ou está vazio (%2). Traga-o de volta; se nada está revogado, uma linha com # diz isso.</translation>
    </message>
    <message>
        <source>The sealed policy is not written as Slipway writes it.</source>
        <translation>A política selada não está escrita como o Slipway a escreve.</translation>
    </message>
    <message>
        <source>The policy says nothing of the gate %2 of %1, so nobody may approve it. Add it under `gates`.</source>
        <translation>A política não diz nada sobre a aprovação %2 de %1, então ninguém pode aprová-la. Acrescente-a em `gates`.</translation>
    </message>
    <message>
        <source>The checklist asks %1 to approve, whom the policy does not know. Add the group or person to it.</source>
        <translation>A lista pede que %1 aprove, que a política não conhece. Acrescente a ela o grupo ou a pessoa.</translation>
    </message>
    <message>
        <source>The gate %1 could never be passed: it needs %2 approvals, and only these may approve it: %3.</source>
        <translation>A aprovação %1 nunca poderia ser dada: precisa de %2 aprovações, e só estes podem aprová-la: %3.</translation>
    </message>
    <message>
        <source>This Slipway reads version 1 of policies. Write &quot;slipway-policy: 1&quot;, or use a newer Slipway.</source>
        <translation>Este Slipway lê a versão 1 das políticas. Escreva &quot;slipway-policy: 1&quot;, ou use um Slipway mais novo.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no name of a file beside the policy. Write one such as allowed_signers, without a folder.</source>
        <translation>&apos;%1&apos; não é nome de um arquivo ao lado da política. Escreva um como allowed_signers, sem pasta.</translation>
    </message>
    <message>
        <source>The people of a policy are a map such as &quot;ana: {principal: ana@example.com}&quot;.</source>
        <translation>As pessoas de uma política são um mapa como &quot;ana: {principal: ana@example.com}&quot;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no name for a person or a group here: a-z, then a-z, 0-9, &apos;-&apos; and &apos;_&apos;.</source>
        <translation>&apos;%1&apos; não serve aqui de nome de pessoa ou grupo: a-z, depois a-z, 0-9, &apos;-&apos; e &apos;_&apos;.</translation>
    </message>
    <message>
        <source>%1 has the principal %2 already: two names for one person would count twice.</source>
        <translation>%1 já tem o principal %2: dois nomes para uma pessoa contariam duas vezes.</translation>
    </message>
    <message>
        <source>The user name %1 belongs to %2 already.</source>
        <translation>O nome de usuário %1 já é de %2.</translation>
    </message>
    <message>
        <source>The policy has no person and no group &apos;%1&apos;.</source>
        <translation>A política não tem pessoa nem grupo &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>The policy has no person and no group &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation>A política não tem pessoa nem grupo &apos;%1&apos;; quis dizer &apos;%2&apos;?</translation>
    </message>
    <message>
        <source>The groups of a policy are a map such as &quot;ml-engineers: [ana, bruno]&quot;.</source>
        <translation>Os grupos de uma política são um mapa como &quot;ml-engineers: [ana, bruno]&quot;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no name for a group here, or a person has it.</source>
        <translation>&apos;%1&apos; não serve aqui de nome de grupo, ou uma pessoa o tem.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no time of day. Write one such as &quot;09:00&quot;.</source>
        <translation>&apos;%1&apos; não é uma hora do dia. Escreva uma como &quot;09:00&quot;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no distance from UTC. Write one such as &quot;-03:00&quot;, or Z.</source>
        <translation>&apos;%1&apos; não é uma distância de UTC. Escreva uma como &quot;-03:00&quot;, ou Z.</translation>
    </message>
    <message>
        <source>This window ends before it begins. For one that goes past midnight write two.</source>
        <translation>Esta janela termina antes de começar. Para uma que passe da meia-noite, escreva duas.</translation>
    </message>
    <message>
        <source>%1, which keeps the password for %2, did not give it. See whether docker can log in there.</source>
        <translation>%1, que guarda a senha de %2, não a forneceu. Veja se o docker consegue entrar lá.</translation>
    </message>
    <message>
        <source>Docker&apos;s settings cannot be read, so that nobody knows how to log in to a registry.</source>
        <translation>As configurações do Docker não podem ser lidas, então não se sabe como entrar em um registro.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends in no digest of an image: behind @ stands sha256: and 64 digits or letters a to f.</source>
        <translation>&quot;%1&quot; não termina em um digest de imagem: depois de @ vem sha256: e 64 dígitos ou letras de a a f.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends in no tag of an image: a tag has letters, digits, &apos;_&apos;, &apos;.&apos; and &apos;-&apos;, 128 at most.</source>
        <translation>&quot;%1&quot; não termina em uma tag de imagem: uma tag tem letras, dígitos, &apos;_&apos;, &apos;.&apos; e &apos;-&apos;, no máximo 128.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the id of an image, which no registry knows. Give its name.</source>
        <translation>&quot;%1&quot; é o id de uma imagem, que nenhum registro conhece. Informe o nome dela.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of an image. Write it as docker pull takes it, such as mongo:8.0 or registry.example.org:5000/team/app:1.2.</source>
        <translation>&quot;%1&quot; não é o nome de uma imagem. Escreva como docker pull aceita, como mongo:8.0 ou registry.example.org:5000/team/app:1.2.</translation>
    </message>
    <message>
        <source>%1 wants to know who asks. Log in with docker login %1, then try again.</source>
        <translation>%1 quer saber quem pergunta. Entre com docker login %1 e tente de novo.</translation>
    </message>
    <message>
        <source>%1 does not show %2 to the user that docker is logged in as. Log in anew with docker login %1, as somebody who may see it.</source>
        <translation>%1 não mostra %2 ao usuário com que o docker entrou. Entre de novo com docker login %1, como alguém que possa ver.</translation>
    </message>
    <message>
        <source>%1 has no image %2, or does not show it to everybody. Check the name; for a private one, log in with docker login %1.</source>
        <translation>%1 não tem a imagem %2, ou não a mostra a todos. Confira o nome; para uma privada, entre com docker login %1.</translation>
    </message>
    <message>
        <source>%1 does not answer as a registry of images does. Check the name of the image, and whether a proxy answers in its place.</source>
        <translation>%1 não responde como um registro de imagens. Confira o nome da imagem, e se um proxy não responde no lugar dele.</translation>
    </message>
    <message>
        <source>%1 answers with more about %2 than can be looked at.</source>
        <translation>%1 responde sobre %2 mais do que se pode examinar.</translation>
    </message>
    <message>
        <source>%1 was asked too often and wants to be left alone for %2 seconds. Try again then, or log in with docker login for more.</source>
        <translation>%1 foi consultado vezes demais e quer sossego por %2 segundos. Tente depois disso, ou entre com docker login para ter mais consultas.</translation>
    </message>
    <message>
        <source>%1 answered %2 to the question for %3: %4</source>
        <translation>%1 respondeu %2 à pergunta por %3: %4</translation>
    </message>
    <message>
        <source>%1 wants to hear at %2 who asks, which is not its own place or not a safe one. Nothing was sent there.</source>
        <translation>%1 quer saber em %2 quem pergunta, um lugar que não é dele ou não é seguro. Nada foi enviado para lá.</translation>
    </message>
    <message>
        <source>This is no list of tags.</source>
        <translation>Isto não é uma lista de tags.</translation>
    </message>
    <message>
        <source>%1 says that its list goes on at another place, %2, which is not followed.</source>
        <translation>%1 diz que a lista continua em outro lugar, %2, que não é seguido.</translation>
    </message>
    <message>
        <source>This is no token.</source>
        <translation>Isto não é um token.</translation>
    </message>
    <message>
        <source>The bundle could not be written (%1): %2</source>
        <translation>O pacote não pôde ser escrito (%1): %2</translation>
    </message>
    <message>
        <source>%1 has something in it already. Name a folder that is new or empty.</source>
        <translation>%1 já tem algo dentro. Indique uma pasta nova ou vazia.</translation>
    </message>
    <message>
        <source>The run is not whole, so nothing is exported: %1</source>
        <translation>A execução não está íntegra, então nada é exportado: %1</translation>
    </message>
    <message>
        <source>The manifest is not written as Slipway writes it.</source>
        <translation>O manifesto não está escrito como o Slipway o escreve.</translation>
    </message>
    <message>
        <source>The signature of the manifest does not hold: %1</source>
        <translation>A assinatura do manifesto não vale: %1</translation>
    </message>
    <message>
        <source>%1 in the bundle was changed.</source>
        <translation>%1 foi alterado no pacote.</translation>
    </message>
    <message>
        <source>%1 is missing in the bundle.</source>
        <translation>%1 falta no pacote.</translation>
    </message>
    <message>
        <source>%1 was added to the bundle.</source>
        <translation>%1 foi acrescentado ao pacote.</translation>
    </message>
    <message>
        <source>The bundle ends with event %1, and its manifest says %2: the end was cut off, or added.</source>
        <translation>O pacote termina com o evento %1, e o manifesto diz %2: o fim foi cortado, ou acrescentado.</translation>
    </message>
    <message>
        <source>Event %1 opens a gate without the policy that was there when the run began.</source>
        <translation>O evento %1 abre uma aprovação sem a política que havia quando a execução começou.</translation>
    </message>
    <message>
        <source>Event %1 opens a gate with another rule than its policy gives: %2</source>
        <translation>O evento %1 abre uma aprovação com outra regra que não a da sua política: %2</translation>
    </message>
    <message>
        <source>The decision in event %1 does not hold: %2</source>
        <translation>A decisão no evento %1 não vale: %2</translation>
    </message>
    <message>
        <source>Event %1 closes the gate %2, which was not decided so.</source>
        <translation>O evento %1 fecha a aprovação %2, que não foi decidida assim.</translation>
    </message>
    <message>
        <source>There was a policy when this run began, and now %1 is gone. Bring it back, then try again.</source>
        <translation>Havia uma política quando esta execução começou, e agora %1 sumiu. Traga-a de volta e tente de novo.</translation>
    </message>
    <message>
        <source>What was signed is not there as it was: %1</source>
        <translation>O que foi assinado não está lá como era: %1</translation>
    </message>
    <message>
        <source>The comment has characters in it that cannot be seen. Take them out.</source>
        <translation>O comentário tem caracteres que não se veem. Retire-os.</translation>
    </message>
    <message>
        <source>There is no policy for this gate that knows %1: whoever uses this machine decides, as %2.</source>
        <translation>Não há política para esta aprovação que conheça %1: quem usa esta máquina decide, como %2.</translation>
    </message>
    <message>
        <source>The policy lets nobody with the user name %1 decide here. Say who you are with --as: %2.</source>
        <translation>A política não deixa ninguém com o nome de usuário %1 decidir aqui. Diga quem você é com --as: %2.</translation>
    </message>
    <message>
        <source>A line begins with one principal, such as ana@example.com: no pattern, no list, no quotes. This one begins with %1.</source>
        <translation>Uma linha começa com um principal, como ana@example.com: sem padrão, sem lista, sem aspas. Esta começa com %1.</translation>
    </message>
    <message>
        <source>The option %1 does not count here. There are namespaces, valid-after and valid-before, their values in quotes.</source>
        <translation>A opção %1 não vale aqui. Há namespaces, valid-after e valid-before, com os valores entre aspas.</translation>
    </message>
    <message>
        <source>%1 is no time here. Write YYYYMMDDZ or YYYYMMDDHHMMSSZ: without Z it would be local time, which differs from one machine to the next.</source>
        <translation>%1 não é uma hora aqui. Escreva YYYYMMDDZ ou YYYYMMDDHHMMSSZ: sem Z seria a hora local, que difere de uma máquina para outra.</translation>
    </message>
    <message>
        <source>The key %1 belongs to %2 already. One key is one person&apos;s.</source>
        <translation>A chave %1 já é de %2. Uma chave é de uma só pessoa.</translation>
    </message>
    <message>
        <source>A list of signers has at most 1 MiB of text with plain line ends.</source>
        <translation>Uma lista de signatários tem no máximo 1 MiB de texto com fins de linha simples.</translation>
    </message>
    <message>
        <source>There is no place for a temporary file: %1.</source>
        <translation>Não há lugar para um arquivo temporário: %1.</translation>
    </message>
    <message>
        <source>ssh-keygen did not sign: %1. Is the key in the agent (ssh-add), or can its passphrase be asked for (SSH_ASKPASS)?</source>
        <translation>ssh-keygen não assinou: %1. A chave está no agente (ssh-add), ou a senha dela pode ser pedida (SSH_ASKPASS)?</translation>
    </message>
    <message>
        <source>The signature was made for “%1”, not for “%2”.</source>
        <translation>A assinatura foi feita para “%1”, não para “%2”.</translation>
    </message>
    <message>
        <source>The signature by %1 does not hold for %2: %3</source>
        <translation>A assinatura de %1 não vale para %2: %3</translation>
    </message>
    <message>
        <source>None of the keys that the policy knows of this person is in the SSH agent or in %1. Add it with ssh-add, or name its file with --key.</source>
        <translation>Nenhuma das chaves que a política conhece desta pessoa está no agente SSH ou em %1. Acrescente-a com ssh-add, ou indique o arquivo com --key.</translation>
    </message>
    <message>
        <source>This is no SSH public key: %1.</source>
        <translation>Isto não é uma chave pública SSH: %1.</translation>
    </message>
    <message>
        <source>The key %1 is of the kind %2, which does not count here. Ed25519, ECDSA, RSA of 3072 bits or more, and hardware keys of the first two do.</source>
        <translation>A chave %1 é do tipo %2, que não vale aqui. Valem Ed25519, ECDSA, RSA de 3072 bits ou mais, e chaves físicas dos dois primeiros.</translation>
    </message>
    <message>
        <source>The RSA key %1 has %2 bits; %3 or more count here.</source>
        <translation>A chave RSA %1 tem %2 bits; aqui valem %3 ou mais.</translation>
    </message>
    <message>
        <source>This is no SSH signature as it should be: %1.</source>
        <translation>Isto não é uma assinatura SSH como deveria ser: %1.</translation>
    </message>
    <message>
        <source>on-timeout is fail or skip, not %1.</source>
        <translation>on-timeout é fail ou skip, não %1.</translation>
    </message>
    <message>
        <source>&quot;record&quot; and &quot;all&quot; or &quot;freeze&quot; say different things about what to pin; leave one of them out.</source>
        <translation>&quot;record&quot; e &quot;all&quot; ou &quot;freeze&quot; dizem coisas diferentes sobre o que fixar; deixe um deles de fora.</translation>
    </message>
    <message>
        <source>The name of %1 does not tell what kind of file it is. Leave it out with &quot;except&quot;.</source>
        <translation>O nome de %1 não diz que tipo de arquivo é. Deixe-o de fora com &quot;except&quot;.</translation>
    </message>
    <message>
        <source>Say where to look: folders with &quot;in&quot;, inventories with &quot;from&quot;, or both.</source>
        <translation>Diga onde procurar: pastas com &quot;in&quot;, inventários com &quot;from&quot;, ou ambos.</translation>
    </message>
    <message>
        <source>These packages have several versions: %1. The table shows where; write one version everywhere and build anew.</source>
        <translation>Estes pacotes têm várias versões: %1. A tabela mostra onde; escreva uma só versão em todos os lugares e construa de novo.</translation>
    </message>
    <message>
        <source>The name of %1 does not tell what kind of file it is. Say &quot;as&quot;: dockerfile, requirements, pyproject or shell.</source>
        <translation>O nome de %1 não diz que tipo de arquivo ele é. Informe &quot;as&quot;: dockerfile, requirements, pyproject ou shell.</translation>
    </message>
    <message>
        <source>The newest head of the changelog has no version that could be raised. Say the new one with &quot;to&quot;.</source>
        <translation>O título mais novo do changelog não tem versão que possa ser aumentada. Informe a nova com &quot;to&quot;.</translation>
    </message>
    <message>
        <source>%1 has no head with a version, such as ## 1.2.3, and none that says Unreleased. Write one.</source>
        <translation>%1 não tem título com uma versão, como ## 1.2.3, nem um que diga Unreleased. Escreva um.</translation>
    </message>
    <message>
        <source>The newest head of %1, %2, has a date: it is released. Write a new head first, such as ## [Unreleased].</source>
        <translation>O título mais novo de %1, %2, tem data: já foi publicado. Escreva antes um novo título, como ## [Unreleased].</translation>
    </message>
    <message>
        <source>Where %1 says its version cannot be told from its name. Give a pattern.</source>
        <translation>Não se sabe pelo nome onde %1 diz sua versão. Informe um padrão.</translation>
    </message>
    <message>
        <source>%1 asks for no tags of images.</source>
        <translation>%1 não pede tags de imagens.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; says no tag for a service. Write SERVICE=TAG.</source>
        <translation>&quot;%1&quot; não diz uma tag para um serviço. Escreva SERVIÇO=TAG.</translation>
    </message>
    <message>
        <source>The name of %1 does not tell what kind of file it is. Say it with --as dockerfile, requirements, pyproject or shell.</source>
        <translation>O nome de %1 não diz que tipo de arquivo ele é. Informe com --as dockerfile, requirements, pyproject ou shell.</translation>
    </message>
    <message>
        <source>%1 is no format. Write csv, json, markdown or html.</source>
        <translation>%1 não é um formato. Escreva csv, json, markdown ou html.</translation>
    </message>
    <message>
        <source>--format is one of %2, not %1.</source>
        <translation>--format é um de %2, não %1.</translation>
    </message>
    <message>
        <source>--bundle needs a folder to write to.</source>
        <translation>--bundle precisa de uma pasta onde escrever.</translation>
    </message>
    <message>
        <source>%1 changed meanwhile and was left as it is. Look again.</source>
        <translation>%1 mudou nesse meio-tempo e ficou como está. Olhe de novo.</translation>
    </message>
</context>
<context>
    <name>Slipway::EvidencePane</name>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Back to the evidence</source>
        <translation>Voltar às evidências</translation>
    </message>
</context>
<context>
    <name>Slipway::EvidenceViewer</name>
    <message>
        <source>Reading the evidence…</source>
        <translation>Lendo a evidência…</translation>
    </message>
    <message>
        <source>This evidence cannot be shown</source>
        <translation>Esta evidência não pode ser mostrada</translation>
    </message>
    <message>
        <source>(The rest is left out here: it is too long.)</source>
        <translation>(O resto é omitido aqui: é longo demais.)</translation>
    </message>
    <message>
        <source>No file differs</source>
        <translation>Nenhum arquivo difere</translation>
    </message>
    <message>
        <source>What is there is what was meant already.</source>
        <translation>O que está lá já é o que se queria.</translation>
    </message>
    <message>
        <source>No output</source>
        <translation>Sem saída</translation>
    </message>
    <message>
        <source>The program said nothing, or its output is gone.</source>
        <translation>O programa não disse nada, ou sua saída não existe mais.</translation>
    </message>
</context>
<context>
    <name>Slipway::FlagEditor</name>
    <message>
        <source>Yes</source>
        <translation>Sim</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
</context>
<context>
    <name>Slipway::Forecast</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n stage(s)</source>
        <translation>
            <numerusform>em %n estágio</numerusform>
            <numerusform>em %n estágios</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1, from %2</source>
        <translation>cerca de %1, segundo %2</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier run(s)</source>
        <translation>
            <numerusform>%n execução anterior</numerusform>
            <numerusform>%n execuções anteriores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) need you</source>
        <translation>
            <numerusform>%n etapa precisa de você</numerusform>
            <numerusform>%n etapas precisam de você</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sign-off(s)</source>
        <translation>
            <numerusform>%n aprovação</numerusform>
            <numerusform>%n aprovações</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing in it waits for a person</source>
        <translation>nada espera por uma pessoa</translation>
    </message>
    <message>
        <source>leaves this machine: %1</source>
        <translation>sai desta máquina: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n push(es)</source>
        <translation>
            <numerusform>%n push</numerusform>
            <numerusform>%n pushes</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing leaves this machine by a push</source>
        <translation>nada sai desta máquina por push</translation>
    </message>
</context>
<context>
    <name>Slipway::GatePane</name>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Back to the items</source>
        <translation>Voltar aos itens</translation>
    </message>
    <message>
        <source>What to check</source>
        <translation>O que conferir</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidências</translation>
    </message>
    <message>
        <source>Comment (needed to reject)</source>
        <translation>Comentário (necessário para rejeitar)</translation>
    </message>
    <message>
        <source>Something changed, so this gate was opened again: earlier decisions no longer count, and the items are to be ticked anew.</source>
        <translation>Algo mudou, por isso esta aprovação foi reaberta: as decisões anteriores não contam mais e os itens devem ser marcados de novo.</translation>
    </message>
</context>
<context>
    <name>Slipway::GateSide</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n pessoa</numerusform>
            <numerusform>%n pessoas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 signed</source>
        <translation>%1 · %2 de %3 assinaram</translation>
    </message>
    <message>
        <source>approved %1</source>
        <translation>aprovou às %1</translation>
    </message>
    <message>
        <source>rejected %1</source>
        <translation>rejeitou às %1</translation>
    </message>
    <message>
        <source>%1; does not count any more</source>
        <translation>%1; não conta mais</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>have not decided yet</source>
        <translation>ainda não decidiu</translation>
    </message>
    <message>
        <source>Nothing yet: the gate opens when all its evidence exists.</source>
        <translation>Nada ainda: a aprovação abre quando todas as suas evidências existirem.</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n evidência</numerusform>
            <numerusform>%n evidências</numerusform>
        </translation>
    </message>
    <message>
        <source>checklist</source>
        <translation>checklist</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>entradas</translation>
    </message>
    <message>
        <source>journal up to event %1</source>
        <translation>diário até o evento %1</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>Quem decide</translation>
    </message>
    <message>
        <source>What is sealed</source>
        <translation>O que é selado</translation>
    </message>
    <message>
        <source>refused %1: %2</source>
        <translation>recusada %1: %2</translation>
    </message>
    <message>
        <source>took it back %1</source>
        <translation>retirou %1</translation>
    </message>
    <message>
        <source>will sign with your SSH key</source>
        <translation>vai assinar com a sua chave SSH</translation>
    </message>
    <message>
        <source>has not decided yet</source>
        <translation>ainda não decidiu</translation>
    </message>
    <message>
        <source>started the run, may not approve it</source>
        <translation>começou a execução, não pode aprová-la</translation>
    </message>
    <message>
        <source>No policy</source>
        <translation>Sem política</translation>
    </message>
    <message>
        <source>approved by the person who ran it</source>
        <translation>aprovada por quem a executou</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>política</translation>
    </message>
</context>
<context>
    <name>Slipway::Help</name>
    <message>
        <source>What to copy: absolute, or below &quot;in&quot;. The last part may be a pattern that exactly one file matches, such as dist/*.whl.</source>
        <translation>O que copiar: absoluto, ou abaixo de &quot;in&quot;. A última parte pode ser um padrão que corresponda a exatamente um arquivo, como dist/*.whl.</translation>
    </message>
    <message>
        <source>The folder that &quot;from&quot; is below; else the workspace.</source>
        <translation>A pasta abaixo da qual está &quot;from&quot;; senão, o workspace.</translation>
    </message>
    <message>
        <source>The new folder or file, below &quot;root&quot;.</source>
        <translation>A nova pasta ou arquivo, abaixo de &quot;root&quot;.</translation>
    </message>
    <message>
        <source>Instead of &quot;to&quot;: a folder that exists; the name stays.</source>
        <translation>Em vez de &quot;to&quot;: uma pasta que existe; o nome fica.</translation>
    </message>
    <message>
        <source>The folder that the copy has to be below; else the workspace.</source>
        <translation>A pasta abaixo da qual a cópia tem de estar; senão, o workspace.</translation>
    </message>
    <message>
        <source>Copies a folder or a file into the run&apos;s workspace: hidden files, empty folders, permissions and links stay as they are.</source>
        <translation>Copia uma pasta ou um arquivo para o workspace da execução: arquivos ocultos, pastas vazias, permissões e links ficam como são.</translation>
    </message>
    <message>
        <source>Patterns of what to leave out, as in .gitignore.</source>
        <translation>Padrões do que deixar de fora, como em .gitignore.</translation>
    </message>
    <message>
        <source>Also copy what is named .git.</source>
        <translation>Copiar também o que se chama .git.</translation>
    </message>
    <message>
        <source>Replace a file that is there; never a folder.</source>
        <translation>Substituir um arquivo que já existe; nunca uma pasta.</translation>
    </message>
    <message>
        <source>Allow a target inside a git repository.</source>
        <translation>Permitir um destino dentro de um repositório git.</translation>
    </message>
    <message>
        <source>The copy, absolute.</source>
        <translation>A cópia, absoluta.</translation>
    </message>
    <message>
        <source>The last part of its path.</source>
        <translation>A última parte do seu caminho.</translation>
    </message>
    <message>
        <source>How many files and links were copied.</source>
        <translation>Quantos arquivos e links foram copiados.</translation>
    </message>
    <message>
        <source>SHA-256 of the list of all that is in it.</source>
        <translation>SHA-256 da lista de tudo o que há nela.</translation>
    </message>
    <message>
        <source>Removes a file or folder below the run&apos;s workspace, after saying how much it is.</source>
        <translation>Remove um arquivo ou uma pasta abaixo do workspace da execução, depois de dizer quanto é.</translation>
    </message>
    <message>
        <source>What to remove, below the workspace. Fine if it is not there.</source>
        <translation>O que remover, abaixo do workspace. Tudo bem se não existir.</translation>
    </message>
    <message>
        <source>An image on the engine that has the program rm: it removes what containers wrote as another user.</source>
        <translation>Uma imagem do motor que tem o programa rm: ela remove o que contêineres escreveram como outro usuário.</translation>
    </message>
    <message>
        <source>How many files were removed.</source>
        <translation>Quantos arquivos foram removidos.</translation>
    </message>
    <message>
        <source>Replaces a text or whole lines in one file; every other byte stays as it is.</source>
        <translation>Substitui um texto ou linhas inteiras em um arquivo; cada outro byte fica como é.</translation>
    </message>
    <message>
        <source>The folder that &quot;file&quot; is below; else the workspace.</source>
        <translation>A pasta abaixo da qual está &quot;file&quot;; senão, o workspace.</translation>
    </message>
    <message>
        <source>The file, below &quot;in&quot;.</source>
        <translation>O arquivo, abaixo de &quot;in&quot;.</translation>
    </message>
    <message>
        <source>The text to replace.</source>
        <translation>O texto a substituir.</translation>
    </message>
    <message>
        <source>What comes in its place.</source>
        <translation>O que entra no lugar dele.</translation>
    </message>
    <message>
        <source>How often it must be found: a number, or any. Otherwise exactly once.</source>
        <translation>Quantas vezes deve ser encontrado: um número, ou any. Senão, exatamente uma.</translation>
    </message>
    <message>
        <source>The file, absolute.</source>
        <translation>O arquivo, absoluto.</translation>
    </message>
    <message>
        <source>How many places were replaced.</source>
        <translation>Quantos lugares foram substituídos.</translation>
    </message>
    <message>
        <source>Raises one number of the version that a pattern marks in a file, or sets it to a given one.</source>
        <translation>Aumenta um número da versão que um padrão marca em um arquivo, ou a define com um valor dado.</translation>
    </message>
    <message>
        <source>The new version; else a number is raised.</source>
        <translation>A nova versão; senão, um número é aumentado.</translation>
    </message>
    <message>
        <source>Which number to raise: 1 is the first; last, which is used if nothing is said.</source>
        <translation>Qual número aumentar: 1 é o primeiro; last, que vale se nada for dito.</translation>
    </message>
    <message>
        <source>The version before.</source>
        <translation>A versão de antes.</translation>
    </message>
    <message>
        <source>The version after.</source>
        <translation>A versão de depois.</translation>
    </message>
    <message>
        <source>Check checklists without starting anything.</source>
        <translation>Confere checklists sem iniciar nada.</translation>
    </message>
    <message>
        <source>slipway            open the window
slipway VERB …     work without it; slipway VERB --help says more</source>
        <translation>slipway            abre a janela
slipway VERBO …    trabalha sem ela; slipway VERBO --help diz mais</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>Imprimir JSON.</translation>
    </message>
    <message>
        <source>Write the files; else only show.</source>
        <translation>Gravar os arquivos; senão, só mostrar.</translation>
    </message>
    <message>
        <source>Where unpin keeps what it took out, and pin finds it.</source>
        <translation>Onde unpin guarda o que retirou, e pin o encontra.</translation>
    </message>
    <message>
        <source>List the Python packages of an image, container, venv or file.</source>
        <translation>Lista os pacotes Python de uma imagem, contêiner, venv ou arquivo.</translation>
    </message>
    <message>
        <source>Take the versions out of files.</source>
        <translation>Retira as versões de arquivos.</translation>
    </message>
    <message>
        <source>Write the versions of a source into files.</source>
        <translation>Escreve as versões de uma origem em arquivos.</translation>
    </message>
    <message>
        <source>Every name that SOURCE knows.</source>
        <translation>Todo nome que a ORIGEM conhece.</translation>
    </message>
    <message>
        <source>What to keep with it.</source>
        <translation>O que guardar com isso.</translation>
    </message>
    <message>
        <source>The comment; needed to reject.</source>
        <translation>O comentário; necessário para rejeitar.</translation>
    </message>
    <message>
        <source>Give the go-ahead to a step that waits for it.</source>
        <translation>Autoriza uma etapa que espera por isso.</translation>
    </message>
    <message>
        <source>Say that a step done by hand is done.</source>
        <translation>Diz que uma etapa feita à mão está feita.</translation>
    </message>
    <message>
        <source>An output of the step.</source>
        <translation>Uma saída da etapa.</translation>
    </message>
    <message>
        <source>Approve a gate, with the items that were checked.</source>
        <translation>Aprova, com os itens que foram conferidos.</translation>
    </message>
    <message>
        <source>Items checked.</source>
        <translation>Itens conferidos.</translation>
    </message>
    <message>
        <source>Reject a gate.</source>
        <translation>Rejeita uma aprovação.</translation>
    </message>
    <message>
        <source>Try a step again that failed or was cancelled.</source>
        <translation>Tenta de novo uma etapa que falhou ou foi cancelada.</translation>
    </message>
    <message>
        <source>Leave a step out; the reason is kept.</source>
        <translation>Deixa uma etapa de fora; o motivo é guardado.</translation>
    </message>
    <message>
        <source>Why.</source>
        <translation>Por quê.</translation>
    </message>
    <message>
        <source>Say what became of a step in doubt.</source>
        <translation>Diz o que houve com uma etapa em dúvida.</translation>
    </message>
    <message>
        <source>End what runs and start nothing more.</source>
        <translation>Encerra o que executa e não inicia mais nada.</translation>
    </message>
    <message>
        <source>Give the go-ahead to steps that only wait for one.</source>
        <translation>Autoriza as etapas que só esperam por isso.</translation>
    </message>
    <message>
        <source>End after this step.</source>
        <translation>Terminar depois desta etapa.</translation>
    </message>
    <message>
        <source>Start a checklist: a file or a bundled name.</source>
        <translation>Inicia um checklist: um arquivo ou um nome incluído.</translation>
    </message>
    <message>
        <source>Go on with a run until a person is needed.</source>
        <translation>Continua uma execução até que uma pessoa seja necessária.</translation>
    </message>
    <message>
        <source>Of this attempt; else of the last.</source>
        <translation>Desta tentativa; senão, da última.</translation>
    </message>
    <message>
        <source>Go on until the attempt ends.</source>
        <translation>Continuar até a tentativa terminar.</translation>
    </message>
    <message>
        <source>List all runs, the newest first.</source>
        <translation>Lista todas as execuções, a mais nova primeiro.</translation>
    </message>
    <message>
        <source>Show the steps of a run.</source>
        <translation>Mostra as etapas de uma execução.</translation>
    </message>
    <message>
        <source>Print the output of a step&apos;s programs.</source>
        <translation>Imprime a saída dos programas de uma etapa.</translation>
    </message>
    <message>
        <source>A gate: what comes after waits until enough people approve.</source>
        <translation>Uma aprovação: o que vem depois espera até que pessoas bastantes aprovem.</translation>
    </message>
    <message>
        <source>The group or the person who may approve.</source>
        <translation>O grupo ou a pessoa que pode aprovar.</translation>
    </message>
    <message>
        <source>How many must approve; 1 unless said.</source>
        <translation>Quantos devem aprovar; 1 se nada for dito.</translation>
    </message>
    <message>
        <source>What each approver ticks: texts, or {text: …, evidence: [steps.ID.evidence.NAME]}.</source>
        <translation>O que cada aprovador marca: textos, ou {text: …, evidence: [steps.ID.evidence.NOME]}.</translation>
    </message>
    <message>
        <source>What they must see, as steps.ID.evidence.NAME.</source>
        <translation>O que devem ver, como steps.ID.evidence.NOME.</translation>
    </message>
    <message>
        <source>What to look for, in plain words.</source>
        <translation>O que observar, em palavras simples.</translation>
    </message>
    <message>
        <source>Fails unless something holds, and says what would be right.</source>
        <translation>Falha a menos que algo valha, e diz o que seria certo.</translation>
    </message>
    <message>
        <source>What must hold, as an expression.</source>
        <translation>O que deve valer, como expressão.</translation>
    </message>
    <message>
        <source>The sentence to show when it does not.</source>
        <translation>A frase a mostrar quando não vale.</translation>
    </message>
    <message>
        <source>The program and its arguments, one by one; no shell reads them. With &quot;shell&quot;, one text for bash.</source>
        <translation>O programa e seus argumentos, um a um; nenhum shell os lê. Com &quot;shell&quot;, um texto para o bash.</translation>
    </message>
    <message>
        <source>The folder in which it runs; a relative one is below the workspace, which is the default.</source>
        <translation>A pasta em que executa; uma relativa fica abaixo do workspace, que é o padrão.</translation>
    </message>
    <message>
        <source>Run the text with `bash -c`. Values of inputs reach it as environment variables only.</source>
        <translation>Executa o texto com `bash -c`. Valores de entradas chegam a ele só como variáveis de ambiente.</translation>
    </message>
    <message>
        <source>Give it a terminal, for programs that ask or that show less without one.</source>
        <translation>Dá a ele um terminal, para programas que perguntam ou que mostram menos sem um.</translation>
    </message>
    <message>
        <source>How long it may stand at a question without an answer; 60s unless said.</source>
        <translation>Quanto tempo pode ficar em uma pergunta sem resposta; 60s se nada for dito.</translation>
    </message>
    <message>
        <source>A regular expression that a line of its output must match, or the step fails.</source>
        <translation>Uma expressão regular a que uma linha da saída deve corresponder, senão a etapa falha.</translation>
    </message>
    <message>
        <source>A regular expression that no line of its output may match.</source>
        <translation>Uma expressão regular a que nenhuma linha da saída pode corresponder.</translation>
    </message>
    <message>
        <source>The exit statuses that mean success; 0 unless said.</source>
        <translation>Os estados de saída que significam sucesso; 0 se nada for dito.</translation>
    </message>
    <message>
        <source>Interrupt it (as Ctrl+C does) after this time; for programs that do not end by themselves.</source>
        <translation>Interrompê-lo (como Ctrl+C) após este tempo; para programas que não terminam sozinhos.</translation>
    </message>
    <message>
        <source>Interrupt it when a line of its output matches this pattern.</source>
        <translation>Interrompê-lo quando uma linha da saída corresponder a este padrão.</translation>
    </message>
    <message>
        <source>A program that only looks whether the work was done: status 0 done, 10 not done, any other: it cannot tell.</source>
        <translation>Um programa que só olha se o trabalho foi feito: estado 0 feito, 10 não feito, qualquer outro: não sabe dizer.</translation>
    </message>
    <message>
        <source>safe: it may be repeated when nobody knows how it ended.</source>
        <translation>safe: pode ser repetido quando ninguém sabe como terminou.</translation>
    </message>
    <message>
        <source>Runs a program and waits for its end, also across a restart of the console.</source>
        <translation>Executa um programa e espera seu fim, mesmo que o console reinicie.</translation>
    </message>
    <message>
        <source>Its exit status; 128 more than the signal that ended it.</source>
        <translation>Seu estado de saída; 128 a mais que o sinal que o encerrou.</translation>
    </message>
    <message>
        <source>Its standard output without blanks around it, if &quot;output&quot; asks for it.</source>
        <translation>Sua saída padrão sem espaços em volta, se &quot;output&quot; a pede.</translation>
    </message>
    <message>
        <source>The lines of its standard output that are not empty, with output: lines.</source>
        <translation>As linhas não vazias da sua saída padrão, com output: lines.</translation>
    </message>
    <message>
        <source>Its standard output read as JSON, with output: json.</source>
        <translation>Sua saída padrão lida como JSON, com output: json.</translation>
    </message>
    <message>
        <source>How long it took.</source>
        <translation>Quanto tempo levou.</translation>
    </message>
    <message>
        <source>What to do with the services.</source>
        <translation>O que fazer com os serviços.</translation>
    </message>
    <message>
        <source>The folder with the compose file; else the workspace.</source>
        <translation>A pasta com o arquivo compose; senão, o workspace.</translation>
    </message>
    <message>
        <source>The compose file, below &quot;in&quot;; else the one compose finds.</source>
        <translation>O arquivo compose, abaixo de &quot;in&quot;; senão, o que o compose encontra.</translation>
    </message>
    <message>
        <source>Only these services; not with down.</source>
        <translation>Só estes serviços; não com down.</translation>
    </message>
    <message>
        <source>With up: build the images first.</source>
        <translation>Com up: construir as imagens antes.</translation>
    </message>
    <message>
        <source>With down: remove the volumes and their data too.</source>
        <translation>Com down: remover também os volumes e seus dados.</translation>
    </message>
    <message>
        <source>The project&apos;s name; else the one compose would give it.</source>
        <translation>O nome do projeto; senão, o que o compose daria.</translation>
    </message>
    <message>
        <source>Brings the services of a compose file up or down, or starts, stops or restarts them.</source>
        <translation>Sobe ou derruba os serviços de um arquivo compose, ou os inicia, para ou reinicia.</translation>
    </message>
    <message>
        <source>The project&apos;s name.</source>
        <translation>O nome do projeto.</translation>
    </message>
    <message>
        <source>The state of each service afterwards, such as running or exited.</source>
        <translation>O estado de cada serviço depois, como running ou exited.</translation>
    </message>
    <message>
        <source>What the services have to be; running if not said.</source>
        <translation>O que os serviços têm de estar; running se nada for dito.</translation>
    </message>
    <message>
        <source>Waits until services run, are healthy, have ended or logged something, or until an address answers.</source>
        <translation>Espera até que serviços executem, estejam saudáveis, tenham terminado ou escrito algo, ou até um endereço responder.</translation>
    </message>
    <message>
        <source>The services to wait for.</source>
        <translation>Os serviços pelos quais esperar.</translation>
    </message>
    <message>
        <source>Instead of &quot;until&quot;: an extended regular expression that a line of each service&apos;s log has to match.</source>
        <translation>Em vez de &quot;until&quot;: uma expressão regular estendida a que uma linha do log de cada serviço tem de corresponder.</translation>
    </message>
    <message>
        <source>An http or https address that has to answer with 200.</source>
        <translation>Um endereço http ou https que tem de responder com 200.</translation>
    </message>
    <message>
        <source>How long to wait; 5m if not said.</source>
        <translation>Quanto esperar; 5m se nada for dito.</translation>
    </message>
    <message>
        <source>Instead of &quot;find&quot;: a regular expression; each line that has it is replaced whole.</source>
        <translation>Em vez de &quot;find&quot;: uma expressão regular; cada linha que a tem é substituída inteira.</translation>
    </message>
    <message>
        <source>&quot;find&quot; is a regular expression, in which ^ and $ are a line&apos;s ends; \1 in &quot;replace&quot; is its first group.</source>
        <translation>&quot;find&quot; é uma expressão regular, em que ^ e $ são os extremos de uma linha; \1 em &quot;replace&quot; é seu primeiro grupo.</translation>
    </message>
    <message>
        <source>Makes a branch from what the remote has now and checks it out. Refuses when there are uncommitted changes.</source>
        <translation>Cria um ramo a partir do que o remoto tem agora e faz checkout dele. Recusa quando há alterações sem commit.</translation>
    </message>
    <message>
        <source>When the branch is there already: fail (unless said), continue on it, or restart it from the base.</source>
        <translation>Quando o ramo já existe: fail (se nada for dito), continue nele, ou restart a partir da base.</translation>
    </message>
    <message>
        <source>The repository.</source>
        <translation>O repositório.</translation>
    </message>
    <message>
        <source>The name of the branch.</source>
        <translation>O nome do ramo.</translation>
    </message>
    <message>
        <source>The branch, tag or commit it starts from; else the default branch of the remote.</source>
        <translation>O ramo, tag ou commit em que começa; senão, o ramo padrão do remoto.</translation>
    </message>
    <message>
        <source>The remote it starts from; else upstream if there is one, else origin.</source>
        <translation>O remoto em que começa; senão upstream, se houver, ou origin.</translation>
    </message>
    <message>
        <source>The branch that is checked out now.</source>
        <translation>O ramo em uso agora.</translation>
    </message>
    <message>
        <source>The commit it is at.</source>
        <translation>O commit em que está.</translation>
    </message>
    <message>
        <source>What it started from, such as upstream/main.</source>
        <translation>De onde começou, como upstream/main.</translation>
    </message>
    <message>
        <source>Where the branch was at origin; empty if it was not there. For &quot;expect&quot; of git.push.</source>
        <translation>Onde o ramo estava em origin; vazio se não existia. Para &quot;expect&quot; de git.push.</translation>
    </message>
    <message>
        <source>Clones a repository; one that is there already is left as it is.</source>
        <translation>Clona um repositório; um que já existe fica como está.</translation>
    </message>
    <message>
        <source>The address to clone, which becomes the remote origin; or an absolute path.</source>
        <translation>O endereço a clonar, que se torna o remoto origin; ou um caminho absoluto.</translation>
    </message>
    <message>
        <source>The folder to make; a relative one is below the workspace.</source>
        <translation>A pasta a criar; uma relativa fica abaixo do workspace.</translation>
    </message>
    <message>
        <source>The branch to check out; else the remote&apos;s default one.</source>
        <translation>O ramo de que fazer checkout; senão, o padrão do remoto.</translation>
    </message>
    <message>
        <source>For a fork: the address it was forked from, which becomes the remote upstream and is fetched.</source>
        <translation>Para um fork: o endereço de onde veio, que se torna o remoto upstream e é buscado.</translation>
    </message>
    <message>
        <source>The clone, absolute.</source>
        <translation>O clone, absoluto.</translation>
    </message>
    <message>
        <source>The commit that is checked out.</source>
        <translation>O commit em uso.</translation>
    </message>
    <message>
        <source>The branch that is checked out.</source>
        <translation>O ramo em uso.</translation>
    </message>
    <message>
        <source>Commits the paths that it names and nothing else; without a change it makes no commit.</source>
        <translation>Faz commit dos caminhos que indica e de nada mais; sem alteração não faz commit.</translation>
    </message>
    <message>
        <source>The message of the commit.</source>
        <translation>A mensagem do commit.</translation>
    </message>
    <message>
        <source>Files and folders below the repository, new files included. A change elsewhere is left as it is.</source>
        <translation>Arquivos e pastas abaixo do repositório, inclusive arquivos novos. Uma alteração em outro lugar fica como está.</translation>
    </message>
    <message>
        <source>Instead of &quot;paths&quot;: every change of a file that git tracks; new files are left out.</source>
        <translation>Em vez de &quot;paths&quot;: cada alteração de um arquivo que o git acompanha; arquivos novos ficam de fora.</translation>
    </message>
    <message>
        <source>The new commit; the old one if there was no change.</source>
        <translation>O novo commit; o antigo se não houve alteração.</translation>
    </message>
    <message>
        <source>Whether a commit was made.</source>
        <translation>Se foi feito um commit.</translation>
    </message>
    <message>
        <source>The branch it is on.</source>
        <translation>O ramo em que está.</translation>
    </message>
    <message>
        <source>Pushes one branch, only if the remote still has what it had when the step was planned. Never loses commits of others.</source>
        <translation>Envia um ramo, só se o remoto ainda tem o que tinha quando a etapa foi planejada. Nunca perde commits de outros.</translation>
    </message>
    <message>
        <source>The remote; origin unless said.</source>
        <translation>O remoto; origin se nada for dito.</translation>
    </message>
    <message>
        <source>The branch; else the one that is checked out.</source>
        <translation>O ramo; senão, o que está em uso.</translation>
    </message>
    <message>
        <source>The commit that the remote&apos;s branch must be at, empty if it must not be there; else what it is at when planned.</source>
        <translation>O commit em que o ramo do remoto deve estar, vazio se não deve existir; senão, onde está ao planejar.</translation>
    </message>
    <message>
        <source>Also replace commits of the remote&apos;s branch that are not in this one, when it is exactly where it is expected.</source>
        <translation>Substituir também commits do ramo do remoto que não estão neste, quando ele está exatamente onde se espera.</translation>
    </message>
    <message>
        <source>The commit that was pushed.</source>
        <translation>O commit que foi enviado.</translation>
    </message>
    <message>
        <source>Where the remote&apos;s branch was; empty if new.</source>
        <translation>Onde estava o ramo do remoto; vazio se é novo.</translation>
    </message>
    <message>
        <source>The address of the remote.</source>
        <translation>O endereço do remoto.</translation>
    </message>
    <message>
        <source>The name of the remote.</source>
        <translation>O nome do remoto.</translation>
    </message>
    <message>
        <source>Waits until a person says that it is done.</source>
        <translation>Espera até que uma pessoa diga que está feito.</translation>
    </message>
    <message>
        <source>Commands that the person runs, each ready to copy.</source>
        <translation>Comandos que a pessoa executa, cada um pronto para copiar.</translation>
    </message>
    <message>
        <source>What to do, in plain words.</source>
        <translation>O que fazer, em palavras simples.</translation>
    </message>
    <message>
        <source>A text ready to copy, such as a message to post.</source>
        <translation>Um texto pronto para copiar, como uma mensagem a publicar.</translation>
    </message>
    <message>
        <source>The page on which it is done.</source>
        <translation>A página em que se faz.</translation>
    </message>
    <message>
        <source>Lists the Python packages of a container, an image or a virtual environment with their versions.</source>
        <translation>Lista os pacotes Python de um contêiner, uma imagem ou um ambiente virtual com suas versões.</translation>
    </message>
    <message>
        <source>The folder of the compose file; else the workspace.</source>
        <translation>A pasta do arquivo compose; senão, o workspace.</translation>
    </message>
    <message>
        <source>A service of that file. A stopped container is started and stopped again.</source>
        <translation>Um serviço desse arquivo. Um contêiner parado é iniciado e parado de novo.</translation>
    </message>
    <message>
        <source>Instead: a container, by its name.</source>
        <translation>Em vez disso: um contêiner, pelo nome.</translation>
    </message>
    <message>
        <source>Instead: an image on the engine.</source>
        <translation>Em vez disso: uma imagem do motor.</translation>
    </message>
    <message>
        <source>Instead: a virtual environment.</source>
        <translation>Em vez disso: um ambiente virtual.</translation>
    </message>
    <message>
        <source>A file below the workspace that also gets the list.</source>
        <translation>Um arquivo abaixo do workspace que também recebe a lista.</translation>
    </message>
    <message>
        <source>The list, for packages.pin.</source>
        <translation>A lista, para packages.pin.</translation>
    </message>
    <message>
        <source>How many packages there are.</source>
        <translation>Quantos pacotes há.</translation>
    </message>
    <message>
        <source>The file of &quot;to&quot;, absolute.</source>
        <translation>O arquivo de &quot;to&quot;, absoluto.</translation>
    </message>
    <message>
        <source>Writes the versions that an inventory has into Dockerfiles, requirements and pyproject files.</source>
        <translation>Escreve as versões que um inventário tem em Dockerfiles, requirements e arquivos pyproject.</translation>
    </message>
    <message>
        <source>Inventories: the outputs &quot;inventory&quot; of packages.freeze.</source>
        <translation>Inventários: as saídas &quot;inventory&quot; de packages.freeze.</translation>
    </message>
    <message>
        <source>The output &quot;record&quot; of packages.unpin: pin what it took out, with the operators of then.</source>
        <translation>A saída &quot;record&quot; de packages.unpin: fixar o que ela retirou, com os operadores de então.</translation>
    </message>
    <message>
        <source>Pin every name that the inventories know.</source>
        <translation>Fixar todo nome que os inventários conhecem.</translation>
    </message>
    <message>
        <source>Change nothing; fail if a version differs from what is written, or is unknown.</source>
        <translation>Não alterar nada; falhar se uma versão difere do que está escrito ou é desconhecida.</translation>
    </message>
    <message>
        <source>How many versions were written.</source>
        <translation>Quantas versões foram escritas.</translation>
    </message>
    <message>
        <source>The files that changed, below &quot;in&quot;.</source>
        <translation>Os arquivos que mudaram, abaixo de &quot;in&quot;.</translation>
    </message>
    <message>
        <source>Places left alone, each with the reason.</source>
        <translation>Lugares deixados como estão, cada um com o motivo.</translation>
    </message>
    <message>
        <source>Names that should get a version and that no inventory knows.</source>
        <translation>Nomes que deveriam receber uma versão e que nenhum inventário conhece.</translation>
    </message>
    <message>
        <source>Takes the versions of Python packages out of Dockerfiles, requirements and pyproject files, and records them.</source>
        <translation>Retira as versões de pacotes Python de Dockerfiles, requirements e arquivos pyproject, e as registra.</translation>
    </message>
    <message>
        <source>What was taken out, for packages.pin.</source>
        <translation>O que foi retirado, para packages.pin.</translation>
    </message>
    <message>
        <source>How many versions were taken out.</source>
        <translation>Quantas versões foram retiradas.</translation>
    </message>
    <message>
        <source>Patterns of the files, such as Dockerfile (in any folder) or worker/requirements.txt.</source>
        <translation>Padrões dos arquivos, como Dockerfile (em qualquer pasta) ou worker/requirements.txt.</translation>
    </message>
    <message>
        <source>The kind of the files, where their names do not tell.</source>
        <translation>O tipo dos arquivos, onde seus nomes não dizem.</translation>
    </message>
    <message>
        <source>The folder that the files are below; else the workspace.</source>
        <translation>A pasta abaixo da qual estão os arquivos; senão, o workspace.</translation>
    </message>
    <message>
        <source>Patterns of files to leave out, such as temp_builder/**.</source>
        <translation>Padrões de arquivos a deixar de fora, como temp_builder/**.</translation>
    </message>
    <message>
        <source>Only these packages.</source>
        <translation>Só estes pacotes.</translation>
    </message>
    <message>
        <source>Lay down a sample to try a package update on.</source>
        <translation>Monta um exemplo em que experimentar uma atualização de pacotes.</translation>
    </message>
    <message>
        <source>A clone that is used as it is instead; empty: there is none.</source>
        <translation>Um clone que é usado como está; vazio: não há.</translation>
    </message>
    <message>
        <source>Read the files of images and containers and run nothing of them; else so only for images that came from a registry.</source>
        <translation>Ler os arquivos de imagens e contêineres sem executar nada deles; sem esta opção, só assim para imagens que vieram de um registro.</translation>
    </message>
    <message>
        <source>Ask the Python of images and containers.</source>
        <translation>Consultar o Python das imagens e dos contêineres.</translation>
    </message>
    <message>
        <source>Compare what is installed in any number of sources with the first.</source>
        <translation>Comparar com a primeira o que está instalado em qualquer número de fontes.</translation>
    </message>
    <message>
        <source>Status 1 if anything differs.</source>
        <translation>Status 1 se algo for diferente.</translation>
    </message>
    <message>
        <source>Go again from a step: it and all that need it begin anew.</source>
        <translation>Recomeça de uma etapa: ela e todas as que precisam dela começam de novo.</translation>
    </message>
    <message>
        <source>Waits for a go-ahead first.</source>
        <translation>Antes, espera uma autorização.</translation>
    </message>
    <message>
        <source>would ask:</source>
        <translation>perguntaria:</translation>
    </message>
    <message>
        <source>Rehearsal: nothing is done.</source>
        <translation>Ensaio: nada é feito.</translation>
    </message>
    <message>
        <source>Take over from this run what did not change, and close it.</source>
        <translation>Trazer desta execução o que não mudou, e encerrá-la.</translation>
    </message>
    <message>
        <source>Only say what would be taken over.</source>
        <translation>Apenas dizer o que seria trazido.</translation>
    </message>
    <message>
        <source>Do not ask whether that is what is meant.</source>
        <translation>Não perguntar se é isso mesmo.</translation>
    </message>
    <message>
        <source>Do nothing: show the plan, the commands and the changes of every step. Status 1 if a step would fail.</source>
        <translation>Não fazer nada: mostrar o plano, os comandos e as alterações de cada etapa. Status 1 se uma etapa falharia.</translation>
    </message>
    <message>
        <source>Undo only what came after this step.</source>
        <translation>Desfaz só o que veio depois desta etapa.</translation>
    </message>
    <message>
        <source>Only say what would be undone, and how.</source>
        <translation>Só diz o que seria desfeito, e como.</translation>
    </message>
    <message>
        <source>Leave in place what cannot be undone.</source>
        <translation>Deixa como está o que não pode ser desfeito.</translation>
    </message>
    <message>
        <source>Reverse what a run did, the last first.</source>
        <translation>Desfaz o que uma execução fez, do último ao primeiro.</translation>
    </message>
    <message>
        <source>An event that is known to be in it, as `verify` printed it once.</source>
        <translation>Um evento que se sabe estar nela, como `verify` o mostrou uma vez.</translation>
    </message>
    <message>
        <source>Fails unless the changelog has an entry for a version, with its date; says in which line it should be.</source>
        <translation>Falha se o changelog não tiver uma entrada para a versão, com a data; diz em que linha ela deveria estar.</translation>
    </message>
    <message>
        <source>The changelog, below &quot;in&quot;; CHANGELOG.md unless said.</source>
        <translation>O changelog, abaixo de &quot;in&quot;; CHANGELOG.md, salvo indicação.</translation>
    </message>
    <message>
        <source>The version that must have an entry; a &quot;v&quot; before it is no difference.</source>
        <translation>A versão que precisa ter uma entrada; um &quot;v&quot; na frente não faz diferença.</translation>
    </message>
    <message>
        <source>The date that the entry must have, as YYYY-MM-DD; any unless said.</source>
        <translation>A data que a entrada precisa ter, como AAAA-MM-DD; qualquer uma, salvo indicação.</translation>
    </message>
    <message>
        <source>The date of the entry, as YYYY-MM-DD.</source>
        <translation>A data da entrada, como AAAA-MM-DD.</translation>
    </message>
    <message>
        <source>What stands below its heading.</source>
        <translation>O que está abaixo do título dela.</translation>
    </message>
    <message>
        <source>The line of its heading.</source>
        <translation>A linha do título dela.</translation>
    </message>
    <message>
        <source>Makes a tag, and pushes it if a remote is named. Never moves one: a tag that marks another commit is refused.</source>
        <translation>Cria uma tag e a envia quando um remoto é indicado. Nunca move uma tag: a que marca outro commit é recusada.</translation>
    </message>
    <message>
        <source>The name of the tag, such as v1.2.3.</source>
        <translation>O nome da tag, como v1.2.3.</translation>
    </message>
    <message>
        <source>The message of the tag; its name unless said.</source>
        <translation>A mensagem da tag; o nome dela, salvo indicação.</translation>
    </message>
    <message>
        <source>The commit, branch or other tag that it marks; else what is checked out.</source>
        <translation>O commit, branch ou outra tag que ela marca; senão, o que está em checkout.</translation>
    </message>
    <message>
        <source>The remote to push it to, such as origin; not pushed unless said.</source>
        <translation>O remoto para onde enviá-la, como origin; não é enviada, salvo indicação.</translation>
    </message>
    <message>
        <source>A name alone, without message, author and date.</source>
        <translation>Só um nome, sem mensagem, autor e data.</translation>
    </message>
    <message>
        <source>The name of the tag.</source>
        <translation>O nome da tag.</translation>
    </message>
    <message>
        <source>The commit that it marks.</source>
        <translation>O commit que ela marca.</translation>
    </message>
    <message>
        <source>The address of the remote that has it; empty without one.</source>
        <translation>O endereço do remoto que a tem; vazio sem remoto.</translation>
    </message>
    <message>
        <source>any value</source>
        <translation>qualquer valor</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>parâmetro</translation>
    </message>
    <message>
        <source>type</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>o que é</translation>
    </message>
    <message>
        <source>output</source>
        <translation>saída</translation>
    </message>
    <message>
        <source>All kinds of step</source>
        <translation>Todos os tipos de passo</translation>
    </message>
    <message>
        <source>Made by `slipway schema --reference`. What stands in bold is needed.</source>
        <translation>Feita por `slipway schema --reference`. O que está em negrito é necessário.</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>Evidências: %1</translation>
    </message>
    <message>
        <source>Further outputs, taken out of what it prints: {NAME: {json: PATH}} or {NAME: {pattern: &apos;…&apos;}}, each with a type and a default if need be.</source>
        <translation>Mais saídas, tiradas do que ele imprime: {NOME: {json: CAMINHO}} ou {NOME: {pattern: &apos;…&apos;}}, cada uma com type e default se for preciso.</translation>
    </message>
    <message>
        <source>The names of the image, such as team/api:1.2; an image that has one loses it.</source>
        <translation>Os nomes da imagem, como team/api:1.2; uma imagem que tenha um deles o perde.</translation>
    </message>
    <message>
        <source>The folder whose files the build may take: its context.</source>
        <translation>A pasta de onde o build pode tirar arquivos: o contexto dele.</translation>
    </message>
    <message>
        <source>The Dockerfile, below &quot;in&quot;; Dockerfile unless said.</source>
        <translation>O Dockerfile, abaixo de &quot;in&quot;; Dockerfile, salvo indicação.</translation>
    </message>
    <message>
        <source>The stage of the Dockerfile to build; the last unless said.</source>
        <translation>O estágio do Dockerfile a construir; o último, salvo indicação.</translation>
    </message>
    <message>
        <source>Build arguments and their values; no secrets, which stay in the image.</source>
        <translation>Argumentos de build e seus valores; nenhum segredo, que ficaria na imagem.</translation>
    </message>
    <message>
        <source>Labels of the image and their values.</source>
        <translation>Rótulos da imagem e seus valores.</translation>
    </message>
    <message>
        <source>Look for newer images that it builds on.</source>
        <translation>Procurar versões mais novas das imagens de base.</translation>
    </message>
    <message>
        <source>Build every layer anew, also those that did not change.</source>
        <translation>Construir de novo cada camada, também as que não mudaram.</translation>
    </message>
    <message>
        <source>Builds an image from a Dockerfile and gives it its names.</source>
        <translation>Constrói uma imagem a partir de um Dockerfile e lhe dá seus nomes.</translation>
    </message>
    <message>
        <source>The id of the image, sha256:….</source>
        <translation>O id da imagem, sha256:….</translation>
    </message>
    <message>
        <source>Its digest in a registry, name@sha256:…; empty before a push.</source>
        <translation>O digest dela num registro, nome@sha256:…; vazio antes de um envio.</translation>
    </message>
    <message>
        <source>Its names, with their tags.</source>
        <translation>Os nomes dela, com suas tags.</translation>
    </message>
    <message>
        <source>The id of the image that had the first name before; empty: none.</source>
        <translation>O id da imagem que antes tinha o primeiro nome; vazio: nenhuma.</translation>
    </message>
    <message>
        <source>Logs in to a registry of images. The password goes to the program by standard input and is kept as docker is set up to.</source>
        <translation>Entra num registro de imagens. A senha chega ao programa pela entrada padrão e é guardada como o docker estiver configurado.</translation>
    </message>
    <message>
        <source>The registry, such as example.org or localhost:5000; docker.io for Docker Hub.</source>
        <translation>O registro, como example.org ou localhost:5000; docker.io para o Docker Hub.</translation>
    </message>
    <message>
        <source>The name of the user.</source>
        <translation>O nome do usuário.</translation>
    </message>
    <message>
        <source>Instead: the file that holds it, which only you should be able to read.</source>
        <translation>Em vez disso: o arquivo que a contém, que só você deveria poder ler.</translation>
    </message>
    <message>
        <source>The registry.</source>
        <translation>O registro.</translation>
    </message>
    <message>
        <source>The http or https address.</source>
        <translation>O endereço http ou https.</translation>
    </message>
    <message>
        <source>GET unless said. POST only to ask something: the step may be repeated, so it must not change anything.</source>
        <translation>GET, salvo indicação. POST só para perguntar algo: a etapa pode ser repetida, então não pode mudar nada.</translation>
    </message>
    <message>
        <source>What POST sends: a text, or a map or list that is sent as JSON.</source>
        <translation>O que o POST envia: um texto, ou um mapa ou lista enviado como JSON.</translation>
    </message>
    <message>
        <source>The statuses that are right; 200 unless said.</source>
        <translation>Os status corretos; 200, salvo indicação.</translation>
    </message>
    <message>
        <source>What must hold of the reply as JSON: {at: &apos;models[0].name&apos;, is: forecast}; also is-not, contains, at-least, at-most, length, exists.</source>
        <translation>O que precisa valer para a resposta como JSON: {at: &apos;models[0].name&apos;, is: forecast}; também is-not, contains, at-least, at-most, length, exists.</translation>
    </message>
    <message>
        <source>A text that the reply must contain.</source>
        <translation>Um texto que a resposta precisa conter.</translation>
    </message>
    <message>
        <source>How long the reply may take, at most 15m; 30s unless said.</source>
        <translation>Quanto a resposta pode demorar, no máximo 15m; 30s, salvo indicação.</translation>
    </message>
    <message>
        <source>Whether up to three redirects are followed; yes unless said. Another server does not get the headers.</source>
        <translation>Se até três redirecionamentos são seguidos; sim, salvo indicação. Outro servidor não recebe os cabeçalhos.</translation>
    </message>
    <message>
        <source>Asks an address and fails unless the reply is as it should be; the reply is kept to look at.</source>
        <translation>Pergunta a um endereço e falha se a resposta não for como deveria; a resposta é guardada para ver.</translation>
    </message>
    <message>
        <source>The status of the reply.</source>
        <translation>O status da resposta.</translation>
    </message>
    <message>
        <source>The beginning of the reply, at most 16 KiB.</source>
        <translation>O começo da resposta, no máximo 16 KiB.</translation>
    </message>
    <message>
        <source>The address that answered in the end.</source>
        <translation>O endereço que respondeu no final.</translation>
    </message>
    <message>
        <source>wheel: a wheel by pip (unless said); build: wheel and source archive by the package build, which is installed first.</source>
        <translation>wheel: um wheel pelo pip (salvo indicação); build: wheel e arquivo de fontes pelo pacote build, que é instalado antes.</translation>
    </message>
    <message>
        <source>The project: the folder with its pyproject.toml or setup.py.</source>
        <translation>O projeto: a pasta com o pyproject.toml ou setup.py.</translation>
    </message>
    <message>
        <source>The version that the wheel must have; any unless said.</source>
        <translation>A versão que o wheel precisa ter; qualquer uma, salvo indicação.</translation>
    </message>
    <message>
        <source>The Python to build with, a program or a path; python3 unless said.</source>
        <translation>O Python com que construir, um programa ou um caminho; python3, salvo indicação.</translation>
    </message>
    <message>
        <source>A folder with wheels of all that the build needs; then no package index is asked.</source>
        <translation>Uma pasta com wheels de tudo de que o build precisa; então nenhum índice de pacotes é consultado.</translation>
    </message>
    <message>
        <source>Builds the wheel of a Python project in an environment of its own, and reads the version back from it.</source>
        <translation>Constrói o wheel de um projeto Python num ambiente próprio e lê a versão de volta dele.</translation>
    </message>
    <message>
        <source>The wheel, absolute.</source>
        <translation>O wheel, caminho absoluto.</translation>
    </message>
    <message>
        <source>The SHA-256 of the wheel.</source>
        <translation>O SHA-256 do wheel.</translation>
    </message>
    <message>
        <source>The source archive, absolute; empty: none.</source>
        <translation>O arquivo de fontes, caminho absoluto; vazio: nenhum.</translation>
    </message>
    <message>
        <source>The SHA-256 of the source archive.</source>
        <translation>O SHA-256 do arquivo de fontes.</translation>
    </message>
    <message>
        <source>The name of the package, as the wheel has it.</source>
        <translation>O nome do pacote, como o wheel o traz.</translation>
    </message>
    <message>
        <source>The version of the package, as the wheel has it.</source>
        <translation>A versão do pacote, como o wheel a traz.</translation>
    </message>
    <message>
        <source>Print the JSON Schema of checklists, for editors and validators.</source>
        <translation>Imprimir o JSON Schema das listas, para editores e validadores.</translation>
    </message>
    <message>
        <source>Print the page of all kinds of step instead.</source>
        <translation>Imprimir em vez disso a página de todos os tipos de passo.</translation>
    </message>
    <message>
        <source>Environment variables and their values; one may be a secret.</source>
        <translation>Variáveis de ambiente e os seus valores; um pode ser um segredo.</translation>
    </message>
    <message>
        <source>What it reads from its standard input: a text, or a secret. Without it there is nothing to read.</source>
        <translation>O que ele lê da entrada padrão: um texto ou um segredo. Sem isso não há nada a ler.</translation>
    </message>
    <message>
        <source>What to reply when it asks, in order: {prompt: pattern, reply: text or secret}. Gives it a terminal.</source>
        <translation>O que responder quando ele perguntar, em ordem: {prompt: padrão, reply: texto ou segredo}. Dá a ele um terminal.</translation>
    </message>
    <message>
        <source>What its standard output becomes besides a part of the log: the output stdout, lines or json.</source>
        <translation>O que a sua saída padrão se torna além de parte do log: a saída stdout, lines ou json.</translation>
    </message>
    <message>
        <source>It only looks and changes nothing: there is nothing to undo, and it may be repeated.</source>
        <translation>Apenas observa e não altera nada: não há o que desfazer, e pode ser repetida.</translation>
    </message>
    <message>
        <source>The password or token, a secret: ${{ secrets.NAME }}.</source>
        <translation>A senha ou o token, um segredo: ${{ secrets.NAME }}.</translation>
    </message>
    <message>
        <source>Instead: the environment variable of the console that holds the password or token.</source>
        <translation>Em vez disso: a variável de ambiente do console que contém a senha ou o token.</translation>
    </message>
    <message>
        <source>Merges a branch, tag or commit into the branch that is checked out, by a merge commit. Conflicts are known before anything is touched, and wait for a person.</source>
        <translation>Junta um ramo, uma tag ou um commit ao ramo ativo, por um commit de merge. Os conflitos são conhecidos antes que algo seja tocado, e esperam por uma pessoa.</translation>
    </message>
    <message>
        <source>What is merged: a branch, tag or commit; origin/NAME as the remote has it now.</source>
        <translation>O que é juntado: um ramo, uma tag ou um commit; origin/NOME como o remoto o tem agora.</translation>
    </message>
    <message>
        <source>The branch that must be checked out; unless said, any.</source>
        <translation>O ramo que deve estar ativo; se não for dito, qualquer um.</translation>
    </message>
    <message>
        <source>The message of the merge commit; unless said, one that names both.</source>
        <translation>A mensagem do commit de merge; se não for dita, uma que nomeia os dois.</translation>
    </message>
    <message>
        <source>Patterns of files by the name of a side (a branch, or ours, theirs): where both sides changed such a file, that side&apos;s is taken whole.</source>
        <translation>Padrões de arquivos pelo nome de um lado (um ramo, ou ours, theirs): onde os dois lados alteraram um arquivo desses, o desse lado é usado inteiro.</translation>
    </message>
    <message>
        <source>Patterns of files that are never merged line by line; unless said, those of DVC (*.dvc, dvc.lock).</source>
        <translation>Padrões de arquivos que nunca são juntados linha a linha; se não for dito, os do DVC (*.dvc, dvc.lock).</translation>
    </message>
    <message>
        <source>Make no merge commit where the branch has nothing of its own.</source>
        <translation>Não faz commit de merge quando o ramo não tem nada de próprio.</translation>
    </message>
    <message>
        <source>Where the branch is now.</source>
        <translation>Onde o ramo está agora.</translation>
    </message>
    <message>
        <source>Whether the branch had all of it before.</source>
        <translation>Se o ramo já tinha tudo antes.</translation>
    </message>
    <message>
        <source>The files that were taken whole from one side, by &quot;prefer&quot;.</source>
        <translation>Os arquivos usados inteiros de um lado, por &quot;prefer&quot;.</translation>
    </message>
    <message>
        <source>How many files people decided about.</source>
        <translation>Sobre quantos arquivos as pessoas decidiram.</translation>
    </message>
    <message>
        <source>Headers and their values. What tells who asks, such as Authorization, has to be a secret.</source>
        <translation>Cabeçalhos e os seus valores. O que diz quem pergunta, como Authorization, tem de ser um segredo.</translation>
    </message>
    <message>
        <source>A token, a secret, that is sent as &quot;Authorization: Bearer&quot;.</source>
        <translation>Um token, um segredo, que é enviado como &quot;Authorization: Bearer&quot;.</translation>
    </message>
    <message>
        <source>List the conflicts of a merge, or say how they end.</source>
        <translation>Lista os conflitos de um merge, ou diz como terminam.</translation>
    </message>
    <message>
        <source>Take the file as the branch has it that is merged into.</source>
        <translation>Fica com o arquivo como está no ramo que recebe o merge.</translation>
    </message>
    <message>
        <source>Take the file as what is merged has it.</source>
        <translation>Fica com o arquivo como está no que é juntado.</translation>
    </message>
    <message>
        <source>Take the bytes of another file for it.</source>
        <translation>Usa os bytes de outro arquivo para ele.</translation>
    </message>
    <message>
        <source>Begin the merge in the folder, to be mended there; then --go-on.</source>
        <translation>Começa o merge na pasta, para ser resolvido lá; depois --go-on.</translation>
    </message>
    <message>
        <source>Give up the merge that is begun in the folder.</source>
        <translation>Desiste do merge começado na pasta.</translation>
    </message>
    <message>
        <source>It is mended in the folder: check it, and commit it.</source>
        <translation>Está resolvido na pasta: verifica e faz o commit.</translation>
    </message>
    <message>
        <source>Keep a secret of a checklist in the keyring of this desktop: asked for without echo, or read from standard input.</source>
        <translation>Guardar um segredo de um checklist no chaveiro desta área de trabalho: pedido sem eco, ou lido da entrada padrão.</translation>
    </message>
    <message>
        <source>Take it out of the keyring.</source>
        <translation>Tirá-lo do chaveiro.</translation>
    </message>
    <message>
        <source>The secrets of a checklist, and which of them are kept.</source>
        <translation>Os segredos de um checklist, e quais deles estão guardados.</translation>
    </message>
    <message>
        <source>Show what a checklist would touch, and ask whether it may run.</source>
        <translation>Mostrar o que um checklist tocaria e perguntar se ele pode ser executado.</translation>
    </message>
    <message>
        <source>Trust it without asking.</source>
        <translation>Confiar nele sem perguntar.</translation>
    </message>
    <message>
        <source>Print the checklists that are trusted.</source>
        <translation>Mostrar os checklists que têm confiança.</translation>
    </message>
    <message>
        <source>Trust it no longer. Runs that began stay as they are.</source>
        <translation>Não confiar mais nele. Execuções que começaram ficam como estão.</translation>
    </message>
    <message>
        <source>What becomes of a gate that nobody decided on in time: fail (unless said), or skip: what needs it is left out with it.</source>
        <translation>O que acontece com uma aprovação que ninguém decidiu a tempo: fail (se nada for dito), ou skip: o que precisa dela fica de fora com ela.</translation>
    </message>
    <message>
        <source>Sets the images of a compose file to their next stable tags. What changes the major number or the base waits for a person.</source>
        <translation>Leva as imagens de um arquivo compose às suas próximas tags estáveis. O que muda o número major ou a base espera por uma pessoa.</translation>
    </message>
    <message>
        <source>The compose file, below &quot;in&quot;.</source>
        <translation>O arquivo compose, abaixo de &quot;in&quot;.</translation>
    </message>
    <message>
        <source>Services whose images are looked at; unless said, all.</source>
        <translation>Serviços cujas imagens são examinadas; se nada for dito, todos.</translation>
    </message>
    <message>
        <source>Look only at images with an address in a comment right above them.</source>
        <translation>Examinar somente imagens com um endereço em um comentário logo acima.</translation>
    </message>
    <message>
        <source>A file of tags, one a line, as TAG or IMAGE:TAG; then no registry is asked.</source>
        <translation>Um arquivo de tags, uma por linha, como TAG ou IMAGEM:TAG; então nenhum registro é consultado.</translation>
    </message>
    <message>
        <source>Tags by service that are decided already; the one that is there means to leave it.</source>
        <translation>Tags já decididas, por serviço; a que está lá significa deixá-la.</translation>
    </message>
    <message>
        <source>When a person decides: majors (unless said) where there is another major number or base, always where there is anything newer, never: those are left.</source>
        <translation>Quando uma pessoa decide: majors (se nada for dito) onde há outro número major ou outra base, always onde há algo mais novo, never: essas ficam.</translation>
    </message>
    <message>
        <source>How many images got another tag.</source>
        <translation>Quantas imagens receberam outra tag.</translation>
    </message>
    <message>
        <source>Their names with the new tags.</source>
        <translation>Os nomes delas com as novas tags.</translation>
    </message>
    <message>
        <source>The files, requirements all, become the list of the inventories: lines come and go.</source>
        <translation>Os arquivos, todos requirements, passam a ser a lista dos inventários: linhas entram e saem.</translation>
    </message>
    <message>
        <source>Where wheels lie whose --hash values to write.</source>
        <translation>Onde estão os wheels cujos valores --hash escrever.</translation>
    </message>
    <message>
        <source>Fails unless each package has one version in all these files and inventories, and shows what would settle those that have several.</source>
        <translation>Falha se algum pacote não tiver uma só versão em todos estes arquivos e inventários, e mostra o que resolveria os que têm várias.</translation>
    </message>
    <message>
        <source>The folders that the files are below.</source>
        <translation>As pastas abaixo das quais estão os arquivos.</translation>
    </message>
    <message>
        <source>Patterns of the files; else every Dockerfile, requirements and pyproject file.</source>
        <translation>Padrões dos arquivos; senão todo Dockerfile, requirements e pyproject.</translation>
    </message>
    <message>
        <source>Only report: succeed whatever is found.</source>
        <translation>Só relata: tem sucesso seja o que for encontrado.</translation>
    </message>
    <message>
        <source>How many packages have several versions.</source>
        <translation>Quantos pacotes têm várias versões.</translation>
    </message>
    <message>
        <source>Their names.</source>
        <translation>Os nomes deles.</translation>
    </message>
    <message>
        <source>What to leave as it is: packages, files, or places such as api/Dockerfile:7.</source>
        <translation>O que deixar como está: pacotes, arquivos ou lugares como api/Dockerfile:7.</translation>
    </message>
    <message>
        <source>A regular expression that matches once; its group is the version, such as ^version = &quot;(.+)&quot;$. Else the version of a pyproject.toml or the newest head of a changelog.</source>
        <translation>Uma expressão regular que casa uma vez; seu grupo é a versão, como ^version = &quot;(.+)&quot;$. Senão, a versão de um pyproject.toml ou o título mais novo de um changelog.</translation>
    </message>
    <message>
        <source>Check that each package has one version in files, folders, images and containers, and say what would settle each that has several.</source>
        <translation>Verifica se cada pacote tem uma só versão em arquivos, pastas, imagens e contêineres, e diz o que resolveria cada um que tem várias.</translation>
    </message>
    <message>
        <source>Only this package; repeatable.</source>
        <translation>Só este pacote; pode ser repetido.</translation>
    </message>
    <message>
        <source>Not this package; repeatable.</source>
        <translation>Este pacote não; pode ser repetido.</translation>
    </message>
    <message>
        <source>Show the edits that would settle the files.</source>
        <translation>Mostra as edições que resolveriam os arquivos.</translation>
    </message>
    <message>
        <source>Make these edits.</source>
        <translation>Faz essas edições.</translation>
    </message>
    <message>
        <source>List the images that a step asks about, or say which tags they get.</source>
        <translation>Listar as imagens sobre as quais uma etapa pergunta, ou dizer que tags recebem.</translation>
    </message>
    <message>
        <source>Say which tag may follow that of an image, and why no other one.</source>
        <translation>Dizer que tag pode suceder a de uma imagem, e por que nenhuma outra.</translation>
    </message>
    <message>
        <source>The tags there are, one a line; else the registry of the image is asked.</source>
        <translation>As tags que existem, uma por linha; senão, pergunta-se ao registro da imagem.</translation>
    </message>
    <message>
        <source>Set the images of a compose file to their next tags.</source>
        <translation>Levar as imagens de um arquivo compose às suas próximas tags.</translation>
    </message>
    <message>
        <source>These services alone.</source>
        <translation>Somente estes serviços.</translation>
    </message>
    <message>
        <source>Only images with an address in a comment right above them.</source>
        <translation>Somente imagens com um endereço em um comentário logo acima.</translation>
    </message>
    <message>
        <source>A tag that was decided on; the one that is there stays.</source>
        <translation>Uma tag já decidida; a que está lá fica.</translation>
    </message>
    <message>
        <source>Tags, one a line, as TAG or IMAGE:TAG; else the registries are asked.</source>
        <translation>Tags, uma por linha, como TAG ou IMAGEM:TAG; senão, pergunta-se aos registros.</translation>
    </message>
    <message>
        <source>Write the file; else only show.</source>
        <translation>Gravar o arquivo; senão, só mostrar.</translation>
    </message>
    <message>
        <source>dockerfile, requirements, pyproject or shell; else the name of the file tells.</source>
        <translation>dockerfile, requirements, pyproject ou shell; senão o nome do arquivo diz.</translation>
    </message>
    <message>
        <source>Only this package; may be given again.</source>
        <translation>Somente este pacote; pode ser repetido.</translation>
    </message>
    <message>
        <source>Leave this as it is: a package, a file, or FILE:LINE; may be given again.</source>
        <translation>Deixar como está: um pacote, um arquivo ou ARQUIVO:LINHA; pode ser repetido.</translation>
    </message>
    <message>
        <source>Open the window and compare what is installed in any number of sources; without any it asks which.</source>
        <translation>Abre a janela e compara o que está instalado em quantas fontes se queira; sem nenhuma, pergunta quais.</translation>
    </message>
    <message>
        <source>csv, json, markdown or html.</source>
        <translation>csv, json, markdown ou html.</translation>
    </message>
    <message>
        <source>image:NAME, container:NAME, venv:FOLDER, file:PATH, dir:FOLDER, tar:PATH or git:REPOSITORY@REVISION:PATH.</source>
        <translation>image:NOME, container:NOME, venv:PASTA, file:CAMINHO, dir:PASTA, tar:CAMINHO ou git:REPOSITÓRIO@REVISÃO:CAMINHO.</translation>
    </message>
    <message>
        <source>The file becomes the list of SOURCE: lines come and go.</source>
        <translation>O arquivo passa a ser a lista de SOURCE: linhas entram e saem.</translation>
    </message>
    <message>
        <source>Where wheels lie whose --hash values to write; may be given again.</source>
        <translation>Onde estão os wheels cujos valores --hash escrever; pode ser repetido.</translation>
    </message>
    <message>
        <source>Who decides, as the policy calls them; else whoever has your user name there.</source>
        <translation>Quem decide, como a política o chama; senão, quem tem ali o seu nome de usuário.</translation>
    </message>
    <message>
        <source>The SSH key to sign with; else one in the agent or in ~/.ssh.</source>
        <translation>A chave SSH com que assinar; senão, uma do agente ou de ~/.ssh.</translation>
    </message>
    <message>
        <source>Take back what you decided on a gate, before it takes effect.</source>
        <translation>Retirar o que você decidiu em uma aprovação, antes que tenha efeito.</translation>
    </message>
    <message>
        <source>html, md or json; md unless said.</source>
        <translation>html, md ou json; md se nada for dito.</translation>
    </message>
    <message>
        <source>intoto: a signed in-toto statement instead, to standard output.</source>
        <translation>intoto: em vez disso, uma declaração in-toto assinada, na saída padrão.</translation>
    </message>
    <message>
        <source>A folder, new or empty.</source>
        <translation>Uma pasta, nova ou vazia.</translation>
    </message>
    <message>
        <source>Who exports it, as the policy calls them.</source>
        <translation>Quem exporta, como a política o chama.</translation>
    </message>
    <message>
        <source>Check that nobody changed a run&apos;s journal or forged a decision, or that an exported bundle is as it was.</source>
        <translation>Verificar que ninguém alterou o diário de uma execução nem forjou uma decisão, ou que um pacote exportado está como era.</translation>
    </message>
    <message>
        <source>Write a run as one document: what happened, who decided, what proves it.</source>
        <translation>Escrever uma execução como um documento: o que aconteceu, quem decidiu, o que o prova.</translation>
    </message>
    <message>
        <source>Write a run with all its evidence and signatures to a folder that proves itself with Python and ssh-keygen alone.</source>
        <translation>Escrever uma execução com todas as evidências e assinaturas em uma pasta que se prova só com Python e ssh-keygen.</translation>
    </message>
</context>
<context>
    <name>Slipway::HistoryPane</name>
    <message>
        <source>It did not happen</source>
        <translation>Não aconteceu</translation>
    </message>
    <message>
        <source>Attempt %1 · %2</source>
        <translation>Tentativa %1 · %2</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>levou %1</translation>
    </message>
    <message>
        <source>went on while the window was closed</source>
        <translation>continuou com a janela fechada</translation>
    </message>
    <message>
        <source>found out by looking afterwards</source>
        <translation>verificado olhando depois</translation>
    </message>
    <message>
        <source>A note for those who read this run later</source>
        <translation>Uma nota para quem ler esta execução depois</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Adicionar a nota</translation>
    </message>
    <message>
        <source>Attempt %1 · Undid attempt %2</source>
        <translation>Tentativa %1 · Desfez a tentativa %2</translation>
    </message>
    <message>
        <source>Attempt %1 · Undo of attempt %2 · %3</source>
        <translation>Tentativa %1 · Desfazer a tentativa %2 · %3</translation>
    </message>
    <message>
        <source>undone by attempt %1</source>
        <translation>desfeita pela tentativa %1</translation>
    </message>
    <message>
        <source>counts no more: it was begun anew</source>
        <translation>não conta mais: foi recomeçada</translation>
    </message>
</context>
<context>
    <name>Slipway::HomePage</name>
    <message>
        <source>Open a checklist…</source>
        <translation>Abrir um checklist…</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Todas as execuções</translation>
    </message>
    <message>
        <source>the last %1 of %2</source>
        <translation>as últimas %1 de %2</translation>
    </message>
    <message>
        <source>Slipway</source>
        <translation>Slipway</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Esperando por você</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Ainda não há execuções</translation>
    </message>
    <message>
        <source>Start a checklist below: its run appears here, with how far it is.</source>
        <translation>Inicie um checklist abaixo: sua execução aparece aqui, com o andamento.</translation>
    </message>
    <message>
        <source>Compare packages</source>
        <translation>Comparar pacotes</translation>
    </message>
    <message>
        <source>What is installed in images, containers, environments and lists, side by side. It needs no run.</source>
        <translation>O que está instalado em imagens, contêineres, ambientes e listas, lado a lado. Não precisa de execução.</translation>
    </message>
</context>
<context>
    <name>Slipway::ImageChoiceRow</name>
    <message>
        <source>Its page</source>
        <translation>Página dela</translation>
    </message>
    <message>
        <source>%1, the next one</source>
        <translation>%1, a próxima</translation>
    </message>
    <message>
        <source>%1, with another major number or base</source>
        <translation>%1, com outro número major ou outra base</translation>
    </message>
    <message>
        <source>Leave it at %1</source>
        <translation>Deixar em %1</translation>
    </message>
    <message>
        <source>Another tag</source>
        <translation>Outra tag</translation>
    </message>
    <message numerus="yes">
        <source>Why none of the %n other(s)</source>
        <translation>
            <numerusform>Por que não a outra</numerusform>
            <numerusform>Por que nenhuma das %n outras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::ImagesPane</name>
    <message>
        <source>Reading the tags…</source>
        <translation>Lendo as tags…</translation>
    </message>
    <message>
        <source>The tags cannot be shown</source>
        <translation>As tags não podem ser mostradas</translation>
    </message>
    <message>
        <source>stays at %1</source>
        <translation>fica em %1</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) still to be decided</source>
        <translation>
            <numerusform>%n imagem ainda por decidir</numerusform>
            <numerusform>%n imagens ainda por decidir</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is decided; nothing of it is in the file yet.</source>
        <translation>Tudo está decidido; nada disso está no arquivo ainda.</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>A decidir</translation>
    </message>
    <message>
        <source>The other images</source>
        <translation>As outras imagens</translation>
    </message>
</context>
<context>
    <name>Slipway::InputRow</name>
    <message>
        <source>This is needed before the run can start.</source>
        <translation>Isto é necessário antes de a execução começar.</translation>
    </message>
    <message>
        <source>This does not have the form %1.</source>
        <translation>Isto não tem a forma %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Slipway::InputsPage</name>
    <message numerus="yes">
        <source>%n thing(s) to mend before the start</source>
        <translation>
            <numerusform>%n coisa a corrigir antes de iniciar</numerusform>
            <numerusform>%n coisas a corrigir antes de iniciar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s) still empty</source>
        <translation>
            <numerusform>%n entrada ainda vazia</numerusform>
            <numerusform>%n entradas ainda vazias</numerusform>
        </translation>
    </message>
    <message>
        <source>The run is being started…</source>
        <translation>A execução está sendo iniciada…</translation>
    </message>
    <message>
        <source>Nothing happens before you start it.</source>
        <translation>Nada acontece antes de você iniciar.</translation>
    </message>
    <message>
        <source>Start step by step</source>
        <translation>Iniciar passo a passo</translation>
    </message>
    <message>
        <source>Each step waits for you before it starts.</source>
        <translation>Cada etapa espera por você antes de começar.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Runs until a person is needed.</source>
        <translation>Executa até que uma pessoa seja necessária.</translation>
    </message>
    <message>
        <source>new run</source>
        <translation>nova execução</translation>
    </message>
    <message>
        <source>What this run works on</source>
        <translation>Com o que esta execução trabalha</translation>
    </message>
    <message>
        <source>This checklist asks for nothing: it can start as it is.</source>
        <translation>Este checklist não pergunta nada: pode começar como está.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Esta máquina</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>O que vai acontecer</translation>
    </message>
    <message>
        <source>Rehearsing: every step is planned and none is done…</source>
        <translation>Ensaiando: cada etapa é planejada e nenhuma é feita…</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Ensaiar</translation>
    </message>
    <message>
        <source>Shows the changes and the commands of every step, and does nothing.</source>
        <translation>Mostra as alterações e os comandos de cada etapa, e não faz nada.</translation>
    </message>
</context>
<context>
    <name>Slipway::LogPane</name>
    <message>
        <source>not found</source>
        <translation>não encontrado</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 de %2 linhas</translation>
    </message>
    <message>
        <source>%1 so far…</source>
        <translation>%1 até agora…</translation>
    </message>
    <message>
        <source>no warnings</source>
        <translation>nenhum aviso</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 aviso</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 avisos</translation>
    </message>
    <message>
        <source>no errors</source>
        <translation>nenhum erro</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 erro</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 erros</translation>
    </message>
    <message>
        <source>Find in output</source>
        <translation>Buscar na saída</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Quebrar</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Tempos</translation>
    </message>
    <message>
        <source>No output yet</source>
        <translation>Ainda sem saída</translation>
    </message>
    <message>
        <source>What the step&apos;s programs print appears here, line by line, while they run.</source>
        <translation>O que os programas da etapa escrevem aparece aqui, linha por linha, enquanto executam.</translation>
    </message>
</context>
<context>
    <name>Slipway::LogView</name>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>Slipway::MachineList</name>
    <message>
        <source>looking…</source>
        <translation>verificando…</translation>
    </message>
    <message>
        <source>This checklist needs no program of this machine.</source>
        <translation>Este checklist não precisa de nenhum programa desta máquina.</translation>
    </message>
</context>
<context>
    <name>Slipway::MainWindow</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Slipway %1: runs release checklists, shows what must be seen, keeps the proof. MIT licence.</source>
        <translation>Slipway %1: executa checklists de entrega, mostra o que deve ser visto, guarda a prova. Licença MIT.</translation>
    </message>
    <message>
        <source>Open a checklist</source>
        <translation>Abrir um checklist</translation>
    </message>
    <message>
        <source>Checklists (*.checklist.yaml);;All files (*)</source>
        <translation>Checklists (*.checklist.yaml);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Iniciar %1</translation>
    </message>
    <message>
        <source>checklist</source>
        <translation>checklist</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>execução %1</translation>
    </message>
    <message>
        <source>Show what needs attention</source>
        <translation>Mostrar o que pede atenção</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>esta execução</translation>
    </message>
    <message>
        <source>Cancel the run…</source>
        <translation>Cancelar a execução…</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Todas as execuções</translation>
    </message>
    <message>
        <source>Open a checklist…</source>
        <translation>Abrir um checklist…</translation>
    </message>
    <message>
        <source>language</source>
        <translation>idioma</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation>Cores como o sistema</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Cores claras</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Cores escuras</translation>
    </message>
    <message>
        <source>look</source>
        <translation>aparência</translation>
    </message>
    <message>
        <source>Undo what this run did…</source>
        <translation>Desfazer o que esta execução fez…</translation>
    </message>
    <message>
        <source>Continue with a changed checklist…</source>
        <translation>Continuar com um checklist alterado…</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Verificar o diário</translation>
    </message>
    <message>
        <source>Compare packages…</source>
        <translation>Comparar pacotes…</translation>
    </message>
</context>
<context>
    <name>Slipway::ManualPane</name>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Text to copy</source>
        <translation>Texto para copiar</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Onde</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>What you did or saw, for those who read this run later</source>
        <translation>O que você fez ou viu, para quem ler esta execução depois</translation>
    </message>
    <message>
        <source>What it gave</source>
        <translation>O que ela produziu</translation>
    </message>
    <message>
        <source>Later steps use this, and Slipway could not see that the step was done. Say what came of it, or do it as shown and mark it again.</source>
        <translation>Etapas seguintes usam isto, e o Slipway não conseguiu ver que a etapa foi feita. Diga o que resultou, ou faça como mostrado e marque de novo.</translation>
    </message>
</context>
<context>
    <name>Slipway::Mark</name>
    <message>
        <source>Done</source>
        <translation>Concluída</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Aguarda você</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Em dúvida</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>A fazer</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Pulada</translation>
    </message>
    <message>
        <source>Sign-off to come</source>
        <translation>Aprovação por vir</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Desfeita</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parada</translation>
    </message>
    <message>
        <source>Done, with a warning</source>
        <translation>Concluída, com um aviso</translation>
    </message>
</context>
<context>
    <name>Slipway::Message</name>
    <message>
        <source>a text handed to a program that is no shell: edit it by hand</source>
        <translation>um texto entregue a um programa que não é shell: edite-o à mão</translation>
    </message>
    <message>
        <source>line %1 gives no version and is not used: %2</source>
        <translation>a linha %1 não dá versão e não é usada: %2</translation>
    </message>
    <message>
        <source>%1 is listed twice: %2 is used, %3 is not</source>
        <translation>%1 está listado duas vezes: usa-se %2, não %3</translation>
    </message>
    <message>
        <source>%1 %2 is a local version, which no package index has</source>
        <translation>%1 %2 é uma versão local, que nenhum índice de pacotes tem</translation>
    </message>
    <message>
        <source>several conditions on the version: edit it by hand</source>
        <translation>várias condições sobre a versão: edite à mão</translation>
    </message>
    <message>
        <source>the version comes from a variable: edit it where it is set</source>
        <translation>a versão vem de uma variável: edite onde ela é definida</translation>
    </message>
    <message>
        <source>the version comes from the environment</source>
        <translation>a versão vem do ambiente</translation>
    </message>
    <message>
        <source>%1 is a limit, not one version: edit it by hand</source>
        <translation>%1 é um limite, não uma versão: edite à mão</translation>
    </message>
    <message>
        <source>%1 stands for many versions: edit it by hand</source>
        <translation>%1 vale por muitas versões: edite à mão</translation>
    </message>
    <message>
        <source>%1 holds no version of PEP 440</source>
        <translation>%1 não tem uma versão da PEP 440</translation>
    </message>
    <message>
        <source>%1 is a local version, which no package index has</source>
        <translation>%1 é uma versão local, que nenhum índice de pacotes tem</translation>
    </message>
    <message>
        <source>the version is split over lines or quotes, or escaped: edit it by hand</source>
        <translation>a versão está dividida em linhas ou aspas, ou escapada: edite à mão</translation>
    </message>
    <message>
        <source>the shell reads the bare &lt; or &gt; behind it as a redirection, so no version is asked for: put it in quotes</source>
        <translation>o shell lê o &lt; ou &gt; solto depois dele como redirecionamento, por isso nenhuma versão é pedida: ponha entre aspas</translation>
    </message>
    <message>
        <source>it has --hash values, which belong to this version alone</source>
        <translation>tem valores --hash, que pertencem só a esta versão</translation>
    </message>
    <message>
        <source>a file or an address: there is no version to change</source>
        <translation>um arquivo ou endereço: não há versão a mudar</translation>
    </message>
    <message>
        <source>what is installed comes from a variable: edit it by hand</source>
        <translation>o que se instala vem de uma variável: edite à mão</translation>
    </message>
    <message>
        <source>it cannot be read as a requirement such as name==1.2</source>
        <translation>não pode ser lido como um requisito como nome==1.2</translation>
    </message>
    <message>
        <source>it comes from an address: there is no version to change</source>
        <translation>vem de um endereço: não há versão a mudar</translation>
    </message>
    <message>
        <source>the file asks for different versions of it under different conditions: edit it by hand</source>
        <translation>o arquivo pede versões diferentes dele sob condições diferentes: edite à mão</translation>
    </message>
    <message>
        <source>%1 has the local version %2, which no package index has</source>
        <translation>%1 tem a versão local %2, que nenhum índice de pacotes tem</translation>
    </message>
    <message>
        <source>%1 has version %2, which is none of PEP 440</source>
        <translation>%1 tem a versão %2, que não é da PEP 440</translation>
    </message>
    <message>
        <source>it had %1, which the shell would misread without quotes: put the name in quotes</source>
        <translation>tinha %1, que o shell leria errado sem aspas: ponha o nome entre aspas</translation>
    </message>
    <message>
        <source>it was pinned before and the file does not name it now</source>
        <translation>estava fixado antes e o arquivo não o cita agora</translation>
    </message>
    <message>
        <source>the dependencies are dynamic: the build tool takes them from elsewhere</source>
        <translation>as dependências são dinâmicas: a ferramenta de construção as tira de outro lugar</translation>
    </message>
    <message>
        <source>Not needed this time: %1 does not hold.</source>
        <translation>Não é necessária desta vez: %1 não vale.</translation>
    </message>
    <message>
        <source>Nothing to do: its list is empty.</source>
        <translation>Nada a fazer: sua lista está vazia.</translation>
    </message>
    <message>
        <source>What watched over its programs is gone, and some of them still run. Wait until they end or end them, then look again.</source>
        <translation>O que vigiava seus programas não existe mais, e alguns deles ainda executam. Espere até que terminem ou encerre-os e olhe de novo.</translation>
    </message>
    <message>
        <source>What it left could not be read: %1</source>
        <translation>O que ele deixou não pôde ser lido: %1</translation>
    </message>
    <message>
        <source>%1 skipped it: %2</source>
        <translation>%1 pulou: %2</translation>
    </message>
    <message>
        <source>%1 · run %2</source>
        <translation>%1 · execução %2</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Alterações</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pacotes</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fatos</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>%1 gave the go-ahead</source>
        <translation>%1 autorizou</translation>
    </message>
    <message>
        <source>%1 did it</source>
        <translation>%1 fez</translation>
    </message>
    <message>
        <source>%1 skipped it</source>
        <translation>%1 pulou</translation>
    </message>
    <message>
        <source>%1 asked for another try</source>
        <translation>%1 pediu outra tentativa</translation>
    </message>
    <message>
        <source>%1 stopped it</source>
        <translation>%1 parou</translation>
    </message>
    <message>
        <source>%1 approved</source>
        <translation>%1 aprovou</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 rejeitou</translation>
    </message>
    <message>
        <source>%1 said that it had happened</source>
        <translation>%1 disse que tinha acontecido</translation>
    </message>
    <message>
        <source>%1 said that it had not happened</source>
        <translation>%1 disse que não tinha acontecido</translation>
    </message>
    <message>
        <source>%1 settled it as failed</source>
        <translation>%1 definiu como falha</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Meant</source>
        <translation>Pretendido</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>Every file is as the step would leave it.</source>
        <translation>Cada arquivo está como a etapa o deixaria.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else: it is neither as before nor as meant.</source>
        <translation>%1 foi alterado por outra pessoa: não está nem como antes nem como se queria.</translation>
    </message>
    <message>
        <source>%1 is still as it was before.</source>
        <translation>%1 ainda está como antes.</translation>
    </message>
    <message>
        <source>Copies %1 to %2.</source>
        <translation>Copia %1 para %2.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Deixado de fora</translation>
    </message>
    <message>
        <source>The copy is there, complete.</source>
        <translation>A cópia está lá, completa.</translation>
    </message>
    <message>
        <source>Nothing was copied yet.</source>
        <translation>Nada foi copiado ainda.</translation>
    </message>
    <message>
        <source>%1 is there, but it is not the copy that was meant.</source>
        <translation>%1 está lá, mas não é a cópia que se queria.</translation>
    </message>
    <message>
        <source>%1 is not there: nothing is to be removed.</source>
        <translation>%1 não existe: nada a remover.</translation>
    </message>
    <message>
        <source>Removes %1.</source>
        <translation>Remove %1.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Caminho</translation>
    </message>
    <message>
        <source>Removed by</source>
        <translation>Removido por</translation>
    </message>
    <message>
        <source>%1 is still there.</source>
        <translation>%1 ainda está lá.</translation>
    </message>
    <message>
        <source>%1 is gone.</source>
        <translation>%1 não existe mais.</translation>
    </message>
    <message>
        <source>%1 reads as wanted already.</source>
        <translation>%1 já está como se quer.</translation>
    </message>
    <message>
        <source>Replaces %1 places in %2.</source>
        <translation>Substitui %1 lugares em %2.</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Substituído</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Sets %1 to %2 in %3.</source>
        <translation>Define %1 como %2 em %3.</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>Left as it is. `slipway resume` goes on from here.</source>
        <translation>Deixada como está. `slipway resume` continua daqui.</translation>
    </message>
    <message>
        <source>Cancelling. Ctrl-C again leaves it as it is.</source>
        <translation>Cancelando. Ctrl-C de novo a deixa como está.</translation>
    </message>
    <message>
        <source>Waits for a go-ahead: %1. slipway confirm %2 %3</source>
        <translation>Espera autorização: %1. slipway confirm %2 %3</translation>
    </message>
    <message>
        <source>To be done by hand: %1. slipway tick %2 %3</source>
        <translation>A fazer à mão: %1. slipway tick %2 %3</translation>
    </message>
    <message>
        <source>To be decided: %1. slipway approve %2 %3 --tick all</source>
        <translation>A decidir: %1. slipway approve %2 %3 --tick all</translation>
    </message>
    <message>
        <source>In doubt: %1. %4 slipway settle %2 %3 done|not-done|failed</source>
        <translation>Em dúvida: %1. %4 slipway settle %2 %3 done|not-done|failed</translation>
    </message>
    <message>
        <source>No run yet. `slipway run CHECKLIST` starts one.</source>
        <translation>Ainda não há execução. `slipway run CHECKLIST` inicia uma.</translation>
    </message>
    <message>
        <source>The sample&apos;s library cannot be built on this machine yet: install the packages python3-venv, python3-pip-whl, python3-setuptools-whl and python3-wheel-whl, then lay the sample down again.</source>
        <translation>A biblioteca do exemplo ainda não pode ser construída nesta máquina: instale os pacotes python3-venv, python3-pip-whl, python3-setuptools-whl e python3-wheel-whl e monte o exemplo de novo.</translation>
    </message>
    <message>
        <source>No Docker engine answers: a run on the sample will stop at its first Docker step. Start the engine, then run %1.</source>
        <translation>Nenhum motor Docker responde: uma execução do exemplo vai parar na primeira etapa do Docker. Inicie o motor e depois execute %1.</translation>
    </message>
    <message>
        <source>Approvals needed: %1.</source>
        <translation>Aprovações necessárias: %1.</translation>
    </message>
    <message>
        <source>Approvals needed from %2: %1.</source>
        <translation>Aprovações necessárias de %2: %1.</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>The journal alone says who approved a gate.</source>
        <translation>Só o diário diz quem aprovou.</translation>
    </message>
    <message>
        <source>What is checked holds.</source>
        <translation>O que se verifica vale.</translation>
    </message>
    <message>
        <source>What is checked does not hold: %1</source>
        <translation>O que se verifica não vale: %1</translation>
    </message>
    <message>
        <source>Checking changes nothing, so it can be done again.</source>
        <translation>Verificar não muda nada, por isso pode ser feito de novo.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Executa</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Em</translation>
    </message>
    <message>
        <source>With the variables</source>
        <translation>Com as variáveis</translation>
    </message>
    <message>
        <source>Asked «%1», it replies</source>
        <translation>Perguntado «%1», responde</translation>
    </message>
    <message>
        <source>Must print</source>
        <translation>Deve imprimir</translation>
    </message>
    <message>
        <source>Must not print</source>
        <translation>Não deve imprimir</translation>
    </message>
    <message>
        <source>Statuses of success</source>
        <translation>Estados de sucesso</translation>
    </message>
    <message>
        <source>Interrupted after, in seconds</source>
        <translation>Interrompido após, em segundos</translation>
    </message>
    <message>
        <source>Interrupted when it prints</source>
        <translation>Interrompido quando imprime</translation>
    </message>
    <message>
        <source>Nobody knows whether it ran to its end, but the step says that it may be repeated.</source>
        <translation>Ninguém sabe se executou até o fim, mas a etapa diz que pode ser repetida.</translation>
    </message>
    <message>
        <source>Nothing can tell whether the program did its work. Look at its log and at what it works on, then say how it ended.</source>
        <translation>Nada pode dizer se o programa fez seu trabalho. Olhe sua saída e aquilo em que ele trabalha, e diga como terminou.</translation>
    </message>
    <message>
        <source>Runs %1.</source>
        <translation>Executa %1.</translation>
    </message>
    <message>
        <source>The probe could not be asked: %1</source>
        <translation>Não foi possível perguntar à verificação: %1</translation>
    </message>
    <message>
        <source>The step&apos;s probe says it is done.</source>
        <translation>A verificação da etapa diz que está feita.</translation>
    </message>
    <message>
        <source>The step&apos;s probe says it is not done.</source>
        <translation>A verificação da etapa diz que não está feita.</translation>
    </message>
    <message>
        <source>The step&apos;s probe cannot tell: it ended with status %1.</source>
        <translation>A verificação da etapa não sabe dizer: terminou com o estado %1.</translation>
    </message>
    <message>
        <source>The probe says</source>
        <translation>A verificação diz</translation>
    </message>
    <message>
        <source>Brings the project %1 up.</source>
        <translation>Sobe o projeto %1.</translation>
    </message>
    <message>
        <source>Removes the containers of the project %1.</source>
        <translation>Remove os contêineres do projeto %1.</translation>
    </message>
    <message>
        <source>Starts services of the project %1.</source>
        <translation>Inicia serviços do projeto %1.</translation>
    </message>
    <message>
        <source>Stops services of the project %1.</source>
        <translation>Para serviços do projeto %1.</translation>
    </message>
    <message>
        <source>Restarts services of the project %1.</source>
        <translation>Reinicia serviços do projeto %1.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Serviços</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Compose</translation>
    </message>
    <message>
        <source>The containers are as the step would leave them.</source>
        <translation>Os contêineres estão como a etapa os deixaria.</translation>
    </message>
    <message>
        <source>The containers are not as the step would leave them.</source>
        <translation>Os contêineres não estão como a etapa os deixaria.</translation>
    </message>
    <message>
        <source>Waits for %1.</source>
        <translation>Espera por %1.</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Espera por</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>No máximo</translation>
    </message>
    <message>
        <source>Waiting changes nothing, so it can be done again.</source>
        <translation>Esperar não muda nada, por isso pode ser feito de novo.</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Contêiner</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>State before, and after</source>
        <translation>Estado antes e depois</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Virtual environment</source>
        <translation>Ambiente virtual</translation>
    </message>
    <message>
        <source>Starts the branch %1 from %2, at %3.</source>
        <translation>Inicia o ramo %1 a partir de %2, em %3.</translation>
    </message>
    <message>
        <source>Goes on with the branch %1, at %2.</source>
        <translation>Continua com o ramo %1, em %2.</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repositório</translation>
    </message>
    <message>
        <source>Checked out now</source>
        <translation>Em uso agora</translation>
    </message>
    <message>
        <source>Starts from</source>
        <translation>Começa em</translation>
    </message>
    <message>
        <source>The branch here is at</source>
        <translation>O ramo aqui está em</translation>
    </message>
    <message>
        <source>The branch at %1 is at</source>
        <translation>O ramo em %1 está em</translation>
    </message>
    <message>
        <source>The branch %1 is checked out, at %2.</source>
        <translation>O ramo %1 está em uso, em %2.</translation>
    </message>
    <message>
        <source>The branches are as they were before.</source>
        <translation>Os ramos estão como antes.</translation>
    </message>
    <message>
        <source>The branch %1 is neither as before nor as meant.</source>
        <translation>O ramo %1 não está nem como antes nem como se queria.</translation>
    </message>
    <message>
        <source>The clone %1 is there already; nothing is done.</source>
        <translation>O clone %1 já está lá; nada é feito.</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Ramo</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Clones %1 to %2.</source>
        <translation>Clona %1 em %2.</translation>
    </message>
    <message>
        <source>Forked from</source>
        <translation>Fork de</translation>
    </message>
    <message>
        <source>There is no clone at %1.</source>
        <translation>Não há clone em %1.</translation>
    </message>
    <message>
        <source>%1 is there, but it is no clone of %2.</source>
        <translation>%1 está lá, mas não é um clone de %2.</translation>
    </message>
    <message>
        <source>%1 is a clone of %2.</source>
        <translation>%1 é um clone de %2.</translation>
    </message>
    <message>
        <source>Files that differ</source>
        <translation>Arquivos que diferem</translation>
    </message>
    <message>
        <source>The branch has moved, but not by the commit that was meant.</source>
        <translation>O ramo andou, mas não pelo commit que se queria.</translation>
    </message>
    <message>
        <source>Left as they are</source>
        <translation>Deixados como estão</translation>
    </message>
    <message>
        <source>There is nothing to commit in %1.</source>
        <translation>Não há do que fazer commit em %1.</translation>
    </message>
    <message>
        <source>Commits %1 to the branch %2.</source>
        <translation>Faz commit de %1 no ramo %2.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>There was nothing to commit.</source>
        <translation>Não havia do que fazer commit.</translation>
    </message>
    <message>
        <source>No commit was made since then.</source>
        <translation>Nenhum commit foi feito desde então.</translation>
    </message>
    <message>
        <source>The commit %1 was made.</source>
        <translation>O commit %1 foi feito.</translation>
    </message>
    <message>
        <source>It could not be looked at: %1</source>
        <translation>Não foi possível olhar: %1</translation>
    </message>
    <message>
        <source>There now</source>
        <translation>Há agora</translation>
    </message>
    <message>
        <source>There after</source>
        <translation>Haverá depois</translation>
    </message>
    <message>
        <source>New commits</source>
        <translation>Commits novos</translation>
    </message>
    <message>
        <source>Commits replaced</source>
        <translation>Commits substituídos</translation>
    </message>
    <message>
        <source>It was pushed, and %1 was built on it since.</source>
        <translation>Foi enviado, e %1 foi construído sobre ele desde então.</translation>
    </message>
    <message>
        <source>%1 at %2 is neither as before nor as meant.</source>
        <translation>%1 em %2 não está nem como antes nem como se queria.</translation>
    </message>
    <message>
        <source>%1 has the branch %2 at %3 already; nothing is pushed.</source>
        <translation>%1 já tem o ramo %2 em %3; nada é enviado.</translation>
    </message>
    <message>
        <source>Pushes the branch %1 at %2 to %3.</source>
        <translation>Envia o ramo %1 em %2 para %3.</translation>
    </message>
    <message>
        <source>The remote has the commit %1.</source>
        <translation>O remoto tem o commit %1.</translation>
    </message>
    <message>
        <source>The remote is as it was before.</source>
        <translation>O remoto está como antes.</translation>
    </message>
    <message>
        <source>A person does this and then ticks it.</source>
        <translation>Uma pessoa faz isto e depois marca.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Only the person who does this step knows whether it was done.</source>
        <translation>Só a pessoa que faz esta etapa sabe se foi feita.</translation>
    </message>
    <message>
        <source>Lists the packages of %1.</source>
        <translation>Lista os pacotes de %1.</translation>
    </message>
    <message>
        <source>Listing changes nothing, so it can be done again.</source>
        <translation>Listar não muda nada, por isso pode ser feito de novo.</translation>
    </message>
    <message>
        <source>Compares the pins with %3: %1 versions differ.</source>
        <translation>Compara as versões fixas com %3: %1 versões diferem.</translation>
    </message>
    <message>
        <source>Writes %1 versions into %2 files, from %3.</source>
        <translation>Escreve %1 versões em %2 arquivos, a partir de %3.</translation>
    </message>
    <message>
        <source>Not in the inventory</source>
        <translation>Fora do inventário</translation>
    </message>
    <message>
        <source>Comparing changes nothing, so it can be done again.</source>
        <translation>Comparar não muda nada, por isso pode ser feito de novo.</translation>
    </message>
    <message>
        <source>Takes %1 versions out of %2 files.</source>
        <translation>Retira %1 versões de %2 arquivos.</translation>
    </message>
    <message>
        <source>%1 noted</source>
        <translation>%1 anotou</translation>
    </message>
    <message>
        <source>Without git nothing can be branched, committed or pushed. Install it.</source>
        <translation>Sem o git nada pode ter ramo, commit ou envio. Instale-o.</translation>
    </message>
    <message>
        <source>Without Python libraries cannot be built. Install python3 and python3-venv.</source>
        <translation>Sem o Python, bibliotecas não podem ser construídas. Instale python3 e python3-venv.</translation>
    </message>
    <message>
        <source>without one exact version, and left out: %1</source>
        <translation>sem uma versão exata, e deixados de fora: %1</translation>
    </message>
    <message>
        <source>%1 is an editable install of %2 and tells no version</source>
        <translation>%1 é uma instalação editável de %2 e não informa a versão</translation>
    </message>
    <message>
        <source>%1 is there twice: %2 is used, %3 is not</source>
        <translation>%1 está lá duas vezes: vale %2, e %3 não</translation>
    </message>
    <message>
        <source>It is decided again: a decision is about one checklist.</source>
        <translation>É decidido de novo: uma decisão vale para uma só lista.</translation>
    </message>
    <message>
        <source>It is new.</source>
        <translation>É novo.</translation>
    </message>
    <message>
        <source>It was changed.</source>
        <translation>Foi alterado.</translation>
    </message>
    <message>
        <source>It needs %1, which is done again.</source>
        <translation>Precisa de %1, que é feito de novo.</translation>
    </message>
    <message>
        <source>It was not done.</source>
        <translation>Não foi feito.</translation>
    </message>
    <message>
        <source>The input %1 is another one.</source>
        <translation>A entrada %1 é outra.</translation>
    </message>
    <message>
        <source>It looks at %1, which is done again.</source>
        <translation>Consulta %1, que é feito de novo.</translation>
    </message>
    <message>
        <source>It uses the id of the run, a new one.</source>
        <translation>Usa o identificador da execução, que é novo.</translation>
    </message>
    <message>
        <source>Whether it is needed (%1) is known once %2 is; it is taken as needed here.</source>
        <translation>Só se sabe se é necessária (%1) quando %2 for conhecido; aqui é tomada como necessária.</translation>
    </message>
    <message>
        <source>How often it runs is known once %1 is; it is shown once here.</source>
        <translation>Só se sabe quantas vezes roda quando %1 for conhecido; aqui aparece uma vez.</translation>
    </message>
    <message>
        <source>As things are now it would fail; what %1 does may change that.</source>
        <translation>Do jeito que as coisas estão, falharia; o que %1 faz pode mudar isso.</translation>
    </message>
    <message>
        <source>By %1, as its checklist says.</source>
        <translation>Por %1, como diz o checklist.</translation>
    </message>
    <message>
        <source>The run would not come here: it needs %1.</source>
        <translation>A execução não chegaria aqui: precisa de %1.</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>Ainda em execução</translation>
    </message>
    <message>
        <source>It was begun on %1, and only that machine can tell what became of it. Resume the run there, or find out and say so here.</source>
        <translation>Foi iniciado em %1, e só essa máquina pode dizer o que aconteceu. Retome a execução lá, ou descubra e informe aqui.</translation>
    </message>
    <message>
        <source>This machine was restarted while it was at work</source>
        <translation>Esta máquina foi reiniciada enquanto ele trabalhava</translation>
    </message>
    <message>
        <source>This kind of step says nothing of how it could be undone.</source>
        <translation>Este tipo de etapa não diz como poderia ser desfeito.</translation>
    </message>
    <message>
        <source>A person did it by hand, and only a person can undo it.</source>
        <translation>Uma pessoa fez isto à mão, e só uma pessoa pode desfazer.</translation>
    </message>
    <message>
        <source>%1 went again from here</source>
        <translation>%1 recomeçou daqui</translation>
    </message>
    <message>
        <source>Goes back from the branch %1 to %2, as it was before.</source>
        <translation>Volta do ramo %1 para %2, como estava antes.</translation>
    </message>
    <message>
        <source>The clone is removed, unless there is something in it by then that its remotes do not have.</source>
        <translation>O clone é removido, a menos que até lá haja nele algo que os remotos não têm.</translation>
    </message>
    <message>
        <source>Removes the clone %1.</source>
        <translation>Remove o clone %1.</translation>
    </message>
    <message>
        <source>The clone %1 is still there.</source>
        <translation>O clone %1 ainda está lá.</translation>
    </message>
    <message>
        <source>%1 is there, but it is not the clone that the step made.</source>
        <translation>%1 existe, mas não é o clone que a etapa fez.</translation>
    </message>
    <message>
        <source>Nobody but its author knows what takes a program&apos;s work back. Say it with &quot;undo&quot; at the step.</source>
        <translation>Só o autor de um programa sabe como reverter o que ele faz. Diga-o com &quot;undo&quot; na etapa.</translation>
    </message>
    <message>
        <source>Puts the index of %1 back as it was.</source>
        <translation>Devolve o índice de %1 ao que era.</translation>
    </message>
    <message>
        <source>Takes the commit %1 back; its changes stay in the files.</source>
        <translation>Desfaz o commit %1; as alterações continuam nos arquivos.</translation>
    </message>
    <message>
        <source>Back to</source>
        <translation>De volta a</translation>
    </message>
    <message>
        <source>The branch goes back to the commit before and the changes are uncommitted again, unless somebody commits on top in between.</source>
        <translation>O ramo volta ao commit anterior e as alterações ficam de novo sem commit, a menos que alguém faça outro commit por cima nesse meio-tempo.</translation>
    </message>
    <message>
        <source>The commit was taken back.</source>
        <translation>O commit foi desfeito.</translation>
    </message>
    <message>
        <source>The commit is still on the branch.</source>
        <translation>O commit ainda está no ramo.</translation>
    </message>
    <message>
        <source>The branch is neither as before nor as meant.</source>
        <translation>O ramo não está nem como antes nem como se pretendia.</translation>
    </message>
    <message>
        <source>Somebody else brought up the container %1: it is not what the step would make.</source>
        <translation>Outra pessoa subiu o contêiner %1: não é o que a etapa criaria.</translation>
    </message>
    <message>
        <source>Containers that are removed are not brought back; the project can be brought up again.</source>
        <translation>Contêineres removidos não voltam; o projeto pode ser subido de novo.</translation>
    </message>
    <message>
        <source>Containers that were running run again, and those that were not are stopped.</source>
        <translation>Os contêineres que estavam rodando voltam a rodar, e os que não estavam são parados.</translation>
    </message>
    <message>
        <source>Containers that are there already may be replaced, and the old ones cannot be brought back.</source>
        <translation>Contêineres que já existem podem ser substituídos, e os antigos não podem voltar.</translation>
    </message>
    <message>
        <source>The containers of these services that it makes are removed again; services that they need, and volumes, stay.</source>
        <translation>Os contêineres destes serviços que ela cria são removidos de novo; os serviços de que eles precisam e os volumes ficam.</translation>
    </message>
    <message>
        <source>The containers and networks that it makes are removed again; volumes with their data stay.</source>
        <translation>Os contêineres e redes que ela cria são removidos de novo; os volumes ficam, com seus dados.</translation>
    </message>
    <message>
        <source>Puts the containers of the project %1 back as they were before the step.</source>
        <translation>Devolve os contêineres do projeto %1 ao que eram antes da etapa.</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Contêineres</translation>
    </message>
    <message>
        <source>The containers are as they were before the step.</source>
        <translation>Os contêineres estão como antes da etapa.</translation>
    </message>
    <message>
        <source>A container that should run again is gone.</source>
        <translation>Um contêiner que deveria voltar a rodar não existe mais.</translation>
    </message>
    <message>
        <source>The containers are not as the undo would leave them.</source>
        <translation>Os contêineres não estão como a reversão os deixaria.</translation>
    </message>
    <message>
        <source>The copy is removed again, unless something in it changes in between.</source>
        <translation>A cópia é removida, a menos que algo nela mude nesse meio-tempo.</translation>
    </message>
    <message>
        <source>The file that is replaced is larger than %1, so it is not kept and cannot be put back.</source>
        <translation>O arquivo substituído é maior que %1; por isso não é guardado e não pode voltar.</translation>
    </message>
    <message>
        <source>The file that is replaced is kept and put back, unless the copy changes in between.</source>
        <translation>O arquivo substituído é guardado e volta ao lugar, a menos que a cópia mude nesse meio-tempo.</translation>
    </message>
    <message>
        <source>Removes the copy %1 again.</source>
        <translation>Remove a cópia %1.</translation>
    </message>
    <message>
        <source>Puts %1 back as it was before the copy.</source>
        <translation>Devolve %1 ao que era antes da cópia.</translation>
    </message>
    <message>
        <source>%1 is as it was before the step.</source>
        <translation>%1 está como antes da etapa.</translation>
    </message>
    <message>
        <source>The copy is still there.</source>
        <translation>A cópia ainda está lá.</translation>
    </message>
    <message>
        <source>Each file gets back the bytes it had, unless somebody changes it in between.</source>
        <translation>Cada arquivo recebe de volta os bytes que tinha, a menos que alguém o mude nesse meio-tempo.</translation>
    </message>
    <message>
        <source>Gives %1 files the bytes back that they had.</source>
        <translation>Devolve a %1 arquivos os bytes que tinham.</translation>
    </message>
    <message>
        <source>It belongs to another user, so it is not kept and cannot be put back.</source>
        <translation>Pertence a outro usuário; por isso não é guardado e não pode voltar.</translation>
    </message>
    <message>
        <source>It is more than %1 or %2 files, so it is not kept and cannot be put back.</source>
        <translation>Passa de %1 ou de %2 arquivos; por isso não é guardado e não pode voltar.</translation>
    </message>
    <message>
        <source>It cannot be kept, and so not be put back: %1</source>
        <translation>Não pode ser guardado e, portanto, não pode voltar: %1</translation>
    </message>
    <message>
        <source>It is kept (%1) and put back, unless something else has its name by then.</source>
        <translation>É guardado (%1) e volta ao lugar, a menos que até lá outra coisa tenha o seu nome.</translation>
    </message>
    <message>
        <source>%1 was not put back yet.</source>
        <translation>%1 ainda não voltou ao lugar.</translation>
    </message>
    <message>
        <source>%1 is there, but it is not what was removed.</source>
        <translation>%1 existe, mas não é o que foi removido.</translation>
    </message>
    <message>
        <source>%1 is there, but not as it was when it was to be removed.</source>
        <translation>%1 existe, mas não como estava quando ia ser removido.</translation>
    </message>
    <message>
        <source>Puts %1 back, as it was kept.</source>
        <translation>Devolve %1 ao lugar, como foi guardado.</translation>
    </message>
    <message>
        <source>Not asked; as it was fetched last</source>
        <translation>Não perguntado; como foi buscado pela última vez</translation>
    </message>
    <message>
        <source>Nothing is checked out before this step, so there is nothing to go back to.</source>
        <translation>Não há nada em checkout antes desta etapa; portanto não há para onde voltar.</translation>
    </message>
    <message>
        <source>%1 is checked out again and the branch %2 deleted, unless it has commits by then. What was fetched stays.</source>
        <translation>Faz checkout de %1 de novo e apaga o ramo %2, a menos que até lá ele tenha commits. O que veio com o fetch fica.</translation>
    </message>
    <message>
        <source>%1 is checked out again, and the branch %2 is at %3 as before. What was fetched stays.</source>
        <translation>Faz checkout de %1 de novo, e o ramo %2 fica em %3, como antes. O que veio com o fetch fica.</translation>
    </message>
    <message>
        <source>The branches are as they were before the step.</source>
        <translation>Os ramos estão como antes da etapa.</translation>
    </message>
    <message>
        <source>The branch is deleted at %1 again, unless somebody pushes to it in between. What the push sets off, such as a build, stays.</source>
        <translation>O ramo é apagado de novo em %1, a menos que alguém faça push nele nesse meio-tempo. O que o push dispara, como um build, fica.</translation>
    </message>
    <message>
        <source>%1 has the commit %2, which is not here, so the branch could not be put back to it. Fetch it first.</source>
        <translation>%1 tem o commit %2, que não está aqui; por isso a branch não poderia voltar a ele. Faça fetch antes.</translation>
    </message>
    <message>
        <source>The branch at %1 is put back to %2, unless somebody pushes to it in between. What the push sets off, such as a build, stays.</source>
        <translation>A branch em %1 volta a %2, a menos que alguém faça push nela nesse meio-tempo. O que o push dispara, como um build, fica.</translation>
    </message>
    <message>
        <source>The remote has no such branch.</source>
        <translation>O remoto não tem essa branch.</translation>
    </message>
    <message>
        <source>Deletes the branch %1 at %2 again.</source>
        <translation>Apaga de novo a branch %1 em %2.</translation>
    </message>
    <message>
        <source>Puts the branch %1 at %2 back to %3.</source>
        <translation>Devolve a branch %1 em %2 a %3.</translation>
    </message>
    <message>
        <source>What a person did by hand, a person takes back; Slipway does not.</source>
        <translation>O que uma pessoa fez à mão, uma pessoa desfaz; o Slipway não.</translation>
    </message>
    <message>
        <source>An undo is not undone itself; the step can be done again.</source>
        <translation>Uma reversão não é desfeita; a etapa pode ser feita de novo.</translation>
    </message>
    <message>
        <source>Not undone: %1. slipway retry %2 %3, or slipway skip %2 %3 --reason TEXT to leave it; then slipway resume %2</source>
        <translation>Não desfeito: %1. slipway retry %2 %3, ou slipway skip %2 %3 --reason TEXT para deixar como está; depois slipway resume %2</translation>
    </message>
    <message>
        <source>A new run takes over %1 of %2 steps from the run %3:</source>
        <translation>Uma nova execução aproveita %1 de %2 etapas da execução %3:</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>trazido</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>feito de novo</translation>
    </message>
    <message>
        <source>The old run is closed by this. Go on? Type yes:</source>
        <translation>Isto encerra a execução antiga. Prosseguir? Digite yes:</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Não há nada a desfazer.</translation>
    </message>
    <message>
        <source>What is marked ✗ cannot be undone; --leave-impossible leaves it in place.</source>
        <translation>O que está marcado com ✗ não pode ser desfeito; --leave-impossible deixa como está.</translation>
    </message>
    <message>
        <source>Another process drives this run, and undoes it now.</source>
        <translation>Outro processo conduz esta execução e a desfaz agora.</translation>
    </message>
    <message>
        <source>And more of that kind.</source>
        <translation>E mais do mesmo tipo.</translation>
    </message>
    <message>
        <source>This machine has no note of the run&apos;s last event: whether its end is missing can only be told with --head.</source>
        <translation>Esta máquina não tem registro do último evento da execução: só com --head se pode dizer se falta o fim.</translation>
    </message>
    <message>
        <source>Run %1 is whole: %2 events, %3 objects.</source>
        <translation>A execução %1 está íntegra: %2 eventos, %3 objetos.</translation>
    </message>
    <message>
        <source>Head: %1</source>
        <translation>Último evento: %1</translation>
    </message>
    <message>
        <source>It left nothing that has to be undone.</source>
        <translation>Não deixou nada que precise ser desfeito.</translation>
    </message>
    <message>
        <source>It was done in the run %1, which is closed; what it was like before is known there, and an undo does not reach it.</source>
        <translation>Foi feito na execução %1, que está encerrada; o que havia antes é sabido lá, e desfazer aqui não a alcança.</translation>
    </message>
    <message>
        <source>Taken over from the run %1.</source>
        <translation>Aproveitada da execução %1.</translation>
    </message>
    <message>
        <source>It was rejected.</source>
        <translation>Foi rejeitado.</translation>
    </message>
    <message>
        <source>Nobody decided in time.</source>
        <translation>Ninguém decidiu a tempo.</translation>
    </message>
    <message>
        <source>Looks for the entry of %1 in %2.</source>
        <translation>Procura a entrada de %1 em %2.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versão</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Tags %2 as %1 and pushes the tag to %3.</source>
        <translation>Marca %2 com a tag %1 e envia a tag para %3.</translation>
    </message>
    <message>
        <source>Fetches the tag %1, which %3 has at %2 already.</source>
        <translation>Busca a tag %1, que %3 já tem em %2.</translation>
    </message>
    <message>
        <source>Tags %2 as %1.</source>
        <translation>Marca %2 com a tag %1.</translation>
    </message>
    <message>
        <source>Pushes the tag %1, which marks %2, to %3.</source>
        <translation>Envia a tag %1, que marca %2, para %3.</translation>
    </message>
    <message>
        <source>The tag %1 marks %2 already; nothing is done.</source>
        <translation>A tag %1 já marca %2; nada é feito.</translation>
    </message>
    <message>
        <source>The tag is deleted at %1 again, unless it was changed by then. Who fetched it keeps it, and what the push sets off, such as a build, stays.</source>
        <translation>A tag é apagada de novo em %1, a menos que tenha mudado até lá. Quem a buscou fica com ela, e o que o envio dispara, como um build, permanece.</translation>
    </message>
    <message>
        <source>The tag is deleted again, unless it was changed by then.</source>
        <translation>A tag é apagada de novo, a menos que tenha mudado até lá.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>The tag %1 was made, but %2 does not have it.</source>
        <translation>A tag %1 foi criada, mas %2 não a tem.</translation>
    </message>
    <message>
        <source>The tag marks %1.</source>
        <translation>A tag marca %1.</translation>
    </message>
    <message>
        <source>The tag is not there yet, as before.</source>
        <translation>A tag ainda não existe, como antes.</translation>
    </message>
    <message>
        <source>In the repository now</source>
        <translation>No repositório agora</translation>
    </message>
    <message>
        <source>At %1 now</source>
        <translation>Em %1 agora</translation>
    </message>
    <message>
        <source>The tag %1 is neither as before nor as meant.</source>
        <translation>A tag %1 não está nem como antes nem como se pretendia.</translation>
    </message>
    <message>
        <source>The tag is deleted again.</source>
        <translation>A tag foi apagada de novo.</translation>
    </message>
    <message>
        <source>The tag is still there.</source>
        <translation>A tag ainda está lá.</translation>
    </message>
    <message>
        <source>Deletes the tag %1 again, also at %2.</source>
        <translation>Apaga de novo a tag %1, também em %2.</translation>
    </message>
    <message>
        <source>Deletes the tag %1 again.</source>
        <translation>Apaga de novo a tag %1.</translation>
    </message>
    <message>
        <source>Asks again after</source>
        <translation>Pergunta de novo após</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Até</translation>
    </message>
    <message>
        <source>Fails when</source>
        <translation>Falha quando</translation>
    </message>
    <message>
        <source>At most for</source>
        <translation>No máximo por</translation>
    </message>
    <message>
        <source>The names go back to the images that have them now, unless others give them away in between. What was built stays until images without a name are removed.</source>
        <translation>Os nomes voltam às imagens que os têm agora, a menos que outros os mudem nesse meio-tempo. O que foi construído fica até que se removam imagens sem nome.</translation>
    </message>
    <message>
        <source>The image is removed again, unless others give its names away in between or a container uses it.</source>
        <translation>A imagem é removida de novo, a menos que outros mudem seus nomes nesse meio-tempo ou um contêiner a use.</translation>
    </message>
    <message>
        <source>The image is built and has its names.</source>
        <translation>A imagem foi construída e tem seus nomes.</translation>
    </message>
    <message>
        <source>The image is built, but has not all of its names.</source>
        <translation>A imagem foi construída, mas não tem todos os seus nomes.</translation>
    </message>
    <message>
        <source>Builds the image %1 from %2.</source>
        <translation>Constrói a imagem %1 a partir de %2.</translation>
    </message>
    <message>
        <source>Dockerfile</source>
        <translation>Dockerfile</translation>
    </message>
    <message>
        <source>A name is at an image that this step did not build.</source>
        <translation>Um nome está numa imagem que esta etapa não construiu.</translation>
    </message>
    <message>
        <source>The names are where they were before.</source>
        <translation>Os nomes estão onde estavam antes.</translation>
    </message>
    <message>
        <source>Logs %1 in to %2.</source>
        <translation>Entra como %1 em %2.</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Password from</source>
        <translation>Senha de</translation>
    </message>
    <message>
        <source>Somebody is logged in to %1 already; that log-in is replaced and cannot be put back.</source>
        <translation>Alguém já entrou em %1; essa entrada é substituída e não pode ser reposta.</translation>
    </message>
    <message>
        <source>Logged out from %1 again.</source>
        <translation>Sai de %1 de novo.</translation>
    </message>
    <message>
        <source>Logging in or out a second time does no harm.</source>
        <translation>Entrar ou sair uma segunda vez não faz mal.</translation>
    </message>
    <message>
        <source>Logs out from %1 again.</source>
        <translation>Sai de %1 de novo.</translation>
    </message>
    <message>
        <source>Asks %1 and looks at the reply.</source>
        <translation>Pergunta a %1 e confere a resposta.</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Pergunta</translation>
    </message>
    <message>
        <source>Must hold</source>
        <translation>Precisa valer</translation>
    </message>
    <message>
        <source>Asking changes nothing, so it can be done again.</source>
        <translation>Perguntar não muda nada, então pode ser feito de novo.</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Imagem %1</translation>
    </message>
    <message>
        <source>Takes the names of the built image back: %1.</source>
        <translation>Retira os nomes da imagem construída: %1.</translation>
    </message>
    <message>
        <source>The names are where they were before the build.</source>
        <translation>Os nomes estão onde estavam antes do build.</translation>
    </message>
    <message>
        <source>The built image still has its names.</source>
        <translation>A imagem construída ainda tem seus nomes.</translation>
    </message>
    <message>
        <source>What is built stays in the workspace of the run; what the build writes beside the project, such as build/, stays there.</source>
        <translation>O que é construído fica na área de trabalho da execução; o que o build escreve junto ao projeto, como build/, fica lá.</translation>
    </message>
    <message>
        <source>Builds the wheel of %1.</source>
        <translation>Constrói o wheel de %1.</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Result in</source>
        <translation>Resultado em</translation>
    </message>
    <message>
        <source>Packages from</source>
        <translation>Pacotes de</translation>
    </message>
    <message>
        <source>The build did not come to its end, so it can be done again.</source>
        <translation>O build não chegou ao fim, então pode ser feito de novo.</translation>
    </message>
    <message>
        <source>The build came to its end: %1.</source>
        <translation>O build chegou ao fim: %1.</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflitos</translation>
    </message>
    <message>
        <source>With a secret in the environment</source>
        <translation>Com um segredo no ambiente</translation>
    </message>
    <message>
        <source>On its standard input</source>
        <translation>Na entrada padrão</translation>
    </message>
    <message>
        <source>It only looks, as its checklist says.</source>
        <translation>Apenas observa, como diz o seu checklist.</translation>
    </message>
    <message>
        <source>the registries of the images</source>
        <translation>os registros das imagens</translation>
    </message>
    <message>
        <source>What is merged</source>
        <translation>O que é juntado</translation>
    </message>
    <message>
        <source>Files with changes</source>
        <translation>Arquivos com alterações</translation>
    </message>
    <message>
        <source>The merge is begun in the folder.</source>
        <translation>O merge foi começado na pasta.</translation>
    </message>
    <message>
        <source>The merge was given up.</source>
        <translation>Desistiu-se do merge.</translation>
    </message>
    <message>
        <source>The branch is where it was before.</source>
        <translation>O ramo está onde estava antes.</translation>
    </message>
    <message>
        <source>The branch is where it was, and files have changes that are neither as before nor as merged. Put them in order in the folder first.</source>
        <translation>O ramo está onde estava, e há arquivos com alterações que não são nem as de antes nem as do merge. Ponha-os em ordem na pasta primeiro.</translation>
    </message>
    <message>
        <source>It was merged: %1.</source>
        <translation>O merge foi feito: %1.</translation>
    </message>
    <message>
        <source>It changes nothing by itself.</source>
        <translation>Por si, não altera nada.</translation>
    </message>
    <message>
        <source>The branch has moved, but not by the merge that was meant.</source>
        <translation>O ramo andou, mas não pelo merge pretendido.</translation>
    </message>
    <message>
        <source>Sends the secret</source>
        <translation>Envia o segredo</translation>
    </message>
    <message>
        <source>Commit in common</source>
        <translation>Commit em comum</translation>
    </message>
    <message>
        <source>Commits of the branch alone</source>
        <translation>Commits só do ramo</translation>
    </message>
    <message>
        <source>Commits of its upstream not here</source>
        <translation>Commits do upstream que não estão aqui</translation>
    </message>
    <message>
        <source>Taken whole</source>
        <translation>Usados inteiros</translation>
    </message>
    <message>
        <source>Files in conflict</source>
        <translation>Arquivos em conflito</translation>
    </message>
    <message>
        <source>The branch goes back to %1, as long as it is at the merge and no remote has it.</source>
        <translation>O ramo volta a %1, enquanto estiver no merge e nenhum remoto o tiver.</translation>
    </message>
    <message>
        <source>Merges %1 into %2. Whether there are conflicts is known once what comes before is done.</source>
        <translation>Junta %1 a %2. Se há conflitos, sabe-se quando o que vem antes estiver feito.</translation>
    </message>
    <message>
        <source>%1 has all of %2 already; nothing is merged.</source>
        <translation>%1 já tem tudo de %2; nada é juntado.</translation>
    </message>
    <message>
        <source>Merges %1 into %2.</source>
        <translation>Junta %1 a %2.</translation>
    </message>
    <message>
        <source>Merges %1 into %2; files that both changed are taken whole as &quot;prefer&quot; says: %3.</source>
        <translation>Junta %1 a %2; arquivos que os dois alteraram são usados inteiros, como &quot;prefer&quot; diz: %3.</translation>
    </message>
    <message>
        <source>%1 and %2 changed the same in %3; somebody has to say what it is to be. Nothing is touched yet.</source>
        <translation>%1 e %2 alteraram a mesma coisa em %3; alguém tem de dizer como deve ficar. Nada foi tocado ainda.</translation>
    </message>
    <message>
        <source>Begins the merge of %1 in %2, to be mended there.</source>
        <translation>Começa o merge de %1 em %2, para ser resolvido lá.</translation>
    </message>
    <message>
        <source>The merge is given up, with what was mended in the files.</source>
        <translation>Desiste-se do merge, com o que foi resolvido nos arquivos.</translation>
    </message>
    <message>
        <source>Still in conflict in %1: %2.</source>
        <translation>Ainda em conflito em %1: %2.</translation>
    </message>
    <message>
        <source>Commits the merge of %1 that was mended in %2.</source>
        <translation>Faz o commit do merge de %1 que foi resolvido em %2.</translation>
    </message>
    <message>
        <source>Gives up the merge that is begun in %1. What was mended in its files is lost.</source>
        <translation>Desiste do merge começado em %1. O que foi resolvido nos arquivos se perde.</translation>
    </message>
    <message>
        <source>Moves %1 forward to %2; it has nothing of its own, so there is no merge commit.</source>
        <translation>Avança %1 até %2; ele não tem nada de próprio, então não há commit de merge.</translation>
    </message>
    <message>
        <source>Takes the merge %1 back: %2 is at %3 again.</source>
        <translation>Desfaz o merge %1: %2 fica de novo em %3.</translation>
    </message>
    <message>
        <source>The merge was taken back.</source>
        <translation>O merge foi desfeito.</translation>
    </message>
    <message>
        <source>The merge is still there.</source>
        <translation>O merge ainda está lá.</translation>
    </message>
    <message>
        <source>the package index that pip uses</source>
        <translation>o índice de pacotes que o pip usa</translation>
    </message>
    <message>
        <source>%1 unless another is given</source>
        <translation>%1, se não for dado outro</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programas</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Arquivos e pastas</translation>
    </message>
    <message>
        <source>Container images</source>
        <translation>Imagens de contêiner</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Segredos</translation>
    </message>
    <message>
        <source>It comes with Slipway and may run.</source>
        <translation>Ele vem com o Slipway e pode ser executado.</translation>
    </message>
    <message>
        <source>That it was trusted once is not believed: what Slipway kept of it is damaged, or others could have written it.</source>
        <translation>Não se acredita que ele já recebeu confiança: o que o Slipway guardou disso está danificado, ou outros podem tê-lo escrito.</translation>
    </message>
    <message>
        <source>It did not come with Slipway, and nobody trusted it on this machine yet. Nothing of it runs before.</source>
        <translation>Ele não veio com o Slipway, e ninguém confiou nele nesta máquina ainda. Antes disso, nada dele é executado.</translation>
    </message>
    <message>
        <source>%1 trusted it on %2; it may run.</source>
        <translation>%1 confiou nele em %2; ele pode ser executado.</translation>
    </message>
    <message>
        <source>%1 trusted it on %2, and it is not the same any more. What it would touch now and did not then has a + before it.</source>
        <translation>%1 confiou nele em %2, e ele não é mais o mesmo. O que ele tocaria agora e não tocava antes tem um + na frente.</translation>
    </message>
    <message>
        <source>It uses the engine of containers: whoever may do that can do everything on this machine, as root.</source>
        <translation>Ele usa o motor de contêineres: quem pode fazer isso pode fazer tudo nesta máquina, como root.</translation>
    </message>
    <message>
        <source>It runs shell text: read it as you would read a script.</source>
        <translation>Ele executa texto de shell: leia-o como leria um script.</translation>
    </message>
    <message>
        <source>Trusted are the bytes of the checklist and of what it includes, in this place. What the programs and scripts do that it starts, and the hooks of the repositories it works in, is up to them.</source>
        <translation>A confiança vale para os bytes do checklist e do que ele inclui, neste lugar. O que fazem os programas e scripts que ele inicia, e os hooks dos repositórios em que trabalha, fica por conta deles.</translation>
    </message>
    <message>
        <source>It is tried again in %1, at %2.</source>
        <translation>Será tentada de novo em %1, às %2.</translation>
    </message>
    <message>
        <source>%1: asked %2 times, asks again in %3, until %4.</source>
        <translation>%1: perguntou %2 vezes, pergunta de novo em %3, até %4.</translation>
    </message>
    <message>
        <source>Conflicts to be resolved: %1. slipway resolve %2 %3</source>
        <translation>Conflitos a resolver: %1. slipway resolve %2 %3</translation>
    </message>
    <message>
        <source>Needs the secret %1: %2. slipway resume %3 --secret %1</source>
        <translation>Precisa do segredo %1: %2. slipway resume %3 --secret %1</translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation>no chaveiro</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>não guardado</translation>
    </message>
    <message>
        <source>%1 was not trusted.</source>
        <translation>%1 não tinha confiança.</translation>
    </message>
    <message>
        <source>Trust it, so that it may run? Type yes:</source>
        <translation>Confiar nele, para que possa ser executado? Digite yes:</translation>
    </message>
    <message>
        <source>the remote that &quot;from&quot; names</source>
        <translation>o remoto que &quot;from&quot; nomeia</translation>
    </message>
    <message>
        <source>the archive holds %1 images; this is the first</source>
        <translation>o arquivo contém %1 imagens; esta é a primeira</translation>
    </message>
    <message>
        <source>a script: if it installs packages, give this file, too</source>
        <translation>um script: se ele instala pacotes, informe este arquivo também</translation>
    </message>
    <message>
        <source>it names packages of its own: give this file, too</source>
        <translation>ele nomeia seus próprios pacotes: informe este arquivo também</translation>
    </message>
    <message>
        <source>it no longer fits the file once that has changed: lock again</source>
        <translation>deixa de corresponder ao arquivo quando este muda: gere-o de novo</translation>
    </message>
    <message>
        <source>the variable that holds the version (line %1) is used for something else, too: edit it by hand</source>
        <translation>a variável que contém a versão (linha %1) também é usada para outra coisa: edite à mão</translation>
    </message>
    <message>
        <source>it has --hash values, and no wheel of %1 is at hand to take new ones from</source>
        <translation>tem valores --hash, e não há à mão um wheel de %1 de onde tirar novos</translation>
    </message>
    <message>
        <source>it was pinned in another kind of file</source>
        <translation>foi fixado em outro tipo de arquivo</translation>
    </message>
    <message>
        <source>%1 has no pip.</source>
        <translation>%1 não tem pip.</translation>
    </message>
    <message>
        <source>it is not installed, and asked for under a condition only: its line stays</source>
        <translation>não está instalado, e só é pedido sob uma condição: a linha fica</translation>
    </message>
    <message>
        <source>it is not installed, and its line cannot be taken out safely: edit it by hand</source>
        <translation>não está instalado, e a linha não pode ser retirada com segurança: edite à mão</translation>
    </message>
    <message>
        <source>it is installed as %1, which no package index has: add it by hand</source>
        <translation>está instalado como %1, que nenhum índice de pacotes tem: acrescente à mão</translation>
    </message>
    <message>
        <source>the file has --hash values, and no wheel of %1 is at hand to take one from: add it by hand</source>
        <translation>o arquivo tem valores --hash, e não há à mão um wheel de %1 de onde tirar um: acrescente à mão</translation>
    </message>
    <message>
        <source>This is no tag.</source>
        <translation>Isto não é uma tag.</translation>
    </message>
    <message>
        <source>Never chosen: what latest stands for changes by itself.</source>
        <translation>Nunca escolhida: o que latest representa muda sozinho.</translation>
    </message>
    <message>
        <source>The image is named without a tag, so that none can be called newer.</source>
        <translation>A imagem é nomeada sem tag, então nenhuma pode ser dita mais nova.</translation>
    </message>
    <message>
        <source>%1, which is used now, is no version: none can be called newer.</source>
        <translation>%1, usada agora, não é uma versão: nenhuma pode ser dita mais nova.</translation>
    </message>
    <message>
        <source>It does not say which version it is.</source>
        <translation>Não diz que versão é.</translation>
    </message>
    <message>
        <source>Not a stable version: %1.</source>
        <translation>Não é uma versão estável: %1.</translation>
    </message>
    <message>
        <source>Its version is written otherwise than %1.</source>
        <translation>A versão está escrita de outra forma que %1.</translation>
    </message>
    <message>
        <source>Another suffix: %1, not %2.</source>
        <translation>Outro sufixo: %1, não %2.</translation>
    </message>
    <message>
        <source>Older than %1.</source>
        <translation>Mais antiga que %1.</translation>
    </message>
    <message>
        <source>It stands on an older base: %1, not %2.</source>
        <translation>Está sobre uma base mais antiga: %1, não %2.</translation>
    </message>
    <message>
        <source>The same version as %1.</source>
        <translation>A mesma versão que %1.</translation>
    </message>
    <message>
        <source>Newer than %1, but %2 is newer still.</source>
        <translation>Mais nova que %1, mas %2 é mais nova ainda.</translation>
    </message>
    <message>
        <source>It changes the suffix, from %1 to %2, a decision of its own; %3 is the one to look at first.</source>
        <translation>Muda o sufixo, de %1 para %2, uma decisão à parte; %3 é a primeira a considerar.</translation>
    </message>
    <message>
        <source>It changes the major number, but %1 is newer still.</source>
        <translation>Muda o número major, mas %1 é mais nova ainda.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Execução</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Começada por</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Começo</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Último evento</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>There was none: the user of the machine may approve.</source>
        <translation>Não havia: o usuário da máquina pode aprovar.</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Diário</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>íntegro</translation>
    </message>
    <message>
        <source>not whole</source>
        <translation>não íntegro</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Signatures that hold</source>
        <translation>Assinaturas que valem</translation>
    </message>
    <message>
        <source>%1 of %2 approved. Evidence %3, opened %4.</source>
        <translation>%1 de %2 aprovaram. Evidências %3, aberta em %4.</translation>
    </message>
    <message>
        <source>It was approved by the person who ran it.</source>
        <translation>Foi aprovada por quem a executou.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusada</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>retirada</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>aprovada</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeitada</translation>
    </message>
    <message>
        <source>%1, does not count</source>
        <translation>%1, não conta</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisão</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentário</translation>
    </message>
    <message>
        <source>Item that was ticked</source>
        <translation>Item marcado</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidências</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisões</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durou</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>O que aconteceu</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>Para onde foi o tempo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Em resumo</translation>
    </message>
    <message>
        <source>Written by Slipway %1 at %2.</source>
        <translation>Escrito pelo Slipway %1 em %2.</translation>
    </message>
    <message>
        <source>Nobody decided in time on what it needs.</source>
        <translation>Ninguém decidiu a tempo sobre o que ela precisa.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>%1 of %2 signed</source>
        <translation>%1 de %2 assinaram</translation>
    </message>
    <message>
        <source>The policy takes no decision at this time.</source>
        <translation>A política não aceita decisões neste horário.</translation>
    </message>
    <message>
        <source>You started this run, so you may not approve it.</source>
        <translation>Você começou esta execução, então não pode aprová-la.</translation>
    </message>
    <message>
        <source>The policy asks others to decide here.</source>
        <translation>A política pede que outros decidam aqui.</translation>
    </message>
    <message>
        <source>%1 took the decision back</source>
        <translation>%1 retirou a decisão</translation>
    </message>
    <message>
        <source>Asks which tags the images of %1 are to have. Nothing is changed before.</source>
        <translation>Pergunta que tags as imagens de %1 devem ter. Nada é alterado antes.</translation>
    </message>
    <message>
        <source>Sets %1 images in %2 to other tags.</source>
        <translation>Leva %1 imagens em %2 a outras tags.</translation>
    </message>
    <message>
        <source>Each of %1 packages has one version.</source>
        <translation>Cada um dos %1 pacotes tem uma só versão.</translation>
    </message>
    <message>
        <source>%1 of %2 packages have several versions: %3.</source>
        <translation>%1 de %2 pacotes têm várias versões: %3.</translation>
    </message>
    <message>
        <source>Would settle it</source>
        <translation>Resolveria</translation>
    </message>
    <message>
        <source>install %1 there, or build it again</source>
        <translation>instale %1 ali, ou construa de novo</translation>
    </message>
    <message>
        <source>write %1 there by hand: %2</source>
        <translation>escreva %1 ali à mão: %2</translation>
    </message>
    <message>
        <source>write %1</source>
        <translation>escreva %1</translation>
    </message>
    <message>
        <source>%1 of %2 packages break the same-version rule</source>
        <translation>%1 de %2 pacotes quebram a regra da mesma versão</translation>
    </message>
    <message>
        <source>Nothing newer than %1.</source>
        <translation>Nada mais novo que %1.</translation>
    </message>
    <message>
        <source>Next after %1: %2</source>
        <translation>Próxima depois de %1: %2</translation>
    </message>
    <message>
        <source>To be decided, since it changes more: %1</source>
        <translation>A decidir, pois muda mais: %1</translation>
    </message>
    <message>
        <source>stays.</source>
        <translation>fica.</translation>
    </message>
    <message>
        <source>%1 is to be decided: --take %2=%1</source>
        <translation>%1 está por decidir: --take %2=%1</translation>
    </message>
    <message>
        <source>Tags of images to be chosen: %1. slipway images choose %2 %3</source>
        <translation>Tags de imagens por escolher: %1. slipway images choose %2 %3</translation>
    </message>
    <message>
        <source>refused: %1, %2</source>
        <translation>recusada: %1, %2</translation>
    </message>
    <message>
        <source>taken back: %1, %2</source>
        <translation>retirada: %1, %2</translation>
    </message>
    <message>
        <source>approved: %1, %2</source>
        <translation>aprovada: %1, %2</translation>
    </message>
    <message>
        <source>rejected: %1, %2</source>
        <translation>rejeitada: %1, %2</translation>
    </message>
    <message>
        <source>docker&apos;s credential helpers</source>
        <translation>os auxiliares de credenciais do docker</translation>
    </message>
</context>
<context>
    <name>Slipway::NoticeBar</name>
    <message>
        <source>Show less</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar mais</translation>
    </message>
</context>
<context>
    <name>Slipway::OfferModel</name>
    <message>
        <source>as you wrote it</source>
        <translation>como você escreveu</translation>
    </message>
    <message>
        <source>image</source>
        <translation>imagem</translation>
    </message>
    <message>
        <source>container</source>
        <translation>contêiner</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>escolhida</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>não escolhida</translation>
    </message>
</context>
<context>
    <name>Slipway::PackageDetails</name>
    <message>
        <source>breaks the same-version rule</source>
        <translation>quebra a regra da mesma versão</translation>
    </message>
    <message>
        <source>%1 everywhere would settle it</source>
        <translation>%1 em todo lugar resolveria</translation>
    </message>
    <message>
        <source>asked for by a person</source>
        <translation>pedido por uma pessoa</translation>
    </message>
    <message>
        <source>brought in by other packages</source>
        <translation>trazido por outros pacotes</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>não está lá</translation>
    </message>
    <message>
        <source>editable, from %1</source>
        <translation>editável, de %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>a local version: no index has it</source>
        <translation>uma versão local: nenhum índice a tem</translation>
    </message>
    <message>
        <source>no version as PEP 440 writes them</source>
        <translation>não é uma versão como a PEP 440 as escreve</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>The chosen package</source>
        <translation>O pacote escolhido</translation>
    </message>
</context>
<context>
    <name>Slipway::PackageModel</name>
    <message>
        <source>not there</source>
        <translation>não está lá</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Pacote</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Alteração</translation>
    </message>
</context>
<context>
    <name>Slipway::PackageTable</name>
    <message>
        <source>%1 packages</source>
        <translation>%1 pacotes</translation>
    </message>
    <message>
        <source>%1 differ</source>
        <translation>%1 diferem</translation>
    </message>
    <message>
        <source>%1 of %2 packages</source>
        <translation>%1 de %2 pacotes</translation>
    </message>
    <message>
        <source>Filter packages</source>
        <translation>Filtrar pacotes</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Só diferenças</translation>
    </message>
    <message>
        <source>Major or worse</source>
        <translation>Maior ou pior</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pacotes</translation>
    </message>
    <message>
        <source>No packages</source>
        <translation>Sem pacotes</translation>
    </message>
    <message>
        <source>What this step finds installed, or changes, is listed here.</source>
        <translation>O que esta etapa encontra instalado, ou altera, é listado aqui.</translation>
    </message>
</context>
<context>
    <name>Slipway::PackagesPane</name>
    <message>
        <source>Open in the comparison</source>
        <translation>Abrir na comparação</translation>
    </message>
</context>
<context>
    <name>Slipway::PathEditor</name>
    <message>
        <source>Choose a folder</source>
        <translation>Escolher uma pasta</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Escolher um arquivo</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Procurar…</translation>
    </message>
</context>
<context>
    <name>Slipway::PathListEditor</name>
    <message>
        <source>Choose a folder</source>
        <translation>Escolher uma pasta</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Adicionar uma pasta…</translation>
    </message>
    <message>
        <source>No folder chosen yet. Folders can also be dropped here.</source>
        <translation>Nenhuma pasta escolhida ainda. Pastas também podem ser soltas aqui.</translation>
    </message>
</context>
<context>
    <name>Slipway::PathRow</name>
    <message>
        <source>Take out</source>
        <translation>Retirar</translation>
    </message>
</context>
<context>
    <name>Slipway::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Andamento</translation>
    </message>
</context>
<context>
    <name>Slipway::ProseEditor</name>
    <message>
        <source>One on each line</source>
        <translation>Um por linha</translation>
    </message>
</context>
<context>
    <name>Slipway::ProseLabel</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>Slipway::RailModel</name>
    <message>
        <source>%1 needed</source>
        <translation>faltam %1</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>pulada</translation>
    </message>
    <message>
        <source>you</source>
        <translation>você</translation>
    </message>
    <message>
        <source>Stage %1, %2</source>
        <translation>Estágio %1, %2</translation>
    </message>
    <message>
        <source>undoing</source>
        <translation>desfazendo</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>desfeita</translation>
    </message>
</context>
<context>
    <name>Slipway::RailView</name>
    <message>
        <source>Stages and steps</source>
        <translation>Estágios e etapas</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>execução %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 de %2 etapas</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>faltam cerca de %1</translation>
    </message>
    <message>
        <source>Continues run %1</source>
        <translation>Continua a execução %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Encerrada</translation>
    </message>
</context>
<context>
    <name>Slipway::RehearsalPage</name>
    <message>
        <source>All of it is known</source>
        <translation>Tudo é conhecido</translation>
    </message>
    <message>
        <source>Waits for what comes before</source>
        <translation>Espera pelo que vem antes</translation>
    </message>
    <message>
        <source>A person does this</source>
        <translation>Uma pessoa faz isto</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Fica de fora</translation>
    </message>
    <message>
        <source>Would fail</source>
        <translation>Falharia</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Não alcançada</translation>
    </message>
    <message>
        <source>asks for your go-ahead</source>
        <translation>pede sua autorização</translation>
    </message>
    <message>
        <source>What it would do</source>
        <translation>O que faria</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Alterações</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pacotes</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>ensaio</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Ensaio</translation>
    </message>
    <message>
        <source>Stages and steps</source>
        <translation>Estágios e etapas</translation>
    </message>
    <message>
        <source>Rehearsal: nothing is done. No file is changed, no remote and no engine is asked.</source>
        <translation>Ensaio: nada é feito. Nenhum arquivo muda, nenhum remoto e nenhum motor é consultado.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) would fail as things are now.</source>
        <translation>
            <numerusform>%n etapa falharia do jeito que as coisas estão.</numerusform>
            <numerusform>%n etapas falhariam do jeito que as coisas estão.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) can only be worked out while the run goes on.</source>
        <translation>
            <numerusform>%n etapa só pode ser planejada durante a execução.</numerusform>
            <numerusform>%n etapas só podem ser planejadas durante a execução.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mend what would fail, then rehearse again.</source>
        <translation>Corrija o que falharia e ensaie de novo.</translation>
    </message>
    <message>
        <source>Nothing happens before you start it.</source>
        <translation>Nada acontece antes de você iniciar.</translation>
    </message>
    <message>
        <source>Back to the inputs</source>
        <translation>Voltar às entradas</translation>
    </message>
    <message>
        <source>Start the run</source>
        <translation>Iniciar a execução</translation>
    </message>
    <message>
        <source>Runs until a person is needed.</source>
        <translation>Executa até que uma pessoa seja necessária.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) need a person.</source>
        <translation>
            <numerusform>%n etapa precisa de uma pessoa.</numerusform>
            <numerusform>%n etapas precisam de uma pessoa.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::RehearsedPane</name>
    <message>
        <source>In the folder</source>
        <translation>Na pasta</translation>
    </message>
    <message>
        <source>Gives %1</source>
        <translation>Produz %1</translation>
    </message>
    <message>
        <source>Would run, in turn</source>
        <translation>Rodaria, um após o outro</translation>
    </message>
    <message>
        <source>Would ask; a rehearsal does not</source>
        <translation>Perguntaria; um ensaio não pergunta</translation>
    </message>
</context>
<context>
    <name>Slipway::RunPage</name>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Hide the steps</source>
        <translation>Esconder as etapas</translation>
    </message>
    <message>
        <source>Show the steps</source>
        <translation>Mostrar as etapas</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>execução %1</translation>
    </message>
    <message>
        <source>Cancel the run…</source>
        <translation>Cancelar a execução…</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>Etapas da execução</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) left to tick</source>
        <translation>
            <numerusform>falta marcar %n item</numerusform>
            <numerusform>falta marcar %n itens</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decision is kept with what this page shows.</source>
        <translation>Sua decisão é guardada com o que esta página mostra.</translation>
    </message>
    <message>
        <source>Your choice is kept in the history of the run.</source>
        <translation>Sua escolha fica no histórico da execução.</translation>
    </message>
    <message>
        <source>Nothing of this step has happened yet.</source>
        <translation>Nada desta etapa aconteceu ainda.</translation>
    </message>
    <message>
        <source>Mark it when it is done.</source>
        <translation>Marque quando estiver feita.</translation>
    </message>
    <message>
        <source>Another Slipway drives this run; what you decide here reaches it.</source>
        <translation>Outro Slipway conduz esta execução; o que você decidir aqui chega até ele.</translation>
    </message>
    <message>
        <source>The run is done: %1 of %2 steps.</source>
        <translation>A execução está concluída: %1 de %2 etapas.</translation>
    </message>
    <message>
        <source>The run was cancelled. What was done stays done.</source>
        <translation>A execução foi cancelada. O que foi feito permanece.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprovar</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Marcar como feita</translation>
    </message>
    <message>
        <source>Go ahead</source>
        <translation>Pode seguir</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Show what needs you</source>
        <translation>Mostrar o que precisa de você</translation>
    </message>
    <message>
        <source>Run until someone is needed</source>
        <translation>Executar até precisar de alguém</translation>
    </message>
    <message>
        <source>Run this step</source>
        <translation>Executar esta etapa</translation>
    </message>
    <message>
        <source>Starts what is next, and nothing after it.</source>
        <translation>Inicia a próxima etapa, e nada depois dela.</translation>
    </message>
    <message>
        <source>Stop this step…</source>
        <translation>Parar esta etapa…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Rejeitar…</translation>
    </message>
    <message>
        <source>Skip…</source>
        <translation>Pular…</translation>
    </message>
    <message>
        <source>Open output</source>
        <translation>Abrir a saída</translation>
    </message>
    <message>
        <source>Open terminal here</source>
        <translation>Abrir terminal aqui</translation>
    </message>
    <message>
        <source>Skip “%1”? What needs it starts without it.</source>
        <translation>Pular “%1”? O que precisa dela começa sem ela.</translation>
    </message>
    <message>
        <source>Why it is not needed (kept in the history)</source>
        <translation>Por que não é necessária (fica no histórico)</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>A rejection needs a comment: say what has to change.</source>
        <translation>Uma rejeição precisa de um comentário: diga o que tem de mudar.</translation>
    </message>
    <message>
        <source>Reject “%1”? The run stops here.</source>
        <translation>Rejeitar “%1”? A execução para aqui.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeitar</translation>
    </message>
    <message>
        <source>Stop “%1” while it runs? What it did so far stays.</source>
        <translation>Parar “%1” durante a execução? O que já fez permanece.</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Cancel “%1” (run %2) for good? What runs is stopped, what was done stays done, and the run cannot go on.</source>
        <translation>Cancelar “%1” (execução %2) de vez? O que está em execução para, o que foi feito permanece e a execução não pode continuar.</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Cancelar a execução</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Desfazer…</translation>
    </message>
    <message>
        <source>The undo stands still: %1 of %2 effects are left.</source>
        <translation>O desfazer está parado: restam %1 de %2 efeitos.</translation>
    </message>
    <message>
        <source>Undoing: %1 of %2 effects are left.</source>
        <translation>Desfazendo: restam %1 de %2 efeitos.</translation>
    </message>
    <message>
        <source>What the run did was undone.</source>
        <translation>O que a execução fez foi desfeito.</translation>
    </message>
    <message>
        <source>Go on with the undo</source>
        <translation>Continuar a desfazer</translation>
    </message>
    <message>
        <source>Leave it in place…</source>
        <translation>Deixar como está…</translation>
    </message>
    <message>
        <source>Go again from here…</source>
        <translation>Recomeçar daqui…</translation>
    </message>
    <message>
        <source>Leave what “%1” did in place? The undo goes on with what is left.</source>
        <translation>Deixar como está o que “%1” fez? O desfazer segue com o que resta.</translation>
    </message>
    <message>
        <source>Why it stays (kept in the history)</source>
        <translation>Por que fica (vai para o histórico)</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Deixar</translation>
    </message>
    <message>
        <source>falls: decided by %1</source>
        <translation>cai: decidido por %1</translation>
    </message>
    <message>
        <source>Go again from “%1”? These %2 steps are to do again. What they did stays as it is, and their attempts stay in the history.</source>
        <translation>Recomeçar a partir de “%1”? Estas %2 etapas ficam por fazer de novo. O que fizeram fica como está, e suas tentativas ficam no histórico.</translation>
    </message>
    <message>
        <source>Do “%1” again? What it did stays as it is, and its attempts stay in the history.</source>
        <translation>Fazer “%1” de novo? O que ela fez fica como está, e suas tentativas ficam no histórico.</translation>
    </message>
    <message>
        <source>Why (kept in the history, may be empty)</source>
        <translation>Por quê (fica no histórico, pode ficar vazio)</translation>
    </message>
    <message>
        <source>Go again from here</source>
        <translation>Recomeçar daqui</translation>
    </message>
    <message>
        <source>More about this run</source>
        <translation>Mais sobre esta execução</translation>
    </message>
    <message>
        <source>Say above what it gave: later steps use it.</source>
        <translation>Diga acima o que ela produziu: etapas seguintes usam isso.</translation>
    </message>
    <message>
        <source>This run is closed: run %1 goes on with it.</source>
        <translation>Esta execução está encerrada: a execução %1 segue com ela.</translation>
    </message>
    <message>
        <source>Open run %1</source>
        <translation>Abrir a execução %1</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Verificar o diário</translation>
    </message>
    <message>
        <source>Continue with a changed checklist…</source>
        <translation>Continuar com um checklist alterado…</translation>
    </message>
    <message>
        <source>Give it up in the folder…</source>
        <translation>Desistir dele na pasta…</translation>
    </message>
    <message>
        <source>Mend it in the folder…</source>
        <translation>Resolver na pasta…</translation>
    </message>
    <message>
        <source>Begin the merge in the folder %1? Mend the files there with what you like, then come back to this page.</source>
        <translation>Começar o merge na pasta %1? Resolva os arquivos lá com o que preferir e depois volte a esta página.</translation>
    </message>
    <message>
        <source>Begin it</source>
        <translation>Começar</translation>
    </message>
    <message>
        <source>Give up the merge in the folder %1? What was mended in its files is lost; the conflicts can be resolved here again.</source>
        <translation>Desistir do merge na pasta %1? O que foi resolvido nos arquivos se perde; os conflitos podem ser resolvidos aqui de novo.</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Desistir</translation>
    </message>
    <message>
        <source>Your SSH key signs what this page shows.</source>
        <translation>Sua chave SSH assina o que esta página mostra.</translation>
    </message>
    <message>
        <source>Approve and sign</source>
        <translation>Aprovar e assinar</translation>
    </message>
    <message>
        <source>Change the tags</source>
        <translation>Alterar as tags</translation>
    </message>
    <message>
        <source>Take my decision back</source>
        <translation>Retirar minha decisão</translation>
    </message>
</context>
<context>
    <name>Slipway::RunsModel</name>
    <message>
        <source>run %1</source>
        <translation>execução %1</translation>
    </message>
</context>
<context>
    <name>Slipway::SecretEditor</name>
    <message>
        <source>Kept in the keyring of this desktop.</source>
        <translation>Guardado no chaveiro desta área de trabalho.</translation>
    </message>
    <message>
        <source>Kept in this session&apos;s memory only.</source>
        <translation>Guardado só na memória desta sessão.</translation>
    </message>
    <message>
        <source>Kept in this session&apos;s memory only. %1</source>
        <translation>Guardado só na memória desta sessão. %1</translation>
    </message>
    <message>
        <source>It will be kept in the keyring of this desktop, and shown nowhere.</source>
        <translation>Será guardado no chaveiro desta área de trabalho e não será mostrado em lugar nenhum.</translation>
    </message>
    <message>
        <source>It will be kept in this session&apos;s memory only. %1</source>
        <translation>Será guardado só na memória desta sessão. %1</translation>
    </message>
    <message>
        <source>Replace %1</source>
        <translation>Substituir %1</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>Esquecer %1</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Substituir</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Type or paste it here</source>
        <translation>Digite ou cole aqui</translation>
    </message>
</context>
<context>
    <name>Slipway::SecretsPane</name>
    <message>
        <source>This step needs a secret that this session does not know. It goes on by itself once you have given it.</source>
        <translation>Esta etapa precisa de um segredo que esta sessão não conhece. Ela segue sozinha assim que você o informar.</translation>
    </message>
</context>
<context>
    <name>Slipway::SettlePane</name>
    <message>
        <source>%1: write %2 %3 by hand: %4</source>
        <translation>%1: escreva %2 %3 à mão: %4</translation>
    </message>
    <message>
        <source>To be built or installed anew: %1</source>
        <translation>A construir ou instalar de novo: %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for what would settle them…</source>
        <translation>Procurando o que as resolveria…</translation>
    </message>
    <message>
        <source>Every package has one version.</source>
        <translation>Cada pacote tem uma só versão.</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) would get the newest version that stands anywhere.</source>
        <translation>
            <numerusform>%n pacote receberia a versão mais nova que há em algum lugar.</numerusform>
            <numerusform>%n pacotes receberiam a versão mais nova que há em algum lugar.</numerusform>
        </translation>
    </message>
    <message>
        <source>What would settle the differences</source>
        <translation>O que resolveria as diferenças</translation>
    </message>
    <message>
        <source>No file would change</source>
        <translation>Nenhum arquivo mudaria</translation>
    </message>
    <message>
        <source>Add a folder with Dockerfiles, requirements or pyproject files to see their edits.</source>
        <translation>Adicione uma pasta com Dockerfiles, arquivos requirements ou pyproject para ver as edições.</translation>
    </message>
</context>
<context>
    <name>Slipway::SourceChip</name>
    <message>
        <source>is being read</source>
        <translation>está sendo lida</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>não pôde ser lida</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>referência</translation>
    </message>
</context>
<context>
    <name>Slipway::SourcePicker</name>
    <message>
        <source>Asking the engine…</source>
        <translation>Perguntando ao motor…</translation>
    </message>
    <message>
        <source>The engine&apos;s images and containers cannot be listed</source>
        <translation>As imagens e os contêineres do motor não podem ser listados</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nada corresponde</translation>
    </message>
    <message>
        <source>Write another part of the name, or a whole source such as `venv:FOLDER`, `file:PATH` or `git:REPOSITORY@REVISION:PATH`.</source>
        <translation>Escreva outra parte do nome, ou uma fonte inteira como `venv:PASTA`, `file:CAMINHO` ou `git:REPOSITÓRIO@REVISÃO:CAMINHO`.</translation>
    </message>
    <message>
        <source>The engine has no images or containers</source>
        <translation>O motor não tem imagens nem contêineres</translation>
    </message>
    <message>
        <source>Build or pull one, and look again with F5; or choose a file or a virtual environment.</source>
        <translation>Construa ou baixe uma, e olhe de novo com F5; ou escolha um arquivo ou um ambiente virtual.</translation>
    </message>
    <message>
        <source>Find an image or container, or write a source</source>
        <translation>Encontre uma imagem ou contêiner, ou escreva uma fonte</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Um arquivo…</translation>
    </message>
    <message>
        <source>A virtual environment…</source>
        <translation>Um ambiente virtual…</translation>
    </message>
    <message>
        <source>Images and containers</source>
        <translation>Imagens e contêineres</translation>
    </message>
    <message>
        <source>Read images</source>
        <translation>Ler imagens</translation>
    </message>
    <message>
        <source>as is safe</source>
        <translation>como for seguro</translation>
    </message>
    <message>
        <source>without running them</source>
        <translation>sem executá-las</translation>
    </message>
    <message>
        <source>by asking their Python</source>
        <translation>perguntando ao Python delas</translation>
    </message>
    <message>
        <source>What was built here is asked, which is faster; what came from a registry is not run.</source>
        <translation>O que foi construído aqui é perguntado, o que é mais rápido; o que veio de um registro não é executado.</translation>
    </message>
    <message>
        <source>Their files are looked at; nothing of them is run.</source>
        <translation>Seus arquivos são olhados; nada delas é executado.</translation>
    </message>
    <message>
        <source>In a throw-away container without network and rights.</source>
        <translation>Em um contêiner descartável, sem rede e sem direitos.</translation>
    </message>
</context>
<context>
    <name>Slipway::SourceProblems</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Ler de novo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>mais %n</numerusform>
            <numerusform>mais %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::SourceStrip</name>
    <message>
        <source>Add a source</source>
        <translation>Adicionar uma fonte</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fontes</translation>
    </message>
</context>
<context>
    <name>Slipway::StepSheet</name>
    <message>
        <source>What to do</source>
        <translation>O que fazer</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>O que faz</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 linhas</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Alterações</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pacotes</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidências</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>No output yet</source>
        <translation>Ainda sem saída</translation>
    </message>
    <message>
        <source>What the program says appears here as soon as it says something.</source>
        <translation>O que o programa diz aparece aqui assim que ele disser algo.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflitos</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Do que precisa</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 linha</translation>
    </message>
</context>
<context>
    <name>Slipway::StepWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1: did it happen?</source>
        <translation>%1: aconteceu?</translation>
    </message>
    <message>
        <source>Waiting for your go-ahead</source>
        <translation>Esperando sua autorização</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>restam %1</translation>
    </message>
    <message>
        <source>Running %1 of about %2</source>
        <translation>Em execução há %1 de cerca de %2</translation>
    </message>
    <message>
        <source>Running %1</source>
        <translation>Em execução há %1</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprovada</translation>
    </message>
    <message>
        <source>Done in %1</source>
        <translation>Concluída em %1</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeitada</translation>
    </message>
    <message>
        <source>Failed after %1</source>
        <translation>Falhou após %1</translation>
    </message>
    <message>
        <source>To do · about %1</source>
        <translation>A fazer · cerca de %1</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>A fazer</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>uma vez</numerusform>
            <numerusform>%n vezes</numerusform>
        </translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>tentativa %1</translation>
    </message>
    <message>
        <source>Next:</source>
        <translation>A seguir:</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>precisa de você</translation>
    </message>
    <message>
        <source>%1: was it undone?</source>
        <translation>%1: foi desfeita?</translation>
    </message>
    <message>
        <source>Being undone</source>
        <translation>Sendo desfeita</translation>
    </message>
    <message>
        <source>The undo failed</source>
        <translation>O desfazer falhou</translation>
    </message>
    <message>
        <source>Can be undone.</source>
        <translation>Pode ser desfeito.</translation>
    </message>
    <message>
        <source>Can be undone: %1</source>
        <translation>Pode ser desfeito: %1</translation>
    </message>
    <message>
        <source>Cannot be undone.</source>
        <translation>Não pode ser desfeito.</translation>
    </message>
    <message>
        <source>Cannot be undone: %1</source>
        <translation>Não pode ser desfeito: %1</translation>
    </message>
    <message>
        <source>There is nothing to undo: it changes nothing that stays.</source>
        <translation>Não há nada a desfazer: não muda nada que permaneça.</translation>
    </message>
    <message>
        <source>There is nothing to undo: %1</source>
        <translation>Não há nada a desfazer: %1</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>aproveitada</translation>
    </message>
    <message>
        <source>Tries again at %1</source>
        <translation>Tenta de novo às %1</translation>
    </message>
    <message>
        <source>Tries again now</source>
        <translation>Tenta de novo agora</translation>
    </message>
    <message numerus="yes">
        <source>asked %n time(s)</source>
        <translation>
            <numerusform>perguntou %n vez</numerusform>
            <numerusform>perguntou %n vezes</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>até %1</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Perguntando</translation>
    </message>
    <message>
        <source>Asks again in %1</source>
        <translation>Pergunta de novo em %1</translation>
    </message>
</context>
<context>
    <name>Slipway::Time</name>
    <message>
        <source>less than a minute</source>
        <translation>menos de um minuto</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 dias</translation>
    </message>
    <message>
        <source>now</source>
        <translation>agora</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ontem</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
</context>
<context>
    <name>Slipway::TopBar</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clara</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escura</translation>
    </message>
    <message>
        <source>About Slipway</source>
        <translation>Sobre o Slipway</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Search steps, runs, actions</source>
        <translation>Buscar etapas, execuções, ações</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Idioma e aparência</translation>
    </message>
</context>
<context>
    <name>Slipway::TroubleList</name>
    <message>
        <source>If it does not work</source>
        <translation>Se não funcionar</translation>
    </message>
</context>
<context>
    <name>Slipway::TrustPage</name>
    <message>
        <source>May “%1” run here?</source>
        <translation>“%1” pode ser executado aqui?</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Mudou desde então</translation>
    </message>
    <message>
        <source>Not trusted yet</source>
        <translation>Ainda sem confiança</translation>
    </message>
    <message>
        <source>as root, through containers</source>
        <translation>como root, por contêineres</translation>
    </message>
    <message>
        <source>shell text</source>
        <translation>texto de shell</translation>
    </message>
    <message>
        <source>The checklist</source>
        <translation>O checklist</translation>
    </message>
    <message>
        <source>Its files</source>
        <translation>Seus arquivos</translation>
    </message>
    <message>
        <source>Its bytes are the same</source>
        <translation>Seus bytes são os mesmos</translation>
    </message>
    <message>
        <source>It was trusted with the same bytes, but that is not believed.</source>
        <translation>Ele recebeu confiança com os mesmos bytes, mas não se acredita nisso.</translation>
    </message>
    <message>
        <source>trust</source>
        <translation>confiança</translation>
    </message>
    <message>
        <source>What it would touch</source>
        <translation>O que ele tocaria</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>O que mudou</translation>
    </message>
    <message>
        <source>Its text</source>
        <translation>Seu texto</translation>
    </message>
    <message>
        <source>Nothing of it has run. Trust it if you trust who wrote it.</source>
        <translation>Nada dele foi executado. Confie nele se confia em quem o escreveu.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Agora não</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>Confiar nele</translation>
    </message>
    <message>
        <source>These bytes in this place; one changed byte asks again.</source>
        <translation>Estes bytes neste lugar; um byte alterado pergunta de novo.</translation>
    </message>
</context>
<context>
    <name>Slipway::UndoSheet</name>
    <message>
        <source>stays</source>
        <translation>fica</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>tentativa %1</translation>
    </message>
    <message>
        <source>everything that this run did</source>
        <translation>tudo o que esta execução fez</translation>
    </message>
    <message>
        <source>all that came after “%1”</source>
        <translation>tudo o que veio depois de “%1”</translation>
    </message>
    <message>
        <source>Leave in place what cannot be undone (%1)</source>
        <translation>Deixar como está o que não pode ser desfeito (%1)</translation>
    </message>
    <message>
        <source>Undo what this run did</source>
        <translation>Desfazer o que esta execução fez</translation>
    </message>
    <message>
        <source>The effects are reversed one after the other, the last one first. Before each, Slipway looks whether what it left is still there. Nothing happens until you say so below.</source>
        <translation>Os efeitos são revertidos um após o outro, o último primeiro. Antes de cada um, o Slipway olha se o que ele deixou ainda está lá. Nada acontece até você mandar, abaixo.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Até onde voltar</translation>
    </message>
    <message>
        <source>In this order</source>
        <translation>Nesta ordem</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Não há nada a desfazer</translation>
    </message>
    <message>
        <source>None of these steps left anything behind, or it was undone already.</source>
        <translation>Nenhuma destas etapas deixou algo, ou já foi desfeito.</translation>
    </message>
    <message>
        <source>Open run %1</source>
        <translation>Abrir a execução %1</translation>
    </message>
    <message>
        <source>Looking at what the run did…</source>
        <translation>Olhando o que a execução fez…</translation>
    </message>
    <message>
        <source>Nothing of this can be undone.</source>
        <translation>Nada disso pode ser desfeito.</translation>
    </message>
    <message>
        <source>%1 of these cannot be undone: tick above that this may stay so.</source>
        <translation>%1 destes não podem ser desfeitos: marque acima que podem ficar assim.</translation>
    </message>
    <message>
        <source>The steps are then undone; they can be done again afterwards.</source>
        <translation>As etapas ficam então desfeitas; podem ser feitas de novo depois.</translation>
    </message>
    <message>
        <source>Undo 1 effect</source>
        <translation>Desfazer 1 efeito</translation>
    </message>
    <message>
        <source>Undo %1 effects</source>
        <translation>Desfazer %1 efeitos</translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Deixar como está</translation>
    </message>
</context>
<context>
    <name>Slipway::VerifySheet</name>
    <message>
        <source>This machine has no note of the run&apos;s last event, so an end that is missing would not be seen here.</source>
        <translation>Esta máquina não tem registro do último evento da execução; um fim que falte não seria percebido aqui.</translation>
    </message>
    <message>
        <source>Events read</source>
        <translation>Eventos lidos</translation>
    </message>
    <message>
        <source>Decisions of people</source>
        <translation>Decisões de pessoas</translation>
    </message>
    <message>
        <source>Evidence and outputs</source>
        <translation>Evidências e saídas</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Último evento</translation>
    </message>
    <message>
        <source>Whoever keeps this line can tell at any later time whether the run still has this event: `slipway verify %1 --head` and the line.</source>
        <translation>Quem guarda esta linha pode dizer a qualquer momento se a execução ainda tem este evento: `slipway verify %1 --head` e a linha.</translation>
    </message>
    <message>
        <source>Event %1</source>
        <translation>Evento %1</translation>
    </message>
    <message>
        <source>The run as a whole</source>
        <translation>A execução como um todo</translation>
    </message>
    <message>
        <source>Checking the journal</source>
        <translation>Verificando o diário</translation>
    </message>
    <message>
        <source>The journal could not be checked</source>
        <translation>O diário não pôde ser verificado</translation>
    </message>
    <message>
        <source>The journal is as it was written</source>
        <translation>O diário está como foi escrito</translation>
    </message>
    <message>
        <source>The journal is not as it was written</source>
        <translation>O diário não está como foi escrito</translation>
    </message>
    <message>
        <source>Every event is read and held against the one before it, against the decisions of people, and against the last one that this machine has seen.</source>
        <translation>Cada evento é lido e comparado com o anterior, com as decisões das pessoas e com o último que esta máquina viu.</translation>
    </message>
    <message>
        <source>No event was changed, added, taken out or exchanged, and the evidence that they name is there as it was.</source>
        <translation>Nenhum evento foi alterado, acrescentado, retirado ou trocado, e as evidências que eles nomeiam estão como eram.</translation>
    </message>
    <message>
        <source>The first fault is at event %1. Up to there each event follows from the one before it.</source>
        <translation>A primeira falha está no evento %1. Até lá, cada evento segue do anterior.</translation>
    </message>
    <message>
        <source>The fault concerns the run as a whole, not one event of it.</source>
        <translation>A falha é da execução como um todo, não de um evento dela.</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Lendo o diário…</translation>
    </message>
    <message>
        <source>Nothing was changed by looking. Keep a copy of the journal before you go on.</source>
        <translation>Olhar não alterou nada. Guarde uma cópia do diário antes de continuar.</translation>
    </message>
    <message>
        <source>Nothing was changed by looking.</source>
        <translation>Olhar não alterou nada.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Verificar de novo</translation>
    </message>
    <message>
        <source>Back to the steps</source>
        <translation>Voltar às etapas</translation>
    </message>
    <message>
        <source>What is wrong, and where</source>
        <translation>O que está errado, e onde</translation>
    </message>
    <message>
        <source>And more of that kind.</source>
        <translation>E mais do mesmo tipo.</translation>
    </message>
    <message>
        <source>To hold it against later</source>
        <translation>Para comparar mais tarde</translation>
    </message>
</context>
<context>
    <name>Slipway::WaitingList</name>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nada espera por você</translation>
    </message>
    <message>
        <source>Sign-offs, steps done by hand, failures and steps in doubt appear here.</source>
        <translation>Aprovações, etapas feitas à mão, falhas e etapas em dúvida aparecem aqui.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>See what was found</source>
        <translation>Ver o que foi encontrado</translation>
    </message>
    <message>
        <source>See what failed</source>
        <translation>Ver o que falhou</translation>
    </message>
    <message>
        <source>Look and decide</source>
        <translation>Olhar e decidir</translation>
    </message>
</context>
<context>
    <name>Slipway::WhatPane</name>
    <message>
        <source>This step was skipped.</source>
        <translation>Esta etapa foi pulada.</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Pulada: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>What came out</source>
        <translation>O que resultou</translation>
    </message>
    <message>
        <source>Once for each</source>
        <translation>Uma vez para cada</translation>
    </message>
    <message>
        <source>Not worked out yet</source>
        <translation>Ainda não calculado</translation>
    </message>
    <message>
        <source>What this step will do, exactly, is worked out when its turn comes: it may depend on what the steps before it leave.</source>
        <translation>O que esta etapa fará, exatamente, é calculado quando chegar a sua vez: pode depender do que as etapas anteriores deixarem.</translation>
    </message>
    <message>
        <source>Taken over: it was done in run %1, which this one continues.</source>
        <translation>Aproveitada: foi feita na execução %1, que esta continua.</translation>
    </message>
    <message>
        <source>Open run %1</source>
        <translation>Abrir a execução %1</translation>
    </message>
</context>
</TS>
