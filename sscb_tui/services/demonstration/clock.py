"""A clock that can be set: the demonstration lives through weeks in a second."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta


class SetClock:
    """Answers the moment it was set to, moving on by a second at every look, as time does."""

    def __init__(self, moment: datetime) -> None:
        """Start at a timezone-aware moment."""
        self.moment = moment

    def __call__(self) -> datetime:
        """Now."""
        self.moment += timedelta(seconds=1)
        return self.moment

    def set(self, day: date, at: str = "10:00") -> None:
        """Go to a time on a day, in the same zone."""
        self.moment = datetime.combine(day, time.fromisoformat(at), self.moment.tzinfo)
