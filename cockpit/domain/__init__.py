"""Pure rules and frozen records: no input or output, no Qt, no SQL."""
