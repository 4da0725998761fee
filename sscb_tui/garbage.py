"""When Python looks for garbage: not before the program stands, and never among what stands for good.

Everything a start imports stays. Looking through it again and again took a tenth of the time to the first frame, and
would take a moment out of a key press now and then for as long as the program runs.
"""

from __future__ import annotations

import gc


def put_off() -> None:
    """Nobody looks until `take_up`."""
    gc.disable()


def take_up() -> None:
    """Look again from now on, but only at what comes from here; nothing where nobody put it off."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
