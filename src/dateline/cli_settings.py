"""The settings file: options that hold for every command unless the command line or the environment says otherwise.

``$DATELINE_CONFIG``, else ``$XDG_CONFIG_HOME/dateline/config.toml``, else ``~/.config/dateline/config.toml``::

    actors = ["ministers.csv", "~/lists/persons.ftm.json"]
    archive = "postgresql://desk@localhost/wires"
    jobs = 2
    model = "models/desk"
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.errors import UsageError

VARIABLE = "DATELINE_CONFIG"
"""The environment variable that names the settings file."""


def defaults(command: Any) -> dict[str, Any]:
    """What the settings file says of a click command's options and of its subcommands' options, as a ``default_map``.

    Empty where there is no file. Raises `UsageError` where the file cannot be read or says something unknown.
    """
    path = settings_file()
    if path is None:
        return {}
    return _spread(command, _settings(path))


def settings_file() -> Path | None:
    """The settings file if there is one. One that `VARIABLE` names must be there, or `UsageError` is raised."""
    named = os.environ.get(VARIABLE)
    if named:
        if not Path(named).is_file():
            raise UsageError(f"{named}: no such settings file (named by {VARIABLE})")
        return Path(named)
    path = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "dateline" / "config.toml"
    return path if path.is_file() else None


def _settings(path: Path) -> dict[str, Any]:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    except ValueError as error:  # TOML that is none, with its line; bytes that are no UTF-8
        raise UsageError(f"{path}: {error}") from None
    for name, value in told.items():
        if name not in _KNOWN:
            raise UsageError(f"{path}: unknown setting {name}; known are {', '.join(sorted(_KNOWN))}")
        fits, wanted = _KNOWN[name]
        if not fits(value):
            raise UsageError(f"{path}: {name} = {value!r}: {wanted}")
    folder = path.parent
    if "actors" in told:
        told["actors"] = [str(folder / Path(file).expanduser()) for file in told["actors"]]
    if "model" in told:
        told["model"] = str(folder / Path(told["model"]).expanduser())
    if "archive" in told and "://" not in told["archive"]:
        told["archive"] = str(folder / Path(told["archive"]).expanduser())
    return told


_KNOWN: dict[str, tuple[Callable[[Any], bool], str]] = {
    "actors": (
        lambda value: isinstance(value, list) and all(isinstance(file, str) for file in value),
        'a list of files is wanted: ["ministers.csv"]',
    ),
    "archive": (lambda value: isinstance(value, str), "a file or an address is wanted, in quotes"),
    "model": (lambda value: isinstance(value, str), "a folder is wanted, in quotes"),
    "jobs": (lambda value: type(value) is int and value > 0, "a number of processes is wanted, 1 or more"),
}


def _spread(command: Any, settings: dict[str, Any]) -> dict[str, Any]:
    """The settings under the name of each command that knows them (typer has a click of its own: no type to name)."""
    if hasattr(command, "commands"):
        return {name: _spread(sub, settings) for name, sub in command.commands.items()}
    return {param.name: settings[param.name] for param in command.params if param.name in settings}
