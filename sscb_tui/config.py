"""Where the program keeps things: data, settings, state and logs, by the rules of each system."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

DATABASE = "board.db"
_OVERRIDES = {"data": "SSCB_DATA_DIR", "config": "SSCB_CONFIG_DIR", "state": "SSCB_STATE_DIR", "log": "SSCB_LOG_DIR"}


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one person on one machine, and the default database in them."""

    data: Path
    config: Path
    state: Path
    log: Path
    database: Path


def places(environ: Mapping[str, str] = os.environ) -> Places:
    """The folders by platform, each replaced by its environment variable where that is set."""
    dirs = PlatformDirs("sscb-tui", appauthor=False)
    usual = {
        "data": dirs.user_data_path,
        "config": dirs.user_config_path,
        "state": dirs.user_state_path,
        "log": dirs.user_log_path,
    }
    found = {name: _folder(environ.get(_OVERRIDES[name], ""), path) for name, path in usual.items()}
    database = _folder(environ.get("SSCB_DB", ""), found["data"] / DATABASE)
    return Places(**found, database=database)


def _folder(override: str, usual: Path) -> Path:
    return Path(override).expanduser() if override.strip() else usual


def private(folder: Path) -> Path:
    """The folder, made readable to its owner alone if it was not there yet."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
