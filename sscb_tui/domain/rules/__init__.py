"""Rules as pure functions from values to violations, each citing its source."""
