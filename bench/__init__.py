"""What the program costs beside a bare Textual app, a bare widget or bare SQLite doing the same work."""
