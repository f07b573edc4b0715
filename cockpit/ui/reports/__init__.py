"""Reports: into a file, or again and again by e-mail."""
