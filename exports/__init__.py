"""Papers: models in, text out. No clock, no storage."""
