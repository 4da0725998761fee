"""Forms as data: what each asks, how typed text becomes a record, and what to say when it does not."""
