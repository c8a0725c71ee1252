"""A Django site of one page: one row by its key from SQLite, through a template."""
