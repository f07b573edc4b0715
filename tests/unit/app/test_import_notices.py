from pathlib import Path

import resources
from cockpit.app.import_notices import message_of
from cockpit.domain.formats import Language
from cockpit.domain.import_results import ImportCounts, ImportSummary
from cockpit.domain.messages import Message
from cockpit.domain.vocabulary import ImportKind
from cockpit.runtime.import_watch import WatchReport
from cockpit.services.import_exchange import RefusedFile

DONE = ImportSummary("segredo.csv", ImportKind.ORDERS, ImportCounts(new=5, flagged=1, rejected=2))
BAD = RefusedFile(Path("outro.csv"), Message.of("error.import_empty", file="outro.csv"))


def said(report: WatchReport) -> str:
    return resources.text(message_of(report), Language.PORTUGUESE)


def test_figures_are_told_and_no_names() -> None:
    assert said(WatchReport((DONE,), ())) == (
        "Arquivos importados da pasta vigiada: 1; linhas gravadas ou já iguais: 6; "
        "com aviso ou recusadas: 3."
    )


def test_files_that_could_not_be_read_are_told_alone_or_besides() -> None:
    alone = said(WatchReport((), (BAD,)))
    assert alone == "Arquivos que não puderam ser lidos e estão em com-problemas: 1."
    both = said(WatchReport((DONE,), (BAD,)))
    assert both == f"{said(WatchReport((DONE,), ()))} {alone}"
