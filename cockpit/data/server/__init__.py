"""The shared server: who may do what there, by the database itself."""
