"""The only SQL: connection, migrations, journal, repositories and read-only queries."""
