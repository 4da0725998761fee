"""The full-screen interface: one screen to a file, its styles beside it."""
