"""How reading is spread: in this process, or over a pool of processes."""

from dateline.engine.spread import read_all

__all__ = ["read_all"]
