"""Data folder to shipped model in one command; README.md beside this file tells how to run it."""

from __future__ import annotations

import argparse
from pathlib import Path

from attribution.export import export
from attribution.limits import write_limits
from attribution.train import EPOCHS, SEED, train


def main() -> None:
    """Train, export, choose the decoder's limits."""
    parser = argparse.ArgumentParser(prog="python -m attribution", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with polnear/train.jsonl")
    parser.add_argument(
        "model", type=Path, help="folder for the model; the shipped one: src/dateline/reading/tagging/model"
    )
    parser.add_argument("--work", type=Path, default=Path("build/attribution"), help="folder for the checkpoints")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true", help="go on from the last finished epoch in the work folder")
    args = parser.parse_args()
    checkpoint = train(args.data, args.work, args.epochs, args.seed, args.threads, args.resume)
    export(checkpoint, args.model)
    write_limits(args.data, args.model)


if __name__ == "__main__":
    main()
