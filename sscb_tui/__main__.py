"""`python -m sscb_tui`: the same as `sscb`, for a checkout or a machine where scripts are not on the path."""

from __future__ import annotations

from sscb_tui.cli import main

if __name__ == "__main__":
    main(prog_name="sscb")
