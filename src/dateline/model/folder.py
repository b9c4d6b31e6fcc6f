"""A model's folder: the files it must hold. Looked at before any library is loaded that reads them."""

from __future__ import annotations

from pathlib import Path

from dateline.errors import DatelineError, UsageError
from dateline.model.layout import FILE

WEIGHTS = Path(__file__).parent / "weights"
"""The folder of the shipped model."""

FILES = ("encoder.onnx", "links.onnx", "labels.onnx", "pairs.onnx", "tokenizer.json", FILE, "limits.toml")
"""What every model's folder holds; `calibration.FILE` may be there as well."""


def file_of(folder: Path, name: str) -> Path:
    """The file of a model. Raises `DatelineError` where it is not there."""
    path = folder / name
    if not path.is_file():
        where = "install the package again" if folder == WEIGHTS else "it is no model's folder"
        raise DatelineError(f"the model lacks {name} in {folder}: {where}")
    return path


def check_folder(folder: Path | None) -> None:
    """Raises `UsageError` where a folder that was asked for is none, or lacks a file of a model's."""
    if folder is None:
        return
    if not folder.is_dir():
        raise UsageError(f"--model {folder}: no such folder")
    lacking = [name for name in FILES if not (folder / name).is_file()]
    if lacking:
        raise UsageError(f"--model {folder}: no model's folder: it lacks {', '.join(lacking)} (docs/model.md)")
