"""Use cases: one public method is one transaction and one group of journal entries."""
