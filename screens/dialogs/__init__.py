"""Questions put to the person at the keyboard, each returning an answer or nothing."""
