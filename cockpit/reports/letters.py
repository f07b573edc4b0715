"""The letters that reports travel in; nothing of a customer's stands outside the attachment."""

from pathlib import Path
from tempfile import TemporaryDirectory

from cockpit.domain.formats import Language
from cockpit.domain.report_schedules import AttachedReport, ReportLetter, ReportPlan
from cockpit.domain.reports import ReportDocument, ReportFormat
from cockpit.reports.words import ReportWords
from cockpit.reports.writers import writer_of

_TYPES = {
    ReportFormat.PDF: "application/pdf",
    ReportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ReportFormat.CSV: "text/csv",
}


class LetterPacker:
    """Puts reports into letters."""

    def pack(
        self, document: ReportDocument, letter: ReportLetter, plan: ReportPlan
    ) -> AttachedReport:
        """Return the letter in the recipient's language, with the report attached."""
        language = _language(letter.recipient.language)
        words, period = ReportWords(language), document.period
        title, first, last = words.say(document.title), period.first, period.last
        name = f"giro_{plan.report.value}_{period.first}_{period.last}{plan.file_format.suffix}"
        first_name = letter.recipient.name.partition(" ")[0]
        return AttachedReport(
            message_id=letter.notice_id,
            address=letter.recipient.email,
            subject=words("mail_subject", title=title, first=first, last=last),
            text=words("mail_text", name=first_name, title=title, first=first, last=last),
            file_name=name,
            content_type=_TYPES[plan.file_format],
            content=_written(document, plan.file_format, language),
        )


def _written(document: ReportDocument, file_format: ReportFormat, language: Language) -> bytes:
    """Return a report's file; none is left on the disk."""
    with TemporaryDirectory(prefix="giro-") as folder:
        path = Path(folder) / f"report{file_format.suffix}"
        writer_of(file_format).write_report(path, document, language)
        return path.read_bytes()


def _language(stored: str) -> Language:
    return Language(stored) if stored in set(Language) else Language.PORTUGUESE
