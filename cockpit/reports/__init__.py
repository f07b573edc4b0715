"""Reports as files: paper, sheets, and text for programs; the only place that knows reportlab."""
