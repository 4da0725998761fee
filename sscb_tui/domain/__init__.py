"""The field itself: pure models and rules. No input or output, no clock, no SQL, no Textual."""
