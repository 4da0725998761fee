"""Serious Case Reviews for a Safeguarding Children Board: the application shell and its core."""
