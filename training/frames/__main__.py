"""Data folder to shipped model in one command; README.md beside this file tells how to run it."""

from __future__ import annotations

import argparse
from pathlib import Path

from frames.export import export
from frames.limits import choose_limits
from frames.train import EPOCHS, SEED, train


def main() -> None:
    """Train, export, choose thresholds."""
    parser = argparse.ArgumentParser(prog="python -m frames", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with */reports.jsonl, frames/, events/, statements/")
    parser.add_argument("model", type=Path, help="folder for the model; the shipped one: src/dateline/model/weights")
    parser.add_argument("--work", type=Path, default=Path("build/frames"), help="folder for the checkpoints")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true", help="go on from the last finished epoch in the work folder")
    parser.add_argument("--start", type=Path, help="a checkpoint to begin with, its layout.json beside it")
    args = parser.parse_args()
    checkpoint, layout = train(args.data, args.work, args.epochs, args.seed, args.threads, args.resume, args.start)
    export(checkpoint, layout, args.model)
    choose_limits(args.data, args.model)


if __name__ == "__main__":
    main()
