"""`sscb meeting`: every command of it, put together."""

from sscb_tui.commandline import meeting_room, meetings, minutes
from sscb_tui.commandline.meeting_group import meeting

__all__ = ["meeting", "meeting_room", "meetings", "minutes"]
