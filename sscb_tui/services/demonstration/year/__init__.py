"""A year of an invented Board's tracker: three reviews, sixty recommendations, and what became of every action."""
