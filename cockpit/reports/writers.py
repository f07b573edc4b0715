"""Who writes which kind of file; the libraries of the others are not read."""

from cockpit.domain.reports import ReportFormat
from cockpit.services.ports import ReportWriter


def writer_of(file_format: ReportFormat) -> ReportWriter:
    """Return who writes a kind of file."""
    match file_format:
        case ReportFormat.PDF:
            from cockpit.reports.pdf_report import PdfReport  # noqa: PLC0415 - see above

            return PdfReport()
        case ReportFormat.XLSX:
            from cockpit.reports.xlsx_report import XlsxReport  # noqa: PLC0415 - see above

            return XlsxReport()
        case ReportFormat.CSV:
            from cockpit.reports.csv_report import CsvReport  # noqa: PLC0415 - see above

            return CsvReport()
        case ReportFormat.JSON:
            from cockpit.reports.json_report import JsonReport  # noqa: PLC0415 - see above

            return JsonReport()
        case ReportFormat.TEXT:
            from cockpit.reports.text_report import TextReport  # noqa: PLC0415 - see above

            return TextReport()
