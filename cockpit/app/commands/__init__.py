"""One module per command; each offers ``run(options, ...) -> int``, the exit code."""
