"""NF-e: invoices as the tax authority's XML, single, in folders and in ZIP files.

Layout: Manual de Orientação do Contribuinte 7.0 with its technical notes; elements that it does
not name are passed over, whatever their namespace's prefix.
"""

from cockpit.imports.nfe.invoice_file import (
    InvoiceFile,
    holds_invoices,
    open_invoices,
    own_documents,
    preview_invoices,
)

__all__ = [
    "InvoiceFile",
    "holds_invoices",
    "open_invoices",
    "own_documents",
    "preview_invoices",
]
