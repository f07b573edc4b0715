"""Taking one's portfolio along: this computer becomes a laptop in the field."""
