"""Users' large actor files, kept ready: what was read from them once is not worked out again until they change."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from dateline import __version__
from dateline.errors import UsageError

T = TypeVar("T")


def cached(paths: Iterable[str | Path], build: Callable[[], T]) -> T:
    """What ``build`` makes of the files, from the cache where neither they nor our own tables changed.

    The cache is pickled, in a folder that only its owner may write (`cache_folder`). A cache that cannot be read or
    written is no error: then everything is built anew. Raises `UsageError` where a file is not there.
    """
    with _without_garbage_collection():
        kept = cache_folder() / f"actors-{_fingerprint(paths)}.pickle"
        with contextlib.suppress(OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError):
            if kept.stat().st_uid == os.getuid() if hasattr(os, "getuid") else True:
                made: T = pickle.loads(kept.read_bytes())
                return made
        made = build()
        with contextlib.suppress(OSError):
            _keep(kept, pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))
    return made


def cache_folder() -> Path:
    """Where caches are kept: ``$DATELINE_CACHE``, else ``$XDG_CACHE_HOME/dateline``, else ``~/.cache/dateline``."""
    if own := os.environ.get("DATELINE_CACHE"):
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dateline"


def _fingerprint(paths: Iterable[str | Path]) -> str:
    """Of the version, the files (path, size, time of change) and our tables."""
    ours = files("dateline.knowledge") / "data"
    tables = sorted(Path(str(ours)).rglob("*.csv")) if Path(str(ours)).is_dir() else []
    digest = hashlib.sha256(__version__.encode())
    shapes = (Path(__file__).with_name(name) for name in ("names.py", "gazetteer.py"))
    for path in (*(Path(p).resolve() for p in paths), *tables, *shapes):
        try:
            stat = path.stat()
        except OSError as error:
            raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
        digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:24]


def _keep(path: Path, content: bytes) -> None:
    """Write whole or not at all, so that a second process never reads half a cache."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).replace(path)


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Nothing made here is garbage; looking for some would take as long as making it."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
