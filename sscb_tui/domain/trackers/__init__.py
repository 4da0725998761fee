"""Trackers other people keep: what their columns, dates, colours and words say, and what they leave open."""
