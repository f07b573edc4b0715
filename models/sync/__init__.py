"""How devices agree and how it is proven: audit, outbox, commands, cursors, tombstones."""
